"""Which things of different reports are one: only where no other candidate in the story remains.

Full names are compared over the whole story first; then what a report names only in part (a family name, an acronym)
joins the one thing whose name it can be short for, a slip of the pen only where a title agrees. Things that one report
keeps apart under full names stay apart unless their names are forms of one.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace

from standfirst.lexicon.names.persons import parse_name
from standfirst.lexicon.names.resolve import Grouping, Link, Roster, resolve
from standfirst.lexicon.names.verdict import ONLY, SAME, Verdict
from standfirst.lexicon.people import full_title
from standfirst.link.entities.slips import slips
from standfirst.link.entities.tails import tails
from standfirst.link.entities.things import Thing, is_short, node_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Joined:
    """Things that are one, and the links between their names."""

    things: tuple[Thing, ...]
    links: tuple[Link, ...]


def joined(things: tuple[Thing, ...]) -> tuple[Joined, ...]:
    """The things in groups, one for each entity; the order of the things does not matter."""
    things = tuple(sorted(things, key=lambda thing: thing.id))
    return (*_joined(things, person=False), *_joined(things, person=True))


def _joined(things: tuple[Thing, ...], *, person: bool) -> tuple[Joined, ...]:
    own = [thing for thing in things if thing.person == person]
    names = {node: name for thing in own for node, name in _nodes(thing)}
    given = [link for thing in own for link in _within(thing)]
    grouping = resolve(names, person=person, given=[*(slips(own) if person else tails(things)), *given])
    group_of = {node: index for index, group in enumerate(grouping.groups) for node in group}
    members: dict[int, list[Thing]] = defaultdict(list)
    rest: list[Thing] = []
    for thing in own:
        nodes = _nodes(thing)
        if nodes:
            members[group_of[nodes[0][0]]].append(thing)
        else:
            rest.append(thing)
    placed, links = _placed(rest, grouping, names, members)
    for thing, index in placed:
        members[index].append(thing)
    for link in grouping.links:
        links[group_of[link.one]].append(link)
    return tuple(Joined(things=tuple(members[index]), links=tuple(links[index])) for index in sorted(members))


def _nodes(thing: Thing) -> list[tuple[str, str]]:
    """Nodes of the names by which it takes part in the comparison, the fullest first.

    A body's short form is left to the fullest, which it stands for in its own report only.
    """
    texts = [quote.text for quote in thing.names]
    if thing.person:
        texts = [text for text in texts if not is_short(text, True)]
    else:
        texts = texts[:1] + [text for text in texts[1:] if not is_short(text, False) and " " in text]
    return list({node_of(text, thing.person): text for text in texts}.items())


def _within(thing: Thing) -> list[Link]:
    nodes = _nodes(thing)
    because = "one report uses both names for the same thing"
    verdict = Verdict(value=SAME, rule="within-a-report", because=because)
    return [Link(one=nodes[0][0], other=node, verdict=verdict) for node, _ in nodes[1:]]


def _placed(
    rest: list[Thing], grouping: Grouping, names: dict[str, str], members: dict[int, list[Thing]]
) -> tuple[list[tuple[Thing, int]], dict[int, list[Link]]]:
    """People named in part: with the one of that name in the story, else with those of other reports named alike.

    A "Commander Keel" is not joined to the only Keel of the story where all that is told of that one is "mayor".
    """
    free = len(grouping.groups)
    roster = Roster(tuple(names[node] for node in group) for group in grouping.groups)
    placed: list[tuple[Thing, int]] = []
    links: dict[int, list[Link]] = defaultdict(list)
    alone: dict[str, list[tuple[Thing, str]]] = defaultdict(list)
    for thing in rest:
        text = _titled(thing)
        fits = roster.candidates(text) or _alike(thing, roster, members)
        if len(fits) == 1 and not _other_office(thing, members[fits[0][0]]):
            index, verdict = fits[0]
            placed.append((thing, index))
            links[index].append(Link(one=thing.id, other=grouping.groups[index][0], verdict=verdict))
        elif fits:
            placed.append((thing, free))
            free += 1
        else:
            alone[" ".join(parse_name(text).words)].append((thing, parse_name(text).gender or ""))
    for _, same in sorted(alone.items()):
        split = len({gender for _, gender in same} - {""}) > 1 or len({t.report for t, _ in same}) < len(same)
        for thing, _ in same:
            placed.append((thing, free))
            free += split
        free += 1
    return placed, links


def _alike(thing: Thing, roster: Roster, members: dict[int, list[Thing]]) -> tuple[tuple[int, Verdict], ...]:
    """The one of other reports with the same title whose family name is spelt almost so: "Sgt. Fontenout"."""
    fits = [
        (index, replace(verdict, value=ONLY))
        for index, verdict in roster.alike(
            next((quote.text for quote in thing.titled if parse_name(quote.text).titles), "")
        )
        if all(other.report != thing.report for other in members[index])
        and any(other.titles & thing.titles for other in members[index])
    ]
    return tuple(fits) if len(fits) == 1 else ()


def _other_office(thing: Thing, others: list[Thing]) -> bool:
    """Whether the titles that a report gives somebody share no word with all that others give the one of that name."""
    own = {word for role in thing.roles for word in _office(role.title)}
    theirs = {word for other in others for role in other.roles for word in _office(role.title)}
    return bool(own) and bool(theirs) and not own & theirs


def _office(title: str) -> list[str]:
    """The words of a title in lower case, ranks written out: "Watch Commander Lt." has "lieutenant"."""
    words = [full_title(word) or word.casefold() for word in title.split()]
    return " ".join((*words, full_title(title))).split()


def _titled(thing: Thing) -> str:
    """The name with a title that tells a gender, where one of its mentions has it."""
    for quote in thing.titled:
        if parse_name(quote.text).gender and parse_name(quote.text).words == parse_name(thing.names[0].text).words:
            return quote.text
    return thing.names[0].text
