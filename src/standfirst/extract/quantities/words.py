"""Which number do words spell ("one hundred and forty-three", "half a million", "a dozen"); text alone."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from standfirst.lexicon.counts import is_person
from standfirst.lexicon.numbers import NumberWords, number_words

_WORD = re.compile(r"[A-Za-z]+")
_GAP = re.compile(r"[ \u00a0]?-[ ]?|[ \u00a0\n]{1,2}")
_HALF_A = re.compile(r"(?:a\s+)?(half|quarter)(?:\s+of)?(?:\s+an?\s+|-|\s+)", re.IGNORECASE)
_HALF_MORE = re.compile(r"\s+and\s+a\s+half\b", re.IGNORECASE)
_ORDINAL = re.compile(
    r"[ -](?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|[a-z]+teenth|[a-z]+tieth|hundredth)s?\b",
    re.IGNORECASE,
)

#: One of the people that lists of casualties count, and what is counted before it: "nine women and a |child|".
_SINGLE = re.compile(r"(?:man|woman|child|boy|girl|baby|infant|toddler|teenager)\b(?!['-])", re.IGNORECASE)
_COUNTED_BEFORE = re.compile(
    r"\b(?P<number>\d+|[a-z]+)\s+(?:[a-z]+\s+)?(?P<noun>[a-z]+)(?:,|,?\s+and)\s+$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """A number read off words: its value and the offset after its last word."""

    value: Decimal
    end: int
    fraction: bool = False
    multiplied: bool = False


def read_words(text: str, start: int) -> Read | None:
    """The number that the words from `start` spell, as many of them as belong to it; None where they spell none."""
    table = number_words()
    first = _WORD.match(text, start)
    if first is None:
        return None
    word = first.group().lower()
    if word in ("a", "an", "half", "quarter"):
        return _article(text, start, table)
    read = _cardinal(text, start, table)
    if read is None:
        return None
    ordinal = _ORDINAL.match(text, read.end)
    hyphened = ordinal is not None and text[read.end] == "-" and not ordinal.group().endswith("s")
    if hyphened and (read.value == 1 or read.value > 9):
        return None  # "twenty-first"
    half = _HALF_MORE.match(text, read.end)
    if half is None or read.multiplied:
        return read
    value = read.value + Decimal("0.5")
    scaled = re.match(r"[ -]([a-z]+)", text[half.end() : half.end() + 12])
    scale = table.multipliers.get(scaled.group(1)) if scaled else None
    if scaled is not None and scale is not None:
        return Read(value=value * scale, end=half.end() + scaled.end(), multiplied=True)
    return Read(value=value, end=half.end())


def _article(text: str, start: int, table: NumberWords) -> Read | None:
    """ "a dozen", "half a million", "a quarter of a billion", "half of": an article or a part before a multiplier."""
    half = _HALF_A.match(text, start)
    if half is not None:
        part = Decimal("0.5") if half.group(1).lower() == "half" else Decimal("0.25")
        word = _WORD.match(text, half.end())
        scale = table.multipliers.get(word.group().lower()) if word else None
        if word is not None and scale is not None:
            return Read(value=part * scale, end=word.end(), multiplied=True)
        if re.match(r"(?:a\s+)?(?:half|quarter)\s+of\b", text[start : start + 20], re.IGNORECASE):
            return Read(value=part, end=half.end(1), fraction=True)
        if half.group().lower().startswith(("half a ", "half an ", "half-")):
            return Read(value=part, end=half.end(1), fraction=True)
        return None
    article = re.match(r"an?\s+([A-Za-z]+)", text[start : start + 40], re.IGNORECASE)
    if article is None:
        return None
    word_after = article.group(1).lower()
    if word_after in ("third", "fifth", "tenth"):
        of = text[start + article.end() : start + article.end() + 4]
        share = round(1 / table.denominators[word_after], 4)
        return Read(value=share, end=start + article.end(), fraction=True) if of == " of " else None
    if word_after == "score" and re.match(r"\s+(?:of|more)\b", text[start + article.end() : start + article.end() + 6]):
        return Read(value=table.multipliers[word_after], end=start + article.end(1))
    if _SINGLE.match(text, start + article.start(1)) and _is_listed(text, start):
        return Read(value=Decimal(1), end=start + len(article.group().split()[0]))
    if word_after not in table.multipliers or word_after in ("score", "lakh", "crore"):
        return None
    return _cardinal(text, start + article.start(1), table, lead=Decimal(1))


def _is_listed(text: str, start: int) -> bool:
    """Whether people are counted right before: "nine women and |a child"; elsewhere an article counts nothing."""
    listed = _COUNTED_BEFORE.search(text, max(0, start - 60), start)
    if listed is None or not is_person(listed.group("noun").lower()):
        return False
    number = listed.group("number").lower()
    return number[0].isdigit() or number in number_words().units or number in number_words().tens


def _cardinal(text: str, start: int, table: NumberWords, lead: Decimal = Decimal(0)) -> Read | None:
    """A cardinal in words; `lead` is what an article before it stands for (1), so that a multiplier may come first."""
    total, group, end = Decimal(0), lead, start
    least: Decimal | None = None  # the last multiplier: the next must be smaller
    position, after_and, multiplied = start, False, False
    while (match := _WORD.match(text, position)) is not None:
        word = match.group().lower()
        if word == "and":
            if not multiplied or after_and or end == start:
                break
            after_and = True
        elif word in table.units and (
            group % 100 == 0 or (group % 100 >= 20 and group % 10 == 0 and _single(word, table))
        ):
            if after_and and group == 0 and total == 0:
                break
            if group == 0 and total and not after_and and table.units[word] == 0:
                break
            group, end, after_and = group + table.units[word], match.end(), False
        elif word in table.tens and group % 100 == 0:
            group, end, after_and = group + table.tens[word], match.end(), False
        elif word == "hundred" and 0 < group < 100 and not after_and:
            group, end, multiplied = group * 100, match.end(), True
        elif word in table.multipliers and word != "hundred" and group > 0 and not after_and:
            scale = table.multipliers[word]
            if least is not None and scale >= least:
                break
            total, group, least, end, multiplied = total + group * scale, Decimal(0), scale, match.end(), True
        elif word == "point" and end != start and (decimal := _decimal(text, match.end(), table)) is not None:
            return Read(value=(total + group + decimal[0]) * decimal[2], end=decimal[1], multiplied=decimal[2] > 1)
        elif end == start and word in ("hundred", "thousand", "million") and lead:
            group, end, multiplied = lead * table.multipliers[word], match.end(), True
        else:
            break
        gap = _GAP.match(text, match.end())
        if gap is None:
            break
        position = gap.end()
    return None if end == start else Read(value=total + group, end=end, multiplied=multiplied)


def _single(word: str, table: NumberWords) -> bool:
    return 0 < table.units[word] < 10


def _decimal(text: str, start: int, table: NumberWords) -> tuple[Decimal, int, Decimal] | None:
    """ "point five million": the decimals, the offset after them, and the multiplier that follows or 1."""
    figures, end = "", start
    while (match := re.match(r"[ -]([A-Za-z]+)", text[end : end + 14])) is not None:
        word = match.group(1).lower()
        if word in table.units and table.units[word] < 10:
            figures += str(table.units[word])
            end += match.end()
            continue
        if figures and word in table.multipliers:
            return Decimal(f"0.{figures}"), end + match.end(), table.multipliers[word]
        break
    return (Decimal(f"0.{figures}"), end, Decimal(1)) if figures else None
