"""Names labelled by hand: how a file of labels is laid over documents, and that every label fits its corpus."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from training import names, sources
from training.data import ANYTHING, Document, Passage, read_conllu
from training.labelled import LABELS, UNSURE, read_labels, with_names

PASSAGE = Passage(
    words=("Ngaio", "Tamihana", "left", "the", "Warehouse", "."), spaces=(True, True, True, True, False, True)
)
DATA = Path("../shared/data")


def read(tmp_path: Path, *lines: str) -> Document:
    path = tmp_path / "labels.tsv"
    path.write_text("".join(line + "\n" for line in lines), encoding="utf-8")
    return with_names(Document(name="d", passages=(PASSAGE,)), read_labels(path)["d"])


def test_a_label_becomes_words(tmp_path: Path) -> None:
    (passage,) = read(tmp_path, "d\t0\t0\t14\tperson\tfirst", "d\t0\t24\t33\torganisation/facility\tfirst").passages
    assert passage.names == (
        frozenset({"B-person"}),
        frozenset({"E-person"}),
        frozenset({"O"}),
        frozenset({"O"}),
        frozenset({"S-organisation", "S-facility"}),
        frozenset({"O"}),
    )


def test_a_doubtful_label_teaches_nothing(tmp_path: Path) -> None:
    (passage,) = read(tmp_path, f"d\t0\t24\t33\t{UNSURE}\tfirst").passages
    assert passage.names is not None
    assert passage.names[4] == ANYTHING


def test_a_document_alone_holds_no_name(tmp_path: Path) -> None:
    (passage,) = read(tmp_path, "d").passages
    assert passage.names == (frozenset({"O"}),) * 6


def corpus(name: str) -> Iterator[Document]:
    if name in ("ewt", "ewt-second", "gum"):
        yield from read_conllu(DATA / f"treebanks/{name.partition('-')[0]}-train.conllu.gz")
    elif name == "gmb":
        yield from names.gmb_blocks(DATA / "names/gmb-silver.csv.gz", sources.tokenizer())
    else:
        yield from names.read_meantime(sources.unpacked(DATA / "events/meantime.tar.gz"), sources.tokenizer())


@pytest.mark.parametrize("path", sorted(LABELS.glob("*.tsv")), ids=lambda path: path.stem)
def test_every_label_stands_on_whole_words_of_its_corpus(path: Path) -> None:
    marks = read_labels(path)
    met = 0
    for document in corpus(path.stem):
        for number, labels in marks.get(document.name, {}).items():
            passage = document.passages[number]
            starts, ends, at = set(), set(), 0
            for word, space in zip(passage.words, passage.spaces, strict=True):
                starts.add(at)
                ends.add(at + len(word))
                at += len(word) + space
            before = 0
            for label in sorted(labels, key=lambda each: each.start):
                assert label.start in starts, (document.name, number, label)
                assert label.end in ends, (document.name, number, label)
                assert label.start >= before, (document.name, number, label)
                before = label.end
            met += len(labels)
    assert met == sum(len(labels) for passages in marks.values() for labels in passages.values()) > 0
