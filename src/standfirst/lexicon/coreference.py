"""The weights by which candidates are scored for what points back; `extract.mentions.chances` uses them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from standfirst.lexicon.tables import rows

Floats = NDArray[np.float32]

#: The columns of the table: he (and she), it, they, and definite nouns ("the minister").
FORMS = ("he", "it", "they", "the")
#: Those for which the vectors of words are looked at: of people they say too little.
WITH_VECTORS = ("it", "they", "the")


@dataclass(frozen=True, slots=True, kw_only=True)
class Affinity:
    """How well the vectors of two words go together, each turned into a short one first."""

    #: (1 + width of a word's vector) × rank, for what points and for what it may point to; the last row is added.
    pointer: Floats
    candidate: Floats
    #: rank: the weight of each part where both have it, and of the candidate's parts alone.
    both: Floats
    alone: Floats
    #: rank + 1: the pointer's parts for "points to nothing of these", and what is added.
    none: Floats

    def score(self, pointer: Floats, candidates: Floats) -> tuple[float, Floats]:
        """The score of "nothing of these", and of each candidate (a row each)."""
        one = np.tanh(pointer @ self.pointer[:-1] + self.pointer[-1])
        others = np.tanh(candidates @ self.candidate[:-1] + self.candidate[-1])
        scores: Floats = others @ (one * self.both + self.alone)
        return float(one @ self.none[:-1] + self.none[-1]), scores


@cache
def weights() -> Mapping[str, Mapping[str, float]]:
    """Weight by feature, by form of what points."""
    found: dict[str, dict[str, float]] = {form: {} for form in FORMS}
    for name, *cells in rows("coreference.tsv"):
        if name != "least chance":
            for form, cell in zip(FORMS, cells, strict=True):
                if cell:
                    found[form][name] = float(cell)
    return found


@cache
def least_chance() -> Mapping[str, float]:
    """How likely a thing must be for a pointer to be given to it, by form; between 0 and 1."""
    row = next(cells for name, *cells in rows("coreference.tsv") if name == "least chance")
    return dict(zip(FORMS, map(float, row), strict=True))


@cache
def affinities() -> Mapping[str, Affinity]:
    """The matrices for the vectors of words, by form."""
    with (files("standfirst.lexicon") / "coreference.npz").open("rb") as file, np.load(file) as kept:
        parts = {name: kept[name].astype(np.float32) for name in kept.files}
    names = ("pointer", "candidate", "both", "alone", "none")
    return {form: Affinity(**{name: parts[f"{form} {name}"] for name in names}) for form in WITH_VECTORS}
