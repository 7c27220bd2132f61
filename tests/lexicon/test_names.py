"""When two names can be one thing's."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standfirst.lexicon.names.bodies import compatible_bodies
from standfirst.lexicon.names.persons import compatible_names, family_text, parse_name
from standfirst.lexicon.names.resolve import Roster, resolve
from standfirst.lexicon.names.verdict import DIFFERENT, ONLY, SAME, UNSURE

PEOPLE = [
    # the same name, or short for it
    ("Rashid Karimi", "rashid KARIMI", SAME),
    ("Rashid Karimi", "Mr Karimi", ONLY),
    ("Rashid Karimi", "Karimi", ONLY),
    ("Rashid Karimi", "Rashid", ONLY),
    ("Sgt. Lena Vogel", "Lena Vogel", SAME),
    ("Lena Vogel", "Sergeant Vogel", ONLY),
    # middle names and initials
    ("Owen Blake", "Owen T. Blake", ONLY),
    ("Owen Thomas Blake", "Owen T. Blake", ONLY),
    ("Owen Thomas Blake", "Owen James Blake", DIFFERENT),
    ("Owen Valentine Blake", "Owen Valentin Blake", ONLY),
    ("Owen Marie Blake", "Owen Maria Blake", DIFFERENT),
    ("O. Blake", "Owen Blake", ONLY),
    ("O. Blake", "Ian Blake", DIFFERENT),
    ("Owen W. Blake", "Owen H. W. Blake", DIFFERENT),
    # short forms
    ("Bill Hartley", "William Hartley", ONLY),
    ("Liz Moreno", "Elizabeth Moreno", ONLY),
    ("Dima Orlov", "Dmitry Orlov", ONLY),
    ("Bill Hartley", "Robert Hartley", DIFFERENT),
    # spellings
    ("Mohammed Saidi", "Muhammad Saidi", SAME),
    ("Yusuf Demir", "Youssef Demir", SAME),
    ("Sergei Bondar", "Serhiy Bondar", SAME),
    ("Nuno Pérez", "Nuno Perez", SAME),
    ("Park Ji-won", "Park Ji Won", SAME),
    ("Fawaz al-Kadhemi", "Fawaz Gadhemi", ONLY),
    ("Peter Hollander", "Peter Holander", ONLY),
    ("Rafael Iturralde", "Rafael Ituralde", ONLY),
    # near in letters, and not the same
    ("John Reed", "Joan Reed", DIFFERENT),
    ("Mario Conti", "Maria Conti", DIFFERENT),
    ("Daniel Roy", "Danielle Roy", DIFFERENT),
    ("Kim Sung Ho", "Kim Sung Min", DIFFERENT),
    ("Anna Berg", "Ana Bergen", DIFFERENT),
    ("Peter Marsh", "Peter Walsh", DIFFERENT),
    ("Ivan Petrov", "Igor Petrov", DIFFERENT),
    ("Aylin Kaya", "Aylin Kara", UNSURE),
    ("Tom Ray", "Ray Tom", UNSURE),
    # people told apart
    ("Mrs Hartley", "William Hartley", DIFFERENT),
    ("Samuel Price Jr.", "Samuel Price", DIFFERENT),
    # half of a family name, and an s that a lost apostrophe leaves
    ("Ines Olsen", "Ines Olsen-Duarte", ONLY),
    ("Ines Duarte", "Ines Olsen-Duarte", ONLY),
    ("Ines Olsen", "Ana Olsen-Duarte", DIFFERENT),
    ("I. Olsen", "Ines Olsen-Duarte", DIFFERENT),
    ("Ines Olsen Jr.", "Ines Olsen-Duarte", DIFFERENT),
    ("Owen Blake", "Owen Blakes", ONLY),
    ("Owen Blake", "Ian Blakes", DIFFERENT),
    # names of many shapes
    ("Mohammad Javid Rostami", "Javid Rostami", ONLY),
    ("Abdel Rahim al-Nasser", "al-Nasser", ONLY),
    ("Abdel Rahim al-Nasser", "Nasser", ONLY),
    ("Tariq bin Fahd", "bin Fahd", ONLY),
    ("Gabriela Torres Quintana", "Torres Quintana", ONLY),
    ("Gabriela Torres Quintana", "Gabriela Torres", ONLY),
    ("Anneke van der Meer", "van der Meer", ONLY),
    ("Anneke van der Meer", "Ms van der Meer", ONLY),
    ("Liu Zhenyu", "Mr Liu", ONLY),
    ("Nguyen Van Thanh", "Nguyen", ONLY),
    ("Grace Lee", "Lee", ONLY),
    ("Kim Novak", "Novak", ONLY),
]


@pytest.mark.parametrize(("one", "other", "verdict"), PEOPLE)
def test_people(one: str, other: str, verdict: str) -> None:
    assert compatible_names(one, other).value == verdict
    assert compatible_names(other, one).value == verdict


BODIES = [
    ("US", "United States", SAME),
    ("the U.S.", "America", SAME),
    ("Britain", "UK", SAME),
    ("Burma", "Myanmar", SAME),
    ("Briton", "British", SAME),
    ("US", "US government", DIFFERENT),
    ("Port Hale", "Hale Port Authority", DIFFERENT),
    ("Niger", "Nigeria", DIFFERENT),
    ("North Korea", "South Korea", DIFFERENT),
    ("Paris", "France", DIFFERENT),
    ("Brennland", "Brennlander", DIFFERENT),
    ("ISIL", "Daesh", SAME),
    ("UN", "United Nations", SAME),
    ("AP", "The Associated Press", SAME),
    ("Northern Area Rail Service", "NARS", ONLY),
    ("Coastal Self-Help Union", "CSHU", ONLY),
    ("Northern Area Rail Service", "Nars", DIFFERENT),
    ("Hale Police Department", "Hale Police Association", DIFFERENT),
    ("Kestrel Inc.", "Kestrel", SAME),
    ("Kestrel & Company", "Kestrel & Co", SAME),
    ("Kestrel Motor Corp.", "Kestrel", ONLY),
    ("Kestrel, Byrne & Co.", "Kestrel", ONLY),
    ("Kestrel, Byrne & Co.", "Kestrel, Byrne and Co.", SAME),
    ("Kestrel Holdings Corp.", "Kestrel Holding", SAME),
    ("Kestrel Holdings", "Kestrel", DIFFERENT),
    ("Kestrel Bank", "Kestrel", DIFFERENT),
    ("Camp Ross", "Ross military base", ONLY),
    ("Camp Ross", "Ross", DIFFERENT),
    ("Camp Ross", "Camp Hale", DIFFERENT),
    ("Ft. Hale-Byrne International Airport", "Fort Hale Airport", ONLY),
    ("Fort Hale Airport", "Fort Ross Airport", DIFFERENT),
    ("HMS Marlin", "Marlin", ONLY),
    ("Ardan K380", "K380", ONLY),
    ("Belmore Air Flight 447", "Flight 447", ONLY),
    ("Ardan 320", "320", DIFFERENT),
    ("Ardan K380", "Belmore K380", DIFFERENT),
    ("Harbor Commission", "Harbour Commission", SAME),
    ("National Wildlife Institute", "National Wildlive Institute", ONLY),
    ("Hale police", "Hale Police Department", ONLY),
    ("Hale police", "Ross Police Department", DIFFERENT),
    ("Hale police", "HPD", ONLY),
    ("Sixth Street", "6th Street", SAME),
    ("Sixth Street", "16th Street", DIFFERENT),
    ("Hale School District No. 7", "Hale School District 7", SAME),
    ("Hale School District 7", "Hale School District 8", DIFFERENT),
    ("General Medical Centre Hale", "GMC Hale", ONLY),
    ("Hale-Ross County Emergency Medical Services", "Hale-Ross County EMS", ONLY),
    ("General Medical Centre Hale", "GMC Ross", DIFFERENT),
    ("Hale Hospital at Ross", "Hale Hospital Ross", ONLY),
    ("Red Wood Bakery", "Redwood Bakery", ONLY),
    ("Owen T. Blake High School", "Owen Blake High School", ONLY),
    ("Owen T. Blake High School", "Owen R. Blake High School", DIFFERENT),
    ("Owen T. Blake High School", "Blake High School", ONLY),
    ("North Blake High School", "Blake High School", DIFFERENT),
    ("Owen Blake High School", "Blake Hospital", DIFFERENT),
    ("Hale Memorial Medical Center", "Hale Memorial Hospital", ONLY),
    ("Hale Memorial Medical Center", "Hale Regional Hospital", DIFFERENT),
    ("Sport Page Tavern", "Sports Page Tavern", ONLY),
    ("Hale’s Cabin", "Hale Cabin", ONLY),
    ("Hale Farm", "Hale Farms", DIFFERENT),
    ("Hale Park Tavern", "Ross Park Tavern", DIFFERENT),
]


@pytest.mark.parametrize(("one", "other", "verdict"), BODIES)
def test_bodies(one: str, other: str, verdict: str) -> None:
    assert compatible_bodies(one, other).value == verdict
    assert compatible_bodies(other, one).value == verdict


@given(st.text(max_size=40), st.text(max_size=40))
def test_any_two_strings_can_be_compared_in_either_order(one: str, other: str) -> None:
    for compare in (compatible_names, compatible_bodies):
        assert compare(one, other).value == compare(other, one).value


@given(st.text(max_size=60))
def test_any_string_can_be_taken_apart(text: str) -> None:
    parse_name(text)
    family = family_text(text)
    assert family is None or set(family.split()) <= {word.strip(",") for word in text.split()}


def test_a_name_that_is_short_for_two_joins_neither() -> None:
    names = ["Owen Blake", "Owen W. Blake", "Owen H. W. Blake", "Hale Ortiz"]
    for order in permutations(names):
        assert all(len(group) == 1 for group in resolve({name: name for name in order}, person=True).groups)


def test_an_acronym_of_two_bodies_joins_neither() -> None:
    names = ["Dunmore Police Department", "Dorset Police Department", "DPD"]
    assert all(len(group) == 1 for group in resolve({name: name for name in names}, person=False).groups)
    assert ("DPD", "Dunmore Police Department") in resolve({n: n for n in names[::2]}, person=False).groups


def test_a_family_name_fits_only_the_right_gender() -> None:
    roster = Roster([("Kenji Ito",), ("Hanako Mori",)])
    assert [index for index, _ in roster.candidates("Mr Ito")] == [0]
    assert roster.candidates("Mrs Ito") == ()


def test_a_family_name_goes_before_a_given_name() -> None:
    roster = Roster([("Scott Avery",), ("Dana Scott",)])
    assert [index for index, _ in roster.candidates("Scott")] == [1]


def test_the_family_name_as_written() -> None:
    assert family_text("Anneke van der Meer") == "van der Meer"
    assert family_text("Fawaz al-Kadhemi Jr.") == "al-Kadhemi"
    assert family_text("Liu Zhenyu") == "Liu"
    assert family_text("Karimi") is None
