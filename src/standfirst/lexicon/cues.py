"""Cue words: which word reports speech, thought, asking or intent, with what stance, and what may follow it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from standfirst.lexicon.tables import rows

_VOWELS = set("aeiou")


@dataclass(frozen=True, slots=True, kw_only=True)
class CueWord:
    """One reading of a word as a cue; a word with several readings has several entries."""

    lemma: str
    #: verb | noun | idiom (an object that a light verb makes a cue) | adjective | preposition | adverb.
    pos: str
    #: say | announce | report | claim | confirm | deny | correct | question | ask | threaten | warn | promise |
    #: intend | believe | express | carry | decline | medium.
    kind: str
    #: asserts | denies | confirms | corrects | questions | declines.
    stance: str
    #: What may follow: quote, clause, infinitive, gerund, object, as, of, for.
    patterns: frozenset[str]
    example: str
    #: Forms that the rules of spelling do not give; empty for a regular word.
    forms: tuple[str, ...] = ()


@cache
def cue_words() -> tuple[CueWord, ...]:
    """Every entry of the list, in its order."""
    return read_cues("cues.tsv")


def read_cues(table: str) -> tuple[CueWord, ...]:
    """The entries of a table of cue words, in its order."""
    return tuple(
        CueWord(
            lemma=row[0],
            pos=row[1],
            kind=row[2],
            stance=row[3],
            patterns=frozenset(row[4].split()),
            example=row[5],
            forms=tuple(row[6].split()) if len(row) > 6 else (),
        )
        for row in rows(table)
    )


@cache
def verb_cues() -> dict[str, tuple[CueWord, ...]]:
    """Readings by written form: "told" -> the entries of "tell"."""
    return by_form(cue_words(), "verb")


@cache
def noun_cues() -> dict[str, tuple[CueWord, ...]]:
    """Readings by written form: "claims" -> the entries of the noun "claim"."""
    return by_form(cue_words(), "noun")


@cache
def adverb_cues() -> dict[str, tuple[CueWord, ...]]:
    """Adverbs that report without a source: "reportedly"."""
    return by_form(cue_words(), "adverb")


def by_form(words: Iterable[CueWord], pos: str) -> dict[str, tuple[CueWord, ...]]:
    """The readings of each written form of the words of one part of speech."""
    found: dict[str, list[CueWord]] = {}
    for word in words:
        if word.pos == pos:
            for form in sorted(_forms(word)):
                found.setdefault(form, []).append(word)
    return {form: tuple(readings) for form, readings in found.items()}


def _forms(word: CueWord) -> set[str]:
    if word.pos == "verb":
        return _verb_forms(word)
    return {word.lemma, _with_s(word.lemma)} if word.pos in ("noun", "idiom") else {word.lemma}


def _verb_forms(word: CueWord) -> set[str]:
    """Every written form of a verb: the listed irregular ones, else those that spelling gives."""
    if word.forms:
        return {word.lemma, *word.forms}
    stem = word.lemma
    if stem.endswith("e"):
        return {stem, stem + "s", stem + "d", stem[:-1] + "ing"}
    if stem.endswith("y") and stem[-2] not in _VOWELS:
        return {stem, _with_s(stem), stem[:-1] + "ied", stem + "ing"}
    return {stem, _with_s(stem), stem + "ed", stem + "ing"}


def _with_s(stem: str) -> str:
    if stem.endswith("y") and stem[-2] not in _VOWELS:
        return stem[:-1] + "ies"
    return stem + ("es" if stem.endswith(("s", "x", "z", "ch", "sh")) else "s")
