"""The network: the MiniLM encoder, told about case, with one light head a task."""

import json
import struct
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from standfirst.language.wordpiece import SHAPES, STYLES

HIDDEN, LAYERS, ATTENTION, INNER = 384, 6, 12, 1536
WORD, ARC, REL = 384, 192, 64


@dataclass(frozen=True, slots=True, kw_only=True)
class Sizes:
    """How many labels each head chooses from."""

    xpos: int
    morphs: int
    scripts: int
    deprels: int
    names: int
    roles: int


class Layer(nn.Module):
    """One transformer layer of BERT (normalised after each half)."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.qkv = nn.Linear(HIDDEN, 3 * HIDDEN)
        self.out = nn.Linear(HIDDEN, HIDDEN)
        self.norm1 = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.up = nn.Linear(HIDDEN, INNER)
        self.down = nn.Linear(INNER, HIDDEN)
        self.norm2 = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: Tensor, mask: Tensor | None) -> Tensor:
        """One layer over batch × pieces × hidden; ``mask`` is additive."""
        batch, length, _ = x.shape
        q, k, v = self.qkv(x).view(batch, length, 3, ATTENTION, -1).permute(2, 0, 3, 1, 4)
        mixed = functional.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        mixed = mixed.transpose(1, 2).reshape(batch, length, HIDDEN)
        x = self.norm1(x + self.dropout(self.out(mixed)))
        y: Tensor = self.norm2(x + self.dropout(self.down(functional.gelu(self.up(x)))))
        return y


class Reader(nn.Module):
    """One pass over a window: every head's scores for every word."""

    def __init__(self, sizes: Sizes, vocabulary: int, dropout: float = 0.1) -> None:
        super().__init__()
        self.pieces = nn.Embedding(vocabulary, HIDDEN)
        self.positions = nn.Embedding(512, HIDDEN)
        self.shapes = nn.Embedding(SHAPES, HIDDEN)
        self.styles = nn.Embedding(STYLES, HIDDEN)
        self.norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))
        self.word_shapes = nn.Embedding(SHAPES, 32)
        self.word_styles = nn.Embedding(STYLES, 8)
        self.word = nn.Linear(2 * HIDDEN + 40, WORD)
        self.tags = nn.Linear(WORD, sizes.xpos + sizes.morphs + sizes.scripts + 1)
        self.names_hidden = nn.Linear(WORD, 256)
        self.names = nn.Linear(256, sizes.names)
        self.roles = nn.Linear(256, sizes.roles)
        self.arcs = nn.Linear(WORD, 2 * ARC + 2 * REL)
        self.arc = nn.Parameter(torch.zeros(ARC, ARC))
        self.arc_head = nn.Linear(ARC, 1)
        self.root = nn.Parameter(torch.zeros(ARC))
        self.rel = nn.Parameter(torch.zeros(sizes.deprels, REL + 1, REL + 1))
        self.root_rel = nn.Parameter(torch.zeros(REL))
        self.dropout = nn.Dropout(dropout)
        self.sides_dropout = nn.Dropout(2.5 * dropout)
        self.sizes = sizes
        nn.init.zeros_(self.shapes.weight)
        nn.init.zeros_(self.styles.weight)
        nn.init.xavier_uniform_(self.arc)

    def encode(self, pieces: Tensor, shapes: Tensor, styles: Tensor, mask: Tensor | None) -> Tensor:
        """Pieces to vectors."""
        positions = torch.arange(pieces.shape[1])[None]
        seen = self.pieces(pieces) + self.positions(positions) + self.shapes(shapes) + self.styles(styles)
        x: Tensor = self.dropout(self.norm(seen))
        for layer in self.layers:
            x = layer(x, mask)
        return x

    def words(self, x: Tensor, first: Tensor, last: Tensor, shapes: Tensor, styles: Tensor) -> Tensor:
        """Vectors of pieces to vectors of words: first piece, last piece, shape and style."""
        wide = first[..., None].expand(-1, -1, HIDDEN)
        ends = last[..., None].expand(-1, -1, HIDDEN)
        seen = torch.cat(
            [
                x.gather(1, wide),
                x.gather(1, ends),
                self.word_shapes(shapes.gather(1, first)),
                self.word_styles(styles.gather(1, first)),
            ],
            dim=-1,
        )
        words: Tensor = self.sides_dropout(functional.gelu(self.word(seen)))
        return words

    def forward(
        self, pieces: Tensor, shapes: Tensor, styles: Tensor, first: Tensor, last: Tensor, mask: Tensor | None = None
    ) -> tuple[Tensor, ...]:
        """Scores: tags (xpos, morphs, scripts, start joined), names, roles, arcs, and the two sides of the labels."""
        x = self.encode(pieces, shapes, styles, mask)
        w = self.words(x, first, last, shapes, styles)
        named = self.dropout(functional.gelu(self.names_hidden(w)))
        sides = self.sides_dropout(functional.gelu(self.arcs(w)))
        dep, head, rel_dep, rel_head = sides.split([ARC, ARC, REL, REL], dim=-1)
        roots = self.root[None, None].expand(head.shape[0], 1, ARC)
        heads = torch.cat([roots, head], dim=1)
        arcs = (dep @ self.arc) @ heads.transpose(1, 2) + self.arc_head(heads).transpose(1, 2)
        return self.tags(w), self.names(named), self.roles(named), arcs, rel_dep, rel_head

    def label_scores(self, rel_dep: Tensor, rel_head: Tensor, heads: Tensor) -> Tensor:
        """Scores of the relations of each word to its head (0 = root)."""
        roots = self.root_rel[None, None].expand(rel_head.shape[0], 1, REL)
        chosen = torch.cat([roots, rel_head], dim=1).gather(1, heads[..., None].expand(-1, -1, REL))
        one = torch.ones_like(chosen[..., :1])
        left, right = torch.cat([rel_dep, one], -1), torch.cat([chosen, one], -1)
        return torch.einsum("bwi,lij,bwj->bwl", left, self.rel, right)


