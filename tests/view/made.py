"""A small story made by hand, with every kind of value in it: a dam, two outlets, an agency, a live page."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal

from standfirst.model.linked import (
    Carrier,
    Claim,
    Conflict,
    Copy,
    Entity,
    EventKey,
    Evidence,
    Figure,
    Grounds,
    Place,
    Point,
    Relation,
    Role,
)
from standfirst.model.problem import Problem
from standfirst.model.reading import Attribution, Block, Event, Mention, Participant, Quantity, Reading, Timex, Via
from standfirst.model.report import Published, Report
from standfirst.model.snapshot import Assessment, Entry, SetAside, Snapshot, Story, Unknown
from standfirst.model.span import Quote, Span
from standfirst.when import Interval, day

LAMP = """Dam wall at Orrow gives way

The upper wall of the Orrow dam gave way on Tuesday, Ostra Valley Water said, and 1,200 people were moved out.
"We will rebuild the wall," chief engineer Ina Mott said.
A senior official said the company had known of a crack since March.
At least 14 people are missing, the Coast Agency reported.
Ostra Valley Water denied that it had known of a crack.
Nobody can yet say why the wall failed.
Subscribe to The Lamp for two crowns a week."""

WICK = """Orrow dam: what we know

UPDATE 5.10pm: The village of Neth has not been flooded. Earlier reports that Neth was under water were wrong.
UPDATE 3.30pm: Neth is under water, some posts say.
The upper wall of the Orrow dam gave way on Tuesday after a week of rain.
Eleven people are missing, mayor Abel Roan said.
Roan vowed to sue the company by June.
The dam was built in 1962.
It is not yet known why the wall failed."""


def given(text: str) -> Published:
    """A time of publication to the minute."""
    moment = datetime.fromisoformat(text)
    return Published(value=text, earliest=moment, latest=moment, basis="given")


LAMP_OUT, WICK_OUT = given("2031-05-06T12:00:00+02:00"), given("2031-05-06T17:10:00+02:00")
EARLIER = given("2031-05-06T15:30:00+02:00")
TUESDAY = day(date(2031, 5, 6))

lamp = Report(id="01-lamp", text=LAMP, outlet="The Lamp", headline="Dam wall at Orrow gives way", published=LAMP_OUT)
wick = Report(id="02-wick", text=WICK, outlet="The Wick", url="https://wick.example/orrow", published=WICK_OUT)
REPORTS = {"lamp": lamp, "wick": wick}


def span(where: str, words: str) -> Span:
    """Where those words first stand."""
    report = REPORTS[where]
    start = report.text.index(words)
    return report.span(start, start + len(words))


def quote(where: str, words: str) -> Quote:
    """Those words as evidence."""
    return REPORTS[where].quote(span(where, words))


def told(where: str, words: str, **fields: object) -> Evidence:
    """Evidence, an outlet's own voice unless told otherwise."""
    out = {"lamp": LAMP_OUT, "wick": WICK_OUT}[where]
    made: dict[str, object] = {"stance": "asserts", "mode": "narration", "published": out, **fields}
    return Evidence(quote=quote(where, words), **made)  # type: ignore[arg-type]


def grounds(rule: str, because: str) -> Grounds:
    return Grounds(rule=rule, because=because)


def claim(name: str, text: str, *evidence: Evidence, **fields: object) -> Claim:
    made: dict[str, object] = {"factuality": "happened", "when": None, "when_text": None, "where": (), **fields}
    return Claim(id=name, text=text, evidence=evidence, **made)  # type: ignore[arg-type]


def reading(where: str, **fields: object) -> Reading:
    report = REPORTS[where]
    return Reading(report=report, published=report.published, **fields)  # type: ignore[arg-type]


def block(where: str, words: str, kind: str, **fields: object) -> Block:
    out: dict[str, object] = {"published": REPORTS[where].published, **fields}
    return Block(span=span(where, words), kind=kind, **out)  # type: ignore[arg-type]


