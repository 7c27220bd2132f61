"""Train the network that marks attributions: ``python -m training.attribution``.

It learns from the attributions that readers labelled in open text (``labels/attributions``), over the word vectors of
the shipped pipeline, which stay as they are. A text with straight quotation marks is read a second time with curly
ones. The seed fixes everything drawn; the learning rate falls to almost nothing over the epochs.
"""

import argparse
import math
import random
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn
from torch.nn import functional

from standfirst.extract.attributions.marked import words_of
from standfirst.extract.attributions.page import open_page
from standfirst.extract.steps import STEPS
from standfirst.language import load
from standfirst.language.attributor import OUTPUTS, PARTS, REACH, SORTS, Words, standing, windows
from standfirst.model.reading import Reading
from standfirst.model.report import Report
from training.attributed import LABELS, Range, Told, corpora, laid_out, read_labels

VECTOR, WIDTH, PAIR, HEADS = 384, 192, 128, 4
BATCH = 8
#: Steps until the learning rate is full.
WARM_UP = 100
IGNORE = -100
CUE, SOURCE, CONTENT = (PARTS.index(name) for name in ("cue", "source", "content"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Lesson:
    """One text as the network reads it, and for each attribution its cue's word, every token's part, and its sort."""

    name: str
    words: Words
    told: tuple[tuple[int, np.ndarray, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sets:
    """The closed sets of relations and tags; what is beyond them has the last number."""

    deps: dict[str, int]
    tags: dict[str, int]

    @classmethod
    def of(cls, lessons: Iterable[Lesson]) -> "Sets":
        """Those that are seen often enough."""
        deps, tags = Counter[str](), Counter[str]()
        for lesson in lessons:
            deps.update(lesson.words.deps)
            tags.update(lesson.words.tags)
        kept = [sorted(name for name, count in found.items() if count > 20) for found in (deps, tags)]
        return cls(deps={n: i for i, n in enumerate(kept[0])}, tags={n: i for i, n in enumerate(kept[1])})


def lesson(name: str, text: str, told: Iterable[Told]) -> Lesson | None:
    """Read a text with the package itself and lay what is labelled over its tokens."""
    nlp = load()
    report = Report(id="lesson", text=text)
    doc = nlp(text)
    reading = Reading(report=report)
    for step in STEPS:
        if step.name in ("blocks", "sentences", "mentions"):
            reading = step.run(reading, doc)
    words = words_of(open_page(reading, doc))
    if words is None:
        return None
    begins = np.array([token.idx for token in doc])
    ends = np.array([token.idx + len(token) for token in doc])
    real = np.array([not token.is_space for token in doc])

    def tokens(ranges: Iterable[Range]) -> np.ndarray:
        inside = np.zeros(len(doc), dtype=bool)
        for start, end in ranges:
            inside |= (begins < end) & (ends > start) & real
        return inside

    found = []
    for one in told:
        parts = np.zeros(len(doc), dtype=np.int64)
        parts[tokens(one.content)] = CONTENT
        parts[tokens(one.source)] = SOURCE
        cue = tokens(one.cue)
        parts[cue] = CUE
        if cue.any() and (parts == CONTENT).any():
            found.append((_cue_word(words, [t.pos_ for t in doc], cue), parts, SORTS.index(one.sort)))
    return Lesson(name=name, words=words, told=tuple(found))


def _cue_word(words: Words, kinds: list[str], cue: np.ndarray) -> int:
    """The word of a cue on which the others hang: a verb before a noun or adjective before anything else."""
    inside = np.flatnonzero(cue).tolist()
    tops = [at for at in inside if words.heads[at] < 0 or not cue[words.heads[at]]]
    for wanted in (("VERB",), ("NOUN", "ADJ", "AUX")):
        for at in tops:
            if kinds[at] in wanted:
                return int(at)
    return int((tops or inside)[0])


def curly(text: str) -> str:
    """A text with curly quotation marks for straight ones; a paragraph begins outside quotation marks."""
    out, inside = [], False
    for at, letter in enumerate(text):
        if letter == '"':
            inside = not inside
            out.append("“" if inside else "”")
        elif letter == "'":
            out.append("’" if at and text[at - 1].isalnum() else "‘")
        else:
            inside = inside and letter != "\n"
            out.append(letter)
    return "".join(out)


def lessons(data: Path) -> Iterator[Lesson]:
    """Every labelled document, and once more with curly quotation marks where it has straight ones."""
    for corpus, documents in corpora(data).items():
        labels = read_labels(LABELS / f"{corpus}.tsv")
        for document in documents():
            if document.name not in labels:
                continue
            text, told = laid_out(document, labels[document.name])
            for variant in dict.fromkeys((text, curly(text))):
                made = lesson(f"{corpus}/{document.name}", variant, told)
                if made is not None:
                    yield made


class Network(nn.Module):
    """What `standfirst.language.attributor` serves, under the same names."""

    def __init__(self, deps: int, tags: int) -> None:
        super().__init__()
        self.inward = nn.Linear(VECTOR, WIDTH)
        self.norm = nn.LayerNorm(WIDTH)
        self.dep, self.tag, self.quoted = nn.Embedding(deps + 1, 32), nn.Embedding(tags + 1, 32), nn.Embedding(2, 16)
        self.mix = nn.Linear(WIDTH + 80, WIDTH)
        self.attention, self.attended = nn.Linear(WIDTH, 3 * WIDTH), nn.Linear(WIDTH, WIDTH)
        self.norm1, self.norm2 = nn.LayerNorm(WIDTH), nn.LayerNorm(WIDTH)
        self.inner, self.cue, self.part = _two(WIDTH, 2 * WIDTH, WIDTH), _two(WIDTH, 128, 1), _two(PAIR, PAIR, 4)
        self.sort = nn.Linear(WIDTH, len(SORTS))
        self.left, self.right = nn.Linear(WIDTH, PAIR), nn.Linear(WIDTH, PAIR)
        self.branch = nn.Embedding(4 + 3 * (deps + 1), PAIR)
        self.distance, self.place, self.quote = nn.Embedding(15, PAIR), nn.Embedding(3, PAIR), nn.Embedding(4, PAIR)
        self.dropout = nn.Dropout(0.2)
        for table in (self.branch, self.distance, self.place, self.quote):
            nn.init.normal_(table.weight, std=0.05)

    def encode(self, batch: dict[str, Tensor]) -> Tensor:
        """Windows × words × WIDTH."""
        seen = functional.relu(self.norm(self.inward(self.dropout(batch["vectors"]))))
        told = [self.dep(batch["deps"]), self.tag(batch["tags"]), self.quoted(batch["quoted"])]
        x = self.mix(torch.cat([seen, *told], dim=-1))
        q, k, v = (part.unflatten(-1, (HEADS, -1)).transpose(1, 2) for part in self.attention(x).chunk(3, dim=-1))
        mixed = functional.scaled_dot_product_attention(q, k, v, attn_mask=batch["mask"][:, None, None])
        x = self.norm1(x + self.dropout(self.attended(mixed.transpose(1, 2).flatten(2))))
        result: Tensor = self.norm2(x + self.dropout(self.inner(self.dropout(x))))
        return result

    def parts(self, seen: Tensor, batch: dict[str, Tensor]) -> Tensor:
        """Cues × words near them × parts."""
        rows, cues = batch["rows"], batch["cues"]
        near = (batch["lows"][:, None] + torch.arange(batch["branch"].shape[1])).clamp(max=seen.shape[1] - 1)
        hidden = self.left(seen[rows, cues])[:, None] + self.right(seen)[rows[:, None], near]
        for name in ("branch", "distance", "place", "quote"):
            hidden = hidden + getattr(self, name)(batch[name])
        scores: Tensor = self.part(self.dropout(functional.relu(hidden)))
        return scores


def _two(wide: int, between: int, out: int) -> nn.Sequential:
    layers = nn.Sequential()
    layers.add_module("in", nn.Linear(wide, between))
    layers.add_module("relu", nn.ReLU())
    layers.add_module("out", nn.Linear(between, out))
    return layers


#: A window of a lesson: the lesson, first word and the one after the last.
Window = tuple[Lesson, int, int]


def stack(group: list[Window], sets: Sets) -> dict[str, Tensor]:
    """Pad windows, and the words near their cues, to one batch."""
    length = max(high - low for _, low, high in group)
    size = (len(group), length)
    batch = {name: torch.zeros(size, dtype=torch.long) for name in ("deps", "tags", "quoted")}
    batch |= {"vectors": torch.zeros(*size, VECTOR), "mask": torch.zeros(size, dtype=torch.bool)}
    batch["is_cue"] = torch.full(size, -1.0)
    near: list[tuple[int, int, int, int, tuple[np.ndarray, ...], np.ndarray]] = []
    for row, (one, low, high) in enumerate(group):
        words, count = one.words, high - low
        batch["vectors"][row, :count] = torch.from_numpy(words.vectors[low:high])
        batch["mask"][row, :count] = True
        batch["deps"][row, :count] = torch.tensor([sets.deps.get(d, len(sets.deps)) for d in words.deps[low:high]])
        batch["tags"][row, :count] = torch.tensor([sets.tags.get(t, len(sets.tags)) for t in words.tags[low:high]])
        batch["quoted"][row, :count] = torch.from_numpy(words.quoted[low:high])
        batch["is_cue"][row, :count] = 0
        for at, parts, sort in one.told:
            if low <= at < high:
                batch["is_cue"][row, at - low] = 1
                first, last = max(low, at - REACH), min(high, at + REACH)
                ways: tuple[np.ndarray, ...] = standing(words, at, (first, last), sets.deps)
                near.append((row, at - low, first - low, sort, ways, parts[first:last]))
    batch["rows"], batch["cues"], batch["lows"], batch["sorts"] = (
        torch.tensor([one[part] for one in near], dtype=torch.long) for part in range(4)
    )
    wide = max((len(one[5]) for one in near), default=1)
    for name in ("branch", "distance", "place", "quote", "parts"):
        batch[name] = torch.full((len(near), wide), IGNORE if name == "parts" else 0)
    for row, (*_, ways, parts) in enumerate(near):
        for name, values in zip(("branch", "distance", "place", "quote", "parts"), (*ways, parts), strict=True):
            batch[name][row, : len(values)] = torch.from_numpy(values)
    return batch


def loss_of(network: Network, batch: dict[str, Tensor]) -> Tensor:
    """Cues against all words, parts and sorts of the cues that are labelled."""
    seen = network.encode(batch)
    chances, known = network.cue(network.dropout(seen))[..., 0], batch["is_cue"] >= 0
    loss = 20 * functional.binary_cross_entropy_with_logits(chances[known], batch["is_cue"][known])
    if len(batch["rows"]):
        scores = network.parts(seen, batch).flatten(0, 1)
        loss = loss + 4 * functional.cross_entropy(scores, batch["parts"].flatten(), ignore_index=IGNORE)
        sorts = network.sort(seen[batch["rows"], batch["cues"]])
        loss = loss + 0.3 * functional.cross_entropy(sorts, batch["sorts"])
    return loss


def fit(taught: list[Lesson], sets: Sets, *, epochs: int, seed: int, rate: float) -> Network:
    """Train from nothing; what is kept is the mean of the weights over the last few hundred steps."""
    torch.manual_seed(seed)
    torch.set_num_threads(1)
    chance = random.Random(seed)
    network = Network(len(sets.deps), len(sets.tags))
    mean = {name: value.clone() for name, value in network.state_dict().items()}
    spans = [(one, low, high) for one in taught for low, high in windows(one.words)]
    steps, step, shown, began = epochs * math.ceil(len(spans) / BATCH), 0, 0.0, time.monotonic()
    optimizer = torch.optim.AdamW(network.parameters(), lr=rate, weight_decay=0.02)
    for epoch in range(epochs):
        order = sorted(spans, key=lambda window: window[2] - window[1] + 30 * chance.random())
        groups = [order[at : at + BATCH] for at in range(0, len(order), BATCH)]
        chance.shuffle(groups)
        for group in groups:
            network.train()
            for parameters in optimizer.param_groups:
                share = 0.5 * (1 + math.cos(math.pi * step / steps))
                parameters["lr"] = rate * min(1.0, (step + 1) / WARM_UP) * max(0.02, share)
            loss = loss_of(network, stack(group, sets))
            optimizer.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            step += 1
            shown += 0.02 * (float(loss.detach()) - shown)
            for name, value in network.state_dict().items():
                mean[name].lerp_(value, 0.01)
        print(f"epoch {epoch} loss {shown:.3f} {time.monotonic() - began:.0f} s", flush=True)
    network.load_state_dict(mean)
    return network.eval()


class Served(nn.Module):
    """What one window is asked for, without a batch: scores of cues and sorts, and the two sides of pairs."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, vectors: Tensor, deps: Tensor, tags: Tensor, quoted: Tensor) -> tuple[Tensor, ...]:
        """Words × VECTOR, and three numbers a word."""
        n = self.network
        seen = functional.relu(n.norm(n.inward(vectors)))
        x = n.mix(torch.cat([seen, n.dep(deps), n.tag(tags), n.quoted(quoted)], dim=-1))
        q, k, v = n.attention(x).view(-1, 3, HEADS, WIDTH // HEADS).permute(1, 2, 0, 3).unbind(0)
        weighed = torch.softmax(q @ k.transpose(1, 2) * (WIDTH // HEADS) ** -0.5, dim=-1)
        x = n.norm1(x + n.attended((weighed @ v).transpose(0, 1).reshape(-1, WIDTH)))
        x = n.norm2(x + n.inner(x))
        return n.cue(x)[:, 0], n.sort(x), n.left(x), n.right(x)


def export(network: Network, sets: Sets, folder: Path) -> None:
    """Write what is shipped: the graph over a window, its matrices in whole numbers, and the tables for pairs."""
    given = ("vectors", "deps", "tags", "quoted")
    inputs = (torch.randn(12, VECTOR), *(torch.zeros(12, dtype=torch.long) for _ in given[1:]))
    with tempfile.TemporaryDirectory() as place, torch.no_grad():
        plain = Path(place) / "plain.onnx"
        torch.onnx.export(
            Served(network),
            inputs,
            str(plain),
            input_names=list(given),
            output_names=list(OUTPUTS),
            dynamic_axes={name: {0: "words"} for name in (*given, *OUTPUTS)},
            opset_version=17,
            dynamo=False,
        )
        quantize_dynamic(
            plain,
            folder / "attributor.onnx",
            weight_type=QuantType.QInt8,
            per_channel=True,
            reduce_range=True,
            op_types_to_quantize=["MatMul"],
        )
    paired = ("branch", "distance", "place", "quote", "part")
    tables = {
        name: value.numpy().astype(np.float16)
        for name, value in network.state_dict().items()
        if name.startswith(paired)
    }
    names = {"deps": np.array(list(sets.deps)), "tags": np.array(list(sets.tags))}
    np.savez_compressed(folder / "attributor.npz", allow_pickle=False, **tables, **names)


def main() -> None:
    """Read the labelled text, train and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--out", type=Path, default=Path("src/standfirst/language/weights"))
    parser.add_argument("--epochs", type=int, default=24)
    parser.add_argument("--rate", type=float, default=1.5e-3)
    parser.add_argument("--seed", type=int, default=7)
    arguments = parser.parse_args()
    taught = list(lessons(arguments.data))
    print(f"{len(taught)} texts, {sum(len(one.told) for one in taught)} attributions with a cue")
    sets = Sets.of(taught)
    network = fit(taught, sets, epochs=arguments.epochs, seed=arguments.seed, rate=arguments.rate)
    export(network, sets, arguments.out)


if __name__ == "__main__":
    main()
