"""Several tellings of one event are one entry, with every date that is claimed; what is unlike stays apart."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from standfirst.model.linked import EventKey
from standfirst.model.snapshot import Entry
from standfirst.view.brief import brief_of
from standfirst.view.gathered import Telling, gathered
from standfirst.when import Interval, day
from tests.view.made import SNAPSHOT, TUESDAY, claim, quote, told

FELL = "The upper wall of the Orrow dam gave way on Tuesday"
BUILT = "The dam was built in 1962"


def telling(text: str, *claims: str, when: Interval = TUESDAY, place: tuple[str, str] = ("lamp", FELL),
            noun: bool = False, part: str = "happened") -> Telling:  # fmt: skip
    entry = Entry(
        when=when, when_text="Tuesday", text=text, claims=claims, evidence=(quote(*place),), part=part,
        because="so that there is one",
    )  # fmt: skip
    return Telling(entry=entry, noun=noun)


OTHER = ("wick", "The upper wall of the Orrow dam gave way on Tuesday")
DIES = EventKey(lemma="die", cls="DIE", polarity="positive", agents=("e1",))
FRIDAY = day(date(2031, 5, 9))


def test_the_same_words_at_the_same_time_are_one_entry() -> None:
    (one,) = gathered([telling(FELL), telling(f"{FELL} morning", place=OTHER)], ())
    assert {item.span.report for item in one.evidence} == {
        quote(*place).span.report for place in (("lamp", FELL), OTHER)
    }


def test_the_same_words_on_another_day_are_two() -> None:
    assert len(gathered([telling(FELL), telling(FELL, when=FRIDAY, place=OTHER)], ())) == 2


def test_other_words_on_the_same_day_are_two() -> None:
    assert len(gathered([telling(FELL), telling("The mayor closed the school", place=OTHER)], ())) == 2


def test_a_noun_phrase_joins_the_clause_that_tells_it() -> None:
    (one,) = gathered([telling("The Orrow dam wall", noun=True, place=OTHER), telling(FELL)], ())
    assert one.text == FELL


def test_a_line_with_two_dates_stands_once_at_the_finer() -> None:
    may = Interval(start=date(2031, 5, 1), end=date(2031, 6, 1))
    (one,) = gathered([telling(FELL, when=may), telling(FELL)], ())
    assert (one.when, one.other_dates) == (TUESDAY, ())


def test_a_line_with_two_days_stands_twice() -> None:
    assert len(gathered([telling(FELL), telling(FELL, when=FRIDAY)], ())) == 2


def test_what_is_planned_does_not_join_what_happened() -> None:
    assert len(gathered([telling(FELL), telling(FELL, place=OTHER, part="planned")], ())) == 2


def test_the_finer_time_of_a_day_stands() -> None:
    nine = Interval(start=datetime(2031, 5, 6, 9, 0), end=datetime(2031, 5, 6, 9, 1))
    same = claim("c1", FELL, told("lamp", FELL), told(*OTHER))
    (one,) = gathered([telling(FELL, "c1"), telling(FELL, "c1", when=nine, place=OTHER)], (same,))
    assert one.when == nine


def test_two_dates_of_one_death_are_told_in_one_entry() -> None:
    first = replace(claim("c1", FELL, told("lamp", FELL)), event=DIES)
    second = replace(claim("c2", FELL, told(*OTHER)), event=DIES)
    tellings = [telling("Ann Orr died", "c1"), telling("Ann Orr had died", "c2", when=FRIDAY, place=OTHER)]
    (one,) = gathered(tellings, (first, second))
    assert [str(date_.when.start) for date_ in one.other_dates] == ["2031-05-09"]
    assert gathered(tellings[::-1], (second, first)) == [one]  # the order of reading changes nothing
    page = brief_of(replace(SNAPSHOT, timeline=(one,)), full=True)
    assert page.timeline[0].text.endswith("(also dated 9 May 2031)")


def test_deaths_of_two_people_stay_apart() -> None:
    first = replace(claim("c1", FELL, told("lamp", FELL)), event=DIES)
    second = replace(claim("c2", FELL, told(*OTHER)), event=replace(DIES, agents=("e2",)))
    tellings = [telling("Ann Orr died", "c1"), telling("Bo Orr had died", "c2", when=FRIDAY, place=OTHER)]
    assert len(gathered(tellings, (first, second))) == 2
