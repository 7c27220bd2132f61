"""Places in the text of a report."""

from __future__ import annotations

from dataclasses import dataclass


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
