"""Where does a text write a number, and which one: digits, words, money signs, ranges, odds, fractions and vague words.

Works on the text alone, without a parse. It does not judge whether the number is a quantity (`places`), nor what it
counts. Linear in the length of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from functools import cache
from typing import Any

from standfirst.extract.quantities.joined import joined
from standfirst.extract.quantities.numeral import Numeral, tidy
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
#: A minus is one only before a temperature or a share, or after a word that leads to a number ("fell to -12").
_MINUS = re.compile(r"(?:^|(?<=[\s(]))(-|minus\s)$", re.IGNORECASE)
_BELOW_ZERO = re.compile(r"\s?(?:%|°|C\b|F\b|degrees|percent|per cent|points)")
_LED_TO = re.compile(r"\b(?:to|at|of|by|was|is|from|below|between)\s+$", re.IGNORECASE)
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


def read_numerals(text: str) -> tuple[Numeral, ...]:
    """Every number of a text, in order and without overlap; ends of a change stay apart, ranges and odds are one."""
    shown = plain(_GROUPED.sub(",", text))
    found: list[Numeral] = []
    for numeral in _each(shown):
        together = joined(shown, found[-1], numeral) if found else None
        if together is not None:
            found[-1:] = together
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
    read = _read(text, sign.end() if sign else start)
    if read is None:
        return None
    if sign is not None:
        return replace(read, start=start, sign=sign.group().strip())
    minus = _MINUS.search(text, max(0, start - 8), start) if read.digits and read.kind == "plain" else None
    if minus is None or not (
        _BELOW_ZERO.match(text, read.end) or _LED_TO.search(text, max(0, start - 20), minus.start(1))
    ):
        return read
    below = -read.value
    return replace(read, start=minus.start(1), value=below, low=below, high=below)


def _made(start: int, end: int, value: Decimal, kind: str = "plain", **more: Any) -> Numeral:
    value = tidy(value)
    return Numeral(start=start, end=end, value=value, **{"low": value, "high": value, "kind": kind, **more})


def _read(text: str, at: int) -> Numeral | None:
    """The number that begins there, or None."""
    if (slashed := _SLASHED.match(text, at)) is not None:
        return _made(at, slashed.end(), Decimal(_SLASHED_VALUES[slashed.group()]), "fraction", digits=True)
    if text[at : at + 1].isdigit():
        return _digits(text, at)
    vague = _vague().match(text, at)
    if vague is not None:
        entry = number_words().vague[re.sub(r"\s+", " ", vague.group().lower())]
        high = entry.least if entry.high is None else entry.high
        return _made(at, vague.end(), entry.least, "vague", high=high, ranged=entry.high is not None)
    words = read_words(text, at)
    return None if words is None else _with_fraction(text, at, words)


def _with_fraction(text: str, at: int, read: Read) -> Numeral:
    """A number in words, or the fraction of which it is the numerator ("two-thirds", "three quarters")."""
    part = _FRACTION.match(text, read.end)
    if read.fraction or part is None or read.value >= 10:
        return _made(at, read.end, read.value, "fraction" if read.fraction else "plain", multiplied=read.multiplied)
    if read.value == 1 and text[part.end() : part.end() + 4].lower() != " of ":
        return _made(at, read.end, read.value)
    share = round(read.value / number_words().denominators[part.group(1).lower()], 4)
    return _made(at, part.end(), share, "fraction")


def _digits(text: str, at: int) -> Numeral | None:
    match = _DIGITS.match(text, at)
    if match is None or len(match.group()) > _LONGEST:
        return None
    value = Decimal(match.group().replace(",", ""))
    word = _MULTIPLIER.match(text, match.end())
    if word is not None:
        value *= number_words().multipliers[word.group(1).lower()]
        return _made(at, word.end(), value, digits=True, multiplied=True)
    suffix = _SUFFIX.match(text, match.end())
    if suffix is not None and _is_multiplier(text, at, suffix):
        value *= number_words().suffixes[suffix.group(1).lower()]
        return _made(at, suffix.end(), value, digits=True, multiplied=True)
    return _made(at, match.end(), value, digits=True)


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
