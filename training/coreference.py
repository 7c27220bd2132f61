"""Learn the weights by which pronouns find what they point to, from the entities of GUM's training part.

Usage: python -m training.coreference GUM-TRAIN.conllu.gz [--check]

Every pronoun of the third person is a case: its candidates are those that the package itself finds in the raw text,
the right ones those that lie on a mention of the pronoun's chain in gold; where there is none, "none" is right. The
weights make the right candidates together as likely as can be (maximum likelihood, L2 against overfitting, plain
gradient descent with momentum from zero, so that the result does not depend on a seed). The chances to ask for are
then set by cross-validation over the documents: the lowest at which the answers that name somebody or something reach
the precision that PRECISION asks.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from benchmarks.gum import Document, Gold, documents
from standfirst.extract.mentions import named_in
from standfirst.extract.mentions.found import Page
from standfirst.extract.mentions.nominals import nominals_in
from standfirst.extract.mentions.pointer import things_of
from standfirst.extract.mentions.pronouns import pronoun_traces, traces_of
from standfirst.extract.mentions.salience import candidates, features, features_of_none
from standfirst.extract.mentions.traces import Trace
from standfirst.extract.steps import STEPS
from standfirst.language import load
from standfirst.lexicon.coreference import FORMS
from standfirst.model.reading import Reading
from standfirst.model.report import Report

TABLE = Path(__file__).parents[1] / "src/standfirst/lexicon/coreference.tsv"
#: Lives tell of one person all along, unlike news, and are left out.
_GENRES = {"news", "interview", "academic", "textbook", "voyage", "speech", "court"}
_FOLDS = 5
#: What named answers must reach: near "he" for "it" and "they", which cannot lean on as many pronouns before them.
PRECISION = {"he": 0.92, "it": 0.90, "they": 0.93}


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One pronoun: the features of "none" and of each candidate, whether each is right, and the number of its thing."""

    form: str
    document: int
    start: int
    genre: str
    options: tuple[tuple[str, ...], ...]
    right: tuple[bool, ...]
    numbers: tuple[int | None, ...]
    #: Whether gold has a named antecedent before it.
    named: bool


def cases_of(number: int, document: Document) -> Iterator[Case]:
    """The pronouns of a text, those before each taken as gold has them."""
    doc = load()(document.text)
    reading = Reading(report=Report(id=document.name, text=document.text))
    for step in STEPS:
        if step.name == "mentions":
            break
        reading = step.run(reading, doc)
    page = Page(reading, doc)
    names, numbers, roles = named_in(page)
    things = things_of(page, names, numbers, roles)
    pointers = list(nominals_in(page, names, roles, things))
    by_start: dict[int, list[Gold]] = defaultdict(list)
    named: dict[str, int] = {}
    for gold in document.mentions:
        for anchor in gold.anchors:
            by_start[anchor].append(gold)
        if gold.named:
            named[gold.chain] = min(named.get(gold.chain, gold.start), gold.start)
    before = traces_of(page, names, numbers, things, pointers)
    chains = {id(trace): _chain(page, trace, by_start) for trace in before}
    known: dict[str, int] = {}
    for trace in before:
        if trace.form == "name" and (chain := chains[id(trace)]) is not None:
            known.setdefault(chain, trace.number)
    for pronoun in pronoun_traces(page):
        word = doc[pronoun.token]
        chain = next((g.chain for g in by_start[word.idx] if g.end == word.idx + len(word)), None)
        earlier = [trace for trace in before if trace.token < pronoun.token]
        near = candidates(page, pronoun, earlier)
        right = [chain is not None and chains[id(trace)] == chain for trace in near]
        yield Case(
            form=pronoun.form,
            document=number,
            start=word.idx,
            genre=document.genre,
            options=(
                tuple(features_of_none(page, pronoun, near)),
                *(tuple(found) for _, found in features(page, pronoun, near)),
            ),
            right=(not any(right), *right),
            numbers=(None, *(trace.number for trace in near)),
            named=chain is not None and named.get(chain, word.idx) < word.idx,
        )
        told = pronoun
        if chain is not None and chain in known:
            told = replace(pronoun, number=known[chain])
        elif any(right):
            told = replace(pronoun, number=near[right.index(True)].number)
        chains[id(told)] = chain
        before.append(told)
        before.sort(key=lambda trace: trace.token)


def _chain(page: Page, trace: Trace, by_start: dict[int, list[Gold]]) -> str | None:
    """The chain of gold that a trace belongs to."""
    found = [gold for at in range(trace.start, trace.end) for gold in by_start.get(page.doc[at].idx, ())]
    several = trace.form == "pair"
    for gold in sorted(found, key=lambda gold: gold.start - gold.end):
        if trace.form == "name" and gold.named:
            return gold.chain
        if gold.head.start == page.doc[trace.token].idx and not gold.named:
            conj = any(w.above == gold.head.place and w.relation == "conj" for w in gold.words)
            if conj == several and trace.form != "name":
                return gold.chain
    return None


