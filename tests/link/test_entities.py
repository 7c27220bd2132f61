"""Who is one over all reports: names and titles joined only where no other candidate remains.

A case is reports as lists of things, "p: Ana Ruiz = Ms|Ruiz; o: NARS", where `=` stands between names that the report
itself uses for one thing and `|` after a title, and names that must, or must not, come out as one entity's.
"""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from standfirst.link.entities import link_entities
from standfirst.model.linked import EntityIndex
from standfirst.model.reading import Mention, Reading
from standfirst.model.report import Report
from standfirst.model.span import Span

KINDS = {"p": "person", "o": "organisation", "l": "place", "f": "facility"}


def reading(name: str, things: str) -> Reading:
    """A reading of "p: Ana Ruiz = Ms Ruiz; o: NARS": each thing with its names."""
    text, mentions = "", []
    for number, thing in enumerate(part for part in things.split(";") if part.strip()):
        kind, _, forms = thing.strip().partition(": ")
        for form in forms.split(" = "):
            form, _, beside = form.partition("#")
            before, _, form = form.rpartition("^")
            text += before
            start = len(text)
            text += form.replace("|", " ")
            span = Span(report=name, start=start, end=start + len(form))
            title = form.rpartition("|")[0]
            head = Span(report=name, start=start + len(title) + bool(title), end=span.end) if title else span
            mentions.append(Mention(span=span, head=head, kind=KINDS[kind], form="name", entity=f"m{number + 1}"))
            text += beside or ". "
    return Reading(report=Report(id=name, text=text), mentions=tuple(mentions))


def index_of(*reports: str) -> EntityIndex:
    return link_entities([reading(f"r{number}", things) for number, things in enumerate(reports)])


def names(index: EntityIndex) -> list[set[str]]:
    return [{entity.name, *entity.aliases} for entity in index.entities]


JOINED: list[tuple[tuple[str, ...], set[str]]] = [
    (("p: Ana Ruiz = Ruiz", "p: Ruiz"), {"Ana Ruiz", "Ruiz"}),
    (("p: Ana Ruiz", "p: Ms|Ruiz"), {"Ana Ruiz", "Ms Ruiz"}),
    (("p: Mohammed Saidi", "p: Muhammad Saidi", "p: Saidi"), {"Mohammed Saidi", "Muhammad Saidi", "Saidi"}),
    (("p: Owen Blake", "p: Owen T. Blake", "p: Owen Thomas Blake"), {"Owen Blake", "Owen Thomas Blake"}),
    (("p: William Hartley", "p: Bill Hartley"), {"William Hartley", "Bill Hartley"}),
    (("p: Mohammad Javid Rostami", "p: Javid Rostami"), {"Mohammad Javid Rostami", "Javid Rostami"}),
    (("p: Rafael Iturralde", "p: Rafael Ituralde"), {"Rafael Iturralde", "Rafael Ituralde"}),
    (("o: Northern Area Rail Service", "o: NARS"), {"Northern Area Rail Service", "NARS"}),
    (("o: Kestrel Motor Corp.", "o: Kestrel"), {"Kestrel Motor Corp.", "Kestrel"}),
    (("l: US", "l: United States", "l: America"), {"United States", "US", "America"}),
    (("o: ISIL", "o: Islamic State"), {"Islamic State", "ISIL"}),
    (("f: Camp Ross", "f: Ross base"), {"Camp Ross", "Ross base"}),
    (("p: Lund", "p: Lund = Mr|Lund"), {"Lund", "Mr Lund"}),
    # a slip of the pen, where an age or a title agrees
    (("p: Nils Barker#, 19, ", "p: Nils Barkes#, 19, "), {"Nils Barker", "Nils Barkes"}),
    (("p: 19-year-old ^Nils Barker", "p: Nils Barkes# (19). "), {"Nils Barker", "Nils Barkes"}),
    (("p: Sgt.|Nils Fontanelle", "p: Sergeant|Fontanele"), {"Nils Fontanelle", "Sergeant Fontanele"}),
    (("p: Sgt.|Nils Lund", "p: Sergeant|Lund"), {"Nils Lund", "Sergeant Lund"}),
    # a family name of two words, and half of one
    (("p: Ana Ruiz", "p: Ana Torvik Ruiz", "p: Torvik Ruiz"), {"Ana Ruiz", "Ana Torvik Ruiz", "Torvik Ruiz"}),
    (("p: Ana Ruiz = Ruiz", "p: Ana Ruiz-Lund = Ruiz-Lund"), {"Ana Ruiz", "Ana Ruiz-Lund", "Ruiz-Lund"}),
    # generic words at the end, which a report leaves out
    (("o: Larch Row Tavern; o: Larch Row", "o: Larch Row"), {"Larch Row Tavern", "Larch Row"}),
    (("o: Larch Row Bar & Grill; l: Larch Row",), {"Larch Row Bar & Grill", "Larch Row"}),
    (("o: Kestrel Industries; o: Kestrel", "o: Kestrel"), {"Kestrel Industries", "Kestrel"}),
    (("o: Sports Hall Tavern; o: Sports Hall", "o: Sport Hall Tavern"), {"Sports Hall", "Sport Hall Tavern"}),
]

