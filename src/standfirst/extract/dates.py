"""Full dates on a page's surface, and in its address: only those that name their year, so that none is guessed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from standfirst.extract.blocks.stamps import Stamp, find_clock

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_YEAR = r"(?:19|20)\d\d"
_FULL = re.compile(
    rf"\b(?:(?P<m1>{_MONTH})\s(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?,?\s(?P<y1>{_YEAR})|"
    rf"(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?\s(?:of\s)?(?P<m2>{_MONTH}),?\s(?P<y2>{_YEAR})|"
    rf"(?P<y3>{_YEAR})-(?P<n3>\d\d)-(?P<d3>\d\d))(?!\d)",
    re.IGNORECASE,
)
_MONTH_YEAR = re.compile(rf"\b(?P<m>{_MONTH})(?:\s(?:of\s)?|,\s)(?P<y>{_YEAR})\b", re.IGNORECASE)
_YEAR_ALONE = re.compile(rf"\b(?:in|since|of|by late|late|early)\s(?P<y>{_YEAR})\b")
_URL_DAY = re.compile(
    rf"(?<!\d)(?P<y>{_YEAR})(?P<sep>[/-])(?P<m>\d{{1,2}}|[a-z]{{3,9}})(?P=sep)(?P<d>\d{{1,2}})(?!\d)|"
    rf"(?<!\d)(?P<y8>{_YEAR})(?P<m8>0[1-9]|1[0-2])(?P<d8>0[1-9]|[12]\d|3[01])(?![02-9]\d{{3}}|\d{{4,}})",
    re.IGNORECASE,
)
_URL_MONTH = re.compile(rf"/(?P<y>{_YEAR})/(?P<m>0[1-9]|1[0-2]|[1-9])(?=/)")
_URL_YEAR = re.compile(rf"/(?P<y>{_YEAR})(?=/)")
#: Ids of posts that count milliseconds since the network began (the "snowflake" ids that Twitter published in 2010).
_POST = re.compile(r"//(?:\w+\.)?(?:twitter|x)\.com/\w+/status(?:es)?/(?P<id>\d{15,20})")
_POST_EPOCH = datetime(2010, 11, 4, 1, 42, 54, 657_000, tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundDate:
    """A date on a page, with its place and, where one stands right after it, a time of day."""

    day: date
    start: int
    end: int
    clock: Stamp | None = None


def full_dates(words: str, start: int = 0, end: int | None = None) -> Iterator[FoundDate]:
    """Every date with day, month and year in plain words."""
    for match in _FULL.finditer(words, start, len(words) if end is None else end):
        found = _date(match["y1"] or match["y2"] or match["y3"], match["m1"] or match["m2"] or match["n3"],
                      match["d1"] or match["d2"] or match["d3"])  # fmt: skip
        if found is not None:
            after = words[match.end() : match.end() + 24].split("\n")[0]
            yield FoundDate(day=found, start=match.start(), end=match.end(), clock=find_clock(after))


def past_days(words: str) -> Iterator[tuple[date, int, int]]:
    """The first day of every date, month or year that the words name with its year, with the place."""
    for found in full_dates(words):
        yield found.day, found.start, found.end
    for match in _MONTH_YEAR.finditer(words):
        yield date(int(match["y"]), month_of(match["m"]), 1), match.start(), match.end()
    for match in _YEAR_ALONE.finditer(words):
        yield date(int(match["y"]), 1, 1), match.start(), match.end()


def url_time(url: str) -> str | None:
    """The time that an address holds, in ISO 8601 at its own precision: a day, a month, a year, or a post's second.

    "/2031/05/06/", "/2031-05-06", "a20310506b", "/2031/may/06/"; "/2031/" counts only as a folder of its own.
    """
    post = _POST.search(url)
    if post is not None:
        try:
            moment = _POST_EPOCH + timedelta(milliseconds=int(post["id"]) >> 22)
        except OverflowError:
            return None
        return moment.isoformat(timespec="seconds")
    for match in _URL_DAY.finditer(url):
        found = _date(match["y"] or match["y8"], match["m"] or match["m8"], match["d"] or match["d8"])
        if found is not None:
            return found.isoformat()
    month = _URL_MONTH.search(url)
    if month is not None:
        return f"{month['y']}-{int(month['m']):02}"
    year = _URL_YEAR.search(url)
    return year["y"] if year is not None else None


def month_of(word: str) -> int:
    """1 to 12 of a month's name, its abbreviation or its number."""
    return int(word) if word.isdigit() else _MONTHS.index(word[:3].lower()) + 1


def _date(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), month_of(month), int(day))
    except ValueError:
        return None
