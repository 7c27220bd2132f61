"""Whatever a pronoun may point back to: names, nouns without a name, pairs, and the pronouns before it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from standfirst.extract.mentions.found import Found, Page, head_of, lower
from standfirst.extract.mentions.pointer import GENDERED, Pointer, Thing
from standfirst.extract.mentions.roles import is_role_word
from standfirst.extract.tree import SUBJECTS
from standfirst.lexicon.cues import verb_cues
from standfirst.lexicon.name_words import name_words

#: Relations of a noun that is no thing of its own, but a part of another's phrase.
_PARTS = {
    "compound",
    "flat",
    "fixed",
    "goeswith",
    "amod",
    "nummod",
    "advmod",
    "obl:unmarked",
    "nmod:unmarked",
    "nmod:desc",
}
_ROLES = {
    **dict.fromkeys(SUBJECTS, "subject"),
    "obj": "object",
    "iobj": "object",
    "nmod:poss": "owner",
    "nmod": "noun",
    "root": "root",
}
#: Nouns that no pronoun for a thing takes up in news: times, and what is only counted.
_TIMES = frozenset(
    "time year month week day hour minute second morning afternoon evening night weekend today yesterday tomorrow"
    " decade century moment percent per cent way lot bit kind sort number".split()
)
_SEVERAL = frozenset("people police others officials authorities public family couple crowd staff crew team".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Trace:
    """One place of the text where something is named or pointed to."""

    #: The head as an index of tokens, and the range of the phrase.
    token: int
    start: int
    end: int
    #: The number of the thing; below zero where it has no name.
    number: int
    #: person | perhaps a person | organisation | place | country | facility | group | product | event | work | other,
    #: and "thing" for a noun that tells no kind.
    kind: str
    gender: str | None
    #: Whether it is several; None where that is open.
    several: bool | None
    #: name | noun | pair | he | it | they.
    form: str
    #: subject | object | owner (possessive) | noun (in another noun's phrase) | root | other.
    role: str
    #: Whether it is the subject of a verb of speech.
    speaks: bool
    sentence: int
    paragraph: int
    #: the | a | owned ("its", "Ida's") | bare: how a noun is introduced; "" for others.
    article: str
    #: Number of the quotation that it stands in; -1 outside of any.
    quote: int


def trace_at(
    page: Page,
    token: int,
    *,
    number: int,
    kind: str,
    form: str,
    span: tuple[int, int],
    gender: str | None = None,
    several: bool | None = None,
) -> Trace:
    """The trace of something whose head is known."""
    word = page.doc[token]
    role = _role(page, word, span)
    return Trace(
        token=token,
        start=span[0],
        end=span[1],
        number=number,
        kind=kind,
        gender=gender,
        several=several,
        form=form,
        role=role,
        speaks=role == "subject" and _speaks(page, word, span[1]),
        sentence=page.sentence(token),
        paragraph=page.paragraph(token),
        article=_article(word) if form == "noun" else "",
        quote=page.quote(token),
    )


def _article(word: Token) -> str:
    for child in word.children:
        if child.dep_ == "nmod:poss":
            return "owned"
        if child.dep_ == "det" and child.i < word.i:
            return "the" if child.lower_ in ("the", "this", "that", "these", "those") else "a"
    return "bare"


def _role(page: Page, word: Token, span: tuple[int, int]) -> str:
    if not page.has_tree:
        return "subject" if page.starts_sentence(span[0]) else "other"
    for _ in range(3):
        if word.dep_ not in ("conj", "appos", "flat"):
            break
        word = word.head
    return _ROLES.get(word.dep_, "other")


def _speaks(page: Page, word: Token, end: int) -> bool:
    """Whether the subject is that of a verb of speech."""
    if page.has_tree:
        return word.head.lower_ in verb_cues()
    return any(lower(token) in verb_cues() for token in page.doc[end : end + 1])


def named_traces(page: Page, names: list[Found], numbers: list[int], things: tuple[Thing, ...]) -> Iterator[Trace]:
    """The names; one word that nothing else tells to be a person's is perhaps one, since it may be a place."""
    thing_of = {thing.number: thing for thing in things}
    for name, number in zip(names, numbers, strict=True):
        thing = thing_of[number]
        kind = "country" if thing.country and name.kind in ("place", "organisation") else name.kind
        several = True if name.kind == "group" else False if name.kind == "person" else None
        token = head_of(page, name.start, name.end)
        yield trace_at(
            page,
            token,
            number=number,
            kind=kind if name.kind != "person" or thing.sure else "perhaps a person",
            form="name",
            span=(name.lead, name.end),
            gender=thing.gender,
            several=several,
        )