class Model:
    """The weights of one form of pronoun."""

    def __init__(self, cases: list[Case], strength: float = 1.0, rounds: int = 400) -> None:
        self.index: dict[str, int] = {}
        count: Counter[str] = Counter(name for case in cases for option in case.options for name in option)
        for name in sorted(count):
            if count[name] >= 5:
                self.index[name] = len(self.index)
        matrix = np.concatenate([self._matrix(case) for case in cases])
        starts = np.cumsum([0, *(len(case.options) for case in cases[:-1])])
        lengths = np.array([len(case.options) for case in cases])
        right = np.concatenate([np.array(case.right, dtype=float) for case in cases])
        self.weights = np.zeros(len(self.index))
        speed = np.zeros_like(self.weights)
        for _ in range(rounds):
            scores = matrix @ self.weights
            raised = np.exp(scores - np.repeat(np.maximum.reduceat(scores, starts), lengths))
            chance = raised / np.repeat(np.add.reduceat(raised, starts), lengths)
            aim = chance * right
            aim /= np.repeat(np.add.reduceat(aim, starts), lengths)
            slope = strength * self.weights + matrix.T @ (chance - aim)
            speed = 0.9 * speed - (2.0 / len(cases)) * slope
            self.weights = self.weights + speed

    def _matrix(self, case: Case) -> np.ndarray:
        matrix = np.zeros((len(case.options), len(self.index)))
        for row, option in enumerate(case.options):
            for name in option:
                if name in self.index:
                    matrix[row, self.index[name]] += 1
        return matrix

    def answer(self, case: Case) -> tuple[float, bool, bool]:
        """How likely the likeliest thing is, whether it is named, and whether it is right."""
        chance = _softmax(self._matrix(case) @ self.weights)
        things: dict[int, float] = defaultdict(float)
        right: dict[int, bool] = defaultdict(bool)
        for number, part, is_right in zip(case.numbers, chance, case.right, strict=True):
            if number is not None:
                things[number] += float(part)
                right[number] |= is_right
        if not things:
            return 0.0, False, False
        best = max(things, key=lambda number: things[number])
        return things[best], best >= 0, right[best]


def _softmax(scores: np.ndarray) -> np.ndarray:
    raised = np.exp(scores - scores.max())
    shares: np.ndarray = raised / raised.sum()
    return shares


def checked(cases: list[Case], strength: float) -> list[tuple[Case, float, bool, bool]]:
    """Each case with the answer of a model that did not learn from its document."""
    found = []
    for fold in range(_FOLDS):
        model = Model([case for case in cases if case.document % _FOLDS != fold], strength)
        found += [(case, *model.answer(case)) for case in cases if case.document % _FOLDS == fold]
    return found


def least(answers: list[tuple[Case, float, bool, bool]], precision: float) -> tuple[float, float, float]:
    """The lowest chance to ask for at which the named answers reach the precision; with precision and recall there."""
    wanted = sum(case.named for case, *_ in answers)
    for asked in np.arange(0.30, 0.96, 0.02):
        given = [right for _, chance, named, right in answers if named and chance >= asked]
        if given and sum(given) / len(given) >= precision:
            return float(asked), sum(given) / len(given), sum(given) / max(wanted, 1)
    return 0.96, 0.0, 0.0


def main() -> None:
    """Learn, check, write the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file")
    parser.add_argument("--strength", type=float, default=1.0, help="of the pull of all weights to nought")
    parser.add_argument("--check", action="store_true", help="write nothing")
    args = parser.parse_args()
    texts = [document for document in documents(args.file) if document.genre in _GENRES]
    cases = [case for number, document in enumerate(texts) for case in cases_of(number, document)]
    models, asked = {}, {}
    for form in FORMS:
        of_form = [case for case in cases if case.form == form and len(case.options) > 1]
        asked[form], precision, recall = least(checked(of_form, args.strength), PRECISION[form])
        print(
            f"{form}: {len(of_form)} pronouns; where a chance of {asked[form]:.2f} is asked for:"
            f" precision {precision:.3f}, recall {recall:.3f}"
        )
        if not args.check:
            models[form] = Model(of_form, args.strength)
    if not args.check:
        write(models, asked)


def write(models: dict[str, Model], asked: dict[str, float]) -> None:
    """Write the table into the package."""
    names = sorted({name for model in models.values() for name in model.index})
    lines = [
        "# Weights of the log-linear model that gives pronouns to what they point to (extract/mentions/salience.py).",
        "# Made by `python -m training.coreference` from the entities of GUM (CC BY 4.0), genres free of NC terms.",
        "# feature\the, she\tit\tthey",
        "least chance\t" + "\t".join(f"{asked[form]:.2f}" for form in FORMS),
    ]
    for name in names:
        cells = [models[form].weights[models[form].index[name]] if name in models[form].index else 0 for form in FORMS]
        lines.append(f"{name}\t" + "\t".join(f"{cell:.2f}" for cell in cells))
    TABLE.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
