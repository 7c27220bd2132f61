"""Whether two tellings in other words are one: what happens, whom it befalls and who does it, held part by part.

"The toddler was rushed to the clinic" and "the child was taken to hospital" share few words, and still the one is the
other where each is the nearest to the other in its report. So it is asked only of such pairs, and every part must fit:
another number, age, day or name, "not", a plan against a deed, one against many, "another" against the first keep them
apart. It errs towards keeping apart: of two nouns for things nothing is known but that they are different words.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from standfirst.lexicon.alike import meaning, meanings, opposed
from standfirst.lexicon.words import stem
from standfirst.link.claims.happenings import same_kind
from standfirst.link.claims.parties import Happening, Party, alike, met
from standfirst.link.claims.statements import Statement, times_agree

#: Weighted likeness from which two nearest say the same: whom it befalls is the same, or may be.
_SAME_ONE, _MAY_BE = 0.28, 0.4
#: The same where no verb tells what happens and the one holds all words of the other: "No one was in custody (yet)".
_NO_VERB = 0.5
#: Words of each ("left to die" may be of anybody), words that both have, and these with numbers and entities of both.
_FEWEST_OWN, _FEWEST_WORDS, _FEWEST_SHARED = 3, 2, 3
_VOUCHES = ("asserts", "confirms")
#: What has not come about where it is told.
_AHEAD = frozenset({"planned", "threatened", "requested"})
#: Digits of a year or of a telephone, and how many of them.
_DIGITS, _LONG = re.compile(r"\d+"), 4


def tokens(statement: Statement) -> frozenset[str]:
    """What is held against other tellings: words by their meaning, numbers, and every entity named or meant."""
    meant = {
        party.who
        for happening in statement.told
        for party in (*happening.agents, *happening.patients)
        if party.who is not None
    }
    entities = (f"entity {who}" for who in statement.entities | meant)
    numbers = (f"number {value} {unit}" for value, unit in statement.numbers)
    return meanings(statement.words).union(entities, numbers)


def tell_one(one: Statement, other: Statement, likeness: float, person: Callable[[str], bool]) -> bool:
    """Whether two that are each the other's nearest tell one event, by how alike they are."""
    a, b = one.main, other.main
    words, shared = meanings(one.words) & meanings(other.words), tokens(one) & tokens(other)
    if min(len(one.words), len(other.words)) < _FEWEST_OWN or len(words) < _FEWEST_WORDS:
        return False
    if likeness < _SAME_ONE or len(shared) < _FEWEST_SHARED or not may_be_one(one, other, person):
        return False
    if a is None or b is None:
        held = one.words <= other.words or other.words <= one.words
        return likeness >= _NO_VERB and held
    if not kin(a, b) or a.so != b.so:
        return False
    return likeness >= (_SAME_ONE if _whom(a, b) is True else _MAY_BE)


def may_be_one(one: Statement, other: Statement, person: Callable[[str], bool]) -> bool:
    """Whether nothing in the two keeps them apart, whatever else they share."""
    if any(each.said is not None and each.said.stance not in _VOUCHES for each in (one, other)):
        return False
    if one.denying != other.denying or told_of_two(one, other):
        return False
    if not _numbers_fit(one, other) or not times_agree(one, other):
        return False
    people = [{who for who in each.entities if person(who)} for each in (one, other)]
    if all(people) and people[0].isdisjoint(people[1]):
        return False
    ages = [{quantity.value for quantity in each.quantities if quantity.counted == "age"} for each in (one, other)]
    if all(ages) and ages[0].isdisjoint(ages[1]):
        return False
    a, b = one.main, other.main
    if a is None or b is None:
        return a is b
    if _summed(a) != _summed(b) or not told_alike(a, b):
        return False
    return _whom(a, b) is not False and not _other_doer(a, b)


def _summed(happening: Happening) -> bool:
    """Whether several counts make up those whom it befalls: "two men and two women"."""
    return sum(party.many is True and party.who is None for party in happening.theme) > 1


def told_of_two(one: Statement, other: Statement) -> bool:
    """Whether a word of theirs tells that they are of two, however alike the rest is.

    "In stable condition" and "in critical condition", two telephones, "the minister |of health|" and "the minister |of
    transport|", "the mayor" and "the mayor's brother". Names are not held here: one person may be linked as two.
    """
    long = [{digits for digits in _digits(each) if len(digits) >= _LONG} for each in (one, other)]
    if opposed(one.words, other.words) or (all(long) and long[0].isdisjoint(long[1])):
        return True
    if one.main is None or other.main is None:
        return False
    some, others = (
        tuple(party for party in each.theme if party.who is None and party.person) for each in (one.main, other.main)
    )
    return met(some, others) is False or any(_of_the_other(a, b) or _of_the_other(b, a) for a in some for b in others)


def _of_the_other(one: Party, other: Party) -> bool:
    return one.head != other.head and one.head in other.words


def told_alike(one: Happening, other: Happening) -> bool:
    """Whether both tell it as so or both deny it, and neither as planned what the other tells as done."""
    ahead = one.event.factuality in _AHEAD or other.event.factuality in _AHEAD
    return one.key.polarity == other.key.polarity and not (ahead and one.so != other.so)


def _numbers_fit(one: Statement, other: Statement) -> bool:
    """Whether the one gives all numbers that the other gives: counts, and those of a clock or a telephone."""
    kinds = (
        (one.numbers, other.numbers),
        (_digits(one), _digits(other)),
    )
    return all(not some or not others or some <= others or others <= some for some, others in kinds)


def _digits(statement: Statement) -> frozenset[str]:
    return frozenset(digits for word in statement.words for digits in _DIGITS.findall(word))


def kin(one: Happening, other: Happening) -> bool:
    """Whether both are of one class or verb, or of two that reports use for one another ("rushed", "taken")."""
    if same_kind(one, other):
        return True
    return bool(_kinds(one) & _kinds(other))


def _kinds(happening: Happening) -> frozenset[str]:
    words = (happening.key.lemma, happening.key.cls.casefold())
    return meanings(stem(word) for word in words if word)


def _whom(one: Happening, other: Happening) -> bool | None:
    """Whether it befalls the same; of a verb that one tells without an object, whether the same one does it."""
    same = fits(one.theme, other.theme)
    doer = not (one.patients and other.patients) and fits(one.agents, other.agents) is True
    return True if doer else same


def _other_doer(one: Happening, other: Happening) -> bool:
    return bool(one.patients and other.patients) and fits(one.agents, other.agents) is False


def fits(some: tuple[Party, ...], others: tuple[Party, ...]) -> bool | None:
    """True where one of each is the same, False where none can be, None where the texts leave it open."""
    found = [_fit(one, other) for one in some for other in others]
    return True if True in found else None if None in found or not found else False


def _fit(one: Party, other: Party) -> bool | None:
    if one.many is not None and other.many is not None and one.many != other.many:
        return False
    if one.further != other.further:
        return False
    known = alike(one, other)
    if known is not None:
        return known
    if one.who is None and other.who is None and meaning(one.head) == meaning(other.head) and not one.pronoun:
        return None if one.vague or other.vague else True
    if (one.head == "you") != (other.head == "you"):
        return False
    if one.pronoun or other.pronoun:
        return None
    return None if one.person and other.person else False
