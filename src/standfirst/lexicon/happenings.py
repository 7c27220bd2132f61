"""Nouns that happen: what a date beside them is the date of."""

from __future__ import annotations

from functools import cache

from standfirst.lexicon.events import noun_classes
from standfirst.lexicon.tables import rows


@cache
def event_nouns() -> frozenset[str]:
    """Lemmas of nouns that name an event: "shooting", "inquest"."""
    return frozenset(noun_classes()) | _of_sort("event")


@cache
def saying_nouns() -> frozenset[str]:
    """Lemmas of nouns that name words said or sent: "statement"."""
    return _of_sort("saying")


def _of_sort(sort: str) -> frozenset[str]:
    return frozenset(word for row in rows("happenings.tsv") if row[0] == sort for word in row[1].split())
