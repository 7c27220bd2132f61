"""What is said across reports: entities, claims, figures, and how reports copy each other."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from decimal import Decimal

from standfirst.model.report import Published
from standfirst.model.span import Quote, Span
from standfirst.when import Interval


@dataclass(frozen=True, slots=True, kw_only=True)
class Grounds:
    """Why something was judged as it was: the rule's name and the reason in words, with the words that it rests on."""

    rule: str
    because: str
    quotes: tuple[Quote, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """A title or role that reports give someone."""

    title: str
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a place is, in degrees (WGS 84)."""

    name: str
    lat: float
    lon: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """Someone or something that the reports name, over all its spellings; made only where a report names it."""

    id: str
    name: str
    kind: str
    #: Every other form that names it, the longest first.
    aliases: tuple[str, ...] = ()
    roles: tuple[Role, ...] = ()
    mentions: tuple[Span, ...] = ()
    place: Place | None = None
    #: Why the spellings were joined.
    grounds: tuple[Grounds, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """One report is, in substance, another's text."""

    report: str
    of: str
    #: revision | syndicated | repeated.
    kind: str
    grounds: Grounds


@dataclass(frozen=True, slots=True, kw_only=True)
class Carrier:
    """An outlet or agency between the speaker and the report; `quote` holds the words that name it."""

    name: str
    span: Span | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """The words of one report on which a claim stands."""

    quote: Quote
    #: asserts | denies | corrects | questions.
    stance: str
    #: direct | indirect | mixed | narration.
    mode: str
    #: Entity id of the speaker, only where the text names one.
    speaker: str | None = None
    speaker_text: str | None = None
    cue: str | None = None
    #: named | role | body | document | unnamed | media | none; "outlet" in narration.
    source_kind: str = "outlet"
    #: Nearest the speaker first.
    via: tuple[Carrier, ...] = ()
    said_at: Interval | None = None
    #: True where the cue says that it was confirmed ("confirmed", "admitted").
    confirms: bool = False
    #: The words for those whose harm or deeds it tells and who do not speak in it ("the driver" in what police say).
    of_others: tuple[str, ...] = ()
    #: True where it is told as what was believed or said at first ("police initially thought").
    at_first: bool = False
    #: When the passage came out.
    published: Published


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """How a claim stands to another: contradicts | corrects | supersedes | refines."""

    to: str
    kind: str
    grounds: Grounds


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What is asserted, by one or many. Its text says nothing that its evidence does not say."""

    id: str
    text: str
    #: happened | ongoing | planned | threatened | possible | requested | denied | opinion.
    factuality: str
    when: Interval | None
    #: The words that `when` came from.
    when_text: str | None
    #: Ids of place entities.
    where: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    relations: tuple[Relation, ...] = ()
    #: Entity ids of everyone and everything in it.
    about: tuple[str, ...] = ()
    #: The event that it tells, where one was found: class or lemma, agent and patient entity ids.
    event: EventKey | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EventKey:
    """What makes two tellings the same event: its class, who did it and to whom, as far as they are named."""

    lemma: str
    cls: str
    polarity: str
    agents: tuple[str, ...] = ()
    patients: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One value of a figure, with the words that state it."""

    id: str
    value: Decimal
    low: Decimal | None
    high: Decimal | None
    #: exact | at_least | at_most | about.
    bound: str
    #: The words of the number.
    words: str
    role: str
    when: Interval | None
    evidence: tuple[Quote, ...]
    #: When the passage that states it came out.
    published: Published
    #: current | superseded | disputed | corrected | planned; given by the assessment.
    status: str = "current"
    grounds: Grounds | None = None
    #: False where a toll's number is told of some, of more, or of those told of before, and not as all of them.
    whole: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """Two points that cannot both hold: same count, same scope, overlapping time."""

    one: str
    other: str
    grounds: Grounds


@dataclass(frozen=True, slots=True, kw_only=True)
class Compatible:
    """Two points that differ and can both be so, and why: a plan and a fact, a part and its whole, another time."""

    #: A point of the figure that holds it.
    one: str
    #: Another point of it, or a point of another figure.
    other: str
    grounds: Grounds


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A quantity followed through time: points of one count and one scope."""

    id: str
    counts: str
    scope: tuple[str, ...]
    unit: str
    points: tuple[Point, ...]
    conflicts: tuple[Conflict, ...] = ()
    compatible: tuple[Compatible, ...] = ()
    #: Sums that must hold and do or do not: parts of a whole, a change and its ends; with the words of all numbers.
    notes: tuple[Grounds, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class EntityIndex:
    """The entities of a story and where each is mentioned; both look-ups are by bisection."""

    entities: tuple[Entity, ...]
    #: (report id, id in the reading, entity id), sorted.
    local: tuple[tuple[str, str, str], ...]
    #: (report id, start, end, entity id) of every mention, sorted.
    places: tuple[tuple[str, int, int, str], ...]
    #: Length of the longest mention, in code points.
    longest: int = 0

    def of(self, report_id: str, local_id: str) -> str | None:
        """The entity of a thing of one reading ("m1"), or None where no name stands behind it."""
        at = bisect_left(self.local, (report_id, local_id, ""))
        found = self.local[at] if at < len(self.local) else None
        return found[2] if found is not None and found[:2] == (report_id, local_id) else None

    def at(self, span: Span) -> str | None:
        """The entity of the smallest mention that covers the span, else of most of it; None where none is there."""
        first = bisect_left(self.places, (span.report, span.start - self.longest))
        best: tuple[tuple[int, int], str] | None = None
        for report, start, end, entity in self.places[first:]:
            if report != span.report or start >= span.end:
                break
            shared = min(end, span.end) - max(start, span.start)
            if shared > 0 and (best is None or (shared, start - end) > best[0]):
                best = ((shared, start - end), entity)
        return best[1] if best is not None else None
