"""Limits of numbers: names whole, outlets and places of saying left out; and sums that must hold in a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from standfirst.extract.quantities import find_quantities
from standfirst.model.reading import Reading
from standfirst.model.report import Report

if TYPE_CHECKING:
    from spacy.language import Language


def read(nlp: Language, text: str) -> Reading:
    doc, report = nlp(text), Report(id="r", text=text)
    sentences = tuple(report.span(sent.start_char, sent.end_char) for sent in doc.sents)
    return find_quantities(Reading(report=report, sentences=sentences), doc)


# (text, limits of its first number)
LIMITS = [
    ("Nine people were aboard the ferry Pride of Dalvo when it sank.", {"Pride of Dalvo"}),
    ("The captain told reporters in Lisbon that nine people were missing.", set()),
    ("Six people died on a bus on its way to Portugal.", set()),
    ("Twelve people died in Portugal, Radio Norway reported.", {"Portugal"}),
    ("Twelve people died, Norway State Television said.", set()),
    ("The 40 workers in Norway and Portugal were paid.", {"Norway and Portugal"}),
    ("The new company, Norvane Holdings, will have 300 shops.", {"Norvane Holdings"}),
    ("Three shells also hit Dalvo Hospital, the army said.", {"Dalvo Hospital"}),
    ("Three people hit Dalvo Hospital with a levy, the council said.", set()),
    ("The frigate HMS Brisk, with about 50 crew, reached the harbour.", {"HMS Brisk"}),
]


@pytest.mark.parametrize(("text", "limits"), LIMITS)
def test_what_limits_a_number(nlp: Language, text: str, limits: set[str]) -> None:
    quantity = read(nlp, text).quantities[0]
    found = {text[span.start : span.end] for span in quantity.scope}
    named = {words for words in found if words[:1].isupper() and not words.startswith(("The ", "That "))}
    assert named == limits


# (text, place of its first number, or "")
DATELINES = [
    ("LISBON (Kyodo) - Nine people were killed when a bus fell into the sea, police said.", ""),
    ("LISBON (Kyodo) - Nine people were killed here when a bus fell into the sea.", "LISBON"),
    ("LISBON (Kyodo) - Nine people were killed on a bus. It had left a hotel in Lisbon at noon.", "LISBON"),
    ("LISBON (Kyodo) - Nine people were killed on a bus. It was found beside a Lisbon school.", "LISBON"),
    ("LISBON (Kyodo) - Nine people were killed on a bus. Officials in Lisbon had no list.", ""),
]


@pytest.mark.parametrize(("text", "place"), DATELINES)
def test_a_dateline_is_no_place_of_a_toll(nlp: Language, text: str, place: str) -> None:
    quantity = read(nlp, text).quantities[0]
    assert ({text[span.start : span.end] for span in quantity.scope} == {place}) if place else not quantity.scope


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Police spoke to the 16-year-old Maria Brell was with.", False),
        ("Police spoke to the 16-year-old Maria Brell.", True),
    ],
)
def test_an_age_is_not_of_whoever_was_with_them(nlp: Language, text: str, named: bool) -> None:
    quantity = read(nlp, text).quantities[0]
    assert ("Maria Brell" in {text[span.start : span.end] for span in quantity.scope}) == named


def test_a_number_that_is_compared_has_the_owner_of_the_first(nlp: Language) -> None:
    text = "Norvane earned $5 million, compared with a loss of $2 million a year earlier."
    loss = read(nlp, text).quantities[1]
    assert "Norvane" in {text[span.start : span.end] for span in loss.scope}


# (text, value, event, part, role)
COUNTS = [
    ("The brigade brought 14 people ashore in Norway.", 14, "rescued", "", "actual"),
    ("Five of those on the list are still missing.", 5, "missing", "", "actual"),
    ("Nine people died and four are missing.", 9, "killed", "", "actual"),
    ("The hall's licence was for up to 400 guests.", 400, "", "", "limit"),
    ("There were nine people in the hall, three more than the owner has said.", 3, "", "more", "change"),
    ("On Tuesday three of her four sons were at home.", 3, "", "of", "actual"),
]


@pytest.mark.parametrize(("text", "value", "event", "part", "role"), COUNTS)
def test_what_a_number_counts_and_how(nlp: Language, text: str, value: int, event: str, part: str, role: str) -> None:
    found = [q for q in read(nlp, text).quantities if q.value == value]
    assert [(q.event, q.part, q.role) for q in found] == [(event, part, role)]


@pytest.mark.parametrize(
    "text",
    [
        "Twenty people were hurt, 30 of them children.",
        "The workforce rose by 12 from 40 to 60.",
        "The price rose 20 percent from $40 to $60.",
    ],
)
def test_what_does_not_add_up_is_told(nlp: Language, text: str) -> None:
    problems = read(nlp, text).problems
    assert [problem.code for problem in problems] == ["figures"]
    assert "“" in problems[0].message


@pytest.mark.parametrize(
    "text",
    [
        "Twenty people were hurt, 12 of them children.",
        "More than twenty people were hurt, 30 of them children.",
        "The workforce rose by 20 from 40 to 60.",
        "The price rose 50 percent from $40 to $60.",
        "The workforce rose by about 12 from 40 to 60.",
        "Twenty people were hurt. Of the city's 90 nurses, 30 of them helped.",
    ],
)
def test_what_adds_up_or_is_left_open_is_not_told(nlp: Language, text: str) -> None:
    assert read(nlp, text).problems == ()
