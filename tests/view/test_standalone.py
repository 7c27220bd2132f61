"""Which words can stand as a line, and which gaps, carriers and speakers are told how."""

from __future__ import annotations

from dataclasses import replace

import pytest

from standfirst.model.linked import Carrier, Entity
from standfirst.model.snapshot import Assessment, Unknown
from standfirst.view.desk import Desk
from standfirst.view.gaps import gaps
from standfirst.view.sources import carried
from standfirst.view.standalone import bad_opening, flaw
from standfirst.view.wording import bare, says, sentence
from tests.view.made import SNAPSHOT, claim, grounds, quote, span, told

WORDS = "Eleven people are missing"


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("The mayor is in the valley", None),
        ("He survived the night", "leans"),
        ("It was on alert", "leans"),
        ("Both have large garrisons", "leans"),
        ("Both towns have large garrisons", None),
        ("Parts will be closed to traffic", "leans"),
        ("Even though the cause is open", "hangs"),
        ("Were found in the wreck", "no subject"),
    ],
)
def test_how_no_line_begins(text: str, why: str | None) -> None:
    found = bad_opening(text)
    assert (found is None) if why is None else (found or "").startswith(why)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Mr Roan said it had been sent to all the ships in the strait", "what is said leans"),
        ("Chief Mott has told Valley Radio that this was wrong", "what is said only points back"),
        ("Police say targeted villages during the night were empty", "words were left out"),
        ("It is not yet known why the wall failed", "leans"),
        ("The cause of the flood is not yet known", "it tells what is not known"),
        ("The search of the valley ended at dusk that day.", "leans"),
        ("Was the wall old when it was tested?", "a question"),
    ],
)
def test_what_leans_or_is_broken_stays_out(text: str, why: str) -> None:
    made = claim("s1", text, told("wick", WORDS))
    assert (flaw(made, Desk.of(SNAPSHOT)) or "").startswith(why)


def test_what_a_correction_speaks_of_is_no_line() -> None:
    around = claim("s2", "Earlier reports that Neth was under water were wrong",
                   told("wick", "Earlier reports that Neth was under water were wrong"))  # fmt: skip
    inside = claim("s3", "Neth was under water", told("wick", "Neth was under water"))
    status = Assessment(claim="s2", status="corrected", grounds=grounds("correction", "the page says so"), origins=())
    desk = Desk.of(replace(SNAPSHOT, claims=(around, inside), assessments=(status,)))
    assert flaw(inside, desk) == "it is what a correction speaks of"


def unknowns(*texts: str) -> list[str]:
    made = replace(SNAPSHOT, unknowns=tuple(Unknown(text=text, evidence=(quote("wick", WORDS),)) for text in texts))
    return [line.text for line in gaps(Desk.of(made), full=False).lines]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("But it is not yet clear who opened the sluice.", "It is not yet clear who opened the sluice"),
        ("Both were hit, with the damage still being assessed.", "The damage still being assessed"),
        (
            "Who opened the sluice? That is unclear at this stage.",
            "Who opened the sluice? That is unclear at this stage",
        ),
        ("He could not say who opened the sluice.", None),
        ("I don't know what to say about the flood.", None),
        ("The clerk said she did not know Mott personally.", None),
    ],
)
def test_what_is_not_known_stands_alone_or_stays_out(text: str, line: str | None) -> None:
    assert unknowns(text) == ([line] if line else [])


def test_a_person_is_no_carrier_but_one_who_tells() -> None:
    names = ("Valley Radio", "Ina Mott", "she")
    via = tuple(Carrier(name=name, span=span("wick", WORDS)) for name in names)
    item = told("wick", WORDS, mode="indirect", speaker_text="a clerk", via=via)
    desk = Desk.of(replace(SNAPSHOT, claims=(claim("s4", WORDS, item),)))
    assert says((item,), desk) == "a clerk, as told by Ina Mott, via Valley Radio, says The Wick"
    assert "Valley Radio" in {one.name for one in carried(desk)}
    assert {"Ina Mott", "she"}.isdisjoint(one.name for one in carried(desk))


def test_a_body_is_called_as_the_text_calls_it() -> None:
    television = Entity(id="e9", name="TV", kind="organisation", mentions=())
    desk = Desk.of(replace(SNAPSHOT, entities=(*SNAPSHOT.entities, television)))
    item = told("wick", WORDS, mode="indirect", speaker="e9", speaker_text="the Orrow state TV")
    assert desk.speaker(item) == "Orrow state TV"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("UPDATE - 3.52pm: The sluice is open", "The sluice is open"),
        ("Orrow Water Corp. (ORRW.N: Quote, Profile) will pay for the wall", "Orrow Water Corp. will pay for the wall"),
    ],
)
def test_what_the_page_puts_into_a_line_is_left_out(text: str, line: str) -> None:
    assert bare(text) == line


def test_a_quotation_begins_with_what_it_has_to_say() -> None:
    item = told("lamp", '"We will rebuild the wall,"', mode="direct", speaker="e2")
    made = claim("s5", "We want to stress that we will rebuild the wall", item)
    words = replace(made, text="We will rebuild the wall")
    assert sentence(words, Desk.of(SNAPSHOT)) == "“We will rebuild the wall”"
