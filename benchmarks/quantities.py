"""Measure the quantities: a table of 200 phrases, with other libraries beside ours, and MEANTIME's VALUE mentions.

    python -m benchmarks.quantities phrases [--table first|later|third] [--peers PYTHON] [--missed]
    python -m benchmarks.quantities meantime ARCHIVE.tar.gz [--missed]

*phrases* reads `benchmarks/quantities.tsv`: one sentence a row, written for this table, with the words of one number
in it and what a careful reader takes it to say. A number is *found* where a find overlaps its words and has its value;
*ends* are the least and the greatest that the words allow; *unit*, *bound*, *counts* and *role* are held against the
row. A cell may list what would be right ("people/people rescued"). Rows whose value is "none" hold a number that
counts nothing (ordinals, flights, years): right where nothing is found at its words. With --peers, a Python in which
quantulum3 and recognizers-text-number are installed, they read the same sentences; what a library has no notion of is
not counted against it and shown as "-". A library that is not installed there is told as absent.

*meantime* is told in `benchmarks.quantity_values`.
"""

from __future__ import annotations

import argparse
import csv
import json
import re
import subprocess
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.quantity_values import measure_meantime
from standfirst.model.reading import Quantity, Reading
from standfirst.model.report import Report
from standfirst.newsroom import read_reports

HERE = Path(__file__).parent
#: The tables; each was written when the rules had been mended by those before it.
TABLES = {
    "first": HERE / "quantities.tsv",
    "later": HERE / "quantities_later.tsv",
    "third": HERE / "quantities_third.tsv",
}
PEERS = HERE / "quantity_peers.py"
LIBRARIES = ("quantulum3", "recognizers-text-number")

#: Our units as the other libraries name them, alone or before "per"; what is not here they are not asked for.
_NAMES = {
    "$": {"dollar"}, "USD": {"dollar"}, "GBP": {"pound sterling"}, "EUR": {"euro"},
    "percent": {"percentage", "per cent"},
    "km": {"kilometre"}, "mile": {"mile"}, "m": {"metre"}, "kg": {"kilogram"}, "lb": {"pound-mass"}, "ha": {"hectare"},
    "acre": {"acre"}, "bbl": {"barrel"}, "C": {"degree celsius"}, "F": {"degree fahrenheit"}, "MW": {"megawatt"},
    "ft": {"foot"}, "t": {"tonne"}, "nmi": {"nautical mile"}, "GB": {"gigabyte"}, "l": {"litre"}, "hour": {"hour"},
    "day": {"day"}, "mph": {"mile per hour"}, "m3": {"cubic metre"}, "km2": {"square kilometre"},
    "CNY": {"chinese yuan"}, "cent": {"cent"}, "in": {"inch"}, "km/h": {"kilometre per hour"},
}  # fmt: skip


@dataclass(frozen=True)
class Row:
    """One phrase of the table."""

    kind: str
    sentence: str
    #: The words of the number, and what else would be right.
    words: tuple[str, ...]
    #: None where the number counts nothing.
    value: float | None
    low: float | None
    high: float | None
    bound: str
    unit: tuple[str, ...]
    counts: tuple[str, ...]
    role: tuple[str, ...]

    def at(self, start: int, end: int) -> bool:
        """Whether a find overlaps the words."""
        places = [(self.sentence.find(words), len(words)) for words in self.words]
        return any(place < end and start < place + length for place, length in places)


def table(path: Path = TABLES["first"]) -> tuple[Row, ...]:
    """The phrases."""
    with path.open(encoding="utf-8", newline="") as file:
        return tuple(_row(cells) for cells in csv.DictReader(file, delimiter="\t", restval=""))


def _row(cells: dict[str, str]) -> Row:
    def end(name: str) -> float | None:
        return None if cells[name] in ("", "-", "none") else float(cells[name])

    return Row(
        kind=cells["kind"],
        sentence=cells["sentence"],
        words=tuple(cells["words"].split("/")),
        value=end("value"),
        low=end("low"),
        high=end("high"),
        bound=cells["bound"],
        unit=tuple(re.split(r"/(?!h\b)", cells["unit"])),
        counts=tuple(cells["counts"].split("/")),
        role=tuple(cells["role"].split("/")),
    )


Tally = dict[str, list[int]]


def readings(texts: Sequence[tuple[str, str]]) -> tuple[Reading, ...]:
    """Readings of (id, text) pairs, as the program makes them."""
    return read_reports([Report(id=name, text=text) for name, text in texts])[0]


def ours(rows: Sequence[Row], *, missed: bool) -> Tally:
    """How much of the table we get right, and with `missed` a line for each row that is wrong."""
    tally: Tally = defaultdict(lambda: [0, 0])
    read = {reading.report.id: reading for reading in readings([(str(n), row.sentence) for n, row in enumerate(rows)])}
    for number, row in enumerate(rows):
        near = [q for q in read[str(number)].quantities if row.at(q.span.start, q.span.end)]
        if row.value is None:
            marks = {"kept apart": not near}
        else:
            hit = next((q for q in near if _close(float(q.value), row.value)), None)
            marks = {"found": hit is not None, **(_marks(row, hit, read[str(number)]) if hit is not None else {})}
        for name, right in marks.items():
            tally[name][0] += right
            tally[name][1] += 1
        if missed and not all(marks.values()):
            wrong = ", ".join(name for name, right in marks.items() if not right)
            print(f"{row.kind}: {row.sentence} [{row.words[0]}] {wrong}: {'; '.join(map(_shown, near)) or 'nothing'}")
    return tally


