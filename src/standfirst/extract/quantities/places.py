"""Where the counted are: the place of the event, a common noun of place, and what leads a place in."""

from __future__ import annotations

import re

from standfirst.extract.quantities.count import Counted
from standfirst.extract.quantities.measures import Measure
from standfirst.extract.quantities.sight import Sight, phrase_after
from standfirst.lexicon.counts import count_words

PLACE_LEAD = re.compile(
    r"\b(?:in|at|near|inside|outside|across|throughout|from|on|off|within|around|to|aboard|into)\s+(?:the\s+)?(?:[a-z-]+\s+|[A-Z][a-z]+ern\s+){0,3}$"
)


def of_person(after: str) -> bool:
    """Whether a name only says whence somebody is: "an Orra man"."""
    word = re.match(r"\s+(?:[a-z]+\s+)?([a-z]+)", after)
    return word is not None and (word.group(1) in count_words().people or word.group(1) in ("resident", "native"))


#: Common nouns of place that limit a number of people: "in hospital", "in two schools".
_PLACE_PHRASE = re.compile(
    r"(?:\s+(?:were|was|are|is|remain(?:ed|s)?|also|still|then|being|been|have|has|had|[a-z]+ed|taken|held|shot|[a-z]+ly)){0,4}\s+(?:in|at|aboard|inside|to|into|attend|attended|visited|entered)\s+(?:the\s+|an?\s+|two\s+|three\s+|several\s+)?(?=[A-Za-z])"
)


def place_noun(sight: Sight, measure: Measure, counted: Counted) -> list[tuple[int, int]]:
    """The common noun of place that follows: "40 guests were stuck in two lifts"."""
    offset = counted.end if counted.start >= measure.start else measure.after
    match = _PLACE_PHRASE.match(sight.text, offset, offset + 90)
    phrase = phrase_after(sight, match.end()) if match is not None else None
    if phrase is None or match is None or sight.text[match.end() : phrase.start].strip():
        return []
    head = phrase.head.lower_
    if (
        phrase.head.pos_ == "PROPN"
        or head in count_words().no_place
        or head in count_words().events
        or head in count_words().abstract
    ):
        return []
    if counted.event in ("killed", "injured", "shot", "struck") and head not in count_words().care:
        return []
    if any(
        t.span.start < phrase.end and phrase.start < t.span.end for t in sight.timexes(phrase.start - 60, phrase.end)
    ):
        return []
    return [(phrase.start, phrase.end)]


_OF_BODY = re.compile(r"\s+of\s+(?:the|an?|this|that)\s+(?=[a-z])")


def body_of(sight: Sight, measure: Measure, counted: Counted) -> list[tuple[int, int]]:
    """The body whose people they are: "five members of a rescue team"; of a toll it says nothing of the place."""
    if counted.unit != "person" or counted.event or counted.start < measure.start:
        return []
    of = _OF_BODY.search(sight.text, counted.start, counted.end + 12)
    phrase = phrase_after(sight, of.end()) if of is not None else None
    if phrase is None or of is None or sight.text[of.end() : phrase.start].strip():
        return []
    general = phrase.head.lower_ in count_words().abstract or phrase.head.lower_ in count_words().no_place
    return [] if general else [(phrase.start, phrase.end)]


def place_of_event(sight: Sight, offset: int) -> list[tuple[int, int]]:
    """The place of a toll whose sentence names none: that of the event told just before it, else the report's own.

    A dateline tells where a report was written: it is the place of a toll only where the sentence says "here", or where
    the text names it again as a place in which something is. Errs where a report turns to another event unnamed.
    """
    begin = max(sight.text.rfind("\n", 0, offset) + 1, offset - 400)
    for first, last, label in reversed(sight.names(begin, offset)):
        start, end = sight.sentence(first)
        told = any(word.lower() in count_words().events for word in re.findall(r"[A-Za-z]+", sight.text[start:end]))
        if label in ("place", "facility") and told and PLACE_LEAD.search(sight.text[max(0, first - 40) : first]):
            return [(first, last)]
    home = sight.home
    if home is None:
        return []
    start, end = sight.sentence(offset)
    if start <= home[0] < end and of_person(sight.text[home[1] : home[1] + 24]):
        return []
    dateline = re.match(r"[^\n-]{0,70}-{1,2}\s", sight.text[home[1] : home[1] + 80])
    if dateline is not None:
        return [home] if re.search(r"\bhere\b", sight.text[start:end]) or _named_again(sight, home) else []
    often = sight.text.count(sight.text[home[0] : home[1]], 0, 20_000) > 1
    return [home] if often or not start <= home[0] < end else []


#: Whose seat a place is: "officials in Orra", "said in Orra".
_SEAT = re.compile(
    r"\b(?:said|told|reported|officials?|spokes\w+|ministers?|ministry|government|police|bureau|newsroom|court"
    r"|analysts?|diplomats?|reporters?|from)\s+(?:in|at|from)\s+(?:the\s+)?$",
    re.IGNORECASE,
)


#: What happens or stands somewhere: "an Orra |protest|", not "the Orra |police|".
_THING = re.compile(
    r"\s+(?!police|mayor|governor|council|court|department|government|officials?|authorit|bureau|office|newspaper"
    r"|daily|station|correspondent|reporter|native|resident)[a-z]+"
)


def _named_again(sight: Sight, home: tuple[int, int]) -> bool:
    """Whether the text below its dateline tells of something in that place, not only of who speaks there."""
    name = re.escape(sight.text[home[0] : home[1]])
    for match in re.finditer(rf"\b{name}\b", sight.text[home[1] : home[1] + 20_000], re.IGNORECASE):
        first, last = home[1] + match.start(), home[1] + match.end()
        before, after = sight.text[max(home[1], first - 40) : first], sight.text[last : last + 24]
        if PLACE_LEAD.search(before) and not _SEAT.search(before):
            return True
        if re.search(r"\b(?:an?|the)\s+$", before) and _THING.match(after) and not of_person(after):
            return True
    return False


def where_of(sight: Sight, measure: Measure) -> list[tuple[int, int]]:
    """The places to which "where" leads back: of "a club in Orra, in the west of Tessaly, where nine were killed"."""
    start, _ = sight.sentence(measure.start)
    found = _WHERE.search(sight.text, start, measure.start)
    if found is None:
        return []
    names = sight.names(max(start, found.start() - 60), found.start())
    places = [(first, last) for first, last, label in names if label in ("place", "facility")]
    return places if places and not sight.text[places[-1][1] : found.start()].strip(" ,") else []


#: The relative "where" of the number's own clause.
_WHERE = re.compile(r",?\s+where\s(?=[^.;]*$)")
