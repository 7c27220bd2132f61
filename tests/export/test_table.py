"""The table of figures: one row a value with the words that state it, as CSV and as Parquet."""

from __future__ import annotations

import csv
import importlib
import io
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from standfirst.errors import MissingLibrary
from standfirst.export.table import COLUMNS, figure_records, render_csv, render_parquet
from standfirst.lexicon.units import converted
from standfirst.model.snapshot import Snapshot
from tests.view.figures import ALL, CLASH, TOLL, figure, point
from tests.view.made import SNAPSHOT


def story(*figures: object) -> Snapshot:
    return replace(SNAPSHOT, figures=tuple(figures))  # type: ignore[arg-type]


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_each_value_is_a_row_with_the_words_that_state_it() -> None:
    found = rows(render_csv(story(*ALL)))
    points = [one for made in ALL for one in made.points]
    assert [row["point"] for row in found] == [one.id for one in points]
    for row in found:
        assert row["words"] in row["quote"]
        assert row["quote"] != ""
        assert int(row["end"]) - int(row["start"]) == len(row["quote"])
    assert list(found[0]) == [name for name, _, _ in COLUMNS]


def test_open_bounds_are_empty_and_conflicts_named() -> None:
    low, high = rows(render_csv(story(TOLL)))[1]["low"], rows(render_csv(story(TOLL)))[1]["high"]
    assert (low, high) == ("7", "")
    one, other = rows(render_csv(story(CLASH)))
    assert (one["conflicts_with"], other["conflicts_with"]) == ("p2", "p1")
    assert one["because"] == "both cannot be so"


def test_the_same_snapshot_gives_the_same_table() -> None:
    assert render_csv(story(*ALL)) == render_csv(story(*ALL))


def test_a_head_stands_alone_where_there_is_no_figure() -> None:
    assert render_csv(story()).splitlines() == [",".join(name for name, _, _ in COLUMNS)]


@pytest.mark.parametrize("words", ["=1+1", "+49 people", "-5", "@cmd"])
def test_a_spreadsheet_runs_nothing(words: str) -> None:
    made = figure(point("p", "5", f"{words} and 5.", "5"), counts=words)
    (row,) = rows(render_csv(story(made)))
    assert row["counts"] == f"'{words}"
    assert row["quote"].startswith("'")
    assert render_csv(story(figure(point("p", "-5", "It was -5.", "-5")))).count("'") == 1  # the words, not the number


MEASURES = [
    ("mile", "17", "27358.848", "m"),
    ("km", "27", "27000", "m"),
    ("lb", "10", "4.53592", "kg"),
    ("acre", "100", "404686", "m2"),
    ("F", "101", "38.3333", "C"),
    ("bbl", "1", "158.987", "l"),
    ("$", "5", "", ""),
    ("person", "5", "", ""),
]


@pytest.mark.parametrize(("unit", "value", "base", "base_unit"), MEASURES)
def test_measures_are_made_comparable_beside_what_was_said(unit: str, value: str, base: str, base_unit: str) -> None:
    made = figure(point("p", value, f"It was {value}.", value), counts="it", unit=unit)
    (row,) = rows(render_csv(story(made)))
    assert (row["value"], row["unit"], row["base_unit"]) == (value, unit, base_unit)
    assert (float(row["base_value"]) == pytest.approx(float(base), rel=1e-4)) if base else row["base_value"] == ""


CONVERTED = [
    ("27", "km", "mile", "16.777"),
    ("17", "mile", "km", "27.359"),
    ("32", "F", "C", "0"),
    ("100", "C", "F", "212"),
    ("-40", "F", "C", "-40"),
    ("10", "ha", "acre", "24.71"),
]


@pytest.mark.parametrize(("value", "unit", "into", "expected"), CONVERTED)
def test_units_of_one_dimension_are_converted(value: str, unit: str, into: str, expected: str) -> None:
    found = converted(Decimal(value), unit, into)
    assert found is not None
    assert float(found) == pytest.approx(float(expected), rel=1e-3, abs=0.01)


@pytest.mark.parametrize(("unit", "into"), [("km", "kg"), ("USD", "EUR"), ("person", "km"), ("nothing", "km")])
def test_what_cannot_be_compared_is_not_converted(unit: str, into: str) -> None:
    assert converted(Decimal(1), unit, into) is None


def test_parquet_holds_the_same_records() -> None:
    parquet: Any = importlib.import_module("pyarrow.parquet")
    data = render_parquet(story(*ALL))
    table = parquet.read_table(io.BytesIO(data))
    assert table.column_names == [name for name, _, _ in COLUMNS]
    assert table.to_pylist() == list(figure_records(story(*ALL)))
    assert str(table.schema.field("value").type) == "double"
    assert parquet.read_table(io.BytesIO(render_parquet(story()))).num_rows == 0


def test_parquet_without_its_library_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    def absent(name: str) -> Any:
        raise ImportError(name)

    monkeypatch.setattr("standfirst.export.table.importlib.import_module", absent)
    with pytest.raises(MissingLibrary, match=r"pip install \"standfirst\[parquet\]\""):
        render_parquet(story())
