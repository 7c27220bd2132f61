"""Which statements say the same thing.

Two statements are one claim only where their words are nearly the same, or where they tell the same event of the same
named people and things with nothing that speaks against it. It errs towards keeping apart: a missed join costs a line
twice in the brief, a false one puts words in somebody's mouth.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from functools import cache

from standfirst.lexicon.counts import count_words
from standfirst.lexicon.words import containment, content_words, likeness
from standfirst.link.claims.aligned import may_be_one, tell_one, tokens, told_alike, told_of_two
from standfirst.link.claims.counted import at_odds, counted_alike
from standfirst.link.claims.happenings import clash, happened_once, same_happening, same_kind
from standfirst.link.claims.nearest import Nearest
from standfirst.link.claims.parties import Happening, met, named
from standfirst.link.claims.statements import Statement, times_agree
from standfirst.model.linked import Copy, Figure
from standfirst.model.span import Span

#: Shared share of content words from which two wordings are one; measured on the bundled and the labelled stories.
_NEARLY_THE_SAME = 0.72
_SAME_EVENT_LIKENESS = 0.2
#: A wording says within itself all that a shorter one says where it shares so many words, and so much of the shorter.
_SHARED_WORDS, _HELD, _HALF = 5, 0.8, 0.5
#: Weighted likeness from which two that are each other's nearest say the same, of one kind of event and of any. Of the
#: pairs above them in 30 incidents that nobody had looked at, nearly all did; see docs/benchmarks.md.
_NEAREST, _NEAREST_OTHER = 0.5, 0.62
_FEWEST_WORDS, _FEWEST_ALL = 4, 3
#: Words that two renderings of one quotation share, and the share of the shorter that the longer holds.
_FEWEST_QUOTED, _QUOTED = 8, 0.9
#: A number that is not given of many things, and how many words besides it two tellings of it share.
_TELLING, _SHARED_BESIDE = 20, 2
_VOUCHES = ("asserts", "confirms")


def group(
    statements: Sequence[Statement],
    passages: Iterable[tuple[Span, Span]],
    copies: Sequence[Copy],
    figures: Sequence[Figure],
    unique: Callable[[str], bool],
    person: Callable[[str], bool],
    apart: Callable[[Statement, Statement], bool],
) -> tuple[tuple[Statement, ...], ...]:
    """Sets of statements that say the same, each in order; the sets in the order of their first statement.

    No set holds two statements of which one stands inside the other: a part of a sentence is not the sentence.

    `passages` are pairs of places that two reports share word for word, `copies` reports that are another's text: what
    stands in both is one claim, whatever day each copy's "Monday" was taken for; `figures` are their
    counts. `unique` tells whether an entity is a person or a thing of its own (not a country or a group, to which much
    happens), `person` whether it is a person, `apart` whether two statements give one detail in two ways.
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
    nearest = Nearest(statements, [one.words for one in statements])

    def join(low: int, high: int) -> None:
        parent[high] = low
        sets[low] = sorted(sets[low] + sets.pop(high), key=lambda statement: statement.start)

    for one, other in nearest.pairs():
        low, high = sorted((root(one), root(other)))
        if low == high or any(_nested(a, b) or apart(a, b) for a in sets[low] for b in sets[high]):
            continue
        a, b = statements[one], statements[other]
        near = nearest.mutual(one, other) and _nearly(a, b, nearest.likeness(one, other))
        copied = _copied(a, b, shared) or _one_utterance(a, b) or ((a.report, b.report) in kin and _verbatim(a, b))
        same = (near or _same(a, b, unique)) and not told_of_two(a, b)
        if copied or (same and not _told_apart(sets[low], sets[high])):
            join(low, high)
    odds = at_odds(figures)
    reworded = Nearest(statements, [tokens(one) for one in statements])
    nearly = (
        (one, other)
        for one, other in reworded.pairs()
        if reworded.mutual(one, other)
        and tell_one(statements[one], statements[other], reworded.likeness(one, other), person)
    )
    for one, other in (*counted_alike(statements, figures, person), *nearly):
        low, high = sorted((root(one), root(other)))
        if low == high or odds(statements[one], statements[other]):
            continue
        if not any(apart(a, b) for a in sets[low] for b in sets[high]) and _all_may_be(sets[low], sets[high], person):
            join(low, high)
    return tuple(tuple(sets[first]) for first in sorted(sets))


def _told_apart(some: Sequence[Statement], others: Sequence[Statement]) -> bool:
    """Whether two sets hold different numbers, though the two statements that would join them do not."""
    return any(a.numbers and b.numbers and a.numbers != b.numbers for a in some for b in others)


def _all_may_be(some: Sequence[Statement], others: Sequence[Statement], person: Callable[[str], bool]) -> bool:
    """Whether no telling of the one set is kept apart from one of the other, and none stands inside another."""
    return all(not _nested(a, b) and may_be_one(a, b, person) for a in some for b in others)


def _nearly(one: Statement, other: Statement, alike: float) -> bool:
    """Whether two that are each the other's nearest say the same: with nothing against it, and of one kind of event."""
    if alike < _NEAREST or min(len(one.words), len(other.words)) < _FEWEST_ALL or not _compatible(one, other):
        return False
    if any(each.said is not None and each.said.stance not in _VOUCHES for each in (one, other)):
        return False
    if one.denying != other.denying:
        return False
    if one.main is None or other.main is None or clash(one.main, other.main) or _of_others(one, other):
        return False
    known = one.main.key.cls != "" and other.main.key.cls != ""
    return same_kind(one.main, other.main) or (alike >= _NEAREST_OTHER and not known)


