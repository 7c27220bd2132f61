"""Write a checkpoint as what is shipped: ``python -m training.export reader.pt``.

The encoder and the heads become one ONNX graph over one window (no batch, no padding), its matrices quantised to whole
numbers; the table of pieces is kept in whole numbers with one scale a row.
"""

import argparse
import json
import tempfile
from collections import Counter
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn
from torch.nn import functional

from standfirst.language.wordpiece import WordPiece
from training.data import read_conllu
from training.network import ATTENTION, HIDDEN, Layer, Reader, Sizes

#: Tags whose forms the lexicon lists.
LISTED = ("VBD", "VBG", "VBN", "VBZ", "VBP", "NNS", "JJR", "JJS", "RBR", "RBS")
#: Lemma scripts handed on for each word.
PROPOSALS = 4
OUTPUTS = ("xpos", "morphs", "scripts", "starts", "names", "roles", "arcs", "rel_dep", "rel_head", "word_vectors")


class Served(nn.Module):
    """The reader as it is served: vectors of pieces in, best tags and raw scores out."""

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self.reader = reader

    def forward(
        self, vectors: Tensor, positions: Tensor, shapes: Tensor, styles: Tensor, first: Tensor, last: Tensor
    ) -> tuple[Tensor, ...]:
        """One window: pieces × hidden and the numbers of pieces and words."""
        r = self.reader
        x = r.norm(vectors + r.positions(positions) + r.shapes(shapes) + r.styles(styles))
        for layer in r.layers:
            assert isinstance(layer, Layer)
            x = _layer(layer, x)
        seen = torch.cat([x[first], x[last], r.word_shapes(shapes[first]), r.word_styles(styles[first])], dim=-1)
        w = functional.gelu(r.word(seen))
        s = r.sizes
        xpos, morphs, scripts, starts = r.tags(w).split([s.xpos, s.morphs, s.scripts, 1], dim=-1)
        named = functional.gelu(r.names_hidden(w))
        sides = [r.arc.shape[0]] * 2 + [r.root_rel.shape[0]] * 2
        dep, head, rel_dep, rel_head = torch.split(functional.gelu(r.arcs(w)), sides, dim=-1)
        heads = torch.cat([r.root[None], head])
        arcs = (dep @ r.arc) @ heads.T + r.arc_head(heads).T
        best = (xpos.argmax(-1), morphs.argmax(-1), scripts.topk(PROPOSALS, dim=-1).indices)
        return (*best, starts[:, 0], r.names(named), r.roles(named), arcs, rel_dep, rel_head, w)


