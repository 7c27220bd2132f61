"""Dates as an editor writes them: "8 Jan 2020", "8 Jan 2020, 15:52", "Dec 2017", "2015", "3-5 Jan 2020"."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, datetime, timedelta

from standfirst.model.report import Published
from standfirst.when import Edge, Interval

#: Bounds further apart than this tell no more than the later of them.
_ABOUT = timedelta(days=3)
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def day_words(day: date) -> str:
    """A civil day."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def edge_words(edge: Edge) -> str:
    """A day, or a time of day on it."""
    return f"{day_words(edge)}, {edge:%H:%M}" if isinstance(edge, datetime) else day_words(edge)


def stretch_words(when: Interval | None) -> str:
    """A stretch of time at the precision that it has; empty where nothing is known."""
    if when is None or (when.start is None and when.end is None):
        return ""
    if when.start is None:
        last = _last_day(when)
        return f"until {day_words(last)}" if last is not None else ""
    if isinstance(when.start, datetime):
        return edge_words(when.start)
    last = _last_day(when)
    if last is None:
        return f"from {day_words(when.start)}"
    return _days_words(when.start, last)


def _days_words(first: date, last: date) -> str:
    if first >= last:
        return day_words(first)
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return str(first.year) if first.year == last.year else f"{first.year}–{last.year}"
    if first.year == last.year and first.month == last.month:
        whole = first.day == 1 and last.day == monthrange(first.year, first.month)[1]
        month = f"{_MONTHS[first.month - 1]} {first.year}"
        return month if whole else f"{first.day}–{last.day} {month}"
    start = f"{first.day} {_MONTHS[first.month - 1]}" if first.year == last.year else day_words(first)
    return f"{start} – {day_words(last)}"


def published_words(published: Published) -> str:
    """When something came out, as precisely as it is known; empty where it is not."""
    early, late = published.earliest, published.latest
    if early is None or (late is not None and late - early > _ABOUT):
        return "" if late is None else f"by {day_words(late)}"
    exact = late is not None and late - early < timedelta(hours=23)
    return moment_words(early) if exact else day_words(early)


def moment_words(moment: datetime) -> str:
    """A moment with its offset from UTC: "8 Jan 2020, 16:14 (UTC+13)"."""
    offset = moment.utcoffset()
    if offset is None:
        return edge_words(moment)
    minutes = int(offset.total_seconds() // 60)
    sign = "-" if minutes < 0 else "+"
    hours, rest = divmod(abs(minutes), 60)
    told = f"{sign}{hours}" + (f":{rest:02}" if rest else "") if minutes else ""
    return f"{edge_words(moment)} (UTC{told})"


def _last_day(when: Interval) -> date | None:
    try:
        return when.last_day
    except OverflowError:  # the day before the calendar begins
        return None
