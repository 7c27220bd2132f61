"""Tolls of one event that are told for neighbouring places are one series: "nine dead" in the town, off the island.

A group of numbers joins the one that most reports tell where no place is told beside it, or where each of its places
lies in a place of the other or holds it. Never where the words set it off ("in Orra alone", "elsewhere"), where one
passage tells both scopes with different numbers, or where a toll would fall. A town's toll joins its country's only
where the wider one is told of the same thing: its report names the town, or its sentence shares a word for what
happened ("the hotel fire"), and tells of nothing that is in many places at once (a storm, a war, a year).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from standfirst.lexicon.counts import count_words
from standfirst.lexicon.words import content_words
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
    home = _places(main, lattice, name)
    for group in sorted(rest, key=lambda group: (_is_open(group), _places(group, lattice, name) != home)):
        meets = not group[0].bodies and (_is_open(group) or _meet(group, joined, home, lattice, name))
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


def _meet(
    group: list[Item], joined: list[Item], theirs: list[str], lattice: Lattice, name: Callable[[str], str]
) -> bool:
    """Whether each place of a group is one of the main group's, lies in one or holds one; not where words part them."""
    if any(item.contrast for item in (*group, *joined) if not item.guessed):
        return False
    mine = _places(group, lattice, name)
    inner, outer = set[str](), set[str]()
    for one in mine:
        if any(near(one, other) for other in theirs):
            continue
        held = {other for other in theirs if lattice.within(other, one)}
        if any(lattice.within(one, other) for other in theirs):
            inner.add(one)
        elif held:
            outer |= held
        else:
            return False
    return (not inner or _of_one_thing(group, inner, joined)) and (not outer or _of_one_thing(joined, outer, group))


def _of_one_thing(narrow: list[Item], places: set[str], wide: list[Item]) -> bool:
    """Whether a toll of a wider place is of the same thing: some report of it shows it, and none speaks against it."""
    happened = {word for item in narrow for word in _happening(item)}
    outside = [item for item in wide if not item.guessed][:_MOST]
    if any(_SPREAD.search(_sentence(item)) for item in outside):
        return False
    return any(
        happened & _happening(item) or any(place in item.reading.report.text.lower() for place in places)
        for item in outside
    )


#: What is in many places at once: its toll in a town is a part of that in the country.
_SPREAD = re.compile(
    r"\b(?:storms?|hurricane|typhoon|cyclone|tornado(?:es)?|floods?|flooding|landslides|earthquakes?|quake|tsunami"
    r"|heat ?waves?|wildfires|bushfires|drought|famine|epidemic|pandemic|outbreak|virus|war|fighting|unrest|riots"
    r"|protests|attacks|clashes|crashes|shootings|(?:this|last) year|so far|since [A-Z]\w+|nationwide|a year"
    r"|(?:worst|hardest)[ -]hit)\b"
)


def _sentence(item: Item) -> str:
    span = item.look.sentence(item.quantity.span.start)
    return item.reading.report.words(span) if span is not None else ""


def _happening(item: Item) -> set[str]:
    """The words of the number's sentence for what happened: those in lower case that are no word of a toll itself."""
    table = count_words()
    words = set(re.findall(r"\b[a-z]{4,}\b", _sentence(item))) - table.general - table.people - table.events.keys()
    return set(content_words(" ".join(sorted(words - _TELLING))))


#: Words with which every toll is told.
_TELLING = frozenset("said told least officials authorities police number report reports reported confirmed".split())


def _places(group: list[Item], lattice: Lattice, name: Callable[[str], str]) -> list[str]:
    """The places of a group, without those that only say where a nearer one of the same number lies."""
    found: set[str] = set()
    for item in group:
        places = {(name(place) or place).lower() for place in item.places} if not item.guessed else set()
        found |= {place for place in places if not any(lattice.within(other, place) for other in places)}
    return sorted(found)


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
