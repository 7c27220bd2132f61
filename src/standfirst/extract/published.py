"""When a report came out, and when each of its passages did.

What the front matter gives stands. Otherwise it is worked out from the page: a line that dates it, its address, the
copy's own date; each with its basis, and never more narrowly than the page allows.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime, time, tzinfo

from spacy.tokens import Doc

from standfirst.errors import BadMoment
from standfirst.extract.blocks.layout import page_of
from standfirst.extract.blocks.stamps import HEADER, find_clock
from standfirst.extract.dates import FoundDate, full_dates, past_days, url_time
from standfirst.extract.passages import passage_times
from standfirst.model.dating import dated
from standfirst.model.reading import Block, Reading
from standfirst.model.report import UNKNOWN_TIME, Published, Report
from standfirst.when import at, instant, zone


def run(reading: Reading, doc: Doc | None = None) -> Reading:
    """Fill in when the report came out and the times of its blocks."""
    published = find_published(reading.report, reading.blocks, doc)
    blocks = passage_times(reading.report, published, reading.blocks)
    return replace(reading, published=published, blocks=blocks)


def find_published(report: Report, blocks: tuple[Block, ...], doc: Doc | None = None) -> Published:
    """When the report came out: given, else from a line of its text, else from its address, else only bounded.

    "retrieved" gives a latest time and no value; a date in the text that lies behind it gives an earliest one. Dates
    without a year give nothing.
    """
    if report.published.value is not None:
        return report.published
    where = zone(report.timezone)
    latest = report.retrieved.latest
    for found in (_from_text(report, blocks, where), _from_url(report, where)):
        if found is not None and (latest is None or found.earliest is None or found.earliest <= latest):
            return _capped(found, latest)
    earliest = _last_past_day(report, blocks, where, latest)
    if earliest is None and latest is None:
        return UNKNOWN_TIME
    return Published(value=None, earliest=earliest, latest=latest, basis="inferred")


def _capped(found: Published, latest: datetime | None) -> Published:
    """A time that cannot reach beyond the moment when the copy was taken."""
    if latest is None or found.latest is None or found.latest <= latest:
        return found
    return replace(found, latest=latest)


def _from_text(report: Report, blocks: tuple[Block, ...], where: tzinfo | None) -> Published | None:
    """The date that a line of the page gives it: of publication first, of the last update, of its dateline."""
    plain = page_of(report.text).plain
    updated: Published | None = None
    for block in blocks:
        start, end = block.span.start, block.span.end
        if block.kind not in ("credit", "byline", "dateline") or plain.startswith("(", start) or end - start > 400:
            continue
        found = next(full_dates(plain, start, end), None)
        if found is None:
            continue
        time_there = _published_at(found, plain[start:end], where)
        if time_there is None:
            continue
        if _UPDATED.match(plain[start:end]):
            updated = updated or time_there
        else:
            return time_there
    return updated


_UPDATED = re.compile(r"\W{0,3}(?:(?:this \w+ was )?last )?(?:updated|modified|edited)", re.IGNORECASE)


def _published_at(found: FoundDate, words: str, where: tzinfo | None) -> Published | None:
    """The time that a dating line gives, to the minute where it has a clock."""
    stamp = found.clock or (find_clock(words) if HEADER.match(words) else None)
    try:
        if stamp is None:
            return dated(found.day.isoformat(), where, "text")
        moment = at(found.day, stamp.clock, zone(stamp.zone) or where)
        return dated(moment.isoformat(timespec="minutes"), zone(stamp.zone) or where, "text")
    except (BadMoment, OverflowError):
        return None


def _from_url(report: Report, where: tzinfo | None) -> Published | None:
    """The time that the address holds."""
    found = url_time(report.url) if report.url else None
    try:
        return dated(found, where, "metadata") if found is not None else None
    except BadMoment:
        return None


#: Words that put a date before or after the time of writing; a date with neither kind bounds nothing.
_AHEAD = re.compile(
    r"\b(?:will|shall|due|schedul\w+|expect\w*|plan\w*|until|by|next|would|forecast\w*|target\w*|aim\w*|from)\b", re.I
)
_BEHIND = re.compile(
    r"\b(?:was|were|had|did|has|have|since|ago|\w{2,}ed|began|said|made|went|came|took|found|won|lost|held)\b", re.I
)
_CONTEXT = 120


def _last_past_day(
    report: Report, blocks: tuple[Block, ...], where: tzinfo | None, latest: datetime | None
) -> datetime | None:
    """The last moment that the text looks back on with its year: the report came out no earlier.

    "was finished in 1974" bounds; "will be finished by 2031" does not, nor does any date after the copy was taken.
    """
    plain = page_of(report.text).plain
    found: datetime | None = None
    for day, start, end in past_days(plain):
        before = plain[max(0, start - _CONTEXT) : start].rsplit("\n", 1)[-1]
        around = before.rsplit(". ", 1)[-1] + plain[end : end + _CONTEXT].split("\n")[0].split(". ")[0]
        if _AHEAD.search(around) or not _BEHIND.search(around):
            continue
        moment = _midnight(day, where)
        if moment is not None and (latest is None or moment < latest) and (found is None or moment > found):
            found = moment
    return found


def _midnight(day: date, where: tzinfo | None) -> datetime | None:
    try:
        return instant(datetime.combine(day, time.min), where)
    except (OverflowError, ValueError):
        return None
