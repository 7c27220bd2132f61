"""Figures made by hand: a flooded valley, told by two papers of which each point is a sentence."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal

from standfirst.model.linked import Conflict, Figure, Grounds, Point
from standfirst.model.report import Published, Report
from standfirst.when import year


def out(day: int, hour: int = 12) -> Published:
    moment = datetime(2031, 5, day, hour, tzinfo=UTC)
    return Published(value=moment.isoformat(), earliest=moment, latest=moment, basis="given")


def point(name: str, value: str, sentence: str, words: str, **fields: object) -> Point:
    """A point whose sentence is the whole of a report; `value` may be a range: "12..99", "7..", "..25"."""
    low, _, high = value.partition("..") if ".." in value else (value, "", value)
    report = Report(id=f"r-{name}", text=sentence)
    assert words in sentence
    made: dict[str, object] = {
        "value": Decimal(low or high),
        "low": Decimal(low) if low else None,
        "high": Decimal(high) if high else None,
        "bound": "exact",
        "role": "actual",
        "when": None,
        "published": out(6),
        "evidence": (report.quote(report.span(0, len(sentence))),),
        **fields,
    }
    return Point(id=name, words=words, **made)  # type: ignore[arg-type]


def figure(
    *points: Point, counts: str = "people missing", unit: str = "person", clash: tuple[str, str] | None = None
) -> Figure:
    grounds = Grounds(rule="apart", because="both cannot be so")
    conflicts = (Conflict(one=clash[0], other=clash[1], grounds=grounds),) if clash else ()
    return Figure(id="f1", counts=counts, scope=("Orrow",), unit=unit, points=points, conflicts=conflicts)


TOLL = figure(
    point("p1", "3", "Three people are missing in Orrow.", "Three", status="superseded", published=out(6, 9)),
    point("p2", "7..", "At least seven people are missing.", "At least seven", bound="at_least", status="superseded",
          published=out(7)),
    point("p3", "12..99", "Dozens were missing on Friday.", "Dozens", bound="about", status="superseded",
          published=out(9)),
    point("p4", "14", "Fourteen people are missing.", "Fourteen", published=out(10)),
    point("p5", "14", "Police have 14 people missing.", "14", published=out(11)),
)  # fmt: skip
CLASH = figure(
    point("p1", "40", "The bus carried 40 people.", "40", status="disputed", published=out(6)),
    point("p2", "55..", "At least 55 were on it.", "At least 55", bound="at_least", status="disputed",
          published=out(8)),
    counts="people aboard",
    clash=("p1", "p2"),
)  # fmt: skip
PLAN = figure(
    point("p1", "240", "The licence is for 240 people.", "240", role="limit"),
    point("p2", "180", "It will be cut to 180 next year.", "180", role="planned", status="planned",
          when=year(2032)),
    point("p3", "200..220", "Between 200 and 220 were wanted.", "Between 200 and 220", bound="about",
          role="requested", status="planned", published=out(7)),
    counts="passengers",
)  # fmt: skip
ALL = (TOLL, CLASH, PLAN)
