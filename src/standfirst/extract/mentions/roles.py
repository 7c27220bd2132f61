"""Roles that stand with a name: "defence minister Ana Ruiz", "Ana Ruiz, the defence minister,".

A role is a noun phrase whose head is a word for an office or rank, right before the name or set off by a comma after
it. What stands further away ("she is now the minister") is not looked for; it errs towards short phrases.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from standfirst.extract.mentions.found import Found, Page, is_name_like, lower
from standfirst.lexicon.countries import country_of
from standfirst.lexicon.name_words import name_words
from standfirst.lexicon.people import titles

_LONGEST = 7
_ADDRESS = {"courtesy", "religious", "learned", "royal"}
#: What may follow a role in apposition, besides a mark; a verb tells of another: "..., the minister said".
_AFTER_ROLE = {"of", "for", "at", "in", "with", "to", "from", "who", "and", "on", "under", "since"}
_ARTICLES = {"the", "a", "an", "his", "her", "its", "their"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """A phrase for a role, as a range of tokens, and the name (by index) that it stands with."""

    start: int
    end: int
    #: Its head noun.
    head: int
    name: int


def is_role_word(word: str) -> bool:
    """Whether a word in lower case is the head of a role: "minister", "secretary-general", "ceo"."""
    found = titles().get(word.replace(".", ""))
    if found is not None:
        return found.kind not in ("courtesy", "after")
    if word in name_words().kin:
        return False
    return name_words().nominals.get(word.rpartition("-")[2]) == "person" or word in ("ceo", "boss", "head")


def roles_of(page: Page, names: list[Found]) -> list[Role]:
    """The roles that stand with people's names, in order, none overlapping a name."""
    inside = [False] * (len(page.doc) + 1)
    for name in names:
        inside[name.start : name.end] = [True] * (name.end - name.start)
    found: dict[int, Role] = {}
    for index, name in enumerate(names):
        if name.kind == "person":
            for role in _of_name(page, name, index, inside):
                if not any(at in found for at in range(role.start, role.end)):
                    found.update(dict.fromkeys(range(role.start, role.end), role))
    return sorted(set(found.values()), key=lambda role: role.start)


def _of_name(page: Page, name: Found, index: int, inside: list[bool]) -> Iterator[Role]:
    before = _before(page, name.start, inside)
    while before is not None:
        yield Role(start=before[0], end=before[1], head=before[2], name=index)
        joint = page.before(before[0])
        before = _before(page, before[0] - 1, inside) if joint is not None and lower(joint) == "and" else None
    after = _after(page, name.end, inside)
    if after is not None:
        yield Role(start=after[0], end=after[1], head=after[2], name=index)


def _before(page: Page, start: int, inside: list[bool]) -> tuple[int, int, int] | None:
    """The role right before a name, a form of address between them left out: "foreign minister (Mr) Ruiz"."""
    doc = page.doc
    end = start
    while end > 0 and (title := titles().get(lower(doc[end - 1]))) is not None and title.kind in _ADDRESS:
        end -= 1
    if end == 0 or inside[end - 1] or doc[end - 1].is_space:
        return None
    head = _head(page, page.role_ends.get(end, end), end)
    if not is_role_word(lower(doc[end - 1])):
        return None if head is None else (_clear(inside, page.role_ends[end], head), end, head)
    first = end - 1
    while first > 0 and end - first < _LONGEST and _extends(page, first - 1, inside):
        first -= 1
    old = [at for at in range(first, end) if lower(doc[at]) == "old"]
    first = old[-1] + 1 if old else first
    while first < end - 1 and (not doc[first].text[0].isalpha() or country_of(doc[first].text) is not None):
        first += 1
    return first, end, end - 1


def _head(page: Page, start: int, end: int) -> int | None:
    """The first word for a role in a phrase that the pipeline takes for one ("head of the club"), or None."""
    return next((at for at in range(start, end) if is_role_word(lower(page.doc[at]))), None)


def _clear(inside: list[bool], first: int, head: int) -> int:
    """The first token up to the head from which on no name stands in the phrase."""
    return max((at + 1 for at in range(first, head) if inside[at]), default=first)


def _extends(page: Page, at: int, inside: list[bool]) -> bool:
    """Whether a token is part of the noun phrase of a role that begins after it."""
    token = page.doc[at]
    if inside[at] or token.is_space or page.in_quotes(at) != page.in_quotes(at + 1):
        return False
    if token.text == "-":
        return at > 0 and not token.whitespace_ and not page.doc[at - 1].whitespace_
    if not token.text[:1].isalpha() or lower(token) in name_words().role_stops:
        return False
    if not page.has_tags:
        # A word in small letters may be a verb: "met Health Minister Ruiz".
        return is_name_like(token) or (page.doc[at + 1].text.islower() and is_role_word(lower(page.doc[at + 1])))
    return token.pos_ in ("NOUN", "PROPN", "ADJ", "X", "")


def _after(page: Page, end: int, inside: list[bool]) -> tuple[int, int, int] | None:
    """The role set off by a comma after a name: "Ana Ruiz, 51, the defence minister of ...," or "..., head of"."""
    doc = page.doc
    at = end
    comma = page.after(at)
    if comma is None or comma.text not in (",", "(", "-", "–", "—"):
        return None
    at += 1
    if at + 1 < len(doc) and doc[at].text.isdigit() and doc[at + 1].text in (",", ")"):
        at += 2
    if at < len(doc) and lower(doc[at]) in _ARTICLES:
        at += 1
    start = at
    head = None
    while at < min(len(doc), start + _LONGEST) and _goes_on(page, at, inside, head is not None):
        if is_role_word(lower(doc[at])) and not inside[at]:
            head = at
        at += 1
    if head is None:
        told = page.role_starts.get(start, start)
        head = _head(page, start, told)
        return None if head is None or any(inside[start:told]) else (start, told, head)
    if any(inside[start:head]) and not is_name_like(doc[head - 1]):
        return None
    follower = page.after(head + 1)
    if follower is not None and not follower.is_punct and lower(follower) not in _AFTER_ROLE:
        return None
    return _clear(inside, start, head), head + 1, head


def _goes_on(page: Page, at: int, inside: list[bool], headed: bool) -> bool:
    token = page.doc[at]
    if token.is_space:
        return False
    if inside[at] or token.text == "-":
        return not headed or token.text == "-"
    if lower(token) == "and":
        return headed
    if not token.text[:1].isalpha() or lower(token) in name_words().role_stops:
        return lower(token) in ("'s", "’s") and not headed
    return not page.has_tags or token.pos_ in ("NOUN", "PROPN", "ADJ", "X", "")
