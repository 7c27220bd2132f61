"""The pattern language of the time grammar: small regular expressions over plain text, tried only at promising words.

A rule is a pattern with `{macros}` for the word classes of the lexicon and `_` for the white space inside a line. It
is tried only where a word of its `heads` begins, it is anchored there, and every repetition in it is bounded, so
reading is linear in the length of the text. The longest match at a place wins.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from standfirst.extract.timex.meaning import Meaning, Piece
from standfirst.lexicon.numbers import number_words
from standfirst.lexicon.time import time_words

#: Head of a rule that may begin with a digit.
DIGIT = "0"
#: Space between two words: some blanks, or one line break (never an empty line).
SPACE = r"(?:[ \t]{1,3}|[ \t]{0,2}\n[ \t]{0,2})"
_WORD = re.compile(r"[A-Za-z]+|\d+|'\d\ds?\b")

Build = Callable[[re.Match[str]], Meaning | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One form of time expression."""

    name: str
    pattern: re.Pattern[str]
    #: Lower-case first words at which it is tried; DIGIT for any number.
    heads: frozenset[str]
    #: Gives what the words say, or None where the match is not one after all.
    build: Build


def _words(values: Iterable[str]) -> str:
    return "|".join(re.escape(value).replace(r"\ ", SPACE) for value in sorted(values, key=len, reverse=True))


def _cased(values: Iterable[str]) -> str:
    """Capitalised or all in capitals: "may" and "march" in small letters are verbs."""
    return "(?-i:" + _words([form for value in values for form in (value.capitalize(), value.upper())]) + ")"


@cache
def macros() -> dict[str, str]:
    """Name of a word class -> pattern."""
    words = time_words()
    long = [month for month in words.months if len(month) > 4 or month in ("may", "june", "july")]
    small = _words(month for month in long if month not in words.months_ambiguous)
    short = [month for month in words.months if month not in long]
    units = words.units
    part = _words(words.parts)
    number = _words(words.numbers)
    teens = _words(word for word, value in words.numbers.items() if 1 <= value <= 9)
    tens = _words(word for word, value in words.numbers.items() if value >= 20)
    scale = _words(number_words().multipliers)
    spelt = rf"(?:(?:{tens})(?:-|{SPACE})(?:{teens})|{number})"
    ordinals = _words(words.ordinals)
    return {
        "month": rf"(?:(?:{_cased(long)})\b|(?-i:{small})\b|(?:{_cased(short)})(?:\.|\b))",
        "weekday": rf"(?:{_cased(words.weekdays)})\b",
        "wday": rf"(?:(?:{_cased(words.weekdays)})\b|(?:{_cased(words.weekdays_short)})(?:\.|\b))",
        "unit": rf"(?:{_words(units)})\b",
        "oneunit": rf"(?:{_words(unit for unit, name in units.items() if unit in (name, 'fortnight'))})\b",
        "season": rf"(?:{_words(words.seasons)})\b",
        "part": rf"(?:{part})\b",
        "year": r"(?:1[0-9]|20)\d\d\b(?![,.]\d)",
        "day": r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?\b"
        r"(?![:.,]\d|%|-(?:year|month|day|week|hour|minute|mile|meter|foot)|_(?:percent|million|billion|people)\b)",
        "wordnumber": rf"(?:(?:{tens})(?:-|{SPACE})(?:{teens})|{number})\b",
        "number": rf"(?:(?:\d{{1,3}}(?:\.\d)?|an?|{spelt}){SPACE}(?:{scale})"
        rf"(?:{SPACE}(?:and{SPACE})?(?:{spelt}|{scale})){{0,4}}|"
        rf"\d{{1,3}}(?:,\d{{3}}){{1,3}}|\d{{1,7}}(?:\.\d{{1,2}})?|"
        rf"(?:{tens})(?:-|{SPACE})(?:{teens})|{number})(?![\d])",
        "ordinal": rf"(?:(?:{ordinals})|\d{{1,2}}(?:st|nd|rd|th))\b",
        "vague": rf"(?:{_words(words.vague)})\b",
        "about": rf"(?:(?:about|around|roughly|approximately|some|nearly|almost|over|under|just|only|up{SPACE}to|"
        rf"(?:more|less|fewer){SPACE}than|at{SPACE}(?:least|most)|as{SPACE}(?:long|much|many){SPACE}as|"
        rf"no{SPACE}(?:more|less){SPACE}than|well{SPACE}over|just{SPACE}(?:over|under)){SPACE})",
        "zone": rf"(?-i:{_words(words.zones)})\b",
        "city": rf"(?-i:{_words(words.clocks)})\b",
    }


