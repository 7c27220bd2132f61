"""What is there to learn from: treebanks and name corpora as documents of passages, and windows of them as arrays.

A passage is a sentence with whatever its source annotates; what a source is silent about is ``None`` and costs nothing.
"""

import gzip
import random
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np

from standfirst.language.decode import lemma_script
from standfirst.language.wordpiece import WordPiece, shape, style

KINDS = ("person", "organisation", "place", "facility", "group", "product", "event", "work")
NAME_LABELS = ("O", *(f"{part}-{kind}" for kind in KINDS for part in "BIES"))
ROLE_LABELS = ("O", "B-role", "I-role", "E-role", "S-role")
IGNORE = -100


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """One sentence and what is known of it."""

    words: tuple[str, ...]
    #: White space after each word.
    spaces: tuple[bool, ...]
    #: A blank line or the document's start stands before it.
    opens_paragraph: bool = False
    #: False where a source has no sentence bounds worth learning.
    bounds_known: bool = True
    upos: tuple[str, ...] | None = None
    xpos: tuple[str, ...] | None = None
    feats: tuple[str, ...] | None = None
    lemmas: tuple[str, ...] | None = None
    #: Index of the head in this passage, -1 for the root.
    heads: tuple[int, ...] | None = None
    deprels: tuple[str, ...] | None = None
    #: For each word the name labels that its annotation leaves possible.
    names: tuple[frozenset[str], ...] | None = None
    roles: tuple[str, ...] | None = None
    misc: tuple[str, ...] | None = None

    @property
    def text(self) -> str:
        """The words with their spaces."""
        return "".join(word + " " * space for word, space in zip(self.words, self.spaces, strict=True)).rstrip()


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """Passages that stood together, in order."""

    name: str
    passages: tuple[Passage, ...]

    @property
    def text(self) -> str:
        """The text as running prose: blank lines between paragraphs, and nothing where a treebank says "no space"."""
        parts: list[str] = []
        for passage in self.passages:
            if parts:
                parts.append("\n\n" if passage.opens_paragraph else "")
            parts.append("".join(w + " " * s for w, s in zip(passage.words, passage.spaces, strict=True)))
            if passage.opens_paragraph and len(parts) > 2:
                parts[-3] = parts[-3].rstrip()
        return "".join(parts).rstrip()


def read_conllu(path: Path) -> Iterator[Document]:
    """Read a gzipped CoNLL-U file, one document a ``newdoc``."""
    name, opens = "", True
    passages: list[Passage] = []
    rows: list[list[str]] = []
    joined: dict[int, bool] = {}
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            line = line.rstrip("\n")
            if line.startswith("# newdoc"):
                if passages:
                    yield Document(name=name, passages=tuple(passages))
                name, passages, opens = line.partition("= ")[2], [], True
            elif line.startswith("# newpar"):
                opens = True
            elif line and line[0].isdigit():
                row = line.split("\t")
                if "-" in row[0]:
                    first, last = map(int, row[0].split("-"))
                    joined.update(dict.fromkeys(range(first, last), False))
                    joined[last] = "SpaceAfter=No" not in row[9]
                elif "." not in row[0]:
                    rows.append(row)
            elif not line and rows:
                passages.append(_passage(rows, opens, joined))
                rows, opens, joined = [], False, {}
    if passages:
        yield Document(name=name, passages=tuple(passages))


def _passage(rows: list[list[str]], opens: bool, joined: dict[int, bool]) -> Passage:
    numbers = {int(row[0]): at for at, row in enumerate(rows)}
    return Passage(
        words=tuple(row[1] for row in rows),
        spaces=tuple(joined.get(int(row[0]), "SpaceAfter=No" not in row[9]) for row in rows),
        opens_paragraph=opens,
        upos=tuple(row[3] for row in rows),
        xpos=tuple(row[4] for row in rows),
        feats=tuple(row[5] for row in rows),
        lemmas=tuple(row[2] for row in rows),
        heads=tuple(numbers.get(int(row[6]), -1) for row in rows),
        deprels=tuple(row[7] for row in rows),
        misc=tuple(row[9] for row in rows),
    )


def exactly(labels: Iterable[str]) -> tuple[frozenset[str], ...]:
    """Labels that are certain, in the form that allows doubt."""
    return tuple(frozenset({label}) for label in labels)


ANYTHING = frozenset(NAME_LABELS)
NOTHING = frozenset({"O"})


