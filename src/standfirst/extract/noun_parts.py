"""Who takes part in what a noun tells: "Boeing's delivery of the jets", "the fall of the index", "a strike by pilots".

It reads the noun's own phrase, and the subject of a verb that only carries the noun ("they reached an agreement"). What
the phrase leaves out is left open: whose losses they are is not told by "losses".
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from standfirst.extract.tree import SUBJECTS, is_measure, is_passive, subject
from standfirst.lexicon.deeds import deed_nouns

#: Prepositions by what follows them, whatever the noun: "a bid by the firm", "an attack on the depot".
_AFTER = {"by": "agent", "between": "agent", "among": "agent", "from": "agent", "with": "agent",
          "on": "patient", "against": "patient", "for": "patient", "into": "patient", "over": "patient",
          "to": "recipient"}  # fmt: skip
_PLACES = {"in", "at", "near", "outside", "inside", "off", "across", "around"}
#: Verbs that only carry the event that their object names, so that their subject takes part in it.
_CARRIERS = frozenset(
    "make give receive get reach win carry launch stage hold suffer take sign place post report record see face have"
    " conduct begin start complete undergo perform deliver issue experience".split()
)
#: Kinds of name that act; a product, a work or an index is acted on.
_ACTORS = {"person", "organisation", "group", "place"}


def parts_of_noun(noun: Token) -> Iterator[tuple[str, Token]]:
    """(role, head) of each phrase that takes part: agent | patient | recipient | place."""
    sort = deed_nouns().get(noun.lemma_.lower(), "do")
    for child in noun.children:
        if child.dep_ == "nmod:poss":
            yield _owner(sort, child), child
        elif child.dep_ == "compound" and child.pos_ in ("NOUN", "PROPN"):
            role = _beside(sort, child)
            if role:
                yield role, child
        elif child.dep_.startswith("nmod"):
            role = _after(sort, child)
            if role:
                yield role, child
    carrier = _carrier(noun)
    if carrier is not None:
        yield "patient" if sort == "undergo" else "agent", carrier


def _owner(sort: str, owner: Token) -> str:
    """Whose it is: who does it, or what undergoes it; a product's "launch" is done to it."""
    acted_on = sort == "do" and owner.ent_type_ == "product"
    return "patient" if sort == "undergo" or acted_on else "agent"


def _beside(sort: str, word: Token) -> str:
    """The role of a noun right before: "Boeing delays", "job cuts"; "" in "test flight", which only says what sort."""
    if word.ent_type_ in _ACTORS:
        return "patient" if sort == "undergo" else "agent"
    if word.pos_ == "PROPN":
        return "agent" if sort == "act" else "patient"
    return "" if sort == "act" else "patient"


def _after(sort: str, word: Token) -> str:
    preposition = next((child.lower_ for child in word.children if child.dep_ == "case"), "")
    if is_measure(word):
        return ""  # "a fall of 3 percent"
    if preposition == "of":
        return "agent" if sort == "act" else "patient"
    if preposition in _PLACES:
        if word.ent_type_ in ("place", "facility"):
            return "place"
        return "patient" if preposition == "in" and sort == "undergo" else ""
    return _AFTER.get(preposition, "")


def _carrier(noun: Token) -> Token | None:
    """The subject of a verb that only carries the noun; of a passive the one by whom it is done."""
    verb = noun.head
    if verb.pos_ != "VERB" or verb.lemma_.lower() not in _CARRIERS:
        return None
    if noun.dep_ == "obj":
        found = subject(verb)
        return found if found is not None and found != noun and found.pos_ != "DET" else None
    if noun.dep_ in SUBJECTS and is_passive(verb):
        return next((child for child in verb.children if child.dep_ == "obl:agent"), None)
    return None
