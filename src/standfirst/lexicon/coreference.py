"""The weights by which candidates are scored for what points back; `extract.mentions.chances` uses them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from standfirst.lexicon.tables import rows

Floats = NDArray[np.float32]

#: The columns of the table: he (and she), it, they, and definite nouns ("the minister").
FORMS = ("he", "it", "they", "the")
#: Those for which the network is asked: of people the vectors of words say too little.
WITH_NETWORK = ("it", "they", "the")


@dataclass(frozen=True, slots=True, kw_only=True)
class Network:
    """What the features of an option and the vectors of both words say together; the last rows are added."""

    #: Row of `parts` by feature, and (features + 1) × parts, the last all zero.
    rows: Mapping[str, int]
    parts: Floats
    #: (1 + width of a word's vector) × rank, for what points and for what it may point to.
    pointer: Floats
    candidate: Floats
    #: (3 × rank + parts + 1) × hidden, and hidden.
    hidden: Floats
    out: Floats

    def scores(self, pointer: Floats, candidates: Floats, features: Sequence[Sequence[str]]) -> Floats:
        """The score of each option: its vector (a row of zeros for "nothing of these") and its features."""
        one = np.tanh(pointer @ self.pointer[:-1] + self.pointer[-1])
        others = np.tanh(candidates @ self.candidate[:-1] + self.candidate[-1])
        others[~candidates.any(axis=1)] = 0
        told = self._of(features)
        seen = np.concatenate([np.broadcast_to(one, others.shape), others, one * others, told], axis=1)
        scores: Floats = np.maximum(seen @ self.hidden[:-1] + self.hidden[-1], 0) @ self.out
        return scores

    def _of(self, features: Sequence[Sequence[str]]) -> Floats:
        """The parts of the features of each option, added up; the last row of `parts` is nothing."""
        index: list[int] = []
        bounds = []
        for some in features:
            bounds.append(len(index))
            index.append(len(self.parts) - 1)
            index += [self.rows[name] for name in some if name in self.rows]
        told: Floats = np.add.reduceat(self.parts[index], bounds, axis=0)
        return told


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
def networks() -> Mapping[str, Network]:
    """The networks, by form; the rows of their features are those of the table."""
    names = [name for name, *_ in rows("coreference.tsv") if name != "least chance"]
    index = {name: at for at, name in enumerate(names)}
    with (files("standfirst.lexicon") / "coreference.npz").open("rb") as file, np.load(file) as kept:
        parts = {name: kept[name].astype(np.float32) for name in kept.files}
    for name in [name for name in parts if name.endswith(" parts")]:
        parts[name] = np.pad(parts[name], ((0, 1), (0, 0)))
    layers = ("parts", "pointer", "candidate", "hidden", "out")
    return {form: Network(rows=index, **{layer: parts[f"{form} {layer}"] for layer in layers}) for form in WITH_NETWORK}
