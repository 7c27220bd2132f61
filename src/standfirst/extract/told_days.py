"""The day to which an event without a date of its own is put by the way in which news is told.

A report of Tuesday that opens "the index fell on Monday" goes on telling of Monday; one that opens "the minister has
resigned" tells of the day on which it came out. That is worked out and not said, so it stands apart from `when`: a
reading tells it with its basis, "inferred", and no claim and no timeline ever has it. Left open are what the text puts
further back ("had sunk"), what lies ahead, what is only possible, and what holds ("the firm owns ten ships").

On the texts of SemEval-2015 Task 4, with its gold events, the day is right for 8 of 10 in headlines and opening
sentences and for 7 of 10 further down; it errs towards the news.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from spacy.tokens import Doc, Token

from standfirst.model.reading import Event, Reading
from standfirst.model.span import Span
from standfirst.when import Interval, day

#: Parts of a report that tell the news.
_TOLD = {"headline", "standfirst", "body", "update"}
#: Sentences after the headline that open a report.
_OPENING = 3
#: Days for which something is news.
_NEWS = 3
_PAST = ("past", "perfect")


def find_told_days(reading: Reading, doc: Doc) -> Reading:
    """Fill in `told` of the events that have no date of their own."""
    opening = _opening(reading)
    first = next(_days_told(reading, opening), None)
    events = (replace(one, told=_told(reading, doc, one, opening, first)) for one in reading.events)
    return replace(reading, events=tuple(events))


def _opening(reading: Reading) -> tuple[Span, ...]:
    """The headlines and the first sentences that tell something."""
    told = [one for one in reading.sentences if _kind(reading, one) in _TOLD]
    heads = [one for one in told if _kind(reading, one) == "headline"]
    return (*heads, *[one for one in told if one not in heads][:_OPENING])


def _kind(reading: Reading, span: Span) -> str:
    block = reading.block_at(span.start)
    return block.kind if block is not None else "body"


def _days_told(reading: Reading, opening: Sequence[Span]) -> Iterator[date]:
    """The days by which the opening dates what is past, in order, as far as they are news."""
    for event in reading.events:
        if event.tense not in _PAST or event.when is None or not any(one.holds(event.span) for one in opening):
            continue
        first, out = event.when.first_day, _out(reading, event.span)
        if first is None or out is None or first != event.when.last_day:
            continue
        if timedelta(0) <= out - first <= timedelta(days=_NEWS):
            yield first


def _out(reading: Reading, span: Span) -> date | None:
    """The day on which a passage came out, where it is known to the day."""
    published = reading.published_at(span.start)
    first = published.earliest.date() if published.earliest is not None else None
    return first if first == published.last_day else None


def _told(reading: Reading, doc: Doc, event: Event, opening: Sequence[Span], first: date | None) -> Interval | None:
    if (
        event.when is not None
        or event.factuality not in ("happened", "ongoing")
        or _kind(reading, event.span) not in _TOLD
    ):
        return None
    found = doc.char_span(event.span.start, event.span.end, alignment_mode="expand")
    if found is None or not _is_news(found.root, event, now=any(one.holds(event.span) for one in opening)):
        return None
    over = _over(reading, event, found.root)
    if over is not None:
        return over
    out = _out(reading, event.span)
    if out is None:
        return None
    return day(first if first is not None and first <= out else out)


def _is_news(token: Token, event: Event, *, now: bool) -> bool:
    """Whether an event is told as past, or in an opening as news: by its own tense, or that of what is over it."""
    for node in (token, *token.ancestors):
        if node.dep_ == "acl:relcl" and "," not in (node.left_edge.text, node.doc[max(0, node.left_edge.i - 1)].text):
            return False  # "the strike that killed two" only says which strike
        helpers = {child.lower_ for child in node.children if child.dep_ in ("aux", "aux:pass")}
        if "had" in helpers:
            return False
        if node.pos_ in ("VERB", "AUX") and ("VerbForm=Fin" in str(node.morph) or helpers):
            if helpers & {"will", "would", "may", "might", "could", "can", "should", "must", "to"}:
                return False
            return now or _is_past(node)
    return now or event.nominal


def _is_past(verb: Token) -> bool:
    group = [verb, *(child for child in verb.children if child.dep_ in ("aux", "aux:pass"))]
    return any(one.lower_ in ("has", "have", "'ve", "’ve") and one.dep_ == "aux" for one in group) or any(
        "Tense=Past" in str(one.morph) and "VerbForm=Fin" in str(one.morph) for one in group
    )


def _over(reading: Reading, event: Event, token: Token) -> Interval | None:
    """The stretch of the one dated event of its sentence that it hangs on."""
    above = {one.idx for one in token.ancestors}
    found = {one.when for one in reading.events if one.when is not None and one.span.start in above}
    return found.pop() if len(found) == 1 else None
