"""Attitude words: which verb, noun or adjective tells what someone wants, judges, feels, knows or speaks about."""

from __future__ import annotations

from functools import cache

from standfirst.lexicon.cues import CueWord, by_form, read_cues

#: Patterns that are particles: "lash |out| at", "lay |out| the plan".
PARTICLES = frozenset("out in up forward off down back away aside around apart forth".split())
#: Patterns that are no preposition.
FORMS = frozenset({"clause", "infinitive", "gerund", "object", "as"})


@cache
def attitude_words() -> tuple[CueWord, ...]:
    """Every entry of the list, in its order. Kinds: want | judge | feel | know | speak."""
    return read_cues("attitudes.tsv")


@cache
def attitudes(pos: str) -> dict[str, tuple[CueWord, ...]]:
    """The readings of each written form of one sort: verb | noun | adjective | idiom (the object of a light verb)."""
    return by_form(attitude_words(), pos)
