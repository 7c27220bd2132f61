"""When a report and its passages came out: (page, time) pairs."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standfirst.extract import blocks, credits, published
from standfirst.extract.dates import url_time
from standfirst.model.dating import dated
from standfirst.model.reading import Reading
from standfirst.model.report import Published, Report
from standfirst.when import iso, zone


def read(text: str, **fields: object) -> Reading:
    where = zone(str(fields["timezone"])) if "timezone" in fields else None
    for key in ("published", "updated", "retrieved"):
        if key in fields:
            fields[key] = dated(str(fields[key]), where, "given")
    report = Report(id="r", text=text, **fields)  # type: ignore[arg-type]
    return credits.run(published.run(blocks.run(Reading(report=report))))


def ends(time: Published) -> tuple[str | None, str | None, str]:
    return iso(time.earliest), iso(time.latest), time.basis


LEAD = "The bridge over the Varn was closed on Monday, the council said."


def test_what_is_given_stands():
    reading = read(LEAD + "\n\nPublished May 9, 2031", published="2031-05-06T16:14", timezone="Pacific/Auckland")
    assert reading.published.value == "2031-05-06T16:14:00+12:00"
    assert reading.published.basis == "given"


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("Published January 6, 2031", "2031-01-06"),
        ("Last updated: Friday 11 October 2030, 6.15pm", "2030-10-11T18:15:00+03:00"),
        ("The Harbour Post: Nov. 17, 2030", "2030-11-17"),
        ("January 3, 2031 7:18 PM", "2031-01-03T19:18:00+03:00"),
        ("Posted 3 May 2031 by Ada Byrne", "2031-05-03"),
    ],
)
def test_a_line_of_the_page_dates_it(line, value):
    for text in (f"{line}\n\n{LEAD}\n\n{LEAD}", f"{LEAD}\n\n{line}"):
        time = read(text, headline="Bridge closed", timezone="Etc/GMT-3").published
        assert (time.value, time.basis) == (value, "text")


def test_a_dateline_with_its_year_dates_the_report():
    assert read(f"HARSUND, 5 May 2031 (AFP) - {LEAD}").published.value == "2031-05-05"


@pytest.mark.parametrize(
    ("url", "value"),
    [
        ("http://bay.example/2031/05/06/bridge", "2031-05-06"),
        ("http://bay.example/get.pl?nn20310506a1.htm", "2031-05-06"),
        ("http://bay.example/2031/may/06/bridge", "2031-05-06"),
        ("http://bay.example/2031/05/bridge", "2031-05"),
        ("http://bay.example/2031/bridge", "2031"),
        ("https://twitter.com/bay/status/817454063814066176", "2017-01-06T19:33:31+00:00"),
        ("http://bay.example/story/266881573", None),
        ("http://bay.example/20319999/x", None),
    ],
)
def test_an_address_dates_the_report(url, value):
    assert url_time(url) == value
    time = read(LEAD, url=url).published
    assert (time.value, time.basis) == ((value, "metadata") if value else (None, "unknown"))


def test_the_day_of_the_copy_only_bounds():
    time = read(LEAD, retrieved="2031-05-07").published
    assert (time.value, *ends(time)) == (None, None, "2031-05-08T00:00:00+00:00", "inferred")


def test_a_date_after_the_copy_was_taken_is_not_believed():
    time = read(LEAD + "\n\nPublished May 9, 2031", retrieved="2031-05-07").published
    assert time.value is None


def test_a_past_date_in_the_text_bounds_from_below_and_a_future_one_does_not():
    text = "The bridge was finished on 4 March 1974. It will be rebuilt by 5 June 2032."
    assert ends(read(text).published) == ("1974-03-04T00:00:00+00:00", None, "inferred")


def test_a_text_without_years_has_no_time():
    time = read("On January 3 the bridge was closed. It was opened in June last year.").published
    assert (time.value, *ends(time)) == (None, None, None, "unknown")


UPDATED = "\n\n".join(
    ["What is closed?", LEAD, "UPDATE – 3.52pm: The ferry is full.", "“It is full,” he said.", "When will it open?",
     "It is not known when the bridge opens.", "UPDATE 4.14pm: The ferry has stopped."]
)  # fmt: skip


def test_stamped_passages_have_their_minute_and_the_rest_was_out_before_the_first():
    reading = read(UPDATED, published="2031-05-06T16:14", timezone="Pacific/Auckland")
    times = [(block.stamped, iso(block.published.latest)) for block in reading.blocks]
    first, second = "2031-05-06T15:52:00+12:00", "2031-05-06T16:14:00+12:00"
    assert times == [
        (False, first), (False, first), (True, first), (True, first), (False, first), (False, first), (True, second)
    ]  # fmt: skip
    assert ends(reading.blocks[1].published) == ("2031-05-06T00:00:00+12:00", first, "inferred")
    assert reading.published.value == "2031-05-06T16:14:00+12:00"


@pytest.mark.parametrize(
    ("stamp", "given", "moment"),
    [
        ("UPDATE – 3.52pm:", "2031-05-06", "2031-05-06T15:52:00+12:00"),
        ("UPDATE – 11.30pm:", "2031-05-06T00:20", "2031-05-05T23:30:00+12:00"),
        ("UPDATE – 14:10:", "2031-05-06T09:40", "2031-05-06T14:10:00+12:00"),
        ("UPDATE, 5 May, 3.52pm:", "2031-05-06", "2031-05-05T15:52:00+12:00"),
        ("Monday 11:30 p.m. UPDATE:", "2031-05-06", "2031-05-05T23:30:00+12:00"),
        ("UPDATE, 31 Dec, 3.52pm:", "2031-01-01", "2030-12-31T15:52:00+12:00"),
        ("Updated at 03:52 GMT:", "2031-05-06T16:14", "2031-05-06T03:52:00+00:00"),
    ],
)
def test_the_day_of_a_stamp(stamp, given, moment):
    reading = read(f"{LEAD}\n\n{LEAD[:20]} to all.\n\n{stamp} It is open.", published=given, timezone="Etc/GMT-12")
    stamped = [block for block in reading.blocks if block.stamped]
    assert [iso(block.published.latest) for block in stamped] == [moment]


def test_stamps_without_a_day_are_not_placed():
    reading = read(UPDATED)
    assert all(block.published.basis == "unknown" for block in reading.blocks)
    assert any(block.stamped for block in reading.blocks)


def test_a_report_that_was_updated_is_out_as_it_stands_only_then():
    reading = read(LEAD, published="2031-05-06T10:00", updated="2031-05-08T09:15", timezone="Etc/GMT-3")
    assert ends(reading.blocks[0].published)[1:] == ("2031-05-08T09:15:00+03:00", "inferred")
    assert ends(reading.published)[1:] == ("2031-05-06T10:00:00+03:00", "given")


def test_a_report_that_dates_itself_later_is_out_as_it_stands_only_then():
    text = "Cars wait at the ferry. (Published Wednesday, May 7, 2031)\n\n" + LEAD
    reading = read(text, published="2031-05-06")
    assert {iso(block.published.latest) for block in reading.blocks} == {"2031-05-08T00:00:00+00:00"}


def test_a_statement_of_a_later_weekday_is_out_only_after_it():
    text = (
        "One of the men who drowned in the harbour on Friday came from Harsund.\n\n"
        "The shipyard said in a statement on Monday that he had worked there.\n\n"
        "He was a good man, and we will miss him.”\n\nNo one knows why the boat turned over."
    )
    reading = read(text, published="2031-05-09")
    latest = [iso(block.published.latest) for block in reading.blocks]
    friday, monday = "2031-05-10T00:00:00+00:00", "2031-05-13T00:00:00+00:00"
    assert latest == [friday, monday, monday, friday]


def test_what_still_went_on_on_a_later_weekday_is_out_only_after_it():
    text = (
        "Two men drowned in the harbour on Friday.\n\nDivers were still searching for a third man Saturday morning.\n\n"
        "The captain was questioned Saturday."
    )
    reading = read(text, published="2031-05-09")
    latest = [iso(block.published.latest) for block in reading.blocks]
    friday, saturday = "2031-05-10T00:00:00+00:00", "2031-05-11T00:00:00+00:00"
    assert latest == [friday, saturday, friday]


@pytest.mark.parametrize(
    ("text", "outlet", "origins"),
    [
        (f"HARSUND (AP) — {LEAD}", "baytv.example", ("Associated Press",)),
        (f"HARSUND (BAYTV) — {LEAD}", "baytv.example", ()),
        (f"HARSUND (BayNewsTV) — {LEAD}", "news.baytv.example", ()),
        (f"HARSUND (WBAY) — {LEAD}", "news12.example", ()),
        (f"HARSUND (CBS Harsund) — {LEAD}", "harsund.cbslocal.example", ()),
        (f"HARSUND (Coast Wire) – {LEAD}", "Harbour Post", ("Coast Wire",)),
        (f"HARSUND, May 5 (Reuters) - {LEAD}", "reuters.com", ()),
        (f"PARIS (AFP/Reuters) - {LEAD}", None, ("Agence France-Presse", "Reuters")),
        (f"{LEAD}\n\nSource: Coast Wire", "Harbour Post", ("Coast Wire",)),
        (f"{LEAD}\n\nWith News Wire Services", "Harbour Post", ("news agencies",)),
        (f"{LEAD}\n\nThe Associated Press contributed to this report.", "Harbour Post", ("Associated Press",)),
        (f"{LEAD}\n\nCopyright Associated Press / BayTV", "BayTV", ("Associated Press",)),
        (f"{LEAD}\n\nCoast Wire, with Harbour Post staff", "Harbour Post", ("Coast Wire",)),
        (f"Cars wait at the ferry. (Photo: Ada Byrne/AP)\n\n{LEAD}", "Harbour Post", ()),
        (f"Cars wait at the ferry. (Ada Byrne/Reuters)\n\n{LEAD}", "Harbour Post", ()),
        (f"{LEAD}\n\nMAP: Where the ferry lands", "Harbour Post", ()),
        (f"By ADA BYRNE, Associated Press\n\n{LEAD}", "Harbour Post", ("Associated Press",)),
        (f"{LEAD} The mayor told the Associated Press that it was old.", "Harbour Post", ()),
    ],
)
def test_origins_of_the_whole_report(text, outlet, origins):
    assert read(text, outlet=outlet).origins == origins


@given(
    st.text(alphabet="UPDATE 0123456789:.apm-–\nJan,[]()GMT", max_size=120),
    st.sampled_from([None, "2031-05-06", "0001"]),
)
def test_any_text_can_be_dated(text, given_date):
    fields = {"published": given_date} if given_date else {}
    reading = read(text, **fields)
    for block in reading.blocks:
        if block.published.earliest is not None and block.published.latest is not None:
            assert block.published.earliest <= block.published.latest


def test_nothing_is_out_before_the_report_can_be():
    reading = read(UPDATED, published="2031-05-06")
    assert not any(block.published.by(datetime(2031, 5, 6, tzinfo=UTC)) for block in reading.blocks)


def between(text: str, **fields: object) -> tuple[str | None, str | None, str]:
    return ends(read(text, **fields).published)


#: What the words say of the time of writing, with a span that is known otherwise: (words, retrieved, earliest, latest).
BOUNDS = [
    # a weekday with its day fits one year only: 3 May 2030 is a Friday
    ("It was opened on 1 June 2028.\n\nIt was shut on Friday, 3 May.", "2030-12-31", "2030-05-03", "2031-01-01"),
    ("It was opened on 1 June 2028.\n\nIt was shut on Friday, May 3.", "2030-12-31", "2030-05-03", "2031-01-01"),
    # what is to come by a month of this year is not over
    ("It was opened on 5 May 2030.\n\nIt is due to shut in June this year.", "2030-12-31", "2030-05-05", "2030-07-01"),
    ("It was opened on 5 May 2030.\n\nIt was shut in June this year.", "2030-12-31", "2030-06-01", "2031-01-01"),
    # a day without its year says nothing, nor does one that looks ahead
    ("It was opened on 5 May 2030.\n\nIt was shut on 3 June.", "2030-12-31", "2030-05-05", "2031-01-01"),
    ("It was opened on 5 May 2030.\n\nIt will shut on Friday, 3 May.", "2030-12-31", "2030-05-05", "2031-01-01"),
    # 4 May 2030 is no Friday, nor is any in the span: the words contradict it and say nothing
    ("It was opened on 5 May 2030.\n\nIt was shut on Friday, 4 May.", "2030-12-31", "2030-05-05", "2031-01-01"),
]


@pytest.mark.parametrize(("text", "retrieved", "earliest", "latest"), BOUNDS)
def test_words_without_a_year_narrow_a_span(text, retrieved, earliest, latest):
    found = between(f"{LEAD}\n\n{text}", retrieved=retrieved)
    assert found == (f"{earliest}T00:00:00+00:00", f"{latest}T00:00:00+00:00", "inferred")


def test_bounds_are_never_a_value():
    for text, retrieved, _, _ in BOUNDS:
        assert read(f"{LEAD}\n\n{text}", retrieved=retrieved).published.value is None


@pytest.mark.parametrize(
    ("retrieved", "latest"),
    [
        ("2031-05-07", "2031-05-07T16:14:00+12:00"),
        ("2031-05-07T18:00", "2031-05-07T16:14:00+12:00"),
        ("2031-05-07T09:00", "2031-05-06T16:14:00+12:00"),
    ],
)
def test_a_time_of_update_without_its_day_is_a_bound(retrieved, latest):
    text = f"Last updated 4.14pm\n\n{LEAD}\n\n{LEAD}"
    assert between(text, retrieved=retrieved, timezone="Etc/GMT-12") == (None, latest, "inferred")


def test_a_time_of_update_alone_is_none():
    assert between(f"Last updated 4.14pm\n\n{LEAD}", timezone="Etc/GMT-12") == (None, None, "unknown")


def test_an_address_of_a_year_is_narrowed_by_what_is_past():
    text = f"{LEAD} It was opened on 4 March 2031."
    time = read(text, url="http://bay.example/2031/bridge").published
    assert (time.value, *ends(time)) == ("2031", "2031-03-04T00:00:00+00:00", "2032-01-01T00:00:00+00:00", "metadata")


NIGHT = ["UPDATE – 9.10pm: The bridge is shut.", "UPDATE – 11.50pm: A boat is lost.", "UPDATE – 12.20am: It is found."]


@pytest.mark.parametrize("newest_first", [False, True])
def test_a_page_that_goes_on_past_midnight(newest_first):
    stamps = NIGHT[::-1] if newest_first else NIGHT
    reading = read("\n\n".join([LEAD, *stamps]), published="2031-05-06", timezone="Etc/GMT-12")
    moments = sorted(iso(block.published.latest) for block in reading.blocks if block.stamped)
    assert moments == ["2031-05-06T21:10:00+12:00", "2031-05-06T23:50:00+12:00", "2031-05-07T00:20:00+12:00"]


def test_stamps_in_no_order_stay_on_their_day():
    stamps = ["UPDATE – 3.52pm: It is shut.", "UPDATE – 2.10pm: It is full.", "UPDATE – 4.14pm: It is open."]
    reading = read("\n\n".join([LEAD, *stamps]), published="2031-05-06", timezone="Etc/GMT-12")
    assert {block.published.latest.day for block in reading.blocks if block.stamped} == {6}


def test_two_stamps_do_not_tell_their_order():
    reading = read("\n\n".join([LEAD, NIGHT[2], NIGHT[0]]), published="2031-05-06", timezone="Etc/GMT-12")
    moments = [iso(block.published.latest) for block in reading.blocks if block.stamped]
    assert moments == ["2031-05-06T00:20:00+12:00", "2031-05-06T21:10:00+12:00"]


@given(
    st.permutations(range(6)).map(lambda order: order[:4]),
    st.datetimes(datetime(2020, 1, 1), datetime(2040, 1, 1)),
    st.sampled_from(["Pacific/Auckland", "America/New_York", "Europe/London", None]),
)
def test_bounds_hold_the_true_time(places, truth, where):
    """A report whose words are all true of the time of writing is dated to a span that holds it."""
    day = truth.date()
    past = [day - timedelta(days=days) for days in (1, 40, 200)]
    weekdays = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
    months = "January February March April May June July August September October November December".split()
    said = [
        f"The mill was shut on {past[0].day} {months[past[0].month - 1]} {past[0].year}.",
        f"The quay was shut on {weekdays[past[1].weekday()]}, {past[1].day} {months[past[1].month - 1]}.",
        f"The pier was shut on {weekdays[past[2].weekday()]}, {months[past[2].month - 1]} {past[2].day}.",
        f"The road is due to open in {months[day.month - 1]} this year.",
        f"The dam was opened in {months[day.month - 1]} this year.",
        "The bank was opened in 1974.",
    ]
    text = "\n\n".join([LEAD, *(said[place] for place in places)])
    fields = {"timezone": where} if where else {}
    found = read(text, retrieved=(day + timedelta(days=60)).isoformat(), **fields).published
    moment = truth.replace(tzinfo=zone(where) or UTC)
    assert found.earliest is None or found.earliest <= moment
    assert found.latest is not None
    assert moment <= found.latest
