"""Learn by which weights pronouns and definite nouns find what they point to.

Usage: python -m training.coreference [--data ../shared/data] [--forms it they the] [--check]

What teaches: the entities of GUM's training part, and links that readers labelled (`training/links`). Every pronoun
of the third person and every definite noun is a case: its options are those that the package itself finds in the raw
text, the right ones those that belong to its chain; where there is none, "nothing" is right. The weights of the
features and the short vectors (`extract/mentions/chances.py`) are learnt together: they make the right options of a
case together as likely as can be. The vectors of words go through their principal components first; for so few cases
they must be short. The chances to ask for are then set by cross-validation over the documents: the lowest at which the
answers that name something reach the precision that PRECISION asks. The seed fixes all that is drawn.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

from benchmarks.gum import Document, Gold, documents
from standfirst.extract.mentions import named_in
from standfirst.extract.mentions.chances import Option
from standfirst.extract.mentions.definites import Account, definite_nouns
from standfirst.extract.mentions.found import Found, Page
from standfirst.extract.mentions.nominals import nominals_in
from standfirst.extract.mentions.pointer import Pointer, things_of
from standfirst.extract.mentions.pronouns import pronoun_traces, traces_of
from standfirst.extract.mentions.salience import candidates, options_of
from standfirst.extract.mentions.traces import Trace
from standfirst.extract.steps import STEPS
from standfirst.language import load
from standfirst.lexicon.coreference import FORMS, WITH_NETWORK, least_chance, networks, weights
from standfirst.model.reading import Reading
from standfirst.model.report import Report
from training.linked import Linked, held_back, linked_texts

TABLE = Path(__file__).parents[1] / "src/standfirst/lexicon/coreference.tsv"
_GENRES = {"news", "interview", "academic", "textbook", "voyage", "speech", "court", "bio"}
#: Lives and reports on one company tell of one person all along: they teach nothing of "he" and "she".
_OF_ONE = ("bio", "meantime")
_FOLDS = 5
#: What named answers must reach.
PRECISION = {"he": 0.92, "it": 0.88, "they": 0.84, "the": 0.92}
#: Principal components, the length of the short vectors, of what stands for a feature, and of the hidden layer.
_COMPONENTS, _RANK, _PARTS, _HIDDEN = 96, 48, 24, 64
_DROPOUT = 0.3
#: Cases a step, rounds over all of them, and the learning rate of the network; the weights of features learn faster.
_BATCH, _ROUNDS, _RATE, _FASTER = 64, 8, 3e-3, 4
#: A feature must be seen so often.
_SEEN = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One pronoun or definite noun, what it may point to, and what of it is right."""

    form: str
    document: int
    genre: str
    token: int
    options: tuple[Option, ...]
    right: tuple[bool, ...]
    #: Whether it has a named antecedent.
    named: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Truth:
    """What a text's words point to: chains, each with a name of its own."""

    #: By token: the chain of a pronoun or of a noun's head.
    pointers: dict[int, str]
    chain_of: Callable[[Trace], str | None]
    #: Where the first name of each chain starts.
    named: dict[str, int]
    #: Tokens of which nothing is known.
    unsettled: frozenset[int] = frozenset()
    #: Whether all chains are known, or only those with a name.
    whole: bool = True


def page_of(name: str, text: str) -> Page:
    """A text, read as far as the step of mentions needs it."""
    doc = load()(text)
    reading = Reading(report=Report(id=name, text=text))
    for step in STEPS:
        if step.name == "mentions":
            break
        reading = step.run(reading, doc)
    return Page(reading, doc)


def of_gum(page: Page, document: Document) -> Truth:
    """The chains of GUM; predicates and appositions point to nothing and teach nothing."""
    by_start: dict[int, list[Gold]] = defaultdict(list)
    named: dict[str, int] = {}
    for gold in document.mentions:
        for anchor in gold.anchors:
            by_start[anchor].append(gold)
        if gold.named:
            named[gold.chain] = min(named.get(gold.chain, gold.start), gold.start)
    pointers: dict[int, str] = {}
    unsettled = set()
    for token in page.doc:
        heads = [gold for gold in by_start.get(token.idx, ()) if gold.head.start == token.idx]
        widest = max(heads, key=lambda gold: gold.end - gold.start, default=None)
        if widest is not None:
            pointers[token.i] = widest.chain
            if widest.link in ("appos", "pred"):
                unsettled.add(token.i)
    return Truth(
        pointers=pointers,
        chain_of=lambda trace: _chain(page, trace, by_start),
        named=named,
        unsettled=frozenset(unsettled),
    )


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


