"""Numbers that are somebody's: ages, years behind bars, bail and fines, counts of a charge, hospital."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from standfirst.extract.mentions import find_mentions
from standfirst.extract.quantities import find_quantities
from standfirst.model.reading import Quantity, Reading
from standfirst.model.report import Report

if TYPE_CHECKING:
    from spacy.language import Language


def read(nlp: Language, text: str) -> dict[str, tuple[Quantity, set[str]]]:
    """The quantities of a text by their words, with their limits."""
    doc, report = nlp(text), Report(id="r", text=text)
    sentences = tuple(report.span(sent.start_char, sent.end_char) for sent in doc.sents)
    reading = find_quantities(find_mentions(Reading(report=report, sentences=sentences), doc), doc)
    return {
        text[one.span.start : one.span.end]: (one, {text[span.start : span.end] for span in one.scope})
        for one in reading.quantities
    }


# (text, words of the age, whose it is, told of somebody unnamed)
AGES = [
    ("Two girls, 4 and 6 years old, were pulled from the river.", "4", {"girls"}, True),
    ("Two girls, 4 and 6 years old, were pulled from the river.", "6 years", {"girls"}, True),
    ("The boys were nine and eleven years old, the coastguard said.", "nine", {"boys"}, True),
    ("Their 39-year-old mother survived the crash.", "39-year", {"mother"}, True),
    ("Two miners, a 24-year-old and a 51-year-old father of six, were missing.", "51-year", {"father"}, True),
    ("The captain, who police believe is about 40, was arrested.", "about 40", {"captain"}, True),
    ("Maria Brell, who is 24, won the vote.", "24", {"Maria Brell"}, False),
    ("Maria Brell, a nurse aged 60, was honoured.", "60", {"Maria Brell"}, False),
    ("Maria Brell was 24 years old.", "24 years", {"Maria Brell"}, False),
    ("Maria Brell drove the bus. She is 52 years old.", "52 years", {"Maria Brell"}, False),
    ("A report of 2009 says that Maria Brell, then 40, had warned of it.", "40", {"Maria Brell"}, True),
]


@pytest.mark.parametrize(("text", "words", "whose", "unnamed"), AGES)
def test_whose_an_age_is(nlp: Language, text: str, words: str, whose: set[str], unnamed: bool) -> None:
    age, limits = read(nlp, text)[words]
    assert (age.counted, age.unit, age.role) == ("age", "year", "actual")
    assert limits == whose
    assert (age.part == "someone") is unnamed


def test_a_thing_has_no_age_that_is_told(nlp: Language) -> None:
    age, limits = read(nlp, "The 30-year-old ferry sank.")["30-year"]
    assert (age.part, limits) == ("someone", set())


# (text, words, what it counts, whose, role)
TERMS = [
    ("Maria Brell spent 16 years in prison for fraud.", "16 years", "time in prison", {"Maria Brell"}, "actual"),
    ("Paul Brell was freed after serving 12 years for arson.", "12 years", "time in prison", {"Paul Brell"}, "actual"),
    ("Paul Brell was held for 30 days in detention.", "30 days", "time in prison", {"Paul Brell"}, "actual"),
    ("The judge sentenced Paul Brell to 20 years.", "20 years", "prison sentence", {"Paul Brell"}, "actual"),
    ("The court handed Paul Brell a four-year jail term.", "four-year", "prison sentence", {"Paul Brell"}, "actual"),
    ("A court jailed him for 18 months on Friday.", "18 months", "prison sentence", set(), "actual"),
    ("Paul Brell faces up to 25 years in prison.", "up to 25 years", "prison sentence", {"Paul Brell"}, "limit"),
]


@pytest.mark.parametrize(("text", "words", "counted", "whose", "role"), TERMS)
def test_years_behind_bars(nlp: Language, text: str, words: str, counted: str, whose: set[str], role: str) -> None:
    term, limits = read(nlp, text)[words]
    assert (term.counted, limits, term.role) == (counted, whose, role)


@pytest.mark.parametrize("text", ["The loan has a term of 10 years.", "The mayor began his five-year term."])
def test_other_terms_are_not_served(nlp: Language, text: str) -> None:
    assert not [one for one, _ in read(nlp, text).values() if "prison" in one.counted]


# (text, words, what it counts, its limits)
LIMITS = [
    ("Police held Paul Brell. His bail was set for $9,000.", "$9,000", "bail", {"Paul Brell"}),
    ("Paul Brell is held in lieu of $500,000 bail.", "$500,000", "bail", {"Paul Brell"}),
    ("Judge Maria Brell heard the plea and set bail at $9,000.", "$9,000", "bail", set()),
    ("Each theft charge carries a $2,000 fine.", "$2,000", "fine", {"Each theft charge"}),
    ("He faces up to $300 in fines on the theft charge.", "up to $300", "fines", {"theft charge"}),
    ("Paul Brell faces six counts of first-degree arson.", "six", "counts of first degree arson", {"Paul Brell"}),
    ("The captain sent five members of a rescue team.", "five", "members", {"rescue team"}),
    ("Three of the pupils attended village schools.", "Three", "pupils", {"village schools"}),
    ("Divers found two holes in the hull.", "two", "holes", {"hull"}),
]


@pytest.mark.parametrize(("text", "words", "counted", "limits"), LIMITS)
def test_what_limits_it(nlp: Language, text: str, words: str, counted: str, limits: set[str]) -> None:
    one, found = read(nlp, text)[words]
    assert (one.counted, found) == (counted, limits)


# (text, words, where they were taken)
TAKEN = [
    ("Nine people were taken to hospital after the fire.", "Nine", {"hospital"}),
    ("A bus overturned. The five were flown to Lisbon General Hospital.", "five", {"Lisbon General Hospital"}),
    (
        "Officers said 29 people were taken to Lisbon General Hospital and one was taken to Porto Medical Center.",
        "29",
        {"Lisbon General Hospital"},
    ),
    (
        "Officers said 29 people were taken to Lisbon General Hospital and one was taken to Porto Medical Center.",
        "one",
        {"Porto Medical Center"},
    ),
]


@pytest.mark.parametrize(("text", "words", "where"), TAKEN)
def test_where_people_were_taken(nlp: Language, text: str, words: str, where: set[str]) -> None:
    one, found = read(nlp, text)[words]
    assert (one.event, found) == ("taken to hospital", where)


def test_what_is_taken_elsewhere_is_in_no_hospital(nlp: Language) -> None:
    assert read(nlp, "Nine people were taken to the harbour.")["Nine"][0].event == ""
