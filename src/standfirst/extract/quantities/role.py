"""What part does a number play: is it so, planned, a limit, threatened, asked for, an estimate, an aim, or a change?"""

from __future__ import annotations

import re

from spacy.tokens import Token

from standfirst.extract.quantities.count import Counted
from standfirst.extract.quantities.measures import Measure
from standfirst.extract.quantities.sight import Sight
from standfirst.extract.tree import negation
from standfirst.lexicon.counts import count_words

_LIMIT_CUES = frozenset({"a maximum of", "maximum of", "capped at", "a ceiling of", "a maximum"})
_MODALS = frozenset({"will", "would", "shall", "'ll", "could", "may", "might"})
#: "the ferry's licence was for up to 90".
_LIMIT_NOUN = re.compile(
    r"\b(?:licen[cs]e|permit|certificate|limit|ceiling|quota|cap)\s+(?:was|is|of|stands|stood)\s+(?:for\s+|at\s+)?$",
    re.IGNORECASE,
)
#: "he faces |up to ten years| in prison", "punishable by ten years": what a law allows.
_AT_MOST = re.compile(r"\b(?:fac(?:e|es|ed|ing)|carr(?:y|ies|ied|ying)|punishable|maximum|could|may|might)\b[^.;]*$")
_WILL_TURN = re.compile(r"\b(?:will|would) (?:soon )?(?:turn|be)\s+$")
#: "17 more than the owner has said": how far two numbers lie apart.
_DIFFERENCE = re.compile(r"\s+(?:people\s+)?(?:more|fewer|less|higher|lower) than\s+(?!an?\s|one\s|half\s)(?=[A-Za-z])")
#: "up 4,000 on last year": what a number that moved is held against.
_ON_LAST = re.compile(r"\s+(?:on|from|since|over|compared with)\s+(?:an?\s|the\s)?(?:last|previous|year|month|week)\b")
#: "the army is to deploy up to 60": what is arranged.
_IS_TO = re.compile(r"\b(?:is|are)\s+to\s+(?!blame\b)(?:be\s+)?[a-z]+\s+(?:[a-z]+\s+){0,2}$")
#: "50 people are feared dead": nobody has counted them.
_FEARED = re.compile(
    r"(?:\s*[a-z-]+){0,4}?\s+(?:are|is|were|was|now|still|also)\s+(?:now\s+|still\s+)?"
    r"(?:feared|believed|thought|presumed|estimated)\b"
)
_NO_TREE = re.compile(
    r"\b(will|would|shall|plans?|planned|planning|intends?|expected|estimated|vowed|threatened|requested|could|may|might"
    r"|aims?|hopes?)\s+(?:to\s+)?(?:[a-z]+\s+){0,3}$",
    re.IGNORECASE,
)


def role_of(sight: Sight, measure: Measure, counted: Counted) -> str:
    """actual | planned | limit | threatened | requested | estimate | target | change, by the nearest governing word.

    "from 90 to 70": the number that is left is actual. A relative clause is not governed by what governs its noun.
    """
    if counted.head == "age":  # "an inquest will ask why Ana Brel, 24, died" plans no age
        return "planned" if _WILL_TURN.search(sight.text, max(0, measure.start - 24), measure.start) else "actual"
    if measure.cue in _LIMIT_CUES:
        return "limit"
    if counted.head in ("prison", "fine", "fines") and _AT_MOST.search(
        sight.text, max(0, measure.start - 150), measure.start
    ):
        return "limit"
    if _LIMIT_NOUN.search(sight.text[max(0, measure.start - 40) : measure.start]):
        return "limit"
    governed = _governed(sight, measure, counted) if sight.parsed else _by_words(sight, measure)
    if measure.numeral.side == "from":
        return "actual"
    if measure.cue in ("an estimated", "estimated") and governed == "actual":
        return "estimate"
    if governed == "actual" and _is_change(sight, measure, counted):
        return "change"
    if governed == "actual" and _IS_TO.search(sight.text[max(0, measure.start - 50) : measure.start]):
        return "planned"
    if governed == "actual" and _FEARED.match(sight.text, max(measure.after, counted.start), measure.after + 90):
        return "estimate"
    return governed


