"""Two numbers that belong together: the ends of a range or of a change, and odds. Text alone."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from standfirst.extract.quantities.numeral import Numeral

_RANGE = re.compile(r"\s*(?:-|\bto\b|\bor\b|\band\b)\s*", re.IGNORECASE)
_BACK = re.compile(r",?(?:\s+(?:per|an?)\s+[a-z]+)?,?\s+(?:up|down)?\s*from\s+(?:just |about |some )?", re.IGNORECASE)
#: A spread of values, not a move: "tickets cost from $15 to $40".
_SPREAD = re.compile(
    r"\b(?:rang\w+|cost\w*|var\w+|priced|sell\w*|sold|anywhere|anything|aged|of|estimates?|lengths?|sizes?)\s+from\s+$"
)
#: The number that was before, behind the noun of the one that is now: "to 80 observers from 130."
_BEFORE = re.compile(r"\s+[a-z]+\s+from\s+(?:just |about |some )?", re.IGNORECASE)
_MOVED = re.compile(r"\b(?:up|down|ahead|rose|fell|gained|lost|[a-z]{3,}ed)\s+(?:by\s+)?$")
_ODDS = re.compile(r"(?:[ -]in[ -]|[ -]out of[ -])(?:every )?", re.IGNORECASE)


def joined(text: str, one: Numeral, two: Numeral) -> list[Numeral] | None:
    """Two numbers made one range or odds, or marked as the ends of a change; None where they stand apart."""
    between = text[one.end : two.start]
    if len(between) > 24 or "range" in (one.kind, two.kind) or "odds" in (one.kind, two.kind):
        return None
    if _ODDS.fullmatch(between) and one.value <= 10 and one.kind == two.kind == "plain":
        return _odds(text, one, two)
    if _BACK.fullmatch(between) and re.search(r"\bto\s+(?:[a-z]+\s+){0,3}$", text[max(0, one.start - 24) : one.start]):
        return [replace(one, side="to"), replace(two, side="from")]
    bare = re.match(r"\s*(?:[.,;)\n]|$)", text[two.end : two.end + 4]) is not None
    if bare and _BEFORE.fullmatch(between) and re.search(r"\bto\s+$", text[max(0, one.start - 24) : one.start]):
        return [replace(one, side="to"), replace(two, side="from")]
    if not _RANGE.fullmatch(between) or (one.sign and two.sign and one.sign != two.sign):
        return None
    word = between.strip().lower()
    before = text[max(0, one.start - 24) : one.start].lower()
    if word == "to" and re.search(r"\bfrom\s+(?:[a-z]+\s+)?$", before) and not _SPREAD.search(before):
        one, two = _shared(one, two)
        return [replace(one, side="from"), replace(two, side="to")]
    if word == "to" and _MOVED.search(before):
        return None
    between_and = re.search(r"\bbetween\s+(?:about\s+|some\s+)?$", before) is not None
    if (word == "and") != between_and or (word == "" and between != "-"):
        return None
    return _range(one, two, word)


def _odds(text: str, one: Numeral, two: Numeral) -> list[Numeral] | None:
    year = two.digits and 1900 <= two.value <= 2100 and "," not in text[two.start : two.end]
    if year or two.value <= one.value or one.sign or two.sign:
        return None
    if one.value != 1:  # "nine out of ten" is a share
        share = round(one.value / two.value, 4)
        return [replace(one, end=two.end, value=share, low=share, high=share, kind="fraction")]
    return [replace(one, end=two.end, value=two.value, low=two.value, high=two.value, kind="odds")]


def _range(one: Numeral, two: Numeral, word: str) -> list[Numeral] | None:
    """One number with both ends; its value is the least of them: a middle is told by nobody."""
    one, two = _shared(one, two)
    if one.low >= two.high or (one.kind != two.kind and "vague" not in (one.kind, two.kind)):
        return None
    if word == "or" and (two.value > one.value * 2 or one.digits != two.digits):
        return None
    if word == "-" and one.digits and one.value == 1 and two.value > 10:
        return None
    return [
        replace(
            one,
            end=two.end,
            value=one.low,
            low=one.low,
            high=two.high,
            kind="range",
            sign=one.sign or two.sign,
            multiplied=two.multiplied,
        )
    ]


def _shared(one: Numeral, two: Numeral) -> tuple[Numeral, Numeral]:
    """The first number with the multiplier and sign that only the second one carries ("$3-5 million")."""
    if two.multiplied and not one.multiplied and one.value < 1000 and (one.value < two.value):
        scale = _scale(two.value)
        if one.value * scale < two.value * 10:
            one = replace(one, value=one.value * scale, low=one.low * scale, high=one.high * scale, multiplied=True)
    return one, two


def _scale(value: Decimal) -> Decimal:
    """The largest round multiplier that a number holds: 2400000 holds a million."""
    for power in (12, 9, 6, 3, 2):
        if value >= Decimal(10) ** power:
            return Decimal(10) ** power
    return Decimal(1)
