"""The timeline: one whole line an event, in the order of time, what is planned apart."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from standfirst.model.linked import Claim
from standfirst.model.snapshot import Entry, Snapshot
from standfirst.view.brief import brief_of
from standfirst.when import Interval, day
from tests.view.made import SNAPSHOT, TUESDAY, claim, quote, told

FELL = "The upper wall of the Orrow dam gave way on Tuesday"
CAME = "Ostra Valley Water said, and 1,200 people were moved out"


def entry(text: str, *claims: str, when: Interval = TUESDAY, words: str = FELL, part: str = "happened") -> Entry:
    return Entry(
        when=when, when_text="Tuesday", text=text, claims=claims, evidence=(quote("lamp", words),), part=part,
        because="so that there is one",
    )  # fmt: skip


def story(entries: tuple[Entry, ...], *claims: Claim) -> Snapshot:
    return replace(SNAPSHOT, claims=claims, assessments=(), figures=(), timeline=entries, unknowns=())


def shown(made: Snapshot) -> list[tuple[str, str, str]]:
    return [(one.part, one.when, one.text) for one in brief_of(made).timeline]


WALL = claim("h1", FELL, told("lamp", FELL), when=TUESDAY, about=("e1",))


def test_one_event_is_one_line() -> None:
    again = replace(WALL, id="h2", text="On Tuesday the wall of the Orrow dam gave way")
    made = story((entry(FELL, "h1"), entry(again.text, "h2")), WALL, again)
    assert shown(made) == [("happened", "6 May 2031", "The upper wall of the Orrow dam gave way")]


def test_what_is_planned_stands_apart_and_after() -> None:
    planned = replace(WALL, id="h3", text="The mayor will open the new sluice at Orrow", when=day(date(2031, 6, 1)))
    later = entry(planned.text, "h3", when=day(date(2031, 6, 1)), words=CAME, part="planned")
    made = story((later, entry(FELL, "h1")), WALL, planned)
    assert [part for part, _, _ in shown(made)] == ["happened", "planned"]


@pytest.mark.parametrize(
    "text",
    [
        "He gave way on Tuesday",
        "Was the Orrow dam safe on Tuesday?",
        '"The Orrow dam is gone," the mayor said on Tuesday',
        "The wall of the Orrow dam " + "and of the barns and the mills in the valley " * 5 + "gave way on Tuesday",
    ],
)
def test_what_is_no_whole_line_is_left_to_the_full_brief(text: str) -> None:
    broken = replace(WALL, text=text)
    made = story((entry(text, "h1"),), broken)
    assert shown(made) == []
    assert len(brief_of(made, full=True).timeline) == 1


def test_a_long_entry_is_cut_where_a_clause_ends() -> None:
    text = f"{FELL} morning, flooding the lower town and the fields beside it " + "as far as the old mill " * 5
    made = story((entry(text, "h1"),), replace(WALL, text=text))
    assert shown(made) == [("happened", "6 May 2031", f"{FELL} morning")]


def test_a_claim_of_another_day_lends_no_line() -> None:
    other = replace(WALL, when=day(date(2031, 4, 1)))
    assert shown(story((entry(FELL, "h1"),), other)) == []
