"""The world's countries: under which names, adjectives and capitals a text speaks of them.

A capital may stand for its government ("Paris protested") but is a place of its own: it is never the country.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from standfirst.lexicon.tables import rows


@dataclass(frozen=True, slots=True, kw_only=True)
class Country:
    """One country or territory; all names as they are written."""

    #: Codes of ISO 3166-1.
    iso2: str
    iso3: str
    name: str
    #: Other names and abbreviations ("Britain", "U.K.").
    others: tuple[str, ...]
    #: Adjectives and words for its people ("British", "Britons").
    adjectives: tuple[str, ...]
    capitals: tuple[str, ...]


@cache
def countries() -> tuple[Country, ...]:
    """Every country of the table."""
    return tuple(
        Country(
            iso2=row[0],
            iso3=row[1],
            name=row[2],
            others=_cell(row, 3),
            adjectives=_cell(row, 4),
            capitals=_cell(row, 5),
        )
        for row in rows("countries.tsv")
    )


def _cell(row: tuple[str, ...], at: int) -> tuple[str, ...]:
    return tuple(part.strip() for part in row[at].split("|") if part.strip()) if at < len(row) else ()


@cache
def by_name() -> dict[str, Country]:
    """Country by each of its names, as written: "U.S." -> United States. Case counts: "us" is a pronoun."""
    found: dict[str, Country] = {}
    for country in countries():
        for name in (country.name, *country.others):
            found.setdefault(name, country)
            found.setdefault(name.removeprefix("The ").removeprefix("the "), country)
    return found


@cache
def by_adjective() -> dict[str, Country | None]:
    """Country by adjective or word for its people; None where several share it ("Congolese")."""
    found: dict[str, Country | None] = {}
    for country in countries():
        for word in country.adjectives:
            found[word] = None if word in found and found[word] is not country else country
    return found


@cache
def by_capital() -> dict[str, Country]:
    """Country by its capital: for whom "Tokyo" may speak."""
    return {capital: country for country in reversed(countries()) for capital in country.capitals}


def country_of(words: str) -> Country | None:
    """The country that the words name, as a name or an adjective; capitals name none.

    >>> country_of("the U.K.").name, country_of("Dutch").iso2, country_of("Tokyo")
    ('United Kingdom', 'NL', None)
    """
    words = words.removeprefix("the ").removeprefix("The ")
    found = by_name().get(words) or by_adjective().get(words)
    if found is None and words.isupper() and len(words) > 3:
        found = by_name().get(words.title()) or by_adjective().get(words.title())
    return found
