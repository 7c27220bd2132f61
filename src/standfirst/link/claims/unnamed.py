"""Who had no name at first and is named since.

By an age that both tell, by the noun ("identified the driver as"), or because nobody else of the story can be meant:
one who died and has no name, and one name told since of somebody who died. It errs towards leaving it open.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from standfirst.lexicon.parts import part_nouns
from standfirst.lexicon.unnamed import unnamed_pattern
from standfirst.lexicon.words import content_words
from standfirst.link.claims.afterwards import Afterwards, narrowest
from standfirst.link.claims.found import Found, words_of
from standfirst.link.claims.parties import Party
from standfirst.link.claims.statements import Statement
from standfirst.model.span import Span
from standfirst.text import plain

#: Who goes without a name for good: "a minor who was not named", "identified only as".
_FOR_GOOD = re.compile(
    r"\b(?:juveniles?|minors?|because of (?:his|her|their) age|anonym\w+|asked not to|sources?|witness\w*)\b"
)
#: Whom it is that is named: "|the driver| as Josip Maro".
_AS = re.compile(r"(?:the|this|that) (?:[\w-]+ ){0,2}?([\w-]+) as\b")
#: Words that point to the sentence before; "whose" has its noun beside it.
_POINTS = re.compile(r"^(?!.*\bwhose\b).*\b(?:his|her|their|its|he|she|they|him|them|names?|identit(?:y|ies))\b", re.S)
#: Words that put a mere "man" on one side of a deed or the other.
_HURT = re.compile(
    r"\b(?:killed|died|dead|deceased|body|bodies|slain|fatally|shot|injured|wounded|struck|hit|drowned|stabbed)\b"
)
_HELD = re.compile(r"\b(?:arrest\w*|custody|detained|charged|suspected|opened fire|jailed|wanted)\b")
_DEATHS_OF = re.compile(r"\b(?:killings?|deaths?|murders?|slayings?) of\b")
#: A telling that leaves somebody without a name gives none.
_NO_NAME = re.compile(r"\b(?:unidentified|unnamed|names?\b[^.;]{0,30}\b(?:not|n't)\b)")
#: Who may name somebody while the authorities do not yet: "|relatives named| two of the dead".
_BY_KIN = re.compile(
    r"\b(?:famil(?:y|ies)|relatives|friends?|neighbou?rs|mother|father|parents|brother|sister|colleagues|sources) "
    r"(?:\w+ )?(?:identif(?:y|ied|ies)|named?)\b|\b(?:identified|named) by (?:\w+ ){0,2}?(?:family|relatives|friends)\b"
)
_OTHER = re.compile(
    r"\b(?:others?\b"
    r"(?! (?:family|relatives|kin|agenc|than|details?|information|police|authorit|officials|departments))|"
    r"another|second|third|fourth|fifth|remaining)\b"
)
_SOME_OF = re.compile(r"\b(?:one|two|three|some|others?|another) of\b")
_HARMS, _CATCHES = frozenset({"KILL", "DIE"}), frozenset({"ARREST", "CHARGE", "SURRENDER", "CONVICT"})
_DEEDS = frozenset({"KILL", "SHOOT", "ASSAULT"})


@dataclass(frozen=True, slots=True)
class _Nameless:
    """Who has no name yet: their ages, the nouns for them, on which side of the deed, and whether they are many."""

    ages: frozenset[str]
    nouns: frozenset[str]
    side: str | None
    many: bool
    #: Whether it is told of another one than those told of before: "the second victim".
    other: bool


@dataclass(frozen=True, slots=True)
class _Naming:
    """What a statement tells that names: whose names, by which nouns, and who of them is of which side."""

    number: int
    statement: Statement
    ages: frozenset[str]
    nouns: frozenset[str]
    harmed: frozenset[str]
    doers: frozenset[str]
    #: True where it is told that they were named.
    outright: bool
    #: The side that is named, where the one noun for them tells it: "identified |the gunman| as".
    called: str | None

    def of(self, side: str) -> frozenset[str]:
        """The persons whom it names on one side."""
        return self.harmed if side == "harmed" else self.doers


def named_since(story: Afterwards) -> Iterator[Found]:
    """Every statement that somebody has no name yet, and a later one that gives it."""
    nameless = {one.start: who for _, one in story.told if (who := _nameless(story, one)) is not None}
    namings = [
        each
        for number, one in story.told
        if one.start not in nameless and (each := _naming(story, number, one)) is not None
    ]
    open_still = narrowest((number, one) for number, one in story.told if one.start in nameless)
    for number, early in open_still:
        who = nameless[early.start]
        later = [one for one in namings if story.since(early, one.statement, once=True)]
        told_since = _told_since(story, early, who, later)
        again = [each for _, each in open_still if nameless[each.start].side == who.side]
        for one in later:
            known = _known_by(story, early, who, one)
            meant = not known and _only_one_meant(story, early, who, one, told_since)
            if known or (meant and not any(_again(story, one.statement, each) for each in again)):
                yield Found(source=one.number, target=number, kind="supersedes", because="named since")


def _told_since(story: Afterwards, early: Statement, who: _Nameless, later: Sequence[_Naming]) -> frozenset[str]:
    """The persons of the same side whom later statements name and the report of the earlier one does not."""
    if who.side is None:
        return frozenset()
    doers = frozenset[str]().union(*(each.doers for each in later)) if who.side == "harmed" else frozenset[str]()
    return frozenset[str]().union(*(story.fresh(early, each.statement) & each.of(who.side) for each in later)) - doers


def _again(story: Afterwards, late: Statement, again: Statement) -> bool:
    """Whether somebody is told to have no name beside a naming or after it."""
    return late.report == again.report or story.surely_after(late, again)


def _known_by(story: Afterwards, early: Statement, who: _Nameless, one: _Naming) -> bool:
    """Whether it names those of the same ages, or says that those of the same noun were named."""
    people = story.named(one.statement)
    if not people:
        return False
    theirs = len(one.ages) <= len(people) and (one.outright or bool(story.fresh(early, one.statement)))
    if who.side is not None and one.called == who.side and len(people - {one.statement.speaker}) == 1:
        return not who.many and not who.other and not _other_ages(who, one)
    same_ages = bool(who.ages) and who.ages <= one.ages and theirs
    return same_ages or (one.outright and bool(who.nouns & one.nouns) and not _other_ages(who, one))


def _other_ages(who: _Nameless, one: _Naming) -> bool:
    return bool(who.ages and one.ages) and not who.many and not who.ages & one.ages


def _only_one_meant(
    story: Afterwards, early: Statement, who: _Nameless, one: _Naming, told_since: frozenset[str]
) -> bool:
    """Whether those named can only be the ones without a name: all of the dead, or the one of whom it is told since."""
    if _other_ages(who, one) or who.side is None:
        return False
    if not story.fresh(early, one.statement):
        return one.outright and who.many and not who.other and who.side == "harmed" and _harmed(story, one)
    meant = one.of(who.side) & told_since
    if who.many:
        return len(meant) > 1
    return not who.other and len(meant) == 1 and meant == told_since and not (who.side == "doer" and story.several)


def _nameless(story: Afterwards, one: Statement) -> _Nameless | None:
    """Who has no name yet as a statement tells it, or None where it tells no such thing."""
    main = one.main
    low = story.words(one)
    denied = main is not None and main.key.cls == "IDENTIFY" and main.key.polarity == "negative"
    if (not denied and unnamed_pattern().search(low) is None) or _FOR_GOOD.search(low):
        return None
    theme = main.theme if main is not None and denied else ()
    side, many = _side(low)
    # "she declined to name |the suspect|": her own age is not that of the one without a name
    before = _before(story, one) if side is None or one.said is None else None
    around = f"{_words(story, one, before)} {low}"
    if side is None:
        side, many = _side(around)
    above = _ages_at(story, one, before)
    ages = _ages_in(one) or (above if many or len(above) == 1 else frozenset())
    other = _OTHER.search(around) is not None
    if side == "anybody":
        hurt, held = _HURT.search(around) is not None, _HELD.search(around) is not None
        side = None if hurt == held else "harmed" if hurt else "doer"
    return _Nameless(
        ages=frozenset() if other else ages,
        nouns=frozenset(party.head for party in theme if party.definite and not party.pronoun),
        side=side,
        many=many,
        other=other,
    )


def _side(low: str) -> tuple[str | None, bool]:
    """The side of those whom the words mean, and whether they are many; None where two sides are told or none."""
    words = re.findall(r"[\w-]+", low)
    found = {
        (side, many)
        for side in ("harmed", "doer", "anybody")
        for many in (False, True)
        if part_nouns(side, many=many) & set(words)
    }
    sides = {side for side, _ in found}
    certain = sides - {"anybody"}
    if len(certain) > 1 or not found:
        return None, False
    side = next(iter(certain or sides))
    return side, any(many for each, many in found if each == side)


def _before(story: Afterwards, one: Statement) -> Span | None:
    """The sentence before, where the statement only points back: "|His| name was not released"."""
    if _POINTS.search(story.words(one)) is None:
        return None
    before = [each for each in story.readings[one.report].sentences if each.end <= one.sentence.start]
    return before[-1] if before else None


def _words(story: Afterwards, one: Statement, sentence: Span | None) -> str:
    return plain(story.readings[one.report].report.words(sentence)).lower() if sentence is not None else ""


def _ages_at(story: Afterwards, one: Statement, sentence: Span | None) -> frozenset[str]:
    told = (each for each in story.readings[one.report].quantities if each.counted == "age")
    return frozenset(str(each.value) for each in told if sentence is not None and sentence.holds(each.span))


def _naming(story: Afterwards, number: int, one: Statement) -> _Naming | None:
    """What a statement names, or None where it names nobody and tells of no naming.

    "Police identified the driver as Josip Maro" may be read as what police say, or as what the outlet tells of them.
    """
    events = story.done(one)
    told = [each for each in events if each.key.cls == "IDENTIFY"]
    nouns = {party.head for each in told for party in each.theme if not party.pronoun}
    outright = bool(told)
    if one.said is not None and one.said.lemma in ("identify", "name") and one.said.stance == "asserts":
        whom = _AS.match(plain(words_of(story.readings[one.report], one)))
        nouns |= content_words(whom[1]) if whom is not None else set()
        outright = True
    people, low = story.named(one), story.words(one)
    if _NO_NAME.search(low) or _BY_KIN.search(_words(story, one, one.sentence)) or not (people or outright):
        return None
    harmed = {who for each in events if each.key.cls in _HARMS for who in _those(each.theme)}
    doers = {who for each in events if each.key.cls in _CATCHES for who in _those(each.theme)}
    doers |= {who for each in events if each.key.cls in _DEEDS for who in _those(each.agents)}
    if len(people) > 1 and (outright or _DEATHS_OF.search(low)):
        harmed |= people - {who for each in events for who in _those(each.agents)} - {one.speaker}
    return _Naming(
        number=number,
        statement=one,
        ages=_ages_in(one),
        nouns=frozenset() if _SOME_OF.search(low) else frozenset(nouns),
        harmed=frozenset(harmed - doers),
        doers=frozenset(doers),
        outright=outright,
        called=_called(nouns) if outright and not _of_others(low) else None,
    )


def _of_others(low: str) -> bool:
    """Whether it names some of several, or one beside others: "one of the dead", "a second gunman"."""
    return _SOME_OF.search(low) is not None or _OTHER.search(low) is not None


def _called(nouns: Iterable[str]) -> str | None:
    """The side that the one noun for who is named puts it on."""
    found = {side for side in ("harmed", "doer") for noun in nouns if noun in _one(side)}
    return next(iter(found)) if len(found) == 1 else None


@cache
def _one(side: str) -> frozenset[str]:
    return frozenset[str]().union(*(content_words(noun) for noun in part_nouns(side, many=False)))


def _those(parties: Iterable[Party]) -> set[str]:
    return {party.who for party in parties if party.who is not None}


def _harmed(story: Afterwards, one: _Naming) -> bool:
    """Whether it is told of those whom it befell that they were named, without their names: "the dead were named"."""
    if one.nouns & _stems("harmed"):
        return True
    return bool(one.nouns & _stems("anybody")) and _HURT.search(story.words(one.statement)) is not None


@cache
def _stems(side: str) -> frozenset[str]:
    return frozenset[str]().union(*(content_words(noun) for noun in part_nouns(side, many=True)))


def _ages_in(one: Statement) -> frozenset[str]:
    return frozenset(str(quantity.value) for quantity in one.quantities if quantity.counted == "age")
