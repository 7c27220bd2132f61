"""Named units at a distance: today, last week, the following year, the third quarter, this summer, the 1990s."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from standfirst.extract.timex.frame import Frame
from standfirst.extract.timex.meaning import NARRATION, Meaning, Period
from standfirst.extract.timex.points import (
    Point,
    century_point,
    day_point,
    decade_point,
    half_point,
    moved,
    point_of,
    quarter_point,
    season_point,
    shifted_by,
    year_point,
)
from standfirst.extract.timex.resolved import Resolved, placed, unplaced

Resolve = Callable[[Meaning, Frame], Resolved]


def period(says: Period, frame: Frame, resolve: Resolve) -> Resolved:
    """A unit by its step, number or season."""
    if says.unit == "decade" and says.number is not None:
        return placed(decade_point(says.number), "calendar", unit="decade")
    if says.unit == "century" and says.number is not None:
        return placed(century_point(says.number), "calendar", unit="century")
    if says.unit == "year" and says.number is not None:
        return placed(year_point(says.number), "calendar", unit="year")
    if says.unit == "year-end":
        return _year_end(frame)
    if says.unit == "season":
        return _season(says, frame, resolve)
    if says.unit in ("quarter", "half") and (says.number is not None or says.of is not None):
        numbered = _numbered(says, frame, resolve)
        return replace(numbered, when=None, rule="fiscal-quarter") if says.fiscal else numbered
    if says.unit == "comparable" or (says.unit == "quarter" and (says.step is None or says.step == -4)):
        return _comparable(says, frame, resolve)
    if says.frame == NARRATION:
        return _told(says, frame)
    if says.unit == "weekend" and says.step is None:
        return _weekend(frame)
    here = point_of(says.unit, frame.day, southern=frame.outlet.southern) if frame.day is not None else None
    found = moved(here, says.step or 0, southern=frame.outlet.southern) if here is not None else None
    return placed(found, f"{_WORDS[(says.step or 0)]}-{says.unit}", frame.day, unit=says.unit)


_WORDS = {-2: "before-last", -1: "last", 0: "this", 1: "next", 2: "after-next"}


def _told(says: Period, frame: Frame) -> Resolved:
    """Counted from the date that the text last spoke of: "the following day", "that year", "the same month"."""
    if frame.focus is None or (says.step == 0 and says.unit == "day" and frame.focus.unit != "day"):
        here = day_point(frame.day) if frame.day is not None and says.step == 0 and not says.points else None
        return placed(here if says.unit == "day" else None, "this-day", frame.day, unit=says.unit)
    if says.step == 0 and frame.deictic and says.unit != "day":
        return placed(None, "told", unit=says.unit)
    if says.unit == "day" and says.step == 1 and frame.focus.end is not None and frame.focus.unit != "day":
        return placed(None, "told", unit=says.unit)
    here = point_of(says.unit, frame.focus.start)
    return placed(moved(here, says.step or 0) if here is not None else None, "told", frame.focus, unit=says.unit)


def _weekend(frame: Frame) -> Resolved:
    """The weekend before publication, or, looking ahead, the one to come; on a weekend that one."""
    if frame.day is None:
        return placed(None, "weekend", unit="weekend")
    back = 0 if frame.ahead or frame.day.isoweekday() >= 6 else -1
    start = shifted_by(frame.day, "week", back)
    return placed(point_of("weekend", start) if start is not None else None, "weekend", frame.day, unit="weekend")


def _season(says: Period, frame: Frame, resolve: Resolve) -> Resolved:
    southern, code = frame.outlet.southern, says.season or "SU"
    year = resolve(says.of, frame).point if says.of is not None else None
    if year is not None:
        return placed(season_point(year.start.year, code, southern=southern), "calendar", unit="season")
    day = frame.day
    if day is None:
        return placed(None, "season", unit="season")
    near = [season_point(day.year + step, code, southern=southern) for step in (-2, -1, 0, 1)]
    points = [point for point in near if point is not None]
    over = [point for point in points if point.end is not None and point.end <= day]
    begun = [point for point in points if point.start <= day]
    coming = [point for point in points if point.start > day]
    current = [point for point in begun if point.end is None or day < point.end]
    if says.step == -1:
        return placed(over[-1] if over else None, "last-season", day, unit="season")
    if says.step == 1:
        return placed(coming[0] if coming else None, "next-season", day, unit="season")
    if says.step == 0:
        this = current or [point for point in points if point.start.year == day.year]
        return placed(this[0] if this else None, "this-season", day, unit="season")
    chosen = (current or coming)[:1] if frame.ahead else begun[-1:]
    return placed(chosen[0] if chosen else None, "season", day, unit="season")


def _numbered(says: Period, frame: Frame, resolve: Resolve) -> Resolved:
    """The nth quarter or half: of a year that is named, else the latest one that has begun, or the one to come."""
    number = says.number or 1
    make = quarter_point if says.unit == "quarter" else half_point
    year = resolve(says.of, frame).point if says.of is not None else None
    if year is not None:
        return placed(make(year.start.year, number), "calendar", unit=says.unit)
    if frame.day is None:
        return placed(None, says.unit, unit=says.unit)
    this = make(frame.day.year, number)
    step = _years_to(this, frame) if this is not None else 0
    if says.step == -4:
        step -= 1
    return placed(make(frame.day.year + step, number), f"{says.unit}-looking-back", frame.day, unit=says.unit)


def _years_to(this: Point, frame: Frame) -> int:
    """Last year's where this year's has not begun; next year's where the sentence looks ahead and that is nearer."""
    day = frame.day or this.start
    if this.start > day:
        return 0 if frame.ahead else -1
    if this.end is None or this.end > day or not frame.ahead:
        return 0
    again = shifted_by(this.start, "year", 1)
    return 1 if again is not None and (again - day) < (day - this.end) else 0


def _comparable(says: Period, frame: Frame, resolve: Resolve) -> Resolved:
    """The last quarter spoken of, or the last complete one, or a year before it ("the year-earlier period")."""
    if frame.period is not None and says.unit == "comparable" and says.step in (-1, -4):
        return unplaced(frame.period, "year-before-period", type="DURATION")
    base = frame.quarter or _last_quarter(frame.day)
    if base is None:
        return placed(None, "quarter", unit="quarter")
    year = resolve(says.of, frame).point if says.of is not None else None
    if year is not None:
        return placed(quarter_point(year.start.year, (base.start.month + 2) // 3), "quarter-of-year", unit="quarter")
    if says.step in (-1, -4):
        back = moved(base, -4)
        return placed(back, "year-before-quarter", base, unit="quarter")
    return placed(base, "latest-quarter", frame.day, unit="quarter")


def _last_quarter(day: date | None) -> Point | None:
    here = point_of("quarter", day) if day is not None else None
    return moved(here, -1) if here is not None else None


def _year_end(frame: Frame) -> Resolved:
    """The last day of the year of publication; looking back, of the year before."""
    if frame.day is None:
        return placed(None, "year-end")
    year = frame.day.year - (1 if frame.look == "past" else 0)
    return placed(day_point(date(max(year, 1), 12, 31)), "year-end", frame.day)
