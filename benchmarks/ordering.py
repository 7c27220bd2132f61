"""Which of two events that one report tells began first, as far as its words say so.

A list of rules, each a connective, a tense, a time or the way of telling; the first that fits decides, and where none
fits the order is left open: that a report tells one thing after another does not put it later. The rules are those of
the literature on temporal relations (TimeML's signals, Reichenbach's tenses); what stands in a statement began before
the statement was made unless its verb looks ahead.

No brief is sorted by it: entries of a timeline that share their day are hardly ever told in one sentence, where the
connectives decide, and across sentences it is right too seldom.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from spacy.tokens import Token

from standfirst.extract.anchors import is_saying
from standfirst.extract.tree import tense
from standfirst.when import Interval, sort_key

#: Conjunctions by whether the clause that they open began first ("after it fell") or last ("before it fell").
_EARLIER = {"after", "since", "because", "once", "when", "as", "while", "given"}
_LATER = {"before", "until", "till", "so"}
#: Verb groups by how far back they look from what is told around them.
_BACK = {"past perfect": 0, "perfect": 1, "past": 2, "present": 3, "future": 4}


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """How the first event in the text stands to the second: before | after; and the rule that says so."""

    relation: str
    rule: str


#: Verb groups that tell something as so.
_TOLD = frozenset({"past", "perfect", "present", "participle"})

_Rule = Callable[[Token, Token], str | None]


def order_of(one: Token, other: Token, times: Mapping[int, Interval]) -> Order | None:
    """The order of two events by their verbs, the first of the text first; None where it is left open.

    `times` gives the stretch of each dated word by its number in the text.
    """
    dated = _by_times(times.get(one.i), times.get(other.i))
    if dated is not None:
        return Order(relation=dated, rule="times")
    for rule in RULES:
        found = rule(one, other)
        if found is not None:
            return Order(relation=found, rule=rule.__name__.strip("_"))
    return None


def _by_times(one: Interval | None, other: Interval | None) -> str | None:
    if one is None or other is None or None in (one.start, one.end, other.start, other.end):
        return None
    if one.end is not None and other.start is not None and sort_key(one.end) <= sort_key(other.start):
        return "before"
    if other.end is not None and one.start is not None and sort_key(other.end) <= sort_key(one.start):
        return "after"
    return None


def look(verb: Token) -> str:
    """past perfect | perfect | past | present | future | infinitive | participle, by the words of the verb group."""
    helpers = {child.lemma_.lower(): child for child in verb.children if child.dep_ in ("aux", "aux:pass", "cop")}
    if any(child.lower_ in ("will", "shall", "'ll", "’ll", "wo", "would") for child in helpers.values()):
        return "future"
    if "have" in helpers and helpers["have"].tag_ != "VB":
        return "past perfect" if helpers["have"].tag_ == "VBD" else "perfect"
    if any(child.lower_ == "to" for child in verb.children if child.dep_ == "mark"):
        return "infinitive"
    if verb.tag_ in ("VBG", "VBN") and not {"be", "get"} & helpers.keys():
        return "participle"
    return tense(verb) or "infinitive"


def _content(one: Token, other: Token) -> str | None:
    """What is said began before it was said, unless its verb looks ahead: "she said the wall had |fallen|"."""
    for cue, told, saying_first in ((one, other, True), (other, one, False)):
        link = _below(cue, told)
        if link is None or not is_saying(cue) or link.dep_ not in ("ccomp", "obj", "obl", "nsubj", "parataxis"):
            continue
        ahead = look(told) in ("future", "infinitive")
        return "before" if ahead == saying_first else "after"
    return None


def _connective(one: Token, other: Token) -> str | None:
    """ "after", "before", "when" and "to" before a clause that hangs on the other verb."""
    for main, part, main_first in ((one, other, True), (other, one, False)):
        if part.head != main or part.dep_ not in ("advcl", "xcomp", "acl"):
            continue
        joints = {
            child.lower_ for child in part.children if child.dep_ in ("mark", "advmod", "case") and child.i < part.i
        }
        if joints & _LATER or ("to" in joints and part.dep_ != "acl"):
            return "before" if main_first else "after"
        if joints & _EARLIER:
            return "after" if main_first else "before"
        if part.dep_ == "advcl" and part.tag_ == "VBG" and main_first:
            return "before"  # "it fell, killing two"
        if part.dep_ == "advcl" and part.tag_ == "VBN":
            return "after" if main_first else "before"
    return None


def _chain(one: Token, other: Token) -> str | None:
    """Verbs joined by "and" are told in the order in which they happened: "he fell and broke a leg"."""
    return "before" if other.head == one and other.dep_ == "conj" and look(one) == look(other) else None


def _subject(one: Token, other: Token) -> str | None:
    """What is told of the subject is older than what the subject does: "the man who was hurt has died"."""
    for main, part, relation in ((one, other, "after"), (other, one, "before")):
        link = _below(main, part)
        if link is not None and link.dep_.startswith("nsubj") and look(part) != "future":
            return relation
    return None


def _tenses(one: Token, other: Token) -> str | None:
    """Tenses that look back different ways, both told by the report itself."""
    if is_saying(one) or is_saying(other):
        return None
    a, b = _BACK.get(look(one)), _BACK.get(look(other))
    if a is None or b is None or a == b or {a, b} <= {1, 2}:
        return None  # "has closed" and "closed" tell nothing of each other
    return "before" if a < b else "after"


def _statement(one: Token, other: Token) -> str | None:
    """What is told beside a statement is what it is about, and older; statements follow each other as they are told."""
    a, b = look(one), look(other)
    if is_saying(one) and is_saying(other):
        return "before" if a in _TOLD and b == "past" else None
    if is_saying(other) and b in _TOLD:
        return "before" if a in _TOLD or (b == "past" and a != "future") else None
    if is_saying(one) and a == "past":
        return None if b == "infinitive" else "before" if b == "future" else "after"
    return None


def _purpose(one: Token, other: Token) -> str | None:
    """An infinitive of a later sentence looks ahead: "the wall fell. They want to |rebuild| it"."""
    ahead = look(other) == "infinitive" and look(one) in _TOLD - {"present"}
    return "before" if ahead and one.sent != other.sent and not is_saying(one) else None


def _below(upper: Token, lower: Token) -> Token | None:
    """The child of the upper word on the way down to the lower one; None where that does not hang on it."""
    node = lower
    while node.head != node:
        if node.head == upper:
            return node
        node = node.head
    return None


#: In the order in which they are tried.
RULES: tuple[_Rule, ...] = (_content, _connective, _chain, _subject, _tenses, _statement, _purpose)
