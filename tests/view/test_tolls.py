"""The latest count leads and an overtaken one is never told as the state of things."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from standfirst.model.linked import Claim, Figure, Point
from standfirst.model.snapshot import Snapshot
from standfirst.view.brief import brief_of
from standfirst.view.desk import Desk
from standfirst.view.headline import headline_of
from standfirst.view.parts import Line
from standfirst.view.salience import weigh
from standfirst.view.tolls import overtaken_in
from tests.view.made import LAMP_OUT, SNAPSHOT, WICK_OUT, claim, quote, told

FOURTEEN = "At least 14 people are missing"
ELEVEN = "Eleven people are missing"


def point(name: str, where: str, words: str, value: int, **fields: object) -> Point:
    number = Decimal(value)
    made: dict[str, object] = {
        "bound": "exact", "role": "actual", "when": None, "words": words.split(" people")[0],
        "published": {"lamp": LAMP_OUT, "wick": WICK_OUT}[where], **fields,
    }  # fmt: skip
    return Point(id=name, value=number, low=number, high=number, evidence=(quote(where, words),), **made)  # type: ignore[arg-type]


def figure(name: str, scope: str, *points: Point) -> Figure:
    return Figure(id=name, counts="people missing", scope=(scope,), unit="person", points=points)


OLD = claim("t1", FOURTEEN, told("lamp", FOURTEEN))
NEW = claim("t2", ELEVEN, told("wick", ELEVEN))


def story(*claims: Claim, headline: str = "Dam wall at Orrow gives way") -> Snapshot:
    figures = (
        figure("g1", "Orrow", point("q1", "lamp", FOURTEEN, 14, bound="at_least")),
        figure("g2", "Neth", point("q2", "wick", ELEVEN, 11)),
    )
    named = replace(SNAPSHOT.story, headline=headline)
    return replace(SNAPSHOT, claims=claims, figures=figures, assessments=(), timeline=(), story=named)


def lines(snapshot: Snapshot, *, full: bool = False) -> list[Line]:
    made = brief_of(snapshot, full=full)
    return [*made.matters.lines, *made.confirmed.lines, *made.reported.lines]


def test_the_newest_count_leads_and_says_what_it_was() -> None:
    (only,) = lines(story(OLD, NEW))
    assert (only.claim, only.note) == ("t2", "was at least 14 missing")
    assert quote("lamp", FOURTEEN) in only.quotes
    assert only.reasons[0].rule == "toll"


def test_the_full_brief_says_what_has_become_of_an_old_count() -> None:
    old = next(one for one in lines(story(OLD, NEW), full=True) if one.claim == "t1")
    assert old.note == "now 11 missing"
    assert quote("wick", ELEVEN) in old.quotes


@pytest.mark.parametrize(
    ("text", "gone"),
    [
        ("At least 14 people are missing", True),
        # It tells how the count moved, counts a part, or does not give the count.
        ("The missing were first put at at least 14 and are now eleven", False),
        ("At least 14 of them are missing", False),
        ("People are missing", False),
    ],
)
def test_when_a_count_in_a_claim_has_been_overtaken(text: str, gone: bool) -> None:
    made = claim("t3", text, told("lamp", FOURTEEN), *([told("wick", ELEVEN)] if "eleven" in text else []))
    desk = Desk.of(story(made))
    assert bool(overtaken_in(made, desk.told_counts)) is gone


def test_a_lower_count_of_the_dead_does_not_overtake_a_higher_one() -> None:
    made = story(OLD, NEW)
    dead = tuple(replace(one, counts="people killed") for one in made.figures)
    exact = tuple(replace(one, points=tuple(replace(p, bound="exact") for p in one.points)) for one in dead)
    desk = Desk.of(replace(made, figures=exact))
    assert overtaken_in(OLD, desk.told_counts) == ()


def test_one_count_is_told_once() -> None:
    again = claim("t4", "Eleven people are missing after a long night in the valley", told("wick", ELEVEN))
    assert len(lines(story(NEW, again))) == 1


@pytest.mark.parametrize(
    ("headline", "shown"),
    [
        ("Dam wall at Orrow gives way, at least 14 missing", "Dam wall at Orrow gives way"),
        ("Dam wall at Orrow gives way, eleven missing", "Dam wall at Orrow gives way, eleven missing"),
        ("At least 14 missing at Orrow dam wall", "Dam wall at Orrow gives way"),
    ],
)
def test_the_headline_has_no_overtaken_count(headline: str, shown: str) -> None:
    made = story(OLD, NEW, headline=headline)
    assert headline_of(Desk.of(made)) == shown


@pytest.mark.parametrize(
    ("text", "rule", "sign"),
    [
        ("All the villagers are safe in the town hall", "gravity", 1),
        ("The villagers were not harmed by the flood", "gravity", 1),
        ("We must make sure that the villagers are safe", "gravity", 0),
        ("The governor has just released a statement", "bare speech", -1),
        ("By noon the barn had become a dormitory", "scene", -1),
    ],
)
def test_what_weighs_on_a_line(text: str, rule: str, sign: int) -> None:
    made = claim("t5", text, told("wick", "Roan vowed to sue"))
    points = {one.rule: one.points for one in weigh(made, Desk.of(story(made)))}
    assert (points.get(rule, 0) > 0) - (points.get(rule, 0) < 0) == sign
