"""States that a later report ends, and those that nothing has ended: (early, late, whether the early one is over)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from standfirst.lexicon.endings import lasting_states
from standfirst.lexicon.parts import part_nouns
from standfirst.lexicon.stages import stages
from standfirst.lexicon.tables import rows
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
    ("Police want help locating the gunman.", "Josip Maro surrendered on Tuesday. Maro is 30.", True),
    ("Police want help locating the owner of the dog.", "Josip Maro was arrested on Tuesday. Maro is 30.", False),
    ("Josip Maro has not been caught.", "Josip Maro was arrested on Tuesday.", True),
    ("Police are hunting the gunman.", "Josip Maro was arrested on Tuesday. Maro is 30.", True),
    ("Police have made no arrests.", "A clerk was arrested on Tuesday.", True),
    ("There are no suspects.", "Police arrested a clerk on Tuesday over the blaze.", True),
    ("Police have not said whether there were any arrests.", "A clerk was arrested on Tuesday.", True),
    ("There are no other suspects.", "Police arrested a clerk on Tuesday.", False),
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
    ("Police have not formally confirmed the gunman's name.", "Police identified the suspect as Josip Maro.", True),
    ("She declined to name the suspect.", "Police identified the gunman as Josip Maro, 40.", True),
    ("The gunman remains unidentified.", "Police identified a second suspect as Josip Maro.", False),
    ("The gunman remains unidentified.", "Police identified the victim as Josip Maro.", False),
    ("The navy is withholding the name of the victim.", "The navy identified the victim as Josip Maro.", True),
    ("Police have not confirmed the identity of the victim.", "Relatives identified the victim as Josip Maro.", False),
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

#: In force or lasting, and over or not.
LASTING = [
    ("A curfew is in force in Korva.", "The curfew was lifted on Tuesday.", True),
    ("A curfew is in force in Korva.", "The curfew will be lifted once the rain has stopped.", False),
    ("A curfew is in force in Korva.", "The curfew in Belmar was lifted on Tuesday.", False),
    ("The army imposed a curfew in 1998.", "The curfew was lifted on Tuesday.", False),
    ("Residents of the valley are under an evacuation order.", "The evacuation order was lifted on Tuesday.", True),
    ("Residents of the valley are under an evacuation order.", "The evacuation order has not been lifted.", False),
    ("A boil-water notice has been issued.", "The boil-water notice was lifted on Tuesday.", True),
    ("A flood warning is in force for the coast.", "The flood warning for the coast has expired.", True),
    ("A flood warning is in force for the coast.", "The tsunami drill was cancelled on Tuesday.", False),
    ("The school is on lockdown.", "The lockdown at the school has been lifted.", True),
    ("The school was briefly on lockdown.", "The lockdown at the school has been lifted.", False),
    ("Thousands of homes are without power.", "Power has been restored to every home.", True),
    ("Thousands of homes are without power.", "Crews hope that power will be restored by Friday.", False),
    ("Bus drivers are on strike.", "The drivers called off their strike on Tuesday.", True),
    ("Bus drivers are on strike.", "Nurses said on Tuesday that they would not call off their strike.", False),
    ("The fire is still burning in the hills.", "Firefighters have put out the fire in the hills.", True),
    ("The siege is still under way.", "The siege ended on Tuesday.", True),
    ("Votes are still being counted.", "Ida Moss has been declared the winner.", True),
    ("The tanker is still aground.", "The tanker was refloated on Tuesday.", True),
    ("The jury is still deliberating.", "The jury found the captain guilty on Tuesday.", True),
    ("The cause of death is pending.", "The coroner ruled on Tuesday that the captain drowned.", True),
    ("Police are not calling the deaths a suicide.", "The deaths were declared a suicide on Tuesday.", True),
    ("The cause of the fire is under investigation.", "The fire was caused by a gas leak, inspectors found.", True),
    ("The cause of the fire is under investigation.", "The fire caused damage to three houses.", False),
]  # fmt: skip

#: In one condition, and out of it or not.
CONDITION = [
    ("A 12-year-old boy is in critical condition.", "Josip Maro, 12, died on Tuesday.", True),
    ("A 12-year-old boy is in critical condition.", "Josip Maro, 40, died on Tuesday.", False),
    ("The crash left a 12-year-old boy in critical condition.", "Josip Maro, 12, died on Tuesday.", True),
    ("A 12-year-old boy is in critical condition.", "The crash killed a girl and hurt a boy, 12.", False),
    ("Josip Maro is on life support.", "Josip Maro died on Tuesday.", True),
    ("Josip Maro is fighting for his life.", "Ida Moss died on Tuesday.", False),
    ("Josip Maro had been in intensive care in May.", "Josip Maro died on Tuesday.", False),
]  # fmt: skip


def _last_sentence(text: str) -> str:
    return text.rstrip(".").split(". ")[-1]


@pytest.mark.parametrize(("early", "late", "over"), SOUGHT + NAMED + COURT + LASTING + CONDITION)
def test_what_a_later_report_ends(nlp: Language, early: str, late: str, over: bool) -> None:
    assert (status(brief(nlp, early, late), _last_sentence(early)) == "superseded") is over


@pytest.mark.parametrize(
    ("early", "late"),
    [
        ("Police urged the gunman to turn himself in", "Josip Maro was arrested on Tuesday. Maro is 30."),
        ("The city has issued a boil-water notice", "The boil-water notice was lifted on Tuesday."),
    ],
)
def test_what_is_asked_or_ordered_is_read_with_who_asks(nlp: Language, early: str, late: str) -> None:
    snapshot = brief(nlp, f"{early}.", late)
    (claim,) = [one for one in snapshot.claims if one.text == early]
    assert [one.status for one in snapshot.assessments if one.claim == claim.id] == ["superseded"]


def test_a_report_that_tells_the_outcome_at_its_top_ends_what_it_expected(nlp: Language) -> None:
    early = "Sentencing is expected to take place."
    told = "Josip Maro was sentenced to nine years in prison on Monday."
    between = "The ferry sank in the strait. Twelve people drowned. The captain swam ashore. Divers found the wreck."
    assert status(brief(nlp, f"{told} {between} {early}"), early) == "superseded"
    assert status(brief(nlp, f"{told} {between} His sentencing in the other case is set for May."), "His") == "reported"


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
        ("the name of the deceased is being kept secret", True),
        ("the ministry gave no names", True),
        ("police have not said who he is", True),
        ("a formal identification has yet to take place", True),
        ("police have confirmed the name of the dead man", False),
        ("the driver was named on monday", False),
        ("she named the ship after her mother", False),
    ],
)
def test_words_for_having_no_name_yet(words: str, unnamed: bool) -> None:
    assert (unnamed_pattern().search(words) is not None) is unnamed


@pytest.mark.parametrize("row", rows("endings.tsv"), ids=[row[-1] for row in rows("endings.tsv")])
def test_every_example_of_what_lasts_is_one(row: tuple[str, ...]) -> None:
    assert [one for one in lasting_states() if one.lasts.search(row[-1])]


@pytest.mark.parametrize(
    ("words", "over"),
    [
        ("the strike was called off", True),
        ("nurses returned to work", True),
        ("the blaze was brought under control", True),
        ("faulty wiring was blamed for the fire", True),
        ("the medical examiner said he died of drowning", True),
        ("the curfew has not been lifted", False),
        ("the man who caused the fire is in hospital", False),
        ("the drivers voted to strike", False),
    ],
)
def test_words_by_which_it_is_over(words: str, over: bool) -> None:
    assert any(one.over.search(words) for one in lasting_states()) is over


def test_no_noun_is_on_two_sides() -> None:
    sides = [part_nouns(side, many=many) for side in ("doer", "harmed", "anybody") for many in (False, True)]
    assert not any(one & other for place, one in enumerate(sides) for other in sides[place + 1 :])
