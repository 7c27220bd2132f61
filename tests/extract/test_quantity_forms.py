"""Newspaper forms of numbers: whose money, which unit, ends, ages, shares, what ellipsis carries on, roles; and what is
kept without a name."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from standfirst.extract.quantities import find_quantities
from standfirst.extract.quantities.currency import dollars_of
from standfirst.model.reading import Quantity, Reading
from standfirst.model.report import Report

if TYPE_CHECKING:
    from spacy.language import Language


def read(nlp: Language, text: str) -> dict[str, Quantity]:
    """The quantities of a text by their words."""
    doc, report = nlp(text), Report(id="r", text=text)
    sentences = tuple(report.span(sent.start_char, sent.end_char) for sent in doc.sents)
    found = find_quantities(Reading(report=report, sentences=sentences), doc).quantities
    return {text[one.span.start : one.span.end]: one for one in found}


# (sentence, words of the number, unit)
MONEY = [
    ("The quay cost 40 million Swiss francs.", "40 million Swiss francs", "CHF"),
    ("The quay cost 40 million Kenyan shillings.", "40 million Kenyan shillings", "KES"),
    ("The quay cost 40 million Danish kroner.", "40 million Danish kroner", "DKK"),
    ("The quay cost $40 million Canadian.", "$40 million Canadian", "CAD"),
    ("The quay cost $40 million (USD).", "$40 million (USD)", "USD"),
    ("The quay cost $40 million US dollars.", "$40 million US dollars", "USD"),
    ("The quay cost 40 million dollars.", "40 million dollars", "$"),
    ("The quay got a $40 million Canadian grant.", "$40 million", "$"),
    ("The quay cost 40 million pesos.", "40 million pesos", "peso"),
    ("All figures are in Australian dollars. The quay cost $40 million.", "$40 million", "AUD"),
    ("Prices are quoted in US dollars. The quay cost $40 million.", "$40 million", "USD"),
]


@pytest.mark.parametrize(("text", "words", "unit"), MONEY, ids=[case[0] for case in MONEY])
def test_whose_money_it_is(nlp: Language, text: str, words: str, unit: str) -> None:
    assert read(nlp, text)[words].unit == unit


def test_two_dollars_for_all_sums_settle_nothing() -> None:
    assert dollars_of("All sums are in US dollars. All prices are in Canadian dollars.") is None
    assert dollars_of("He was paid in US dollars.") is None


# (sentence, words, value, unit, counted)
MEASURED = [
    ("It was 41C at the pier.", "41C", "41", "C", "temperature"),
    ("It fell to -9°C on the ridge.", "-9°C", "-9", "C", "temperature"),
    ("It reached 99 degrees Fahrenheit.", "99 degrees Fahrenheit", "99", "F", "temperature"),
    ("A magnitude 5.8 quake woke the town.", "5.8", "5.8", "magnitude", "quake"),
    ("The anchor weighs 700 kg.", "700 kg", "700", "kg", "weight"),
    ("The park covers 60 hectares.", "60 hectares", "60", "ha", "area"),
    ("Nine inches of rain fell.", "Nine inches", "9", "in", "rain"),
    ("The disk holds 500GB of film.", "500GB", "500", "GB", "film"),
    ("Orra lies 12 miles (19 km) south of Larna.", "12 miles", "12", "mile", "distance"),
    ("Orra lies 12 miles (19 km) south of Larna.", "19 km", "19", "km", "distance"),
    ("The wreck leaked 90 barrels of oil.", "90 barrels", "90", "bbl", "oil"),
    ("Turnout was 44%.", "44%", "44", "percent", "turnout"),
    ("Prices at the market rose by 7 percent.", "7 percent", "7", "percent", "prices"),
    ("Shares in the dock fell 30 cents.", "30 cents", "30", "cent", "shares"),
    ("The dock lost €2 million.", "€2 million", "2000000", "EUR", "loss"),
    ("The flood has cost growers $5 million.", "$5 million", "5000000", "$", "cost"),
    ("The bank kept its rate at 3 percent.", "3 percent", "3", "percent", "rate"),
]


@pytest.mark.parametrize(
    ("text", "words", "value", "unit", "counted"), MEASURED, ids=[f"{case[1]} {case[0]}" for case in MEASURED]
)
def test_a_measure_and_what_it_is_of(nlp: Language, text: str, words: str, value: str, unit: str, counted: str) -> None:
    found = read(nlp, text)[words]
    assert (found.value, found.unit, found.counted) == (Decimal(value), unit, counted)


# (sentence, words, low, high)
ENDS = [
    ("Between 30 and 40 tents stood there.", "Between 30 and 40", 30, 40),
    ("Losses of between two and four percent were told.", "between two and four percent", 2, 4),
    ("Rooms cost from $15 to $40.", "$15 to $40", 15, 40),
    ("Several tents stood there.", "Several", None, None),
    ("Hundreds of tents stood there.", "Hundreds", 100, 999),
    ("Several hundred tents stood there.", "Several hundred", 100, 999),
    ("About one in 20 tents leaked.", "About one in 20", 18, 22),
]


@pytest.mark.parametrize(("text", "words", "low", "high"), ENDS, ids=[case[0] for case in ENDS])
def test_what_the_words_allow(nlp: Language, text: str, words: str, low: int | None, high: int | None) -> None:
    found = read(nlp, text)[words]
    assert (found.low, found.high) == (low, high)
    assert low is None or found.value in (low, 20)


def test_a_vague_word_without_a_range_has_its_words_and_no_name(nlp: Language) -> None:
    text = "Several nurses left."
    found = read(nlp, text)["Several"]
    assert found.counts is not None
    assert text[found.counts.start : found.counts.end] == "nurses"
    assert found.counted == ""


# (sentence, words, value)
AGES = [
    ("A boy aged nine was found.", "nine", 9),
    ("The girls, aged 7 and 11, were found.", "7", 7),
    ("The girls, aged 7 and 11, were found.", "11", 11),
    ("The founder died at the age of 88.", "88", 88),
    ("His sister, who is 17, was at home.", "17", 17),
]


@pytest.mark.parametrize(("text", "words", "value"), AGES, ids=[case[1] for case in AGES])
def test_ages_without_a_name_are_someones(nlp: Language, text: str, words: str, value: int) -> None:
    found = read(nlp, text)[words]
    assert (found.counted, found.unit, found.part, found.value) == ("age", "year", "someone", value)


@pytest.mark.parametrize("text", ["Children under the age of 12 ride free.", "The voting age of 18 will stay."])
def test_ages_of_nobody_are_none(nlp: Language, text: str) -> None:
    assert [one for one in read(nlp, text).values() if one.counted == "age"] == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("21 News reported that the quay had burned.", "21"),
        ("She told 9 Radio that the quay had burned.", "9"),
        ("He told 10 TV on Monday that the quay had burned.", "10"),
    ],
)
def test_a_channel_in_an_outlets_name_is_no_figure(nlp: Language, text: str, words: str) -> None:
    assert words not in read(nlp, text)


def test_what_is_counted_of_a_channel_stays_a_figure(nlp: Language) -> None:
    assert read(nlp, "The storm shut 12 TV stations.")["12"].counted == "tv stations"


LISTED_AGES = [
    "Mira Vane, 24, Tom Oller, 25 and Ola Tarn, 32 were hurt.",
    "Mira Vane, 24, Tom Oller, 25, and Ola Tarn, 32, were hurt.",
]


@pytest.mark.parametrize("text", LISTED_AGES)
def test_each_age_of_a_list_is_its_own_persons(nlp: Language, text: str) -> None:
    found = read(nlp, text)
    assert {words: one.counted for words, one in found.items()} == dict.fromkeys(("24", "25", "32"), "age")
    owners = [text[one.counts.start : one.counts.end] for one in found.values() if one.counts is not None]
    assert owners == ["Mira Vane", "Tom Oller", "Ola Tarn"]


def test_a_count_after_somebody_named_is_no_age(nlp: Language) -> None:
    assert read(nlp, "According to Ola Tarn, 32 were hurt.")["32"].counted != "age"


# (sentence, value and unit of each end)
UNIT_OF_BOTH = [
    ("The budget fell from 40 to 30 million euros.", [(40_000_000, "EUR"), (30_000_000, "EUR")]),
    ("Output fell from 400 to 300 tonnes.", [(400, "t"), (300, "t")]),
    ("Turnout fell from 40 to 30 per cent.", [(40, "percent"), (30, "percent")]),
]


@pytest.mark.parametrize(("text", "ends"), UNIT_OF_BOTH, ids=[case[0] for case in UNIT_OF_BOTH])
def test_both_ends_of_a_change_have_the_unit(nlp: Language, text: str, ends: list[tuple[int, str]]) -> None:
    assert [(one.value, one.unit) for one in read(nlp, text).values()] == ends


# (sentence, counted)
SINGLES = [
    ("The bus carried 60 people, 9 women and a child among them.", ["people", "women", "child"]),
    ("Four men, two women and a baby died.", ["men killed", "women killed", "baby killed"]),
    ("Nine women, a boy and a man left.", ["women", "boy"]),
    ("The mayor and a child left.", []),
    ("Two men left, and a woman stayed.", ["men"]),
    ("Two women and a child's toy were found.", ["women"]),
]


@pytest.mark.parametrize(("text", "counted"), SINGLES, ids=[case[0] for case in SINGLES])
def test_an_article_counts_in_a_list_of_people(nlp: Language, text: str, counted: list[str]) -> None:
    doc, report = nlp(text), Report(id="r", text=text)
    found = find_quantities(Reading(report=report, sentences=(report.span(0, len(text)),)), doc).quantities
    assert [one.counted for one in found] == counted


# (sentence, words, counted, part)
CARRIED = [
    ("Twelve boats sailed; eight came back.", "eight", "boats", ""),
    ("The bus carried 40 pupils, 12 of whom were badly hurt.", "12", "pupils injured", "of"),
    ("The mill will cut 900 jobs in Orra, 300 in Larna and 50 in Dalvo.", "300", "jobs", "of"),
    ("The player holds 500 and 1,000 songs.", "500", "songs", ""),
    ("The yard told of job cuts of 10,000.", "10,000", "job cuts", ""),
    ("The mission will be cut to 80 observers from 130.", "130", "observers", ""),
    ("Police raised the toll from nine to eleven.", "eleven", "people killed", ""),
    ("Eleven of the fifteen judges agreed.", "Eleven", "judges", "of"),
    ("Three in ten nurses said they would leave.", "Three in ten", "nurses", ""),
]


@pytest.mark.parametrize(("text", "words", "counted", "part"), CARRIED, ids=[case[0] for case in CARRIED])
def test_what_is_counted_is_carried_on(nlp: Language, text: str, words: str, counted: str, part: str) -> None:
    found = read(nlp, text)[words]
    assert (found.counted, found.part) == (counted, part)


ROLES = [
    ("The army is to send 60 medics.", "60", "planned"),
    ("Up to 50 people are feared dead.", "Up to 50", "estimate"),
    ("The permit caps the catch at 800 tonnes.", "800 tonnes", "limit"),
    ("The bank raised its rate by 25 basis points.", "25 basis points", "change"),
    ("Membership is up 4,000 on last year.", "4,000", "change"),
    ("The crew was cut from 143 to 121.", "143", "actual"),
]


@pytest.mark.parametrize(("text", "words", "role"), ROLES, ids=[case[0] for case in ROLES])
def test_more_roles(nlp: Language, text: str, words: str, role: str) -> None:
    assert read(nlp, text)[words].role == role


# Sums, shares and measures that the text does not say of what
UNSAID = [
    ("It was down 3.1%.", "3.1%", "percent"),
    ("It closed at 8,579.19.", "8,579.19", "item"),
    ("The levy brought in $60 million.", "$60 million", "$"),
    ("He asked for four times as much.", "four times", "times"),
]


@pytest.mark.parametrize(("text", "words", "unit"), UNSAID, ids=[case[1] for case in UNSAID])
def test_a_measure_of_nothing_named_is_kept_without_a_name(nlp: Language, text: str, words: str, unit: str) -> None:
    found = read(nlp, text)[words]
    assert (found.unit, found.counted, found.counts) == (unit, "", None)


@pytest.mark.parametrize(
    "text",
    [
        "They climbed to 12, then three.",
        "It left at 7.45 from the pier.",
        "He waited for three hours.",
        "The Nikkei 225 fell.",
        "It is in Row 12 of the hall.",
        "She paid 300 times.",
    ],
)
def test_a_bare_number_of_nothing_is_none(nlp: Language, text: str) -> None:
    assert [one for one in read(nlp, text).values() if one.unit != "hour" or not one.counted] == []


@pytest.mark.parametrize(
    ("text", "year"),
    [("The treaty allows 1,550 ships.", False), ("It began in 1950.", True), ("The May 2019 mill fires spread.", True)],
)
def test_a_thousands_mark_makes_no_year(nlp: Language, text: str, year: bool) -> None:
    assert (read(nlp, text) == {}) is year


def test_a_no_break_space_marks_thousands(nlp: Language) -> None:
    assert read(nlp, "Clerks counted 18\u00a0250 ballots.")["18\u00a0250"].value == 18250
