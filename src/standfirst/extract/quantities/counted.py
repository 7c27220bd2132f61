"""What does a number count? The noun phrase after it, the event, or what the sentence before it carries on.

Gives None where the text does not settle it: a number without a noun that it counts is no quantity of a report.
"""

from __future__ import annotations

import re
from dataclasses import replace

from standfirst.extract.quantities.count import Counted
from standfirst.extract.quantities.ellipsis import carried_on, of_number, part_of_whole
from standfirst.extract.quantities.events import event_of
from standfirst.extract.quantities.measures import Measure
from standfirst.extract.quantities.movers import size_of, what_moves
from standfirst.extract.quantities.parts import part_of_others
from standfirst.extract.quantities.phrases import BARE_OTHERS, counted_phrase, named_count
from standfirst.extract.quantities.sight import Sight, phrase_before
from standfirst.lexicon.counts import count_words

_PARTITIVE = re.compile(
    r"\s+of\s+(?:all\s+)?(?:(the|those|these|them|its|his|her|their|our|whom|which|us|you)\b|[A-Z][\w.-]*(?:\s[A-Z][\w.-]*)*'s?\b)\s*"
)


_OF = re.compile(r"\s+of\s+(?=[a-zA-Z])")


#: Words beside "one" that make it a pronoun or a turn of phrase.
_PRONOUN_BEFORE = re.compile(
    r"\b(?:no|any|every|each|this|that|which|another|the|only|some|a|number|not|day|for|last|first|next)[ -]$"
)
_PRONOUN_AFTER = re.compile(
    r"\s+(?:of|another|by|day|night|morning|point|time|thing|way|side|hand|reason|could|can|must|may|might|should|would|who"
    r"|that|with|to|in|on|at|or|and|if|is|will|says?|said|more thing|where)\b|[-',.;:?!)]"
)


#: "fired one shot": a shot, and nobody who was shot.
_FIRED = re.compile(
    r"\b(?:fir(?:ed?|es|ing)|heard?|hears|hearing|took|squeezed off|let off|got off)\s+(?:only |just )?$"
)
#: A teaser breaks off: "accused of killing six children and two...".
_CUT_OFF = re.compile(r"\s*(?:\.\.\.|…)")
_AFTER_NAME = re.compile(r"[A-Z][\w'-]+,\s+$")
_SHOT = re.compile(r"\s+(shot)\b(?!\s+(?:dead|and))")


def what_counts(sight: Sight, measure: Measure, earlier: tuple[Counted, ...]) -> Counted | None:
    """What the number counts; `earlier` are the counts found before it, nearest last."""
    if _CUT_OFF.match(sight.text, measure.after):
        return None
    shot = _SHOT.match(sight.text, measure.after)
    if measure.value == 1 and shot and _FIRED.search(sight.text, max(0, measure.start - 24), measure.start):
        return Counted(start=shot.start(1), end=shot.end(1), noun="shots", head="shots")
    closed = sight.text[measure.after : measure.after + 1] == ","
    if measure.numeral.digits and closed and _AFTER_NAME.search(sight.text, max(0, measure.start - 40), measure.start):
        return None  # rather an age: "Ivo Marsh III, 23, was arrested"
    if measure.numeral.kind in ("plain", "range") and measure.value == 1 and not _one_counts(sight, measure):
        return None
    partitive = _PARTITIVE.match(sight.text, measure.after, measure.after + 60)
    if partitive is not None:
        return part_of_whole(sight, measure, partitive, earlier)
    of = (
        _OF.match(sight.text, measure.after)
        if measure.numeral.kind in ("vague", "fraction") or measure.unit is None
        else None
    )
    if of is not None and measure.numeral.kind not in ("vague", "fraction"):
        return None if measure.value == 1 else of_number(sight, measure, of.end())
    phrase = counted_phrase(sight, measure, of.end() if of else measure.after)
    happening = event_of(sight, measure, phrase)
    part = part_of_others(sight, measure, phrase)
    if phrase is not None and phrase.head.lower_ not in BARE_OTHERS:
        return named_count(sight, phrase, happening, part)
    return (
        size_of(sight, measure)
        or _of_many(sight, measure)
        or _with_next(sight, measure, part)
        or what_moves(sight, measure)
        or _moved_on(sight, measure, earlier)
        or carried_on(sight, measure, phrase, happening, part, earlier)
        or _of_people(sight, measure)
    )


