"""(text, a line that it must give, a line that it must not): every line can be read alone, or is the report's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from standfirst.text import tidy
from tests.link.test_claims import brief

if TYPE_CHECKING:
    from spacy.language import Language


def lines(nlp: Language, text: str) -> list[str]:
    return [claim.text.rstrip(".") for claim in brief(nlp, text).claims]


WHOLE = [
    # a clause that lacks the noun it tells of
    ("The song Ida Moss wrote for the ferry crews was played at the church on Friday.", "Ida Moss wrote"),
    ("The letter that the harbour master sent to the owners was read out in court.", "The harbour master sent"),
    # what is said lacks its subject
    ("The man police believe opened the dam was arrested in Korva on Monday.", "Police believe opened"),
    ("What the mayor said was a small flood has closed the bridge at Korva.", "The mayor said was"),
    ("The boat is believed to be a white trawler with a torn sail.", "Is believed"),
    # a clause that begins with a word for what the sentence names
    ("Ida Moss was taken to a hospital in Korva, where she later died.", "She later died"),
    ("The troops left the village after they had burned the bridge.", "They had burned"),
    # what a relative pronoun tells stands for its noun
    ("The residence belongs to the clerk, who has not been named by the court.", "The residence has not been named"),
    ("The driver of the crane that fell in Korva was named as Josip Maro.", "The driver of the crane fell"),
]


@pytest.mark.parametrize(("text", "opening"), WHOLE, ids=[text for text, _ in WHOLE])
def test_the_sentence_is_told_and_no_broken_piece_of_it(nlp: Language, text: str, opening: str) -> None:
    found = lines(nlp, text)
    assert text.rstrip(".") in found
    assert not [line for line in found if line.startswith(opening)]


ALONE = [
    ("The vote was put off after the general was killed in Korva.", "The general was killed in Korva"),
    ("The owner left the port, where the police had met the crews.", "The police had met the crews"),
    ("Ida Moss runs the court in which the owner was tried in May.", "The owner was tried in May"),
    ("The ferry sank off Korva, and the port was closed on Monday.", "The port was closed on Monday"),
    ("The mayor said the polls had closed at noon.", "The polls had closed at noon"),
    ("Police said they had closed the bridge at Korva.", "Police said they had closed the bridge at Korva"),
]


@pytest.mark.parametrize(("text", "line"), ALONE, ids=[text for text, _ in ALONE])
def test_what_can_be_read_alone_is_a_line(nlp: Language, text: str, line: str) -> None:
    assert line in lines(nlp, text)


SAID_AT_ITS_END = [
    ("They were then brought back to the quay, the coastguard said.", "They were then brought back to the quay"),
    ("Its crew had no life jackets, Mayor Ida Moss said.", "Its crew had no life jackets"),
]


@pytest.mark.parametrize(("text", "line"), SAID_AT_ITS_END, ids=[text for text, _ in SAID_AT_ITS_END])
def test_who_says_so_is_not_repeated_at_the_end(nlp: Language, text: str, line: str) -> None:
    assert lines(nlp, text) == [line]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("nine or ten” boats, the harbour master said", "“nine or ten” boats, the harbour master said"),
        ('nobody knows" who opened the dam', '"nobody knows" who opened the dam'),
        ('the court called it "a mistake', 'The court called it "a mistake"'),
        ('the court called it "a mistake" twice', 'The court called it "a mistake" twice'),
    ],
)
def test_a_lone_quotation_mark_gets_its_partner(words: str, expected: str) -> None:
    assert tidy(words) == expected
