"""Numbered references: the same words have the same number wherever they are cited."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from standfirst.model.span import Quote, Span
from standfirst.view.desk import Desk
from standfirst.view.parts import Reference

#: Words of another line that hold a line's own words stand for both where they are no longer than this.
_SHARED = 320


def references_of(cited: Iterable[Quote], desk: Desk) -> tuple[Reference, ...]:
    """Number the words in the order in which they are first cited.

    Words that lie in other words cited on the page (a clause in its sentence) share the number of those, so that the
    foot of the page says nothing twice.
    """
    quotes = {quote.span: quote for quote in cited}
    outer = _outer(quotes.keys())
    inner: dict[Span, list[Span]] = {}
    for span in quotes:
        inner.setdefault(outer[span], []).append(span)
    return tuple(
        Reference(
            number=number,
            report=span.report,
            outlet=desk.outlet(span.report),
            quote=quotes[span],
            holds=frozenset(held),
        )
        for number, (span, held) in enumerate(inner.items(), start=1)
    )


def _outer(spans: Iterable[Span]) -> dict[Span, Span]:
    """Each place -> the widest of the places that hold it, no wider than may stand for others; else itself."""
    ordered = sorted(spans)
    starts = [(span.report, span.start) for span in ordered]
    found: dict[Span, Span] = {}
    for span in ordered:
        first = bisect_left(starts, (span.report, max(0, span.end - _SHARED)))
        last = bisect_right(starts, (span.report, span.start))
        around = [other for other in ordered[first:last] if other.holds(span) and other.end - other.start <= _SHARED]
        found[span] = max([*around, span], key=lambda other: (other.end - other.start, -other.start))
    return found
