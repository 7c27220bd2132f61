"""From when a passage speaks: its publication as civil days in the outlet's zone, and the date it last spoke of."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo

from standfirst.extract.timex.points import Point
from standfirst.lexicon.time import time_words
from standfirst.model.report import Published, Report
from standfirst.when import Interval, zone

#: A publication known only to more than this is no anchor for "today".
_ONE_DAY = timedelta(hours=25)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlet:
    """What the outlet's place settles."""

    zone: tzinfo | None
    #: True: 03/04 is 4 March; False: 3 April; None: not known.
    month_first: bool | None
    southern: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """Everything that one expression is reckoned from."""

    outlet: Outlet
    #: Civil day of publication in the outlet's zone; None where it is not known to the day.
    day: date | None
    #: When the passage was certainly out.
    latest: datetime | None
    #: The minute at which a stamped passage came out: what "now" means there.
    stamp: Interval | None = None
    #: The date that the text last spoke of, before this expression.
    focus: Point | None = None
    #: The latest quarter that it spoke of.
    quarter: Point | None = None
    #: The months that results were last given for, as a TIMEX3 duration, where that is no quarter.
    period: str | None = None
    #: The year that it is telling of, where that is not the year of publication.
    telling: int | None = None
    #: True where that date is publication's own ("today"): "that day" is never told from it.
    deictic: bool = False
    #: Weekdays that the report has printed with their date near publication: "Thursday, Jan. 2".
    dated: tuple[Point, ...] = ()
    #: Hour of the time of day last spoken of on the focus day.
    hour: int | None = None
    #: past | future | planned | "": where the governing verb looks.
    look: str = ""

    @property
    def ahead(self) -> bool:
        """Whether the sentence looks ahead, surely or by words of plans."""
        return self.look in ("future", "planned")


def outlet_of(report: Report) -> Outlet:
    """What the report's zone settles."""
    words, name = time_words(), report.timezone
    return Outlet(
        zone=zone(name),
        month_first=name.startswith(words.month_first) if name else None,
        southern=name.startswith(words.southern) if name else False,
    )


def civil_bounds(published: Published, where: tzinfo | None) -> tuple[date | None, date | None]:
    """First and last civil day on which it may have come out, in the outlet's zone; None where that end is open."""
    return _civil(published.earliest, where), _civil(_inside(published.latest, published.earliest), where)


def _inside(latest: datetime | None, earliest: datetime | None) -> datetime | None:
    """The last moment before an end, which is itself outside (the end of a day is the next day's midnight)."""
    if latest is None or latest == earliest:
        return latest
    try:
        return latest - timedelta(microseconds=1)
    except OverflowError:
        return latest


def _civil(moment: datetime | None, where: tzinfo | None) -> date | None:
    if moment is None:
        return None
    try:
        return moment.astimezone(where).date() if where is not None and moment.tzinfo is not None else moment.date()
    except (OverflowError, ValueError):
        return moment.date()


def days_of(published: Published, where: tzinfo | None) -> tuple[date, ...]:
    """The one civil day of publication, or both ends of the span in which it lies, or nothing."""
    first, last = civil_bounds(published, where)
    if first is None or last is None or first > last:
        return ()
    if published.earliest is not None and published.latest is not None and first != last:
        try:
            if published.latest - published.earliest <= _ONE_DAY:
                return (first,)
        except TypeError:
            return ()
    return (first,) if first == last else (first, last)
