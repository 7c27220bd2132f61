"""A figure through time as an SVG drawing, to stand in a page: no script, readable in print and by a screen reader.

Every number in it is a value that a report states; the words that state it are in the title of its mark, which leads to
`#<id of the mark>` in the page. There are no numbers at the axis: each mark is labelled itself.
"""

from __future__ import annotations

import html
from collections.abc import Iterable, Mapping

from standfirst.export.plain import one_line, quoted
from standfirst.export.plot import BOTTOM, LEFT, RIGHT, WIDTH, Placed, Plot, label_of, plot_of
from standfirst.view.series import Mark, Series, told_line

_HEIGHT = 306
#: Height of the head, which holds what is counted and where.
_HEAD = 46
_FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif"
#: Colour of each kind of mark and of its label; the shapes differ too, so that none is told by colour alone.
_INK = {
    "current": "#16324f", "superseded": "#8c8c8c", "corrected": "#8c8c8c", "conflict": "#b3261e", "plan": "#16324f",
    "limit": "#16324f", "estimate": "#16324f", "part": "#5b7083",
}  # fmt: skip
_LABEL = {"superseded": "#6b6b6b", "corrected": "#6b6b6b", "conflict": "#b3261e"}
_KINDS = {
    "current": "current", "superseded": "superseded", "corrected": "corrected", "conflict": "in conflict",
    "plan": "planned or asked for", "limit": "a limit", "estimate": "an estimate",
    "part": "not told as all",
}  # fmt: skip


def render_chart(series: Series, outlets: Mapping[str, str], *, titled: bool = True) -> str:
    """The drawing, ending with a newline and without an empty line; `outlets` names the outlet of a report by its id.

    Without `titled` the head is left off, for a page that has a heading over it. The series must have a mark. The same
    series gives the same drawing.
    """
    top = 0 if titled else _HEAD
    plot = plot_of(series)
    name = f"chart-{series.id}"
    told = "; ".join(f"{mark.label}, {mark.when}, {mark.standing}" for mark in (one.mark for one in plot.placed))
    where = f"{series.where}. " if series.where else ""
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 {top} {WIDTH} {_HEIGHT - top}" width="100%" role="group"'
        f' aria-labelledby="{name}-t {name}-d" font-family="{_FONT}" font-size="13" style="max-width:{WIDTH}px">',
        f'<title id="{name}-t">{_safe(series.what)}</title>',
        f'<desc id="{name}-d">{_safe(f"{where}{told}.")}</desc>',
        f'<rect width="{WIDTH}" height="{_HEIGHT}" fill="#fff"/>',
        _text(12, 24, series.what, size=17, weight=600, colour="#111") if titled else "",
        _text(12, 43, series.where, colour="#555") if titled else "",
        *_axis(plot),
        *_course(plot),
        *_clashes(plot),
        *(_mark(one, series, outlets) for one in plot.placed),
        *_legend(plot),
        "</svg>",
    ]
    return "\n".join(line for line in lines if line) + "\n"


def told_by(mark: Mark, outlets: Mapping[str, str]) -> str:
    """A mark in a sentence: its value, when, how it stands, and the words that state it with their outlet."""
    quote = mark.quotes[0]
    where = outlets.get(quote.span.report, quote.span.report)
    return f"{mark.label} ({mark.when or 'date not known'}, {mark.standing}): {quoted(quote.text)} {where}"


def _axis(plot: Plot) -> Iterable[str]:
    dash = "" if plot.from_zero else ' stroke-dasharray="2 4"'
    yield f'<path d="M{LEFT - 24} {BOTTOM}H{RIGHT + 44}" stroke="#555"{dash}/>'
    for x, words in plot.dates:
        yield _text(x, BOTTOM + 18, words, anchor="middle", colour="#333", size=12)
    notes = []
    if not plot.from_zero:
        notes.append("The scale does not begin at zero.")
    if not plot.to_scale:
        notes.append("In order of time, not to scale.")
    if notes:
        yield _text(WIDTH - 12, _HEIGHT - 10, " ".join(notes), anchor="end", colour="#555", size=11)


def _course(plot: Plot) -> Iterable[str]:
    """A line in steps through what was told as it is: a value holds until the next is told."""
    line = {mark.id for mark in told_line(one.mark for one in plot.placed)}
    told = [one for one in plot.placed if one.mark.id in line]
    if len(told) < 2 or not plot.series.lasts:
        return
    steps = f"M{_n(told[0].x)} {_n(told[0].y)}" + "".join(f"H{_n(one.x)}V{_n(one.y)}" for one in told[1:])
    yield f'<path d="{steps}" fill="none" stroke="#c9cfd6" stroke-width="2"/>'


def _clashes(plot: Plot) -> Iterable[str]:
    at = {one.mark.id: one for one in plot.placed}
    for clash in plot.series.clashes:
        one, other = at[clash.one], at[clash.other]
        x, y = (one.x + other.x) / 2, (one.y + other.y) / 2
        yield (
            f'<g><title>{_safe(clash.because)}</title><path d="M{_n(one.x)} {_n(one.y)}L{_n(other.x)} {_n(other.y)}"'
            f' stroke="{_INK["conflict"]}" stroke-width="1.5" stroke-dasharray="5 4"/>'
            f'<circle cx="{_n(x)}" cy="{_n(y)}" r="9" fill="#fff" stroke="{_INK["conflict"]}"/>'
            f"{_text(x, y + 5, '≠', anchor='middle', colour=_INK['conflict'], size=14)}</g>"
        )


