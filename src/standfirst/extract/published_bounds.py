"""Between which moments was a report written, as far as its own words tell? Bounds, never a value.

- "was finished on 4 March 1974": not before that day.
- "Last updated 4.14pm" without a date: not after the last 4.14pm before the copy was taken.
- "on Friday, January 3" of what is past, without its year: within the year after a 3 January that is a Friday.
- "scheduled for June this year": not after June; "in June this year" of what is past: not before it.

The last two leave windows year by year; they narrow a span of which both ends are known. Where the words contradict
each other or the span, they say nothing. Errs where a paper prints a wrong weekday, or a date more than a year old
without its year.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo

from standfirst.extract.blocks.layout import page_of
from standfirst.extract.blocks.stamps import HEADER, find_clock
from standfirst.extract.dates import full_dates, month_of, past_days
from standfirst.model.reading import Block
from standfirst.model.report import Report
from standfirst.when import at, instant, shifted, zone

#: Words that put a date before or after the time of writing; a date with neither kind bounds nothing.
_AHEAD = re.compile(
    r"\b(?:will|shall|due|schedul\w+|expect\w*|plan\w*|until|by|next|would|forecast\w*|target\w*|aim\w*|from)\b", re.I
)
_BEHIND = re.compile(
    r"\b(?:was|were|had|did|has|have|since|ago|\w{2,}ed|began|said|made|went|came|took|found|won|lost|held)\b", re.I
)
_CONTEXT = 120
_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_WEEKDAY_DATE = re.compile(
    rf"\b(?P<w>{'|'.join(day.capitalize() for day in _WEEKDAYS)}),?\s(?:the\s)?"
    rf"(?:(?P<m1>{_MONTH})\s(?P<d1>\d{{1,2}})|(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?\s(?:of\s)?(?P<m2>{_MONTH}))"
    r"\b(?!,?\s?\d)"
)
_THIS_YEAR = re.compile(rf"\b(?P<m>{_MONTH})\s(?:of\s)?this\syear\b")
#: A longer span is not narrowed: too many years would fit.
_MOST_YEARS = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class _Window:
    """Days on which a report may have been written, both ends in it."""

    first: date
    last: date


def text_bounds(
    report: Report, blocks: tuple[Block, ...], latest: datetime | None
) -> tuple[datetime | None, datetime | None]:
    """Earliest and latest moment of publication by the text, no wider than `latest`; None where it sets no bound."""
    plain, where = page_of(report.text).plain, zone(report.timezone)
    latest = _last_clock(plain, blocks, where, latest)
    earliest = last_past_day(plain, where, latest)
    return _narrowed(plain, where, earliest, latest)


def last_past_day(plain: str, where: tzinfo | None, latest: datetime | None) -> datetime | None:
    """The last moment that the text looks back on with its year: the report came out no earlier.

    "was finished in 1974" bounds; "will be finished by 2031" does not, nor does any date after the copy was taken.
    """
    found: datetime | None = None
    for day, start, end in past_days(plain):
        if _side(plain, start, end) >= 0:
            continue
        moment = _midnight(day, where)
        if moment is not None and (latest is None or moment < latest) and (found is None or moment > found):
            found = moment
    return found


def _side(plain: str, start: int, end: int) -> int:
    """-1 where the sentence around a date looks back, 1 where it looks ahead, 0 where it does neither or both."""
    before = plain[max(0, start - _CONTEXT) : start].rsplit("\n", 1)[-1]
    around = before.rsplit(". ", 1)[-1] + plain[end : end + _CONTEXT].split("\n")[0].split(". ")[0]
    if _AHEAD.search(around):
        return 0 if _BEHIND.search(around) and not re.search(r"\bschedul|\bdue\b|\bwill\b", around, re.I) else 1
    return -1 if _BEHIND.search(around) else 0


def _last_clock(
    plain: str, blocks: tuple[Block, ...], where: tzinfo | None, latest: datetime | None
) -> datetime | None:
    """The last time of day before the copy was taken at which the page says that it was touched."""
    for block in blocks:
        words = plain[block.span.start : block.span.end]
        if latest is None or block.kind != "credit" or not HEADER.match(words) or any(full_dates(words)):
            continue
        stamp = find_clock(words)
        there = (zone(stamp.zone) or where) if stamp is not None else None
        if stamp is None or stamp.day is not None or there is None:
            continue
        day = latest.astimezone(there).date()
        moments = [at(each, stamp.clock, there) for back in (0, -1) if (each := shifted(day, back)) is not None]
        latest = max((moment for moment in moments if moment <= latest), default=latest)
    return latest


def _narrowed(
    plain: str, where: tzinfo | None, earliest: datetime | None, latest: datetime | None
) -> tuple[datetime | None, datetime | None]:
    """The span with both its ends moved in to where the windows of all dates without a year overlap."""
    if earliest is None or latest is None:
        return earliest, latest
    first, last = earliest.astimezone(where).date(), (latest - timedelta(microseconds=1)).astimezone(where).date()
    if last.year - first.year > _MOST_YEARS:
        return earliest, latest
    open_days = [_Window(first=first, last=last)]
    for windows in _windows(plain, range(first.year - 1, last.year + 1)):
        open_days = _shared(open_days, windows)
    if not open_days:
        return earliest, latest
    begin = _midnight(min(window.first for window in open_days), where)
    after = shifted(max(window.last for window in open_days), 1)
    end = _midnight(after, where) if after is not None else None
    return max(earliest, begin or earliest), min(latest, end or latest)


def _windows(plain: str, years: range) -> Iterator[list[_Window]]:
    """For each date without a year, the days of each year on which it could have been told so."""
    for match in _WEEKDAY_DATE.finditer(plain):
        if _side(plain, match.start(), match.end()) >= 0:
            continue
        month, day = month_of(match["m1"] or match["m2"]), int(match["d1"] or match["d2"])
        days = [found for year in years if (found := _civil(year, month, day)) is not None]
        fitting = [found for found in days if _WEEKDAYS[found.weekday()] == match["w"].lower()]
        yield [_Window(first=found, last=found + timedelta(days=364)) for found in fitting if found.year < 9999]
    for match in _THIS_YEAR.finditer(plain):
        side, month = _side(plain, match.start(), match.end()), month_of(match["m"])
        if side > 0:
            last = [(year, date(year + month // 12, month % 12 + 1, 1)) for year in years if 1 <= year < 9999]
            yield [_Window(first=date(year, 1, 1), last=after - timedelta(days=1)) for year, after in last]
        elif side < 0:
            yield [_Window(first=date(year, month, 1), last=date(year, 12, 31)) for year in years if year >= 1]


def _shared(some: list[_Window], others: list[_Window]) -> list[_Window]:
    both = [
        _Window(first=max(one.first, other.first), last=min(one.last, other.last)) for one in some for other in others
    ]
    return [window for window in both if window.first <= window.last]


def _civil(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _midnight(day: date, where: tzinfo | None) -> datetime | None:
    try:
        return instant(datetime.combine(day, time.min), where)
    except (OverflowError, ValueError):
        return None
