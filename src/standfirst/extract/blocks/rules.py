"""What outlets print around a story, cut out of each paragraph by the layout rules of the lexicon."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from standfirst.extract.blocks.layout import Page, Piece, sentences
from standfirst.lexicon.layout import LayoutRule, layout_rules, menu_words
from standfirst.text import trimmed

#: The longest paragraph or sentence that a rule for whole lines or sentences is tried on, in code points.
_LONG = 400
#: How much of a paragraph's end is looked at for a credit.
_TAIL = 320

#: A sentence with these is told by someone, and no rule for sentences sets it aside: "“Check it out,” he said."
_TOLD = re.compile(r'["`]|\b(?:said|says|told|added|announced|according|reported|asked|warned|wrote|tweeted)\b', re.I)
#: Rules for sentences that hold whoever tells it.
_FIRM = {"rights", "contributed", "contributors", "tweet interface", "site requirements", "follow"}


def cut_paragraph(page: Page, paragraph: Piece) -> list[Piece]:
    """The pieces of one paragraph: its own words as body, and what the layout rules take out of it."""
    words = page.words(paragraph)
    rule = line_rule(words) if len(words) <= _LONG else None
    if rule is not None:
        return [paragraph.part(paragraph.start, paragraph.end, rule.kind, rule.name)]
    pieces = _cut_inline(page, paragraph)
    pieces = [part for piece in pieces for part in _cut_end(page, piece)]
    pieces = [part for piece in pieces for part in _cut_sentences(page, piece)]
    return [piece for piece in pieces if any(letter.isalnum() for letter in page.words(piece))] or pieces[:1]


@lru_cache(maxsize=4096)
def line_rule(words: str) -> LayoutRule | None:
    """The first rule for whole lines that a paragraph's plain words meet."""
    for rule in layout_rules("line"):
        if rule.pattern.fullmatch(words) and not (rule.name == "video teaser" and words[-1:] in ".!?\"'"):
            return rule
    return _MENU if _is_menu(words) else None


_MENU = LayoutRule(name="menu", kind="boilerplate", scope="line", pattern=re.compile(""), example="Home | News | Sport")
_BARS = re.compile(r"\s{0,3}[|/·•>,]\s{0,3}")


def _is_menu(words: str) -> bool:
    """Whether a line is a menu: known words only, or three and more short items between bars, most of them known."""
    items = [item.strip().lower() for item in _BARS.split(words) if item.strip()]
    known = menu_words()
    if len(items) == 1:
        return items[0] in known
    count = sum(item in known for item in items)
    short = all(len(item.split()) <= 4 for item in items)
    return count == len(items) or (len(items) >= 3 and short and count * 2 >= len(items))


def _cut_inline(page: Page, piece: Piece) -> list[Piece]:
    """Cut out matched words, with what stands before and after as pieces of their own."""
    found: list[tuple[int, int, LayoutRule]] = []
    for rule in layout_rules("inline"):
        matches = rule.pattern.finditer(page.plain, piece.start, piece.end)
        found.extend((match.start(), match.end(), rule) for match in matches if match.end() > match.start())
    found.sort(key=lambda item: (item[0], -item[1]))
    return list(_around(page, piece, found))


def _around(page: Page, piece: Piece, found: list[tuple[int, int, LayoutRule]]) -> Iterator[Piece]:
    at = piece.start
    for start, end, rule in found:
        if start < at:
            continue
        yield from _kept(page, piece, at, start)
        yield piece.part(start, end, rule.kind, rule.name)
        at = end
    yield from _kept(page, piece, at, piece.end)


def _kept(page: Page, piece: Piece, start: int, end: int) -> Iterator[Piece]:
    start, end = trimmed(page.text, start, end)
    if start < end:
        yield piece.part(start, end)


def _cut_end(page: Page, piece: Piece) -> list[Piece]:
    """Cut a credit or the like off the end of a body piece."""
    if piece.kind != "body":
        return [piece]
    tail = max(piece.start, piece.end - _TAIL)
    words = page.plain[tail : piece.end]
    for rule in layout_rules("end"):
        match = rule.pattern.search(words)
        if match is None or not match.group().strip():
            continue
        start, end = trimmed(page.text, tail + match.start(), tail + match.end())
        return [*_cut_end_again(page, piece, start), piece.part(start, end, rule.kind, rule.name)]
    return [piece]


def _cut_end_again(page: Page, piece: Piece, end: int) -> Iterator[Piece]:
    yield from (part for kept in _kept(page, piece, piece.start, end) for part in _cut_end(page, kept))


def _cut_sentences(page: Page, piece: Piece) -> list[Piece]:
    """Set aside whole sentences; neighbours of one kind stay one piece."""
    if piece.kind != "body":
        return [piece]
    cut: list[Piece] = []
    for start, end in sentences(page, piece.start, piece.end):
        rule = sentence_rule(page.plain[start:end]) if end - start <= _LONG else None
        part = piece.part(start, end, rule.kind, rule.name) if rule is not None else piece.part(start, end)
        if cut and cut[-1].kind == part.kind:
            cut[-1] = cut[-1].part(cut[-1].start, part.end)
        else:
            cut.append(part)
    return cut


@lru_cache(maxsize=8192)
def sentence_rule(words: str) -> LayoutRule | None:
    """The first rule for sentences that plain words meet; told sentences are left to the story."""
    for rule in layout_rules("sentence"):
        if rule.pattern.search(words) and (rule.name in _FIRM or not _TOLD.search(words)):
            return rule
    return None
