"""A course of values in one line, drawn with letters; it holds no number, so none stands without its words."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

#: From the least to the greatest: block letters, and what every terminal has.
_BLOCKS = "▁▂▃▄▅▆▇█"
_PLAIN = "_.-'"


def sparkline(values: Sequence[Decimal], *, blocks: bool = True) -> str:
    """ "▁▄▆█", or "_.-'" where block letters cannot be shown; the lowest stands for zero, or for the least below it.

    Empty for fewer than two values.
    """
    if len(values) < 2 or not all(value.is_finite() for value in values):
        return ""
    letters = _BLOCKS if blocks else _PLAIN
    least = min(*values, Decimal(0))
    reach = max(values) - least
    steps = len(letters) - 1
    return "".join(letters[int((value - least) / reach * steps + Decimal("0.5")) if reach else 0] for value in values)
