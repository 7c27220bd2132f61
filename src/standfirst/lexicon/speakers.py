"""What sort of source a noun names: a person of a gender, a document, a body."""

from __future__ import annotations

from functools import cache

from standfirst.lexicon.tables import rows


@cache
def speaker_words(kind: str) -> frozenset[str]:
    """The words of one kind, in lower case: male | female | document | body | person | label."""
    return frozenset(row[0].casefold() for row in rows("speakers.tsv") if row[1] == kind)
