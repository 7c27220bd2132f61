"""When does a number hold, as far as its clause says: a time expression, or a part of the trading day?"""

from __future__ import annotations

import re

from standfirst.extract.quantities.measures import Measure
from standfirst.extract.quantities.sight import Sight
from standfirst.model.reading import Timex

#: Words of saying before a time expression or a name: they tell of the statement, not of the number.
SAID_NEAR = re.compile(
    r"\b(?:said|says|told|reported|announced|according to|on (?:condition)|statement|tweeted|wrote)"
    r"\s+(?:on\s+|late\s+|early\s+|reporters\s+)*$",
    re.IGNORECASE,
)


def timex_of(sight: Sight, measure: Measure) -> Timex | None:
    """The time expression that says when the number holds: the first after it in its clause, else the last before."""
    start, end = sight.sentence(measure.start)
    inside = [t for t in sight.timexes(start, end) if t.span.end <= end and t.type in ("DATE", "TIME", "SET")]
    inside = [
        t
        for t in inside
        if not (t.span.start < measure.end and measure.start < t.span.end) and t.value != "PRESENT_REF"
    ]
    after = [t for t in inside if t.span.start >= measure.end]
    if after:
        between = sight.text[measure.end : after[0].span.start]
        if len(between) < 90 and not re.search(
            r"[;]|\d|\b(?:and|but|while|said|says|told|after|before|since then|when|who)\b", between
        ):
            return after[0]
    before = [t for t in inside if t.span.end <= measure.start]
    if not before:
        return None
    last = before[-1]
    between = re.sub(r"^\s*,?\s*when\b", "", sight.text[last.span.end : measure.start])
    told = SAID_NEAR.search(sight.text[max(start, last.span.start - 30) : last.span.start])
    if re.fullmatch(
        r"\W*(?:In|During|By|Since)\s+(?:the\s+)?", sight.text[start : last.span.start]
    ) and between.startswith(","):
        return last if len(between) < 90 else None
    if (
        len(between) > 110
        or told
        or re.search(r"[;]|\b(?:but|while|said|says|told|after|when|compared)\b", between)
        or re.match(r"\s+(?:said|told|that)\b", between)
    ):
        return None
    return last if not re.search(r"\b(?:and|from|to)\s+(?:would|will|had|was|were|have)\b", between) else None


def whole_period(sight: Sight, timex: Timex) -> tuple[int, int]:
    """The time expression with the beginning that its end names: "January through Wednesday"."""
    lead = re.search(
        r"\b(?:[Ff]rom|[Bb]etween)\s+([\w.]+(?:\s\w+)?\s+(?:through|to|until|till|and)\s+)$",
        sight.text[max(0, timex.span.start - 40) : timex.span.start],
    )
    return timex.span.start - len(lead.group(1)) if lead else timex.span.start, timex.span.end


_PART_OF_DAY = re.compile(
    r"\b(?:(?:early|late|mid)[ -])?(?:morning|afternoon|evening|midday|pre-?market|after-hours)"
    r"\s+(?:trading|trade|session|deals)\b"
    r"|\b(?:at|by) the (?:start|open|opening|close|end) of (?:[a-z]+ ){0,3}(?:trading|trade|session)\b"
)


def part_of_day(sight: Sight, measure: Measure) -> list[tuple[int, int]]:
    """The part of the trading day for which a sentence tells its prices."""
    found = list(_PART_OF_DAY.finditer(sight.text, *sight.sentence(measure.start)))
    return [(found[0].start(), found[0].end())] if len(found) == 1 else []
