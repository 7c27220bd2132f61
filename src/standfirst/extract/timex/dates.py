"""Calendar dates, weekdays and named days: the missing parts are filled from where the sentence looks.

News looks back: a weekday or a month without a year is the latest one not after publication, unless the sentence
looks ahead ("will", "scheduled", "by"). A paper of Friday that says "on Friday" means that day.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from standfirst.extract.timex.frame import Frame
from standfirst.extract.timex.meaning import Calendar, Meaning, Named, Slashed, Weekday, Years
from standfirst.extract.timex.points import (
    Point,
    add_days,
    civil,
    day_point,
    easter,
    first_of,
    month_point,
    nth_weekday,
    year_point,
)
from standfirst.extract.timex.resolved import Resolved, placed, unplaced

Resolve = Callable[[Meaning, Frame], Resolved]

#: Without a verb to go by, the nearer of the two neighbours is meant; the way back may be this much longer.
_BACK_LEANS = 2.0
#: How much nearer the other way has to be to outweigh the verb.
_SURE = 8.0


def calendar(says: Calendar, frame: Frame, resolve: Resolve) -> Resolved:
    """A printed date with whatever parts it has."""
    if says.of is not None:
        year = resolve(says.of, frame)
        if year.point is None or year.point.unit != "year":
            return unplaced(_shape(says), "calendar-unplaced")
        found = calendar(replace(says, of=None, step=None, year=year.point.start.year), frame, resolve)
        return replace(found, rule="calendar-of-year", anchor=year.anchor)
    if says.year is not None:
        return (
            placed(_point(says, says.year), "calendar")
            if _point(says, says.year)
            else unplaced(_shape(says), "calendar-unplaced")
        )
    if frame.day is None and frame.telling is None:
        return unplaced(_shape(says), "calendar-unplaced")
    year_number, rule = _year_of(says, frame)
    if rule == "calendar-back":
        return unplaced(_shape(says), "calendar-unplaced")
    point = _point(says, year_number)
    anchor = frame.day if frame.day is not None and rule != "calendar-told" else frame.focus
    return placed(point, rule, anchor) if point is not None else unplaced(_shape(says), "calendar-unplaced")


def _shape(says: Calendar) -> str:
    """The date with X for what is not known."""
    year = f"{says.year:04}" if says.year is not None else "XXXX"
    if says.month is None:
        return year
    return f"{year}-{says.month:02}" + (f"-{says.day:02}" if says.day is not None else "")


def _point(says: Calendar, year: int) -> Point | None:
    if says.month is None:
        return year_point(year)
    if says.day is None:
        return month_point(year, says.month)
    day = civil(year, says.month, says.day)
    return day_point(day) if day is not None else None


def _year_of(says: Calendar, frame: Frame) -> tuple[int, str]:
    """The year of a month or a day printed without one, and the rule that chose it."""
    if frame.telling is not None and says.step is None and (frame.day is None or not frame.ahead):
        if _goes_on(says, frame):
            return frame.telling, "calendar-told"
        if frame.day is None:
            return frame.telling, "calendar-back"
    day = frame.day or date(1, 1, 1)
    month, inside = says.month or 1, says.day or 1
    here = (day.month, day.day if says.day is not None else 1)
    past = day.year if (month, inside) <= here else day.year - 1
    coming = day.year if (month, inside if says.day is not None else 1) >= here else day.year + 1
    if says.weekday is not None and says.day is not None:
        for year in (past, coming):
            found = civil(year, month, inside)
            if found is not None and found.isoweekday() == says.weekday:
                return year, "calendar-by-weekday"
    if says.step is not None:
        return _stepped_year(says.step, month, day)
    if past == coming or says.month is None:
        return past, "calendar-looking-back"
    return _nearer(past, coming, (month, inside), day, frame.look)


def _goes_on(says: Calendar, frame: Frame) -> bool:
    """Whether a month told after a date lies on from it; "in May 2003 ... in March" may be either year's March."""
    return frame.focus is None or says.month is None or says.month >= frame.focus.start.month


def _stepped_year(step: int, month: int, day: date) -> tuple[int, str]:
    """The latest June that is over, the first March that has not begun, this year's May."""
    if step == 0:
        return day.year, "calendar-this"
    if step < 0:
        return (day.year if month < day.month else day.year - 1), "calendar-last"
    return (day.year if month > day.month else day.year + 1), "calendar-next"


