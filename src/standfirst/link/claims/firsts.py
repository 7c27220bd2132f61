"""What a report itself tells as believed or said at first, and so as changed since.

"Police initially believed that the fires were linked." The adverb stands beside the word of belief or speech; what is
told instead is looked for in the same sentence and the next. It errs towards finding none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from standfirst.link.claims.found import Found, numbered
from standfirst.link.claims.statements import Statement
from standfirst.model.reading import Reading
from standfirst.model.span import Span
from standfirst.text import plain

_BELIEVED = frozenset("believe think fear suspect assume presume".split())
_NAMED = frozenset("identify name describe list put".split())
_SAID = frozenset("say tell report state announce claim estimate".split())
_FIRST = "initially|at first|originally"
_BETWEEN = r"(?:(?!\b(?:now|but|and|later|then|since)\b)[^,.;:]){0,40}$"
#: An adverb shortly before the word, or right after it; "earlier" where it is no word of speech.
_BEFORE, _BEFORE_SAID = (
    re.compile(rf"\b(?:{adverbs}),?{_BETWEEN}") for adverbs in (f"{_FIRST}|earlier|previously", _FIRST)
)
_AFTER = re.compile(rf"\s*(?:{_FIRST})\b")
#: What is believed *in* is no belief of what is so.
_IN = re.compile(r"\s+in\b")
#: What is named is named *as* something, or put *at* a number; "the two were previously identified" takes nothing back.
_AS = re.compile(r"\b(?:as|at)\b")
#: "There were some initial reports that …".
_FIRST_REPORTS = re.compile(r"\bthere (?:was|were|had been) (?:\w+ )?(?:initial|early|first) (?:\w+ )?reports?\b")
#: "Initial |reports| that …": the adjective right before the noun.
_FIRST_NOUN = re.compile(r"\b(?:initial|early|first) (?:\w+ )?$")
_REACH = 60
#: Words of finding out what is so, and turns after which the same ones say something else.
_FOUND_OUT = frozenset("realise realize discover determine learn establish conclude find".split())
_SINCE = re.compile(r"\b(?:now|later|since|subsequently)\b")


def told_at_first(reading: Reading, one: Statement) -> bool:
    """Whether a statement is told as what somebody believed, said or took it for at first."""
    said = one.said
    if said is not None and said.stance == "asserts" and said.lemma in _BELIEVED | _SAID | _NAMED:
        return any(_at_first(reading, cue, said.lemma) for cue in said.cue)
    if _FIRST_REPORTS.search(" ".join(plain(reading.report.words(span)).lower() for span in one.spans)):
        return True
    main = one.main.event if one.main is not None else None
    if main is None or main.lemma not in _BELIEVED | _NAMED or main.polarity != "positive":
        return False
    return _at_first(reading, main.span, main.lemma)


def _at_first(reading: Reading, word: Span, lemma: str) -> bool:
    sentence = next((span for span in reading.sentences if span.overlaps(word)), word)
    text = reading.report.text
    before = plain(text[max(sentence.start, word.start - _REACH) : word.end]).lower()
    after = plain(text[word.end : sentence.end]).lower()
    pattern = _BEFORE_SAID if lemma in _SAID else _BEFORE
    if _IN.match(after) is not None or (lemma in _NAMED and _AS.search(after) is None):
        return False
    noun = _FIRST_NOUN.search(plain(text[sentence.start : word.start]).lower()) if lemma in _SAID else None
    return pattern.search(before) is not None or _AFTER.match(after) is not None or noun is not None


def told_instead(readings: dict[str, Reading], groups: Sequence[tuple[Statement, ...]]) -> Iterator[Found]:
    """What is told to have been found out after something else was believed: in the same sentence, or the next."""
    for target, first in numbered(groups):
        reading = readings[first.report]
        if first.part or not told_at_first(reading, first):
            continue
        end = first.spans[-1].end
        place = next((at for at, span in enumerate(reading.sentences) if span.start < end <= span.end), None)
        if place is None:
            continue
        reach = reading.sentences[min(place + 1, len(reading.sentences) - 1)].end
        for number, one in sorted(numbered(groups), key=lambda pair: pair[1].start):
            near = one.report == first.report and not one.part and end <= one.spans[0].start < reach
            if near and number != target and not told_at_first(reading, one) and _anew(reading, one, end):
                yield Found(source=number, target=target, kind="supersedes", because="found out after another belief")
                break


def _anew(reading: Reading, one: Statement, start: int) -> bool:
    said = one.said
    if said is None or said.stance not in ("asserts", "confirms"):
        return False
    between = plain(reading.report.text[start : one.spans[0].start]).lower()
    return said.lemma in _FOUND_OUT or (said.lemma in _BELIEVED | _SAID and _SINCE.search(between) is not None)
