"""Which places of a story lie in which: as its own words say ("Orsk, in the north of Tessaly"), and by a table.

A ship, a building or another thing that is told of in, at or off a place counts as lying in it. From the table of
countries a capital lies in its country, where the story names both and no other country that has a capital of that
name. Any other place whose whole no report names stands alone: it errs towards keeping two tolls apart.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from standfirst.lexicon.countries import by_name, countries
from standfirst.link.figures.look import Look
from standfirst.model.reading import Mention
from standfirst.model.span import Span
from standfirst.text import plain

#: Between a place and the one that it lies in: ", in the north of", " on the island of", " in".
_LIES_IN = re.compile(r",?\s+(?:in|on)\s+(?:the\s+)?(?:(?:[a-z-]+\s+){1,4}of\s+(?:the\s+)?|[a-z]+ern\s+)?")
_COMMA = re.compile(r",\s+")
#: Before a place at which a thing is: "sank off the northern coast of", "collapsed in".
_AT = re.compile(r"\b(?:in|at|off|near|outside)\s+(?:the\s+)?(?:[a-z]+\s+){0,3}(?:of\s+(?:the\s+)?)?$")
#: What was cut off the beginning of a name ("the Pride of" before "Dalvo").
_CUT = re.compile(r"\b[A-Z][a-z]+ of (?:the )?$")
_PLACES = frozenset({"place", "facility"})
_THINGS = frozenset({"facility", "product"})
#: So many names of one sentence, and so many steps from part to whole, are looked at.
_MOST = 12
_STEPS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class _Name:
    span: Span
    name: str
    place: bool
    thing: bool


class Lattice:
    """Part and whole among places, by folded names."""

    def __init__(self, wholes: dict[str, set[str]]) -> None:
        self._wholes = wholes

    def within(self, part: str, whole: str) -> bool:
        """Whether the first lies in the second; also where that takes a few steps ("quay, town, country")."""
        known, edge = {part}, {part}
        for _ in range(_STEPS):
            edge = {above for name in edge for above in self._wholes.get(name, ())} - known
            if whole in edge:
                return True
            known |= edge
        return False


def lattice_of(looks: Sequence[Look], name_of: Callable[[Look, Span], str]) -> Lattice:
    """The lattice of a story; `name_of` folds the name at a place as the limits of numbers are folded."""
    wholes: dict[str, set[str]] = defaultdict(set)
    places: dict[str, set[str]] = defaultdict(set)
    for look in looks:
        text = plain(look.reading.report.text)
        for mention in look.reading.mentions:
            if mention.form == "name" and mention.kind in _PLACES:
                places[name_of(look, mention.span)].add(look.reading.report.words(mention.span))
        for names in _by_sentence(look, text, name_of):
            for one, other in pairwise(names):
                if one.place and other.place and _lies_in(text, one.span, other.span):
                    wholes[one.name].add(other.name)
            for thing in names:
                for place in names:
                    at = _AT.search(text, max(0, place.span.start - 50), place.span.start) is not None
                    if thing.thing and place.place and not place.thing and at and thing.name != place.name:
                        wholes[thing.name].add(place.name)
    for capital, country in _capitals(places):
        wholes[capital].add(country)
    return Lattice(dict(wholes))


def _capitals(places: dict[str, set[str]]) -> Iterable[tuple[str, str]]:
    """The capitals among the places with their countries, both by folded name; `places` has the words for each."""
    named = {name: country for name, words in places.items() for word in words if (country := by_name().get(word))}
    for name, words in places.items():
        homes = {country.iso2 for country in countries() if words & set(country.capitals)}
        for whole, country in named.items():
            if homes == {country.iso2} and whole != name:
                yield name, whole


def _by_sentence(look: Look, text: str, name_of: Callable[[Look, Span], str]) -> list[list[_Name]]:
    """The names of places and things of each sentence that has two or more, at most twelve of one."""
    found: dict[int, list[_Name]] = defaultdict(list)
    for mention in look.reading.mentions:
        sentence = look.sentence(mention.span.start) if mention.form == "name" else None
        if sentence is not None and len(found[sentence.start]) < _MOST:
            found[sentence.start].append(_named(look, text, mention, name_of))
    return [names for names in found.values() if len(names) > 1]


def _named(look: Look, text: str, mention: Mention, name_of: Callable[[Look, Span], str]) -> _Name:
    span = mention.span
    cut = _CUT.search(text, max(0, span.start - 30), span.start)
    if cut is not None:
        span = look.reading.report.span(cut.start(), span.end)
    return _Name(
        span=span,
        name=name_of(look, span),
        place=mention.kind in _PLACES and cut is None,
        thing=mention.kind in _THINGS or cut is not None,
    )


def _lies_in(text: str, part: Span, whole: Span) -> bool:
    """Whether the words between two places say so; a list of places ("in Orra, Tessaly and Dalvo") does not."""
    if part.end >= whole.start or whole.start - part.end > 50:
        return False
    between = text[part.end : whole.start]
    if _LIES_IN.fullmatch(between):
        return True
    listed = re.match(r",?\s+(?:and|or)\s|,\s+[A-Z]\w+,?\s+(?:and|or)\s", text[whole.end : whole.end + 40])
    led = re.search(r"[A-Z]\w+,\s+$", text[max(0, part.start - 30) : part.start])
    return _COMMA.fullmatch(between) is not None and listed is None and led is None
