"""How claims stand to each other: one corrects, contradicts or supersedes another.

Each finder gives (from claim, to claim, kind, reason). They look only for what the text marks: a correction that says
so, a denial of the thing just told, the same event told the other way round, a state that has been replaced, two
figures that cannot both hold.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from itertools import combinations, product

from standfirst.lexicon.tables import rows
from standfirst.lexicon.words import containment
from standfirst.link.claims.amendments import Found, corrected, denied, numbered, put_right
from standfirst.link.claims.same import same_happening, times_agree
from standfirst.link.claims.statements import Statement
from standfirst.model.linked import EventKey, Figure, Point
from standfirst.model.reading import Reading
from standfirst.text import plain
from standfirst.when import UTC

#: Share of the shorter wording that the longer must hold for two tellings of anything else to be of one event.
_HELD = 0.85
#: Events that a thing has undergone or has not; charged with one crime and not with another is no contradiction.
_EITHER_OR = frozenset(
    "KILL DIE ASSAULT EXPLODE SINK CRASH COLLAPSE ERUPT CLOSE OPEN WITHDRAW RESIGN RESCUE FIND".split()
)
_NOT_YET = re.compile(r"\b(?:yet|so far|still|until now|at this stage|currently)\b")


#: A statement with the number of its group and its event.
_Told = tuple[int, Statement, EventKey]


@cache
def _replaced_by() -> frozenset[tuple[str, str]]:
    return frozenset((row[0], row[1]) for row in rows("antonyms.tsv"))


def find_relations(
    readings: dict[str, Reading],
    groups: Sequence[tuple[Statement, ...]],
    figures: Sequence[Figure],
    unique: Callable[[str], bool],
) -> tuple[Found, ...]:
    """Every relation between the groups, without repeats, in a fixed order."""
    found = [
        *corrected(readings, groups),
        *put_right(readings, groups),
        *denied(readings, groups),
        *_turned_round(readings, groups, unique),
        *_clashing(groups, figures),
    ]
    kept: dict[tuple[int, int], Found] = {}
    for relation in found:
        if relation.source != relation.target:
            kept.setdefault((relation.source, relation.target), relation)
    return tuple(sorted(kept.values(), key=lambda one: (one.source, one.target, one.kind)))


def _turned_round(
    readings: dict[str, Reading], groups: Sequence[tuple[Statement, ...]], unique: Callable[[str], bool]
) -> Iterator[Found]:
    """The same event told the other way round: not so, not so yet, or replaced by another state since."""
    for one, other in _comparable(groups):
        if one[0] == other[0] or any(a.overlaps(b) for a in one[1].spans for b in other[1].spans):
            continue
        if one[2].polarity != other[2].polarity and _opposed(one, other, unique):
            yield _which_way(readings, one, other)
        elif (relation := _replaced(readings, one, other)) is not None:
            yield relation


def _comparable(groups: Sequence[tuple[Statement, ...]]) -> Iterator[tuple[_Told, _Told]]:
    """Pairs of statements whose events are of one class or lemma, or of a state and the one that ends it."""
    by_kind: dict[str, list[_Told]] = defaultdict(list)
    for number, statement in numbered(groups):
        keys = statement.keys if statement.key in statement.keys else (*statement.keys, statement.key)
        for key in keys:
            if key is not None:
                by_kind[key.cls or key.lemma].append((number, statement, key))
    for kind in sorted(by_kind):
        yield from combinations(by_kind[kind], 2)
    for earlier, later in sorted(_replaced_by()):
        yield from product(by_kind.get(earlier, ()), by_kind.get(later, ()))


def _opposed(one: _Told, other: _Told, unique: Callable[[str], bool]) -> bool:
    """Whether two tellings of opposite polarity are of one event; more is asked where nobody named takes part."""
    a, b = one[2], other[2]
    if same_happening(a, b, unique):
        return True
    if not times_agree(one[1], other[1]):
        return False
    agents, patients = set(a.agents) & set(b.agents), set(a.patients) & set(b.patients)
    if a.lemma == b.lemma and any(who[0] != "~" for who in agents):
        return not a.patients or not b.patients or bool(patients)
    if not patients or a.cls == "" or a.cls != b.cls:
        return False
    if a.cls in _EITHER_OR and any(who[0] != "~" for who in patients):
        return True
    same_people = set(a.agents) == set(b.agents) and one[1].entities == other[1].entities
    return same_people and containment(one[1].words, other[1].words) >= _HELD


def _which_way(readings: dict[str, Reading], one: _Told, other: _Told) -> Found:
    """A "not yet" that was told first is superseded by what came after; else the later contradicts the earlier."""
    negative, positive = (one, other) if one[2].polarity == "negative" else (other, one)
    words = plain(readings[negative[1].report].report.words(negative[1].sentence)).lower()
    if _NOT_YET.search(words) and _came_after(readings, negative[1], positive[1]):
        return Found(source=positive[0], target=negative[0], kind="supersedes", because="it has happened since")
    if _came_after(readings, negative[1], positive[1]):
        negative, positive = positive, negative
    because = "the same is told the other way round"
    return Found(source=negative[0], target=positive[0], kind="contradicts", because=because)


def _came_after(readings: dict[str, Reading], early: Statement, late: Statement) -> bool:
    """Whether one statement certainly came out after another: by their times, or as an update of the same report."""
    before, after = _out(readings, early), _out(readings, late)
    if before is not None and after is not None:
        return before < after
    kinds = [one.block.kind if one.block is not None else "" for one in (early, late)]
    return early.report == late.report and kinds[0] != "update" and kinds[1] == "update"


def _replaced(readings: dict[str, Reading], one: _Told, other: _Told) -> Found | None:
    """A later state that ends an earlier one ("closed", then "reopened"), of the same named thing."""
    for (early_number, early, early_key), (late_number, late, late_key) in ((one, other), (other, one)):
        if (early_key.cls, late_key.cls) not in _replaced_by() or early_key.polarity != late_key.polarity:
            continue
        shared = _theme(early_key) & _theme(late_key)
        if shared and _came_after(readings, early, late):
            return Found(
                source=late_number, target=early_number, kind="supersedes", because="a later state has replaced it"
            )
    return None


def _theme(key: EventKey) -> set[str]:
    """The named thing whose state an event changes: what it is done to, else who does it ("the port reopened")."""
    return {who for who in key.patients or key.agents if who[0] != "~"}


def _out(readings: dict[str, Reading], statement: Statement) -> str | None:
    """When the words of a statement were certainly out, as sortable text."""
    latest = readings[statement.report].published_at(statement.spans[0].start).latest
    return latest.astimezone(UTC).isoformat() if latest is not None else None


def _clashing(groups: Sequence[tuple[Statement, ...]], figures: Sequence[Figure]) -> Iterator[Found]:
    """Claims that stand on figures that cannot both hold, or on a figure that a later value has replaced."""
    for figure in figures:
        by_id = {point.id: point for point in figure.points}
        for conflict in figure.conflicts:
            because = conflict.grounds.because
            for one in _holding(groups, by_id[conflict.one]):
                for other in _holding(groups, by_id[conflict.other]):
                    yield Found(source=one, target=other, kind="contradicts", because=because)
                    yield Found(source=other, target=one, kind="contradicts", because=because)
        for place, point in enumerate(figure.points):
            later = next((other for other in figure.points[place + 1 :] if other.value != point.value), None)
            if point.status != "superseded" or later is None:
                continue
            because = point.grounds.because if point.grounds is not None else "a later value has replaced the figure"
            for one in _holding(groups, later):
                for other in _holding(groups, point):
                    yield Found(source=one, target=other, kind="supersedes", because=because)


def _holding(groups: Sequence[tuple[Statement, ...]], point: Point) -> list[int]:
    """The groups with a statement that states the figure, the nearest to the words that were given for it."""
    span = point.evidence[0].span
    found = [
        (min(abs(piece.end - piece.start - (span.end - span.start)) for piece in statement.spans), number)
        for number, statement in numbered(groups)
        if any(piece.overlaps(span) for piece in statement.spans)
        and any(quantity.value == point.value and span.holds(quantity.span) for quantity in statement.quantities)
    ]
    nearest = min((distance for distance, _ in found), default=0)
    return sorted({number for distance, number in found if distance == nearest})