def spans_to_labels(
    length: int, spans: Iterable[tuple[int, int, Sequence[str]]], doubtful: Iterable[int] = ()
) -> tuple[frozenset[str], ...]:
    """Write spans (start, end, possible kinds, ``O`` among them if it may be no name) as possible BIOES labels."""
    labels = [NOTHING] * length
    for at in doubtful:
        labels[at] = ANYTHING
    for start, end, kinds in spans:
        for at in range(start, end):
            part = "S" if end - start == 1 else "B" if at == start else "E" if at == end - 1 else "I"
            labels[at] = frozenset("O" if kind == "O" else f"{part}-{kind}" for kind in kinds)
    return tuple(labels)


@dataclass(frozen=True, slots=True, kw_only=True)
class Labels:
    """The closed sets that the heads choose from, in the order of their numbers."""

    xpos: tuple[str, ...]
    morphs: tuple[str, ...]
    scripts: tuple[str, ...]
    deprels: tuple[str, ...]
    names: tuple[str, ...] = NAME_LABELS
    roles: tuple[str, ...] = ROLE_LABELS

    @classmethod
    def of(cls, documents: Iterable[Document]) -> "Labels":
        """Collect what the treebanks use; a lemma script must be seen twice."""
        xpos, morphs, scripts, deprels = (Counter[str]() for _ in range(4))
        for document in documents:
            for p in document.passages:
                if p.upos and p.xpos and p.feats and p.lemmas and p.deprels:
                    xpos.update(p.xpos)
                    deprels.update(p.deprels)
                    morphs.update(f"{u} {f}" for u, f in zip(p.upos, p.feats, strict=True))
                    for word, lemma in zip(p.words, p.lemmas, strict=True):
                        scripts.update({lemma_script(word, lemma), lemma_script(word.upper(), lemma)})
        kept = sorted(script for script, count in scripts.items() if count > 1)
        return cls(
            xpos=tuple(sorted(xpos)), morphs=tuple(sorted(morphs)), scripts=tuple(kept), deprels=tuple(sorted(deprels))
        )


@dataclass(slots=True, kw_only=True)
class Window:
    """Arrays of one window. Pieces carry the encoder's input; words carry targets (``IGNORE`` = unknown)."""

    pieces: np.ndarray
    shapes: np.ndarray
    styles: np.ndarray
    first: np.ndarray
    last: np.ndarray
    xpos: np.ndarray
    morphs: np.ndarray
    scripts: np.ndarray
    starts: np.ndarray
    #: 0 is the root, otherwise 1 + the head's index in the window.
    heads: np.ndarray
    deprels: np.ndarray
    #: words × name labels: what may be.
    names: np.ndarray
    roles: np.ndarray


