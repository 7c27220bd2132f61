"""What the resolver gives for one expression, and how it writes what cannot be placed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from standfirst.extract.timex.points import Point
from standfirst.when import Interval

#: A unit whose place in the calendar is not known, in TIMEX3.
UNPLACED = {
    "day": "XXXX-XX-XX",
    "night": "XXXX-XX-XX",
    "week": "XXXX-WXX",
    "fortnight": "XXXX-WXX",
    "weekend": "XXXX-WXX-WE",
    "month": "XXXX-XX",
    "quarter": "XXXX-QX",
    "half": "XXXX-HX",
    "season": "XXXX",
    "year": "XXXX",
    "decade": "XXX",
    "century": "XX",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolved:
    """Type, value and place of one expression, with the rule that gave them."""

    type: str
    value: str
    when: Interval | None
    rule: str
    anchor: str | None = None
    #: The stretch of the calendar where there is one: the next expressions may be told from it.
    point: Point | None = None


def placed(point: Point | None, rule: str, anchor: date | Point | None = None, *, unit: str = "day") -> Resolved:
    """A date that has its place, or the unplaced value of its unit."""
    if point is None:
        return Resolved(type="DATE", value=UNPLACED.get(unit, "XXXX"), when=None, rule=f"{rule}-unplaced")
    written = anchor.value if isinstance(anchor, Point) else anchor.isoformat() if anchor is not None else None
    return Resolved(type="DATE", value=point.value, when=point.interval, rule=rule, anchor=written, point=point)


def unplaced(value: str, rule: str, type: str = "DATE") -> Resolved:
    """A value without a place in the calendar."""
    return Resolved(type=type, value=value, when=None, rule=rule)
