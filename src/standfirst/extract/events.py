"""What happens: the events that a report tells, who takes part, and whether they happened.

One event for each verb that is not merely an auxiliary, and for each noun and each predicate adjective ("is missing")
that the lexicon knows. Factuality follows the verb group and what governs it (FactBank's question, answered by
cues): "will leave" is planned, "vowed to leave" threatened, "did not leave" is negative. It says nothing of who
vouches for it; that is the attribution's part.
"""

from __future__ import annotations

from collections.abc import Iterator, Set
from dataclasses import replace
from functools import cache

from spacy.tokens import Doc, Token

from standfirst.extract.datings import times_of
from standfirst.extract.noun_parts import parts_of_noun
from standfirst.extract.tree import bare_phrase, negation, tense, text_span, tokens_in
from standfirst.extract.verb_parts import parts_of_verb
from standfirst.lexicon.deeds import deed_nouns
from standfirst.lexicon.events import adjective_classes, irregular_forms, noun_classes, verb_classes
from standfirst.lexicon.tables import rows
from standfirst.model.reading import Event, Participant, Reading, Timex
from standfirst.model.report import Report
from standfirst.model.span import Span

#: How a modal or a governing verb bears on what hangs under it. Ers towards "possible" where it is not known.
_MODALS = {"may": "possible", "might": "possible", "could": "possible", "can": "possible", "would": "planned",
           "will": "planned", "shall": "planned", "'ll": "planned", "’ll": "planned", "wo": "planned",
           "should": "requested", "must": "requested"}  # fmt: skip
#: What may hang on a verb and make one verb of the lexicon with it: "step down", "put off", "take into custody".
_PARTICLES = {"compound:prt", "advmod", "obl", "obj", "xcomp"}
#: Verbs that only carry the event that their object names.
_LIGHT = {"make", "give", "receive", "get", "reach", "win", "carry", "launch", "stage", "hold", "suffer"}
_REFLEXIVE = {"himself", "herself", "themselves", "itself", "myself", "ourselves"}
#: Subjects and objects that deny by themselves what is told of them.
_NONE = {"nobody", "none", "nothing"}
#: Verbs after which an adjective tells how something is or was found to be.
_LINKING = {"be", "become", "stay", "remain", "keep", "report"}


@cache
def _governors() -> dict[str, str]:
    return {row[0]: row[1] for row in rows("factuality.tsv")}


def find_events(reading: Reading, doc: Doc) -> Reading:
    """Fill in the events of a reading, in the order of the text."""
    dated = times_of(reading, doc)
    times = {token.i for timex in reading.timexes for token in tokens_in(doc, timex.span)}
    events = (_event(reading.report, doc, token, dated.get(token.i), times) for token in doc if _tells_event(token))
    return replace(reading, events=tuple(events))


def _tells_event(token: Token) -> bool:
    if token.pos_ == "VERB":
        return token.dep_ not in ("aux", "aux:pass", "case", "amod", "mark", "fixed")
    if token.pos_ == "NOUN" and token.lemma_.lower() in deed_nouns():
        # "a trade deficit", "the campaign manager": only what sort of thing it is
        return token.dep_ != "compound"
    return _is_predicate(token)


def _is_predicate(token: Token) -> bool:
    """Whether an adjective of the lexicon tells how something is: "is missing", "stays shut"."""
    if token.pos_ not in ("ADJ", "NOUN") or token.lower_ not in adjective_classes():
        return False
    if token.lower_ == "open" and any(case.lower_ == "to" for child in token.children for case in child.children):
        return False  # "open to ideas"
    if token.dep_ == "xcomp":
        return token.head.lemma_.lower() in _LINKING and _bound(token.head)[1] != token
    over = token.head if token.dep_ == "conj" and token.head.pos_ == "ADJ" else token  # "cold but unhurt"
    return any(child.dep_ in ("cop", "aux") and child.lemma_ == "be" for child in over.children)


