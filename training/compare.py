"""How fast are others? Ours, spaCy's efficient network and a bare tokenizer: ``python -m training.compare``.

All three read the same documents in turn, in one process on one thread, so that the ratios hold on any machine. spaCy's
network is its own "efficiency" configuration (tok2vec, tagger, morphologizer, parser, edit-tree lemmatizer), trained
here on EWT for as many steps as are asked for: enough steps to parse, not to be at its best.
"""

import argparse
import time
from collections.abc import Callable
from pathlib import Path

import spacy
from spacy.cli.init_config import init_config
from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example
from spacy.training.batchers import minibatch_by_words

from standfirst.language.pipeline import make_language
from training.data import Document, Passage, read_conllu
from training.measure import measure_trees

WEIGHTS = Path("src/standfirst/language/weights")
PARTS = ["tagger", "morphologizer", "parser", "trainable_lemmatizer"]


def gold_doc(nlp: Language, p: Passage) -> Doc:
    """A sentence of the treebank as spaCy learns from it."""
    assert p.upos
    assert p.xpos
    assert p.feats
    assert p.lemmas
    assert p.heads
    assert p.deprels
    return Doc(
        nlp.vocab,
        words=list(p.words),
        spaces=list(p.spaces),
        tags=list(p.xpos),
        pos=list(p.upos),
        morphs=[feats if feats != "_" else "" for feats in p.feats],
        lemmas=list(p.lemmas),
        heads=[at if head < 0 else head for at, head in enumerate(p.heads)],
        deps=["ROOT" if relation == "root" else relation for relation in p.deprels],
    )


def efficient_network(documents: list[Document], steps: int) -> Language:
    """spaCy's efficient configuration, trained for so many batches of about a thousand words."""
    nlp = spacy.util.load_model_from_config(init_config(lang="en", pipeline=PARTS, optimize="efficiency"))
    examples = [
        Example(nlp.make_doc(gold.text), gold) for d in documents for p in d.passages for gold in [gold_doc(nlp, p)]
    ]
    optimizer = nlp.initialize(lambda: examples)
    batches = minibatch_by_words(_forever(examples), size=1000)
    for _, batch in zip(range(steps), batches, strict=False):
        nlp.update(batch, sgd=optimizer, drop=0.1)
    return nlp


def _forever(examples: list[Example]):  # type: ignore[no-untyped-def]
    while True:
        yield from examples


def rate(read: Callable[[list[str]], object], texts: list[str], words: int) -> float:
    """Words a second over the texts."""
    began = time.process_time()
    read(texts)
    return words / (time.process_time() - began)


def main() -> None:
    """Train the other network, then read with each in turn, three times."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--steps", type=int, default=600)
    arguments = parser.parse_args()
    other = efficient_network(list(read_conllu(arguments.data / "treebanks/ewt-train.conllu.gz")), arguments.steps)
    dev = list(read_conllu(arguments.data / "treebanks/gum-dev.conllu.gz"))
    texts = [document.text for document in dev]
    words = sum(len(p.words) for document in dev for p in document.passages)
    ours, bare = make_language(WEIGHTS), spacy.blank("en")
    las = measure_trees(other, dev).f1("LAS")
    print(f"spaCy's efficient network after {arguments.steps} steps: GUM dev LAS {las:.1f}")
    readers = {"ours": ours, "spaCy's efficient network": other, "bare tokenizer": bare}
    for turn in range(3):
        rates = {name: rate(lambda t, nlp=nlp: list(nlp.pipe(t)), texts, words) for name, nlp in readers.items()}  # type: ignore[misc]
        print(
            f"turn {turn + 1}:",
            "  ".join(f"{name} {value:,.0f} words/s of processor time" for name, value in rates.items()),
        )


if __name__ == "__main__":
    main()
