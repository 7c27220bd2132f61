"""Numbers without a numeral, and forms that look like a count of people and are none."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from standfirst.extract.quantities import find_quantities
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


# (sentence, words, value, event, part)
TOLD = [
    ("No one was hurt when the barge broke loose.", "No one", 0, "injured", ""),
    ("Nobody died in the avalanche.", "Nobody", 0, "killed", ""),
    ("There were no casualties in the raid.", "no", 0, "casualties", ""),
    ("No civilians were killed, the army said.", "No", 0, "killed", ""),
    ("None of the miners was injured.", "None", 0, "injured", "of"),
    ("No one else was hurt.", "No one", 0, "injured", "other"),
    ("He was the only survivor of the crash.", "the only", 1, "", "the"),
    ("Both guards were killed.", "Both", 2, "killed", "the"),
    ("Both sailors swam ashore.", "Both", 2, "", "the"),
]


@pytest.mark.parametrize(("text", "words", "value", "event", "part"), TOLD, ids=[case[0] for case in TOLD])
def test_a_number_without_a_numeral(nlp: Language, text: str, words: str, value: int, event: str, part: str) -> None:
    found = read(nlp, text)[words]
    assert (found.value, found.low, found.high, found.bound) == (value, value, value, "exact")
    assert found.unit == "person"
    assert (found.event, found.part) == (event, part)


@pytest.mark.parametrize(
    "text",
    [
        "No one said a word.",
        "No one should die at work.",
        "They made sure that no one was hurt.",
        "There were no serious injuries.",
        "No one was seriously hurt.",
        "There were no reports of injuries.",
        "It was the only way out.",
        "Both men and women marched.",
        "Both the mayor and the bishop spoke.",
    ],
)
def test_what_counts_nobody(nlp: Language, text: str) -> None:
    assert read(nlp, text) == {}


def test_a_pair_whom_nothing_befell_joins_no_figure(nlp: Language) -> None:
    assert read(nlp, "Both sailors swam ashore.")["Both"].counted == ""


# (sentence, words, unit, counted, event)
LIKE_TOLLS = [
    ("The fatal shooting of 19 year old Ivo Marsh shook the town.", "19 year", "year", "age", ""),
    ("He fired one shot at the lamp.", "one", "item", "shots", ""),
    ("One officer was hurt.", "One", "person", "officer injured", "injured"),
    ("Police seized a dozen rifles.", "a dozen", "item", "rifles", ""),
    ("Hundreds fled the valley.", "Hundreds", "person", "people", ""),
    ("The army sent 12 Leopard 2 tanks east.", "12", "item", "leopard 2 tanks", ""),
    ("The rebels number 30 men.", "30", "person", "men", ""),
    ("Sana Orrel turned 81 in prison.", "81", "year", "age", ""),
    ("The crossing takes 10 to 12 hours.", "10 to 12 hours", "hour", "crossing", ""),
    ("The grant, cut from $3 million to $2.4m, ends in May.", "$2.4m", "$", "grant", ""),
    ("The firm owes 85 million Danish crowns.", "85 million Danish crowns", "DKK", "", ""),
]


@pytest.mark.parametrize(("text", "words", "unit", "counted", "event"), LIKE_TOLLS)
def test_what_only_looks_like_a_toll(nlp: Language, text: str, words: str, unit: str, counted: str, event: str) -> None:
    found = read(nlp, text)[words]
    assert (found.unit, found.counted, found.event) == (unit, counted, event)


def test_a_rate_is_per_so_many(nlp: Language) -> None:
    text = "The county has 19 deaths per 100,000 people."
    rate = read(nlp, text)["19"]
    assert [text[span.start : span.end] for span in rate.scope] == ["per 100,000"]


def test_a_birthday_is_no_count(nlp: Language) -> None:
    assert "sixteen" not in read(nlp, "Two men were held over the sweet sixteen shooting.")


@pytest.mark.parametrize(
    "text",
    [
        "The man has six prior arrests.",
        "He is accused of killing a guard and two...",
        "Ivo “Dane” Marsh III, 23, was arrested.",
    ],
)
def test_what_is_of_another_time_or_broken_off_is_no_toll(nlp: Language, text: str) -> None:
    assert not any(quantity.event for quantity in read(nlp, text).values())


def test_a_range_of_ages_is_two_ages(nlp: Language) -> None:
    found = read(nlp, "Seven people, ranging in age from 17 to 27, were hit.")
    assert [found[words].counted for words in ("17", "27")] == ["age", "age"]


def test_an_age_is_not_carried_on(nlp: Language) -> None:
    found = read(nlp, "The dead were Ivo Russell Marsh, 29, and Dane A. Brel, 26.All were at the quay.")
    assert [found[words].counted for words in ("29", "26")] == ["age", "age"]
    assert {found["29"].scope[0].start, found["26"].scope[0].start} == {14, 41}


def test_whose_bail_is_reduced(nlp: Language) -> None:
    found = read(nlp, "Ana Brel had her bail reduced from $400 to $250 on Monday.")
    assert [found[words].counted for words in ("$400", "$250")] == ["bail", "bail"]


def test_what_police_say_is_not_their_deed(nlp: Language) -> None:
    assert read(nlp, "Police said three were dead.")["three"].part == ""
    assert read(nlp, "Police shot three rioters.")["three"].part == "deed"


def test_money_by_the_million_is_no_crowd(nlp: Language) -> None:
    assert "Millions" not in read(nlp, "Millions are spent on it.")
