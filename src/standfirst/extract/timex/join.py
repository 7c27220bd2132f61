"""Pieces that belong together become one expression: "5 a.m." + "Saturday", "June" + "last year", "early" + "March"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from standfirst.extract.timex.meaning import (
    PUBLICATION,
    Calendar,
    Clock,
    Length,
    Meaning,
    Modifier,
    Named,
    Part,
    Period,
    Piece,
    Shift,
    Slashed,
    Weekday,
    names_day,
)

_GAP = re.compile(r"(?:,?\s{1,3}|\)?,?\s(?:on|of|at|in)(?:\sthe)?\s|\s?-\s?|'s\s|'\s|)", re.IGNORECASE)
_LONGEST_GAP = 10
_NOON = 12
#: Units a year can be told of ("the third quarter of 1984").
_WITHIN_YEAR = {"quarter", "half", "season"}


def joined(text: str, pieces: Iterable[Piece]) -> list[Piece]:
    """The pieces with neighbours joined where the words between allow; modifiers alone are left out."""
    done: list[Piece] = []
    for piece in pieces:
        now = piece
        while done:
            both = _both(text, done[-1], now)
            if both is None:
                break
            done.pop()
            now = both
        done.append(now)
    return [piece for piece in done if not isinstance(piece.says, Modifier)]


def _both(text: str, left: Piece, right: Piece) -> Piece | None:
    if right.start - left.end > _LONGEST_GAP:
        return None
    gap = text[left.end : right.start].lower()
    if _GAP.fullmatch(gap) is None:
        return None
    says = _together(left.says, right.says, gap)
    return Piece(start=left.start, end=right.end, says=says) if says is not None else None


def _together(left: Meaning, right: Meaning, gap: str) -> Meaning | None:
    """What two neighbours say together, or None where each stands alone."""
    word = gap.strip(" ,)\n\t")
    if isinstance(left, Modifier):
        return _modified(left, right, gap)
    if word == "-":
        return None
    if isinstance(left, Clock | Part):
        return _day_after(left, right, word)
    if isinstance(right, Clock):
        return _clock_after(left, right, word)
    if isinstance(right, Part) and right.day is None and names_day(left) and word == "" and "," not in gap:
        return replace(right, day=left)
    if isinstance(left, Shift) and left.wants_base and word in ("", "the") and "," not in gap:
        return replace(left, base=right, wants_base=False) if _dated(right) else None
    if isinstance(left, Weekday) and left.step is None and _is_week(right) and word in ("", "of"):
        return replace(left, week=right.step) if isinstance(right, Period) else None
    return _of_year(left, right, word)


def _is_week(says: Meaning) -> bool:
    return isinstance(says, Period) and says.unit == "week" and says.step is not None and says.frame == PUBLICATION


def _modified(left: Modifier, right: Meaning, gap: str) -> Meaning | None:
    """The period itself: "early March", "the end of the month". Before a length or a set a modifier says nothing."""
    if "," in gap or isinstance(right, Modifier):
        return right if isinstance(right, Modifier) and "," not in gap else None
    if left.word in ("most", "rest") and not isinstance(right, Period | Calendar):
        return None
    return right if _dated(right) or isinstance(right, Part | Clock) else None


def _dated(says: Meaning) -> bool:
    return isinstance(says, Calendar | Slashed | Weekday | Period | Named) or (
        isinstance(says, Shift) and not says.wants_base
    )


def _day_after(left: Clock | Part, right: Meaning, word: str) -> Meaning | None:
    """A day after the time: "5 a.m. Saturday", "noon on Thursday", "the morning of July 8", "4 in the morning"."""
    if left.day is not None:
        if isinstance(left, Clock) and isinstance(right, Part) and right.day is None and word == "":
            return _in_half(left, right.code)
        return None
    if names_day(right) and word in ("", "on", "of", "of the"):
        return replace(left, day=right)
    if isinstance(left, Clock) and isinstance(right, Part) and word in ("", "on", "in", "in the"):
        return replace(_in_half(left, right.code), day=right.day)
    return None


def _in_half(clock: Clock, part: str) -> Clock:
    """The time with the half of the day that a part of it settles: "six o'clock in the evening"."""
    later = clock.half_open and part in ("AF", "EV", "NI") and clock.hour < _NOON
    return replace(clock, hour=clock.hour + (_NOON if later else 0), half_open=False)


def _clock_after(left: Meaning, right: Clock, word: str) -> Meaning | None:
    """A time after the day: "Saturday at 5 a.m.", "last night at 9"."""
    if right.day is not None or word not in ("", "at"):
        return None
    if isinstance(left, Part):
        return replace(right, day=left.day) if left.day is not None else None
    return replace(right, day=left) if names_day(left) else None


def _of_year(left: Meaning, right: Meaning, word: str) -> Meaning | None:
    """A part of a year: "June last year", "Sept. 1 of this year", "the summer of 2003", "this year's third quarter"."""
    if word == "'s" or word == "'":
        left, right = right, left
        if isinstance(right, Period) and isinstance(left, Period) and right.unit == "year":
            return replace(left, of=right, step=None) if left.unit in (*_WITHIN_YEAR, "comparable") else None
        return None
    if word not in ("", "of", "in", "of the"):
        return None
    year = isinstance(right, Period) and right.unit == "year" and right.step is not None
    printed = isinstance(right, Calendar) and right.month is None and right.year is not None
    if not year and not printed:
        return None
    if isinstance(left, Calendar) and left.month is not None and left.year is None and left.of is None:
        return replace(left, of=right)
    if isinstance(left, Period) and left.unit in _WITHIN_YEAR | {"comparable"} and left.of is None:
        return replace(left, of=right)
    if isinstance(left, Named):
        return replace(left, of=right)
    return None


def is_length(says: Meaning) -> bool:
    """Whether it says how long rather than when."""
    return isinstance(says, Length)
