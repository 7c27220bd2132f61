"""Which of many names are one thing's: two names are joined only where no other candidate remains.

The names are nodes; a comparison makes an edge between two of them. A name that could be short for two that cannot be
one thing is joined to neither. The result does not depend on the order in which the names come.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations

from standfirst.lexicon.names.bodies import compatible_bodies, initials, parse_body
from standfirst.lexicon.names.fold import sounds
from standfirst.lexicon.names.persons import compatible_names, holds_both, parse_name
from standfirst.lexicon.names.verdict import DIFFERENT, SAME, Verdict
from standfirst.lexicon.people import short_form_groups

#: Names that share a word with more than so many others are joined by that word no more; keeps the work linear.
_CROWD = 150


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Two nodes that were joined, and why."""

    one: str
    other: str
    verdict: Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Grouping:
    """Nodes that are one thing, each group sorted, and the links that made them."""

    groups: tuple[tuple[str, ...], ...]
    links: tuple[Link, ...]


Compare = Callable[[str, str], Verdict]


def compare_of(person: bool) -> Compare:
    """How names of people, or of everything else, are compared."""
    return compatible_names if person else compatible_bodies


def keys_of(name: str, person: bool) -> set[str]:
    """What two names must share to be compared at all."""
    if person:
        parsed = parse_name(name)
        found = {sounds(part) for word in parsed.words for part in (word, word.replace("-", "")) if len(part) > 1}
        return found | {
            f"short {number}" for word in parsed.given[:1] + parsed.family for number in short_form_groups(word)
        }
    body = parse_body(name)
    found = set(body.words) | {part for word in body.words for part in word.split("-")}
    found = {word[:5] for word in found if len(word) > 1} | {f"initials {letters}" for letters in initials(body.words)}
    if body.acronym:
        found.add(f"initials {body.words[0]}")
    return found | ({f"known {body.canonical}"} if body.canonical is not None else set())


def resolve(names: Mapping[str, str], *, person: bool, given: Iterable[Link] = ()) -> Grouping:
    """Group nodes (id -> name) that are one thing; `given` links hold whatever the names say.

    Give full names of people here and place the others with a `Roster`.
    """
    compare = compare_of(person)
    edges: dict[str, dict[str, Verdict]] = {node: {} for node in names}
    for link in given:
        if link.one in names and link.other in names:
            edges[link.one][link.other] = edges[link.other][link.one] = link.verdict
    for one, other in sorted(_pairs(names, person)):
        verdict = compare(names[one], names[other])
        if verdict.joins and other not in edges[one]:
            edges[one][other] = edges[other][one] = verdict
    _drop_doubtful(edges, names, compare)
    groups = _components(edges)
    links = tuple(
        Link(one=one, other=other, verdict=verdict)
        for one in sorted(edges)
        for other, verdict in sorted(edges[one].items())
        if one < other
    )
    return Grouping(groups=groups, links=links)


def _pairs(names: Mapping[str, str], person: bool) -> set[tuple[str, str]]:
    blocks: dict[str, list[str]] = defaultdict(list)
    for node in sorted(names):
        for key in keys_of(names[node], person):
            blocks[key].append(node)
    return {pair for block in blocks.values() if len(block) <= _CROWD for pair in combinations(block, 2)}


def _drop_doubtful(edges: dict[str, dict[str, Verdict]], names: Mapping[str, str], compare: Compare) -> None:
    """Take away the edges of names that could be short for two different things, weak edges first."""
    for strong in (False, True):
        doubtful = [node for node in sorted(edges) if _torn(node, edges, names, compare)]
        for node in doubtful:
            _cut(node, edges, strong)
    for group in _components(edges):
        if len(group) > 2 and _contradicts(group, edges, names, compare):
            for node in group:
                _cut(node, edges, strong=False)


