"""Stretches of time at the precision at which a text gives them, and the zones that turn them into instants.

An `Interval` is half-open. Its ends are civil dates where only the day is known (a day has no zone: 3 January is
3 January in the words of the one who says it) and date-times where a time of day is known. Nothing here reads a clock.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from standfirst.errors import BadMoment

#: Either end of an interval: a civil date, or a date-time (aware where the zone is known).
Edge = date | datetime

UTC = ZoneInfo("UTC")


@dataclass(frozen=True, slots=True, kw_only=True)
class Interval:
    """A half-open stretch of time; an open end is None. Where both ends are there, start <= end."""

    #: First moment inside, or None where the beginning is open or not known.
    start: Edge | None
    #: First moment after it, or None while it is open or not known.
    end: Edge | None

    def __post_init__(self) -> None:
        if self.start is not None and self.end is not None and sort_key(self.start) > sort_key(self.end):
            raise ValueError(f"an interval ends before it starts: {self.start} .. {self.end}")

    @property
    def first_day(self) -> date | None:
        """The civil date on which it starts."""
        return as_date(self.start) if self.start is not None else None

    @property
    def last_day(self) -> date | None:
        """The last civil date inside it."""
        if self.end is None:
            return None
        if isinstance(self.end, datetime):
            return (self.end - timedelta(microseconds=1)).date()
        return self.end - timedelta(days=1)

    def overlaps(self, other: Interval) -> bool:
        """Whether the two share a day; an open end reaches on without bound. Civil dates are compared as written."""
        starts_before = self.first_day is None or other.last_day is None or self.first_day <= other.last_day
        ends_after = self.last_day is None or other.first_day is None or other.first_day <= self.last_day
        return starts_before and ends_after


def as_date(edge: Edge) -> date:
    """The civil date of an edge, in its own zone."""
    return edge.date() if isinstance(edge, datetime) else edge


def sort_key(edge: Edge) -> tuple[date, time]:
    """Orders edges by civil date and then time of day, days first; zones are not compared."""
    return (edge.date(), edge.time()) if isinstance(edge, datetime) else (edge, time.min)


def day(value: date) -> Interval:
    """The whole of one civil day. The last day that a calendar holds has no end."""
    return Interval(start=value, end=shifted(value, 1))


def month(year: int, number: int) -> Interval:
    """The whole of one month."""
    after = (
        date(year + 1, 1, 1) if number == 12 and year < 9999 else None if number == 12 else date(year, number + 1, 1)
    )
    return Interval(start=date(year, number, 1), end=after)


def year(number: int) -> Interval:
    """The whole of one year."""
    return Interval(start=date(number, 1, 1), end=date(number + 1, 1, 1) if number < 9999 else None)


def shifted(value: date, days: int) -> date | None:
    """The date so many days on, or None beyond the calendar."""
    try:
        return value + timedelta(days=days)
    except OverflowError:
        return None


def zone(name: str | None) -> tzinfo | None:
    """The zone of that name in the tz database, or None where there is no such zone."""
    if not name:
        return None
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


def at(value: date, clock: time, where: tzinfo | None) -> datetime:
    """That time of day on that date in that zone; a time that the clocks skip is moved on by the skip."""
    moment = datetime.combine(value, clock, tzinfo=where)
    if where is None:
        return moment
    back = moment.astimezone(UTC).astimezone(where)
    return back if back.replace(tzinfo=None) != moment.replace(tzinfo=None) else moment


def instant(edge: Edge, where: tzinfo | None) -> datetime:
    """The instant of an edge: a date is its midnight; what has no zone is taken in `where`, or in UTC without one."""
    moment = edge if isinstance(edge, datetime) else datetime.combine(edge, time.min)
    return moment if moment.tzinfo is not None else at(moment.date(), moment.timetz(), where or UTC)


def read_edge(text: str) -> tuple[Edge, Edge | None]:
    """Read ISO 8601 at any precision from a year to a second as the (start, end) of what it names.

    Raises BadMoment where it is neither.
    """
    text = text.strip()
    try:
        if len(text) == 4 and text.isdigit():
            whole = year(int(text))
            return date(int(text), 1, 1), whole.end
        if len(text) == 7 and text[4] == "-":
            whole = month(int(text[:4]), int(text[5:]))
            return date(int(text[:4]), int(text[5:]), 1), whole.end
        if len(text) == 10:
            whole_day = date.fromisoformat(text)
            return whole_day, shifted(whole_day, 1)
        moment = datetime.fromisoformat(text)
        if "T" not in text and " " not in text:
            raise ValueError(text)
        clock = text[11:].split("+")[0].split("Z")[0].split("-")[0]
        step = (
            timedelta(hours=1)
            if ":" not in clock
            else timedelta(minutes=1)
            if clock.count(":") == 1
            else timedelta(seconds=1)
        )
        return moment, moment + step
    except (ValueError, OverflowError) as error:
        raise BadMoment(text) from error


def read_moment(text: str) -> datetime:
    """One instant from ISO 8601 text; what has no zone is UTC, a day alone is its end ("as of that day")."""
    start, end = read_edge(text)
    if isinstance(start, datetime):
        return instant(start, None)
    return instant(end if end is not None else start, None)


def iso(edge: Edge | None) -> str | None:
    """An edge as ISO 8601 text, seconds left out where they are zero and the edge has a time of day."""
    if edge is None:
        return None
    return edge.isoformat(timespec="seconds") if isinstance(edge, datetime) else edge.isoformat()
