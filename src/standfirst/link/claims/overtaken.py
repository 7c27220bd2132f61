"""States that a later report ends: sought and then caught, without a name and then named, in one condition and another.

A state is told in set words ("is still at large", states.tsv). It is ended only where a later telling names the same
one, or has the same noun for it, and what ends it is not dated before the state was told. It errs towards leaving it
open.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import cache

from standfirst.lexicon.tables import rows
from standfirst.lexicon.words import content_words
from standfirst.link.claims.found import Found, numbered, words_of
from standfirst.link.claims.parties import Happening, Party
from standfirst.link.claims.statements import Statement
from standfirst.link.claims.turns import came_after
from standfirst.model.reading import Reading
from standfirst.text import plain

#: A phrase of one noun: "the armed driver".
_NOUN = r"(?P<noun>(?:[\w-]+ ){0,3}?[\w-]+)"
_BE = r"(?:(?:is|are|was|were|been|remains?|remained|still) (?:\w+ ){0,2}?)"
_END = r"(?=[.,;:]|\s(?:who|and|in|at|on|after|since|near|from|by|but|as|[a-z]+day)\b|$)"
#: Where what is looked for ends: "the driver |of the lorry|".
_BEYOND = re.compile(r"[.;:]|,(?! [A-Z\d])|\s(?:of|who|and|in|at|on|after|since|near|from|by|but|as)\b")
_PRONOUN = re.compile(r"\W*(?:him|her|them|he|she|they)\b")
#: How far before the words, in code points, the name of the one in the state may stand.
_REACH = 80
_CONDITION = re.compile(
    r"\bin (?:an? )?(?:\w+ ){0,2}?(critical|serious|grave|stable|fair|good|guarded)\b[\w\s]{0,12}?condition\b"
)
_UNNAMED = re.compile(
    r"\bnames? (?:(?:has|have|had|was|were|is|are) )?"
    r"(?:not (?:yet |immediately )?(?:been )?released|(?:been |being )?withheld)\b"
)
_HAD = re.compile(r"\b(?:had|having)(?: \w+){0,3} $")
#: Whom it is that is named: "|the driver| as Josip Maro".
_AS = re.compile(r"(?:the|this|that) (?:[\w-]+ ){0,2}?([\w-]+) as\b")
_A_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class _State:
    """A state in set words, with those words and a noun phrase for the one in it, and the events that end it."""

    #: after | before: where the one in it stands; any: nobody is in it.
    where: str
    words: re.Pattern[str]
    of_a_noun: re.Pattern[str]
    ended_by: frozenset[str]


@cache
def _states() -> tuple[_State, ...]:
    made = []
    for where, words, classes, _ in rows("states.tsv"):
        core = rf"\b{_BE if where == 'before' else ''}(?:{words})\b"
        noun = rf"{core} {_NOUN}{_END}" if where == "after" else rf"\b{_NOUN} {core}"
        made.append(_State(where, re.compile(core), re.compile(noun), frozenset(classes.split())))
    return tuple(made)


@dataclass(frozen=True, slots=True)
class _InState:
    """Who is in a state, as one statement tells it: the words beside it, its last noun and who is named there."""

    state: _State
    near: str
    noun: str | None
    entities: frozenset[str]

    def holds(self, party: Party) -> bool:
        """Whether one who takes part later is the one in the state: by name, or by a noun that is no mere "man"."""
        if self.state.where == "any":
            return not party.none and not party.place
        if party.who is not None and party.who in self.entities:
            pointed = _PRONOUN.match(plain(self.near).lower()) is not None and len(self.entities) == 1
            return pointed or bool(content_words(self.near) & party.names)
        if party.pronoun or party.vague or not party.definite or self.noun is None:
            return False
        last = content_words(self.noun.split()[-1])
        return party.head in last and party.words <= content_words(self.noun)


def overtaken(
    readings: dict[str, Reading], groups: Sequence[tuple[Statement, ...]], unique: Callable[[str], bool]
) -> Iterator[Found]:
    """Every statement of a state, and a later one that tells what ended it."""
    told = numbered(groups)
    for number, early in told:
        for one in _in_states(readings, early, unique):
            for other, late in told:
                ends = (each for each in _anew(readings, late) if each.key.cls in one.state.ended_by)
                if any(one.holds(party) for each in ends for party in each.theme) and _since(readings, early, late):
                    yield Found(source=other, target=number, kind="supersedes", because="a later report ends the state")
        yield from _named_since(readings, (number, early), told, unique)
        yield from _in_another_condition(readings, (number, early), told, unique)


def _in_states(readings: dict[str, Reading], one: Statement, unique: Callable[[str], bool]) -> Iterator[_InState]:
    words = words_of(readings[one.report], one)
    low = plain(words).lower()
    for state in _states():
        match = state.words.search(low)
        if match is None or (one.denying and state.where != "any"):
            continue
        noun = state.of_a_noun.search(low)
        yield _InState(
            state=state,
            near=_near(words, match, after=state.where == "after"),
            noun=noun["noun"] if noun is not None else None,
            entities=frozenset(who for who in one.entities if unique(who)),
        )


def _so(late: Statement) -> Iterator[Happening]:
    return (one for one in late.told if one.so and one.key.polarity == "positive")


def _anew(readings: dict[str, Reading], late: Statement) -> Iterator[Happening]:
    """What a statement tells as so, and not as gone before: "had recently been charged" ends nothing."""
    text = readings[late.report].report.text
    for one in _so(late):
        start = one.event.span.start
        if _HAD.search(text[max(0, start - _REACH) : start]) is None:
            yield one


def _near(words: str, match: re.Match[str], *, after: bool) -> str:
    """The words beside those of the state in which the one in it is named."""
    if not after:
        return words[max(0, match.start() - _REACH) : match.start()]
    rest = words[match.end() :]
    end = _BEYOND.search(rest)
    return rest[: end.start()] if end is not None else rest


def _since(readings: dict[str, Reading], early: Statement, late: Statement) -> bool:
    """Whether a statement came out later, and tells of a time that is not before the earlier one was out."""
    if not came_after(readings, early, late):
        return False
    out = readings[early.report].published_at(early.spans[0].start).earliest
    when = late.timex.when if late.timex is not None else None
    return when is None or when.last_day is None or out is None or when.last_day >= out.date() - _A_DAY


def _named_since(
    readings: dict[str, Reading],
    unnamed: tuple[int, Statement],
    told: Sequence[tuple[int, Statement]],
    unique: Callable[[str], bool],
) -> Iterator[Found]:
    """Who had not been named, by an age that the later naming gives too, or by the same noun: "named the driver as"."""
    number, early = unnamed
    main = early.main
    without = main is not None and main.key.cls == "IDENTIFY" and main.key.polarity == "negative"
    if not without and _UNNAMED.search(plain(words_of(readings[early.report], early)).lower()) is None:
        return
    ages = _ages(early)
    nouns = {party.head for party in main.theme if party.definite and not party.pronoun} if main and without else set()
    for other, late in told:
        named = _named(readings, late) if any(unique(who) for who in late.entities) else None
        if named is None or not came_after(readings, early, late):
            continue
        if (ages and ages <= _ages(late)) or nouns & named:
            yield Found(source=other, target=number, kind="supersedes", because="named since")


def _named(readings: dict[str, Reading], late: Statement) -> frozenset[str] | None:
    """The nouns for those whom a statement tells to have been named, or None where it tells no such thing.

    "Police identified the driver as Josip Maro" may be read as what police say, or as what the outlet tells of them.
    """
    heads = [
        {party.head for party in one.theme if party.definite and not party.pronoun}
        for one in _so(late)
        if one.key.cls == "IDENTIFY"
    ]
    if late.said is not None and late.said.lemma in ("identify", "name") and late.said.stance == "asserts":
        whom = _AS.match(plain(words_of(readings[late.report], late)))
        heads.append(set(content_words(whom[1])) if whom is not None else set())
    return frozenset().union(*heads) if heads else None


def _ages(one: Statement) -> frozenset[str]:
    return frozenset(str(quantity.value) for quantity in one.quantities if quantity.counted == "age")


def _in_another_condition(
    readings: dict[str, Reading],
    told_first: tuple[int, Statement],
    told: Sequence[tuple[int, Statement]],
    unique: Callable[[str], bool],
) -> Iterator[Found]:
    """Who was in one condition in hospital and is in another: the same one by name, and nobody else in the words."""
    number, early = told_first
    before = _condition(readings, early)
    who = _somebody(early, unique)
    if before is None or len(who) != 1:
        return
    for other, late in told:
        after = _condition(readings, late)
        same = who == _somebody(late, unique)
        if after is not None and after != before and same and _since(readings, early, late):
            yield Found(source=other, target=number, kind="supersedes", because="in another condition since")


def _somebody(one: Statement, unique: Callable[[str], bool]) -> frozenset[str]:
    return frozenset(who for who in one.entities - set(one.places) if unique(who))


def _condition(readings: dict[str, Reading], one: Statement) -> str | None:
    match = _CONDITION.search(plain(words_of(readings[one.report], one)).lower())
    return match[1] if match is not None else None
