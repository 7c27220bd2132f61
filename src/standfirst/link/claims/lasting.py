"""Measures and conditions that a later report ends: a curfew lifted, power restored, a strike called off.

Told in set words on both sides (endings.tsv). Two tellings are of one thing where they are of one sort and nothing
speaks against it: other places, other persons, the same told again afterwards. It errs towards leaving it open.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from standfirst.lexicon.endings import Lasting, lasting_states
from standfirst.link.claims.afterwards import Afterwards, narrowest
from standfirst.link.claims.found import Found
from standfirst.link.claims.statements import Statement
from standfirst.text import plain

#: What is told as not so, or as possible or to come, where it stands before the words: "until it |is lifted|".
_NOT_DONE = re.compile(
    r"\b(?:if|when|once|until|till|unless|before|whether|will|would|could|may|might|can|should|must|not|never|yet|"
    r"hop(?:e|es|ing)|expect\w*|believed|suspected|alleged\w*|likely|possibl[ey]|probabl[ey]|thought)\b[^.;,]{0,40}$|"
    r"n't (?:\w+ ){0,2}$|\b(?:to|no|without) (?:be |have |been )*$"
)
#: What a measure is called once it is known: "|the order| was lifted".
_POINTED = re.compile(r"\b(?:the|that|those|all) (?:order|notice|warning|alert|advisory|measure|restriction)s?\b")
#: What was over when it was told: "the school was |briefly| locked down".
_FOR_A_WHILE = re.compile(
    r"\b(?:briefly|temporarily|"
    r"for (?:an?|about|nearly|several|some|the|\d+) (?:[\w-]+ )?(?:time|while|period|hours?|minutes))\b"
)
#: What says that it came about after what stands above.
_SINCE = re.compile(r"\b(?:since|later|now|ha(?:s|ve) (?:\w+ )?been|update)\b")
#: What is told as asked or planned, and so does not last yet.
_NOT_YET = re.compile(r"\b(?:no|not|n't|never|if|would|could|may|might|last (?:week|month|year))\b")


@dataclass(frozen=True, slots=True)
class _Over:
    number: int
    statement: Statement
    sort: Lasting


def run_out(story: Afterwards) -> Iterator[Found]:
    """Every statement of a state or a measure that lasts, and a later one that tells that it is over."""
    over = [_Over(number, one, sort) for number, one in story.told for sort in _over(story, one)]
    ended = {(each.number, each.sort) for each in over}
    lasts = {
        one.start: sorts
        for number, one in story.told
        if (sorts := [sort for sort in _lasting(story, one) if (number, sort) not in ended])
    }
    told = narrowest((number, one) for number, one in story.told if one.start in lasts)
    for number, early in told:
        for each in over:
            again = [one for _, one in told if each.sort in lasts[one.start] and one.start != early.start]
            if (
                each.sort in lasts[early.start]
                and (story.since(early, each.statement, once=True) or _updated(story, early, each.statement))
                and not _apart(story, early, each.statement)
                and not any(story.surely_after(each.statement, one) for one in again)
            ):
                because = "a later report tells that it is over"
                yield Found(source=each.number, target=number, kind="supersedes", because=because)


def _lasting(story: Afterwards, one: Statement) -> Iterator[Lasting]:
    low = _words(story, one)
    if story.elsewhere(one) or _FOR_A_WHILE.search(low) is not None:
        return
    for sort in lasting_states():
        if sort.noun is not None and sort.noun.search(low) is None:
            continue
        if any(_NOT_YET.search(low[: match.start()]) is None for match in sort.lasts.finditer(low)):
            yield sort


def _over(story: Afterwards, one: Statement) -> Iterator[Lasting]:
    low = _words(story, one)
    if story.elsewhere(one):
        return
    for sort in lasting_states():
        if any(_NOT_DONE.search(low[: match.start()]) is None for match in sort.over.finditer(low)) and (
            sort.noun is None
            or sort.noun.search(low) is not None
            or (sort.pointed and _POINTED.search(low) is not None and _told_before(story, one, sort))
        ):
            yield sort


def _words(story: Afterwards, one: Statement) -> str:
    """Its words with who tells it, who may do it: "the city has issued |a curfew|", "ruled |that she fell|"."""
    if one.said is None or one.said.mode != "indirect":
        return story.words(one)
    return plain(story.readings[one.report].report.words(one.sentence)).lower()


def _told_before(story: Afterwards, one: Statement, sort: Lasting) -> bool:
    """Whether the last such measure told of in the report before is of this sort."""
    before = (
        found
        for _, other in reversed(story.told)
        if other.report == one.report and other.spans[-1].end <= one.spans[0].start
        for found in lasting_states()
        if found.pointed and found.noun is not None and found.noun.search(story.words(other)) is not None
    )
    return next(before, None) == sort


def _updated(story: Afterwards, early: Statement, late: Statement) -> bool:
    """Whether one report tells both, the end last and as such: "a curfew is in force … it |has since been| lifted"."""
    behind = early.report == late.report and early.spans[-1].end <= late.spans[0].start
    return behind and _SINCE.search(story.words(late)) is not None


def _apart(story: Afterwards, one: Statement, other: Statement) -> bool:
    """Whether two tellings are of two places or of two persons."""
    places = set(one.places), set(other.places)
    people = story.named(one) - {one.speaker}, story.named(other) - {other.speaker}
    return any(a and b and not a & b for a, b in (places, people))
