"""What limits a number: places, bodies, people and periods in its clause. Nearest only; unnamed rather than wrong."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass

from standfirst.extract.quantities.count import Counted
from standfirst.extract.quantities.events import TO_HOSPITAL
from standfirst.extract.quantities.measures import Measure
from standfirst.extract.quantities.owners import is_imposed, owner_of, parties_of, settled, subject_of
from standfirst.extract.quantities.periods import SAID_NEAR, part_of_day, timex_of, whole_period
from standfirst.extract.quantities.places import PLACE_LEAD, body_of, of_person, place_noun, place_of_event, where_of
from standfirst.extract.quantities.referents import named_like
from standfirst.extract.quantities.sight import Sight
from standfirst.lexicon.counts import count_words
from standfirst.model.span import Span
from standfirst.when import Interval

#: No more than this many limits on one number.
_MOST = 5


_BREAK = re.compile(
    r"[;:]|\s(?:while|but|although|though|whereas|because)\s|\s-\s"
    r"|,\s+(?:according to|sa(?:id|ys)\s+(?=(?-i:[A-Z]))|and\s+(?:the|an?|he|she|it|they)\b)|[.!?][\"']?\s",
    re.IGNORECASE,
)


#: "..., with 30 of them in": what follows belongs to the other number; "12 boats and 9 ferries in" share it.
_OTHER_NUMBER = re.compile(
    r",?\s+(?:with|including|of which|of whom|among them|compared (?:with|to)|up from|down from)"
    r"\s+(?:[a-z]+\s+){0,3}[$\d]|,\s+[$\d]|,\s+(?:with|including|of whom)\s"
    r"|,\s+and\s+\w+\s+(?:were|was|are|is|had|have)\s"
    r"|\s+and\s+[a-z\d]+\s+(?:in|at)\s+(?:the\s+)?(?-i:[A-Z])"
)


_LINK = re.compile(
    r"(?:\s+(?:killed|injured|wounded|were|are|was|is|serving|working|stationed|based))*\s+(?:of|with|from|at|in|for|by|inside|to)\s+(?:the\s+|its\s+)?(?:[a-z-]+\s+){0,2}$"
)


#: Whose they are: "Orra's 40 new", "the tug Orra, with ", "Orra's largest shareholder, with a ".
_OWNER = re.compile(
    r"'s?\s+(?:[a-z-]+\s+){0,2}(?:of\s+)?(?:[a-z-]+\s+)?|,\s+with\s+(?:an?\s+)?"
    r"|(?:'s?)?(?:\s+[a-z-]+){1,4},\s+with\s+an?\s+"
)
#: "aboard the Orra": what carries them, whatever kind of name it was seen as.
_ABOARD = re.compile(r"\b(?:aboard|on board)\s+(?:(?:the|an?)\s+)?(?:[a-z]+\s+){0,2}$")
#: What shells, bullets and boats hit is where they were: "three shells also hit the Orra".
_STRUCK = re.compile(r"\b(?:hit|struck|pierced|slammed into|crashed into|landed on)\s+(?:the\s+)?$")
#: Where a journey led says nothing of where it ended: "on its way to Orra".
_BOUND = re.compile(
    r"\b(?:way|route|bound|headed|heading|travell?ing|sailing|flying|trip|journey|flight|voyage|ferry|train|bus)"
    r"\s+(?:to|for|from)\s+(?:the\s+(?:[a-z]+\s+of\s+)?)?$"
)
#: Where it was said: "told a news conference in Orra that nine ...".
_SAYING = re.compile(
    r"\b(?:said|says|told|announced|reported|added|confirmed|testified)\b[^.;,]{0,60}\b(?:in|at|from|outside)\s+(?:the\s+)?$"
)


#: "19.3 deaths per 100,000 people": a rate is no toll.
_RATE = re.compile(r"\s+(per\s+(?:\d[\d,]*|thousand|million|capita|head)\b)")


#: For which charge: "up to ten years in prison |on the theft charge|".
_CHARGED = re.compile(r"\s+(?:on|for)\s+(?:the\s+|each\s+|an?\s+)?((?:[a-z-]+\s+){0,4}charges?)\b")


def _is_penalty(counted: Counted) -> bool:
    return counted.head in ("prison", "fine", "fines", "bail", "bond")


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """The words that limit a number, and when it holds as far as its clause says."""

    scope: tuple[Span, ...]
    when: Interval | None


def limits_of(sight: Sight, measure: Measure, counted: Counted) -> Limits:
    """Scope and time of one number."""
    start, end = _clause(sight, measure)
    found: list[tuple[int, int]] = [*settled(counted.about, sight), *owner_of(sight, measure, counted)]
    personal = counted.head in ("age", "prison")  # of a person, wherever and whenever it is told
    if counted.head == "prison" and not found:
        found += subject_of(sight, measure, counted)
    if not personal and counted.head != "service":
        deal = measure.unit is not None and count_words().same.get(counted.head, counted.head) == "deal"
        found += parties_of(sight, measure) if deal else []
        found += _names(sight, measure, counted, start, end)
        found += where_of(sight, measure) if counted.event else []
        named = any(counted.start <= start and end <= counted.end for start, end in found)  # "Orra shares rose"
        body = body_of(sight, measure, counted)
        found += body
        imposed = _is_penalty(counted) and is_imposed(sight, measure)
        found += [] if deal or named or body or imposed else subject_of(sight, measure, counted)
    timex = timex_of(sight, measure)
    if not found and counted.event in count_words().casualties and counted.part != "of":
        found += place_of_event(sight, sight.sentence(measure.start)[0])
    if timex is not None and not personal:
        found.append(whole_period(sight, timex))
    if counted.head != "age" and re.search(r"\bof (?:this|these|the) \w+$", sight.text[counted.start : counted.end]):
        found += named_like(sight, sight.doc[sight.index(counted.end - 1)])
    if measure.unit is not None and measure.unit.dimension in ("share", "money", "points"):
        found += part_of_day(sight, measure)
    if measure.per is not None and counted.head != "age":  # "Ana Brel, 24, and Ivo Marsh, 25, each had"
        found.append(measure.per)
    elif (charge := _CHARGED.match(sight.text, max(measure.after, counted.end))) is not None and _is_penalty(counted):
        found.append(charge.span(1))
    elif (rate := _RATE.match(sight.text, max(measure.after, counted.end))) is not None:
        found.append(rate.span(1))
    things = measure.unit is None and not found  # "two holes in the hull"
    if (counted.unit == "person" or things) and counted.head not in ("age", "service"):
        found += place_noun(sight, measure, counted)
    pairs = [place for place in found if " and " in sight.text[slice(*place)]]
    alone = [p for p in found if not any(pair[0] <= p[0] and p[1] <= pair[1] and p != pair for pair in pairs)]
    spans = tuple(sight.span(*place) for place in dict.fromkeys(alone))
    return Limits(scope=spans[:_MOST], when=timex.when if timex is not None else None)


def _clause(sight: Sight, measure: Measure) -> tuple[int, int]:
    """The part of the sentence between the nearest breaks on either side of the number."""
    start, end = sight.sentence(measure.start)
    for match in _BREAK.finditer(sight.text, start, measure.start):
        start = match.end()
    after = _BREAK.search(sight.text, measure.end, end)
    end = after.start() if after is not None else end
    other = _OTHER_NUMBER.search(sight.text, measure.end, end)
    return start, other.start() if other is not None else end


def _names(sight: Sight, measure: Measure, counted: Counted, start: int, end: int) -> list[tuple[int, int]]:
    """Names in the clause that limit the number: of its phrase, linked to it, or places that are told with it."""
    found: list[tuple[int, int, int]] = []
    phrase_end = max(measure.after, counted.end if counted.start >= measure.start else measure.after)
    for first, last, label in sight.names(start, end, events=True):
        before = sight.text[max(start, first - 40) : first]
        inside = counted.start <= first and last <= counted.end
        owner = last <= measure.start and _OWNER.fullmatch(sight.text[last : measure.start]) is not None
        ends = (phrase_end, counted.end)
        linked = any(first >= edge and _LINK.fullmatch(sight.text[edge:first]) is not None for edge in ends)
        placed = label in ("place", "facility") and PLACE_LEAD.search(before) is not None
        placed = placed or (
            label in ("organisation", "product") and re.search(r"\b(?:at|to|inside)\s+(?:the\s+)?$", before) is not None
        )
        placed = placed or (label == "product" and re.search(r"\bon\s+the\s+$", before) is not None)
        struck = counted.unit != "person" and first > measure.start and _STRUCK.search(before) is not None
        placed = placed or (struck and label in ("place", "facility", "organisation"))
        told = SAID_NEAR.search(before) is not None or _of_saying(sight, measure, first, last)
        modifier = (
            (label in ("place", "facility") or (label == "product" and counted.event))
            and first > measure.start
            and re.search(r"\b(?:a|an|the|this)\s+(?:[a-z]+\s+)?$", before) is not None
            and not of_person(sight.text[last : last + 24])
        )
        carrier = _ABOARD.search(before) is not None
        bound = bool(counted.event) and _BOUND.search(before) is not None
        placed = (placed and not bound) or carrier
        near = _near(sight, measure, first) if counted.event != TO_HOSPITAL else _brought(sight, measure, first)
        if (inside or owner or linked or ((placed or modifier) and near)) and not told:
            found.append((abs(first - measure.start), first, last))
    named = _paired(sight, [_with_next(sight, first, last) for _, first, last in sorted(found)[:4]])
    return named + _capitals(sight, counted, named)


def _brought(sight: Sight, measure: Measure, first: int) -> bool:
    """Whether those brought somewhere were brought there: "nine were taken to Orra Hospital and |one to another|"."""
    return first > measure.start and not re.search(r"\band\b", sight.text[measure.after : first])


def _of_saying(sight: Sight, measure: Measure, first: int, last: int) -> bool:
    """Whether a place before the number is where it was said, not where it is so."""
    if last > measure.start or not re.match(r"(?:\s+[a-z]+){0,3}\s+that\b", sight.text[last : last + 40]):
        return False
    return _SAYING.search(sight.text, max(0, first - 110), first) is not None


def _with_next(sight: Sight, first: int, last: int) -> tuple[int, int]:
    """A place with the one that "and" joins to it: "in Orra and Tessaly"."""
    if sight.text[last : last + 5] != " and ":
        return first, last
    places = {name[:2]: name[2] for name in sight.names(first, last + 60)}
    after = next((name for name in places if name[0] == last + 5 and places[name] == "place"), None)
    return (first, after[1]) if after is not None and places.get((first, last)) == "place" else (first, last)


def _paired(sight: Sight, named: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Two names joined by "and" as one limit: a workforce "in Tessaly and Orra" is that of both."""
    for one, two in itertools.permutations(named, 2):
        if sight.text[one[1] : two[0]] == " and ":
            return [(one[0], two[1]), *(name for name in named if name not in (one, two))]
    return named


def _near(sight: Sight, measure: Measure, name: int) -> bool:
    """Whether no more than one verb stands between number and name; without tags, whether few words do."""
    first, last = sorted((sight.index(measure.start), sight.index(name)))
    if not sight.tagged:
        return last - first < 14
    return sum(token.pos_ == "VERB" for token in sight.doc[first:last]) <= 1 or last - first < 5


def _capitals(sight: Sight, counted: Counted, named: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Names that lead the counted phrase itself but were not seen as names ("Orra shares")."""
    if not sight.tagged or counted.start >= counted.end:
        return []
    tokens = [t for t in sight.doc[sight.index(counted.start) : sight.next_index(counted.end)] if t.pos_ == "PROPN"]
    tokens = [t for t in tokens if not any(start <= t.idx < end for start, end in named) and t.lower_ != counted.head]
    lead = tokens[:1] if tokens and tokens[0].idx == counted.start and not tokens[0].is_upper else []
    return [(t.idx, t.idx + len(t)) for t in lead]