def _marks(row: Row, hit: Quantity, reading: Reading) -> dict[str, bool]:
    # A vague word without a range is followed through no figure and has no name for its count, but has the words.
    counted = hit.counted or (reading.report.words(hit.counts).lower() if hit.counts is not None else "-")
    low, high = (None if end is None else float(end) for end in (hit.low, hit.high))
    return {
        "ends": _close(low, row.low) and _close(high, row.high),
        "bound": hit.bound == row.bound,
        "unit": hit.unit in row.unit,
        "counts": counted in row.counts,
        "role": hit.role in row.role,
    }


def _shown(quantity: Quantity) -> str:
    ends = f"{quantity.value} ({quantity.low}..{quantity.high}, {quantity.bound})"
    return f"{ends} {quantity.unit} of {quantity.counted!r}, {quantity.role}"


def _close(one: float | None, other: float | None) -> bool:
    if one is None or other is None:
        return one is other
    return abs(one - other) <= max(abs(other) * 0.002, 1e-9)


def peers(python: str | None, rows: Sequence[Row]) -> dict[str, tuple[str, Tally]]:
    """(version, how much of the table it gets right) by library, of those that are installed there."""
    if python is None:
        return {}
    asked = json.dumps([row.sentence for row in rows])
    done = subprocess.run([python, str(PEERS)], input=asked, capture_output=True, text=True, check=True)
    answer: dict[str, Any] = json.loads(done.stdout)
    return {name: (told["version"], _peer(rows, told["found"])) for name, told in answer.items()}


def _peer(rows: Sequence[Row], found: Sequence[list[dict[str, Any]]]) -> Tally:
    tally: Tally = defaultdict(lambda: [0, 0])
    for row, finds in zip(rows, found, strict=True):
        near = [one for one in finds if row.at(one["start"], one["end"])]
        if row.value is None:
            marks = {"kept apart": not near}
        else:
            # A range is right by its ends where the library has no single value for it.
            hits = [one for one in near if _close(one["value"], row.value) or _same_ends(one, row)]
            marks = {"found": bool(hits)}
            if hits:
                marks["ends"] = any(_same_ends(one, row) for one in hits)
                if any(unit in _NAMES for unit in row.unit) and any(one["unit"] is not None for one in hits):
                    marks["unit"] = any(_named(one["unit"], unit) for one in hits for unit in row.unit)
        for name, right in marks.items():
            tally[name][0] += right
            tally[name][1] += 1
    return tally


def _named(theirs: str | None, unit: str) -> bool:
    names = _NAMES.get(unit, set())
    return theirs is not None and any(
        theirs.lower() == name or theirs.lower().startswith(f"{name} per ") for name in names
    )


def _same_ends(one: dict[str, Any], row: Row) -> bool:
    return _close(one["low"], row.low) and _close(one["high"], row.high) and (row.low, row.high) != (None, None)


def measure_phrases(path: Path, python: str | None, *, missed: bool) -> None:
    """Print the table of what is right, ours first."""
    rows = table(path)
    columns = {"Standfirst": ours(rows, missed=missed)}
    others = peers(python, rows)
    columns |= {f"{name} {told[0]}": told[1] for name, told in others.items()}
    print(f"{len(rows)} phrases")
    print("| | " + " | ".join(columns) + " |")
    print("|---|" + "---|" * len(columns))
    for name in ("found", "kept apart", "ends", "bound", "unit", "counts", "role"):
        print(f"| {name} | " + " | ".join(_share(tally, name) for tally in columns.values()) + " |")
    for name in LIBRARIES:
        if name not in others:
            print(f"{name}: absent")


def _share(tally: Tally, name: str) -> str:
    right, of = tally.get(name, (0, 0))
    return f"{right} of {of}" if of else "-"


def main() -> None:
    """Read the arguments and print the scores."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("what", choices=["phrases", "meantime"])
    parser.add_argument("archive", type=Path, nargs="?", help="meantime.tar.gz")
    parser.add_argument("--peers", metavar="PYTHON", help="a Python in which the other libraries are installed")
    parser.add_argument("--table", choices=list(TABLES), default="first", help="which phrases")
    parser.add_argument("--missed", action="store_true", help="print what is wrong")
    options = parser.parse_args()
    if options.what == "phrases":
        measure_phrases(TABLES[options.table], options.peers, missed=options.missed)
    elif options.archive is None:
        parser.error("meantime needs the archive")
    else:
        measure_meantime(options.archive, missed=options.missed)


if __name__ == "__main__":
    main()
