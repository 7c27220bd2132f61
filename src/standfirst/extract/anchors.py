"""What a time expression is the time of: the verb, the predicate or the noun that it modifies in the parse.

"A woman charged in the Monday shooting" is dated neither for the charge nor for the sentence: *Monday* is the day of
the shooting. From the word that it modifies a time reaches on only to words that tell the same moment ("is expected to
appear on Monday", "died when the bus fell on Monday"). It errs towards no date: what stands before, after or for a
time, or is compared with it, is not dated by it.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from spacy.tokens import Doc, Token

from standfirst.extract.tree import SUBJECTS, tense
from standfirst.lexicon.cues import cue_words
from standfirst.lexicon.happenings import event_nouns, saying_nouns
from standfirst.model.reading import Timex

#: Prepositions and conjunctions after which a day is not the day of what is told.
_NOT_THEN = {"than", "like", "unlike", "before", "after", "despite", "pre", "post", "following"}
#: Verbs of what is done before the day for which it is done.
_BEFOREHAND = frozenset("prepare wait ready hope pray brace pack train shop save long".split())
#: Prepositions that tie a time to the noun before them, whatever that noun is: "the class of 2005".
_OF_NOUNS = {"of", "for", "from"}
#: Nouns of a part of a day, which have the date that hangs on them: "in the early hours of 9 October".
_DAY_PARTS = {"hour", "morning", "afternoon", "evening", "night", "day"}
#: Verbs that share the time of their open complement: "began to burn", "was expected to appear".
_CATENATIVE = frozenset(
    "begin start stop continue cease finish try attempt manage fail help use go come get be have need appear seem tend"
    " happen expect schedule slate set due plan book fix find leave keep remain suppose able unable likely"
    " report declare pronounce rule deem".split()
)
#: Verbs of seeing what happens: "she watched her sons stand up on Monday".
_SEEN = {"watch", "see", "hear", "film", "record"}
#: Verbs that tell what an event did when it happened: "the shooting on Monday left two dead".
_EFFECTS = frozenset(
    "kill leave injure wound hurt claim damage destroy displace devastate hit strike rock shake happen occur start"
    " begin break take cause force trap flatten level gut burn".split()
)
#: Verbs of what people do with an event by holding it: "held a vigil on Monday".
_LIGHT = frozenset(
    "hold stage have carry launch make give conduct attend host face mark celebrate win lose undergo suffer survive"
    " deliver perform open call pay".split()
)
#: Verbs that happen as their object does, and as their subject does.
_CARRIES = frozenset(
    "make give hold stage conduct launch sign reach take suffer undergo perform win lose begin start complete finish"
    " deliver carry".split()
)
_HAPPENS = frozenset("begin start open end close finish happen occur conclude resume".split())
#: Verbs of what is done about an event afterwards, so that its time is not theirs: "charged in Monday's shooting".
_AFTERWARDS = frozenset(
    "charge convict arrest accuse want question plead sentence indict suspect sue jail imprison investigate identify"
    " involve link connect detain hold seek hunt name wanted cooperate assist implicate testify acquit extradite award"
    " mourn remember honour honor interest use".split()
)
#: Words that rank what they stand with: "the first strike since 1995".
_RANKS = {"first", "last", "only", "most", "least"}
_NOT = {"not", "n't", "n’t", "never", "no"}
#: Words that make two clauses one moment.
_SAME_MOMENT = {"when", "as", "while"}
#: Words before a participle that tells of the same deed: "in announcing the deal on Wednesday, he promised".
_SAME_DEED = {"in", "on", "upon", "by"}
_WITHIN = {"in", "at", "during"}


def modified(doc: Doc, timex: Timex) -> Token | None:
    """The word that a time expression modifies; None where it dates nothing that is told."""
    found = doc.char_span(timex.span.start, timex.span.end, alignment_mode="expand")
    if found is None:
        return None
    root = found.root
    # "shortly after 6 p.m." is told for the time itself, "after Monday" is not Monday
    if timex.type == "DATE" and any(child.lower_ in _NOT_THEN for child in root.children if child.i < root.i):
        return None
    if root.head.lemma_.lower() in _BEFOREHAND and any(child.lower_ == "for" for child in root.children):
        return None  # "they were preparing for Christmas"
    if found.start and doc[found.start - 1].lower_ == "than":
        return None  # "better than yesterday's", however it is parsed
    if _is_one_of_two(root):
        return None
    return _climb(root, found.start)


def _is_one_of_two(time: Token) -> bool:
    """Whether the text leaves open which of several times it was: "on Monday or Tuesday", "in May or at any time"."""
    if any(child.lower_ in ("or", "nor") for one in (time, *time.conjuncts) for child in one.children):
        return True
    after = time.doc[time.right_edge.i + 1 :][:1]
    if any(word.lower_ in ("or", "nor") for word in after):
        return True  # the parse has joined what follows to something before
    # "in May, in June or in July": the parse joins only the last two
    comma = next((token.i for token in time.doc[time.i + 1 : time.right_edge.i + 2] if token.text == ","), None)
    beside = (one for one in time.head.children if one.dep_ == time.dep_ and one.i > time.i)
    return comma is not None and any(one.left_edge.i in (comma, comma + 1) and _is_one_of_two(one) for one in beside)


def _climb(node: Token, start: int) -> Token | None:
    """The first word above that can have a time, from the head of the expression that begins at a token."""
    cases = {child.lower_ for child in node.children if child.dep_ == "case"}
    while True:
        head = node.head
        if "since" in cases and _is_ranked(head, start):
            return None  # "the deadliest attack since 2001" tells of no attack of 2001
        if head == node or is_predicate(node):
            return node if is_predicate(node) else None
        if head.pos_ in ("VERB", "AUX") or is_predicate(head):
            return _told_when(head, node, start)
        if head.pos_ in ("NOUN", "PROPN"):
            said = head.lemma_.lower() in saying_nouns()  # "said in a statement on Monday" is dated for the saying
            if names_event(head) and not said:
                return head
            if head.lemma_.lower() in _DAY_PARTS and cases == {"of"}:
                cases = {child.lower_ for child in head.children if child.dep_ == "case"}
            elif node.i < head.i or (not said and cases & _OF_NOUNS):
                return None  # "the Monday paper", "the class of 2005": the noun's own, and no event
        node = head


def _is_ranked(word: Token, start: int) -> bool:
    """Whether "since" counts back to what was as much: "fell to its lowest since 2001", "not closed since May"."""
    before = [child for child in word.children if child.i < start]
    if any(child.lower_ in _NOT for child in before) and word.pos_ == "VERB":
        return True
    between = word.doc[word.i + 1 : start] if word.pos_ in ("VERB", "AUX") else before
    return any(one.tag_ in ("JJS", "RBS") or one.lower_ in _RANKS or one.lower_ in _NOT for one in between)


def names_event(token: Token) -> bool:
    """Whether a noun names something that happens."""
    return token.pos_ in ("NOUN", "PROPN") and (token.lemma_.lower() in event_nouns() or token.ent_type_ == "event")


def is_predicate(token: Token) -> bool:
    """Whether a word that is no verb is what a clause tells: "he was |mayor| in 2003", "the fire was on |Monday|"."""
    return token.pos_ not in ("VERB", "AUX") and any(child.dep_ == "cop" for child in token.children)


def _told_when(verb: Token, node: Token, start: int) -> Token:
    """The verb, or the one right before the time: "|said| Monday they left"."""
    governor, before = verb.head, verb.doc[max(0, start - 1)]
    if before.pos_ == "VERB" and verb.i > start:
        return before
    first = min(token.i for token in verb.subtree)
    if verb.dep_ != "ccomp" or governor.i > start or node.i > verb.i or first < node.left_edge.i:
        return verb
    return governor if governor.lemma_.lower() in _saying() else verb


@cache
def _saying() -> frozenset[str]:
    return frozenset(cue.lemma for cue in cue_words() if cue.pos == "verb")


def is_saying(verb: Token) -> bool:
    """Whether a verb reports what somebody says."""
    return verb.lemma_.lower() in _saying()


def same_moment(token: Token, *, ahead: bool = False) -> Iterator[Token]:
    """The word and those above it that tell of the same moment, nearest first.

    `ahead` says that the time lies after the telling: then whoever "was ordered to appear" is told of by it as well.
    """
    yield token
    head = token.head
    while head != token:
        if not _shares(token, head, ahead=ahead):
            return
        yield head
        token, head = head, head.head


def _shares(token: Token, head: Token, *, ahead: bool) -> bool:
    if token.dep_ == "acl" and token.tag_ == "VBN" and head.lemma_.lower() in saying_nouns():
        return True  # "said in a statement posted on Monday"
    if not (head.pos_ in ("VERB", "AUX") or is_predicate(head)):
        return False
    if token.pos_ in ("NOUN", "PROPN") and not is_predicate(token):
        return _noun_shares(token, head)
    if token.dep_ == "ccomp" and head.lemma_.lower() in _SEEN:
        return True
    if token.dep_ == "xcomp":
        return ahead or head.lemma_.lower() in _CATENATIVE or token.pos_ == "ADJ"
    if token.dep_ == "conj":
        return not any(child.dep_ in SUBJECTS for child in token.children)
    if token.dep_ == "advcl":
        joints = {child.lower_ for child in token.children if child.dep_ in ("mark", "advmod") and child.i < token.i}
        marks = {child.lower_ for child in token.children if child.dep_ == "mark"}
        return bool(joints & _SAME_MOMENT) or (token.tag_ == "VBG" and marks <= _SAME_DEED)
    return False


def time_of_noun(noun: Token) -> Token | None:
    """The verb whose time is that of what a noun tells: "|gave| a speech", "the trial |begins|", "a deal |reached|"."""
    verb = noun.head
    told = [child for child in noun.children if child.dep_ == "acl" and child.tag_ == "VBN"]
    if noun.dep_ in ("obj", "nsubj:pass"):
        told.append(verb)
    carried = next((one for one in told if one.lemma_.lower() in _CARRIES), None)
    if carried is not None or noun.dep_ not in SUBJECTS:
        return carried
    happens = (verb, *(child for child in verb.children if child.dep_ == "xcomp"))
    return next((one for one in happens if one.lemma_.lower() in _HAPPENS), None)


def _noun_shares(noun: Token, verb: Token) -> bool:
    """Whether what is told of an event by a verb happened with it: "the blast killed two", "held a vigil"."""
    lemma = verb.lemma_.lower()
    if noun.lemma_.lower() in saying_nouns():
        return noun.dep_.startswith("obl") and is_saying(verb)
    if noun.dep_ in ("nsubj", "nsubj:pass"):
        return lemma in _EFFECTS and tense(verb) == "past"
    if noun.dep_ == "obj":
        return lemma in _LIGHT
    if noun.dep_.startswith("obl"):
        within = any(child.lower_ in _WITHIN for child in noun.children if child.dep_ == "case")
        return within and lemma not in _AFTERWARDS
    return False
