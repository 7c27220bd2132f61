"""Names that readers labelled by hand: ``training/labels/*.tsv``, laid over the documents they speak of.

A line is document, passage (from 0), first character, character after the last, kind and reader, parted by tabs;
characters are counted in the passage's text, which is not in it; a document alone was read and holds no name. Two
kinds with a stroke between them stay possible both; ``?`` teaches nothing about its words. How the readers decided
stands in ``training/labels/GUIDELINES.md``.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from training.data import KINDS, Document, Passage, spans_to_labels

LABELS = Path(__file__).parent / "labels"
UNSURE = "?"


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """One name that a reader marked: characters ``start`` to ``end`` of a passage's text."""

    start: int
    end: int
    kinds: tuple[str, ...]
    reader: str


#: The names of a document, by the number of their passage.
Marks = dict[int, list[Label]]


def read_labels(path: Path) -> dict[str, Marks]:
    """Read one file of labels, by document; a document that was read and names nothing is there, empty."""
    found: dict[str, Marks] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        document, *rest = line.split("\t")
        marks = found.setdefault(document, {})
        if rest:
            passage, start, end, kind, reader = rest
            kinds = tuple(kind.split("/"))
            assert set(kinds) <= {*KINDS, UNSURE}, line
            label = Label(start=int(start), end=int(end), kinds=kinds, reader=reader)
            marks.setdefault(int(passage), []).append(label)
    return found


def with_names(document: Document, marks: Marks) -> Document:
    """The document with its labelled names: what is not marked is no name."""
    passages = tuple(_named(p, marks.get(number, [])) for number, p in enumerate(document.passages))
    return replace(document, passages=passages)


def _named(passage: Passage, labels: Iterable[Label]) -> Passage:
    bounds, at = [], 0
    for word, space in zip(passage.words, passage.spaces, strict=True):
        bounds.append((at, at + len(word)))
        at += len(word) + space
    spans: list[tuple[int, int, tuple[str, ...]]] = []
    doubtful: list[int] = []
    for label in labels:
        inside = [number for number, (start, end) in enumerate(bounds) if start < label.end and end > label.start]
        if label.kinds == (UNSURE,):
            doubtful += inside
        else:
            spans.append((inside[0], inside[-1] + 1, label.kinds))
    return replace(passage, names=spans_to_labels(len(passage.words), spans, doubtful))
