"""What is a sum, a share, a distance or another measure of? "a $9m grant" is of the grant, "earned $5m" of earnings."""

from __future__ import annotations

import re
from dataclasses import replace

from standfirst.extract.quantities.count import Counted
from standfirst.extract.quantities.measures import Measure
from standfirst.extract.quantities.movers import what_moves
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
_DIRECTION = re.compile(
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
_NAMES_PLACE = re.compile(r"\s+of\s+(?:the\s+)?[A-Z]")
_OF_BEFORE = re.compile(r"\s+of\s+(?:only |just )?$")
_AGAIN = re.compile(
    r"\s*[,(-]?\s*(?:or|i\.e\.|equivalent to|the equivalent of|about)?,?\s*(?:about |roughly |nearly )?\(?$"
)
_FOR_OR_WORTH = re.compile(r"\b(worth|valued at|valuing|costing|priced at)\s+$")


def what_measures(sight: Sight, measure: Measure, last: tuple[Measure, Counted] | None) -> Counted | None:
    """What a number with a unit measures, or None; `last` is the number before it with what that one counts."""
    dimension = measure.unit.dimension if measure.unit is not None else ""
    found = _again(sight, measure, last)
    if found is None and dimension in ("length", "blocks"):
        found = _distance(sight, measure)
    found = found or _in_noun(sight, measure) or _of_noun(sight, measure)
    found = found or _nominal(sight, measure) or _moving(sight, measure)
    if found is None and dimension.startswith("money"):
        found = _worth(sight, measure) or _paid(sight, measure)
    found = found or what_moves(sight, measure)
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
        or _DIRECTION.match(" " + phrase.head.text)
        or phrase.head.lower_ in ("aft", "apiece", "people")
    ):
        return None
    if phrase.head.ent_type_ or (phrase.head.pos_ == "PROPN" and phrase.head.lower_ not in count_words().same):
        return None
    return phrase


def _counted(sight: Sight, phrase: Phrase, *, part: str = "", carried: bool = False) -> Counted:
    noun = re.sub(r"\s+", " ", sight.text[phrase.start : phrase.end]).strip(" \"'-").lower()
    return Counted(start=phrase.start, end=phrase.end, noun=noun, head=phrase.head.lower_, part=part, carried=carried)


