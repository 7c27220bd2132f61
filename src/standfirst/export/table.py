"""The values of all figures as a table: one row a value, for a spreadsheet (CSV) or a data frame (Parquet).

Each row has the words that state its number, with the report and the place that they stand at.
"""

from __future__ import annotations

import csv
import importlib
from io import BytesIO, StringIO
from typing import Any

from standfirst.errors import MissingLibrary
from standfirst.export.shapes import number
from standfirst.lexicon.units import by_code, converted
from standfirst.model.linked import Figure, Point
from standfirst.model.snapshot import Snapshot
from standfirst.view.series import stating
from standfirst.when import iso

#: Column, its type in Parquet, what it holds.
COLUMNS = (
    ("figure", "string", "id of the figure: rows that share it are one series"),
    ("counts", "string", "what is counted"),
    ("scope", "string", "what limits it, parted by semicolons"),
    ("point", "string", "id of the value"),
    ("value", "float64", "the number; the least of a range or of a vague word"),
    ("low", "float64", "the least that the words allow; empty where that side is open"),
    ("high", "float64", "the most that the words allow; empty where that side is open"),
    ("bound", "string", "exact, at_least, at_most or about"),
    ("unit", "string", "as the report has it"),
    ("base_value", "float64", "the value in the base unit of its dimension, for comparing miles with kilometres"),
    ("base_unit", "string", "that unit; empty where there is none, and for money"),
    ("words", "string", "the words of the number"),
    ("role", "string", "actual, planned, limit, threatened, requested or estimate"),
    ("status", "string", "current, superseded, disputed, corrected or planned"),
    ("because", "string", "why it stands so"),
    ("conflicts_with", "string", "ids of values that cannot hold beside it"),
    ("from", "string", "when it holds: its first day or moment"),
    ("to", "string", "the first day or moment after it"),
    ("published_earliest", "string", "when the passage came out: not before"),
    ("published_latest", "string", "and not after"),
    ("outlet", "string", "who published it"),
    ("report", "string", "id of the report"),
    ("start", "int64", "where the quote begins in the report's text, in code points"),
    ("end", "int64", "where it ends"),
    ("quote", "string", "the words of the report that state the number"),
    ("more_evidence", "string", "other places that state it: report:start-end"),
)

#: The unit of each dimension in which values are made comparable.
_BASES = {"length": "m", "mass": "kg", "area": "m2", "volume": "l", "speed": "km/h", "temperature": "C", "time": "day"}
#: A cell that begins with one of these could be run by a spreadsheet.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def figure_records(snapshot: Snapshot) -> tuple[dict[str, Any], ...]:
    """One record a value, in the order of the figures and of their points; keys are the columns."""
    outlets = {reading.report.id: reading.report.outlet for reading in snapshot.readings}
    return tuple(_record(figure, point, outlets) for figure in snapshot.figures for point in figure.points)


def render_csv(snapshot: Snapshot) -> str:
    """The records as CSV (RFC 4180, UTF-8) with a head.

    Words that a spreadsheet would take for a formula get an apostrophe before them; nothing else is changed.
    """
    out = StringIO()
    writer = csv.DictWriter(out, [name for name, _, _ in COLUMNS], lineterminator="\r\n")
    writer.writeheader()
    for record in figure_records(snapshot):
        writer.writerow({name: _cell(value) for name, value in record.items()})
    return out.getvalue()


def render_parquet(snapshot: Snapshot) -> bytes:
    """The records as a Parquet file. Raises MissingLibrary where pyarrow is not installed."""
    try:
        arrow: Any = importlib.import_module("pyarrow")
        parquet: Any = importlib.import_module("pyarrow.parquet")
    except ImportError as error:
        raise MissingLibrary("pyarrow", "Parquet", "parquet") from error
    schema = arrow.schema(
        [(name, getattr(arrow, {"float64": "float64"}.get(kind, kind))()) for name, kind, _ in COLUMNS]
    )
    out = BytesIO()
    parquet.write_table(arrow.Table.from_pylist(list(figure_records(snapshot)), schema=schema), out)
    return out.getvalue()


def _record(figure: Figure, point: Point, outlets: dict[str, str | None]) -> dict[str, Any]:
    quote = stating(point)
    base = _BASES.get(by_code()[figure.unit].dimension) if figure.unit in by_code() else None
    in_base = converted(point.value, figure.unit, base) if base is not None else None
    against = [c.other if c.one == point.id else c.one for c in figure.conflicts if point.id in (c.one, c.other)]
    why = [c.grounds.because for c in figure.conflicts if point.id in (c.one, c.other)]
    why = [point.grounds.because] if point.grounds is not None else why
    others = [f"{one.span.report}:{one.span.start}-{one.span.end}" for one in point.evidence if one != quote]
    when = point.when
    return {
        "figure": figure.id,
        "counts": figure.counts,
        "scope": "; ".join(figure.scope),
        "point": point.id,
        "value": number(point.value),
        "low": number(point.low),
        "high": number(point.high),
        "bound": point.bound,
        "unit": figure.unit,
        "base_value": number(round(in_base, 6)) if in_base is not None else None,
        "base_unit": base if in_base is not None else None,
        "words": point.words,
        "role": point.role,
        "status": point.status,
        "because": "; ".join(dict.fromkeys(why)),
        "conflicts_with": "; ".join(dict.fromkeys(against)),
        "from": iso(when.start) if when is not None else None,
        "to": iso(when.end) if when is not None else None,
        "published_earliest": iso(point.published.earliest),
        "published_latest": iso(point.published.latest),
        "outlet": outlets.get(quote.span.report),
        "report": quote.span.report,
        "start": quote.span.start,
        "end": quote.span.end,
        "quote": quote.text,
        "more_evidence": "; ".join(others),
    }


def _cell(value: object) -> object:
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value