def rule(name: str, pattern: str, heads: Iterable[str], build: Build) -> Rule:
    """A rule from its written pattern: `_` is SPACE, `{name}` a macro, spaces are left out."""
    written = pattern.replace(" ", "").replace("\n", "").replace("_", SPACE)
    for key, value in macros().items():
        written = written.replace("{" + key + "}", value.replace("_", SPACE))
    return Rule(
        name=name,
        pattern=re.compile(written + r"(?![A-Za-z0-9])", re.IGNORECASE),
        heads=frozenset(heads),
        build=build,
    )


def heads_of(*classes: Iterable[str]) -> frozenset[str]:
    """The first words of word classes, in lower case."""
    return frozenset(re.split(r"[ .'-]", word.lower())[0] for words in classes for word in words)


def scan(text: str, rules: tuple[Rule, ...]) -> Iterator[Piece]:
    """Pieces of a plain text in order, none overlapping: at each place the longest match of any rule."""
    by_head = _by_head(rules)
    free = 0
    for word in _WORD.finditer(text):
        start = word.start()
        if start < free:
            continue
        head = word.group().lower()
        tried = by_head.get(head if head.isalpha() else DIGIT, ())
        if not tried or _inside_a_word(text, start):
            continue
        best: Piece | None = None
        for each in tried:
            match = each.pattern.match(text, start)
            if match is None or (best is not None and match.end() <= best.end):
                continue
            says = each.build(match)
            if says is not None:
                best = Piece(start=start, end=match.end(), says=says)
        if best is not None:
            free = best.end
            yield best


def _inside_a_word(text: str, start: int) -> bool:
    """Whether a letter, digit or the point of a number stands right before: "F16", "3.16", "$2016", "#2016"."""
    before = text[start - 1] if start else " "
    if before.isalnum() or before in "$€£#@/\\_=&%":
        return True
    first, second = _DAY_PAIR.search(text, max(0, start - 4), start), _DAY_MONTH.match(text, start)
    if first is not None and second is not None and int(first["d"]) < int(second["d"]):
        return False
    return before in ".,-" and start > 1 and text[start - 2].isdigit() and text[start : start + 1].isdigit()


#: "3-5 March": the second number begins a date after all.
_DAY_PAIR = re.compile(r"(?<![\w.,:/-])(?P<d>\d{1,2})-\Z")
_DAY_MONTH = re.compile(r"(?P<d>\d{1,2})(?:st|nd|rd|th)?\s[A-Z][a-z]{2,}")


@cache
def _by_head(rules: tuple[Rule, ...]) -> dict[str, tuple[Rule, ...]]:
    table: dict[str, list[Rule]] = {}
    for each in rules:
        for head in each.heads:
            table.setdefault(head, []).append(each)
    return {head: tuple(each) for head, each in table.items()}


ABOUT_HEADS = frozenset(
    "about around roughly approximately some nearly almost over under just only up more less fewer at as no well".split(
        " "
    )
)


def month_number(printed: str) -> int:
    """1 to 12 of a printed month, its full stop left out."""
    return time_words().months[printed.lower().rstrip(".")]


def weekday_number(printed: str) -> int:
    """ISO number of a printed weekday."""
    words, key = time_words(), printed.lower().rstrip(".")
    return words.weekdays[key] if key in words.weekdays else words.weekdays_short[key]


def ordinal_number(printed: str) -> int:
    """The number of "third" or "3rd"."""
    known = time_words().ordinals.get(printed.lower())
    return known if known is not None else int(re.sub(r"\D", "", printed))


def cardinal(printed: str) -> float | None:
    """The number of "3", "three", "a hundred and fifty", "1,200"; None for "a few" and the like."""
    key = re.sub(r"\s+", " ", printed.lower().strip())
    if key == "the":
        return 1
    if key in time_words().vague:
        return None
    if key in ("a couple of", "couple of"):
        return 2
    total, group = 0.0, 0.0
    known, scales = time_words().numbers, number_words().multipliers
    for word in re.split(r"[ -]", key):
        if word[:1].isdigit():
            group += float(word.replace(",", ""))
        elif word in ("a", "an"):
            group += 1
        elif word in known:
            group += known[word]
        elif word == "hundred":
            group *= 100
        elif word in scales:
            total, group = total + group * float(scales[word]), 0.0
        elif word != "and":
            return None
    return total + group
