"""A number as a text writes it, as a value."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Numeral:
    """A number as written, with its money sign; `text[start:end]` are its words."""

    start: int
    end: int
    value: Decimal
    low: Decimal
    high: Decimal
    #: plain | vague | fraction | range | odds | wordless ("no one", "both").
    kind: str = "plain"
    #: The currency sign before it ("$", "NZ$"), "" without one.
    sign: str = ""
    #: Written in digits.
    digits: bool = False
    #: Holds a multiplier ("million", "bn").
    multiplied: bool = False
    #: False for a vague word whose range no table publishes ("several"): its words are kept, and no ends.
    ranged: bool = True
    #: "from" | "to" where it is one end of a change ("from 90 to 70").
    side: str = ""


def tidy(value: Decimal) -> Decimal:
    """The same number without zeros after the point that say nothing ("2400000.0" is 2400000)."""
    return value.quantize(Decimal(1)) if value == value.to_integral_value() else value.normalize()
