"""Each status by its rule, in the smallest case that shows it; and what must not be confirmed."""

from __future__ import annotations

import pytest

from standfirst.assess.case import Case, Inbound
from standfirst.assess.rules import RULES
from standfirst.model.linked import Claim, Entity
from tests.assess.made import claim, event, evidence, person, said

MINISTER = person("e1", "Ada Crane", "transport minister")


def status(
    made: Claim, *inbound: Inbound, origins: tuple[str, ...] = ("The Post",), entities: tuple[Entity, ...] = (MINISTER,)
) -> str:
    case = Case(
        claim=made, origins=origins, inbound=inbound, entities={entity.id: entity for entity in entities}, points=()
    )
    return next(rule.status for rule in RULES if rule.applies(case) is not None)


def test_what_one_outlet_tells_is_reported() -> None:
    assert status(claim(evidence("The bridge fell."))) == "reported"


def test_two_origins_corroborate() -> None:
    assert status(claim(evidence("The bridge fell.")), origins=("The Post", "The Mail")) == "corroborated"


def test_unnamed_sources_alone_verify_nothing() -> None:
    assert status(claim(said("the bridge was weak", "an engineer", source_kind="unnamed"))) == "unverified"


@pytest.mark.parametrize(
    ("text", "who", "expected"),
    [
        ("the bridge had been weak for years", "investigators", "reported"),
        ("the bridge had been weak for years", "Hale County prosecutors", "reported"),
        ("the bridge had been weak for years", "two investigators", "unverified"),
        ("the bridge had been weak for years", "former investigators", "unverified"),
        ("the bridge had been weak for years", "officials", "unverified"),
        ("the bridge had been weak for years", "a police source", "unverified"),
        ("the bridge had been weak for years", "officers", "reported"),
        ("the bridge had been weak for years", "hospital officials", "reported"),
        ("the bridge had been weak for years", "two hospital officials", "unverified"),
        ("the bridge had been weak for years", "a spokeswoman for the Hale Bridge Trust", "reported"),
        ("the bridge had been weak for years", "he", "unverified"),
        ("she heard a crack before the bridge fell", "a neighbour", "reported"),
        ("they saw a lorry in the river", "some villagers", "reported"),
        ("the minister had heard of the crack", "a neighbour", "unverified"),
        ("she heard a crack before the bridge fell", "a police source", "unverified"),
    ],
)
def test_a_corps_and_a_witness_are_no_hidden_sources(text: str, who: str, expected: str) -> None:
    assert status(claim(said(text, who, source_kind="unnamed"))) == expected


def test_a_quotation_whose_speaker_stays_open_is_no_hidden_source() -> None:
    assert status(claim(said("It was weak for years", "he", source_kind="unnamed", mode="direct"))) == "reported"


@pytest.mark.parametrize("text", ["the bridge was allegedly weak", "a reportedly weak bridge fell"])
def test_what_the_report_calls_alleged_is_unverified(text: str) -> None:
    assert status(claim(evidence(text))) == "unverified"


def test_the_one_who_did_it_owns_to_it() -> None:
    owned = claim(said("Crane closed the bridge", "Crane", speaker="e1"), event=event("CLOSE", agents=("e1",)))
    assert status(owned) == "confirmed"


def test_a_body_answerable_confirms() -> None:
    told = claim(said("two people died", "the police", source_kind="body"), event=event("DIE"))
    assert status(told) == "confirmed"


def test_a_body_does_not_confirm_what_it_does_not_answer_for() -> None:
    told = claim(said("the bank was sold", "the police", source_kind="body"), event=event("BUY"))
    assert status(told) == "reported"


def test_a_named_bystander_confirms_nothing() -> None:
    told = claim(said("two people died", "Ida Moss", speaker="e2"), event=event("DIE"))
    assert status(told, entities=(person("e2", "Ida Moss"),)) == "reported"


def test_an_opinion_is_not_confirmed() -> None:
    told = claim(said("it was a disgrace", "Crane", speaker="e1", mode="direct", confirms=True), factuality="opinion")
    assert status(told) == "reported"


def _inbound(kind: str, by: Claim) -> Inbound:
    return Inbound(kind=kind, by=by, because="because")


def test_what_is_corrected_is_never_confirmed() -> None:
    told = claim(said("two people died", "the police", source_kind="body"), event=event("DIE"))
    assert status(told, _inbound("corrects", claim(evidence("that was wrong")))) == "corrected"


