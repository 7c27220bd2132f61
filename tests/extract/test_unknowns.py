"""(sentence, whether it says that something is not known)."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import spacy

from standfirst.extract.unknowns import find_unknowns
from standfirst.model.reading import Reading
from standfirst.model.report import Report

CASES = [
    ("It is not yet known how many people were on board.", True),
    ("The cause of the fire remains unclear.", True),
    ("That is unclear.", True),
    ("The damage is still being assessed.", True),
    ("We don’t know why the door was open.", True),
    ("The owner declined to comment.", True),
    ("Police have not released the driver’s name.", True),
    ("She could not be reached on Tuesday.", True),
    ("Officials have yet to say who gave the order.", True),
    ("It is too early to say whether the road will open.", True),
    ("The road opened at noon.", False),
    ("The minister said that the road was clear.", False),
    ("She knew the captain well.", False),
    ("Is the cause still unclear?", False),
    ("He did not say goodbye.", False),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text for text, _ in CASES])
def test_unknowns(report: Callable[..., Report], text: str, expected: bool) -> None:
    made = report(text)
    reading = Reading(report=made, sentences=(made.span(0, len(text)),))
    assert bool(find_unknowns(reading, spacy.blank("en")(text)).unknowns) is expected
