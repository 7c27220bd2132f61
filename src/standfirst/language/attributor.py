"""Whose words, thoughts and wishes are these? A small network over the word vectors marks cues and what each governs.

It sees a few paragraphs at a time. Every word has a chance to be the word on which a cue hangs; for each that is likely
enough, every word around it is cue, source, content or none of them, by the two words' vectors and by how they stand to
each other in tree, sentence and quotation. It resolves nobody and knows no report: `extract.attributions` weighs what
it marks against the rules.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from standfirst.language.network import open_graph

Floats = NDArray[np.float32]
Numbers = NDArray[np.int64]
#: Token numbers, half-open.
Range = tuple[int, int]

#: What a word is to a cue, by its column in the scores.
PARTS = ("none", "cue", "source", "content")
#: What is told of the source: said, thinks, knows, wants, judges (training/labels/ATTRIBUTIONS.md).
SORTS = "SBKWJ"
#: Words in a window: whole paragraphs as long as they fit, a long one cut at its sentences.
WINDOW = 256
#: How far from its cue, in words, a source or content is looked for.
REACH = 90
#: What it costs to change from one part to another between two words, in log-chance: spans are few and long.
CHANGE = 1.0
#: What the graph over a window gives for each word, by name.
OUTPUTS = ("cues", "sorts", "left", "right")
_FARTHEST = 7
#: Ways to stand to a cue in the tree: another branch or sentence, the cue, its head, higher up; then by branch.
_PLAIN, _BRANCHES = 4, 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """What the network reads of a text: one entry a token."""

    #: Tokens × 384.
    vectors: Floats
    tags: Sequence[str]
    deps: Sequence[str]
    #: Number of the head, -1 for the root of a sentence.
    heads: Sequence[int]
    #: Numbers of sentence and paragraph, rising.
    sentences: Numbers
    paragraphs: Numbers
    #: 1 inside a quotation, its marks among it.
    quoted: Numbers


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """One attribution as marked, in tokens; the cue's own word is `at`."""

    at: int
    #: How likely the network holds it that there is one, from 0 to 1.
    chance: float
    #: One letter of SORTS.
    sort: str
    cue: tuple[Range, ...]
    source: tuple[Range, ...]
    content: tuple[Range, ...]


def windows(words: Words) -> Iterator[Range]:
    """The windows that are read at a time, in order and without a gap."""
    starts = [0, *(np.flatnonzero(np.diff(words.paragraphs)) + 1).tolist(), len(words.quoted)]
    begin = 0
    for paragraph, end in pairwise(starts):
        if end - begin > WINDOW and paragraph > begin:
            yield begin, paragraph
            begin = paragraph
        while end - begin > WINDOW:
            inside = np.flatnonzero(np.diff(words.sentences[begin : begin + WINDOW + 1])) + 1
            stop = begin + (int(inside[-1]) if len(inside) else WINDOW)
            yield begin, stop
            begin = stop
    if begin < len(words.quoted):
        yield begin, len(words.quoted)


def standing(words: Words, at: int, within: Range, deps: dict[str, int]) -> tuple[Numbers, Numbers, Numbers, Numbers]:
    """How each word of a range stands to a cue's word: branch of the tree, distance, sentence, quotation.

    A branch is the relation by which the subtree that holds the word hangs on the cue, on its head or higher up.
    """
    low, high = within
    count = len(deps) + 1
    above: dict[int, int] = {}
    step, up = at, 0
    while step >= 0:
        above[step] = min(up, 2)
        step, up = words.heads[step], up + 1
    branches = np.zeros(high - low, dtype=np.int64)
    known: dict[int, int] = {}
    same = words.sentences[low:high] == words.sentences[at]
    for word in (np.flatnonzero(same) + low).tolist():
        path, step = [], word
        while step >= 0 and step not in known and step not in above:
            path.append(step)
            step = words.heads[step]
        if not path:
            branch = 1 + above[step] if step in above else known[step]
        elif step < 0:
            branch = 0
        elif step in known:
            branch = known[step]
        else:
            branch = _PLAIN + above[step] * count + deps.get(words.deps[path[-1]], count - 1)
        known.update(dict.fromkeys(path, branch))
        branches[word - low] = branch
    away = np.arange(low, high) - at
    distance = np.sign(away) * np.minimum(np.log2(np.abs(away) + 1).astype(np.int64) + 1, _FARTHEST) + _FARTHEST
    near = words.paragraphs[low:high] == words.paragraphs[at]
    return branches, distance, np.where(same, 0, np.where(near, 1, 2)), words.quoted[low:high] * 2 + words.quoted[at]


