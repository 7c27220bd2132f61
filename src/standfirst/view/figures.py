"""The figures as rows: what is counted and where, the value with its bound, as of when, and how it stands."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta
from decimal import Decimal

from standfirst.model.linked import Figure, Point
from standfirst.view.dates import day_words, published_words, stretch_words
from standfirst.view.desk import Desk, moment_of, stems
from standfirst.view.parts import FigureRow, Reason
from standfirst.view.tolls import fate

#: References of a row of the short page.
MOST_REFERENCES = 3
#: Letters of an abbreviation; a longer word in capitals is shouted.
_SHORT = 4
#: Letters of a unit that is a symbol and has no plural: "km".
_SYMBOL = 2

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


def figure_rows(desk: Desk) -> tuple[FigureRow, ...]:
    """Every value of every figure as a row, the weightiest figure first."""
    ranked = sorted(
        desk.snapshot.figures,
        key=lambda figure: (-sum(reason.points for reason in weigh_figure(figure, desk)), figure.counts, figure.id),
    )
    return tuple(row for figure in ranked for row in _rows(figure, desk))


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
        (bool(fate(figure)), 2.0, "toll", f"people {fate(figure)}"),
        (_is_central(figure, desk), 0.5, "central", "of what the story turns on"),
        (any(age <= timedelta(days=1) for age in days), 1.5, "recency", "within a day of the newest passage"),
        (bool(words & desk.headline_stems.keys()), 1.0, "headlines", "in the headlines' words"),
        (not any(point.status == "current" for point in figure.points), -1.0, "status", "no value of it is current"),
        (any(point.role == "actual" for point in figure.points), 0.5, "role", "a count of what is"),
    )
    return tuple(Reason(rule=rule, points=points, because=because) for holds, points, rule, because in told if holds)


def _is_central(figure: Figure, desk: Desk) -> bool:
    names = {desk.entities[name].name for name in desk.main_entities if name in desk.entities}
    return bool(names & set(figure.scope))


def value_words(value: Decimal, unit: str) -> str:
    """A value with its unit: "1,250", "27 km", "40%", "$2.4 million", "3 million NZD", "1 in 300"."""
    if unit == "one_in":
        return f"1 in {_digits(value)}"
    number = _large(value) if unit in _MONEY else _digits(value)
    if unit in _COUNTED:
        return number
    if unit in {"percent", "%"}:
        return f"{number}%"
    if unit in _SIGNS:
        return f"{_SIGNS[unit]}{number}"
    name = unit.replace("_", " ")
    whole_word = name.islower() and name.isalpha() and len(name) > _SYMBOL and not name.endswith("s")
    return f"{number} {name}s" if whole_word and value != 1 else f"{number} {name}"


def point_words(point: Point, unit: str) -> str:
    """A point's value with its bound; a range as "5 to 7"."""
    if point.low is not None and point.high is not None and point.low != point.high and point.bound != "about":
        return f"{value_words(point.low, '')} to {value_words(point.high, unit)}"
    return f"{_BOUNDS.get(point.bound, '')}{value_words(point.value, unit)}"


def _rows(figure: Figure, desk: Desk) -> Iterable[FigureRow]:
    merged: dict[tuple[Decimal, str, str, str], list[Point]] = {}
    for point in sorted(figure.points, key=when_key):
        merged.setdefault((point.value, point.bound, point.role, point.status), []).append(point)
    reasons, what = weigh_figure(figure, desk), as_printed(figure)
    for number, group in enumerate(merged.values()):
        last = group[-1]
        yield FigureRow(
            what=what,
            where=", ".join(figure.scope),
            value=point_words(last, figure.unit),
            as_of=as_of(last),
            standing=_standing(last, figure),
            quotes=tuple(quote for point in group[::-1] for quote in point.evidence),
            reasons=reasons if number == 0 else (),
        )


def as_printed(figure: Figure) -> str:
    """What is counted, each word with the capitals that the reports give it ("NATO soldiers"); else its unit."""
    text = " ".join(quote.text for point in figure.points for quote in point.evidence)
    return " ".join(_printed(word, text) for word in figure.counts.split()) or figure.unit.replace("_", " ")


def _printed(word: str, text: str) -> str:
    """The word as the text has it, without a capital where it has it without one; as it is where it is not there."""
    forms = set(re.findall(rf"(?<!\w){re.escape(word)}(?!\w)", text, re.IGNORECASE))
    return word if word in forms or not forms or (max(forms).isupper() and len(word) > _SHORT) else max(forms)


def _standing(point: Point, figure: Figure) -> str:
    against = {conflict.other if conflict.one == point.id else conflict.one for conflict in figure.conflicts
               if point.id in {conflict.one, conflict.other}}  # fmt: skip
    if against:
        values = [point_words(other, figure.unit) for other in figure.points if other.id in against]
        return f"in conflict with {', '.join(dict.fromkeys(values))}"
    return role_words(point)


def role_words(point: Point) -> str:
    """How a value that no other contradicts stands: "current", "planned", "a limit"."""
    if point.status == "planned" or point.role == "planned":
        return "planned"
    role = _ROLES.get(point.role, "")
    return role if role and point.status == "current" else point.status


def as_of(point: Point) -> str:
    """When the value holds; where the text does not say, when it was published."""
    if point.when is not None and point.when.start is not None and point.when.end is None:
        moment = moment_of(point.published)
        if moment is not None and moment.date() >= _first(point):
            return day_words(moment.date())
    told = stretch_words(point.when)
    if told:
        return told
    return published_words(point.published).split(",")[0]


def _first(point: Point) -> date:
    return (point.when.first_day if point.when is not None else None) or date.min


def when_key(point: Point) -> tuple[str, str, str]:
    """Orders values by when they hold, then by when they were told."""
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
