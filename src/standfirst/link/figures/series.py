"""Which numbers belong to one figure: grouped by key, then by their limits; one without limits joins a lone group."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable

from standfirst.link.figures.keys import FIXED, Item, Key

#: With more different limits than this, only equal ones are joined.
_MOST = 300


def grouped(items: list[Item], entity_name: Callable[[str], str]) -> list[list[Item]]:
    """Groups of items that count the same thing with the same limits, in a fixed order."""
    by_key: dict[Key, list[Item]] = defaultdict(list)
    for item in items:
        by_key[item.key].append(item)
    groups: list[list[Item]] = []
    for key in sorted(by_key, key=str):
        groups += _by_limits(by_key[key], key, entity_name)
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
    """Numbers without limits: a toll is one in a story, anything else only within its own report."""
    if key.event:
        return [items]
    by_report: dict[str, list[Item]] = defaultdict(list)
    for item in items:
        by_report[item.reading.report.id].append(item)
    return list(by_report.values())


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
        return one.bodies == other.bodies and _pair(one.places, other.places, entity_name, _near)
    return bool(mine & theirs) and _pair(mine - theirs, theirs - mine, entity_name, _body)


def _pair(
    one: frozenset[str], other: frozenset[str], entity_name: Callable[[str], str], like: Callable[[str, str], bool]
) -> bool:
    """Whether each name of either side has its like on the other."""
    first, second = ([entity_name(limit) or limit for limit in sorted(names)] for names in (one, other))
    forward = all(any(like(a, b) for b in second) for a in first)
    return bool(first and second) and forward and all(any(like(a, b) for a in first) for b in second)


def _words(name: str) -> list[str]:
    return re.findall(r"[\w']+", name.lower())


def _near(one: str, other: str) -> bool:
    """Whether two place names are one place as far as a toll goes: one begins the other ("Dalvo", "Dalvo Airport")."""
    a, b = _words(one), _words(other)
    short, long = (a, b) if len(a) <= len(b) else (b, a)
    return bool(short) and long[: len(short)] == short


def _body(one: str, other: str) -> bool:
    """Whether two bodies are one for a count of its people: "New Tessaly" and "New Tessaly Defence Force" or "NTDF"."""
    if _near(one, other):
        return True
    for a, b in ((one, other), (other, one)):
        initials = "".join(word[0] for word in re.findall(r"[A-Z][a-z]+", a))
        if len(initials) >= 2 and b.isupper() and len(b) <= 6 and (b.startswith(initials) or b == initials):
            return True
    return False
