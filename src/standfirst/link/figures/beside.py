"""Which numbers stand beside each other though they differ, each pair with the reason why both can be so.

Within a figure all that still stand are compared; of two figures that count the same, or of which one counts some of
the other, the newest number of each.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, islice

from standfirst.link.figures.compatible import Scopes, compatible, counts_within
from standfirst.link.figures.keys import FIXED, Item, Key
from standfirst.model.linked import Compatible, Figure

#: So many pairs are told of one figure with itself, and so many other figures beside it.
_WITHIN, _OTHERS = 30, 8
#: Counts of those hurt in one thing, which readers hold against each other: five killed, 12 shot.
_TOLLS = frozenset({"killed", "injured", "shot", "struck", "casualties", "hospitalised", "taken to hospital"})
#: Reasons that part two figures, and say nothing of two numbers of one.
_BETWEEN = frozenset({"different scope", "scope not told"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A figure with the numbers behind those of its points that still stand, in the order of its points."""

    figure: Figure
    key: Key
    standing: tuple[tuple[str, Item], ...]


def with_compatible(made: Sequence[Made], scopes: Scopes) -> list[Figure]:
    """The figures, each with the pairs of numbers that can both be so; a pair of two figures stands with both."""
    found: dict[str, list[Compatible]] = defaultdict(list)
    for one in made:
        found[one.figure.id] += islice(_within(one, scopes), _WITHIN)
    others: dict[str, int] = defaultdict(int)
    for one, other in _alike(made):
        if max(others[one.figure.id], others[other.figure.id]) >= _OTHERS:
            continue
        (first, a), (second, b) = one.standing[-1], other.standing[-1]
        grounds = compatible(a, b, scopes)
        if grounds is None:
            continue
        found[one.figure.id].append(Compatible(one=first, other=second, grounds=grounds))
        found[other.figure.id].append(Compatible(one=second, other=first, grounds=grounds))
        others[one.figure.id] += 1
        others[other.figure.id] += 1
    return [replace(one.figure, compatible=tuple(found[one.figure.id])) for one in made]


def _within(made: Made, scopes: Scopes) -> Iterable[Compatible]:
    seen: set[tuple[object, ...]] = set()
    clashing = {frozenset({clash.one, clash.other}) for clash in made.figure.conflicts}
    for (first, a), (second, b) in combinations(made.standing, 2):
        grounds = compatible(a, b, scopes) if frozenset({first, second}) not in clashing else None
        values = frozenset({(item.quantity.value, item.quantity.bound) for item in (a, b)})
        if grounds is not None and grounds.rule not in _BETWEEN and (grounds.rule, values) not in seen:
            seen.add((grounds.rule, values))
            yield Compatible(one=first, other=second, grounds=grounds)


def _alike(made: Sequence[Made]) -> Iterable[tuple[Made, Made]]:
    """Pairs of figures that count the same, or of which one counts some of the other; in a fixed order."""
    groups: dict[str, list[Made]] = defaultdict(list)
    for one in sorted(made, key=lambda one: one.figure.id):
        if one.standing and one.key.noun and one.key.noun not in FIXED:
            groups[f"event {one.key.event}" if one.key.event else one.key.noun].append(one)
            if one.key.event in _TOLLS and not one.key.part:
                groups[f"toll {one.key.noun}"].append(one)
    for name, group in sorted(groups.items()):
        for one, other in combinations(group, 2):
            if name.startswith("toll "):
                if one.key.event != other.key.event:
                    yield one, other
                continue
            a, b = one.standing[-1][1], other.standing[-1][1]
            if one.key.noun == other.key.noun or counts_within(a, b) or counts_within(b, a):
                yield one, other
