"""Where does a text write a number, and which one: digits, words, money signs, ranges, odds, fractions and vague words.

Works on the text alone, without a parse. It does not judge whether the number is a quantity (`places`), nor what it
counts. Linear in the length of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache

from standfirst.extract.quantities.words import Read, read_words
from standfirst.lexicon.numbers import number_words
from standfirst.lexicon.units import signs
from standfirst.text import plain

#: More digits than this are an account or a serial number.
_LONGEST = 18

#: A thin or no-break space that marks thousands ("18 250"); it is read as a comma, so that offsets stay.
_GROUPED = re.compile(r"(?<=\d)[\u00a0\u2009\u202f](?=\d{3}(?!\d))")
_DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)|\d+(?:\.\d+)?")
_MULTIPLIER = re.compile(r"[ \u00a0-]?(hundred|thousand|million|billion|trillion|dozen|lakh|crore)\b", re.IGNORECASE)
_SUFFIX = re.compile(r"[ \u00a0]?(mln|trn|bn|mn|tn|k|m|b)\b", re.IGNORECASE)
_FRACTION = re.compile(r"[ -](halves|thirds?|quarters?|fourths?|fifths?|sixths?|eighths?|tenths?)\b", re.IGNORECASE)
_RANGE = re.compile(r"\s*(?:-|\bto\b|\bor\b|\band\b)\s*", re.IGNORECASE)
_BACK = re.compile(r",?(?:\s+(?:per|an?)\s+[a-z]+)?,?\s+(?:up|down)?\s*from\s+(?:just |about |some )?", re.IGNORECASE)
_MOVED = re.compile(r"\b(?:up|down|ahead|rose|fell|gained|lost|[a-z]{3,}ed)\s+(?:by\s+)?$")
_ODDS = re.compile(r"(?:[ -]in[ -]|[ -]out of[ -])(?:every )?", re.IGNORECASE)
_SLASHED = re.compile(r"(?:1/2|1/3|2/3|1/4|3/4)(?![\d/])|[½⅓⅔¼¾]")
_SLASHED_VALUES = {
    "1/2": "0.5",
    "½": "0.5",
    "1/3": "0.3333",
    "⅓": "0.3333",
    "2/3": "0.6667",
    "⅔": "0.6667",
    "1/4": "0.25",
    "¼": "0.25",
    "3/4": "0.75",
    "¾": "0.75",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Numeral:
    """A number as written, with its money sign; `text[start:end]` are its words."""

    start: int
    end: int
    value: Decimal
    low: Decimal
    high: Decimal
    #: plain | vague | fraction | range | odds.
    kind: str = "plain"
    #: The currency sign before it ("$", "NZ$"), "" without one.
    sign: str = ""
    #: Written in digits.
    digits: bool = False
    #: Holds a multiplier ("million", "bn").
    multiplied: bool = False
    #: "from" | "to" where it is one end of a change ("from 90 to 70").
    side: str = ""


def read_numerals(text: str) -> tuple[Numeral, ...]:
    """Every number of a text, in order and without overlap; ends of a change stay apart, ranges and odds are one."""
    shown = plain(_GROUPED.sub(",", text))
    found: list[Numeral] = []
    for numeral in _each(shown):
        joined = _joined(shown, found[-1], numeral) if found else None
        if joined is not None:
            found[-1:] = joined
        else:
            found.append(numeral)
    return tuple(found)


def _each(text: str) -> Iterator[Numeral]:
    """Single numbers, before ranges and odds are put together."""
    position = 0
    while (match := _start().search(text, position)) is not None:
        numeral = _numeral(text, match.start())
        if numeral is None:
            position = max(_skip(text, match.start()), match.start() + 1)
            continue
        yield numeral
        position = numeral.end


def _skip(text: str, start: int) -> int:
    """Where to go on after something that begins like a number and is none."""
    match = _DIGITS.match(text, start)
    return match.end() if match else start + 1


def _numeral(text: str, start: int) -> Numeral | None:
    sign = _signs().match(text, start)
    at = sign.end() if sign else start
    read = _read(text, at)
    if read is None:
        return None
    value, low, high, end, kind, digits, multiplied = read
    return Numeral(
        start=start,
        end=end,
        value=tidy(value),
        low=tidy(low),
        high=tidy(high),
        kind=kind,
        sign=sign.group().strip() if sign else "",
        digits=digits,
        multiplied=multiplied,
    )


#: value, low, high, end, kind, digits, multiplied.
_Parts = tuple[Decimal, Decimal, Decimal, int, str, bool, bool]


def _read(text: str, at: int) -> _Parts | None:
    """The number that begins there, or None."""
    if (slashed := _SLASHED.match(text, at)) is not None:
        part = Decimal(_SLASHED_VALUES[slashed.group()])
        return part, part, part, slashed.end(), "fraction", True, False
    if text[at : at + 1].isdigit():
        return _digits(text, at)
    vague = _vague().match(text, at)
    if vague is not None:
        entry = number_words().vague[re.sub(r"\s+", " ", vague.group().lower())]
        return entry.low, entry.low, entry.high, vague.end(), "vague", False, False
    words = read_words(text, at)
    return None if words is None else _with_fraction(text, words)


def _with_fraction(text: str, read: Read) -> _Parts:
    """A number in words, or the fraction of which it is the numerator ("two-thirds", "three quarters")."""
    if read.fraction:
        return read.value, read.value, read.value, read.end, "fraction", False, False
    part = _FRACTION.match(text, read.end)
    if part is not None and read.value < 10 and (read.value > 1 or text[part.end() : part.end() + 4].lower() == " of "):
        share = round(read.value / number_words().denominators[part.group(1).lower()], 4)
        return share, share, share, part.end(), "fraction", False, False
    return read.value, read.value, read.value, read.end, "plain", False, read.multiplied


def _digits(text: str, at: int) -> _Parts | None:
    match = _DIGITS.match(text, at)
    if match is None or len(match.group()) > _LONGEST:
        return None
    value = Decimal(match.group().replace(",", ""))
    end, multiplied = match.end(), False
    word = _MULTIPLIER.match(text, end)
    if word is not None:
        value *= number_words().multipliers[word.group(1).lower()]
        return value, value, value, word.end(), "plain", True, True
    suffix = _SUFFIX.match(text, end)
    if suffix is not None and _is_multiplier(text, at, suffix):
        value *= number_words().suffixes[suffix.group(1).lower()]
        end, multiplied = suffix.end(), True
    return value, value, value, end, "plain", True, multiplied


#: After "8m" these make it metres: "8m long"; anything else that could be counted makes it millions: "1.3m people".
_NOT_COUNTED = re.compile(
    r"\s+(?:away|long|wide|high|deep|tall|from|to|of|in|on|at|off|and|or|by|per|below|above|under|north|south|east|west"
    r"|aft|apart|behind|ahead|down|up|into|across|race|final|sprint|freestyle|hurdles|relay|waves?|range|is|was|were)\b",
    re.IGNORECASE,
)


def _is_multiplier(text: str, at: int, suffix: re.Match[str]) -> bool:
    """Whether a letter after digits multiplies them: always with a money sign, "m" and "b" else only before a noun."""
    money = _money_before().search(text, max(0, at - 6), at) is not None
    if money:
        return True
    letters = suffix.group(1)
    if suffix.group() != letters:  # "5 m", "5 K"
        return False
    if letters.lower() in ("bn", "mn", "mln", "tn", "trn", "k"):
        return letters != "K" or not text[suffix.end() : suffix.end() + 4].strip().lower().startswith(("run", "rac"))
    following = re.match(r"\s+[a-z]{2,}", text[suffix.end() : suffix.end() + 20])
    return following is not None and _NOT_COUNTED.match(text, suffix.end()) is None


def tidy(value: Decimal) -> Decimal:
    """The same number without zeros after the point that say nothing ("2400000.0" is 2400000)."""
    return value.quantize(Decimal(1)) if value == value.to_integral_value() else value.normalize()


def _joined(text: str, one: Numeral, two: Numeral) -> list[Numeral] | None:
    """Two numbers made one range or odds, or marked as the ends of a change; None where they stand apart."""
    between = text[one.end : two.start]
    if len(between) > 24 or "range" in (one.kind, two.kind) or "odds" in (one.kind, two.kind):
        return None
    if _ODDS.fullmatch(between) and one.value <= 10 and one.kind == two.kind == "plain":
        return _odds(text, one, two)
    if _BACK.fullmatch(between) and re.search(r"\bto\s+(?:[a-z]+\s+){0,3}$", text[max(0, one.start - 24) : one.start]):
        return [replace(one, side="to"), replace(two, side="from")]
    if not _RANGE.fullmatch(between) or (one.sign and two.sign and one.sign != two.sign):
        return None
    word = between.strip().lower()
    before = text[max(0, one.start - 24) : one.start].lower()
    if word == "to" and re.search(r"\bfrom\s+(?:[a-z]+\s+)?$", before) and not re.search(r"rang\w+\s+from\s+$", before):
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
    odds = two.value / one.value
    odds = odds.quantize(Decimal("0.01")) if odds % 1 else odds
    return [replace(one, end=two.end, value=odds, low=odds, high=odds, kind="odds")]


def _range(one: Numeral, two: Numeral, word: str) -> list[Numeral] | None:
    one, two = _shared(one, two)
    if one.low >= two.high or (one.kind != two.kind and "vague" not in (one.kind, two.kind)):
        return None
    if word == "or" and (two.value > one.value * 2 or one.digits != two.digits):
        return None
    if word == "-" and one.digits and one.value == 1 and two.value > 10:
        return None
    middle = (one.low + two.high) / 2
    return [
        replace(
            one,
            end=two.end,
            value=middle if middle % 1 == 0 or two.high % 1 else one.low,
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


@cache
def _start() -> re.Pattern[str]:
    table = number_words()
    lead = [*table.units, *table.tens, "hundred", "thousand", "million", "half", "a", "an", "quarter"]
    names = "|".join(sorted((re.escape(word) for word in [*lead, *_vague_forms()]), key=len, reverse=True))
    forms = "|".join(sorted((re.escape(sign) for sign in signs()), key=len, reverse=True))
    return re.compile(rf"(?<![A-Za-z])(?:{forms})[ \u00a0]?(?=\d)|\d|[½⅓⅔¼¾]|\b(?:{names})\b", re.IGNORECASE)


@cache
def _signs() -> re.Pattern[str]:
    forms = "|".join(sorted((re.escape(sign) for sign in signs()), key=len, reverse=True))
    return re.compile(rf"(?:{forms})[ \u00a0]?(?=\d)")


@cache
def _money_before() -> re.Pattern[str]:
    forms = "|".join(sorted((re.escape(sign) for sign in signs()), key=len, reverse=True))
    return re.compile(rf"(?:{forms})[ \u00a0]?$|(?:{forms})[ \u00a0]?[\d.,]+-$")


def _vague_forms() -> list[str]:
    return list(number_words().vague)


@cache
def _vague() -> re.Pattern[str]:
    forms = "|".join(sorted((re.escape(form).replace(r"\ ", r"\s+") for form in _vague_forms()), key=len, reverse=True))
    return re.compile(rf"(?:{forms})\b", re.IGNORECASE)
