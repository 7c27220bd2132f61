"""How good is the pipeline as it is served? From raw text: ``python -m training.measure``.

Trees by the definition of the CoNLL 2018 shared task: words are matched by their characters, F1 counts a wrong token or
sentence bound against every measure that builds on it, relations are compared without subtypes. Names: exact spans.
"""

import argparse
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from standfirst.language.pipeline import make_language
from training import names, sources
from training.augment import sure_names
from training.data import Document, read_conllu


@dataclass(slots=True)
class Tally:
    """What was right, what was there and what was found, by measure."""

    right: Counter[str] = field(default_factory=Counter)
    gold: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)

    def add(self, measure: str, gold: set[object], found: set[object]) -> None:
        """Count two sets of facts of one measure."""
        self.right[measure] += len(gold & found)
        self.gold[measure] += len(gold)
        self.found[measure] += len(found)

    def join(self, other: "Tally") -> None:
        """Add another tally to this one."""
        for mine, theirs in ((self.right, other.right), (self.gold, other.gold), (self.found, other.found)):
            mine.update(theirs)

    def f1(self, measure: str) -> float:
        """F1 in per cent."""
        both = self.gold[measure] + self.found[measure]
        return 200 * self.right[measure] / both if both else 0.0

    def line(self, measure: str) -> str:
        """Precision, recall and F1 of a measure, and how many gold ones there were."""
        precision = 100 * self.right[measure] / max(self.found[measure], 1)
        recall = 100 * self.right[measure] / max(self.gold[measure], 1)
        return f"{measure:14} P {precision:5.1f} R {recall:5.1f} F1 {self.f1(measure):5.1f} ({self.gold[measure]})"


def dense(text: str) -> list[int]:
    """For each character, how many characters that are no space stand before it."""
    counts, seen = [], 0
    for char in text:
        counts.append(seen)
        seen += not char.isspace()
    return [*counts, seen]


def measure_trees(nlp: Language, documents: Iterable[Document]) -> Tally:
    """Tokens, sentences, tags, lemmas and trees of treebank documents, read from their plain text."""
    tally = Tally()
    for document in documents:
        doc = nlp(document.text)
        count = dense(doc.text)
        found_words = {t.i: (count[t.idx], count[t.idx + len(t)]) for t in doc if not t.is_space}
        gold_rows: list[tuple[tuple[int, int], str, str, str, str, tuple[int, int] | None, str]] = []
        sentences: set[object] = set()
        at = 0
        for p in document.passages:
            spans = []
            for word in p.words:
                size = sum(not char.isspace() for char in word)
                spans.append((at, at + size))
                at += size
            sentences.add((spans[0][0], spans[-1][1]))
            assert p.upos
            assert p.xpos
            assert p.feats
            assert p.lemmas
            assert p.heads
            assert p.deprels
            for number, span in enumerate(spans):
                head = p.heads[number]
                gold_rows.append(
                    (span, p.upos[number], p.xpos[number], p.feats[number], p.lemmas[number],
                     None if head < 0 else spans[head], p.deprels[number])
                )  # fmt: skip
        words = [t for t in doc if not t.is_space]
        places = {t.i: found_words[t.i] for t in words}
        tally.add("tokens", {row[0] for row in gold_rows}, set(places.values()))
        ends = {
            (places[inner[0].i][0], places[inner[-1].i][1])
            for s in doc.sents
            if (inner := [t for t in s if not t.is_space])
        }
        tally.add("sentences", sentences, set(ends))
        tally.add("UPOS", {(r[0], r[1]) for r in gold_rows}, {(places[t.i], t.pos_) for t in words})
        tally.add("XPOS", {(r[0], r[2]) for r in gold_rows}, {(places[t.i], t.tag_) for t in words})
        tally.add("feats", {(r[0], r[3]) for r in gold_rows}, {(places[t.i], str(t.morph) or "_") for t in words})
        lemmas = {(places[t.i], t.lemma_) for t in words}
        tally.add("lemma", {(r[0], r[4]) for r in gold_rows if r[4] != "_"}, {m for m in lemmas if m[1]})
        heads = {t.i: None if t.head.i == t.i else places.get(t.head.i) for t in words}
        tally.add("UAS", {(r[0], r[5]) for r in gold_rows}, {(places[t.i], heads[t.i]) for t in words})
        bare = {t.i: "root" if t.dep_ == "ROOT" else t.dep_ for t in words}
        short = {key: value.partition(":")[0] for key, value in bare.items()}
        tally.add(
            "LAS",
            {(r[0], r[5], r[6].partition(":")[0]) for r in gold_rows},
            {(places[t.i], heads[t.i], short[t.i]) for t in words},
        )
        tally.add(
            "LAS full", {(r[0], r[5], r[6]) for r in gold_rows}, {(places[t.i], heads[t.i], bare[t.i]) for t in words}
        )
    return tally


