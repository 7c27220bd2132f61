"""What the figures know of two statements: that they tell one count of one thing, or numbers that cannot both hold.

"Four people were hurt at the quay" and "injuring four passengers" are one claim; two ages of one officer are two.

A count is one where the figures have it in one figure with one value and one bound, so what is counted and where is
settled there. Only the number of those whom the statement's own event befalls speaks for it; an age is no count. What
tells another number beside it is not taken: of that, the other says nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal

from standfirst.link.claims.aligned import kin, may_be_one
from standfirst.link.claims.statements import Statement
from standfirst.model.linked import Figure
from standfirst.model.reading import Quantity
from standfirst.model.span import Span

#: A figure with a value and a bound of it.
Count = tuple[str, Decimal, str]


def counted_alike(
    statements: Sequence[Statement], figures: Sequence[Figure], person: Callable[[str], bool]
) -> Iterator[tuple[int, int]]:
    """Pairs of places of two statements of two reports that tell one event by one count."""
    points = _points(figures)
    holders: dict[Count, list[int]] = defaultdict(list)
    for number, statement in enumerate(statements):
        for count in sorted(_counts(statement, points)):
            holders[count].append(number)
    for numbers in holders.values():
        for place, one in enumerate(numbers):
            for other in numbers[place + 1 :]:
                if _one_event(statements[one], statements[other], person):
                    yield one, other


def at_odds(figures: Sequence[Figure]) -> Callable[[Statement, Statement], bool]:
    """Whether a number of the one and a number of the other are a conflict of a figure."""
    places: dict[str, list[tuple[Span, str]]] = defaultdict(list)
    pairs = frozenset(
        pair
        for figure in figures
        for conflict in figure.conflicts
        for pair in ((conflict.one, conflict.other), (conflict.other, conflict.one))
    )
    for figure in figures:
        for point in figure.points:
            for quote in point.evidence:
                places[quote.span.report].append((quote.span, point.id))

    def points(statement: Statement) -> list[str]:
        near = places.get(statement.report, ())
        return [point for span, point in near if any(span.overlaps(own) for own in statement.spans)]

    def odds(one: Statement, other: Statement) -> bool:
        return bool(pairs) and any((a, b) in pairs for a in points(one) for b in points(other))

    return odds


def _points(figures: Sequence[Figure]) -> dict[str, list[tuple[Span, Count]]]:
    """By report, where each count is told."""
    found: dict[str, list[tuple[Span, Count]]] = defaultdict(list)
    for figure in figures:
        for point in figure.points:
            for quote in point.evidence:
                found[quote.span.report].append((quote.span, (figure.id, point.value, point.bound)))
    return found


def _counts(statement: Statement, points: dict[str, list[tuple[Span, Count]]]) -> frozenset[Count]:
    return frozenset(
        count
        for quantity in statement.quantities
        if quantity.counted != "age" and _of_theme(statement, quantity)
        for span, count in points.get(statement.report, ())
        if span.overlaps(quantity.span) and count[1] == quantity.value
    )


def _of_theme(statement: Statement, quantity: Quantity) -> bool:
    """Whether a number is of all whom or what the main event befalls: not "two" in "two men and two women"."""
    if statement.main is None or len(statement.main.theme) != 1:
        return False
    parts = statement.main.event.participants
    role = "patient" if any(part.role == "patient" for part in parts) else "agent"
    return any(part.role == role and part.span.overlaps(quantity.span) for part in parts)


def _one_event(one: Statement, other: Statement, person: Callable[[str], bool]) -> bool:
    if one.report == other.report or one.numbers != other.numbers or one.main is None or other.main is None:
        return False
    return kin(one.main, other.main) and one.main.so == other.main.so and may_be_one(one, other, person)
