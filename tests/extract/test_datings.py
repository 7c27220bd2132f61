"""(text, time, what it dates, line): a date belongs to what it modifies, and to nothing where that cannot be."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import spacy
from spacy.tokens import Doc

from standfirst.extract.datings import _with_noun
from standfirst.extract.steps import read_report
from standfirst.ingest.plain import read_plain
from standfirst.model.reading import Dating, Reading, Timex
from standfirst.model.report import Report
from standfirst.newsroom import snapshot_from

if TYPE_CHECKING:
    from spacy.language import Language

#: Each stands in a report of Wednesday 6 March 2024; the words dated, nearest first, and the line that tells it.
CASES = [
    # participles and nouns
    ("Police are searching for a man charged in the Monday attack on his shed.", "Monday", "attack", None),
    (
        "The shed was raised with timber that was stolen in Korva in 1995.",
        "1995",
        "stolen",
        "timber was stolen in Korva in 1995",
    ),
    (
        "A complaint filed on Monday says the mill is unsafe.",
        "Monday",
        "filed complaint",
        "A complaint filed on Monday",
    ),
    (
        "Nobody has been named over last month's attack on the old mill.",
        "last month",
        "attack",
        "last month's attack on the old mill",
    ),
    (
        "The explosion on Monday killed two men and cut off the village.",
        "Monday",
        "explosion killed",
        "The explosion on Monday killed two men",
    ),
    # parts of a day, deeds that somebody is blamed for, events between news and a time that is over
    (
        "The mate is accused of steering the barge drunk in the early morning hours of March 2.",
        "March 2",
        "steering",
        "The mate is accused of steering the barge drunk in the early morning hours of March 2.",
    ),
    (
        "The flood took the bridge in the late evening hours of March 2.",
        "March 2",
        "took",
        "The flood took the bridge in the late evening hours of March 2.",
    ),
    (
        "A deputy has been held in connection with an explosion at the mill on Sunday that cost two lives.",
        "Sunday",
        "explosion",
        "an explosion at the mill on Sunday",
    ),
    (
        "The court has charged two men with the attack on the mill on Monday.",
        "Monday",
        "attack",
        "the attack on the mill on Monday",
    ),
    # saying and what is said
    (
        "The board said on Monday it had found a leak in the pipe.",
        "Monday",
        "said",
        "The board said on Monday it had found a leak in the pipe.",
    ),
    (
        "The board said a pipe had burst on Monday near the old mill.",
        "Monday",
        "burst",
        "a pipe had burst on Monday near the old mill",
    ),
    (
        "She said in a statement on Monday that the valley was safe.",
        "Monday",
        "said",
        "She said in a statement on Monday that the valley was safe.",
    ),
    # relative clauses
    (
        "Ida Moss, who was arrested on Monday, has denied that she was there.",
        "Monday",
        "arrested",
        "Ida Moss was arrested on Monday",
    ),
    (
        "The owner of a barge that sank in 2010 has left the valley.",
        "2010",
        "sank",
        "The owner of a barge that sank in 2010",
    ),
    ("Ida Moss knew the miller from a talk they had on Monday.", "Monday", "had", None),
    # since
    (
        "The body found on Monday was that of the miller who had been missing since Saturday.",
        "Saturday",
        "missing",
        None,
    ),
    (
        "Ida Moss, who has been on the board since 2010, opened the mill.",
        "2010",
        "board",
        "Ida Moss has been on the board since 2010",
    ),
    # one moment
    (
        "At least nine people were on board the barge when it sank on Monday.",
        "Monday",
        "sank barge",
        "At least nine people were on board the barge when it sank on Monday.",
    ),
    (
        "Two people died when a bus hit the quay wall on Monday.",
        "Monday",
        "hit died",
        "a bus hit the quay wall on Monday",
    ),
    (
        "Two people were killed in Monday's attack on the old mill.",
        "Monday",
        "attack killed",
        "Two people were killed in Monday's attack on the old mill.",
    ),
    ("A man was charged in Monday's attack on the old mill.", "Monday", "attack", "Monday's attack on the old mill"),
    (
        "Ida Moss is expected to appear in court on Friday in Korva.",
        "Friday",
        "appear expected",
        "Ida Moss is expected to appear in court on Friday in Korva.",
    ),
    (
        "The board announced its exit from Korva, planned for June this year.",
        "June this year",
        "planned",
        "The board announced its exit from Korva, planned for June this year.",
    ),
    (
        "Speaking on Monday, Ida Moss said the valley was safe.",
        "Monday",
        "Speaking said",
        "Speaking on Monday, Ida Moss said the valley was safe.",
    ),
]


def reading_of(nlp: Language, text: str) -> Reading:
    """The reading of one report of that day."""
    front = "---\nheadline: News from the valley\noutlet: The Lamp\npublished: 2024-03-06T18:00+00:00\n---\n"
    report, _ = read_plain((front + text).encode(), "a")
    assert report is not None
    return read_report(report, nlp(report.text))


def dating(reading: Reading, words: str) -> Dating | None:
    return next((one for one in reading.datings if reading.report.words(one.timex) == words), None)


@pytest.mark.parametrize(("text", "time", "heads", "line"), CASES, ids=[case[0] for case in CASES])
def test_what_a_time_dates(nlp: Language, text: str, time: str, heads: str, line: str | None) -> None:
    reading = reading_of(nlp, text)
    found = dating(reading, time)
    assert found is not None
    assert " ".join(reading.report.words(head) for head in found.heads) == heads
    assert (" ".join(reading.report.words(piece) for piece in found.line) or None) == line


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("It was the deadliest attack since 2001, the board said.", "2001"),
        ("The old mill employed more people than in 2019, the board said.", "2019"),
        ("The toll has not changed much since the class of 2005 left.", "2005"),
        ("A woman read the Monday paper on the quay beside the mill.", "Monday"),
        ("The hearing was held on Monday or Tuesday, the board said.", "Monday"),
        ("No letter reached us, in January, in February or at any other time.", "January"),
        ("No letter reached us, in January, in February or at any other time.", "February"),
        ("Around midnight, guards were called to the mill.", "midnight"),
        ("Guards are watching the quay wall near the mill Monday.", "Monday"),
        ("The river fell to its lowest level since 2001, the board said.", "2001"),
        ("The mill has not closed at noon since 2001, the board said.", "2001"),
        ("The board was preparing for Christmas in the valley.", "Christmas"),
        ("The court has charged two men with murder Monday.", "Monday"),
        ("The court has charged two men with the attack on the mill Monday.", "Monday"),
        ("The mill's birthday would have been on Monday, the board said.", "Monday"),
        ("“Today’s list is better than yesterday’s.”", "yesterday"),
    ],
)
def test_a_time_that_dates_nothing_told(nlp: Language, text: str, time: str) -> None:
    assert dating(reading_of(nlp, text), time) is None


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("Ida Moss gave a speech in Korva on Monday.", "speech"),
        ("The trial began on Monday in Korva.", "trial"),
        ("The mayor praised the agreement reached on Monday.", "agreement"),
        ("An agreement was signed on Monday.", "agreement"),
    ],
)
def test_a_noun_has_the_time_of_the_verb_that_carries_it(nlp: Language, text: str, noun: str) -> None:
    event = next(one for one in reading_of(nlp, text).events if one.lemma == noun)
    assert event.when is not None
    assert str(event.when.start) == "2024-03-04"


def test_a_noun_has_no_time_of_another_verb(nlp: Language) -> None:
    event = next(one for one in reading_of(nlp, "She praised the speech on Monday.").events if one.lemma == "speech")
    assert event.when is None


def test_a_claim_is_dated_by_its_own_event_alone(nlp: Language) -> None:
    reading = reading_of(
        nlp, "Ida Moss met a man charged in the Monday attack on the mill. The mill burned on Tuesday."
    )
    dated = {claim.text: claim.when and str(claim.when.start) for claim in snapshot_from([reading]).claims}
    assert dated["Ida Moss met a man charged in the Monday attack on the mill."] is None
    assert dated["The mill burned on Tuesday."] == "2024-03-05"


def test_the_day_of_saying_is_not_the_day_of_what_is_said(nlp: Language) -> None:
    reading = reading_of(nlp, "The harbour board said on Monday it had found a leak in the pipe.")
    (claim,) = (one for one in snapshot_from([reading]).claims if "leak" in one.text)
    assert claim.when is None


def test_a_time_of_day_is_put_on_no_day_that_the_report_does_not_tell(nlp: Language) -> None:
    text = "The mill collapsed on Monday in the storm. A miller called his brother at 1.44pm from the roof."
    reading = reading_of(nlp, text)
    assert all(
        "brother" not in entry.text or str(entry.when.start)[:10] == "2024-03-04"
        for entry in snapshot_from([reading]).timeline
    )


def test_a_time_of_day_is_not_put_on_the_day_on_which_somebody_only_spoke(nlp: Language) -> None:
    said = "The mayor said on Tuesday that two millers were lost. The barge left the quay at 6.10am."
    assert dating(reading_of(nlp, said), "6.10am") is None
    told = "The barge sank on Tuesday. The barge left the quay at 6.10am."
    assert dating(reading_of(nlp, told), "6.10am") is not None


def test_a_clause_that_the_parse_hangs_on_a_noun_after_it_makes_no_line() -> None:
    doc = Doc(
        spacy.blank("en").vocab,
        words="On Monday they met leaders .".split(),
        heads=[1, 3, 3, 4, 4, 4],
        deps=["case", "obl", "nsubj", "acl:relcl", "ROOT", "punct"],
        pos=["ADP", "PROPN", "PRON", "VERB", "NOUN", "PUNCT"],
        tags=["IN", "NNP", "PRP", "VBD", "NNS", "."],
    )
    report = Report(id="r", text=doc.text)
    timex = Timex(span=report.span(3, 9), type="DATE", value="2024-01-01", when=None, rule="weekday")
    assert _with_noun(Reading(report=report), doc, timex, doc[3]) == ()
