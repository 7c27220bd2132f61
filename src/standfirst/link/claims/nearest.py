"""How alike statements are by the words that few of a story's statements have, and which of two reports are nearest.

Of two statements of different reports that are each the other's nearest, far less need be shared than of any two: what
else would the one report tell so alike? Words weigh by how rare they are among the statements (inverse document
frequency, Spärck Jones 1972). It errs towards none: a tie with another statement of the same words counts as nearest.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from standfirst.link.claims.statements import Statement

#: A word that more statements have tells nothing of what they share.
_COMMON = 100
#: What rounding may put between two equal shares.
_TIE = 1e-9


class Nearest:
    """The likeness of every two statements that share a word, and the best of it by statement and report."""

    def __init__(self, statements: Sequence[Statement], words: Sequence[frozenset[str]]) -> None:
        """Hold all statements against each other by their words; the numbers of the statements are their places."""
        self._statements, self._words = statements, words
        counts = Counter(word for one in words for word in one)
        self._weights = {word: math.log(1 + len(statements) / count) for word, count in counts.items()}
        self._alike: dict[tuple[int, int], float] = {}
        self._best: dict[tuple[int, str], float] = {}
        for one, other in self._pairs():
            alike = self._shared(words[one], words[other])
            self._alike[one, other] = alike
            for mine, theirs in ((one, statements[other].report), (other, statements[one].report)):
                self._best[mine, theirs] = max(alike, self._best.get((mine, theirs), 0.0))

    def pairs(self) -> Iterator[tuple[int, int]]:
        """Every two that share a word that not too many have, the most alike first."""
        yield from sorted(self._alike, key=lambda pair: (-self._alike[pair], pair))

    def likeness(self, one: int, other: int) -> float:
        """Weight of the shared words over the weight of all words of either, 0 to 1."""
        return self._alike.get((min(one, other), max(one, other)), 0.0)

    def mutual(self, one: int, other: int) -> bool:
        """Whether two statements of two reports are each the nearest to the other in its report."""
        a, b = self._statements[one], self._statements[other]
        best = max(self._best.get((one, b.report), 0.0), self._best.get((other, a.report), 0.0))
        return a.report != b.report and self.likeness(one, other) >= best - _TIE

    def _pairs(self) -> Iterator[tuple[int, int]]:
        holders: dict[str, list[int]] = defaultdict(list)
        for number, words in enumerate(self._words):
            for word in words:
                holders[word].append(number)
        seen: set[tuple[int, int]] = set()
        for numbers in holders.values():
            if len(numbers) > _COMMON:
                continue
            for place, one in enumerate(numbers):
                for other in numbers[place + 1 :]:
                    if (one, other) not in seen:
                        seen.add((one, other))
                        yield one, other

    def _shared(self, one: frozenset[str], other: frozenset[str]) -> float:
        # summed in the order of the alphabet, so that the sum does not depend on the order of a set
        whole = sum(self._weights[word] for word in sorted(one | other))
        return sum(self._weights[word] for word in sorted(one & other)) / whole if whole else 0.0
