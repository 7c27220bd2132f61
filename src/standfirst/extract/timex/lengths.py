"""TIMEX3 durations."""

from __future__ import annotations

#: Unit -> how many of which TIMEX3 letter, and the letter of half of one with its number.
_LETTERS = {
    "second": ("T", 1, "S"),
    "minute": ("T", 1, "M"),
    "hour": ("T", 1, "H"),
    "day": ("", 1, "D"),
    "night": ("", 1, "D"),
    "week": ("", 1, "W"),
    "fortnight": ("", 2, "W"),
    "weekend": ("", 2, "D"),
    "month": ("", 1, "M"),
    "quarter": ("", 1, "Q"),
    "year": ("", 1, "Y"),
    "decade": ("", 10, "Y"),
    "century": ("", 100, "Y"),
}
_HALVES = {"hour": "30M", "minute": "30S", "year": "6M", "day": "T12H"}
_OPEN = {"decade": "E", "century": "C", "weekend": "W", "night": "D", "fortnight": "W"}


def length_value(count: float | None, unit: str) -> str:
    """The TIMEX3 duration: P2Y, PT1H30M, P20Y for two decades; an open number is X: PXY."""
    time_part, times, letter = _LETTERS[unit]
    if count is None:
        return f"P{time_part}X{_OPEN.get(unit, letter)}"
    whole = count * times
    if whole == int(whole):
        return f"P{time_part}{int(whole)}{letter}"
    if unit in _HALVES and whole % 1 == 0.5:
        ahead = f"{int(whole)}{letter}" if whole >= 1 else ""
        return f"P{time_part}{ahead}{_HALVES[unit]}"
    return f"P{time_part}{whole:g}{letter}"
