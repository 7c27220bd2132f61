"""What a number counts that has no noun of its own: "30 of those", "five more were hurt", "another nine"."""

from __future__ import annotations

import re
from dataclasses import replace

from standfirst.extract.quantities.count import Counted, people_of
from standfirst.extract.quantities.events import Happening, event_of
from standfirst.extract.quantities.measures import Measure
from standfirst.extract.quantities.phrases import BARE_OTHERS, named_count
from standfirst.extract.quantities.sight import Phrase, Sight, phrase_after
from standfirst.lexicon.counts import count_words, is_person

#: "five of those on the list are still missing": which people, then what befell them; a count of its own.
_MET_BY = re.compile(
    r"(?:on|aboard|in|at|from|who)\s+[^.,;:]{2,70}?\s(?:are|is|were|was|remain|remained)\s+(?:still\s+|now\s+|also\s+)?(?=[a-z]+)"
)
#: "12 of whom were badly hurt": what befell the part.
_BEFELL = re.compile(r"\s*(?:were|was|are|is|have been|has been)\s+(?:[a-z]+ly\s+)?(?=[a-z])")
_PRONOUNS = frozenset({"those", "these", "them", "whom", "which", "us", "you"})


def part_of_whole(sight: Sight, measure: Measure, match: re.Match[str], earlier: tuple[Counted, ...]) -> Counted | None:
    """ "30 of those", "two of them nurses", "six of the guards killed", "two of its boats"."""
    word = (match.group(1) or "").lower()
    if measure.value == 1 and measure.bound == "exact" and measure.numeral.kind == "plain":
        return None
    if word in _PRONOUNS:
        named = phrase_after(sight, match.end()) if word in ("them", "whom") else None
        if named is not None and sight.text[match.end() : named.start].strip() == "" and is_person(named.head.lower_):
            return replace(named_count(sight, named, event_of(sight, measure, named), "of"), part="of")
        phrase = phrase_after(sight, match.end()) if word in ("those", "these") else None
        if phrase is not None and not sight.text[match.end() : phrase.start].strip():
            return replace(named_count(sight, phrase, event_of(sight, measure, phrase), "of"), part="of")
        happening = event_at(sight, match.end())
        met = _MET_BY.match(sight.text, match.end(), match.end() + 120) if word == "those" and not happening else None
        of_met = event_at(sight, met.end()) if met is not None else None
        if of_met is not None:
            return people_of(of_met, "")
        if word in ("those",) and happening is not None:
            return people_of(happening, "of")
        whole = next((count for count in reversed(earlier) if not count.part), earlier[-1] if earlier else None)
        befell = _BEFELL.match(sight.text, match.end(), match.end() + 40) if whole is not None else None
        event = event_at(sight, befell.end()) if befell is not None else None
        if whole is not None and event is not None:
            return replace(_carried(whole, "of", event.name), beside=((event.start, event.end),))
        return _carried(whole, "of") if whole is not None else None
    if (match.group(1) or "") == "":  # a name with 's: the phrase begins with it
        match = re.compile(r"\s+of\s+(?:all\s+)?").match(sight.text, measure.after) or match
    phrase = phrase_after(sight, match.end())
    if phrase is None:
        happening = event_at(sight, match.end())
        if happening is None:
            return None
        return people_of(happening, "of")
    if phrase.head.lower_ in count_words().numbers or phrase.head.lower_ in count_words().uncounted:
        return None
    happening = event_of(sight, replace(measure, after=match.end()), phrase)
    return replace(named_count(sight, phrase, happening, "of"), part="of")


def event_at(sight: Sight, offset: int) -> Happening | None:
    """ "of those killed", "of the wounded"."""
    match = re.match(r"\s*([a-z]+)", sight.text[offset : offset + 24])
    name = count_words().events.get(match.group(1)) if match else None
    if match is None or name is None:
        return None
    return Happening(name=name, start=offset + match.start(1), end=offset + match.end(1))


