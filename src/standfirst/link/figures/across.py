"""How points of different figures stand to each other: bodies found are among the dead, a part is within its whole.

Only numbers of one report are held against each other, since only there is it clear that they are told of one event.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from standfirst.link.figures.keys import Item
from standfirst.link.figures.relations import apart
from standfirst.link.figures.timing import strictly_before
from standfirst.model.linked import Grounds

#: So many numbers of one report are compared with each other.
_MOST = 60


def outdone(items: Iterable[Item]) -> dict[int, Grounds]:
    """Counts of bodies whose place a toll of a later passage of the same report took, by the id() of the quantity."""
    found: dict[int, Grounds] = {}
    for told in _by_report(items):
        tolls = [item for item in told if item.key.event == "killed" and not item.quantity.part]
        for bodies in (item for item in told if item.key.noun == "bodies" and not item.quantity.part):
            toll = next((toll for toll in tolls if _takes_in(toll, bodies)), None)
            if toll is not None:
                because = f"a later passage has the toll, and those found are among them: {toll.told}"
                quotes = (toll.reading.report.quote(toll.quantity.span),)
                found[id(bodies.quantity)] = Grounds(rule="bodies within a toll", because=because, quotes=quotes)
    return found


def too_many(items: Iterable[Item]) -> dict[int, Grounds]:
    """Parts of a toll that are above every number of their own passage for the whole, by the id() of the quantity."""
    found: dict[int, Grounds] = {}
    for told in _by_report(items):
        for part in (item for item in told if item.key.part):
            wholes = [item for item in told if _may_be_whole(item, part)]
            if wholes and all(_fewer(whole, part) for whole in wholes):
                whole = max(wholes, key=lambda item: item.quantity.value)
                because = f"{part.told} are told as some of {whole.told}, which are fewer"
                quotes = (whole.reading.report.quote(whole.quantity.span),)
                found[id(part.quantity)] = Grounds(rule="part above its whole", because=because, quotes=quotes)
    return found


def _by_report(items: Iterable[Item]) -> list[list[Item]]:
    """The numbers that are told as so, by report and revision, the first ones of each."""
    groups: dict[tuple[str, int], list[Item]] = defaultdict(list)
    for item in items:
        report = item.reading.report
        if item.quantity.role == "actual" and not item.key.change and len(groups[report.id, report.revision]) < _MOST:
            groups[report.id, report.revision].append(item)
    return list(groups.values())


def _takes_in(toll: Item, bodies: Item) -> bool:
    places = toll.places & bodies.places or not toll.places or not bodies.places
    return strictly_before(bodies, toll) and bool(places) and toll.quantity.value >= bodies.quantity.value


def _may_be_whole(item: Item, part: Item) -> bool:
    key = item.key
    same = key.event == part.key.event and key.unit == part.key.unit and item.published == part.published
    places = item.places == part.places or not item.places or not part.places
    return same and places and not key.part and item.quantity.part in ("", "other", "the") and not key.narrowed


def _fewer(whole: Item, part: Item) -> bool:
    return apart(whole, part) and whole.quantity.value < part.quantity.value