def is_negated(sight: Sight, measure: Measure) -> bool:
    """Whether the clause denies it: "they do not want two bases", or leaves it open ("whether")."""
    before = sight.text[sight.sentence(measure.start)[0] : measure.start]
    if re.search(r"\b(?:whether|if there)\b[^,;.]*$", before, re.IGNORECASE):
        return True
    if not sight.parsed:
        return False
    node = sight.head_token(measure)
    for _ in range(4):
        if node.pos_ in ("VERB", "AUX"):
            word = negation(node)
            return word is not None and word.dep_ in ("advmod", "neg") and word.idx < measure.start
        if node.head is node:
            return False
        node = node.head
    return False


def _by_words(sight: Sight, measure: Measure) -> str:
    match = _NO_TREE.search(sight.text[max(0, measure.start - 50) : measure.start])
    return count_words().roles.get(match.group(1).lower(), "actual") if match else "actual"


def _is_change(sight: Sight, measure: Measure, counted: Counted) -> bool:
    """Whether the number is how much something moved, not where it stands."""
    before = sight.text[max(0, measure.start - 30) : measure.start].lower()
    if _DIFFERENCE.match(sight.text, measure.after, measure.after + 60):
        return True
    word = re.search(r"\b([a-z]+)\s+(by\s+)?$", before)
    if word is None or measure.numeral.side:
        return False
    if word.group(2):
        return word.group(1) in count_words().moves or _moved_by(sight, measure)
    if word.group(1) in ("up", "down") and _ON_LAST.match(sight.text, measure.after):
        return True
    moved = word.group(1) in count_words().moves and word.group(1) not in count_words().arrivals
    priced = measure.unit is not None and measure.unit.dimension in ("share", "money", "points", "money-c")
    return moved and (priced or (measure.unit is None and counted.carried))


def _moved_by(sight: Sight, measure: Measure) -> bool:
    """ "raised its rate by 25 basis points": the verb over the number moves."""
    verb = sight.head_token(measure).head if sight.parsed else None
    return verb is not None and verb.pos_ == "VERB" and verb.lower_ in count_words().moves


def _governed(sight: Sight, measure: Measure, counted: Counted) -> str:
    node = sight.head_token(measure)
    roles = count_words().roles
    verb_seen = False
    for _ in range(10):
        own = _modal(node) if node.pos_ in ("VERB", "AUX", "ADJ", "NOUN") else None
        if own is not None:
            return own
        if (
            node.head is node
            or node.dep_ in ("acl:relcl", "parataxis")
            or (node.dep_ == "advcl" and verb_seen and not _bare_participle(node))
        ):
            return "actual"
        above, relation = node.head, node.dep_
        if relation == "conj" and node.pos_ in ("VERB", "AUX") and _own_clause(node):
            return "actual"
        role = roles.get(above.lower_)
        if (
            role is not None
            and above.idx < measure.start
            and above.pos_ in ("VERB", "NOUN", "ADJ", "AUX")
            and _governs(above, relation, counted)
        ):
            return role
        verb_seen = verb_seen or node.pos_ in ("VERB", "AUX")
        node = above
    return "actual"


def _bare_participle(node: Token) -> bool:
    return not any(child.dep_ in ("mark", "nsubj", "nsubj:pass") for child in node.children)


def _own_clause(node: Token) -> bool:
    return any(child.dep_.startswith(("nsubj", "aux", "expl")) for child in node.children)


def _modal(node: Token) -> str | None:
    """The role that a modal of this verb gives ("would drop")."""
    for child in node.children:
        if child.dep_ in ("aux", "aux:pass") and child.lower_ in _MODALS and child.i < node.i:
            return count_words().roles[child.lower_]
    return None


def _governs(above: Token, relation: str, counted: Counted) -> bool:
    """Whether a word with a role hands it on over this relation: "plans to cut", "a target of 5%"."""
    word, table = above.lower_, count_words()
    if above.pos_ == "NOUN":
        return relation in ("nmod", "compound", "acl", "nummod", "ccomp") and word in table.role_nouns
    if relation in ("xcomp", "ccomp", "advcl"):
        return True
    if relation in ("obj", "obl", "nsubj:pass", "obl:unmarked", "nmod", "iobj"):
        return not (counted.unit == "person" and word in table.to_people) and word not in table.only_clauses
    return False
