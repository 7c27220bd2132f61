"""Where the parts of a chart go: marks in time and size, their labels without overlap, dates under the axis.

Time is to scale where all marks can be told apart so, else the marks stand in their order at equal distances, and the
chart says so. The scale of values begins at zero unless all of them lie close together far from it; it says that too.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal

from standfirst.view.series import Mark, Series, told_line

WIDTH = 680
#: Edges of the plot: left, right, top, bottom.
LEFT, RIGHT, TOP, BOTTOM = 40, 624, 78, 232
#: Marks closer than this cannot be told apart.
_APART = 26.0
#: Marks of one moment stand this far from each other.
_BESIDE = 30.0
#: Width of a letter and height of a line of a label.
_LETTER, _LINE = 7.2, 15.0
#: Share of the greatest value that the values must span for their scale to begin at zero.
_FLAT = Decimal("0.25")
#: How far a bound that is open on one side is drawn.
OPEN = 30.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A rectangle on the page."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Box) -> bool:
        """Whether the two overlap."""
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A mark with its place, that of its bounds and that of its label."""

    mark: Mark
    x: float
    #: Of the value itself.
    y: float
    #: Ends of the bar of its bounds, the upper first; None without a bar.
    bar: tuple[float, float] | None
    label_x: float
    label_y: float
    #: start | middle | end, as SVG has it.
    anchor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Plot:
    """A chart laid out."""

    series: Series
    placed: tuple[Placed, ...]
    #: (x, words) of the dates under the axis.
    dates: tuple[tuple[float, str], ...]
    from_zero: bool
    to_scale: bool


def plot_of(series: Series) -> Plot:
    """Lay out a series of at least one mark."""
    marks = sorted(series.marks, key=lambda mark: (_moment(mark), mark.kind == "plan", mark.value, mark.id))
    xs, to_scale = _across(marks)
    ends = [end for mark in marks for end in (mark.value, mark.low, mark.high) if end is not None]
    least, most = min(ends), max(ends)
    from_zero = least >= 0 and (most - least) >= most * _FLAT
    floor = Decimal(0) if from_zero else least - (most - least or abs(most) or 1) * Decimal("0.35")
    roof = most + (most - floor or 1) * Decimal("0.08")

    def height(value: Decimal) -> float:
        return BOTTOM - float((value - floor) / (roof - floor)) * (BOTTOM - TOP)

    spots = [(mark, x, height(mark.value), _bar(mark, height)) for mark, x in zip(marks, xs, strict=True)]
    return Plot(
        series=series,
        placed=_labelled(spots),
        dates=_dates(marks, xs),
        from_zero=from_zero,
        to_scale=to_scale,
    )


def _moment(mark: Mark) -> datetime:
    return (
        (mark.at or datetime.max.replace(tzinfo=UTC)).astimezone(UTC) if mark.at else datetime.max.replace(tzinfo=UTC)
    )


def _across(marks: Sequence[Mark]) -> tuple[list[float], bool]:
    """Places from left to right, and whether they are to scale."""
    moments = [_moment(mark) for mark in marks]
    known = all(mark.at is not None for mark in marks)
    span = (moments[-1] - moments[0]).total_seconds()
    if len(set(moments)) == 1:
        return _spread([(LEFT + RIGHT) / 2.0] * len(marks)), True
    if known:
        xs = [LEFT + (moment - moments[0]).total_seconds() / span * (RIGHT - LEFT) for moment in moments]
        gaps = [later - earlier for earlier, later in itertools.pairwise(xs)]
        if all(gap == 0 or gap >= _APART for gap in gaps):
            return _spread(xs), True
    step = (RIGHT - LEFT) / max(1, len(marks) - 1)
    return [LEFT + number * step for number in range(len(marks))], False


def _spread(xs: Sequence[float]) -> list[float]:
    """Marks of one moment side by side, within the plot."""
    found: list[float] = []
    for number, x in enumerate(xs):
        same = xs[:number].count(x)
        count = list(xs).count(x)
        shift = (same - (count - 1) / 2.0) * _BESIDE if count > 1 else 0.0
        found.append(
            min(RIGHT, max(LEFT, x + shift)) if 0 < number < len(xs) - 1 else x + (shift if count > 1 else 0.0)
        )
    return found


