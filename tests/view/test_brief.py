"""The brief of a story made by hand: what stands where, who says it, and on which words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standfirst.export.markdown import render_markdown
from standfirst.export.terminal import render_terminal
from standfirst.model.snapshot import Snapshot
from standfirst.model.span import Quote
from standfirst.view.brief import brief_of
from standfirst.view.parts import Brief, Line
from tests.view.made import CLAIMS, DRY, FAILED, SNAPSHOT, UNDER_WATER, claim, told


@pytest.fixture(scope="module")
def brief() -> Brief:
    return brief_of(SNAPSHOT)


@pytest.fixture(scope="module")
def full() -> Brief:
    return brief_of(SNAPSHOT, full=True)


def sections(brief: Brief) -> Iterator[Line]:
    for section in (brief.matters, brief.confirmed, brief.reported, brief.disputed):
        yield from section.lines


def quotes(brief: Brief) -> Iterator[Quote]:
    for line in [*sections(brief), *brief.unknowns.lines]:
        yield from line.quotes
        for side in line.sides:
            yield from side.quotes
    for row in (*brief.figures, *brief.timeline):
        yield from row.quotes


def line(brief: Brief, start: str) -> Line:
    return next(one for one in sections(brief) if one.text.startswith(start))


def test_the_first_lines_say_as_of_when_and_from_what(brief: Brief) -> None:
    assert brief.headline == "Dam wall at Orrow gives way"
    assert brief.as_of == (
        "As of 6 May 2031, 18:00 (UTC) · 2 reports, 2 outlets · the newest stamped 6 May 2031, 17:10 (UTC+2)"
    )


def test_what_matters_most_is_what_two_voices_tell_and_what_puts_right(brief: Brief) -> None:
    assert [one.claim for one in brief.matters.lines] == ["c1", "c6"]
    assert brief.matters.lines[0].label == "Confirmed"


def test_a_line_says_who_says_it(brief: Brief) -> None:
    assert line(brief, "The upper wall").by == "Ostra Valley Water, says The Lamp; also The Wick"
    assert line(brief, "“We will rebuild").by == "Ina Mott, says The Lamp"
    assert line(brief, "At least 14").by == "the Coast Agency, says The Lamp"
    assert line(brief, "The dam was built").by == "The Wick"


def test_a_line_does_not_say_again_what_its_text_says(full: Brief) -> None:
    pledge = line(full, "Abel Roan vowed to sue")
    assert (pledge.text, pledge.by) == ("Abel Roan vowed to sue the company by June", "The Wick")


def test_what_is_disputed_shows_both_sides_in_words(brief: Brief) -> None:
    corrected, denied = brief.disputed.lines
    assert (corrected.label, corrected.text, corrected.by) == (
        "Corrected",
        "Neth is under water",
        "some posts, says The Wick",
    )
    assert [(side.label, side.text) for side in corrected.sides] == [
        ("Put right", "The village of Neth has not been flooded")
    ]
    assert denied.label == "Denied"
    assert denied.sides[0].text == "Ostra Valley Water denied that it had known of a crack"
    assert denied.sides[0].quotes


def test_many_disputes_do_not_crowd_out_a_correction() -> None:
    loud = {"c1": "disputed", "c2": "disputed", "c8": "disputed", "c9": "disputed"}
    assessments = tuple(replace(one, status=loud.get(one.claim, one.status)) for one in SNAPSHOT.assessments)
    lines = brief_of(replace(SNAPSHOT, assessments=assessments)).disputed.lines
    assert [one.label for one in lines[:3]] == ["Corrected", "Denied", "Disputed"]


def test_a_denial_stands_as_a_side_and_nowhere_else(brief: Brief, full: Brief) -> None:
    for page in (brief, full):
        assert "c4" not in {one.claim for one in sections(page)}


def test_a_dispute_without_a_known_other_side_gives_its_grounds() -> None:
    alone = replace(SNAPSHOT, claims=tuple(one for one in CLAIMS if one.id != DRY.id))
    corrected = line(brief_of(alone), "Neth is under water")
    assert [(side.label, side.text) for side in corrected.sides] == [("Because", "so that there is one")]


def test_words_of_its_own_that_deny_it_are_a_side() -> None:
    both = replace(
        UNDER_WATER,
        evidence=(
            *UNDER_WATER.evidence,
            told("wick", "Earlier reports that Neth was under water were wrong", stance="denies"),
        ),
    )
    made = replace(SNAPSHOT, claims=tuple(both if one is UNDER_WATER else one for one in CLAIMS if one is not DRY))
    (side,) = line(brief_of(made), "Neth is under water").sides
    assert (side.label, side.by) == ("Denied", "The Wick")
    assert side.text == "“Earlier reports that Neth was under water were wrong”"


def test_fragments_and_repeats_are_left_to_the_full_brief(brief: Brief, full: Brief) -> None:
    assert "c10" not in {one.claim for one in sections(brief)}
    assert "c10" in {one.claim for one in sections(full)}
    again = claim("c11", "The upper wall of Orrow dam gave way Tuesday", *FAILED.evidence)
    made = replace(SNAPSHOT, claims=(*CLAIMS, again))
    assert "c11" not in {one.claim for one in sections(brief_of(made))}
    assert "c11" in {one.claim for one in sections(brief_of(made, full=True))}


def test_the_full_brief_has_every_claim_once(full: Brief) -> None:
    told_claims = [one.claim for one in sections(full)]
    assert sorted(told_claims) == sorted(one.id for one in CLAIMS if one.id != "c4")
    assert not any(section.left_out for section in (full.confirmed, full.reported, full.disputed, full.unknowns))


@pytest.mark.parametrize("whole", [False, True])
def test_every_line_has_references_and_every_reference_a_line(whole: bool) -> None:
    made = brief_of(SNAPSHOT, full=whole)
    for one in [*sections(made), *made.figures, *made.timeline, *made.unknowns.lines]:
        assert made.numbers(one.quotes)
    assert [reference.number for reference in made.references] == list(range(1, len(made.references) + 1))
    if not whole:
        used = {number for quote in quotes(made) for number in made.numbers((quote,))}
        assert used == {reference.number for reference in made.references}


def test_the_same_words_have_the_same_number(brief: Brief) -> None:
    spans = [reference.quote.span for reference in brief.references]
    assert len(spans) == len(set(spans))
    missing = line(brief, "At least 14")
    assert set(brief.numbers(missing.quotes)) <= set(brief.numbers(brief.figures[0].quotes))


def test_words_in_other_words_share_their_number(brief: Brief) -> None:
    for reference in brief.references:
        assert all(reference.quote.span.holds(span) for span in reference.holds)


def test_figures_say_what_where_and_how_they_stand(brief: Brief) -> None:
    rows = [(row.what, row.where, row.value, row.as_of, row.standing) for row in brief.figures]
    assert rows == [
        ("people missing", "Orrow", "11 or at least 14", "6 May 2031", "reports differ"),
    ]


def test_the_full_brief_has_each_value_of_a_figure(full: Brief) -> None:
    rows = [(row.what, row.where, row.value, row.as_of, row.standing) for row in full.figures]
    assert rows == [
        ("people missing", "Orrow", "at least 14", "6 May 2031", "in conflict with 11"),
        ("people missing", "Orrow", "11", "6 May 2031", "in conflict with at least 14"),
        ("subscription", "", "about 2.5 crowns", "6 May 2031", "a limit"),
    ]


def test_timeline_and_background_are_apart(brief: Brief) -> None:
    assert [(moment.part, moment.when, moment.text) for moment in brief.timeline] == [
        ("happened", "6 May 2031", "The upper wall of the Orrow dam gave way"),
        ("background", "1962", "The dam was built"),
    ]


def test_the_same_gap_is_told_once(brief: Brief, full: Brief) -> None:
    assert [one.text for one in brief.unknowns.lines] == ["It is not yet known why the wall failed"]
    assert brief.unknowns.left_out == 1
    assert len(full.unknowns.lines) == 2


def test_who_is_cited_and_carried(brief: Brief) -> None:
    assert [(one.name, one.role, one.statements) for one in brief.cited] == [
        ("Ostra Valley Water", "", 2),
        ("Abel Roan", "", 1),
        ("Ina Mott", "chief engineer", 1),
        ("“A senior official”", "", 1),
        ("“some posts”", "", 1),
        ("“the Coast Agency”", "", 1),
    ]
    assert [(one.name, one.by) for one in brief.carried] == [("Coast Agency", ("The Lamp",))]


def test_reasons_add_up_and_are_in_words(brief: Brief) -> None:
    for one in brief.matters.lines:
        assert one.score == pytest.approx(sum(reason.points for reason in one.reasons))
        assert all(reason.because for reason in one.reasons)
    scores = [one.score for one in brief.matters.lines]
    assert scores == sorted(scores, reverse=True)


@given(st.permutations(CLAIMS), st.permutations(SNAPSHOT.readings), st.booleans())
def test_no_order_of_input_shows(claims: list[object], readings: list[object], full: bool) -> None:
    mixed: Snapshot = replace(SNAPSHOT, claims=tuple(claims), readings=tuple(readings))  # type: ignore[arg-type]
    assert brief_of(mixed, full=full) == brief_of(SNAPSHOT, full=full)


@given(st.lists(st.sampled_from(CLAIMS), unique=True))
def test_with_any_of_the_claims_gone_every_line_still_has_words(claims: list[object]) -> None:
    made = brief_of(replace(SNAPSHOT, claims=tuple(claims)))  # type: ignore[arg-type]
    assert all(one.quotes for one in sections(made))


def test_an_empty_story_is_a_page_too() -> None:
    empty = replace(
        SNAPSHOT,
        as_of=None, readings=(), copies=(), entities=(), claims=(), assessments=(), figures=(), timeline=(),
        unknowns=(), set_aside=(), problems=(),
    )  # fmt: skip
    assert brief_of(empty).references == ()
    assert brief_of(empty).as_of == "As of the reports given, none of them dated · 0 reports"
    assert brief_of(empty).notice == "There is no report."


def test_before_anything_was_out_the_page_says_so() -> None:
    early = replace(
        SNAPSHOT,
        as_of=datetime(2031, 5, 1, tzinfo=UTC), readings=(), copies=(), entities=(), claims=(), assessments=(),
        figures=(), timeline=(), unknowns=(), set_aside=(), problems=(),
    )  # fmt: skip
    made = brief_of(early)
    assert made.as_of == "As of the end of 30 Apr 2031 (UTC) · 0 reports"
    assert made.notice == "None of the reports had been published by then."
    assert made.notice in render_terminal(made)
    assert made.notice in render_markdown(made)


def many(count: int) -> Snapshot:
    """A story with that many claims, each of other words."""
    letters = "abcdefghijklmnopqrstuvwxyz"
    words = [f"{letters[n % 26]}{letters[n // 26 % 26]}oom" for n in range(count * 4)]
    claims = tuple(
        claim(f"m{n}", f"The {' '.join(words[n * 4 : n * 4 + 4])} was closed for repairs this week", *FAILED.evidence)
        for n in range(count)
    )
    return replace(SNAPSHOT, claims=(*CLAIMS, *claims))


def test_the_short_page_is_about_a_page() -> None:
    page = render_terminal(brief_of(many(60)))
    rows = page[: page.index("REFERENCES")].splitlines()
    assert 30 <= len(rows) <= 78
    assert "more with --full" in page


def test_what_shares_words_with_a_line_above_gives_way() -> None:
    twin = claim("c12", "The upper wall of the old mill fell on a barn", *FAILED.evidence, about=("e1",))
    made = brief_of(replace(SNAPSHOT, claims=(*CLAIMS, twin)))
    one = next(one for one in sections(made) if one.claim == "c12")
    assert "repeats" in {reason.rule for reason in one.reasons}


def test_a_text_that_its_outlet_has_revised_is_not_what_matters() -> None:
    revised = replace(SNAPSHOT.copies[0], kind="revision")
    made = brief_of(replace(SNAPSHOT, copies=(revised,)))
    told_old = [one.claim for one in made.matters.lines]
    assert "c1" in told_old
    old_only = replace(FAILED, evidence=FAILED.evidence[:1])
    made = brief_of(replace(SNAPSHOT, copies=(revised,), claims=(old_only, *CLAIMS[1:])))
    reasons = [reason.rule for one in sections(made) if one.claim == "c1" for reason in one.reasons]
    assert "overtaken" in reasons


def test_one_speaker_is_heard_twice_in_a_section() -> None:
    said = [
        claim(f"s{n}", f"{word} is the {word}est of all the {word}s", *SNAPSHOT.claims[2].evidence)
        for n, word in enumerate(("stone", "river", "wheat", "glass", "cloud"))
    ]
    made = brief_of(replace(SNAPSHOT, claims=tuple(said), figures=()))
    counts = [len([one for one in section.lines if one.claim]) for section in (made.matters, made.reported)]
    assert max(counts) <= 2
