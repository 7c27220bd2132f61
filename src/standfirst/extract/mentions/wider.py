"""Names of people that the text writes longer than they were found, each taken in whole.

A given name before it ("Cpl. Ida | Stern"), a nickname in marks within it ("Ida “Birdie” Stern"), and middle names,
where the report has the first and the last of the words as a name too ("Ida Kest Varga Stern", "Ida Stern").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise

from standfirst.extract.mentions.found import Found, Page, is_name_like, lower
from standfirst.extract.mentions.names import named
from standfirst.lexicon.countries import country_of
from standfirst.lexicon.names.fold import key
from standfirst.lexicon.names.persons import parse_name
from standfirst.lexicon.people import is_given_name, titles

#: What may stand between a given name and a family name: a nickname in marks.
_NICKNAME = re.compile(r" [\"“‘'][A-Z][\w .-]{1,19}(?<! )[\"”’']{1,2} | \([A-Z][\w.-]{1,19}\) ")
#: Words between the first and the last of a name, at most.
_MIDDLES = 3


def widened(page: Page, names: list[Found]) -> list[Found]:
    """The names, those of people as long as the text has them; none overlaps another."""
    names = sorted(names, key=lambda name: name.start)
    wide = list(_with_given(page, names))
    wide = [*_with_nicknames(page, wide), *_with_middles(page, wide), *wide]
    taken = [False] * (len(page.doc) + 1)
    kept = []
    for name in sorted(wide, key=lambda name: name.start - name.end):
        if not any(taken[name.start : name.end]):
            kept.append(name)
            taken[name.start : name.end] = [True] * (name.end - name.start)
    return sorted(kept, key=lambda name: name.start)


def _with_given(page: Page, names: list[Found]) -> Iterator[Found]:
    """The names, each that a given name stands before with it, where only the end was found."""
    ends = {name.end for name in names}
    for name in names:
        alone = name.kind == "person" and name.lead == name.start and not ends & {name.start, name.start - 1}
        wider = (
            named(page, name.start - 1, name.end, "person") if alone and _is_given_part(page, name.start - 1) else None
        )
        yield wider or name


def _is_given_part(page: Page, at: int) -> bool:
    """Whether the token before a name is a given name, by the lists or by the title before it."""
    token = page.before(at + 1)
    if token is None or not is_name_like(token) or not token.whitespace_ or not token.text.isalpha():
        return False
    if lower(token) in titles() or country_of(token.text) is not None:
        return False
    return is_given_name(token.text) or _titled_at(page, at)


def _titled_at(page: Page, at: int) -> bool:
    """Whether a title stands right before a token."""
    before = page.before(at)
    return before is not None and lower(before) in titles() and is_name_like(before)


def _with_nicknames(page: Page, names: Iterable[Found]) -> Iterator[Found]:
    """A name of one word and another with a nickname between them, as one."""
    for one, other in pairwise(names):
        bare = " " not in one.text and " " not in other.text and other.lead == other.start
        if one.kind == other.kind == "person" and bare and one.end < other.start:
            last = page.doc[one.end - 1]
            between = page.report.text[last.idx + len(last) : page.doc[other.start].idx]
            if _NICKNAME.fullmatch(between):
                yield replace(one, end=other.end, text=page.words(one.start, other.end))


def _with_middles(page: Page, names: list[Found]) -> Iterator[Found]:
    """Names that begin and end as a shorter name of the report does, with up to three words of a name between."""
    known = {
        (parsed.given[0], parsed.family)
        for name in names
        if name.kind == "person" and len((parsed := parse_name(name.text)).words) == 2 and parsed.full
    }
    for name in names:
        family = parse_name(name.text).family if name.kind == "person" else ()
        for back in range(1, _MIDDLES + 1):
            token = page.before(name.start - back + 1)
            if not family or token is None or not token.text_with_ws.strip() or not token.whitespace_:
                break
            if not is_name_like(token) or not token.text.isalpha():
                break
            if (key(token.text), family) in known and key(token.text) not in key(name.text).split():
                yield from filter(None, [named(page, name.start - back, name.end, "person")])
                break
