"""How claims stand to each other: one corrects, contradicts or supersedes another.

Each finder gives (from claim, to claim, kind, reason). They look only for what the text marks: a correction that says
so, a denial of the thing just told, the same event told the other way round, a state that has been replaced, two
figures that cannot both hold.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations, product

from standfirst.lexicon.tables import rows
from standfirst.link.claims.same import same_happening
from standfirst.link.claims.statements import Statement
from standfirst.link.words import containment
from standfirst.model.linked import EventKey, Figure
from standfirst.model.reading import Reading
from standfirst.model.span import Span
from standfirst.text import plain
from standfirst.when import UTC

#: How far back, in code points, a denial or a correction reaches for the thing that it is about.
_REACH = 700
#: Stems of what a denial names besides the thing denied ("denied responsibility for the attack").
_DENIED_IN_GENERAL = {"responsibility", "responsibl", "involvement", "wrongdo", "knowledg", "claim", "alleg"}
_NOT_YET = re.compile(r"\b(?:yet|so far|still|until now|at this stage|currently)\b")


#: A statement with the number of its group and its event.
_Told = tuple[int, Statement, EventKey]


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A relation between two groups of statements, by their numbers."""

    source: int
    target: int
    kind: str
    because: str


@cache
def _corrections() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((row[0], re.compile(row[1])) for row in rows("corrections.tsv"))


@cache
def _replaced_by() -> frozenset[tuple[str, str]]:
    return frozenset((row[0], row[1]) for row in rows("antonyms.tsv"))


def correction_in(words: str) -> str | None:
    """How a sentence corrects: "after" (what stands before), "within" (what it says itself), or None."""
    text = plain(words).lower()[:1200]
    return next((kind for kind, pattern in _corrections() if pattern.search(text)), None)


def find_relations(
    readings: dict[str, Reading],
    groups: Sequence[tuple[Statement, ...]],
    figures: Sequence[Figure],
    unique: Callable[[str], bool],
) -> tuple[Found, ...]:
    """Every relation between the groups, without repeats, in a fixed order."""
    found = [
        *_corrected(readings, groups),
        *_denied(readings, groups),
        *_turned_round(readings, groups, unique),
        *_clashing(groups, figures),
    ]
    kept: dict[tuple[int, int], Found] = {}
    for relation in found:
        if relation.source != relation.target:
            kept.setdefault((relation.source, relation.target), relation)
    return tuple(sorted(kept.values(), key=lambda one: (one.source, one.target, one.kind)))


def _numbered(groups: Sequence[tuple[Statement, ...]]) -> list[tuple[int, Statement]]:
    return [(number, statement) for number, group in enumerate(groups) for statement in group]


def _corrected(readings: dict[str, Reading], groups: Sequence[tuple[Statement, ...]]) -> Iterator[Found]:
    """A passage that says that something before it was wrong, and the one statement that it means.

    The outlet's own word corrects; somebody else's word that it was wrong contradicts. What is meant stands in the same
    sentence, or is what the sentence before says; where the two share no word and the first is no report, nothing is
    meant that we could name.
    """
    for number, statement in _numbered(groups):
        reading = readings[statement.report]
        if correction_in(_words(reading, statement)) != "after":
            continue
        meant = _meant(reading, groups, statement)
        if meant is not None and statement.said is None:
            yield Found(source=number, target=meant, kind="corrects", because="said to have been corrected")
        elif meant is not None and statement.said is not None:
            because = f"{statement.said.speaker_text or 'another'} says that it was wrong"
            yield Found(source=number, target=meant, kind="contradicts", because=because)


def _words(reading: Reading, statement: Statement) -> str:
    """The words in which a statement may say that something was wrong: the clause, or the content of speech."""
    return " ".join(reading.report.words(span) for span in statement.spans)


def _meant(reading: Reading, groups: Sequence[tuple[Statement, ...]], statement: Statement) -> int | None:
    sentence = next((span for span in reading.sentences if span.overlaps(statement.spans[0])), statement.sentence)
    before = _before(groups, statement)
    within = [number for number, other in before if sentence.holds(other.spans[0])]
    if within:
        return within[0]
    last = next((span for span in reversed(reading.sentences) if span.end <= sentence.start), None)
    for number, other in before:
        reports = other.said is not None and other.said.source_kind in ("media", "unnamed", "none", "document")
        if last is not None and last.overlaps(other.spans[0]) and (reports or "report" in other.words):
            return number
    return None


def _before(groups: Sequence[tuple[Statement, ...]], statement: Statement) -> list[tuple[int, Statement]]:
    """The statements of the same report that stand shortly before one, the nearest first."""
    near = [
        (number, other)
        for number, other in _numbered(groups)
        if other.report == statement.report
        and other.spans[-1].end <= statement.spans[0].start
        and statement.spans[0].start - other.spans[-1].end <= _REACH
    ]
    return sorted(near, key=lambda pair: -pair[1].spans[-1].end)


