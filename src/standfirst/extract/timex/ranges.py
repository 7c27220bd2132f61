"""Two expressions that are the ends of one stretch: "from 2003 to 2007", "between Monday and Thursday"."""

from __future__ import annotations

import re

from standfirst.model.reading import Timex
from standfirst.text import plain
from standfirst.when import Interval, sort_key

_TO = re.compile(r"\s?(?:to|until|till|through|-)\s?(?:the\s)?", re.IGNORECASE)
_AND = re.compile(r"\s(?:and|to)\s(?:the\s)?", re.IGNORECASE)
_BETWEEN = re.compile(r"\b(?:between)\s(?:the\s)?$", re.IGNORECASE)
_LONGEST = 16


def stretch(text: str, first: Timex, second: Timex) -> Interval | None:
    """From the start of one to the end of the next, where the words between and before them say so; else None.

    Both ends belong to it. A dash between two dates counts as "to".
    """
    gap = plain(text[first.span.end : second.span.start])
    if len(gap) > _LONGEST or first.when is None or second.when is None:
        return None
    before = plain(text[max(0, first.span.start - _LONGEST) : first.span.start])
    if not (_TO.fullmatch(gap) or (_AND.fullmatch(gap) and _BETWEEN.search(before))):
        return None
    start, end = first.when.start, second.when.end
    if start is None or end is None or sort_key(start) > sort_key(end):
        return None
    return Interval(start=start, end=end)
