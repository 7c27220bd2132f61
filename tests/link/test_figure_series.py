"""Tolls of one event told for neighbouring places are one series; two speakers who differ are a dispute."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from standfirst.extract.steps import read_report
from standfirst.link.figures import link_figures
from standfirst.link.figures.look import Look
from standfirst.link.figures.places import lattice_of
from standfirst.model.linked import Figure
from standfirst.model.reading import Reading
from standfirst.model.report import Published, Report

if TYPE_CHECKING:
    from spacy.language import Language

Teller = Callable[..., Reading]


@pytest.fixture
def tell(nlp: Language) -> Teller:
    """Read a text that came out on a day of January 2031 with every step."""

    def make(text: str, day: int) -> Reading:
        start = datetime(2031, 1, 1, tzinfo=UTC) + timedelta(days=day - 1)
        out = Published(value=start.date().isoformat(), earliest=start, latest=start + timedelta(days=1), basis="given")
        return read_report(Report(id=f"r{day:03}", text=text, published=out), nlp(text))

    return make


def link(*readings: Reading) -> list[Figure]:
    """The figures of people, without entities."""
    return [figure for figure in link_figures(readings, lambda _: None, str) if figure.unit == "person"]


def statuses(figures: list[Figure]) -> dict[str, str]:
    return {point.words: point.status for figure in figures for point in figure.points}


def clashes(figures: list[Figure]) -> list[set[str]]:
    words = {point.id: point.words for figure in figures for point in figure.points}
    return [{words[clash.one], words[clash.other]} for figure in figures for clash in figure.conflicts]


def test_a_town_in_its_country_and_a_later_report_are_one_series(tell: Teller) -> None:
    figures = link(
        tell("Six people were killed when a hotel burned in Lisbon, in the west of Portugal.", 3),
        tell("Nine people were killed in the hotel fire in Portugal.", 4),
        tell("Eleven people were killed by the fire in Lisbon.", 6),
    )
    assert len(figures) == 1
    assert statuses(figures) == {"Six": "superseded", "Nine": "superseded", "Eleven": "current"}


@pytest.mark.parametrize(
    "wider",
    [
        "Forty people were killed in Portugal.",
        "Forty people were killed in Portugal in the storm that crossed it.",
        "Forty people were killed in Portugal, and the worst hit were Lisbon and Porto.",
    ],
)
def test_a_town_is_not_its_country_where_nothing_says_that_it_is_one_event(tell: Teller, wider: str) -> None:
    town = "Six people were killed in Lisbon, in the west of Portugal, when a storm brought down a wall."
    figures = link(tell(town, 3), tell(wider, 5))
    assert statuses(figures) == {"Six": "current", "Forty": "current"}
    assert len(figures) == 2


def test_a_country_joins_its_town_where_its_report_names_the_town(tell: Teller) -> None:
    figures = link(
        tell("Six people were killed in Lisbon, in the west of Portugal.", 3),
        tell("Nine people were killed in Portugal. The hotel in Lisbon is closed.", 5),
    )
    assert statuses(figures) == {"Six": "superseded", "Nine": "current"}


def test_bodies_found_are_among_the_toll_of_a_later_passage(tell: Teller) -> None:
    text = (
        "A bus fell off a bridge.\n\nUPDATE 6.30pm: The death toll has risen to nine, police said.\n\n"
        "5.10pm: Rescuers have found four bodies, police said."
    )
    figures = link(tell(text, 3))
    assert statuses(figures) == {"four": "superseded", "nine": "current"}


def test_bodies_found_stand_beside_a_toll_of_the_same_passage(tell: Teller) -> None:
    figures = link(tell("Rescuers have found four bodies. The death toll has risen to nine.", 3))
    assert statuses(figures) == {"four": "current", "nine": "current"}


def test_a_part_above_its_whole_says_so(tell: Teller) -> None:
    figures = link(tell("Nine people were injured in Norway. Twelve of those injured are children.", 3))
    point = next(point for figure in figures for point in figure.points if point.words == "Twelve")
    assert point.grounds is not None
    assert "which are fewer" in point.grounds.because


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("Six people were killed in Norway, including the gunman.", "is counted in"),
        ("Six people were killed in Norway, not counting the attacker.", "is not counted in"),
        ("Six people were killed in Norway. The gunman shot himself.", "it is not said"),
    ],
)
def test_whether_the_one_who_did_it_is_counted_is_told(tell: Teller, text: str, says: str) -> None:
    [figure] = link(tell(text, 3))
    assert figure.points[0].grounds is not None
    assert says in figure.points[0].grounds.because


def test_a_toll_without_an_attacker_says_nothing_of_one(tell: Teller) -> None:
    [figure] = link(tell("Six people were killed in Norway when a wall fell.", 3))
    assert figure.points[0].grounds is None


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        ("Six people were killed in Norway, including the gunman.", "Five people were killed in Norway."),
        ("Six people were killed in Norway. The gunman shot himself.", "Five people were killed in Norway."),
        ("Six people were hurt in Norway.", "He shot at a bus in Norway, wounding three people."),
        ("Six people were killed in Norway.", "Two people died in Norway in a street and a third was killed indoors."),
    ],
)
def test_a_lower_toll_that_can_be_so_is_no_conflict(tell: Teller, earlier: str, later: str) -> None:
    assert clashes(link(tell(earlier, 3), tell(later, 5))) == []


def test_a_toll_that_falls_by_more_than_the_attacker_is_a_conflict(tell: Teller) -> None:
    early = "Six people were killed in Norway. The gunman shot himself."
    assert clashes(link(tell(early, 3), tell("Four people were killed in Norway.", 5))) == [{"Six", "Four"}]


def test_a_number_without_a_place_joins_the_only_toll(tell: Teller) -> None:
    figures = link(
        tell("Forty people are missing in Norway.", 3),
        tell("The coastguard gave a new count.\n\nTwelve people are missing.", 5),
    )
    assert statuses(figures) == {"Forty": "superseded", "Twelve": "current"}
    assert clashes(figures) == []


@pytest.mark.parametrize(
    "later",
    [
        "Nine people were killed in Bergen alone, in the west of Norway.",
        "Nine people were killed elsewhere, in Bergen, in the west of Norway.",
        "Nine people were killed in Portugal.",
    ],
)
def test_what_the_words_set_off_stays_apart(tell: Teller, later: str) -> None:
    figures = link(tell("Six people were killed in Norway.", 3), tell(later, 5))
    assert statuses(figures) == {"Six": "current", "Nine": "current"}
    assert len(figures) == 2


def test_a_passage_that_tells_part_and_whole_keeps_them_apart(tell: Teller) -> None:
    text = "Six people were killed in Oslo, in the south of Norway. Ninety people were killed in Norway."
    figures = link(tell(text, 3))
    assert statuses(figures) == {"Six": "current", "Ninety": "current"}
    assert len(figures) == 2


def test_officers_are_not_superseded_by_all_the_dead(tell: Teller) -> None:
    figures = link(
        tell("Four officers were killed in Norway.", 3),
        tell("Nine people were killed in Norway, five of them officers.", 5),
    )
    assert statuses(figures)["Four"] == "current"
    assert clashes(figures) == []


def test_some_of_a_toll_are_a_figure_of_their_own(tell: Teller) -> None:
    figures = link(tell("Nine people were injured in Norway. Four of those injured are children.", 3))
    assert "people injured (part)" in {figure.counts for figure in figures}


def test_two_speakers_of_one_report_who_differ_are_in_conflict(tell: Teller) -> None:
    text = (
        '"At least 90 people were on board," inspector Ruth Hallam said. '
        '"There were 70 people on board," chief executive Owen Brisk said.'
    )
    figures = link(tell(text, 3))
    assert clashes(figures) == [{"At least 90", "70"}]
    assert "Hallam" in figures[0].conflicts[0].grounds.because


@pytest.mark.parametrize(
    "text",
    [
        '"There were 90 people on board," Ruth Hallam said. "There were 70 people on board," she said.',
        '"There were 90 people on board," Ruth Hallam said. Owen Brisk earlier said that 70 people were on board.',
        '"At least 60 people were on board," Ruth Hallam said. "There were 70 people on board," Owen Brisk said.',
        "There were 90 people on board. There were 70 people on board.",
        "Four people were hurt on Monday morning, Ruth Hallam said. Two were hurt on Monday night, Owen Brisk said.",
        "Four others were hurt, Ruth Hallam said. Two others were hurt, Owen Brisk said.",
    ],
)
def test_what_is_no_dispute_of_two(tell: Teller, text: str) -> None:
    assert clashes(link(tell(text, 3))) == []


def test_one_number_of_things_in_two_reports_is_one_figure_with_an_id_of_its_own(tell: Teller) -> None:
    figures = link(
        tell("The list had 196 passengers.", 3),
        tell("The list had 196 passengers.", 4),
        tell("Hallam read about two passengers.", 5),
    )
    assert sorted(len(figure.points) for figure in figures) == [1, 2]
    assert len({figure.id for figure in figures}) == 2


# (text, part, whole): what the words say of where places lie
LIES = [
    ("The Oslo harbour lies in Oslo, in the south of Norway.", "oslo", "norway"),
    ("It began in Lisbon, Portugal, on Monday.", "lisbon", "portugal"),
    ("It began in Lisbon on the coast of Portugal.", "lisbon", "portugal"),
]


@pytest.mark.parametrize(("text", "part", "whole"), LIES)
def test_part_and_whole_are_read_from_the_words(tell: Teller, text: str, part: str, whole: str) -> None:
    look = Look(tell(text, 3))
    lattice = lattice_of([look], lambda one, span: one.reading.report.words(span).lower())
    assert lattice.within(part, whole)
    assert not lattice.within(whole, part)


@pytest.mark.parametrize("text", ["It burned in Oslo, Lisbon and Madrid.", "It burned in Oslo and in Lisbon."])
def test_a_list_of_places_is_no_part_and_whole(tell: Teller, text: str) -> None:
    look = Look(tell(text, 3))
    lattice = lattice_of([look], lambda one, span: one.reading.report.words(span).lower())
    assert not lattice.within("oslo", "lisbon")