def _nominal(sight: Sight, measure: Measure) -> Counted | None:
    """ "a $9 million grant", "a 12 percent discount", "25% of voters", "10 tons of rice"."""
    of = re.match(
        r"\s+of\s+(?:the |its |their |his |her |all |those |a |an )*", sight.text[measure.after : measure.after + 24]
    )
    dimension = measure.unit.dimension if measure.unit else ""
    if of is not None and dimension != "length" and dimension != "time":
        phrase = phrase_after(sight, measure.after + of.end())
        if phrase is None or (dimension.startswith("money") and phrase.head.pos_ == "PROPN"):
            return None
        return _counted(sight, phrase, part="of" if dimension == "share" else "")
    if measure.per is not None:
        return None
    gap = sight.text[measure.after : measure.after + 1]
    phrase = _common(phrase_after(sight, measure.after + (gap == "-")), sight)
    if phrase is None or sight.text[measure.after : phrase.start].strip(" -\u00a0"):
        return None
    if dimension == "time" and not measure.hyphened:
        return None
    if phrase.head.lower_ in ("people", "more", "less", "year", "share"):
        return None
    return _counted(
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
    if phrase is None or (
        phrase.head.lower_ in ("total", "maximum", "minimum", "average", "sum", "amount", "choice", "cost")
        and not measure.unit
    ):
        return None
    return _counted(sight, phrase)


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
    return _counted(sight, phrase)


def _distance(sight: Sight, measure: Measure) -> Counted | None:
    """ "27 km north of Larna", "within 30 miles of the coast"; a depth, a length, a width where the text says so."""
    words = sight.text
    extent = _EXTENT.match(words, measure.after, measure.after + 14)
    if extent is not None:
        name = extent.group(1).lower()
        return Counted(start=extent.start(1), end=extent.end(1), noun=_EXTENTS.get(name, name), head=name)
    way = _DIRECTION.match(words, measure.after, measure.after + 40)
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


def _moving(sight: Sight, measure: Measure) -> Counted | None:
    """What rose or fell by it: "shares climbed 9 percent"; a company's shares where the sentence only names it."""
    before = sight.text[max(0, measure.start - 40) : measure.start]
    match = re.search(r"\b([a-z]+)\s+(?:by\s+|as much as\s+|another\s+|a\s+|more than\s+)?$", before)
    if match is None or match.group(1) not in count_words().moves or measure.unit is None:
        return None
    offset = measure.start - len(before) + match.start()
    lead = re.search(
        r"\s+(?:was|were|is|are|has|have|had|been|also|then|sharply|further|trading|closed|ended)*\s*$",
        sight.text[max(0, offset - 30) : offset],
    )
    phrase = phrase_before(sight, offset - (len(lead.group()) if lead else 0))
    if phrase is None:
        return None
    if phrase.head.pos_ != "PROPN" and sight.tagged:
        return replace(_counted(sight, phrase), about=_before_bracket(sight, phrase))
    start = sight.sentence(measure.start)[0]
    traded = list(
        re.finditer(r"\b(?:shares?|stocks?|trading|Shares)\b", sight.text[max(0, start - 400) : measure.end + 60])
    )
    if not traded:
        return None
    return Counted(
        start=phrase.start,
        end=phrase.end,
        noun="shares",
        head="shares",
        carried=True,
        about=((phrase.start, phrase.end),),
    )


def _before_bracket(sight: Sight, phrase: Phrase) -> tuple[tuple[int, int], ...]:
    """The name to which a phrase belongs over a bracket: "Orra (up $7 to $52) stock"."""
    lead = re.search(r"\s+\([^()]{1,60}\)\s+$", sight.text[max(0, phrase.start - 70) : phrase.start])
    if lead is None:
        return ()
    end = max(0, phrase.start - 70) + lead.start()
    named = phrase_before(sight, end)
    return ((named.start, named.end),) if named is not None and named.head.pos_ == "PROPN" else ()


def _worth(sight: Sight, measure: Measure) -> Counted | None:
    """ "the contract is worth about $9 million"."""
    before = sight.text[max(0, measure.start - 20) : measure.start]
    match = _FOR_OR_WORTH.search(before)
    if match is None:
        return None
    offset = measure.start - len(before) + match.start()
    lead = re.search(r"\s*(?:is|was|are|were|be|that|which|,)*\s*$", sight.text[max(0, offset - 12) : offset])
    phrase = phrase_before(sight, offset - (len(lead.group()) if lead else 0))
    return _counted(sight, phrase) if phrase is not None and phrase.head.pos_ != "PROPN" else None


def _paid(sight: Sight, measure: Measure) -> Counted | None:
    """The sum by the verb that governs it: "it earned $5m" earnings, "is buying Orra for $2 billion" a deal."""
    table = count_words().money
    start = sight.sentence(measure.start)[0]
    window = sight.text[max(start, measure.start - 90) : measure.start]
    offset = measure.start - len(window)
    for match in reversed(list(re.finditer(r"[A-Za-z-]+|[;:.](?=\s)", window))):
        word = match.group().lower()
        name = table.get(word)
        if name is None:
            if word in (";", ":"):
                return None
            continue
        price = re.search(r"\bfor\s+(?:just |only )?$", window) is not None
        direct = not window[match.end() :].strip() or re.fullmatch(
            r"\s+(?:it|them|him|her|us|the \w+(?: \w+)?|a|an|back|out|up|off)\s*", window[match.end() :]
        )
        if not (price if name in ("deal", "sale") else direct):
            return None
        return Counted(start=offset + match.start(), end=offset + match.end(), noun=name.replace("-", " "), head=name)
    return None
