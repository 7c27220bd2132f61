"""Words that reports use for one another ("quake" and "tremor"), and words that exclude each other ("man", "woman").

The first are in `alike.tsv`, the others in `opposites.tsv`. They only weigh in how alike two tellings are; nothing is
told because of them. It errs towards taking two things for one ("gun" and "pistol"), so whoever asks needs more than
the words.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from standfirst.lexicon.tables import rows
from standfirst.lexicon.words import stem


@cache
def _meanings() -> dict[str, str]:
    """The first word of its row by each word, both as they are compared."""
    found: dict[str, str] = {}
    for row in rows("alike.tsv"):
        first, *others = row[0].split()
        for word in (first, *others):
            found.setdefault(stem(word), stem(first))
    return found


def meaning(word: str) -> str:
    """What stands for a stemmed word and for all words of its row; a word that is in none stands for itself."""
    return _meanings().get(word, word)


def meanings(words: Iterable[str]) -> frozenset[str]:
    """The `meaning` of each of some stemmed words."""
    return frozenset(meaning(word) for word in words)


@cache
def _answers() -> dict[str, tuple[tuple[int, int], ...]]:
    """By word, each question that it answers, with the number of the answer; the words as they are compared."""
    found: dict[str, list[tuple[int, int]]] = {}
    for question, row in enumerate(rows("opposites.tsv")):
        for answer, cell in enumerate(row):
            for word in cell.split():
                found.setdefault(stem(word), []).append((question, answer))
    return {word: tuple(answers) for word, answers in found.items()}


def opposed(some: Iterable[str], others: Iterable[str]) -> bool:
    """Whether two sets of stemmed words give no answer in common to one question: "critical" and "stable".

    The words may be of two things ("the critical hour", "a stable job"); it errs towards opposed.
    """
    one, other = _answered(some), _answered(others)
    return any(one[question].isdisjoint(other[question]) for question in one.keys() & other.keys())


def _answered(words: Iterable[str]) -> dict[int, set[int]]:
    found: dict[int, set[int]] = {}
    for word in words:
        for question, answer in _answers().get(word, ()):
            found.setdefault(question, set()).add(answer)
    return found
