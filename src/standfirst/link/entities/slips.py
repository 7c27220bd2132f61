"""Full names of different reports that are one person's but for a slip of the pen: age or title must agree too.

"Josh Haber, 19" and "Josh Harber, 19": one letter proves nothing by itself, nor does an age. Two names that one report
uses are never joined by it, since it tells them apart. Errs where two people of one age are a letter apart, each in a
report of its own.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from itertools import combinations

from standfirst.lexicon.names.persons import nearly_one, parse_name
from standfirst.lexicon.names.resolve import Link
from standfirst.lexicon.names.verdict import ONLY, Verdict
from standfirst.link.entities.things import Thing, node_of


def slips(things: Iterable[Thing]) -> list[Link]:
    """Links between names of people that nearly agree and have an age or a title in common."""
    texts: dict[str, str] = {}
    reports: dict[str, set[str]] = defaultdict(set)
    marks: dict[str, set[str]] = defaultdict(set)
    for thing in things:
        for quote in thing.names:
            if parse_name(quote.text).full:
                node = node_of(quote.text, True)
                texts.setdefault(node, quote.text)
                reports[node].add(thing.report)
                marks[node] |= {f"age {age}" for age in thing.ages} | {f"title {title}" for title in thing.titles}
    sharing: dict[str, list[str]] = defaultdict(list)
    for node in sorted(marks):
        for mark in marks[node]:
            sharing[mark].append(node)
    found: dict[tuple[str, str], Link] = {}
    for mark, nodes in sorted(sharing.items()):
        for one, other in combinations(nodes, 2):
            if not reports[one] & reports[other] and nearly_one(texts[one], texts[other]):
                because = f"“{texts[one]}” and “{texts[other]}” are a slip apart and have one {mark}"
                verdict = Verdict(value=ONLY, rule="slip", because=because)
                found.setdefault((one, other), Link(one=one, other=other, verdict=verdict))
    return list(found.values())
