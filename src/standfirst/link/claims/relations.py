"""How claims stand to each other: one corrects, contradicts or supersedes another.

Each finder gives (from claim, to claim, kind, reason). They look only for what the text marks: a correction that says
so, a denial of the thing just told, the same event told the other way round, a state that has been replaced, two
figures that cannot both hold.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import timedelta
from itertools import product

from standfirst.link.claims.amendments import corrected, put_right, told_wrongly
from standfirst.link.claims.denials import denied, turned_down
from standfirst.link.claims.details import Differences
from standfirst.link.claims.firsts import told_instead
from standfirst.link.claims.found import Found, numbered
from standfirst.link.claims.natures import other_nature
from standfirst.link.claims.overtaken import overtaken
from standfirst.link.claims.pleas import answered
from standfirst.link.claims.statements import Statement
from standfirst.link.claims.turns import turned_round
from standfirst.model.linked import Figure, Point
from standfirst.model.reading import Reading

#: Reports so far apart may give somebody two ages and both be right.
_A_MONTH = timedelta(days=31)


def find_relations(
    readings: dict[str, Reading],
    groups: Sequence[tuple[Statement, ...]],
    figures: Sequence[Figure],
    unique: Callable[[str], bool],
    person: Callable[[str], bool],
    differences: Differences,
) -> tuple[Found, ...]:
    """Every relation between the groups, without repeats, in a fixed order."""
    found = [
        *corrected(readings, groups),
        *put_right(readings, groups),
        *denied(readings, groups),
        *turned_down(readings, groups),
        *told_wrongly(readings, groups, unique),
        *told_instead(readings, groups),
        *turned_round(readings, groups, unique),
        *overtaken(readings, groups, unique, person),
        *_clashing(groups, figures),
        *differences.relations(groups),
        *other_nature(readings, groups),
        *answered(readings, groups, unique),
    ]
    kept: dict[tuple[int, int], Found] = {}
    for relation in found:
        if relation.source != relation.target:
            kept.setdefault((relation.source, relation.target), relation)
    return tuple(sorted(kept.values(), key=lambda one: (one.source, one.target, one.kind)))


def _clashing(groups: Sequence[tuple[Statement, ...]], figures: Sequence[Figure]) -> Iterator[Found]:
    """Claims that stand on figures that cannot both hold, or on a figure that a later value has replaced."""
    for figure in figures:
        by_id = {point.id: point for point in figure.points}
        for conflict in figure.conflicts:
            because = conflict.grounds.because
            first = by_id[conflict.one], by_id[conflict.other]
            for a, b in _sides(figure, *first):
                if (a, b) != first:
                    told = " and ".join(f"“{each.words}” ({each.evidence[0].span.report})" for each in (a, b))
                    because = f"{told} cannot both be the age of one person"
                for one, other in product(_holding(groups, a), _holding(groups, b)):
                    yield Found(source=one, target=other, kind="contradicts", because=because)
                    yield Found(source=other, target=one, kind="contradicts", because=because)
        for place, point in enumerate(figure.points):
            later = next((other for other in figure.points[place + 1 :] if other.value != point.value), None)
            if point.status != "superseded" or later is None:
                continue
            because = point.grounds.because if point.grounds is not None else "a later value has replaced the figure"
            for one in _holding(groups, later):
                for other in _holding(groups, point):
                    yield Found(source=one, target=other, kind="supersedes", because=because)


def _sides(figure: Figure, one: Point, other: Point) -> Iterator[tuple[Point, Point]]:
    """Two points in conflict, and of an age every two that give the same two values within a month."""
    yield one, other
    for a, b in product(figure.points, figure.points) if figure.counts == "age" else ():
        out = a.published.latest, b.published.latest
        near = out[0] is not None and out[1] is not None and abs(out[0] - out[1]) <= _A_MONTH
        if (a.value, b.value) == (one.value, other.value) and near and (a, b) != (one, other):
            yield a, b


def _holding(groups: Sequence[tuple[Statement, ...]], point: Point) -> list[int]:
    """The groups with a statement that states the figure, the nearest to the words that were given for it."""
    span = point.evidence[0].span
    found = [
        (min(abs(piece.end - piece.start - (span.end - span.start)) for piece in statement.spans), number)
        for number, statement in numbered(groups)
        if not statement.part
        and any(piece.overlaps(span) for piece in statement.spans)
        and any(quantity.value == point.value and span.holds(quantity.span) for quantity in statement.quantities)
    ]
    nearest = min((distance for distance, _ in found), default=0)
    return sorted({number for distance, number in found if distance == nearest})
