"""Which corpora train, how much each counts, and which of them may have their people renamed."""

import pickle
import tarfile
import tempfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import spacy

from standfirst.language.tokenizer import make_tokenizer
from training import labelled, names, written
from training.augment import renamed
from training.data import Document, read_conllu

#: How often a step draws from a source, against the others.
WEIGHTS = {
    "ewt": 2.4,
    "gum": 2.0,
    "wikigold": 0.5,
    "re3d": 0.3,
    "meantime": 0.5,
    "newswire": 0.9,
    "gmb": 1.5,
    "written": 0.6,
}

__all__ = ["WEIGHTS", "Source", "held_back", "load", "renamed", "tokenizer", "unpacked"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A corpus and how often a step draws from it."""

    name: str
    documents: list[Document]
    weight: float

    @property
    def words(self) -> int:
        """Words in it."""
        return sum(len(p.words) for d in self.documents for p in d.passages)


def tokenizer() -> names.Tokenize:
    """Our own tokenizer as (word, offset, followed by white space)."""
    inner = make_tokenizer(spacy.blank("en"))
    return lambda text: [(t.text, t.idx, bool(t.whitespace_)) for t in inner(text) if not t.is_space]


def held_back(documents: list[Document], dev: bool) -> list[Document]:
    """Every seventh document is for measuring, the others for training."""
    return [document for at, document in enumerate(documents) if (at % 7 == 3) == dev]


def unpacked(archive: Path) -> Path:
    """Unpack an archive into a folder that lives until the machine is tidied."""
    folder = Path(tempfile.mkdtemp(prefix="training-"))
    with tarfile.open(archive) as tar:
        tar.extractall(folder, filter="data")
    return folder


def by_hand(
    corpus: str, documents: Iterable[Document], otherwise: Callable[[Document], Document] | None = None
) -> Iterator[Document]:
    """Documents with the names that readers labelled; what none has read goes another way, or is left out."""
    read = labelled.read_labels(labelled.LABELS / f"{corpus}.tsv")
    for document in documents:
        if document.name in read:
            yield labelled.with_names(document, read[document.name])
        elif otherwise is not None:
            yield otherwise(document)


def load(data: Path, wanted: tuple[str, ...] = (), silver: Path | None = None) -> list[Source]:
    """Read every source that is wanted (all when none is named), or what ``training.silver`` made of them."""
    if silver is not None:
        kept: dict[str, list[Document]] = pickle.loads(silver.read_bytes())
        kept["written"] = written.write(tokenizer(), 60)
        return [Source(name=n, documents=d, weight=WEIGHTS[n]) for n, d in kept.items() if not wanted or n in wanted]
    tokenize = tokenizer()
    makers: dict[str, Callable[[], list[Document]]] = {
        "ewt": lambda: list(by_hand("ewt", read_conllu(data / "treebanks/ewt-train.conllu.gz"))),
        "gum": lambda: list(by_hand("gum", read_conllu(data / "treebanks/gum-train.conllu.gz"), names.label_gum)),
        "wikigold": lambda: list(names.read_wikigold(data / "names/wikigold/wikigold.conll.txt", tokenize)),
        "re3d": lambda: held_back(list(names.read_re3d(unpacked(data / "names/re3d.tar.gz"), tokenize)), False),
        "meantime": lambda: list(
            by_hand("meantime", names.read_meantime(unpacked(data / "events/meantime.tar.gz"), tokenize), lambda d: d)
        ),
        "newswire": lambda: list(by_hand("gmb", names.gmb_blocks(data / "names/gmb-silver.csv.gz", tokenize))),
    }
    return [
        Source(name=n, documents=make(), weight=WEIGHTS[n]) for n, make in makers.items() if not wanted or n in wanted
    ]
