"""When the number of a point holds, and which of two points is the later one."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from standfirst.link.figures.keys import Item
from standfirst.when import Interval, as_date


def out_from(item: Item) -> datetime | None:
    """The earliest moment at which the passage can have come out."""
    return item.published.earliest


def out_by(item: Item) -> datetime | None:
    """The moment by which it was out; where nothing says, that by which the copy was taken."""
    return item.published.latest or item.reading.report.retrieved.latest


def strictly_before(one: Item, other: Item) -> bool:
    """Whether one came out before the other beyond doubt; two passages of one moment did not."""
    first, second = one.published.latest, other.published.earliest
    return first is not None and second is not None and first <= second and one.published != other.published


def precedes(one: Item, other: Item) -> bool:
    """Whether one is the earlier number: by the times for which they are told where these are apart, else by its day.

    "By Monday 300 were missing" is older than "120 are missing on Tuesday", also where its report came out later.
    """
    mine, theirs = one.quantity.when, other.quantity.when
    if mine is not None and theirs is not None and not mine.overlaps(theirs):
        return mine.first_day is not None and theirs.first_day is not None and mine.first_day < theirs.first_day
    return strictly_before(one, other)


def days_apart(one: Item, other: Item) -> int | None:
    """Whole days that at most lie between the two, None where that is not known."""
    edges = [
        edge for item in (one, other) for edge in (out_from(item) or out_by(item), out_by(item)) if edge is not None
    ]
    if out_by(one) is None or out_by(other) is None:
        return None
    return (max(edges) - min(edges)).days


def may_overlap(one: Interval | None, other: Interval | None) -> bool:
    """Whether the times for which two numbers are told can be the same; an unknown time can be any."""
    return one is None or other is None or one.overlaps(other)


def holds_on(item: Item) -> date | None:
    """The day for which the number is told: that of its clause, else that on which it came out."""
    when = item.quantity.when
    if when is not None and when.first_day is not None:
        return when.first_day
    out = out_by(item)
    return out.date() if out is not None else None


def within_days(one: Item, other: Item, days: int) -> bool:
    """Whether the days for which two numbers are told are known and no more than so many apart."""
    first, second = holds_on(one), holds_on(other)
    return first is not None and second is not None and abs((first - second).days) <= days


def order_key(item: Item) -> tuple[date, float, str, int]:
    """Order in a series: by the time for which the number holds, else by when it came out."""
    when = item.quantity.when
    moment = out_by(item)
    start = when.start if when is not None and when.start is not None else moment
    day = as_date(start) if start is not None else date.max
    stamp = moment.timestamp() if moment is not None and moment.tzinfo is not None else 0.0
    return (day, stamp, item.reading.report.id, item.quantity.span.start)


def within(one: Item, other: Item, days: int) -> bool:
    """Whether the two surely came out within so many days of each other."""
    apart = days_apart(one, other)
    return apart is not None and apart <= timedelta(days=days).days
