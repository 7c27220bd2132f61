"""Passages that a report stamps with a time of their own, and how far each of them reaches."""

from __future__ import annotations

import re
from itertools import pairwise

from standfirst.extract.blocks.layout import Page, Piece
from standfirst.extract.blocks.stamps import EARLIER, HEADER, is_labelled, read_stamp
from standfirst.model.report import Report

_LIVE = re.compile(
    r"\b(?:live(?:-?blog)?|updates|as it happen(?:s|ed)|rolling|minute[- ]by[- ]minute)\b", re.IGNORECASE
)
#: Kinds that can belong to a stamped passage.
_OWN = {"body", "quotation", "heading", "standfirst"}


def mark_updates(page: Page, report: Report, pieces: list[Piece]) -> list[Piece]:
    """Mark stamped passages as update, and lines that say when the whole was last touched as credit.

    A passage reaches to the next stamp, to the next heading where the page has headings before its first stamp, or
    to words such as "Original story"; one that stands above everything else only over its own paragraph.
    """
    pieces = [_header(page, piece) for piece in pieces]
    stamped = _stamped(page, report, pieces)
    if not stamped:
        return pieces
    first, stamps = stamped[0], set(stamped)
    sections = any(piece.kind == "heading" for piece in pieces[:first])
    alone = len(stamped) == 1 and not any(piece.kind == "body" for piece in pieces[:first])
    marked: list[Piece] = []
    inside = False
    for index, piece in enumerate(pieces):
        if index in stamps:
            inside = True
        elif inside and (_ends(page, piece, sections) or (alone and piece.kind == "body" and index > first + 1)):
            inside = False
        own = inside and piece.kind in _OWN and not (piece.kind == "heading" and index not in stamps)
        marked.append(piece.part(piece.start, piece.end, "update", "stamped") if own else piece)
    return marked


def _stamped(page: Page, report: Report, pieces: list[Piece]) -> list[int]:
    """Indexes of the pieces that open with a stamp.

    A bare time ("8.58pm: First calls") may be when something happened: it counts only on a page that is live by its
    headline, its address or its labelled updates, or whose times run backwards, as no account of events does.
    """
    found = []
    for index, piece in enumerate(pieces):
        opens = index == 0 or pieces[index - 1].paragraph != piece.paragraph
        stamp = read_stamp(page.words(piece)) if opens and piece.kind in ("body", "heading", "update") else None
        if stamp is not None:
            found.append((index, stamp, is_labelled(page.words(piece))))
    clocks = [stamp.clock for _, stamp, _ in found]
    backwards = len(clocks) >= 3 and all(a >= b for a, b in pairwise(clocks)) and clocks[0] > clocks[-1]
    url = re.sub(r"[-_/]", " ", report.url or "")
    live = backwards or _LIVE.search(f"{report.headline or ''} {url}") is not None
    return [index for index, _, labelled in found if labelled or live]


def _header(page: Page, piece: Piece) -> Piece:
    """A line of its own that says when the page was published or last touched tells nothing of the story."""
    words = page.words(piece)
    short = piece.kind in ("body", "heading") and len(words) <= 110 and len(words.split()) <= 14
    stamp = read_stamp(words) if short else None
    told = stamp is not None and not stamp.alone
    if short and not told and HEADER.fullmatch(words) and re.search(r"\d", words):
        return piece.part(piece.start, piece.end, "credit", "line of last update")
    return piece


def _ends(page: Page, piece: Piece, sections: bool) -> bool:
    if piece.kind == "heading" and (sections or EARLIER.fullmatch(page.words(piece))):
        return True
    return piece.kind == "body" and EARLIER.match(page.words(piece)[:40]) is not None and len(page.words(piece)) <= 40
