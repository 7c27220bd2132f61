"""Who and what takes part in an event, and whether two tellings mean the same one.

A name that was linked settles it. Of what nobody names, only the noun and its own words are known: "the bridge" is
"the Korva bridge" where nothing speaks against it, "the northern bridge" is another. It errs towards leaving it open.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from standfirst.lexicon.countries import by_adjective
from standfirst.lexicon.counts import count_words, is_person
from standfirst.lexicon.numbers import number_words
from standfirst.lexicon.words import content_words, stem
from standfirst.model.linked import EventKey
from standfirst.model.reading import Event

_PRONOUNS = frozenset(
    "he she it they we i you him her them us me who which that this these those one some others himself herself".split()
)
_ANYBODY = frozenset("man woman men women boy girl boys girls child children officer officers suspect suspects".split())
_NOBODY = frozenset({"nobody", "none", "nothing", "no-one"})
#: Words that tell one from those told of before.
_FURTHER = frozenset("another other others more second third fourth fifth sixth".split())
#: Words by which one is meant, and by which several are.
_ONE = frozenset("a an one another each he she him her himself herself i me".split())
_SEVERAL = frozenset("both they them we us these those several many some themselves people men women children".split())
#: Words that open a phrase for something that is meant to be known, or for all of it.
_DEFINITE = frozenset("the this that these those all both its his her their our my".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """One who takes part, as one telling words it."""

    #: The entity, or None where nothing names it.
    who: str | None
    #: What is compared of the head word, and of the other words of the phrase.
    head: str
    words: frozenset[str]
    #: What is compared of every name of the entity.
    names: frozenset[str] = frozenset()
    definite: bool = False
    #: True of "nobody" and "no passengers".
    none: bool = False
    #: True of words that only point: "she", and "five" in "five are safe".
    pronoun: bool = False
    #: True of words for people.
    person: bool = False
    #: True of words that say no more than that it is a person.
    vague: bool = False
    #: True of a place or a building.
    place: bool = False
    #: Whether it is several, or one; None where the words leave it open.
    many: bool | None = None
    #: True of one that is told of beside others: "another man", "a second driver".
    further: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """One event of one telling, with those who take part."""

    key: EventKey
    event: Event
    agents: tuple[Party, ...]
    patients: tuple[Party, ...]

    @property
    def theme(self) -> tuple[Party, ...]:
        """Whom or what it befalls: "the police |closed the port|", "the port |closed|"."""
        return self.patients or self.agents

    @property
    def so(self) -> bool:
        """Whether it is told as done or going on."""
        return self.event.factuality in ("happened", "ongoing")

    @property
    def words(self) -> frozenset[str]:
        """The words of the event itself and of those who take part."""
        own = {stem(part) for part in self.key.lemma.split("-")}
        return frozenset(own.union(*({one.head} | one.words | one.names for one in (*self.agents, *self.patients))))


def party(words: str, head: str, who: str | None, names: frozenset[str], kind: str) -> Party:
    """A party from the words of its phrase, its head word and the entity that was found for it."""
    first = words.split()[0].casefold() if words.split() else ""
    low = head.casefold()
    none = first in ("no", "neither") or low in _NOBODY or words.casefold().startswith(("no one", "none of"))
    heads = content_words(head)
    return Party(
        who=who,
        head=min(heads, default=low),
        words=frozenset(word for word in content_words(with_countries(words)) - heads if not _is_number(word)),
        names=names,
        definite=first in _DEFINITE or "'s " in words or "’s " in words,
        none=none,
        pronoun=low in _PRONOUNS or _is_number(low),
        vague=low in count_words().general or low in _ANYBODY,
        place=kind in ("facility", "place"),
        person=kind == "person" or is_person(low),
        many=_many(words.casefold().split(), low),
        further=not _FURTHER.isdisjoint(words.casefold().split()),
    )


def _many(words: Sequence[str], head: str) -> bool | None:
    """Whether a phrase means several: by its number, by "a" or "both", or by the plural of a noun for people."""
    if words and words[0] in _ONE:
        return False
    numbers = (word for word in (*words[:2], head) if _is_number(word) and "-" not in word)
    if any(word not in ("1", "one") for word in numbers) or not _SEVERAL.isdisjoint((*words[:2], head)):
        return True
    if head.endswith("s") and is_person(head):
        return True
    return False if is_person(head) and words and words[0] in ("the", "this", "that") else None


def with_countries(words: str) -> str:
    """The words with countries for their adjectives, so that "the Korvan parliament" is "Korva's parliament"."""
    countries = by_adjective()
    known = ((word, countries.get(word)) for word in words.split())
    return " ".join(country.name if country is not None else word for word, country in known)


def _is_number(word: str) -> bool:
    return word[:1].isdigit() or word == "all" or word in number_words().units or word in number_words().tens


def alike(one: Party, other: Party) -> bool | None:
    """True where both are the same one, False where they are two, None where the texts leave it open."""
    if one.none or other.none:
        return None
    if one.who is not None and other.who is not None:
        return one.who == other.who
    if one.pronoun or other.pronoun:
        return None
    if one.who is None and other.who is None:
        return _same_noun(one, other)
    named, bare = (one, other) if one.who is not None else (other, one)
    fits = bare.head in named.names or bare.head == named.head
    rest = (named.names | named.words) - {bare.head}
    apart = bool(bare.words) and bool(rest) and bare.words.isdisjoint(rest)
    return True if fits and bare.definite and not apart else None


def _same_noun(one: Party, other: Party) -> bool | None:
    if one.head != other.head:
        return None
    if one.words and other.words and not one.words & other.words:
        return False
    if one.vague or other.vague:
        return True if one.words & other.words else None  # "the man" may be anybody
    return True if one.definite or other.definite or one.words & other.words else None


def met(some: tuple[Party, ...], others: tuple[Party, ...]) -> bool | None:
    """As `alike`, of those who take part in one role: True where any is the same, False where all that tell differ."""
    found = [alike(one, other) for one in some for other in others]
    return True if True in found else False if False in found else None


def named(some: tuple[Party, ...], others: tuple[Party, ...], fits: Callable[[str], bool]) -> bool:
    """Whether both name the same one, of those that fit."""
    return bool({one.who for one in some if one.who is not None and fits(one.who)} & {one.who for one in others})