APART: list[tuple[tuple[str, ...], set[str]]] = [
    (("p: Nils Lund", "p: Marit Lund", "p: Lund"), {"Lund", "Nils Lund"}),
    (("p: Nils Lund", "p: Marit Lund"), {"Marit Lund", "Nils Lund"}),
    (("p: Nils Lund", "p: Mrs|Lund"), {"Nils Lund", "Mrs Lund"}),
    (("p: Mr|Lund", "p: Mrs|Lund"), {"Mr Lund", "Mrs Lund"}),
    (("p: John Reed", "p: Joan Reed"), {"John Reed", "Joan Reed"}),
    (("p: Kim Sung Ho", "p: Kim Sung Min"), {"Kim Sung Ho", "Kim Sung Min"}),
    (("p: Samuel Price", "p: Samuel Price Jr."), {"Samuel Price", "Samuel Price Jr."}),
    (("p: Owen Blake", "p: Owen T. Blake", "p: Owen R. Blake"), {"Owen T. Blake", "Owen R. Blake"}),
    (("p: Owen Blake", "p: Owen T. Blake", "p: Owen R. Blake"), {"Owen Blake", "Owen R. Blake"}),
    (("o: Kestrel", "o: Kestrel Holdings"), {"Kestrel", "Kestrel Holdings"}),
    (("o: Dunmore Police Department", "o: Dorset Police Department", "o: DPD"), {"DPD", "Dorset Police Department"}),
    (("o: Dunmore Police Department = DPD", "o: Dorset Police Department = DPD"),
     {"Dunmore Police Department", "Dorset Police Department"}),
    (("l: US", "o: US government"), {"US", "US government"}),
    (("l: Ross", "f: Camp Ross"), {"Ross", "Camp Ross"}),
    (("p: Martha Kestrel", "o: Kestrel"), {"Martha Kestrel", "Kestrel"}),
    (("l: Tokyo", "l: Japan"), {"Tokyo", "Japan"}),
    (("p: Nils Barker#, 19, ", "p: Nils Barkes#, 24, "), {"Nils Barker", "Nils Barkes"}),
    (("p: Nils Barker#, 19, ; p: Nils Barkes#, 19, ",), {"Nils Barker", "Nils Barkes"}),
    (("p: Nils Barker", "p: Nils Barkes"), {"Nils Barker", "Nils Barkes"}),
    (("p: Marcus Lund#, 20, ", "p: Marcos Lund#, 20, "), {"Marcus Lund", "Marcos Lund"}),
    (("p: Kayla Lund#, 20, ", "p: Kaylie Lund#, 20, "), {"Kayla Lund", "Kaylie Lund"}),
    (("p: Sgt.|Nils Fontanelle", "p: Mayor|Fontanele"), {"Nils Fontanelle", "Mayor Fontanele"}),
    (("p: Sgt.|Nils Fontanelle; p: Sgt.|Fontanele",), {"Nils Fontanelle", "Sgt. Fontanele"}),
    (("p: Sgt.|Nils Fontanelle", "p: Sgt.|Ida Fontanelle", "p: Sgt.|Fontanele"), {"Nils Fontanelle", "Sgt. Fontanele"}),
    (("p: Akelo Joseph", "p: Akelo Joseph Tonya Reed", "p: Tonya Reed"), {"Akelo Joseph", "Akelo Joseph Tonya Reed"}),
    (("p: Anna Reed", "p: Anna Maria Reed", "p: Maria Reed"), {"Anna Reed", "Maria Reed"}),
    (("p: Ana Ruiz", "p: Ana Ruiz-Lund", "p: Ana Ruiz-Holm"), {"Ana Ruiz-Lund", "Ana Ruiz-Holm"}),
    (("o: Larch Row Tavern", "o: Larch Row"), {"Larch Row Tavern", "Larch Row"}),
    (("o: Larch Row Tavern; l: in ^Larch Row",), {"Larch Row Tavern", "Larch Row"}),
    (("o: Larch Row Tavern; l: Larch Row#, Ohio. ",), {"Larch Row Tavern", "Larch Row"}),
    (("o: Larch Row Tavern; o: Larch Row; o: Larch Row Police",), {"Larch Row Tavern", "Larch Row"}),
    (("o: Larch Row Police; o: Larch Row",), {"Larch Row Police", "Larch Row"}),
    (("o: Lund Tavern; o: Lund; p: Nils Lund",), {"Lund Tavern", "Lund"}),
    (("o: Japan Tavern; l: Japan",), {"Japan Tavern", "Japan"}),
]  # fmt: skip


@pytest.mark.parametrize(("reports", "wanted"), JOINED)
def test_joined(reports: tuple[str, ...], wanted: set[str]) -> None:
    assert any(wanted <= held for held in names(index_of(*reports))), names(index_of(*reports))


