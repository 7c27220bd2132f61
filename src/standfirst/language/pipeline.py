"""How do the network's scores reach a spaCy ``Doc``? One component sets tags, lemmas, tree, sentences, names, roles.

It reads what the tokenizer made and changes no token; white-space tokens hang on the word before them. ``doc.tensor``
holds the network's vector of each token (float32, zeros for white space), for steps that learn from them.
"""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path

import numpy as np
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from standfirst.language.agreement import SURNAME_BONUS, Name, kind_scores, one_sense, surnames
from standfirst.language.decode import Flags, bioes_steps, decode_tree, label_spans, viterbi
from standfirst.language.network import SENTENCE_START, Floats, Network, Scores
from standfirst.language.sheet import ROLES, Sheet, hashes
from standfirst.language.tokenizer import make_tokenizer

Window = tuple[Scores, list[tuple[int, int]]]
Steps = tuple[Flags, Flags, Flags]
_BULLETS = frozenset("•·‣▪●◦*")
#: Forms of address are no roles, though they stand where titles do.
_COURTESY = frozenset(("mr", "mr.", "mrs", "mrs.", "ms", "ms.", "miss"))


def make_language(folder: Path) -> Language:
    """Build the pipeline from a folder of weights."""
    nlp = spacy.blank("en")
    make_tokenizer(nlp)
    nlp.add_pipe("standfirst_reader", config={"folder": str(folder)})
    nlp.meta["name"] = "standfirst"
    return nlp


@Language.factory(
    "standfirst_reader",
    assigns=[
        "token.tag",
        "token.pos",
        "token.morph",
        "token.lemma",
        "token.dep",
        "token.head",
        "doc.sents",
        "doc.ents",
    ],
)
def make_reader(nlp: Language, name: str, folder: str) -> "StandfirstReader":
    """Make the component, as spaCy asks for it."""
    return StandfirstReader(nlp, Network(Path(folder)))


class StandfirstReader:
    """Reads each ``Doc`` by windows and writes what it found. Documents never influence each other."""

    def __init__(self, nlp: Language, network: Network) -> None:
        self.network = network
        strings, labels = nlp.vocab.strings, network.labels
        self._tags = hashes(strings.add(label) for label in labels.xpos)
        self._deps = hashes(strings.add("ROOT" if label == "root" else label) for label in labels.deprels)
        self._pos = hashes(strings.add(label.split(" ")[0]) for label in labels.morphs)
        self._morphs = hashes(nlp.vocab.morphology.add(label.split(" ")[1]) for label in labels.morphs)
        self._name_steps, self._role_steps = bioes_steps(labels.names), bioes_steps(labels.roles)
        self._kinds = tuple(label[2:] for label in labels.names if label.startswith("S-"))
        self._person = self._kinds.index("person")
        self._columns = np.array([[labels.names.index(f"{part}-{kind}") for part in "BIES"] for kind in self._kinds])
        self._space = [strings.add(name) for name in ("_SP", "SPACE", "dep")]

    def __call__(self, doc: Doc) -> Doc:
        """Annotate one document in place."""
        places = [token.i for token in doc if not token.is_space]
        doc.spans[ROLES] = []
        if places:
            words, spaced, opens = _words(doc, places)
            sheet = Sheet(doc, places, self._space)
            windows = [(s, list(_sentences(s, words, opens))) for s in self.network.read(words, spaced, opens)]
            for scores, sentences in windows:
                self._window(sheet, scores, words, sentences)
            for name in self._names(windows, words):
                sheet.put_name(name.start, name.end, name.kind)
            sheet.write()
            _put_vectors(doc, places, [scores for scores, _ in windows])
        return doc

    def pipe(self, docs: Iterable[Doc], *, batch_size: int = 64) -> Iterator[Doc]:
        """Annotate documents one after the other: a window is a batch already."""
        for doc in docs:
            yield self(doc)

    def _names(self, windows: list[Window], words: list[str]) -> list[Name]:
        """Decode the names of a whole text, first each sentence by itself, then with what the text as a whole says."""
        found = [name for window in windows for name in self._window_names(*window)]
        known = surnames(found, words)
        alone = {name.start for name in found if name.kind == "person"}
        covered = {at for name in found if name.end - name.start > 1 for at in range(name.start, name.end)}
        again = [at for at, word in enumerate(words) if word in known and at not in alone and at not in covered]
        if again:
            for scores, _ in windows:
                rows = [at - scores.start for at in again if scores.start <= at < scores.end]
                scores.names[rows, self._columns[self._person, 3]] += SURNAME_BONUS
            found = [name for window in windows for name in self._window_names(*window)]
        return one_sense(found, words, self._kinds)

    def _window_names(self, scores: Scores, sentences: list[tuple[int, int]]) -> Iterator[Name]:
        for start, end in sentences:
            inside = scores.names[start:end]
            for begin, stop, kind in _decode(inside, self.network.labels.names, self._name_steps):
                first = scores.start + start
                kinds = kind_scores(inside[begin:stop], self._columns)
                yield Name(start=first + begin, end=first + stop, kind=kind, scores=kinds)

    def _window(self, sheet: Sheet, scores: Scores, words: list[str], sentences: list[tuple[int, int]]) -> None:
        """Decode a window, sentence by sentence; ``sentences`` are numbers of its words."""
        labels, first = self.network.labels, scores.start
        heads = np.zeros(scores.end - first, dtype=np.int64)
        for start, end in sentences:
            inside = np.concatenate([scores.arcs[start:end, :1], scores.arcs[start:end, start + 1 : end + 1]], axis=1)
            found = decode_tree(inside)
            heads[start:end] = np.where(found < 0, -1, found + start)
            for begin, stop, kind in _decode(scores.roles[start:end], labels.roles, self._role_steps):
                if words[first + start + begin].lower() not in _COURTESY:
                    sheet.put_role(first + start + begin, first + start + stop, kind)
        sheet.put("TAG", first, self._tags[scores.xpos])
        sheet.put("POS", first, self._pos[scores.morphs])
        sheet.put("MORPH", first, self._morphs[scores.morphs])
        sheet.put("DEP", first, self._deps[self.network.relations(scores, heads)])
        sheet.put_heads(first, heads)
        find, proposals = self.network.lemmas.find, scores.scripts.tolist()
        tags = [labels.xpos[number] for number in scores.xpos.tolist()]
        inside_words = words[first : scores.end]
        sheet.put_lemmas(
            first, [find(w, tag, tuple(p)) for w, tag, p in zip(inside_words, tags, proposals, strict=True)]
        )


