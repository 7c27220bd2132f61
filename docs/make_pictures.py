"""Draw the pictures of docs/figures.md from the bundled story. Run it after a change: python docs/make_pictures.py."""

from __future__ import annotations

import html
from pathlib import Path

from standfirst.export.plain import quoted
from standfirst.export.svg import render_chart
from standfirst.model.linked import Compatible
from standfirst.model.snapshot import Snapshot
from standfirst.newsroom import readings_of, snapshot_from
from standfirst.view.figure_page import FigurePage, figure_page_of
from standfirst.view.figures import as_printed
from standfirst.view.series import Series
from standfirst.view.values import point_words

FOLDER = Path(__file__).with_name("pictures")
EXAMPLE = Path(__file__).parents[1] / "examples" / "port-amary-ferry" / "reports"
#: File -> what the figure that it draws counts.
CHARTS = {
    "toll": "People killed",
    "missing": "People missing",
    "conflict": "People aboard",
    "planned": "Passenger limit",
}
#: What the figures of the picture of scope count: one word, several things.
ALIKE = ("brennlanders", "crew")
_ROW = 58
#: Letters of a quote in a row.
_LETTERS = 88
#: Letters of a reason.
_LONGEST = 108


def pictures(snapshot: Snapshot) -> dict[str, str]:
    """File name -> drawing."""
    page = figure_page_of(snapshot)
    drawn = {series.what: series for series in reversed(page.drawn)}
    charts = {f"{name}.svg": render_chart(drawn[what], page.outlets) for name, what in CHARTS.items()}
    return {**charts, "scope.svg": scope_picture(page), "beside.svg": beside_picture(snapshot)}


def scope_picture(page: FigurePage) -> str:
    """Figures that count the same word under different limits, one a row."""
    alike = [series for series in (*page.drawn, *page.once) if series.what.lower().startswith(ALIKE)]
    rows = sorted(alike, key=lambda series: (series.what.split()[0].lower(), -series.marks[-1].value, series.id))
    height = 62 + _ROW * len(rows)
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 680 {height}" width="100%" role="img"'
        ' aria-label="Figures that count the same word under different limits"'
        ' font-family="system-ui, sans-serif" font-size="13" style="max-width:680px">',
        f'<rect width="680" height="{height}" fill="#fff"/>',
        '<text x="12" y="24" font-size="17" font-weight="600">The same words, other figures</text>',
        '<text x="12" y="43" fill="#555">What each counts, its limits, and the sentence that states it</text>',
        *(_row(series, 62 + _ROW * number) for number, series in enumerate(rows)),
        "</svg>",
    ]
    return "\n".join(lines) + "\n"


def beside_picture(snapshot: Snapshot) -> str:
    """Numbers that differ and can both be so, one pair of each kind, with the reason."""
    points = {point.id: (figure, point) for figure in snapshot.figures for point in figure.points}
    pairs: dict[str, Compatible] = {}
    for figure in snapshot.figures:
        for pair in figure.compatible:
            pairs.setdefault(pair.grounds.rule, pair)
    height = 62 + _ROW * len(pairs)
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 680 {height}" width="100%" role="img"'
        ' aria-label="Numbers that differ and can both be so, each pair with its reason"'
        ' font-family="system-ui, sans-serif" font-size="13" style="max-width:680px">',
        f'<rect width="680" height="{height}" fill="#fff"/>',
        '<text x="12" y="24" font-size="17" font-weight="600">They differ, and both can be so</text>',
        '<text x="12" y="43" fill="#555">Two numbers, what each counts, and the reason</text>',
    ]
    for number, (rule, pair) in enumerate(sorted(pairs.items())):
        top = 62 + _ROW * number
        told = [
            f"{point_words(point, figure.unit)} {as_printed(figure)}"
            for figure, point in (points[pair.one], points[pair.other])
        ]
        lines += [
            f'<path d="M12 {top}H668" stroke="#ddd"/>',
            f'<text x="12" y="{top + 24}" font-weight="700">{_safe(told[0])}</text>',
            f'<text x="258" y="{top + 24}" font-weight="700">{_safe(told[1])}</text>',
            f'<text x="668" y="{top + 24}" text-anchor="end" fill="#16324f">{_safe(rule)}</text>',
            f'<text x="12" y="{top + 47}" fill="#555" font-size="12">{_safe(_cut(pair.grounds.because))}</text>',
        ]
    return "\n".join([*lines, "</svg>"]) + "\n"


def _cut(words: str) -> str:
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST].rsplit(' ', 1)[0]} …"


def _row(series: Series, top: int) -> str:
    mark = series.marks[-1]
    limits = series.where or "no limit named"
    dash = "" if series.where else ' stroke-dasharray="4 3"'
    width = min(420.0, 24 + 7.0 * len(limits))
    words = _around(quoted(mark.quotes[0].text), mark.words[0])
    note = f"{series.what}, {mark.standing}" if mark.kind == "plan" else series.what
    return (
        f'<g><path d="M12 {top}H668" stroke="#ddd"/>'
        f'<text x="12" y="{top + 24}" font-weight="700">{_safe(mark.label)}</text>'
        f'<text x="104" y="{top + 24}">{_safe(note)}</text>'
        f'<rect x="258" y="{top + 8}" width="{width:.0f}" height="23" rx="11" fill="#eef3f8" stroke="#16324f"{dash}/>'
        f'<text x="270" y="{top + 24}" fill="#16324f">{_safe(limits)}</text>'
        f'<text x="104" y="{top + 47}" fill="#555" font-size="12">{_safe(words)}</text></g>'
    )


def _around(quote: str, words: str) -> str:
    """As much of a quote as fits, the number within it."""
    at = max(0, quote.find(words))
    start = 0 if at + len(words) < _LETTERS - 12 else at - _LETTERS // 2
    shown = quote[start : start + _LETTERS]
    return f"{'…' if start else ''}{shown}{'…' if start + _LETTERS < len(quote) else ''}"


def _safe(words: str) -> str:
    return html.escape(" ".join(words.split()), quote=True)


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for name, drawing in pictures(snapshot_from(*readings_of([str(EXAMPLE)]))).items():
        (FOLDER / name).write_text(drawing, encoding="utf-8")
