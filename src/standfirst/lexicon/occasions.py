"""What things are said in, and where: statements, letters, networks; press conferences, interviews."""

from __future__ import annotations

from functools import cache

from standfirst.lexicon.tables import rows


@cache
def occasion_words() -> dict[str, frozenset[str]]:
    """The prepositions that may stand before each head noun: "statement" -> {"in"}."""
    return {row[0].casefold(): frozenset(row[2].split()) for row in rows("occasions.tsv")}
