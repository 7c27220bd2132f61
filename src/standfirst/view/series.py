"""A figure through time, ready to be drawn: its values in order, how each stands, and the words that state it.

A value that several reports give in the same way is one mark, at the time when it was first told. Errs towards few
marks: what tells nothing new is not drawn, but its words are among the mark's.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time, timedelta
from decimal import Decimal
from types import MappingProxyType

from standfirst.model.linked import Figure, Point
from standfirst.model.span import Quote
from standfirst.view.beside import Asides, asides_of
from standfirst.view.dates import day_words, published_words, stretch_words
from standfirst.view.values import is_loose, is_range, point_words

#: Values that a course needs to be worth a line of its own.
_COURSE = 3
#: What a course is made of: not what was wrong, nor what clashes.
_COURSED = frozenset({"current", "superseded"})
#: A passage that came out within so long has a day to be drawn at.
_LONG = timedelta(days=2)
#: Where the other figures are not known.
_NAMELESS: Mapping[str, str] = MappingProxyType({})
_PLANS = {"planned": "planned", "threatened": "threatened", "requested": "asked for", "target": "a target"}
_STANDINGS = {"superseded": "superseded", "corrected": "corrected", "disputed": "in conflict", "current": "current"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One value as it is drawn; its number is stated by each of its quotes."""

    id: str
    value: Decimal
    #: The least and the greatest that the words allow; None where they leave that side open.
    low: Decimal | None
    high: Decimal | None
    #: False where no single value is told: a range, a vague word.
    single: bool
    #: at_least | at_most | about | exact.
    bound: str
    #: The value in words: "at least 7".
    label: str
    #: The words of the number in each way that a quote has it.
    words: tuple[str, ...]
    #: When it holds, in words; where the text does not say, when it was published.
    when: str
    #: Where it stands in time; None where nothing is known.
    at: datetime | None
    #: The day of that, or the longer stretch for which it holds: "8 Oct 2024", "Nov 2024".
    day: str
    #: current | superseded | corrected | conflict | plan | limit | estimate | part.
    kind: str
    #: The same in words: "superseded", "asked for".
    standing: str
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Clash:
    """Two marks that cannot both hold, and why."""

    one: str
    other: str
    because: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """The values of one figure in the order of time."""

    id: str
    what: str
    where: str
    marks: tuple[Mark, ...]
    clashes: tuple[Clash, ...]
    #: Whether a value holds until the next is told; an amount by which something moved does not.
    lasts: bool
    #: Sums, who is counted, and why other numbers are no rivals.
    asides: Asides

    @property
    def moves(self) -> bool:
        """Whether there is anything to draw: two values that differ, or a plan beside what is."""
        return len({(mark.value, mark.kind == "plan") for mark in self.marks}) > 1


def series_of(figure: Figure, what: str, names: Mapping[str, str] = _NAMELESS) -> Series:
    """The figure as marks; `what` is what it counts, as it is to be printed, `names` are those of all points."""
    groups: dict[tuple[object, ...], list[Point]] = {}
    whole = {(point.value, point.bound) for point in figure.points if point.whole}
    for point in sorted(figure.points, key=_order):
        told = point if (point.value, point.bound) not in whole else replace(point, whole=True)
        key = (point.value, point.low, point.high, point.bound, _kind(told), is_loose(point))
        groups.setdefault(key, []).append(point)
    marks = tuple(_mark(group, figure) for group in groups.values())
    owner = {point.id: mark.id for mark, group in zip(marks, groups.values(), strict=True) for point in group}
    return Series(
        id=figure.id,
        what=what[:1].upper() + what[1:],
        where=", ".join(figure.scope),
        marks=marks,
        clashes=tuple(_clashes(figure, owner)),
        lasts=not figure.counts.endswith("(change)"),
        asides=asides_of(figure, names),
    )


def told_line(marks: Iterable[Mark]) -> tuple[Mark, ...]:
    """The marks through which the line of what was told as it is runs, of marks in the order of time.

    What leaves room for the value before it tells of no move: "at least one" after "12".
    """
    found: list[Mark] = []
    for mark in marks:
        told = mark.kind in ("current", "superseded") and mark.single
        if told and not (found and _leaves_room(mark, found[-1].value)):
            found.append(mark)
    return tuple(found)


