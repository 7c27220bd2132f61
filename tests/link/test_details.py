"""Accounts that differ in a detail: (one report, another, words of the reason), None where both can be so."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.link.test_claims import brief, status

if TYPE_CHECKING:
    from spacy.language import Language

CLOCKS = [
    ("The explosion happened at about 6:10 a.m. at the mill.", "The explosion occurred just after 7 a.m.", "time of"),
    ("The mine collapsed at 4:15 a.m. on Sunday.", "The mine collapsed at 5 a.m. on Sunday.", "time of the collapse"),
    ("The explosion happened at about 6:10 a.m.", "The explosion occurred shortly after 6 a.m.", None),
    ("The explosion happened at about 6:10 a.m.", "Crews were called at 6:50 a.m. to the mill.", None),
    ("The fire broke out at 2 a.m. in the hold.", "The search began at 3 a.m. off Korva.", None),
    ("The explosion happened at about 11 a.m. on Sunday.", "The explosion happened on Sunday afternoon.", "time of"),
    ("The explosion happened at about 2 p.m. on Sunday.", "The explosion happened on Sunday afternoon.", None),
    ("The explosion happened at 2 p.m. on Sunday.", "The explosion happened at 4 p.m. on Saturday.", None),
    ("The explosion happened at 7:30 p.m. on Sunday.", "The explosion happened at 8:30 p.m. ET on Sunday.", None),
    ("The first blast happened at 2 a.m. in the hold.", "The second blast happened at 3 a.m. in the hold.", None),
    ("The shooting happened at 9 p.m. in the 300 block of Mill Street.",
     "The shooting happened at 10 p.m. in the 700 block of Harbour Road.", None),
]  # fmt: skip

DAYS = [
    ("Josip Maro was arrested on Friday.", "Josip Maro was captured in Korva on Saturday.", "day of the arrest"),
    ("Ida Moss died on Thursday.", "Ida Moss, the mayor, died on March 2, her office said.", "day of the death"),
    ("Ida Moss died on Friday night.", "Ida Moss died early Saturday.", None),
    ("Josip Maro was arrested on Friday.", "Ana Brel was arrested on Saturday.", None),
    ("Josip Maro was arrested on February 2.", "Josip Maro was arrested on Saturday.", None),
]

ADDRESSES = [
    ("The shooting happened in the 2300 block of Mill Street East.",
     "The shooting occurred in the 2300 block of Mill Street West, police said.", "address"),
    ("The explosion happened at 41 Quay Road.", "The explosion happened at 14 Quay Road.", "address"),
    ("The explosion happened in the 400 block of Quay Road.", "The explosion happened at 412 Quay Road.", None),
    ("The explosion happened near 41 Quay Road.", "The explosion happened near 45 Quay Road.", None),
    ("The explosion happened at 41 Quay Road.", "The driver lives at 14 Quay Road.", None),
]  # fmt: skip

LENGTHS = [
    ("The siege lasted six hours.", "A nine-hour siege ended on Sunday.", "length of the siege"),
    ("The siege lasted about six hours.", "A seven-hour siege ended on Sunday.", None),
    ("The siege lasted six hours.", "The blackout lasted nine hours.", None),
]

WOUNDS = [
    ("Josip Maro was shot seven times.", "Josip Maro was shot eight times, prosecutors said.", "number of times"),
    ("Josip Maro was stabbed twice.", "Police said Josip Maro, who was stabbed three times, is alive.", "number of"),
    ("Josip Maro was shot seven times.", "Josip Maro was shot at least six times.", None),
    ("Josip Maro was shot seven times.", "Ana Brel was shot eight times.", None),
    ("Josip Maro was shot twice in the arm and once in the leg.", "Josip Maro was shot three times.", None),
]

WORDS = [
    ("Ida Moss was at home with her wife when the storm hit.",
     "Ida Moss was at home with her fiancee on Sunday when the storm hit.", "alike"),
    ("Josip Maro was taken to the clinic by his brother.", "Josip Maro was taken to the clinic by his uncle.", "alike"),
    ("Ida Moss said that his wife was hurt in the storm.", "Ida Moss said that his son was hurt in the storm.", None),
    ("Josip Maro was seen in Korva in a red van.", "Ana Brel was seen in Korva in a blue van.", None),
]  # fmt: skip

NATURES = [
    ("Ida Moss believes that the fire was racially motivated.",
     "Josip Maro, the fire chief, said there was no sign that the fire was racially motivated.", "not “racially"),
    ("Police said the attack was random.", "Ida Moss said the attack was targeted.", "random"),
    ("Police said the crash was an accident.", "Ida Moss, his widow, said the crash was not an accident.", "accident"),
    ("Police said the attack was random.", "Police are looking at whether the attack was targeted.", None),
    ("Police said the attack was not random.", "Ida Moss said the attack was targeted.", None),
    ("“Josip didn't mean it. It was an accident,” Ida Moss said.", "The fire was an accident, police said.", None),
    ("No one was hurt, and police said the fire was an accident.", "The fire was an accident, Ida Moss said.", None),
    ("Ida Moss had no burns that were grave after the fire was accidentally lit.", "The fire was an accident.", None),
    ("Police have not said whether or not the fire was an accident.", "The fire was an accident, Ida Moss said.", None),
    ("The fire was not gang-related, police said.", "The gang-related charges of 2019 were dropped.", None),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other", "because"), [*CLOCKS, *DAYS, *ADDRESSES, *LENGTHS, *WOUNDS, *WORDS, *NATURES])
def test_what_differs_in_a_detail(nlp: Language, one: str, other: str, because: str | None) -> None:
    snapshot = brief(nlp, one, other)
    found = [relation for claim in snapshot.claims for relation in claim.relations if relation.kind == "contradicts"]
    assert (because is None) == (not found), [relation.grounds.because for relation in found]
    assert all(because in relation.grounds.because for relation in found if because is not None)


def test_both_accounts_are_disputed(nlp: Language) -> None:
    snapshot = brief(nlp, "Josip Maro was shot seven times.", "Josip Maro was shot eight times.")
    assert status(snapshot, "seven times") == status(snapshot, "eight times") == "disputed"


def test_an_age_in_dispute_is_so_wherever_it_is_given(nlp: Language) -> None:
    found = "Rescuers found the body of Josip Maro, 26, in the river."
    snapshot = brief(nlp, "Josip Maro, 24, was killed in the flood.", found, "Josip Maro, 24, was a nurse in Korva.")
    assert status(snapshot, "was killed") == status(snapshot, "was a nurse") == "disputed"


def test_a_report_that_gives_two_values_is_left_alone(nlp: Language) -> None:
    two = "The explosion happened at 6 a.m. on Sunday.\n\nThe explosion happened at 9 a.m. on Sunday."
    snapshot = brief(nlp, two, "The explosion happened at 8 a.m. on Sunday.")
    assert not any(claim.relations for claim in snapshot.claims)


def test_what_one_speaker_says_later_takes_the_place_of_it(nlp: Language) -> None:
    snapshot = brief(nlp, "Ida Moss said the attack was random.", "Ida Moss said the attack was not random.")
    assert status(snapshot, "was random") == "superseded"


def test_a_plea_is_disputed_and_the_charge_stands(nlp: Language) -> None:
    charge = "Josip Maro was charged with murder on Sunday."
    snapshot = brief(nlp, charge, "“Josip Maro acted in self-defence,” his lawyer, Ana Brel, said.")
    assert status(snapshot, "self-defence") == "disputed"
    assert status(snapshot, "charged with") != "disputed"


def test_whom_a_plea_tells_to_have_been_shot_makes_none(nlp: Language) -> None:
    charge = "Josip Maro was charged with assault last year."
    snapshot = brief(nlp, charge, "“Josip Maro was shot in self-defence,” the mayor, Ana Brel, said.")
    assert status(snapshot, "self-defence") != "disputed"


def test_a_plea_of_another_is_not_held_against_a_charge(nlp: Language) -> None:
    charge = "Josip Maro was charged with murder on Sunday."
    snapshot = brief(nlp, charge, "“Omar Haddad acted in self-defence,” his lawyer, Ana Brel, said.")
    assert status(snapshot, "self-defence") != "disputed"


def test_a_denial_without_a_doer_meets_what_is_told_in_the_same_words(nlp: Language) -> None:
    snapshot = brief(
        nlp,
        "Neighbours said they called the coastguard 20 minutes before the ferry sank.",
        "The owner said no calls were made to the coastguard before the ferry sank.",
    )
    assert status(snapshot, "called the coastguard") in ("disputed", "denied")
