"""Which conflicts and superseded values are told on incidents that were drawn with a fixed seed, for reading by hand.

Usage: python -m benchmarks.conflicts ARCHIVE [--seed N] [--count N] [--skip N] [--without SEED:COUNT]
                                      [--cache FOLDER] [--show KIND]

ARCHIVE is a gzipped file of lines, each {"incident": id, "articles": [{"id", "title", "dct", "content"}]} with `dct`
the day on which the article came out. Incidents of two articles or more are shuffled with the seed, after sorting by
id, and `count` of them are taken after the first `skip`, without those of the draws that --without names: the first
COUNT of each. Whether what is told is right is for a reader to say: with
--show each relation is printed with the sentences on which it stands. With --cache the readings are kept in a folder
between runs: it must be emptied when a reading step changes.
"""

from __future__ import annotations

import argparse
import gzip
import json
import pickle
import random
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from standfirst.link.entities import link_entities
from standfirst.link.figures import link_figures
from standfirst.link.strays import set_strays_aside
from standfirst.model.linked import Figure, Point
from standfirst.model.reading import Reading
from standfirst.model.report import Published, Report
from standfirst.newsroom import read_reports

#: Statuses of a point whose place another one took.
REPLACED = ("superseded", "corrected")


def drawn(archive: Path, seed: int) -> list[dict[str, Any]]:
    """The incidents of several articles, in the order of the draw."""
    with gzip.open(archive, "rt", encoding="utf-8") as lines:
        incidents = [json.loads(line) for line in lines]
    several = sorted((one for one in incidents if len(one["articles"]) > 1), key=lambda one: str(one["incident"]))
    random.Random(seed).shuffle(several)
    return several


def reports_of(incident: dict[str, Any]) -> list[Report]:
    """The articles as reports, each out on its day."""
    made = []
    for article in incident["articles"]:
        published = Published(value=None, earliest=None, latest=None, basis="unknown")
        if article["dct"]:
            start = datetime.fromisoformat(article["dct"]).replace(tzinfo=UTC)
            end = start + timedelta(days=1)
            published = Published(value=article["dct"], earliest=start, latest=end, basis="given")
        made.append(
            Report(id=article["id"][:8], text=article["content"], headline=article["title"], published=published)
        )
    return made


def readings_of(incident: dict[str, Any], cache: Path | None) -> tuple[Reading, ...]:
    """The readings of an incident, from the cache where they are kept."""
    kept = cache / f"{incident['incident']}.pickle" if cache is not None else None
    if kept is not None and kept.exists():
        held: tuple[Reading, ...] = pickle.loads(kept.read_bytes())
        return held
    readings, problems = read_reports(reports_of(incident))
    for problem in problems:
        print(f"{incident['incident']}: {problem.message}", file=sys.stderr)
    if kept is not None:
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_bytes(pickle.dumps(readings))
    return readings


def figures_of(readings: Iterable[Reading]) -> tuple[Figure, ...]:
    """The figures of an incident, linked as a brief links them."""
    ordered = list(set_strays_aside(sorted(readings, key=lambda reading: reading.report.id)))
    index = link_entities(ordered)
    names = {entity.id: entity.name for entity in index.entities}
    return link_figures(ordered, index.at, lambda entity: names.get(entity, ""))


def told(figure: Figure, kind: str) -> Iterator[tuple[str, str, list[Point]]]:
    """(rule, reason, points) of every conflict of a figure, or of every point of it with the one that replaced it."""
    points = {point.id: point for point in figure.points}
    if kind == "conflicts":
        for clash in figure.conflicts:
            yield clash.grounds.rule, clash.grounds.because, [points[clash.one], points[clash.other]]
    for point in figure.points:
        if kind == "superseded" and point.status in REPLACED and point.grounds is not None:
            newer = [
                other
                for other in figure.points
                for quote in point.grounds.quotes
                if other is not point and any(evidence.span.holds(quote.span) for evidence in other.evidence)
            ]
            yield point.grounds.rule, point.grounds.because, [point, *newer]


def shown(figure: Figure, points: list[Point]) -> str:
    """A relation for a reader: what is counted and where, then each point with its day and its words."""
    lines = [f"  {figure.counts} | {', '.join(figure.scope) or '-'} | {figure.unit}"]
    for point in points:
        words = " ".join(point.evidence[0].text.split())
        lines.append(f"    {point.published.value} {point.evidence[0].span.report} [{point.words}] {words}")
    return "\n".join(lines)


def main() -> int:
    """Link every incident of the draw and count, or show, what is told."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("archive", type=Path)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--count", type=int, default=200)
    options.add_argument("--skip", type=int, default=0)
    options.add_argument("--without", action="append", default=[], metavar="SEED:COUNT")
    options.add_argument("--cache", type=Path)
    options.add_argument("--show", choices=("conflicts", "superseded"))
    asked = options.parse_args()
    totals: Counter[str] = Counter()
    seen = {
        incident["incident"]
        for draw in asked.without
        for incident in drawn(asked.archive, int(draw.split(":")[0]))[: int(draw.split(":")[1])]
    }
    fresh = [incident for incident in drawn(asked.archive, asked.seed) if incident["incident"] not in seen]
    for incident in fresh[asked.skip :][: asked.count]:
        readings = readings_of(incident, asked.cache)
        figures = figures_of(readings)
        totals.update(incidents=1, reports=len(readings), figures=len(figures))
        for kind in ("conflicts", "superseded"):
            for figure in figures:
                for rule, because, points in told(figure, kind):
                    totals.update({kind: 1, f"{kind}: {rule}": 1})
                    if kind == asked.show:
                        print(f"{incident['incident']} {rule}: {because}\n{shown(figure, points)}")
    print(*(f"{name}: {number}" for name, number in sorted(totals.items())), sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
