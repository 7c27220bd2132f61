"""The figures as rows: what is counted and where, the value with its bound, as of when, and how it stands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from decimal import Decimal

from standfirst.model.linked import Figure, Point
from standfirst.view.beside import asides_of, names_of
from standfirst.view.dates import day_words, published_words, stretch_words
from standfirst.view.desk import Desk, moment_of, stems
from standfirst.view.parts import FigureRow, Reason
from standfirst.view.series import course_of
from standfirst.view.tolls import fate
from standfirst.view.values import is_money, point_words

#: References of a row of the short page.
MOST_REFERENCES = 3
#: Sentences about a figure under its row.
_MOST_ASIDES = 4
#: Letters of an abbreviation; a longer word in capitals is shouted.
_SHORT = 4
_ROLES = {
    "planned": "planned",
    "limit": "a limit",
    "threatened": "threatened",
    "requested": "requested",
    "estimate": "an estimate",
    "target": "a target",
    "change": "a change",
}


def figure_rows(desk: Desk) -> tuple[FigureRow, ...]:
    """Every value of every figure as a row, the weightiest figure first."""
    names = names_of(desk.snapshot.figures)
    return tuple(row for figure in ranked(desk) for row in _rows(figure, desk, names))


def ranked(desk: Desk) -> list[Figure]:
    """The figures, the weightiest first."""
    return sorted(
        desk.snapshot.figures,
        key=lambda figure: (-sum(reason.points for reason in weigh_figure(figure, desk)), figure.counts, figure.id),
    )


def weigh_figure(figure: Figure, desk: Desk) -> tuple[Reason, ...]:
    """Why a figure stands where it stands."""
    reports = {quote.span.report for point in figure.points for quote in point.evidence}
    words = stems(f"{figure.counts} {' '.join(figure.scope)}")
    days = [_age(point, desk) for point in figure.points]
    told = (
        (bool(figure.conflicts), 3.0, "conflict", "its values clash"),
        (figure.unit == "person", 2.0, "unit", "it counts people"),
        (is_money(figure.unit), 0.5, "unit", "it is money"),
        (len({point.value for point in figure.points}) > 1, 1.0, "moves", "it has moved"),
        (len(reports) > 1, 1.0, "reports", f"{len(reports)} reports give it"),
        (bool(fate(figure)), 2.0, "toll", f"people {fate(figure)}"),
        (_is_central(figure, desk), 0.5, "central", "of what the story turns on"),
        (any(age <= timedelta(days=1) for age in days), 1.5, "recency", "within a day of the newest passage"),
        (bool(words & desk.headline_stems.keys()), 1.0, "headlines", "in the headlines' words"),
        (figure.counts == "age", -2.0, "age", "an age"),
        (not any(point.status == "current" for point in figure.points), -1.0, "status", "no value of it is current"),
        (any(point.role == "actual" for point in figure.points), 0.5, "role", "a count of what is"),
    )
    return tuple(Reason(rule=rule, points=points, because=because) for holds, points, rule, because in told if holds)


def _is_central(figure: Figure, desk: Desk) -> bool:
    names = {desk.entities[name].name for name in desk.main_entities if name in desk.entities}
    return bool(names & set(figure.scope))


def _rows(figure: Figure, desk: Desk, names: Mapping[str, str]) -> Iterable[FigureRow]:
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
            asides=aside_words(figure, names) if number == 0 else (),
            course=course_of(figure) if number == 0 else (),
        )


def aside_words(figure: Figure, names: Mapping[str, str]) -> tuple[str, ...]:
    """What is said about a figure beside its values, as many sentences as a row has room for."""
    asides = asides_of(figure, names)
    told = (*asides.notes, *asides.beside)
    return told[:_MOST_ASIDES]


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
