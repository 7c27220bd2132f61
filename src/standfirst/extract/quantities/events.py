"""Which event befalls what is counted: killed, injured, missing, ... read from the words beside the noun phrase."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Token

from standfirst.extract.quantities.measures import Measure
from standfirst.extract.quantities.sight import Phrase, Sight
from standfirst.extract.tree import is_passive
from standfirst.lexicon.counts import count_words

_BETWEEN = (
    r"(?:were|was|are|is|have|has|had|been|be|being|reportedly|also|all|both|then|later|fatally|seriously|critically|slightly"
    r"|badly|brought|taken|carried|led|confirmed|feared|believed|presumed|reported|known|left|to|still|now|either|,|listed|as|initially|police|officials|say|said)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """An event word: its class and where it stands."""

    name: str
    start: int
    end: int


def event_of(sight: Sight, measure: Measure, phrase: Phrase | None) -> Happening | None:
    """The event that the counted suffer, or None.

    Examples: "six guards were killed", "killing 30 miners", "nearly 70 injured", "a death toll of 12", "the 12
    dead". Active doers are not counted: in "two men shot three officers" only the officers are shot.
    """
    return (
        _inside(sight, phrase)
        or _right(sight, measure, phrase)
        or _left(sight, measure)
        or (_governing(phrase.head if phrase else sight.head_token(measure)) if sight.parsed else None)
        or (_to_care(sight, phrase.head if phrase else sight.head_token(measure)) if sight.parsed else None)
    )


#: The event of being brought to a hospital; who is in one at a time is another count ("hospitalised").
TO_HOSPITAL = "taken to hospital"
#: Verbs that bring somebody somewhere, and where it is a hospital: "were flown by helicopter |to a city hospital|".
_BRINGS = frozenset({"take", "rush", "transport", "airlift", "fly", "bring", "transfer", "admit", "send", "carry"})
_TO_CARE = re.compile(
    r"\s[^.;:\n]{0,50}?\bto\s+(?:[\w'.-]+\s+){0,6}?"
    r"(?:hospitals?|clinics?|infirmary|(?:medical|trauma|health) cent(?:er|re)s?)\b",
    re.IGNORECASE,
)


@cache
def _forms() -> str:
    return "|".join(sorted(map(re.escape, count_words().events), key=len, reverse=True))


@cache
def _right_pattern() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<who>\s+(?:who|that))?(?P<aux>(?:\s*{_BETWEEN}\b|\s*,(?!\s*(?:and|but)))*)\s+(?P<form>{_forms()})\b",
        re.IGNORECASE,
    )


@cache
def _left_pattern() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?P<fatal>fatally\s+)?(?P<form>{_forms()})"
        r"(?P<of>\s+(?:of|to|at|reached|reaches|hit|to at least|rose to|stands at|stood at|is|was"
        rf"|were|rises to|had risen to|has risen to|climbed to|climbs to))?\s+(?:the\s+|its\s+|all\s+)?$",
        re.IGNORECASE,
    )


def _inside(sight: Sight, phrase: Phrase | None) -> Happening | None:
    """The phrase says it itself: "five fallen officers", "12 deaths", "20 injured passengers"."""
    if phrase is None:
        return None
    table = count_words().events
    for match in re.finditer(r"[A-Za-z]+", sight.text[phrase.start : phrase.end]):
        name = table.get(match.group().lower())
        head = phrase.start + match.end() == phrase.end
        if name is None or (name == "shot" and not (head or phrase.head.lower_ == "victims")):
            continue
        if name in ("killed", "injured", "missing", "casualties", "evacuated") or (
            head and name in ("arrested", "infected")
        ):
            return Happening(name=name, start=phrase.start + match.start(), end=phrase.start + match.end())
    return None


def _right(sight: Sight, measure: Measure, phrase: Phrase | None) -> Happening | None:
    """ "officers were killed", "six more shot", "people shot dead", not "gunmen who killed"."""
    start = phrase.end if phrase else measure.after
    more = re.match(r"\s+(?:more|others?|people)(?=\s)", sight.text[start : start + 12]) if phrase is None else None
    start += more.end() if more else 0
    match = _right_pattern().match(sight.text, start, start + 110)
    if match is None:
        return None
    form, aux = match.group("form").lower(), match.group("aux").strip()
    helped = re.search(r"\b(?:were|was|are|is|been|be|being|left)\b", aux) is not None
    if not helped and _takes_object(sight, match.end("form")) and form not in count_words().suffered:
        return None
    if match.group("who") and not helped and form not in count_words().suffered:
        return None
    name = count_words().events[form]
    if re.match(r"\s+(?:dead|to death|and killed)\b", sight.text[match.end() : match.end() + 12]):
        name = "killed"
    if re.search(r"\bfatally\b", aux):
        name = "killed"
    return Happening(name=name, start=match.start("form"), end=match.end("form"))


def _takes_object(sight: Sight, offset: int) -> bool:
    """Whether what follows a verb form looks like its object."""
    index = sight.next_index(offset)
    if index >= len(sight.doc):
        return False
    token = sight.doc[index]
    if not sight.tagged:
        return token.lower_ in ("the", "a", "an", "him", "her", "them", "his", "their", "its", "at") or token.is_digit
    return (
        token.pos_ in ("DET", "NUM", "PRON", "NOUN", "ADJ", "PROPN")
        and not token.lower_.endswith("day")
        and token.lower_ != "dead"
    )


def _left(sight: Sight, measure: Measure) -> Happening | None:
    """ "killing five", "wounded four other officers", "the deaths of 12", "a death toll of 40"."""
    before = sight.text[max(0, measure.start - 60) : measure.start]
    match = _left_pattern().search(before)
    if match is None:
        return None
    form, of = match.group("form").lower(), match.group("of")
    name = count_words().events[form]
    if match.group("fatal"):
        name = "killed"
    noun = form in count_words().event_nouns
    if of and not noun:
        return None
    if not of and form in count_words().no_objects:
        return None
    offset = measure.start - len(before)
    helped = re.search(r"\b(?:was|were|been|being|is|are|be|and|or)\s+$", before[: match.start("form")])
    if helped and helped.group().strip() not in ("and", "or") and not of:
        return None  # "was shot three times"
    if re.match(r"\s+times\b", sight.text[measure.after : measure.after + 7]):
        return None
    return Happening(name=name, start=offset + match.start("form"), end=offset + match.end("form"))


def _to_care(sight: Sight, node: Token) -> Happening | None:
    """ "nine were taken to hospital", "ambulances rushed two men to a clinic": whoever is brought there."""
    verb = node.head
    brought = node.dep_ == "nsubj:pass" or (node.dep_ == "obj" and not is_passive(verb))
    if verb.lemma_ not in _BRINGS or not brought:
        return None
    end = verb.idx + len(verb)
    there = _TO_CARE.match(sight.text, end, min(end + 120, sight.sentence(verb.idx)[1]))
    return Happening(name=TO_HOSPITAL, start=verb.idx, end=end) if there is not None else None


def _governing(node: Token) -> Happening | None:
    """The event of the verb or adjective that governs the phrase in the tree, over coordination."""
    for _ in range(3):
        verb, relation = node.head, node.dep_
        name = count_words().events.get(verb.lower_)
        if name is not None and verb is not node and name not in ("casualties",):
            suffers = relation == "nsubj:pass" or (
                relation == "nsubj" and (verb.lower_ in count_words().suffered or is_passive(verb))
            )
            suffers = suffers or (relation == "obj" and verb.pos_ == "VERB" and not is_passive(verb))
            return Happening(name=name, start=verb.idx, end=verb.idx + len(verb)) if suffers else None
        if relation != "conj" or verb is node:
            return None
        node = verb
    return None
