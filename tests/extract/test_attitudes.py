"""What people want, judge, feel, know or speak about: each line is a text, its source, cue and content.

These are marked apart from what somebody says: none of them is among the attributions that claims are made of.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from standfirst.extract.attributions import find_attributions
from standfirst.extract.steps import STEPS
from standfirst.lexicon.attitudes import FORMS, PARTICLES, attitude_words
from standfirst.model.reading import Reading
from standfirst.model.report import Report

if TYPE_CHECKING:
    from spacy.language import Language

ATTITUDES = [
    ("Dora Quill opposes the new bridge.", "Dora Quill", "opposes", "the new bridge", "judge"),
    ("Jon Hart wants to rebuild the quay.", "Jon Hart", "wants", "to rebuild the quay", "want"),
    ("The firm has agreed to buy the yard.", "The firm", "has agreed", "to buy the yard", "want"),
    ("Jon Hart is wary of the plan.", "Jon Hart", "is wary of", "the plan", "feel"),
    ("The minister spoke out against the plan.", "The minister", "spoke out against", "the plan", "judge"),
    ("Jon Hart took issue with the plan.", "Jon Hart", "took issue with", "the plan", "judge"),
    ("The plan was mocked by the board.", "the board", "was mocked", "The plan", "judge"),
    ("Her opposition to the bridge is old.", "Her", "opposition to", "the bridge", "judge"),
    ("Dora Quill knows that the pump failed.", "Dora Quill", "knows", "the pump failed", "know"),
    ("The mayor referred to the flood.", "The mayor", "referred to", "the flood", "speak"),
    ("Dora Quill is confident that the dam will hold.", "Dora Quill", "is confident", "the dam will hold", "feel"),
    ("The board is expected to close the bridge.", "", "is expected", "The board … to close the bridge", "seem"),
    ("It appears that the pump failed.", "", "appears", "the pump failed", "seem"),
    ("Asked about the flood, Jon Hart left.", "", "Asked about", "the flood", "ask"),
]


def found(nlp: Language, text: str) -> Reading:
    doc = nlp(text)
    reading = Reading(report=Report(id="r", text=text))
    for step in STEPS:
        if step.name in ("blocks", "sentences", "mentions", "timexes"):
            reading = step.run(reading, doc)
    return find_attributions(reading, doc)


@pytest.mark.parametrize(("text", "source", "cue", "content", "kind"), ATTITUDES, ids=[c[0] for c in ATTITUDES])
def test_an_attitude_is_marked_and_is_no_statement(
    nlp: Language, text: str, source: str, cue: str, content: str, kind: str
) -> None:
    reading = found(nlp, text)
    assert reading.attributions == ()
    assert len(reading.attitudes) == 1
    one = reading.attitudes[0]
    told = [" … ".join(map(reading.report.words, spans)) for spans in (one.source, one.cue, one.content)]
    assert [*told, one.kind] == [source, cue, content, kind]


@pytest.mark.parametrize(
    "text",
    [
        "It supports the roof.",
        "The crews might support the plan.",
        "The pump attacks rust.",
        "“I oppose the plan,” Dora Quill said.",
        "Dora Quill said that she opposes the plan.",
    ],
)
def test_no_attitude_without_one_who_has_it_nor_inside_what_is_said(nlp: Language, text: str) -> None:
    assert found(nlp, text).attitudes == ()


def test_every_attitude_word_has_patterns_a_kind_and_an_example_that_holds_it() -> None:
    prepositions = {p for word in attitude_words() for p in word.patterns} - FORMS - PARTICLES
    assert all(p.isalpha() for p in prepositions)
    for word in attitude_words():
        assert word.kind in {"seem", "ask", "want", "judge", "feel", "know", "speak"}, word
        assert word.pos in {"verb", "noun", "idiom", "adjective"}, word
        assert word.patterns, word
        assert word.example, word
