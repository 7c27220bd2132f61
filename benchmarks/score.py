"""How much of each labelled story the program gets right, held against floors that only rise.

Usage: python -m benchmarks.score [SHARED] [--floors] [--missed KIND] [--story NAME]

SHARED is the folder that holds `tools/score_story.py` and `stories/` (default ../shared). The bundled example is scored
with them. The scorer is the one of that folder, run in this process so that each report is parsed once. With --floors
the scores are held against `benchmarks/floors.toml`, and the data against the digests pinned there: a floor that was
pinned on other data says nothing. Floors are raised by hand; nothing lowers them.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib
import json
import sys
import tomllib
from collections import defaultdict
from pathlib import Path
from typing import Any

from standfirst.export.json import render_json
from standfirst.newsroom import readings_of, snapshot_from
from standfirst.when import read_moment

HERE = Path(__file__).parent
EXAMPLE = HERE.parent / "examples" / "port-amary-ferry"
FLOORS = HERE / "floors.toml"


def stories(shared: Path) -> list[Path]:
    """The bundled story, then the labelled stories of the folder."""
    return [EXAMPLE, *sorted(path for path in (shared / "stories").iterdir() if (path / "gold.yml").exists())]


def digest(story: Path) -> str:
    """One digest over the reports and the labels of a story."""
    found = hashlib.sha256()
    for path in [*sorted((story / "reports").glob("*.txt")), story / "gold.yml"]:
        found.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return found.hexdigest()[:16]


def score(shared: Path, story: Path) -> tuple[dict[str, tuple[int, int]], list[tuple[str, str]]]:
    """(right, of) by kind of judgement, and what was missed."""
    sys.path.insert(0, str(shared / "tools"))
    scorer_module: Any = importlib.import_module("score_story")
    readings, problems = readings_of([str(story / "reports")])
    for problem in problems:
        print(f"problem {story.name}: {problem.report}: {problem.message}", file=sys.stderr)

    class InProcess(scorer_module.Scorer):  # type: ignore[misc]
        def run(self, as_of: str | None = None) -> Any:
            snapshot = snapshot_from(readings, problems, as_of=read_moment(as_of) if as_of else None)
            return scorer_module.Brief(json.loads(render_json(snapshot)), self.texts)

    scorer = InProcess(story, "")
    scorer.all()
    return {kind: (right, of) for kind, (right, of) in scorer.score.items()}, scorer.missed


def below(scores: dict[str, dict[str, tuple[int, int]]], digests: dict[str, str]) -> list[str]:
    """What stands below its floor, or was pinned on other data; one line each."""
    faults = []
    for story, pinned in tomllib.loads(FLOORS.read_text(encoding="utf-8")).items():
        if story not in scores:
            faults.append(f"{story}: not scored")
            continue
        if pinned["digest"] != digests[story]:
            faults.append(f"{story}: the data are {digests[story]}, the floors were pinned on {pinned['digest']}")
        for kind, floor in pinned["floors"].items():
            right, of = scores[story].get(kind, (0, 0))
            if of == 0 or right / of < floor:
                faults.append(f"{story}: {kind}: {right} of {of} is below {floor:.0%}")
    return faults


def main() -> int:
    """Print the table; with --floors, also what stands below its floor."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("shared", nargs="?", type=Path, default=HERE.parent.parent / "shared")
    options.add_argument("--floors", action="store_true", help="hold the scores against floors.toml")
    options.add_argument("--missed", metavar="KIND", help="list what was missed of a kind ('all' for every kind)")
    options.add_argument("--story", help="score one story only")
    asked = options.parse_args()
    if not (asked.shared / "tools" / "score_story.py").exists():
        print(f"no scorer in {asked.shared}: give the folder that holds tools/ and stories/", file=sys.stderr)
        return 1
    chosen = [path for path in stories(asked.shared) if asked.story in (None, path.name)]
    scores, digests = {}, {}
    for path in chosen:
        scores[path.name], missed = score(asked.shared, path)
        digests[path.name] = digest(path)
        for kind, what in missed:
            if asked.missed and asked.missed in ("all", kind.strip()):
                print(f"missed {path.name}: {kind.strip()}: {what}")
    _print(scores)
    faults = below(scores, digests) if asked.floors else []
    print(*faults, sep="\n", end="\n" if faults else "")
    return 1 if faults else 0


def _print(scores: dict[str, dict[str, tuple[int, int]]]) -> None:
    kinds = list(dict.fromkeys(kind for story in scores.values() for kind in story))
    total: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    names = [name[:13] for name in scores]
    print(f"{'':34}" + "".join(f"{name:>15}" for name in [*names, "all"]))
    for kind in kinds:
        row = ""
        for story in scores.values():
            right, of = story.get(kind, (0, 0))
            total[kind][0] += right
            total[kind][1] += of
            row += f"{f'{right}/{of} {right / of:4.0%}' if of else '-':>15}"
        right, of = total[kind]
        print(f"{kind:34}{row}{f'{right}/{of} {right / of:4.0%}':>15}")


if __name__ == "__main__":
    sys.exit(main())
