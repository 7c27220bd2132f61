"""Which names of one report are one thing's: each gets the number of its group, or one of its own."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from itertools import pairwise

from standfirst.extract.mentions.found import Found, Page, lower
from standfirst.lexicon.countries import by_adjective, by_name
from standfirst.lexicon.name_words import name_words
from standfirst.lexicon.names.bodies import initials, parse_body
from standfirst.lexicon.names.fold import key, words
from standfirst.lexicon.names.persons import parse_name
from standfirst.lexicon.names.resolve import Grouping, Link, Roster, resolve
from standfirst.lexicon.names.verdict import SAME, Verdict


def grouped(page: Page, names: list[Found]) -> list[int]:
    """A number for each name, equal for those that name one thing; a name in doubt has a number of its own."""
    numbers = [-1] * len(names)
    next_number = _bodies(page, names, numbers)
    _people(names, numbers, next_number)
    return numbers


def _bodies(page: Page, names: list[Found], numbers: list[int]) -> int:
    """Number all that are no people; gives the first number that is free."""
    forms: dict[str, str] = {}
    for name in names:
        if name.kind != "person":
            forms.setdefault(key(name.text), name.text)
    grouping = resolve(forms, person=False, given=[*_stated(page, names), *_short_forms(page, names)])
    return _spread(names, numbers, grouping, 0, person=False)


def _spread(names: list[Found], numbers: list[int], grouping: Grouping, first: int, *, person: bool) -> int:
    number_of = {node: first + at for at, group in enumerate(grouping.groups) for node in group}
    for at, name in enumerate(names):
        if (name.kind == "person") == person:
            numbers[at] = number_of.get(key(name.text), -1)
    return first + len(grouping.groups)


def _stated(page: Page, names: list[Found]) -> list[Link]:
    """Short forms that the text states in brackets: "Northern Area Rail Service (NARS)"."""
    found = []
    for one, other in pairwise(names):
        bracket = page.after(one.end)
        if bracket is None or bracket.text != "(" or other.lead != one.end + 1 or "person" in (one.kind, other.kind):
            continue
        closing = page.after(other.end)
        if closing is not None and closing.text == ")" and _shortens(one.text, other.text):
            because = f"the report says “{one.text} ({other.text})”"
            verdict = Verdict(value=SAME, rule="stated-in-brackets", because=because)
            found.append(Link(one=key(one.text), other=key(other.text), verdict=verdict))
    return found


def _short_forms(page: Page, names: list[Found]) -> list[Link]:
    """Parts and initials of one longer name of the report that stand for it later on: "the Ministry".

    Errs where the part is another body's whole name that the report brings in with no more words.
    """
    first: dict[str, Found] = {}
    for name in names:
        if name.kind != "person":
            first.setdefault(key(name.text), name)
    found = []
    for short in first.values():
        longer = [name for name in first.values() if name is not short and _stands_for(page, short, name)]
        if len(longer) == 1 and longer[0].start < short.start:
            because = f"the report has named “{longer[0].text}” before “{short.text}”, and no other such"
            verdict = Verdict(value=SAME, rule="part-of-the-name", because=because)
            found.append(Link(one=key(short.text), other=key(longer[0].text), verdict=verdict))
    return found


def _stands_for(page: Page, short: Found, long: Found) -> bool:
    """Whether one name can be short for the other: initials, its end, or what stands in it before "of" or "for"."""
    part, whole = parse_body(short.text), parse_body(long.text)
    if part.canonical is not None or not 0 < len(part.words) < len(whole.words):
        return False
    if part.acronym and len(part.words[0]) == 2:
        return len(whole.words) == 2 and part.words[0] in initials(whole.words)
    if short.kind != long.kind or short.kind in ("place", "group"):
        return False
    size = len(part.words)
    if size == 1 and short.kind == "product":
        return part.words == whole.words[1:]
    before = page.before(short.start)
    if size == 1 and not (part.words[0] in name_words().ends and before is not None and lower(before) == "the"):
        return False
    for at in range(len(whole.words) - size + 1):
        ends = whole.words[at + size : at + size + 1] in ((), ("of",), ("for",))
        if ends and whole.words[at : at + size] == part.words:
            return size == 1 or at == 0 or " ".join(whole.words[:at]) in _country_words()
    return False


@cache
def _country_words() -> frozenset[str]:
    """Names and adjectives of countries as they stand in front of a body's name, in lower case."""
    return frozenset(name.lower() for name in (*by_name(), *by_adjective()))


def _shortens(one: str, other: str) -> bool:
    """Whether the shorter is an acronym of the longer: capitals, all found in it in order, its first letter first."""
    short, long = sorted((one, other), key=len)
    letters = short.replace(".", "")
    if not letters.isupper() or not 2 <= len(letters) <= 10 or " " not in long:
        return False
    rest = iter("".join(words(long)))
    return letters[0].lower() == long[0].lower() and all(letter in rest for letter in letters.lower())


def _people(names: list[Found], numbers: list[int], first: int) -> None:
    people = [at for at, name in enumerate(names) if name.kind == "person"]
    full: dict[str, str] = {}
    for at in people:
        if parse_name(names[at].text).full:
            full.setdefault(key(names[at].text), names[at].titled)
    grouping = resolve(full, person=True)
    next_number = _spread(names, numbers, grouping, first, person=True)
    titled: dict[str, set[str]] = defaultdict(set)
    starts: dict[str, int] = {}
    for at in people:
        titled[key(names[at].text)].add(names[at].titled)
        starts.setdefault(key(names[at].text), names[at].start)
    roster = Roster(tuple(sorted({text for node in group for text in titled[node]})) for group in grouping.groups)
    introduced = [min(starts[node] for node in group) for group in grouping.groups]
    genders: dict[str, set[str]] = defaultdict(set)
    for at in people:
        genders[key(names[at].text)] |= {parse_name(names[at].titled).gender or ""} - {""}
    alone: dict[tuple[str, str], int] = {}
    for at in people:
        if numbers[at] >= 0:
            continue
        place, torn = _placed(names[at], roster, introduced)
        if place is not None:
            numbers[at] = first + place
            continue
        same = key(names[at].text)
        mark = (same, parse_name(names[at].titled).gender or "" if len(genders[same]) > 1 else "")
        numbers[at] = next_number if torn else alone.setdefault(mark, next_number)
        next_number += 1


def _placed(name: Found, roster: Roster, introduced: list[int]) -> tuple[int | None, bool]:
    """The one person for whom a name of one part stands, and whether several came into question.

    Where two share it, it is the one who had been named by then, since a report tells two people of one name apart
    once it has named both; after that it is neither.
    """
    fits = [index for index, _ in roster.candidates(name.titled)]
    several = len(fits) > 1
    if several:
        fits = [index for index in fits if introduced[index] < name.start]
    return (fits[0] if len(fits) == 1 else None), several
