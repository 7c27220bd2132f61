"""Places in the text of a report."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Span:
    """A half-open range of code points of one report's text; never empty, never negative."""

    #: Id of the report whose text it is in.
    report: str
    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"not a range of text: {self.start}..{self.end} of {self.report}")

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a code point."""
        return self.report == other.report and self.start < other.end and other.start < self.end

    def holds(self, other: Span) -> bool:
        """Whether the other lies wholly inside."""
        return self.report == other.report and self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """A span with its words; `text` is exactly the words there (made by `Report.quote`, which cuts them)."""

    span: Span
    text: str


class Shelf(Generic[T]):
    """Things by where they stand in one report's text, so that those at a place are found without looking at all."""

    def __init__(self, things: Iterable[T], span_of: Callable[[T], Span]) -> None:
        """Put the things in the order of their places; things that begin together keep their order."""
        placed = sorted(((span_of(thing), thing) for thing in things), key=lambda pair: pair[0].start)
        self._spans = [span for span, _ in placed]
        self._things = [thing for _, thing in placed]
        self._longest = max((span.end - span.start for span in self._spans), default=0)

    def touching(self, place: Span) -> list[T]:
        """The things that share a code point with the place, in the order of the text."""
        first = bisect_left(self._spans, place.start - self._longest, key=lambda span: span.start)
        last = bisect_left(self._spans, place.end, key=lambda span: span.start)
        return [self._things[i] for i in range(first, last) if self._spans[i].overlaps(place)]

    def inside(self, place: Span) -> list[T]:
        """The things that lie wholly in the place, in the order of the text."""
        first = bisect_left(self._spans, place.start, key=lambda span: span.start)
        last = bisect_left(self._spans, place.end, key=lambda span: span.start)
        return [self._things[i] for i in range(first, last) if place.holds(self._spans[i])]
