"""Two expressions that are the ends of one stretch: "from 2003 to 2007", "between Monday and Thursday", "3-5 March"."""

from __future__ import annotations

import re
from dataclasses import replace

from standfirst.model.reading import Timex
from standfirst.text import plain
from standfirst.when import Interval, sort_key

_TO = re.compile(r"\s?(?:to|until|till|through|-)\s?(?:the\s)?", re.IGNORECASE)
_AND = re.compile(r"\s(?:and|to)\s(?:the\s)?", re.IGNORECASE)
_BETWEEN = re.compile(r"\bbetween\s(?:the\s)?$", re.IGNORECASE)
_LONGEST = 16


def ranged(text: str, timexes: tuple[Timex, ...]) -> tuple[Timex, ...]:
    """The same expressions; two that are the ends of one stretch both get that stretch and keep their values."""
    found = list(timexes)
    for place in range(len(found) - 1):
        first, second = found[place], found[place + 1]
        both = stretch(text, first, second)
        if both is not None:
            found[place] = replace(first, when=both, rule=f"from-{first.rule}")
            found[place + 1] = replace(second, when=both, rule=f"to-{second.rule}")
    return tuple(found)


def stretch(text: str, first: Timex, second: Timex) -> Interval | None:
    """From the start of one to the end of the next, where the words between and before them say so; else None.

    Both ends belong to it. A dash between two dates counts as "to".
    """
    gap = plain(text[first.span.end : second.span.start])
    if len(gap) > _LONGEST or first.when is None or second.when is None:
        return None
    if not {first.type, second.type} <= {"DATE", "TIME"} or first.value.endswith("_REF"):
        return None
    before = plain(text[max(0, first.span.start - _LONGEST) : first.span.start])
    if not (_TO.fullmatch(gap) or (_AND.fullmatch(gap) and _BETWEEN.search(before))):
        return None
    start, end = first.when.start, second.when.end
    if start is None or end is None or sort_key(start) > sort_key(end):
        return None
    return Interval(start=start, end=end)
