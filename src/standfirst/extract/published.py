"""When a report came out, and when each of its passages did.

What the front matter gives stands. Otherwise it is worked out from the page: a line that dates it, its address, the
copy's own date; each with its basis, and never more narrowly than the page allows.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime, tzinfo

from spacy.tokens import Doc

from standfirst.errors import BadMoment
from standfirst.extract.blocks.layout import page_of
from standfirst.extract.blocks.stamps import HEADER, find_clock
from standfirst.extract.dates import FoundDate, full_dates, url_time
from standfirst.extract.passages import passage_times
from standfirst.extract.published_bounds import last_past_day, text_bounds
from standfirst.model.dating import dated
from standfirst.model.reading import Block, Reading
from standfirst.model.report import UNKNOWN_TIME, Published, Report
from standfirst.when import at, zone


def run(reading: Reading, doc: Doc | None = None) -> Reading:
    """Fill in when the report came out and the times of its blocks."""
    published = find_published(reading.report, reading.blocks, doc)
    blocks = passage_times(reading.report, published, reading.blocks)
    return replace(reading, published=published, blocks=blocks)


def find_published(report: Report, blocks: tuple[Block, ...], doc: Doc | None = None) -> Published:
    """When the report came out: given, else from a line of its text, else from its address, else only bounded.

    "retrieved" gives a latest time and no value; the words of the text may set bounds (`published_bounds`), also
    inside the month or year that an address gives.
    """
    if report.published.value is not None:
        return report.published
    where = zone(report.timezone)
    latest = report.retrieved.latest
    for found in (_from_text(report, blocks, where), _from_url(report, where)):
        if found is not None and (latest is None or found.earliest is None or found.earliest <= latest):
            return _bounded(report, _capped(found, latest))
    earliest, latest = text_bounds(report, blocks, latest)
    if earliest is None and latest is None:
        return UNKNOWN_TIME
    return Published(value=None, earliest=earliest, latest=latest, basis="inferred")


def _capped(found: Published, latest: datetime | None) -> Published:
    """A time that cannot reach beyond the moment when the copy was taken."""
    if latest is None or found.latest is None or found.latest <= latest:
        return found
    return replace(found, latest=latest)


def _bounded(report: Report, found: Published) -> Published:
    """A month or year no earlier than what the text looks back on: an address "/2031/" and "on 4 March 2031 it was"."""
    if found.value is None or len(found.value) >= len("2031-05-06") or found.earliest is None:
        return found
    past = last_past_day(page_of(report.text).plain, zone(report.timezone), found.latest)
    return replace(found, earliest=max(past, found.earliest)) if past is not None else found


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
