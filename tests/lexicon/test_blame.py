"""Who did harm, by their deed or by what they are called."""

from __future__ import annotations

import pytest

from standfirst.lexicon.blame import blame_pattern, harms, has_arms, is_arm, is_deed, is_somebody
from standfirst.lexicon.events import verb_classes
from standfirst.lexicon.tables import rows


@pytest.mark.parametrize(
    ("lemma", "form", "cls", "expected"),
    [
        ("stab", "stabbed", "", True),
        ("robb", "robbed", "", True),
        ("mis", "misled", "", True),
        ("kill", "kills", "KILL", True),
        ("rescue", "rescued", "RESCUE", False),
        ("die", "died", "DIE", False),
    ],
)
def test_what_harms(lemma: str, form: str, cls: str, expected: bool) -> None:
    assert harms(lemma, form, cls) is expected


@pytest.mark.parametrize("noun", ["gunman", "dad", "brothers", "rebels", "clerk", "troops"])
def test_who_can_be_blamed(noun: str) -> None:
    assert is_somebody(noun)


@pytest.mark.parametrize("noun", ["storm", "missile", "fire", "explosion"])
def test_what_cannot_be_blamed(noun: str) -> None:
    assert not is_somebody(noun)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("he was one of the gunmen", True),
        ("she is to blame", True),
        ("the gunman is dead", False),
        ("it was the guard who called", False),
    ],
)
def test_words_that_blame(text: str, expected: bool) -> None:
    assert (blame_pattern().search(text) is not None) is expected


def test_forces_and_those_who_answer_for_them() -> None:
    assert is_arm("officers")
    assert not is_arm("hospital")
    assert has_arms("Mayor Ada Crane")
    assert has_arms("Korva's ministry")
    assert not has_arms("the hospital")


def test_every_class_of_the_list_is_a_class_of_event() -> None:
    listed = [name for row in rows("blame.tsv") if row[0] in ("class", "deed") for name in row[1].split()]
    assert set(listed) <= set(verb_classes().values())
    assert is_deed("BUY")
    assert not is_deed("DIE")
