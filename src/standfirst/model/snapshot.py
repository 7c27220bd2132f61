"""Everything known as of a moment: what every view, export and page is made from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from standfirst.model.linked import Claim, Copy, Entity, Figure, Grounds
from standfirst.model.problem import Problem
from standfirst.model.reading import Reading
from standfirst.model.span import Quote
from standfirst.when import Interval


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """How a claim stands as of a moment, by which rule, and on how many independent origins."""

    claim: str
    #: confirmed | corroborated | reported | unverified | disputed | denied | corrected | retracted | superseded.
    status: str
    grounds: Grounds
    #: Names of the independent origins, one voice each.
    origins: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherDate:
    """Another date that reports give for the same thing, with the words that give it."""

    when: Interval
    when_text: str
    evidence: tuple[Quote, ...]
    because: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One line of the timeline, in the words of its evidence."""

    when: Interval
    when_text: str
    text: str
    claims: tuple[str, ...]
    evidence: tuple[Quote, ...]
    #: happened | planned | background.
    part: str
    #: How the date was reached.
    because: str
    #: Dates that cannot hold together with `when`, where reports disagree.
    other_dates: tuple[OtherDate, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Unknown:
    """Something that a report says is not known."""

    text: str
    evidence: tuple[Quote, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SetAside:
    """Words that are not the story's, and why: boilerplate | caption | credit | unrelated | repeated | failed_page."""

    quote: Quote
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """The developing set as a whole."""

    id: str
    headline: str
    #: First and last civil date of its reports, in ISO 8601; None where no report has a date.
    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """Everything as of a moment. Made again from the reports it is the same, whatever order they came in."""

    story: Story
    #: None: everything held.
    as_of: datetime | None
    readings: tuple[Reading, ...]
    copies: tuple[Copy, ...]
    entities: tuple[Entity, ...]
    claims: tuple[Claim, ...]
    #: One for each claim, in the order of the claims.
    assessments: tuple[Assessment, ...]
    figures: tuple[Figure, ...]
    timeline: tuple[Entry, ...]
    unknowns: tuple[Unknown, ...]
    set_aside: tuple[SetAside, ...]
    problems: tuple[Problem, ...]
