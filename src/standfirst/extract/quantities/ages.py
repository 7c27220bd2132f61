"""Ages: numbers of years that belong to someone ("Ana Brel, 62,", "two girls, 4 and 6 years old", "aged nine")."""

from __future__ import annotations

import re
from dataclasses import replace

from standfirst.extract.quantities.count import Counted
from standfirst.extract.quantities.measures import Measure
from standfirst.extract.quantities.sight import Sight
from standfirst.extract.quantities.years_old import (
    is_listed_old,
    of_beside,
    of_named,
    of_what_ends,
    person_in,
    unnamed,
    years_old,
)

_NAME_BEFORE = re.compile(r"(?:[A-Z][\w.'-]*\s+){0,4}[A-Z][\w'-]+(?:,?\s+(?:Jr|Sr)\.?)?,\s+$")
_CLOSED_BY = re.compile(r",|\.(?:\s|$|[A-Z])|\)|;|\s+and\b|\s*$")
#: Ages that are somebody's only by chance: "anyone over the age of 60", "between the ages of 5 and 11".
_NOBODYS = re.compile(
    r"\b(?:under|over|below|above|least|between|all|by)\s+(?:the )?(?:ages? of |ages? |aged )?(?:\w+ and )?$"
    r"|\bages (?:of )?$|\b(?:retirement|voting|pension|minimum) age of $"
)
_AGED = re.compile(r",?\s*\b(?:aged|age|at the age of)\s+$", re.IGNORECASE)
#: "his brother, who is 17,", "a man who police believe is about 40,", "she was 30".
_WHO_IS = re.compile(
    r"(?:,?\s+who|(?<=\b[Hh]e)|(?<=\b[Ss]he))\s+(?:(?:[a-z]+\s+){1,3}(?:say|said|believed?|think|thought)\s+)?"
    r"(?:is|was|turned|turns|had (?:just )?turned)\s+(?:only |just )?$"
)
#: "Sana Orrel turned 81 in prison", not "turned 30 men away".
_TURNED = re.compile(r"[A-Z][\w'-]+\s+(?:turned|turns|had (?:just )?turned|will turn)\s+(?:only |just )?$")
_AFTER_TURNED = re.compile(r"[,.;)]|\s+(?:in|on|at|last|this|next|today|yesterday|and)\b|\s+(?:[A-Z][a-z]+day)\b|\s*$")
#: "children ranging in age from 4 to 11".
_RANGING = re.compile(r"\b(?:in age|aged|ages?)\s+from\s+$", re.IGNORECASE)
_AND_AGED = re.compile(r",?\s+and\s+|,\s+", re.IGNORECASE)
#: Between the ages of a list, of which the last may end without a comma: "Ana Brel, 24, and Ivo Marsh, 25 were hurt".
_NEXT_NAME = re.compile(r"(?:,|,? and)\s+(?:[A-Z][\w.'-]*\s+){0,4}[A-Z][\w'-]+,\s+")
_VERB_AFTER = re.compile(r"\s+(?:were|are|have|had|all|both|died)\b")
_NOT_NAMES = re.compile(
    r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|jan\w*|feb\w*|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug\w*|sep\w*|oct\w*|nov\w*|dec\w*|no|chapter)\.?,\s+$",
    re.IGNORECASE,
)


def age_of(sight: Sight, measure: Measure, last: tuple[Measure, Counted] | None) -> Counted | None:
    """Somebody's age, with whose it is in `about` where a name says; None where the number is no age.

    `last` is the number before it: "aged seven and nine" are two ages.
    """
    numeral = measure.numeral
    if measure.unit is not None and measure.unit.dimension == "time":
        return _next_old(sight, measure, last) or years_old(sight, measure)
    if (
        measure.unit is not None
        or numeral.kind not in ("plain", "range")
        or measure.bound not in ("exact", "about")
        or not 1 <= numeral.value <= 112
        or numeral.value % 1
    ):
        return None
    before = sight.text[max(0, measure.start - 60) : measure.start]
    if _NOBODYS.search(before):
        return None
    ranging = _RANGING.search(before) if numeral.side == "from" else None
    if ranging is not None:
        return _aged(sight, measure, before, ranging)
    if is_listed_old(sight, measure):
        return _next_old(sight, measure, last) or of_beside(sight, measure) or unnamed(measure.start, measure.after)
    if numeral.side == "to" and last is not None and last[1].head == "age" and last[0].numeral.side == "from":
        return replace(last[1], about=_nobody_else(last[1]), part="someone")
    turned = _TURNED.search(before) if _AFTER_TURNED.match(sight.text, measure.after) else None
    who_is = _WHO_IS.search(before) if _CLOSED_BY.match(sight.text, measure.after) else None
    told = _AGED.search(before) or who_is or turned
    if told is not None:
        return _aged(sight, measure, before, told)
    if last is not None and last[1].head == "age" and _AND_AGED.fullmatch(sight.text[last[0].end : measure.start]):
        closed = _CLOSED_BY.match(sight.text, measure.after) is not None
        return replace(last[1], about=_nobody_else(last[1]), part="someone") if closed else None
    then = re.search(r"\bthen\s+$", before)
    name = _NAME_BEFORE.search(before[: then.start()] if then else before) if numeral.digits else None
    if name is None or not _is_closed(sight, measure, last) or _NOT_NAMES.search(before):
        return None
    offset = measure.start - len(before)
    person = person_in(sight, offset + name.start(), measure.start)
    if person is None:
        return None
    return unnamed(*person, (person,)) if then else of_named(person)  # "Ana Brel, then 40," is older by now


def _is_closed(sight: Sight, measure: Measure, last: tuple[Measure, Counted] | None) -> bool:
    """Whether the text goes on after the number as it does after an age."""
    if _CLOSED_BY.match(sight.text, measure.after):
        return True
    if last is None or last[1].head != "age" or not _VERB_AFTER.match(sight.text, measure.after):
        return False
    return _NEXT_NAME.fullmatch(sight.text[last[0].end : measure.start]) is not None


def _next_old(sight: Sight, measure: Measure, last: tuple[Measure, Counted] | None) -> Counted | None:
    """The next age of a list: of "two girls, 4 and 6 years old" the second."""
    listed = last is not None and last[1].head == "age" and _AND_AGED.fullmatch(sight.text, last[0].end, measure.start)
    if last is None or not listed or measure.hyphened:
        return None
    return replace(last[1], about=_nobody_else(last[1]), part="someone")


def _nobody_else(age: Counted) -> tuple[tuple[int, int], ...]:
    """For whom the next age of a list is told too: those for whom only a noun stands, of a name there is one age."""
    return age.about if age.part else ()


def _aged(sight: Sight, measure: Measure, before: str, told: re.Match[str]) -> Counted | None:
    """ "Mira Vane, aged 60", "a boy aged nine", "died at the age of 88": whose it is where a name or a noun says."""
    beside = of_what_ends(sight, measure.start - len(before) + told.start())
    if beside is not None:
        return beside
    person = person_in(sight, max(sight.sentence(measure.start)[0], measure.start - 60), measure.start)
    if person is not None:
        return of_named(person)
    word = sight.doc[sight.index(max(0, measure.start - 2))]
    return unnamed(word.idx, word.idx + len(word))
