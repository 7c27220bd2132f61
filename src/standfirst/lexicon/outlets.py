"""Outlets and other bodies that are known under several names, whatever the letters of those names."""

from __future__ import annotations

from functools import cache

from standfirst.lexicon.tables import rows


@cache
def _forms() -> dict[str, tuple[str, str]]:
    """(fullest form, kind) by each form in lower case, a leading article left out."""
    found: dict[str, tuple[str, str]] = {}
    for table, fixed in (("known_names.tsv", None), ("outlets.tsv", "organisation")):
        for row in rows(table):
            forms = [form.strip() for form in row[1].split("|")]
            for form in forms:
                found.setdefault(_key(form), (forms[0], fixed or row[0]))
    return found


def _key(name: str) -> str:
    return " ".join(name.lower().removeprefix("the ").split())


def known_name(name: str) -> tuple[str, str] | None:
    """The fullest form and kind of a body known under several names, or None.

    Names without a small letter must be written so where they are short: "who" is not the World Health Organization.

    >>> known_name("ISIL"), known_name("who")
    (('Islamic State', 'organisation'), None)
    """
    found = _forms().get(_key(name))
    if found is None or (len(name) < 6 and " " not in name and not any(letter.isupper() for letter in name)):
        return None
    return found


@cache
def outlet_names() -> frozenset[str]:
    """Every form of every outlet, as written."""
    return frozenset(form.strip() for row in rows("outlets.tsv") for form in row[1].split("|"))
