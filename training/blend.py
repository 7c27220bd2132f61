"""Lay two checkpoints of one lineage together: ``python -m training.blend old.pt new.pt --share 0.6 --out reader.pt``.

Every parameter becomes the weighted mean of the two. What was learnt from a checkpoint and the checkpoint itself lie in
one basin, and their mean often reads other text better than either (Wortsman and others, "Robust fine-tuning of
zero-shot models", 2022).
"""

import argparse
from pathlib import Path

import torch


def main() -> None:
    """Read the arguments and write the mean."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("old", type=Path)
    parser.add_argument("new", type=Path)
    parser.add_argument("--share", type=float, default=0.6, help="how much of the new one")
    parser.add_argument("--out", type=Path, required=True)
    arguments = parser.parse_args()
    old, new = (torch.load(path, weights_only=False) for path in (arguments.old, arguments.new))
    assert old["labels"] == new["labels"]
    share = arguments.share
    state = {name: (1 - share) * old["state"][name] + share * value for name, value in new["state"].items()}
    torch.save({"state": state, "labels": new["labels"]}, arguments.out)


if __name__ == "__main__":
    main()
