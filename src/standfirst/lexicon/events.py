"""Classes of event by the words that tell them, after PLOVER's and ACE's event types, widened for disasters."""

from __future__ import annotations

from functools import cache

from standfirst.lexicon.tables import rows


@cache
def verb_classes() -> dict[str, str]:
    """Class by verb lemma: "bomb" -> "ASSAULT". A verb told under two classes has the first."""
    return _by_word(1)


@cache
def irregular_forms() -> dict[str, str]:
    """Lemma by the form of a verb that does not follow rules: "shot" -> "shoot"."""
    return {row[0]: row[1] for row in rows("forms.tsv")}


@cache
def noun_classes() -> dict[str, str]:
    """Class by noun lemma: "shelling" -> "ASSAULT"."""
    return _by_word(2)


@cache
def adjective_classes() -> dict[str, str]:
    """Class by an adjective that tells how something is: "missing" -> "MISSING"."""
    return _by_word(3)


def _by_word(column: int) -> dict[str, str]:
    found: dict[str, str] = {}
    for row in rows("events.tsv"):
        for word in row[column].split() if row[column] != "-" else ():
            found.setdefault(word, row[0])
    return found
