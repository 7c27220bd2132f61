"""Whose are so many years: "32-year-old Mira Vane", "two girls, 4 and 6 years old", "she is 32 years old"?

A name where the text settles one, else the noun that is so old. An age of somebody unnamed is marked "someone": it is
a figure of its own report and is never held against another.
"""

from __future__ import annotations

import re

from standfirst.extract.quantities.count import Counted
from standfirst.extract.quantities.measures import Measure
from standfirst.extract.quantities.referents import antecedent
from standfirst.extract.quantities.sight import Phrase, Sight, phrase_after, phrase_before
from standfirst.lexicon.blame import is_somebody
from standfirst.lexicon.numbers import number_words

_OLD = re.compile(r"(?:-|\s)old\b-?", re.IGNORECASE)
_NUMBER = rf"(?:\d{{1,3}}|{'|'.join([*number_words().units, *number_words().tens])})"
#: After the first ages of a list whose last one has the words: "4 |and 6 years old|", "two|, five and nine years old|".
_LISTED_OLD = re.compile(rf"(?:,\s+{_NUMBER})*,?\s+(?:and|or)\s+{_NUMBER}[\s-]years?[\s-]old\b", re.IGNORECASE)
#: "a 4-year-old |and a 6-year-old| girl".
_AND_OLD = re.compile(rf"\s*(?:and|or)\s+(?:an?\s+)?{_NUMBER}-(?:year|month)-old\s+(?=[a-z])", re.IGNORECASE)
#: What may stand between an age and its name: titles and a noun or two ("suspect", "Army veteran Cpl.").
_TITLE_WORDS = re.compile(
    r"\s*(?:(?:[A-Z][\w-]*\.?|(?!boy|girl|man|woman|son|daughter|brother|sister|to\b|of\b|in\b|at\b|and\b|was\b|is\b|who\b"
    r"|from\b|with\b)[a-z-]+)\s+){0,4}"
)
#: "the 16-year-old Mira Vane was with" is rather somebody else, with whom she was.
_OTHER_THAN = re.compile(r"\s+(?:was|is|had been)\s+with\b")
_BESIDE = re.compile(r",\s+(?:an?\s+|the\s+)?$")
#: "the boys were |4 and 6 years old|", "she is |32 years old|".
_IS = re.compile(r"\s+(?:is|are|was|were)\s+(?:only\s+|just\s+)?$")


def is_listed_old(sight: Sight, measure: Measure) -> bool:
    """Whether a bare number is an age because a later one of its list is "years old"."""
    return measure.unit is None and _LISTED_OLD.match(sight.text, measure.after, measure.after + 80) is not None


def years_old(sight: Sight, measure: Measure) -> Counted | None:
    """The age that a number of years "old" is, None where it is none."""
    old = _OLD.match(sight.text, measure.after)
    if old is None:
        return None
    _, end = sight.sentence(measure.start)
    after = sight.names(old.end(), min(end, old.end() + 70))
    for name in after:
        between = sight.text[old.end() : name[0]]
        if not _TITLE_WORDS.fullmatch(between):
            break
        if name[2] == "person":
            if _OTHER_THAN.match(sight.text, name[1]):
                break
            return of_named((name[0], name[1]))
    beside = of_beside(sight, measure)
    if beside is not None:
        return beside
    joined = _AND_OLD.match(sight.text, old.end(), old.end() + 40)
    phrase = phrase_after(sight, joined.end() if joined else old.end()) if measure.hyphened else None
    return of_noun(sight, phrase) if phrase is not None else unnamed(old.start(), old.end())


def of_beside(sight: Sight, measure: Measure) -> Counted | None:
    """The age of what stands before a comma or an "is": "Mira Vane, a 32-year-old nurse", "the girls are 4 and 6"."""
    start, _ = sight.sentence(measure.start)
    lead = _BESIDE.search(sight.text, max(start, measure.start - 8), measure.start)
    found = lead or _IS.search(sight.text, max(start, measure.start - 16), measure.start)
    return of_what_ends(sight, found.start(), named=lead is not None and measure.hyphened) if found else None


def of_what_ends(sight: Sight, offset: int, *, named: bool = False) -> Counted | None:
    """The age of the person, the pronoun or the noun whose words end at an offset; only of a person where so asked."""
    start, _ = sight.sentence(max(0, offset - 1))
    person = next((name for name in sight.names(start, offset) if name[1] == offset and name[2] == "person"), None)
    if person is not None:
        return of_named(person[:2])
    if named or offset == 0:
        return None
    word = sight.doc[sight.index(offset - 1)]
    if word.lower_ in ("he", "she"):
        names = antecedent(sight, word)
        return of_named(names[0]) if names else unnamed(word.idx, offset)
    phrase = phrase_before(sight, offset)
    return of_noun(sight, phrase) if phrase is not None else None


def of_noun(sight: Sight, phrase: Phrase) -> Counted:
    """The age of whom a noun stands for: by name where the report settles it; of a thing nobody asks for it."""
    if not is_somebody(phrase.head.lower_):
        return unnamed(phrase.start, phrase.end)
    names = antecedent(sight, phrase.head) or _named_by(sight, phrase)
    return of_named(names[0]) if names else unnamed(phrase.start, phrase.end, ((phrase.start, phrase.end),))


def _named_by(sight: Sight, phrase: Phrase) -> list[tuple[int, int]]:
    """The person to whom a noun is added: "Mira Vane, a nurse aged 60"."""
    lead = _BESIDE.search(sight.text, max(0, phrase.start - 8), phrase.start)
    people = sight.names(max(0, phrase.start - 68), lead.start()) if lead is not None else []
    return [name[:2] for name in people if lead is not None and name[1] == lead.start() and name[2] == "person"]


def of_named(person: tuple[int, int]) -> Counted:
    """The age of somebody whom these words name."""
    return Counted(start=person[0], end=person[1], noun="age", head="age", about=(person,))


def unnamed(start: int, end: int, about: tuple[tuple[int, int], ...] = ()) -> Counted:
    """An age of which no name says whose it is; `about` are the words for somebody."""
    return Counted(start=start, end=end, noun="age", head="age", part="someone", about=about)


def person_in(sight: Sight, start: int, end: int) -> tuple[int, int] | None:
    """The last person named in a range; where no names are known, the last run of capitalised words."""
    names = sight.names(start, end)
    people = [name for name in names if name[2] == "person"]
    if people:
        return people[-1][0], people[-1][1]
    if names or (sight.doc.has_annotation("ENT_IOB") and sight.tagged):
        return None
    runs = list(re.finditer(r"[A-Z][\w'-]+(?:\s+[A-Z][\w.'-]+)+", sight.text[start:end]))
    return (start + runs[-1].start(), start + runs[-1].end()) if runs else None