def _nearer(past: int, coming: int, inside: tuple[int, int], day: date, look: str) -> tuple[int, str]:
    """By where the sentence looks, unless the other way is very much nearer; without a verb the nearer, leaning back.

    "the Jan. 14 deadline" in a paper of 5 January is ahead, whatever the verb. Errs where news tells of what
    happened eleven months ago without a year.
    """
    back, ahead = first_of(past, inside[0]), first_of(coming, inside[0])
    if back is None or ahead is None:
        return past, "calendar-looking-back"
    behind = max((day - back).days - inside[1], 1)
    before = max((ahead - day).days + inside[1], 1)
    lean = {"past": _SURE, "planned": 1 / _SURE, "future": 0.0}.get(look, _BACK_LEANS)
    if behind > before * lean:
        return coming, "calendar-looking-forward" if look in ("future", "planned") else "calendar-nearer"
    return past, "calendar-nearer" if look == "planned" else "calendar-looking-back"


def slashed(says: Slashed, frame: Frame) -> Resolved:
    """03/04/2020 by the habit of the outlet's country; without one, only where one number cannot be a month."""
    first, second = says.first, says.second
    month_first = frame.outlet.month_first
    if first > 12 or second > 12 or first == second:
        month_first = second > 12
    if month_first is None:
        return unplaced(f"{says.year:04}-XX-XX", "slashed-unplaced")
    day = civil(says.year, first, second) if month_first else civil(says.year, second, first)
    point = day_point(day) if day is not None else None
    return placed(point, "slashed-month-first" if month_first else "slashed-day-first")


def years(says: Years) -> Resolved:
    """A run of years as an ISO 8601 interval."""
    first, last = year_point(says.first), year_point(says.last)
    if first is None or last is None:
        return unplaced("XXXX", "years-unplaced")
    both = Point(unit="years", value=f"{first.value}/{last.value}", start=first.start, end=last.end)
    return replace(placed(both, "years"), point=None)


def weekday(says: Weekday, frame: Frame) -> Resolved:
    """A weekday by where its sentence looks; "last" and "next" never mean the day of publication."""
    base = frame.day
    told = says.frame == "narration"
    if told:
        base = frame.focus.start if frame.focus is not None else None
    if base is None:
        return unplaced(f"XXXX-WXX-{says.number}", "weekday-unplaced")
    if says.week is not None:
        day = add_days(base, says.number - base.isoweekday() + 7 * says.week)
        return placed(day_point(day) if day is not None else None, "weekday-of-week", base)
    dated = next((point for point in frame.dated if point.start.isoweekday() == says.number), None)
    if dated is not None and says.step is None and not told and (not frame.ahead or dated.start >= base):
        return placed(dated, "weekday-as-dated", base)
    ahead = (says.number - base.isoweekday()) % 7
    back = (base.isoweekday() - says.number) % 7
    if says.step == -1:
        move, rule = -(back or 7), "weekday-last"
    elif says.step == 1:
        move, rule = ahead or 7, "weekday-next"
    elif says.step == 2:
        move, rule = ahead + 7, "weekday-after-next"
    elif frame.ahead or (says.step == 0 and frame.look != "past"):
        move, rule = ahead, "weekday-planned"
    else:
        move, rule = -back, "weekday-looking-back"
    day = add_days(base, move)
    return placed(day_point(day) if day is not None else None, "weekday-told" if told else rule, base)


def named(says: Named, frame: Frame, resolve: Resolve) -> Resolved:
    """A named day of the year that is printed, or the one that the sentence looks to."""
    year = says.year
    if says.of is not None:
        told = resolve(says.of, frame).point
        year = told.start.year if told is not None else None
    if year is not None:
        point = named_day(says.notation, year)
        return placed(point, "named-day")
    if frame.day is None:
        return unplaced("XXXX-XX-XX", "named-day-unplaced")
    candidates = [named_day(says.notation, frame.day.year + step) for step in (-1, 0, 1)]
    days = [point for point in candidates if point is not None]
    before = [point for point in days if point.start <= frame.day]
    after = [point for point in days if point.start >= frame.day]
    forward = says.step == 1 or (says.step != -1 and frame.ahead)
    if not forward and frame.look != "past" and says.step is None and after and before:
        forward = frame.day - before[-1].start > timedelta(days=180)
    chosen = after[:1] if forward else before[-1:]
    return placed(chosen[0] if chosen else None, "named-day", frame.day)


def named_day(notation: str, year: int) -> Point | None:
    """The day that a notation of the table means in a year: "12-25", "easter-2", "11 4 4"."""
    if not 1 <= year <= 9999:
        return None
    if notation.startswith("easter"):
        day = add_days(easter(year), int(notation.removeprefix("easter"))) if year >= 1583 else None
    elif " " in notation:
        month, nth, number = (int(part) for part in notation.split())
        day = nth_weekday(year, month, nth, number)
    else:
        month, inside = (int(part) for part in notation.split("-"))
        day = civil(year, month, inside)
    return day_point(day) if day is not None else None
