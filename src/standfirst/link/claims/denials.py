"""Denials: who denies what, and the statements elsewhere that hold it.

A denial is given a target only where enough of its words are in one statement. "The court denied the request" refuses
something that nobody claimed, and is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from standfirst.lexicon.cues import cue_words
from standfirst.lexicon.words import containment, content_words
from standfirst.link.claims.found import Found, numbered, standing_before
from standfirst.link.claims.statements import Statement
from standfirst.model.reading import Reading
from standfirst.model.span import Span
from standfirst.text import plain

#: Code points between a cue and what is said up to which the words between belong to it.
_NEAR = 60
#: What a denial names besides the thing denied ("denied responsibility for the attack").
_DENIED_IN_GENERAL = "responsibility involvement wrongdoing knowledge claims allegations reports"
#: How many words a denial of several words shares with what it denies.
_FEWEST_SHARED = 2
_DENY = {"deny", "refute", "rebut"}
#: What is refused when it is denied, and was never a claim: "the court denied bail".
_REFUSED = re.compile(
    r"\W*(?!that )(?:\S+ ){0,5}?(?:requests?|motions?|applications?|bail|parole|bond|appeals?|petitions?|access|entry|"
    r"permission|permits?|visas?|licen[cs]es?|admission|service|asylum|leave)\b"
)
#: Words of turning down that deny only where a claim is turned down: "rejected the allegation", not "the offer".
_REJECT = {"reject", "dismiss", "contest", "dispute", "rebuff"}
_CLAIMED = re.compile(
    r"\W*(?:that\b|(?:\S+ ){0,5}?(?:claims?|allegations?|accusations?|suggestions?|assertions?|reports?|accounts?|"
    r"rumou?rs?|charges?|notions?)\b)"
)
#: Words that turn down what was just said.
_TURNS_DOWN = re.compile(
    r"\b(?:reject|deny|denie|dismiss|dispute|contest|refute|rebut)(?:d|s|ed|es)? "
    r"(?:this|that|it|(?:the|this|that|these|those) (?:claim|allegation|accusation|suggestion|assertion|report)s?)"
    r"(?=[.,;:]|$| as | and | out)"
)


def denies(reading: Reading, statement: Statement) -> bool:
    """Whether it is a denial: said as one, or told as one ("the militia denied responsibility").

    "They do not believe that it was him" takes a stand, but denies nobody's words; "denied bail" refuses it.
    """
    if refuses(reading, statement):
        return False
    if statement.said is not None:
        denying = any(cue.lemma == statement.said.lemma and cue.stance == "denies" for cue in cue_words())
        return denying and statement.said.stance == "denies"
    return statement.key is not None and statement.key.lemma in _DENY and statement.key.polarity == "positive"


def refuses(reading: Reading, statement: Statement) -> bool:
    """Whether what is "denied" or "rejected" is something asked for or offered, not something claimed."""
    words = plain(reading.report.words(_denied_at(reading, statement))).lower()
    lemma = statement.said.lemma if statement.said is not None else None
    return _REFUSED.match(words) is not None or (lemma in _REJECT and _CLAIMED.match(words) is None)


def denied(readings: dict[str, Reading], groups: Sequence[tuple[Statement, ...]]) -> Iterator[Found]:
    """A denial and the statement shortly before it, or in another report, that holds what is denied."""
    for number, statement in numbered(groups):
        if not denies(readings[statement.report], statement):
            continue
        words = _denied_words(readings[statement.report], statement)
        near = standing_before(groups, statement)
        for target, other in near:
            enough = min(len(words), max(_FEWEST_SHARED, (len(words) + 1) // 2))
            if (
                words
                and len(words & other.words) >= enough
                and (other.said is None or other.said is not statement.said)
            ):
                who = (statement.said.speaker_text if statement.said is not None else None) or "the one concerned"
                yield Found(source=number, target=target, kind="contradicts", because=f"denied by {who}")
                break
        for target, other in numbered(groups):
            elsewhere = target != number and other.report != statement.report
            if elsewhere and len(words) >= 3 and containment(words, other.words) >= 0.75:
                yield Found(source=number, target=target, kind="contradicts", because="denied in another report")


def turned_down(readings: dict[str, Reading], groups: Sequence[tuple[Statement, ...]]) -> Iterator[Found]:
    """Somebody's "she rejected this", with what they say next, and the statement of another right before it."""
    for number, statement in numbered(groups):
        reading = readings[statement.report]
        place = next((at for at, span in enumerate(reading.sentences) if span.overlaps(statement.spans[0])), None)
        if place is None or statement.part:
            continue
        here = reading.sentences[place]
        start = here if _turns_down(reading, here) else None
        if (
            start is None
            and place > 0
            and statement.said is not None
            and _turns_down(reading, reading.sentences[place - 1])
        ):
            start = reading.sentences[place - 1]  # the words with which it is turned down
        if start is None:
            continue
        meant = next(
            (
                target
                for target, other in standing_before(groups, statement)
                if other.said is not None
                and other.spans[-1].end <= start.start
                and (statement.said is None or other.said.speaker_text != statement.said.speaker_text)
            ),
            None,
        )
        if meant is not None:
            yield Found(source=number, target=meant, kind="contradicts", because="turned down by another")


def _turns_down(reading: Reading, sentence: Span) -> bool:
    return _TURNS_DOWN.search(plain(reading.report.words(sentence)).lower()[:400]) is not None


def _denied_words(reading: Reading, statement: Statement) -> frozenset[str]:
    """The words for what is denied."""
    return content_words(reading.report.words(_denied_at(reading, statement))) - content_words(_DENIED_IN_GENERAL)


def _denied_at(reading: Reading, statement: Statement) -> Span:
    """Where what is denied stands: the content of speech, or what follows the verb where the outlet tells it."""
    start, end = statement.spans[0].start, statement.spans[-1].end
    if statement.said is None:
        start = min((event.span.end for event in statement.events if event.lemma in _DENY), default=start)
    elif statement.said.mode != "direct":
        start = max(
            [one.end for one in statement.said.cue if one.end <= start and start - one.end < _NEAR], default=start
        )
        # the parse may leave "for the attack" out of the content "responsibility"
        end = max([end, *(span.end for span in reading.sentences if span.start <= start < span.end)])
    return reading.report.span(start, end)
