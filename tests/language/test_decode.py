import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from standfirst.language.agreement import Name, one_sense, surnames
from standfirst.language.decode import apply_script, bioes_steps, decode_tree, label_spans, lemma_script, viterbi
from standfirst.language.lemmas import Lemmas
from standfirst.language.pipeline import opens_paragraph


@pytest.mark.parametrize(
    ("word", "lemma"),
    [
        ("was", "be"),
        ("Cities", "city"),
        ("BAGHDAD", "Baghdad"),
        ("Iraqis", "Iraqi"),
        ("n't", "not"),
        ("a", "a"),
        ("iPhones", "iPhone"),
    ],
)
def test_a_script_makes_its_lemma(word: str, lemma: str) -> None:
    assert apply_script(word, lemma_script(word, lemma)) == lemma


@given(st.text(min_size=1, max_size=12), st.text(min_size=1, max_size=12))
def test_every_script_makes_something(word: str, lemma: str) -> None:
    assert apply_script(word, lemma_script(word, lemma))


def test_a_made_up_stem_gives_way_to_a_known_word() -> None:
    lemmas = Lemmas({"VBD": {"was": "be"}}, ["get"], ["l|4|te", "l|4|", "l|0|"])
    assert lemmas.find("getting", "VBG", (0, 1, 2)) == "get"
    assert lemmas.find("Was", "VBD", (0,)) == "be"
    assert lemmas.find("Zorp", "NN", (2,)) == "zorp"


def is_tree(heads: list[int]) -> bool:
    if heads.count(-1) != 1:
        return False
    for start in range(len(heads)):
        at, steps = start, 0
        while heads[at] >= 0 and steps <= len(heads):
            at, steps = heads[at], steps + 1
        if steps > len(heads):
            return False
    return True


@settings(max_examples=200)
@given(st.integers(1, 7), st.integers(0, 10_000))
def test_the_tree_is_a_tree_and_the_best_one(words: int, seed: int) -> None:
    scores = np.random.default_rng(seed).normal(size=(words, words + 1)).astype(np.float32)
    heads = decode_tree(scores).tolist()
    assert is_tree(heads)
    if words <= 4:
        options = np.array(np.meshgrid(*[range(-1, words)] * words)).reshape(words, -1).T.tolist()
        best = max(sum(scores[d, h + 1] for d, h in enumerate(o)) for o in options if is_tree(o))
        assert sum(scores[d, h + 1] for d, h in enumerate(heads)) == pytest.approx(best, abs=1e-4)


LABELS = ("O", "B-a", "I-a", "E-a", "S-a", "B-b", "I-b", "E-b", "S-b")


@given(st.integers(1, 9), st.integers(0, 10_000))
def test_labels_are_always_well_formed(words: int, seed: int) -> None:
    scores = np.random.default_rng(seed).normal(size=(words, len(LABELS))).astype(np.float32)
    found = [LABELS[number] for number in viterbi(scores, *bioes_steps(LABELS))]
    for before, after in zip(["O", *found], [*found, "O"], strict=True):
        assert (before[0] in "BI") == (after[0] in "IE")
        if before[0] in "BI":
            assert before[2:] == after[2:]


def test_spans_are_read_off_labels() -> None:
    assert label_spans(["B-a", "I-a", "E-a", "O", "S-b"]) == [(0, 3, "a"), (4, 5, "b")]


@pytest.mark.parametrize(
    ("gap", "following", "opens"),
    [
        ("\n\n", "the", True),
        ("\n", "The", True),
        ("\n", "the", False),
        (" ", "The", False),
        ("\r\n\r\n", "a", True),
        ("\u2029", "A", True),
    ],
)
def test_what_opens_a_paragraph(gap: str, following: str, opens: bool) -> None:
    assert opens_paragraph(gap, following) == opens


KINDS = ("person", "place", "organisation")


def name(start: int, end: int, kind: str, sure: float = 0.9) -> Name:
    rest = (1 - sure) / 2
    scores = np.log(np.array([sure if k == kind else rest for k in KINDS], dtype=np.float32))
    return Name(start=start, end=end, kind=kind, scores=scores)


@pytest.mark.parametrize(
    ("words", "names", "settled"),
    [
        ("Suva in Suva of Suva", [(0, "person", 0.5), (2, "place", 0.9), (4, "place", 0.9)], ["place"] * 3),
        ("Waqa or Waqa", [(0, "person", 0.9), (2, "place", 0.6)], ["person"] * 2),
        ("Fiji said so", [(0, "organisation", 0.99)], ["place"]),
        ("Reuters said so", [(0, "organisation", 0.99)], ["organisation"]),
    ],
)
def test_a_text_agrees_with_itself(words: str, names: list[tuple[int, str, float]], settled: list[str]) -> None:
    found = one_sense([name(at, at + 1, kind, sure) for at, kind, sure in names], words.split(), KINDS)
    assert [n.kind for n in found] == settled


def test_surnames_are_the_last_words_of_full_names() -> None:
    words = "Josaia Waqa met Li Na in Suva".split()
    assert surnames([name(0, 2, "person"), name(3, 5, "person"), name(6, 7, "place")], words) == {"Waqa"}
