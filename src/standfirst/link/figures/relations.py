"""How points of one figure stand to each other: a later value, a correction, or a conflict. Precision first.

A conflict needs the same count and limits, both told as so, times that can be the same, bounds that cannot both hold,
and different reports, or two speakers of one report who say otherwise. A part, a number on top of others, or one that
points back ("the two") is never in conflict.
A toll that rises from report to report is superseded; so is whatever a text says was revised.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from standfirst.lexicon.counts import count_words
from standfirst.link.figures.alike import near
from standfirst.link.figures.keys import FIXED, SHARE, Item
from standfirst.link.figures.timing import days_apart, may_overlap, precedes, strictly_before, within, within_days
from standfirst.link.figures.voices import two_voices
from standfirst.model.linked import Grounds
from standfirst.text import plain

_DAY_PART = re.compile(r"morning|afternoon|evening|midday|start|open|close|end|TMO|TAF|TEV|T\d\d")
#: The rule of a conflict between an earlier toll and a later, lower one.
FALLING = "toll that falls"
#: How a number that is no part of another is marked.
WHOLE = frozenset({"", "other", "deed"})
#: Ages further apart than this are rather of father and son than of one person told wrongly.
_GENERATION = 14
#: A birthday falls between two reports so many days apart about once in two hundred times.
_FEW_DAYS = 2
#: Days for which the age of one who is told as dead is held against a later one.
_MONTH = 31
#: Whose sentence tells of a death is rather one who is said to have caused it.
_BLAMED = re.compile(
    r"\b(?:charged|accused|suspect(?:ed|s)?|arrested|convicted|sentenced|guilty|gunm[ae]n|admitted|wanted|jailed)\b"
)
#: Of these one person may have several at a time, one for each charge.
_SEVERAL = frozenset({"bond", "bail", "fine", "prison sentence", "time in prison"})
#: Tolls told for days further apart than this are hardly of one event.
_DAYS = 14

#: What somebody is charged with now.
_CHARGED = re.compile(r"\b(?:charged|charges|fac(?:e|es|ing)|indicted|accused)\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """The status of one point, with the reason where there is one."""

    status: str
    grounds: Grounds | None = None


def apart(one: Item, other: Item) -> bool:
    """Whether the bounds of two numbers cannot both hold."""
    a, b = one.quantity, other.quantity
    return _below(a.high, b.low) or _below(b.high, a.low)


def _below(high: Decimal | None, low: Decimal | None) -> bool:
    return high is not None and low is not None and high < low


def conflict(one: Item, other: Item) -> Grounds | None:
    """The reason why two points of one figure cannot both hold, or None."""
    a, b = one.quantity, other.quantity
    voices = ("", "")
    if one.reading.report.id == other.reading.report.id:
        voices = two_voices(one, other)
        if not all(voices):
            return None
    if not _told_as_so(one, other):
        return None
    if a.part not in WHOLE or b.part not in WHOLE or a.part != b.part or not apart(one, other):
        return None
    if one.key.event and not (one.whole and other.whole and not differ_by_doer(one, other)):
        return None
    if one.key.event and _nested(one, other):
        return None
    limits = [item.places | item.bodies for item in (one, other)]
    if a.side or b.side or _vague(one) or _vague(other) or not (all(limits) or (all(voices) and one.key.event)):
        return None
    rule = ("two voices", f"{voices[0]} and {voices[1]} say otherwise") if all(voices) else _rule(one, other)
    if rule is None:
        return None
    name, why = rule
    words = f"{one.told} and {other.told} cannot both be so: {why}"
    quotes = tuple(item.reading.report.quote(item.quantity.span) for item in (one, other))
    return Grounds(rule=name, because=words, quotes=quotes)


def _nested(one: Item, other: Item) -> bool:
    """Whether the lower toll is told of a narrower place by its name: of "Dalvo Airport", beside that of "Dalvo"."""
    part, whole = sorted((one, other), key=lambda item: item.quantity.value)
    wide = {words for limit, words in whole.shown if limit in whole.places - part.places}
    narrow = {words for limit, words in part.shown if limit in part.places - whole.places}
    return bool(wide and narrow) and all(any(n != w and near(n, w) and len(n) > len(w) for w in wide) for n in narrow)


def differ_by_doer(one: Item, other: Item) -> bool:
    """Whether two tolls may differ only in that the one who did it is counted in one of them, or two of them."""
    said = {one.doer, other.doer}
    gap = abs(one.quantity.value - other.quantity.value)
    if said == {"in", "out"}:
        inner = one if one.doer == "out" else other
        return inner.quantity.value == min(one.quantity.value, other.quantity.value) and gap <= 2
    return gap == 1 and (said == {"unsaid"} or (len(said) == 2 and said <= {"in", "out", "unsaid", ""}))


def _is_caption(item: Item) -> bool:
    block = item.look.block(item.quantity.span.start)
    return block is not None and block.kind == "caption"


def _told_as_so(one: Item, other: Item) -> bool:
    """Whether both are told as they are; the sum of a deal is one whether the deal is done or agreed."""
    roles = {one.quantity.role, other.quantity.role}
    return (len(roles) == 1 and roles <= {"actual", "change"}) or (
        one.key.noun == "deal" and roles <= {"actual", "planned"}
    )


def _vague(item: Item) -> bool:
    """Numbers that were words for no number ("dozens") are in conflict with nothing."""
    quantity = item.quantity
    return quantity.low is not None and quantity.high is not None and quantity.high > quantity.low * 2


def _rule(one: Item, other: Item) -> tuple[str, str] | None:
    """The rule by which a difference is a conflict, with its reason, by the kind of count."""
    key = one.key
    if key.noun in ("age", "years of service"):
        return _of_person(one, other)
    if key.noun == "distance":
        return (
            ("same distance", "the distance between two places does not change")
            if len(one.places | one.bodies) > 1 and _far(one, other) and not _moves(one)
            else None
        )
    if key.change or (key.unit == "percent" and key.noun == "shares"):
        return _moment(one, other)
    if key.event in count_words().rising:
        return _toll(one, other)
    if key.event == "aboard" and within(one, other, _DAYS):
        return "one voyage", "how many were aboard does not change afterwards"
    if key.noun == "deal" and within(one, other, 2):
        return "one deal", "both are told of one deal within two days"
    if (
        key.unit not in ("", SHARE)
        and key.noun not in _SEVERAL
        and within(one, other, 7)
        and may_overlap(one.quantity.when, other.quantity.when)
        and _same_period(one, other)
    ):
        return "one sum", "both are told of the same thing for the same time"
    return None


def _moves(item: Item) -> bool:
    """Whether a distance is one to somebody, who may have moved."""
    mentions = [item.look.mention(span) for span in item.quantity.scope]
    return any(mention is not None and mention.kind == "person" for mention in mentions)


def _far(one: Item, other: Item) -> bool:
    """Whether two distances differ by more than rounding."""
    a, b = sorted((one.quantity.value, other.quantity.value))
    return b > a * Decimal("1.25")


def _of_person(one: Item, other: Item) -> tuple[str, str] | None:
    """An age or a length of service grows only with the time between the reports; an age by one more for a birthday.

    A birthday makes nobody younger, hardly falls between two reports of two days, and the dead have none: their death
    is read off the sentence of the first age, which errs where it is somebody else's.
    """
    days = days_apart(one, other)
    if days is None:
        return None
    gap = abs(one.quantity.value - other.quantity.value)
    if gap > _GENERATION:
        return None
    younger, older = sorted((one, other), key=lambda item: item.quantity.value)
    birthday = one.key.noun == "age" and not strictly_before(older, younger) and days > _FEW_DAYS
    birthday = birthday and not (days <= _MONTH and _tells_death(younger))
    if gap <= Decimal(days) / 365 + birthday:
        return None
    return "same person", f"the {one.key.noun} of one person cannot differ so within {days} days"


def _tells_death(item: Item) -> bool:
    """Whether the sentence of a number tells of a death and blames nobody for it: "Ana Brel, 24, was killed"."""
    words = _sentence(item)
    events = count_words().events
    told = any(events.get(word) == "killed" for word in re.findall(r"[a-z]+", words))
    return told and not _BLAMED.search(words)


def _moment(one: Item, other: Item) -> tuple[str, str] | None:
    """Prices move: they are in conflict only where both are told for the same part of the same day."""
    clocks = [{t.value for t in item.timexes if t.type == "TIME"} | item.periods for item in (one, other)]
    parts = [{part for words in found for part in _DAY_PART.findall(words)} for found in clocks]
    if not parts[0] or parts[0] != parts[1] or not within(one, other, 1):
        return None
    return "same moment", f"both are told for the same part of the day ({', '.join(sorted(parts[0]))})"


def _same_period(one: Item, other: Item) -> bool:
    return {t.value for t in one.timexes} == {t.value for t in other.timexes}


def _toll(one: Item, other: Item) -> tuple[str, str] | None:
    """A toll that is lower in a report that came out later: it can rise, but not fall without a word."""
    if (
        not may_overlap(one.quantity.when, other.quantity.when)
        or one.key.narrowed
        or "about" in (one.quantity.bound, other.quantity.bound)
    ):
        return None
    if min(one.quantity.value, other.quantity.value) < 2 or not within_days(one, other, _DAYS):
        return None
    if max(one.quantity.value, other.quantity.value) > 3 * min(one.quantity.value, other.quantity.value):
        return None  # so far apart they are hardly the same count: "40 injured" with sprains, "six injured" by shots
    first, second = (one, other) if strictly_before(one, other) else (other, one)
    if (second.quantity.when is not None and first.quantity.when is None) or _is_caption(one) or _is_caption(other):
        return None  # the later report may tell an older count; a caption keeps the words of its day
    if (
        not strictly_before(first, second)
        or first.quantity.low is None
        or not _below(second.quantity.high, first.quantity.low)
    ):
        return None
    return FALLING, "a toll can rise from report to report, but the later report has the lower one"


def supersedes(later: Item, earlier: Item) -> Grounds | None:
    """Why a later point takes the place of an earlier one of the same figure, or None."""
    a, b = earlier.quantity, later.quantity
    if a.role != "actual" or b.role != "actual" or a.part not in WHOLE or b.part not in WHOLE or a.part != b.part:
        return None
    if earlier.key.change or earlier.key.noun in FIXED or _vague(later):
        return None
    if not apart(earlier, later) and not (earlier.key.event in count_words().rising and _rose(earlier, later)):
        return None
    rising = earlier.key.event in count_words().rising
    if not (strictly_before(earlier, later) if rising else precedes(earlier, later)):
        return None
    if earlier.key.event and ("other" in (a.part, b.part) or earlier.contrast != later.contrast):
        return None  # of whom they are the others is told by neither; "across the city" is not of one attack
    if earlier.key.event and not (earlier.whole and later.whole and not differ_by_doer(earlier, later)):
        return None
    if earlier.key.event in count_words().moving:
        if not (earlier.places or later.places) or not within_days(earlier, later, 10 * _DAYS):
            return None
        why = "it is a later number of something that goes up and down"
    elif rising:
        near = may_overlap(a.when, b.when) and within_days(earlier, later, 10 * _DAYS)
        if not near or not _rose(earlier, later):
            return None
        why = "the toll rose"
    elif (
        not (_charges(earlier, later) if "counts" in earlier.key.narrowed else earlier.places and later.places)
        or earlier.key.unit
        or a.side
        or b.side
        or earlier.key.event
    ):
        return None
    else:
        why = "it is a later count of the same thing"
    quotes = (later.reading.report.quote(b.span),)
    return Grounds(rule="later value", because=f"{why}: {later.told}", quotes=quotes)


def _charges(earlier: Item, later: Item) -> bool:
    """Whether somebody is charged with both counts of one crime: "faces six counts of theft" takes the place of three.

    Counts of which somebody was once convicted are another case.
    """
    whose, theirs = (item.bodies | item.places for item in (earlier, later))
    return bool(whose) and whose == theirs and all(_CHARGED.search(_sentence(item)) for item in (earlier, later))


def _sentence(item: Item) -> str:
    span = item.look.sentence(item.quantity.span.start)
    return plain(item.reading.report.words(span)).lower() if span is not None else ""


def _rose(earlier: Item, later: Item) -> bool:
    """Whether a toll rose: the later number is higher, also where the earlier one was open above ("at least three")."""
    a, b = earlier.quantity, later.quantity
    return _below(a.high, b.low) or (a.bound == "at_least" and _below(a.low, b.low))