def _leaves_room(value: Mark | Point, last: Decimal) -> bool:
    """Whether a value that is open on one side can be the one before it."""
    return (value.bound == "at_least" and value.low is not None and value.low <= last) or (
        value.bound == "at_most" and value.high is not None and last <= value.high
    )


def course_of(figure: Figure) -> tuple[Decimal, ...]:
    """The values that were told as they are, in order and each once in a row; empty where they are fewer than three."""
    told = [
        p
        for p in sorted(figure.points, key=_order)
        if p.whole and p.role == "actual" and p.status in _COURSED and not is_loose(p)
    ]
    found: list[Decimal] = []
    for point in told:
        if point.value not in found and not (found and _leaves_room(point, found[-1])):
            found.append(point.value)
    return tuple(found) if len(found) >= _COURSE and not figure.conflicts else ()


def _mark(group: Sequence[Point], figure: Figure) -> Mark:
    first = next((point for point in group if point.whole), group[0])
    told = stretch_words(first.when) or published_words(first.published)
    kind, standing = _kind(first)
    at = place_in_time(first)
    return Mark(
        id=first.id,
        value=first.value,
        low=first.low,
        high=first.high,
        single=not is_loose(first) and not is_range(first),
        bound=first.bound,
        label=point_words(first, figure.unit),
        words=tuple(dict.fromkeys(point.words for point in group)),
        when=told,
        at=at,
        day=_day(first, at),
        kind=kind,
        standing=standing,
        quotes=tuple(dict.fromkeys(stating(point) for point in group)),
    )


def _day(point: Point, at: datetime | None) -> str:
    """The words under the axis: the stretch for which a value holds, else the day on or by which it came out."""
    if at is None:
        return ""
    if point.when is not None and point.when.first_day == at.date():
        return stretch_words(point.when).split(",")[0]
    if point.when is None and point.published.earliest != _out(point):
        return published_words(point.published).split(",")[0]
    return day_words(at.date())


def _kind(point: Point) -> tuple[str, str]:
    if point.status in ("superseded", "corrected"):
        return point.status, _STANDINGS[point.status]
    if point.status == "disputed":
        return "conflict", "in conflict"
    if point.status == "planned" or point.role in _PLANS:
        return "plan", _PLANS.get(point.role, "planned")
    if point.role == "limit":
        return "limit", "a limit"
    if point.role == "estimate":
        return "estimate", "an estimate"
    if not point.whole:
        return "part", "not told as all"
    return "current", "current"


def _clashes(figure: Figure, owner: Mapping[str, str]) -> Iterable[Clash]:
    found: dict[tuple[str, str], Clash] = {}
    for conflict in figure.conflicts:
        one, other = sorted((owner[conflict.one], owner[conflict.other]))
        found.setdefault((one, other), Clash(one=one, other=other, because=conflict.grounds.because))
    return (clash for (one, other), clash in found.items() if one != other)


def place_in_time(point: Point) -> datetime | None:
    """The moment at which a point is drawn: when it holds, at noon of a day; within that day, when it came out."""
    out = _out(point)
    start = point.when.start if point.when is not None else None
    if start is None or point.when is None:
        return _aware(out) if out is not None else None
    if isinstance(start, datetime):
        return _aware(start)
    last = point.when.last_day
    if out is not None and start <= out.date() and (last is None or out.date() <= last):
        return _aware(out)
    return _aware(datetime.combine(start, time(12), tzinfo=out.tzinfo if out is not None else UTC))


def _out(point: Point) -> datetime | None:
    """The moment from which a passage was out; where that may be any day of a long time, the one by which it was."""
    first, last = point.published.earliest, point.published.latest
    if first is not None and last is not None and last - first > _LONG:
        return last
    return first or last


def stating(point: Point) -> Quote:
    """The piece of evidence that holds the words of the number."""
    return next((quote for quote in point.evidence if point.words in quote.text), point.evidence[0])


def _aware(moment: datetime) -> datetime:
    return moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC)


def _order(point: Point) -> tuple[str, str, str]:
    """By the time for which a value holds; of one time, by when it came out."""
    at, out = place_in_time(point), _out(point)
    told = _aware(out).astimezone(UTC).isoformat() if out is not None else ""
    return (at.astimezone(UTC).isoformat() if at is not None else "", told, point.id)
