"""Tolls of one event that are told for neighbouring places are one series: "nine dead" in the town, off the island.

A group of numbers joins the one that most reports tell where no place is told beside it, or where each of its places
lies in a place of the other or holds it. Never where the words set it off ("in Orra alone", "elsewhere"), where one
passage tells both scopes with different numbers, or where a toll would fall. So it errs towards one series where a
town's early toll is followed by its country's, told by other reports and with no word of other places.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from standfirst.link.figures.alike import near
from standfirst.link.figures.keys import Item
from standfirst.link.figures.places import Lattice
from standfirst.link.figures.relations import FALLING, apart, conflict

#: Of so many numbers of each side it is asked whether they can stand together.
_MOST = 60


def one_toll(groups: list[list[Item]], lattice: Lattice, name: Callable[[str], str]) -> list[list[Item]]:
    """The groups of one count, those joined that tell one toll; the first number of a joined group has its scope."""
    main = max((group for group in groups if not group[0].bodies), key=_weight, default=None)
    if main is None or len(groups) == 1:
        return groups
    rest = sorted((group for group in groups if group is not main), key=_weight, reverse=True)
    joined = list(main)
    left: list[list[Item]] = []
    for group in sorted(rest, key=_is_open):
        meets = not group[0].bodies and (_is_open(group) or _meet(group, main, lattice, name))
        alone = not _is_open(group) or all(2 * _reports(other) <= _reports(main) for other in left)
        if meets and alone and _fit(group, joined):
            joined += [replace(item, shown=()) for item in group]
        else:
            left.append(group)
    return [joined, *left]


def _reports(group: list[Item]) -> int:
    return 0 if _is_open(group) else len({item.reading.report.id for item in group})


def _weight(group: list[Item]) -> tuple[int, int, str]:
    first = min((item.reading.report.id, item.quantity.span.start) for item in group)
    return _reports(group), len(group), f"{first[0]} {first[1]}"


def _is_open(group: list[Item]) -> bool:
    """Whether no number of a group has a place of its own."""
    return all(item.guessed for item in group)


def _meet(group: list[Item], main: list[Item], lattice: Lattice, name: Callable[[str], str]) -> bool:
    """Whether each place of a group is one of the main group's, lies in one or holds one; not where words part them."""
    if any(item.contrast for item in (*group, *main) if not item.guessed):
        return False
    mine, theirs = _places(group, name), _places(main, name)
    return all(
        any(near(one, other) or lattice.within(one, other) or lattice.within(other, one) for other in theirs)
        for one in mine
    )


def _places(group: list[Item], name: Callable[[str], str]) -> list[str]:
    return sorted({(name(place) or place).lower() for item in group if not item.guessed for place in item.places})


def _fit(group: list[Item], main: list[Item]) -> bool:
    """Whether no passage tells both with different numbers, and no toll would fall."""
    for one in group[:_MOST]:
        for other in main[:_MOST]:
            grounds = conflict(one, other)
            if grounds is not None and grounds.rule == FALLING:
                return False
            sides = one.quantity.side or other.quantity.side or {one.quantity.part, other.quantity.part} - {""}
            told = one.reading is other.reading and one.published == other.published and not sides
            if told and grounds is None and apart(one, other):
                return False
    return True
