"""What is held comes back equal, whatever it holds."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standfirst.model.reading import Quantity, Reading, Timex
from standfirst.model.report import Published, Report
from standfirst.model.span import Span
from standfirst.store.codec import decode, encode
from standfirst.when import Interval

moments = st.datetimes(
    min_value=datetime(1900, 1, 2),
    max_value=datetime(9999, 12, 30),
    timezones=st.sampled_from([UTC, timezone(timedelta(hours=13)), None]),  # type: ignore[list-item]
)
published = st.builds(
    Published,
    value=st.none() | st.text(max_size=10),
    earliest=st.none() | moments,
    latest=st.none() | moments,
    basis=st.just("given"),
)
reports = st.builds(Report, id=st.text(max_size=5), text=st.text(), outlet=st.none() | st.text(), published=published)


@given(reports)
def test_a_report_round_trips(report: Report) -> None:
    assert decode(Report, encode(report)) == report


def test_a_reading_round_trips() -> None:
    place = Span(report="r", start=0, end=3)
    reading = Reading(
        report=Report(id="r", text="Six of 12"),
        timexes=(
            Timex(span=place, type="DATE", value="2031", when=Interval(start=date(2031, 1, 1), end=None), rule="y"),
            Timex(span=place, type="TIME", value="t", when=Interval(start=None, end=datetime(2031, 1, 1, 9)), rule="t"),
        ),
        quantities=(
            Quantity(
                span=place,
                value=Decimal("6.50"),
                low=None,
                high=None,
                bound="exact",
                unit="item",
                role="actual",
                counts=None,
                counted="",
            ),
        ),
    )
    assert decode(Reading, encode(reading)) == reading


@pytest.mark.parametrize("data", [b"", b"null", b"[]", b"{}", b'{"id": 3}', b"\xff", b"[" * 100_000])
def test_what_is_not_one_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - any of its kinds
        decode(Report, data)
