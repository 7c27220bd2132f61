"""Words used for one another, and words that exclude each other: (words, expected)."""

import pytest

from standfirst.lexicon.alike import meaning, opposed
from standfirst.lexicon.events import irregular_forms
from standfirst.lexicon.words import content_words, stem


@pytest.mark.parametrize(("one", "other"), [("quake", "tremor"), ("gunmen", "attacker"), ("rushed", "transported")])
def test_words_of_one_row_have_one_meaning(one: str, other: str) -> None:
    assert meaning(stem(one)) == meaning(stem(other))


def test_a_word_of_no_row_stands_for_itself() -> None:
    assert meaning("harbou") == "harbou"


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("in a critical condition", "in stable condition", True),
        ("in a serious but stable condition", "in stable condition", False),
        ("a man was rescued", "a woman was rescued", True),
        ("a man and a woman were rescued", "a woman was rescued", False),
        ("the port was shut", "the port was busy", False),
    ],
)
def test_answers_that_exclude_each_other(one: str, other: str, expected: bool) -> None:
    assert opposed(content_words(one), content_words(other)) is expected


def test_forms_that_follow_no_rule() -> None:
    assert irregular_forms()["shot"] == "shoot"
