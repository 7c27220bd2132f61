"""Quick looks into one reading: which block, sentence, time expression or mention is at a place."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from standfirst.model.reading import Block, Mention, Reading, Timex
from standfirst.model.report import Published
from standfirst.model.span import Span


class Look:
    """The parts of a reading, found by place in the time of a binary search; parts are in the order of the text."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self._blocks = [block.span.start for block in reading.blocks]
        self._sentences = [span.start for span in reading.sentences]
        self._timexes = [timex.span.start for timex in reading.timexes]
        self._mentions = [mention.span.start for mention in reading.mentions]

    def block(self, offset: int) -> Block | None:
        """The block that holds an offset."""
        at = bisect_right(self._blocks, offset) - 1
        block = self.reading.blocks[at] if at >= 0 else None
        return block if block is not None and offset < block.span.end else None

    def published(self, offset: int) -> Published:
        """When the passage at an offset came out."""
        block = self.block(offset)
        return block.published if block is not None else self.reading.published

    def sentence(self, offset: int) -> Span | None:
        """The sentence that holds an offset."""
        at = bisect_right(self._sentences, offset) - 1
        sentence = self.reading.sentences[at] if at >= 0 else None
        return sentence if sentence is not None and offset < sentence.end else None

    def timex(self, span: Span) -> Timex | None:
        """The first time expression that shares a code point with a span."""
        at = max(0, bisect_left(self._timexes, span.start) - 2)
        near = self.reading.timexes[at : bisect_left(self._timexes, span.end)]
        return next((timex for timex in near if timex.span.overlaps(span)), None)

    def mention(self, span: Span) -> Mention | None:
        """The mention that is a span itself, else the first that holds it or lies in it."""
        at = max(0, bisect_left(self._mentions, span.start) - 6)
        near = self.reading.mentions[at : bisect_left(self._mentions, span.end)]
        own = next((m for m in near if span in (m.span, m.head)), None)
        return own or next((m for m in near if m.span.holds(span) or span.holds(m.span)), None)