def _event(report: Report, doc: Doc, token: Token, timex: Timex | None, times: Set[int]) -> Event:
    lemma = _lemma(token)
    verbal = token.pos_ != "NOUN" or lemma not in deed_nouns()
    cls = _class(token, lemma)
    negated = _denied(token) if verbal else any(child.lower_ == "no" for child in token.children)
    return Event(
        span=_word(report, doc, token),
        lemma=lemma,
        cls=cls,
        polarity="negative" if negated else "positive",
        factuality=_factuality(token) if verbal else "happened",
        when=timex.when if timex is not None else None,
        timex=timex.span if timex is not None else None,
        nominal=not verbal,
        tense=_tense(token) if verbal else "",
        depth=sum(1 for _ in token.ancestors),
        participants=tuple(
            Participant(role=role, span=text_span(report, doc, *bare_phrase(one)), head=_word(report, doc, one))
            for role, one in _parts(token, verbal=verbal)
            if one.i not in times
        ),
    )


def _class(token: Token, lemma: str) -> str:
    if token.pos_ == "NOUN" and lemma in deed_nouns():
        return noun_classes().get(lemma, "")
    if token.pos_ == "VERB" and "-" not in lemma and any(child.dep_ == "compound:prt" for child in token.children):
        return ""  # "found out" is not "found"
    light = _light_object(token)
    if light is not None:
        return noun_classes()[light.lemma_.lower()]
    return (verb_classes().get(lemma, "") if token.pos_ == "VERB" else "") or adjective_classes().get(lemma, "")


def _light_object(verb: Token) -> Token | None:
    """The noun that tells the event where the verb only carries it: "reached an |agreement|", "received |approval|"."""
    if verb.pos_ != "VERB" or verb.lemma_.lower() not in _LIGHT:
        return None
    whom = (child for child in verb.children if child.dep_ in ("obj", "nsubj:pass"))
    return next((child for child in whom if child.lemma_.lower() in noun_classes()), None)


def _denied(token: Token) -> bool:
    """Whether a verb or predicate is negated, by a word of its own or by "nobody" and the like."""
    whom = (child for child in token.children if child.dep_ in ("nsubj", "nsubj:pass", "obj"))
    return negation(token) is not None or any(
        child.lower_ in _NONE
        or (child.lower_ == "one" and any(word.lower_ == "no" for word in child.children))
        or (child.lemma_ == "no" and child.pos_ in ("DET", "PRON"))
        for child in whom
    )


def _lemma(token: Token) -> str:
    """The lemma, with what hangs on it where the two are one verb of the lexicon ("turned down": turn-down)."""
    if token.pos_ == "ADJ" or (token.pos_ == "NOUN" and token.lower_ in adjective_classes()):
        return token.lower_
    if token.lower_ == "missing" and not any(child.dep_ == "obj" for child in token.children):
        return "missing"  # parsed as the verb "miss" in "are missing"
    return _bound(token)[0]


def _bound(verb: Token) -> tuple[str, Token | None]:
    """The verb of the lexicon that a verb makes with a word that hangs on it, and that word: "lost their lives"."""
    lemma = irregular_forms().get(verb.lower_, verb.lemma_.lower()) if verb.pos_ == "VERB" else verb.lemma_.lower()
    after = [child for child in verb.children if child.i > verb.i]
    stem = f"{lemma}-self" if any(child.lower_ in _REFLEXIVE for child in after) else lemma
    for child in after:
        if child.dep_ in _PARTICLES:
            for phrasal in (f"{stem}-{child.lower_}", f"{stem}-{child.lemma_.lower()}"):
                if phrasal in verb_classes():
                    return phrasal, child
    return lemma, None


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


def _word(report: Report, doc: Doc, token: Token) -> Span:
    return text_span(report, doc, token.i, token.i + 1)


def _parts(token: Token, *, verbal: bool) -> Iterator[tuple[str, Token]]:
    """(role, head) of each phrase that takes part, joined phrases by themselves."""
    if verbal:
        state = token.pos_ != "VERB" or _lemma(token) == "missing"
        parts = parts_of_verb(token, _bound(token)[1] or _light_object(token), state=state)
    else:
        parts = parts_of_noun(token)
    yield from ((role, one) for role, head in parts for one in _joined(head))


def _joined(head: Token) -> Iterator[Token]:
    """The head of a phrase and those joined to it, but for what is denied: "the mayor, not the |council|"."""
    yield head
    yield from (one for one in head.conjuncts if not any(child.lower_ == "not" for child in one.children))
