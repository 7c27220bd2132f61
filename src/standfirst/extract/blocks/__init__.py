"""The parts of a page: what is the story's own text, and what the outlet printed around it.

Read off the surface of the text, so that a page is cut up the same way whatever a parser makes of it. Nothing is
dropped: every word of the text is in exactly one block.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby

from spacy.tokens import Doc

from standfirst.extract.blocks.foot import mark_foot
from standfirst.extract.blocks.headlines import cut_headline, mark_headline, same_headline, split_headline
from standfirst.extract.blocks.layout import Page, Piece, page_of, paragraphs
from standfirst.extract.blocks.lines import mark_lines
from standfirst.extract.blocks.openings import cut_dateline
from standfirst.extract.blocks.pages import mark_failed, mark_polls
from standfirst.extract.blocks.repeats import mark_repeats
from standfirst.extract.blocks.rules import cut_paragraph
from standfirst.extract.blocks.strays import mark_strays
from standfirst.extract.blocks.updates import mark_updates
from standfirst.model.reading import Block, Reading
from standfirst.model.report import Report
from standfirst.text import trimmed

#: A headline is looked for among this many first paragraphs.
_TOP = 8


def run(reading: Reading, doc: Doc | None = None) -> Reading:
    """Fill in the blocks of a reading."""
    return replace(reading, blocks=find_blocks(reading.report, doc))


def find_blocks(report: Report, doc: Doc | None = None) -> tuple[Block, ...]:
    """The blocks of a report in the order of its text: they never overlap and hold every character that is no space.

    Each is published with the report; `extract.published` sets the times of stamped passages. The parse is not needed.
    """
    page = page_of(report.text)
    pieces = split_headline(page, report, paragraphs(page))
    pieces = [part for piece in pieces for part in cut_headline(page, report, piece)]
    pieces = [part for piece in pieces for part in _cut(page, report, piece)]
    pieces = mark_polls(page, pieces)
    pieces = mark_promotions(page, report, pieces)
    pieces = mark_foot(page, pieces)
    pieces = mark_headline(page, report, pieces)
    pieces = mark_lines(page, report, pieces)
    pieces = mark_updates(page, report, pieces)
    pieces = mark_repeats(page, pieces)
    pieces = mark_strays(page, pieces)
    pieces = mark_failed(page, pieces)
    return tuple(
        Block(span=report.span(start, end), kind=kind, published=report.published)
        for start, end, kind in _filled(page, pieces)
    )


def _cut(page: Page, report: Report, paragraph: Piece) -> list[Piece]:
    """One paragraph, cut by the layout rules and at its datelines; the given headline stays whole."""
    if paragraph.kind != "body":
        return [paragraph]
    if report.headline and paragraph.paragraph < _TOP and same_headline(page.words(paragraph), report.headline):
        return [paragraph]
    parts: list[Piece] = []
    for piece in cut_paragraph(page, paragraph):
        parts.extend(cut_dateline(page, piece) if piece.kind == "body" else [piece])
    return parts


def mark_promotions(page: Page, report: Report, pieces: list[Piece]) -> list[Piece]:
    """Set aside the rest of a paragraph of promotion at the top or the foot of a page.

    "The Harbour Post is read in every port. Subscribe today.": the first sentence promotes too where it names the
    outlet or speaks to the reader, and no one is quoted in it.
    """
    marked = list(pieces)
    last = pieces[-1].paragraph if pieces else 0
    for number, group in groupby(range(len(pieces)), key=lambda index: pieces[index].paragraph):
        members = list(group)
        kinds = {pieces[index].kind for index in members}
        if (2 < number < last - 3) or "boilerplate" not in kinds or not kinds <= {"body", "boilerplate"}:
            continue
        for index in members:
            if pieces[index].kind == "body" and _promotes(page.words(pieces[index]), report.outlet):
                marked[index] = pieces[index].part(pieces[index].start, pieces[index].end, "boilerplate", "promotion")
    return marked


def _promotes(words: str, outlet: str | None) -> bool:
    lower = f" {words.lower()} "
    if '"' in words or len(words.split()) > 25 or any(f" {cue} " in lower for cue in ("said", "says", "told")):
        return False
    named = bool(outlet) and (outlet or "").lower().removeprefix("the ") in lower
    return named or any(f" {word} " in lower for word in ("we", "our", "us", "you", "your"))


def _filled(page: Page, pieces: list[Piece]) -> list[tuple[int, int, str]]:
    """(start, end, kind) of the pieces, with any characters that a rule left between them given to a neighbour.

    Neighbours of one paragraph that are set aside for one reason become one block.
    """
    blocks: list[tuple[int, int, str]] = []
    paragraph = -1
    for piece in pieces:
        start = piece.start
        if blocks and _loose(page, blocks[-1][1], start):
            if paragraph == piece.paragraph:
                blocks[-1] = (blocks[-1][0], trimmed(page.text, blocks[-1][1], start)[1], blocks[-1][2])
            else:
                start = trimmed(page.text, blocks[-1][1], start)[0]
        elif not blocks:
            start = trimmed(page.text, 0, start)[0] if _loose(page, 0, start) else start
        if blocks and paragraph == piece.paragraph and blocks[-1][2] == piece.kind != "body":
            blocks[-1] = (blocks[-1][0], piece.end, piece.kind)
        else:
            blocks.append((start, piece.end, piece.kind))
        paragraph = piece.paragraph
    end = len(page.text.rstrip())
    if blocks and blocks[-1][1] < end:
        blocks[-1] = (blocks[-1][0], end, blocks[-1][2])
    return blocks


def _loose(page: Page, start: int, end: int) -> bool:
    """Whether a range holds a character that is no space."""
    return start < end and not page.text[start:end].isspace()
