"""Sentences that a page prints twice: the later copy is set aside, so that nothing is told twice."""

from __future__ import annotations

import re
from collections import Counter

from standfirst.extract.blocks.layout import Page, Piece, sentences, words_of

#: A sentence shorter than this, in words, may well be said twice on purpose.
_FEWEST = 8
_SHINGLE = 4
#: Share of a sentence's runs of four words that must have stood above for it to be the same sentence.
_SHARE = 0.8
#: Kinds whose words are the story's own and so can have been told before.
_TOLD = {"body", "standfirst", "quotation"}
#: Quoted words with a bare name behind them: "“It was dark.” Ada Byrne, teacher".
_PULLED = re.compile(r'"?(?P<said>[^"]{20,500})" ?(?:-{1,2} ?)?(?P<who>[A-Z][^".!?:]{1,60})')
_SAYING = re.compile(r"\b(?:said|says|told|added|asked|wrote)\b")


def mark_repeats(page: Page, pieces: list[Piece]) -> list[Piece]:
    """Mark sentences and whole paragraphs that stood above, in the same words or nearly.

    A lead printed as standfirst and again after its dateline; a quotation that an agency's text brings in again; a
    pull quote, which may stand above its own text. Words of captions and stamped updates are not counted. Errs towards
    keeping: at least eight words, four fifths the same.
    """
    pieces = _mark_pulled(page, pieces)
    seen: set[tuple[str, ...]] = set()
    captions: set[str] = set()
    marked: list[Piece] = []
    for piece in pieces:
        if piece.kind == "caption":
            words = " ".join(words_of(page.words(piece)))
            again = words in captions
            captions.add(words)
            marked.append(piece.part(piece.start, piece.end, "repeated", "caption again") if again else piece)
        elif piece.kind in _TOLD:
            marked.extend(_parted(page, piece, seen))
        else:
            marked.append(piece)
    return marked


def _mark_pulled(page: Page, pieces: list[Piece]) -> list[Piece]:
    """Mark paragraphs that are quoted words of another paragraph with the speaker's bare name behind them."""
    pulled = {index: match for index, piece in enumerate(pieces) if (match := _pulled(page, piece)) is not None}
    if not pulled:
        return pieces
    counts = Counter(run for piece in pieces if piece.kind in _TOLD for run in set(_runs(words_of(page.words(piece)))))
    marked = list(pieces)
    for index, match in pulled.items():
        spans = sentences(page, match.start("said"), match.end("said"))
        runs = [run for start, end in spans for run in _runs(words_of(page.plain[start:end]))]
        if runs and sum(counts[run] > 1 for run in runs) >= _SHARE * len(runs):
            marked[index] = pieces[index].part(pieces[index].start, pieces[index].end, "repeated", "pull quote")
    return marked


def _pulled(page: Page, piece: Piece) -> re.Match[str] | None:
    """The quoted words and the name of a piece that could be a pull quote."""
    match = _PULLED.fullmatch(page.plain, piece.start, piece.end) if piece.kind in _TOLD else None
    return match if match is not None and not _SAYING.search(match["who"]) else None


def _runs(words: list[str]) -> list[tuple[str, ...]]:
    return [tuple(words[at : at + _SHINGLE]) for at in range(len(words) - _SHINGLE + 1)]


def _parted(page: Page, piece: Piece, seen: set[tuple[str, ...]]) -> list[Piece]:
    """One piece, its repeated sentences cut out; neighbours of one kind stay one piece."""
    parts: list[Piece] = []
    fresh: list[tuple[str, ...]] = []
    for start, end in sentences(page, piece.start, piece.end):
        words = words_of(page.plain[start:end])
        runs = _runs(words)
        again = len(words) >= _FEWEST and sum(run in seen for run in runs) >= _SHARE * len(runs)
        if not again:
            fresh.extend(runs)
        part = piece.part(start, end, "repeated", "sentence again") if again else piece.part(start, end)
        if parts and parts[-1].kind == part.kind:
            parts[-1] = parts[-1].part(parts[-1].start, part.end)
        else:
            parts.append(part)
    seen.update(fresh)
    return parts or [piece]