def _torn(node: str, edges: dict[str, dict[str, Verdict]], names: Mapping[str, str], compare: Compare) -> bool:
    """Whether two neighbours of a node are different things and not joined with each other."""
    near = sorted(edges[node])
    return any(
        b not in edges[a] and _apart(a, b, names, compare) and not _of_one(a, b, (node,), names, compare)
        for a, b in combinations(near[:50], 2)
    )


def _contradicts(
    group: tuple[str, ...], edges: dict[str, dict[str, Verdict]], names: Mapping[str, str], compare: Compare
) -> bool:
    return any(
        b not in edges[a]
        and compare is compatible_names
        and _apart(a, b, names, compare)
        and not _of_one(a, b, group, names, compare)
        for a, b in combinations(group[:50], 2)
    )


def _apart(a: str, b: str, names: Mapping[str, str], compare: Compare) -> bool:
    return compare(names[a], names[b]).value == DIFFERENT


def _of_one(a: str, b: str, group: tuple[str, ...], names: Mapping[str, str], compare: Compare) -> bool:
    """Whether a longer name of a person holds both: "Ana Ruiz" and "Ruiz Torres" of "Ana Ruiz Torres"."""
    return compare is compatible_names and any(holds_both(names[node], names[a], names[b]) for node in group)


def _cut(node: str, edges: dict[str, dict[str, Verdict]], strong: bool) -> None:
    for other, verdict in list(edges[node].items()):
        if strong or verdict.value != SAME:
            del edges[node][other]
            edges[other].pop(node, None)


def _components(edges: Mapping[str, Mapping[str, Verdict]]) -> tuple[tuple[str, ...], ...]:
    seen: set[str] = set()
    groups: list[tuple[str, ...]] = []
    for start in sorted(edges):
        if start in seen:
            continue
        stack, group = [start], {start}
        while stack:
            for other in edges[stack.pop()]:
                if other not in group:
                    group.add(other)
                    stack.append(other)
        seen |= group
        groups.append(tuple(sorted(group)))
    return tuple(groups)


#: How a name of one part is placed, the surest first: a family name is tried before a given name.
_PART_RULES = ("same-name", "family-name", "first-family-name", "given-name")


class Roster:
    """The people of a text or story, each with all full names, to find whom a name of one part can stand for."""

    def __init__(self, groups: Iterable[tuple[str, ...]]) -> None:
        self._groups = tuple(groups)
        self._index: dict[str, set[int]] = defaultdict(set)
        for index, group in enumerate(self._groups):
            for name in group:
                for shared in keys_of(name, True):
                    self._index[shared].add(index)

    def candidates(self, part: str) -> tuple[tuple[int, Verdict], ...]:
        """The people (by index) that the name can stand for, by the surest rule that finds any.

        Someone one of whose names has the other gender is none: "Mrs Ito" is not Kenji Ito.
        """
        found: dict[str, list[tuple[int, Verdict]]] = defaultdict(list)
        for index in sorted({index for shared in keys_of(part, True) for index in self._index.get(shared, ())}):
            verdicts = [compatible_names(part, name) for name in self._groups[index]]
            if any(verdict.rule == "gender" for verdict in verdicts):
                continue
            best = next((v for rule in _PART_RULES for v in verdicts if v.joins and v.rule == rule), None)
            if best is not None:
                found[best.rule].append((index, best))
        return next((tuple(found[rule]) for rule in _PART_RULES if found[rule]), ())

    def alike(self, part: str) -> tuple[tuple[int, Verdict], ...]:
        """The people whose family name sounds like the titled name, and is spelt otherwise: it proves nothing alone."""
        near = sorted({index for shared in keys_of(part, True) for index in self._index.get(shared, ())})
        verdicts = {index: [compatible_names(part, name) for name in self._groups[index]] for index in near}
        return tuple(
            (index, verdict)
            for index in near
            for verdict in verdicts[index][:1]
            if verdict.rule == "family-name-spelling"
        )
