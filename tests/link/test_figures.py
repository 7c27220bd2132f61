"""Figures: which numbers are one figure, what takes whose place, and what is in conflict; stories in a few lines."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from itertools import permutations
from typing import TYPE_CHECKING

import pytest

from standfirst.extract.quantities import find_quantities
from standfirst.link.figures import link_figures
from standfirst.model.linked import Figure
from standfirst.model.reading import Block, Reading
from standfirst.model.report import Published, Report
from standfirst.model.span import Span

if TYPE_CHECKING:
    from spacy.language import Language

Teller = Callable[..., Reading]


@pytest.fixture
def tell(nlp: Language) -> Teller:
    """Make a reading of a text that came out on a day of January 2031."""

    def make(text: str, day: int, name: str = "", *, kind: str = "body", revision: int = 1) -> Reading:
        start = datetime(2031, 1, 1, tzinfo=UTC) + timedelta(days=day - 1)
        out = Published(value=start.date().isoformat(), earliest=start, latest=start + timedelta(days=1), basis="given")
        report = Report(id=name or f"r{day:03}", text=text, published=out, revision=revision)
        doc = nlp(text)
        block = Block(span=report.span(0, len(text)), kind=kind, published=out)
        sentences = tuple(report.span(sent.start_char, sent.end_char) for sent in doc.sents)
        reading = Reading(report=report, published=out, blocks=(block,), sentences=sentences)
        return find_quantities(reading, doc)

    return make


def link(*readings: Reading) -> tuple[Figure, ...]:
    return link_figures(readings, nobody, str)


def nobody(span: Span) -> str | None:
    """No entity is known."""
    return None


def statuses(figures: tuple[Figure, ...]) -> dict[str, str]:
    return {point.words: point.status for figure in figures for point in figure.points}


def clashes(figures: tuple[Figure, ...]) -> list[set[str]]:
    words = {point.id: point.words for figure in figures for point in figure.points}
    return [{words[clash.one], words[clash.other]} for figure in figures for clash in figure.conflicts]


def test_a_rising_toll_is_one_figure_and_the_old_value_is_superseded(tell: Teller) -> None:
    figures = link(
        tell("Six people were killed in Norway.", 3),
        tell("Nine people died in Norway.", 4),
        tell("The death toll in Norway rose to 14.", 6),
    )
    assert len(figures) == 1
    assert statuses(figures) == {"Six": "superseded", "Nine": "superseded", "14": "current"}
    assert clashes(figures) == []


def test_a_toll_that_falls_in_a_later_report_is_a_conflict(tell: Teller) -> None:
    figures = link(tell("Nine people were killed in Norway.", 3), tell("Six people were killed in Norway.", 5))
    assert clashes(figures) == [{"Nine", "Six"}]
    assert statuses(figures) == {"Nine": "disputed", "Six": "disputed"}
    grounds = figures[0].conflicts[0].grounds
    assert "Nine" in grounds.because
    assert "Six" in grounds.because


def test_the_missing_grow_fewer_without_a_conflict(tell: Teller) -> None:
    figures = link(tell("Nine people are missing in Norway.", 3), tell("Four people are missing in Norway.", 5))
    assert statuses(figures) == {"Nine": "superseded", "Four": "current"}
    assert clashes(figures) == []


def test_what_is_left_open_is_no_point(tell: Teller) -> None:
    assert link(tell("Whether nine people are missing in Norway is not known.", 3)) == ()


def test_how_many_were_aboard_does_not_change(tell: Teller) -> None:
    one, other = (
        tell("There were 210 people on board in Norway.", 3),
        tell("There were 230 people aboard in Norway.", 4),
    )
    assert clashes(link(one, other)) == [{"210", "230"}]


def test_different_tolls_of_one_day_are_no_conflict(tell: Teller) -> None:
    figures = link(
        tell("Nine people were killed in Norway.", 3, "a"), tell("Six people were killed in Norway.", 3, "b")
    )
    assert clashes(figures) == []


@pytest.mark.parametrize(
    "later",
    [
        "Six of those killed in Norway were nurses.",
        "Police named the six people killed in Norway.",
        "Six people were wounded in Norway.",
        "Six people were killed in Portugal.",
        "Six nurses were killed in Norway.",
        "At most nine people were killed in Norway.",
        "Dozens of people were killed in Norway.",
        "The gunman who killed six people in Norway was found.",
        "Six people could be killed in Norway.",
        "The bodies of six people killed in Norway were moved.",
    ],
)
def test_what_is_no_conflict_with_nine_killed(tell: Teller, later: str) -> None:
    assert clashes(link(tell("Nine people were killed in Norway.", 3), tell(later, 5))) == []


def test_what_a_text_says_was_revised_is_superseded(tell: Teller) -> None:
    figures = link(tell("The number of wounded was revised from ten to seven.", 3))
    assert statuses(figures) == {"ten": "superseded", "seven": "current"}


def test_a_planned_number_stands_beside_the_actual_one(tell: Teller) -> None:
    figures = link(
        tell("There are 90 soldiers in Norway.", 3), tell("The army plans to keep 60 soldiers in Norway.", 9)
    )
    assert statuses(figures) == {"90": "current", "60": "planned"}
    assert clashes(figures) == []


def test_a_later_count_of_the_same_people_supersedes(tell: Teller) -> None:
    figures = link(tell("There are 90 soldiers in Norway.", 3), tell("There are 60 soldiers in Norway.", 200))
    assert statuses(figures) == {"90": "superseded", "60": "current"}


def test_an_age_told_differently_is_a_conflict(tell: Teller) -> None:
    one, other = tell("Maria Brell, 62, taught piano.", 3), tell("Maria Brell, 57, taught piano.", 4)
    assert clashes(link(one, other)) == [{"62", "57"}]


# (first age with its sentence, day of it, second, day of it, whether they clash)
BIRTHDAYS = [
    ("Maria Brell, 62, taught piano.", 3, "Maria Brell, 63, taught piano.", 24, False),
    ("Maria Brell, 62, taught piano.", 3, "Maria Brell, 63, taught piano.", 4, True),
    ("Maria Brell, 63, taught piano.", 3, "Maria Brell, 62, taught piano.", 24, True),
    ("Maria Brell, 62, was killed.", 3, "Maria Brell, 63, taught piano.", 24, True),
    ("Maria Brell, 62, is accused of killing a man.", 3, "Maria Brell, 63, taught piano.", 24, False),
    ("Maria Brell, 62, taught piano.", 3, "Maria Brell, then 61, was a singer.", 4, False),
]


@pytest.mark.parametrize(("first", "day", "second", "later", "clash"), BIRTHDAYS)
def test_a_birthday_is_no_conflict(tell: Teller, first: str, day: int, second: str, later: int, clash: bool) -> None:
    assert bool(clashes(link(tell(first, day), tell(second, later)))) is clash


def test_ages_of_people_unnamed_are_never_one_figure(tell: Teller) -> None:
    figures = link(tell("A 34-year-old teacher drowned.", 3), tell("A 36-year-old teacher drowned.", 3))
    assert sorted(point.value for figure in figures if figure.counts == "age" for point in figure.points) == [34, 36]
    assert clashes(figures) == []
    assert len([figure for figure in figures if figure.counts == "age"]) == 2


def test_more_counts_of_one_charge_supersede(tell: Teller) -> None:
    figures = link(
        tell("Paul Brell faces three counts of arson and one count of theft.", 3),
        tell("Paul Brell faces six counts of arson.", 40),
    )
    assert statuses(figures) == {"three": "superseded", "one": "current", "six": "current"}


def test_counts_of_another_case_stay(tell: Teller) -> None:
    figures = link(
        tell("Paul Brell was convicted of three counts of arson.", 3),
        tell("Paul Brell faces six counts of arson.", 40),
    )
    assert statuses(figures) == {"three": "current", "six": "current"}


def test_two_bails_of_one_man_are_no_conflict(tell: Teller) -> None:
    one, other = tell("Paul Brell is held on $9,000 bail.", 3), tell("Paul Brell is held on $5,000 bail.", 4)
    assert clashes(link(one, other)) == []


def test_father_and_son_of_one_name_are_no_conflict(tell: Teller) -> None:
    one, other = tell("Paul Brell, 62, was hurt.", 3), tell("Paul Brell, 31, was hurt.", 4)
    assert clashes(link(one, other)) == []


def test_one_report_is_never_in_conflict_with_itself(tell: Teller) -> None:
    text = "Nine people were killed in Norway. Later, six people were killed in Norway."
    assert clashes(link(tell(text, 3))) == []


def test_a_caption_keeps_the_words_of_its_day(tell: Teller) -> None:
    early = tell("Nine people were killed in Norway.", 3)
    caption = tell("Firefighters after six people were killed in Norway.", 5, kind="caption")
    assert clashes(link(early, caption)) == []


def test_set_aside_words_are_no_points(tell: Teller) -> None:
    assert link(tell("Nine people were killed in Norway.", 3, kind="unrelated")) == ()


def test_a_later_revision_corrects(tell: Teller) -> None:
    figures = link(
        tell("Nine people were killed in Norway.", 3, "a"),
        tell("Six people were killed in Norway.", 3, "a", revision=2),
    )
    assert statuses(figures) == {"Nine": "corrected", "Six": "current"}


def test_every_point_quotes_its_number(tell: Teller) -> None:
    readings = (
        tell("Six guards were killed and 20 people were hurt in Norway. It cost about $5 million.", 3),
        tell("The garrison in Norway fell from 90 to 70, and Maria Brell, 62, was hurt.", 4),
    )
    texts = {reading.report.id: reading.report.text for reading in readings}
    figures = link(*readings)
    assert figures
    for figure in figures:
        for point in figure.points:
            assert point.words in point.evidence[0].text
            for quote in point.evidence:
                assert texts[quote.span.report][quote.span.start : quote.span.end] == quote.text


def test_the_order_of_reading_changes_nothing(tell: Teller) -> None:
    readings = [
        tell("Six people were killed in Norway.", 3),
        tell("Nine people were killed in Norway. There are 90 soldiers in Norway.", 4),
        tell("Seven people were killed in Norway. There are 60 soldiers in Norway.", 6),
    ]
    known = {link(*order) for order in permutations(readings)}
    assert len(known) == 1


def test_nothing_gives_nothing() -> None:
    assert link() == ()
    assert link(Reading(report=Report(id="r", text=""))) == ()
