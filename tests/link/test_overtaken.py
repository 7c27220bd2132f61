"""States that a later report ends, and those that nothing has ended: (early, late, whether the early one is over)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from standfirst.lexicon.parts import part_nouns
from standfirst.lexicon.stages import stages
from standfirst.lexicon.unnamed import unnamed_pattern
from tests.link.test_claims import brief, holding, status

if TYPE_CHECKING:
    from spacy.language import Language

#: Sought, and caught or not.
SOUGHT = [
    ("Police are looking for the gunman.", "Josip Maro was arrested on Tuesday in the shooting. Maro is 30.", True),
    ("Police are looking for the gunman.", "Police arrested a man on Tuesday in the shooting.", True),
    ("Police are looking for two gunmen.", "Josip Maro was arrested on Tuesday in the shooting. Maro is 30.", False),
    ("Police are looking for the gunman.", "Police arrested a second suspect on Tuesday.", False),
    ("Police are looking for the gunman.",
     "Josip Maro was arrested on Tuesday. The gunman is still at large, and police are looking for the gunman.", False),
    ("Police are looking for the ferry.", "Police arrested a man on Tuesday.", False),
    ("The gunman is still at large.", "Josip Maro was arrested in an unrelated case. Maro is 30.", False),
    ("A warrant is out for Josip Maro.", "Josip Maro turned himself in on Tuesday.", True),
    ("A warrant is out for Josip Maro.", "Ida Moss turned herself in on Tuesday.", False),
    ("There have been no arrests.", "A clerk was held and charged with arson on Tuesday.", True),
    ("No charges have been filed.", "Police arrested a clerk on Tuesday.", False),
    ("No arrests have been made in those cases.", "Police arrested a clerk on Tuesday.", False),
    ("No arrests have been made.", "A camera captured the blast on Tuesday.", False),
    ("Nobody is in custody.", "Two men have been charged with arson.", False),
]  # fmt: skip

#: Without a name, and named or not.
NAMED = [
    ("One man drowned. The victim has not been identified.", "Josip Maro, 40, drowned on Monday.", True),
    ("A woman died in the flood. Her name was not released.", "Ida Moss died in the flood on Monday.", True),
    ("A 40-year-old man died in the flood. His name was not released.", "Josip Maro, 52, died in the flood.", False),
    ("The victims have not been identified.", "Josip Maro, 40, and Ida Moss, 38, were killed in the quake.", True),
    ("The victims have not been identified.", "Josip Maro, 40, was killed in the quake.", False),
    ("The victims have not been identified.", "The victims were identified on Tuesday.", True),
    ("One man died. The second victim has not been identified.", "Josip Maro, 40, died on Monday.", False),
    ("The victim has not been identified.", "Josip Maro and Ida Moss died on Monday.", False),
    ("The victim has not been identified.", "Josip Maro was arrested on Tuesday.", False),
    ("Police have not identified the suspect.", "Josip Maro was charged with arson on Tuesday.", True),
    ("The boy is a minor who was not named.", "Josip Maro, 15, died on Monday.", False),
    ("The victim has not been identified.", "The man has not been identified. Josip Maro was killed in May.", False),
]  # fmt: skip

#: Ahead of a court, and come about or not.
COURT = [
    ("Josip Maro faces up to ten years in prison.", "Josip Maro was sentenced to four years in prison.", True),
    ("Josip Maro faces up to ten years in prison.", "Josip Maro was convicted of arson on Tuesday.", False),
    ("Josip Maro is charged with arson.", "Josip Maro pleaded guilty on Tuesday to arson.", True),
    ("Josip Maro is charged with arson.", "Josip Maro pleaded not guilty on Tuesday.", False),
    ("Josip Maro is due in court on Monday.", "Josip Maro appeared in court on Tuesday.", True),
    ("Josip Maro is due in court on Monday.", "Josip Maro is due in court on Friday.", False),
    ("Josip Maro was arrested. A preliminary hearing is scheduled for Monday.",
     "Josip Maro was bound over for trial on Tuesday.", True),
    ("Josip Maro is charged with arson.", "Ida Moss was convicted of arson on Tuesday.", False),
    ("Josip Maro is charged with arson.", "Josip Maro could be convicted of arson on Tuesday.", False),
    ("A preliminary hearing is scheduled for Monday.", "The hearing was held on Tuesday.", True),
    ("He has not been charged in the killing.", "A man has been charged in the killing.", False),
    ("Josip Maro is awaiting extradition.", "Josip Maro was extradited on Tuesday.", True),
    ("The state is preparing to extradite Josip Maro.", "Josip Maro was extradited on Tuesday.", True),
]  # fmt: skip


def _last_sentence(text: str) -> str:
    return text.rstrip(".").split(". ")[-1]


@pytest.mark.parametrize(("early", "late", "over"), SOUGHT + NAMED + COURT)
def test_what_a_later_report_ends(nlp: Language, early: str, late: str, over: bool) -> None:
    assert (status(brief(nlp, early, late), _last_sentence(early)) == "superseded") is over


def test_nothing_is_ended_by_what_came_before(nlp: Language) -> None:
    early, late, _ = SOUGHT[0]
    assert status(brief(nlp, late, early), _last_sentence(early)) == "reported"


def test_only_the_part_that_is_over_is_superseded(nlp: Language) -> None:
    early = "The ferry sank in the strait off Korva in heavy seas, and the victim has not been identified."
    snapshot = brief(nlp, early, "Josip Maro, 40, drowned in the strait on Monday.")
    (over,) = [one for one in snapshot.assessments if one.status == "superseded"]
    (claim,) = [one for one in snapshot.claims if one.id == over.claim]
    assert claim.evidence[0].quote.text == "the victim has not been identified"
    assert "named since" in over.grounds.because
    assert [one.to for one in holding(snapshot, "drowned").relations] == [claim.id]


@pytest.mark.parametrize(
    ("words", "kind", "stage"),
    [
        ("sentencing is set for may", "ahead", 7),
        ("her trial is set for june", "ahead", 5),
        ("charges are pending", "ahead", 1),
        ("she was sentenced to nine years", "done", 7),
        ("a convicted felon", "done", None),
        ("he was bound over for trial", "done", 4),
    ],
)
def test_stages_of_a_case(words: str, kind: str, stage: int | None) -> None:
    assert next((number for number, _ in stages(kind, words)), None) == stage


@pytest.mark.parametrize(
    ("words", "unnamed"),
    [
        ("the names of the crew have not been released", True),
        ("the coroner declined to name the victim", True),
        ("officials are working to identify the dead", True),
        ("the driver was named on monday", False),
        ("she named the ship after her mother", False),
    ],
)
def test_words_for_having_no_name_yet(words: str, unnamed: bool) -> None:
    assert (unnamed_pattern().search(words) is not None) is unnamed


def test_no_noun_is_on_two_sides() -> None:
    sides = [part_nouns(side, many=many) for side in ("doer", "harmed", "anybody") for many in (False, True)]
    assert not any(one & other for place, one in enumerate(sides) for other in sides[place + 1 :])
