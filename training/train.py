"""Train the reader: ``python -m training.train --minutes 60 --out reader.pt``.

Every source is a stream of windows; a step draws windows of one stream at a time, by weight. The learning rate follows
the share of the time that is spent, so a run of any length ends low. The seed fixes the order of everything drawn.
"""

import argparse
import json
import math
import random
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from pathlib import Path

import torch
from torch import Tensor
from torch.nn import functional

from standfirst.language.wordpiece import WordPiece
from training import sources
from training.data import IGNORE, Document, Labels, Window, Windower, vary
from training.network import Reader, Sizes, load_base

WEIGHTS = {"tags": 1.0, "scripts": 0.5, "starts": 1.0, "arcs": 1.0, "rels": 0.7, "names": 1.5, "roles": 1.0}


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """One training run."""

    data: Path
    base: Path
    out: Path
    minutes: float
    seed: int = 7
    encoder_rate: float = 2e-4
    head_rate: float = 1e-3
    batch_pieces: int = 2500
    threads: int = 2
    warm_up: int = 150
    start: Path | None = None
    sources: tuple[str, ...] = ()
    silver: Path | None = None


def batches(windows: list[Window], pieces: int, chance: random.Random) -> Iterator[list[Window]]:
    """Windows of like length together, at most ``pieces`` a batch with the padding, in random order."""
    order = sorted(windows, key=lambda window: len(window.pieces) + chance.random() * 16)
    groups: list[list[Window]] = [[]]
    for window in order:
        if groups[-1] and (len(groups[-1]) + 1) * len(window.pieces) > pieces:
            groups.append([])
        groups[-1].append(window)
    chance.shuffle(groups)
    yield from groups


def stack(windows: list[Window]) -> dict[str, Tensor]:
    """Pad windows to one batch; unknown and padded targets are ``IGNORE``, padded names allow everything."""
    length = max(len(window.pieces) for window in windows)
    words = max(len(window.first) for window in windows)
    batch: dict[str, Tensor] = {}
    for name in ("pieces", "shapes", "styles"):
        batch[name] = torch.zeros(len(windows), length, dtype=torch.long)
    for name in ("first", "last"):
        batch[name] = torch.zeros(len(windows), words, dtype=torch.long)
    for name in ("xpos", "morphs", "scripts", "starts", "heads", "deprels", "roles"):
        batch[name] = torch.full((len(windows), words), IGNORE)
    batch["names"] = torch.ones(len(windows), words, windows[0].names.shape[1], dtype=torch.bool)
    batch["mask"] = torch.full((len(windows), 1, 1, length), -1e4)
    batch["width"] = torch.zeros(len(windows), dtype=torch.long)
    for row, window in enumerate(windows):
        for name, target in batch.items():
            if name == "mask":
                target[row, :, :, : len(window.pieces)] = 0
            elif name == "width":
                target[row] = len(window.first)
            else:
                values = torch.from_numpy(getattr(window, name))
                target[row, : len(values)] = values
    return batch


def losses(reader: Reader, batch: dict[str, Tensor]) -> dict[str, Tensor]:
    """The loss of each head, averaged over the words that have a target."""
    inputs = (batch[name] for name in ("pieces", "shapes", "styles", "first", "last", "mask"))
    tags, names, roles, arcs, rel_dep, rel_head = reader(*inputs)
    sizes = reader.sizes
    xpos, morphs, scripts, starts = tags.float().split([sizes.xpos, sizes.morphs, sizes.scripts, 1], dim=-1)
    found: dict[str, Tensor] = {}
    if (batch["xpos"] != IGNORE).any():
        found["tags"] = _cross(xpos, batch["xpos"]) + _cross(morphs, batch["morphs"])
        found["scripts"] = _cross(scripts, batch["scripts"])
        beyond = torch.arange(arcs.shape[-1])[None, :] > batch["width"][:, None]
        found["arcs"] = _cross(arcs.float().masked_fill(beyond[:, None], -1e4), batch["heads"])
        heads = batch["heads"].clamp(min=0)
        found["rels"] = _cross(reader.label_scores(rel_dep, rel_head, heads).float(), batch["deprels"])
    known = batch["starts"] != IGNORE
    if known.any():
        found["starts"] = functional.binary_cross_entropy_with_logits(
            starts[..., 0][known], batch["starts"][known].float()
        )
    told = ~batch["names"].all(-1)
    if told.any():
        scores = names.float()[told]
        inside = scores.masked_fill(~batch["names"][told], -1e4).logsumexp(-1)
        found["names"] = (scores.logsumexp(-1) - inside).mean()
    if (batch["roles"] != IGNORE).any():
        found["roles"] = _cross(roles.float(), batch["roles"])
    return found


