"""Who answers for what: the offices and bodies whose word on the record confirms an event of a class."""

from __future__ import annotations

from functools import cache

from standfirst.lexicon.tables import rows


@cache
def _answerable() -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for row in rows("standing.tsv"):
        for word in row[0].split():
            found[word] = found.get(word, frozenset()) | frozenset(row[1].split())
    return found


def office_in(words: str) -> str | None:
    """The first word that is an office or body of the list, or None: "the police chief" -> "police"."""
    return next((word for word in _folded(words) if word in _answerable()), None)


def answers_for(words: str, event_class: str) -> bool:
    """Whether an office or body named in these words answers for events of that class."""
    return any(event_class in _answerable().get(word, ()) for word in _folded(words))


def _folded(words: str) -> list[str]:
    parts = [part.strip(".,'’\"").casefold() for part in words.replace("’s", "").replace("'s", "").split()]
    return [part.removesuffix("s") if part.removesuffix("s") in _answerable() else part for part in parts]
