"""What the words of a text say of times: pieces joined, doubtful ones left out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from standfirst.extract.timex.calendar_rules import calendar_rules
from standfirst.extract.timex.clock_rules import clock_rules
from standfirst.extract.timex.doubt import doubtful
from standfirst.extract.timex.join import joined
from standfirst.extract.timex.length_rules import length_rules
from standfirst.extract.timex.meaning import Calendar, Clock, Meaning, Piece, Weekday
from standfirst.extract.timex.patterns import Rule, scan
from standfirst.extract.timex.relative_rules import relative_rules
from standfirst.text import plain

_TO = re.compile(r"\s?(?:-|,? and|,? to|through|until|or)\s?(?:the\s)?")
_OPENS = re.compile(r"\s?[(/,]\s?")
_SECOND_DAY = re.compile(
    r"\s?(?:-|,? and|to|through|or)\s?(?P<d>[12]?\d|3[01])(?![\d:%.]\d|[\w%:])(?!\s(?:people|percent|[a-z]+s\b))"
)
_FIRST_DAY = re.compile(
    r"(?:\b(?:between|from|on)\s(?:the\s)?|\b(?=\d{1,2}-\Z))"
    r"(?P<d>[12]?\d|3[01])(?:st|nd|rd|th)?(?:\s(?:and|to|until|through)\s|\s?-\s?)(?:the\s)?\Z"
)


@cache
def all_rules() -> tuple[Rule, ...]:
    """The whole grammar."""
    return (*calendar_rules(), *clock_rules(), *relative_rules(), *length_rules())


def find_pieces(text: str) -> list[Piece]:
    """The time expressions of a text and what they say, before anything is reckoned."""
    smooth = plain(text)
    pieces = [piece for piece in joined(smooth, scan(smooth, all_rules())) if not doubtful(smooth, piece)]
    pieces = sorted([*pieces, *second_days(smooth, pieces), *first_days(smooth, pieces)], key=lambda piece: piece.start)
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


def first_days(text: str, pieces: list[Piece]) -> Iterator[Piece]:
    """The day before a day with its month that shares it: "between 3 and 5 March", "from 3 to 5 March"."""
    for before, piece in zip([None, *pieces], pieces, strict=False):
        says = piece.says
        if not isinstance(says, Calendar) or says.day is None or says.month is None or says.weekday is not None:
            continue
        match = _FIRST_DAY.search(text, before.end if before is not None else 0, piece.start)
        if match is not None and int(match["d"]) < says.day and text[piece.start].isdigit():
            yield Piece(start=match.start("d"), end=match.end("d"), says=replace(says, day=int(match["d"])))


def _sharing_day(gap: str, piece: Piece, second: Meaning) -> Piece:
    """A time takes the day of its double or of the end of its range, a weekday the week.

    "3 a.m. (0000 GMT) on Sunday", "from 9am to 5pm on Tuesday", "from Monday to Thursday next week".
    """
    first = piece.says
    if isinstance(first, Clock) and isinstance(second, Clock) and first.day is None:
        shared = _OPENS.fullmatch(gap) or _TO.fullmatch(gap)
        return replace(piece, says=replace(first, day=second.day)) if shared else piece
    if isinstance(first, Weekday) and isinstance(second, Weekday) and first.step is None and _TO.fullmatch(gap):
        return replace(piece, says=replace(first, week=second.week))
    return piece
