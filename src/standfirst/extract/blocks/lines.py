"""What kind of line stands between the paragraphs: headings, captions, teasers of other stories, quotations."""

from __future__ import annotations

import re

from standfirst.extract.blocks.layout import Page, Piece, ends_sentence, sentences
from standfirst.extract.blocks.stamps import HEADER, read_stamp
from standfirst.lexicon.agencies import agency_name
from standfirst.lexicon.titles import is_site_title
from standfirst.model.report import Report
from standfirst.text import trimmed

_BULLET = re.compile(r"[-•►▪*·–—]\s|\d{1,2}[.)]\s|[a-z][.)]\s")
#: A bracket that closes a caption and names whose picture it is: "(Facebook)", "(Ada Byrne/Harbour Post)", "(HPD)".
_PICTURE = re.compile(
    r"\((?:[A-Z][\w.'-]{0,20}(?: [A-Za-z][\w.'-]{0,20}){0,4}\s?/\s?[^()\n]{2,60}|[A-Z]{2,6}|"
    r"[^()\n]{0,40}(?:Getty|AP Photo|Reuters|Facebook|Twitter|Instagram|YouTube|LinkedIn|Shutterstock|Handout|Courtesy|"
    r"[Pp]hoto|via )[^()\n]{0,50})\)$"
)
#: Words that only a caption uses: who stands where in the picture, or what the picture shows.
_POINTING = re.compile(
    r"(?:[,(]\s?(?:left|right|center|centre|l\.|r\.|second from (?:left|right)|from left|far (?:left|right)|above|"
    r"below|top|bottom)[,).:]|\((?:left|right|l|r|center|centre)\)|\bpictured here\b|"
    r"\b(?:is|are|was|were) (?:pictured|shown|seen) (?:here|in this|in an? (?:undated|file|\d{4})|with|above|below)\b|"
    r", (?:pictured|shown|seen) (?:here|with|in)\b|\bfile (?:photo|pic)\b|"
    r"\bin (?:this|an?) (?:undated |file |handout |\d{4} |screen ?)?(?:photo|image|picture|grab|frame)\b|"
    r"\b(?:stands?|sits?|kneels?|poses?) (?:behind|beside|next to|in front of|with)\b)",
    re.IGNORECASE,
)
_SHOWS = re.compile(
    r"^(?:[Aa]|[Tt]his|[Aa]n|[Tt]hese|[Rr]aw|[A-Z]\w{2,14} \d{1,2}|[Aa]erial|[Ss]atellite)\s?(?:\w{2,14} )?"
    r"(?:photos?|images?|pictures?|stills?|frames?|footage|videos?|screen ?grabs?|handouts?|maps?|graphics?)\b"
    r"(?:(?!\b(?:is|was|are|were|that|which|said|says)\b)[^.\n]){0,60}?"
    r"(?:\bshows?\b|\bof (?:people|a|the)\b|\btaken (?:by|on|in)\b)",
)
_QUESTION = 16
#: Words that headlines leave out: a line with two of them is a sentence that lost its full stop.
_SMALL = {"the", "a", "an", "this", "that", "those", "these", "were", "which", "there"}
#: The most words of a name that stands alone behind a picture: "View Full Caption Bay Post/Ada Byrne".
_CREDIT_WORDS = 5
_PAIRS = (('"', '"'), ("``", "''"), ("'", "'"))