def of_links(page: Page, linked: Linked, names: list[Found], numbers: list[int]) -> Truth:
    """The links that readers labelled, the chains being the things that we find named."""
    pointers: dict[int, str] = {}
    unsettled = set()
    for (start, end), name in linked.links.items():
        head = max(token.i for token in page.doc if start <= token.idx < end)
        things = set() if name is None else {n for f, n in zip(names, numbers, strict=True) if _on(page, f, *name)}
        if len(things) == 1:
            pointers[head] = str(things.pop())
        else:
            unsettled.add(head)
    return Truth(
        pointers=pointers,
        chain_of=lambda trace: str(trace.number) if trace.form == "name" else None,
        named=dict.fromkeys(pointers.values(), -1),
        unsettled=frozenset(unsettled),
        whole=False,
    )


def _on(page: Page, name: Found, start: int, end: int) -> bool:
    last = page.doc[name.end - 1]
    return page.doc[name.start].idx < end and start < last.idx + len(last)


def cases_of(
    number: int, genre: str, page: Page, truth_of: Callable[[list[Found], list[int]], Truth]
) -> Iterator[Case]:
    """The cases of a text, those before each taken as they truly are."""
    names, numbers, roles = named_in(page)
    things = things_of(page, names, numbers, roles)
    truth = truth_of(names, numbers)
    ruled = list(nominals_in(page, names, roles, things))
    kinds = {thing.number: thing.kind for thing in things}
    chains: dict[int, set[str]] = defaultdict(set)
    known: dict[str, int] = {}
    for trace in traces_of(page, names, numbers, things, []):
        if trace.form == "name" and (chain := truth.chain_of(trace)) is not None:
            chains[trace.number].add(chain)
            known.setdefault(chain, trace.number)

    def case(form: str, token: int, options: list[Option], right: list[bool]) -> Iterator[Case]:
        chain = truth.pointers.get(token)
        if token not in truth.unsettled and len(options) > 1:
            nothing = not any(right)
            if chain is None and not truth.whole:
                right = [option.number is not None and option.number < 0 for option in options[1:]]
            yield Case(
                form=form,
                document=number,
                genre=genre,
                token=token,
                options=tuple(options),
                right=(nothing, *right),
                named=chain is not None and truth.named.get(chain, page.doc[token].idx) < page.doc[token].idx,
            )

    account = Account(page, names, numbers, things, {p.head: p.number for p in ruled if p.number is not None})
    pointers = {pointer.head: pointer for pointer in ruled}
    for noun in definite_nouns(page, names, roles):
        options = account.options(noun)
        chain = truth.pointers.get(noun.head)
        right = [chain is not None and chain in chains[option.number or 0] for option in options[1:]]
        yield from case("the", noun.head, options, right)
        if any(right):
            goal = options[1 + right.index(True)].number or 0
            account.point(noun, goal)
            pointers[noun.head] = Pointer(
                start=noun.start, end=noun.head + 1, head=noun.head, kind=kinds[goal], form="nominal", number=goal
            )
    before = traces_of(page, names, numbers, things, list(pointers.values()))
    of_trace = {id(trace): truth.chain_of(trace) or truth.pointers.get(trace.token) for trace in before}
    for pronoun in pronoun_traces(page):
        chain = truth.pointers.get(pronoun.token)
        near = candidates(page, pronoun, [trace for trace in before if trace.token < pronoun.token])
        right = [chain is not None and of_trace[id(trace)] == chain for trace in near]
        yield from case(pronoun.form, pronoun.token, options_of(page, pronoun, near), right)
        told = pronoun
        if chain is not None and chain in known:
            told = replace(pronoun, number=known[chain], kind=kinds[known[chain]])
        elif any(right):
            told = replace(pronoun, number=near[right.index(True)].number, kind=near[right.index(True)].kind)
        of_trace[id(told)] = chain
        before.append(told)
        before.sort(key=lambda trace: trace.token)