READINGS = (
    reading(
        "wick",
        blocks=(
            block("wick", "Orrow dam: what we know", "headline"),
            block("wick", "UPDATE 5.10pm:", "update", stamped=True),
            block(
                "wick", "UPDATE 3.30pm: Neth is under water, some posts say.", "body", published=EARLIER, stamped=True
            ),
        ),
    ),
    reading(
        "lamp",
        origins=("Coast Agency",),
        blocks=(
            block("lamp", "Dam wall at Orrow gives way", "headline"),
            block("lamp", LAMP.split("\n")[2], "body"),
            *(block("lamp", row, "body") for row in LAMP.split("\n")[3:8]),
            block("lamp", "Subscribe to The Lamp for two crowns a week.", "boilerplate"),
        ),
        sentences=(span("lamp", LAMP.split("\n")[2]),),
        mentions=(
            Mention(
                span=span("lamp", "chief engineer Ina Mott"),
                head=span("lamp", "Ina Mott"),
                kind="person",
                form="name",
                entity="m1",
            ),
        ),
        timexes=(Timex(span=span("lamp", "Tuesday"), type="DATE", value="2031-05-06", when=TUESDAY, rule="weekday"),),
        quantities=(
            Quantity(
                span=span("lamp", "1,200"),
                value=Decimal(1200),
                low=Decimal(1200),
                high=Decimal(1200),
                bound="exact",
                unit="person",
                role="actual",
                counts=span("lamp", "people"),
                counted="people",
            ),
        ),
        attributions=(
            Attribution(
                source=(span("lamp", "chief engineer Ina Mott"),),
                cue=(span("lamp", "said"),),
                content=(span("lamp", "We will rebuild the wall"),),
                mode="direct",
                stance="asserts",
                speaker="m1",
                speaker_text="Ina Mott",
                via=(Via(name="Coast Agency", span=span("lamp", "the Coast Agency")),),
            ),
        ),
        events=(
            Event(
                span=span("lamp", "gave way"),
                lemma="give",
                cls="",
                polarity="positive",
                factuality="happened",
                when=TUESDAY,
                timex=0,
                participants=(
                    Participant(
                        role="agent", span=span("lamp", "The upper wall of the Orrow dam"), head=span("lamp", "wall")
                    ),
                ),
            ),
        ),
    ),
)

ENTITIES = (
    Entity(
        id="e1",
        name="Orrow dam",
        kind="facility",
        aliases=("Orrow",),
        mentions=(span("lamp", "Orrow"), span("wick", "Orrow dam")),
        place=Place(name="Orrow", lat=47.5, lon=12.25),
    ),
    Entity(
        id="e2",
        name="Ina Mott",
        kind="person",
        roles=(Role(title="chief engineer", quotes=(quote("lamp", "chief engineer Ina Mott"),)),),
        mentions=(span("lamp", "Ina Mott"),),
    ),
    Entity(id="e3", name="Abel Roan", kind="person", aliases=("Roan",), mentions=(span("wick", "Abel Roan"),)),
    Entity(id="e4", name="Ostra Valley Water", kind="organisation", mentions=(span("lamp", "Ostra Valley Water"),)),
    Entity(id="e5", name="Neth", kind="place", mentions=(span("wick", "Neth"),)),
)

FAILED = claim(
    "c1",
    "The upper wall of the Orrow dam gave way on Tuesday.",
    told("lamp", "The upper wall of the Orrow dam gave way on Tuesday", mode="indirect", speaker="e4", cue="said"),
    told("wick", "The upper wall of the Orrow dam gave way on Tuesday"),
    when=TUESDAY,
    when_text="Tuesday",
    where=("e1",),
    about=("e1", "e4"),
    event=EventKey(lemma="give", cls="", polarity="positive", agents=("e1",)),
)
REBUILD = claim(
    "c2",
    "We will rebuild the wall",
    told("lamp", '"We will rebuild the wall,"', mode="direct", speaker="e2", speaker_text="Ina Mott", cue="said"),
    factuality="planned",
)
CRACK = claim(
    "c3",
    "the company had known of a crack since March",
    told(
        "lamp",
        "the company had known of a crack since March",
        mode="indirect",
        speaker_text="A senior official",
        source_kind="unnamed",
        cue="said",
    ),
    relations=(),
)
NO_CRACK = claim(
    "c4",
    "Ostra Valley Water denied that it had known of a crack",
    told("lamp", "it had known of a crack", stance="asserts", mode="indirect", speaker="e4", cue="denied"),
    relations=(Relation(to="c3", kind="contradicts", grounds=grounds("denial", "the company denies it")),),
    factuality="denied",
)
UNDER_WATER = claim(
    "c5",
    "Neth is under water",
    told("wick", "Neth is under water", mode="indirect", speaker_text="some posts", cue="say", published=EARLIER),
    where=("e5",),
)
DRY = claim(
    "c6",
    "The village of Neth has not been flooded",
    told("wick", "The village of Neth has not been flooded"),
    relations=(Relation(to="c5", kind="corrects", grounds=grounds("correction", "the page puts it right")),),
    where=("e5",),
)
SUE = claim(
    "c7",
    "to sue the company by June",
    told("wick", "to sue the company by June", mode="indirect", speaker="e3", speaker_text="Roan", cue="vowed"),
    factuality="threatened",
)
MISSING = claim(
    "c8",
    "At least 14 people are missing",
    told(
        "lamp",
        "At least 14 people are missing",
        mode="indirect",
        speaker_text="the Coast Agency",
        source_kind="media",
        via=(Carrier(name="Coast Agency", span=span("lamp", "the Coast Agency")),),
    ),
)
BUILT = claim(
    "c9",
    "The dam was built in 1962",
    told("wick", "The dam was built in 1962"),
    when=Interval(start=date(1962, 1, 1), end=date(1963, 1, 1)),
    when_text="1962",
)
FRAGMENT = claim("c10", "of rain", told("wick", "a week of rain"))

