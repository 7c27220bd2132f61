"""The shapes that the two JSON formats share: places, times, numbers, published moments."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from typing import TypeAlias

from standfirst.model.problem import Problem
from standfirst.model.report import Published
from standfirst.model.span import Quote, Span
from standfirst.when import Interval, iso

Json: TypeAlias = bool | int | float | str | Sequence["Json"] | Mapping[str, "Json"] | None
Shape: TypeAlias = dict[str, Json]

#: Digits beyond which a number of a text is no figure of a story but a trick; it is given as null.
MOST_DIGITS = 300


def place(span: Span) -> Shape:
    """A place in the one report that the line is about."""
    return {"start": span.start, "end": span.end}


def cited(quote: Quote) -> Shape:
    """Words with the report and the place that they stand at."""
    return {"report": quote.span.report, **place(quote.span), "quote": quote.text}


def stretch(when: Interval | None) -> Shape | None:
    """A stretch of time: whole dates or date-times, null at an open end."""
    return None if when is None else {"from": iso(when.start), "to": iso(when.end)}


def stretch_in_words(when: Interval | None, text: str | None) -> Shape | None:
    """A stretch of time with the words that it came from."""
    return None if when is None else {"from": iso(when.start), "to": iso(when.end), "text": text}


def number(value: Decimal | None) -> int | float | None:
    """A decimal as a whole number where it is one, else as the nearest float."""
    if value is None or not value.is_finite() or value.adjusted() > MOST_DIGITS:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def published(value: Published) -> Shape:
    """When something was published, as far as it is known, and how that is known."""
    return {
        "value": value.value,
        "earliest": moment(value.earliest),
        "latest": moment(value.latest),
        "basis": value.basis,
    }


def moment(value: datetime | None) -> str | None:
    """A moment with its offset."""
    return iso(value)


def trouble(problem: Problem) -> Shape:
    """A problem of the input."""
    return {"code": problem.code, "message": problem.message, "report": problem.report}
