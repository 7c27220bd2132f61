"""The table of phrases that the benchmark measures stays read, with the shipped pipeline."""

from __future__ import annotations

from benchmarks.phrases_time import is_right, is_right_of_peer, read_ours, read_table
from standfirst.model.reading import Timex

#: Words that are known not to be read: a night is dated only by its own words, not by those of an event.
MISSED = {"the night of the fire"}


def test_the_table_is_read() -> None:
    rows = read_table()
    found = read_ours(rows)
    wrong = {row.words for row, timexes in zip(rows, found, strict=True) if not is_right(row, timexes)}
    assert wrong == MISSED
    assert len(rows) >= 150


def test_the_table_can_be_got_wrong() -> None:
    rows = read_table()
    found: tuple[Timex, ...] = ()
    right = [row for row in rows if is_right(row, found)]
    assert {row.group for row in right} == {"ages and other words"}
    wrong = {"values": ["1950-01-01"], "stretches": [["1950-01-01", "1950-01-02"]], "moments": ["1950-01-01"]}
    assert not any(is_right_of_peer(row, [wrong]) for row in rows)
