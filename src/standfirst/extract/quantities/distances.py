"""How far, how high, how heavy: what a measure is by the words beside it."""

from __future__ import annotations

import re

from standfirst.extract.quantities.count import Counted
from standfirst.extract.quantities.measures import Measure
from standfirst.extract.quantities.sight import Sight

DIRECTION = re.compile(
    r"[\s-]*(?:to the\s+)?(?:(?:north|south)?-?(?:north|south|east|west)(?:ern|erly|ward|wards)?)\b(?:\s+(?:of|from))?"
    r"|\s+(?:away|from|off|outside|inland|offshore|out|up|down|short of|apart|before|behind|ahead)\b",
    re.IGNORECASE,
)
_EXTENT = re.compile(
    r"[\s-]*(?:in\s+)?(deep|depth|long|length|wide|width|high|height|tall|thick|in diameter|across)\b", re.IGNORECASE
)
_EXTENTS = {
    "deep": "depth",
    "long": "length",
    "wide": "width",
    "high": "height",
    "tall": "height",
    "thick": "thickness",
    "in diameter": "diameter",
    "across": "width",
}
#: The same once more in another unit: "17 miles (27 km) north".
_BRACKET = re.compile(r"\s*\([^()\n]{2,20}\)")
_NAMES_PLACE = re.compile(r"\s+of\s+(?:the\s+)?[A-Z]")
#: What a measure is by the verb that it stands behind, by its dimension.
_BY_VERB = {
    "mass": (re.compile(r"\bweigh(?:s|ed|ing)?\s+(?:in\s+at\s+)?$"), "weight"),
    "area": (re.compile(r"\b(?:cover|span|occup|measur)\w*\s+$"), "area"),
    "length": (re.compile(r"\b(?:stands|stood|rises|towers)\s+$"), "height"),
    "temperature": (re.compile(r"$"), "temperature"),
    "magnitude": (re.compile(r"$"), "magnitude"),
}


def distance(sight: Sight, measure: Measure) -> Counted | None:
    """ "27 km north of Larna", "within 30 miles of the coast"; a depth, a length, a width where the text says so."""
    words = sight.text
    extent = _EXTENT.match(words, measure.after, measure.after + 14)
    if extent is not None:
        name = extent.group(1).lower()
        return Counted(start=extent.start(1), end=extent.end(1), noun=_EXTENTS.get(name, name), head=name)
    again = _BRACKET.match(words, measure.after, measure.after + 24)
    way = DIRECTION.match(words, again.end() if again is not None else measure.after, measure.after + 60)
    within = re.search(r"\b(?:within|by|of)\s+$", words[max(0, measure.start - 10) : measure.start]) is not None
    of = re.match(r"\s+of\s", words[measure.after : measure.after + 6])
    if way is None and not (of and (within or _NAMES_PLACE.match(words, measure.after))):
        return None
    first, last = sight.index(measure.numeral.start), sight.index(measure.after - 1)
    unit = sight.doc[last]
    about = _place_before(sight, sight.doc[first].idx if measure.start > sight.doc[first].idx else measure.start)
    after = sight.names(measure.after, min(sight.sentence(measure.start)[1], measure.after + 60))
    ranges = tuple((start, end) for start, end, _ in after[:1])
    return Counted(start=unit.idx, end=unit.idx + len(unit), noun="distance", head="distance", about=(*about, *ranges))


def _place_before(sight: Sight, offset: int) -> tuple[tuple[int, int], ...]:
    """The name that a distance is apposed to: "Camp Oru, 27 km north of Larna"."""
    start = max(sight.sentence(offset)[0], offset - 60)
    names = [
        name
        for name in sight.names(start, offset)
        if re.fullmatch(r"\W*(?:about|some|roughly|around|nearly)?\W*", sight.text[name[1] : offset])
    ]
    return tuple((name[0], name[1]) for name in names[-1:])


def by_verb(sight: Sight, measure: Measure) -> Counted | None:
    """ "weighs 900 kg" is a weight, "covers 90 hectares" an area; degrees are a temperature whatever the verb."""
    lead, name = _BY_VERB.get(measure.unit.dimension if measure.unit else "", (None, ""))
    found = lead.search(sight.text[max(0, measure.start - 24) : measure.start]) if lead is not None else None
    if found is None:
        return None
    start = measure.start - min(24, measure.start) + found.start()
    end = start + len(found.group().rstrip())
    return Counted(start=start, end=end, noun=name, head=name)
