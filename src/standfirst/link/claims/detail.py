"""One value of one detail, as one statement gives it, and when two such values cannot both be so.

"The time of the shooting: about 1:45 a.m." A value is a range of numbers, or one of a few words that exclude each
other. What is compared with what is told by the key: only two details of one key are held against each other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from standfirst.link.claims.parties import Happening
from standfirst.link.claims.statements import Statement
from standfirst.model.reading import Reading
from standfirst.model.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Detail:
    """One value of one detail, with the words that give it."""

    statement: Statement
    #: What it is of, as it is printed ("the time of the shooting").
    of: str
    #: What is compared with what: only details of one key.
    key: tuple[str, ...]
    #: The words of the value.
    words: str
    #: The words of the text that give it, from the thing to the value.
    span: Span
    #: The range of the value; 0 to 0 where it is a word.
    low: float = 0.0
    high: float = 0.0
    #: The value where it is a word, "" where it is a range.
    word: str = ""
    #: The two ranges may lie so far apart; further, they are rather of two things.
    reach: float = 0.0
    #: The streets with a number that its statement has: of two that have none in common, each is of its own place.
    streets: frozenset[str] = frozenset()
    #: The day that is told with it by its name or date: of two days there are two.
    day: date | None = None
    #: The event that it is a detail of.
    happening: Happening | None = None


#: Finds the details of one kind in one statement.
Finder = Callable[[Reading, Statement], Iterator[Detail]]


def excludes(one: Detail, other: Detail) -> bool:
    """Whether two values of one detail cannot both be so."""
    if one.word or other.word:
        return one.word != other.word
    gap = max(one.low, other.low) - min(one.high, other.high)
    return 0 < gap <= min(one.reach, other.reach)


def because(one: Detail, other: Detail) -> str:
    """The reason in words, with both values and their reports."""
    told = " and ".join(f"“{each.words}” ({each.statement.report})" for each in (one, other))
    return f"{told} cannot both be {one.of}"


def only_ones(details: Iterator[Detail]) -> list[Detail]:
    """Those that stand alone under their key in their report: of two values there, no one knows which is meant."""
    by_place: dict[tuple[str, int, int, tuple[str, ...]], Detail] = {}
    for one in details:
        place = (one.span.report, one.span.start, one.span.end, one.key)
        kept = by_place.get(place)
        if kept is None or _extent(one.statement) < _extent(kept.statement):
            by_place[place] = one
    values: dict[tuple[str, tuple[str, ...]], set[tuple[float, float, str]]] = {}
    for one in by_place.values():
        values.setdefault((one.span.report, one.key), set()).add((one.low, one.high, one.word))
    return [one for _, one in sorted(by_place.items()) if len(values[one.span.report, one.key]) == 1]


def _extent(statement: Statement) -> int:
    return sum(span.end - span.start for span in statement.spans)


def holds(statement: Statement, span: Span) -> bool:
    """Whether the words of a statement hold a place in the text."""
    return any(own.holds(span) for own in statement.spans)
