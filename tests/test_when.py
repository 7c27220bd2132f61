"""Intervals, zones and moments: what always holds of stretches of time at any precision."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standfirst.errors import BadMoment
from standfirst.when import (
    Interval,
    as_date,
    at,
    day,
    instant,
    iso,
    month,
    read_edge,
    read_moment,
    shifted,
    sort_key,
    year,
    zone,
)

AUCKLAND = ZoneInfo("Pacific/Auckland")


def test_an_interval_never_ends_before_it_starts() -> None:
    with pytest.raises(ValueError, match="ends before"):
        Interval(start=date(2020, 1, 2), end=date(2020, 1, 1))


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("2020", date(2020, 1, 1), date(2021, 1, 1)),
        ("2020-02", date(2020, 2, 1), date(2020, 3, 1)),
        ("2019-12", date(2019, 12, 1), date(2020, 1, 1)),
        ("2020-02-29", date(2020, 2, 29), date(2020, 3, 1)),
        ("2020-01-08T15", datetime(2020, 1, 8, 15), datetime(2020, 1, 8, 16)),
        ("2020-01-08T15:52", datetime(2020, 1, 8, 15, 52), datetime(2020, 1, 8, 15, 53)),
        ("2020-01-08T15:52:07", datetime(2020, 1, 8, 15, 52, 7), datetime(2020, 1, 8, 15, 52, 8)),
        ("9999", date(9999, 1, 1), None),
        ("9999-12-31", date(9999, 12, 31), None),
    ],
)
def test_a_precision_names_a_stretch(text: str, start: date, end: date | None) -> None:
    assert read_edge(text) == (start, end)


@pytest.mark.parametrize("text", ["", "soon", "2020-13", "2019-02-29", "0000", "20200108T", "2020-01-08 25:00"])
def test_what_is_no_moment_is_refused(text: str) -> None:
    with pytest.raises(BadMoment):
        read_edge(text)


def test_a_day_alone_as_a_moment_is_its_end() -> None:
    assert read_moment("2020-01-08") == datetime(2020, 1, 9, tzinfo=UTC)
    assert read_moment("2020-01-08T15:45+13:00") == datetime(2020, 1, 8, 2, 45, tzinfo=UTC)


def test_a_time_that_the_clocks_skip_is_moved_on() -> None:
    # On 29 September 2024 clocks in Auckland went from 02:00 to 03:00.
    moment = at(date(2024, 9, 29), time(2, 30), AUCKLAND)
    assert (moment.hour, moment.minute, moment.utcoffset()) == (3, 30, timedelta(hours=13))


def test_an_hour_that_comes_twice_is_the_first_of_the_two() -> None:
    moment = at(date(2024, 4, 7), time(2, 30), AUCKLAND)
    assert moment.utcoffset() == timedelta(hours=13)


@pytest.mark.parametrize("name", [None, "", "Nowhere/Atall", "../etc", "\0"])
def test_a_zone_that_does_not_exist_is_none(name: str | None) -> None:
    assert zone(name) is None


def test_a_date_on_either_side_of_the_date_line() -> None:
    auckland, washington = instant(date(2020, 1, 8), AUCKLAND), instant(date(2020, 1, 8), ZoneInfo("America/New_York"))
    assert washington - auckland == timedelta(hours=18)


def test_overlap_is_of_days_and_open_ends_reach_on() -> None:
    assert day(date(2020, 1, 8)).overlaps(month(2020, 1))
    assert not day(date(2020, 2, 1)).overlaps(month(2020, 1))
    assert Interval(start=None, end=date(2020, 1, 9)).overlaps(day(date(2020, 1, 8)))
    assert Interval(start=date(2020, 1, 8), end=None).overlaps(year(2021))
    assert not Interval(start=None, end=date(2020, 1, 8)).overlaps(day(date(2020, 1, 8)))


@given(st.dates())
def test_a_day_is_its_first_and_last_day(value: date) -> None:
    whole = day(value)
    assert whole.first_day == value
    assert whole.last_day == (value if whole.end is not None else None)
    assert whole.overlaps(month(value.year, value.month))
    assert whole.overlaps(year(value.year))


@given(st.integers(1, 9998), st.integers(1, 12))
def test_months_follow_each_other_and_fill_the_year(number: int, which: int) -> None:
    this = month(number, which)
    following = month(number + (which == 12), which % 12 + 1)
    assert this.end == following.start
    assert month(number, 1).start == year(number).start
    assert month(number, 12).end == year(number).end


@given(st.integers(1, 9999))
def test_february_has_its_leap_day(number: int) -> None:
    february = month(number, 2)
    assert february.last_day is not None
    leap = number % 4 == 0 and (number % 100 != 0 or number % 400 == 0)
    assert february.last_day.day == (29 if leap else 28)


@given(st.dates(), st.integers(-10_000_000, 10_000_000))
def test_a_shift_beyond_the_calendar_is_none(value: date, days: int) -> None:
    found = shifted(value, days)
    assert found is None or (found - value).days == days


@given(st.datetimes(datetime(1900, 1, 1), datetime(2100, 1, 1)), st.sampled_from(["Pacific/Auckland", "Europe/London"]))
def test_a_moment_exists_on_the_clocks_of_its_zone(moment: datetime, name: str) -> None:
    local = at(moment.date(), moment.time(), zone(name))
    assert local.astimezone(UTC).astimezone(local.tzinfo).replace(tzinfo=None) == local.replace(tzinfo=None)


@given(st.datetimes(datetime(1900, 1, 1), datetime(2100, 1, 1)))
def test_what_is_written_is_read_again(moment: datetime) -> None:
    moment = moment.replace(microsecond=0)
    assert read_edge(iso(moment) or "")[0] == moment
    assert read_edge(iso(moment.date()) or "")[0] == moment.date()
    assert as_date(moment) == moment.date()
    assert sort_key(moment.date()) <= sort_key(moment)


def test_nothing_is_written_for_an_open_end() -> None:
    assert iso(None) is None
