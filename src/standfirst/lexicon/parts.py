"""Nouns for those who take one side of a deed or a mishap: who did it, whom it befell."""

from __future__ import annotations

from functools import cache

from standfirst.lexicon.tables import rows


@cache
def part_nouns(side: str, *, many: bool) -> frozenset[str]:
    """Nouns for one, or for many, of a side: doer | harmed | anybody."""
    return frozenset(word for row in rows("parts.tsv") if row[0] == side for word in row[2 if many else 1].split())
