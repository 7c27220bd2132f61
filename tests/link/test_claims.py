"""Which passages are one claim, and how claims stand to each other: (texts, expected), read by the whole reader."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from standfirst.extract.steps import read_report
from standfirst.ingest.plain import read_plain
from standfirst.model.linked import Claim
from standfirst.model.snapshot import Snapshot
from standfirst.newsroom import snapshot_from

if TYPE_CHECKING:
    from spacy.language import Language


def brief(nlp: Language, *texts: str) -> Snapshot:
    """A snapshot of texts as reports of one outlet each, a day apart."""
    readings = []
    for number, text in enumerate(texts):
        published = f"2024-03-{number + 4:02}T12:00+00:00"
        front = f"---\nheadline: The news of day {number}\noutlet: Outlet {number}\npublished: {published}\n---\n"
        report, problems = read_plain((front + text).encode(), f"r{number}")
        assert report is not None
        assert not problems
        readings.append(read_report(report, nlp(report.text)))
    return snapshot_from(readings)


def holding(snapshot: Snapshot, words: str) -> Claim:
    """The claim whose evidence is most nearly these words."""
    found = [
        (abs(len(item.quote.text) - len(words)), claim.id, claim)
        for claim in snapshot.claims
        for item in claim.evidence
        if words in item.quote.text
    ]
    assert found, words
    return min(found)[2]


def status(snapshot: Snapshot, words: str) -> str:
    claim = holding(snapshot, words)
    return next(one.status for one in snapshot.assessments if one.claim == claim.id)


SAME = [
    ("General Omar Haddad was killed in Tarsin on Monday.", "Omar Haddad was assassinated.", True),
    ("The ferry Blue Star sank off Korva on Monday.", "The ferry Blue Star sank off Korva on Monday.", True),
    ("The ferry Blue Star sank on Monday.", "The ferry Blue Star sank on Thursday.", False),
    ("The storm killed three people in Korva.", "The storm killed five people in Korva.", False),
    ("General Omar Haddad was killed on Monday.", "General Omar Haddad was not killed on Monday.", False),
    ("Ida Moss praised the mayor.", "Ida Moss praised the police.", False),
    ("Ida Moss resigned on Monday.", "Ida Moss, the mayor of Korva, has stepped down.", True),
    ("Ida Moss, who quit on Friday, is in Korva.", "Ida Moss resigned as mayor last week.", True),
    ("The mayor resigned.", "The director stepped down.", False),
    ("Ida Moss will resign.", "Ida Moss has resigned.", False),
    ("About 900 people slept in a school hall in Korva.", "Some 900 residents were put up in the school hall.", True),
    ("About 900 people slept in a school hall.", "About 900 people marched through Korva.", False),
    ("Josip Maro is held in Korva jail with no bail set.", "Josip Maro is held in Korva jail with bail set.", False),
    ("The charges are the result of a long inquiry by the police.",
     "The guilty pleas are the result of a long inquiry by the police.", False),
    ("Both drivers were treated and released from a local hospital.",
     "The two drivers were treated at a local hospital and released.", True),
    ("Josip Maro was shot in Korva and died of his wounds.", "Josip Maro died in Korva.", True),
    ("It is important to note that Ida Moss has resigned.", "Ida Moss resigned.", True),
    ("“On behalf of the port of Korva we thank the crews, the divers and the nurses of the island,” Ida Moss said.",
     "“On behalf of the port of Korva, we thank the crews, the divers and the nurses of the island. Please stay away "
     "from the quay,” Ida Moss said.", True),
    ("“We will repair the harbour, the bridge, the school and the road by May,” Ida Moss said.",
     "“We will not repair the harbour, the bridge, the school and the road by May,” Ida Moss said.", False),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other", "same"), SAME, ids=[one for one, _, _ in SAME])
def test_what_is_one_claim(nlp: Language, one: str, other: str, same: bool) -> None:
    snapshot = brief(nlp, one, other)
    together = any({item.quote.span.report for item in claim.evidence} == {"r0", "r1"} for claim in snapshot.claims)
    assert together is same


#: Two tellings in other words, and near ones that must stay two.
REWORDED = [
    ("The toddler was rushed to a clinic in Korva in a serious condition.",
     "The child was taken to the clinic in Korva in serious condition.", True),
    ("The toddler was rushed to a clinic in Korva in a serious condition.",
     "The child was taken to the clinic in Korva in stable condition.", False),
    ("A gunman opened fire on the guards of the Tarsin dam.", "The attacker shot at guards at the Tarsin dam.", True),
    ("The rebels began shelling the port of Tarsin at dawn.", "Insurgents attacked the port of Tarsin at dawn.", True),
    ("The quake injured 40 people in the villages around Korva.",
     "Forty people were hurt in the villages round Korva, the mayor said.", True),
    ("The firm has shut its paper mill in Korva.", "The company closed the paper mill in Korva on Monday.", True),
    ("The company will shut its mill in Korva, and 300 workers will lose their jobs.",
     "The firm has closed its mill in Korva.", False),
    ("No one was in custody for the blast at the mill.",
     "No one was in custody for the blast at the mill as of Friday.", True),
    ("Seven people were hurt when a tram crashed in Korva.", "A tram crash in Korva injured seven people.", True),
    ("Two people were killed when a tram crashed in Korva.", "Two men and two women were killed in Korva.", False),
    ("Two more divers were injured in the harbour of Korva.", "A diver was hurt in the harbour of Korva.", False),
    ("One diver was taken to the hospital in Korva by boat.",
     "Another diver was taken to the hospital in Korva by boat.", False),
    ("Four sailors were rescued from the barge near Orla.",
     "Four sailors were not rescued from the barge near Orla.", False),
    ("Ida Moss was shot once in the arm.", "Ida Moss was shot twice in the arm.", False),
    ("A 34-year-old man was arrested near the stadium in Korva.",
     "A 35-year-old man was detained near the stadium in Korva.", False),
    ("The first train hit a lorry at the crossing in Orla.",
     "The second train hit a lorry at the crossing in Orla.", False),
    ("Anyone with news of the boat should call the coastguard at 555-0199.",
     "Anyone with news of the boat should call the coastguard at 555-0144.", False),
    ("Three villages were flooded in the north of Korva.",
     "Three villages were inundated in the south of Korva.", False),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other", "same"), REWORDED, ids=[f"{one} {other}" for one, other, _ in REWORDED])
def test_what_is_one_claim_in_other_words(nlp: Language, one: str, other: str, same: bool) -> None:
    snapshot = brief(nlp, one, other)
    together = any({item.quote.span.report for item in claim.evidence} == {"r0", "r1"} for claim in snapshot.claims)
    assert together is same


def test_a_joined_claim_is_worded_by_what_all_tell(nlp: Language) -> None:
    snapshot = brief(
        nlp,
        "The tram crash in Korva injured seven people.",
        "Seven people were hurt in the tram crash, the mayor said.",
    )
    claim = holding(snapshot, "injured seven people")
    assert {(item.mode, item.speaker_text) for item in claim.evidence} == {
        ("narration", None), ("indirect", "the mayor")
    }  # fmt: skip


def test_a_correction_reaches_what_it_corrects_and_nothing_else(nlp: Language) -> None:
    snapshot = brief(
        nlp,
        "The ministry said that the road was open.\n\n"
        "Some media reported that the bridge had fallen, but these reports have since been corrected.",
    )
    assert status(snapshot, "the bridge had fallen") == "corrected"
    assert status(snapshot, "the road was open") != "corrected"


def test_what_has_been_withdrawn_is_retracted(nlp: Language) -> None:
    snapshot = brief(nlp, "Some media reported that the mayor had died, but those reports have since been retracted.")
    assert status(snapshot, "the mayor had died") == "retracted"


def test_what_has_been_corrected_disputes_nothing(nlp: Language) -> None:
    snapshot = brief(
        nlp,
        "Some media reported that rebels had attacked Camp Korva, but these reports have since been corrected.\n\n"
        "Rebels did not attack Camp Korva, said Ida Moss.",
    )
    assert status(snapshot, "rebels had attacked Camp Korva") == "corrected"
    assert status(snapshot, "did not attack Camp Korva") == "reported"


def test_charged_with_one_thing_and_not_another_is_no_dispute(nlp: Language) -> None:
    snapshot = brief(nlp, "Josip Maro was charged with theft on Monday. Josip Maro has not been charged with murder.")
    assert {one.status for one in snapshot.assessments} <= {"reported", "confirmed"}


def test_a_correction_note_corrects_the_earlier_report(nlp: Language) -> None:
    snapshot = brief(
        nlp,
        "Captain Josip Maro was among the dead, a rescuer said.",
        "Correction: An earlier version of this article said that Captain Josip Maro was among the dead. He survived.",
    )
    assert status(snapshot, "Captain Josip Maro was among the dead") == "corrected"


def test_not_yet_is_overtaken_by_a_later_stamp(nlp: Language) -> None:
    snapshot = brief(
        nlp,
        "Ida Moss has not yet resigned.\n\nUPDATE – 3.15pm: Ida Moss has resigned.",
    )
    assert status(snapshot, "has not yet resigned") == "superseded"


def test_the_other_way_round_disputes(nlp: Language) -> None:
    snapshot = brief(
        nlp, "Rebels attacked Camp Korva, the army said.", "Rebels did not attack Camp Korva, said Ida Moss."
    )
    assert status(snapshot, "Rebels attacked Camp Korva") == "disputed"


def test_a_denial_disputes_what_was_told_before(nlp: Language) -> None:
    snapshot = brief(nlp, "An attack on the depot killed a guard. The militia denied responsibility for the attack.")
    assert status(snapshot, "An attack on the depot killed a guard") in ("disputed", "denied")


def test_a_report_cannot_corroborate_itself(nlp: Language) -> None:
    snapshot = brief(
        nlp, "General Omar Haddad was killed on Monday.\n\nOmar Haddad was assassinated, the paper writes."
    )
    assert all(one.status != "corroborated" for one in snapshot.assessments)


def test_one_of_that_name_with_another_office_is_not_the_same_person(nlp: Language) -> None:
    snapshot = brief(
        nlp,
        "Mayor Tomas Keel said on Monday that the harbour was open.",
        "Commander Keel told reporters that two boats had been found.",
    )
    forms = [{entity.name, *entity.aliases} for entity in snapshot.entities if entity.kind == "person"]
    assert not any({"Tomas Keel", "Commander Keel"} <= names for names in forms)


#: What one says, what a later report says, and how the first then stands.
TURNED = [
    ("The leak in the Korva dam was not found for two days.", "The leak in the Korva dam was found.", "reported"),
    ("There were some initial reports that the Korva bridge had been hit.", "The Korva bridge was not hit, Moss said.",
     "superseded"),
    ("The Korva bridge is closed.", "The Korva bridge reopened on Tuesday.", "superseded"),
    ("The Korva bridge is closed.", "The harbour bridge reopened on Tuesday.", "reported"),
    ("The bridge stays shut until Friday.", "The bridge has reopened.", "superseded"),
    ("Trams in Korva were halted.", "Trams in Korva are running again.", "superseded"),
    ("Ida Moss is missing.", "Ida Moss was found alive on Tuesday.", "superseded"),
    ("The person is missing.", "Each person was found dead.", "reported"),
    ("Josip Maro was arrested three times in 1999.", "Josip Maro was released from jail on Tuesday.", "reported"),
    ("Ida Moss has not resigned.", "Ida Moss has resigned.", "superseded"),
    ("Nobody has been hurt so far.", "A clerk was injured in the siege.", "superseded"),
    ("Ballot boxes had gone missing in Korva.", "No ballot boxes were missing, Judge Omar Haddad said.", "disputed"),
    ("Omar Haddad was among the dead.", "Omar Haddad is alive.", "disputed"),
    ("Ida Moss will visit Korva on 5 March 2024.", "Ida Moss visited Korva on Tuesday, 5 March.", "superseded"),
    ("Blue Wing reached an agreement with the port.", "Blue Wing said that no agreement had been reached.", "disputed"),
    ("Divers found a body.", "Divers found a body but not a weapon.", "reported"),
    ("Troops were still searching for Josip Maro.", "Josip Maro was captured in Korva on Tuesday.", "superseded"),
    ("Troops were still searching for Josip Maro.", "Josip Maro was arrested in 2015.", "reported"),
    ("Troops were still searching for Josip Maro.", "Josip Maro had been arrested before.", "reported"),
    ("The hijacker is still at large.", "Police arrested the hijacker on Tuesday.", "superseded"),
    ("The hijacker's brother is still at large.", "Police arrested the hijacker on Tuesday.", "reported"),
    ("The man is still at large.", "Police arrested a man on Tuesday.", "reported"),
    ("No arrests have been made.", "Police arrested a clerk on Tuesday.", "superseded"),
    ("The miners are still trapped.", "All the miners were rescued on Tuesday.", "superseded"),
    ("The miners are still trapped.", "The tourists were rescued on Tuesday.", "reported"),
    ("Ida Moss is in critical condition.", "Ida Moss is in stable condition, the hospital said.", "superseded"),
    ("Ida Moss is in critical condition.", "Omar Haddad is in stable condition, the hospital said.", "reported"),
    ("Ida Moss is in critical condition.", "Ida Moss died on Tuesday.", "superseded"),
    ("The captain has not been identified.", "Police identified the captain as Josip Maro.", "superseded"),
    ("The captain has not been identified.", "Police identified the cook as Josip Maro.", "reported"),
    ("A man aged 19 and a 17-year-old girl have not been identified.",
     "Ida Moss, 17, and Jon Moss, 19, were identified on Tuesday.", "superseded"),
    ("A permit application has not been received yet.", "The council received a permit application.", "superseded"),
    ("A permit application has not been received yet.", "The council received a letter.", "reported"),
    ("Josip Maro is expected to testify in court.", "Josip Maro testified in court on Tuesday.", "superseded"),
    ("Ida Moss will speak at the summit.", "Ida Moss spoke to reporters on Tuesday.", "reported"),
    ("No charges were filed in the case, which is closed.", "A clerk was charged with theft.", "reported"),
]  # fmt: skip


@pytest.mark.parametrize(("early", "late", "expected"), TURNED, ids=[early for early, _, _ in TURNED])
def test_how_a_later_telling_leaves_an_earlier_one(nlp: Language, early: str, late: str, expected: str) -> None:
    assert status(brief(nlp, early, late), early.rstrip(".")) == expected


#: What is told as believed or said at first, the words of it, and how it stands.
AT_FIRST = [
    ("Engineers initially believed that the dam had cracked. Later they learned that a pipe had burst.",
     "the dam had cracked", "superseded"),
    ("Doctors at first thought that the fever was malaria.", "the fever was malaria", "superseded"),
    ("The army initially said that two boats had sunk.", "two boats had sunk", "superseded"),
    ("The blast was initially thought to be a gas leak.", "to be a gas leak", "superseded"),
    ("Officials had earlier identified one of the dead as a guard.", "one of the dead as a guard", "superseded"),
    ("The army said that two boats had sunk.", "two boats had sunk", "reported"),
    ("The army, which initially blamed rebels, said that two boats had sunk.", "two boats had sunk", "reported"),
    ("The owners initially believed in the mine.", "believed in the mine", "reported"),
    ("Both victims were previously identified.", "were previously identified", "reported"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "expected"), AT_FIRST, ids=[text for text, _, _ in AT_FIRST])
def test_what_was_only_believed_at_first(nlp: Language, text: str, words: str, expected: str) -> None:
    assert status(brief(nlp, text), words) == expected


def test_what_was_found_out_supersedes_what_was_believed(nlp: Language) -> None:
    snapshot = brief(nlp, AT_FIRST[0][0])
    (relation,) = holding(snapshot, "a pipe had burst").relations
    assert (relation.kind, relation.to) == ("supersedes", holding(snapshot, "the dam had cracked").id)


#: What is on the record of those who do it, and what only sounds so.
ON_RECORD = [
    ("The coroner ruled the death an accident.", "ruled the death an accident", "confirmed"),
    ("The deaths have been ruled homicides by the county medical examiner.", "ruled homicides", "confirmed"),
    ("Critics ruled the film a failure.", "the film a failure", "reported"),
    ("Josip Maro has been charged with arson.", "has been charged with arson", "confirmed"),
    ("Josip Maro is charged with arson, his lawyer said.", "Josip Maro is charged with arson", "reported"),
    ("The club charged fans 40 crowns.", "charged fans 40 crowns", "reported"),
    ("Fans were charged 40 crowns for parking.", "were charged 40 crowns", "reported"),
    ("Five men have been charged after the riot.", "Five men have been charged", "confirmed"),
    ("Judge Omar Haddad set bail at two million crowns.", "set bail", "confirmed"),
    ("Coach Omar Haddad set a target of ten goals.", "set a target", "reported"),
    ("Josip Maro was arrested on Friday, deputies said.", "Josip Maro was arrested", "confirmed"),
    ("Josip Maro was arrested on Friday, two deputies said.", "Josip Maro was arrested", "unverified"),
    ("Josip Maro was arrested on Friday, company officers said.", "Josip Maro was arrested", "unverified"),
    ("Ida Moss pleaded guilty to fraud and was sentenced to a year in prison.", "pleaded guilty", "confirmed"),
    ("Ida Moss pleaded no contest to fraud.", "pleaded no contest", "confirmed"),
    ("Ida Moss could be sentenced to a year in prison.", "could be sentenced", "reported"),
    ("The girl was identified by the medical examiner's office as Ida Moss.", "as Ida Moss", "confirmed"),
    ("A police source identified the girl as Ida Moss.", "the girl as Ida Moss", "unverified"),
    ("Judge Omar Haddad ruled that the company had broken the law.", "had broken the law", "confirmed"),
    ("Mayor Ida Moss said it's a miracle that nobody was killed.", "nobody was killed", "reported"),
    ("Minister Ida Moss said the most important step is closing the mine.", "is closing the mine", "reported"),
    ("Judge Omar Haddad acknowledged all this information.", "all this information", "reported"),
]


@pytest.mark.parametrize(("text", "words", "expected"), ON_RECORD, ids=[text for text, _, _ in ON_RECORD])
def test_what_is_an_act_on_the_record(nlp: Language, text: str, words: str, expected: str) -> None:
    assert status(brief(nlp, text), words) == expected


DENIED = [
    ("The court denied the request for bail, and Ida Moss stayed in jail.", "Ida Moss stayed in jail", "reported"),
    ("The team was offered a deal, but rejected the offer.", "was offered a deal", "reported"),
    ("Blue Wing denied that it was about to close.", "it was about to close", "denied"),
    ("Josip Maro sold the map, Ida Moss said. Josip Maro rejected this.", "Josip Maro sold the map", "disputed"),
    ("About 900 people spent the night in a school. The owner denied that he had left at night.",
     "About 900 people spent the night in a school", "reported"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "expected"), DENIED, ids=[words for _, words, _ in DENIED])
def test_what_is_denied_and_what_is_only_refused(nlp: Language, text: str, words: str, expected: str) -> None:
    assert status(brief(nlp, text), words) == expected


def test_a_part_of_a_sentence_is_a_claim_only_where_another_tells_it(nlp: Language) -> None:
    alone = brief(nlp, "Ida Moss, who resigned on Friday, met the crews.")
    assert len(alone.claims) == 1
    both = brief(nlp, "Ida Moss, who resigned on Friday, met the crews.", "Ida Moss has stepped down.")
    assert holding(both, "Ida Moss, who resigned on Friday").text == "Ida Moss has stepped down."
    assert holding(both, "met the crews").text == "Ida Moss, who resigned on Friday, met the crews."


UNTOLD = [
    ("Minister Ida Moss has asked people not to panic, Korva Radio reports.", "people not to panic"),
    (
        "Police have not confirmed the driver's name, but neighbours identify him as Josip Maro.",
        "Police have not confirmed the driver's name",
    ),
    ("The clerk asked for a lawyer and would not speak to police after the fire.", "would not speak to police"),
    ("The navy would not call it a mutiny.", "The navy would not call it a mutiny"),
]


@pytest.mark.parametrize(("text", "words"), UNTOLD)
def test_nothing_that_a_sentence_tells_is_left_out(nlp: Language, text: str, words: str) -> None:
    assert any(words in item.quote.text for one in brief(nlp, text).claims for item in one.evidence)


def test_what_was_reported_wrongly_is_found_in_other_reports(nlp: Language) -> None:
    snapshot = brief(
        nlp,
        "Omar Haddad died in the fire.",
        "Early reports that Omar Haddad had died have since been corrected.",
    )
    assert status(snapshot, "Omar Haddad died in the fire") == "corrected"


def test_an_outlets_own_word_that_it_was_wrong_corrects_it(nlp: Language) -> None:
    snapshot = brief(
        nlp,
        "The driver is a former sailor, a source said.",
        "The Post reported on Monday that the driver was a former sailor. This was wrong.",
    )
    assert status(snapshot, "The driver is a former sailor") == "corrected"