GoldNames = list[tuple[int, int, str]]


def measure_names(
    nlp: Language,
    texts: Iterable[tuple[str, GoldNames]],
    ours: Callable[[str], str | None],
    show: list[str] | None = None,
) -> Tally:
    """Exact spans of names; ``ours`` maps our kinds to the corpus's (None: not counted there)."""
    tally = Tally()
    for text, gold in texts:
        doc = nlp(text)
        found = {(e.start_char, e.end_char, kind) for e in doc.ents if (kind := ours(e.label_))}
        wanted = set(gold)
        for kind in {k for _, _, k in wanted | found}:
            tally.add(kind, {g for g in wanted if g[2] == kind}, {f for f in found if f[2] == kind})
        tally.add("all", set(wanted), set(found))
        tally.add("bounds only", {g[:2] for g in wanted}, {f[:2] for f in found})
        if show is not None:
            for start, end, kind in sorted(wanted ^ found):
                sign = "-" if (start, end, kind) in wanted else "+"
                show.append(f"{sign} {kind} [{text[start:end]}] {text[max(0, start - 50) : end + 30]!r}")
    return tally


def uner_texts(data: Path) -> Iterator[tuple[str, GoldNames]]:
    """UNER's names over EWT dev, one text a document, its sentences parted by a space."""
    documents: dict[str, tuple[str, GoldNames]] = {}
    rows: list[tuple[str, str]] = []
    name, line_text = "", ""
    for line in [*(data / "names/uner-ewt-dev.iob2").read_text(encoding="utf-8").splitlines(), ""]:
        if line.startswith("# sent_id"):
            name = line.partition("= ")[2].rpartition("-")[0]
        elif line.startswith("# text"):
            line_text = line.partition("= ")[2]
        elif line and not line.startswith("#"):
            rows.append((line.split("\t")[1], line.split("\t")[2]))
        elif not line and rows:
            text, gold = documents.get(name, ("", []))
            at, places = 0, []
            for word, _ in rows:
                at = line_text.index(word, at)
                places.append((len(text) + at, len(text) + at + len(word)))
                at += len(word)
            spans = [(places[a][0], places[b - 1][1], k) for a, b, k in bio_spans([label for _, label in rows])]
            documents[name] = (text + line_text + " ", gold + [s for s in spans if s[2] in ("PER", "LOC", "ORG")])
            rows = []
    yield from documents.values()


def bio_spans(labels: list[str]) -> Iterator[tuple[int, int, str]]:
    """Spans of BIO labels; an I without its B opens a span too."""
    start = None
    for at, label in enumerate([*labels, "O"]):
        if start is not None and (label[:2] != "I-" or label[2:] != labels[start][2:]):
            yield start, at, labels[start][2:]
            start = None
        if label != "O" and label and start is None:
            start = at


#: Where an outlet of worldwide newswire is, by the first part of its file's name.
REGIONS = {
    "Africa": "af afs afrol sa ghana kenya et alg eg panaf mauritius nm",
    "Middle East": "kw saud uae israel qt jr iran oman",
    "South and Southeast Asia": "in bangladesh th my pk asia",
    "East Asia": "cn kr jp tw mong",
    "Oceania": "aus nz",
    "Latin America": "mex elsalv cosric cosrica pan hond nic cuba arg chile paraguay peru col ven uruguay ecuador "
    "guyana bol",
    "Canada": "canada",
}


