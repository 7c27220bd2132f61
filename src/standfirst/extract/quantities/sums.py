"""What is a sum, a share, a distance or another measure of? "a $9m grant" is of the grant, "earned $5m" of earnings."""

from __future__ import annotations

import re
from dataclasses import replace

from standfirst.extract.quantities.count import Counted
from standfirst.extract.quantities.distances import DIRECTION, by_verb, distance
from standfirst.extract.quantities.measures import Measure
from standfirst.extract.quantities.movers import what_moves
from standfirst.extract.quantities.phrases import counted_by
from standfirst.extract.quantities.prices import moving, paid, set_at, worth
from standfirst.extract.quantities.sight import Phrase, Sight, phrase_after, phrase_before
from standfirst.lexicon.counts import count_words

_IN = re.compile(r"(?:\s+(?:per|an?)\s+[a-z]+)?\s+(?:worth\s+of|in)\s+(?=[a-z])")
_NOT_IN = frozenset(
    "the a an all its their his her total fact part addition response exchange return order this that each".split()
)
_TIMES = re.compile(
    r"\b(?:day|week|month|year|quarter|hour|minute|time|morning|afternoon|evening|trading|monday|tuesday|wednesday|thursday|friday|saturday|sunday|decade|january|february|march|april|may|june|july|august|september|october|november|december)s?\b",
    re.IGNORECASE,
)
#: "eight inches of snow", not "30 miles of the coast".
_DEEP = re.compile(r"\s+of\s+(?!the\b|an?\b|its\b|his\b|her\b|their\b|land\b|shore\b|town\b|home\b)[a-z]{3,}")
_OF_BEFORE = re.compile(r"\s+of\s+(?:only |just )?$")
_AGAIN = re.compile(
    r"\s*[,(-]?\s*(?:or|i\.e\.|equivalent to|the equivalent of|about)?,?\s*(?:about |roughly |nearly )?\(?$"
)


def what_measures(sight: Sight, measure: Measure, last: tuple[Measure, Counted] | None) -> Counted | None:
    """What a number with a unit measures, or None; `last` is the number before it with what that one counts."""
    dimension = measure.unit.dimension if measure.unit is not None else ""
    found = _again(sight, measure, last)
    if found is None and dimension in ("length", "blocks"):
        found = distance(sight, measure)
    found = found or _in_noun(sight, measure) or _of_noun(sight, measure)
    found = found or _nominal(sight, measure) or moving(sight, measure)
    if found is None and dimension.startswith("money"):
        found = worth(sight, measure) or set_at(sight, measure) or paid(sight, measure)
    found = found or what_moves(sight, measure) or by_verb(sight, measure)
    return replace(found, unit="") if found is not None else None


def _again(sight: Sight, measure: Measure, last: tuple[Measure, Counted] | None) -> Counted | None:
    """The same thing in another unit: "rose $2, or 4 percent", "30 miles (48 km)", "$90 million, or $3 a share"."""
    if last is None or measure.start - last[0].end > 24 or measure.start < last[0].end:
        return None
    between = sight.text[(last[0].per[1] if last[0].per else last[0].end) : measure.start]
    if not between.strip() or not _AGAIN.fullmatch(between) or last[0].unit is None:
        return None
    return replace(last[1], carried=True, again=True) if re.search(r"\bor\b|\(|equivalent", between) else None


def _common(phrase: Phrase | None, sight: Sight) -> Phrase | None:
    """The phrase where it names a thing and no time, direction or name."""
    if phrase is None:
        return None
    if (
        _TIMES.search(phrase.head.text)
        or DIRECTION.match(" " + phrase.head.text)
        or phrase.head.lower_ in ("aft", "apiece", "people")
    ):
        return None
    if phrase.head.ent_type_ or (phrase.head.pos_ == "PROPN" and phrase.head.lower_ not in count_words().same):
        return None
    return phrase


def _nominal(sight: Sight, measure: Measure) -> Counted | None:
    """ "a $9 million grant", "a 12 percent discount", "25% of voters", "10 tons of rice"."""
    of = re.match(
        r"\s+of\s+(?:the |its |their |his |her |all |those |a |an )*", sight.text[measure.after : measure.after + 24]
    )
    dimension = measure.unit.dimension if measure.unit else ""
    mass = dimension == "length" and _DEEP.match(sight.text, measure.after, measure.after + 24) is not None
    if of is not None and (mass or dimension not in ("length", "time")):
        phrase = phrase_after(sight, measure.after + of.end())
        if phrase is None or (dimension.startswith("money") and phrase.head.pos_ == "PROPN"):
            return None
        return counted_by(sight, phrase, part="of" if dimension == "share" else "")
    if measure.per is not None:
        return None
    gap = sight.text[measure.after : measure.after + 1]
    phrase = _common(phrase_after(sight, measure.after + (gap == "-")), sight)
    if phrase is None or sight.text[measure.after : phrase.start].strip(" -\u00a0"):
        return None
    if dimension == "time" and not measure.hyphened:
        return None
    if phrase.head.lower_ in ("people", "more", "less", "year", "share") or sight.text[phrase.start].isdigit():
        return None  # "5 feet 9 inches" are no feet of inches
    return counted_by(
        sight,
        phrase,
        part="the"
        if re.search(r"\b(?:that|this|these|those)\s+$", sight.text[max(0, measure.start - 8) : measure.start])
        else "",
    )


def _of_noun(sight: Sight, measure: Measure) -> Counted | None:
    """ "annual sales of about $23bn", "waters of 300 metres", "a loss of $23 million"."""
    before = sight.text[max(0, measure.start - 20) : measure.start]
    match = _OF_BEFORE.search(before)
    phrase = phrase_before(sight, measure.start - len(before) + match.start()) if match else None
    if phrase is None or phrase.head.lower_ in ("lieu", "instead", "because"):  # "in lieu of $500 bail"
        return None
    if (
        phrase.head.lower_ in ("total", "maximum", "minimum", "average", "sum", "amount", "choice", "cost")
        and not measure.unit
    ):
        return None
    return counted_by(sight, phrase)


def _in_noun(sight: Sight, measure: Measure) -> Counted | None:
    """ "$50 in cash", "$55 billion in annual revenues", "up to $500 million a year in savings"."""
    match = _IN.match(sight.text, measure.after, measure.after + 40)
    if match is None or measure.unit is None or not measure.unit.dimension.startswith(("money", "mass")):
        return None
    phrase = phrase_after(sight, match.end())
    if phrase is None or sight.text[match.end() : phrase.start].strip():
        return None
    first = sight.text[match.end() : phrase.end].split()[0].lower()
    if first in _NOT_IN or _TIMES.search(phrase.head.text) or (sight.tagged and phrase.head.pos_ == "PROPN"):
        return None
    return counted_by(sight, phrase)
