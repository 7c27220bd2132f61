"""Phrases and clauses read off a dependency parse (Universal Dependencies), for every step that needs them.

Offsets of the Doc are offsets of the report's text. A span here is a pair of token indexes, half-open, unless said.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from standfirst.lexicon.counts import is_person
from standfirst.model.report import Report
from standfirst.model.span import Span

#: Relations by which a dependent is a clause of its own, not part of the noun phrase that it hangs on.
_CLAUSES = {"acl", "acl:relcl", "advcl", "advcl:relcl", "parataxis", "ccomp", "csubj", "list", "discourse", "vocative"}
#: Nouns by which amounts are told.
_MEASURES = {"percent", "%", "point", "dollar", "euro", "pound", "cent", "degree", "mile", "kilometre", "metre", "foot"}
SUBJECTS = {"nsubj", "nsubj:pass", "nsubj:outer", "csubj", "csubj:pass", "csubj:outer"}
#: What hangs on a noun that is the predicate of a clause, and is no part of its phrase.
_CLAUSAL = SUBJECTS | {"cop", "aux", "mark", "cc", "case", "punct", "advcl", "expl"}


def text_span(report: Report, doc: Doc, start: int, end: int) -> Span:
    """The place in the text of the tokens start..end (half-open), white space at its ends left out."""
    while start < end - 1 and doc[start].is_space:
        start += 1
    while end - 1 > start and doc[end - 1].is_space:
        end -= 1
    return report.span(doc[start].idx, doc[end - 1].idx + len(doc[end - 1]))


def tokens_in(doc: Doc, span: Span) -> list[Token]:
    """The tokens that lie in a place of the text, in order."""
    found = doc.char_span(span.start, span.end, alignment_mode="contract")
    if found is None:
        found = doc.char_span(span.start, span.end, alignment_mode="expand")
    return list(found) if found is not None else []


def subtree(token: Token) -> tuple[int, int]:
    """The range of tokens from the first to the last that hang on this one."""
    return token.left_edge.i, token.right_edge.i + 1


def noun_phrase(token: Token, *, clauses: bool = False, conjuncts: bool = False) -> tuple[int, int]:
    """The noun phrase of which the token is the head.

    Clauses that hang on it and its conjuncts are left out unless asked for, as are a leading preposition and
    punctuation at the ends: "the defence minister, who left" gives "the defence minister".
    """
    inside = {token.i}
    stack = [token]
    while stack:
        node = stack.pop()
        for child in node.children:
            relation = child.dep_
            if relation in ("case", "cc", "mark") and node == token and child.i < token.i:
                continue
            if not clauses and relation in _CLAUSES:
                continue
            if not conjuncts and relation == "conj" and node == token:
                continue
            if not conjuncts and relation == "appos" and node == token and child.i > token.i:
                continue
            if relation == "punct" and child.text not in "-'’\"“”%$€£":
                continue
            inside.add(child.i)
            stack.append(child)
    start = end = token.i
    while start - 1 in inside or (start - 2 in inside and token.doc[start - 1].is_punct):
        start -= 1
    while end + 1 in inside or (end + 2 in inside and token.doc[end + 1].is_punct):
        end += 1
    return start, end + 1


def bare_phrase(noun: Token) -> tuple[int, int]:
    """The noun phrase, without what makes it the predicate of a clause: "(suspected of being) the gunman"."""
    start, end = noun_phrase(noun)
    before = [child.right_edge.i + 1 for child in noun.children if child.i < noun.i and child.dep_ in _CLAUSAL]
    return max([start, *(one for one in before if one <= noun.i)]), end


def is_measure(token: Token) -> bool:
    """Whether a word is an amount and no thing: "fell by 3 |percent|", "from |2|", "lost 40 |points|"."""
    if token.pos_ in ("NUM", "SYM"):
        return not any(child.dep_ == "det" for child in token.children)  # "the flight of the |777|"
    counted = any(child.dep_ == "nummod" for child in token.children)
    return counted and token.lower_.rstrip("s") in _MEASURES


def subject(verb: Token) -> Token | None:
    """The subject of a verb, its own or, for a conjunct or an open complement, the one that it shares."""
    seen: set[int] = set()
    node = verb
    while node.i not in seen:
        seen.add(node.i)
        found = next((child for child in node.children if child.dep_ in SUBJECTS), None) or noun_before(node)
        if found is not None:
            return found
        if node.dep_ not in ("conj", "xcomp") or node.head == node:
            return None
        node = node.head
    return None


def hung_amiss(verb: Token) -> bool:
    """Whether a relative clause was hung on one noun over a nearer one that its pronoun fits better.

    "|The house| of the suspect, who has fled"; "|the driver| of the crane that fell". It errs towards finding it so:
    then nothing is said of whom the clause tells.
    """
    pronoun = next((child for child in verb.children if child.dep_ in SUBJECTS and child.tag_ in ("WDT", "WP")), None)
    if verb.dep_ != "acl:relcl" or pronoun is None:
        return False
    between = verb.doc[verb.head.i + 1 : pronoun.i]
    if not any(token.pos_ in ("NOUN", "PROPN") and token.dep_ in ("nmod", "obj", "obl") for token in between):
        return False
    noun = verb.head.lemma_.lower()
    person = verb.head.ent_type_ in ("person", "organisation", "group") or is_person(noun) or is_person(f"{noun}s")
    return person if pronoun.lower_ in ("that", "which") else not person


def noun_before(verb: Token) -> Token | None:
    """The noun right before a finite verb that the parse took for its object: "but |Keel| has told the station"."""
    first = min([verb.i, *(child.i for child in verb.children if child.dep_ in ("aux", "aux:pass"))])
    before = verb.doc[first - 1] if first > 0 else None
    if before is None or before.head != verb or before.dep_ not in ("obj", "iobj"):
        return None
    return before if before.pos_ in ("NOUN", "PROPN", "PRON") else None


def is_passive(verb: Token) -> bool:
    """Whether the verb is in the passive."""
    return any(child.dep_ in ("nsubj:pass", "aux:pass", "csubj:pass") for child in verb.children)


def negation(verb: Token) -> Token | None:
    """The word that negates a verb or predicate ("not", "never", "no longer"), or None."""
    for child in verb.children:
        if child.lower_ in ("not", "n't", "n’t", "never") or (
            child.dep_ == "advmod" and child.lower_ in ("nt", "neither")
        ):
            return child
        if child.dep_ in ("obj", "nsubj", "nsubj:pass", "det") and any(
            c.lower_ in ("no", "neither") for c in child.children
        ):
            return child
    return None


def _has(token: Token, feature: str) -> bool:
    return feature in str(token.morph).split("|")


def tense(verb: Token) -> str:
    """past | present | future of a finite verb group, else "" ("will go" is future, "has gone" is past)."""
    helpers = [child for child in verb.children if child.dep_ in ("aux", "aux:pass", "cop")]
    words = {token.lower_ for token in helpers}
    if words & {"will", "shall", "'ll", "’ll", "wo"}:
        return "future"
    for token in [*helpers, verb]:
        if _has(token, "Tense=Past") and not _has(token, "VerbForm=Part"):
            return "past"
    if any(token.lemma_ == "have" for token in helpers):
        return "past"
    return "present" if any(_has(token, "Tense=Pres") for token in [*helpers, verb]) else ""


def verbs_above(token: Token) -> Iterator[Token]:
    """The verbs that govern a token, nearest first."""
    node = token
    while node.head != node:
        node = node.head
        if node.pos_ in ("VERB", "AUX"):
            yield node
