"""Whose dollar is it? Where the text says so: behind the sum, or once for all of them. Text alone."""

from __future__ import annotations

import re

from standfirst.lexicon.units import Unit, unit_named, units

_NATIONS = "|".join(
    sorted((re.escape(form.removesuffix(" dollars")) for form in units() if form.endswith(" dollars")), key=len)[::-1]
)
#: "$5 million Canadian", "$99 (USD)"; not "$5 million Canadian grant".
WHOSE = re.compile(
    r"\s*\(?(?P<code>USD|NZD|AUD|CAD|HKD|SGD)\b\)?"
    rf"|\s+\(?(?P<whose>{_NATIONS})\b\)?(?=\s*(?:[.,;:)]|$)|\s+(?:in|to|for|from|on|an?|per|by|and|or|over|last|this)\b)"
)
_ALL = re.compile(
    r"\b(?:figures?|amounts?|sums?|prices?|values?|costs?|dollars)(?:\s+(?:quoted|given|here|cited|shown|listed|in this"
    r" (?:report|article|story)))*\s+(?:is|are)\s+(?:all\s+)?(?:given\s+|quoted\s+)?in"
    rf"\s+(?P<whose>{_NATIONS})\s+dollars\b",
    re.IGNORECASE,
)


def dollars_of(text: str) -> Unit | None:
    """The dollar in which a report says that all its sums are ("All figures are in Australian dollars"), or None."""
    said = {match.group("whose").title() for match in _ALL.finditer(text)}
    found = {unit_named(f"{whose} dollars") or unit_named(f"{whose.upper()} dollars") for whose in said}
    return found.pop() if len(found) == 1 else None
