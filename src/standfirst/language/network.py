"""What does the network say of every word? Windows of whole paragraphs through one ONNX graph, one window at a time.

One window at a time means no padding, and a result that never depends on what else was read with it or on how many
threads there were: the matrices are whole numbers, and their scale comes from the window alone.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from standfirst.language.lemmas import Lemmas
from standfirst.language.wordpiece import WordPiece, shape, style

Floats = NDArray[np.float32]
Numbers = NDArray[np.int64]

#: Pieces in a window: training saw up to 250, and a paragraph of news has about 60.
WINDOW = 250
#: A window that must end inside a paragraph gives back its last sentence, but keeps at least this share of its words.
KEPT_SHARE = 0.4
SENTENCE_START = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Labels:
    """The closed sets that the heads choose from; a label's number is its place."""

    xpos: tuple[str, ...]
    #: "UPOS FEATS", the features as UD writes them ("_" for none).
    morphs: tuple[str, ...]
    #: Lemma scripts, see ``decode.lemma_script``.
    scripts: tuple[str, ...]
    deprels: tuple[str, ...]
    names: tuple[str, ...]
    roles: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Scores:
    """What the network says of a run of words that stand next to each other."""

    start: int
    end: int
    xpos: Numbers
    morphs: Numbers
    #: words × 4: the best lemma scripts, best first.
    scripts: Numbers
    #: Log-odds that a sentence starts here.
    starts: Floats
    names: Floats
    roles: Floats
    #: words × (1 + words): the root, then each word of the window as head.
    arcs: Floats
    rel_dep: Floats
    rel_head: Floats
    #: words × 384: what the heads read, one vector a word.
    word_vectors: Floats


class Network:
    """The shipped weights, loaded once; holds no state of any text."""

    def __init__(self, folder: Path, threads: int = 1) -> None:
        self._reader = _session(folder / "reader.onnx", threads)
        self._relations = _session(folder / "relations.onnx", threads)
        self._root_side: Floats = np.load(folder / "root.npy")
        self.wordpiece = WordPiece.from_file(folder / "vocab.txt")
        read = json.loads((folder / "labels.json").read_text(encoding="utf-8"))
        self.labels = Labels(**{name: tuple(values) for name, values in read.items()})
        self._root = self.labels.deprels.index("root")
        words = [piece for piece in self.wordpiece.pieces if piece.isalpha() and len(piece) > 1]
        self.lemmas = Lemmas.from_file(folder / "lemmas.json", words, self.labels.scripts)

    def read(self, words: Sequence[str], spaced: Sequence[bool], opens: Sequence[bool]) -> Iterator[Scores]:
        """Read words (each with: white space before it, a paragraph opens with it) in order, without gap or overlap."""
        pieces = [self.wordpiece.encode(word) for word in words]
        at = 0
        while at < len(words):
            end, whole = _window_end(pieces, opens, at)
            scores = self._run(words, spaced, opens, pieces, at, end)
            if not whole:
                found = np.flatnonzero(scores.starts > SENTENCE_START)
                found = found[found > KEPT_SHARE * (end - at)]
                if len(found):
                    end = at + int(found[-1])
                    scores = _shortened(scores, end)
            yield scores
            at = end

    def relations(self, scores: Scores, heads: Numbers) -> Numbers:
        """Choose the relation of each word to its head; only a root is ``root``.

        ``heads`` are numbers of words in the window, -1 for a root.
        """
        sides = np.concatenate([scores.rel_head, self._root_side[None]])[heads]
        (found,) = self._relations.run(None, {"dependents": scores.rel_dep, "heads": sides})
        found[:, self._root] = np.where(heads < 0, np.float32(1e6), np.float32(-1e6))
        best: Numbers = found.argmax(axis=1)
        return best

    def _run(
        self,
        words: Sequence[str],
        spaced: Sequence[bool],
        opens: Sequence[bool],
        pieces: list[tuple[int, ...]],
        start: int,
        end: int,
    ) -> Scores:
        ids, shapes, styles = [self.wordpiece.begin], [0], [0]
        first, last = [], []
        look = _styles(words, opens, start, end)
        for at in range(start, end):
            if opens[at] and at > start:
                ids.append(self.wordpiece.end)
                shapes.append(0)
                styles.append(look[at - start])
            encoded = pieces[at]
            first.append(len(ids))
            ids.extend(encoded)
            last.append(len(ids) - 1)
            shapes.extend([shape(words[at], spaced[at])] * len(encoded))
            styles.extend([look[at - start]] * len(encoded))
        ids.append(self.wordpiece.end)
        shapes.append(0)
        styles.append(0)
        given = {
            "piece_ids": ids,
            "positions": range(len(ids)),
            "shapes": shapes,
            "styles": styles,
            "first": first,
            "last": last,
        }
        found = self._reader.run(
            list(_OUTPUTS), {name: np.array(values, dtype=np.int64) for name, values in given.items()}
        )
        return Scores(start=start, end=end, **dict(zip(_OUTPUTS, found, strict=True)))


def _session(path: Path, threads: int) -> Any:
    """Load a graph; the threads are fixed, and none spins while it waits."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])


_OUTPUTS = ("xpos", "morphs", "scripts", "starts", "names", "roles", "arcs", "rel_dep", "rel_head", "word_vectors")


def _window_end(pieces: list[tuple[int, ...]], opens: Sequence[bool], start: int) -> tuple[int, bool]:
    """Find where a window ends: after the last whole paragraph that fits; else inside one (and it is not whole)."""
    size, paragraph_end = 2, start
    for at in range(start, len(pieces)):
        if opens[at] and at > start:
            paragraph_end = at
            size += 1
        size += len(pieces[at])
        if size > WINDOW and at > start:
            return (paragraph_end, True) if paragraph_end > start else (at, False)
    return len(pieces), True


def _shortened(scores: Scores, end: int) -> Scores:
    size = end - scores.start
    cut = {name: getattr(scores, name)[:size] for name in _OUTPUTS}
    cut["arcs"] = cut["arcs"][:, : size + 1]
    return Scores(start=scores.start, end=end, **cut)


def _styles(words: Sequence[str], opens: Sequence[bool], start: int, end: int) -> list[int]:
    found: list[int] = []
    begin = start
    for at in range(start + 1, end + 1):
        if at == end or opens[at]:
            found += [style(words[begin:at])] * (at - begin)
            begin = at
    return found
