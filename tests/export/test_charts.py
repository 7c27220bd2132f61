"""Charts: readable without colour and script, every mark with its words, the same each time; and the line of blocks."""

from __future__ import annotations

import itertools
import re
import xml.etree.ElementTree as ET
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from standfirst.export.figures import figures_in_markdown, render_figures_html
from standfirst.export.plot import BOTTOM, TOP, WIDTH, plot_of
from standfirst.export.spark import sparkline
from standfirst.export.svg import render_chart
from standfirst.export.terminal import render_terminal
from standfirst.export.terminal_figures import render_figures_terminal
from standfirst.model.linked import Figure
from standfirst.view.brief import brief_of
from standfirst.view.figure_page import FigurePage
from standfirst.view.series import Series, series_of
from tests.view.figures import ALL, CLASH, PLAN, TOLL, figure, out, point
from tests.view.made import SNAPSHOT

SVG = "{http://www.w3.org/2000/svg}"
OUTLETS = {f"r-p{number}": f"Paper {number}" for number in range(1, 6)}


def drawn(made: Figure) -> Series:
    return series_of(made, made.counts)


def parsed(made: Figure) -> ET.Element:
    return ET.fromstring(render_chart(drawn(made), OUTLETS))


def shapes(made: Figure) -> str:
    """The chart without its words, as text."""
    return re.sub(r"<(title|desc|text)\b.*?</\1>", "", render_chart(drawn(made), OUTLETS))


def page(*figures: Figure) -> FigurePage:
    each = tuple(drawn(one) for one in figures)
    return FigurePage(
        headline="The valley",
        as_of="as of now",
        drawn=tuple(one for one in each if one.moves),
        once=tuple(one for one in each if not one.moves),
        outlets=OUTLETS,
    )


@pytest.mark.parametrize("made", ALL, ids=lambda made: made.counts)
def test_each_mark_leads_to_its_words_and_is_told(made: Figure) -> None:
    tree = parsed(made)
    links = tree.findall(f".//{SVG}a")
    marks = drawn(made).marks
    assert {link.get("href") for link in links} == {f"#{mark.id}" for mark in marks}
    for mark in marks:
        link = next(one for one in links if one.get("href") == f"#{mark.id}")
        title = link.find(f"{SVG}title")
        assert title is not None
        assert title.text == link.get("aria-label")
        assert mark.quotes[0].text in (title.text or "")
        assert mark.standing in (title.text or "")


@pytest.mark.parametrize("made", ALL, ids=lambda made: made.counts)
def test_the_chart_is_named_and_described(made: Figure) -> None:
    tree = parsed(made)
    ids = {one.get("id") for one in tree.iter() if one.get("id")}
    assert set((tree.get("aria-labelledby") or "").split()) <= ids
    described = tree.findtext(f"{SVG}desc") or ""
    assert all(f"{mark.label}, {mark.when}, {mark.standing}" in described for mark in drawn(made).marks)


@pytest.mark.parametrize("made", ALL, ids=lambda made: made.counts)
def test_no_number_is_drawn_but_values_and_dates(made: Figure) -> None:
    tree = parsed(made)
    shown = [one.text or "" for one in tree.iter(f"{SVG}text")]
    labels = {mark.label for mark in drawn(made).marks}
    days = {words for _, words in plot_of(drawn(made)).dates}
    for words in shown:
        if re.search(r"\d", words):
            assert words in days or any(words.startswith(label) for label in labels), words


def test_nothing_in_a_chart_runs_or_is_fetched() -> None:
    text = render_figures_html(page(*ALL))
    assert not re.search(r"<script|javascript:|\bon[a-z]+=|https?://(?!www\.w3\.org/2000/svg)|@import|url\(", text)


def test_the_chart_of_a_conflict_says_so_without_colour() -> None:
    assert "≠" in {one.text for one in parsed(CLASH).iter(f"{SVG}text")}
    assert "l7 7l-7 7l-7 -7z" in shapes(CLASH)


def test_planned_is_hollow_superseded_grey_and_current_dark() -> None:
    assert 'r="5.5" fill="#fff" stroke="#16324f"' in shapes(PLAN)
    assert 'r="5.5" fill="#8c8c8c"' in shapes(TOLL)
    assert 'r="5.5" fill="#16324f"' in shapes(TOLL)
    legend = [one.text for one in parsed(PLAN).iter(f"{SVG}text")]
    assert "planned or asked for" in legend
    assert "superseded" not in legend


def test_bounds_are_bars() -> None:
    placed = {one.mark.label: one.bar for one in plot_of(drawn(TOLL)).placed}
    assert placed["3"] is None
    assert placed["14"] is None
    upper, lower = placed["dozens"] or (0, 0)
    assert upper < lower
    open_above = placed["at least 7"]
    assert open_above is not None
    assert open_above[0] < open_above[1]
    assert "fill-opacity" in shapes(TOLL)  # no single value is told by "dozens"


def test_the_scale_begins_at_zero_or_says_that_it_does_not() -> None:
    near = figure(point("p1", "212", "There were 212.", "212"), point("p2", "229", "There were 229.", "229",
                  published=out(8)))  # fmt: skip
    assert plot_of(drawn(TOLL)).from_zero
    assert not plot_of(drawn(near)).from_zero
    assert "The scale does not begin at zero." in render_chart(drawn(near), OUTLETS)
    assert "zero" not in render_chart(drawn(TOLL), OUTLETS)


