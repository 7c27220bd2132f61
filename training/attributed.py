"""Attributions that readers labelled by hand: ``training/labels/attributions/*.tsv``, laid over their documents' text.

A line is document, number of the attribution in it, sort (a letter of ``labels/ATTRIBUTIONS.md``), part (source,
cue or content), passage (from 0), first character, character after the last, and reader, parted by tabs; characters
are counted in the passage's text, which is not in it. A document alone was read and holds none.

``python -m training.attributed`` says how far two readers of the same documents agree.
"""

import argparse
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from training import names, sources
from training.data import Document, read_conllu

LABELS = Path(__file__).parent / "labels" / "attributions"
PARTS = ("source", "cue", "content")
SORTS = "SBKWJ"

#: A passage's number, first character and the one after the last.
Piece = tuple[int, int, int]
#: Characters of a whole document's text.
Range = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """One attribution as a reader marked it, in pieces; a source or a cue may be none."""

    sort: str
    source: tuple[Piece, ...]
    cue: tuple[Piece, ...]
    content: tuple[Piece, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One attribution in characters of the text that ``laid_out`` makes of its document."""

    sort: str
    source: tuple[Range, ...]
    cue: tuple[Range, ...]
    content: tuple[Range, ...]


def corpora(data: Path) -> dict[str, Callable[[], Iterable[Document]]]:
    """The labelled corpora by the names of their files of labels."""
    tokenize = sources.tokenizer()
    return {
        "meantime": lambda: names.read_meantime(sources.unpacked(data / "events/meantime.tar.gz"), tokenize),
        "gum": lambda: read_conllu(data / "treebanks/gum-train.conllu.gz"),
        "gmb": lambda: names.gmb_blocks(data / "names/gmb-silver.csv.gz", tokenize),
        "re3d": lambda: names.read_re3d(sources.unpacked(data / "names/re3d.tar.gz"), tokenize),
        "ewt": lambda: read_conllu(data / "treebanks/ewt-train.conllu.gz"),
    }


def read_labels(path: Path) -> dict[str, list[Attribution]]:
    """Read one file of labels, by document; a document that was read and holds none is there, empty."""
    pieces: dict[str, dict[int, dict[str, list[Piece]]]] = {}
    sorts: dict[tuple[str, int], str] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        document, *rest = line.split("\t")
        marked = pieces.setdefault(document, {})
        if rest:
            number, sort, part, passage, start, end, _ = rest
            assert sort in SORTS, line
            assert part in PARTS, line
            sorts[document, int(number)] = sort
            parts = marked.setdefault(int(number), {name: [] for name in PARTS})
            parts[part].append((int(passage), int(start), int(end)))
    return {
        document: [
            Attribution(sort=sorts[document, number], **{part: tuple(found) for part, found in parts.items()})
            for number, parts in sorted(marked.items())
        ]
        for document, marked in pieces.items()
    }


def laid_out(document: Document, marked: Iterable[Attribution]) -> tuple[str, list[Told]]:
    """The text of a document, its passages with a blank or a blank line between them, and what is marked in it."""
    text, bases = "", []
    for passage in document.passages:
        text += "" if not text else "\n\n" if passage.opens_paragraph else " "
        bases.append(len(text))
        text += passage.text
    told = [
        Told(
            sort=one.sort,
            **{part: tuple((bases[n] + a, bases[n] + b) for n, a, b in getattr(one, part)) for part in PARTS},
        )
        for one in marked
    ]
    return text, told


def agreement(first: dict[str, list[Attribution]], second: dict[str, list[Attribution]]) -> dict[str, float]:
    """F1 in per cent of two readers over the documents that both read, one taken for gold and the other for found.

    "found" pairs attributions whose cues share a character (their contents, where one has no cue); of those paired the
    other figures are the share whose part is exactly the same and, for contents, the F1 of their characters.
    """
    counts: dict[str, float] = defaultdict(float)
    for document in first.keys() & second.keys():
        left = list(second[document])
        counts["total"] += len(first[document]) + len(left)
        for one in first[document]:
            other = next((o for o in left if _touch(one, o)), None)
            if other is None:
                continue
            left.remove(other)
            counts["found"] += 2
            for part in (*PARTS, "sort"):
                counts[part] += 2 * (getattr(one, part) == getattr(other, part))
            a, b = _characters(one.content), _characters(other.content)
            counts["content by characters"] += 4 * len(a & b) / (len(a) + len(b))
    paired = max(counts["found"], 1)
    found = {"found": 100 * counts["found"] / max(counts["total"], 1)}
    return found | {name: 100 * counts[name] / paired for name in (*PARTS, "content by characters", "sort")}


def _touch(one: Attribution, other: Attribution) -> bool:
    part = "cue" if one.cue and other.cue else "content"
    return bool(_characters(getattr(one, part)) & _characters(getattr(other, part)))


def _characters(pieces: Iterable[Piece]) -> set[tuple[int, int]]:
    return {(number, at) for number, start, end in pieces for at in range(start, end)}


def main() -> None:
    """Compare the second reading with the first and print how far they agree."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--second", type=Path, default=LABELS / "second.tsv")
    arguments = parser.parse_args()
    second = read_labels(arguments.second)
    first: dict[str, list[Attribution]] = {}
    for path in sorted(LABELS.glob("*.tsv")):
        if path.name != "second.tsv":
            first |= read_labels(path)
    both = first.keys() & second.keys()
    print(f"{len(both)} documents, {sum(len(first[d]) for d in both)} and {sum(len(second[d]) for d in both)} marked")
    for name, share in agreement(first, second).items():
        print(f"{name:22} {share:.1f}")


if __name__ == "__main__":
    main()
