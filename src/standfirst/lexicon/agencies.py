"""News agencies and broadcasters whose material others carry, with the forms in which reports name them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from standfirst.lexicon.tables import rows


@dataclass(frozen=True, slots=True, kw_only=True)
class Agency:
    """One agency; `forms` are all its names, the chosen one first."""

    name: str
    forms: tuple[str, ...]
    country: str


@cache
def agencies() -> tuple[Agency, ...]:
    """Every agency of the table."""
    return tuple(
        Agency(
            name=name,
            forms=(name, *(form for form in (f.strip() for f in forms.split(";")) if form and form != "-")),
            country=country,
        )
        for name, forms, country, _site in rows("agencies.tsv")
    )


@cache
def _by_form() -> dict[str, str]:
    """Name of the agency by its form; a form in capitals stands as it is, others in lower case too."""
    table: dict[str, str] = {}
    for agency in agencies():
        for form in agency.forms:
            table.setdefault(form, agency.name)
            if not form.isupper():
                table.setdefault(form.lower(), agency.name)
                table.setdefault(form.upper(), agency.name)
    return table


@cache
def agency_pattern() -> re.Pattern[str]:
    """Matches any form of any agency as whole words, the longest first."""
    forms = sorted({form for agency in agencies() for form in agency.forms}, key=lambda form: (-len(form), form))
    return re.compile(r"(?<![\w-])(?:" + "|".join(re.escape(form) for form in forms) + r")(?![\w-])")


def agency_name(words: str) -> str | None:
    """The agency that these words, all of them, name; None where they name none."""
    plain = " ".join(words.split())
    bare = plain.removeprefix("The ").removeprefix("the ")
    table = _by_form()
    return next((table[form] for form in (plain, bare, plain.lower(), bare.lower()) if form in table), None)
