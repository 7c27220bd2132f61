"""Definite nouns that point to something named: "the minister", "the base", "the ship", "the Pacific nation".

A noun fits a thing where it is one of its roles, where the report has said that the thing is such a one ("the cruise
ship Halcyon"), where it is a word of its name, or where it tells its kind ("the country"); every word before the noun
must fit as well. It is resolved where exactly one thing that was named before fits, or where one was named close by
and the others were not named for long; and nothing where a new one of the sort has been brought in without a name
since ("a ship").
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from standfirst.extract.mentions.found import Found, Page, is_name_like, lower
from standfirst.extract.mentions.pointer import Pointer, Thing
from standfirst.extract.mentions.roles import Role
from standfirst.lexicon.countries import country_of
from standfirst.lexicon.name_words import name_words
from standfirst.lexicon.people import titles

_DETERMINERS = {"the", "this", "that"}
_LONGEST = 4
#: Words that anyone unnamed may be called too: resolved only over a short distance.
_COMMON = frozenset(
    "man woman boy girl officer soldier victim student official driver teacher son daughter brother sister father"
    " mother husband wife doctor lawyer analyst child baby teenager kid couple".split()
)
#: What any of the bodies near by may be called.
_COMPANIES = frozenset(
    "company firm corporation retailer manufacturer carmaker automaker group organisation organization".split()
)
_COUNTRIES = frozenset("country nation kingdom republic".split())
_TOWNS = frozenset("city town village".split())
_FREE = {"former", "late", "acting", "new", "then", "senior", "same", "first", "current", "outgoing", "veteran"}
#: Roles by which someone is called a leader.
_LEADERS = frozenset("president premier prime chancellor king queen emir sultan dictator taoiseach leader".split())
#: Sentences within which the nearest of several was named, and for which the others must not have been.
_NEAR, _LONG_AGO = 1, 5


class _Sight:
    """What is looked up again and again for the definite nouns of one report."""

    def __init__(self, page: Page, names: list[Found], roles: list[Role], things: tuple[Thing, ...]) -> None:
        self.page = page
        self.names = names
        self.things = things
        self.inside = [False] * (len(page.doc) + 1)
        self.name_at: dict[int, Found] = {}
        for name in names:
            self.inside[name.lead : name.end] = [True] * (name.end - name.lead)
            self.name_at.update(dict.fromkeys(range(name.lead, name.end), name))
        for role in roles:
            self.inside[role.start : role.end] = [True] * (role.end - role.start)
        #: By noun, where it is brought in without a name: "a ship", "two ships".
        self.brought_in: dict[str, list[int]] = defaultdict(list)
        #: By thing, where a noun pointed to it so far.
        self.pointed: dict[int, int] = {}
        if page.has_tree:
            for token in page.doc:
                if token.pos_ == "NOUN" and not self.inside[token.i] and self._is_new(token.i):
                    self.brought_in[token.lemma_.lower()].append(token.i)

    def _is_new(self, at: int) -> bool:
        """Whether a noun is no definite one, no predicate and goes with no name."""
        token = self.page.doc[at]
        if token.dep_ in ("compound", "flat", "appos", "amod", "nmod:desc"):
            return False
        children = list(token.children)
        if any(child.dep_ in ("appos", "flat", "cop") for child in children):
            return False
        if any(child.lower_ in ("call", "called", "named", "dubbed") for child in children):
            return False
        opened = {child.lower_ for child in children if child.i < at and child.dep_ in ("det", "nmod:poss")}
        return not opened & {"the", "this", "that", "these", "those"}

    def last(self, thing: Thing, at: int) -> int | None:
        """The token at which a thing was last named or pointed to by a noun before a token."""
        index = thing.before(at)
        if index is None:
            return None
        return max(self.names[index].start, self.pointed.get(thing.number, -1))

    def back(self, thing: Thing, at: int) -> int:
        """How many sentences ago that was; it must have been named."""
        last = self.last(thing, at)
        return self.page.sentence(at) - self.page.sentence(last) if last is not None else 1_000_000


def nominals_in(page: Page, names: list[Found], roles: list[Role], things: tuple[Thing, ...]) -> Iterator[Pointer]:
    """The definite nouns of the text that are part of no name or role."""
    sight = _Sight(page, names, roles, things)
    at = 0
    while at < len(page.doc):
        head = _phrase(sight, at) if lower(page.doc[at]) in _DETERMINERS and not sight.inside[at] else None
        if head is None:
            at += 1
            continue
        kind = _kind(page, head)
        number = _pointed_to(sight, at, head, kind)
        if number is not None:
            sight.pointed[number] = head
            kind = next(thing.kind for thing in things if thing.number == number)
        if number is not None or lower(page.doc[head]) in name_words().nominals:
            yield Pointer(start=at, end=head + 1, head=head, kind=kind, form="nominal", number=number)
        at = head + 1


def _kind(page: Page, head: int) -> str:
    word = lower(page.doc[head])
    return name_words().nominals.get(word, name_words().nominals.get(page.doc[head].lemma_.lower(), "other"))


def _phrase(sight: _Sight, start: int) -> int | None:
    """The head of the noun phrase that a determiner opens, where it is a noun of one thing; None otherwise."""
    page, doc = sight.page, sight.page.doc
    head = None
    at = start + 1
    while at < min(len(doc), start + 2 + _LONGEST) and not doc[at].is_space:
        token = doc[at]
        if (sight.inside[at] and not _modifies(sight, at)) or not (token.text[:1].isalpha() or token.text == "-"):
            break
        if page.has_tags and token.pos_ not in ("ADJ", "NOUN", "PROPN", "PUNCT", "X", ""):
            break
        if not sight.inside[at] and (lower(token) in name_words().nominals or _is_noun(page, at)):
            head = at
        elif head is not None and not page.has_tags:
            break
        at += 1
    if head is None:
        return None
    after = page.after(head + 1)
    if after is None:
        return head
    if after.text == "-" or (lower(after) in ("'s", "’s") and head + 2 < len(doc) and sight.inside[head + 2]):
        return None
    joined = is_name_like(after) and not after.is_punct
    return None if joined or (page.has_tags and after.pos_ == "NOUN" and not after.is_punct) else head


def _is_noun(page: Page, at: int) -> bool:
    token = page.doc[at]
    return page.has_tree and token.pos_ == "NOUN" and token.text.islower() and "Number=Plur" not in str(token.morph)


def _modifies(sight: _Sight, at: int) -> bool:
    """Whether a name may stand within such a phrase: of a country, people, place or body, of one word or two."""
    name = sight.name_at.get(at)
    return name is not None and name.kind != "person" and name.end - name.lead <= 2 and sight.page.has_tree


def _pointed_to(sight: _Sight, start: int, head: int, kind: str) -> int | None:
    page = sight.page
    word = lower(page.doc[head])
    named = {sight.name_at[at] for at in range(start + 1, head) if at in sight.name_at}
    modifiers = {
        lower(token) for token in page.doc[start + 1 : head] if token.text != "-" and not sight.inside[token.i]
    }
    after = page.after(head + 1)
    if after is not None and lower(after) in ("of", "for", "who", "that", "which"):
        return None
    modifiers -= _FREE if kind == "person" else {"same"}
    if named:
        return _with_name(sight, start, word, kind, named, modifiers)
    fits = _fitting(sight, start, word, kind, modifiers)
    if kind == "person" and word in _COMMON:
        fits = [thing for thing in fits if sight.back(thing, start) <= 2]
    return _one(sight, start, page.doc[head].lemma_.lower(), fits)


def _with_name(sight: _Sight, start: int, word: str, kind: str, named: set[Found], modifiers: set[str]) -> int | None:
    """Of "the Peruvian leader", "the Pacific nation", "the Halcyon ship": what the name within tells."""
    texts = {name.text for name in named}
    countries = {country.name for text in texts if (country := country_of(text)) is not None}
    if kind == "person" and len(countries) == len(texts) == 1:
        fits = [
            t for t in sight.things if t.kind == "person" and _holds(t, word, modifiers) and countries <= t.countries
        ]
        return _one(sight, start, word, fits)
    if word in _COUNTRIES:
        if countries:
            fits = [
                t for t in sight.things if t.country and countries & {c.name for c in map(country_of, t.texts) if c}
            ]
        else:
            fits = _countries(sight, start)
        return _one(sight, start, word, fits)
    owner = next(iter(named))
    fits = [thing for thing in sight.things if any(sight.names[index] == owner for index in thing.names)]
    if len(named) > 1 or modifiers or not fits or not _tells(fits[0], word, kind):
        return None
    return fits[0].number if fits[0].before(owner.start) is not None else None


def _tells(thing: Thing, word: str, kind: str) -> bool:
    """Whether "the Halcyon ship" is Halcyon: the noun is its sort, or tells nothing but its kind."""
    return any(word in sort for sort in thing.sorts) or (kind == thing.kind and kind in ("organisation", "place"))


def _fitting(sight: _Sight, start: int, word: str, kind: str, modifiers: set[str]) -> list[Thing]:
    """The things named before that the noun fits."""
    things = [thing for thing in sight.things if thing.starts and thing.starts[0] < start]
    if kind == "person":
        return [thing for thing in things if thing.kind == "person" and _holds(thing, word, modifiers)]
    things = [thing for thing in things if thing.kind != "person"]
    told = [thing for thing in things if any(word in sort and modifiers <= sort | thing.words for sort in thing.sorts)]
    told += [t for t in things if t not in told and _is_such(t, word, kind) and modifiers <= t.words]
    if told:
        return told
    if word in _COUNTRIES:
        return _countries(sight, start)
    if modifiers:
        return []
    if word in _TOWNS:
        near = [thing for thing in things if sight.back(thing, start) <= 1 and thing.kind == "place"]
        return [thing for thing in near if not thing.country]
    if word in _COMPANIES:
        return [thing for thing in things if thing.kind == "organisation" and sight.back(thing, start) <= 1]
    return []


def _countries(sight: _Sight, start: int) -> list[Thing]:
    """The only country named in the sentence so far and the one before; none where a people is named there too."""
    near = [thing for thing in sight.things if sight.back(thing, start) <= 1]
    if any(thing.kind == "group" for thing in near):
        return []
    return [thing for thing in near if thing.kind == "place" and thing.country]


def _one(sight: _Sight, start: int, noun: str, fits: list[Thing]) -> int | None:
    """The one thing that fits, or the one that is near where the others are far; nothing where a new one came in."""
    fits = sorted((thing for thing in fits if thing.before(start) is not None), key=lambda t: sight.back(t, start))
    if not fits:
        return None
    first = fits[0]
    last = sight.last(first, start)
    if any(last is None or last < at < start for at in sight.brought_in.get(noun, ())):
        return None
    if len(fits) > 1 and (sight.back(first, start) > _NEAR or sight.back(fits[1], start) < _LONG_AGO):
        return None
    return first.number


def _holds(thing: Thing, word: str, modifiers: set[str]) -> bool:
    """Whether someone has the role: the noun and each word before it are in one of their roles."""
    full = titles().get(word)
    words = {word} | (set(full.full.split()) if full is not None else set())
    if word == "leader" and not modifiers and any(role & _LEADERS for role in thing.roles):
        return True
    return any(role & words and modifiers <= role for role in (*thing.roles, *thing.sorts))


def _is_such(thing: Thing, word: str, kind: str) -> bool:
    """Whether something is what the noun says: the generic word of its name, or the word after it, tells so."""
    if thing.kind in ("person", "group") or (kind == "organisation" and thing.kind == "place"):
        return False
    table = name_words()
    alike = {word, *table.nominal_words.get(word, ())}
    sort = table.facility.get(word)
    if kind == "facility" and sort is not None:
        alike |= {other for other, of in table.facility.items() if of == sort}
    return bool(alike & (thing.words if word in table.nominals else thing.generic))
