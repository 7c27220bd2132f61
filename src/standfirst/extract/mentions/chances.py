"""How likely does a pronoun or a definite noun point to each of the things before it?

After Durrett and Klein ("Easy Victories and Uphill Battles in Coreference Resolution", EMNLP 2013): each candidate, and
"nothing of these", gets a score; the scores become probabilities that add up to one, and those of all candidates that
are one thing are added up. A score is the sum of the weights of the features (`salience` for pronouns, `definites` for
nouns) and, but for people, what a small network makes of the features and the pipeline's vectors of both words, as in
Lee et al. ("End-to-end Neural Coreference Resolution", EMNLP 2017) on a far smaller scale.

The weights are data (`lexicon/coreference.tsv` and `.npz`), made by `training/coreference.py`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from math import exp

import numpy as np

from standfirst.extract.mentions.found import Page
from standfirst.lexicon.coreference import WITH_NETWORK, networks, weights


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """Something that a word may point to."""

    #: The number of the thing, below zero where it has no name; None: it points to nothing of these.
    number: int | None
    #: The words that stand for it; none for nothing.
    tokens: tuple[int, ...]
    features: tuple[str, ...]


def chances(page: Page, form: str, token: int, options: Sequence[Option]) -> dict[int | None, float]:
    """How likely a word points to each thing, by its number; None: to none. They add up to one."""
    weight = weights()[form]
    scores = [sum(weight.get(name, 0.0) for name in option.features) for option in options]
    if form in WITH_NETWORK and page.doc.tensor.size:
        scores = [one + other for one, other in zip(scores, _of_network(page, form, token, options), strict=True)]
    highest = max(scores)
    found: dict[int | None, float] = defaultdict(float)
    for option, score in zip(options, scores, strict=True):
        found[option.number] += exp(score - highest)
    total = sum(found.values())
    return {number: part / total for number, part in found.items()}


def _of_network(page: Page, form: str, token: int, options: Sequence[Option]) -> list[float]:
    vectors = page.doc.tensor
    none = np.zeros(vectors.shape[1], dtype=np.float32)
    rows = [vectors[list(option.tokens)].mean(axis=0) if option.tokens else none for option in options]
    scores = networks()[form].scores(vectors[token], np.stack(rows), [option.features for option in options])
    return [float(score) for score in scores]
