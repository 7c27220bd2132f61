"""Which phrases of a text name a target entity of a timeline: by our own coreference, over short forms.

A name is the target's if its words are the target's ("US" is "United States", "&" is "and"), or some of them that no
other name shares: "A380" is the Airbus A380, "Nikkei" the Nikkei 225 where nothing else is called so; "Boeing" is not
the Boeing 777 where a Boeing 737 is told of too. It errs towards what is told of the target's family of names.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from standfirst.model.linked import EntityIndex
from standfirst.model.reading import Participant, Reading
from standfirst.model.span import Span

_LEVEL = (
    (r"\bU\.?\s?S\.?(?:A\.?)?(?=\W|$)", "united states "),
    (r"&", " and "),
    (r"(?:around|across) the (?:world|globe)|\bglobal\b", "worldwide"),
    (r"(?:'s|’s|'|’)(?=\W|$)", " "),
)
#: Words of a phrase that tell nothing of which one is meant.
_EMPTY = frozenset("the a an this that its their index composite stock world first new of and".split())
#: What may stand for the name that is written before it: "the Nikkei |index|".
_GENERIC = frozenset("index indexes indices average company airline manufacturer group".split())


def words_of(name: str) -> frozenset[str]:
    """The words of a name that tell it, levelled: plural and genitive endings, "US" and "&"."""
    for pattern, put in _LEVEL:
        name = re.sub(pattern, put, name)
    found = re.findall(r"[^\W_]+", name.casefold())
    plain = frozenset(word[:-1] if len(word) > 3 and word.endswith("s") else word for word in found)
    return plain - _EMPTY or plain


@dataclass(frozen=True)
class Target:
    """One entity of a corpus, with the names by which it is told of there."""

    name: str
    #: Entities of the index.
    ids: frozenset[str]
    words: frozenset[str]

    def takes_part(self, reading: Reading, index: EntityIndex, part: Participant) -> bool:
        """Whether the phrase is the target: its head by coreference, a name beside it, or its words."""
        here = {index.at(part.head), *(index.at(name) for name in _beside(reading, part))}
        if here & self.ids:
            return True
        said, own = words_of(reading.report.words(part.span)), words_of(reading.report.words(part.head))
        if own & self.number:
            return True  # "the first flight of the |777|"
        if reading.report.words(part.head).islower() and len(self.words) > 1 and not _is_person(reading, part):
            return self.words <= said or (own <= self.words and said <= self.words and len(said) > 1)
        return False

    @property
    def number(self) -> frozenset[str]:
        """The number of a model, where the name has one: "a380"."""
        return frozenset(word for word in self.words if len(word) > 2 and any(letter.isdigit() for letter in word))


def _beside(reading: Reading, part: Participant) -> Iterator[Span]:
    """The names beside a noun that stand for it: "the primary index, |the FTSE 100|,", "the |Nikkei| index"."""
    text = reading.report.text
    for mention in reading.mentions:
        between = text[part.span.end : mention.span.start] if mention.span.start >= part.span.end else None
        before = text[mention.span.end : part.head.start] if mention.span.end <= part.head.start else None
        apart = between is not None and len(between) < 7 and between.removesuffix("the ") in (" ", ", ")
        joined = before is not None and before == " " and reading.report.words(part.head).lower() in _GENERIC
        if mention.form == "name" and (apart or joined):
            yield mention.head


def _is_person(reading: Reading, part: Participant) -> bool:
    return any(one.kind in ("person", "role") and one.head.overlaps(part.head) for one in reading.mentions)


def find_target(name: str, index: EntityIndex) -> Target:
    """The entities of the corpus that a target's name stands for."""
    wanted = words_of(name)
    names = {one.id: [words_of(each) for each in (one.name, *one.aliases)] for one in index.entities}
    whole = {frozenset(each) for forms in names.values() for each in forms}
    kinds = {one.id: one.kind for one in index.entities}
    ids = {
        one
        for one, forms in names.items()
        if wanted in forms
        or (
            kinds[one] not in ("place", "person")
            and any(_is_variant(form, wanted) or (form < wanted and _only_its(form, wanted, whole)) for form in forms)
        )
    }
    return Target(name=name, ids=frozenset(ids), words=wanted)


def _is_variant(form: frozenset[str], wanted: frozenset[str]) -> bool:
    """Whether a name has the target's model number: "777-200LR" is a Boeing 777."""
    return any(len(word) > 2 and any(letter.isdigit() for letter in word) for word in form & wanted)


def _only_its(form: frozenset[str], wanted: frozenset[str], names: Iterable[frozenset[str]]) -> bool:
    """Whether a short form can only be the target: no name of another thing has its words."""
    code = {word for word in wanted if any(letter.isdigit() for letter in word)}
    return all(one <= wanted or code & one for one in names if form < one)
