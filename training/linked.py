"""Links that readers labelled by hand: ``training/links/*.tsv``, laid over the documents they speak of.

A line is document, passage (from 0), first character and character after the last of what points, then the same three
of a name of what it points to, and the reader, parted by tabs; ``?`` instead of the name teaches nothing. A document
alone was read and holds no link. In a document that was read, every pronoun of the third person and every definite noun
that no line has points to nothing that has a name. How the readers decided stands in ``training/links/GUIDELINES.md``.
"""

import zlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from training import names
from training.data import Document, read_conllu
from training.sources import tokenizer, unpacked

LINKS = Path(__file__).parent / "links"
Range = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Linked:
    """A document's text and its links, as ranges of characters of that text."""

    name: str
    text: str
    corpus: str = ""
    #: By the range of what points: that of a name, or None where it is not settled.
    links: dict[Range, Range | None]


def read_links(path: Path, documents: Iterable[Document]) -> list[Linked]:
    """The documents of a file of links, in its order."""
    by_name = {document.name: document for document in documents}
    found: dict[str, Linked] = {}
    starts: dict[str, list[int]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        name, *rest = line.split("\t")
        if name not in found:
            found[name] = Linked(name=name, text=by_name[name].text, links={})
            starts[name] = _starts(by_name[name])
        if rest:
            pointer = _range(starts[name], rest[:3])
            found[name].links[pointer] = None if rest[3] == "?" else _range(starts[name], rest[3:6])
    return list(found.values())


def linked_texts(data: Path) -> Iterator[Linked]:
    """All texts that readers labelled, corpus by corpus; their names are unique."""
    tokenize = tokenizer()
    corpora: dict[str, Callable[[], Iterable[Document]]] = {
        "meantime": lambda: names.read_meantime(unpacked(data / "events/meantime.tar.gz"), tokenize),
        "re3d": lambda: names.read_re3d(unpacked(data / "names/re3d.tar.gz"), tokenize),
        "ewt": lambda: read_conllu(data / "treebanks/ewt-train.conllu.gz"),
        "gmb": lambda: names.gmb_blocks(data / "names/gmb-silver.csv.gz", tokenize),
    }
    for corpus, read in corpora.items():
        for linked in read_links(LINKS / f"{corpus}.tsv", read()):
            yield replace(linked, corpus=corpus)


def held_back(name: str) -> bool:
    """Whether a document measures and teaches nothing: every sixth, by a sum over its name."""
    return zlib.crc32(name.encode()) % 6 == 0


def _starts(document: Document) -> list[int]:
    """Where each passage starts in the text of the document."""
    found, at = [], 0
    for passage in document.passages:
        at = document.text.index(passage.text, at)
        found.append(at)
        at += len(passage.text)
    return found


def _range(starts: list[int], cells: list[str]) -> Range:
    passage, start, end = map(int, cells)
    return starts[passage] + start, starts[passage] + end