def all_cases(data: Path) -> tuple[list[Case], list[np.ndarray]]:
    """The cases of all texts that teach, and the vectors of each text's words."""
    cases: list[Case] = []
    vectors: list[np.ndarray] = []

    def add(genre: str, page: Page, truth_of: Callable[[list[Found], list[int]], Truth]) -> None:
        cases.extend(cases_of(len(vectors), genre, page, truth_of))
        vectors.append(np.asarray(page.doc.tensor, dtype=np.float32))

    for document in documents(str(data / "treebanks/gum-train.conllu.gz")):
        if document.genre in _GENRES:
            page = page_of(document.name, document.text)
            truth = of_gum(page, document)
            add(document.genre, page, lambda names, numbers, truth=truth: truth)  # type: ignore[misc]
    for linked in linked_texts(data):
        if not held_back(linked.name):
            page = page_of(linked.name, linked.text)
            add(linked.corpus, page, lambda n, m, page=page, linked=linked: of_links(page, linked, n, m))  # type: ignore[misc]
    return cases, vectors


@dataclass(frozen=True, slots=True, kw_only=True)
class Components:
    """The principal components of the vectors of words, half whitened."""

    mean: np.ndarray
    axes: np.ndarray

    @classmethod
    def of(cls, vectors: list[np.ndarray], seed: int) -> Components:
        """Learn them from twenty thousand words, drawn by chance."""
        words = np.concatenate([rows[rows.any(axis=1)] for rows in vectors])
        words = words[np.random.default_rng(seed).permutation(len(words))[:20_000]]
        mean = words.mean(axis=0)
        _, sizes, axes = np.linalg.svd(words - mean, full_matrices=False)
        scale = np.sqrt(sizes[:_COMPONENTS] / np.sqrt(len(words)))
        return cls(mean=mean, axes=axes[:_COMPONENTS].T / scale)

    def __call__(self, rows: np.ndarray) -> np.ndarray:
        """The components of some vectors."""
        found: np.ndarray = ((rows - self.mean) @ self.axes).astype(np.float32)
        return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """Cases as arrays; options of one case stand next to each other."""

    features: Tensor
    bounds: Tensor
    pointers: Tensor
    candidates: Tensor
    nothing: Tensor
    case: Tensor
    right: Tensor

    @classmethod
    def of(cls, cases: list[Case], vectors: list[np.ndarray], index: dict[str, int]) -> Batch:
        """Lay cases out; the vectors are components already."""
        features: list[int] = []
        bounds, candidate, nothing, at, right = [], [], [], [], []
        for number, case in enumerate(cases):
            rows = vectors[case.document]
            for option, is_right in zip(case.options, case.right, strict=True):
                bounds.append(len(features))
                features += [index[name] for name in option.features if name in index]
                tokens = list(option.tokens)
                candidate.append(rows[tokens].mean(axis=0) if tokens else np.zeros(rows.shape[1], np.float32))
                nothing.append(not tokens)
                at.append(number)
                right.append(float(is_right))
        return cls(
            features=torch.tensor(features),
            bounds=torch.tensor(bounds),
            pointers=torch.tensor(np.stack([vectors[case.document][case.token] for case in cases])),
            candidates=torch.tensor(np.stack(candidate)),
            nothing=torch.tensor(nothing),
            case=torch.tensor(at),
            right=torch.tensor(right),
        )