def _put_vectors(doc: Doc, places: list[int], windows: list[Scores]) -> None:
    found = np.concatenate([scores.word_vectors for scores in windows])
    doc.tensor = np.zeros((len(doc), found.shape[1]), dtype=np.float32)
    doc.tensor[places] = found


def _decode(scores: Floats, labels: tuple[str, ...], steps: Steps) -> list[tuple[int, int, str]]:
    return label_spans([labels[number] for number in viterbi(scores, *steps)])


def opens_paragraph(gap: str, following: str) -> bool:
    """Say whether white space parts two paragraphs: a blank line does, a line's end if no lower case follows.

    Errs towards parting: a hard-wrapped line that happens to begin with a capital is taken for a new one.
    """
    lines = gap.replace("\r\n", "\n").count("\n") + gap.count("\u2029") + gap.count("\u2028")
    return lines > 1 or (lines == 1 and not following[:1].islower())


def _words(doc: Doc, places: list[int]) -> tuple[list[str], list[bool], list[bool]]:
    """The words of a document, whether white space stands before each, and whether a paragraph opens with it."""
    text, words = doc.text, [doc[at].text for at in places]
    spaced, opens = [True], [True]
    for number, (before, at) in enumerate(pairwise(places), start=1):
        gap = text[doc[before].idx + len(words[number - 1]) : doc[at].idx]
        spaced.append(bool(gap))
        opens.append(gap not in ("", " ") and opens_paragraph(gap, words[number]))
    return words, spaced, opens


def _sentences(scores: Scores, words: list[str], opens: list[bool]) -> Iterator[tuple[int, int]]:
    """Where sentences begin and end, in the numbers of the window; a bullet opens its sentence and is none itself."""
    starts = scores.starts > SENTENCE_START
    starts |= np.array(opens[scores.start : scores.end])
    starts[0] = True
    for at in np.flatnonzero(starts[1:]):
        if starts[at] and words[scores.start + at] in _BULLETS and not opens[scores.start + at + 1]:
            starts[at + 1] = False
    yield from pairwise([*np.flatnonzero(starts).tolist(), scores.end - scores.start])