def unnamed_traces(page: Page, names: list[Found], pointers: list[Pointer]) -> Iterator[Trace]:
    """The nouns that are no part of a name, each with what it points to where that is known, and pairs of things."""
    if not page.has_tree:
        return
    inside = {at for name in names for at in range(name.lead, name.end)}
    told = {pointer.head: pointer for pointer in pointers if pointer.number is not None}
    for token in page.doc:
        if token.i not in inside and (token.pos_ == "NOUN" or token.i in told) and _stands(token, inside):
            pointer = told.get(token.i)
            kind = noun_kind(token) if pointer is None else pointer.kind
            number = -1 - token.i if pointer is None or pointer.number is None else pointer.number
            several = _several(token)
            lemma = token.lemma_.lower()
            gender = next((gender for gender, words in GENDERED.items() if lemma in words), None)
            start = min(token.left_edge.i, token.i)
            yield trace_at(
                page,
                token.i,
                number=number,
                kind=kind,
                form="noun",
                span=(start, token.i + 1),
                gender=gender,
                several=several,
            )
        if token.pos_ in ("NOUN", "PROPN") and any(child.dep_ == "conj" for child in token.children):
            end = max(child.i for child in token.children if child.dep_ == "conj") + 1
            person = noun_kind(token) == "person"
            yield trace_at(
                page,
                token.i,
                number=-1 - len(page.doc) - token.i,
                kind="person" if person else "thing",
                form="pair",
                span=(token.left_edge.i, end),
                several=True,
            )


def _stands(token: Token, inside: set[int]) -> bool:
    """Whether a noun is a thing of its own and not the role or sort of a name beside it."""
    if token.dep_ in _PARTS or token.lemma_.lower() in _TIMES:
        return False
    beside = ("appos", "flat", "compound", "nmod:desc")
    if any(child.dep_ in beside and child.i in inside for child in token.children):
        return False
    return not (token.dep_ == "appos" and token.head.i in inside)


def _several(token: Token) -> bool | None:
    if token.lower_ in _SEVERAL:
        return True
    return "Number=Plur" in str(token.morph).split("|")


def noun_kind(token: Token) -> str:
    """The kind of thing that a noun tells of; "thing" where it tells none."""
    word, lemma = lower(token), token.lemma_.lower()
    table = name_words()
    for form in (word, lemma):
        if form in table.nominals:
            return table.nominals[form]
        if (
            form in table.kin
            or is_role_word(form)
            or form in _PEOPLE
            or any(form in some for some in GENDERED.values())
        ):
            return "person"
    return table.tells.get(word) or table.tells.get(lemma) or "thing"


_PEOPLE = frozenset(
    "people person child kid baby parent friend colleague member worker voter resident citizen critic opponent"
    " supporter player fan"
    " candidate politician artist author writer scientist researcher journalist reporter photographer"
    " musician singer actor actress engineer owner uncle aunt cousin grandfather grandmother grandson granddaughter"
    " nephew niece fiance fiancee widow widower bride groom guy lady gentleman girlfriend boyfriend partner spouse"
    " neighbour neighbor passenger tourist migrant refugee protester activist terrorist militant rebel fighter".split()
)
