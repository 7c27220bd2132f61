"""Sentences that a page prints twice: the later copy is set aside, so that nothing is told twice."""

from __future__ import annotations

from standfirst.extract.blocks.layout import Page, Piece, sentences, words_of

#: A sentence shorter than this, in words, may well be said twice on purpose.
_FEWEST = 8
_SHINGLE = 4
#: Share of a sentence's runs of four words that must have stood above for it to be the same sentence.
_SHARE = 0.8
#: Kinds whose words are the story's own and so can have been told before.
_TOLD = {"body", "standfirst", "quotation"}


def mark_repeats(page: Page, pieces: list[Piece]) -> list[Piece]:
    """Mark sentences and whole paragraphs that stood above, in the same words or nearly.

    A lead printed as standfirst and again after its dateline; a quotation that an agency's text brings in again. Words
    of captions and stamped updates are not counted. Errs towards keeping: at least eight words, four fifths the same.
    """
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


def _parted(page: Page, piece: Piece, seen: set[tuple[str, ...]]) -> list[Piece]:
    """One piece, its repeated sentences cut out; neighbours of one kind stay one piece."""
    parts: list[Piece] = []
    fresh: list[tuple[str, ...]] = []
    for start, end in sentences(page, piece.start, piece.end):
        words = words_of(page.plain[start:end])
        runs = [tuple(words[at : at + _SHINGLE]) for at in range(len(words) - _SHINGLE + 1)]
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
