"""What two texts have word for word, by runs of five words of which a fixed share is kept (winnowing).

S. Schleimer, D. S. Wilkerson, A. Aiken, "Winnowing: local algorithms for document fingerprinting", SIGMOD 2003: of
every window of runs the one with the smallest hash is kept, so that any long enough shared passage leaves a mark.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from zlib import crc32

from standfirst.text import squeezed

#: Words in a run, and runs in a window.
RUN, WINDOW = 5, 4
#: A mark that more texts than this have is a set phrase, and is left out where pairs are looked for.
COMMON = 40

_WORD = re.compile(r"[^\W_]+(?:['.-][^\W_]+)*")


def words_in(text: str) -> list[str]:
    """The words of a text, folded."""
    return _WORD.findall(squeezed(text).text)


def runs(words: Sequence[str]) -> list[int]:
    """A hash of every run of five words, the same on every machine."""
    return [crc32(" ".join(words[at : at + RUN]).encode()) for at in range(len(words) - RUN + 1)]


def fingerprint(texts: Iterable[str]) -> frozenset[int]:
    """The kept marks of some passages; no run reaches from one passage into the next."""
    kept: set[int] = set()
    for text in texts:
        hashes = runs(words_in(text))
        for at in range(max(1, len(hashes) - WINDOW + 1)):
            window = hashes[at : at + WINDOW]
            if window:
                kept.add(min(window))
    return frozenset(kept)


def containment(one: frozenset[int], other: frozenset[int]) -> float:
    """Share of the shorter text's marks that the longer has too, 0 to 1."""
    small, large = sorted((one, other), key=len)
    return len(small & large) / len(small) if small else 0.0


def sharing(marks: Mapping[str, Iterable[int]]) -> dict[tuple[str, str], int]:
    """How many marks each pair of texts shares, for pairs that share any; set phrases are left out."""
    holders: dict[int, list[str]] = defaultdict(list)
    for name in sorted(marks):
        for mark in set(marks[name]):
            holders[mark].append(name)
    pairs: Counter[tuple[str, str]] = Counter()
    for names in holders.values():
        if 1 < len(names) <= COMMON:
            pairs.update(combinations(names, 2))
    return dict(pairs)