@dataclass(slots=True, kw_only=True)
class Windower:
    """Turns passages into windows of numbers."""

    wordpiece: WordPiece
    labels: Labels
    _ids: dict[str, dict[str, int]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for name in ("xpos", "morphs", "scripts", "deprels", "names", "roles"):
            self._ids[name] = {label: number for number, label in enumerate(getattr(self.labels, name))}

    def length(self, passage: Passage) -> int:
        """Pieces that a passage takes."""
        return sum(len(self.wordpiece.encode(word)) for word in passage.words) + passage.opens_paragraph

    def window(self, passages: Sequence[Passage]) -> Window:
        """Join passages; a paragraph break becomes one [SEP]."""
        pieces, shapes, styles = [self.wordpiece.begin], [0], [0]
        first: list[int] = []
        last: list[int] = []
        cols: dict[str, list[int]] = {
            k: [] for k in ("xpos", "morphs", "scripts", "starts", "heads", "deprels", "roles")
        }
        names: list[np.ndarray] = []
        for number, (p, look) in enumerate(zip(passages, _styles(passages), strict=True)):
            if p.opens_paragraph and number:
                pieces.append(self.wordpiece.end)
                shapes.append(0)
                styles.append(look)
            base, spaced = len(first), True
            for at, word in enumerate(p.words):
                encoded = self.wordpiece.encode(word)
                first.append(len(pieces))
                pieces.extend(encoded)
                last.append(len(pieces) - 1)
                shapes.extend([shape(word, spaced)] * len(encoded))
                styles.extend([look] * len(encoded))
                spaced = p.spaces[at]
                cols["starts"].append(int(at == 0) if p.bounds_known else IGNORE)
                cols["heads"].append(IGNORE if p.heads is None else 0 if p.heads[at] < 0 else base + p.heads[at] + 1)
                cols["xpos"].append(self._id("xpos", p.xpos[at] if p.xpos else None))
                cols["morphs"].append(self._id("morphs", f"{p.upos[at]} {p.feats[at]}" if p.upos and p.feats else None))
                cols["scripts"].append(self._id("scripts", lemma_script(word, p.lemmas[at]) if p.lemmas else None))
                cols["deprels"].append(self._id("deprels", p.deprels[at] if p.deprels else None))
                cols["roles"].append(self._id("roles", p.roles[at] if p.roles else None))
                names.append(self._possible(p.names[at] if p.names else ANYTHING))
        pieces.append(self.wordpiece.end)
        shapes.append(0)
        styles.append(0)
        arrays = {key: np.array(column, dtype=np.int64) for key, column in cols.items()}
        return Window(
            pieces=np.array(pieces, dtype=np.int64),
            shapes=np.array(shapes, dtype=np.int64),
            styles=np.array(styles, dtype=np.int64),
            first=np.array(first, dtype=np.int64),
            last=np.array(last, dtype=np.int64),
            names=np.stack(names),
            **arrays,
        )

    def _id(self, name: str, label: str | None) -> int:
        return IGNORE if label is None else self._ids[name].get(label, IGNORE)

    def _possible(self, labels: frozenset[str]) -> np.ndarray:
        mask = np.zeros(len(self.labels.names), dtype=bool)
        mask[[self._ids["names"][label] for label in labels]] = True
        return mask

    def pack(self, document: Document, limit: int) -> Iterator[list[Passage]]:
        """Cut a document into runs of whole passages of at most ``limit`` pieces (a longer passage stands alone)."""
        run: list[Passage] = []
        size = 2
        for passage in document.passages:
            length = self.length(passage)
            if run and size + length > limit:
                yield run
                run, size = [], 2
            if length + 2 <= 500:
                run.append(passage)
                size += length
        if run:
            yield run


def _styles(passages: Sequence[Passage]) -> list[int]:
    """The style of the paragraph that each passage stands in."""
    looks: list[int] = []
    group: list[Passage] = []
    for at, passage in enumerate([*passages, None]):
        if at and (passage is None or passage.opens_paragraph):
            looks += [style([word for p in group for word in p.words])] * len(group)
            group = []
        if passage is not None:
            group.append(passage)
    return looks


_STRAIGHT = str.maketrans({"\u2018": "'", "\u2019": "'", "\u201c": '"', "\u201d": '"'})


def vary(document: Document, chance: random.Random) -> Document:
    """Show a document as it might be typeset: headlines, capitals, other quotes, a lost stop."""
    draw = chance.random()
    passages = document.passages
    if draw < 0.04:
        passages = tuple(_recase(p, str.upper) for p in passages)
    elif draw < 0.07:
        passages = tuple(_recase(p, str.lower) for p in passages)
    else:
        passages = tuple(_vary_passage(p, chance) for p in passages)
    if chance.random() < 0.3:
        curly = chance.random() < 0.5
        passages = tuple(_requote(p, curly) for p in passages)
    return replace(document, passages=passages)


def _vary_passage(passage: Passage, chance: random.Random) -> Passage:
    draw = chance.random()
    if draw < 0.03:
        return replace(_recase(_unstop(passage), _title), opens_paragraph=True)
    if draw < 0.05:
        return replace(_recase(_unstop(passage), str.upper), opens_paragraph=True)
    if draw < 0.06:
        return replace(_unstop(passage), opens_paragraph=True)
    return passage


def _title(word: str) -> str:
    return word if word.lower() in _SMALL_WORDS else word[:1].upper() + word[1:]


_SMALL_WORDS = frozenset("a an the of in on at to for and or but by with from as 's n't".split())


def _recase(passage: Passage, change: Callable[[str], str]) -> Passage:
    return replace(
        passage, words=tuple(change(word) if len(change(word)) == len(word) else word for word in passage.words)
    )


def _unstop(passage: Passage) -> Passage:
    """Take a final stop away, unless something hangs on it."""
    last = len(passage.words) - 1
    if last < 3 or passage.words[-1] != "." or (passage.heads and (last in passage.heads or passage.heads[-1] < 0)):
        return passage
    cut = {
        name: value[:-1]
        for name in ("upos", "xpos", "feats", "lemmas", "heads", "deprels", "names", "roles", "misc")
        if (value := getattr(passage, name)) is not None
    }
    return replace(passage, words=passage.words[:-1], spaces=(*passage.spaces[:-2], True), **cut)


def _requote(passage: Passage, curly: bool) -> Passage:
    words = list(passage.words)
    opened = False
    for at, word in enumerate(words):
        if not curly:
            words[at] = word.translate(_STRAIGHT) if len(word) < 5 else word
        elif word in ('"', "``", "''"):
            words[at] = "\u201d" if opened else "\u201c"
            opened = not opened
        elif re.fullmatch(r"'\w{0,2}|n't", word):
            words[at] = word.replace("'", "\u2019")
    return replace(passage, words=tuple(words))
