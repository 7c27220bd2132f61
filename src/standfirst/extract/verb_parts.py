"""Who takes part in what a verb or a predicate tells: its subject and objects, those that it shares and its gaps.

A subject is shared by joined verbs ("it rose and fell"), by what hangs on a verb without one ("they agreed to |pay|",
"it closed, |having| lost 2%", "forcing the firm to |file|") and by what a relative clause tells of a noun ("the jets
that they |built|"). A role is that of the grammar: of an active verb the subject is the agent,
but of one that tells what befalls it ("the index |fell|").
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from standfirst.extract.tree import SUBJECTS, hung_amiss, is_measure, is_passive, subject
from standfirst.lexicon.deeds import befalling_verbs

_PLACES = {"in", "at", "near", "on", "outside", "inside", "off", "across", "around"}
_INSTRUMENTS = {"with", "using"}
_RELATIVE = {"WDT", "WP"}
#: Verbs whose subject does what hangs on them although they have an object: "promised them to leave".
_OWN_DEED = {"promise", "use", "take", "need", "threaten", "have", "spend"}


def parts_of_verb(verb: Token, bound: Token | None, *, state: bool) -> Iterator[tuple[str, Token]]:
    """(role, head) of each phrase that takes part: agent | patient | recipient | place | instrument.

    `bound` is a word that makes one verb with it and takes no part; `state` says that it tells how something is.
    """
    passive = _passive(verb)
    who = _doer(verb)
    undergone = passive or state or _is_done_to(verb) or _befalls(verb)
    if who is not None and who != bound:
        yield "patient" if undergone else "agent", who
    whom = _gap(verb)
    if whom is not None:
        yield "patient", whom
    for child in verb.children:
        if child == bound or (child.tag_ in _RELATIVE and child.dep_ in ("obj", "iobj")):
            continue
        if child.dep_ == "obj":
            if not (undergone and is_measure(child)):  # "it fell |40 points|"
                yield "patient", child
        elif child.dep_ == "iobj":
            yield "recipient", child
        elif child.dep_.startswith("obl"):
            role = _oblique(child, passive or _is_done_to(verb))
            if role:
                yield role, child


def _doer(verb: Token) -> Token | None:
    """The word of which the verb tells: its subject in the grammar, its own or one that it shares."""
    if verb.pos_ != "VERB":
        return _bearer(verb)
    own = next((child for child in verb.children if child.dep_ in SUBJECTS), None)
    if own is None and verb.dep_ == "xcomp" and verb.head.lemma_.lower() not in _OWN_DEED:
        whom = next((child for child in verb.head.children if child.dep_ == "obj"), None)
        if whom is not None and whom.i < verb.i:
            return whom  # "forcing |the firm| to file"
    who = subject(verb)
    if who is not None and who.tag_ in _RELATIVE | {"WP$"}:
        return _told_of(verb)
    if who is not None:
        return who if who.dep_ in SUBJECTS else None
    if verb.dep_ == "acl" and verb.tag_ not in ("VBN", "VBG"):
        return _holder(verb.head)
    if verb.dep_ in ("acl", "acl:relcl"):
        return verb.head  # "an airstrike ordered by the general", "a tug carrying coal"
    return _above(verb)


def _holder(noun: Token) -> Token | None:
    """Who is to do what an infinitive tells of a noun: "|their| plan to leave", "|she| signed a contract to buy"."""
    owner = next((child for child in noun.children if child.dep_ == "nmod:poss"), None)
    if owner is not None:
        return owner
    if noun.dep_ == "obj" and noun.head.pos_ == "VERB":
        return subject(noun.head)
    return None


def _told_of(verb: Token) -> Token | None:
    """The noun of which a relative clause tells: "the man, who left"."""
    node = verb
    while node.dep_ in ("conj", "xcomp") and node.head != node:
        node = node.head
    return node.head if node.dep_ == "acl:relcl" and not hung_amiss(node) else None


def _above(verb: Token) -> Token | None:
    """The subject of the verb on which a clause without one hangs: "it closed, having lost 2%"."""
    node = verb
    while node.dep_ in ("conj", "xcomp") and node.head != node:
        node = node.head
    if node.dep_ != "advcl" or node.head.pos_ not in ("VERB", "AUX"):
        return None
    return _doer(node.head) if node.head.pos_ == "VERB" else None


def _gap(verb: Token) -> Token | None:
    """The noun that a relative clause leaves out as its object: "the jets (that) they |built|"."""
    if verb.dep_ != "acl:relcl" or _passive(verb):
        return None
    objects = [child for child in verb.children if child.dep_ == "obj"]
    own = next((child for child in verb.children if child.dep_ in SUBJECTS), None)
    if any(child.tag_ in _RELATIVE for child in objects):
        return verb.head
    opened = any(child.tag_ in _RELATIVE or child.tag_ == "WRB" for child in verb.children)
    return verb.head if own is not None and not objects and not opened and own.i < verb.i else None


def _is_done_to(verb: Token) -> bool:
    """Whether a participle without helpers tells what was done to the word of which it tells."""
    bare = not any(child.dep_ == "aux" for child in verb.children)
    return verb.tag_ == "VBN" and bare and verb.dep_ in ("acl", "advcl") and not _has_subject(verb)


def _befalls(verb: Token) -> bool:
    """Whether the subject undergoes what the verb tells: "the index fell", "the index fell 40 points"."""
    if verb.lemma_.lower() not in befalling_verbs():
        return False
    return all(is_measure(child) for child in verb.children if child.dep_ == "obj")


def _has_subject(verb: Token) -> bool:
    return any(child.dep_ in SUBJECTS for child in verb.children)


def _passive(verb: Token) -> bool:
    """Whether a verb is in the passive, or joined to one that is: "was caught and charged"."""
    joined = verb.dep_ == "conj" and verb.tag_ == "VBN" and not any(child.dep_ == "aux" for child in verb.children)
    return is_passive(verb) or (joined and verb.head.pos_ == "VERB" and is_passive(verb.head))


def _bearer(adjective: Token) -> Token | None:
    """What an adjective tells of: its subject, or in "found the man dead" the object of the verb above."""
    if adjective.dep_ == "xcomp":
        found = next((child for child in adjective.head.children if child.dep_ == "obj"), None)
        if found is not None:
            return found
    return subject(adjective)


def _oblique(token: Token, passive: bool) -> str:
    preposition = next((child.lower_ for child in token.children if child.dep_ == "case"), "")
    if is_measure(token):
        return ""
    if token.dep_ == "obl:agent" or (passive and preposition == "by"):
        return "agent"
    if preposition in _PLACES and token.ent_type_ in ("place", "facility"):
        return "place"
    if preposition == "into" or (preposition in ("on", "at") and token.ent_type_ not in ("", "place")):
        return "patient"
    return "instrument" if preposition in _INSTRUMENTS else ""
