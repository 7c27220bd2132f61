"""The short page's table of figures: one row a figure with its latest value, what it was before and what is planned.

What another figure has overtaken, what repeats a row above and what counts little is left to the full brief.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from standfirst.model.linked import Figure, Point
from standfirst.model.span import Quote
from standfirst.text import plain
from standfirst.view.beside import names_of
from standfirst.view.desk import Desk
from standfirst.view.figures import MOST_REFERENCES, as_of, as_printed, aside_words, role_words, weigh_figure, when_key
from standfirst.view.parts import FigureRow
from standfirst.view.series import course_of
from standfirst.view.tolls import fate
from standfirst.view.values import point_words

#: Letters of the second column.
_NARROW = 26
#: Points below which a figure is not worth a row, and people so few that without a fate they are none.
_LEAST, _FEW = 2.0, 4
_GONE = frozenset({"superseded", "corrected"})
#: Letters of an abbreviation; what is longer in capitals is the place before a report, or shouted.
_SHORT = 5
#: What is limited by a time is dated in another column.
_TIME = re.compile(
    r"\d|day\b|night|morning|evening|week|month|year|\b(?:january|february|march|april|may|june|july|august|september"
    r"|october|november|december)\b",
    re.IGNORECASE,
)
_TRIVIAL = frozenset({"age", "height", "size"})


def short_rows(desk: Desk) -> tuple[FigureRow, ...]:
    """The rows, the weightiest figure first; no two read alike."""
    overtaken = {
        one.point.id
        for told in desk.told_counts.values()
        for one in told
        if one.newer is not None and one.point.status == "current"
    }
    persons = {entity.name for entity in desk.snapshot.entities if entity.kind == "person"}
    weighed = [
        (figure, reasons, sum(reason.points for reason in reasons))
        for figure in desk.snapshot.figures
        if not _is_trivial(figure, persons)
        and (reasons := weigh_figure(figure, desk))
        and not all(point.id in overtaken or point.status in _GONE for point in figure.points)
    ]
    weighed.sort(key=lambda one: (-one[2], one[0].counts, one[0].id))
    weighty = [one for one in weighed if one[2] >= _LEAST] or weighed[:_FEW]
    names = names_of(desk.snapshot.figures)
    found: dict[tuple[str, str], FigureRow] = {}
    for figure, reasons, _ in weighty:
        points = [point for point in figure.points if point.id not in overtaken]
        row = _row(figure, sorted(points, key=when_key))
        row = replace(row, reasons=reasons, asides=aside_words(figure, names))
        found.setdefault((_subject(figure), row.value), row)
    return tuple(found.values())


def _is_trivial(figure: Figure, persons: set[str]) -> bool:
    """Ages on which reports agree, and a handful of people whom nothing befell, or someone's: "Ann Orr's friends"."""
    if figure.conflicts:
        return False
    if _TRIVIAL & set(figure.counts.casefold().split()):
        return True
    few = all(point.value <= _FEW for point in figure.points) or not persons.isdisjoint(figure.scope)
    return figure.unit == "person" and not fate(figure) and few


def _subject(figure: Figure) -> str:
    """What befell people, whatever they are called, else what is counted and where: rows that agree in it repeat."""
    return fate(figure) or f"{figure.counts} {_where(figure)}".casefold()


def _row(figure: Figure, points: Sequence[Point]) -> FigureRow:
    clashing = {name for conflict in figure.conflicts for name in (conflict.one, conflict.other)}
    now = [point for point in points if point.status not in _GONE] or list(points)
    disputed = [point for point in now if point.id in clashing]
    last = _latest(disputed or now, figure)
    values = {point_words(point, figure.unit) for point in disputed or [last]}
    others = [point for point in now if point.role not in ("actual", "change") and point is not last]
    others = [point for point in _distinct(others, figure) if point_words(point, figure.unit) not in values][-1:]
    gone = _distinct([point for point in points if point.status in _GONE and point is not last], figure)[:2]
    notes = ["reports differ" if disputed else role_words(last)]
    notes += [_dated(_PAST[point.status], point, figure) for point in gone]
    notes += [_dated(role_words(point), point, figure) for point in others]
    return FigureRow(
        what=as_printed(figure),
        where=_where(figure),
        value=_either([point_words(point, figure.unit) for point in sorted(disputed, key=_size) or [last]]),
        as_of=as_of(last),
        standing="; ".join(note for note in notes if note),
        quotes=_quotes([*(disputed or [last]), *gone, *others]),
        course=course_of(figure),
    )


def _latest(points: Sequence[Point], figure: Figure) -> Point:
    """The newest value of what is, of people told of at one time the most: "31 are treated, two of them in danger"."""
    actual = [point for point in points if point.role == "actual"] or points
    actual = [point for point in actual if point.whole] or actual
    last = actual[-1]
    if figure.unit != "person":
        return last
    together = [point for point in actual if point.published == last.published and point.role == last.role]
    return max(together, key=lambda point: (point.value, point.id))


def _size(point: Point) -> tuple[Decimal, str]:
    return point.value, point.id


def _either(values: Sequence[str]) -> str:
    """ "11", "11 or at least 14", "4, 7 or 9"."""
    each = list(dict.fromkeys(values))
    return " or ".join([", ".join(each[:-1]), each[-1]] if len(each) > 1 else each)


_PAST = {"superseded": "was", "corrected": "wrongly"}


def _dated(word: str, point: Point, figure: Figure) -> str:
    when = as_of(point)
    return f"{word} {point_words(point, figure.unit)}" + (f" ({when})" if when else "")


def _distinct(points: Sequence[Point], figure: Figure) -> list[Point]:
    """Points of one value once, the first of them."""
    found: dict[str, Point] = {}
    for point in points:
        found.setdefault(point_words(point, figure.unit), point)
    return list(found.values())


def _where(figure: Figure) -> str:
    """The places, bodies and groups that limit it and are not in its name: two where they are short, else one."""
    name = plain(figure.counts).casefold()
    scope = [
        one
        for one in figure.scope
        if not _TIME.search(one) and not (one.isupper() and len(one) > _SHORT) and plain(one).casefold() not in name
    ]
    both = ", ".join(scope[:2])
    return both if len(both) <= _NARROW else min(scope[:3], key=len)


def _quotes(points: Sequence[Point]) -> tuple[Quote, ...]:
    return tuple(dict.fromkeys(quote for point in points for quote in point.evidence[:1]))[:MOST_REFERENCES]
