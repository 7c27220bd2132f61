"""Where the sentences of a report are: the parser's, cut at the bounds of blocks and mended where it cut too much."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from spacy.tokens import Doc

from standfirst.extract.blocks.stamps import read_stamp
from standfirst.model.reading import Reading
from standfirst.model.span import Span
from standfirst.text import plain, trimmed

_PARAGRAPH = re.compile(r"\n[^\S\n]*\n")
_LETTER = re.compile(r"\w")
_LETTER_OR_MARK = re.compile(r"[\w\"'(\[$#@]")


def find_sentences(reading: Reading, doc: Doc) -> Reading:
    """Fill in `sentences`: trimmed, in order, none across a block or a blank line; text set aside has them too.

    The stamp that opens a passage ("UPDATE – 3.52pm:") is no part of a sentence.
    """
    text = reading.report.text
    stamps = dict(_stamps(reading))
    bounds = _bounds(reading, text, stamps)
    found: list[tuple[int, int]] = []
    for start, end in _pieces(doc, text, bounds):
        start, end = trimmed(text, start, end)
        if start >= end or end <= stamps.get(start, -1):
            continue
        if found and _belongs(text, found[-1], start, end, bounds):
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    spans = tuple(Span(report=reading.report.id, start=start, end=end) for start, end in found)
    return replace(reading, sentences=spans)


def _stamps(reading: Reading) -> Iterator[tuple[int, int]]:
    """Where each stamp stands that opens a passage with words after it: from the block's start to the first of them."""
    for block in reading.blocks:
        words = plain(reading.report.words(block.span)) if block.stamped else ""
        stamp = read_stamp(words) if words else None
        if stamp is not None:
            after = _LETTER_OR_MARK.search(words, stamp.end)
            if after is not None:
                yield block.span.start, block.span.start + after.start()


def _bounds(reading: Reading, text: str, stamps: dict[int, int]) -> list[int]:
    """Offsets that no sentence crosses."""
    edges = {edge for block in reading.blocks for edge in (block.span.start, block.span.end)} | set(stamps.values())
    edges |= {match.start() for match in _PARAGRAPH.finditer(text)}
    return sorted(edges)


def _pieces(doc: Doc, text: str, bounds: list[int]) -> Iterator[tuple[int, int]]:
    """The parser's sentences as ranges of the text, cut at the bounds; together they hold all of it."""
    starts = [sent.start_char for sent in doc.sents] if doc.has_annotation("SENT_START") else []
    edges = sorted({0, len(text), *starts, *bounds})
    yield from pairwise(edges)


def _belongs(text: str, before: tuple[int, int], start: int, end: int, bounds: list[int]) -> bool:
    """Whether a piece is the rest of the sentence before it.

    That is so where the one before is but a mark, where this one is, and where the one before ends within a quoted
    sentence whose speaker follows: "“It is over,” | Ms Ito said." Errs towards longer sentences.
    """
    if bisect_right(bounds, start) != bisect_right(bounds, before[0]):
        return False
    first = text[before[0] : before[1]]
    if not _LETTER.search(first):
        return True
    if not _LETTER.search(text, start, end):
        opens = text[start] in "“‘(" or (end < len(text) and not text[end].isspace() and text[start - 1].isspace())
        return not opens
    return first.rstrip("”\"’' \u00a0").endswith(",")
