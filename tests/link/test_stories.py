"""What a story is called: the newest telling headline of those reports that are most like the rest."""

from __future__ import annotations

from dataclasses import replace

import pytest

from standfirst.link.stories import headline_of, is_telling, story_of, trimmed_headline
from standfirst.model.reading import Block, Reading
from standfirst.model.report import Published, Report

TEXT = "The old quay at Vell collapsed on Monday. Nine dockers fell into the water of the harbour."


def reading(name: str, headline: str | None, *, text: str = TEXT, day: str = "2031-05-06") -> Reading:
    from standfirst.model.dating import dated

    out: Published = dated(day, None, "given")
    report = Report(id=name, text=text, headline=headline, published=out)
    end = text.index(".") + 1
    return Reading(
        report=report,
        published=out,
        blocks=(Block(span=report.span(0, len(text)), kind="body", published=out),),
        sentences=(report.span(0, end),),
    )


@pytest.mark.parametrize(
    ("headline", "trimmed"),
    [
        ("Quay at Vell collapses: live updates", "Quay at Vell collapses"),
        ("UPDATE 2 - Quay at Vell collapses", "Quay at Vell collapses"),
        ("Quay at Vell collapses: What we know so far", "Quay at Vell collapses"),
        ("Quay at Vell collapses | The Harbour Lamp", "Quay at Vell collapses"),
        ("Quay at Vell collapses, nine in the water", "Quay at Vell collapses, nine in the water"),
        ("Live music returns to Vell", "Live music returns to Vell"),
    ],
)
def test_what_tells_of_the_page_is_no_part_of_a_headline(headline: str, trimmed: str) -> None:
    assert trimmed_headline(headline) == trimmed


@pytest.mark.parametrize(
    ("headline", "telling"),
    [
        ("Quay at Vell collapses in the storm", True),
        ("The Harbour Lamp Online", False),
        ("Live updates from the harbour at Vell", False),
        ("Top News Article", False),
        ("harbourlamp on Twitter", False),
        ("These are the victims of the Vell quay collapse", False),
        ("Type 12", False),
    ],
)
def test_a_label_is_no_headline(headline: str, telling: bool) -> None:
    assert is_telling(headline) is telling


def test_without_a_telling_headline_the_first_sentence_stands() -> None:
    assert headline_of(reading("a", "The Harbour Lamp Online")) == "The old quay at Vell collapsed on Monday."
    assert headline_of(reading("a", None)) == "The old quay at Vell collapsed on Monday."


def test_the_newest_telling_headline_names_the_story() -> None:
    old = reading("a", "Quay at Vell collapses in the storm")
    new = reading("b", "Nine dockers saved after quay at Vell collapses", day="2031-05-07")
    label = reading("c", "Vell quay: live updates", day="2031-05-08")
    assert story_of((old, new, label)).headline == "Nine dockers saved after quay at Vell collapses"
    assert story_of((label, new, old)) == story_of((old, new, label))


def test_a_story_of_labels_and_of_nothing_has_a_name_too() -> None:
    assert story_of((reading("c", "Live updates"),)).headline == "The old quay at Vell collapsed on Monday."
    assert story_of(()).headline == ""
    bare = replace(reading("c", None), sentences=())
    assert story_of((bare,)).headline == "c"
