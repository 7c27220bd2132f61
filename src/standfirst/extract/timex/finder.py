"""The step: from the pieces that the grammar reads to the time expressions of a reading, in the order of the text."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from spacy.tokens import Doc

from standfirst.extract.timex.event_day import event_day
from standfirst.extract.timex.frame import Frame, Outlet, days_of, outlet_of
from standfirst.extract.timex.look import head_of, look_by_parse, look_by_words
from standfirst.extract.timex.meaning import Clock, Part, Period, Piece, Shift
from standfirst.extract.timex.pieces import find_pieces
from standfirst.extract.timex.points import Point
from standfirst.extract.timex.ranges import ranged
from standfirst.extract.timex.resolve import agreed, resolve
from standfirst.extract.timex.resolved import Resolved
from standfirst.extract.timex.telling import Telling
from standfirst.model.reading import Block, Reading, Timex
from standfirst.model.report import Published
from standfirst.model.span import Span
from standfirst.text import plain
from standfirst.when import Interval

#: How much of a very long sentence is looked at on either side.
_WINDOW = 300
#: What dates the page itself ("Last updated 4.14pm"): no part of what is told.
_MARK = re.compile(r"\b(?:updated|published|posted)(?:\s(?:at|on))?:?\s*$", re.IGNORECASE)
_MARK_REACH = 24
#: A stamp stands at the beginning of its passage.
_STAMP_REACH = 40
_PARAGRAPH = re.compile(r"\n\s*")
_HOUR, _MINUTE = timedelta(hours=1), timedelta(minutes=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Page:
    """A reading with what is looked up for every expression."""

    reading: Reading
    doc: Doc
    outlet: Outlet
    #: Where each sentence and each block begins.
    sentences: tuple[int, ...]
    blocks: tuple[int, ...]

    def block_at(self, offset: int) -> Block | None:
        """The block that holds an offset, or the last one before it."""
        place = bisect_right(self.blocks, offset) - 1
        return self.reading.blocks[place] if place >= 0 else None

    def sentence_at(self, piece: Piece) -> tuple[int, int]:
        """The bounds of the sentence in which an expression begins; of the text where there are no sentences."""
        place = bisect_right(self.sentences, piece.start) - 1
        if place < 0:
            return 0, len(self.reading.report.text)
        sentence = self.reading.sentences[place]
        return sentence.start, max(sentence.end, piece.end)

    def before(self, piece: Piece, reach: int, pattern: re.Pattern[str]) -> bool:
        """Whether the words right before an expression match."""
        return pattern.search(self.reading.report.text[max(0, piece.start - reach) : piece.start]) is not None


def find_timexes(reading: Reading, doc: Doc) -> Reading:
    """Fill in the time expressions of a report; blocks and sentences have to be in the reading."""
    page = _Page(
        reading=reading,
        doc=doc,
        outlet=outlet_of(reading.report),
        sentences=tuple(span.start for span in reading.sentences),
        blocks=tuple(block.span.start for block in reading.blocks),
    )
    text = reading.report.text
    return replace(reading, timexes=ranged(text, tuple(_resolved(page, find_pieces(text)))))


def _resolved(page: _Page, pieces: list[Piece]) -> Iterator[Timex]:
    telling, last = Telling(), None
    told: list[tuple[Span, Point]] = []
    for piece in pieces:
        block = page.block_at(piece.start)
        if block is not last and block is not None and block.stamped:
            telling = Telling()
        last = block
        found = _stamp(block, piece, page.outlet)
        if found is None:
            published = block.published if block is not None else page.reading.published
            days = days_of(published, page.outlet.zone)
            marked = page.before(piece, _MARK_REACH, _MARK)
            frame = _frame(page, piece, block, Telling() if marked else telling, dated=len(days) == 1)
            frame = replace(frame, latest=None) if marked else frame
            frame = replace(frame, focus=None) if _leaves_open(page, telling, piece, told) else frame
            found = _from_event(page, piece, frame, told)
            found = found or agreed(piece.says, frame, days, added=published != page.reading.published)
            telling = telling if marked else telling.after(found, piece, days[0] if days else None)
        span = page.reading.report.span(piece.start, piece.end)
        if found.point is not None and found.point.unit == "day":
            told.append((span, found.point))
        yield Timex(
            span=span,
            type=found.type,
            value=found.value,
            when=found.when,
            rule=found.rule,
            anchor=found.anchor,
        )


def _from_event(page: _Page, piece: Piece, frame: Frame, told: list[tuple[Span, Point]]) -> Resolved | None:
    """A distance from an event whose day the report has told: "two days after the strike"; else None."""
    if not isinstance(piece.says, Shift) or not piece.says.wants_base:
        return None
    day = event_day(page.doc, piece.end, told)
    if day is None:
        return None
    found = resolve(replace(piece.says, wants_base=False), replace(frame, focus=day, quarter=None, period=None))
    return replace(found, rule="told-from-event")


def _frame(page: _Page, piece: Piece, block: Block | None, telling: Telling, *, dated: bool) -> Frame:
    """What the expression is reckoned from, but for the day of publication, which may be one of two."""
    published = block.published if block is not None else page.reading.published
    near = telling.near(piece.start)
    return Frame(
        outlet=page.outlet,
        day=None,
        latest=_later(published, page.reading.published),
        stamp=_minute(block, page.outlet),
        focus=telling.focus if near else None,
        quarter=telling.quarter if near else None,
        period=telling.period if near else None,
        deictic=telling.deictic,
        dated=telling.dated,
        hour=telling.hour if near else None,
        telling=telling.year if _goes_on(page, telling, piece, dated=dated) else None,
        look=_look(page, piece),
    )


def _leaves_open(page: _Page, telling: Telling, piece: Piece, told: list[tuple[Span, Point]]) -> bool:
    """Whether "that day" stands further than a paragraph from the day last told, in a report that has told others."""
    named = piece.says.day if isinstance(piece.says, Part | Clock) else piece.says
    between = page.reading.report.text[telling.at : piece.start]
    points = isinstance(named, Period) and named.points
    return points and len(_PARAGRAPH.findall(between)) > 1 and len({point for _, point in told}) > 1


def _goes_on(page: _Page, telling: Telling, piece: Piece, *, dated: bool) -> bool:
    """Whether a date printed without its year goes on telling of the year named before it.

    Where the day of publication is known, only within the paragraph: "She was convicted in March 1992." and then, in
    a paragraph of its own, "On Sept. 1 she was given a licence" tells of the last September.
    """
    between = page.reading.report.text[telling.at : piece.start]
    return telling.near(piece.start, year=dated) and not (dated and "\n" in between.strip(" "))


def _later(one: Published, other: Published) -> datetime | None:
    """The later of two ends: a passage that came out before an update may still have been brought up to date."""
    ends = [end for end in (one.latest, other.latest) if end is not None and end.tzinfo is not None]
    return max(ends) if ends else one.latest


def _look(page: _Page, piece: Piece) -> str:
    """Where the sentence looks: its words first, the parse where they are silent."""
    text = page.reading.report.text
    begin, end = page.sentence_at(piece)
    before = plain(text[max(begin, piece.start - _WINDOW) : piece.start])
    after = plain(text[piece.end : min(end, piece.end + _WINDOW)])
    look = look_by_words(before, after)
    if look or not page.doc.has_annotation("DEP"):
        return look
    token = head_of(page.doc, piece.start, piece.end)
    return look_by_parse(page.doc, token) if token is not None else ""


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
