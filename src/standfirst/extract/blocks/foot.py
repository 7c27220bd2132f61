"""The foot of a page: who wrote it and how to reach them, which tells nothing of the story.

"Ada Byrne is a staff writer. She can be reached at abyrne@bay.example." Only from the last sentence upwards, and only
of one writer by name: a helpline, or where to send what one has seen, is the story's and stays.
"""

from __future__ import annotations

import re

from standfirst.extract.blocks.layout import Page, Piece, sentences

_NAME = r"[A-Z][\w.'-]{0,20}(?: [A-Z][\w.'-]{0,20}){1,3}"
_WRITER = r"(?:[Tt]he )?(?:[Ss]taff |[Ff]reelance )?(?:[Ww]riter|[Rr]eporter|[Aa]uthor|[Ee]ditor)"
#: "Contact Ada Byrne: …", "You can reach staff writer Ada Byrne at …", "She can be reached at …", "abyrne@bay.example".
_REACH = re.compile(
    rf"(?:[-*•] ?)?(?:(?:You can |To )?(?:[Cc]ontact|[Rr]each|[Ee]-?mail|[Cc]all|[Ff]ind|[Ff]ollow) "
    rf"(?:him|her|me|them|{_WRITER}(?: {_NAME})?|{_NAME})\b|(?:He|She|{_WRITER}(?: {_NAME})?|{_NAME}) can be "
    rf"(?:reached|contacted|followed)\b|(?:E-?mail|Twitter): ?|{_NAME}: |[\w.+-]{{1,60}}@[\w.-]{{3,60}})"
)
_ADDRESS = re.compile(r"@\w|\d{3}[ .)-]{1,2}\d{3,4}|\b(?:Twitter|Facebook|[Ee]-?mail)\b")
#: Whoever these belong to is somebody in the story.
_PUBLIC = re.compile(
    r"\b(?:anyone|information|tips?|witness\w{0,3}|police|detectives?|det|sgt|lt|officers?|sheriff|inspector|crime|"
    r"helpline|hotline|embassy|ministry|department|office|relatives|said|says|told)\b",
    re.IGNORECASE,
)
#: "Ada Byrne is a Bay Post staff writer", "… is a freelance reporter for the Bay Post".
_ABOUT = re.compile(
    rf"{_NAME} is an? (?:[\w.&'-]{{1,20}} ){{0,5}}"
    r"(?:reporter|writer|correspondent|columnist|photographer|editor)(?: (?:at|for|with|of|in) [^.\n]{2,60})?\.?"
)
_LONGEST = 30
#: Kinds that may stand below the foot or between its lines.
_ASIDE = {"boilerplate", "credit", "byline", "caption", "repeated"}


def mark_foot(page: Page, pieces: list[Piece]) -> list[Piece]:
    """Mark as credit the last sentences that tell only of the writer; the first piece of a page is never touched."""
    marked = list(pieces)
    for index in range(len(pieces) - 1, 0, -1):
        piece = pieces[index]
        if piece.kind in _ASIDE:
            continue
        spans = sentences(page, piece.start, piece.end) if piece.kind == "body" else []
        kept = len(spans)
        while kept and _is_of_writer(page, *spans[kept - 1]):
            kept -= 1
        if kept < len(spans):
            parts = [piece.part(piece.start, spans[kept - 1][1])] if kept else []
            marked[index : index + 1] = [*parts, piece.part(spans[kept][0], piece.end, "credit", "of the writer")]
        if kept:
            break
    return marked


def _is_of_writer(page: Page, start: int, end: int) -> bool:
    words = page.plain[start:end]
    if len(words.split()) > _LONGEST or _PUBLIC.search(words):
        return False
    if _ABOUT.fullmatch(words):
        # a reporter whom the story itself speaks of is somebody in it
        return " ".join(words.split()[:2]) not in page.plain[:start]
    return _REACH.match(words) is not None and _ADDRESS.search(words) is not None
