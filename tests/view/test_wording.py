"""Claims as lines: what is a sentence, who says it, how dates and values read."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standfirst.model.report import UNKNOWN_TIME, Published
from standfirst.view.dates import moment_words, published_words, stretch_words
from standfirst.view.desk import Desk
from standfirst.view.standalone import flaw
from standfirst.view.values import value_words
from standfirst.view.wording import (
    balanced,
    bare,
    listed,
    names_speaker,
    sentence,
    shortened_end,
    shortened_middle,
)
from standfirst.when import Interval, day, month, year
from tests.view.made import SNAPSHOT, claim, told

DESK = Desk.of(SNAPSHOT)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The wall gave way.", "The wall gave way"),
        ("“We will go,”", "We will go"),
        ('"We will go," she said, "by June."', '"We will go," she said, "by June."'),
        ("“We will go", "We will go"),
        ("We will go”", "We will go"),
        ("  two\n lines ", "two lines"),
        ("it goes on ...", "it goes on ..."),
    ],
)
def test_marks_without_partners_and_stops_go(text: str, expected: str) -> None:
    assert bare(text) == expected


@pytest.mark.parametrize(
    ("text", "because"),
    [
        ("of rain", "fewer than four"),
        ("He was seen in the village", "leans"),
        ("Has the wall been repaired by now?", "question"),
        ("a long week of heavy rain", "no verb"),
        ("to sue the whole company", "fragment"),
        ('the wall is "quite safe', "broken"),
        ("The wall is safe for now", None),
        ("This wall is safe for now", "leans"),
        ("The wall was last seen whole on", "breaks off"),
        ("Are missing since the wall gave way", "no subject"),
        ("As fears for the wall have grown", "hangs"),
        ("As fears grew, the wall was watched", None),
        ("What we know about the wall so far", "leans"),
        ("We know that the wall is safe", "speaks of the page"),
        ("the engineer who has looked at the wall", "no verb"),
    ],
)
def test_what_cannot_stand_alone_is_found(text: str, because: str | None) -> None:
    found = flaw(claim("x", text, told("wick", "a week of rain")), DESK)
    assert (because is None and found is None) or (because is not None and found is not None and because in found)


def test_words_that_need_their_cue_take_it_along() -> None:
    asked = told("wick", "sue the company by June", mode="indirect", speaker="e3", cue="vowed to")
    assert sentence(claim("x", "sue the company by June", asked), DESK) == "Sue the company by June"
    pledge = told("wick", "to sue the company by June", mode="indirect", speaker="e3", cue="vowed")
    assert (
        sentence(claim("x", "to sue the company by June", pledge), DESK) == "Abel Roan vowed to sue the company by June"
    )


def test_the_stamp_of_a_passage_is_no_part_of_its_line() -> None:
    assert bare("UPDATE – 3.52pm: The mayor has spoken.") == "The mayor has spoken"
    assert bare("UPDATE 5.10pm: The village is dry") == "The village is dry"
    assert bare("NATO will meet at 5.10pm: a spokesman") == "NATO will meet at 5.10pm: a spokesman"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ('We do not know," he said', '"We do not know," he said'),
        ('he said: "We do not know', 'he said: "We do not know"'),
        ('he said "no" twice', 'he said "no" twice'),
        ('We are sad," he said on Friday"', '"We are sad," he said on Friday'),
    ],
)
def test_lone_quotation_marks_get_their_partner(words: str, expected: str) -> None:
    assert balanced(words) == expected


@pytest.mark.parametrize(
    ("text", "who", "expected"),
    [
        ("Ann Orr vowed to leave", "Ann Orr", True),
        ("Orr vowed to leave", "Ann Orr", True),
        ("The village fears Ann Orr", "Ann Orr", False),
        ("People left", "some people", False),
        ("Officials say they have closed the port", "officials", True),
        ("Officialsville is under water", "officials", False),
    ],
)
def test_a_speaker_is_named_once(text: str, who: str, expected: bool) -> None:
    assert names_speaker(text, who) is expected


@pytest.mark.parametrize(
    ("names", "most", "expected"),
    [
        (["A"], 2, "A"),
        (["A", "B"], 2, "A and B"),
        (["A", "B", "C"], 3, "A, B and C"),
        (list("ABCD"), 3, "A, B and 2 more"),
    ],
)
def test_lists(names: list[str], most: int, expected: str) -> None:
    assert listed(names, most=most) == expected


@given(st.text(max_size=300), st.integers(min_value=20, max_value=200))
def test_what_is_shortened_is_short_and_begins_as_it_did(text: str, longest: int) -> None:
    assert len(shortened_end(text, longest)) <= longest
    middle = shortened_middle(text, longest)
    assert len(middle) <= longest
    assert len(" ".join(text.split())) > longest or middle == " ".join(text.split())


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        (None, ""),
        (Interval(start=None, end=None), ""),
        (day(date(2031, 5, 6)), "6 May 2031"),
        (month(2031, 12), "Dec 2031"),
        (year(2031), "2031"),
        (Interval(start=date(2029, 1, 1), end=date(2032, 1, 1)), "2029–2031"),
        (Interval(start=date(2031, 5, 3), end=date(2031, 5, 6)), "3–5 May 2031"),
        (Interval(start=date(2031, 5, 30), end=date(2031, 6, 3)), "30 May – 2 Jun 2031"),
        (Interval(start=date(2031, 5, 3), end=None), "from 3 May 2031"),
        (Interval(start=None, end=date(2031, 5, 3)), "until 2 May 2031"),
        (Interval(start=None, end=date.min), ""),
        (Interval(start=datetime(2031, 5, 3, 15, 52), end=None), "3 May 2031, 15:52"),
        (day(date(9999, 12, 31)), "from 31 Dec 9999"),
    ],
)
def test_dates_read_as_an_editor_writes_them(when: Interval | None, expected: str) -> None:
    assert stretch_words(when) == expected


def test_moments_carry_their_offset() -> None:
    moment = datetime(2031, 5, 3, 15, 52, tzinfo=timezone(timedelta(hours=-9, minutes=-30)))
    assert moment_words(moment) == "3 May 2031, 15:52 (UTC-9:30)"
    assert moment_words(moment.astimezone(UTC)) == "4 May 2031, 01:22 (UTC)"


def test_a_day_of_publication_is_a_day() -> None:
    start = datetime(2031, 5, 3, tzinfo=UTC)
    whole = Published(value="2031-05-03", earliest=start, latest=start + timedelta(days=1), basis="given")
    assert published_words(whole) == "3 May 2031"
    assert published_words(UNKNOWN_TIME) == ""


@pytest.mark.parametrize(
    ("value", "unit", "expected"),
    [
        ("1200", "person", "1,200"),
        ("27", "km", "27 km"),
        ("40", "percent", "40%"),
        ("2400000", "$", "$2.4 million"),
        ("3000000", "NZD", "3 million NZD"),
        ("1234567", "USD", "1,234,567 USD"),
        ("300", "one_in", "1 in 300"),
        ("2.50", "item", "2.5"),
    ],
)
def test_values_with_their_units(value: str, unit: str, expected: str) -> None:
    assert value_words(Decimal(value), unit) == expected