def _bar(mark: Mark, height: Callable[[Decimal], float]) -> tuple[float, float] | None:
    """The bar of the bounds: to both ends, or some way towards the open side."""
    if mark.bound == "at_least":
        return max(TOP - 14.0, height(mark.value) - OPEN), height(mark.value)
    if mark.bound == "at_most":
        return height(mark.value), min(float(BOTTOM), height(mark.value) + OPEN)
    if mark.low is not None and mark.high is not None and mark.low < mark.high:
        return height(mark.high), height(mark.low)
    return None


_Spot = tuple[Mark, float, float, "tuple[float, float] | None"]


def _labelled(spots: Sequence[_Spot]) -> tuple[Placed, ...]:
    """Each label at the first place beside its mark that is free."""
    taken = [_around(x, y) for _, x, y, _ in spots]
    taken += [Box(left=x - 4, right=x + 4, top=bar[0], bottom=bar[1]) for _, x, _, bar in spots if bar is not None]
    line = {mark.id for mark in told_line(mark for mark, _, _, _ in spots)}
    told = [(x, y) for mark, x, y, _ in spots if mark.id in line]
    for (from_x, before), (x, y) in itertools.pairwise(told):
        taken.append(Box(left=x - 2, right=x + 2, top=min(before, y), bottom=max(before, y)))
        taken.append(Box(left=from_x, right=x, top=before - 2, bottom=before + 2))
    found: list[Placed] = []
    for mark, x, y, bar in spots:
        wide = len(label_of(mark)) * _LETTER
        upper, lower = bar if bar is not None else (y, y)
        places = (
            (x, min(upper, y) - 11, "middle"),
            (x, max(lower, y) + 21, "middle"),
            (x + 11, y + 5, "start"),
            (x - 11, y + 5, "end"),
            (x, min(upper, y) - 11 - _LINE, "middle"),
            (x, max(lower, y) + 21 + _LINE, "middle"),
        )
        boxes = [_text_box(px, py, wide, anchor) for px, py, anchor in places]
        free = [
            number
            for number, box in enumerate(boxes)
            if not any(box.meets(other) for other in taken)
            and box.left >= 4 and box.right <= WIDTH - 4 and box.top >= TOP - 26 and box.bottom <= BOTTOM - 2
        ]  # fmt: skip
        best = free[0] if free else 0
        taken.append(boxes[best])
        px, py, anchor = places[best]
        found.append(Placed(mark=mark, x=x, y=y, bar=bar, label_x=px, label_y=py, anchor=anchor))
    return tuple(found)


def label_of(mark: Mark) -> str:
    """The words beside a mark: its value, and how it stands where its shape alone would say so."""
    return f"{mark.label}, {mark.standing}" if mark.kind in ("plan", "limit", "estimate") else mark.label


def _around(x: float, y: float) -> Box:
    return Box(left=x - 8, right=x + 8, top=y - 8, bottom=y + 8)


def _text_box(x: float, y: float, wide: float, anchor: str) -> Box:
    left = {"start": x, "middle": x - wide / 2, "end": x - wide}[anchor]
    return Box(left=left, right=left + wide, top=y - _LINE + 3, bottom=y + 3)


def _dates(marks: Sequence[Mark], xs: Sequence[float]) -> tuple[tuple[float, str], ...]:
    """The days under the axis, each once, the year where it changes; those without room are left out."""
    found: list[tuple[float, str]] = []
    edge, year, last = 0.0, 0, ""
    for mark, x in zip(marks, xs, strict=True):
        day = mark.day or "date not known"
        if day == last:
            continue
        words = day.removesuffix(f" {year}") if year else day
        half = len(words) * _LETTER / 2
        place = min(WIDTH - half - 4, max(half + 4, x))
        if place - half < edge:
            continue
        found.append((place, words))
        edge, last = place + half + 6, day
        year = mark.at.year if mark.at is not None else year
    return tuple(found)
