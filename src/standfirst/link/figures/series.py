"""Which numbers belong to one figure: grouped by key, then by their limits; one without limits joins a lone group."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable

from standfirst.link.figures.alike import near, same_body
from standfirst.link.figures.keys import FIXED, Item, Key
from standfirst.link.figures.places import Lattice
from standfirst.link.figures.tolls import one_toll

#: With more different limits than this, only equal ones are joined.
_MOST = 300
#: From this number on, the same number of the same things in two reports is one figure.
_TELLING = 10


def grouped(items: list[Item], entity_name: Callable[[str], str], lattice: Lattice) -> list[list[Item]]:
    """Groups of items that count the same thing with the same limits, in a fixed order; tolls of one event are one."""
    by_key: dict[Key, list[Item]] = defaultdict(list)
    for item in items:
        by_key[item.key].append(item)
    groups: list[list[Item]] = []
    for key in sorted(by_key, key=str):
        apart = _by_limits(by_key[key], key, entity_name)
        groups += one_toll(apart, lattice, entity_name) if key.event and not key.part else apart
    return groups


def _by_limits(items: list[Item], key: Key, entity_name: Callable[[str], str]) -> list[list[Item]]:
    groups: list[list[Item]] = []
    bare: list[Item] = []
    known: dict[tuple[frozenset[str], frozenset[str]], list[Item]] = {}
    for item in sorted(items, key=_order):
        limits = (item.places, item.bodies)
        if not _limits(item):
            bare.append(item)
        elif limits in known:
            known[limits].append(item)
        else:
            fitting = [g for g in groups if _same(item, g[0], key, entity_name)] if len(known) < _MOST else []
            group = fitting[0] if len(fitting) == 1 else []
            if not group:
                groups.append(group)
            group.append(item)
            known[limits] = group
    open_to = [group for group in groups if not group[0].bodies]
    if bare and len(open_to) == 1 and key.event:
        open_to[0] += bare
    elif bare:
        groups += _bare(bare, key)
    return groups


def _bare(items: list[Item], key: Key) -> list[list[Item]]:
    """Numbers without limits: a toll is one in a story; anything else within its own report, or where it is one number.

    "196 passengers" of two reports is one figure, "two passengers" is not: small numbers are too often alike.
    """
    if key.event:
        return [items]
    groups: list[list[Item]] = []
    known: dict[object, list[Item]] = {}
    for item in items:
        report, value = item.reading.report.id, item.quantity.value
        group = known.get(report) or (known.get(value) if value >= _TELLING else None)
        if group is None:
            group = []
            groups.append(group)
        group.append(item)
        known.setdefault(report, group)
        known.setdefault(value, group)
    return groups


def _order(item: Item) -> tuple[int, str, int]:
    """Items with most limits first, so that the group's first item is its fullest."""
    return (-len(_limits(item)), item.reading.report.id, item.quantity.span.start)


def _limits(item: Item) -> frozenset[str]:
    return item.places | item.bodies


def _same(one: Item, other: Item, key: Key, entity_name: Callable[[str], str]) -> bool:
    """Whether the limits of two items are one.

    Equal, or for a toll: the same bodies, and each place of one has its like in the other. A deal needs one party in
    common. A number of people or things may name its body in another way ("New Tessaly", "NTDF").
    """
    mine, theirs = _limits(one), _limits(other)
    if one.places == other.places and one.bodies == other.bodies:
        return True
    if key.noun == "deal":
        return bool(mine & theirs)
    if key.noun in FIXED or key.unit:
        return mine == theirs
    if key.event:
        return one.bodies == other.bodies and _pair(one.places, other.places, entity_name, near)
    return bool(mine & theirs) and _pair(mine - theirs, theirs - mine, entity_name, same_body)


def _pair(
    one: frozenset[str], other: frozenset[str], entity_name: Callable[[str], str], like: Callable[[str, str], bool]
) -> bool:
    """Whether each name of either side has its like on the other."""
    first, second = ([entity_name(limit) or limit for limit in sorted(names)] for names in (one, other))
    forward = all(any(like(a, b) for b in second) for a in first)
    return bool(first and second) and forward and all(any(like(a, b) for a in first) for b in second)