def test_time_is_to_scale_or_the_chart_says_that_it_is_not() -> None:
    far = figure(*[
        point(f"p{n}", str(n), f"It was {n}.", str(n), published=out(day)) for n, day in ((1, 1), (2, 4), (3, 31))
    ])  # fmt: skip
    close = replace(far, points=(*far.points, point("p4", "4", "It was 4.", "4", published=out(1, 13))))
    assert plot_of(drawn(far)).to_scale
    assert not plot_of(drawn(close)).to_scale
    assert "not to scale" in render_chart(drawn(close), OUTLETS)
    xs = [one.x for one in plot_of(drawn(far)).placed]
    assert (xs[2] - xs[1]) / (xs[1] - xs[0]) == pytest.approx(9)


@given(st.lists(st.tuples(st.integers(0, 5000), st.integers(1, 28), st.integers(0, 23)), min_size=1, max_size=12))
def test_whatever_is_told_stays_within_the_plot(told: list[tuple[int, int, int]]) -> None:
    points = [
        point(f"p{n}", str(value), f"It was {value}.", str(value), published=out(day, hour))
        for n, (value, day, hour) in enumerate(told)
    ]
    plot = plot_of(drawn(figure(*points)))
    assert all(0 <= one.x <= WIDTH and TOP - 1 <= one.y <= BOTTOM + 1 for one in plot.placed)
    assert all(one.x <= other.x for one, other in itertools.pairwise(plot.placed))
    ET.fromstring(render_chart(plot.series, {}))


@pytest.mark.parametrize("words", ["<script>alert(1)</script>", 'a & b "c"', "\x1b[31mred", "a\x00b\u202ec", "]]>"])
def test_words_of_reports_are_text_and_nothing_else(words: str) -> None:
    made = figure(
        point("p1", "3", f"Three of {words} left.", "Three"),
        point("p2", "4", f"Four of {words} left.", "Four", published=out(8)),
        counts=words,
    )
    tree = parsed(made)
    assert {one.tag.removeprefix(SVG) for one in tree.iter()} <= {
        "svg", "title", "desc", "rect", "text", "path", "a", "circle", "g",
    }  # fmt: skip
    assert "<script" not in render_figures_html(page(made))


def test_the_html_page_has_a_row_for_each_mark_of_each_figure() -> None:
    once = figure(point("p9", "2", "Two dogs were found.", "Two"), counts="dogs", unit="item")
    text = render_figures_html(page(TOLL, CLASH, once))
    assert text.count("<svg") == 2
    for made in (TOLL, once):
        for mark in drawn(made).marks:
            assert f'<tr id="{mark.id}">' in text
            assert all(quote.text in re.sub("</?b>", "", text) for quote in mark.quotes)
    assert "“<b>At least seven</b> people are missing.”" in text
    assert "Both cannot be so." in text
    assert "Told with one value" in text


def test_charts_among_markdown_are_one_block_with_a_table() -> None:
    text = figures_in_markdown(page(TOLL))
    html = MarkdownIt("commonmark", {"html": True}).enable("table").render(text)
    figure_block = html[html.index("<figure>") : html.index("</figure>")]
    assert "<svg" in figure_block
    assert "<p>" not in figure_block
    assert '<a id="p2"></a>at least 7' in html
    assert html.count("<tr>") == 5
    assert figures_in_markdown(page()) == ""


def test_the_terminal_page_has_the_words_of_each_value() -> None:
    text = " ".join(render_figures_terminal(page(TOLL, CLASH), width=100).split())
    assert "PEOPLE MISSING, ORROW f1 ▃▅█" in text
    assert "• dozens (9 May 2031, 12:00 (UTC), superseded) “Dozens were missing on Friday.” Paper 3" in text
    assert "≠ both cannot be so" in text
    assert "▅" not in render_figures_terminal(page(TOLL), blocks=False)
    assert "The reports state no figure." in render_figures_terminal(page())


SPARKS = [
    ((3, 7, 8, 9), "▃▆▇█", ".-''"),
    ((38, 21, 5, 4), "█▅▂▂", "'-__"),
    ((5, 5, 5), "███", "'''"),
    ((0, 0), "▁▁", "__"),
    ((-4, 0, 4), "▁▅█", "_-'"),
    ((7,), "", ""),
    ((), "", ""),
]


@pytest.mark.parametrize(("values", "blocks", "plain"), SPARKS)
def test_a_course_in_one_line(values: tuple[int, ...], blocks: str, plain: str) -> None:
    told = [Decimal(value) for value in values]
    assert (sparkline(told), sparkline(told, blocks=False)) == (blocks, plain)
    assert sparkline([*told, Decimal("NaN")]) == ""


def test_the_brief_shows_a_course_where_there_are_three_values() -> None:
    made = replace(SNAPSHOT, figures=(TOLL, CLASH))
    assert "▃▅█ 14" in render_terminal(brief_of(made), width=110)
    plain = render_terminal(brief_of(made), width=110, blocks=False)
    assert ".-' 14" in plain
    assert "▅" not in plain
    alone = render_terminal(brief_of(replace(SNAPSHOT, figures=(CLASH,))))
    assert not set(alone) & set("▁▂▃▄▅▆▇█")
