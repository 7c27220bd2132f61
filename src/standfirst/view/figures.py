"""The figures as rows: what is counted and where, the value with its bound, as of when, and how it stands."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable
from datetime import date, timedelta
from decimal import Decimal

from standfirst.model.linked import Figure, Point
from standfirst.model.span import Quote
from standfirst.view.dates import day_words, stretch_words
from standfirst.view.desk import Desk, moment_of, stems
from standfirst.view.parts import FigureRow, Reason
from standfirst.view.wording import shortened_end

#: References of a row of the short page, and letters of its second column.
MOST_REFERENCES = 3
_NARROW = 24

_BOUNDS = {"at_least": "at least ", "at_most": "at most ", "about": "about "}
#: Units that the count itself tells, so that the value stands alone.
_COUNTED = frozenset({"", "person", "item", "none", "count"})
_SIGNS = {"$": "$", "€": "€", "£": "£"}
_ROLES = {
    "planned": "planned",
    "limit": "a limit",
    "threatened": "threatened",
    "requested": "requested",
    "estimate": "an estimate",
    "target": "a target",
    "change": "a change",
}
_MONEY = frozenset("USD EUR GBP AUD NZD CAD JPY CNY INR CHF $ € £".split())


def figure_rows(desk: Desk, *, full: bool) -> tuple[FigureRow, ...]:
    """Every row, the weightiest figure first; on the short page what was overtaken stands in its successor's row."""
    ranked = sorted(
        desk.snapshot.figures,
        key=lambda figure: (-sum(reason.points for reason in weigh_figure(figure, desk)), figure.counts, figure.id),
    )
    rows = [row for figure in ranked for row in _rows(figure, desk, full=full)]
    return tuple(rows) if full else _joined(rows)


def _joined(rows: list[FigureRow]) -> tuple[FigureRow, ...]:
    """Rows that read the same made one with the words of all of them."""
    found: dict[tuple[str, ...], FigureRow] = {}
    for row in rows:
        key = (row.what.casefold(), row.where.casefold(), row.value, row.as_of, row.standing)
        same = found.get(key)
        found[key] = (
            row if same is None else dataclasses.replace(same, quotes=(*same.quotes, *row.quotes)[:MOST_REFERENCES])
        )
    return tuple(found.values())


def weigh_figure(figure: Figure, desk: Desk) -> tuple[Reason, ...]:
    """Why a figure stands where it stands."""
    reports = {quote.span.report for point in figure.points for quote in point.evidence}
    words = stems(f"{figure.counts} {' '.join(figure.scope)}")
    days = [_age(point, desk) for point in figure.points]
    told = (
        (bool(figure.conflicts), 3.0, "conflict", "its values clash"),
        (figure.unit == "person", 2.0, "unit", "it counts people"),
        (figure.unit in _MONEY, 0.5, "unit", "it is money"),
        (len({point.value for point in figure.points}) > 1, 1.0, "moves", "it has moved"),
        (len(reports) > 1, 1.0, "reports", f"{len(reports)} reports give it"),
        (any(age <= timedelta(days=1) for age in days), 1.5, "recency", "within a day of the newest passage"),
        (bool(words & desk.headline_stems.keys()), 1.0, "headlines", "in the headlines' words"),
        (not any(point.status == "current" for point in figure.points), -1.0, "status", "no value of it is current"),
        (any(point.role == "actual" for point in figure.points), 0.5, "role", "a count of what is"),
    )
    return tuple(Reason(rule=rule, points=points, because=because) for holds, points, rule, because in told if holds)


def value_words(value: Decimal, unit: str) -> str:
    """A value with its unit: "1,250", "27 km", "40%", "$2.4 million", "3 million NZD", "1 in 300"."""
    if unit == "one_in":
        return f"1 in {_digits(value)}"
    number = _large(value) if unit in _MONEY else _digits(value)
    if unit in _COUNTED:
        return number
    if unit in {"percent", "%"}:
        return f"{number}%"
    return f"{_SIGNS[unit]}{number}" if unit in _SIGNS else f"{number} {unit.replace('_', ' ')}"


def point_words(point: Point, unit: str) -> str:
    """A point's value with its bound; a range as "5 to 7"."""
    if point.low is not None and point.high is not None and point.low != point.high and point.bound != "about":
        return f"{value_words(point.low, '')} to {value_words(point.high, unit)}"
    return f"{_BOUNDS.get(point.bound, '')}{value_words(point.value, unit)}"


