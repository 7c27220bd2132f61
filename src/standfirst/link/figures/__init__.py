"""Which quantities of all reports are one figure, and how its points stand to each other.

Points join a figure only where they count the same thing with the same limits; what does not clearly belong stays
apart. Every conflict has its reason in words.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace

from standfirst.ids import stable_id
from standfirst.link.figures.across import outdone, too_many
from standfirst.link.figures.amended import corrected, revised
from standfirst.link.figures.beside import Made, with_compatible
from standfirst.link.figures.compatible import Scopes
from standfirst.link.figures.evidence import quotes_of
from standfirst.link.figures.keys import Item, item_of, name_of
from standfirst.link.figures.look import Look
from standfirst.link.figures.places import lattice_of
from standfirst.link.figures.relations import WHOLE, Standing, conflict, supersedes
from standfirst.link.figures.series import grouped
from standfirst.link.figures.sums import sums
from standfirst.link.figures.timing import order_key
from standfirst.link.figures.whole import COUNTED, doer_died
from standfirst.model.linked import Conflict, Figure, Grounds, Point
from standfirst.model.reading import ASIDE, Quantity, Reading
from standfirst.model.span import Span

__all__ = ["link_figures"]

#: More points than this of one figure are compared only with their neighbours in time.
_MANY = 60
#: A report that states one value more often than this is quoted with its first ones only.
_ENOUGH = 20


def link_figures(
    readings: Sequence[Reading], entity_of: Callable[[Span], str | None], entity_name: Callable[[str], str]
) -> tuple[Figure, ...]:
    """The figures of a story, in an order that does not depend on that of the readings.

    `entity_of` gives the id of the entity that a place in a text names, or None; `entity_name` the name for an id.
    """
    looks = [Look(r) for r in sorted(readings, key=lambda reading: (reading.report.id, reading.report.revision))]
    died = any(doer_died(look.reading.report.text) for look in looks)
    told = [(look, quantity) for look in looks for quantity in look.reading.quantities if _tells(look, quantity)]
    items = [item_of(look, quantity, entity_of, doer_died=died) for look, quantity in told]
    lattice = lattice_of(looks, lambda look, span: _folded_name(name_of(look, span, entity_of), entity_name))
    found = {name: Standing(status="superseded", grounds=grounds) for name, grounds in outdone(items).items()}
    found |= {name: Standing(status="current", grounds=grounds) for name, grounds in too_many(items).items()}
    notes = sums(items)
    made = [_figure(group, entity_name, found, notes) for group in grouped(items, entity_name, lattice)]
    figures = with_compatible(_with_own_ids(made), Scopes(lattice=lattice, name=entity_name))
    return tuple(sorted(figures, key=lambda figure: (figure.points[0].evidence[0].span, figure.id)))


def _with_own_ids(made: list[Made]) -> list[Made]:
    """The figures, each under an id of its own: two whose limits are told alike differ by their first points."""
    times = Counter(one.figure.id for one in made)
    return [
        replace(one, figure=replace(one.figure, id=stable_id("f", one.figure.id, one.figure.points[0].id)))
        if times[one.figure.id] > 1
        else one
        for one in made
    ]


def _folded_name(limit: str, entity_name: Callable[[str], str]) -> str:
    return (entity_name(limit) or limit).lower()


def _tells(look: Look, quantity: Quantity) -> bool:
    """Whether a quantity can be a point: told, not denied, of something named, and not a vague word about things.

    An age needs words for whose it is.
    """
    block = look.block(quantity.span.start)
    if (block is not None and block.kind in ASIDE) or not quantity.counted or quantity.part == "not":
        return False
    if quantity.part == "someone" and not quantity.scope:
        return False
    if not quantity.value and any(one.event == quantity.event and one.value for one in look.reading.quantities):
        return False  # a report that tells of nobody hurt and of three tells of two things
    vague = quantity.low is not None and quantity.high is not None and quantity.high > quantity.low * 2
    small = vague and (quantity.high or 0) < 10
    return not small and (quantity.event != "" or not vague or quantity.value >= 10)


def _figure(
    items: list[Item],
    entity_name: Callable[[str], str],
    across: dict[int, Standing],
    notes: dict[int, tuple[Grounds, ...]],
) -> Made:
    """One figure; `across` and `notes` hold what is told of its own points by the id() of their quantities."""
    items = sorted(items, key=order_key)
    key = items[0].key
    limits = sorted({f"{limit in item.bodies} {limit}" for item in items for limit, _ in item.shown})
    lone = () if (limits or key.event) and not key.alone else (items[0].reading.report.id,)
    kind = ("change" if key.change else "", "part" if key.part else "")
    figure = stable_id("f", key.unit, key.noun, key.event, *key.narrowed, key.per, *kind, "|", *limits, *lone)
    merged = _merged(items)
    standing = across | _standings([group[0] for group in merged])
    conflicts = _conflicts(merged, figure)
    disputed = {point for clash in conflicts for point in (clash.one, clash.other)}
    points = tuple(_point(group, figure, standing.get(id(group[0].quantity)), disputed) for group in merged)
    made = Figure(
        id=figure,
        counts=_counts(items),
        scope=_scope(items, entity_name),
        unit=items[0].quantity.unit,
        points=points,
        conflicts=conflicts,
        notes=tuple(dict.fromkeys(note for item in items for note in notes.get(id(item.quantity), ()))),
    )
    standing_now = zip(points, merged, strict=True)
    still = tuple(
        (point.id, group[0]) for point, group in standing_now if point.status not in ("superseded", "corrected")
    )
    return Made(figure=made, key=key, standing=still)


def _merged(items: list[Item]) -> list[list[Item]]:
    """Items that tell the same value in the same report as one point, in the order of the first."""
    groups: dict[tuple[object, ...], list[Item]] = {}
    for item in items:
        quantity, report = item.quantity, item.reading.report
        same = (
            report.id,
            report.revision,
            quantity.value,
            quantity.bound,
            quantity.role,
            quantity.side,
            quantity.part in ("", "other"),
        )
        groups.setdefault(same, []).append(item)
    return list(groups.values())


def _standings(items: list[Item]) -> dict[int, Standing]:
    """Status of points that are no longer current, by the id() of their quantity."""
    found: dict[int, Standing] = {}
    for item, grounds in revised(items):
        found[id(item.quantity)] = Standing(status="superseded", grounds=grounds)
    for item, grounds in corrected(items):
        found[id(item.quantity)] = Standing(status="corrected", grounds=grounds)
    for at, later in enumerate(items):
        for earlier in items[max(0, at - _MANY) : at + _MANY]:
            if earlier is later or id(earlier.quantity) in found:
                continue
            reason = supersedes(later, earlier)
            if reason is not None:
                found[id(earlier.quantity)] = Standing(status="superseded", grounds=reason)
    return found


def _conflicts(groups: list[list[Item]], figure: str) -> tuple[Conflict, ...]:
    found: list[Conflict] = []
    for at, group in enumerate(groups):
        for other in groups[at + 1 : at + _MANY]:
            grounds = _first_conflict(group, other)
            if grounds is not None:
                found.append(Conflict(one=_point_id(group, figure), other=_point_id(other, figure), grounds=grounds))
    return tuple(found)


def _first_conflict(group: list[Item], other: list[Item]) -> Grounds | None:
    return next((grounds for a in group[:4] for b in other[:4] if (grounds := conflict(a, b)) is not None), None)


def _point_id(group: list[Item], figure: str) -> str:
    first, report = group[0].quantity, group[0].reading.report
    return stable_id("p", figure, report.id, report.revision, first.value, first.bound, first.role, first.span.start)


def _point(group: list[Item], figure: str, standing: Standing | None, disputed: set[str]) -> Point:
    first, reading = group[0].quantity, group[0].reading
    quotes = dict.fromkeys(quote for item in group[:_ENOUGH] for quote in quotes_of(item.look, item.quantity))
    ident = _point_id(group, figure)
    role = {"change": "actual", "target": "planned"}.get(first.role, first.role)
    status = standing.status if standing is not None else "current"
    if status == "current" and ident in disputed:
        status = "disputed"
    if status == "current" and role in ("planned", "threatened", "requested"):
        status = "planned"
    return Point(
        id=ident,
        value=first.value,
        low=first.low,
        high=first.high,
        bound=first.bound,
        words=reading.report.words(first.span),
        role=role,
        when=next((item.quantity.when for item in group if item.quantity.when is not None), None),
        evidence=tuple(quotes),
        published=group[0].published,
        status=status,
        grounds=standing.grounds if standing is not None else _who_counts(group) if status == "current" else None,
        whole=not group[0].key.event or group[0].key.part or any(item.quantity.part in WHOLE for item in group),
    )


def _who_counts(group: list[Item]) -> Grounds | None:
    """Whether a toll holds the one who did it, where that is a question; None where it is none."""
    item = next((item for item in group if item.doer in ("in", "out")), group[0])
    if not item.doer or item.key.part:
        return None
    sentence = item.look.sentence(item.quantity.span.start) if item.doer != "unsaid" else None
    quotes = (item.reading.report.quote(sentence),) if sentence is not None else ()
    return Grounds(rule="who is counted", because=COUNTED[item.doer], quotes=quotes)


def _counts(items: list[Item]) -> str:
    """The name of what is counted: the one most often used, the shortest of those."""
    names = Counter(item.quantity.counted for item in items)
    name = min(names, key=lambda name: (-names[name], len(name), name))
    kind = "change" if items[0].key.change else "part" if items[0].key.part else ""
    return f"{name} ({kind})" if kind else name


def _scope(items: list[Item], entity_name: Callable[[str], str]) -> tuple[str, ...]:
    """The limits by name, each once, in the order of the first item that has them; a period only where all share it."""
    found: dict[str, str] = {}
    for item in items:
        for limit, words in item.shown:
            found.setdefault(limit, entity_name(limit) or words)
    shared = frozenset.intersection(*(item.periods for item in items))
    names = dict.fromkeys(found.values())
    return (*names, *sorted(shared))
