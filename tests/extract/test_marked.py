"""What only the network finds: each line is a text and what is told in it, or held, as (source, cue, content)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from standfirst.extract.steps import read_report
from standfirst.model.report import Report

if TYPE_CHECKING:
    from spacy.language import Language

TOLD = [
    ("The harbour master intimated that the pilot had been asleep.",
     ("The harbour master", "intimated", "the pilot had been asleep")),
]  # fmt: skip
HELD = [
    ("Villagers do not mind the noise of the new quarry.",
     ("Villagers", "do not mind", "the noise of the new quarry")),
]  # fmt: skip
#: Nobody is told to have said or held anything here.
NEITHER = [
    "The ferry left the harbour at noon and came back at six.",
    "We were told nothing.",
    "A man believed to be armed was arrested on Monday.",
]


def read(nlp: Language, text: str) -> tuple[list[tuple[str, ...]], list[tuple[str, ...]]]:
    reading = read_report(Report(id="r", text=text), nlp(text))
    words = reading.report.words
    told, held = (
        [tuple(" … ".join(map(words, spans)) for spans in (one.source, one.cue, one.content)) for one in found]
        for found in (reading.attributions, reading.attitudes)
    )
    return told, held


@pytest.mark.parametrize(("text", "expected"), TOLD, ids=[case[0] for case in TOLD])
def test_what_is_told(nlp: Language, text: str, expected: tuple[str, ...]) -> None:
    assert read(nlp, text)[0] == [expected]


@pytest.mark.parametrize(("text", "expected"), HELD, ids=[case[0] for case in HELD])
def test_what_is_held(nlp: Language, text: str, expected: tuple[str, ...]) -> None:
    assert read(nlp, text) == ([], [expected])


@pytest.mark.parametrize("text", NEITHER)
def test_what_is_neither(nlp: Language, text: str) -> None:
    told, held = read(nlp, text)
    assert [source for source, *_ in (*told, *held) if source] == []


def test_a_pipeline_without_vectors_marks_nothing() -> None:
    import spacy

    from standfirst.extract.attributions.marked import marks_of
    from standfirst.extract.attributions.page import open_page
    from standfirst.model.reading import Reading

    text = "The harbour master intimated that the pilot had been asleep."
    doc = spacy.blank("en")(text)
    assert marks_of(open_page(Reading(report=Report(id="r", text=text)), doc), ()) == ()
