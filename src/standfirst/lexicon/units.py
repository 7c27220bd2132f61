"""The table of units: which words and signs name a unit, its code, and its worth in the base of its dimension."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """One written form of a unit."""

    form: str
    #: Canonical code: km, percent, USD, "$" where the text does not say whose dollar, ...
    code: str
    #: length | mass | share | money | time | ...: only units of one dimension can be compared.
    dimension: str
    #: How much of the base of the dimension one is (metres, kilograms, days, ...).
    factor: Decimal
    #: What zero of it is in the base: -17.78 degrees Celsius for Fahrenheit, else 0.
    zero: Decimal = Decimal(0)


@cache
def units() -> dict[str, Unit]:
    """Units by their written form after a number; lower-case forms answer for any case ("Miles")."""
    return {unit.form: unit for unit in _rows("unit")}


@cache
def signs() -> dict[str, Unit]:
    """Currency signs and codes by the form in which they stand before a number."""
    return {unit.form: unit for unit in _rows("sign")}


@cache
def by_code() -> dict[str, Unit]:
    """One unit for each code."""
    found: dict[str, Unit] = {}
    for unit in (*units().values(), *signs().values()):
        found.setdefault(unit.code, unit)
    return found


def unit_named(form: str) -> Unit | None:
    """The unit of that written form, tried as written and then in lower case."""
    return units().get(form) or units().get(form.lower())


def converted(value: Decimal, code: str, into: str) -> Decimal | None:
    """The value in another unit of the same dimension, not rounded; None where the two cannot be compared.

    Money is never converted. A ton is taken as metric, a barrel as one of oil.
    """
    one, other = by_code().get(code), by_code().get(into)
    if one is None or other is None or one.dimension != other.dimension or one.dimension.startswith("money"):
        return None
    return (value * one.factor + one.zero - other.zero) / other.factor


@cache
def _rows(kind: str) -> tuple[Unit, ...]:
    lines = (files("standfirst.lexicon") / "units.tsv").read_text(encoding="utf-8").splitlines()[1:]
    cells = (line.split("\t") for line in lines)
    return tuple(
        Unit(
            form=cell[1],
            code=cell[2],
            dimension=cell[3],
            factor=Decimal(cell[4]),
            zero=Decimal(cell[6]) if len(cell) > 6 else Decimal(0),
        )
        for cell in cells
        if cell[0] == kind
    )
