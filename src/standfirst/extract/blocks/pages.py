"""What fails as a whole: polls in the middle of a page, and pages that hold no article at all."""

from __future__ import annotations

import re

from standfirst.extract.blocks.layout import Page, Piece
from standfirst.text import trimmed

_POLL = re.compile(r"\b(?:QUICK ?VOTE|READER POLL|ONLINE POLL|TAKE (?:OUR|THE) POLL|POLL:|Take our poll|Reader poll)")
_POLL_END = re.compile(r"\b(?:View results|See results|Vote now|Submit(?: vote)?|VOTE|Total votes[: ]\s?[\d,]{1,9})\b")
#: The longest poll, in code points.
_POLL_LENGTH = 700
#: The most words that a page may keep and still hold no article.
_REST = 12
_ASIDE = {"boilerplate", "credit", "byline", "caption", "unrelated", "repeated"}


def mark_polls(page: Page, pieces: list[Piece]) -> list[Piece]:
    """Set aside a poll from its label to its button, across the lines of its answers."""
    ranges: list[tuple[int, int]] = []
    for match in _POLL.finditer(page.plain):
        if ranges and match.start() < ranges[-1][1]:
            continue
        button = _POLL_END.search(page.plain, match.end(), match.end() + _POLL_LENGTH)
        if button is not None:
            ranges.append((match.start(), button.end()))
    for start, end in ranges:
        pieces = [part for piece in pieces for part in _outside(page, piece, start, end)]
    return pieces


def _outside(page: Page, piece: Piece, start: int, end: int) -> list[Piece]:
    """A piece with the part that lies in a range set aside."""
    if piece.end <= start or end <= piece.start:
        return [piece]
    cuts = (
        (piece.start, max(start, piece.start), None),
        (max(start, piece.start), min(end, piece.end), "boilerplate"),
        (min(end, piece.end), piece.end, None),
    )
    parts = []
    for begin, stop, kind in cuts:
        begin, stop = trimmed(page.text, begin, stop)
        if begin < stop:
            parts.append(piece.part(begin, stop, kind, "poll" if kind else ""))
    return parts


def mark_failed(page: Page, pieces: list[Piece]) -> list[Piece]:
    """Mark everything as a failed page where nothing of an article is left: a menu, a script, teasers of others.

    A headline alone is no failed page, nor is a short text that nothing was set aside from.
    """
    rest = sum(len(page.words(piece).split()) for piece in pieces if piece.kind not in _ASIDE)
    aside = sum(len(page.words(piece).split()) for piece in pieces if piece.kind in ("boilerplate", "unrelated"))
    if aside == 0 or rest > _REST or rest > aside or any(piece.kind in ("headline", "update") for piece in pieces):
        return pieces
    return [piece.part(piece.start, piece.end, "failed_page", "no article on the page") for piece in pieces]
