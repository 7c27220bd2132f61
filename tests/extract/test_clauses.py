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
    ("The company, which owns the ferry, declined to comment.", set()),
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
