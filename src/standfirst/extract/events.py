"""What happens: the events that a report tells, who takes part, and whether they happened.

One event for each verb that is not merely an auxiliary, for each noun that names an event of the lexicon, and for each
predicate after a copula. Factuality follows the verb group and what governs it (FactBank's question, answered by
cues): "will leave" is planned, "vowed to leave" threatened, "did not leave" is negative. It says nothing of who
vouches for it; that is the attribution's part.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cache

from spacy.tokens import Doc, Token

from standfirst.extract.tree import SUBJECTS, is_passive, negation, noun_phrase, subject, tense, text_span
from standfirst.lexicon.events import noun_classes, verb_classes
from standfirst.lexicon.tables import rows
from standfirst.model.reading import Event, Participant, Reading, Timex
from standfirst.model.report import Report
from standfirst.model.span import Shelf, Span

#: How a modal or a governing verb bears on what hangs under it. Ers towards "possible" where it is not known.
_MODALS = {"may": "possible", "might": "possible", "could": "possible", "can": "possible", "would": "planned",
           "will": "planned", "shall": "planned", "'ll": "planned", "’ll": "planned", "wo": "planned",
           "should": "requested", "must": "requested"}  # fmt: skip
#: Takes a role and the head of its noun phrase.
_Add = Callable[[str, Token], None]
_PLACES = {"in", "at", "near", "on", "outside", "inside", "off", "across", "around"}
_INSTRUMENTS = {"with", "using"}


@cache
def _governors() -> dict[str, str]:
    return {row[0]: row[1] for row in rows("factuality.tsv")}


def find_events(reading: Reading, doc: Doc) -> Reading:
    """Fill in the events of a reading, in the order of the text."""
    dated = (one for one in reading.timexes if one.type in ("DATE", "TIME") and one.when is not None)
    timexes = Shelf(dated, lambda timex: timex.span)
    events = tuple(_event(reading.report, doc, token, timexes) for token in doc if _tells_event(token))
    return replace(reading, events=events)


def _tells_event(token: Token) -> bool:
    if token.pos_ == "VERB":
        return token.dep_ not in ("aux", "aux:pass", "case", "amod", "mark", "fixed")
    if token.pos_ == "NOUN":
        return token.lemma_.lower() in noun_classes()
    return False


def _event(report: Report, doc: Doc, token: Token, timexes: Shelf[Timex]) -> Event:
    verbal = token.pos_ == "VERB"
    lemma = _lemma(token)
    cls = (verb_classes() if verbal else noun_classes()).get(lemma, "")
    negated = verbal and negation(token) is not None
    timex = _timex_of(report, doc, token, timexes)
    return Event(
        span=text_span(report, doc, token.i, token.i + 1),
        lemma=lemma,
        cls=cls,
        polarity="negative" if negated else "positive",
        factuality=_factuality(token) if verbal else "happened",
        when=timex.when if timex is not None else None,
        timex=timex.span if timex is not None else None,
        nominal=not verbal,
        tense=_tense(token) if verbal else "",
        depth=sum(1 for _ in token.ancestors),
        participants=tuple(_participants(report, doc, token)) if verbal else (),
    )


def _lemma(token: Token) -> str:
    """The lemma, with its particle where the two are one verb of the lexicon ("turned down": turn-down)."""
    lemma = token.lemma_.lower()
    for child in token.children:
        phrasal = f"{lemma}-{child.lower_}"
        if child.i > token.i and child.dep_ in ("compound:prt", "advmod", "obl") and phrasal in verb_classes():
            return phrasal
    return lemma


def _tense(verb: Token) -> str:
    if any(child.lemma_ == "have" and child.tag_ in ("VBZ", "VBP") and child.dep_ == "aux" for child in verb.children):
        return "perfect"
    return tense(verb)


def _factuality(verb: Token) -> str:
    """happened | ongoing | planned | threatened | possible | requested, by the verb group and its governor."""
    words = {child.lower_ for child in verb.children if child.dep_ == "aux"}
    governed = _governed(verb)
    if governed:
        return governed
    for word in words:
        if word in _MODALS:
            return _MODALS[word]
    if any(child.dep_ == "mark" and child.lower_ in ("if", "unless", "whether") for child in verb.children):
        return "possible"
    if "VerbForm=Inf" in str(verb.morph) and "to" in {c.lower_ for c in verb.children}:
        return "possible" if verb.dep_ in ("xcomp", "advcl", "acl", "csubj") else "planned"
    if tense(verb) == "present" and "VerbForm=Ger" not in str(verb.morph):
        return "ongoing"
    return "happened"


def _governed(verb: Token) -> str:
    """What the verb's governor makes of it ("vowed to destroy": threatened), or "" where it leaves it open."""
    if verb.dep_ not in ("xcomp", "ccomp", "advcl", "acl"):
        return ""
    governor = verb.head
    marks = {child.lower_ for child in verb.children if child.dep_ in ("mark", "aux")}
    if "to" not in marks:
        return ""
    return _governors().get(governor.lemma_.lower(), "")


def _participants(report: Report, doc: Doc, verb: Token) -> list[Participant]:
    passive = is_passive(verb)
    found: list[Participant] = []

    def add(role: str, head: Token) -> None:
        for token in [head, *head.conjuncts]:
            span = text_span(report, doc, *noun_phrase(token))
            found.append(Participant(role=role, span=span, head=text_span(report, doc, token.i, token.i + 1)))

    who = subject(verb)
    if who is not None and who.dep_ in SUBJECTS:
        add("patient" if passive else "agent", who)
    elif verb.dep_ == "acl" and verb.tag_ == "VBN":
        add("patient", verb.head)  # "an airstrike ordered by the general"
    elif verb.dep_ == "acl:relcl" and not any(child.dep_ in SUBJECTS for child in verb.children):
        add("agent", verb.head)
    for child in verb.children:
        if child.dep_ == "obj":
            add("patient", child)
        elif child.dep_ == "iobj":
            add("recipient", child)
        elif child.dep_.startswith("obl"):
            _oblique(child, passive or verb.tag_ == "VBN", add)
    return found


def _oblique(token: Token, passive: bool, add: _Add) -> None:
    preposition = next((child.lower_ for child in token.children if child.dep_ == "case"), "")
    if token.dep_ == "obl:agent" or (passive and preposition == "by"):
        add("agent", token)
    elif preposition in _PLACES and token.ent_type_ in ("place", "facility"):
        add("place", token)
    elif preposition == "into" or (preposition in ("on", "at") and token.ent_type_ not in ("", "place")):
        add("patient", token)
    elif preposition in _INSTRUMENTS:
        add("instrument", token)


def _timex_of(report: Report, doc: Doc, token: Token, timexes: Shelf[Timex]) -> Timex | None:
    """The time expression that hangs on the event, nearest first, within its clause."""
    sentence = report.span(token.sent.start_char, token.sent.end_char)
    inside = [timex for timex in timexes.touching(sentence) if _in_clause(doc, token, timex.span)]
    return min(inside, key=lambda timex: (abs(timex.span.start - token.idx), timex.span.start), default=None)


def _in_clause(doc: Doc, event: Token, span: Span) -> bool:
    found = doc.char_span(span.start, span.end, alignment_mode="expand")
    if found is None or not found.root.sent.start <= event.i < found.root.sent.end:
        return False
    node = found.root
    while node.head != node:
        node = node.head
        if node == event:
            return True
        if node.pos_ == "VERB":
            return False
    return False
