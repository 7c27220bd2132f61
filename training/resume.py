"""Make a checkpoint of what is shipped, to train on from: ``python -m training.resume --out start.pt``.

The matrices come back as whole numbers times their scales, so the checkpoint reads exactly as the shipped graph does
but for the rounding of what flows through it; the optimiser's memory is gone, so warm up again.
"""

import argparse
import json
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from torch import Tensor

from training.data import Labels

#: The root of the trees has no name in the graph: it is the one vector that is joined to the heads.
_ROOT_SHAPE = (1, 192)


def state_of(weights: Path) -> dict[str, Tensor]:
    """The reader's parameters by name, from a folder of weights."""
    kept = {value.name: numpy_helper.to_array(value) for value in onnx.load(weights / "reader.onnx").graph.initializer}
    state: dict[str, np.ndarray] = {"pieces.weight": kept["table"] * kept["table_scales"]}
    for name, value in kept.items():
        plain = name.removeprefix("reader.")
        if name.endswith("_quantized"):
            whole = plain.removesuffix("_quantized")
            matrix = value.astype(np.float32) * kept[name.removesuffix("_quantized") + "_scale"]
            state[whole] = matrix.T if whole.endswith(".weight") else matrix
        elif name.startswith("reader.") and not name.endswith(("_scale", "_zero_point")):
            state[plain] = value
        elif name.startswith("onnx::") and value.shape == _ROOT_SHAPE:
            state["root"] = value[0]
    relations = onnx.load(weights / "relations.onnx").graph.initializer
    half = next(numpy_helper.to_array(value) for value in relations if value.name == "half")
    side = round(half.shape[0] ** 0.5)
    state["rel"] = half.T.reshape(-1, side, side)
    state["root_rel"] = np.load(weights / "root.npy")
    return {name: torch.from_numpy(np.array(value, dtype=np.float32)) for name, value in state.items()}


def main() -> None:
    """Read the arguments and write the checkpoint."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--weights", type=Path, default=Path("src/standfirst/language/weights"))
    parser.add_argument("--out", type=Path, required=True)
    arguments = parser.parse_args()
    told = json.loads((arguments.weights / "labels.json").read_text(encoding="utf-8"))
    labels = Labels(**{name: tuple(values) for name, values in told.items()})
    torch.save({"state": state_of(arguments.weights), "labels": labels}, arguments.out)


if __name__ == "__main__":
    main()
