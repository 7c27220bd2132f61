"""Label what the open corpora leave open, by a first model, and keep only what two witnesses agree on.

``python -m training.silver --out silver.pkl``. Names of the GMB stand where the model finds the same span, and stay
open where it does not; roles come from rules (``training.roles``) over gold trees, or over the model's where there are
none.
"""

import argparse
import pickle
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from spacy.tokens import Doc

from standfirst.language.pipeline import make_language
from training import names, sources
from training.augment import sure_names
from training.data import ANYTHING, Document, Passage, spans_to_labels
from training.lists import CALENDAR, PEOPLES, TITLES
from training.roles import label_roles

_GMB_KINDS = {
    "per": ("person",),
    "org": ("organisation",),
    "geo": ("place", "facility"),
    "gpe": ("group", "place"),
    "art": ("product", "work", "facility", "O"),
    "eve": ("event",),
    "nat": ("event", "O"),
}


class Reader:
    """The first model over ready-made words."""

    def __init__(self, weights: Path) -> None:
        self.nlp = make_language(weights)
        self.component = self.nlp.get_pipe("standfirst_reader")

    def __call__(self, passages: Sequence[Passage]) -> tuple[Doc, list[int]]:
        """Read passages as one text; say where each begins. Paragraphs are parted by a blank line."""
        words, spaces, begins = [], [], []
        for number, p in enumerate(passages):
            if p.opens_paragraph and number:
                words.append("\n\n")
                spaces.append(False)
            begins.append(len(words))
            words += p.words
            spaces += p.spaces
        return self.component(Doc(self.nlp.vocab, words=words, spaces=spaces)), begins


def with_model_tree(p: Passage, doc: Doc, begin: int) -> Passage:
    """A passage with the model's tags and tree in place of gold ones."""
    tokens = doc[begin : begin + len(p.words)]
    inside = range(begin, begin + len(p.words))
    return replace(
        p,
        upos=tuple(t.pos_ for t in tokens),
        xpos=tuple(t.tag_ for t in tokens),
        deprels=tuple(t.dep_.replace("ROOT", "root") for t in tokens),
        heads=tuple(t.head.i - begin if t.head.i in inside and t.head.i != t.i else -1 for t in tokens),
    )


def kinds_of(p: Passage) -> list[str | None]:
    """The kind of name that each word stands in, None where it is surely in none, "?" where nobody knows."""
    found: list[str | None] = ["?" if "O" not in labels and len(labels) > 1 else None for labels in p.names or ()]
    for start, end, kind in sure_names(p):
        found[start:end] = [kind] * (end - start)
    return found


def label_document(document: Document, reader: Reader, gold_tree: bool) -> Document:
    """Add roles, by rule."""
    passages = list(document.passages)
    for start in range(0, len(passages), 40):
        part = passages[start : start + 40]
        doc, begins = reader(part)
        for offset, (p, begin) in enumerate(zip(part, begins, strict=True)):
            seen = p if gold_tree else with_model_tree(p, doc, begin)
            kinds = kinds_of(p)
            for entity in doc[begin : begin + len(p.words)].ents:
                for at in range(entity.start - begin, entity.end - begin):
                    if kinds[at] is None and p.names and len(p.names[at]) > 1:
                        kinds[at] = entity.label_
            passages[start + offset] = replace(p, roles=label_roles(seen, kinds))
    return replace(document, passages=tuple(passages))


def gmb_documents(path: Path, tokenize: names.Tokenize, reader: Reader) -> Iterator[Document]:
    """GMB sentences, twelve in a row as a document, with the names that the model confirms."""
    block: list[Passage] = []
    marks: list[list[tuple[int, int, tuple[str, ...]]]] = []
    number = 0
    for words, labels in names.read_gmb(path):
        text, offsets = names.join_words(words)
        spans = list(gmb_spans(words, labels))
        p = names.passages_from_text(
            text, [(offsets[a], offsets[b - 1] + len(words[b - 1]), k) for a, b, k in spans], (), tokenize
        )
        if p is None:
            continue
        block.append(replace(p, opens_paragraph=not block, bounds_known=True))
        marks.append([])
        if len(block) == 12:
            yield confirmed(f"gmb-{number}", block, reader)
            number, block = number + 1, []


def gmb_spans(words: Sequence[str], labels: Sequence[str]) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """GMB's spans in our kinds, without titles and without times."""
    at = 0
    while at < len(labels):
        end, kind = at + 1, labels[at][2:]
        while labels[at] != "O" and end < len(labels) and labels[end] == f"I-{kind}":
            end += 1
        if kind in _GMB_KINDS:
            start, stop, kinds = at, end, _GMB_KINDS[kind]
            if kind == "per":
                start, stop = names.cut_titles(words, at, end)
            if kind == "gpe":
                kinds = ("group",) if words[stop - 1].lower() in PEOPLES else ("place",)
            if start < stop:
                yield start, stop, kinds
        at = end


def confirmed(name: str, block: list[Passage], reader: Reader) -> Document:
    """Keep a span where model and corpus agree; where they differ in kind both stay possible, in bounds everything."""
    doc, begins = reader(block)
    passages = []
    for p, begin in zip(block, begins, strict=True):
        tokens = doc[begin : begin + len(p.words)]
        model = {(e.start - begin, e.end - begin): e.label_ for e in tokens.ents}
        corpus = _spans(p)
        labels = [frozenset({"O"})] * len(p.words)
        for start, end in [*model, *corpus]:
            labels[start:end] = [ANYTHING] * (end - start)
        for at, word in enumerate(p.words):
            proper = at and word[:1].isupper() and tokens[at].tag_.startswith("NNP")
            if proper and word.lower() not in CALENDAR | TITLES and labels[at] == {"O"}:
                labels[at] = ANYTHING
        for (start, end), kinds in corpus.items():
            kind = model.get((start, end))
            if kind is not None:
                told = (kind,) if kind in kinds else (kind, *kinds)
                labels[start:end] = spans_to_labels(end - start, [(0, end - start, told)])
        kept = replace(p, names=tuple(labels))
        seen = with_model_tree(kept, doc, begin)
        kinds_here: list[str | None] = [t.ent_type_ or None for t in tokens]
        passages.append(replace(kept, roles=label_roles(seen, kinds_here)))
    return Document(name=name, passages=tuple(passages))


def _spans(p: Passage) -> dict[tuple[int, int], tuple[str, ...]]:
    found: dict[tuple[int, int], tuple[str, ...]] = {}
    start = 0
    for at, labels in enumerate(p.names or ()):
        parts = {label[0] for label in labels} - {"O"}
        if parts & set("BS"):
            start = at
        if parts & set("ES"):
            found[start, at + 1] = tuple(sorted(label[2:] for label in labels if label != "O"))
    return found


def main() -> None:
    """Read the arguments and label."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--weights", type=Path, default=Path("src/standfirst/language/weights"))
    parser.add_argument("--out", type=Path, required=True)
    arguments = parser.parse_args()
    reader = Reader(arguments.weights)
    kept: dict[str, list[Document]] = {}
    for source in sources.load(arguments.data):
        gold = source.name in ("ewt", "gum")
        kept[source.name] = [label_document(d, reader, gold) for d in source.documents]
        print(source.name, len(kept[source.name]), flush=True)
    gmb = gmb_documents(arguments.data / "names/gmb-silver.csv.gz", sources.tokenizer(), reader)
    kept["gmb"] = list(gmb)
    print("gmb", len(kept["gmb"]), flush=True)
    arguments.out.write_bytes(pickle.dumps(kept))


if __name__ == "__main__":
    main()