def worldwide_texts(folder: Path) -> Iterator[tuple[str, str, GoldNames]]:
    """Worldwide newswire as (region, text, names), a file each; the address on top is left out."""
    regions = {prefix: region for region, prefixes in REGIONS.items() for prefix in prefixes.split()}
    for path in sorted(folder.glob("**/*.tsv")):
        text, gold = "", []
        for block in path.read_text(encoding="utf-8").split("\n\n"):
            rows = [line.split("\t") for line in block.split("\n") if line.strip()]
            if not rows or rows[0][0].startswith("http"):
                continue
            words, labels = [row[0] for row in rows], [row[1] if len(row) > 1 else "O" for row in rows]
            line, offsets = names.join_words(words, glue_hyphens=True)
            base = len(text)
            gold += [(base + offsets[a], base + offsets[b - 1] + len(words[b - 1]), k) for a, b, k in bio_spans(labels)]
            text += line + " "
        kinds = ("Person", "Location", "Organization", "NORP", "Facility", "Product")
        yield regions[path.name.split("_")[0]], text.rstrip(), [g for g in gold if g[2] in kinds]


def re3d_texts(data: Path) -> Iterator[tuple[str, GoldNames]]:
    """The seventh of re3d that is held back; only names that its labels leave no doubt about."""
    documents = list(names.read_re3d(sources.unpacked(data / "names/re3d.tar.gz"), sources.tokenizer()))
    for document in sources.held_back(documents, True):
        for p in document.passages:
            text, places = "", []
            for word, space in zip(p.words, p.spaces, strict=True):
                places.append((len(text), len(text) + len(word)))
                text += word + " " * space
            yield text.rstrip(), [(places[a][0], places[b - 1][1], k) for a, b, k in sure_names(p)]


def only(**pairs: str) -> Callable[[str], str | None]:
    """A mapping of our kinds to a corpus's."""
    return lambda kind: pairs.get(kind)


def main() -> None:
    """Measure what is asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--weights", type=Path, default=Path("src/standfirst/language/weights"))
    parser.add_argument("--what", nargs="*", default=["ewt", "gum", "uner", "worldwide", "re3d", "speed"])
    parser.add_argument("--errors", type=int, default=0, help="how many wrong names to show")
    arguments = parser.parse_args()
    began = time.perf_counter()
    nlp = make_language(arguments.weights)
    print(f"loaded in {time.perf_counter() - began:.2f} s after imports")
    for name in ("ewt", "gum"):
        if name in arguments.what:
            tally = measure_trees(nlp, read_conllu(arguments.data / f"treebanks/{name}-dev.conllu.gz"))
            print(name, "dev:", "  ".join(f"{measure} {tally.f1(measure):.2f}" for measure in tally.gold), flush=True)
    _measure_all_names(nlp, arguments)
    if "speed" in arguments.what:
        texts = [d.text for d in read_conllu(arguments.data / "treebanks/gum-dev.conllu.gz")]
        began, words = time.perf_counter(), sum(_words(doc) for doc in nlp.pipe(texts))
        print(f"speed: {words / (time.perf_counter() - began):.0f} words/s over {words} words")


def _words(doc: Doc) -> int:
    return sum(not token.is_space for token in doc)


def _measure_all_names(nlp: Language, arguments: argparse.Namespace) -> None:
    shown: list[str] = []
    if "uner" in arguments.what:
        mapping = only(person="PER", organisation="ORG", place="LOC", facility="LOC")
        _print("uner", measure_names(nlp, uner_texts(arguments.data), mapping, shown))
    if "worldwide" in arguments.what:
        folder = sources.unpacked(arguments.data / "names/worldwide-newswire-dev.tar.gz")
        mapping = only(
            person="Person",
            organisation="Organization",
            place="Location",
            facility="Facility",
            group="NORP",
            product="Product",
        )
        texts = list(worldwide_texts(folder))
        total = Tally()
        for region in REGIONS:
            tally = measure_names(nlp, [(text, gold) for where, text, gold in texts if where == region], mapping, shown)
            print(f"worldwide  {region:25}", tally.line("all"), "persons", f"{tally.f1('Person'):.1f}", flush=True)
            total.join(tally)
        _print("worldwide", total)
    if "re3d" in arguments.what:
        mapping = only(person="person", organisation="organisation", place="place")
        kept = [
            (text, [g for g in gold if g[2] in ("person", "organisation", "place")])
            for text, gold in re3d_texts(arguments.data)
        ]
        _print("re3d", measure_names(nlp, kept, mapping, shown))
    for line in shown[: arguments.errors]:
        print(line)


def _print(name: str, tally: Tally) -> None:
    for measure in tally.gold:
        print(f"{name:10}", tally.line(measure), flush=True)


if __name__ == "__main__":
    main()