def _mark(one: Placed, series: Series, outlets: Mapping[str, str]) -> str:
    mark, colour = one.mark, _INK[one.mark.kind]
    weight = 700 if mark.kind in ("current", "conflict") else 400
    words = _safe(f"{series.what}: {told_by(mark, outlets)}")
    label = _text(
        one.label_x, one.label_y, label_of(mark), anchor=one.anchor, weight=weight, colour=_LABEL.get(mark.kind, "#111")
    )
    return (
        f'<a href="#{_safe(mark.id)}" aria-label="{words}"><title>{words}</title>'
        f"{_bounds(one, colour)}{_shape(mark, one.x, one.y, colour) if mark.single else ''}{label}</a>"
    )


def _bounds(one: Placed, colour: str) -> str:
    """The bar of the bounds: an arrow to an open side, a band between stated ends, dots where nobody stated them."""
    if one.bar is None:
        return ""
    x, (upper, lower) = _n(one.x), one.bar
    line = f'<path d="M{x} {_n(upper)}V{_n(lower)}" stroke="{colour}" stroke-width="2"'
    if one.mark.bound == "at_least":
        return f'{line}/><path d="M{_n(one.x - 4)} {_n(upper + 6)}L{x} {_n(upper)}L{_n(one.x + 4)} {_n(upper + 6)}"' + (
            f' fill="none" stroke="{colour}" stroke-width="2"/>'
        )
    if one.mark.bound == "at_most":
        return f'{line}/><path d="M{_n(one.x - 4)} {_n(lower - 6)}L{x} {_n(lower)}L{_n(one.x + 4)} {_n(lower - 6)}"' + (
            f' fill="none" stroke="{colour}" stroke-width="2"/>'
        )
    if one.mark.single:
        return f'{line} stroke-dasharray="2 3"/>'
    high = max(3.0, lower - upper)
    return (
        f'<rect x="{_n(one.x - 5)}" y="{_n(upper)}" width="10" height="{_n(high)}" rx="2" fill="{colour}"'
        f' fill-opacity="0.25" stroke="{colour}"/>'
    )


def _shape(mark: Mark, x: float, y: float, colour: str) -> str:
    """Filled where it is so, hollow where it is planned, a diamond in a conflict, crossed out where it was wrong."""
    if mark.kind == "conflict":
        return f'<path d="M{_n(x)} {_n(y - 7)}l7 7l-7 7l-7 -7z" fill="{colour}"/>'
    if mark.kind == "plan":
        return f'<circle cx="{_n(x)}" cy="{_n(y)}" r="5.5" fill="#fff" stroke="{colour}" stroke-width="2"/>'
    if mark.kind == "limit":
        return f'<path d="M{_n(x - 9)} {_n(y)}h18" stroke="{colour}" stroke-width="4"/>'
    if mark.kind == "estimate":
        square = f'x="{_n(x - 5)}" y="{_n(y - 5)}" width="10" height="10"'
        return f'<rect {square} fill="#fff" stroke="{colour}" stroke-width="2"/>'
    if mark.kind == "part":
        return f'<circle cx="{_n(x)}" cy="{_n(y)}" r="3" fill="{colour}"/>'
    if mark.kind == "corrected":
        return f'<path d="M{_n(x - 5)} {_n(y - 5)}l10 10m0 -10l-10 10" stroke="{colour}" stroke-width="2.5"/>'
    return f'<circle cx="{_n(x)}" cy="{_n(y)}" r="5.5" fill="{colour}"/>'


def _legend(plot: Plot) -> Iterable[str]:
    """What the shapes mean, those that are there."""
    x, y = 20.0, float(_HEIGHT - 32)
    first: dict[str, Mark] = {}
    for one in plot.placed:
        if one.mark.single:
            first.setdefault(one.mark.kind, one.mark)
    for kind, words in _KINDS.items():
        if kind in first:
            yield _shape(first[kind], x, y, _INK[kind]) + _text(x + 13, y + 4, words, colour="#333", size=12)
            x += 13 + len(words) * 6.6 + 22
    bounds = {one.mark.bound for one in plot.placed if one.bar is not None}
    for bound, sign in (("at_least", "↑ at least"), ("at_most", "↓ at most")):
        if bound in bounds:
            yield _text(x, y + 4, sign, colour="#333", size=12)
            x += len(sign) * 6.6 + 22


def _text(
    x: float, y: float, words: str, *, anchor: str = "start", colour: str = "#111", size: int = 13, weight: int = 400
) -> str:
    if not words:
        return ""
    bold = f' font-weight="{weight}"' if weight != 400 else ""
    side = f' text-anchor="{anchor}"' if anchor != "start" else ""
    big = f' font-size="{size}"' if size != 13 else ""
    return f'<text x="{_n(x)}" y="{_n(y)}" fill="{colour}"{side}{big}{bold}>{_safe(words)}</text>'


def _n(value: float) -> str:
    """A coordinate to a tenth."""
    return f"{value:.1f}".rstrip("0").rstrip(".")


def _safe(words: str) -> str:
    """Words of a report as text of a page: in one line, nothing in them read as markup."""
    return html.escape(one_line(words), quote=True)
