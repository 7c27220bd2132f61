"""The course of a case through the courts: the set words for a stage that is ahead, and for one that is done."""

from __future__ import annotations

import re
from functools import cache

from standfirst.lexicon.tables import rows


@cache
def _patterns(kind: str) -> tuple[tuple[int, re.Pattern[str]], ...]:
    return tuple((int(row[1]), re.compile(row[2])) for row in rows("stages.tsv") if row[0] == kind)


def stages(kind: str, words: str) -> tuple[tuple[int, re.Match[str]], ...]:
    """The stages told as `kind` (ahead | done) in plain, lower-case words, with the words for each, the last first."""
    found = ((stage, pattern.search(words)) for stage, pattern in _patterns(kind))
    return tuple(sorted(((stage, match) for stage, match in found if match is not None), key=lambda one: -one[0]))
