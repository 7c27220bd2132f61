"""What a report says that a named thing is: "the cruise ship |Halcyon|", "|Halcyon|, a cruise ship".

A predicate tells it too ("|Halcyon| is a cruise ship"). By these words it may be called later on ("the ship").
Apposition and predicate are read as in Haghighi and Klein (EMNLP 2009), who learnt from them which nouns go with
which names.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from standfirst.extract.mentions.found import Found, Page, head_of, lower

#: Relations of the words in a noun's phrase that may come back with it.
_MODIFIERS = {"amod", "compound", "nmod:desc", "flat"}
_CALLED = {"call", "name", "dub", "title", "know"}


def sorts_of(page: Page, name: Found) -> Iterator[frozenset[str]]:
    """The phrases that tell what a name is of, each as its words in lower case; the head is the last of `phrase`."""
    if not page.has_tree:
        return
    for head in _heads(page, name):
        yield phrase(head, name)


def phrase(head: Token, name: Found) -> frozenset[str]:
    """A noun with the words before it that modify it."""
    words = {
        lower(child) for child in head.children if child.dep_ in _MODIFIERS and not name.lead <= child.i < name.end
    }
    return frozenset({lower(head), head.lemma_.lower(), *words})


def _heads(page: Page, name: Found) -> Iterator[Token]:
    word = page.doc[head_of(page, name.start, name.end)]
    before = page.before(name.lead)
    if before is not None and before.pos_ == "NOUN" and before.text.islower() and _belongs(before, word):
        yield before
    for child in word.children:
        if child.dep_ == "appos" and child.i > word.i and child.pos_ == "NOUN" and _single(child):
            yield child
    above = word.head
    if word.dep_ in ("appos", "flat") and above.pos_ == "NOUN" and _single(above) and above != before:
        yield above
    if word.dep_ == "nsubj" and above.pos_ == "NOUN" and _is_predicate(above):
        yield above
    if (
        word.dep_ in ("obj", "xcomp", "obl")
        and above.lemma_ in _CALLED
        and above.dep_ == "acl"
        and above.head.pos_ == "NOUN"
    ):
        yield above.head


def _belongs(noun: Token, word: Token) -> bool:
    """Whether a noun right before a name is its sort: they hang together and no preposition parts them."""
    return noun.head == word or word.head == noun


def _single(noun: Token) -> bool:
    return "Number=Plur" not in str(noun.morph).split("|")


def _is_predicate(noun: Token) -> bool:
    """Whether "is a ..." is said with it, affirmed and of one."""
    words = {child.lower_ for child in noun.children}
    return bool(words & {"is", "was"}) and bool(words & {"a", "an", "the"}) and not words & {"not", "n't", "n’t", "no"}
