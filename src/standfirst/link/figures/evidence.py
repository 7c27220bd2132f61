"""The words on which a point stands: the part of the sentence with number and count, and what lies outside it."""

from __future__ import annotations

import re

from standfirst.link.figures.look import Look
from standfirst.model.reading import Quantity
from standfirst.model.span import Quote, Span
from standfirst.text import trimmed

#: A sentence up to this long is quoted whole.
_WHOLE = 220


def quotes_of(look: Look, quantity: Quantity) -> tuple[Quote, ...]:
    """The quotes that state a quantity; the first holds the number's words."""
    reading = look.reading
    text = reading.report.text
    start, end = _sentence(look, quantity.span)
    parts = [quantity.span, *quantity.beside, *quantity.scope, *([quantity.counts] if quantity.counts else [])]
    inside = [span for span in parts if start <= span.start and span.end <= end]
    if end - start > _WHOLE:
        start, end = _window(text, start, end, min(s.start for s in inside), max(s.end for s in inside))
    start, end = trimmed(text, start, end)
    first = reading.report.quote(reading.report.span(start, end))
    others = [reading.report.quote(span) for span in dict.fromkeys(parts) if not first.span.holds(span)]
    return (first, *others)


def _sentence(look: Look, span: Span) -> tuple[int, int]:
    """The sentence of a span, widened to hold it whole."""
    held = look.sentence(span.start)
    if held is None:
        text = look.reading.report.text
        start = text.rfind("\n", 0, span.start) + 1
        end = text.find("\n", span.end)
        return max(start, span.start - 200), min(end if end >= 0 else len(text), span.end + 200)
    return held.start, max(held.end, span.end)


def _window(text: str, start: int, end: int, first: int, last: int) -> tuple[int, int]:
    """The stretch from one clause end to the next that holds everything between two offsets."""
    marks = [match.end() for match in re.finditer(r"[,;:]\s|\s[-–—]\s", text[start:first])]
    begin = start + marks[-1] if marks else start
    close = re.search(r"[,;:](?=\s)|\s[-–—]\s", text[last:end])
    return begin, last + close.start() if close else end
