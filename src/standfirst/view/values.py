"""Values in words: nothing is printed that the words of the report do not state.

A vague word ("dozens") and a fraction in words ("two-thirds") are printed as they stand; a range with both its ends;
any other number in digits, with its unit and the word for its bound.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from standfirst.lexicon.numbers import number_words
from standfirst.lexicon.units import by_code
from standfirst.model.linked import Point
from standfirst.text import plain

#: Letters of a unit that is a symbol and has no plural: "km".
_SYMBOL = 2
_BOUNDS = {"at_least": "at least ", "at_most": "at most ", "about": "about "}
#: Units that the count itself tells, so that the value stands alone.
_COUNTED = frozenset({"", "person", "item", "none", "count"})
_SIGNS = {"$": "$", "€": "€", "£": "£"}
#: Units that are not written behind the number with a space and an s.
_WRITTEN = {
    "percent": "{}%", "%": "{}%", "C": "{}°C", "F": "{}°F", "one_in": "1 in {}", "magnitude": "magnitude {}",
    "times": "{} times", "ft": "{} feet", "point": "{} points", "basis_point": "{} basis points",
}  # fmt: skip


def value_words(value: Decimal, unit: str) -> str:
    """A value with its unit: "1,250", "27 km", "40%", "$2.4 million", "3 million NZD", "1 in 300"."""
    number = _large(value) if is_money(unit) else _digits(value)
    if unit in _COUNTED:
        return number
    if unit in _WRITTEN:
        return _WRITTEN[unit].format(number)
    if unit in _SIGNS:
        return f"{_SIGNS[unit]}{number}"
    name = unit.replace("_", " ")
    whole_word = name.islower() and name.isalpha() and len(name) > _SYMBOL and not name.endswith("s")
    return f"{number} {name}s" if whole_word and value != 1 else f"{number} {name}"


def point_words(point: Point, unit: str) -> str:
    """A point's value as its words state it: "at least 7", "5 to 7", "dozens", "two-thirds of", "none"."""
    if not point.value and not re.search(r"\d|zero", point.words, re.IGNORECASE):
        return "none"
    if is_loose(point):
        return " ".join(plain(point.words).lower().split())
    if is_range(point) and point.low is not None and point.high is not None:
        first = value_words(point.low, unit if is_money(unit) else "")
        return f"{first} to {value_words(point.high, unit)}"
    return f"{_BOUNDS.get(point.bound, '')}{value_words(point.value, unit)}"


def is_loose(point: Point) -> bool:
    """Whether its words give no number in digits or as a cardinal: "dozens of", "two-thirds"."""
    words = plain(point.words)
    return _vague().search(words) is not None or (0 < abs(point.value) < 1 and not re.search(r"\d", words))


def is_range(point: Point) -> bool:
    """Whether both ends are stated ("five to six"); "about 50" has ends that nobody states."""
    return point.low is not None and point.high is not None and point.low == point.value < point.high


def is_money(unit: str) -> bool:
    """Whether a unit is a currency or a part of one."""
    known = by_code().get(unit)
    return known.dimension == "money" if known is not None else unit in _SIGNS


@cache
def _vague() -> re.Pattern[str]:
    forms = sorted(map(re.escape, number_words().vague), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(forms)})\b", re.IGNORECASE)


def _digits(value: Decimal) -> str:
    if not value.is_finite() or abs(value.adjusted()) > 30:
        return str(value)
    return f"{value:,f}".rstrip("0").rstrip(".") if value != value.to_integral_value() else f"{int(value):,}"


def _large(value: Decimal) -> str:
    """Money in millions and billions where it is that much."""
    if not value.is_finite() or abs(value.adjusted()) > 30:
        return str(value)
    for size, word in ((10**9, "billion"), (10**6, "million")):
        if abs(value) >= size and (value * 100) % size == 0:
            return f"{_digits(value / size)} {word}"
    return _digits(value)
