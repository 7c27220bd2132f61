"""Sums that must hold, and why two numbers that differ can both be so."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from standfirst.model.linked import Figure
from standfirst.model.report import Published, Report
from standfirst.newsroom import read_reports, snapshot_from

Teller = Callable[..., tuple[Figure, ...]]


@pytest.fixture
def figures() -> Teller:
    """Make the figures of a story of which one report came out each day of January 2031."""

    def make(*texts: str) -> tuple[Figure, ...]:
        reports = []
        for day, text in enumerate(texts):
            start = datetime(2031, 1, 1, tzinfo=UTC) + timedelta(days=day)
            out = Published(value=str(start.date()), earliest=start, latest=start + timedelta(days=1), basis="given")
            reports.append(Report(id=f"r{day}", text=text, published=out))
        return snapshot_from(*read_reports(reports)).figures

    return make


def notes(figures: tuple[Figure, ...]) -> list[tuple[str, str]]:
    return [(note.rule, note.because) for figure in figures for note in figure.notes]


def reasons(figures: tuple[Figure, ...]) -> set[str]:
    return {pair.grounds.rule for figure in figures for pair in figure.compatible}


# (text, rule, words that the note must hold)
SUMS = [
    ("Three people were killed: two men and a woman.", "sum holds", ["two men", "a woman", "Three people"]),
    ("Police said three were dead: two men and two women.", "sum does not hold", ["two men", "two women"]),
    ("Five people died - three officers and two guards.", "sum holds", ["three officers", "two guards"]),
    ("Nine were hurt, including seven women and four children.", "parts above the whole", ["seven women", "Nine"]),
    ("There were 60 people aboard, 48 passengers and 12 crew.", "sum holds", ["48 passengers", "12 crew", "60 people"]),
    ("The toll rose by 12 from 131 to 143.", "change fits its ends", ["“12”", "“131”", "“143”"]),
    ("The death toll rose by 10 from 131 to 143.", "change does not fit its ends", ["“10”", "“131”", "“143”"]),
    ("There were 30 casualties: 10 dead and 20 injured.", "sum holds", ["10 dead", "20 injured", "30 casualties"]),
    (
        "Twenty people were injured: 12 are at Orra Hospital and eight at Larna General.",
        "sum holds",
        ["“12”", "“eight”", "Twenty people"],
    ),
]


@pytest.mark.parametrize(("text", "rule", "words"), SUMS, ids=[case[0] for case in SUMS])
def test_a_sum_is_told_with_the_words_of_all_its_numbers(
    figures: Teller, text: str, rule: str, words: list[str]
) -> None:
    ((found, because),) = notes(figures(text))
    assert found == rule
    assert all(part in because for part in words)


@pytest.mark.parametrize(
    "text",
    [
        "Twelve people were hurt, including nine students and seven swimmers.",
        "Six people died, among them three men and two women.",
        "There were 60 people aboard, 40 passengers and 12 crew.",
        "About 30 people were hurt: nine women and four children.",
        "Nine people were hurt. Seven women and four children were at the fair.",
    ],
)
def test_what_need_not_add_up_is_not_added(figures: Teller, text: str) -> None:
    assert notes(figures(text)) == []


def test_a_change_fits_what_an_earlier_report_told(figures: Teller) -> None:
    told = figures("The toll in Oslo was 131.", "The death toll in Oslo rose by 12 to 143.")
    ((rule, because),) = notes(told)
    assert rule == "change fits what was told before"
    assert all(words in because for words in ("“12”", "“131” (r0)", "“143”", "(r1)"))


def test_a_change_from_a_number_that_nobody_told_is_left_alone(figures: Teller) -> None:
    assert notes(figures("The toll in Oslo was 140.", "The death toll in Oslo rose by 12 to 143.")) == []


def test_the_quotes_of_a_note_are_those_of_its_numbers(figures: Teller) -> None:
    (figure,) = (each for each in figures("Three people were killed: two men and a woman.") if each.notes)
    assert [quote.text for quote in figure.notes[0].quotes] == ["Three", "two", "a"]


# (texts of reports, reason)
BOTH = [
    (["The mission in Orra has 40 guards and is to have 90 guards in Orra by spring."], "planned and actual"),
    (["The ferry may carry up to 90 passengers.", "The ferry carried 212 passengers."], "different role"),
    (["At least 40 people are missing in Orra.", "About 44 people are missing in Orra."], "bounds overlap"),
    (["Nine officers were killed in Orra.", "Twelve people were killed in Orra."], "part and whole"),
    (["Nine tents stood in Orra.", "Twelve tents stood in Dalvo."], "different scope"),
    (["Some 40 percent of shops in Orra are shut.", "There are 12 shops in Orra."], "different unit"),
]


@pytest.mark.parametrize(("texts", "rule"), BOTH, ids=[case[0][0] for case in BOTH])
def test_why_both_can_be_so(figures: Teller, texts: list[str], rule: str) -> None:
    assert rule in reasons(figures(*texts))


def test_a_part_that_is_more_than_the_whole_is_no_reason(figures: Teller) -> None:
    assert "part and whole" not in reasons(
        figures("Nineteen officers were killed in Orra.", "Twelve people were killed in Orra.")
    )


def test_a_conflict_is_not_compatible(figures: Teller) -> None:
    told = figures("Nine people were killed in Norway.", "Six people were killed in Norway.")
    assert [len(figure.conflicts) for figure in told] == [1]
    assert [figure.compatible for figure in told] == [()]


def test_a_reason_stands_with_both_figures(figures: Teller) -> None:
    told = figures("Nine tents stood in Orra.", "Twelve tents stood in Dalvo.")
    points = {point.id for figure in told for point in figure.points}
    assert all(pair.one in points and pair.other in points for figure in told for pair in figure.compatible)
    assert [len(figure.compatible) for figure in told] == [1, 1]


def test_a_capital_lies_in_its_country(figures: Teller) -> None:
    told = figures(
        "Nine people were killed in the hotel fire in Oslo.",
        "Twelve people were killed in the hotel fire in Norway, where Oslo mourned.",
    )
    statuses = {point.words: point.status for figure in told for point in figure.points}
    assert statuses == {"Nine": "superseded", "Twelve": "current"}


def test_the_toll_of_a_narrower_place_is_no_conflict(figures: Teller) -> None:
    told = figures("Nine people were killed in Dalvo.", "Six people were killed at Dalvo Airport.")
    assert not any(figure.conflicts for figure in told)


# (earlier, later): what is no later value of the first
NOT_LATER = [
    ("One guard was hurt in the leg in Oslo.", "Four guards were hurt in Oslo."),
    ("One driver was shot twice in Oslo.", "Four drivers were shot in Oslo."),
    ("Two others were hurt in Oslo.", "Five others were hurt in Oslo."),
    ("The gunman killed two people in Oslo before taking his own life.", "Three people are dead in Oslo."),
    ("Two people were killed in Oslo.", "The rate in Oslo is 19 deaths per 100,000 people."),
    ("Two people were shot in Oslo.", "At least 35 people have been shot across the city of Oslo since Friday."),
    ("Two people were killed in Oslo.", "It came after an attack in Bergen, where a gunman killed 49 people."),
    ("One person was killed in Oslo.", "The fatal shooting of 18 year old Ivo Marsh in Oslo is still open."),
]


@pytest.mark.parametrize(("earlier", "later"), NOT_LATER, ids=[case[0] for case in NOT_LATER])
def test_what_is_no_later_toll(figures: Teller, earlier: str, later: str) -> None:
    assert all(point.status == "current" for figure in figures(earlier, later) for point in figure.points)


# (text, old number, new number)
MOVED_ON = [
    ("Seven people were injured in Oslo. The number has since risen to nine.", "Seven", "nine"),
    ("Forty homes were destroyed. That figure later rose to 52.", "Forty", "52"),
    ("Two people are missing. The total is now five, police said.", "Two", "five"),
]


@pytest.mark.parametrize(("text", "old", "new"), MOVED_ON, ids=[case[0] for case in MOVED_ON])
def test_a_number_that_moved_on_within_a_report(figures: Teller, text: str, old: str, new: str) -> None:
    (figure,) = figures(text)
    assert {point.words: point.status for point in figure.points} == {old: "superseded", new: "current"}


def test_a_toll_at_one_spot_of_several_is_in_no_conflict(figures: Teller) -> None:
    told = figures(
        "Five people were killed in Oslo.", "At the last house, where three people were killed in Oslo, it is quiet."
    )
    assert not any(figure.conflicts for figure in told)


def test_a_share_is_no_number_of_what_it_is_of(figures: Teller) -> None:
    told = figures("A quarter of the flights from Oslo were late. In Oslo 17 flights were late.")
    assert len(told) == 2


def test_a_toll_told_back_is_not_whole(figures: Teller) -> None:
    told = figures("Nine people were killed in Oslo. The names of three victims killed in Oslo were read out.")
    assert {point.words: point.whole for figure in told for point in figure.points} == {"Nine": True, "three": False}


def test_a_toll_told_piece_by_piece_is_in_no_conflict(figures: Teller) -> None:
    told = figures("Six were shot in Oslo, and another was hurt in the fall.", "Four people were shot in Oslo.")
    assert not any(figure.conflicts for figure in told)


def test_two_reports_of_one_moment_do_not_follow_each_other() -> None:
    noon = datetime(2031, 1, 1, 12, tzinfo=UTC)
    out = Published(value=noon.isoformat(), earliest=noon, latest=noon, basis="given")
    texts = ("Two adults were hurt in Oslo.", "Three adults were hurt in Oslo.")
    reports = [Report(id=f"r{number}", text=text, published=out) for number, text in enumerate(texts)]
    found = snapshot_from(*read_reports(reports)).figures
    assert all(point.status == "current" for figure in found for point in figure.points)


def test_nobody_hurt_gives_way_to_a_later_toll(figures: Teller) -> None:
    told = figures("Nobody was hurt in Oslo.", "Three people were hurt in Oslo.")
    assert {point.words: point.status for figure in told for point in figure.points} == {
        "Nobody": "superseded",
        "Three": "current",
    }
