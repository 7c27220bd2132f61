"""Where are words between quotation marks? Marks and paragraphs only: who says them, and whether anyone does, is not
asked here.

Marks are trusted as they stand, and mended where a paragraph makes plain what was meant: a paragraph that opens and
never closes runs on into the next one that opens; a lone closing mark at the end of a paragraph quotes it all. A mark
that fits neither way (inches, an apostrophe) is passed over.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace

from standfirst.text import trimmed

_MARK = re.compile(r"``|''|[“”„‟«»\"‘’'\x93\x94]")
_STOP = re.compile(r"[.!?](?=['’]?\s)")
#: Among them the marks of Windows-1252 that were decoded as if they were Latin-1.
_DOUBLE_OPEN = {"“", "„", "‟", "«", "``", "\x93"}
_DOUBLE_CLOSE = {"”", "»", "''", "\x94"}
#: How many closing marks are looked at for one opening single mark: bounds the work on a text of apostrophes.
_CANDIDATES = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """One line of the text that is not empty; offsets into the text, white space at its ends left out."""

    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """Words between marks, within one paragraph. Offsets into the text; `start`..`end` holds the marks, too."""

    start: int
    end: int
    inner_start: int
    inner_end: int
    #: Index of its paragraph.
    paragraph: int
    #: False where the mark that should be there is missing.
    opened: bool = True
    closed: bool = True
    #: True for single marks outside double ones.
    single: bool = False


def find_paragraphs(text: str, breaks: tuple[int, ...] = ()) -> tuple[Paragraph, ...]:
    """The lines of a text that hold anything, in order; a line is parted at each of the offsets `breaks` inside it."""
    cuts, at = sorted(breaks), 0
    found = []
    for line in _lines(text):
        start = line.start
        while at < len(cuts) and cuts[at] < line.end:
            if cuts[at] > start:
                found.append(_stripped(text, start, cuts[at]))
                start = cuts[at]
            at += 1
        found.append(_stripped(text, start, line.end))
    return tuple(paragraph for paragraph in found if paragraph.start < paragraph.end)


def _stripped(text: str, start: int, end: int) -> Paragraph:
    start, end = trimmed(text, start, end)
    return Paragraph(start=start, end=end)


def _lines(text: str) -> Iterator[Paragraph]:
    for match in re.finditer(r"[^\n]+", text):
        line = match.group()
        start = match.start() + len(line) - len(line.lstrip())
        end = match.end() - (len(line) - len(line.rstrip()))
        if start < end:
            yield Paragraph(start=start, end=end)


def find_quotations(text: str, paragraphs: tuple[Paragraph, ...]) -> tuple[Quotation, ...]:
    """Every quotation of a text, in order; quotations inside a quotation are left to it."""
    found: list[Quotation] = []
    for index, paragraph in enumerate(paragraphs):
        doubles = list(_doubles(text, paragraph, index))
        found.extend(doubles)
        found.extend(_singles(text, paragraph, index, doubles))
    found.sort(key=lambda quotation: quotation.start)
    opening = {quotation.paragraph for quotation in found if quotation.start == paragraphs[quotation.paragraph].start}
    return tuple(
        quotation
        if quotation.closed or quotation.paragraph + 1 in opening
        else _cut(text, quotation, paragraphs[quotation.paragraph])
        for quotation in found
    )


def _cut(text: str, quotation: Quotation, paragraph: Paragraph) -> Quotation:
    """A quotation that nothing closes and nothing carries on, cut after its first sentence inside a paragraph."""
    stop = _STOP.search(text, quotation.inner_start, quotation.end)
    if stop is None or quotation.start == paragraph.start:
        return quotation
    return replace(quotation, end=stop.end(), inner_end=stop.end())


def _doubles(text: str, paragraph: Paragraph, index: int) -> Iterator[Quotation]:
    opening: re.Match[str] | None = None
    seen = False
    for match in _MARK.finditer(text, paragraph.start, paragraph.end):
        mark = match.group()
        if mark in "‘’'":
            continue
        if opening is None:
            if _opens(text, match, paragraph):
                opening, seen = match, True
            elif not seen and _ends(match.end(), text, paragraph) and mark != "''":
                yield _made(text, paragraph.start, match.end(), paragraph.start, match.start(), index, opened=False)
        elif mark in _DOUBLE_OPEN:
            yield from _unclosed(text, opening, match.start(), index)
            opening = match
        elif mark in _DOUBLE_CLOSE or mark == '"':
            yield _made(text, opening.start(), match.end(), opening.end(), match.start(), index)
            opening = None
    if opening is not None:
        yield from _unclosed(text, opening, paragraph.end, index)


def _opens(text: str, match: re.Match[str], paragraph: Paragraph) -> bool:
    """Whether a mark outside any quotation opens one."""
    mark = match.group()
    if mark in _DOUBLE_OPEN:
        return True
    if mark not in ('"', "''"):
        return False
    before = text[match.start() - 1] if match.start() > paragraph.start else " "
    after = text[match.end()] if match.end() < paragraph.end else " "
    return not after.isspace() and not before.isdigit() and not (before.isalpha() and not after.isalpha())


def _ends(offset: int, text: str, paragraph: Paragraph) -> bool:
    return not text[offset : paragraph.end].strip(" .")


def _unclosed(text: str, opening: re.Match[str], end: int, index: int) -> Iterator[Quotation]:
    while end > opening.end() and text[end - 1].isspace():
        end -= 1
    if end > opening.end():
        yield _made(text, opening.start(), end, opening.end(), end, index, closed=False)


def _made(
    text: str,
    start: int,
    end: int,
    inner_start: int,
    inner_end: int,
    index: int,
    *,
    opened: bool = True,
    closed: bool = True,
    single: bool = False,
) -> Quotation:
    while inner_start < inner_end and text[inner_start].isspace():
        inner_start += 1
    while inner_end > inner_start and text[inner_end - 1].isspace():
        inner_end -= 1
    return Quotation(
        start=start,
        end=end,
        inner_start=inner_start,
        inner_end=inner_end,
        paragraph=index,
        opened=opened,
        closed=closed,
        single=single,
    )


def _singles(text: str, paragraph: Paragraph, index: int, doubles: list[Quotation]) -> Iterator[Quotation]:
    """Quotations in single marks outside the double ones; an apostrophe is told by the letters around it."""
    marks = [m for m in _MARK.finditer(text, paragraph.start, paragraph.end) if m.group() in "‘’'"]
    closers = [m.start() for m in marks if m.group() in "’'" and _may_close(text, m.start(), paragraph)]
    starts = [quotation.start for quotation in doubles]
    last = paragraph.start
    for match in marks:
        at = match.start()
        if at < last or match.group() == "’" or not _may_open(text, at, paragraph):
            continue
        holder = bisect_right(starts, at) - 1
        if holder >= 0 and doubles[holder].end > at:
            continue
        end = _closer(text, at, closers, paragraph)
        beyond = bisect_right(starts, at)
        if end is None or (beyond < len(starts) and starts[beyond] < end):
            continue
        yield _made(text, at, end + 1, at + 1, end, index, single=True)
        last = end + 1


def _may_open(text: str, at: int, paragraph: Paragraph) -> bool:
    before = text[at - 1] if at > paragraph.start else " "
    after = text[at + 1] if at + 1 < paragraph.end else " "
    return (before.isspace() or before in "([-–—:") and (after.isalpha() or after == "…")


def _may_close(text: str, at: int, paragraph: Paragraph) -> bool:
    before = text[at - 1] if at > paragraph.start else " "
    after = text[at + 1] if at + 1 < paragraph.end else " "
    return not before.isspace() and not after.isalnum()


def _closer(text: str, at: int, closers: list[int], paragraph: Paragraph) -> int | None:
    """Where a single mark that opens at `at` closes: a plural's apostrophe is passed over if a surer mark follows."""
    first = bisect_right(closers, at + 1)
    candidates = closers[first : first + _CANDIDATES]
    for end in candidates:
        plural = text[end - 1] == "s" and text[end + 1 : end + 2] == " " and text[end + 2 : end + 3].islower()
        if not plural:
            return end
    return candidates[0] if candidates else None
