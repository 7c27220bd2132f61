"""Accounts that differ in a detail: one time of day and another, one address and another, one number of wounds.

Finders give the details of each statement; two of one key that cannot both be so, from two reports, are held against
each other: such statements are never one claim, and their claims contradict each other. A detail that a report itself
gives in two ways is left alone. It errs towards none: what is told in other words, of somebody unnamed or of one of
several is not compared.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, product

from standfirst.link.claims.addresses import address_details
from standfirst.link.claims.clocks import clock_details
from standfirst.link.claims.days import day_details
from standfirst.link.claims.detail import Detail, Finder, because, excludes, holds, only_ones
from standfirst.link.claims.found import Found, numbered
from standfirst.link.claims.happenings import clash
from standfirst.link.claims.lengths import length_details
from standfirst.link.claims.one_word import other_word
from standfirst.link.claims.statements import Statement
from standfirst.link.claims.wounds import wound_details
from standfirst.model.reading import Reading

#: The name of the rule of such a contradiction.
RULE = "detail"
#: What is looked for, in this order.
FINDERS: tuple[Finder, ...] = (clock_details, day_details, address_details, length_details, wound_details)


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """Two statements of two reports that differ in a detail; the reason names both values."""

    one: Statement
    other: Statement
    because: str


class Differences:
    """Every two statements that differ in a detail, found before it is asked which statements are one claim."""

    def __init__(self, readings: dict[str, Reading], statements: Sequence[Statement]) -> None:
        """Hold the details of all statements against each other."""
        self._found: list[Difference] = []
        self._apart: set[frozenset[int]] = set()
        by_report: dict[str, list[Statement]] = defaultdict(list)
        for one in statements:
            by_report[one.report].append(one)
        for a, b in _differing(readings, statements):
            self._found.append(Difference(one=a.statement, other=b.statement, because=because(a, b)))
            told = ([one for one in by_report[each.span.report] if holds(one, each.span)] for each in (a, b))
            self._apart |= {frozenset({id(one), id(other)}) for one, other in product(*told)}
        for one, other, reason in other_word(readings, statements):
            self._found.append(Difference(one=one, other=other, because=reason))
            self._apart.add(frozenset({id(one), id(other)}))

    def apart(self, one: Statement, other: Statement) -> bool:
        """Whether two of the statements differ in a detail, and so are not one claim."""
        return frozenset({id(one), id(other)}) in self._apart

    def relations(self, groups: Sequence[tuple[Statement, ...]]) -> Iterator[Found]:
        """The contradictions between the groups of the statements, the later report against the earlier."""
        number = {id(one): number for number, one in numbered(groups)}
        for each in self._found:
            source, target = number[id(each.other)], number[id(each.one)]
            yield Found(source=source, target=target, kind="contradicts", because=each.because, rule=RULE)


def _differing(readings: dict[str, Reading], statements: Sequence[Statement]) -> Iterator[tuple[Detail, Detail]]:
    for finder in FINDERS:
        by_key: dict[tuple[str, ...], list[Detail]] = defaultdict(list)
        for detail in only_ones(detail for one in statements for detail in finder(readings[one.report], one)):
            by_key[detail.key].append(detail)
        for key in sorted(by_key):
            for one, other in combinations(by_key[key], 2):
                if one.statement.report != other.statement.report and _of_one(one, other) and excludes(one, other):
                    yield one, other


def _of_one(one: Detail, other: Detail) -> bool:
    """Whether nothing says that the two are of two happenings."""
    if one.streets and other.streets and not one.streets & other.streets:
        return False
    if one.day is not None and other.day is not None and one.day != other.day:
        return False
    return one.happening is None or other.happening is None or not clash(one.happening, other.happening)
