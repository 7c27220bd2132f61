"""How it is said: in what or where, and how sure; the words as the text has them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.extract.test_attributions import read, told

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.mark.parametrize(
    ("text", "occasion"),
    [
        ("“We lost two pumps,” Ada Fenn said in a statement.", ["in a statement"]),
        ("In a letter to the board, Fenn wrote that the pumps had failed.", ["In a letter to the board"]),
        ("“It is late,” said a spokeswoman in an email to the Gazette.", ["in an email to the Gazette"]),
        ("“The quay is shut,” the mayor wrote on Twitter.", ["on Twitter"]),
        ("The mayor told reporters at a press conference that the quay was unsafe.", ["at a press conference"]),
        ("Fenn said in an interview with the Gazette that it was lost.", ["in an interview with the Gazette"]),
        ("Fenn told a press conference that the pumps had failed.", ["a press conference"]),
        ("The mayor said on Monday that the quay was unsafe.", []),
        ("The mayor said the board had apologised in a statement.", []),
        ("“I wrote it in a letter,” the mayor said.", []),
    ],
)
def test_what_it_is_said_in_or_where(nlp: Language, text: str, occasion: list[str]) -> None:
    reading = read(nlp, text)
    assert [reading.report.words(span) for span in reading.attributions[0].occasion] == occasion


@pytest.mark.parametrize(
    ("text", "hedges"),
    [
        ("Fenn said that the pumps may have failed.", ["may"]),
        ("Fenn said that the boat was very likely lost.", ["very likely"]),
        ("The mayor said the quay was possibly unsafe.", ["possibly"]),
        ("The residents reportedly left in a hurry.", ["reportedly"]),
        ("It is believed that the driver fled.", ["believed"]),
        ("“Perhaps ten were aboard,” Ada Fenn said.", ["Perhaps"]),
        ("Fenn said the pumps would be replaced in May.", []),
        ("The mayor said that a certain man could not swim.", []),
        ("Fenn said she had thought of it.", []),
        ("The quay may be shut. Fenn said the pumps had failed.", []),
    ],
)
def test_words_of_doubt_are_kept_as_the_text_has_them(nlp: Language, text: str, hedges: list[str]) -> None:
    reading = read(nlp, text)
    assert [reading.report.words(span) for span in reading.attributions[0].hedges] == hedges


def test_a_press_conference_is_no_carrier(nlp: Language) -> None:
    assert told(nlp, "Fenn told a press conference that the pumps had failed.")[0].via == ()
