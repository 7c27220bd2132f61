"""The timeline for TimelineJS and for calendars: dates at their precision, other people's words escaped, ids stable."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import pytest
from icalendar import Calendar

from standfirst.export.dated import web_address
from standfirst.export.ical import render_ical
from standfirst.export.timelinejs import render_timelinejs
from standfirst.model.snapshot import Entry, OtherDate, Snapshot
from standfirst.when import Interval, day, month, year
from tests.view.made import SNAPSHOT, quote

FELL = "The upper wall of the Orrow dam gave way on Tuesday"
AT_NINE = datetime(2031, 5, 6, 9, 30, tzinfo=timezone(timedelta(hours=3)))


def entry(when: Interval, text: str = "The wall gave way", part: str = "happened") -> Entry:
    return Entry(
        when=when, when_text="Tuesday", text=text, claims=(), evidence=(quote("lamp", FELL),), part=part,
        because="so that there is one",
    )  # fmt: skip


def story(*entries: Entry) -> Snapshot:
    return replace(SNAPSHOT, timeline=entries)


def slide(one: Entry) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(render_timelinejs(story(one)))["events"][0]
    return found


def event(one: Entry) -> Any:
    (found,) = Calendar.from_ical(render_ical(story(one))).walk("VEVENT")
    return found


DATES = [
    (day(date(2031, 5, 6)), {"year": 2031, "month": 5, "day": 6}, None),
    (month(2031, 5), {"year": 2031, "month": 5}, None),
    (year(1987), {"year": 1987}, None),
    (Interval(start=date(2003, 1, 1), end=date(2008, 1, 1)), {"year": 2003}, {"year": 2007}),
    (Interval(start=date(2031, 4, 1), end=date(2031, 6, 1)), {"year": 2031, "month": 4}, {"year": 2031, "month": 5}),
    (
        Interval(start=date(2031, 5, 3), end=date(2031, 5, 6)),
        {"year": 2031, "month": 5, "day": 3},
        {"year": 2031, "month": 5, "day": 5},
    ),
    (Interval(start=date(2031, 5, 3), end=None), {"year": 2031, "month": 5, "day": 3}, None),
    (
        Interval(start=AT_NINE, end=AT_NINE + timedelta(minutes=1)),
        {"year": 2031, "month": 5, "day": 6, "hour": 9, "minute": 30},
        None,
    ),
]


@pytest.mark.parametrize(("when", "start", "end"), DATES, ids=[str(when.start) for when, _, _ in DATES])
def test_a_slide_has_its_dates_at_their_precision(when: Interval, start: object, end: object) -> None:
    made = slide(entry(when))
    assert (made["start_date"], made.get("end_date")) == (start, end)


def check_slide(made: dict[str, Any], *, dated: bool) -> None:
    """Hold a slide against what TimelineJS documents of its JSON: known keys, their types, what must be there."""
    kinds = {"start_date": dict, "end_date": dict, "text": dict, "media": dict, "group": str, "display_date": str,
             "background": dict, "autolink": bool, "unique_id": str}  # fmt: skip
    assert set(made) <= set(kinds)
    assert all(isinstance(value, kinds[key]) for key, value in made.items())
    assert not dated or "start_date" in made
    assert set(made["text"]) <= {"headline", "text"}
    units = ["year", "month", "day", "hour", "minute", "second", "millisecond"]
    for key in {"start_date", "end_date"} & set(made):
        given = [unit in made[key] for unit in units]
        assert given[0]
        assert given == sorted(given, reverse=True)  # no day without a month
        assert set(made[key]) <= {*units, "display_date", "format"}
        assert all(isinstance(made[key][unit], int) for unit in units if unit in made[key])


def test_the_whole_is_what_timelinejs_documents() -> None:
    made = json.loads(render_timelinejs(story(*(entry(when) for when, _, _ in DATES))))
    assert set(made) <= {"title", "events", "eras", "scale"}
    check_slide(made["title"], dated=False)
    for one in made["events"]:
        check_slide(one, dated=True)
    assert len({one["unique_id"] for one in made["events"]}) == len(DATES)


HOSTILE = "<img src=x onerror=alert(1)> & \x1b[31mred\u202e </script>"


def test_nothing_of_a_report_is_markup_in_a_slide() -> None:
    held = story(entry(DATES[0][0], text=HOSTILE))
    held = replace(held, story=replace(held.story, headline=HOSTILE))
    made = render_timelinejs(held)
    assert "<img" not in made
    assert "</script" not in made
    assert "\x1b" not in made
    assert "\u202e" not in made
    assert "&lt;img src=x onerror=alert(1)&gt; &amp; red" in json.loads(made)["events"][0]["text"]["headline"]


@pytest.mark.parametrize(
    ("url", "safe"),
    [
        ("https://lamp.example/a?b=1&c=2", True),
        ("http://lamp.example/", True),
        ("javascript:alert(1)", False),
        ("data:text/html,x", False),
        ("https://lamp.example/\nX-EVIL:1", False),
        ("https://[bad", False),
        ("//lamp.example/a", False),
        (None, False),
    ],
)
def test_only_addresses_of_the_web_are_followed(url: str | None, safe: bool) -> None:
    assert web_address(url) == (url if safe else None)


def test_a_link_is_escaped_where_it_stands() -> None:
    reading = next(one for one in SNAPSHOT.readings if one.report.id == quote("lamp", FELL).span.report)
    bad = replace(reading, report=replace(reading.report, url='https://lamp.example/"onmouseover="x'))
    others = tuple(one for one in SNAPSHOT.readings if one is not reading)
    made = json.loads(render_timelinejs(replace(story(entry(DATES[0][0])), readings=(*others, bad))))
    assert 'href="https://lamp.example/&quot;onmouseover=&quot;x"' in made["events"][0]["text"]["text"]


def test_an_all_day_event_ends_before_the_next_day() -> None:
    made = event(entry(Interval(start=date(2031, 5, 3), end=date(2031, 5, 6))))
    assert (made.decoded("dtstart"), made.decoded("dtend")) == (date(2031, 5, 3), date(2031, 5, 6))


def test_a_time_of_day_is_given_in_utc() -> None:
    made = event(entry(Interval(start=AT_NINE, end=AT_NINE + timedelta(minutes=1))))
    assert made.decoded("dtstart") == datetime(2031, 5, 6, 6, 30, tzinfo=UTC)
    assert made.decoded("dtend") == datetime(2031, 5, 6, 6, 31, tzinfo=UTC)


def test_a_time_of_day_without_a_zone_floats() -> None:
    made = event(entry(Interval(start=datetime(2031, 5, 6, 9, 30), end=datetime(2031, 5, 6, 9, 30))))
    assert made.decoded("dtstart") == datetime(2031, 5, 6, 9, 30)
    assert "dtend" not in made  # an end must lie after the start


@pytest.mark.parametrize(
    ("part", "status"), [("planned", "TENTATIVE"), ("happened", "CONFIRMED"), ("background", "CONFIRMED")]
)
def test_what_is_planned_is_tentative(part: str, status: str) -> None:
    assert event(entry(DATES[0][0], part=part))["status"] == status


def test_words_come_back_from_a_calendar_as_they_were() -> None:
    words = "Wall; gate, “weir” \\ and the line: " + "długi tekst o zaporze " * 12
    made = event(entry(DATES[0][0], text=words))
    assert str(made["summary"]) == words.strip()
    assert FELL in str(made["description"])


def test_a_calendar_has_lines_of_75_octets_and_no_property_of_a_report() -> None:
    made = render_ical(story(entry(DATES[0][0], text="Wall\r\nATTENDEE:mailto:a@b.example " + "ü" * 90)))
    lines = made.split("\r\n")
    assert lines[-1] == ""
    assert all(len(line.encode()) <= 75 and "\n" not in line for line in lines)
    assert not any(line.startswith("ATTENDEE") for line in lines)


def test_ids_are_stable_and_unique() -> None:
    one, other = entry(DATES[0][0]), entry(DATES[1][0])
    ids = [str(made["uid"]) for made in Calendar.from_ical(render_ical(story(one, other, one))).walk("VEVENT")]
    assert len(set(ids)) == 3
    more = replace(one, evidence=(*one.evidence, *one.evidence), claims=("c1",))
    assert str(event(more)["uid"]) == ids[0]  # another report of it changes nothing
    assert slide(one)["unique_id"] == ids[0].split("@")[0]


def test_other_dates_are_told() -> None:
    other = OtherDate(when=day(date(2031, 5, 9)), when_text="Friday", evidence=(quote("wick", FELL),), because="told")
    one = replace(entry(DATES[0][0]), other_dates=(other,))
    assert "Also dated 9 May 2031" in str(event(one)["description"])
    assert "Also dated 9 May 2031" in slide(one)["text"]["text"]


def test_an_entry_without_a_beginning_is_in_neither() -> None:
    held = story(entry(Interval(start=None, end=date(2031, 5, 6))))
    assert json.loads(render_timelinejs(held))["events"] == []
    assert not Calendar.from_ical(render_ical(held)).walk("VEVENT")