def mark_lines(page: Page, report: Report, pieces: list[Piece]) -> list[Piece]:
    """Mark body pieces that are whole paragraphs but no prose of the story; the rest stays body."""
    marked: list[Piece] = []
    story = report.headline if report.headline and not is_site_title(report.headline, report.outlet) else None
    prose = sum(_is_prose(page, piece) for piece in pieces)
    headline = next((index for index, piece in enumerate(pieces) if piece.kind == "headline"), -1)
    top = next((index for index, piece in enumerate(pieces) if _is_prose(page, piece)), len(pieces))
    above = sum(piece.kind == "body" and _bare_line(page, piece) for piece in pieces[:top])
    for index, piece in enumerate(pieces):
        if piece.kind != "body" or _part_of_more(pieces, index) or _timed(page, piece):
            marked.append(_caption_with_credit(page, pieces, index))
            continue
        kind, rule = _line_kind(page, piece, pieces, index)
        if kind == "body" and _bare_line(page, piece):
            if story and index < top and headline < 0 and above == 1 and len(page.words(piece).split()) >= 6:
                kind, rule = "caption", "line above the lead, not the headline"
            elif prose >= 3 and index > top and _is_teaser(page, pieces, index):
                kind, rule = "boilerplate", "headline of another story"
        if kind == "body" and index < headline:
            kind, rule = "caption", "above the headline"
        if kind == "caption":
            marked.extend(_parted_caption(page, piece, rule))
        else:
            marked.append(piece.part(piece.start, piece.end, kind, rule) if kind != "body" else piece)
    return marked


def _parted_caption(page: Page, piece: Piece, rule: str) -> list[Piece]:
    """A caption; the bracket that names whose picture it is is a credit where a whole sentence stands before it."""
    words = page.words(piece)
    bracket = _PICTURE.search(words, max(0, len(words) - 120))
    if bracket is None or not ends_sentence(words[: bracket.start()]):
        return [piece.part(piece.start, piece.end, "caption", rule)]
    start, stop = piece.start, trimmed(page.text, piece.start, piece.start + bracket.start())[1]
    return [
        piece.part(start, stop, "caption", rule),
        piece.part(piece.start + bracket.start(), piece.end, "credit", "whose picture it is"),
    ]


def _timed(page: Page, piece: Piece) -> bool:
    """Whether a line is stamped with a time or says when the page was made: other rules tell what it is."""
    words = page.words(piece)[:160]
    return read_stamp(words) is not None or (len(words) < 120 and HEADER.fullmatch(words) is not None)


def _part_of_more(pieces: list[Piece], index: int) -> bool:
    """Whether a piece shares its paragraph with others."""
    number = pieces[index].paragraph
    return any(0 <= near < len(pieces) and pieces[near].paragraph == number for near in (index - 1, index + 1))


def _caption_with_credit(page: Page, pieces: list[Piece], index: int) -> Piece:
    """A body piece before a photo credit of the same paragraph, or behind a player's words, is a caption."""
    piece = pieces[index]
    before = pieces[index - 1] if index else None
    if piece.kind == "body" and before is not None and before.paragraph == piece.paragraph and before.rule == "player":
        few = len(sentences(page, piece.start, piece.end)) <= 4 and piece.end - piece.start <= 400
        return piece.part(piece.start, piece.end, "caption", "behind a player") if few else piece
    following = pieces[index + 1] if index + 1 < len(pieces) else None
    if following is not None and following.paragraph != piece.paragraph:
        following = None
    viewed = before is not None and before.paragraph == piece.paragraph and before.rule == "picture viewer"
    if viewed and following is None and len(page.words(piece).split()) <= _CREDIT_WORDS:
        return piece.part(piece.start, piece.end, "credit", "behind a picture") if piece.kind == "body" else piece
    credited = (
        piece.kind == "body"
        and following is not None
        and (_of_picture(following) or following.rule == "published line")
        and piece.end - piece.start <= 700
        and (
            before is None or before.paragraph != piece.paragraph or _of_picture(before) or before.rule == "news label"
        )
    )
    return piece.part(piece.start, piece.end, "caption", "before a photo credit") if credited else piece


def _of_picture(piece: Piece) -> bool:
    """Whether a piece says whose a picture is, or is a button of the viewer that shows it."""
    return piece.rule.startswith("photo credit") or piece.rule == "picture viewer"


