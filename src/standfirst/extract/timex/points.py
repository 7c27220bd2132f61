"""Named stretches of the calendar - a day, a week, a quarter, a season - with their TIMEX3 values and their neighbours.

Pure calendar arithmetic: nothing here knows a text or a report. Weeks are ISO weeks (Monday first). Beyond the years
1 to 9999 there is no point: the functions give None.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from standfirst.when import Interval

#: First month of a season north of the equator, by TIMEX3 code; in the south the halves of the year change places.
_SEASON_START = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
#: Months in one of them.
_MONTHS = {"month": 1, "quarter": 3, "season": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}
_DAYS = {"day": 1, "week": 7, "fortnight": 14, "weekend": 7}


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """A stretch that has a name in the calendar."""

    #: day | week | weekend | month | quarter | season | half | year | decade | century.
    unit: str
    #: TIMEX3: "2020-01-03", "2020-W01", "2020-W01-WE", "2020-01", "2020-Q1", "2020-SU", "2020-H1", "2020", "202", "20".
    value: str
    start: date
    #: First day after it; None past the end of the calendar.
    end: date | None

    @property
    def interval(self) -> Interval:
        """The same days as an interval."""
        return Interval(start=self.start, end=self.end)


def first_of(year: int, month: int) -> date | None:
    """The first day of a month; months may run past 1..12 ("month 14 of 2019" is February 2020)."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return date(year, month, 1) if 1 <= year <= 9999 else None


def _months_on(start: date | None, months: int) -> date | None:
    return first_of(start.year, start.month + months) if start is not None else None


def _span(unit: str, value: str, start: date | None, months: int) -> Point | None:
    return Point(unit=unit, value=value, start=start, end=_months_on(start, months)) if start is not None else None


def day_point(value: date) -> Point:
    """One day."""
    return Point(unit="day", value=value.isoformat(), start=value, end=add_days(value, 1))


def civil(year: int, month: int, day: int) -> date | None:
    """A date, or None where there is no such day (30 February)."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def add_days(value: date, days: int) -> date | None:
    """The date so many days on, or None beyond the calendar."""
    try:
        return value + timedelta(days=days)
    except OverflowError:
        return None


def add_months(value: date, months: int) -> date | None:
    """The same day so many months on, or the last day of that month (31 January + 1 is 28 or 29 February)."""
    first = first_of(value.year, value.month + months)
    if first is None:
        return None
    after = _months_on(first, 1)
    last = (after - timedelta(days=1)).day if after is not None else 31
    return first.replace(day=min(value.day, last))


def week_point(inside: date) -> Point | None:
    """The ISO week that holds a day."""
    start = add_days(inside, 1 - inside.isoweekday())
    if start is None:
        return None
    year, number, _ = inside.isocalendar()
    return Point(unit="week", value=f"{year:04}-W{number:02}", start=start, end=add_days(start, 7))


def weekend_point(inside: date) -> Point | None:
    """The Saturday and Sunday of the ISO week that holds a day."""
    week = week_point(inside)
    start = add_days(week.start, 5) if week is not None else None
    if week is None or start is None:
        return None
    return Point(unit="weekend", value=f"{week.value}-WE", start=start, end=week.end)


def month_point(year: int, month: int) -> Point | None:
    """One month."""
    return _span("month", f"{year:04}-{month:02}", first_of(year, month), 1)


def quarter_point(year: int, number: int) -> Point | None:
    """One calendar quarter, 1 to 4."""
    return _span("quarter", f"{year:04}-Q{number}", first_of(year, 3 * number - 2), 3)


def half_point(year: int, number: int) -> Point | None:
    """Half a year, 1 or 2."""
    return _span("half", f"{year:04}-H{number}", first_of(year, 6 * number - 5), 6)


def season_point(year: int, code: str, *, southern: bool = False) -> Point | None:
    """The season that begins in that year: winter 2019 north of the equator is December 2019 to February 2020."""
    month = _SEASON_START[code]
    if southern:
        month = (month + 5) % 12 + 1
    return _span("season", f"{year:04}-{code}", first_of(year, month), 3)


def year_point(year: int) -> Point | None:
    """One year."""
    return _span("year", f"{year:04}", first_of(year, 1), 12) if 1 <= year <= 9999 else None


def decade_point(year: int) -> Point | None:
    """The decade of a year: 1994 gives the 1990s."""
    first = year // 10 * 10
    return _span("decade", f"{first // 10:03}", first_of(max(first, 1), 1), 120 if first else 108)


def century_point(number: int) -> Point | None:
    """The nth century, counted as it is spoken of: the 20th is 1900 to 1999."""
    first = (number - 1) * 100
    return _span("century", f"{number - 1:02}", first_of(max(first, 1), 1), 1200 if first else 1188)


def point_of(unit: str, inside: date, *, southern: bool = False) -> Point | None:
    """The stretch of that unit that holds a day; a fortnight is taken as the week, a night as the day."""
    match unit:
        case "day" | "night":
            return day_point(inside)
        case "week" | "fortnight":
            return week_point(inside)
        case "weekend":
            return weekend_point(inside)
        case "month":
            return month_point(inside.year, inside.month)
        case "quarter":
            return quarter_point(inside.year, (inside.month + 2) // 3)
        case "half":
            return half_point(inside.year, 1 if inside.month <= 6 else 2)
        case "season":
            return season_at(inside, southern=southern)
        case "year":
            return year_point(inside.year)
        case "decade":
            return decade_point(inside.year)
        case "century":
            return century_point(inside.year // 100 + 1)
    return None


def season_at(inside: date, *, southern: bool = False) -> Point | None:
    """The season that holds a day."""
    for year in (inside.year, inside.year - 1):
        for code in _SEASON_START:
            point = season_point(year, code, southern=southern) if year >= 1 else None
            if point is not None and point.start <= inside and (point.end is None or inside < point.end):
                return point
    return None


def moved(point: Point, steps: int, *, southern: bool = False) -> Point | None:
    """The stretch of the same unit so many steps on."""
    start = shifted_by(point.start, point.unit, steps)
    return point_of(point.unit, start, southern=southern) if start is not None else None


def shifted_by(value: date, unit: str, count: int) -> date | None:
    """The date `count` units on; a unit of less than a day stays on the day."""
    if abs(count) > 200_000:
        return None
    if unit in _DAYS:
        return add_days(value, _DAYS[unit] * count)
    if unit in _MONTHS:
        return add_months(value, _MONTHS[unit] * count)
    return add_days(value, count) if unit == "night" else value


def easter(year: int) -> date:
    """Easter Sunday in the Gregorian calendar (the anonymous computus of 1876)."""
    golden = year % 19
    century, rest = divmod(year, 100)
    leap, fourth = divmod(century, 4)
    moon = (19 * golden + century - leap - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    week = (32 + 2 * fourth + 2 * (rest // 4) - moon - rest % 4) % 7
    shift = (golden + 11 * moon + 22 * week) // 451
    month, day = divmod(moon + week - 7 * shift + 114, 31)
    return date(year, month, day + 1)


def nth_weekday(year: int, month: int, nth: int, weekday: int) -> date:
    """The nth such weekday (ISO number) of a month; -1 is the last."""
    if nth > 0:
        first = date(year, month, 1)
        return first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (nth - 1))
    last = add_months(date(year, month, 1), 1) or date(year, month, 28)
    last -= timedelta(days=1)
    return last - timedelta(days=(last.isoweekday() - weekday) % 7)