def _rows(figure: Figure, desk: Desk, *, full: bool) -> Iterable[FigureRow]:
    points = sorted(figure.points, key=_when_key)
    standing = [point for point in points if full or point.status not in {"superseded", "corrected"}] or points[-1:]
    past = [point for point in points if point not in standing]
    merged: dict[tuple[Decimal, str, str, str], list[Point]] = {}
    for point in standing:
        merged.setdefault((point.value, point.bound, point.role, point.status), []).append(point)
    reasons, what = weigh_figure(figure, desk), _as_printed(figure)
    groups = list(merged.values())
    for number, group in enumerate(groups):
        last = group[-1]
        before = past if number == len(groups) - 1 else []
        notes = [_standing(last, figure), *(_past(point, figure.unit) for point in before[-2:])]
        yield FigureRow(
            what=what if full else shortened_end(what, _NARROW),
            where=", ".join(figure.scope) if full else _where(figure.scope),
            value=point_words(last, figure.unit),
            as_of=_as_of(last),
            standing="; ".join(note for note in notes if note),
            quotes=_quotes([*group[::-1], *before[-2:]], full=full),
            reasons=reasons if number == 0 else (),
        )


def _as_printed(figure: Figure) -> str:
    """What is counted, with the capitals that a report gives it ("NATO soldiers"); else its unit."""
    for point in figure.points:
        for quote in point.evidence:
            found = re.search(re.escape(figure.counts), quote.text, re.IGNORECASE) if figure.counts else None
            if found is not None:
                return found[0]
    return figure.counts or figure.unit


def _quotes(points: list[Point], *, full: bool) -> tuple[Quote, ...]:
    """The words of the points, the newest first; on the short page one of each and few in all."""
    if full:
        return tuple(quote for point in points for quote in point.evidence)
    return tuple(dict.fromkeys(quote for point in points for quote in point.evidence[:1]))[:MOST_REFERENCES]


def _where(scope: tuple[str, ...]) -> str:
    """The scope for a narrow column: two names where they are short, else the first."""
    both = ", ".join(scope[:2])
    return both if len(both) <= _NARROW else shortened_end(scope[0], _NARROW)


def _standing(point: Point, figure: Figure) -> str:
    against = {conflict.other if conflict.one == point.id else conflict.one for conflict in figure.conflicts
               if point.id in {conflict.one, conflict.other}}  # fmt: skip
    if against:
        values = [point_words(other, figure.unit) for other in figure.points if other.id in against]
        return f"in conflict with {', '.join(dict.fromkeys(values))}"
    role = _ROLES.get(point.role, "")
    if point.status == "planned" or point.role == "planned":
        return "planned"
    return role if role and point.status == "current" else point.status


def _past(point: Point, unit: str) -> str:
    when = _as_of(point)
    word = "wrongly" if point.status == "corrected" else "was"
    return f"{word} {point_words(point, unit)}" + (f" ({when})" if when else "")


def _as_of(point: Point) -> str:
    """When the value holds; where the text does not say, when it was published."""
    if point.when is not None and point.when.start is not None and point.when.end is None:
        moment = moment_of(point.published)
        if moment is not None and moment.date() >= _first(point):
            return day_words(moment.date())
    told = stretch_words(point.when)
    if told:
        return told
    moment = moment_of(point.published)
    return day_words(moment.date()) if moment is not None else ""


def _first(point: Point) -> date:
    return (point.when.first_day if point.when is not None else None) or date.min


def _when_key(point: Point) -> tuple[str, str, str]:
    moment = moment_of(point.published)
    first = point.when.first_day if point.when is not None else None
    return (first.isoformat() if first else "", moment.isoformat() if moment else "", point.id)


def _age(point: Point, desk: Desk) -> timedelta:
    moment = moment_of(point.published)
    if moment is None or desk.newest is None or moment.tzinfo is None:
        return timedelta.max
    return desk.newest - moment


def _digits(value: Decimal) -> str:
    if not value.is_finite() or abs(value.adjusted()) > 30:
        return str(value)
    return f"{value:,f}".rstrip("0").rstrip(".") if value != value.to_integral_value() else f"{int(value):,}"


def _large(value: Decimal) -> str:
    """Money in millions and billions where it is that much."""
    if not value.is_finite() or abs(value.adjusted()) > 30:
        return str(value)
    for size, word in ((10**9, "billion"), (10**6, "million")):
        if abs(value) >= size and (value * 100) % size == 0:
            return f"{_digits(value / size)} {word}"
    return _digits(value)
