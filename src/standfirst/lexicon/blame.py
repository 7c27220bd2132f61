"""Blame: which events harm, by which words somebody is called the one who did, and who acts for a force or a state."""

from __future__ import annotations

import re
from functools import cache

from standfirst.lexicon.counts import is_person
from standfirst.lexicon.name_words import name_words
from standfirst.lexicon.tables import rows


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(word for row in rows("blame.tsv") if row[0] == kind for word in row[1].split())


def harms(lemma: str, form: str, event_class: str) -> bool:
    """Whether whoever does this does harm or wrong: "stab", or any event of the class SHOOT.

    The form is looked at too: a pipeline leaves some past tenses ("shot", "robbed") without their lemma.
    """
    bare = re.sub(r"(?:ed|ing|s)$", "", form.casefold())
    single = bare[:-1] if bare[-2:-1] == bare[-1:] else bare
    forms = {lemma, form.casefold(), bare, single, bare + "e"}
    return event_class in _words("class") or not forms.isdisjoint(_words("verb"))


def is_deed(event_class: str) -> bool:
    """Whether events of the class are what one party does and has to answer for ("closed its hub")."""
    return event_class in _words("deed")


def is_arm(noun: str) -> bool:
    """Whether a noun in lower case is for those who act for a police, an army or a state ("officers", "troops")."""
    return noun in _words("arm")


def has_arms(words: str) -> bool:
    """Whether the words of a name and its titles are for one that has such arms: "the mayor", "Defence Ministry"."""
    parts = (part.strip(".,").casefold().removesuffix("’s").removesuffix("'s") for part in words.split())
    return any(part in _words("head") or is_arm(part) for part in parts)


def is_somebody(noun: str) -> bool:
    """Whether a noun in lower case is for people or for a force, who can be blamed: "gunman", "brothers", "troops"."""
    known = _words("noun") | _words("person") | _words("arm")
    kinds = name_words().nominals
    forms = (noun, noun + "s", noun.removesuffix("s"))
    return any(form in known or kinds.get(form) == "person" or is_person(form) for form in forms)


@cache
def blame_pattern() -> re.Pattern[str]:
    """Finds words in lower-cased text that call somebody the one who did it: "was the gunman", "is to blame"."""
    phrases = "|".join(re.escape(part) for row in rows("blame.tsv") if row[0] == "phrase" for part in row[1].split("|"))
    nouns = "|".join(sorted(_words("noun")))
    called = rf"(?:is|was|are|were|been|be|as) (?:(?:the|a|an|one|of|lone|only|second) )*(?:{nouns})"
    return re.compile(rf"\b(?:{phrases}|{called})\b")
