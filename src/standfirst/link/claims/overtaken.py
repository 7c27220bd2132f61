"""States that a later report ends: sought and then caught, trapped and then freed, in one condition and another.

A state is told in set words ("is still at large", states.tsv). It is ended only where a later telling names the same
one, has the same noun for it, or can mean nobody else of the story ("the gunman", where there is one), and what ends it
is not dated before the state was told. It errs towards leaving it open.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from standfirst.lexicon.parts import part_nouns
from standfirst.lexicon.tables import rows
from standfirst.lexicon.words import content_words
from standfirst.link.claims.afterwards import Afterwards, narrowest
from standfirst.link.claims.court import gone_on
from standfirst.link.claims.found import Found, words_of
from standfirst.link.claims.lasting import run_out
from standfirst.link.claims.parties import Happening, Party
from standfirst.link.claims.statements import DENYING, Statement
from standfirst.link.claims.unnamed import named_since
from standfirst.model.reading import Reading
from standfirst.text import plain

#: A phrase of one noun: "the armed driver".
_NOUN = r"(?P<noun>(?:[\w-]+ ){0,3}?[\w-]+)"
_BE = (
    r"(?:(?:is|are|was|were|ha(?:s|ve)(?= (?:not|yet) )|ha(?:s|ve)n't|(?<!had )been|remains?|remained|still) "
    r"(?:\w+ ){0,2}?)"
)
_END = r"(?=[.,;:]|\s(?:who|to|turn|surrender|give|come|and|in|at|on|after|since|near|from|by|but|as|[a-z]+day)\b|$)"
#: Where what is looked for ends: "the driver |of the lorry|".
_BEYOND = re.compile(
    r"[.;:]|,(?! [A-Z\d])|\s(?:of|against|to|with|over|into|who|and|in|at|on|after|since|near|from|by|but|as)\b"
)
_PRONOUN = re.compile(r"\W*(?:(?:where|who|and|but|that) )?(?:him|her|them|he|she|they)\b")
#: One who is the last of several: "|one of them| is at large", "looking for |a second| gunman".
_LAST = re.compile(r"\b(?:one of|(?:the|a) (?:last|remaining|second|third|other|fourth|fifth)|another)\b")
#: How far before the words, in code points, the name of the one in the state may stand.
_REACH = 80
#: How far behind who it befell, in code points, an age is theirs: "Ida Moss, |12|, died".
_BESIDE = 2
_CONDITION = re.compile(
    r"\bin (?:an? )?(?:\w+ ){0,2}?(critical|serious|grave|stable|fair|good|guarded)\b[\w\s]{0,12}?condition\b"
)
#: Verbs of asking, which may be read as words of saying: "police |urged| the gunman to turn himself in".
_ASKS = frozenset({"ask", "urge", "appeal", "call", "beg", "plead", "implore", "encourage", "want"})
#: Who can only be one who did it, where police ask for him to give himself up.
_ONE = frozenset({"he", "him", "she", "her"})
#: Verbs of arrest that are also told of things.
_ALSO_OF_THINGS = frozenset({"capture", "seize"})
#: Who is caught by one of these and ends a state by it.
_CAUGHT = frozenset({"ARREST", "CHARGE", "SURRENDER"})


@dataclass(frozen=True, slots=True)
class _State:
    """A state in set words, with those words and a noun phrase for the one in it, and the events that end it."""

    #: after | before: where the one in it stands; any: nobody is in it.
    where: str
    words: re.Pattern[str]
    of_a_noun: re.Pattern[str]
    ended_by: frozenset[str]
    #: Whether what ends it comes to pass once and for all.
    once: bool


@cache
def _states() -> tuple[_State, ...]:
    made = []
    for where, words, classes, how, _ in rows("states.tsv"):
        core = rf"\b{_BE if where == 'before' else ''}(?:{words})\b"
        noun = rf"{core} {_NOUN}{_END}" if where == "after" else rf"\b{_NOUN} {core}"
        made.append(_State(where, re.compile(core), re.compile(noun), frozenset(classes.split()), how == "once"))
    return tuple(made)


@dataclass(frozen=True, slots=True)
class _InState:
    """Who is in a state, as one statement tells it: the words beside it, its last noun and who is named there."""

    state: _State
    near: str
    noun: str | None
    entities: frozenset[str]

    @property
    def anybody(self) -> bool:
        """Whether nobody is in it, and so anybody ends it."""
        return self.state.where == "any"

    def holds(self, party: Party) -> bool:
        """Whether one who takes part later is the one in the state: by name, or by a noun that is no mere "man"."""
        if self.anybody:
            return not party.none and not party.place
        if party.who is not None and party.who in self.entities:
            pointed = _PRONOUN.match(plain(self.near).lower()) is not None and len(self.entities) == 1
            return pointed or bool(content_words(self.near) & party.names)
        if party.pronoun or party.vague or not party.definite or self.noun is None:
            return False
        last = content_words(self.noun.split()[-1])
        return party.head in last and party.words <= content_words(self.noun)

    @property
    def last(self) -> bool:
        """Whether it is told of the last of several."""
        return self.noun is not None and _LAST.search(self.noun) is not None

    @property
    def known(self) -> bool:
        """Whether the noun says that it is one who did it, and no mere "man"."""
        return self.noun is not None and self.noun.split()[-1] in part_nouns("doer", many=False)

    @property
    def sole(self) -> bool:
        """Whether it is one who is sought for the deed, by a noun that only says so: "the gunman", "a man"."""
        if "ARREST" not in self.state.ended_by or self.noun is None:
            return False
        head = self.noun.split()[-1]
        one = part_nouns("doer", many=False) | part_nouns("anybody", many=False)
        pointed = head in _ONE and "RESCUE" not in self.state.ended_by
        return head in one or pointed or (head in ("them", "suspects") and self.noun.startswith("one of"))


def overtaken(
    readings: dict[str, Reading],
    groups: Sequence[tuple[Statement, ...]],
    unique: Callable[[str], bool],
    person: Callable[[str], bool],
) -> Iterator[Found]:
    """Every statement of a state, and a later one that tells what ended it."""
    story = Afterwards(readings, groups, unique, person)
    yield from _ended(story)
    yield from named_since(story)
    yield from gone_on(story)
    yield from run_out(story)
    for number, early in story.told:
        yield from _in_another_condition(story, (number, early))


def _ended(story: Afterwards) -> Iterator[Found]:
    """States in set words, and what is done that ends them."""
    found = {one.start: states for _, one in story.told if (states := list(_in_states(story, one)))}
    holding = narrowest((number, one) for number, one in story.told if one.start in found)
    lasting = [(early, one, number) for number, early in holding for one in found[early.start]]
    done = [(number, late, story.done(late)) for number, late in story.told]
    for early, one, number in lasting:
        again = [other for other, state, _ in lasting if _same_state(story, one, other, state) and other != early]
        for source, late, happenings in done:
            ends = [each for each in happenings if each.key.cls in one.state.ended_by and not _of_a_thing(each)]
            if (
                ends
                and _ends(story, early, one, late, ends)
                and not any(_told_again(story, one, late, a) for a in again)
            ):
                yield Found(source=source, target=number, kind="supersedes", because="a later report ends the state")


def _ends(story: Afterwards, early: Statement, one: _InState, late: Statement, ends: Sequence[Happening]) -> bool:
    """Whether what is done ends the state of the one in it, and came after it was told.

    Of two reports of one day only news is taken: what stands far down in one is often of another matter.
    """
    if not story.since(early, late, once=one.state.once):
        return False
    if one.anybody and not story.since(early, late) and not story.prominent(late):
        return False
    if any(one.holds(party) for each in ends for party in each.theme) or _of_one_age(one, late, ends):
        return True
    return _sole(story, early, one, late, ends)


def _of_one_age(one: _InState, late: Statement, ends: Sequence[Happening]) -> bool:
    """Whether it befell one of the same age: "a 12-year-old boy is in critical condition", "Ida Moss, 12, died"."""
    noun = re.findall(r"[a-z\d]+", one.noun or "")
    parts = [part.span for each in ends for part in each.event.participants if part.role == "patient"]
    ages = {
        str(each.value)
        for each in late.quantities
        if each.counted == "age" and any(part.start <= each.span.start <= part.end + _BESIDE for part in parts)
    }
    return len(ages) == 1 and ages <= set(noun)


def _same_state(story: Afterwards, one: _InState, other: Statement, state: _InState) -> bool:
    """Whether a statement tells the same state of one who may be the same: of nobody by name, or of the gunman."""
    if state.state != one.state:
        return False
    return not story.named(other) if one.anybody else one.sole


def _of_a_thing(each: Happening) -> bool:
    """Whether it befell no person: "footage |captured| the blast", "police |seized| two cars"."""
    return each.key.lemma in _ALSO_OF_THINGS and not any(party.person or party.vague for party in each.theme)


def _told_again(story: Afterwards, one: _InState, late: Statement, again: Statement) -> bool:
    """Whether a state is told again after what is to end it, or beside it: of one caught, "the gunman is at large"."""
    return story.surely_after(late, again) or (late.report == again.report and not one.anybody)


def _sole(story: Afterwards, early: Statement, one: _InState, late: Statement, ends: Sequence[Happening]) -> bool:
    """Whether it ends for somebody who can only be the one in the state: "the gunman", and later one man caught."""
    if not one.sole or (story.several and not one.last):
        return False
    caught = [each for each in ends if each.key.cls in _CAUGHT]
    parties = {party.who or party.head: party for each in caught for party in each.theme}
    if len(parties) != 1:
        return False
    (party,) = parties.values()
    if party.who is not None:
        return story.person(party.who) and story.in_the_news(late, party) and not _caught_by_then(story, early, party)
    return one.known and not one.last and _one_of_them(story, late, caught[0]) and story.in_the_news(late, party)


def _caught_by_then(story: Afterwards, early: Statement, party: Party) -> bool:
    """Whether somebody had been caught when a state was told, and so is not the one in it."""
    return any(
        party.who in [each.who for each in happening.theme]
        for _, one in story.told
        if not story.since(early, one, once=one.report != early.report)
        for happening in story.done(one)
        if happening.key.cls in _CAUGHT
    )


def _one_of_them(story: Afterwards, late: Statement, caught: Happening) -> bool:
    """Whether one without a name is told to have been caught: "a man", "the suspect"."""
    report = story.readings[late.report].report
    heads = [report.words(part.head).casefold() for part in caught.event.participants if part.role == "patient"]
    one = part_nouns("doer", many=False) | part_nouns("anybody", many=False)
    return len(heads) == 1 and heads[0] in one


def _in_states(story: Afterwards, one: Statement) -> Iterator[_InState]:
    reading = story.readings[one.report]
    asked = one.said is not None and one.said.lemma in _ASKS
    words = reading.report.words(one.sentence) if asked else words_of(reading, one)
    low = plain(words).lower()
    for state in _states():
        match = state.words.search(low)
        if match is None or (state.where != "any" and DENYING.search(f"{low[: match.start()]} {low[match.end() :]}")):
            continue
        noun = state.of_a_noun.search(low)
        yield _InState(
            state=state,
            near=_near(words, match, after=state.where == "after"),
            noun=noun["noun"] if noun is not None else None,
            entities=story.named(one) or frozenset(who for who in one.entities if story.unique(who)),
        )


def _near(words: str, match: re.Match[str], *, after: bool) -> str:
    """The words beside those of the state in which the one in it is named."""
    if not after:
        return words[max(0, match.start() - _REACH) : match.start()]
    rest = words[match.end() :]
    end = _BEYOND.search(rest)
    return rest[: end.start()] if end is not None else rest


def _in_another_condition(story: Afterwards, told_first: tuple[int, Statement]) -> Iterator[Found]:
    """Who was in one condition in hospital and is in another: the same one by name, and nobody else in the words."""
    number, early = told_first
    before = _condition(story, early)
    who = _somebody(story, early)
    if before is None or len(who) != 1:
        return
    for other, late in story.told:
        after = _condition(story, late)
        if after is not None and after != before and who == _somebody(story, late) and story.since(early, late):
            yield Found(source=other, target=number, kind="supersedes", because="in another condition since")


def _somebody(story: Afterwards, one: Statement) -> frozenset[str]:
    return frozenset(who for who in one.entities - set(one.places) if story.unique(who))


def _condition(story: Afterwards, one: Statement) -> str | None:
    match = _CONDITION.search(story.words(one))
    return match[1] if match is not None else None
