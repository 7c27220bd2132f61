"""When each passage of a report came out, where the report stamps some of them with times of their own.

What counts is that no passage is taken for older than it can be: a brief as of a moment must not hold what was added
later. Where the page leaves it open, the later reading is taken.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from itertools import pairwise

from standfirst.extract.blocks.layout import page_of
from standfirst.extract.blocks.stamps import Stamp, find_clock, read_stamp
from standfirst.extract.dates import full_dates
from standfirst.model.dating import day_of
from standfirst.model.reading import Block
from standfirst.model.report import Published, Report
from standfirst.when import at, instant, iso, shifted, zone

_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
#: A line or bracket that dates what it belongs to.
_DATING = re.compile(r"\b(?:published|posted|updated|modified|edited|filed)\b", re.IGNORECASE)


#: Minutes for which a page is kept in one order; stamps that would take longer stand in none.
_LONGEST_RUN = 18 * 60


def passage_times(report: Report, published: Published, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks with their times: stamped ones have their own, the others were out before the first stamp.

    A report that dates itself later than it was published ("(Published Saturday, Jan. 7, 2017)" in an item of the
    6th), or that was updated without stamps, holds words of that later time: its passages are out by then only.
    """
    plain = page_of(report.text).plain
    where = zone(report.timezone)
    end = _last_touched(report, plain, published, blocks, where)
    stamps = {
        index: stamp
        for index, block in enumerate(blocks)
        if block.kind == "update" and (stamp := read_stamp(plain[block.span.start : block.span.end])) is not None
    }
    moments = {index: _moment(stamp, published, end, where) for index, stamp in stamps.items()}
    moments = _past_midnight(stamps, moments, end)
    if any(moment is not None for moment in moments.values()):
        return _with_stamps(report, published, blocks, moments)
    base = published
    if end is not None and published.latest is not None and end > published.latest:
        base = replace(published, latest=end, basis="inferred")
    timed = [replace(block, published=base, stamped=index in stamps) for index, block in enumerate(blocks)]
    return tuple(_later_days(plain, published, timed, where))


def _with_stamps(
    report: Report, published: Published, blocks: tuple[Block, ...], moments: dict[int, datetime | None]
) -> tuple[Block, ...]:
    """Each block with the time of the stamp that it stands under, or with what the first stamp says of the rest."""
    known = [moment for moment in moments.values() if moment is not None]
    rest = _before_first(published, min(known), zone(report.timezone))
    timed: list[Block] = []
    current: Published | None = None
    for index, block in enumerate(blocks):
        if index in moments:
            moment = moments[index]
            current = published if moment is None else _instant(moment)
        elif block.kind in ("body", "heading", "headline"):
            current = None
        inside = current is not None and block.kind not in ("boilerplate", "failed_page")
        stamped = inside and block.kind == "update"
        timed.append(replace(block, published=current if inside and current is not None else rest, stamped=stamped))
    return tuple(timed)


def _instant(moment: datetime) -> Published:
    return Published(value=iso(moment), earliest=moment, latest=moment, basis="text")


def _before_first(published: Published, first: datetime, where: tzinfo | None) -> Published:
    """What is not stamped was out when the first stamped passage was added: some time of that day until then."""
    latest = first if published.latest is None else min(first, published.latest)
    local = latest.astimezone(where or latest.tzinfo or UTC)
    morning = instant(local.date(), where or latest.tzinfo)
    earliest = published.earliest if published.earliest is not None and published.earliest < morning else morning
    return Published(value=None, earliest=min(earliest, latest), latest=latest, basis="inferred")


def _moment(stamp: Stamp, published: Published, end: datetime | None, where: tzinfo | None) -> datetime | None:
    """The moment that a stamp names, on the report's day; None where that day is not known.

    Where the report's own time is known, the day is the one that brings the two nearest (a stamp of 11.30pm in a report
    of twenty past midnight is the day before's), but the last one possible where the report was updated on later days.
    """
    there = zone(stamp.zone) or where
    day = day_of(published, there or UTC)
    if day is None and stamp.day is None:
        return None
    if stamp.day is not None:
        day = _dated(stamp.day, day)
        return _at(day, stamp.clock, there) if day is not None else None
    if day is not None and stamp.weekday is not None:
        return _on_weekday(stamp, day, end, there)
    if day is None:
        return None
    anchor = published.earliest if published.value is not None and len(published.value) > 10 else None
    if anchor is None:
        return _at(day, stamp.clock, there)
    last = end.astimezone(there or UTC).date() if end is not None else day
    near = [_at(other, stamp.clock, there) for shift in (-1, 0, 1) if (other := shifted(day, shift)) is not None]
    near.extend(_at(last, stamp.clock, there) for _ in range(last > day))
    today = _at(day, stamp.clock, there)
    if end is not None and last == day and today is not None and anchor <= today <= end:
        return today  # an update of a page that says it was changed later that day
    options = [moment for moment in near if moment is not None and (end is None or moment <= end)]
    if last > day:
        return max(options, default=None)
    return min(options, key=lambda moment: (abs(moment - anchor), moment), default=None)


def _past_midnight(
    stamps: dict[int, Stamp], moments: dict[int, datetime | None], end: datetime | None
) -> dict[int, datetime | None]:
    """The moments with those that a page kept past midnight put a day on: "11.50pm" and then "12.20am".

    A page runs newest first or oldest first, whichever makes it run for the shorter time. A stamp without a day that
    would then lie before the one it follows is of the next day, unless the page was last touched before that. With
    fewer than three stamps, or where they stand in no order, nothing is known of it.
    """
    order = [index for index, moment in moments.items() if moment is not None]
    if len(order) < 3:
        return moments
    clocks = [stamps[index].clock for index in order]
    down, up = _run(clocks[::-1]), _run(clocks)
    if up == down or min(up, down) > _LONGEST_RUN:
        return moments
    timed, last = dict(moments), None
    for index in order if up < down else reversed(order):
        moment = timed[index]
        open_day = stamps[index].day is None and stamps[index].weekday is None
        if moment is not None and last is not None and open_day and moment < last:
            later = moment + timedelta(days=1)
            if later - last < timedelta(days=1) and (end is None or later <= end):
                timed[index] = moment = later
        last = moment
    return timed


