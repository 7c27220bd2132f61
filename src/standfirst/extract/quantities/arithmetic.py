"""Sums that must hold within a report: no part is more than its whole, and a change is what lies between its ends.

Only what one sentence states is held against each other, and only where it cannot be right; what does not hold is told
as a problem of the report, its numbers are kept as they stand. Errs towards silence: parts of which some may be told
twice ("12 hurt, 9 of them by glass and 7 by smoke") are not added up.
"""

from __future__ import annotations

from bisect import bisect_right
from decimal import Decimal
from itertools import groupby, pairwise

from standfirst.model.problem import Problem
from standfirst.model.reading import Quantity, Reading
from standfirst.text import plain

#: The code of the problems told here.
CODE = "figures"
#: A stated change may differ so much from the true one, by rounding: of the change, and in points of a percentage.
_ROUNDING = Decimal("0.06")
_POINTS = Decimal("1.5")


def check_figures(reading: Reading) -> tuple[Problem, ...]:
    """What does not add up in a reading, each in one sentence with the words of its numbers."""
    starts = [span.start for span in reading.sentences]
    found: list[Problem] = []
    for _, group in groupby(reading.quantities, key=lambda quantity: bisect_right(starts, quantity.span.start)):
        quantities = list(group)[:50]
        told = [_part_over_whole(reading, one, other) for one, other in pairwise(quantities)]
        told.append(_change_and_ends(reading, quantities))
        found += [Problem(code=CODE, message=words, report=reading.report.id) for words in told if words]
    return tuple(found)


def _part_over_whole(reading: Reading, whole: Quantity, part: Quantity) -> str:
    """ "20 people were hurt, 30 of them children": more than the whole, or an empty string."""
    same = whole.unit == part.unit and whole.side == part.side == "" and {whole.role, part.role} == {"actual"}
    led = plain(reading.report.text[whole.span.end : part.span.start])
    if part.part != "of" or whole.part in ("of", "not") or not same or len(led) > 150 or ";" in led:
        return ""
    after = plain(reading.report.text[part.span.end : part.span.end + 12]).lower()
    if not after.lstrip().startswith(("of them", "of whom", "of those", "of these")):
        return ""
    if whole.high is None or part.low is None or part.low <= whole.high:
        return ""
    return f"“{_words(reading, part)}” are told as a part of “{_words(reading, whole)}”, which are fewer"


def _change_and_ends(reading: Reading, quantities: list[Quantity]) -> str:
    """ "rose by 12 from 40 to 60": the ends do not lie so far apart, or an empty string."""
    old = [q for q in quantities if q.side == "from"]
    new = [q for q in quantities if q.side == "to"]
    moved = [q for q in quantities if q.role == "change" and not q.side]
    if not (len(old) == len(new) == len(moved) == 1) or old[0].unit != new[0].unit:
        return ""
    start, end, change = old[0].value, new[0].value, moved[0]
    if {old[0].bound, new[0].bound, change.bound} != {"exact"} or not start:
        return ""
    gap = abs(end - start)
    if change.unit == old[0].unit and change.unit != "percent":
        holds = abs(gap - change.value) <= change.value * _ROUNDING
    elif change.unit == "percent" and old[0].unit != "percent":
        holds = abs(gap / abs(start) * 100 - change.value) <= _POINTS
    else:
        return ""
    ends = f"from “{_words(reading, old[0])}” to “{_words(reading, new[0])}”"
    return "" if holds else f"“{_words(reading, change)}” is not what lies between its ends, {ends}"


def _words(reading: Reading, quantity: Quantity) -> str:
    return reading.report.words(quantity.span)
