"""Which statements say the same thing.

Two statements are one claim only where their words are nearly the same, or where they tell the same event of the same
named people and things with nothing that speaks against it. It errs towards keeping apart: a missed join costs a line
twice in the brief, a false one puts words in somebody's mouth.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

from standfirst.lexicon.words import containment, likeness
from standfirst.link.claims.statements import Statement
from standfirst.model.linked import Copy, EventKey
from standfirst.model.span import Span

#: Shared share of content words from which two wordings are one; measured on the bundled and the labelled stories.
_NEARLY_THE_SAME = 0.72
_SAME_EVENT_LIKENESS = 0.2
#: A wording says within itself all that a shorter one says where it shares so many words, and so much of the shorter.
_SHARED_WORDS, _HELD, _HALF = 5, 0.8, 0.5
_FEWEST_WORDS = 4
#: Events that happen once to a thing, so that the thing alone settles which it was.
_ONCE = {"KILL", "DIE", "SINK", "COLLAPSE", "RESIGN", "APPROVE"}


def group(
    statements: Sequence[Statement],
    passages: Iterable[tuple[Span, Span]],
    copies: Sequence[Copy],
    unique: Callable[[str], bool],
) -> tuple[tuple[Statement, ...], ...]:
    """Sets of statements that say the same, each in order; the sets in the order of their first statement.

    No set holds two statements of which one stands inside the other: a part of a sentence is not the sentence.

    `passages` are pairs of places that two reports share word for word, `copies` reports that are another's text: what
    stands in both is one claim, whatever day each copy's "Monday" was taken for. `unique` tells whether an entity is a
    person or a thing of its own (not a country or a group, to which much happens).
    """
    parent = list(range(len(statements)))

    def root(one: int) -> int:
        while parent[one] != one:
            parent[one] = parent[parent[one]]
            one = parent[one]
        return one

    shared = _shared(passages)
    kin = {(copy.report, copy.of) for copy in copies} | {(copy.of, copy.report) for copy in copies}
    sets = {number: [statement] for number, statement in enumerate(statements)}
    for _, one, other in sorted(_candidates(statements)):
        low, high = sorted((root(one), root(other)))
        if low == high or any(_nested(a, b) for a in sets[low] for b in sets[high]):
            continue
        a, b = statements[one], statements[other]
        if _same(a, b, unique) or _copied(a, b, shared) or ((a.report, b.report) in kin and _verbatim(a, b)):
            parent[high] = low
            sets[low] = sorted(sets[low] + sets.pop(high), key=lambda statement: statement.start)
    return tuple(tuple(sets[first]) for first in sorted(sets))


def _candidates(statements: Sequence[Statement]) -> Iterable[tuple[float, int, int]]:
    """Pairs that share a word that is not in every second statement, with how unlike they are."""
    holders: dict[str, list[int]] = defaultdict(list)
    for number, statement in enumerate(statements):
        for word in statement.words:
            holders[word].append(number)
    seen: set[tuple[int, int]] = set()
    for numbers in holders.values():
        if len(numbers) > 60:
            continue
        for place, one in enumerate(numbers):
            for other in numbers[place + 1 :]:
                if (one, other) not in seen:
                    seen.add((one, other))
                    yield 1 - likeness(statements[one].words, statements[other].words), one, other


def _same(one: Statement, other: Statement, unique: Callable[[str], bool]) -> bool:
    if one.numbers and other.numbers and one.numbers != other.numbers:
        return False
    if not times_agree(one, other) or _polarity(one) != _polarity(other):
        return False
    if min(len(one.words), len(other.words)) >= _FEWEST_WORDS:
        like = likeness(one.words, other.words)
        if like >= _NEARLY_THE_SAME and one.numbers == other.numbers:
            return True
        if _said_within(one, other):
            return True
    return (
        one.key is not None
        and other.key is not None
        and same_event(one.key, other.key, unique)
        and likeness(one.words, other.words) >= _needed(one.key, other.key, unique)
    )


def _said_within(one: Statement, other: Statement) -> bool:
    """Whether the longer wording says all that the shorter does, of the same people and things."""
    shared = one.words & other.words
    entities = one.entities <= other.entities or other.entities <= one.entities
    enough = len(shared) >= _SHARED_WORDS and containment(one.words, other.words) >= _HELD
    if one.key is None or other.key is None or not _same_kind(one.key, other.key):
        return False
    return enough and entities and one.numbers == other.numbers and likeness(one.words, other.words) >= _HALF


def _needed(one: EventKey, other: EventKey, unique: Callable[[str], bool]) -> float:
    """How alike the words must be besides: little where somebody named takes part in both, much where nobody is."""
    if one.cls in _ONCE and any(unique(who) for who in {*one.patients} & {*other.patients}):
        return 0.0
    shared = {*one.agents, *one.patients} & {*other.agents, *other.patients}
    return _SAME_EVENT_LIKENESS if any(who[0] != "~" for who in shared) else _HALF


def same_event(one: EventKey, other: EventKey, unique: Callable[[str], bool]) -> bool:
    """Whether two keys are one event: the same class and polarity, and the same who and whom as far as both tell."""
    return one.polarity == other.polarity and same_happening(one, other, unique)


def same_happening(one: EventKey, other: EventKey, unique: Callable[[str], bool]) -> bool:
    """As same_event, with the polarity left out of it."""
    if not _same_kind(one, other):
        return False
    agents, patients = set(one.agents) & set(other.agents), set(one.patients) & set(other.patients)
    if _clash(one.agents, other.agents) or _clash(one.patients, other.patients):
        return False
    if any(unique(who) for who in patients) and one.cls in _ONCE:
        return True
    return bool(agents) and bool(patients)


def _same_kind(one: EventKey, other: EventKey) -> bool:
    return one.lemma == other.lemma or (one.cls != "" and one.cls == other.cls)


def _clash(some: tuple[str, ...], others: tuple[str, ...]) -> bool:
    """Whether both name who it was and name different ones."""
    one, other = {who for who in some if who[0] != "~"}, {who for who in others if who[0] != "~"}
    return bool(one) and bool(other) and not one & other


def _polarity(statement: Statement) -> str:
    return statement.key.polarity if statement.key is not None else ""


def _nested(one: Statement, other: Statement) -> bool:
    """Whether one stands inside the other in the text: a part of a sentence is not the sentence."""
    return any(a.overlaps(b) for a in one.spans for b in other.spans)


def times_agree(one: Statement, other: Statement) -> bool:
    """Whether the two can be of one time: a time that is not told agrees with all."""
    if one.timex is None or other.timex is None or one.timex.when is None or other.timex.when is None:
        return True
    return one.timex.when.overlaps(other.timex.when)


def _shared(passages: Iterable[tuple[Span, Span]]) -> dict[tuple[str, str], list[tuple[Span, Span]]]:
    found: dict[tuple[str, str], list[tuple[Span, Span]]] = defaultdict(list)
    for one, other in passages:
        found[one.report, other.report].append((one, other))
        found[other.report, one.report].append((other, one))
    return found


def _verbatim(one: Statement, other: Statement) -> bool:
    return one.words == other.words and len(one.words) >= _FEWEST_WORDS and one.numbers == other.numbers


def _copied(one: Statement, other: Statement, shared: dict[tuple[str, str], list[tuple[Span, Span]]]) -> bool:
    """Whether they are the same words of a passage that both reports carry."""
    if one.report == other.report or one.numbers != other.numbers:
        return False
    pairs = shared.get((one.report, other.report), [])
    both = any(a.overlaps(one.spans[0]) and b.overlaps(other.spans[0]) for a, b in pairs)
    return both and containment(one.words, other.words) >= 0.9 and likeness(one.words, other.words) >= 0.8
