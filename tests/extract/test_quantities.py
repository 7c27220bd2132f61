"""Quantities: how numbers are written, bounded and measured; what they count, in which role, and within what limits."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from standfirst.extract.quantities import find_quantities
from standfirst.extract.quantities.labels import avoided, is_label
from standfirst.extract.quantities.measures import Measure, measured
from standfirst.extract.quantities.numerals import read_numerals
from standfirst.lexicon.counts import count_words, is_person
from standfirst.lexicon.numbers import number_words
from standfirst.lexicon.units import signs, unit_named, units
from standfirst.model.reading import Quantity, Reading
from standfirst.model.report import Report
from standfirst.text import plain

if TYPE_CHECKING:
    from spacy.language import Language


def numbers(text: str) -> list[Measure]:
    """The numbers of a text that are no labels, with bound and unit."""
    shown = plain(text)
    closed = avoided(shown)
    found = [n for n in read_numerals(text) if not is_label(shown, n)]
    return [measured(shown, n) for n in found if not any(a <= n.start < b for a, b in closed)]


# (text, value, low, high): None is an open side
WRITTEN = [
    ("sixty five guards", 65, 65, 65),
    ("ninety-two guards", 92, 92, 92),
    ("one hundred and twelve miners", 112, 112, 112),
    ("two thousand three hundred tents", 2300, 2300, 2300),
    ("a dozen boats", 12, 12, 12),
    ("half a dozen boats", 6, 6, 6),
    ("two dozen boats", 24, 24, 24),
    ("half a million tents", 500000, 500000, 500000),
    ("a half-million tents", 500000, 500000, 500000),
    ("two and a half million trees", 2500000, 2500000, 2500000),
    ("three point two million trees", 3200000, 3200000, 3200000),
    ("18,250 voters", 18250, 18250, 18250),
    ("18\u202f250 voters", 18250, 18250, 18250),
    ("4.75 metres", "4.75", "4.75", "4.75"),
    ("7.2m people", 7200000, 7200000, 7200000),
    ("two-thirds of voters", "0.6667", "0.6667", "0.6667"),
    ("a quarter of voters", "0.25", "0.25", "0.25"),
    ("dozens of goats", 12, 12, 99),
    ("scores of goats", 20, 20, 99),
    ("hundreds of goats", 100, 100, 999),
    ("tens of thousands of goats", 10000, 10000, 99999),
    ("several hundred goats", 100, 100, 999),
    ("a handful of goats", 3, None, None),
    ("several goats", 3, None, None),
    ("a score of goats", 20, 20, 20),
    ("six to eight boats", 6, 6, 8),
    ("40-60 boats", 40, 40, 60),
    ("between 12 and 14 boats", 12, 12, 14),
    ("two or three boats", 2, 2, 3),
    ("$4-6 million", 4000000, 4000000, 6000000),
    ("nine out of ten boats", "0.9", "0.9", "0.9"),
    ("about one in 40", 40, 36, 44),
    ("it fell to -12°C", -12, -12, -12),
    ("a high of minus 3 degrees", -3, -3, -3),
    ("at least 31 boats", 31, 31, None),
    ("more than 1,900 boats", 1900, 1900, None),
    ("no fewer than six boats", 6, 6, None),
    ("60 or more boats", 60, 60, None),
    ("up to 25 boats", 25, None, 25),
    ("a maximum of 25 boats", 25, None, 25),
    ("fewer than 25 boats", 25, None, 25),
    ("as many as 25 boats", 25, None, 25),
    ("about 500 boats", 500, 450, 550),
    ("nearly 70 boats", 70, 63, 77),
    ("50-odd boats", 50, 45, 55),
]


@pytest.mark.parametrize(("text", "value", "low", "high"), WRITTEN, ids=[case[0] for case in WRITTEN])
def test_a_number_is_read_with_its_bound(text: str, value: object, low: object, high: object) -> None:
    found = numbers(text)
    expected = tuple(None if part is None else Decimal(str(part)) for part in (value, low, high))
    assert [(m.value, m.low, m.high) for m in found] == [expected]


BOUNDS = [
    ("at least about 20 boats", "at_least"),
    ("a total of 20 boats", "exact"),
    ("some 20 boats", "about"),
    ("an estimated 20 boats", "about"),
    ("no more than 20 boats", "at_most"),
    ("20 or so boats", "about"),
    ("the fund is to go up to $9 million", "exact"),
    ("they may spend up to $9 million", "at_most"),
]


@pytest.mark.parametrize(("text", "bound"), BOUNDS, ids=[case[0] for case in BOUNDS])
def test_the_bound_is_that_of_the_outermost_cue(text: str, bound: str) -> None:
    assert [m.bound for m in numbers(text)] == [bound]


MEASURED = [
    ("$3.5m", 3500000, "$", None),
    ("US$7bn", 7000000000, "USD", None),
    ("NZ$40,000", 40000, "NZD", None),
    ("£250", 250, "GBP", None),
    ("€6.5 billion", 6500000000, "EUR", None),
    ("90 million pounds", 90000000, "GBP", None),
    ("ten pounds of flour", 10, "lb", None),
    ("35 cents a share", 35, "cent", "a share"),
    ("$80 million per year", 80000000, "$", "per year"),
    ("12.5 percent", "12.5", "percent", None),
    ("12.5%", "12.5", "percent", None),
    ("4 per cent", 4, "percent", None),
    ("31 kilometers", 31, "km", None),
    ("about 30-km of", 30, "km", None),
    ("half a mile", "0.5", "mile", None),
    ("85mph", 85, "mph", None),
    ("19 nautical miles", 19, "nmi", None),
    ("6,000 tonnes", 6000, "t", None),
    ("9m long", 9, "m", None),
    ("a 12-day trek", 12, "day", None),
    ("41-year-old baker", 41, "year", None),
]


@pytest.mark.parametrize(("text", "value", "unit", "per"), MEASURED, ids=[case[0] for case in MEASURED])
def test_the_unit_is_known_and_per_what(text: str, value: object, unit: str, per: str | None) -> None:
    (found,) = numbers(text)
    assert found.unit is not None
    words = text[found.per[0] : found.per[1]] if found.per else None
    assert (found.value, found.unit.code, words) == (Decimal(str(value)), unit, per)


NO_COUNTS = [
    "Flight 318 was late",
    "at Terminal 3 on Monday",
    "on 14 March 2021",
    "on March 14",
    "in 1987 and",
    "at 4 p.m.",
    "at 7:45 sharp",
    "the 12th man",
    "the twenty-first century",
    "the 1970s",
    "an F-35 jet",
    "Route 66 is closed",
    "at 2210 North Harbor Street in town",
    "call 555-201-4477",
    "they won 4-1",
    "see http://orra.example/2019/12345",
    "No. 5 on the list",
    "1. First of all",
    "the 7/7 bombings",
    "Channel 9 said",
    "aged in Room 12",
    "children between the ages of 5 and 11",
]


@pytest.mark.parametrize("text", NO_COUNTS)
def test_a_number_that_names_or_dates_is_no_quantity(text: str) -> None:
    assert numbers(text) == []


def test_both_ends_of_a_change_are_kept_apart() -> None:
    one, two = read_numerals("the garrison fell from 90 to 70")
    assert (one.value, one.side, two.value, two.side) == (90, "from", 70, "to")
    one, two = read_numerals("to rise to $5 million per year from $4.1m")
    assert (one.value, one.side, two.value, two.side) == (5000000, "to", 4100000, "from")


def test_odds_are_one_number() -> None:
    (found,) = read_numerals("a chance of 1 in 250")
    assert (found.kind, found.value) == ("odds", 250)
    assert [n.kind for n in read_numerals("one in 2003")] == ["plain", "plain"]


def read(nlp: Language, text: str) -> tuple[Quantity, ...]:
    reading = Reading(report=Report(id="r", text=text))
    return find_quantities(reading, nlp(text)).quantities


def words(text: str, quantity: Quantity) -> str:
    return text[quantity.span.start : quantity.span.end]


# (text, words of the number, what is counted, part)
COUNTED = [
    ("The blast killed 30 hill farmers near the well.", "30", "hill farmers killed", ""),
    ("Six guards were killed at the gate.", "Six", "guards killed", ""),
    ("Seven other guards were wounded.", "Seven", "guards injured", "other"),
    ("Six people are dead and nearly 70 injured.", "nearly 70", "people injured", ""),
    ("The death toll rose to 19 on Monday.", "19", "people killed", ""),
    ("Nine people died, including two children.", "two", "children", "of"),
    ("Five miners were rescued and three more were injured.", "three", "miners injured", "more"),
    ("The bus carried 40 pupils, 12 of them girls.", "12", "girls", "of"),
    ("There are 60 soldiers on the island, with 20 of those at the lighthouse.", "20", "soldiers", "of"),
    ("Two of the trawlers sank.", "Two", "trawlers", "of"),
    ("The number of wounded was revised from ten to seven.", "seven", "people injured", ""),
    ("The garrison will shrink to 60 by May.", "60", "garrison", ""),
    ("The firm has a workforce of 8,200.", "8,200", "workforce", ""),
    ("The ferry is armed with nothing but two water cannons.", "two", "water cannons", ""),
    ("The bank agreed to a $9 million settlement.", "$9 million", "settlement", ""),
    ("They found $700 in cash.", "$700", "cash", ""),
    ("The yard had annual sales of about $35m.", "about $35m", "annual sales", ""),
    ("The yard earned $35 million last year.", "$35 million", "earnings", ""),
    ("Bakers asked for a 12 percent discount.", "12 percent", "discount", ""),
    ("The reef lies 27 miles east of Larna.", "27 miles", "distance", ""),
]


@pytest.mark.parametrize(("text", "number", "counted", "part"), COUNTED, ids=[case[0] for case in COUNTED])
def test_what_a_number_counts(nlp: Language, text: str, number: str, counted: str, part: str) -> None:
    found = {words(text, q): (q.counted, q.part) for q in read(nlp, text)}
    assert found.get(number) == (counted, part)


ROLES = [
    ("The minister plans to send 300 engineers.", "planned"),
    ("The fleet will have 14 ships.", "planned"),
    ("The rebels vowed to destroy 30 bridges.", "threatened"),
    ("The mayor requested 200 guards.", "requested"),
    ("The storm is expected to cost $40 million.", "estimate"),
    ("The camp is limited to a maximum of 90 tents.", "limit"),
    ("The fleet has 14 ships.", "actual"),
    ("Prices rose by 12 percent.", "change"),
]


@pytest.mark.parametrize(("text", "role"), ROLES, ids=[case[0] for case in ROLES])
def test_the_role_of_a_number(nlp: Language, text: str, role: str) -> None:
    assert [q.role for q in read(nlp, text)] == [role]


def test_one_counts_only_as_a_number(nlp: Language) -> None:
    assert [q.counted for q in read(nlp, "Divers found one submarine.")] == ["submarine"]
    assert read(nlp, "One of its submarines was seen.") == ()
    assert read(nlp, "No one was seen near the pier.") == ()


def test_a_doer_is_not_what_is_killed(nlp: Language) -> None:
    text = "Two gunmen killed six guards."
    found = {words(text, q): q.counted for q in read(nlp, text)}
    assert found == {"Two": "gunmen", "six": "guards killed"}


def test_a_toll_as_a_deed_is_marked(nlp: Language) -> None:
    text = "The gunman who killed six guards fled."
    assert [(q.counted, q.part) for q in read(nlp, text)] == [("guards killed", "deed")]


def test_a_denied_number_is_marked(nlp: Language) -> None:
    assert [q.part for q in read(nlp, "The island does not want two bridges.")] == ["not"]


def test_ages_belong_to_someone(nlp: Language) -> None:
    text = "Maria Brell, 62, taught piano."
    (found,) = read(nlp, text)
    assert (found.value, found.unit, found.counted) == (62, "year", "age")
    assert [text[s.start : s.end] for s in found.scope] == ["Maria Brell"]


def test_places_limit_a_number(nlp: Language) -> None:
    text = "There are 60 soldiers in Norway."
    (found,) = read(nlp, text)
    assert [text[s.start : s.end] for s in found.scope] == ["Norway"]


def test_numbers_are_read_without_a_trained_pipeline() -> None:
    text = "Rescuers found 14 divers. At least 30 tents burned. It cost $5 million."
    found = find_quantities(Reading(report=Report(id="r", text=text)), spacy.blank("en")(text)).quantities
    assert [(q.value, q.bound) for q in found[:2]] == [(14, "exact"), (30, "at_least")]


@pytest.mark.parametrize(
    "text", ["", " ", "\0", "7", "\n\n\n", "$", "½", "-", "1" * 5000, "3,,4", "one one one", "a a a a"]
)
def test_odd_text_never_raises(text: str) -> None:
    find_quantities(Reading(report=Report(id="r", text=text)), spacy.blank("en")(text))


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="0123456789 ,.-$%abkmonetwfivr\n’½", max_size=80))
def test_every_number_is_a_place_in_the_text(text: str) -> None:
    found = find_quantities(Reading(report=Report(id="r", text=text)), spacy.blank("en")(text)).quantities
    for one in found:
        assert 0 <= one.span.start < one.span.end <= len(text)
        assert one.low is None or one.high is None or one.low <= one.high
    assert all(a.span.start < b.span.start for a, b in pairwise(found))


@given(st.integers(min_value=13, max_value=999_999_999))
def test_thousands_marks_change_nothing(number: int) -> None:
    assert [n.value for n in read_numerals(f"{number:,} tents")] == [number]


@given(st.integers(min_value=1, max_value=999))
def test_small_numbers_in_words_are_the_same_as_in_digits(number: int) -> None:
    assert [n.value for n in read_numerals(in_words(number) + " tents")] == [number]


def in_words(number: int) -> str:
    """An English cardinal below a thousand."""
    table = number_words()
    small = {int(value): word for word, value in table.units.items()}
    tens = {int(value): word for word, value in table.tens.items() if word != "fourty"}
    hundreds, rest = divmod(number, 100)
    parts = [f"{small[hundreds]} hundred"] if hundreds else []
    if rest:
        parts.append(
            small[rest] if rest < 20 else tens[rest - rest % 10] + (f"-{small[rest % 10]}" if rest % 10 else "")
        )
    return " and ".join(parts)


def test_the_tables_are_whole() -> None:
    assert {u.dimension for u in units().values()} >= {"length", "mass", "share", "money", "time", "speed", "area"}
    assert len({u.code for u in units().values()} | {u.code for u in signs().values()}) >= 60
    assert unit_named("Miles") == unit_named("miles")
    vague = number_words().vague.values()
    assert {v.source for v in vague} == {"ACLED", "dictionary", "none"}
    assert all((v.high is None) == (v.source == "none") and (v.high is None or v.least < v.high) for v in vague)
    assert count_words().events["wounded"] == count_words().events["injured"]
    assert count_words().events["fatalities"] == count_words().events["dead"]
    assert count_words().events["shot"] != count_words().events["wounded"] != count_words().events["casualties"]


def test_people_are_known_by_their_words() -> None:
    assert all(is_person(noun) for noun in ("welders", "gunmen", "nurses", "police", "detainees"))
    assert not any(is_person(noun) for noun in ("tankers", "boats", "computers", "tents"))
