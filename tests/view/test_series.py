"""Values in words and figures as marks: nothing is printed that no report states; what repeats is one mark."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from standfirst.model.linked import Compatible, Grounds, Point
from standfirst.model.report import Published
from standfirst.view.series import course_of, series_of, stating, told_line
from standfirst.view.values import is_money, point_words, value_words
from standfirst.when import day
from tests.view.figures import ALL, CLASH, PLAN, TOLL, figure, out, point

# (value with its ends, words, bound, unit, how it is printed)
PRINTED = [
    ("14", "Fourteen", "exact", "person", "14"),
    ("7..", "At least seven", "at_least", "person", "at least 7"),
    ("..25", "up to 25", "at_most", "item", "at most 25"),
    ("12..99", "Dozens", "about", "person", "dozens"),
    ("20..99", "at least  scores", "at_least", "person", "at least scores"),
    ("5..6", "five to six", "about", "item", "5 to 6"),
    ("4000000..6000000", "$4-6 million", "about", "$", "$4 million to $6 million"),
    ("15..20", "15-20 km", "about", "km", "15 to 20 km"),
    ("0.6667", "two-thirds", "exact", "item", "two-thirds"),
    ("0.5", "0.5", "exact", "percent", "0.5%"),
    ("0", "No one", "exact", "person", "none"),
    ("0", "zero", "exact", "person", "0"),
    ("38", "38C", "exact", "C", "38°C"),
    ("6.2", "magnitude 6.2", "exact", "magnitude", "magnitude 6.2"),
    ("30000", "30,000 pesos", "exact", "MXN", "30,000 MXN"),
    ("600000000", "600 million", "exact", "EGP", "600 million EGP"),
]


@pytest.mark.parametrize(("value", "words", "bound", "unit", "printed"), PRINTED, ids=[case[1] for case in PRINTED])
def test_a_value_is_printed_as_it_is_stated(value: str, words: str, bound: str, unit: str, printed: str) -> None:
    assert point_words(point("p", value, f"It was {words}.", words, bound=bound), unit) == printed


def test_about_has_ends_that_nobody_states() -> None:
    about = point("p", "50", "About 50 left.", "About 50", bound="about", low=Decimal(45), high=Decimal(55))
    assert point_words(about, "person") == "about 50"


def test_money_is_known_by_its_code() -> None:
    assert all(is_money(unit) for unit in ("$", "USD", "MXN", "£", "peso"))
    assert not any(is_money(unit) for unit in ("km", "person", "percent", "one_in"))
    assert value_words(Decimal(2500000), "CHF") == "2.5 million CHF"


def test_marks_are_in_order_and_what_repeats_is_one() -> None:
    series = series_of(TOLL, "people missing")
    assert [(mark.label, mark.kind) for mark in series.marks] == [
        ("3", "superseded"),
        ("at least 7", "superseded"),
        ("dozens", "superseded"),
        ("14", "current"),
    ]
    last = series.marks[-1]
    assert [quote.text for quote in last.quotes] == ["Fourteen people are missing.", "Police have 14 people missing."]
    assert (last.at, last.day) == (out(10).earliest, "10 May 2031")
    assert series.what == "People missing"
    assert series.moves


def test_the_kinds_of_marks() -> None:
    found = {mark.label: (mark.kind, mark.standing, mark.single) for mark in series_of(PLAN, "passengers").marks}
    assert found == {
        "240": ("limit", "a limit", True),
        "180": ("plan", "planned", True),
        "200 to 220": ("plan", "asked for", False),
    }
    corrected = figure(point("p", "9", "Nine died.", "Nine", status="corrected"), counts="people killed")
    assert [mark.kind for mark in series_of(corrected, "x").marks] == ["corrected"]


def test_a_clash_joins_its_marks_with_the_reason() -> None:
    series = series_of(CLASH, "people aboard")
    assert [(clash.one, clash.other, clash.because) for clash in series.clashes] == [("p1", "p2", "both cannot be so")]
    assert {mark.kind for mark in series.marks} == {"conflict"}


def test_a_value_that_holds_later_than_it_was_told_stands_later() -> None:
    marks = series_of(PLAN, "passengers").marks
    assert marks[-1].label == "180"
    assert marks[-1].day == "2032"


def test_within_its_day_a_value_stands_where_it_was_told() -> None:
    told = point("p", "3", "Three left.", "Three", when=day(date(2031, 5, 6)), published=out(6, 17))
    later = point("q", "4", "Four left.", "Four", when=day(date(2031, 5, 6)), published=out(8))
    marks = {mark.label: mark.at for mark in series_of(figure(told, later), "x").marks}
    assert marks["3"] == out(6, 17).earliest
    assert marks["4"] == out(6, 12).earliest


def test_of_one_time_what_came_out_later_stands_later() -> None:
    held = day(date(2031, 5, 1))
    first = point("z", "3", "Three left.", "Three", when=held, published=out(6))
    later = point("a", "4", "Four left.", "Four", when=held, published=out(8))
    assert [mark.label for mark in series_of(figure(later, first), "x").marks] == ["3", "4"]


def test_what_is_not_told_as_all_is_a_mark_of_its_own_off_the_line() -> None:
    toll = point("p", "9", "Nine died.", "Nine", published=out(6))
    some = point("q", "3", "The names of three victims are known.", "three", published=out(8), whole=False)
    again = point("r", "9", "The nine dead are named.", "nine", published=out(9), whole=False)
    marks = series_of(figure(toll, some, again, counts="people killed"), "x").marks
    assert [(mark.label, mark.kind) for mark in marks] == [("9", "current"), ("3", "part")]
    assert [mark.label for mark in told_line(marks)] == ["9"]


def test_the_line_passes_what_leaves_room_for_the_value_before() -> None:
    toll = point("p", "12", "Twelve were shot.", "Twelve", published=out(6))
    open_above = point("q", "1..", "At least one was shot.", "At least one", bound="at_least", published=out(8))
    more = point("r", "14..", "At least 14 were shot.", "At least 14", bound="at_least", published=out(9))
    marks = series_of(figure(toll, open_above, more), "x").marks
    assert [mark.label for mark in told_line(marks)] == ["12", "at least 14"]
    assert course_of(figure(toll, open_above, more)) == ()


def test_what_came_out_on_any_day_of_a_long_time_stands_at_its_end() -> None:
    first, last = datetime(1962, 1, 1, tzinfo=UTC), datetime(2031, 5, 9, tzinfo=UTC)
    unknown = Published(value=None, earliest=first, latest=last, basis="inferred")
    (mark,) = series_of(figure(point("p", "3", "Three left.", "Three", published=unknown)), "x").marks
    assert mark.at == last


def test_what_is_said_beside_a_figure() -> None:
    left = point("p", "3", "Three left.", "Three")
    planned = point("q", "5", "Five are to leave.", "Five", role="planned", status="planned")
    pair = Compatible(one="p", other="q", grounds=Grounds(rule="planned and actual", because="“Five” is planned"))
    other = replace(pair, other="elsewhere", grounds=Grounds(rule="different scope", because="“Six” is of Dalvo"))
    note = Grounds(rule="sum holds", because="“two” and “one” make “three”")
    made = replace(figure(left, planned), compatible=(other, pair), notes=(note,))
    asides = series_of(made, "x", {"elsewhere": "buses, Dalvo"}).asides
    assert asides.notes == ("“two” and “one” make “three”.",)
    assert asides.beside == (
        "Planned and actual: “Five” is planned.",
        "Different scope (beside buses, Dalvo): “Six” is of Dalvo.",
    )


def test_one_value_told_twice_does_not_move() -> None:
    assert not series_of(figure(point("p", "3", "Three left.", "Three"), point("q", "3", "It was 3.", "3")), "x").moves


def test_a_course_has_three_values_that_were_told_as_they_are() -> None:
    assert course_of(TOLL) == (3, 7, 14)
    assert course_of(PLAN) == ()
    assert course_of(CLASH) == ()


@pytest.mark.parametrize("made", ALL, ids=lambda made: made.counts)
def test_every_number_of_a_mark_is_in_its_words(made: object) -> None:
    spelled = {"3": "Three", "7": "seven", "14": "Fourteen"}
    for mark in series_of(made, "x").marks:  # type: ignore[arg-type]
        quotes = " ".join(quote.text for quote in mark.quotes)
        for number in re.findall(r"\d+", mark.label):
            assert number in quotes or spelled[number] in quotes


def test_the_evidence_that_states_a_number_is_chosen() -> None:
    one = point("p", "3", "Three left.", "Three")
    other = point("q", "9", "They left at dawn.", "dawn")
    both: Point = point("r", "3", "Three left.", "Three", evidence=(other.evidence[0], one.evidence[0]))
    assert stating(both).text == "Three left."
