"""What is said beside a figure reaches every form in which figures are shown."""

from __future__ import annotations

import json

import pytest

from standfirst.export.figures import figures_in_markdown, render_figures_html
from standfirst.export.json import render_json
from standfirst.export.markdown import render_markdown
from standfirst.export.terminal import render_terminal
from standfirst.export.terminal_figures import render_figures_terminal
from standfirst.model.reading import Reading
from standfirst.model.snapshot import Snapshot
from standfirst.newsroom import snapshot_from
from standfirst.view.brief import brief_of
from standfirst.view.figure_page import figure_page_of


@pytest.fixture(scope="module")
def snapshot(example: tuple[Reading, ...]) -> Snapshot:
    return snapshot_from(example, ())


def plain(words: str) -> str:
    return " ".join(words.split())


def test_the_json_has_every_pair_with_its_reason(snapshot: Snapshot) -> None:
    figures = json.loads(render_json(snapshot))["figures"]
    points = {point["id"] for figure in figures for point in figure["points"]}
    pairs = [pair for figure in figures for pair in figure["compatible"]]
    assert pairs
    assert all({pair["one"], pair["other"]} <= points and pair["rule"] and pair["because"] for pair in pairs)
    notes = [note for figure in figures for note in figure["notes"]]
    assert [note["rule"] for note in notes] == ["sum holds"]
    texts = {reading.report.id: reading.report.text for reading in snapshot.readings}
    assert all(texts[each["report"]][each["start"] : each["end"]] == each["quote"] for each in notes[0]["evidence"])


def test_the_pages_of_figures_say_it(snapshot: Snapshot) -> None:
    page = figure_page_of(snapshot)
    told = "“196 passengers” and “16 crew” make “212 people”"
    for shown in (render_figures_html(page), render_figures_terminal(page), figures_in_markdown(page)):
        assert told in plain(shown)
        assert "is planned" in plain(shown)


def test_the_brief_says_it_only_where_asked(snapshot: Snapshot) -> None:
    brief = brief_of(snapshot)
    for render in (render_terminal, render_markdown):
        assert "make “212" not in plain(render(brief))
        assert "“212" in plain(render(brief, why=True))
