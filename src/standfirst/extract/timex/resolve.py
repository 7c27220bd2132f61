"""From what the words say to a value: each kind of expression with its own rule, every rule named in the result."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from standfirst.extract.timex.dates import calendar, named, slashed, weekday, years
from standfirst.extract.timex.daytime import clock, part
from standfirst.extract.timex.frame import Frame
from standfirst.extract.timex.lengths import length_value
from standfirst.extract.timex.meaning import (
    NARRATION,
    Calendar,
    Clock,
    Every,
    Length,
    Meaning,
    Modifier,
    Named,
    Part,
    Period,
    Reference,
    Shift,
    Slashed,
    Weekday,
    Years,
)
from standfirst.extract.timex.periods import period
from standfirst.extract.timex.points import Point, day_point, moved, point_of, shifted_by, year_point
from standfirst.extract.timex.resolved import Resolved, placed, unplaced
from standfirst.when import Interval

#: Step of precision of "three weeks ago" by its unit and a number beyond which only the greater unit is meant.
_GRAIN = {"day": "day", "night": "day", "week": "week", "fortnight": "week", "month": "month", "quarter": "quarter"}


def resolve(says: Meaning, frame: Frame) -> Resolved:
    """The value of an expression in its frame; what cannot be placed keeps its shape with X for the unknown parts."""
    match says:
        case Calendar():
            return calendar(says, frame, resolve)
        case Slashed():
            return slashed(says, frame)
        case Years():
            return years(says)
        case Weekday():
            return weekday(says, frame)
        case Named():
            return named(says, frame, resolve)
        case Period():
            return period(says, frame, resolve)
        case Shift():
            return _shift(says, frame)
        case Part():
            return part(says, frame, resolve)
        case Clock():
            return clock(says, frame, resolve)
        case Length():
            return _length(says, frame)
        case Every():
            return unplaced(says.value, "set", type="SET")
        case Reference():
            return _reference(says, frame)
        case Modifier():
            return unplaced("", "modifier")


def _reference(says: Reference, frame: Frame) -> Resolved:
    day = frame.day
    if day is None:
        return unplaced(says.value, "reference")
    when = {
        "PRESENT_REF": frame.stamp or day_point(day).interval,
        "PAST_REF": Interval(start=None, end=day),
        "FUTURE_REF": Interval(start=day, end=None),
    }[says.value]
    return Resolved(type="DATE", value=says.value, when=when, rule="reference", anchor=day.isoformat())


def _length(says: Length, frame: Frame) -> Resolved:
    """A length alone has no place; "the past two months" reaches back from the anchor, "the next two years" on."""
    if says.side and says.count is None:
        found = _reference(Reference(value="PAST_REF" if says.side < 0 else "FUTURE_REF"), frame)
        return replace(found, type="DURATION", value=says.value)
    when, anchor = None, None
    if says.side and frame.day is not None and says.count is not None:
        unit, count = (
            ("day", -(-says.count // 24)) if says.unit == "hour" and says.count >= 24 else (says.unit, says.count)
        )
        far = shifted_by(frame.day, unit, says.side * round(count))
        if far is not None and far != frame.day:
            when = Interval(start=min(far, frame.day), end=max(far, frame.day))
            anchor = frame.day.isoformat()
    rule = "length" if when is None else "length-back" if says.side < 0 else "length-ahead"
    return Resolved(type="DURATION", value=says.value, when=when, rule=rule, anchor=anchor)


def _shift(says: Shift, frame: Frame) -> Resolved:
    if says.wants_base and says.dates:
        return placed(None, "event", unit=says.unit)
    if says.wants_base:
        return Resolved(type="DURATION", value=length_value(says.count, says.unit), when=None, rule="length")
    if says.count is None:
        value = "PAST_REF" if says.sign < 0 else "FUTURE_REF"
        return _reference(Reference(value=value), frame) if says.frame != NARRATION else unplaced(value, "reference")
    if says.unit == "year" and says.count == 1 and says.base is None and says.sign < 0:
        if frame.quarter is not None:
            return placed(moved(frame.quarter, -4), "year-before-quarter", frame.quarter, unit="quarter")
        if frame.period is not None and frame.day is not None:
            return placed(year_point(frame.day.year - 1), "year-before-period", frame.day, unit="year")
    base = _base(says, frame)
    rule = "told-from-date" if says.base or says.frame == NARRATION else "ago" if says.sign < 0 else "from-now"
    if says.unit in ("second", "minute", "hour"):
        return unplaced(length_value(says.count, says.unit), "length", type="DURATION")
    if base is None:
        return placed(None, rule, unit=_GRAIN.get(says.unit, "year"))
    return placed(_moved(says, base), rule, base, unit=_GRAIN.get(says.unit, "year"))


def _base(says: Shift, frame: Frame) -> Point | None:
    if says.base is not None:
        return resolve(says.base, frame).point
    if says.frame == NARRATION:
        if says.unit in ("year", "decade") and frame.focus is not None and frame.focus.unit == "day":
            return point_of("month", frame.focus.start)
        return frame.focus
    return day_point(frame.day) if frame.day is not None else None


def _moved(says: Shift, base: Point) -> Point | None:
    """The distance at the precision of its unit: "two weeks ago" is that week, "a year ago" that year.

    A distance from a coarser base keeps the base's precision: a year before the third quarter is a quarter.
    """
    count = says.count or 0
    whole = round(count)
    start = shifted_by(base.start, says.unit, says.sign * whole)
    if start is not None and count != whole and says.unit in ("year", "decade"):
        start = shifted_by(
            start, "month", says.sign * (6 if says.unit == "year" else 60) * (1 if count > whole else -1)
        )
    if start is None:
        return None
    if base.unit in ("quarter", "month", "year", "season", "half") and says.unit == "year":
        return point_of(base.unit if base.unit != "month" or says.base else "year", start)
    grain = _GRAIN.get(says.unit, "year")
    if says.unit == "century" or (says.unit == "year" and count >= 100 and count % 100 == 0):
        grain = "century"
    if says.base is not None or (says.frame == NARRATION and says.unit in ("week", "fortnight")):
        grain = "day" if base.unit == "day" and says.unit in ("day", "night", "week", "fortnight") else grain
    return point_of(grain, start)


def agreed(says: Meaning, frame: Frame, days: tuple[date, ...], *, added: bool = False) -> Resolved:
    """The value where publication is known only to lie between two days: what both ends of the span give alike.

    One day gives its value; no day leaves what counts from publication unplaced. In a passage that was `added` to a
    report a weekday means the one between the two: "said Wednesday" in what came between Tuesday and Thursday.
    """
    if len(days) < 2:
        return resolve(says, replace(frame, day=days[0] if days else None))
    first, last = (resolve(says, replace(frame, day=day)) for day in days)
    if first.value == last.value and not first.value.endswith("_REF"):
        return first if first.when == last.when else replace(first, when=None, anchor=None)
    named = says.day if isinstance(says, Part | Clock) else says
    inside = last.point is not None and days[0] <= last.point.start <= days[-1]
    if added and isinstance(named, Weekday) and inside and (days[-1] - days[0]).days < 7:
        return replace(last, rule="weekday-of-addition")
    return resolve(says, replace(frame, day=None))
