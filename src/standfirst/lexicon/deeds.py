"""Nouns that tell an event, and verbs, by who takes part in it."""

from __future__ import annotations

from functools import cache

from standfirst.lexicon.events import noun_classes
from standfirst.lexicon.tables import rows


@cache
def deed_nouns() -> dict[str, str]:
    """How a noun that tells an event takes those who take part, by its lemma: do | act | undergo.

    "delivery" is done to something, "arrival" somebody acts, "fall" something undergoes.
    """
    found = dict.fromkeys(noun_classes(), "do")
    found.update((word, row[0]) for row in rows("deeds.tsv") for word in row[1].split() if row[0] != "befall")
    return found


@cache
def befalling_verbs() -> frozenset[str]:
    """Verbs whose subject undergoes what they tell where they have no object: "the index |fell|"."""
    return frozenset(word for row in rows("deeds.tsv") for word in row[1].split() if row[0] == "befall")