def test_a_denial_by_another_disputes_and_by_the_one_concerned_denies() -> None:
    told = claim(evidence("The Line sank the boat."), event=event("SINK", agents=("e9",)))
    by_other = claim(said("it did", "a rival", speaker="e8", stance="denies"))
    by_self = claim(said("it did", "The Line", speaker="e9", stance="denies"))
    assert status(told, _inbound("contradicts", by_other)) == "disputed"
    assert status(told, _inbound("contradicts", by_self)) == "denied"


def test_a_newer_state_supersedes() -> None:
    assert (
        status(claim(evidence("The port is shut.")), _inbound("supersedes", claim(evidence("It opened."))))
        == "superseded"
    )


def _says(words: str, who: str, kind: str = "body", **fields: object) -> Claim:
    """A claim that somebody without an entity says, with its event."""
    made = fields.pop("event", None)
    return claim(said(words, who, source_kind=kind, **fields), event=made)


LINE = Entity(id="e3", name="Blue Wing", kind="organisation")
MOSS = person("e4", "Ida Moss")
DEED = event("BUY", agents=("~it",))


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        # a spokesperson without a name is the body's voice, an official without one is not
        (_says("two died", "a police spokeswoman", "unnamed", event=event("DIE")), "confirmed"),
        (_says("two died", "a police officer", "unnamed", event=event("DIE")), "unverified"),
        (_says("the gun was a toy", "investigators", "unnamed", confirms=True), "confirmed"),
        # "it" in what a body announces is that body; that it did not do it is no confession
        (claim(said("it had bought the line", "Blue Wing", speaker="e3"), event=DEED), "confirmed"),
        (claim(said("the port sold the line", "Blue Wing", speaker="e3"), event=event("BUY")), "reported"),
        (claim(said("it closed no port", "Blue Wing", speaker="e3"),
               event=event("CLOSE", agents=("e3",), polarity="negative")), "reported"),
        # an admission, of one's own deed or of anything where a body makes it
        (claim(said("two gates were opened", "Blue Wing", speaker="e3", cue="admitted")), "confirmed"),
        (claim(said("her son was there", "Crane", speaker="e1", cue="admitted")), "reported"),
        # an act on the record, told by the outlet
        (claim(evidence("Police named the man."), event=event("IDENTIFY", agents=("~police",))), "confirmed"),
        (claim(evidence("Neighbours named the man."), event=event("IDENTIFY", agents=("~neighbours",))), "reported"),
        (claim(evidence("Police shot the man."), event=event("SHOOT", agents=("~police",))), "reported"),
        (_says("he was from Korva", "the source", "role"), "unverified"),
        # what another did is confirmed by nobody but a court that found it
        (_says("Moss killed him", "the police", event=event("KILL"), of_others=("Moss",)), "reported"),
        (_says("Moss killed him", "the police", confirms=True, of_others=("Moss",)), "reported"),
        (_says("Moss killed him", "the court", cue="ruled", of_others=("Moss",)), "confirmed"),
        (_says("Moss killed him", "the judge", cue="said", of_others=("Moss",)), "reported"),
        (_says("Moss killed him", "court papers", "document", cue="found", of_others=("Moss",)), "reported"),
        (claim(evidence("A jury convicted Moss, who killed him.", of_others=("who",)),
               event=event("CONVICT", agents=("~jury",))), "confirmed"),
        (_says("two died", "a police source", confirms=True, event=event("DIE")), "unverified"),
        # somebody who drops to the ground reduces nothing
        (claim(said("she dropped to the ground", "Moss", speaker="e4"),
               event=event("REDUCE", agents=("e4",))), "reported"),
        (claim(said("it cut its staff", "Blue Wing", speaker="e3"),
               event=event("REDUCE", agents=("e3",))), "confirmed"),
    ],
)  # fmt: skip
def test_whose_word_confirms(made: Claim, expected: str) -> None:
    assert status(made, entities=(MINISTER, LINE, MOSS)) == expected


def test_an_opinion_of_two_is_not_corroborated() -> None:
    told = claim(said("it had to do with money", "Ida Moss"), factuality="opinion")
    assert status(told, origins=("Ida Moss", "Omar Haddad")) == "reported"


def test_what_is_only_told_as_denied_is_denied() -> None:
    told = claim(said("it was about to close", "the airline", stance="denies", cue="denied"), factuality="denied")
    assert status(told) == "denied"


def test_outlets_tell_nothing_beside_unnamed_sources() -> None:
    told = claim(evidence("It fell."), said("it fell", "a guard", source_kind="unnamed"))
    assert status(told, origins=("unnamed sources",)) == "unverified"
