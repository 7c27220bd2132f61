"""The network that marks attributions: windows, ways to stand to a cue, and runs of parts."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from standfirst.language.attributor import CHANGE, PARTS, WINDOW, Words, best_parts, shipped, standing, windows


def text(sentences: list[int], paragraphs: list[int], heads: list[int] | None = None) -> Words:
    size = len(sentences)
    return Words(
        vectors=np.zeros((size, 384), dtype=np.float32),
        tags=["NN"] * size,
        deps=["obj"] * size,
        heads=heads or [-1] * size,
        sentences=np.array(sentences, dtype=np.int64),
        paragraphs=np.array(paragraphs, dtype=np.int64),
        quoted=np.zeros(size, dtype=np.int64),
    )


@given(st.lists(st.tuples(st.integers(1, 400), st.integers(1, 3)), max_size=6))
def test_windows_hold_every_word_once(lengths: list[tuple[int, int]]) -> None:
    sentences: list[int] = []
    paragraphs: list[int] = []
    for number, (length, parts) in enumerate(lengths):
        paragraphs += [number] * length
        sentences += [10 * number + at * parts // length for at in range(length)]
    found = list(windows(text(sentences, paragraphs)))
    assert [at for start, end in found for at in range(start, end)] == list(range(len(sentences)))
    assert all(0 < end - start <= WINDOW for start, end in found)


def test_a_paragraph_is_not_cut_where_it_fits() -> None:
    paragraphs = [0] * 200 + [1] * 100
    assert list(windows(text(paragraphs, paragraphs))) == [(0, 200), (200, 300)]


def test_words_stand_to_a_cue_by_the_branch_that_holds_them() -> None:
    # "the crew said it sank ." with "said" on top: words of one subtree stand alike, another sentence apart
    words = text([0, 0, 0, 0, 0, 0, 1], [0] * 7, heads=[1, 2, -1, 4, 2, 2, -1])
    branches, distance, place, quote = standing(words, 2, (0, 7), {"obj": 0})
    assert branches[0] == branches[1]
    assert branches[3] == branches[4]
    assert branches[2] not in branches[[0, 1, 3, 4]]
    assert branches[6] == 0
    assert distance[1] < distance[2] < distance[3]
    assert place.tolist() == [0] * 6 + [1]
    assert quote.tolist() == [0] * 7


def test_a_part_changes_only_where_it_is_worth_it() -> None:
    content, source = PARTS.index("content"), PARTS.index("source")
    scores = np.full((5, len(PARTS)), -5.0, dtype=np.float32)
    scores[:, content] = 0
    scores[2, source] = 1.9 * CHANGE
    assert best_parts(scores).tolist() == [content] * 5
    scores[2, source] = 2.1 * CHANGE
    assert best_parts(scores).tolist() == [content, content, source, content, content]


def test_the_shipped_weights_mark_nothing_in_nothing() -> None:
    assert shipped().read(text([], []), 0.0) == []


@pytest.mark.parametrize("size", [1, 3])
def test_any_length_can_be_read(size: int) -> None:
    assert len(shipped().read(text([0] * size, [0] * size), 0.0)) == size
