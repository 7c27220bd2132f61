"""Which names of one report are one thing's: each gets the number of its group, or one of its own."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise

from standfirst.extract.mentions.found import Found, Page
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
    grouping = resolve(forms, person=False, given=_stated(page, names))
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