CLAIMS = (FAILED, REBUILD, CRACK, NO_CRACK, UNDER_WATER, DRY, SUE, MISSING, BUILT, FRAGMENT)
STATUS = {"c1": "confirmed", "c3": "denied", "c5": "corrected", "c8": "unverified"}
ORIGINS = {"c1": ("Ostra Valley Water", "The Wick")}

FIGURES = (
    Figure(
        id="f1",
        counts="people missing",
        scope=("Orrow",),
        unit="person",
        points=(
            Point(
                id="p1",
                value=Decimal(14),
                low=Decimal(14),
                high=None,
                bound="at_least",
                words="14",
                role="actual",
                when=TUESDAY,
                evidence=(quote("lamp", "At least 14 people are missing"),),
                published=LAMP_OUT,
                status="disputed",
            ),
            Point(
                id="p2",
                value=Decimal(11),
                low=Decimal(11),
                high=Decimal(11),
                bound="exact",
                words="Eleven",
                role="actual",
                when=TUESDAY,
                evidence=(quote("wick", "Eleven people are missing"),),
                published=WICK_OUT,
                status="disputed",
            ),
        ),
        conflicts=(Conflict(one="p1", other="p2", grounds=grounds("clash", "at least 14 and 11 cannot both hold")),),
    ),
    Figure(
        id="f2",
        counts="subscription",
        scope=(),
        unit="crown",
        points=(
            Point(
                id="p3",
                value=Decimal("2.5"),
                low=None,
                high=None,
                bound="about",
                words="two",
                role="limit",
                when=None,
                evidence=(quote("lamp", "two crowns a week"),),
                published=LAMP_OUT,
            ),
        ),
    ),
)

SNAPSHOT = Snapshot(
    story=Story(id="s1", headline="Dam wall at Orrow gives way", first="2031-05-06", last="2031-05-06"),
    as_of=datetime(2031, 5, 6, 18, 0, tzinfo=UTC),
    readings=READINGS,
    copies=(Copy(report="02-wick", of="01-lamp", kind="repeated", grounds=grounds("copy", "one passage")),),
    entities=ENTITIES,
    claims=CLAIMS,
    assessments=tuple(
        Assessment(
            claim=one.id,
            status=STATUS.get(one.id, "reported"),
            grounds=grounds("made", "so that there is one"),
            origins=ORIGINS.get(one.id, ("The Lamp",)),
        )
        for one in CLAIMS
    ),
    figures=FIGURES,
    timeline=(
        Entry(
            when=TUESDAY,
            when_text="Tuesday",
            text="The upper wall of the Orrow dam gave way",
            claims=("c1",),
            evidence=(quote("wick", "The upper wall of the Orrow dam gave way on Tuesday"),),
            part="happened",
            because="“Tuesday”, reckoned from the report's day",
        ),
        Entry(
            when=Interval(start=date(1962, 1, 1), end=date(1963, 1, 1)),
            when_text="1962",
            text="The dam was built in 1962",
            claims=("c9",),
            evidence=(quote("wick", "The dam was built in 1962"),),
            part="background",
            because="“1962”",
        ),
    ),
    unknowns=(
        Unknown(
            text="Nobody can yet say why the wall failed.",
            evidence=(quote("lamp", "Nobody can yet say why the wall failed."),),
        ),
        Unknown(
            text="It is not yet known why the wall failed.",
            evidence=(quote("wick", "It is not yet known why the wall failed."),),
        ),
    ),
    set_aside=(SetAside(quote=quote("lamp", "Subscribe to The Lamp for two crowns a week."), reason="boilerplate"),),
    problems=(Problem(code="encoding", message="the encoding was guessed", report="01-lamp"),),
)
