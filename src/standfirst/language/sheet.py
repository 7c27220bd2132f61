"""How do annotations get into a spaCy ``Doc``? A table of its attributes, filled by words and handed over once.

spaCy's rows are tokens, white space among them; ours are words. White-space tokens hang on the word before them.
"""

from collections.abc import Iterable
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc, Span

ROLES = "roles"
_ATTRIBUTES = ("TAG", "POS", "MORPH", "LEMMA", "DEP", "HEAD", "ENT_IOB", "ENT_TYPE")
_COLUMN = {name: number for number, name in enumerate(_ATTRIBUTES)}
#: spaCy's numbers for where a token stands in a name.
_OUTSIDE, _BEGIN, _INSIDE = 2, 3, 1


class Sheet:
    """The table of a ``Doc``'s attributes while it is filled; rows are tokens, words the tokens that are no space."""

    def __init__(self, doc: Doc, places: list[int], space: list[int]) -> None:
        self._doc, self._places = doc, np.array(places, dtype=np.int64)
        self._rows = np.zeros((len(doc), len(_ATTRIBUTES)), dtype=np.uint64)
        self._rows[:, _COLUMN["ENT_IOB"]] = _OUTSIDE
        spaces = np.ones(len(doc), dtype=bool)
        spaces[self._places] = False
        for name, value in zip(("TAG", "POS", "DEP"), space, strict=True):
            self._rows[spaces, _COLUMN[name]] = value
        # White space hangs on the word before it, or at the very start on the first word.
        before = np.searchsorted(self._places, np.flatnonzero(spaces)) - 1
        heads = self._places[np.maximum(before, 0)] - np.flatnonzero(spaces)
        self._rows[spaces, _COLUMN["HEAD"]] = heads.astype(np.int64).view(np.uint64)
        for at in np.flatnonzero(spaces):
            self._rows[at, _COLUMN["LEMMA"]] = doc[int(at)].orth
        self._roles: list[tuple[int, int, str]] = []

    def put(self, attribute: str, first: int, values: NDArray[np.uint64]) -> None:
        """Set an attribute of the words from ``first`` on."""
        self._rows[self._places[first : first + len(values)], _COLUMN[attribute]] = values

    def put_heads(self, first: int, heads: NDArray[np.int64]) -> None:
        """Set heads, given as distances in words from ``first`` (-1 for a root), as spaCy's distances."""
        places = self._places[first : first + len(heads)]
        targets = np.where(heads < 0, places, places[heads])
        self.put("HEAD", first, (targets - places).view(np.uint64))

    def put_lemmas(self, first: int, lemmas: list[str]) -> None:
        """Set lemmas, which may be new strings."""
        add = self._doc.vocab.strings.add
        self.put("LEMMA", first, hashes(add(lemma) for lemma in lemmas))

    def put_name(self, start: int, end: int, kind: str) -> None:
        """Set the words from ``start`` to ``end`` as one name."""
        begin, stop = int(self._places[start]), int(self._places[end - 1]) + 1
        self._rows[begin:stop, _COLUMN["ENT_IOB"]] = _INSIDE
        self._rows[begin, _COLUMN["ENT_IOB"]] = _BEGIN
        self._rows[begin:stop, _COLUMN["ENT_TYPE"]] = self._doc.vocab.strings.add(kind)

    def put_role(self, start: int, end: int, kind: str) -> None:
        """Set the words from ``start`` to ``end`` as a title or role."""
        self._roles.append((int(self._places[start]), int(self._places[end - 1]) + 1, kind))

    def write(self) -> None:
        """Hand the table to the ``Doc``."""
        rows: Any = self._rows
        self._doc.from_array([*_ATTRIBUTES], rows)
        self._doc.spans[ROLES] = [Span(self._doc, start, end, label=kind) for start, end, kind in self._roles]


def hashes(values: Iterable[int]) -> NDArray[np.uint64]:
    """Numbers of the string table, as spaCy keeps them."""
    return np.array(list(values), dtype=np.uint64)