def _layer(layer: Layer, x: Tensor) -> Tensor:
    q, k, v = layer.qkv(x).view(-1, 3, ATTENTION, HIDDEN // ATTENTION).permute(1, 2, 0, 3).unbind(0)
    weights = torch.softmax(q @ k.transpose(1, 2) * (HIDDEN // ATTENTION) ** -0.5, dim=-1)
    x = layer.norm1(x + layer.out((weights @ v).transpose(0, 1).reshape(-1, HIDDEN)))
    y: Tensor = layer.norm2(x + layer.down(functional.gelu(layer.up(x))))
    return y


def export(checkpoint: Path, base: Path, data: Path, out: Path, quantise: bool = True) -> None:
    """Write a folder of weights: two graphs, the root's vector, labels, the lemma lexicon and the vocabulary."""
    kept = torch.load(checkpoint, weights_only=False)
    labels = kept["labels"]
    names = ("xpos", "morphs", "scripts", "deprels", "names", "roles")
    pieces = WordPiece.from_file(base / "vocab.txt").pieces
    reader = Reader(Sizes(**{name: len(getattr(labels, name)) for name in names}), len(pieces))
    reader.load_state_dict(kept["state"])
    reader.eval()
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        plain, whole = Path(folder) / "plain.onnx", Path(folder) / "whole.onnx"
        _to_onnx(Served(reader), plain)
        if quantise:
            quantize_dynamic(
                plain,
                whole,
                weight_type=QuantType.QInt8,
                per_channel=True,
                reduce_range=True,
                op_types_to_quantize=["MatMul"],
            )
        else:
            whole = plain
        model = onnx.load(whole)
        _put_table(model, reader.pieces.weight.detach().numpy())
        onnx.save(model, out / "reader.onnx")
    onnx.save(_relations(reader.rel.detach().numpy()), out / "relations.onnx")
    np.save(out / "root.npy", reader.root_rel.detach().numpy().astype(np.float32))
    (out / "labels.json").write_text(
        json.dumps({name: getattr(labels, name) for name in names}, indent=0), encoding="utf-8"
    )
    (out / "lemmas.json").write_text(json.dumps(lemma_lexicon(data), ensure_ascii=False), encoding="utf-8")
    (out / "vocab.txt").write_text("\n".join(pieces) + "\n", encoding="utf-8")


def lemma_lexicon(data: Path) -> dict[str, dict[str, str]]:
    """The inflected forms of the treebanks' training halves: tag to form to the lemma it has most often."""
    counts: dict[tuple[str, str], Counter[str]] = {}
    for name in ("ewt", "gum"):
        for document in read_conllu(data / f"treebanks/{name}-train.conllu.gz"):
            for p in document.passages:
                for word, tag, lemma in zip(p.words, p.xpos or (), p.lemmas or (), strict=True):
                    if tag in LISTED and word.isalpha() and lemma != "_":
                        counts.setdefault((tag, word.lower()), Counter())[lemma] += 1
    lexicon: dict[str, dict[str, str]] = {}
    for (tag, word), found in sorted(counts.items()):
        lemma, count = found.most_common(1)[0]
        if count > 1 or lemma.isalpha():
            lexicon.setdefault(tag, {})[word] = lemma
    return lexicon


def _to_onnx(served: Served, path: Path) -> None:
    length, words = 12, 7
    numbers = [torch.arange(length), torch.zeros(length, dtype=torch.long), torch.zeros(length, dtype=torch.long)]
    ends = [torch.arange(1, words + 1), torch.arange(2, words + 2)]
    inputs = (torch.randn(length, HIDDEN), *numbers, *ends)
    given = ("vectors", "positions", "shapes", "styles", "first", "last")
    axes = {name: {0: "words" if name in ("first", "last") else "pieces"} for name in given}
    axes |= {name: {0: "words"} for name in OUTPUTS} | {"arcs": {0: "words", 1: "heads"}}
    with torch.no_grad():
        torch.onnx.export(
            served,
            inputs,
            str(path),
            input_names=list(given),
            output_names=list(OUTPUTS),
            dynamic_axes=axes,
            opset_version=17,
            dynamo=False,
        )


def _relations(rel: np.ndarray) -> onnx.ModelProto:
    """Scores of all relations for pairs of vectors (dependent, head): one product over every pair of their parts."""
    count, wide, _ = rel.shape
    half = rel.reshape(count, -1).T.astype(np.float16)
    given = [
        helper.make_tensor_value_info(n, onnx.TensorProto.FLOAT, ["words", wide - 1]) for n in ("dependents", "heads")
    ]
    pads = numpy_helper.from_array(np.array([0, 0, 0, 1], dtype=np.int64), "pads")
    values = {
        "pads": pads,
        "one": numpy_helper.from_array(np.array(1, dtype=np.float32), "one"),
        "after": numpy_helper.from_array(np.array([2], dtype=np.int64), "after"),
        "between": numpy_helper.from_array(np.array([1], dtype=np.int64), "between"),
        "flat": numpy_helper.from_array(np.array([-1, wide * wide], dtype=np.int64), "flat"),
        "half": numpy_helper.from_array(half, "half"),
    }
    nodes = [
        helper.make_node("Pad", ["dependents", "pads", "one"], ["left"]),
        helper.make_node("Pad", ["heads", "pads", "one"], ["right"]),
        helper.make_node("Unsqueeze", ["left", "after"], ["left3"]),
        helper.make_node("Unsqueeze", ["right", "between"], ["right3"]),
        helper.make_node("Mul", ["left3", "right3"], ["pairs"]),
        helper.make_node("Reshape", ["pairs", "flat"], ["rows"]),
        helper.make_node("Cast", ["half"], ["full"], to=onnx.TensorProto.FLOAT),
        helper.make_node("MatMul", ["rows", "full"], ["scores"]),
    ]
    found = helper.make_tensor_value_info("scores", onnx.TensorProto.FLOAT, ["words", count])
    graph = helper.make_graph(nodes, "relations", given, [found], list(values.values()))
    return helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)


def _put_table(model: onnx.ModelProto, table: np.ndarray) -> None:
    """Look pieces up inside the graph: whole numbers of one byte, one scale a row."""
    scales = np.abs(table).max(axis=1, keepdims=True).astype(np.float32) / 127
    rows = np.round(table / scales).astype(np.int8)
    graph = model.graph
    graph.initializer.extend([numpy_helper.from_array(rows, "table"), numpy_helper.from_array(scales, "table_scales")])
    nodes = [
        helper.make_node("Gather", ["table", "piece_ids"], ["rows"]),
        helper.make_node("Cast", ["rows"], ["rows_float"], to=onnx.TensorProto.FLOAT),
        helper.make_node("Gather", ["table_scales", "piece_ids"], ["row_scales"]),
        helper.make_node("Mul", ["rows_float", "row_scales"], ["vectors"]),
    ]
    for at, node in enumerate(nodes):
        graph.node.insert(at, node)
    kept = [value for value in graph.input if value.name != "vectors"]
    del graph.input[:]
    graph.input.append(helper.make_tensor_value_info("piece_ids", onnx.TensorProto.INT64, ["pieces"]))
    graph.input.extend(kept)


def main() -> None:
    """Read the arguments and export."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--out", type=Path, default=Path("src/standfirst/language/weights"))
    parser.add_argument("--float", action="store_true", help="leave the matrices unquantised")
    arguments = parser.parse_args()
    export(arguments.checkpoint, arguments.base, arguments.data, arguments.out, quantise=not arguments.float)


if __name__ == "__main__":
    main()
