"""Whose material a report says that it carries as a whole: agencies and outlets, not the sources of its sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Doc

from standfirst.extract.blocks.layout import page_of
from standfirst.lexicon.agencies import agency_name, agency_pattern
from standfirst.model.reading import Block, Reading
from standfirst.model.report import Report

#: A dateline counts for the whole report where no more prose than this stands above it, in code points.
_LEAD = 500
_IN_BRACKETS = re.compile(r"[(\[]([^()\[\]\n]{2,40})[)\]]")
#: Lines that name whose material it is: "Source: X", "Coast Wire, with Harbour Post staff", "X contributed to this".
_SOURCE = re.compile(
    r"^\W{0,3}(?:(?:news )?sources?\s?:|by arrangement with)\s+(?P<one>[^\n]{2,60}?)\W{0,2}$|"
    r"^(?P<two>[A-Z][\w'&./ -]{1,60}), with [^\n]{3,60}\b(?:staff|reporters|agencies|wires)\W?$|"
    r"(?:^|[.!?\"] )(?:the )?(?P<three>(?:[A-Z][\w'&./-]{0,24} ?){1,5})contributed\b",
    re.IGNORECASE,
)
_WIRES = re.compile(
    r"\bwith (?:\w{1,20} ){0,3}(?:news ?wire|wire|news) services?\b|^\W{0,3}\(?agencies\)?\W{0,2}$|"
    r"\bstaff and agencies\b",
    re.I,
)
#: The name under which unnamed agencies stand.
WIRES = "news agencies"
_PEOPLE = re.compile(
    r"\b(?:writers?|reporters?|correspondents?|editors?|staff|photographers?|researchers?)\b", re.IGNORECASE
)
#: Words of a credit that is a picture's, not the text's.
_PICTURED = re.compile(
    r"^\W{0,3}(?:video|graphic|file|courtesy|map)\b|\b(?:photos?|photographs?|pictures?|images?|gallery)\b",
    re.IGNORECASE,
)
#: Short forms that are agencies in running words too; other capitals ("MAP", "STA") only in a dateline's brackets.
_PLAIN_SHORT = {
    "AP",
    "AFP",
    "UPI",
    "DPA",
    "AAP",
    "EFE",
    "TASS",
    "ANSA",
    "PTI",
    "BBC",
    "CNN",
    "NBC",
    "CBS",
    "ABC",
    "VOA",
}
#: Networks whose stations sign with its name and their town's.
_NETWORKS = ("cbs", "nbc", "abc", "fox", "cnn", "bbc")
#: The call sign of an American station, which signs its own reports with it.
_CALL_SIGN = re.compile(r"[KW][A-Z]{2,3}(?:-?(?:TV|FM|AM))?")
_CREDITS = {"credit", "byline", "boilerplate", "failed_page"}


def run(reading: Reading, doc: Doc | None = None) -> Reading:
    """Fill in the origins of a reading."""
    return replace(reading, origins=find_origins(reading.report, reading.blocks))


def find_origins(report: Report, blocks: tuple[Block, ...]) -> tuple[str, ...]:
    """Names of the agencies and outlets whose material the report says it carries, in the order of the text.

    From the dateline of its lead, lines of credit, bylines and the front matter's byline; never the outlet itself.
    Agencies go by their full names, other carriers by the words of the report.
    """
    plain = page_of(report.text).plain
    found: list[str] = [name for line in report.byline for name in _agencies_in(line)]
    prose = 0
    caption_end = -1
    for block in blocks:
        words = plain[block.span.start : block.span.end]
        pictured = caption_end >= 0 and "\n" not in plain[caption_end : block.span.start]
        caption_end = block.span.end if block.kind == "caption" else -1
        if block.kind == "dateline" and prose < _LEAD:
            found.extend(_of_dateline(words))
        elif block.kind in _CREDITS and len(words) <= 240 and not pictured:
            found.extend(_of_credit(words))
        prose += len(words) if block.kind in ("body", "quotation", "update") else 0
    names = [name for name in dict.fromkeys(found) if not is_outlet(name, report.outlet)]
    return tuple(names)


def is_outlet(name: str, outlet: str | None) -> bool:
    """Whether a carrier is the outlet itself, however shortened: "WAVE" or "BayTV News" for "news.baytv.example".

    Errs towards the outlet itself, since an origin that is not one would count as another voice.
    """
    if not outlet:
        return False
    site = re.sub(r"[^a-z0-9]", "", outlet.lower())
    whole = re.sub(r"[^a-z0-9]", "", name.lower())
    if whole and (whole in site or site in whole or (agency_name(outlet) is not None and agency_name(outlet) == name)):
        return True
    if any(whole.startswith(network) and network in site for network in _NETWORKS) or _CALL_SIGN.fullmatch(name):
        return True
    initials = "".join(word[0] for word in re.findall(r"[A-Za-z0-9]+", outlet)).lower()
    if len(whole) >= 2 and whole in (initials, initials.removeprefix("t")):
        return True
    parts = [part.lower() for part in re.findall(r"[A-Z]+(?![a-z])|[A-Z][a-z]+|[a-z]+|\d+", name)]
    own = [part for part in parts if part not in ("the", "news", "com", "online", "tv", "www", "net", "org")]
    return bool(own) and all(len(part) >= 2 and part in site for part in own)


def _of_dateline(words: str) -> Iterator[str]:
    """The carriers in a dateline's brackets; a date or a place there is none."""
    for match in _IN_BRACKETS.finditer(words):
        for part in re.split(r"/(?=[A-Z])|, | and ", match[1]):
            name = agency_name(part)
            if name is not None:
                yield name
            elif re.fullmatch(r"[A-Z][\w.&' -]{1,30}", part) and not re.search(r"\d{4}|\d{1,2}$", part):
                yield part.strip()


def _of_credit(words: str) -> Iterator[str]:
    """The carriers that a line of credit names."""
    if _PICTURED.search(words):
        return
    if _WIRES.search(words):
        yield WIRES
    match = _SOURCE.search(words)
    named = next((group for group in match.groups() if group), None) if match is not None else None
    if named is not None and not _PEOPLE.search(named):
        known = list(_agencies_in(named))
        yield from known or ([named.strip()] if len(named.split()) <= 5 and match is not None and match["one"] else [])
        if match is not None and match["two"] and not known:
            yield named.strip()
        return
    if len(words) <= 120 or re.search(r"\bcontributed\b|\ball rights reserved\b|copyright|©", words, re.IGNORECASE):
        yield from _agencies_in(words)


def _agencies_in(words: str) -> Iterator[str]:
    """Agencies that words name, by their full names."""
    for match in agency_pattern().finditer(words):
        form = match.group()
        name = agency_name(form)
        if name is not None and (not form.isupper() or len(form) > 4 or form in _PLAIN_SHORT):
            yield name
