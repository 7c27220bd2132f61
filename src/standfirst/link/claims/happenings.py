"""Whether two tellings are of one event: the same class, and the same ones taking part as far as both tell."""

from __future__ import annotations

from collections.abc import Callable

from standfirst.link.claims.parties import Happening, met, named

#: Events that happen once to a person or a thing, so that it alone settles which it was.
_ONCE = frozenset("KILL DIE SURVIVE SINK COLLAPSE RESIGN APPROVE SURRENDER CONVICT ACQUIT CONCEDE BANKRUPT".split())


def same_kind(one: Happening, other: Happening) -> bool:
    """Whether both are of one class, or of one verb."""
    return one.key.lemma == other.key.lemma or (one.key.cls != "" and one.key.cls == other.key.cls)


def clash(one: Happening, other: Happening) -> bool:
    """Whether both tell who it was, or whom it befell, and mean different ones."""
    pairs = ((one.agents, other.agents), (one.patients, other.patients), (one.theme, other.theme))
    return any(met(some, others) is False for some, others in pairs)


def happened_once(one: Happening, other: Happening, unique: Callable[[str], bool]) -> bool:
    """Whether both tell what happens once to a thing, of the same named thing."""
    once = one.key.cls in _ONCE and same_kind(one, other)
    return once and named(one.theme, other.theme, unique) and not clash(one, other)


def same_happening(one: Happening, other: Happening) -> bool:
    """Whether both are of one kind, with the same doer and the same one whom it befell."""
    both = met(one.agents, other.agents) is True and met(one.patients, other.patients) is True
    return both and same_kind(one, other) and not clash(one, other)