class Model(nn.Module):
    """The weights for one form, and its network where it has one (`lexicon.coreference.Network`)."""

    def __init__(self, cases: list[Case], vectors: list[np.ndarray], seed: int) -> None:
        super().__init__()
        torch.manual_seed(seed)
        count = Counter(name for case in cases for option in case.options for name in option.features)
        self.index = {name: at for at, name in enumerate(sorted(name for name in count if count[name] >= _SEEN))}
        self.looks = cases[0].form in WITH_NETWORK
        self.weights = nn.Parameter(torch.zeros(len(self.index)))
        self.parts = nn.EmbeddingBag(len(self.index), _PARTS, mode="sum")
        self.pointer, self.candidate = nn.Linear(_COMPONENTS, _RANK), nn.Linear(_COMPONENTS, _RANK)
        self.hidden, self.out = nn.Linear(3 * _RANK + _PARTS, _HIDDEN), nn.Linear(_HIDDEN, 1, bias=False)
        nn.init.normal_(self.parts.weight, std=0.05)
        nn.init.zeros_(self.out.weight)
        self.dropout = nn.Dropout(_DROPOUT)
        self._learn(cases, vectors, np.random.default_rng(seed))

    def forward(self, batch: Batch) -> Tensor:
        """The score of each option."""
        plain = nn.functional.embedding_bag(batch.features, self.weights[:, None], batch.bounds, mode="sum")[:, 0]
        if not self.looks:
            return plain
        one = torch.tanh(self.pointer(self.dropout(batch.pointers)))[batch.case]
        other = torch.tanh(self.candidate(self.dropout(batch.candidates))).masked_fill(batch.nothing[:, None], 0)
        seen = torch.cat([one, other, one * other, self.parts(batch.features, batch.bounds)], dim=-1)
        hidden = torch.relu(self.hidden(self.dropout(seen)))
        return plain + self.out(self.dropout(hidden))[:, 0]

    def _learn(
        self, cases: list[Case], vectors: list[np.ndarray], chance: np.random.Generator, pull: float = 7e-4
    ) -> None:
        network = [part for name, part in self.named_parameters() if name != "weights"]
        optimiser = torch.optim.AdamW(
            [{"params": [self.weights], "weight_decay": 0.0}, {"params": network, "weight_decay": 0.02}]
        )
        steps = [
            order[start : start + _BATCH]
            for order in (chance.permutation(len(cases)) for _ in range(_ROUNDS))
            for start in range(0, len(cases), _BATCH)
        ]
        for number, chosen in enumerate(steps):
            rate = _RATE * (1 - number / len(steps))
            for group, full in zip(optimiser.param_groups, (_FASTER * rate, rate), strict=True):
                group["lr"] = full
            loss = _loss(self, Batch.of([cases[at] for at in chosen], vectors, self.index))
            optimiser.zero_grad()
            (loss + pull / 2 * (self.weights**2).sum()).backward()
            optimiser.step()
        self.eval()

    def answers(self, cases: list[Case], vectors: list[np.ndarray]) -> Iterator[tuple[Case, float, bool, bool]]:
        """Each case with how likely the likeliest thing is, whether it is named, and whether it is right."""
        with torch.no_grad():
            scores = self(Batch.of(cases, vectors, self.index)).numpy()
        ends = list(accumulate((len(case.options) for case in cases), initial=0))
        for case, (start, end) in zip(cases, pairwise(ends), strict=True):
            raised = np.exp(scores[start:end] - scores[start:end].max())
            things: dict[int, float] = defaultdict(float)
            right: dict[int, bool] = defaultdict(bool)
            for option, part, is_right in zip(case.options, raised / raised.sum(), case.right, strict=True):
                if option.number is not None:
                    things[option.number] += float(part)
                    right[option.number] |= is_right
            best = max(things, key=lambda number: things[number])
            yield case, things[best], best >= 0, right[best]

    def matrices(self, components: Components, names: list[str]) -> dict[str, np.ndarray]:
        """What is shipped: the components worked in, so that vectors of words go in as they are."""

        def plain(layer: nn.Linear) -> np.ndarray:
            return np.concatenate([layer.weight.detach().numpy().T, layer.bias.detach().numpy()[None]])

        def folded(layer: nn.Linear) -> np.ndarray:
            whole = plain(layer)
            matrix = components.axes @ whole[:-1]
            return np.concatenate([matrix, whole[-1:] - components.mean @ matrix])

        parts = np.zeros((len(names), _PARTS), dtype=np.float32)
        for row, name in enumerate(names):
            if name in self.index:
                parts[row] = self.parts.weight[self.index[name]].detach().numpy()
        return {
            "parts": parts,
            "pointer": folded(self.pointer),
            "candidate": folded(self.candidate),
            "hidden": plain(self.hidden),
            "out": self.out.weight.detach().numpy()[0],
        }