def _run(clocks: list[time]) -> int:
    """Minutes from the first of some times of day to the last, each the next such time after the one before."""
    minutes = [clock.hour * 60 + clock.minute for clock in clocks]
    return sum((after - before) % (24 * 60) for before, after in pairwise(minutes))


def _on_weekday(stamp: Stamp, day: date, end: datetime | None, where: tzinfo | None) -> datetime | None:
    """The moment on the day of that name nearest the report's own day, not after it was last touched."""
    days = [other for shift in range(-3, 4) if (other := shifted(day, shift)) is not None]
    moments = [_at(other, stamp.clock, where) for other in days if other.weekday() == stamp.weekday]
    return next((moment for moment in moments if moment is not None and (end is None or moment <= end)), None)


def _dated(parts: tuple[int | None, int, int], near: date | None) -> date | None:
    """The date that a stamp names; one without a year is the one nearest the report's own."""
    year, month, number = parts
    years = [year] if year is not None else [near.year - 1, near.year, near.year + 1] if near is not None else []
    days = []
    for each in years:
        try:
            days.append(date(each, month, number))
        except ValueError:
            continue
    return min(days, key=lambda day: abs(day - near) if near is not None else timedelta(0), default=None)


def _at(day: date | None, clock: time, where: tzinfo | None) -> datetime | None:
    try:
        return instant(at(day, clock, where), where) if day is not None else None
    except (OverflowError, ValueError):
        return None


def _last_touched(
    report: Report, plain: str, published: Published, blocks: tuple[Block, ...], where: tzinfo | None
) -> datetime | None:
    """The last moment at which the report says that it was touched: given, or a dated line or bracket of its text."""
    found = [report.updated.latest] if report.updated.latest is not None else []
    for block in blocks:
        words = plain[block.span.start : block.span.end]
        if block.kind != "credit" or len(words) > 200 or not _DATING.search(words):
            continue
        for one in full_dates(words):
            after = shifted(one.day, 1)
            moment = _at(one.day, one.clock.clock, zone(one.clock.zone) or where) if one.clock else None
            whole = instant(after, where) if after is not None else None
            found.extend(each for each in (moment or whole,) if each is not None)
        day = day_of(published, where)
        if day is not None and not any(full_dates(words)) and (stamp := find_clock(words)) is not None:
            found.extend(each for each in (_at(day, stamp.clock, zone(stamp.zone) or where),) if each is not None)
    return max(found, default=None)


#: A weekday with what stands before it: "last Friday" and "next Friday" are other days.
_WEEKDAY = re.compile(
    r"(?P<which>\b(?:last|next|this|every|previous|past|following|coming)\s)?\b(?P<day>"
    + "|".join(_DAYS)
    + r")\b(?!['-])",
    re.I,
)
_SAYING = re.compile(
    r"\b(?:said|told|announced|confirmed|statement|reported|released|issued|wrote|tweeted|added)\b", re.I
)
#: What goes on from the day of the lead cannot have been so six days before it: "were still searching on Monday".
_GOES_ON = re.compile(r"\bstill\b|\bas of\b|\bremain(?:s|ed)?\b", re.IGNORECASE)
#: How many days after publication a weekday may fall to be taken for an update.
_AHEAD = 3


def _later_days(plain: str, published: Published, blocks: list[Block], where: tzinfo | None) -> list[Block]:
    """Put off passages that tell of statements on a day after the report's own.

    An item of a Friday whose lead says that someone "was killed Friday" and that goes on with what his employer "said
    in a statement Monday" was added to: a statement about a thing cannot be older than it, nor can what still goes on
    ("police were still searching for her Monday"). Only for the three days
    after, only where the lead names the day of publication and no other; the quotation below such a passage goes with
    it. Errs towards telling a passage late.
    """
    day = day_of(published, where)
    lead = next((block for block in blocks if block.kind in ("body", "standfirst")), None)
    if day is None or lead is None or published.latest is None:
        return blocks
    named = {match["day"].lower() for match in _WEEKDAY.finditer(plain, lead.span.start, lead.span.end)}
    if named != {_DAYS[day.weekday()]}:
        return blocks
    timed: list[Block] = []
    late: datetime | None = None
    for block in blocks:
        words = plain[block.span.start : block.span.end]
        follows = block.kind == "quotation" or (words.endswith('"') and words.count('"') == 1)
        late = late if follows and late is not None else _late_by(words, block, day, where)
        if late is not None and block.published.latest is not None and late > block.published.latest:
            block = replace(block, published=replace(block.published, latest=late, basis="inferred"))
        timed.append(block)
    return timed


def _late_by(words: str, block: Block, day: date, where: tzinfo | None) -> datetime | None:
    """The end of the later day that a passage says something was said on, or None."""
    if block.kind not in ("body", "quotation") or not (_SAYING.search(words) or _GOES_ON.search(words)):
        return None
    last: date | None = None
    for match in _WEEKDAY.finditer(words):
        ahead = (_DAYS.index(match["day"].lower()) - day.weekday()) % 7
        if match["which"] is None and 1 <= ahead <= _AHEAD:
            last = max(last or day, shifted(day, ahead) or day)
    after = shifted(last, 1) if last is not None else None
    return instant(after, where) if after is not None else None
