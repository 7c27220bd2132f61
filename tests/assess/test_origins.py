"""Ten outlets with one origin are one voice."""

from __future__ import annotations

import pytest

from standfirst.assess.origins import independent_origins, voices
from standfirst.model.linked import Copy, Entity, Evidence, Grounds
from standfirst.model.reading import Reading
from standfirst.model.report import Report
from tests.assess.made import claim, evidence, person, said


def reading(key: str, outlet: str, *origins: str) -> Reading:
    return Reading(report=Report(id=key, text="x", outlet=outlet), origins=origins)


READINGS = (
    reading("a", "The Post"),
    reading("b", "The Mail"),
    reading("c", "The Sun", "Wire"),
    reading("d", "Dawn", "Wire"),
)


def test_two_outlets_in_their_own_voice_are_two() -> None:
    told = claim(evidence("It fell.", report="a"), evidence("It has come down.", report="b"))
    assert independent_origins(told, voices(READINGS, (), ())) == ("The Mail", "The Post")


def test_the_same_few_words_in_two_outlets_are_one_text() -> None:
    told = claim(evidence("It fell.", report="a"), evidence("They fell.", report="b"))
    assert len(independent_origins(told, voices(READINGS, (), ()))) == 1


def test_two_outlets_that_carry_one_agency_are_one() -> None:
    told = claim(evidence("It fell.", report="c"), evidence("It fell.", report="d"))
    assert independent_origins(told, voices(READINGS, (), ())) == ("Wire",)


def test_a_copy_is_the_voice_of_its_original() -> None:
    copy = Copy(report="b", of="a", kind="syndicated", grounds=Grounds(rule="shingles", because="shared"))
    told = claim(evidence("It fell.", report="a"), evidence("It fell.", report="b"))
    assert independent_origins(told, voices(READINGS, (), (copy,))) == ("The Post",)


def test_one_speaker_in_many_outlets_is_one() -> None:
    told = claim(*(said("it fell", "Moss", report=key, speaker="e1") for key in "ab"))
    assert independent_origins(told, voices(READINGS, (person("e1", "Ida Moss"),), ())) == ("Ida Moss",)


def test_an_outlets_own_telling_adds_nothing_to_a_speaker() -> None:
    told = claim(said("it fell", "Moss", report="a", speaker="e1"), evidence("It fell.", report="b"))
    assert independent_origins(told, voices(READINGS, (person("e1", "Ida Moss"),), ())) == ("Ida Moss",)


def test_unnamed_sources_never_add_up() -> None:
    unnamed = [
        said("it fell", who, report=key, source_kind="unnamed") for who, key in (("an aide", "a"), ("officials", "b"))
    ]
    known = voices(READINGS, (person("e1", "Ida Moss"),), ())
    assert independent_origins(claim(*unnamed), known) == ("unnamed sources",)
    assert independent_origins(claim(*unnamed, said("it fell", "Moss", speaker="e1")), known) == ("Ida Moss",)


def test_a_minister_and_her_ministry_are_one() -> None:
    minister = person("e1", "Ada Crane", "transport minister")
    told = claim(
        said("it fell", "Crane", speaker="e1"),
        said("it fell", "the transport ministry", source_kind="body", report="b"),
    )
    assert len(independent_origins(told, voices(READINGS, (minister,), ()))) == 1


@pytest.mark.parametrize(
    ("one", "other", "voices_told"),
    [
        (said("he carries a knife and may flee", "the poster", source_kind="role"),
         said("he carries a knife and may flee abroad", "Lomond police", speaker="e9"), 1),
        (said("he left", "police", source_kind="body"), said("he ran away", "Lomond police", source_kind="body"), 1),
        (said("he left", "police", source_kind="body"), said("he ran away", "the mayor", source_kind="role"), 2),
        (evidence("A pistol was found at the old mill.", report="a"),
         evidence("A pistol was found at the old mill.", report="b"), 1),
        (evidence("A pistol was found at the mill on Friday night by two guards.", report="a"),
         evidence("On Friday night a pistol was found at the mill by two guards on their way.", report="b"), 1),
    ],
)  # fmt: skip
def test_like_words_are_one_voice(one: Evidence, other: Evidence, voices_told: int) -> None:
    police = Entity(id="e9", name="Lomond police", kind="organisation")
    assert len(independent_origins(claim(one, other), voices(READINGS, (police,), ()))) == voices_told
