"""Which lines are the headline and the standfirst, and what repeats them."""

from __future__ import annotations

import re

from standfirst.extract.blocks.layout import Page, Piece, ends_sentence, sentences, squashed
from standfirst.extract.blocks.stamps import HEADER, read_stamp
from standfirst.lexicon.titles import is_site_title
from standfirst.model.report import Report
from standfirst.text import plain, trimmed

#: A headline is looked for among this many first paragraphs.
_TOP = 8


def same_headline(one: str, other: str) -> bool:
    """Whether two wordings are one headline: alike but for marks, one inside the other, or most words shared."""
    a, b = squashed(one), squashed(other)
    if not a or not b:
        return False
    if a == b:
        return True
    short, long = sorted((a, b), key=len)
    if short in long and len(short) * 10 >= len(long) * 6:
        return True
    first, second = set(a.split()), set(b.split())
    return len(first & second) * 10 >= len(first | second) * 7


def mark_headline(page: Page, report: Report, pieces: list[Piece]) -> list[Piece]:
    """Mark the headline, what repeats it, and the standfirst below it."""
    title = report.headline
    if title and is_site_title(title, report.outlet):
        title = None
    at = _headline_index(page, title, pieces)
    if at is None:
        return pieces
    marked = list(pieces)
    marked[at] = pieces[at].part(pieces[at].start, pieces[at].end, "headline", "headline")
    heading = page.words(pieces[at])
    for index in range(at + 1, len(marked)):
        piece = marked[index]
        if piece.kind == "body" and piece.end - piece.start <= 2 * len(heading) + 20:
            words = page.words(piece)
            if not ends_sentence(words) and squashed(words) == squashed(heading):
                marked[index] = piece.part(piece.start, piece.end, "repeated", "headline again")
    return _mark_standfirst(page, marked, at)


def split_headline(page: Page, report: Report, pieces: list[Piece]) -> list[Piece]:
    """Part a first paragraph that begins with the headline twice from what follows it.

    "Ferry sinks News Ferry sinks A ferry sank …": the heap of titles repeats what the front matter gives.
    """
    title = report.headline
    if not title or not pieces or pieces[0].kind != "body" or len(title) < 12:
        return pieces
    first, wanted = pieces[0], plain(title).lower()
    words = page.words(first).lower()
    if not words.startswith(wanted) or len(words) < len(wanted) + 20:
        return pieces
    tail = " ".join(wanted.split()[1:])
    again = words.find(tail, len(wanted), 3 * len(wanted) + 60)
    if again < 0 or len(tail) < 10:
        return pieces
    end = first.start + again + len(tail)
    while end < first.end and page.text[end].isspace():
        end += 1
    stop = first.start + again + len(tail)
    head = first.part(first.start, stop, "repeated", "headline twice in one line")
    return [head, *([first.part(end, first.end)] if end < first.end else []), *pieces[1:]]


#: What may stand between the end of a sentence and a headline printed again: the name of a section.
_SECTION = re.compile(r"(?:[.!?)\]\"']|Caption)\s{1,3}(?P<section>(?:[A-Z][\w&'-]{1,20}\s){0,3})$")
_LEAST_TITLE = 25


def cut_headline(page: Page, report: Report, piece: Piece) -> list[Piece]:
    """Cut a paragraph where it prints the given headline again in its midst, with the section that it names.

    "Cars wait at the ferry. Local News Ferry full as bridge closes The bridge …", of a page that ran its parts
    together. Only the headline's own words, at least 25 letters, behind the end of a sentence.
    """
    title = plain(report.headline or "").strip()
    if piece.kind != "body" or piece.paragraph >= _TOP or len(title) < _LEAST_TITLE:
        return [piece]
    at = page.plain.find(title, piece.start + 1, piece.end)
    behind = _SECTION.search(page.plain, max(piece.start, at - 80), at) if at >= 0 else None
    if behind is None:
        return [piece]
    start, stop = behind.start("section"), at + len(title)
    before, rest = trimmed(page.text, piece.start, start), trimmed(page.text, stop, piece.end)
    parts = [piece.part(*before), piece.part(start, stop, "repeated", "headline in a paragraph")]
    return [*parts, *(cut_headline(page, report, piece.part(*rest)) if rest[0] < rest[1] else [])]


def _headline_index(page: Page, title: str | None, pieces: list[Piece]) -> int | None:
    """Index of the headline: the line that says what the front matter says, else the first line that is no sentence."""
    body = [index for index, piece in enumerate(pieces) if piece.kind == "body"][:_TOP]
    if title:
        for index in body:
            words = page.words(pieces[index])
            if len(words) <= 2 * len(title) + 40 and same_headline(words, title):
                return index
        return None
    for index in [at for at in body if not _pictured(pieces, at)][:2]:
        words = page.words(pieces[index])
        count = len(words.split())
        if ends_sentence(words) and words.rstrip()[-1:] != "?" and count > 6:
            return None
        if read_stamp(words) is not None or HEADER.match(words[:40]):
            continue
        if 2 <= count <= 25 and len(sentences(page, pieces[index].start, pieces[index].end)) <= 2:
            return index if index + 1 < len(pieces) or len(pieces) == 1 else None
    return None


def _pictured(pieces: list[Piece], index: int) -> bool:
    """Whether a photo credit ends the paragraph of a piece, which makes it a caption."""
    after = pieces[index + 1] if index + 1 < len(pieces) else None
    return after is not None and after.paragraph == pieces[index].paragraph and after.rule.startswith("photo credit")


def _mark_standfirst(page: Page, pieces: list[Piece], at: int) -> list[Piece]:
    """Mark the paragraph under the headline as standfirst where a byline, a date or a dateline comes after it."""
    if at + 2 >= len(pieces):
        return pieces
    under, after = pieces[at + 1], pieces[at + 2]
    if under.kind != "body" or after.paragraph == under.paragraph or HEADER.match(page.words(under)[:40]):
        return pieces
    dated = HEADER.fullmatch(page.words(after)[:140]) is not None and after.end - after.start < 140
    if after.kind in ("byline", "dateline", "repeated") or dated:
        return [
            *pieces[: at + 1],
            under.part(under.start, under.end, "standfirst", "above the byline or dateline"),
            *pieces[at + 2 :],
        ]
    return pieces
