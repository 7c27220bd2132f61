"""What the text itself says was wrong: corrections, and the statements that they mean.

A correction is the outlet's own word that something was told wrongly; somebody else's word that it was wrong
contradicts. Most point back ("these reports"): they are given a target only where one statement is meant.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache

from standfirst.lexicon.tables import rows
from standfirst.lexicon.words import content_words
from standfirst.link.claims.found import Found, numbered, sentence_words, standing_before, words_of
from standfirst.link.claims.happenings import happened_once, same_happening
from standfirst.link.claims.statements import Statement
from standfirst.model.reading import Reading
from standfirst.text import plain

#: Words of what was reported wrongly that another telling of it must share.
_FEWEST_SHARED = 2
_CONTRARY = re.compile(
    r"\b(?:contrary to|despite) (?:earlier|initial|some|previous) (?:reports?|claims?) (?:of|that) "
    r"(.{5,90}?)(?=[.,;]|$)"
)
_ERROR_TOLD = re.compile(r"\b(?:earlier|previous) version\b", re.IGNORECASE)


@cache
def _corrections() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((row[0], re.compile(row[1])) for row in rows("corrections.tsv"))


def correction_in(words: str) -> str | None:
    """How a sentence corrects: "after" (what stands before it), "within" (what it says), "note" (both), or None.

    "right" is a sentence that says what is so, and corrects nothing in it: "corrected to show that she is 41".
    """
    text = plain(words).lower()[:1200]
    return next((kind for kind, pattern in _corrections() if pattern.search(text)), None)


def corrected(readings: dict[str, Reading], groups: Sequence[tuple[Statement, ...]]) -> Iterator[Found]:
    """A passage that says that something before it was wrong, and the one statement that it means.

    The outlet's own word corrects; somebody else's word that it was wrong contradicts. What is meant stands in the same
    sentence, or is what the sentence before says; where the two share no word and the first is no report, nothing is
    meant that we could name.
    """
    for number, statement in numbered(groups):
        reading = readings[statement.report]
        if correction_in(words_of(reading, statement)) != "after":
            continue
        meant = _meant(reading, groups, statement)
        if meant is not None and statement.said is None:
            yield Found(source=number, target=meant, kind="corrects", because="said to have been corrected")
        elif meant is not None and statement.said is not None:
            because = f"{statement.said.speaker_text or 'another'} says that it was wrong"
            yield Found(source=number, target=meant, kind="contradicts", because=because)


def _meant(reading: Reading, groups: Sequence[tuple[Statement, ...]], statement: Statement) -> int | None:
    sentence = next((span for span in reading.sentences if span.overlaps(statement.spans[0])), statement.sentence)
    near = standing_before(groups, statement)
    within = [number for number, other in near if sentence.holds(other.spans[0])]
    if within:
        return within[0]
    last = next((span for span in reversed(reading.sentences) if span.end <= sentence.start), None)
    for number, other in near:
        reports = other.said is not None and (
            other.said.source_kind in ("media", "unnamed", "none", "document")
            or other.said.lemma in ("report", "write")
        )
        if last is not None and last.overlaps(other.spans[0]) and (reports or "report" in other.words):
            return number
    return None


def put_right(readings: dict[str, Reading], groups: Sequence[tuple[Statement, ...]]) -> Iterator[Found]:
    """What a correction says to be so instead: the statements that follow the error in the same passage."""
    for target, error in numbered(groups):
        note = sentence_words(readings[error.report], error)
        if error.part or correction_in(note) != "note" or (error.said is None and _ERROR_TOLD.search(note) is None):
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


def told_wrongly(
    readings: dict[str, Reading], groups: Sequence[tuple[Statement, ...]], unique: Callable[[str], bool]
) -> Iterator[Found]:
    """What says that reports of something were wrong, and the statements elsewhere that tell it as so."""
    for number, statement in numbered(groups):
        words = words_of(readings[statement.report], statement)
        if statement.part or correction_in(words) is None:
            continue
        told_within = any(
            kind == "within" and pattern.search(plain(words).lower()[:1200]) for kind, pattern in _corrections()
        )
        gone = _CONTRARY.search(plain(words).lower())
        told = content_words(gone.group(1)) if gone is not None else frozenset()
        within = statement.held if told_within else ()
        for target, other in numbered(groups):
            if other.report == statement.report or other.main is None or other.key is None:
                continue
            same = any(happened_once(one, other.main, unique) or same_happening(one, other.main) for one in within)
            named = (
                len(told) >= _FEWEST_SHARED
                and told <= other.words
                and correction_in(words_of(readings[other.report], other)) is None
            )
            if (same and other.key.polarity == "positive") or named:
                kind = "corrects" if statement.said is None else "contradicts"
                yield Found(source=number, target=target, kind=kind, because="told to have been reported wrongly")
