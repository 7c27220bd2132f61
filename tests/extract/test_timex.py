"""Time expressions: a table of phrases with anchor and expected value, what is none, and what always holds."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from functools import cache
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

from standfirst.extract.timex import find_timexes
from standfirst.extract.timex.pieces import find_pieces
from standfirst.extract.timex.points import easter, moved, nth_weekday, point_of, week_point
from standfirst.language import load
from standfirst.model.reading import Block, Reading, Timex
from standfirst.model.report import UNKNOWN_TIME, Published, Report

AUCKLAND, NEW_YORK, LONDON = "Pacific/Auckland", "America/New_York", "Europe/London"


@cache
def blank() -> Language:
    return spacy.blank("en")


def on(day: str, zone: str = LONDON) -> Published:
    start = datetime.fromisoformat(day).replace(tzinfo=ZoneInfo(zone))
    step = timedelta(days=1) if len(day) == 10 else timedelta(minutes=1)
    return Published(value=day, earliest=start, latest=start + step, basis="given")


def read(
    text: str, published: Published = UNKNOWN_TIME, zone: str | None = LONDON, *, stamped: bool = False
) -> Reading:
    report = Report(id="r", text=text, published=published, timezone=zone)
    doc = blank()(text)
    whole = report.span(0, len(text)) if text else None
    blocks = (Block(span=whole, kind="body", published=published, stamped=stamped),) if whole else ()
    sentences, start = [], 0
    for mark in [index + 1 for index, letter in enumerate(text) if letter in "|\n"] + [len(text)]:
        if text[start:mark].strip():
            sentences.append(report.span(start, mark))
        start = mark
    return find_timexes(Reading(report=report, published=published, blocks=blocks, sentences=tuple(sentences)), doc)


def found(text: str, day: str | None = "2020-01-08", zone: str = LONDON) -> list[tuple[str, str]]:
    """(words, value) of every expression; "|" ends a sentence."""
    reading = read(text, on(day, zone) if day else UNKNOWN_TIME, zone)
    return [(reading.report.words(timex.span), timex.value) for timex in reading.timexes]


def only(text: str, day: str | None = "2020-01-08", zone: str = LONDON) -> Timex:
    timexes = read(text, on(day, zone) if day else UNKNOWN_TIME, zone).timexes
    assert len(timexes) == 1, [timex.value for timex in timexes]
    return timexes[0]


#: (text, words of the one expression, published, value). 8 January 2020 was a Wednesday.
PHRASES = [
    # calendar dates
    ("The dam broke on January 3.", "January 3", "2020-01-08", "2020-01-03"),
    ("The dam broke on Jan. 3, 2020, at last.", "Jan. 3, 2020", "2020-02-08", "2020-01-03"),
    ("The dam broke on 3 January 2020.", "3 January 2020", "2020-02-08", "2020-01-03"),
    ("The dam broke on the 3rd of January.", "the 3rd of January", "2020-01-08", "2020-01-03"),
    ("The dam broke on 3rd January.", "3rd January", "2020-01-08", "2020-01-03"),
    ("It is dated 2019-11-30 in the log.", "2019-11-30", "2020-01-08", "2019-11-30"),
    ("Filed 03/01/2020 at the port.", "03/01/2020", "2020-01-08", "2020-01-03"),
    ("Filed 3.1.2020 at the port.", "3.1.2020", "2020-01-08", "2020-01-03"),
    ("Filed 25/12/2019 at the port.", "25/12/2019", "2020-01-08", "2019-12-25"),
    ("Filed 25-Dec-2019 at the port.", "25-Dec-2019", "2020-01-08", "2019-12-25"),
    ("They were freed in Dec. 2017.", "Dec. 2017", "2020-01-08", "2017-12"),
    ("They came in July, 2019.", "July, 2019", "2020-01-08", "2019-07"),
    ("They came in the July of 2019.", "July of 2019", "2020-01-08", "2019-07"),
    ("Friday, 3 January 2020, was quiet.", "Friday, 3 January 2020", "2020-01-08", "2020-01-03"),
    ("On Friday, Jan. 3, the dam broke.", "Friday, Jan. 3", "2020-01-08", "2020-01-03"),
    ("It ran dry in 1998.", "1998", "2020-01-08", "1998"),
    ("The 2016 election was close.", "The 2016", "2020-01-08", "2016"),
    ("It has been so since 9/11.", "9/11", "2020-01-08", "2001-09-11"),
    ("It has been so since the Sept. 11 attacks.", "Sept. 11", "2020-01-08", "2001-09-11"),
    ("It was a fashion of the mid-1990s.", "the mid-1990s", "2020-01-08", "199"),
    ("It was a fashion of the 1990s.", "the 1990s", "2020-01-08", "199"),
    ("It was a fashion of the '80s.", "the '80s", "2020-01-08", "198"),
    ("It was a fashion of the nineties.", "the nineties", "2020-01-08", "199"),
    ("It was a fashion in the late 1950s.", "the late 1950s", "2020-01-08", "195"),
    ("A castle of the 12th century stands there.", "the 12th century", "2020-01-08", "11"),
    ("It opened in early 2002.", "early 2002", "2020-01-08", "2002"),
    ("It opened in mid-March.", "mid-March", "2020-04-08", "2020-03"),
    ("He served there 2003-07.", "2003-07", "2020-01-08", "2003/2007"),
    ("It was founded in the year 1450.", "the year 1450", "2020-01-08", "1450"),
    ("He was elected in nineteen ninety-six.", "nineteen ninety-six", "2020-01-08", "1996"),
    # months and days without a year, by where the sentence looks
    ("It opened in March.", "March", "2020-01-08", "2019-03"),
    ("It will open in March.", "March", "2020-01-08", "2020-03"),
    ("It is scheduled to open in March.", "March", "2020-01-08", "2020-03"),
    ("They agreed to meet in June.", "June", "2020-01-08", "2020-06"),
    ("In November, she resigned.", "November", "2020-01-08", "2019-11"),
    ("The bridge closed on December 29.", "December 29", "2020-01-08", "2019-12-29"),
    ("The bridge will close on December 29.", "December 29", "2020-01-08", "2020-12-29"),
    ("The Jan. 14 deadline gave no comfort.", "Jan. 14", "2020-01-08", "2020-01-14"),
    ("They must leave by Feb. 1.", "Feb. 1", "2020-01-08", "2020-02-01"),
    ("It closed last June.", "last June", "2020-01-08", "2019-06"),
    ("It closes next March.", "next March", "2020-01-08", "2020-03"),
    ("It closed in June last year.", "June last year", "2020-01-08", "2019-06"),
    ("It is set for June this year.", "June this year", "2020-01-08", "2020-06"),
    ("It closed in November last year.", "November last year", "2020-01-08", "2018-11".replace("2018", "2019")),
    ("It was signed on Sept. 1 of last year.", "Sept. 1 of last year", "2020-01-08", "2019-09-01"),
    # weekdays
    ("The ferry sank on Friday.", "Friday", "2020-01-08", "2020-01-03"),
    ("The ferry sank on Friday.", "Friday", "2020-01-10", "2020-01-10"),
    ("The ferry sank on Wednesday.", "Wednesday", "2020-01-08", "2020-01-08"),
    ("The ferry sank Monday.", "Monday", "2020-01-08", "2020-01-06"),
    ("The ferry will sail on Friday.", "Friday", "2020-01-08", "2020-01-10"),
    ("Divers plan to search on Friday.", "Friday", "2020-01-08", "2020-01-10"),
    ("The inquest is due to open Monday.", "Monday", "2020-01-08", "2020-01-13"),
    ("It had been due to open Monday.", "Monday", "2020-01-08", "2020-01-06"),
    ("The inquest opens next Friday.", "next Friday", "2020-01-08", "2020-01-10"),
    ("The inquest opened last Wednesday.", "last Wednesday", "2020-01-08", "2020-01-01"),
    ("Tuesday's vote was tied.", "Tuesday", "2020-01-08", "2020-01-07"),
    ("It opens on the first Sunday in March 2021.", "the first Sunday in March 2021", "2020-01-08", "2021-03-07"),
    ("It was found on Tuesday last week.", "Tuesday last week", "2020-01-08", "2019-12-31"),
    ("It opens on Friday of next week.", "Friday of next week", "2020-01-08", "2020-01-17"),
    ("The trial opens Monday.", "Monday", "2020-01-08", "2020-01-13"),
    ("It could end as early as Friday.", "Friday", "2020-01-08", "2020-01-10"),
    ("It was found late on Monday.", "late on Monday", "2020-01-08", "2020-01-06"),
    # days and parts of days
    ("The court sits today.", "today", "2020-01-08", "2020-01-08"),
    ("The court sat yesterday.", "yesterday", "2020-01-08", "2020-01-07"),
    ("The court sits tomorrow.", "tomorrow", "2020-01-08", "2020-01-09"),
    ("The court sat the day before yesterday.", "the day before yesterday", "2020-01-08", "2020-01-06"),
    ("The mayor speaks tonight.", "tonight", "2020-01-08", "2020-01-08TNI"),
    ("The mayor spoke last night.", "last night", "2020-01-08", "2020-01-07TNI"),
    ("The mayor spoke this morning.", "this morning", "2020-01-08", "2020-01-08TMO"),
    ("The mayor spoke yesterday afternoon.", "yesterday afternoon", "2020-01-08", "2020-01-07TAF"),
    ("The mayor spoke Friday evening.", "Friday evening", "2020-01-08", "2020-01-03TEV"),
    ("The mayor spoke on Thursday night.", "Thursday night", "2020-01-08", "2020-01-02TNI"),
    ("Shelling went on overnight.", "overnight", "2020-01-08", "2020-01-07TNI"),
    ("It began on the morning of July 8, 2016.", "the morning of July 8, 2016", "2020-01-08", "2016-07-08TMO"),
    # times of day
    ("It began at 3.52pm.", "3.52pm", "2020-01-08", "2020-01-08T15:52"),
    ("It began at 4:14 p.m. EST, they said.", "4:14 p.m. EST", "2020-01-08", "2020-01-08T16:14"),
    ("It began at 1552 GMT.", "1552 GMT", "2020-01-08", "2020-01-08T15:52Z"),
    ("It began at 5 a.m. Saturday.", "5 a.m. Saturday", "2020-01-08", "2020-01-04T05:00"),
    ("It began on Saturday at 5 a.m. near here.", "Saturday at 5 a.m.", "2020-01-08", "2020-01-04T05:00"),
    ("It began at noon on Monday.", "noon on Monday", "2020-01-08", "2020-01-06T12:00"),
    ("It began at midnight Monday.", "midnight Monday", "2020-01-08", "2020-01-06T24:00"),
    (
        "It began shortly before 9 p.m. Thursday.",
        "shortly before 9 p.m. Thursday",
        "2020-01-08",
        "2020-01-02T21:00",
    ),
    ("It began at 4 in the morning.", "4 in the morning", "2020-01-08", "2020-01-08T04:00"),
    ("It began at six o'clock in the evening.", "six o'clock in the evening", "2020-01-08", "2020-01-08T18:00"),
    ("It began at 13:05.", "13:05", "2020-01-08", "2020-01-08T13:05"),
    # named units at a distance
    ("It opened earlier this week.", "earlier this week", "2020-01-08", "2020-W02"),
    ("It opened earlier in the week.", "earlier in the week", "2020-01-08", "2020-W02"),
    ("It opened last week.", "last week", "2020-01-08", "2020-W01"),
    ("It opens next week.", "next week", "2020-01-08", "2020-W03"),
    ("It opened this month.", "this month", "2020-01-08", "2020-01"),
    ("It opened last month.", "last month", "2020-01-08", "2019-12"),
    ("It opened last year.", "last year", "2020-01-08", "2019"),
    ("It opens later this year.", "later this year", "2020-01-08", "2020"),
    ("It opens early next year.", "early next year", "2020-01-08", "2021"),
    ("It opened over the weekend.", "over the weekend", "2020-01-08", "2020-W01-WE"),
    ("It opens by the end of the month.", "the end of the month", "2020-01-08", "2020-01"),
    ("It opened last autumn.", "last autumn", "2020-01-08", "2019-FA"),
    ("It opened in the summer of 2003.", "the summer of 2003", "2020-01-08", "2003-SU"),
    ("Sales rose in the third quarter of 1984.", "the third quarter of 1984", "2020-01-08", "1984-Q3"),
    ("Sales rose in this year's first quarter.", "this year's first quarter", "2020-05-08", "2020-Q1"),
    ("Sales rose in the fourth quarter.", "the fourth quarter", "2020-02-08", "2019-Q4"),
    ("It grew in the first half of 2019.", "the first half of 2019", "2020-01-08", "2019-H1"),
    ("It opened three weeks ago.", "three weeks ago", "2020-01-08", "2019-W51"),
    ("It opened ten days ago.", "ten days ago", "2020-01-08", "2019-12-29"),
    ("It opened a year ago.", "a year ago", "2020-01-08", "2019"),
    ("It opened two months ago.", "two months ago", "2020-01-08", "2019-11"),
    ("It opens three days from now.", "three days from now", "2020-01-08", "2020-01-11"),
    ("It opened two days after July 4, 2019.", "two days after July 4, 2019", "2020-01-08", "2019-07-06"),
    ("It opened on New Year's Eve.", "New Year's Eve", "2020-01-08", "2019-12-31"),
    ("It opens on Christmas Day.", "Christmas Day", "2020-12-08", "2020-12-25"),
    ("It opened on Easter Sunday 2019.", "Easter Sunday 2019", "2020-01-08", "2019-04-21"),
    # vague, lengths and sets
    ("It has grown in recent years.", "recent years", "2020-01-08", "PXY"),
    ("It will grow in the coming months.", "the coming months", "2020-01-08", "PXM"),
    ("It is now shut.", "now", "2020-01-08", "PRESENT_REF"),
    ("It is currently shut.", "currently", "2020-01-08", "PRESENT_REF"),
    ("It lasted for two hours.", "two hours", "2020-01-08", "PT2H"),
    ("It lasted two and a half years.", "two and a half years", "2020-01-08", "P2Y6M"),
    ("It lasted half an hour.", "half an hour", "2020-01-08", "PT30M"),
    ("It is a three-year term.", "three-year", "2020-01-08", "P3Y"),
    ("It cost more over the next three years.", "over the next three years", "2020-01-08", "P3Y"),
    ("It lasted nearly two decades.", "nearly two decades", "2020-01-08", "P20Y"),
    ("It went on for months.", "months", "2020-01-08", "PXM"),
    ("It sails every Friday.", "every Friday", "2020-01-08", "XXXX-WXX-5"),
    ("It sails on Fridays.", "Fridays", "2020-01-08", "XXXX-WXX-5"),
    ("It sails every two weeks.", "every two weeks", "2020-01-08", "P2W"),
    ("It costs $3 million per year.", "per year", "2020-01-08", "P1Y"),
    ("It earns $3 million a year.", "a year", "2020-01-08", "P1Y"),
    ("It is paid annually.", "annually", "2020-01-08", "P1Y"),
    ("It is paid twice a month.", "twice a month", "2020-01-08", "P1M"),
    # numbers in words, open numbers, and how far back a round one reaches
    ("It stood for two hundred years.", "two hundred years", "2020-01-08", "P200Y"),
    ("It rained for a hundred and fifty days.", "a hundred and fifty days", "2020-01-08", "P150D"),
    ("It fell over several quarters.", "over several quarters", "2020-01-08", "PXQ"),
    ("It was whole months ago.", "months ago", "2020-01-08", "PAST_REF"),
    ("It fell a thousand years ago.", "a thousand years ago", "2020-01-08", "10"),
    ("It took one day.", "one day", "2020-01-08", "P1D"),
    # British and spoken forms
    ("It sat half past three on Monday afternoon.", "half past three on Monday afternoon", "2020-01-08",
     "2020-01-06T15:30"),
    ("It rose ten minutes to noon on Monday.", "ten minutes to noon on Monday", "2020-01-08", "2020-01-06T11:50"),
    ("It began at 10.15 on Tuesday morning.", "10.15 on Tuesday morning", "2020-01-08", "2020-01-07T10:15"),
    ("It opens on Friday week.", "Friday week", "2020-01-08", "2020-01-17"),
    ("It opens a week on Friday.", "a week on Friday", "2020-01-08", "2020-01-17"),
    ("It opens in two weeks' time.", "in two weeks' time", "2020-01-08", "2020-W04"),
    ("It opened the year before last.", "the year before last", "2020-01-08", "2018"),
    ("It burned the night before last.", "the night before last", "2020-01-08", "2020-01-06TNI"),
    ("It opened in spring 2019.", "spring 2019", "2020-01-08", "2019-SP"),
    ("It fell by mid afternoon.", "mid afternoon", "2020-01-08", "XXXX-XX-XXTAF"),
    ("It rose late in the day after a fall.", "late in the day", "2020-01-08", "2020-01-08"),
    # what companies tell of
    ("The loan runs through March.", "March", "2020-01-08", "2020-03"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "day", "value"), PHRASES, ids=[f"{row[1]}@{row[2]}" for row in PHRASES])
def test_phrase(text: str, words: str, day: str, value: str) -> None:
    assert found(text, day) == [(words, value)]


#: Told from the date that the text last spoke of.
NARRATED = [
    ("On January 3 the dam broke.| The following day the town was empty.", ["2020-01-03", "2020-01-04"]),
    ("On January 3 the dam broke.| Two days later help came.", ["2020-01-03", "2020-01-05"]),
    ("On January 3 the dam broke.| The night before, it had rained.", ["2020-01-03", "2020-01-02TNI"]),
    ("The vote was on Monday.| A day earlier they had met.", ["2020-01-06", "2020-01-05"]),
    ("The vote was on Monday.| Later that day they met.", ["2020-01-06", "2020-01-06"]),
    ("It fell in 1989.| The following year it rose.", ["1989", "1990"]),
    ("He fled on January 3.|\nShe fled that night.", ["2020-01-03", "2020-01-03TNI"]),
    ("He fled on January 3.|\nShe hid.|\nThey had met that night.", ["2020-01-03", "2020-01-03TNI"]),
    (
        "It sank on January 1.|\nHe fled on January 3.|\nShe hid.|\nThey had met that night.",
        ["2020-01-01", "2020-01-03", "XXXX-XX-XXTNI"],
    ),
    ("She was calm that day.|", ["XXXX-XX-XX"]),
    ("In March 1992 it sailed.| On Dec. 1 it sank.", ["1992-03", "1992-12-01"]),
    ("It sailed in March 1992.|\nOn Dec. 1 it was sold.", ["1992-03", "2019-12-01"]),
    ("In september the dam broke.|", ["2019-09"]),
    ("The mayor faces a court hearing on Friday.|", ["2020-01-10"]),
    ("She has an election on Sunday to win.|", ["2020-01-12"]),
    ("On 27 October 1994 it sailed.| On 28 October it was seen.", ["1994-10-27", "1994-10-28"]),
    ("It was seen at 9 p.m. Thursday.| Shortly after 1 a.m. it sank.", ["2020-01-02T21:00", "2020-01-03T01:00"]),
    ("Talks will run from Monday to Thursday next week.|", ["2020-01-13", "2020-01-16"]),
    ("It fell at 3 a.m. (0100 GMT) on Sunday, they said.|", ["2020-01-05T03:00", "2020-01-05T01:00Z"]),
    ("It began on Monday, 2 December 2019.| By dawn it was over.", ["2019-12-02", "2019-12-02TMO"]),
    ("The summit is on April 24 and 25.|", ["2020-04-24", "2020-04-25"]),
    ("Shots rang out on Thursday, Jan. 9.| The curfew of Thursday was kept.", ["2020-01-09", "2020-01-09"]),
    ("It lost more in the third quarter.| A year earlier it had gained.", ["2019-Q3", "2018-Q3"]),
    ("For the nine months it lost more.| A year earlier it had gained.", ["P9M", "2019"]),
    ("For the nine months it lost more.| In the year-earlier period it gained.", ["P9M", "P9M"]),
    ("It lost more in the year ended July 2, 2019.|", ["P1Y", "2019-07-02"]),
    ("The fair ran between 3 and 5 January.|", ["2020-01-03", "2020-01-05"]),
    ("The fair ran 3-5 January 2019.|", ["2019-01-03", "2019-01-05"]),
    ("It was open from 9am to 5pm on Tuesday.|", ["2020-01-07T09:00", "2020-01-07T17:00"]),
]


@pytest.mark.parametrize(("text", "values"), NARRATED)
def test_told_from_the_date_last_spoken_of(text: str, values: list[str]) -> None:
    assert [value for _, value in found(text)] == values


def test_a_weekday_in_a_passage_added_later_is_the_one_in_between() -> None:
    given = on("2020-01-07")
    added = Published(value=None, earliest=given.earliest, latest=on("2020-01-09").latest, basis="inferred")
    text = "The mayor said on Wednesday that nobody was hurt."
    report = Report(id="r", text=text, published=given, timezone=LONDON)
    whole = report.span(0, len(text))
    block = Block(span=whole, kind="body", published=added)
    reading = Reading(report=report, published=given, blocks=(block,), sentences=(whole,))
    timex = find_timexes(reading, blank()(text)).timexes[0]
    assert (timex.value, timex.rule) == ("2020-01-08", "weekday-of-addition")


def test_the_date_of_the_page_is_not_told_of() -> None:
    values = [value for _, value in found("Updated Thursday 2 January, 9.15am\nBy noon the fire was out.")]
    assert values == ["2020-01-02T09:15", "2020-01-08T12:00"]


#: Words that look like time and are none.
NONE = [
    "The 62-year-old driver was unhurt.",
    "A driver, aged 40 years, was unhurt.",
    "She is 30 years old.",
    "They may march on the palace.",
    "Mrs. May said nothing.",
    "The second driver was unhurt.",
    "He came in a second car.",
    "They won 3-2 and lost 10-9.",
    "It raised $2016 for charity.",
    "Some 2016 people came.",
    "Flight 1990 was late.",
    "About three-quarters of the crowd left.",
    "Call 555-0172 for help.",
    "Versions 3.16 and 4.14 are out.",
    "A march for peace was held.",
    "The fall of the wall moved him.",
    "She sat at table 12 of the hall.",
    "She wrote for the Sunday Herald.",
    "Traders fear another Black Monday.",
    "Watch: 1:56 Protesters leave the square",
    "He hoped that he would one day sail.",
    "The night the mill burned was cold.",
    "They won 3-2 there.",
]


@pytest.mark.parametrize("text", NONE)
def test_no_time_expression(text: str) -> None:
    assert found(text) == []


def test_the_outlets_place_decides_the_order_of_day_and_month() -> None:
    assert only("Filed 03/04/2019 here.", zone=NEW_YORK).value == "2019-03-04"
    assert only("Filed 03/04/2019 here.", zone=AUCKLAND).value == "2019-04-03"
    assert read("Filed 03/04/2019 here.", on("2020-01-08"), None).timexes[0].when is None


def test_seasons_change_places_in_the_south() -> None:
    north, south = only("It closed last winter."), only("It closed last winter.", zone=AUCKLAND)
    assert north.when is not None
    assert north.when.start == date(2018, 12, 1)
    assert south.when is not None
    assert south.when.start == date(2019, 6, 1)


def test_without_a_day_of_publication_only_dates_that_stand_alone_are_placed() -> None:
    reading = read("On Friday he left; last year, in June 2018, he came.")
    assert [(timex.value, timex.when is None) for timex in reading.timexes] == [
        ("XXXX-WXX-5", True),
        ("XXXX", True),
        ("2018-06", False),
    ]


def test_a_publication_known_to_a_span_places_what_both_its_ends_agree_on() -> None:
    published = Published(
        value=None,
        earliest=datetime(2019, 11, 2, tzinfo=ZoneInfo(LONDON)),
        latest=datetime(2019, 11, 20, tzinfo=ZoneInfo(LONDON)),
        basis="inferred",
    )
    values = [timex.value for timex in read("On Friday, last year and last month.", published).timexes]
    assert values == ["XXXX-WXX-5", "2018", "2019-10"]


def test_an_upper_bound_alone_is_no_anchor() -> None:
    latest = datetime(2019, 11, 20, tzinfo=ZoneInfo(LONDON))
    published = Published(value=None, earliest=None, latest=latest, basis="inferred")
    assert [timex.when for timex in read("He left on Friday.", published).timexes] == [None]


def test_the_civil_day_is_that_of_the_outlets_zone() -> None:
    moment = datetime(2020, 1, 7, 20, 30, tzinfo=ZoneInfo("UTC"))
    published = Published(value=None, earliest=moment, latest=moment + timedelta(minutes=1), basis="metadata")
    assert read("It sank today.", published, AUCKLAND).timexes[0].value == "2020-01-08"
    assert read("It sank today.", published, NEW_YORK).timexes[0].value == "2020-01-07"


def test_a_length_has_a_place_only_where_it_is_tied_to_now() -> None:
    assert only("It lasted two hours.").when is None
    ahead = only("It will cost more over the next three years.").when
    assert ahead is not None
    assert (ahead.start, ahead.end) == (date(2020, 1, 8), date(2023, 1, 8))
    after = read("A day after her meeting on Friday she left.", on("2020-01-08")).timexes
    assert [(timex.type, timex.when is None) for timex in after] == [("DURATION", True), ("DATE", False)]


def test_since_a_year_is_that_year() -> None:
    when = only("They have trained there since 2015.").when
    assert when is not None
    assert (when.start, when.end) == (date(2015, 1, 1), date(2016, 1, 1))


def test_zones_give_instants() -> None:
    local = only("It began at 3.52pm.", zone=AUCKLAND).when
    far = only("It began at 1552 GMT.", zone=AUCKLAND).when
    assert local is not None
    assert local.start == datetime(2020, 1, 8, 15, 52, tzinfo=ZoneInfo(AUCKLAND))
    assert far is not None
    assert isinstance(far.start, datetime)
    assert far.start.utcoffset() == timedelta(0)


def test_an_abbreviation_means_what_the_outlets_clocks_say() -> None:
    here = only("It began at 4 p.m. EST on Jan. 7, 2020.", zone="Australia/Sydney").when
    assert here is not None
    assert isinstance(here.start, datetime)
    assert here.start.utcoffset() in (timedelta(hours=-5), timedelta(hours=10))


def test_a_bare_time_later_than_publication_was_the_day_before() -> None:
    published = on("2020-01-08T10:00")
    assert read("The blast was at 11.30pm.", published).timexes[0].value == "2020-01-07T23:30"
    assert read("The blast was at 9.30am.", published).timexes[0].value == "2020-01-08T09:30"


def test_the_mark_of_an_update_is_when_it_came_out() -> None:
    published = on("2020-01-08T15:52", AUCKLAND)
    timex = read("UPDATE – 3.52pm: The mayor has now spoken.", published, AUCKLAND, stamped=True).timexes[0]
    assert (timex.type, timex.value, timex.rule) == ("TIME", "2020-01-08T15:52", "stamp")


def test_now_in_a_stamped_passage_is_its_minute() -> None:
    published = on("2020-01-08T15:52", AUCKLAND)
    when = read("UPDATE – 3.52pm: The mayor has now spoken.", published, AUCKLAND, stamped=True).timexes[1].when
    assert when is not None
    assert when.start == datetime(2020, 1, 8, 15, 52, tzinfo=ZoneInfo(AUCKLAND))


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("He served from 2003 to 2007.", (date(2003, 1, 1), date(2008, 1, 1))),
        ("He served between March and June 2018.", (date(2018, 3, 1), date(2018, 7, 1))),
        ("He served from December to February 2018.", (date(2017, 12, 1), date(2018, 3, 1))),
        ("He served between March 2019 and June 2019.", (date(2019, 3, 1), date(2019, 7, 1))),
        ("He came in 2003 and 2007.", None),
        ("It is shut Jan. 3–Jan. 5.", (date(2020, 1, 3), date(2020, 1, 6))),
    ],
)
def test_two_ends_of_one_stretch(text: str, ends: tuple[date, date] | None) -> None:
    timexes = read(text, on("2020-01-08")).timexes
    same = timexes[0].when == timexes[1].when
    joined = timexes[0].when if same else None
    assert (joined and (joined.start, joined.end)) == ends


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Profit fell in the fourth quarter ended Sept. 30, 2019.", "2019-Q4"),
        ("Profit fell in the fiscal first quarter.", "2020-Q1"),
    ],
)
def test_a_quarter_of_a_companys_own_year_has_a_name_and_no_place(text: str, value: str) -> None:
    timex = read(text, on("2020-01-08")).timexes[0]
    assert (timex.value, timex.when, timex.rule) == (value, None, "fiscal-quarter")


def test_a_quarter_that_ends_with_the_calendars_has_its_place() -> None:
    timex = read("Profit fell in the third quarter ended Sept. 30.", on("2020-01-08")).timexes[0]
    assert timex.when is not None
    assert timex.when.start == date(2019, 7, 1)


#: Told from an event whose day the report has told: (text, value of the last expression, its rule).
EVENTS = [
    ("The strike began on 3 March. Two days after the strike the ships left.", "2019-03-05", "told-from-event"),
    ("The vote was held on Tuesday. The day after the vote he left.", "2020-01-08", "told-from-event"),
    ("The vote was on Tuesday. The day before the vote he left.", "2020-01-06", "told-from-event"),
    # not told before; told with two days; spoken of, not happening; another event; no day; indefinite
    ("Two days after the strike the ships left.", "P2D", "length"),
    ("The strike began on 3 March. The strike began on 5 March. Two days after the strike they left.", "P2D", "length"),
    ("He denounced the strike on 3 March. Two days after the strike the ships left.", "P2D", "length"),
    ("The strike did not begin on 3 March. Two days after the strike the ships left.", "P2D", "length"),
    ("The vote was held on Tuesday. Two days after the strike the ships left.", "P2D", "length"),
    ("The strike began in March. Two days after the strike the ships left.", "P2D", "length"),
    ("The strike began on 3 March. Two days after a strike the ships left.", "P2D", "length"),
]


@pytest.mark.parametrize(("text", "value", "rule"), EVENTS)
def test_a_distance_from_an_event_whose_day_is_told(text: str, value: str, rule: str) -> None:
    report = Report(id="r", text=text, published=on("2020-01-08"), timezone=LONDON)
    doc = load()(text)
    sentences = tuple(report.span(sent.start_char, sent.end_char) for sent in doc.sents)
    block = Block(span=report.span(0, len(text)), kind="body", published=report.published)
    reading = Reading(report=report, published=report.published, blocks=(block,), sentences=sentences)
    last = find_timexes(reading, doc).timexes[-1]
    assert (last.value, last.rule) == (value, rule)


@given(
    st.datetimes(datetime(1, 1, 1), datetime(9999, 12, 31), timezones=st.sampled_from([ZoneInfo(AUCKLAND), None])),
    st.integers(0, 40),
)
@settings(max_examples=60, deadline=None)
def test_any_moment_of_publication_can_be_read_from(moment: datetime, days: int) -> None:
    try:
        latest = moment + timedelta(days=days)
    except OverflowError:
        latest = moment
    published = Published(value=None, earliest=moment, latest=latest, basis="metadata")
    text = "UPDATE 3.52pm: It sank at 4pm EST on Friday, last night, in March, now, overnight and next summer."
    for zone in (AUCKLAND, NEW_YORK, None):
        assert read(text, published, zone, stamped=True).timexes


def test_it_says_how_it_was_reckoned() -> None:
    timex = only("The ferry sank on Friday.")
    assert (timex.rule, timex.anchor) == ("weekday-looking-back", "2020-01-08")


def test_no_break_spaces_and_curly_marks_are_read_as_plain() -> None:
    assert found("It sank on January\u00a03, at six o’clock in the evening.")[0] == (
        "January\u00a03, at six o’clock in the evening",
        "2020-01-03T18:00",
    )


@pytest.mark.parametrize("text", ["", "\0", "Mon 99:99 32 January 0000", "in 9999, every year", "'" * 2000])
def test_odd_text_is_read_without_fault(text: str) -> None:
    read(text, on("2020-01-08"))


@pytest.mark.parametrize("day", ["0001-01-02", "9999-12-30"])
def test_the_ends_of_the_calendar(day: str) -> None:
    text = "Last year, next year, next week, on Friday, in March, ten years ago, tomorrow, overnight, over the weekend."
    moment = datetime.fromisoformat(day)
    published = Published(value=day, earliest=moment, latest=moment + timedelta(hours=23), basis="given")
    assert len(read(text, published, None).timexes) == 9


@given(st.text(alphabet="0123456789 -/:.,'amp\nJan Friday last week the of 3rd second ago", max_size=80))
@settings(max_examples=200, deadline=None)
def test_any_text_gives_expressions_in_order_that_never_overlap(text: str) -> None:
    timexes = read(text, on("2020-01-08")).timexes
    for one, other in pairwise(timexes):
        assert one.span.end <= other.span.start


@given(st.dates(date(1990, 1, 1), date(2060, 12, 31)))
def test_a_weekday_that_looks_back_is_within_the_week_up_to_publication(day: date) -> None:
    for name, number in (("Monday", 1), ("Thursday", 4), ("Sunday", 7)):
        when = only(f"The ferry sank on {name}.", day.isoformat()).when
        assert when is not None
        assert isinstance(when.start, date)
        assert when.start.isoweekday() == number
        assert 0 <= (day - when.start).days < 7


@given(st.dates(date(1990, 1, 1), date(2060, 12, 31)))
def test_a_day_of_the_year_that_looks_back_is_a_real_day_not_far_ahead(day: date) -> None:
    timex = only("The ferry sank on February 29.", day.isoformat())
    if timex.when is None:
        assert timex.value == "XXXX-02-29"
    else:
        assert (timex.when.start.month, timex.when.start.day) == (2, 29)  # type: ignore[union-attr]


@given(st.dates(date(2, 1, 1), date(9998, 1, 1)), st.sampled_from(["day", "week", "month", "quarter", "year"]))
def test_one_on_and_one_back_is_the_same_stretch(day: date, unit: str) -> None:
    point = point_of(unit, day)
    assert point is not None
    assert point.start <= day
    assert point.end is not None
    assert day < point.end
    following = moved(point, 1)
    assert following is not None
    assert following.start == point.end
    assert moved(following, -1) == point


@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)))
def test_weeks_begin_on_monday_and_bear_their_iso_number(day: date) -> None:
    week = week_point(day)
    assert week is not None
    assert week.start.isoweekday() == 1
    year, number, _ = day.isocalendar()
    assert week.value == f"{year}-W{number:02}"


@given(st.dates(date(2019, 1, 1), date(2022, 12, 31)), st.integers(0, 23))
def test_any_hour_of_any_day_is_an_instant_even_where_clocks_change(day: date, hour: int) -> None:
    timex = only(f"It began at {hour:02}:30 GMT.", day.isoformat(), AUCKLAND)
    assert timex.when is not None
    local = read(f"It began at {hour:02}.30 local time.", on(day.isoformat(), AUCKLAND), AUCKLAND)
    assert local.timexes[0].when is not None


def test_known_feasts() -> None:
    assert [easter(year) for year in (2019, 2024, 2025, 2038)] == [
        date(2019, 4, 21),
        date(2024, 3, 31),
        date(2025, 4, 20),
        date(2038, 4, 25),
    ]
    assert nth_weekday(2016, 11, 4, 4) == date(2016, 11, 24)
    assert nth_weekday(2020, 5, -1, 1) == date(2020, 5, 25)


def test_a_long_line_is_read_in_linear_time() -> None:
    assert find_pieces("the about more than 12 " * 5_000) == []
    assert len(find_pieces("March" + " " * 200_000 + "3, 1998")) == 1
