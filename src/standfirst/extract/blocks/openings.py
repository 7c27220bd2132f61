"""Datelines: where a report was filed and by which agency, at the head of a paragraph or in the middle of a page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from standfirst.extract.blocks.layout import Page, Piece, ends_sentence
from standfirst.lexicon.agencies import agency_name
from standfirst.text import trimmed

_CAPITALS = (
    r"(?:[A-Z][A-Z'.-]{1,24}|ST\.|[A-Z]{2,3}'[A-Z]{2,20})(?: [A-Z][A-Z'.-]{0,24}){0,4}(?:/[A-Z][A-Z'. -]{1,24}){0,2}"
)
_BARE_CITY = r"[A-Z][A-Z'.-]{2,24}(?: [A-Z][A-Z'.-]{1,24}){0,2}(?:/[A-Z][A-Z'. -]{1,24}){0,2}"
_TITLED = r"[A-Z][a-z'-]{1,24}(?: (?:[A-Z][a-z'.-]{1,24}|de|of|the|al)){0,3}"
_REGION = r"(?:, [A-Z][\w.' -]{1,28})"
_DAY = (
    r"(?:,? (?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?"
    r"(?:(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.? \d{1,2}|\d{1,2} "
    r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?)(?:,? (?:19|20)\d\d)?)"
)
_BODY = r"(?: ?[(\[](?P<by>[^()\[\]\n]{2,40})[)\]])"
_DASH = r"\s?-{1,3}(?=\s|$|[\"'A-Z])"
#: "BAYPORT (Coast Wire) - ", "BAYPORT, Oct 8 (AP) -", "Bayport (AFP) -", "BAYPORT -", "(AP) -", "BAYPORT (AP) Text".
_LINE = re.compile(
    rf"(?:[-•►]\s)?(?:(?:(?P<caps>{_CAPITALS})|{_TITLED}){_REGION}{{0,2}}{_DAY}?{_BODY}(?P<dash>{_DASH}|\s?:(?=\s))?|"
    rf"(?P<bare>{_BARE_CITY}){_REGION}{{0,2}}{_DAY}? -{{1,3}}(?=\s|$)|{_BODY.replace('by', 'only')}{_DASH})\s*"
)
#: "Port Amary - The bridge is closed.", "New Bay, Vika - …": a city in small letters counts only at the head of a lead.
_LEAD = re.compile(
    rf"(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|(?:Update|Updated|Breaking|Exclusive|Analysis|Opinion|Comment|"
    rf"Video|Watch|Live|Photos?|Correction|Note|Question|Answer|Background|Advertisement)\b)"
    rf"{_TITLED}{_REGION}? -{{1,3}} (?=[\"'A-Z])"
)
_LEADS, _LEAD_WORDS = 5, 8
#: Words in capitals that head other things than a report from somewhere.
_LABELS = re.compile(
    r"\b(?:UPDATE|UPDATED|BREAKING|WATCH|RAW|MORE|CORRECTION|CORRECTED|EXCLUSIVE|LIVE|LATEST|FILE|VIDEO|PHOTOS?|READ|NOTE|"
    r"RELATED|ALERT|URGENT|ANALYSIS|OPINION|FACTBOX|EXPLAINER|QUESTION|ANSWER|HOW|WHAT|WHY|WHO|WHEN)\b"
)
_MIDDLE = re.compile(
    rf"(?<=[.!?\"') ]) ?(?<![A-Z] )(?P<head>(?P<city>[A-Z]{{3,20}}(?: [A-Z]{{3,20}}){{0,2}}){_REGION}? "
    r"\((?P<by>[A-Z][^()\n]{1,30})\)(?: -{1,3})?) (?=[A-Z\"])"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Dateline:
    """A dateline's place in the text, and the words in its brackets where it has some."""

    start: int
    end: int
    agency: str | None


def read_dateline(page: Page, piece: Piece) -> Dateline | None:
    """The dateline that opens a piece, or None. A city without an agency counts only in capitals and before a dash."""
    match = _LINE.match(page.plain, piece.start, min(piece.end, piece.start + 160))
    if match is None:
        return _read_lead(page, piece)
    head, agency = match.group(), match["by"] or match["only"]
    if _LABELS.search(head):
        return None
    following = page.plain[match.end() : match.end() + 1] if match.end() < piece.end else ""
    if following and not (following.isupper() or following.isdigit() or following in "\"'$£€"):
        return None
    if match["by"] and not match["dash"] and agency_name(match["by"]) is None:
        return None
    start, end = trimmed(page.text, match.start(), match.end())
    return Dateline(start=start, end=end, agency=agency.strip() if agency else None)


def _read_lead(page: Page, piece: Piece) -> Dateline | None:
    """The city that opens a lead, before a dash with spaces round it and a whole sentence."""
    match = _LEAD.match(page.plain, piece.start, piece.end) if piece.paragraph < _LEADS else None
    if match is None:
        return None
    rest = page.plain[match.end() : piece.end]
    if len(rest.split()) < _LEAD_WORDS or not ends_sentence(rest):
        return None
    start, end = trimmed(page.text, match.start(), match.end())
    return Dateline(start=start, end=end, agency=None)


def cut_dateline(page: Page, piece: Piece) -> Iterator[Piece]:
    """The piece with a dateline at its head, and any further on in it, as pieces of their own."""
    opening = read_dateline(page, piece)
    if opening is not None:
        yield piece.part(opening.start, opening.end, "dateline", "dateline")
        start, end = trimmed(page.text, opening.end, piece.end)
        if start < end:
            yield from _cut_middle(page, piece.part(start, end))
        return
    yield from _cut_middle(page, piece)


def _cut_middle(page: Page, piece: Piece) -> Iterator[Piece]:
    """Cut where a second report begins inside a paragraph, after a heading of at most eight words or none.

    "… it said. Harbour to close BAYPORT (AFP) The harbour …": only for known agencies, so that "the NATO (North …)"
    stays whole.
    """
    for match in _MIDDLE.finditer(page.plain, piece.start, piece.end):
        if agency_name(match["by"]) is None:
            continue
        start = match.start("head")
        stop = max(page.plain.rfind(mark, piece.start, start) for mark in (". ", "! ", "? ", '" '))
        if stop < 0 or len(page.plain[stop + 1 : start].split()) > 8:
            continue
        yield piece.part(piece.start, stop + 1)
        heading = trimmed(page.text, stop + 1, start)
        if heading[0] < heading[1]:
            yield piece.part(*heading, "heading", "heading before a dateline")
        yield piece.part(start, match.end("head"), "dateline", "dateline")
        rest = trimmed(page.text, match.end("head"), piece.end)
        if rest[0] < rest[1]:
            yield from _cut_middle(page, piece.part(*rest))
        return
    yield piece