def load_base(reader: Reader, path: Path) -> None:
    """Put the weights of all-MiniLM-L6-v2 (a ``safetensors`` file) into the encoder; the heads stay as they are."""
    base = read_safetensors(path)
    take = {"pieces.weight": base["embeddings.word_embeddings.weight"]}
    take["positions.weight"] = (
        base["embeddings.position_embeddings.weight"] + base["embeddings.token_type_embeddings.weight"][0]
    )
    take["norm.weight"], take["norm.bias"] = base["embeddings.LayerNorm.weight"], base["embeddings.LayerNorm.bias"]
    parts = {
        "out": "attention.output.dense",
        "norm1": "attention.output.LayerNorm",
        "up": "intermediate.dense",
        "down": "output.dense",
        "norm2": "output.LayerNorm",
    }
    for number in range(LAYERS):
        old = f"encoder.layer.{number}."
        for kind in ("weight", "bias"):
            qkv = [base[f"{old}attention.self.{name}.{kind}"] for name in ("query", "key", "value")]
            take[f"layers.{number}.qkv.{kind}"] = torch.cat(qkv)
            for new, name in parts.items():
                take[f"layers.{number}.{new}.{kind}"] = base[f"{old}{name}.{kind}"]
    missing, unexpected = reader.load_state_dict(take, strict=False)
    assert not unexpected, unexpected
    assert not [name for name in missing if name.startswith(("pieces", "positions", "layers", "norm"))]


def read_safetensors(path: Path) -> dict[str, Tensor]:
    """Read the float32 tensors of a ``safetensors`` file: a JSON header with offsets, then the bytes."""
    raw = path.read_bytes()
    size = struct.unpack("<Q", raw[:8])[0]
    header = json.loads(raw[8 : 8 + size])
    tensors = {}
    for name, entry in header.items():
        if name != "__metadata__" and entry["dtype"] == "F32":
            start, end = (8 + size + offset for offset in entry["data_offsets"])
            values = np.frombuffer(raw[start:end], dtype="<f4").reshape(entry["shape"])
            tensors[name] = torch.from_numpy(values.copy())
    return tensors
