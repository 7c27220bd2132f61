"""What is said against somebody is never confirmed by those who say it; what one answers for still is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.link.test_claims import brief, holding, status

if TYPE_CHECKING:
    from spacy.language import Language

#: (text, words of the claim): one side's word on what another did.
AGAINST = [
    # police and prosecutors on a suspect, named, described or told beside something else
    ("Police said Dan Hobbs killed the clerk.", "Dan Hobbs killed the clerk"),
    ("Police confirmed that Dan Hobbs shot the clerk.", "Dan Hobbs shot the clerk"),
    ("Police say Dan Hobbs pointed the gun at the boy and pulled the trigger.", "pulled the trigger"),
    ("Police said the baby was shot by her father.", "was shot by her father"),
    ("Police said a gunman killed three people in the arcade.", "a gunman killed three people"),
    ("Police said six people were killed when Dan Hobbs opened fire.", "six people were killed"),
    ("Police said that Dan Hobbs, who killed two guards, was arrested.", "was arrested"),
    ("The sheriff confirmed that Dan Hobbs is the gunman.", "Dan Hobbs is the gunman"),
    ("The prosecution confirmed that Ida Moss stole the money.", "Ida Moss stole the money"),
    # states and armies on each other
    ("Pakistan's army said that Indian troops had killed two villagers.", "Indian troops had killed"),
    ("The Iranian foreign ministry confirmed that Israel had deployed two ships.", "Israel had deployed two ships"),
    ("The army confirmed that rebels had seized two nurses and killed a guard.", "rebels had seized"),
    # a company on its rival
    ("Blue Wing Airlines said Red Star Airlines had closed its hub in Orsey.", "had closed its hub"),
    ("Court documents say Dan Hobbs killed the clerk.", "Dan Hobbs killed the clerk"),
]

#: The same of what stays confirmed.
OWN = [
    ("Police confirmed that a man had died.", "a man had died"),
    ("Police said Dan Hobbs was arrested on Monday.", "Dan Hobbs was arrested"),
    ("Dan Hobbs was charged with killing Ida Moss, police said.", "was charged with killing"),
    ("Police said the storm killed six people.", "the storm killed six people"),
    ("The police chief said that Dan Hobbs had shot himself.", "Dan Hobbs had shot himself"),
    ("Mayor Ada Crane said officers killed the man with a robot.", "officers killed the man"),
    ("The hospital confirmed that nine people were injured.", "nine people were injured"),
    ("The foreign ministry confirmed that all its citizens are safe.", "all its citizens are safe"),
    ("The army said that it bombed the depot.", "it bombed the depot"),
    ("The army confirmed that its troops killed two rebels.", "its troops killed two rebels"),
    ("The Turkish defence ministry said Turkish forces had killed six fighters.", "had killed six fighters"),
    ("Blue Wing Airlines announced that it had closed its hub in Orsey.", "had closed its hub"),
    ("A court found Dan Hobbs guilty of murder.", "found Dan Hobbs guilty"),
    ("A jury found Dan Hobbs guilty of murder on Monday.", "found Dan Hobbs guilty"),
    ("The court ruled that Dan Hobbs had killed the clerk.", "Dan Hobbs had killed the clerk"),
    ("Dan Hobbs was sentenced for killing the clerk, the judge said.", "was sentenced for killing"),
    ("Dan Hobbs admitted that he killed the clerk.", "he killed the clerk"),
]


@pytest.mark.parametrize(("text", "words"), AGAINST)
def test_what_is_said_against_somebody_is_not_confirmed(nlp: Language, text: str, words: str) -> None:
    assert status(brief(nlp, text), words) in ("reported", "unverified")


@pytest.mark.parametrize(("text", "words"), OWN)
def test_what_one_answers_for_is_confirmed(nlp: Language, text: str, words: str) -> None:
    assert status(brief(nlp, text), words) == "confirmed"


@pytest.mark.parametrize(
    "text",
    [
        "The Post has learned from a police source that two people died.",
        "A police source confirmed that two people died.",
        "Two people died, according to a source in the police.",
        "Two people died, according to a person close to the police.",
    ],
)
def test_a_source_of_the_police_is_not_the_police(nlp: Language, text: str) -> None:
    assert status(brief(nlp, text), "wo people died") in ("reported", "unverified")


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Police said a tenant stabbed the guard.", ("a tenant",)),
        ("Police said the storm hit two villages.", ()),
        ("Police said Dan Hobbs did not shoot the guard.", ()),
        ("Dan Hobbs said that he stabbed the guard.", ()),
        ("Dan Hobbs was charged with stabbing the guard, police said.", ()),
    ],
)
def test_whose_harm_a_passage_tells(nlp: Language, text: str, named: tuple[str, ...]) -> None:
    claim = holding(brief(nlp, text), "guard" if "guard" in text else "villages")
    assert claim.evidence[0].of_others == named
