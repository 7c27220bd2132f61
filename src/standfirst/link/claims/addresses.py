"""Where it happened, by the address: "the 2300 block of Mill Street East" against "... West".

Two addresses on one street, told of the happening itself, that have other directions or other numbers. A block is all
its hundred numbers, "near" leaves room for a few houses. Addresses on two streets are left alone: a corner has two.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from standfirst.link.claims.detail import Detail
from standfirst.link.claims.occasion import occasions
from standfirst.link.claims.statements import Statement
from standfirst.model.reading import Reading
from standfirst.text import plain

_STREETS = {
    "street": "st", "avenue": "ave", "road": "rd", "drive": "dr", "boulevard": "blvd", "lane": "ln", "court": "ct",
    "place": "pl", "highway": "hwy", "parkway": "pkwy", "terrace": "ter", "circle": "cir",
}  # fmt: skip
_STREET = "|".join((*_STREETS, *_STREETS.values()))
_WAYS = r"north|south|east|west|n|s|e|w"
_ADDRESS = re.compile(
    rf"\b(?P<number>\d{{1,5}})(?P<block>(?:-|\s)block of)?\s+(?:(?P<before>{_WAYS})\b\.?\s+)?"
    rf"(?P<name>(?:(?!(?:{_WAYS}|{_STREET})\b)[\w'-]+\s+){{1,3}})(?P<street>{_STREET})\b\.?"
    rf"(?:\s+(?P<after>{_WAYS})\b)?",
    re.IGNORECASE,
)
#: Where somebody is at home is not where it happened.
_AT_HOME = re.compile(r"\b(?:of|lives?|lived|living|resid\w+|address)\b[^.;]{0,30}$")
_NEAR = re.compile(r"\b(?:near|area of|close to|around|about|vicinity of|by)\b[^.;]{0,12}$")
#: House numbers that "near" leaves on either side; numbers of one block.
_SPARE, _BLOCK = 30, 100


def streets_in(words: str) -> frozenset[str]:
    """The streets of which some words give a number."""
    return frozenset(_street(match) for match in _ADDRESS.finditer(plain(words)))


def _street(match: re.Match[str]) -> str:
    low = match["street"].casefold()
    return f"{match['name'].strip().casefold()} {_STREETS.get(low, low)}"


def address_details(reading: Reading, statement: Statement) -> Iterator[Detail]:
    """The addresses that a statement gives of what happened: one for the direction, one for the number."""
    one = next(occasions(reading, statement), None)
    if one is None:
        return
    for span in statement.spans:
        words = plain(reading.report.words(span))
        found = list(_ADDRESS.finditer(words))
        for match in found if len(found) == 1 else ():
            before = words[: match.start()].lower()
            if _AT_HOME.search(before) and not match["block"]:
                continue
            street = _street(match)
            way = ((match["before"] or match["after"] or "")[:1]).casefold()
            start, end = span.start + match.start(), span.start + match.end()
            place = reading.report.span(min(start, one.span.start), max(end, one.span.end))
            told = " ".join(match[0].split())
            low = float(match["number"])
            room = _SPARE if _NEAR.search(before) else 0
            high = low + _BLOCK - 1 if match["block"] else low
            for slot, word in (("way", way), ("number", "")):
                if slot == "way" and not way:
                    continue
                yield Detail(
                    statement=statement,
                    of=f"the address of {one.called}",
                    key=("address", slot, street, one.kind),
                    words=told,
                    span=place,
                    word=word,
                    low=low - room if not word else 0.0,
                    high=high + room if not word else 0.0,
                    reach=2000,
                    happening=one.happening,
                )