def of_number(sight: Sight, measure: Measure, start: int) -> Counted | None:
    """ "12 of 14 buses": a part of what the second number counts."""
    number = re.match(r"[\w,.-]+\s+", sight.text[start : start + 30])
    if number is None or not re.match(
        r"\d|" + "|".join(("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")), number.group()
    ):
        phrase = phrase_after(sight, start)
        return (
            replace(named_count(sight, phrase, event_of(sight, measure, phrase), "of"), part="of")
            if phrase is not None
            else None
        )
    phrase = phrase_after(sight, start + number.end())
    return (
        replace(named_count(sight, phrase, event_of(sight, measure, phrase), "of"), part="of")
        if phrase is not None
        else None
    )


def _carried(whole: Counted, part: str, event: str | None = None) -> Counted:
    """The same thing as counted before."""
    return replace(whole, part=part, carried=True, event=whole.event if event is None else event, beside=())


def carried_on(
    sight: Sight,
    measure: Measure,
    phrase: Phrase | None,
    happening: Happening | None,
    part: str,
    earlier: tuple[Counted, ...],
) -> Counted | None:
    """A number alone: what the event befalls, or what the sentence counted before."""
    start, _ = sight.sentence(measure.start)
    near = [
        count
        for count in earlier
        if count.unit == "person" and start - 300 <= count.start and count.end <= measure.start
    ]
    same = [count for count in near if max(count.start, count.at) >= start]
    others = part in ("other", "more") or (phrase is not None and phrase.head.lower_ in BARE_OTHERS)
    if happening is not None:
        noun = next((count for count in reversed(same) if count.noun != "people"), None) if others else None
        if noun is not None:
            return replace(
                noun,
                event=happening.name,
                part="others" if part != "more" else "more",
                carried=True,
                beside=((happening.start, happening.end),),
            )
        return people_of(happening, part)
    node = sight.head_token(measure)
    following = sight.next_index(measure.after)
    acts = sight.tagged and following < len(sight.doc) and sight.doc[following].tag_ in ("VBD", "VBP", "VBZ")
    told = (
        acts
        or _SUBJECT_NEXT.match(sight.text, measure.after, measure.after + 40)
        or (sight.parsed and node.dep_.startswith("nsubj"))
    )
    if same and (told or others or part == "of"):
        event = same[-1].event if part == "of" else ""  # "21 are missing and 84 came ashore" counts two things
        return replace(same[-1], part="of" if not others else part, carried=True, event=event, beside=())
    things = [count for count in earlier if start <= count.start and count.end <= measure.start]
    if (
        things
        and told
        and (part == "more" or _BEGINS.search(sight.text[max(start, measure.start - 12) : measure.start]))
    ):
        return replace(things[-1], part=part, carried=True, event="", beside=())
    shared = (
        things and things[-1].part in ("", "of") and _SHARED_OUT.match(sight.text, measure.after, measure.after + 30)
    )
    if shared:
        listed = re.search(r"(?:,|,? and)\s+(?:another )?$", sight.text[max(start, measure.start - 16) : measure.start])
        return replace(things[-1], part="of", carried=True, beside=()) if listed else None
    return None


#: Where a new clause of the sentence begins: "twelve boats sailed; eight came back".
_BEGINS = re.compile(r"[;,]\s+(?:and |but |only |while )?$|\b(?:and|but|while)\s+(?:only )?$")
#: "4,300 jobs in Orra, 3,700 in Larna and 400 in Dalvo": shared out over places.
_SHARED_OUT = re.compile(r"\s+(?:in|at|from|for|on)\s+(?:the\s+)?[A-Z]")
_SUBJECT_NEXT = re.compile(
    r"\s+(?:others?\s+|more\s+)?(?:were|was|are|have|had|remain\w*|survived|escaped|fled|in\s+(?:a|the|critical|serious|stable)|from|on|aboard|did|will)\b"
)
