"""(text, clauses): what can be read alone is cut out, what a condition or a pronoun holds is not."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from standfirst.extract.clauses import find_clauses
from standfirst.model.reading import Reading
from standfirst.model.report import Report

if TYPE_CHECKING:
    from spacy.language import Language

CASES = [
    ("The ferry sank, and the port was closed.", {"The ferry sank", "the port was closed"}),
    ("The talks ended after the general was killed.", {"the general was killed"}),
    ("The ferry sank.", set()),
    ("If the dam breaks, the town will flood.", set()),
    ("The company, which owns the ferry, declined to comment.", {"owns the ferry"}),
    ("The driver was caught and charged.", {"The driver was caught", "charged"}),
    ("The mayor came to Korva and praised the crews.", {"The mayor came to Korva", "praised the crews"}),
    ("The mayor did not come or write.", set()),
    ("Neither the owner nor the captain was there.", set()),
]


def read(nlp: Language, report: Report) -> Reading:
    doc = nlp(report.text)
    sentences = tuple(report.span(sent.start_char, sent.end_char) for sent in doc.sents)
    return find_clauses(Reading(report=report, sentences=sentences), doc)


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text for text, _ in CASES])
def test_clauses(nlp: Language, report: Callable[..., Report], text: str, expected: set[str]) -> None:
    made = report(text)
    found = read(nlp, made).clauses
    assert found[0].kind == "sentence"
    assert {made.words(clause.span) for clause in found[1:]} == expected


@pytest.mark.parametrize(
    ("text", "part", "subject"),
    [
        ("Ida Moss, who resigned on Friday, is away.", "resigned on Friday", "Ida Moss"),
        ("The driver was caught and charged with theft.", "charged with theft", "The driver"),
        ("The driver was caught and charged with theft.", "The driver was caught", None),
    ],
)
def test_a_part_knows_its_subject(
    nlp: Language, report: Callable[..., Report], text: str, part: str, subject: str | None
) -> None:
    made = report(text)
    clause = next(one for one in read(nlp, made).clauses if made.words(one.span) == part)
    assert clause.kind == "part"
    assert (made.words(clause.subject) if clause.subject is not None else None) == subject
