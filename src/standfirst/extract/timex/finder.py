"""The step: from the pieces that the grammar reads to the time expressions of a reading, in the order of the text."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import cache

from spacy.tokens import Doc

from standfirst.extract.timex.calendar_rules import calendar_rules
from standfirst.extract.timex.clock_rules import clock_rules
from standfirst.extract.timex.doubt import doubtful
from standfirst.extract.timex.frame import Frame, Outlet, days_of, outlet_of
from standfirst.extract.timex.join import joined
from standfirst.extract.timex.length_rules import length_rules
from standfirst.extract.timex.look import head_of, look_by_parse, look_by_words
from standfirst.extract.timex.meaning import PUBLICATION, Calendar, Clock, Meaning, Part, Period, Piece, Weekday
from standfirst.extract.timex.patterns import Rule, scan
from standfirst.extract.timex.points import Point
from standfirst.extract.timex.relative_rules import relative_rules
from standfirst.extract.timex.resolve import agreed
from standfirst.extract.timex.resolved import Resolved
from standfirst.model.reading import Block, Reading, Timex
from standfirst.model.report import Published
from standfirst.text import plain
from standfirst.when import Interval

#: A date last spoken of is told from no further back than this many code points.
_FOCUS_REACH = 800
#: And, where the publication is an anchor too, the year of a date only from within this.
_YEAR_REACH = 300
#: How much of a very long sentence is looked at on either side.
_WINDOW = 300
#: Hour by which "Friday night" counts for what is told after it.
_EVENING = 20
#: What dates the page itself ("Last updated 4.14pm"): no part of what is told.
_MARK = re.compile(r"\b(?:updated|published|posted)(?:\s(?:at|on))?:?\s*$", re.IGNORECASE)
_MARK_REACH = 24
#: A stamp stands at the beginning of its passage.
_STAMP_REACH = 40
_HOUR, _MINUTE = timedelta(hours=1), timedelta(minutes=1)
_TO = re.compile(r"\s?(?:-|,? and|,? to|through|until|or)\s?(?:the\s)?")
_OPENS = re.compile(r"\s?[(/,]\s?")
_SECOND_DAY = re.compile(
    r"\s?(?:-|,? and|to|through|or)\s?(?P<d>[12]?\d|3[01])(?![\d:%.]\d|[\w%:])(?!\s(?:people|percent|[a-z]+s\b))"
)


@cache
def all_rules() -> tuple[Rule, ...]:
    """The whole grammar."""
    return (*calendar_rules(), *clock_rules(), *relative_rules(), *length_rules())


def find_pieces(text: str) -> list[Piece]:
    """The time expressions of a text and what they say, before anything is reckoned."""
    smooth = plain(text)
    pieces = [piece for piece in joined(smooth, scan(smooth, all_rules())) if not doubtful(smooth, piece)]
    pieces = sorted([*pieces, *second_days(smooth, pieces)], key=lambda piece: piece.start)
    return list(shared_years(smooth, pieces))


def shared_years(text: str, pieces: list[Piece]) -> Iterator[Piece]:
    """A month or day takes the year of the date to which it reaches: "from December to February 2018"."""
    for piece, following in zip(pieces, [*pieces, None][1:], strict=True):
        first, second = piece.says, following.says if following is not None else None
        if following is not None and second is not None:
            piece = _sharing_day(text[piece.end : following.start], piece, second)
        if not (isinstance(first, Calendar) and isinstance(second, Calendar)) or following is None:
            yield piece
            continue
        open_year = first.month is not None and first.year is None and first.of is None and first.step is None
        given = second.year is not None and second.month is not None
        if open_year and given and second.year and second.month and _TO.fullmatch(text[piece.end : following.start]):
            later = (first.month or 0, first.day or 0) > (second.month, second.day or 31)
            yield replace(piece, says=replace(first, year=second.year - later))
        else:
            yield piece


def second_days(text: str, pieces: list[Piece]) -> Iterator[Piece]:
    """The day after "and", "to" or a dash that shares the month before it: "April 24 and 25"."""
    for piece, following in zip(pieces, [*pieces, None][1:], strict=True):
        says = piece.says
        if not isinstance(says, Calendar) or says.day is None or says.month is None or says.year is not None:
            continue
        match = _SECOND_DAY.match(text, piece.end)
        if match is None or (following is not None and match.end() > following.start):
            continue
        if int(match["d"]) > says.day and not text[piece.start : piece.end][0].isdigit():
            yield Piece(start=match.start("d"), end=match.end("d"), says=replace(says, day=int(match["d"])))


def _sharing_day(gap: str, piece: Piece, second: Meaning) -> Piece:
    """A time takes the day of its double in brackets, a weekday the week: "3 a.m. (0000 GMT) on Sunday"."""
    first = piece.says
    if isinstance(first, Clock) and isinstance(second, Clock) and first.day is None and _OPENS.fullmatch(gap):
        return replace(piece, says=replace(first, day=second.day))
    if isinstance(first, Weekday) and isinstance(second, Weekday) and first.step is None and _TO.fullmatch(gap):
        return replace(piece, says=replace(first, week=second.week))
    return piece


@dataclass(slots=True)
class _Telling:
    """What the text last spoke of; changes as the reading goes on."""

    focus: Point | None = None
    quarter: Point | None = None
    year: int | None = None
    deictic: bool = False
    hour: int | None = None
    dated: tuple[Point, ...] = ()
    at: int = 0

    def heard(self, found: Resolved, piece: Piece, published: date | None) -> None:
        """Take in one resolved expression."""
        point = found.point
        if point is None or found.when is None:
            return
        if point.unit == "quarter":
            self.quarter = self.quarter if found.rule.startswith("year-before") else point
        if point.unit in ("decade", "century", "years"):
            return
        self.focus, self.at = point, piece.end
        says = piece.says
        named = says.day if isinstance(says, Part | Clock) else says
        self.deictic = isinstance(named, Period) and named.unit == "day" and named.frame == PUBLICATION
        self.hour = says.hour if isinstance(says, Clock) else _EVENING if _by_night(says) else None
        if isinstance(says, Calendar) and says.weekday == point.start.isoweekday() and published is not None:
            near = abs((published - point.start).days) < 7 and point not in self.dated
            self.dated = (point, *self.dated) if near else self.dated
        if isinstance(says, Calendar) and says.year is not None:
            far = published is None or abs(published.year - says.year) > 1
            self.year = says.year if far and says.month is not None else None
        elif not isinstance(says, Calendar):
            self.year = None

    def near(self, start: int, reach: int = _FOCUS_REACH) -> bool:
        """Whether what it last spoke of is near enough to be told from."""
        return start - self.at <= reach


def _by_night(says: Meaning) -> bool:
    return isinstance(says, Part) and says.code in ("EV", "NI")


def find_timexes(reading: Reading, doc: Doc) -> Reading:
    """Fill in the time expressions of a report; blocks and sentences have to be in the reading."""
    pieces = find_pieces(reading.report.text)
    return replace(reading, timexes=tuple(_resolved(reading, doc, pieces)))


def _resolved(reading: Reading, doc: Doc, pieces: list[Piece]) -> Iterator[Timex]:
    outlet, telling, last_block = outlet_of(reading.report), _Telling(), None
    sentences = [span.start for span in reading.sentences]
    starts = [block.span.start for block in reading.blocks]
    for piece in pieces:
        place = bisect_right(starts, piece.start) - 1
        block = reading.blocks[place] if place >= 0 else None
        if block is not last_block and block is not None and block.stamped:
            telling = _Telling()
        last_block = block
        published = block.published if block is not None else reading.published
        stamp = _stamp(block, piece, outlet)
        if stamp is not None:
            yield _timex(reading, piece, stamp)
            continue
        days = days_of(published, outlet.zone)
        marked = _MARK.search(reading.report.text[max(0, piece.start - _MARK_REACH) : piece.start]) is not None
        frame = _frame(reading, doc, piece, published, outlet, _Telling() if marked else telling, sentences)
        if marked:
            frame = replace(frame, latest=None)
        frame = replace(frame, stamp=_minute(block, outlet))
        if len(days) == 1 and not telling.near(piece.start, _YEAR_REACH):
            frame = replace(frame, telling=None)
        found = agreed(piece.says, frame, days, added=published != reading.published)
        if not marked:
            telling.heard(found, piece, days[0] if days else None)
        yield _timex(reading, piece, found)


def _frame(
    reading: Reading,
    doc: Doc,
    piece: Piece,
    published: Published,
    outlet: Outlet,
    telling: _Telling,
    sentences: list[int],
) -> Frame:
    near = telling.near(piece.start)
    return Frame(
        outlet=outlet,
        day=None,
        latest=reading.published.latest if published.latest is None else _later(published, reading.published),
        focus=telling.focus if near else None,
        quarter=telling.quarter if near else None,
        deictic=telling.deictic,
        dated=telling.dated,
        hour=telling.hour if near else None,
        telling=telling.year if near else None,
        look=_look(reading, doc, piece, sentences),
    )


def _later(one: Published, other: Published) -> datetime | None:
    """The later of two ends: a passage that came out before an update may still have been brought up to date."""
    ends = [end for end in (one.latest, other.latest) if end is not None and end.tzinfo is not None]
    return max(ends) if ends else one.latest


def _look(reading: Reading, doc: Doc, piece: Piece, sentences: list[int]) -> str:
    """Where the sentence looks: its words first, the parse where they are silent."""
    text = reading.report.text
    index = bisect_right(sentences, piece.start) - 1
    begin, end = 0, len(text)
    if index >= 0:
        begin, end = reading.sentences[index].start, max(reading.sentences[index].end, piece.end)
    before = plain(text[max(begin, piece.start - _WINDOW) : piece.start])
    after = plain(text[piece.end : min(end, piece.end + _WINDOW)])
    look = look_by_words(before, after)
    if look or not doc.has_annotation("DEP"):
        return look
    token = head_of(doc, piece.start, piece.end)
    return look_by_parse(doc, token) if token is not None else ""


def _timex(reading: Reading, piece: Piece, found: Resolved) -> Timex:
    return Timex(
        span=reading.report.span(piece.start, piece.end),
        type=found.type,
        value=found.value,
        when=found.when,
        rule=found.rule,
        anchor=found.anchor,
    )


def _minute(block: Block | None, outlet: Outlet) -> Interval | None:
    """The minute at which a stamped passage came out, in the outlet's zone; None where it is not known so well."""
    if block is None or not block.stamped or block.published.earliest is None or block.published.latest is None:
        return None
    start, end = block.published.earliest, block.published.latest
    try:
        if end - start > _HOUR:
            return None
        start = start.astimezone(outlet.zone) if outlet.zone is not None and start.tzinfo is not None else start
        return Interval(start=start, end=start + max(end - block.published.earliest, _MINUTE))
    except (OverflowError, ValueError, TypeError):
        return None


def _stamp(block: Block | None, piece: Piece, outlet: Outlet) -> Resolved | None:
    """The time in an update's own mark is when the passage came out, as the reading of blocks has settled."""
    if block is None or not isinstance(piece.says, Clock) or piece.says.day is not None:
        return None
    minute = _minute(block, outlet)
    if minute is None or not isinstance(minute.start, datetime) or piece.start - block.span.start > _STAMP_REACH:
        return None
    if (minute.start.hour, minute.start.minute) != (piece.says.hour % 24, piece.says.minute or 0):
        return None
    return Resolved(
        type="TIME",
        value=f"{minute.start.date().isoformat()}T{minute.start.hour:02}:{minute.start.minute:02}",
        when=minute,
        rule="stamp",
        anchor=minute.start.isoformat(timespec="minutes"),
    )
