"""(headline, text, word, day): the day to which the way of telling puts what has none of its own; None where open."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from standfirst.extract.steps import read_report
from standfirst.model.report import Published, Report
from standfirst.newsroom import snapshot_from
from standfirst.when import day

if TYPE_CHECKING:
    from spacy.language import Language

#: The report is of Friday 14 March 2031.
OUT = Published(
    value="2031-03-14",
    earliest=datetime(2031, 3, 14, tzinfo=UTC),
    latest=datetime(2031, 3, 15, tzinfo=UTC),
    basis="given",
)
CASES = [
    ("The minister has resigned.", "resigned", date(2031, 3, 14)),
    ("The index fell on Thursday. The crown gained two cents.", "gained", date(2031, 3, 13)),
    ("The ferry sank on 2 January. Divers searched the wreck.", "searched", date(2031, 3, 14)),
    ("The ferry had left the port. It sank off Orsey.", "left", None),
    ("The storm that sank two boats has passed.", "sank", None),
    ("Ida Moss, who sank two boats, has fled.", "sank", date(2031, 3, 14)),
    ("The firm will close the plant.", "close", None),
    ("The firm may close the plant.", "close", None),
]
FURTHER = "One. Two men left. Three men left. Four men left. "


@pytest.mark.parametrize(("text", "word", "expected"), CASES, ids=[case[0] for case in CASES])
def test_told_day(nlp: Language, report: Callable[..., Report], text: str, word: str, expected: date | None) -> None:
    made = report(text, published=OUT, timezone="UTC")
    reading = read_report(made, nlp(text))
    event = next(one for one in reading.events if made.words(one.span) == word)
    assert event.when is None
    assert event.told == (day(expected) if expected is not None else None)


def test_what_holds_is_no_news_further_down(nlp: Language, report: Callable[..., Report]) -> None:
    text = FURTHER + "The firm owns ten ships."
    made = report(text, published=OUT, timezone="UTC")
    event = next(one for one in read_report(made, nlp(text)).events if one.lemma == "own")
    assert event.told is None


@given(
    st.datetimes(datetime(1950, 1, 2), datetime(2090, 12, 30)),
    st.sampled_from(["Pacific/Auckland", "America/New_York", "Pacific/Apia", "Europe/London", "Asia/Kathmandu"]),
)
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_it_is_the_day_on_which_the_report_came_out_in_its_own_zone(
    nlp: Language, report: Callable[..., Report], moment: datetime, name: str
) -> None:
    out = moment.replace(tzinfo=ZoneInfo(name))
    minute = timedelta(minutes=1)
    published = Published(value=out.isoformat(), earliest=out, latest=out + minute, basis="given")
    made = report("The minister has resigned.", published=published, timezone=name)
    event = next(one for one in read_report(made, nlp(made.text)).events if one.lemma == "resign")
    crosses = (out + minute - timedelta(microseconds=1)).date() != out.date()
    assert event.told == (None if crosses else day(out.date()))


def test_no_claim_and_no_timeline_has_it(nlp: Language, report: Callable[..., Report]) -> None:
    made = report("The old dam broke near Korva. Nobody was hurt.", published=OUT, timezone="UTC")
    reading = read_report(made, nlp(made.text))
    assert any(one.told is not None for one in reading.events)
    snapshot = snapshot_from([reading])
    assert all(claim.when is None for claim in snapshot.claims)
    assert snapshot.timeline == ()


def test_no_day_without_the_day_of_the_report(nlp: Language, report: Callable[..., Report]) -> None:
    text = "The minister has resigned."
    event = next(one for one in read_report(report(text), nlp(text)).events if one.lemma == "resign")
    assert event.told is None