def best_parts(scores: Floats) -> Numbers:
    """The likeliest parts of a run of words, each change between two words costing CHANGE."""
    first, *rest = scores.tolist()
    best, back = first, []
    for row in rest:
        top = max(range(len(PARTS)), key=best.__getitem__)
        changed = best[top] - CHANGE
        back.append([part if best[part] >= changed else top for part in range(len(PARTS))])
        best = [max(before, changed) + here for before, here in zip(best, row, strict=True)]
    found = [max(range(len(PARTS)), key=best.__getitem__)]
    for steps in reversed(back):
        found.append(steps[found[-1]])
    return np.array(found[::-1], dtype=np.int64)


class Attributor:
    """The shipped weights; holds nothing of any text."""

    def __init__(self, encoder: Any, arrays: dict[str, NDArray[np.generic]]) -> None:
        self._encoder = encoder
        self._deps = {str(name): number for number, name in enumerate(arrays["deps"])}
        self._tags = {str(name): number for number, name in enumerate(arrays["tags"])}
        self._weights: dict[str, Floats] = {
            name: value.astype(np.float32) for name, value in arrays.items() if name not in ("deps", "tags")
        }

    @classmethod
    def from_folder(cls, folder: Path) -> Attributor:
        """Read the graph over a window and the tables for pairs of words from a folder of weights."""
        with np.load(folder / "attributor.npz") as arrays:
            return cls(open_graph(folder / "attributor.onnx", threads=1), dict(arrays))

    def read(self, words: Words, least: float, wanted: NDArray[np.bool_] | None = None) -> list[Marked]:
        """Mark the attributions whose chance is at least so much, in the order of their cues.

        Where `wanted` is given, only those whose cue's word is wanted: what a cue governs costs most of the time.
        """
        return [marked for window in windows(words) for marked in self._window(words, window, least, wanted)]

    def _window(self, words: Words, window: Range, least: float, wanted: NDArray[np.bool_] | None) -> Iterator[Marked]:
        low, high = window
        scores, sorts, left, right = self._encode(words, window)
        chances = 1 / (1 + np.exp(-scores))
        likely = chances >= least
        if wanted is not None:
            likely &= wanted[low:high]
        cues = np.flatnonzero(likely).tolist()
        for cue in cues:
            at = low + cue
            near = max(low, at - REACH), min(high, at + REACH)
            parts = best_parts(self._parts(words, at, near, left[cue], right[near[0] - low : near[1] - low]))
            spans = {name: _ranges(parts == column, near[0]) for column, name in enumerate(PARTS)}
            yield Marked(
                at=at,
                chance=float(chances[cue]),
                sort=SORTS[int(sorts[cue].argmax())],
                cue=spans["cue"],
                source=spans["source"],
                content=spans["content"],
            )

    def _parts(self, words: Words, at: int, near: Range, left: Floats, right: Floats) -> Floats:
        hidden = left + right
        for name, numbers in zip(
            ("branch", "distance", "place", "quote"), standing(words, at, near, self._deps), strict=True
        ):
            hidden = hidden + self._weights[f"{name}.weight"][numbers]
        scores = self._two("part", np.maximum(hidden, 0))
        scores -= scores.max(axis=1, keepdims=True)
        scores -= np.log(np.exp(scores).sum(axis=1, keepdims=True))
        scores[at - near[0]] = (-9, 0, -9, -9)
        return scores

    def _encode(self, words: Words, window: Range) -> tuple[Floats, Floats, Floats, Floats]:
        """For each word of a window its score as a cue, the scores of its sorts, and its two sides in a pair."""
        low, high = window
        given = {
            "vectors": words.vectors[low:high],
            "deps": np.array([self._deps.get(dep, len(self._deps)) for dep in words.deps[low:high]], dtype=np.int64),
            "tags": np.array([self._tags.get(tag, len(self._tags)) for tag in words.tags[low:high]], dtype=np.int64),
            "quoted": words.quoted[low:high],
        }
        cues, sorts, left, right = self._encoder.run(list(OUTPUTS), given)
        return cues, sorts, left, right

    def _two(self, name: str, x: Floats) -> Floats:
        """Two layers with what is below nothing cut off between."""
        weights = self._weights
        inner = np.maximum(x @ weights[f"{name}.in.weight"].T + weights[f"{name}.in.bias"], 0)
        result: Floats = inner @ weights[f"{name}.out.weight"].T + weights[f"{name}.out.bias"]
        return result


def _ranges(inside: NDArray[np.bool_], first: int) -> tuple[Range, ...]:
    edges = np.flatnonzero(np.diff(np.concatenate([[False], inside, [False]]).astype(np.int8)))
    return tuple((first + int(a), first + int(b)) for a, b in edges.reshape(-1, 2))


@lru_cache(maxsize=1)
def shipped() -> Attributor:
    """The attributor that comes with the pipeline."""
    return Attributor.from_folder(Path(__file__).parent / "weights")
