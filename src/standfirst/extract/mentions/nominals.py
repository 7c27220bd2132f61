"""Definite nouns that point to something named: "the minister", "the base", "the country".

A noun is resolved only where exactly one named thing of the report fits it and stands before it; else it is alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from standfirst.extract.mentions.found import Found, Page, is_name_like, lower
from standfirst.extract.mentions.pointer import Pointer, Thing
from standfirst.extract.mentions.roles import Role
from standfirst.lexicon.name_words import name_words
from standfirst.lexicon.people import titles

_DETERMINERS = {"the", "this", "that"}
_LONGEST = 4
#: Words that anyone unnamed may be called too: resolved only over a short distance.
_COMMON = frozenset(
    "man woman boy girl officer soldier victim student official driver teacher son daughter brother sister father"
    " mother husband wife doctor lawyer analyst".split()
)
#: What any of the bodies near by may be called.
_COMPANIES = frozenset(
    "company firm corporation retailer manufacturer carmaker automaker group organisation organization".split()
)
_FREE = {"former", "late", "acting", "new", "then", "senior", "same", "first", "current", "outgoing", "veteran"}


def nominals_in(page: Page, names: list[Found], roles: list[Role], things: tuple[Thing, ...]) -> Iterator[Pointer]:
    """The definite nouns of the text that are part of no name or role."""
    inside = [False] * (len(page.doc) + 1)
    for name in names:
        inside[name.lead : name.end] = [True] * (name.end - name.lead)
    for role in roles:
        inside[role.start : role.end] = [True] * (role.end - role.start)
    at = 0
    while at < len(page.doc):
        found = _phrase(page, at, inside) if lower(page.doc[at]) in _DETERMINERS and not inside[at] else None
        if found is None:
            at += 1
            continue
        head = found
        kind = name_words().nominals[lower(page.doc[head])]
        number = _pointed_to(page, names, things, at, head, kind)
        yield Pointer(start=at, end=head + 1, head=head, kind=kind, form="nominal", number=number)
        at = head + 1


def _phrase(page: Page, start: int, inside: list[bool]) -> int | None:
    """The head of the noun phrase that a determiner opens, where it is a noun that points; None otherwise."""
    doc = page.doc
    head = None
    at = start + 1
    while at < min(len(doc), start + 2 + _LONGEST) and not doc[at].is_space:
        token = doc[at]
        if inside[at] or not (token.text[:1].isalpha() or token.text == "-"):
            break
        if lower(token) in name_words().nominals:
            head = at
        elif head is not None or (page.has_tags and token.pos_ not in ("ADJ", "NOUN", "PROPN", "PUNCT", "X", "")):
            break
        at += 1
    if head is None:
        return None
    after = page.after(head + 1)
    if after is None:
        return head
    if after.text == "-" or (lower(after) in ("'s", "’s") and head + 2 < len(doc) and inside[head + 2]):
        return None
    joined = is_name_like(after) and not after.is_punct
    return None if joined or (page.has_tags and after.pos_ == "NOUN" and not after.is_punct) else head


def _pointed_to(
    page: Page, names: list[Found], things: tuple[Thing, ...], start: int, head: int, kind: str
) -> int | None:
    word = lower(page.doc[head])
    modifiers = {lower(token) for token in page.doc[start + 1 : head] if token.text != "-"}
    modifiers -= _FREE if kind == "person" else set()
    after = page.after(head + 1)
    if after is not None and lower(after) in ("of", "for", "who", "that", "which"):
        return None
    if kind == "person":
        fits = [thing for thing in things if thing.kind == "person" and _holds(thing, word, modifiers)]
        fits = _before(fits, start)
        if word in _COMMON:
            near = page.sentence(start) - 2
            fits = [t for t in fits if (at := t.before(start)) is not None and page.sentence(names[at].start) >= near]
    elif kind == "place":
        fits = _places(page, names, things, start, word, modifiers)
    elif word in _COMPANIES:
        fits = [thing for thing in things if thing.kind == "organisation" and _near(page, names, thing, start)]
        fits = fits if not modifiers else []
    else:
        fits = [thing for thing in things if _is_such(thing, word, kind) and modifiers <= thing.words]
        fits = _before(fits, start) if len(fits) == 1 else []
    return fits[0].number if len(fits) == 1 else None


def _near(page: Page, names: list[Found], thing: Thing, start: int) -> bool:
    """Whether a thing is named in the sentence so far or in the one before."""
    at = thing.before(start)
    return at is not None and page.sentence(start) - page.sentence(names[at].start) <= 1


def _before(things: list[Thing], start: int) -> list[Thing]:
    return [thing for thing in things if thing.before(start) is not None]


def _holds(thing: Thing, word: str, modifiers: set[str]) -> bool:
    """Whether someone has the role: the noun and each word before it are in one of their roles."""
    full = titles().get(word)
    words = {word} | (set(full.full.split()) if full is not None else set())
    return any(role & words and modifiers <= role for role in thing.roles)


def _is_such(thing: Thing, word: str, kind: str) -> bool:
    """Whether a named body or facility is what the noun says: its name, or the word after it, tells so."""
    if thing.kind == "person" or (kind == "organisation" and thing.kind == "place"):
        return False
    table = name_words()
    alike = {word, *table.nominal_words.get(word, ())}
    sort = table.facility.get(word)
    if kind == "facility" and sort is not None:
        alike |= {other for other, of in table.facility.items() if of == sort}
    return bool(alike & thing.words)


def _places(
    page: Page, names: list[Found], things: tuple[Thing, ...], start: int, word: str, modifiers: set[str]
) -> list[Thing]:
    """ "the country": the only country named in this sentence and the one before; "the city": the only other place."""
    if word not in ("country", "nation", "city", "town", "village", "island", "kingdom", "republic"):
        return []
    country = word in ("country", "nation", "kingdom", "republic")
    near = []
    for thing in things:
        if not _near(page, names, thing, start):
            continue
        if thing.kind == "place" and thing.country == country:
            near.append(thing)
        elif country and thing.kind == "group":
            return []
    if word == "island":
        near = [thing for thing in near if thing.words & {"island", "isle"}]
    return near if not modifiers or country else []
