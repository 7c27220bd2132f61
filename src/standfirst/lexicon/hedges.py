"""Hedges: the words by which a text says how sure it is, which are kept as their speaker's own."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from standfirst.lexicon.tables import rows


@dataclass(frozen=True, slots=True, kw_only=True)
class Hedge:
    """One hedge and how it hedges."""

    words: str
    #: estimative | approximator | reportive | evidential | modal.
    kind: str
    example: str


@cache
def hedges() -> tuple[Hedge, ...]:
    """Every entry of the list, in its order."""
    return tuple(Hedge(words=row[0], kind=row[1], example=row[2]) for row in rows("hedges.tsv"))


@cache
def doubts() -> dict[tuple[str, ...], str]:
    """The kind of each hedge but the approximators, by its words in lower case: ("very", "likely") -> "estimative"."""
    return {tuple(hedge.words.split()): hedge.kind for hedge in hedges() if hedge.kind != "approximator"}


@cache
def doubt_pattern() -> re.Pattern[str]:
    """Finds words of doubt in lower-cased text ("likely", "apparently", "may"); "about" and "nearly" are none."""
    words = sorted((hedge.words for hedge in hedges() if hedge.kind != "approximator"), key=len, reverse=True)
    return re.compile(r"\b(?:" + "|".join(map(re.escape, words)) + r")\b")