def _line_kind(page: Page, piece: Piece, pieces: list[Piece], index: int) -> tuple[str, str]:
    """The kind of a whole paragraph as far as its own words tell."""
    words = page.words(piece)
    count = len(words.split())
    if _is_caption(page, piece, words, count):
        return "caption", "names what a picture shows"
    if agency_name(words.strip("-()/' ")) is not None:
        return "credit", "an agency's name alone"
    if _is_quotation(words):
        return "quotation", "wholly in quotation marks"
    followed = index + 1 < len(pieces)
    if not followed or _BULLET.match(words):
        return "body", ""
    if words.endswith("?") and count <= _QUESTION and len(sentences(page, piece.start, piece.end)) == 1:
        return "heading", "a question above its answer"
    if words.endswith(":") and words.upper() == words and count <= 4:
        return "heading", "a label in capitals"
    if not ends_sentence(words) and words[-1] not in ":,;" and '"' not in words:
        if count <= 5 or (words.upper() == words and count <= 12 and any(c.isalpha() for c in words)):
            return "heading", "a short line that is no sentence"
        if count <= 8 and words.istitle():
            return "heading", "a line in title case"
    return "body", ""


def _is_caption(page: Page, piece: Piece, words: str, count: int) -> bool:
    if count > 90:
        return False
    if _PICTURE.search(words[-120:]):
        inside = words[: words.rfind("(")].rstrip()
        if count <= 14 or ends_sentence(inside):
            return True
    few = len(sentences(page, piece.start, piece.end)) <= 2
    return few and count <= 45 and '"' not in words and bool(_POINTING.search(words) or _SHOWS.match(words))


def _is_quotation(words: str) -> bool:
    """Whether a paragraph is nothing but quoted words, or opens or closes a longer quotation."""
    for opening, closing in _PAIRS[:2]:
        starts, ends = words.startswith(opening), words.endswith(closing)
        inner = words[len(opening) : -len(closing)] if starts and ends else words[len(opening) if starts else 0 :]
        if starts and ends and opening not in inner:
            return True
        if starts and not ends and words.count(opening) == 1 and (opening == "``" or words.count('"') == 1):
            return closing not in words[len(opening) :]
        if ends and not starts and words.count('"') == 1 and closing == '"':
            return True
    return False


def _is_prose(page: Page, piece: Piece) -> bool:
    """Whether a piece is a paragraph of sentences."""
    words = page.words(piece)
    return piece.kind in ("body", "standfirst") and ends_sentence(words) and len(words.split()) >= 8


def _bare_line(page: Page, piece: Piece) -> bool:
    """Whether a paragraph is one line that ends like no sentence, and no item of a list."""
    words = page.words(piece)
    few = len(words.split()) <= 20 and len(sentences(page, piece.start, piece.end)) <= 2
    return few and not ends_sentence(words) and words[-1] not in ":,;\"'" and _BULLET.match(words) is None


def _is_teaser(page: Page, pieces: list[Piece], index: int) -> bool:
    """Whether a bare line in mid-story is another story's headline: six words and more between two paragraphs.

    "Ferry captain says he saw no lights" between two full paragraphs. Two bare lines together are a list and stay.
    Errs towards setting aside a long heading, which tells nothing by itself.
    """
    words = page.words(pieces[index])
    count = len(words.split())
    single = len(sentences(page, pieces[index].start, pieces[index].end)) == 1
    small = sum(word in _SMALL for word in words.lower().split())
    if not 5 <= count <= 16 or '"' in words or not single or not words[0].isalnum() or small >= 2:
        return False
    near = (pieces[at] for at in range(index - 1, max(-1, index - 6), -1))
    before = next((piece for piece in near if piece.kind not in ("credit", "caption")), None)
    after = pieces[index + 1] if index + 1 < len(pieces) else None
    lists = [
        piece for piece in (before, after) if piece is not None and piece.kind == "body" and _bare_line(page, piece)
    ]
    return not lists and after is not None
