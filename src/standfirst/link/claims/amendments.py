"""What the text itself says was wrong or is denied: corrections and denials, and the statements that they mean.

A correction is the outlet's own word that something was told wrongly; a denial is that of one who speaks against it.
Both mostly point back ("these reports", "the attack"): they are given a target only where one statement is meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from standfirst.lexicon.cues import cue_words
from standfirst.lexicon.tables import rows
from standfirst.lexicon.words import containment, content_words
from standfirst.link.claims.statements import Statement
from standfirst.model.reading import Reading
from standfirst.text import plain

#: How far back, in code points, a denial or a correction reaches for the thing that it is about.
_REACH = 700
#: What a denial names besides the thing denied ("denied responsibility for the attack").
_DENIED_IN_GENERAL = "responsibility involvement wrongdoing knowledge claims allegations reports"
_DENY = {"deny", "refute", "rebut"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A relation between two groups of statements, by their numbers."""

    source: int
    target: int
    kind: str
    because: str


@cache
def _corrections() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((row[0], re.compile(row[1])) for row in rows("corrections.tsv"))


def correction_in(words: str) -> str | None:
    """How a sentence corrects: "after" (what stands before it), "within" (what it says), "note" (both), or None.

    "right" is a sentence that says what is so, and corrects nothing in it: "corrected to show that she is 41".
    """
    text = plain(words).lower()[:1200]
    return next((kind for kind, pattern in _corrections() if pattern.search(text)), None)


def denies(statement: Statement) -> bool:
    """Whether it is a denial: said as one, or told as one ("the militia denied responsibility").

    "They do not believe that it was him" takes a stand, but denies nobody's words.
    """
    if statement.said is not None:
        denying = any(cue.lemma == statement.said.lemma and cue.stance == "denies" for cue in cue_words())
        return denying and statement.said.stance == "denies"
    return statement.key is not None and statement.key.lemma in _DENY and statement.key.polarity == "positive"


def numbered(groups: Sequence[tuple[Statement, ...]]) -> list[tuple[int, Statement]]:
    """Every statement with the number of its group."""
    return [(number, statement) for number, group in enumerate(groups) for statement in group]


def corrected(readings: dict[str, Reading], groups: Sequence[tuple[Statement, ...]]) -> Iterator[Found]:
    """A passage that says that something before it was wrong, and the one statement that it means.

    The outlet's own word corrects; somebody else's word that it was wrong contradicts. What is meant stands in the same
    sentence, or is what the sentence before says; where the two share no word and the first is no report, nothing is
    meant that we could name.
    """
    for number, statement in numbered(groups):
        reading = readings[statement.report]
        if correction_in(_words(reading, statement)) != "after":
            continue
        meant = _meant(reading, groups, statement)
        if meant is not None and statement.said is None:
            yield Found(source=number, target=meant, kind="corrects", because="said to have been corrected")
        elif meant is not None and statement.said is not None:
            because = f"{statement.said.speaker_text or 'another'} says that it was wrong"
            yield Found(source=number, target=meant, kind="contradicts", because=because)


def _words(reading: Reading, statement: Statement) -> str:
    """The words in which a statement may say that something was wrong: the clause, or the content of speech."""
    return " ".join(reading.report.words(span) for span in statement.spans)


def _meant(reading: Reading, groups: Sequence[tuple[Statement, ...]], statement: Statement) -> int | None:
    sentence = next((span for span in reading.sentences if span.overlaps(statement.spans[0])), statement.sentence)
    before = _before(groups, statement)
    within = [number for number, other in before if sentence.holds(other.spans[0])]
    if within:
        return within[0]
    last = next((span for span in reversed(reading.sentences) if span.end <= sentence.start), None)
    for number, other in before:
        reports = other.said is not None and other.said.source_kind in ("media", "unnamed", "none", "document")
        if last is not None and last.overlaps(other.spans[0]) and (reports or "report" in other.words):
            return number
    return None


def put_right(readings: dict[str, Reading], groups: Sequence[tuple[Statement, ...]]) -> Iterator[Found]:
    """What a correction says to be so instead: the statements that follow the error in the same passage."""
    for target, error in numbered(groups):
        if correction_in(readings[error.report].report.words(error.sentence)) != "note":
            continue
        block = error.block
        after = [
            (number, statement)
            for number, statement in numbered(groups)
            if statement.report == error.report
            and statement.spans[0].start >= error.spans[-1].end
            and (block is not None and block.span.holds(statement.spans[0]))
        ]
        first = min((statement.sentence.start for _, statement in after), default=None)
        for number, statement in after:
            if statement.sentence.start == first:
                yield Found(source=number, target=target, kind="corrects", because="told in the correction instead")


def denied(readings: dict[str, Reading], groups: Sequence[tuple[Statement, ...]]) -> Iterator[Found]:
    """A denial and the statement shortly before it, or in another report, that holds what is denied."""
    for number, statement in numbered(groups):
        if not denies(statement):
            continue
        words = _denied_words(readings[statement.report], statement)
        before = _before(groups, statement)
        for target, other in before:
            if (
                words
                and len(words & other.words) >= max(1, len(words) // 2)
                and (other.said is None or other.said is not statement.said)
            ):
                who = (statement.said.speaker_text if statement.said is not None else None) or "the one concerned"
                yield Found(source=number, target=target, kind="contradicts", because=f"denied by {who}")
                break
        for target, other in numbered(groups):
            elsewhere = target != number and other.report != statement.report
            if elsewhere and len(words) >= 3 and containment(words, other.words) >= 0.75:
                yield Found(source=number, target=target, kind="contradicts", because="denied in another report")


def _denied_words(reading: Reading, statement: Statement) -> frozenset[str]:
    """The words for what is denied: the content of speech, or what follows the verb where the outlet tells it."""
    start, end = statement.spans[0].start, statement.spans[-1].end
    if statement.said is None:
        start = min(event.span.end for event in statement.events if event.lemma in _DENY)
    elif statement.said.mode != "direct":
        # the parse may leave "for the attack" out of the content "responsibility"
        end = max([end, *(span.end for span in reading.sentences if span.start <= start < span.end)])
    return content_words(reading.report.text[start:end]) - content_words(_DENIED_IN_GENERAL)


def _before(groups: Sequence[tuple[Statement, ...]], statement: Statement) -> list[tuple[int, Statement]]:
    """The statements of the same report that stand shortly before one, the nearest first."""
    near = [
        (number, other)
        for number, other in numbered(groups)
        if other.report == statement.report
        and other.spans[-1].end <= statement.spans[0].start
        and statement.spans[0].start - other.spans[-1].end <= _REACH
    ]
    return sorted(near, key=lambda pair: -pair[1].spans[-1].end)
