"""Ages and lengths of service: numbers of years that belong to someone ("Ana Brel, 62,", "a nine-year veteran")."""

from __future__ import annotations

import re
from dataclasses import replace

from standfirst.extract.quantities.count import Counted
from standfirst.extract.quantities.measures import Measure
from standfirst.extract.quantities.sight import Sight, phrase_after
from standfirst.extract.tree import subject

_OLD = re.compile(r"(?:-|\s)old\b-?", re.IGNORECASE)
_NAME_BEFORE = re.compile(r"(?:[A-Z][\w.'-]*\s+){0,4}[A-Z][\w'-]+(?:,?\s+(?:Jr|Sr)\.?)?,\s+$")
_CLOSED_BY = re.compile(r",|\.(?:\s|$|[A-Z])|\)|;|\s+and\b|\s*$")
#: What may stand between an age and its name: titles and a noun or two ("suspect", "Army veteran Cpl.").
_TITLE_WORDS = re.compile(
    r"\s*(?:(?:[A-Z][\w-]*\.?|(?!boy|girl|man|woman|son|daughter|brother|sister|to\b|of\b|in\b|at\b|and\b|was\b|is\b|who\b"
    r"|from\b|with\b)[a-z-]+)\s+){0,4}"
)
#: Ages that are somebody's only by chance: "anyone over the age of 60", "between the ages of 5 and 11".
_NOBODYS = re.compile(
    r"\b(?:under|over|below|above|least|between|all|by)\s+(?:the )?(?:ages? of |ages? |aged )?(?:\w+ and )?$"
    r"|\bages (?:of )?$|\b(?:retirement|voting|pension|minimum) age of $"
)
_AGED = re.compile(r"\b(?:aged|age|at the age of)\s+$", re.IGNORECASE)
#: "his brother, who is 17,".
_WHO_IS = re.compile(
    r"\b(?:who|he|she)\s+(?:is|was|turned|turns|had (?:just )?turned)\s+(?:only |just )?$", re.IGNORECASE
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
_SERVED = re.compile(
    r"\b(?:served|serve|serving|serves|worked|works|working|employed|spent)\s+(?:for\s+|nearly\s+|the\s+)?$"
    r"|\bfor\s+(?:the last |the past |more than |nearly )?$",
    re.IGNORECASE,
)
_WITH = re.compile(
    r"\b(?:served|serve|serves|serving|worked|works|working|employed|with|been an? [a-z ]+|veteran|officer|employee)\b",
    re.IGNORECASE,
)
_VETERAN = re.compile(r"(?:[- ])(?:[\w'.&-]+\s+){0,5}?(?:veteran|employee|stalwart)\b", re.IGNORECASE)


def age_of(sight: Sight, measure: Measure, last: tuple[Measure, Counted] | None) -> Counted | None:
    """Somebody's age, with whose it is in `about` where a name says; None where the number is no age.

    `last` is the number before it: "aged seven and nine" are two ages.
    """
    numeral = measure.numeral
    if measure.unit is not None and measure.unit.dimension == "time":
        return _years_old(sight, measure)
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
    if numeral.side == "from" and _RANGING.search(before):
        return _aged(sight, measure)
    if numeral.side == "to" and last is not None and last[1].head == "age" and last[0].numeral.side == "from":
        return replace(last[1], about=(), part="someone")
    turned = _TURNED.search(before) is not None and _AFTER_TURNED.match(sight.text, measure.after) is not None
    who_is = _WHO_IS.search(before) is not None and _CLOSED_BY.match(sight.text, measure.after) is not None
    if _AGED.search(before) or who_is or turned:
        return _aged(sight, measure)
    if last is not None and last[1].head == "age" and _AND_AGED.fullmatch(sight.text[last[0].end : measure.start]):
        closed = _CLOSED_BY.match(sight.text, measure.after) is not None
        return replace(last[1], about=(), part="someone") if closed else None
    name = _NAME_BEFORE.search(before) if numeral.digits else None
    if name is None or not _is_closed(sight, measure, last) or _NOT_NAMES.search(before):
        return None
    offset = measure.start - len(before)
    return _with_name(sight, measure, _person_in(sight, offset + name.start(), measure.start))


def _is_closed(sight: Sight, measure: Measure, last: tuple[Measure, Counted] | None) -> bool:
    """Whether the text goes on after the number as it does after an age."""
    if _CLOSED_BY.match(sight.text, measure.after):
        return True
    if last is None or last[1].head != "age" or not _VERB_AFTER.match(sight.text, measure.after):
        return False
    return _NEXT_NAME.fullmatch(sight.text[last[0].end : measure.start]) is not None


def _with_name(sight: Sight, measure: Measure, person: tuple[int, int] | None) -> Counted | None:
    if person is None:
        return None
    return Counted(start=person[0], end=person[1], noun="age", head="age", about=(person,))


def _person_in(sight: Sight, start: int, end: int) -> tuple[int, int] | None:
    """The last person named in a range; where no names are known, the last run of capitalised words."""
    names = sight.names(start, end)
    people = [name for name in names if name[2] == "person"]
    if people:
        return people[-1][0], people[-1][1]
    if names or (sight.doc.has_annotation("ENT_IOB") and sight.tagged):
        return None
    runs = list(re.finditer(r"[A-Z][\w'-]+(?:\s+[A-Z][\w.'-]+)+", sight.text[start:end]))
    return (start + runs[-1].start(), start + runs[-1].end()) if runs else None


def _aged(sight: Sight, measure: Measure) -> Counted | None:
    """ "Mira Vane, aged 60", "a boy aged nine", "died at the age of 88": whose it is where a name or a noun says."""
    start = max(sight.sentence(measure.start)[0], measure.start - 60)
    person = _person_in(sight, start, measure.start)
    if person is not None:
        return _with_name(sight, measure, person)
    word = sight.doc[sight.index(max(0, measure.start - 2))]
    return Counted(start=word.idx, end=word.idx + len(word), noun="age", head="age", part="someone")


#: "the 16-year-old Mira Vane was with" is rather somebody else, with whom she was.
_OTHER_THAN = re.compile(r"\s+(?:was|is|had been)\s+with\b")


def _years_old(sight: Sight, measure: Measure) -> Counted | None:
    """ "32-year-old Mira Vane", "Mira Vane, a 32-year-old nurse", "she is 32 years old"."""
    old = _OLD.match(sight.text, measure.after)
    if old is None:
        return None
    start, end = sight.sentence(measure.start)
    after = sight.names(old.end(), min(end, old.end() + 70))
    for name in after:
        between = sight.text[old.end() : name[0]]
        if not _TITLE_WORDS.fullmatch(between):
            break
        if name[2] == "person":
            if _OTHER_THAN.match(sight.text, name[1]):
                break
            return Counted(start=name[0], end=name[1], noun="age", head="age", about=((name[0], name[1]),))
    lead = re.search(r",\s+(?:an?\s+|the\s+)?$", sight.text[max(start, measure.start - 8) : measure.start])
    person = _person_in(sight, max(start, measure.start - 60), measure.start) if lead is not None else None
    if person is not None and sight.text[person[1] : measure.start].strip(" ,") in ("", "a", "an", "the"):
        return Counted(start=person[0], end=person[1], noun="age", head="age", about=(person,))
    phrase = phrase_after(sight, old.end())
    if phrase is not None:
        return Counted(start=phrase.start, end=phrase.end, noun="age", head="age", part="someone")
    return Counted(start=old.start(), end=old.end(), noun="age", head="age", part="someone")


def service_of(sight: Sight, measure: Measure) -> Counted | None:
    """How long someone has served somewhere: "a ten-year harbour veteran", "with the port for seven years"."""
    if measure.unit is None or measure.unit.code not in ("year", "month"):
        return None
    start, end = sight.sentence(measure.start)
    veteran = _VETERAN.match(sight.text, measure.after, measure.after + 70) if measure.hyphened else None
    before = sight.text[max(start, measure.start - 110) : measure.start]
    if veteran is None and not (_SERVED.search(before) and _WITH.search(before)):
        return None
    if veteran is None and re.search(r"\b(?:prison|jail|sentence\w*|term)\b", sight.text[start:end]):
        return None
    who = _who(sight, measure, start)
    bodies = [
        name
        for name in sight.names(start, end)
        if name[2] in ("organisation", "facility", "group") and name[0] > (who[1] if who else start)
    ]
    if who is None:
        return None
    first, last = sight.index(measure.numeral.start), sight.index(measure.after - 1)
    unit = sight.doc[max(first, last)]
    near = sorted(bodies, key=lambda name: abs(name[0] - measure.start))[:1]
    return Counted(
        start=unit.idx,
        end=unit.idx + len(unit),
        noun="years of service",
        head="service",
        about=(who, *((n[0], n[1]) for n in near)),
    )


def _who(sight: Sight, measure: Measure, start: int) -> tuple[int, int] | None:
    """Whose service: the person named nearest before in the sentence, else the subject's pronoun."""
    people = [name for name in sight.names(start, measure.start) if name[2] == "person"]
    if people:
        return people[-1][0], people[-1][1]
    pronoun = re.search(r"\b(?:He|She|he|she)\b", sight.text[start : measure.start])
    return (start + pronoun.start(), start + pronoun.end()) if pronoun else None


def lasted(sight: Sight, measure: Measure) -> Counted | None:
    """How long something went on: "it had been shut down for 16 hours", "the siege lasted six days"."""
    if measure.unit is None or measure.unit.dimension != "time" or not sight.parsed or measure.hyphened:
        return None
    before = sight.text[max(0, measure.start - 24) : measure.start]
    if not re.search(r"\b(?:for|lasted|lasting|lasts|takes|took|taking)\s+$", before):
        return None
    node = sight.head_token(measure)
    verb = node.head
    if verb is node or verb.pos_ != "VERB" or verb.idx > measure.start:
        return None
    who = subject(verb)
    if who is None:
        return None
    particle = next((child for child in verb.children if child.dep_ == "compound:prt"), None)
    end = particle.idx + len(particle) if particle is not None and particle.idx > verb.idx else verb.idx + len(verb)
    words = sight.text[verb.idx : end].lower()
    if verb.lemma_ in ("take", "last") and who.pos_ == "NOUN":  # "the crossing takes two hours" is of the crossing
        return Counted(start=who.idx, end=who.idx + len(who), noun=who.lower_, head="duration")
    unit = sight.doc[sight.index(measure.after - 1)]
    return Counted(
        start=verb.idx, end=end, noun=f"{unit.lower_} {words}", head="duration", about=((who.idx, who.idx + len(who)),)
    )
