"""What does a language pipeline give? The one seam between the text and everything that reads it.

The shipped pipeline tags, lemmatises, parses, parts sentences and finds names and roles in one pass; ``load`` returns
it as a spaCy ``Language``. Another installed spaCy pipeline can be named instead, if ``missing`` finds nothing missing.
"""

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from standfirst.errors import LanguageModelError

if TYPE_CHECKING:
    from spacy.language import Language

__all__ = ["KINDS", "ROLES", "load", "missing"]

#: The kinds of names: labels of ``doc.ents``.
KINDS = ("person", "organisation", "place", "facility", "group", "product", "event", "work")
#: The key in ``doc.spans`` under which titles and roles stand.
ROLES = "roles"

WEIGHTS = Path(__file__).parent / "weights"

_PROBE = "The minister spoke on Monday. Her deputy was in Geneva."
_NEEDED = {"TAG": "tags", "POS": "parts of speech", "LEMMA": "lemmas", "DEP": "a dependency tree", "ENT_IOB": "names"}


@lru_cache(maxsize=2)
def load(name: str | None = None) -> "Language":
    """Load the shipped pipeline, or an installed spaCy pipeline by its name or path.

    The same object is returned for the same name. Raises ``LanguageModelError`` if there is no such pipeline, or if it
    does not give tags, lemmas, a tree, sentences and names.
    """
    if name is None:
        from standfirst.language.pipeline import make_language

        return make_language(WEIGHTS)
    import spacy

    try:
        nlp = spacy.load(name)
    except OSError as error:
        raise LanguageModelError(name, "there is no installed pipeline of that name") from error
    if lacking := missing(nlp):
        raise LanguageModelError(name, "it does not give " + ", ".join(lacking))
    return nlp


def missing(nlp: "Language") -> tuple[str, ...]:
    """Name what a pipeline fails to give, in words; nothing if it will do. Names of other kinds are accepted."""
    doc = nlp(_PROBE)
    return tuple(words for attribute, words in _NEEDED.items() if not doc.has_annotation(attribute))
