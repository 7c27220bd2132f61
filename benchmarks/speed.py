"""How fast the program is, as ratios and medians taken in one run.

Usage: python -m benchmarks.speed [--runs N] [PATH…]   (default: the bundled story)

Prints, each as the median of N: the wall time of `standfirst --help`, of a brief of three reports from a cold start,
and what reading a report costs as a multiple of the bare language pipeline over the same text in the same run; then
words a second of both, in one process.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from standfirst.extract.steps import STEPS, read_report
from standfirst.ingest import read_paths
from standfirst.language import load
from standfirst.model.reading import Reading

EXAMPLE = Path(__file__).parent.parent / "examples" / "port-amary-ferry" / "reports"


def timed(work: Callable[[], object]) -> float:
    """Wall seconds of one call."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def command(*words: str) -> Callable[[], object]:
    """A whole process of the program, its output thrown away."""
    return lambda: subprocess.run(
        [sys.executable, "-m", "standfirst.cli", *words],
        check=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def main() -> None:
    """Take the times and print them."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--runs", type=int, default=5)
    options.add_argument("paths", nargs="*", default=[str(EXAMPLE)])
    asked = options.parse_args()
    three = [str(path) for path in sorted(EXAMPLE.glob("*.txt"))[:3]]

    helped = [timed(command("--help")) for _ in range(asked.runs)]
    cold = [timed(command("brief", *three)) for _ in range(asked.runs)]
    print(f"--help                      {statistics.median(helped):6.2f} s   ({min(helped):.2f}–{max(helped):.2f})")
    print(f"brief of 3 reports, cold    {statistics.median(cold):6.2f} s   ({min(cold):.2f}–{max(cold):.2f})")

    nlp = load()
    reports, _ = read_paths(asked.paths, None)
    words = sum(len(report.text.split()) for report in reports)
    docs = [nlp(report.text) for report in reports]
    ratios, bare_times, read_times = [], [], []
    for _ in range(asked.runs):
        bare = sum(timed(lambda report=report: nlp(report.text)) for report in reports)  # type: ignore[misc]
        pairs = zip(reports, docs, strict=True)
        steps = sum(timed(lambda pair=pair: read_report(*pair)) for pair in pairs)  # type: ignore[misc]
        ratios.append((bare + steps) / bare)
        bare_times.append(bare)
        read_times.append(bare + steps)
    print(f"reading / bare pipeline     {statistics.median(ratios):6.2f} ×   ({min(ratios):.2f}–{max(ratios):.2f})")
    print(f"bare pipeline               {words / statistics.median(bare_times):6.0f} words/s")
    print(f"reading                     {words / statistics.median(read_times):6.0f} words/s   ({words} words)")
    by_step: dict[str, float] = {}
    for report, doc in zip(reports, docs, strict=True):
        reading = Reading(report=report, published=report.published)
        for step in STEPS:
            start = time.perf_counter()
            reading = step.run(reading, doc)
            by_step[step.name] = by_step.get(step.name, 0.0) + time.perf_counter() - start
    total = statistics.median(bare_times)
    print("steps, as shares of the bare pipeline: " + ", ".join(f"{n} {t / total:.2f}" for n, t in by_step.items()))


if __name__ == "__main__":
    main()
