"""Spans, shelves and what of a reading had come out by a moment."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standfirst.model.reading import Attribution, Block, Reading
from standfirst.model.report import Published, Report
from standfirst.model.span import Shelf, Span

ranges = st.tuples(st.integers(0, 60), st.integers(1, 15)).map(
    lambda pair: Span(report="r", start=pair[0], end=pair[0] + pair[1])
)


@given(st.lists(ranges), ranges)
def test_a_shelf_finds_what_a_look_at_all_would(spans: list[Span], place: Span) -> None:
    shelf = Shelf(spans, lambda span: span)
    in_order = sorted(spans, key=lambda span: span.start)
    assert shelf.touching(place) == [span for span in in_order if span.overlaps(place)]
    assert shelf.inside(place) == [span for span in in_order if place.holds(span)]


@pytest.mark.parametrize(("start", "end"), [(3, 3), (4, 2), (-1, 2)])
def test_a_span_is_never_empty_nor_outside(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="not a range"):
        Span(report="r", start=start, end=end)


def test_a_quote_is_the_words_there() -> None:
    report = Report(id="r", text="The dam broke.")
    assert report.quote(report.span(4, 7)).text == "dam"
    with pytest.raises(ValueError, match="beyond"):
        report.span(4, 99)
    with pytest.raises(ValueError, match="not in"):
        report.quote(Span(report="other", start=0, end=3))


NOON = datetime(2024, 3, 4, 12, tzinfo=UTC)


def out(moment: datetime) -> Published:
    return Published(value=None, earliest=moment, latest=moment, basis="text")


def test_as_of_keeps_what_was_out_and_all_that_was_found_in_it() -> None:
    report = Report(id="r", text="It broke, he said. She said it held.")
    early, late = report.span(0, 18), report.span(19, 36)
    said = Attribution(
        source=(report.span(10, 12),), cue=(report.span(13, 17),), content=(report.span(0, 8),),
        mode="indirect", stance="asserts", speaker=None, speaker_text="he",
    )  # fmt: skip
    carried = Attribution(
        source=(report.span(10, 12),), cue=(), content=(report.span(28, 35),),
        mode="indirect", stance="asserts", speaker=None, speaker_text="he",
    )  # fmt: skip
    reading = Reading(
        report=report,
        blocks=(
            Block(span=early, kind="body", published=out(NOON)),
            Block(span=late, kind="update", published=out(NOON + timedelta(hours=3)), stamped=True),
        ),
        sentences=(early, late),
        attributions=(said, carried),
    )
    assert reading.as_of(NOON - timedelta(minutes=1)) is None
    at_one = reading.as_of(NOON + timedelta(hours=1))
    assert at_one is not None
    assert (at_one.sentences, at_one.attributions) == ((early,), (said,))
    assert reading.as_of(NOON + timedelta(days=1)) == reading


def test_what_has_no_time_is_never_out() -> None:
    report = Report(id="r", text="It broke.")
    unknown = Published(value=None, earliest=None, latest=None, basis="unknown")
    reading = Reading(report=report, blocks=(Block(span=report.span(0, 9), kind="body", published=unknown),))
    assert reading.as_of(datetime(9999, 1, 1, tzinfo=UTC)) is None