#: "the number has since risen to", "that figure now stands at", "that has climbed to".
_MOVED_ON = re.compile(
    r"\b(?:(?:the|that|this)\s+(?:number|figure|total|count|tally)|that)\s+(?:(?:has|had|have|is|was)\s+)?"
    r"(?:(?:since|now|later|then|already|quickly)\s+)*"
    r"(?:(?:risen|rose|rises|climbed|climbs|grown|grew|increased|jumped|fallen|fell|dropped|gone up|went up)\s+to"
    r"|stands\s+at|stood\s+at|reached|hit|(?<=now )|(?<=is )|(?<=was ))\s*$",
    re.IGNORECASE,
)
_THE_NUMBER = re.compile(r"\b(?:number|figure|total|count|tally)\b|\bto\s*$", re.IGNORECASE)


def _moved_on(sight: Sight, measure: Measure, earlier: tuple[Counted, ...]) -> Counted | None:
    """ "Seven were hurt. The number has since risen to nine": what the one count of the sentence before counts.

    Errs where it is the number of something that was told earlier still.
    """
    before = sight.text[max(0, measure.start - 60) : measure.start]
    match = _MOVED_ON.search(before)
    if match is None or not _THE_NUMBER.search(match.group()):
        return None
    start, _ = sight.sentence(measure.start)
    previous, _ = sight.sentence(len(sight.text[:start].rstrip()) - 1) if sight.text[:start].strip() else (start, start)
    near = [count for count in earlier if count.at >= previous]
    alone = len(near) == 1 and near[0].part in ("", "other")
    return replace(near[0], part="", carried=True, beside=(), moved=True) if alone else None


def _of_people(sight: Sight, measure: Measure) -> Counted | None:
    """ "hundreds fled the delta": a vague number that does something by itself is of people; it errs on cattle."""
    index = sight.next_index(measure.after)
    if measure.numeral.kind != "vague" or not measure.numeral.ranged or not sight.parsed or index >= len(sight.doc):
        return None
    node, verb = sight.head_token(measure), sight.doc[index]
    acts = node.dep_ in ("nsubj", "nsubj:pass") and node.head.pos_ == "VERB" and verb.pos_ in ("VERB", "AUX", "ADV")
    if not acts or node.head.lower_ in count_words().money:  # "millions were spent"
        return None
    return Counted(start=verb.idx, end=verb.idx, noun="people", head="people", unit="person", carried=True)


#: "500 and 1,000 songs": two numbers of one noun.
_NEXT_NUMBER = re.compile(r"\s+(?:and|or)\s+(?:about |some |another )?[\d,.]+\s+(?=[a-z])")
_MANY_OF = re.compile(r"[a-z]s\s+of\s+$")
_PHRASE_ENDS = re.compile(r"\s*(?:$|[.,;:)\n]|\s(?:and|or|in|at|by|from|for|after|before|this|last|on|over)\b)")


def _with_next(sight: Sight, measure: Measure, part: str) -> Counted | None:
    """The noun that a number shares with the one that is joined to it."""
    ahead = _NEXT_NUMBER.match(sight.text, measure.after, measure.after + 30) if measure.numeral.digits else None
    phrase = counted_phrase(sight, replace(measure, after=ahead.end()), ahead.end()) if ahead is not None else None
    if phrase is None or phrase.head.lower_ in BARE_OTHERS:
        return None
    return replace(named_count(sight, phrase, event_of(sight, measure, phrase), part), carried=True)


def _of_many(sight: Sight, measure: Measure) -> Counted | None:
    """ "job cuts of 10,000": a noun in the plural of which the number says how many."""
    if measure.numeral.kind not in ("plain", "range") or not _PHRASE_ENDS.match(sight.text, measure.after):
        return None
    lead = _MANY_OF.search(sight.text[max(0, measure.start - 12) : measure.start])
    phrase = phrase_before(sight, measure.start - len(lead.group()) + 1) if lead is not None else None
    if phrase is None or phrase.head.tag_ != "NNS" or phrase.head.lower_ in _NOT_MANY:
        return None
    return named_count(sight, phrase, None, "")


#: Nouns in the plural whose "of" leads to something else than how many they are.
_NOT_MANY = frozenset(
    "ages speeds temperatures heights depths odds series levels rates scores prices hours years".split()
)


def _one_counts(sight: Sight, measure: Measure) -> bool:
    """Whether "one" counts ("one submarine", "one was killed"), and is no pronoun ("one of its boats", "no one")."""
    if measure.bound != "exact":
        return True
    if measure.numeral.digits or measure.unit is not None:
        return True
    before = sight.text[max(0, measure.start - 16) : measure.start].lower()
    if _PRONOUN_BEFORE.search(before):
        return False
    after = sight.text[measure.after : measure.after + 30]
    if _PRONOUN_AFTER.match(after):
        stays = re.match(r"\s+(?:and|in|on|at|with|is)\b", after) is not None
        return stays and event_of(sight, measure, None) is not None
    return re.match(r"\s+[a-z]", after) is not None
