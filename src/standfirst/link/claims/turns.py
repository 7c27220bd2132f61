"""The same thing told the other way round: not so, not so yet, come about since, or replaced by another state.

Two tellings are held against each other only where they are of one thing, named or meant by the same noun, and of times
that can be one. What is told as not so *yet*, as planned, or as a state that another one ends is overtaken by what came
out later; everything else that cannot both hold is a contradiction. It errs towards seeing neither.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from itertools import combinations, product

from standfirst.lexicon.tables import rows
from standfirst.lexicon.words import containment
from standfirst.link.claims.aligned import times_agree
from standfirst.link.claims.found import Found, numbered
from standfirst.link.claims.happenings import clash, happened_once, same_happening, same_kind
from standfirst.link.claims.parties import Happening, Party, alike, met, named
from standfirst.link.claims.statements import Statement
from standfirst.model.reading import Reading
from standfirst.text import plain
from standfirst.when import UTC

#: Share of the shorter wording that the longer must hold for two tellings of anything else to be of one event.
_HELD, _HALF = 0.85, 0.5
#: Events that a thing has undergone or has not; charged with one crime and not with another is no contradiction.
_EITHER_OR = frozenset(
    "KILL DIE SURVIVE ASSAULT EXPLODE SINK CRASH COLLAPSE ERUPT CLOSE OPEN WITHDRAW RESIGN RESCUE FIND MISSING "
    "SURRENDER BANKRUPT CONCEDE WIN".split()
)
#: Events of which one denies every case with "nobody" or "no".
_OF_ANY = _EITHER_OR | {"INJURE", "ARREST", "SHOOT", "CHARGE", "DEPLOY"}
#: Events that befall people.
_OF_PEOPLE = frozenset({"KILL", "DIE", "INJURE", "ARREST", "CHARGE"})
#: Events that come about once where they are planned, so that the later one is the one that was planned.
_PLANNED_ONCE = frozenset(
    "RESIGN CLOSE OPEN BUY CHARGE RELEASE ARREST SURRENDER WITHDRAW DEPLOY BANKRUPT APPOINT SENTENCE APPROVE".split()
)
#: Days between an event and its telling, up to which it is news; and up to which a state is told ahead ("until May").
_FEW_DAYS, _AHEAD_DAYS = 3, 90
#: A "not" that holds for a while only: "not found for two hours", "not opened until noon".
_FOR_A_WHILE = re.compile(
    r"\bn(?:ot|ever)\b[^.;]*\b(?:until|till|for (?:[\w-]+ ){1,3}(?:minutes?|hours?|days?|weeks?|months?|years?))\b"
)
_NOT_YET = re.compile(r"\b(?:yet|so far|still|until now|at this stage|currently)\b")

#: A statement with the number of its group and an event that it tells.
_Told = tuple[int, Statement, Happening]


@cache
def _replaced_by() -> frozenset[tuple[str, str]]:
    return frozenset((row[0], row[1]) for row in rows("antonyms.tsv") if row[2] == "ends")


@cache
def _excluded() -> frozenset[tuple[str, str]]:
    return frozenset((row[0], row[1]) for row in rows("antonyms.tsv") if row[2] == "excludes")


def turned_round(
    readings: dict[str, Reading], groups: Sequence[tuple[Statement, ...]], unique: Callable[[str], bool]
) -> Iterator[Found]:
    """Every pair of statements of which one turns the other round, with how it does."""
    for one, other in _comparable(groups):
        if one[0] == other[0] or any(a.overlaps(b) for a in one[1].spans for b in other[1].spans):
            continue
        for relation in (_polar(readings, one, other, unique), _replaced(readings, one, other, unique)):
            if relation is not None:
                yield relation
                break


def _comparable(groups: Sequence[tuple[Statement, ...]]) -> Iterator[tuple[_Told, _Told]]:
    """Pairs of statements whose events are of one class or lemma, or of two classes that bear on each other."""
    by_kind: dict[str, list[_Told]] = defaultdict(list)
    for number, statement in numbered(groups):
        for happening in statement.told:
            if happening.key.cls or happening is statement.main or happening == statement.main:
                by_kind[happening.key.cls or happening.key.lemma].append((number, statement, happening))
    for kind in sorted(by_kind):
        yield from combinations(by_kind[kind], 2)
    for first, second in sorted(_replaced_by() | _excluded()):
        yield from product(by_kind.get(first, ()), by_kind.get(second, ()))


def _polar(readings: dict[str, Reading], one: _Told, other: _Told, unique: Callable[[str], bool]) -> Found | None:
    """What is told as so and as not so, or as planned and then as done."""
    if not same_kind(one[2], other[2]):
        return None
    if one[2].key.polarity != other[2].key.polarity:
        if any(_negative(each) and _for_a_while(readings, each) for each in (one, other)):
            return None
        told = [each[2].so or each[2].event.factuality == "planned" for each in (one, other)]
        return _which_way(readings, one, other) if all(told) and _opposed(readings, one, other, unique) else None
    return _come_about(readings, one, other, unique) if one[2].key.polarity == "positive" else None


def _opposed(readings: dict[str, Reading], one: _Told, other: _Told, unique: Callable[[str], bool]) -> bool:
    """Whether two tellings of opposite polarity are of one event; more is asked where nobody named takes part."""
    a, b = one[2], other[2]
    if happened_once(a, b, unique) or same_happening(a, b):
        return True
    if not times_agree(one[1], other[1]) or clash(a, b):
        return False
    if _denies_any(readings, one, other) or _denies_any(readings, other, one):
        return True
    if a.key.cls != "" and (_speaks_for_itself(one, other) or _speaks_for_itself(other, one)):
        return True
    if a.key.lemma == b.key.lemma and named(a.agents, b.agents, _anybody):
        whom = not a.patients or not b.patients or met(a.patients, b.patients) is True
        own = a.words | b.words
        return whom and (a.key.cls != "" or containment(one[1].words - own, other[1].words - own) >= _HALF)
    if met(a.theme, b.theme) is not True:
        return False
    if a.key.lemma == b.key.lemma and any(_not_yet(readings, each) for each in (one, other) if _negative(each)):
        return True
    if a.key.cls == "" or a.key.cls != b.key.cls:
        return False
    if a.key.cls in _EITHER_OR:
        return True
    same_people = set(a.key.agents) == set(b.key.agents) and one[1].entities == other[1].entities
    return same_people and containment(one[1].words, other[1].words) >= _HELD


def _negative(told: _Told) -> bool:
    return told[2].key.polarity == "negative"


def _speaks_for_itself(negative: _Told, positive: _Told) -> bool:
    """Whether the one of whom an event is told says that there was none: "no agreement has been reached"."""
    bare = negative[2].key.polarity == "negative" and not negative[2].agents and not negative[2].patients
    return bare and negative[1].speaker is not None and negative[1].speaker in positive[2].key.agents


def _denies_any(readings: dict[str, Reading], negative: _Told, positive: _Told) -> bool:
    """Whether one says of nobody, or of none of a sort, what the other says of some, clearly in one place.

    What is told of "ballot boxes" is one thing in one story; of "nobody so far", it is whatever comes out next.
    """
    none = next((party for party in negative[2].theme if party.none), None)
    not_yet = _not_yet(readings, negative)
    if none is None or positive[2].key.polarity != "positive" or not (positive[2].key.cls in _OF_ANY or not_yet):
        return False
    befalls = positive[2].key.cls in _OF_PEOPLE
    if not any(_falls_under(party, none, befalls) for party in positive[2].theme):
        return False
    own = negative[2].words | positive[2].words
    beside = (negative[1].words & positive[1].words) - own
    places = set(negative[1].places) & set(positive[1].places)
    next_told = not_yet and came_after(readings, negative[1], positive[1]) and positive[2].so
    return len(beside) >= 2 or bool(places) or bool(none.words) or (next_told and _lately(readings, positive[1]))


def _lately(readings: dict[str, Reading], told: Statement) -> bool:
    """Whether what is told happened about when the words came out, as far as they tell."""
    if told.timex is None or told.timex.when is None or told.timex.when.first_day is None:
        return True
    out = readings[told.report].published_at(told.spans[0].start).earliest
    return out is not None and -_AHEAD_DAYS <= (out.date() - told.timex.when.first_day).days <= _FEW_DAYS


def _for_a_while(readings: dict[str, Reading], told: _Told) -> bool:
    return _FOR_A_WHILE.search(plain(readings[told[1].report].report.words(told[1].sentence)).lower()) is not None


def _not_yet(readings: dict[str, Reading], told: _Told) -> bool:
    words = plain(readings[told[1].report].report.words(told[1].sentence)).lower()
    return _NOT_YET.search(words) is not None


def _falls_under(party: Party, none: Party, befalls: bool) -> bool:
    """Whether one is of those of whom none is meant; `befalls`: the event befalls people, and so whoever it befell."""
    if none.head in ("nobody", "none", "one", "no"):
        return party.person or (befalls and not party.place)
    return party.head == none.head and none.words <= party.words | {"such"}


def _which_way(readings: dict[str, Reading], one: _Told, other: _Told) -> Found:
    """A "not yet" that was told first is superseded by what came after; else the later contradicts the earlier."""
    negative, positive = (one, other) if one[2].key.polarity == "negative" else (other, one)
    not_yet = _not_yet(readings, negative)
    perfect = not_yet or negative[2].event.tense == "perfect"
    after, before = (came_after(readings, *pair) for pair in ((negative[1], positive[1]), (positive[1], negative[1])))
    if positive[2].so and ((perfect and after) or (not_yet and not before)):
        return Found(source=positive[0], target=negative[0], kind="supersedes", because="it has happened since")
    if after:
        negative, positive = positive, negative
    because = "the same is told the other way round"
    return Found(source=negative[0], target=positive[0], kind="contradicts", because=because)


def _come_about(readings: dict[str, Reading], one: _Told, other: _Told, unique: Callable[[str], bool]) -> Found | None:
    """What was planned and has come about since."""
    for (number, plan, ahead), (later, statement, done) in ((one, other), (other, one)):
        if ahead.event.factuality != "planned" or done.event.factuality != "happened":
            continue
        dated = plan.timex is not None and statement.timex is not None
        own = ahead.words | done.words
        beside = containment(plan.words - own, statement.words - own) >= _HALF
        alike_told = named(ahead.theme, done.theme, unique) and beside
        once = ahead.key.cls in _PLANNED_ONCE or (ahead.key.lemma == done.key.lemma and (dated or alike_told))
        if not once or not times_agree(plan, statement) or clash(ahead, done):
            continue
        one_event = named((*ahead.agents, *ahead.theme), (*done.agents, *done.theme), unique) or same_happening(
            ahead, done
        )
        if one_event and came_after(readings, plan, statement):
            return Found(source=later, target=number, kind="supersedes", because="it was planned and has come about")
    return None


def _replaced(readings: dict[str, Reading], one: _Told, other: _Told, unique: Callable[[str], bool]) -> Found | None:
    """A later state that ends an earlier one ("closed", then "reopened"), or that it excludes ("dead", "alive")."""
    for (early_number, early, before), (late_number, late, after) in ((one, other), (other, one)):
        pair = (before.key.cls, after.key.cls)
        if not before.so or not after.so or {before.key.polarity, after.key.polarity} != {"positive"}:
            continue
        ends = pair in _replaced_by() and _one_thing(before, after) and _still(readings, early, before)
        if ends and came_after(readings, early, late):
            because = "a later state has replaced it"
            return Found(source=late_number, target=early_number, kind="supersedes", because=because)
        if pair in _excluded() and named(before.theme, after.theme, unique) and times_agree(early, late):
            because = "the two cannot both be so"
            return Found(source=late_number, target=early_number, kind="contradicts", because=because)
    return None


def _still(readings: dict[str, Reading], statement: Statement, happening: Happening) -> bool:
    """Whether a state is told as one that lasts: it is of these days, and of an arrest told as such and not as past."""
    lately = _lately(readings, statement)
    if happening.key.cls not in _OF_PEOPLE:
        return lately
    return happening.event.tense in ("present", "perfect") or (lately and statement.timex is not None)


def _one_thing(before: Happening, after: Happening) -> bool:
    """Whether the state of one thing is told, by name or by a noun that is surely the same one's."""
    return any(alike(one, other) is True for one in _bears(before) for other in _bears(after))


def _bears(happening: Happening) -> tuple[Party, ...]:
    """What is in the state that an event brings about: "the airport" in "the airport suspended its services" too."""
    return (*happening.theme, *(one for one in happening.agents if one.place))


def came_after(readings: dict[str, Reading], early: Statement, late: Statement) -> bool:
    """Whether one statement certainly came out after another: by their times, or as an update of the same report."""
    before, after = _out(readings, early), _out(readings, late)
    if before is not None and after is not None:
        return before < after
    kinds = [one.block.kind if one.block is not None else "" for one in (early, late)]
    return early.report == late.report and kinds[0] != "update" and kinds[1] == "update"


def _out(readings: dict[str, Reading], statement: Statement) -> str | None:
    """When the words of a statement were certainly out, as sortable text."""
    latest = readings[statement.report].published_at(statement.spans[0].start).latest
    return latest.astimezone(UTC).isoformat() if latest is not None else None


def _anybody(_: str) -> bool:
    return True
