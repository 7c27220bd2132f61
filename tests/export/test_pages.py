"""The pages print what the reports say and nothing that they could smuggle in."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from standfirst.export.evidence import render_evidence
from standfirst.export.markdown import escaped, render_markdown
from standfirst.export.plain import one_line, quoted
from standfirst.export.reading import STYLES, render_reading_page
from standfirst.export.said import LEGEND
from standfirst.export.terminal import render_terminal
from standfirst.view.brief import brief_of
from tests.view.made import CLAIMS, FAILED, READINGS, SNAPSHOT

BRIEF = brief_of(SNAPSHOT)
HOSTILE = (
    "\x1b[31mred\x1b[0m",
    "\x1b]0;title\x07text",
    "\x9b31mred",
    "a\x00b\x08c",
    "left\u202eright",
    "[bold]loud[/bold] :boom:",
    "<script>alert(1)</script>",
    "# heading | cell",
    "- item *strong* _em_ `code` ![i](u) [l](u) ~~x~~ $x$ &lt; &copy;",
    "1. first",
    "https://evil.example www.evil.example",
)


def hostile(words: str) -> str:
    """The terminal page and the markdown page of a story whose headline and a claim are those words."""
    bad = replace(FAILED, text=f"The wall is {words} for now")
    made = replace(
        SNAPSHOT,
        story=replace(SNAPSHOT.story, headline=words),
        claims=tuple(bad if one is FAILED else one for one in CLAIMS),
    )
    return render_terminal(brief_of(made)) + render_markdown(brief_of(made))


@pytest.mark.parametrize("words", HOSTILE)
def test_nothing_steers_the_terminal(words: str) -> None:
    page = hostile(words)
    assert not set(page) & {chr(code) for code in range(32) if code != 10}
    assert not set(page) & set("\x7f\x9b\u202e")


@given(st.text(alphabet=st.sampled_from(list("\x1b[]0;m\x07\x9b\u202ea31 \n\\")), max_size=40))
def test_whatever_is_left_is_plain(text: str) -> None:
    line = one_line(text)
    assert all(letter.isprintable() for letter in line)


def test_markup_of_the_page_is_not_read_from_reports() -> None:
    page = hostile("[bold]loud[/bold] :boom:")
    assert "[bold]loud[/bold] :boom:" in page


@given(st.text(max_size=80) | st.sampled_from(HOSTILE))
def test_markdown_shows_the_words_and_no_markup(words: str) -> None:
    html = MarkdownIt("commonmark", {"html": True}).enable("table").render(f"- {escaped(words)}")
    assert html.replace("\n", "").startswith("<ul><li>")
    inner = html.replace("\n", "").removeprefix("<ul><li>").removesuffix("</li></ul>")
    assert "<" not in inner
    shown = inner.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", '"').replace("&amp;", "&")
    assert shown == one_line(words)


def test_the_page_is_plain_unless_colour_is_asked_for() -> None:
    assert "\x1b[" not in render_terminal(BRIEF)
    assert "\x1b[1" in render_terminal(BRIEF, colour=True)


@pytest.mark.parametrize("width", [40, 80, 100])
@pytest.mark.parametrize("why", [False, True])
def test_the_page_keeps_to_its_width(width: int, why: bool) -> None:
    for page in (
        render_terminal(brief_of(SNAPSHOT, full=True), width=width, why=why),
        render_reading_page(READINGS[1], width=width),
        render_evidence(SNAPSHOT, FAILED, width=width),
    ):
        assert max(len(row) for row in page.splitlines()) <= width


def test_why_gives_each_line_its_reasons() -> None:
    for page in (render_terminal(BRIEF, why=True, width=200), render_markdown(BRIEF, why=True)):
        assert "two independent origins" in page
        assert "it corrects what was told before" in page
        assert "dated by" in page
    assert "why:" not in render_terminal(BRIEF)


def test_the_markdown_page_has_the_sections_in_order() -> None:
    heads = [row for row in render_markdown(BRIEF).splitlines() if row.startswith("#")]
    assert heads == [
        "# Dam wall at Orrow gives way",
        "## What matters most",
        "## Also reported, not confirmed",
        "## Disputed, denied or corrected",
        "## Figures",
        "## Timeline",
        "## Background",
        "## Not known yet",
        "## Who is cited",
        "## References",
    ]


def test_long_words_lose_their_middle_on_the_short_page_only() -> None:
    text = READINGS[1].report.text
    long = READINGS[1].report.quote(READINGS[1].report.span(0, len(text)))
    made = replace(SNAPSHOT, claims=(replace(FAILED, evidence=(replace(FAILED.evidence[0], quote=long),)),))
    assert "crowns a week" in render_terminal(brief_of(made))
    assert " … " in render_terminal(brief_of(made))
    assert "chief engineer Ina Mott said" in " ".join(render_terminal(brief_of(made, full=True)).split())


def test_what_was_set_aside_is_listed_in_full_only() -> None:
    assert "Subscribe" not in render_terminal(BRIEF)
    assert "Set aside: 1 boilerplate" in render_terminal(BRIEF)
    assert "Subscribe" in render_terminal(brief_of(SNAPSHOT, full=True))
    assert "Subscribe" in render_markdown(brief_of(SNAPSHOT, full=True))


def test_quotes_are_not_doubled() -> None:
    assert quoted("“Go,”") == "“Go,”"
    assert quoted("go") == "“go”"


def test_a_report_is_shown_with_what_was_found() -> None:
    page = render_reading_page(READINGS[1])
    words = " ".join(page.split())
    assert '"[1:We will rebuild the wall]," {1:chief engineer Ina Mott} said.' in words
    assert "said 1 Ina Mott · direct · via Coast Agency" in words
    assert "time “Tuesday” = 6 May 2031 (2031-05-06)" in words
    assert "count “1,200” = 1,200 people" in words
    assert "[boilerplate] (set aside)" in words
    coloured = render_reading_page(READINGS[1], colour=True)
    assert "\x1b[" in coloured
    styles = " ".join(name for name, _ in STYLES)
    assert one_line(coloured) == one_line(page).replace(LEGEND, f"{LEGEND} {styles}")


def test_the_evidence_of_a_claim_is_all_there() -> None:
    words = " ".join(render_evidence(SNAPSHOT, FAILED).split())
    assert "confirmed: so that there is one (made)" in words
    assert "2 independent origins: Ostra Valley Water, The Wick" in words
    assert "Ostra Valley Water (said), indirect, in The Lamp, 6 May 2031, 12:00 (UTC+2)" in words
    assert "The Wick's own voice, narration" in words