@pytest.mark.parametrize(("reports", "wanted"), APART)
def test_kept_apart(reports: tuple[str, ...], wanted: set[str]) -> None:
    assert not any(wanted <= held for held in names(index_of(*reports))), names(index_of(*reports))


@pytest.mark.parametrize(("one", "other", "joined"), [("Lt.", "Watch Commander Lt.", True), ("Lt.", "Mayor", False)])
def test_a_rank_written_out_is_the_same_office(one: str, other: str, joined: bool) -> None:
    made = [reading("a", f"p: {one}|Nils Lund"), reading("b", f"p: {other}|Lund")]
    with_roles = []
    for each, title in zip(made, (one, other), strict=True):
        span = Span(report=each.report.id, start=0, end=len(title))
        role = Mention(span=span, head=span, kind="role", form="nominal", entity="m1")
        with_roles.append(replace(each, mentions=(role, *each.mentions)))
    assert (len(link_entities(with_roles).entities) == 1) is joined


def test_a_capital_and_its_country_are_two() -> None:
    index = index_of("l: Tokyo; l: Japan")
    assert [entity.name for entity in index.entities] == ["Japan", "Tokyo"]


def test_the_name_is_the_fullest_form_and_the_longest_alias_comes_first() -> None:
    (entity,) = index_of("p: Ruiz = Ana Ruiz", "p: Ana María Ruiz").entities
    assert entity.name == "Ana María Ruiz"
    assert entity.aliases == ("Ana Ruiz", "Ruiz")
    (entity,) = index_of(
        "p: Ana Ruiz", "p: Ana Ruiz", "p: Ana María Ruiz", "p: A. Ruiz", "p: A. Ruiz", "p: A. Ruiz"
    ).entities
    assert entity.name == "Ana Ruiz"
    (entity,) = index_of("l: US", "l: US", "l: United States").entities
    assert entity.name == "United States"


def test_every_join_has_its_grounds_in_words_of_the_reports() -> None:
    reports = [reading("a", "p: William Hartley"), reading("b", "p: Bill Hartley"), reading("c", "p: Hartley")]
    (entity,) = link_entities(reports).entities
    assert {ground.rule for ground in entity.grounds} == {"short-form", "family-name"}
    texts = {one.report.id: one.report for one in reports}
    for ground in entity.grounds:
        assert len(ground.quotes) == 2
        assert all(texts[quote.span.report].words(quote.span) == quote.text for quote in ground.quotes)


def test_places_and_things_lead_to_their_entity() -> None:
    index = index_of("p: Ana Ruiz = Ruiz; o: NARS", "p: Ruiz; o: NARS")
    ruiz = next(entity.id for entity in index.entities if entity.kind == "person")
    assert index.of("r0", "m1") == index.of("r1", "m1") == ruiz
    assert index.of("r0", "m9") is None
    assert index.of("r7", "m1") is None
    assert index.at(Span(report="r0", start=0, end=3)) == ruiz
    assert index.at(Span(report="r0", start=9, end=10)) is None
    assert index.at(Span(report="r9", start=0, end=3)) is None


def test_the_smallest_mention_that_covers_a_place_goes_first() -> None:
    text = "the mayor of Hale City"
    whole = Span(report="a", start=0, end=22)
    inner = Span(report="a", start=13, end=22)
    one = Reading(
        report=Report(id="a", text=text),
        mentions=(
            Mention(span=whole, head=Span(report="a", start=4, end=9), kind="person", form="name", entity="m1"),
            Mention(span=inner, head=inner, kind="place", form="name", entity="m2"),
        ),
    )
    index = link_entities([one])
    assert index.at(Span(report="a", start=14, end=17)) == index.of("a", "m2")
    assert index.at(Span(report="a", start=4, end=9)) == index.of("a", "m1")


def test_what_is_never_named_is_no_entity() -> None:
    span = Span(report="a", start=0, end=3)
    alone = Mention(span=span, head=span, kind="person", form="pronoun", entity="m1")
    assert link_entities([Reading(report=Report(id="a", text="She"), mentions=(alone,))]).entities == ()
    assert link_entities([]) == EntityIndex(entities=(), local=(), places=())


REPORTS = [
    "p: Ana Ruiz = Ms|Ruiz; o: Northern Area Rail Service = NARS; l: US",
    "p: Ruiz; p: Nils Lund; o: NARS; l: United States",
    "p: Marit Lund = Lund; p: Anna Ruiz; o: Kestrel Motor Corp.",
    "p: Lund; o: Kestrel; o: Kestrel Holdings; l: America",
    "p: Ana M. Ruiz; p: N. Lund; o: National Atoll Rescue Squad",
]


@settings(max_examples=40, deadline=None)
@given(st.permutations(range(len(REPORTS))), st.integers(0, len(REPORTS)))
def test_the_order_of_reading_changes_nothing(order: list[int], held: int) -> None:
    made = [reading(f"r{number}", REPORTS[number]) for number in order]
    index = link_entities(made)
    assert index == link_entities(sorted(made, key=lambda one: one.report.id))
    assert len({entity.id for entity in index.entities}) == len(index.entities)
