"""Corners of the calendar: leap days, year ends, first days of weeks, clocks put on and back, the date line."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standfirst.extract.timex.points import add_months, moved, point_of, shifted_by, week_point
from standfirst.model.dating import dated
from standfirst.model.reading import Timex
from standfirst.model.report import Published
from tests.extract.test_timex import AUCKLAND, LONDON, NEW_YORK, on, read

WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
MONTHS = "January February March April May June July August September October November December".split()
DAYS = st.dates(date(1900, 1, 2), date(2098, 12, 30))
ZONES = st.sampled_from([AUCKLAND, NEW_YORK, LONDON, "Pacific/Apia", "America/St_Johns", "Asia/Kathmandu"])
UNITS = st.sampled_from(["day", "week", "month", "quarter", "season", "half", "year", "decade", "century"])


def first(text: str, published: Published, zone: str = LONDON) -> Timex:
    return read(text, published, zone).timexes[0]


# leap days


@pytest.mark.parametrize(
    ("text", "day", "value"),
    [
        ("It sank on 29 February.", "2024-03-15", "2024-02-29"),
        ("It sank on February 29.", "2024-02-29", "2024-02-29"),
        ("It sank yesterday.", "2024-03-01", "2024-02-29"),
        ("It sank yesterday.", "2023-03-01", "2023-02-28"),
        ("It sails tomorrow.", "2024-02-28", "2024-02-29"),
        ("It sails tomorrow.", "2100-02-28", "2100-03-01"),
        ("It sank on Thursday.", "2024-03-01", "2024-02-29"),
        ("It sank two days after 28 February 2024.", "2024-03-15", "2024-03-01"),
        ("It sank on 30 February 2024.", "2024-03-15", "2024-02-30"),
        ("It sank on 29 February 2023.", "2024-03-15", "2023-02-29"),
    ],
)
def test_leap_days(text: str, day: str, value: str) -> None:
    timex = first(text, on(day))
    assert timex.value == value
    there = value not in ("2024-02-30", "2023-02-29")
    assert (timex.when is not None) == there


def test_a_leap_day_without_its_year_has_no_place_where_the_year_has_none() -> None:
    timex = first("It sank on 29 February.", on("2023-03-15"))
    assert timex.when is None


@given(DAYS, st.integers(-60, 60))
def test_months_on_stay_in_their_month(day: date, months: int) -> None:
    there = add_months(day, months)
    assert there is not None
    assert (there.year * 12 + there.month) - (day.year * 12 + day.month) == months
    assert there.day <= day.day
    assert there.day == day.day or (there + timedelta(days=1)).day == 1


# stretches


@given(DAYS, UNITS, st.booleans())
def test_a_stretch_holds_its_day_and_touches_its_neighbours(day: date, unit: str, southern: bool) -> None:
    point = point_of(unit, day, southern=southern)
    assert point is not None
    assert point.end is not None
    assert point.start <= day < point.end
    after, before = moved(point, 1, southern=southern), moved(point, -1, southern=southern)
    assert after is not None
    assert before is not None
    assert (before.end, point.end) == (point.start, after.start)
    assert len({before.value, point.value, after.value}) == 3


@given(DAYS)
def test_weeks_begin_on_monday_and_bear_the_year_of_their_thursday(day: date) -> None:
    week = week_point(day)
    assert week is not None
    assert week.end is not None
    assert week.start.isoweekday() == 1
    assert (week.end - week.start).days == 7
    year, number = week.value.split("-W")
    assert (week.start + timedelta(days=3)).year == int(year)
    assert 1 <= int(number) <= 53


@given(DAYS, st.integers(-400, 400))
def test_days_and_weeks_on_and_back_come_home(day: date, count: int) -> None:
    for unit in ("day", "week", "fortnight"):
        there = shifted_by(day, unit, count)
        assert there is not None
        assert shifted_by(there, unit, -count) == day


# words and days


@given(DAYS, st.integers(0, 6))
def test_a_past_weekday_is_the_latest_and_a_coming_one_the_next(day: date, number: int) -> None:
    published, name = on(day.isoformat()), WEEKDAYS[number]
    back, ahead = first(f"It sank on {name}.", published), first(f"It will sail on {name}.", published)
    gone, coming = date.fromisoformat(back.value), date.fromisoformat(ahead.value)
    assert gone.weekday() == coming.weekday() == number
    assert 0 <= (day - gone).days <= 6
    assert 0 <= (coming - day).days <= 6


@given(DAYS, st.integers(0, 364))
def test_a_day_of_the_last_year_is_found_again(day: date, back: int) -> None:
    told = day - timedelta(days=min(back, 180))
    words = f"{told.day} {MONTHS[told.month - 1]}"
    assert first(f"It sank on {words}.", on(day.isoformat())).value == told.isoformat()
    full = f"{WEEKDAYS[told.weekday()]}, {words} {told.year}"
    assert first(f"It sank on {full}.", on("2020-01-08")).value == told.isoformat()


@given(DAYS)
def test_words_around_the_turn_of_the_year(day: date) -> None:
    year = day.year
    eve, new = on(f"{year}-12-31"), on(f"{year + 1}-01-01")
    assert first("It sails tomorrow.", eve).value == f"{year + 1}-01-01"
    assert first("It sank yesterday.", new).value == f"{year}-12-31"
    assert first("It sank last month.", new).value == f"{year}-12"
    assert first("It sank last year.", new).value == str(year)
    assert first("It sank on 31 December.", new).value == f"{year}-12-31"
    assert first("It sails next month.", eve).value == f"{year + 1}-01"
    last_week = week_point(date(year, 12, 25))
    assert last_week is not None
    assert first("It sank last week.", new).value == last_week.value


# zones


@given(st.datetimes(datetime(1980, 1, 1), datetime(2037, 12, 30)), ZONES)
def test_today_is_the_civil_day_of_the_outlet(moment: datetime, zone: str) -> None:
    instant = moment.replace(tzinfo=UTC)
    published = Published(value="x", earliest=instant, latest=instant, basis="given")
    timex = first("It sank today.", published, zone)
    assert timex.value == instant.astimezone(ZoneInfo(zone)).date().isoformat()


def test_one_moment_is_two_days_on_either_side_of_the_date_line() -> None:
    moment = dated("2031-03-14T22:30+00:00", None, "given")
    values = [first("It sank today.", moment, zone).value for zone in (AUCKLAND, LONDON, NEW_YORK)]
    assert values == ["2031-03-15", "2031-03-14", "2031-03-14"]
    friday = [first("It sank on Friday.", moment, zone).value for zone in (AUCKLAND, NEW_YORK)]
    assert friday == ["2031-03-14", "2031-03-14"]


@given(st.datetimes(datetime(1995, 1, 1), datetime(2036, 12, 30)), ZONES)
def test_a_clock_time_is_one_minute_whatever_the_clocks_do(moment: datetime, zone: str) -> None:
    day = moment.date()
    text = f"It sank at {moment.hour:02}:{moment.minute:02} on {day.day} {MONTHS[day.month - 1]} {day.year}."
    when = first(text, on("2040-01-01", zone), zone).when
    assert when is not None
    assert isinstance(when.start, datetime)
    assert isinstance(when.end, datetime)
    assert when.end.astimezone(UTC) - when.start.astimezone(UTC) == timedelta(minutes=1)
    assert abs(when.start.replace(tzinfo=None) - moment.replace(second=0, microsecond=0)) <= timedelta(days=1)


@pytest.mark.parametrize(
    ("zone", "words", "instant"),
    [
        # the clocks of London skip from 1 to 2 on 31 March 2024: a time between is told by no clock, and moved on
        (LONDON, "1.30am on 31 March 2024", "2024-03-31T01:30+00:00"),
        (LONDON, "12.59am on 31 March 2024", "2024-03-31T00:59+00:00"),
        (LONDON, "2am on 31 March 2024", "2024-03-31T01:00+00:00"),
        # 1.30am on 27 October 2024 comes twice: the first is taken
        (LONDON, "1.30am on 27 October 2024", "2024-10-27T00:30+00:00"),
        (NEW_YORK, "2.30am on 10 March 2024", "2024-03-10T07:30+00:00"),
        (AUCKLAND, "2.30am on 29 September 2024", "2024-09-28T14:30+00:00"),
        # Samoa went over the date line on 30 December 2011: 31 December began right after the 29th
        ("Pacific/Apia", "9am on 31 December 2011", "2011-12-30T19:00+00:00"),
    ],
)
def test_clocks_put_on_and_back(zone: str, words: str, instant: str) -> None:
    when = first(f"It sank at {words}.", on("2040-01-01", zone), zone).when
    assert when is not None
    assert isinstance(when.start, datetime)
    assert when.start.astimezone(UTC) == datetime.fromisoformat(instant)


@pytest.mark.parametrize(
    ("words", "instant"),
    [
        ("9.30am Paris time on 12 March 2024", "2024-03-12T08:30+00:00"),
        ("9.30am Wellington time on 12 March 2024", "2024-03-11T20:30+00:00"),
        ("9 a.m. ET on 12 March 2024", "2024-03-12T13:00+00:00"),
        ("0330 AEDT on 12 March 2024", "2024-03-11T16:30+00:00"),
        ("1552 GMT on 12 March 2024", "2024-03-12T15:52+00:00"),
        ("4pm on 12 March 2024", "2024-03-12T16:00+00:00"),
    ],
)
def test_printed_zones_stand_above_the_outlets(words: str, instant: str) -> None:
    when = first(f"It sank at {words}.", on("2040-01-01")).when
    assert when is not None
    assert isinstance(when.start, datetime)
    assert when.start.astimezone(UTC) == datetime.fromisoformat(instant)
