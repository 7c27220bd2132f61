"""Words by which a report says that somebody has no name yet."""

from __future__ import annotations

import re
from functools import cache

from standfirst.lexicon.tables import rows


@cache
def unnamed_pattern() -> re.Pattern[str]:
    """Matches, in plain, lower-case words, what says that somebody has no name yet."""
    return re.compile("|".join(row[0] for row in rows("unnamed.tsv")))
