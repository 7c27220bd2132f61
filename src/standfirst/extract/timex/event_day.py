"""When was the event from which an expression counts: "two days after the strike", "the day before the vote"?

Only what the same report has told before with its date answers: a sentence in which that event is the subject of a verb
of happening ("the strike began on 3 March"), or is the verb ("was struck on 3 March"), and in which the only day that
is told hangs on the same verb. Where no sentence does, or two give different days, the expression has no place. It
errs towards that.
"""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc, Token

from standfirst.extract import tree
from standfirst.extract.timex.points import Point
from standfirst.lexicon.time import time_words
from standfirst.model.span import Span

#: A noun phrase longer than this names no event that was spoken of before.
_LONGEST = 5
#: How many of the days told last are looked at.
_MOST_DAYS = 60
_NOUNS = {"NOUN", "PROPN"}


def event_day(doc: Doc, end: int, told: Sequence[tuple[Span, Point]]) -> Point | None:
    """The day of the event named right behind an expression that ends at a code point; `told` are the days so far."""
    if not doc.has_annotation("DEP"):
        return None
    noun = _noun_behind(doc, end)
    if noun is None:
        return None
    days = list(told[-_MOST_DAYS:])
    found = {point for span, point in days if _is_day_of(doc, noun, span, days)}
    return found.pop() if len(found) == 1 else None


def _noun_behind(doc: Doc, end: int) -> Token | None:
    """The head of the definite noun phrase right behind: "the strike", "that vote", but not "a strike"."""
    words = doc.char_span(end - 1, end, alignment_mode="expand")
    behind = [token for token in doc[words.end : words.end + 2 * _LONGEST] if not token.is_space] if words else []
    behind = behind[: _LONGEST + 1]
    if not behind or behind[0].lower_ not in ("the", "that", "this", "his", "her", "their", "its"):
        return None
    for token, after in zip(behind[1:], [*behind[2:], None], strict=True):
        if token.pos_ in _NOUNS and (after is None or after.pos_ not in _NOUNS):
            return token
        if token.pos_ not in {*_NOUNS, "ADJ", "NUM"}:
            return None
    return None


def _is_day_of(doc: Doc, noun: Token, day: Span, days: list[tuple[Span, Point]]) -> bool:
    """Whether the sentence of a day tells that event, and of no other day, with both on one verb."""
    head = doc.char_span(day.start, day.end, alignment_mode="expand")
    if head is None or not len(head):
        return False
    sentence = head.root.sent
    others = [span for span, _ in days if sentence.start_char <= span.start < sentence.end_char]
    verb = next(tree.verbs_above(head.root), None)
    event = noun.lemma_.lower()
    if len(others) != 1 or sentence.end_char > noun.idx or (verb is not None and tree.negation(verb) is not None):
        return False
    if verb is None:  # "the vote was on Monday"
        return any(child.dep_ == "nsubj" and child.lemma_.lower() == event for child in head.root.children)
    if verb.lemma_.lower() == event:
        return True
    subject = tree.subject(verb)
    happens = verb.lemma_.lower() in time_words().happens
    return happens and subject is not None and subject.lemma_.lower() == event
