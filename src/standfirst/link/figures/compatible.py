"""Why two numbers that differ can both be so, in words: a plan and a fact, a part and its whole, another time.

Asked of numbers that are in no conflict and of which neither took the other's place. Where none of the reasons holds
nothing is told: that two numbers are not set against each other is then a choice for silence, no finding.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from standfirst.link.figures.keys import Item
from standfirst.link.figures.places import Lattice
from standfirst.link.figures.relations import apart, differ_by_doer
from standfirst.link.figures.timing import may_overlap
from standfirst.link.figures.whole import COUNTED
from standfirst.model.linked import Grounds

#: What a number is by its role.
_ROLES = {
    "planned": "is planned",
    "target": "is an aim",
    "limit": "is a limit",
    "threatened": "is threatened",
    "requested": "is asked for",
    "estimate": "is an estimate",
    "change": "is by how much it moved",
    "actual": "is told as so",
}
_PLANS = frozenset({"planned", "target", "threatened", "requested"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Scopes:
    """How limits are compared and printed: which place lies in which, and the names of entities."""

    lattice: Lattice
    #: The name of an entity by its id, "" where it has none.
    name: Callable[[str], str]

    def printed(self, limit: str) -> str:
        """A limit by name."""
        return self.name(limit) or limit

    def within(self, part: str, whole: str) -> bool:
        """Whether one place lies in another."""
        return self.lattice.within(self.printed(part).lower(), self.printed(whole).lower())


def compatible(one: Item, other: Item, scopes: Scopes) -> Grounds | None:
    """The reason for which two numbers can both be so, or None where none is known; the order of the two is free."""
    if one.quantity.value == other.quantity.value:
        return None
    one, other = sorted((one, other), key=lambda item: (item.reading.report.id, item.quantity.span.start))
    elsewhere = bool(one.places and other.places) and not one.places & other.places
    found = (
        _by_role(one, other)
        or _by_unit(one, other)
        or (_by_count(one, other) if one.key.event != other.key.event else None)
        or _by_part(one, other)
        or (_by_place(one, other, scopes) if elsewhere else None)
        or _by_count(one, other)
        or _by_place(one, other, scopes)
        or _by_time(one, other)
        or _by_bounds(one, other)
        or _by_doer(one, other)
    )
    if found is None:
        return None
    rule, because = found
    quotes = tuple(item.reading.report.quote(item.quantity.span) for item in (one, other))
    return Grounds(rule=rule, because=because, quotes=quotes)


def _by_role(one: Item, other: Item) -> tuple[str, str] | None:
    roles = one.quantity.role, other.quantity.role
    if roles[0] == roles[1]:
        return None
    rule = "planned and actual" if "actual" in roles and _PLANS & set(roles) else "different role"
    return rule, f"{one.told} {_ROLES[roles[0]]}, {other.told} {_ROLES[roles[1]]}"


def _by_unit(one: Item, other: Item) -> tuple[str, str] | None:
    if (one.key.unit, one.key.per) == (other.key.unit, other.key.per):
        return None
    return "different unit", f"{one.told} and {other.told} are not in one unit"


def _by_count(one: Item, other: Item) -> tuple[str, str] | None:
    """Other things that are counted; of two such that one can hold the other, a part and its whole."""
    if (one.key.noun, one.key.event, one.key.narrowed) == (other.key.noun, other.key.event, other.key.narrowed):
        return None
    for part, whole in ((one, other), (other, one)):
        if counts_within(part, whole) and _fits(part, whole):
            return "part and whole", f"{_counts(part)}, {_counts(whole)}: the first is the narrower count"
    return "different count", f"{_counts(one)} and {_counts(other)} are two counts"


def counts_within(part: Item, whole: Item) -> bool:
    """Whether what one counts is of those whom the other counts: officers killed, of people killed.

    Also narrowed by a word: elderly residents, of residents.
    """
    inner, outer = part.key, whole.key
    if inner.unit or outer.unit or inner.event != outer.event or part.quantity.unit != whole.quantity.unit:
        return False
    if inner.noun == outer.noun:
        return set(outer.narrowed) < set(inner.narrowed)
    return outer.noun == "people" and not outer.narrowed and inner.event != "" and part.quantity.unit == "person"


def _by_part(one: Item, other: Item) -> tuple[str, str] | None:
    for part, whole in ((one, other), (other, one)):
        if _is_part(part) and not _is_part(whole) and _fits(part, whole):
            return "part and whole", f"{part.told} is told as some of others, {whole.told} is not"
        kind = part.quantity.part
        if kind in ("more", "others", "other") and whole.quantity.part != kind:
            return (
                "on top of others",
                f"{part.told} is told as others, besides those told of before, {whole.told} is not",
            )
    return None


def _fits(part: Item, whole: Item) -> bool:
    """Whether a part is no more than what it would be a part of."""
    return part.quantity.value <= whole.quantity.value


def _is_part(item: Item) -> bool:
    return item.key.part or item.quantity.part == "of"


def _by_place(one: Item, other: Item, scopes: Scopes) -> tuple[str, str] | None:
    """Limits that differ: one place in the other, none in common, or none told with one of the numbers."""
    for part, whole in ((one, other), (other, one)):
        inner, outer = sorted(part.places - whole.places), sorted(whole.places - part.places)
        lies = [(a, b) for a in inner for b in outer if scopes.within(a, b)]
        if lies and {a for a, _ in lies} == set(inner) and _fits(part, whole):
            names = f"{scopes.printed(lies[0][0])} lies in {scopes.printed(lies[0][1])}"
            return "part and whole", f"{names}, of which {part.told} and {whole.told} are told"
    limits = one.places | one.bodies, other.places | other.bodies
    if all(limits) and not limits[0] & limits[1]:
        words = " and ".join(_among(limits[0], scopes)), " and ".join(_among(limits[1], scopes))
        return "different scope", f"{one.told} is told of {words[0]}, {other.told} of {words[1]}"
    if any(limits) and not all(limits):
        bare, told = (other, one) if limits[0] else (one, other)
        words_of = " and ".join(_among(limits[0] or limits[1], scopes))
        return "scope not told", f"{told.told} is told of {words_of}, and with {bare.told} no limit is told"
    return None


def _among(limits: frozenset[str], scopes: Scopes) -> list[str]:
    return sorted({scopes.printed(limit) for limit in limits})


def _by_time(one: Item, other: Item) -> tuple[str, str] | None:
    a, b = one.quantity.when, other.quantity.when
    if a is not None and b is not None and not may_overlap(a, b):
        return "other time", f"{one.told} and {other.told} are told for two times"
    return None


def _by_bounds(one: Item, other: Item) -> tuple[str, str] | None:
    if apart(one, other):
        return None
    return "bounds overlap", f"{one.told} and {other.told} leave room for each other"


def _by_doer(one: Item, other: Item) -> tuple[str, str] | None:
    if not differ_by_doer(one, other):
        return None
    return "who is counted", "; ".join(f"{item.told}: {COUNTED[item.doer or 'unsaid']}" for item in (one, other))


def _counts(item: Item) -> str:
    """The number with what it counts: “4” (r1) officers killed."""
    return f"{item.told} {item.quantity.counted}"