def _loss(model: Model, batch: Batch) -> Tensor:
    """How unlikely the right options of the cases are, together."""
    scores = model(batch)
    size = int(batch.case.max()) + 1
    highest = torch.full((size,), -torch.inf).scatter_reduce(0, batch.case, scores.detach(), "amax")
    raised = torch.exp(scores - highest[batch.case])
    total = torch.zeros(size).scatter_add(0, batch.case, raised)
    right = torch.zeros(size).scatter_add(0, batch.case, raised * batch.right)
    return -torch.log((right + 1e-9) / total).mean()


def least(answers: list[tuple[Case, float, bool, bool]], precision: float) -> tuple[float, float, float]:
    """The lowest chance to ask for at which the named answers reach the precision; with precision and recall there."""
    wanted = sum(case.named for case, *_ in answers)
    for asked in np.arange(0.30, 0.96, 0.02):
        given = [right for _, chance, named, right in answers if named and chance >= asked]
        if given and sum(given) / len(given) >= precision:
            return float(asked), sum(given) / len(given), sum(given) / max(wanted, 1)
    return 0.96, 0.0, 0.0


def main() -> None:
    """Learn, check, write the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--forms", nargs="+", choices=FORMS, default=FORMS, help="the others stay as they ship")
    parser.add_argument("--check", action="store_true", help="write nothing")
    args = parser.parse_args()
    torch.set_num_threads(1)
    cases, raw = all_cases(args.data)
    components = Components.of(raw, args.seed)
    vectors = [components(rows) for rows in raw]
    models, asked = {}, {}
    for form in args.forms:
        some = [case for case in cases if case.form == form and not (form == "he" and case.genre in _OF_ONE)]
        answers = []
        for fold in range(_FOLDS):
            model = Model([case for case in some if case.document % _FOLDS != fold], vectors, args.seed)
            answers += model.answers([case for case in some if case.document % _FOLDS == fold], vectors)
        asked[form], precision, recall = least(answers, PRECISION[form])
        print(
            f"{form}: {len(some)} cases, {sum(case.named for case in some)} of them named; where a chance of"
            f" {asked[form]:.2f} is asked for: precision {precision:.3f}, recall {recall:.3f}"
        )
        if not args.check:
            models[form] = Model(some, vectors, args.seed)
    if not args.check:
        write(models, asked, components)


def write(models: dict[str, Model], asked: dict[str, float], components: Components) -> None:
    """Write the table and the matrices into the package; what was not learnt stays as it is there."""
    columns = {form: dict(weights()[form]) for form in FORMS}
    shipped = dict(np.load(TABLE.with_suffix(".npz")))
    matrices = {name: array for name, array in shipped.items() if name.split()[0] not in models}
    before = networks()["the"].rows
    for form, model in models.items():
        values = model.weights.detach().numpy()
        columns[form] = {name: float(values[at]) for name, at in model.index.items()}
    names = sorted({name for column in columns.values() for name in column})
    for form, model in models.items():
        if model.looks:
            parts = model.matrices(components, names)
            matrices |= {f"{form} {part}": array.astype(np.float16) for part, array in parts.items()}
    for part in [part for part in matrices if part.endswith(" parts") and part.split()[0] not in models]:
        none = np.zeros(_PARTS, dtype=np.float16)
        matrices[part] = np.stack([shipped[part][before[name]] if name in before else none for name in names])
    chance = {**least_chance(), **asked}
    lines = [
        "# Weights of the model that gives pronouns and definite nouns to what they point to",
        "# (extract/mentions/chances.py). Made by `python -m training.coreference` from GUM's entities (CC BY 4.0) and",
        "# links that we labelled in open texts (training/links).",
        "# feature\t" + "\t".join(FORMS),
        "least chance\t" + "\t".join(f"{chance[form]:.2f}" for form in FORMS),
    ]
    for name in names:
        cells = [columns[form].get(name, 0.0) for form in FORMS]
        lines.append(f"{name}\t" + "\t".join(f"{cell:.2f}" if abs(cell) >= 0.005 else "0" for cell in cells))
    TABLE.write_text("\n".join(lines) + "\n", encoding="utf-8")
    np.savez_compressed(TABLE.with_suffix(".npz"), **matrices)  # type: ignore[arg-type]


if __name__ == "__main__":
    main()
