"""Whose number is it: the subject of its verb, the one whom a pronoun names, the parties of a deal?"""

from __future__ import annotations

import re

from spacy.tokens import Token

from standfirst.extract.quantities.count import Counted
from standfirst.extract.quantities.measures import Measure
from standfirst.extract.quantities.referents import antecedent, named_like, subject_before
from standfirst.extract.quantities.sight import Sight
from standfirst.extract.tree import is_passive, noun_phrase, subject
from standfirst.lexicon.counts import count_words

#: "it earned $5m, compared with a loss of $2m": the second number is of the same owner.
_COMPARED = re.compile(r"\b(?:compared (?:with|to)|against|versus)\s+(?:an?\s+|the\s+)?(?:[a-z]+\s+){0,3}(?:of\s+)?$")


_WHOSE = re.compile(r"\b(his|her|its|their)\s+$", re.IGNORECASE)


def settled(about: tuple[tuple[int, int], ...], sight: Sight) -> list[tuple[int, int]]:
    """Places that a rule knew already, pronouns among them exchanged for what they stand for, or left out."""
    found: list[tuple[int, int]] = []
    for place in about:
        token = sight.doc[sight.index(place[0])]
        if token.pos_ == "PRON":
            found += antecedent(sight, token) or subject_before(sight, token)
        elif place[1] - place[0] == len(token) and token.pos_ == "NOUN":
            found += antecedent(sight, token) or named_like(sight, token) or [place]
        else:
            found.append(place)
    return found


def owner_of(sight: Sight, measure: Measure, counted: Counted) -> list[tuple[int, int]]:
    """Whose they are, where a pronoun says it: "his six cousins", "three of its boats", "his bail was set at $900"."""
    whose = _WHOSE.search(sight.text, max(0, counted.start - 8), counted.start) if counted.end < measure.start else None
    if whose is not None:
        return antecedent(sight, sight.doc[sight.index(whose.start(1))])
    before = re.search(
        r"\b(his|her|its|their)\s+(?:other\s+|first\s+)?$",
        sight.text[max(0, measure.start - 16) : measure.start],
        re.IGNORECASE,
    )
    after = re.match(r"\s+of\s+(his|her|its|their)\b", sight.text[measure.after : measure.after + 12])
    if before is None and after is None:
        return []
    offset = (
        measure.after + after.start(1) if after else max(0, measure.start - 16) + (before.start(1) if before else 0)
    )
    return antecedent(sight, sight.doc[sight.index(offset)])


def parties_of(sight: Sight, measure: Measure) -> list[tuple[int, int]]:
    """Who is in a deal: the first two names of the sentence that are no place of issue and stand in no brackets."""
    start, end = sight.sentence(measure.start)
    dateline = re.match(r"[A-Z ,.]+(?:\([^)]{2,30}\))?\s+-+\s", sight.text[start : start + 60])
    names = sight.names(start + dateline.end() if dateline else start, end)
    return [
        (first, last)
        for first, last, label in names
        if (label != "person" or last < measure.start) and sight.text[first - 1 : first] != "("
    ][:2]


def subject_of(sight: Sight, measure: Measure, counted: Counted) -> list[tuple[int, int]]:
    """Whose number it is where it is no toll: the subject of the verb ("Kesto has 40 shops")."""
    if not sight.parsed or (counted.event and counted.event not in ("destroyed", "damaged")):
        return []
    compared = _COMPARED.search(sight.text, max(sight.sentence(measure.start)[0], measure.start - 60), measure.start)
    if compared is not None:
        return _compared_with(sight, compared.start(), measure, counted)
    node = sight.head_token(measure)
    for _ in range(5):
        if node.head is node:
            break
        node = node.head
        if node.pos_ in ("VERB", "AUX") or node.dep_ in ("ROOT",):
            who = subject(node)
            if who is not None:
                return _as_scope(sight, who, measure, counted)
    return []


#: Verbs of which the subject gives a penalty, and does not bear it.
_IMPOSES = frozenset(
    {"set", "impose", "order", "grant", "reduce", "raise", "deny", "demand", "request", "seek", "fine"}
)


def is_imposed(sight: Sight, measure: Measure) -> bool:
    """Whether the sentence tells who gave a penalty rather than who bears it: "the judge set bail at $9,000"."""
    verbs = [token for token in sight.head_token(measure).ancestors if token.pos_ == "VERB"] if sight.parsed else []
    return bool(verbs) and verbs[0].lemma_ in _IMPOSES and not is_passive(verbs[0])


def _compared_with(sight: Sight, offset: int, measure: Measure, counted: Counted) -> list[tuple[int, int]]:
    """Whose the number is with which this one is compared: the last subject before the words that compare."""
    first = sight.next_index(sight.sentence(measure.start)[0])
    for token in reversed(sight.doc[first : sight.next_index(offset)]):
        if token.dep_.startswith("nsubj"):
            return _as_scope(sight, token, measure, counted)
    return []


def _named_beside(sight: Sight, noun: Token) -> list[tuple[int, int]]:
    """The noun and the name between commas after it: "the new company, Orra Holdings, will ..."."""
    end = noun.idx + len(noun)
    name = next((n for n in sight.names(end, end + 60) if n[0] == end + 2), None)
    if name is None or sight.text[end : end + 2] != ", " or sight.text[name[1] : name[1] + 1] != ",":
        return []
    return [(noun.doc[noun_phrase(noun)[0]].idx, end), name[:2]]


def _as_scope(sight: Sight, who: Token, measure: Measure, counted: Counted) -> list[tuple[int, int]]:
    """The subject's name, the name that its pronoun stands for, or a definite noun ("the new company")."""
    if who.head.lemma_ in ("say", "tell", "report", "announce", "add") or not abs(who.idx - measure.start) < 200:
        return []
    if who.lower_ == "who" and who.head.dep_ == "acl:relcl" and who.head.head.ent_type_:
        who = who.head.head  # "Ana Brel, who served five years"
    if who.pos_ in ("PRON", "DET"):
        return antecedent(sight, who) or subject_before(sight, who)
    if who.ent_type_:
        held = [name for name in sight.names(who.idx - 80, who.idx + 80) if name[0] <= who.idx < name[1]]
        return [(name[0], name[1]) for name in held[:1]]
    pointed = _named_beside(sight, who) or antecedent(sight, who)
    definite = any(child.dep_ == "det" and child.lower_ in ("the", "this", "these", "that") for child in who.children)
    if not pointed and definite:
        pointed = named_like(sight, who)
    if pointed:
        return pointed
    start, last = noun_phrase(who)
    first = who.doc[start]
    place = (first.idx, who.idx + len(who))
    names = sight.names(first.idx, sight.doc[last - 1].idx + len(sight.doc[last - 1]))
    if names:
        beside = [place] if names[0][0] >= place[1] and first.lower_ in ("the", "this") else []
        return [*beside, *((name[0], name[1]) for name in names[:2])]
    lead = [t for t in sight.doc[start : who.i] if t.pos_ == "PROPN"]
    if lead and who.pos_ == "NOUN":
        return [(lead[0].idx, lead[-1].idx + len(lead[-1]))]
    if who.lower_ in count_words().abstract:
        return []
    overlaps = (place[0] < counted.end and counted.start < place[1]) or place[1] > measure.start >= place[0]
    if (
        overlaps
        or first.lower_ not in ("the", "this", "these", "its", "both", "each", "every")
        or who.pos_ != "NOUN"
        or counted.unit == "person"
    ):
        return []
    return [place]