def _denied(readings: dict[str, Reading], groups: Sequence[tuple[Statement, ...]]) -> Iterator[Found]:
    """A denial and the statement shortly before it, or in another report, that holds what is denied."""
    for number, statement in _numbered(groups):
        if statement.said is None or statement.said.stance != "denies":
            continue
        denied = statement.words - {
            "responsibility",
            "responsibl",
            "involvement",
            "wrongdo",
            "knowledg",
            "claim",
            "alleg",
        }
        before = _before(groups, statement)
        for target, other in before:
            if denied and len(denied & other.words) >= max(1, len(denied) // 2) and other.said is not statement.said:
                who = statement.said.speaker_text or "the one concerned"
                yield Found(source=number, target=target, kind="contradicts", because=f"denied by {who}")
                break
        for target, other in _numbered(groups):
            elsewhere = target != number and other.report != statement.report
            if elsewhere and len(denied) >= 3 and containment(denied, other.words) >= 0.75:
                yield Found(source=number, target=target, kind="contradicts", because="denied in another report")


def _turned_round(
    readings: dict[str, Reading], groups: Sequence[tuple[Statement, ...]], unique: Callable[[str], bool]
) -> Iterator[Found]:
    """The same event told the other way round: not so, not so yet, or replaced by another state since."""
    for one, other in _comparable(groups):
        if one[0] == other[0] or any(a.overlaps(b) for a in one[1].spans for b in other[1].spans):
            continue
        if one[2].polarity != other[2].polarity and _opposed(one[2], other[2], unique):
            yield _which_way(readings, one, other)
        elif (relation := _replaced(readings, one, other)) is not None:
            yield relation


def _comparable(groups: Sequence[tuple[Statement, ...]]) -> Iterator[tuple[_Told, _Told]]:
    """Pairs of statements whose events are of one class or lemma, or of a state and the one that ends it."""
    by_kind: dict[str, list[_Told]] = defaultdict(list)
    for number, statement in _numbered(groups):
        if statement.key is not None:
            by_kind[statement.key.cls or statement.key.lemma].append((number, statement, statement.key))
    for kind in sorted(by_kind):
        yield from combinations(by_kind[kind], 2)
    for earlier, later in sorted(_replaced_by()):
        yield from product(by_kind.get(earlier, ()), by_kind.get(later, ()))


def _opposed(one_key: EventKey, other_key: EventKey, unique: Callable[[str], bool]) -> bool:
    if same_happening(one_key, other_key, unique):
        return True
    shared_agent = set(one_key.agents) & set(other_key.agents)
    if one_key.lemma == other_key.lemma and any(who[0] != "~" for who in shared_agent):
        return not one_key.patients or not other_key.patients or bool(set(one_key.patients) & set(other_key.patients))
    patients = set(one_key.patients) & set(other_key.patients)
    return one_key.cls != "" and one_key.cls == other_key.cls and bool(patients)


def _which_way(readings: dict[str, Reading], one: _Told, other: _Told) -> Found:
    """A "not yet" that was told first is superseded by what came after; else the two contradict each other."""
    negative, positive = (one, other) if one[2].polarity == "negative" else (other, one)
    words = plain(readings[negative[1].report].report.words(negative[1].sentence)).lower()
    before, after = _out(readings, negative[1]), _out(readings, positive[1])
    if _NOT_YET.search(words) and before is not None and after is not None and before < after:
        return Found(source=positive[0], target=negative[0], kind="supersedes", because="it has happened since")
    if before is not None and after is not None and after > before:
        negative, positive = positive, negative
    return Found(
        source=negative[0], target=positive[0], kind="contradicts", because="the same is told the other way round"
    )


def _replaced(readings: dict[str, Reading], one: _Told, other: _Told) -> Found | None:
    """A later state that ends an earlier one ("closed", then "reopened"), of the same named thing."""
    for (early_number, early, early_key), (late_number, late, late_key) in ((one, other), (other, one)):
        if (early_key.cls, late_key.cls) not in _replaced_by() or early_key.polarity != late_key.polarity:
            continue
        shared = {*early_key.agents, *early_key.patients} & {*late_key.agents, *late_key.patients}
        before, after = _out(readings, early), _out(readings, late)
        if shared and before is not None and after is not None and before < after:
            return Found(
                source=late_number, target=early_number, kind="supersedes", because="a later state has replaced it"
            )
    return None


def _out(readings: dict[str, Reading], statement: Statement) -> str | None:
    """When the words of a statement were certainly out, as sortable text."""
    latest = readings[statement.report].published_at(statement.spans[0].start).latest
    return latest.astimezone(UTC).isoformat() if latest is not None else None


def _clashing(groups: Sequence[tuple[Statement, ...]], figures: Sequence[Figure]) -> Iterator[Found]:
    """Claims that stand on figures that cannot both hold, or on a figure that a later value has replaced."""
    for figure in figures:
        by_id = {point.id: point for point in figure.points}
        for conflict in figure.conflicts:
            for one in _holding(groups, by_id[conflict.one].evidence[0].span):
                for other in _holding(groups, by_id[conflict.other].evidence[0].span):
                    because = conflict.grounds.because
                    yield Found(source=one, target=other, kind="contradicts", because=because)
                    yield Found(source=other, target=one, kind="contradicts", because=because)


def _holding(groups: Sequence[tuple[Statement, ...]], span: Span) -> list[int]:
    """The groups with a statement that holds the words of a figure most nearly."""
    found = [
        (min(abs(piece.end - piece.start - (span.end - span.start)) for piece in statement.spans), number)
        for number, statement in _numbered(groups)
        if any(piece.overlaps(span) for piece in statement.spans)
    ]
    nearest = min((distance for distance, _ in found), default=0)
    return sorted({number for distance, number in found if distance == nearest})
