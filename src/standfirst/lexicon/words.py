"""The content words of a passage, for measuring how alike two passages are. It knows no meanings, only forms."""

from __future__ import annotations

import re
from functools import cache

from standfirst.lexicon.tables import rows
from standfirst.text import plain

_WORD = re.compile(r"[^\W_]+(?:['.-][^\W_]+)*")


@cache
def _empty() -> frozenset[str]:
    return frozenset(word for row in rows("stopwords.tsv") for word in row[0].split())


def content_words(text: str) -> frozenset[str]:
    """The words of a text that carry content, folded and without the commonest endings."""
    found = (word.rstrip(".") for word in _WORD.findall(plain(text).casefold()))
    return frozenset(stem(word.removesuffix("'s")) for word in found if word not in _empty())


def stem(word: str) -> str:
    """What is compared of a word: no common ending, six letters at most ("approved", "approval": "approv").

    Rough on purpose, both sides are treated alike; it errs towards taking two long words for one.
    """
    if word[0].isdigit():
        return word
    for ending in ("ing", "ed", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)].rstrip("e")[:6]
    return (word.rstrip("e") if len(word) > 4 else word)[:6]


def likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """Shared words over all words of either (Jaccard), 0 to 1."""
    return len(one & other) / len(one | other) if one or other else 0.0


def containment(one: frozenset[str], other: frozenset[str]) -> float:
    """Share of the smaller set that the larger one holds, 0 to 1."""
    small, large = sorted((one, other), key=len)
    return len(small & large) / len(small) if small else 0.0