def hidden(window: Window, chance: random.Random, mask: int) -> Window:
    """Hide some words, names more often than others, so that what stands around them is read."""
    pieces = window.pieces.copy()
    outside = window.names[:, 0]
    for first, last, plain in zip(window.first, window.last, outside, strict=True):
        if chance.random() < (0.02 if plain else 0.08):
            pieces[first : last + 1] = mask
    return replace(window, pieces=pieces)


def _cross(scores: Tensor, targets: Tensor) -> Tensor:
    return functional.cross_entropy(scores.flatten(0, 1), targets.flatten(), ignore_index=IGNORE)


def stream(documents: list[Document], windower: Windower, plan: Plan, chance: random.Random) -> Iterator[list[Window]]:
    """Batches without end: every round packs, varies and shuffles anew."""
    mask = windower.wordpiece.pieces.index("[MASK]")
    while True:
        order = list(documents)
        chance.shuffle(order)
        for start in range(0, len(order), 200):
            windows = []
            for document in order[start : start + 200]:
                limit = chance.choice((96, 160, 250, 250))
                varied = vary(sources.renamed(document, chance), chance)
                windows += [hidden(windower.window(run), chance, mask) for run in windower.pack(varied, limit)]
            yield from batches(windows, plan.batch_pieces, chance)


class Pace:
    """Finds how many threads go fastest now: on a busy machine two that wait for each other may be slower than one."""

    def __init__(self, most: int) -> None:
        self._most, self._threads, self._steps, self._speeds = most, most, 0, dict.fromkeys(range(1, most + 1), 0.0)

    def step(self, words: int, seconds: float) -> None:
        """Note a step; of every 40, four a thread count are trials."""
        self._speeds[self._threads] += 0.4 * (words / seconds - self._speeds[self._threads])
        self._steps = (self._steps + 1) % 40
        trial = self._steps // 4 + 1
        best = max(self._speeds, key=self._speeds.__getitem__)
        self._threads = trial if trial <= self._most else best
        torch.set_num_threads(self._threads)


