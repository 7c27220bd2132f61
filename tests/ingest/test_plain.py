"""Bytes -> Report: encodings, front matter, and what is refused."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standfirst.ingest.plain import LARGEST, read_plain
from standfirst.when import iso

FRONT = """---
outlet: The Harbour Post
headline: 'Bridge closed: what we know'
published: 2031-05-06T16:14
timezone: Pacific/Auckland
retrieved: 2031-05-07
url: https://harbourpost.example/bridge
byline: [Ada Byrne, Tom Rell]
section: news
---
The bridge is closed.
"""


def codes(data: bytes) -> list[str]:
    return [problem.code for problem in read_plain(data, "r")[1]]


def test_front_matter_is_read_and_the_body_is_the_text():
    report, problems = read_plain(FRONT.encode(), "r")
    assert report is not None
    assert report.text == "The bridge is closed.\n"
    assert (report.outlet, report.headline) == ("The Harbour Post", "Bridge closed: what we know")
    assert report.byline == ("Ada Byrne", "Tom Rell")
    assert report.published.value == "2031-05-06T16:14:00+12:00"
    assert report.published.earliest == report.published.latest
    assert iso(report.retrieved.latest) == "2031-05-08T00:00:00+12:00"
    assert problems == ()


@pytest.mark.parametrize(
    ("value", "earliest", "latest"),
    [
        ("2031", "2031-01-01T00:00:00+00:00", "2032-01-01T00:00:00+00:00"),
        ("2031-05", "2031-05-01T00:00:00+00:00", "2031-06-01T00:00:00+00:00"),
        ("2031-05-06", "2031-05-06T00:00:00+00:00", "2031-05-07T00:00:00+00:00"),
        ("2031-05-06 16:14", "2031-05-06T16:14:00+00:00", "2031-05-06T16:14:00+00:00"),
        ("2031-05-06T16:14:30Z", "2031-05-06T16:14:30+00:00", "2031-05-06T16:14:30+00:00"),
        ("2031-05-06T16:14-03:00", "2031-05-06T16:14:00-03:00", "2031-05-06T16:14:00-03:00"),
    ],
)
def test_dates_at_any_precision(value, earliest, latest):
    report, problems = read_plain(f"---\npublished: {value}\n---\nText.".encode(), "r")
    assert report is not None
    assert (iso(report.published.earliest), iso(report.published.latest)) == (earliest, latest)
    assert report.published.basis == "given"
    assert problems == ()


@pytest.mark.parametrize("value", ["2031-02-30", "9999-12-31", "9999", "last Tuesday", "31/05/2031", "0000-00-00"])
def test_a_bad_date_is_a_problem_and_nothing_else_is_lost(value):
    report, problems = read_plain(f"---\npublished: {value}\noutlet: Post\n---\nText.".encode(), "r")
    assert report is not None
    assert report.published.value is None
    assert report.outlet == "Post"
    assert [problem.code for problem in problems] == ["date"]


@pytest.mark.parametrize(
    ("front", "code"),
    [
        ("---\nheadline: one: two: three\n---\nText.", "front-matter"),
        ("---\n- a\n- b\n---\nText.", "front-matter"),
        ("---\noutlet: Post\nText without an end.", "front-matter"),
        ("---\nurl: {a: b}\n---\nText.", "front-matter"),
        ("---\ntimezone: Middle/Nowhere\n---\nText.", "timezone"),
        ("---\nbyline: [[a]]\n---\nText.", "front-matter"),
    ],
)
def test_front_matter_that_cannot_be_read_is_a_problem(front, code):
    report, problems = read_plain(front.encode(), "r")
    assert report is not None
    assert "Text" in report.text
    assert [problem.code for problem in problems] == [code]


def test_malformed_front_matter_is_kept_in_the_text():
    text = "---\nheadline: one: two\n---\nText."
    report, _ = read_plain(text.encode(), "r")
    assert report is not None
    assert report.text == text


@pytest.mark.parametrize(
    ("data", "found"),
    [
        ("“Café”\n".encode(), []),
        (codecs.BOM_UTF8 + "“Café”\n".encode(), []),
        (codecs.BOM_UTF16_LE + "“Café”\n".encode("utf-16-le"), []),
        (codecs.BOM_UTF16_BE + "“Café”\n".encode("utf-16-be"), []),
        ("“Café” it is, and nothing else\n".encode("utf-16-le"), ["encoding"]),
        ("“Café” it is, and nothing else\n".encode("utf-16-be"), ["encoding"]),
        ("“Café”\n".encode("cp1252"), ["encoding"]),
        ("“Café” “Café” “Caf".encode() + b"\xe9", ["encoding"]),
    ],
)
def test_encodings_are_found_or_guessed_with_a_problem(data, found):
    report, _ = read_plain(data, "r")
    assert report is not None
    assert report.text.startswith("“Caf")
    assert codes(data) == found


def test_line_ends_become_one_and_nothing_else_changes():
    report, _ = read_plain("One\r\ntwo\rthree\u00a0 four\n\n".encode(), "r")
    assert report is not None
    assert report.text == "One\ntwo\nthree\u00a0 four\n\n"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty"),
        (b" \n\t\n", "empty"),
        (b"---\noutlet: Post\n---\n", "empty"),
        (b"text\x00text", "binary"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(32)) * 8, "binary"),
        (b"a" * (LARGEST + 1), "too-large"),
    ],
)
def test_what_holds_no_text_is_not_read(data, code):
    report, problems = read_plain(data, "r")
    assert report is None
    assert [problem.code for problem in problems] == [code]


@given(st.binary(max_size=400) | st.text(max_size=200).map(lambda text: ("---\n" + text).encode("utf-8", "ignore")))
def test_any_bytes_can_be_read(data):
    report, problems = read_plain(data, "r")
    assert report is not None or problems
    if report is not None:
        assert "\r" not in report.text


@given(st.text(alphabet="abc:-[]{}&*!|>'\"#%@ \n\t09", max_size=120))
def test_any_front_matter_can_be_read(front):
    report, problems = read_plain(f"---\n{front}\n---\nBody text.".encode(), "r")
    assert report is not None or problems
