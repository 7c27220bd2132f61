"""What it was: "she believes that it was race-related" against "there was no indication that it was".

Held against each other are only tellings of what happened itself ("the shooting", "the fire", "it"), one told as so,
perhaps, and one as not so, or two natures of which one rules out the other. A question ("are looking at whether it
was") tells neither. It errs towards none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations

from standfirst.lexicon.happenings import event_nouns
from standfirst.lexicon.tables import rows
from standfirst.link.claims.found import Found, numbered
from standfirst.link.claims.statements import Statement
from standfirst.link.claims.turns import came_after
from standfirst.model.reading import Reading
from standfirst.text import plain

#: What is not so: a word of denial with a few words at most between ("no sign that the fire was |racially motivated|").
_NOT = re.compile(
    r"\b(?:no|not|never|nor|neither|nothing|without|isn't|wasn't|weren't|don't|doesn't|didn't|unlikely|ruled out|"
    r"rules out|dismissed|rejected|denied|denies|deny|discounted)\b(?:[^\w.;:!?]+(?!(?:only|just)\b)[\w'-]+){0,10}\W*$"
)
#: What is asked, or told of any such thing.
_OPEN = re.compile(
    r"\b(?:whether|if|unclear|unknown|investigat\w+|determin\w+|looking (?:at|into)|question|possibility|consider\w*|"
    r"(?:not|n't) (?:yet )?(?:know|sure|certain|say|saying|said|stated?|told|ready|just|only|merely|"
    r"necessarily|rul\w+|releas\w+|confirm\w*)|or not|cannot say|"
    r"would|should|every|task force|charge[sd]?|counts?|unit|detectives?|squad|laws?|victims? of|previous\w*|history|"
    r"training|statistics|often|usually|other|another|most)\b"
)
#: What is so told of: it, or a noun for it.
_IT = re.compile(r"\b(?:it|this|that)\b")
_WORD = re.compile(r"[a-z][a-z-]+")
#: Where something else is told: "they do not know who did it, but it was not random".
_ELSE = re.compile(r"\b(?:but|though|although|while|whereas|which|who|after|before|when|because|since)\b|, and\b|[;:]")
#: Letters before and after the words in which the thing itself is told.
_BESIDE, _AFTER = 90, 20


@dataclass(frozen=True, slots=True, kw_only=True)
class _Nature:
    name: str
    words: re.Pattern[str]
    excludes: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """One nature as one statement tells it."""

    group: int
    statement: Statement
    nature: _Nature
    words: str
    so: bool


@cache
def _natures() -> tuple[_Nature, ...]:
    return tuple(
        _Nature(name=name, words=re.compile(rf"\b(?:{words})\b", re.IGNORECASE), excludes=other)
        for name, words, other, _ in rows("natures.tsv")
    )


def other_nature(readings: dict[str, Reading], groups: Sequence[tuple[Statement, ...]]) -> Iterator[Found]:
    """Every two statements that tell otherwise what it was; what one speaker says later takes its place."""
    told = [each for number, one in numbered(groups) for each in _told(readings, number, one)]
    for one, other in combinations(told, 2):
        if one.group == other.group or not _against(one, other) or _one_voice(one, other):
            continue
        early, late = (other, one) if came_after(readings, other.statement, one.statement) else (one, other)
        because = f"{early.words} in {early.statement.report}, {late.words} in {late.statement.report}"
        same = early.statement.speaker is not None and early.statement.speaker == late.statement.speaker
        kind = "supersedes" if same else "contradicts"
        yield Found(source=late.group, target=early.group, kind=kind, because=because)


def _told(readings: dict[str, Reading], number: int, one: Statement) -> Iterator[_Told]:
    if one.part:
        return
    text = plain(readings[one.report].report.text)
    for nature in _natures():
        found = [match for span in one.spans for match in nature.words.finditer(text, span.start, span.end)]
        if len(found) != 1:
            continue
        start, end = found[0].span()
        first = max(one.sentence.start, start - 2 * _BESIDE)
        before = _ELSE.split(text[first:end].lower())[-1]
        beside = text[max(first, start - _BESIDE) : min(one.sentence.end, end + _AFTER)].lower()
        if _OPEN.search(before) or not _of_it(beside):
            continue
        negated = _NOT.search(before) is not None or (one.said is not None and one.said.stance == "denies")
        name = f"“{found[0][0]}”" if not negated else f"told as not “{found[0][0]}”"
        yield _Told(group=number, statement=one, nature=nature, words=name, so=not negated)


def _of_it(words: str) -> bool:
    """Whether the words are of what happened: "it", or a noun for something that happens."""
    return _IT.search(words) is not None or bool(set(_WORD.findall(words)) & event_nouns())


def _against(one: _Told, other: _Told) -> bool:
    if one.nature.name == other.nature.name:
        return one.so != other.so
    return one.so and other.so and one.nature.excludes == other.nature.name


def _one_voice(one: _Told, other: _Told) -> bool:
    """Whether one report tells both in one voice, so that it says itself how the two go together."""
    if one.statement.report != other.statement.report:
        return False
    speakers = [each.statement.said.speaker_text if each.statement.said else None for each in (one, other)]
    return None in speakers or speakers[0] == speakers[1]
