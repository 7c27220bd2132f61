"""Which reports are another's text: (texts, copies) pairs."""

from __future__ import annotations

import random

import pytest

from standfirst.extract import blocks, published
from standfirst.link.copies import link_copies, same_address, shared_passages
from standfirst.link.strays import set_strays_aside, stray_reports
from standfirst.model.dating import dated
from standfirst.model.reading import Reading
from standfirst.model.report import UNKNOWN_TIME, Report

WIRE = """The old bridge over the Varn was closed on Monday after an inspector found cracks in two of its piers.

Engineers said the cracks were below the water line and had grown since the spring, when divers last went down.

The bridge carries some 9,000 cars a day between the two halves of the town, according to the council.

Mayor Ines Calder said the ferry would run every ten minutes for as long as the bridge was closed.

Drivers waited for two hours at the landing stage on Monday evening, and some of them turned back."""
OWN = """Harsund awoke to a town cut in two, with schoolchildren rowing across the river in their fathers' boats.

“We have seen this coming for years,” said Olaf Brenn, who sells bread on the north bank and has lost half his trade.

The council met all night. It has asked the state for money, and for soldiers who can lay a floating road.

Nobody could say on Tuesday when the first lorries would cross again, and shops had begun to run out of milk."""


def reading(name: str, text: str, day: str | None = None, **fields: object) -> Reading:
    time = dated(day, None, "given") if day else UNKNOWN_TIME
    report = Report(id=name, text=text, published=time, **fields)  # type: ignore[arg-type]
    return published.run(blocks.run(Reading(report=report)))


def copies(*readings: Reading) -> list[tuple[str, str, str]]:
    return [(copy.report, copy.of, copy.kind) for copy in link_copies(readings)]


def test_two_outlets_with_one_agency_text():
    wire = reading("b-wire", WIRE, "2031-05-05T10:00", outlet="Coast Wire")
    post = reading("a-post", WIRE + "\n\nSign up for our newsletter.", "2031-05-05T12:00", outlet="Harbour Post")
    assert copies(wire, post) == [("a-post", "b-wire", "syndicated")]


def test_two_reports_of_one_event_are_no_copies():
    assert copies(reading("a", WIRE, outlet="Coast Wire"), reading("b", OWN, outlet="Harbour Post")) == []


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("http://www.bay.example/a/", "https://bay.example/a?utm_source=x&fbclid=1#top", True),
        ("http://bay.example/a?id=1", "http://bay.example/a?id=2", False),
        ("http://bay.example/a?b=1&a=2", "http://bay.example/a?a=2&b=1", True),
        ("http://bay.example/a", "http://bay.example/b", False),
        ("http://[bad", "http://[bad", True),
    ],
)
def test_addresses(one, other, same):
    assert (same_address(one) == same_address(other)) is same


def test_one_address_is_a_revision():
    first = reading("b", WIRE, "2031-05-05", outlet="Post", url="http://bay.example/x")
    later = reading("a", OWN, "2031-05-06", outlet="Post", url="http://bay.example/x?utm_source=y")
    assert copies(first, later) == [("a", "b", "revision")]


def test_one_outlet_and_headline_is_a_revision_but_not_under_the_sites_name():
    first = reading("a", WIRE, "2031-05-05", outlet="Post", headline="Bridge closed")
    later = reading("b", OWN, "2031-05-06", outlet="Post", headline="BRIDGE CLOSED!")
    assert copies(first, later) == [("b", "a", "revision")]
    site = [
        reading(name, text, outlet="post.example", headline="The Post Online", url=f"http://post.example/{name}")
        for name, text in (("a", WIRE), ("b", OWN))
    ]
    assert copies(*site) == []
    columns = [
        reading(name, text, outlet="Post", headline="Morning briefing", url=f"http://post.example/{name}")
        for name, text in (("a", WIRE), ("b", OWN))
    ]
    assert copies(*columns) == []


def test_one_outlet_with_nearly_the_same_words_is_a_revision():
    first = reading("a", WIRE, "2031-05-05", outlet="Post", headline="Bridge closed")
    later = reading("b", WIRE + "\n\nIt opened again.", "2031-05-06", outlet="Post", headline="Bridge open")
    assert copies(first, later) == [("b", "a", "revision")]


def test_the_same_text_is_repeated_or_syndicated_by_its_outlet():
    assert copies(reading("a", WIRE), reading("b", WIRE)) == [("b", "a", "repeated")]
    assert copies(reading("a", WIRE, outlet="X"), reading("b", WIRE, outlet="Y")) == [("b", "a", "syndicated")]


def test_chains_end_at_the_first_and_the_order_changes_nothing():
    parts = WIRE.split("\n\n")
    readings = [
        reading("w", WIRE, "2031-05-05T08:00", outlet="Coast Wire"),
        reading("x", "\n\n".join(parts[1:]) + "\n\n" + OWN.split("\n\n")[0], "2031-05-05T09:00", outlet="Post"),
        reading("y", "\n\n".join(parts[2:]) + "\n\n" + OWN.split("\n\n")[0], "2031-05-05T10:00", outlet="Herald"),
    ]
    expected = [("x", "w", "syndicated"), ("y", "w", "syndicated")]
    for seed in range(6):
        random.Random(seed).shuffle(readings)
        assert copies(*readings) == expected


def test_failed_pages_are_not_likened():
    page = "Add a location to your Tweets\n\nWhen you tweet with a location, Twitter stores that location."
    assert copies(reading("a", page, outlet="X"), reading("b", page, outlet="Y")) == []


def test_sentences_that_two_outlets_share():
    one = reading("a", WIRE, outlet="Coast Wire")
    other = reading("b", OWN + "\n\n" + WIRE.split("\n\n")[3].replace("run every", "go every"), outlet="Post")
    shared = shared_passages([other, one])
    assert [(first.report, second.report) for first, second in shared] == [("a", "b")]
    assert one.report.words(shared[0][0]).startswith("Mayor Ines Calder")
    assert shared_passages([one, reading("c", WIRE, outlet="Coast Wire")]) == ()


def test_a_report_of_another_story_is_a_stray():
    told = [
        f"The bridge over the Varn in Harsund stayed closed on day {day}, and the council said that engineers had "
        f"found more cracks in its piers. The ferry carried {day}00 cars across the river. Mayor Ines Calder said "
        f"that the town would ask the state for money. {extra}"
        for day, extra in enumerate(WIRE.split("\n\n"))
    ]
    other = (
        "The national orchestra will tour seven countries next spring with a programme of forgotten symphonies, its "
        "director announced. Tickets for the opening concert sold within an hour. Critics praised last season's "
        "recordings of romantic composers, which won two prizes abroad, and subscriptions have doubled since."
    )
    readings = [reading(f"r{number}", text) for number, text in enumerate([*told, other])]
    assert [name for name, _ in stray_reports(readings)] == ["r5"]
    assert {block.kind for block in set_strays_aside(readings)[5].blocks} == {"unrelated"}
    assert stray_reports(readings[-3:]) == ()
