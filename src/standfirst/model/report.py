"""A report: one item as one outlet published it, in one revision of its text."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from standfirst.model.span import Quote, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """When something was published: not before `earliest`, and certainly out once `latest` has passed."""

    #: The time as the source gives it, in ISO 8601; None where it gives none.
    value: str | None
    earliest: datetime | None
    latest: datetime | None
    #: given (front matter) | metadata | text | inferred | unknown.
    basis: str

    @property
    def last_day(self) -> date | None:
        """The last civil day on which it can have come out; `latest` may be the midnight after it."""
        return (self.latest - timedelta(microseconds=1)).date() if self.latest is not None else None

    def by(self, moment: datetime) -> bool:
        """Whether it was certainly out by then; what has no known time never is."""
        return self.latest is not None and self.latest <= moment


UNKNOWN_TIME = Published(value=None, earliest=None, latest=None, basis="unknown")


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One item as one outlet published it. The text is the body as decoded, and is never changed."""

    #: Stem of its file, made unique.
    id: str
    text: str
    outlet: str | None = None
    headline: str | None = None
    url: str | None = None
    byline: tuple[str, ...] = ()
    #: As given, in ISO 8601; what can be worked out from the text is in `Reading.published`.
    published: Published = UNKNOWN_TIME
    updated: Published = UNKNOWN_TIME
    #: When the copy was taken: the report cannot be later than its `latest`.
    retrieved: Published = UNKNOWN_TIME
    #: Name of the outlet's zone in the tz database.
    timezone: str | None = None
    #: 1 for the first text that this report had.
    revision: int = 1

    def span(self, start: int, end: int) -> Span:
        """A place in this text; raises ValueError beyond it."""
        if end > len(self.text):
            raise ValueError(f"{end} is beyond the {len(self.text)} code points of {self.id}")
        return Span(report=self.id, start=start, end=end)

    def words(self, span: Span) -> str:
        """The words at a place in this text."""
        return self.text[span.start : span.end]

    def quote(self, span: Span) -> Quote:
        """A place with its words; raises ValueError where the place is in another report or beyond the text."""
        if span.report != self.id or span.end > len(self.text):
            raise ValueError(f"{span} is not in {self.id}")
        return Quote(span=span, text=self.words(span))
