"""Whether two numbers of one report are told by two speakers, each as so for the same time."""

from __future__ import annotations

import re

from standfirst.link.figures.keys import Item
from standfirst.link.figures.timing import may_overlap, strictly_before
from standfirst.model.reading import Attribution

#: Words by which a report tells an older number beside the newer one.
_OLDER = re.compile(
    r"\b(?:earlier|previously|initially|originally|at first|first said|had (?:said|put|given|told)|until then|up from"
    r"|down from|revised|updated|yesterday|since)\b",
    re.IGNORECASE,
)
#: Content that asks and states nothing: "|whether| ten were aboard".
_ASKED = re.compile(r"\W*(?:whether|if|how|why|who|what)\b", re.IGNORECASE)
#: From this number on a toll is set against another speaker's.
_FEW = 2
_ARTICLE = re.compile(r"^(?:the|an?|its|his|her|their)\s+", re.IGNORECASE)


def two_voices(one: Item, other: Item) -> tuple[str, str]:
    """The words for the two speakers, or empty strings where it is not clear that they are two who speak of one time.

    A number that is told as an older one, or for a time of its own, is nobody's dispute. It errs towards none: both
    speakers must be told in words that do not share a name.
    """
    if strictly_before(one, other) or strictly_before(other, one):
        return "", ""  # passages that came out one after the other, in one report
    times = one.quantity.when, other.quantity.when
    if (times[0] is None) != (times[1] is None) or not may_overlap(*times) or _older(one) or _older(other):
        return "", ""
    if one.key.event and min(one.quantity.value, other.quantity.value) < _FEW:
        return "", ""  # "one was hurt" is hardly said against a toll
    parts = _parts_of_day(one), _parts_of_day(other)
    if all(parts) and not parts[0] & parts[1]:
        return "", ""
    if one.quantity.part or other.quantity.part:
        return "", ""  # "two others were hurt" may be others than those of the first speaker
    first, second = _voice(one), _voice(other)
    if (
        first is None
        or second is None
        or first is second
        or first.stance == "questions"
        or second.stance == "questions"
    ):
        return "", ""
    names = _words(first), _words(second)
    same = first.speaker is not None and first.speaker == second.speaker
    shared = {word for word in names[0].lower().split() if len(word) > 3} & set(names[1].lower().split())
    return ("", "") if same or shared or not all(names) else names


def _parts_of_day(item: Item) -> set[str]:
    """The parts of a day that the number's sentence names ("Monday morning")."""
    sentence = item.look.sentence(item.quantity.span.start)
    times = [time for time in item.reading.timexes if sentence is not None and sentence.holds(time.span)]
    return {part for time in times for part in re.findall(r"T(?:MO|MI|AF|EV|NI)", time.value)}


def _voice(item: Item) -> Attribution | None:
    """The shortest attribution whose content holds the number, of a speaker who is told and states it."""
    span = item.quantity.span
    holding = [
        (content.end - content.start, at)
        for at, attribution in enumerate(item.reading.attributions)
        for content in attribution.content
        if content.holds(span)
    ]
    if not holding:
        return None
    found = item.reading.attributions[min(holding)[1]]
    asked = _ASKED.match(item.reading.report.words(found.content[0])) is not None
    return None if asked or found.source_kind in ("unnamed", "none") else found


def _words(attribution: Attribution) -> str:
    words = attribution.speaker_text or ""
    if not words and attribution.source:
        return ""
    return _ARTICLE.sub("", " ".join(words.split()))


def _older(item: Item) -> bool:
    sentence = item.look.sentence(item.quantity.span.start)
    return sentence is not None and _OLDER.search(item.reading.report.words(sentence)) is not None
