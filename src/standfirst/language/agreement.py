"""Does a report agree with itself? Names of one text are settled together.

Three rules. One sense a text: the same words are one kind of name, the one that all their places together speak for, so
a town that is once taken for a person is a town. Surnames: a word that ended a person's full name is that person
elsewhere too, unless the network is sure of something else. A body of a country's name ("the US said") is the country.
They err where a text has a person and a place of one name, and with national teams.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from standfirst.language.decode import Floats

#: Added to the score of "person" where a surname is known; chosen on development data, where 1 to 4 hardly differ.
SURNAME_BONUS = 4.0
_SHORTEST_SURNAME = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A name as decoded: words from ``start`` to ``end`` of the text."""

    start: int
    end: int
    kind: str
    #: Log-probability of each kind for these words.
    scores: Floats


def kind_scores(scores: Floats, columns: NDArray[np.int64]) -> Floats:
    """Log-probabilities of the kinds for one name.

    ``scores`` are words × labels of the name alone; ``columns`` kinds × 4 the labels' numbers (B, I, E, S).
    """
    size = len(scores)
    parts = [3] if size == 1 else [0, *[1] * (size - 2), 2]
    totals = np.sum([scores[at, columns[:, part]] for at, part in enumerate(parts)], axis=0)
    top = totals.max()
    result: Floats = totals - top - np.log(np.exp(totals - top).sum())
    return result


def read_countries(path: Path) -> frozenset[str]:
    """Read the list of countries: entries parted by bars, remarks after ``#``."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return frozenset(entry for line in lines if not line.startswith("#") for entry in line.split("|") if entry)


COUNTRIES = read_countries(Path(__file__).parent / "countries.txt")


def one_sense(names: Sequence[Name], words: Sequence[str], kinds: Sequence[str]) -> list[Name]:
    """Give names of the same words the same kind."""
    places: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, name in enumerate(names):
        places[tuple(words[name.start : name.end])].append(number)
    settled = list(names)
    for text, numbers in places.items():
        found = {names[number].kind for number in numbers}
        if len(found) > 1:
            total = np.sum([np.maximum(names[number].scores, -6) for number in numbers], axis=0)
            found = {kinds[int(total.argmax())]}
        if found == {"organisation"} and " ".join(text) in COUNTRIES:
            found = {"place"}
        (kind,) = found
        for number in numbers:
            settled[number] = replace(names[number], kind=kind)
    return settled


def surnames(names: Sequence[Name], words: Sequence[str]) -> frozenset[str]:
    """The last words of the persons that a text names with more than one word."""
    return frozenset(
        words[name.end - 1]
        for name in names
        if name.kind == "person" and name.end - name.start > 1 and len(words[name.end - 1]) >= _SHORTEST_SURNAME
    )
