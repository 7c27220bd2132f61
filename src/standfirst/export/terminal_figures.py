"""The figures as a page for a terminal: each with its course, its values and the words that state them."""

from __future__ import annotations

from standfirst.export.page import WIDTH, Page
from standfirst.export.plain import quoted
from standfirst.export.spark import sparkline
from standfirst.view.figure_page import FigurePage
from standfirst.view.series import Mark, Series, told_line

#: Values that a course needs.
_COURSE = 3
#: Sentences about a figure below its values.
_ASIDES = 4
#: Style of a mark by its kind; what has no entry is plain.
_STYLES = {"current": "bold", "conflict": "bold yellow", "superseded": "dim", "corrected": "dim strike"}


def render_figures_terminal(page: FigurePage, *, width: int = WIDTH, colour: bool = False, blocks: bool = True) -> str:
    """The page as text, ending with a newline; without `blocks` no block letters are used."""
    out = Page(width=width, colour=colour)
    out.put(out.text((page.headline, "bold")))
    out.put(out.text((page.as_of, "dim")))
    for series in page.drawn:
        told = [mark.value for mark in told_line(series.marks)]
        course = sparkline(told, blocks=blocks) if len(told) >= _COURSE and series.lasts else ""
        out.heading(_title(series), note=f" {series.id}" + (f"  {course}" if course else ""))
        for mark in series.marks:
            _mark(out, mark, mark.standing, page)
        for clash in series.clashes:
            out.item("≠" if blocks else "!", out.text((f"{clash.because}", "yellow")))
        _asides(out, series)
    if page.once:
        out.heading("Told with one value")
        for series in page.once:
            for mark in series.marks:
                _mark(out, mark, _title(series), page)
    if not (page.drawn or page.once):
        out.put(out.text(("The reports state no figure.", "")))
    return out.done()


def _asides(out: Page, series: Series) -> None:
    told = (*series.asides.notes, *series.asides.beside)
    for aside in told[:_ASIDES]:
        out.item("·", out.text((aside, "dim")))
    if len(told) > _ASIDES:
        out.item("·", out.text((f"{len(told) - _ASIDES} more of the kind in the page of HTML", "dim")))


def _title(series: Series) -> str:
    return f"{series.what}, {series.where}" if series.where else series.what


def _mark(out: Page, mark: Mark, beside: str, page: FigurePage) -> None:
    quote = mark.quotes[0]
    where = page.outlets.get(quote.span.report, quote.span.report)
    more = len(mark.quotes) - 1
    rest = f" and {more} more" if more else ""
    when = f"{mark.when}, " if mark.when else ""
    words = out.text((mark.label, _STYLES.get(mark.kind, "")), (f" ({when}{beside}) ", ""))
    words.append_text(out.text((f"{quoted(quote.text)} {where}{rest}", "dim")))
    out.item("•", words)
