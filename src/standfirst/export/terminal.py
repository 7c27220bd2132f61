"""The brief as a page for a terminal: 80 columns unless told otherwise, colour only where it is asked for.

Reports' words go into it as text, never as markup, and without what could steer the terminal.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from standfirst.export import wording
from standfirst.export.page import WIDTH, Page
from standfirst.export.plain import quoted
from standfirst.export.spark import sparkline
from standfirst.model.span import Quote
from standfirst.view.parts import Brief, FigureRow, Line, Moment, Section, Side

if TYPE_CHECKING:
    from rich.text import Text

#: Style of a label; what has no entry is bold.
_LABELS = {
    "Confirmed": "bold green",
    "Told by independent origins": "bold green",
    "Unverified": "bold yellow",
    "Disputed": "bold yellow",
    "Denied": "bold red",
    "Corrected": "bold red",
    "Withdrawn": "bold red",
    "Overtaken": "bold yellow",
}


def render_terminal(
    brief: Brief, *, why: bool = False, width: int = WIDTH, colour: bool = False, blocks: bool = True
) -> str:
    """The page as text, ending with a newline; with `why`, each line's score and reasons under it.

    Without `blocks` the course of a figure is drawn with letters that every terminal can show.
    """
    page = Page(width=width, colour=colour)
    page.put(page.text((brief.headline, "bold")))
    page.put(page.text((brief.as_of, "dim")))
    if brief.notice:
        page.put("")
        page.put(page.text((brief.notice, "")))
    for section in wording.sections_of(brief):
        _section(page, section, brief, why=why)
    _figures(page, brief, why=why, blocks=blocks)
    _timeline(page, brief, why=why)
    if brief.unknowns.lines:
        _section(page, brief.unknowns, brief, why=False)
    _sources(page, brief)
    if rest := wording.unshown(brief):
        page.put(page.text((f"In the full brief only: {rest}", "dim")))
    _references(page, brief)
    if brief.full and brief.problems:
        page.heading("Problems")
        for problem in brief.problems:
            page.item("•", page.text((f"{problem.report}: {problem.message}", "")))
    return page.done()


def _section(page: Page, section: Section, brief: Brief, *, why: bool) -> None:
    page.heading(section.title, note=wording.more(section.left_out))
    for line in section.lines:
        page.item("•", _told(page, line, brief))
        for side in line.sides:
            page.item("›", _told(page, side, brief), indent=2)
        if why and line.reasons:
            page.item("", page.text((wording.why(line), "dim")))


def _told(page: Page, line: Line | Side, brief: Brief) -> Text:
    parts = [(f"{line.label}: ", _LABELS.get(line.label, "bold"))] if line.label else []
    parts.append((line.text, ""))
    if isinstance(line, Line) and line.note:
        parts.append((f" ({line.note})", ""))
    if line.by:
        parts.append((f" — {line.by}", "italic"))
    return page.text(*parts, *_marks(brief, line.quotes))


def _marks(brief: Brief, quotes: tuple[Quote, ...]) -> list[tuple[str, str]]:
    found = wording.marks(brief.numbers(quotes))
    return [(f" {found}", "dim")] if found else []


def _figures(page: Page, brief: Brief, *, why: bool, blocks: bool) -> None:
    from rich.table import Table

    if not brief.figures:
        return
    page.heading("Figures", note=wording.more(brief.figures_left_out))
    table = Table(box=None, padding=(0, 1, 0, 0), pad_edge=False, show_header=True, header_style="dim", expand=False)
    for name in ("what", "where", "value", "as of", "how it stands"):
        table.add_column(name, overflow="fold", justify="right" if name == "value" else "left")
    for row in brief.figures:
        table.add_row(*_cells(page, row, brief, blocks=blocks))
        if why and row.reasons:
            table.add_row("", "", "", "", page.text((wording.reasons_words(row.reasons), "dim")))
        for aside in row.asides if why else ():
            table.add_row("", "", "", "", page.text((aside, "dim")))
    page.put(table)


def _cells(page: Page, row: FigureRow, brief: Brief, *, blocks: bool) -> Iterable[Text]:
    course = sparkline(row.course, blocks=blocks)
    style = "bold yellow" if row.standing.startswith("in conflict") else ""
    yield page.text((row.what, ""))
    yield page.text((row.where, ""))
    yield page.text((f"{course} " if course else "", "dim"), (row.value, "bold"))
    yield page.text((row.as_of, ""))
    yield page.text((row.standing, style), *_marks(brief, row.quotes))


def _timeline(page: Page, brief: Brief, *, why: bool) -> None:
    for title, moments, note in wording.timeline_of(brief):
        page.heading(title, note=note)
        column = min(26, max(len(moment.when) for moment in moments) + 2)
        for moment in moments:
            _moment(page, moment, brief, column)
            if why and moment.because:
                page.item("", page.text((f"dated by {moment.because}", "dim")), column=column)


def _moment(page: Page, moment: Moment, brief: Brief, column: int) -> None:
    page.item(moment.when, page.text((moment.text, ""), *_marks(brief, moment.quotes)), column=column)


def _sources(page: Page, brief: Brief) -> None:
    if brief.cited or brief.carried:
        page.heading("Who is cited")
        if brief.cited:
            page.put(page.text((wording.cited_words(brief.cited, full=brief.full), "")))
        if brief.carried:
            page.put(page.text((f"Carried from: {wording.carried_words(brief.carried, full=brief.full)}", "")))
    if brief.set_aside:
        page.put(page.text((f"Set aside: {wording.aside_words(brief)}", "dim")))
        if brief.full:
            for aside in brief.set_aside:
                for quote in aside.quotes:
                    page.item("•", page.text((f"{aside.reason}: {quoted(quote.text)}", ""), *_marks(brief, (quote,))))


def _references(page: Page, brief: Brief) -> None:
    if not brief.references:
        return
    page.heading("References")
    column = len(str(len(brief.references))) + 3
    for reference in brief.references:
        where = wording.reference_place(reference, brief)
        words = quoted(wording.reference_words(reference, full=brief.full))
        page.item(f"[{reference.number}]", page.text((f"{where}: ", "dim"), (words, "")), column=column)