def _compatible(one: Statement, other: Statement) -> bool:
    """Whether nothing keeps two tellings apart: no other number, no other time, no "not" and no plan for a deed."""
    if one.numbers and other.numbers and one.numbers != other.numbers:
        return False
    if one.main is None or other.main is None:
        return one.main is other.main and times_agree(one, other)
    return times_agree(one, other) and told_alike(one.main, other.main)


def _same(one: Statement, other: Statement, unique: Callable[[str], bool]) -> bool:
    if not _compatible(one, other):
        return False
    fewest = min(len(one.words), len(other.words))
    alike = one.words == other.words and one.numbers == other.numbers and one.denying == other.denying
    if alike and fewest >= _FEWEST_ALL:
        return True
    if fewest >= _FEWEST_WORDS and one.denying == other.denying:
        like = likeness(one.words, other.words)
        if like >= _NEARLY_THE_SAME and one.numbers == other.numbers and not _of_others(one, other):
            return True
        if _said_within(one, other) or _one_number(one, other):
            return True
    return one.main is not None and other.main is not None and _one_event(one, one.main, other, other.main, unique)


def _one_utterance(one: Statement, other: Statement) -> bool:
    """Whether both give one utterance in direct speech, one of them perhaps more of it, with hardly a word changed."""
    direct = all(each.said is not None and each.said.mode == "direct" for each in (one, other))
    enough = min(len(one.words), len(other.words)) >= _FEWEST_QUOTED and likeness(one.words, other.words) >= _HALF
    same = one.numbers == other.numbers and one.denying == other.denying and times_agree(one, other)
    return direct and enough and same and containment(one.words, other.words) >= _QUOTED


def _of_others(one: Statement, other: Statement) -> bool:
    """Whether like words are told of two things: "the |charges| are the result of it", "the |pleas| are"."""
    if one.main is None or other.main is None:
        return False
    some, others = one.main.theme, other.main.theme
    nouns = all(party.who is None and not party.pronoun for party in (*some, *others))
    apart = {party.head for party in some}.isdisjoint(other.words) and {party.head for party in others}.isdisjoint(
        one.words
    )
    return bool(some) and bool(others) and nouns and apart


def _said_within(one: Statement, other: Statement) -> bool:
    """Whether the longer wording says all that the shorter does, of the same people and things."""
    shared = one.words & other.words
    entities = one.entities <= other.entities or other.entities <= one.entities
    enough = len(shared) >= _SHARED_WORDS and containment(one.words, other.words) >= _HELD
    if one.main is None or other.main is None or not same_kind(one.main, other.main):
        return False
    return enough and entities and one.numbers == other.numbers and likeness(one.words, other.words) >= _HALF


def _one_number(one: Statement, other: Statement) -> bool:
    """Whether both give one telling number, in words of which half are shared: "some 900 slept in the school"."""
    telling = [quantity for quantity in one.quantities if quantity.value >= _TELLING and quantity.counted != "age"]
    if not telling or one.numbers != other.numbers or one.report == other.report:
        return False
    shared = {word for word in one.words & other.words if not word[0].isdigit()} - _of_any_number()
    clash = one.main is not None and other.main is not None and met(one.main.theme, other.main.theme) is False
    return not clash and len(shared) >= _SHARED_BESIDE and containment(one.words, other.words) >= _HALF


@cache
def _of_any_number() -> frozenset[str]:
    """Words that stand with numbers of all sorts: "people", "around"."""
    return content_words(" ".join((*count_words().general, "around nearly almost roughly more fewer least most")))


def _one_event(one: Statement, a: Happening, other: Statement, b: Happening, unique: Callable[[str], bool]) -> bool:
    """Whether both tell one event, by who takes part; the fewer are named, the more of the words must be shared."""
    like = likeness(one.words, other.words)
    if happened_once(a, b, unique):
        return True
    if same_happening(a, b):
        shared = named(a.agents, b.agents, _anybody) or named(a.patients, b.patients, _anybody)
        return like >= (_SAME_EVENT_LIKENESS if shared else _HALF)
    if not same_kind(a, b) or a.key.cls == "" or not named(a.theme, b.theme, unique) or clash(a, b):
        return False
    dated = one.timex is not None and other.timex is not None and one.timex.type != "DURATION"
    return like >= (_SAME_EVENT_LIKENESS if dated else _HALF)


def _nested(one: Statement, other: Statement) -> bool:
    """Whether one stands inside the other in the text: a part of a sentence is not the sentence."""
    return any(a.overlaps(b) for a in one.spans for b in other.spans)


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
    if one.report == other.report or one.numbers != other.numbers or one.denying != other.denying:
        return False
    pairs = shared.get((one.report, other.report), [])
    both = any(a.overlaps(one.spans[0]) and b.overlaps(other.spans[0]) for a, b in pairs)
    return both and containment(one.words, other.words) >= 0.9 and likeness(one.words, other.words) >= 0.8


def _anybody(_: str) -> bool:
    return True
