"""From scores to structures: lemmas, trees and spans. Pure numpy and strings; nothing here knows the network."""

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Numbers = NDArray[np.int64]
Flags = NDArray[np.bool_]


def lemma_script(word: str, lemma: str) -> str:
    """Write how a word becomes its lemma as ``case|letters to cut|ending to add``.

    >>> lemma_script("Cities", "city"), lemma_script("BAGHDAD", "Baghdad"), lemma_script("was", "be")
    ('l|3|y', 't|0|', 'l|3|be')
    """
    for case in "lktu":
        form = _CASES[case](word)
        if form == lemma:
            # A name keeps its capitals, whatever else would do: "Baghdad" is k, "city" is l.
            return f"{case}|0|"
    case = "l" if lemma == lemma.lower() else "k" if word[:1] == lemma[:1] else "t"
    form = _CASES[case](word)
    same = 0
    while same < min(len(form), len(lemma)) and form[same] == lemma[same]:
        same += 1
    return f"{case}|{len(form) - same}|{lemma[same:]}"


_CASES: dict[str, Callable[[str], str]] = {"l": str.lower, "k": str, "t": str.capitalize, "u": str.upper}


def apply_script(word: str, script: str) -> str:
    """Make the lemma of a word; a script that would leave nothing gives the lower-cased word.

    >>> apply_script("stories", "l|3|y")
    'story'
    """
    case, cut, ending = script.split("|", 2)
    form = _CASES[case](word)
    return (form[: max(len(form) - int(cut), 0)] + ending) or form.lower()


def decode_tree(scores: Floats) -> Numbers:
    """Find the best tree of one sentence (Chu-Liu-Edmonds, exactly one root).

    ``scores`` is words × (1 + words): column 0 is the root, column ``j + 1`` word ``j`` as the head. Returns head
    indices, -1 for the root.
    """
    words = len(scores)
    if words == 1:
        return np.array([-1])
    full = np.full((words + 1, words + 1), -1e9, dtype=np.float64)
    full[1:] = scores
    np.fill_diagonal(full, -1e9)
    heads: Numbers = full.argmax(axis=1)
    heads[0] = 0
    if (heads[1:] == 0).sum() == 1 and _cycle(heads) is None:
        single: Numbers = heads[1:] - 1
        return single
    # Exactly one root: another one costs more than any arc could gain.
    full[1:, 0] -= 1e4
    best: Numbers = _chu_liu_edmonds(full)[1:] - 1
    return best


def _cycle(heads: Numbers) -> list[int] | None:
    """Some cycle among the arcs, if there is one."""
    seen = np.zeros(len(heads), dtype=bool)
    seen[0] = True
    for start in range(1, len(heads)):
        path: list[int] = []
        at = start
        while not seen[at]:
            seen[at] = True
            path.append(at)
            at = int(heads[at])
        if at in path:
            return path[path.index(at) :]
    return None


def _chu_liu_edmonds(scores: NDArray[np.float64]) -> Numbers:
    """Maximum spanning arborescence from node 0; ``scores[d, h]`` for the arc h → d."""
    heads: Numbers = scores.argmax(axis=1)
    heads[0] = 0
    cycle = _cycle(heads)
    if cycle is None:
        return heads
    inside = np.zeros(len(scores), dtype=bool)
    inside[cycle] = True
    rest = np.flatnonzero(~inside)
    cyc = np.array(cycle)
    kept = scores[cyc, heads[cyc]]
    # Arcs into the cycle break one of its arcs; arcs out of it leave from its best node.
    enter = scores[np.ix_(cyc, rest)] - kept[:, None]
    enter_at = enter.argmax(axis=0)
    leave = scores[np.ix_(rest, cyc)]
    leave_at = leave.argmax(axis=1)
    size = len(rest) + 1
    small = np.full((size, size), -1e9, dtype=np.float64)
    small[:-1, :-1] = scores[np.ix_(rest, rest)]
    small[-1, :-1] = enter.max(axis=0) + kept.sum()
    small[:-1, -1] = leave.max(axis=1)
    inner = _chu_liu_edmonds(small)
    result = heads.copy()
    for at, node in enumerate(rest[1:], start=1):
        head = inner[at]
        result[node] = cyc[leave_at[at]] if head == size - 1 else rest[head]
    entry = inner[-1]
    result[cyc[enter_at[entry]]] = rest[entry]
    return result


def viterbi(scores: Floats, allowed: Flags, can_begin: Flags, can_end: Flags) -> Numbers:
    """Find the best label sequence in which every step is allowed (``allowed[from, to]``)."""
    best_alone: Numbers = scores.argmax(axis=1)
    steps_hold = allowed[best_alone[:-1], best_alone[1:]].all()
    if steps_hold and can_begin[best_alone[0]] and can_end[best_alone[-1]]:
        return best_alone
    wall = np.where(allowed, np.float32(0), np.float32(-1e6))
    best = scores[0] + np.where(can_begin, np.float32(0), np.float32(-1e6))
    back = np.zeros(scores.shape, dtype=np.int64)
    for at in range(1, len(scores)):
        paths = best[:, None] + wall
        back[at] = paths.argmax(axis=0)
        best = paths.max(axis=0) + scores[at]
    best = best + np.where(can_end, np.float32(0), np.float32(-1e6))
    result = np.zeros(len(scores), dtype=np.int64)
    result[-1] = int(best.argmax())
    for at in range(len(scores) - 1, 0, -1):
        result[at - 1] = back[at, result[at]]
    return result


def bioes_steps(labels: Sequence[str]) -> tuple[Flags, Flags, Flags]:
    """Say which label may follow which, begin a text, and end it, for labels such as ``B-place``."""
    can_end = np.array([label[0] in "OES" for label in labels])
    can_begin = np.array([label[0] in "OBS" for label in labels])
    allowed = np.zeros((len(labels), len(labels)), dtype=bool)
    for row, before in enumerate(labels):
        for col, after in enumerate(labels):
            if before[0] in "OES":
                allowed[row, col] = after[0] in "OBS"
            else:
                allowed[row, col] = after[0] in "IE" and after[1:] == before[1:]
    return allowed, can_begin, can_end


def label_spans(labels: Sequence[str]) -> list[tuple[int, int, str]]:
    """Read well-formed BIOES labels as (start, end, kind).

    >>> label_spans(["O", "B-person", "E-person", "S-place"])
    [(1, 3, 'person'), (3, 4, 'place')]
    """
    spans, start = [], 0
    for at, label in enumerate(labels):
        if label[0] in "BS":
            start = at
        if label[0] in "ES":
            spans.append((start, at + 1, label[2:]))
    return spans
