"""The tables of names are whole, and their loaders find what they hold."""

from __future__ import annotations

import pytest

from standfirst.lexicon.countries import by_adjective, by_capital, by_name, countries, country_of
from standfirst.lexicon.name_words import name_words
from standfirst.lexicon.outlets import known_name, outlet_names
from standfirst.lexicon.people import gender_of, is_short_form, is_spelling, letters_after, title_at, titles
from standfirst.lexicon.tables import rows


def test_every_row_has_its_cells() -> None:
    assert {len(row) for row in rows("countries.tsv")} == {6}
    assert {len(row) for row in rows("nicknames.tsv")} == {2}
    assert {row[0] for row in rows("nicknames.tsv")} == {"short", "spelling"}
    assert {row[0] for row in rows("given_names.tsv")} == {"f", "m"}
    kinds = {"courtesy", "rank", "office", "religious", "royal", "learned", "after"}
    assert {row[1] for row in rows("titles.tsv")} == kinds
    assert {row[2] for row in rows("titles.tsv")} == {"f", "m", "-"}
    assert {row[0] for row in rows("outlets.tsv")} == {"agency", "broadcaster", "paper", "site"}


def test_countries_have_codes_of_their_own_and_no_name_twice() -> None:
    assert len({country.iso2 for country in countries()}) == len({c.iso3 for c in countries()}) == len(countries())
    seen: dict[str, str] = {}
    for country in countries():
        for name in (country.name, *country.others):
            assert seen.setdefault(name, country.name) == country.name


@pytest.mark.parametrize(
    ("words", "iso2"),
    [("U.S.", "US"), ("the UK", "GB"), ("NZ", "NZ"), ("UAE", "AE"), ("Burma", "MM"), ("Dutch", "NL"), ("KENYA", "KE"),
     ("Swiss", "CH"), ("Congolese", None), ("us", None), ("Tokyo", None), ("", None)],
)  # fmt: skip
def test_country_of(words: str, iso2: str | None) -> None:
    found = country_of(words)
    assert (found.iso2 if found is not None else None) == iso2


def test_a_capital_leads_to_its_country() -> None:
    assert by_capital()["Ottawa"].name == "Canada"
    assert "Ottawa" not in by_name()
    assert by_adjective()["Congolese"] is None


def test_no_given_name_tells_two_genders() -> None:
    found: dict[str, str] = {}
    for gender, _, names in rows("given_names.tsv"):
        for name in names.split():
            assert found.setdefault(name, gender) == gender, name


@pytest.mark.parametrize(("name", "gender"), [("María", "f"), ("Hiroshi", "m"), ("Oluwaseun", None), ("Kim", None)])
def test_gender(name: str, gender: str | None) -> None:
    assert gender_of(name) == gender


def test_forms_of_given_names() -> None:
    assert is_short_form("elizabeth", "liz")
    assert not is_short_form("john", "joan")
    assert is_spelling("mohammed", "muhammad")
    assert not is_spelling("mohammed", "mahmoud")


def test_titles() -> None:
    assert title_at(["Sgt.", "Vogel"], 0) == (titles()["sgt"], 1)
    assert title_at(["Lt.", "Gen.", "Vogel"], 0) == (titles()["lt gen"], 2)
    assert title_at(["general", "talk"], 0) is None
    assert letters_after()["jr"].full == "junior"


def test_bodies_of_several_names() -> None:
    assert known_name("the Associated Press") == ("Associated Press", "organisation")
    assert known_name("UNHCR") == known_name("UN refugee agency")
    assert known_name("who") is None
    assert "AFP" in outlet_names()


def test_words_of_names_are_in_small_letters() -> None:
    table = name_words()
    for words in (table.corporate, table.trade, table.distinct, table.particles, table.no_names, table.role_stops):
        assert all(word == word.lower() for word in words)
    assert table.nominals["minister"] == "person"
    assert table.facility["airfield"] == "airport"