def train(plan: Plan) -> None:
    """Train and save, with a checkpoint every three minutes."""
    torch.manual_seed(plan.seed)
    chance = random.Random(plan.seed)
    wordpiece = WordPiece.from_file(plan.base / "vocab.txt")
    streams = sources.load(plan.data, plan.sources, plan.silver)
    start = torch.load(plan.start, weights_only=False) if plan.start else None
    labels = start["labels"] if start else Labels.of(d for source in streams for d in source.documents)
    sizes = Sizes(**{k: len(getattr(labels, k)) for k in ("xpos", "morphs", "scripts", "deprels", "names", "roles")})
    reader = Reader(sizes, len(wordpiece.pieces))
    if start:
        reader.load_state_dict(start["state"])
    else:
        load_base(reader, plan.base / "model.safetensors")
    windower = Windower(wordpiece=wordpiece, labels=labels)
    flows = [
        stream(source.documents, windower, plan, random.Random(plan.seed + at)) for at, source in enumerate(streams)
    ]
    optimizer = _optimizer(reader, plan)
    pace = Pace(plan.threads)
    smooth = [value.detach().clone() for value in reader.parameters()]
    began = time.monotonic()
    saved, steps, words, shown = began, 0, 0, dict.fromkeys(WEIGHTS, 0.0)
    print(
        json.dumps(
            {
                "plan": {k: str(v) for k, v in asdict(plan).items()},
                "sources": [(s.name, s.words, s.weight) for s in streams],
            }
        )
    )
    while (share := (time.monotonic() - began) / (60 * plan.minutes)) < 1:
        stepped = time.monotonic()
        at = chance.choices(range(len(streams)), weights=[source.weight for source in streams])[0]
        batch = stack(next(flows[at]))
        rate = min(1.0, (steps + 1) / plan.warm_up) * (0.5 * (1 + math.cos(math.pi * min(share, 1))) * 0.98 + 0.02)
        for group in optimizer.param_groups:
            group["lr"] = group["peak"] * rate
        reader.train()
        with torch.autocast("cpu", dtype=torch.bfloat16):
            found = losses(reader, batch)
        loss = sum((WEIGHTS[name] * value for name, value in found.items()), torch.zeros(()))
        optimizer.zero_grad(set_to_none=True)
        loss.backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_(reader.parameters(), 2.0)
        optimizer.step()
        with torch.no_grad():
            torch._foreach_lerp_(smooth, list(reader.parameters()), 0.01 if steps > 100 else 0.1)
        steps += 1
        pace.step(int(batch["width"].sum()), time.monotonic() - stepped)
        words += int(batch["width"].sum())
        for name, value in ((name, value.detach()) for name, value in found.items()):
            shown[name] += 0.02 * (float(value) - shown[name]) if steps > 50 else (float(value) - shown[name]) / 10
        if steps % 50 == 0:
            speed = words / (time.monotonic() - began)
            print(
                f"{steps} {share:.3f} {words} words {speed:.0f}/s",
                {k: round(v, 3) for k, v in shown.items()},
                flush=True,
            )
        if time.monotonic() - saved > 180:
            save(reader, smooth, labels, plan.out)
            saved = time.monotonic()
    save(reader, smooth, labels, plan.out)


def _optimizer(reader: Reader, plan: Plan) -> torch.optim.Optimizer:
    encoder = ("pieces.", "positions.", "layers.", "norm.")
    groups = []
    for slow in (True, False):
        for decays in (True, False):
            chosen = [
                value
                for name, value in reader.named_parameters()
                if name.startswith(encoder) == slow and (value.ndim > 1) == decays
            ]
            peak = plan.encoder_rate if slow else plan.head_rate
            groups.append({"params": chosen, "peak": peak, "lr": 0.0, "weight_decay": 0.01 if decays else 0.0})
    return torch.optim.AdamW(groups, betas=(0.9, 0.98), fused=True)


def save(reader: Reader, smooth: list[Tensor], labels: Labels, path: Path) -> None:
    """Write a checkpoint whole or not at all: the mean of the weights over the last hundred steps or so."""
    state = {name: value for (name, _), value in zip(reader.named_parameters(), smooth, strict=True)}
    draft = path.with_suffix(".part")
    torch.save({"state": state, "labels": labels}, draft)
    draft.replace(path)


def main() -> None:
    """Read the arguments and train."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--base", type=Path, required=True, help="folder with model.safetensors and vocab.txt")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--minutes", type=float, required=True)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--start", type=Path, help="a checkpoint to go on from")
    parser.add_argument("--encoder-rate", type=float, default=2e-4)
    parser.add_argument("--head-rate", type=float, default=1e-3)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--warm-up", type=int, default=150, help="steps until the learning rate is full")
    parser.add_argument("--silver", type=Path, help="what training.silver wrote")
    parser.add_argument("--sources", nargs="*", default=[])
    arguments = parser.parse_args()
    train(Plan(**{**vars(arguments), "sources": tuple(arguments.sources)}))


if __name__ == "__main__":
    main()
