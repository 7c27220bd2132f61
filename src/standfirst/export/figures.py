"""Figures as pages: a page of HTML with a chart and a table for each that moved, and the same among Markdown.

No script and no style from elsewhere; what reports say goes in as text. Each mark of a chart leads to its row in the
table beside it, where the words stand that state its number.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping, Sequence

from standfirst.export.markdown import escaped
from standfirst.export.plain import one_line, quoted
from standfirst.export.svg import render_chart
from standfirst.view.figure_page import FigurePage
from standfirst.view.series import Mark, Series

_STYLE = """
body { font: 16px/1.5 system-ui, sans-serif; color: #111; background: #fff; max-width: 46rem; margin: 2rem auto;
  padding: 0 1rem }
h1 { font-size: 1.5rem; line-height: 1.25 }
h2 { font-size: 1.15rem; margin: 2.6rem 0 .4rem }
figure { margin: 0 0 .6rem }
table { border-collapse: collapse; width: 100%; font-size: .9rem }
th, td { text-align: left; vertical-align: top; padding: .35rem .8rem .35rem 0; border-top: 1px solid #ddd }
th { border-top: 0; color: #555; font-weight: 500 }
td:first-child { font-weight: 600 }
td:not(:last-child) { min-width: 6.2em }
tr:target { background: #fff3c4 }
.as-of, .why { color: #555; font-size: .9rem }
details ul { margin: .3rem 0; padding-left: 1.2rem }
@media print {
  details::details-content { content-visibility: visible; display: block }
  body { margin: 0; max-width: none; font-size: 11pt }
  figure, tr { break-inside: avoid }
}
"""


def render_figures_html(page: FigurePage) -> str:
    """The page, ending with a newline; the same view gives the same page."""
    return "\n".join(_page(page)) + "\n"


def figures_in_markdown(page: FigurePage) -> str:
    """The charts with their words, to follow a brief in Markdown; empty where nothing has moved."""
    outlets = page.outlets
    lines: list[str] = []
    for series in page.drawn:
        where = f" ({escaped(series.where)})" if series.where else ""
        lines += [
            "",
            f"### {escaped(series.what)}{where}",
            "",
            "<figure>",
            render_chart(series, outlets, titled=False).rstrip(),
        ]
        lines += ["</figure>", "", "| value | when | how it stands | in these words |", "|---|---|---|---|"]
        lines += [_markdown_row(mark, outlets) for mark in series.marks]
        lines += ["", *(f"*{escaped(_sentence(clash.because))}*" for clash in series.clashes)]
        lines += [f"- {escaped(words)}" for words in (*series.asides.notes, *series.asides.beside)]
    return "\n".join(["", "## Charts", *lines]).rstrip() + "\n" if lines else ""


def _page(page: FigurePage) -> Iterator[str]:
    headline = _safe(page.headline)
    yield "<!doctype html>"
    yield '<html lang="en"><head><meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>{headline}: the figures</title><style>{_STYLE}</style></head><body>"
    yield f'<h1>{headline}: the figures</h1><p class="as-of">{_safe(page.as_of)}</p>'
    for series in page.drawn:
        yield from _section(series, page.outlets)
    if page.once:
        yield "<section><h2>Told with one value</h2><table><thead>"
        yield "<tr><th>value</th><th>what</th><th>when</th><th>in these words</th></tr></thead><tbody>"
        for series in page.once:
            what = f"{series.what}, {series.where}" if series.where else series.what
            yield from (_row(mark, (mark.label, what, mark.when), page.outlets) for mark in series.marks)
        yield "</tbody></table></section>"
    yield "</body></html>"


def _row(mark: Mark, cells: Sequence[str], outlets: Mapping[str, str]) -> str:
    told = "".join(f"<td>{_safe(cell)}</td>" for cell in cells)
    return f'<tr id="{_safe(mark.id)}">{told}<td>{_words(mark, outlets)}</td></tr>'


def _section(series: Series, outlets: Mapping[str, str]) -> Iterator[str]:
    where = f", {series.where}" if series.where else ""
    yield f'<section id="{_safe(series.id)}"><h2>{_safe(series.what + where)}</h2>'
    yield f"<figure>{render_chart(series, outlets, titled=False).rstrip()}</figure>"
    yield "<table><thead>"
    yield "<tr><th>value</th><th>when</th><th>how it stands</th><th>in these words</th></tr></thead><tbody>"
    yield from (_row(mark, (mark.label, mark.when, mark.standing), outlets) for mark in series.marks)
    yield "</tbody></table>"
    yield from (f'<p class="why">{_safe(_sentence(clash.because))}</p>' for clash in series.clashes)
    yield from (f'<p class="why">{_safe(note)}</p>' for note in series.asides.notes)
    if series.asides.beside:
        told = "".join(f"<li>{_safe(words)}</li>" for words in series.asides.beside)
        yield '<details class="why"><summary>Why other numbers do not contradict these</summary>'
        yield f"<ul>{told}</ul></details>"
    yield "</section>"


def _sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}."


def _markdown_row(mark: Mark, outlets: Mapping[str, str]) -> str:
    words = "; ".join(f"{escaped(quoted(quote))} {escaped(by)}" for quote, by in _stated(mark, outlets))
    cells = (f'<a id="{_safe(mark.id)}"></a>{escaped(mark.label)}', escaped(mark.when), escaped(mark.standing), words)
    return f"| {' | '.join(cells)} |"


def _words(mark: Mark, outlets: Mapping[str, str]) -> str:
    told = ((_marked(quoted(quote), mark.words), _safe(by)) for quote, by in _stated(mark, outlets))
    return "<br>".join(f"{words} {by}" for words, by in told)


def _marked(quote: str, words: tuple[str, ...]) -> str:
    """The quote with the words of the number set off."""
    for number in sorted(map(one_line, words), key=len, reverse=True):
        found = re.search(rf"(?<!\w){re.escape(number)}(?!\w)", quote)
        if found is not None:
            return f"{_safe_part(quote[: found.start()])}<b>{_safe(number)}</b>{_safe_part(quote[found.end() :])}"
    return _safe(quote)


def _stated(mark: Mark, outlets: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """The words that state a value, each once with the outlets that have them."""
    by: dict[str, list[str]] = {}
    for quote in mark.quotes:
        by.setdefault(one_line(quote.text), []).append(outlets.get(quote.span.report, quote.span.report))
    return ((words, ", ".join(dict.fromkeys(names))) for words, names in by.items())


def _safe(words: str) -> str:
    return html.escape(one_line(words), quote=True)


def _safe_part(words: str) -> str:
    """A part of what is in one line already, with the spaces at its ends."""
    return html.escape(words, quote=True)
