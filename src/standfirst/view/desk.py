"""The snapshot laid out for writing: who is who, how each claim stands, what the story turns on."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from standfirst.lexicon.agencies import agency_name
from standfirst.lexicon.media import is_outlet_name
from standfirst.model.linked import Claim, Entity, Evidence
from standfirst.model.reading import ASIDE, Reading
from standfirst.model.report import Published
from standfirst.model.snapshot import Assessment, Snapshot
from standfirst.model.span import Span
from standfirst.text import plain
from standfirst.view.tolls import Told, told_counts

_WORD = re.compile(r"[^\W\d_]{3,}|\d[\d.,]*\d|\d")

#: Letters of a word that are compared, so that "missiles" meets "missile" and "firing" meets "fired". It errs towards
#: taking two long words for one ("govern", "government").
_STEM = 5

#: Words that are in every second line and so tell no two apart. "Not" is none of them.
_EMPTY = frozenset(
    stem[:_STEM]
    for stem in "the and for that with from have has had been was were are his her its their they this but who which"
    " when after into about said says will would there also than then".split()
)

#: How many of the most mentioned entities the story is said to turn on.
_MAIN_ENTITIES = 6


#: Bounds of a time of publication no further apart than this still tell how new it is.
_ABOUT = timedelta(days=3)
#: Words of a body's name with what stands before it in the text.
_FULL_NAME = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """Look-ups into one snapshot, made once for all the lines of a brief."""

    snapshot: Snapshot
    entities: Mapping[str, Entity]
    claims: Mapping[str, Claim]
    standing: Mapping[str, Assessment]
    readings: Mapping[str, Reading]
    #: Entity id -> share of the mentions of the most mentioned ones; only these are in it.
    main_entities: Mapping[str, float]
    #: Stem -> share of the headlines that have it.
    headline_stems: Mapping[str, float]
    #: Report id -> the values that stand in it, each with the newer one that has overtaken it.
    told_counts: Mapping[str, tuple[Told, ...]]
    #: Report id -> where words stand that tell of something that was told wrongly.
    wrong_in: Mapping[str, tuple[Span, ...]]
    #: Ids of reports of which a later revision is here.
    revised: frozenset[str]
    #: The outlets of the reports and whose material they carry, in lower case.
    outlets: frozenset[str]
    #: Every name of a person, in lower case.
    persons: frozenset[str]
    #: The latest moment at which a passage came out; None where no time is known.
    newest: datetime | None
    #: When half of the reports were out; None where no time is known.
    middle: datetime | None

    @classmethod
    def of(cls, snapshot: Snapshot) -> Desk:
        """Lay out a snapshot."""
        return cls(
            snapshot=snapshot,
            entities={entity.id: entity for entity in snapshot.entities},
            claims={claim.id: claim for claim in snapshot.claims},
            standing={assessment.claim: assessment for assessment in snapshot.assessments},
            readings={reading.report.id: reading for reading in snapshot.readings},
            main_entities=_main_entities(snapshot),
            headline_stems=_headline_stems(snapshot),
            told_counts=told_counts(snapshot),
            wrong_in=_wrong_in(snapshot),
            revised=_revised(snapshot),
            outlets=_outlets(snapshot),
            persons=frozenset(
                name.casefold()
                for entity in snapshot.entities
                if entity.kind == "person"
                for name in (entity.name, *entity.aliases)
            ),
            newest=newest_moment(snapshot),
            middle=_middle(snapshot),
        )

    def outlet(self, report: str) -> str:
        """The outlet of a report, or the report's id where the outlet is not known."""
        reading = self.readings.get(report)
        return (reading.report.outlet if reading is not None else None) or report

    def status(self, claim: Claim) -> str:
        """How the claim stands; "reported" where nobody assessed it."""
        assessment = self.standing.get(claim.id)
        return assessment.status if assessment is not None else "reported"

    def speaker(self, evidence: Evidence) -> str | None:
        """Whom the words are attributed to: the name where the text gives one, else the words for the speaker.

        A body is called as the text calls it where that says more: "Orrow state TV", not "TV".
        """
        entity = self.entities.get(evidence.speaker) if evidence.speaker else None
        told = " ".join((evidence.speaker_text or "").split())
        if entity is None:
            return told or None
        fuller = entity.kind != "person" and told.endswith(f" {entity.name}") and len(told.split()) <= _FULL_NAME
        return re.sub(r"^the ", "", told, flags=re.IGNORECASE) if fuller else entity.name

    def is_carrier(self, name: str) -> bool:
        """Whether a name is an outlet's, an agency's or a broadcaster's, not that of someone who was told something."""
        if name.casefold() in self.persons:
            return False
        return is_outlet_name(name) or agency_name(name) is not None or name.casefold() in self.outlets

    def kind_at(self, span: Span) -> str:
        """The kind of block that holds the place, or ""."""
        reading = self.readings.get(span.report)
        block = reading.block_at(span.start) if reading is not None else None
        return block.kind if block is not None else ""

    def is_lead(self, span: Span) -> bool:
        """Whether the place is in its report's headline, its standfirst or its first paragraph."""
        reading = self.readings.get(span.report)
        if reading is None:
            return False
        if self.kind_at(span) in {"headline", "standfirst"}:
            return True
        body = next((block.span for block in reading.blocks if block.kind == "body"), None)
        if body is None or not body.holds(span):
            return False
        return "\n" not in reading.report.text[body.start : span.end].strip()


def moment_of(published: Published) -> datetime | None:
    """One moment for when something came out: the earliest that it can have been."""
    return published.earliest or published.latest


def known_moment(published: Published) -> datetime | None:
    """When something came out where that is known to some days; None where only far bounds are."""
    early, late = published.earliest, published.latest
    return early if early is not None and late is not None and late - early <= _ABOUT else None


def newest_moment(snapshot: Snapshot) -> datetime | None:
    """When the newest passage came out, never after the moment of the snapshot; None where no passage is dated."""
    out = [reading.published for reading in snapshot.readings]
    out += [
        block.published
        for reading in snapshot.readings
        for block in reading.blocks
        if block.stamped and block.kind not in ASIDE
    ]
    known = [moment for one in out if (moment := known_moment(one)) is not None and moment.tzinfo is not None]
    return max((one for one in known if snapshot.as_of is None or one <= snapshot.as_of), default=None)


def _middle(snapshot: Snapshot) -> datetime | None:
    known = [moment_of(reading.published) for reading in snapshot.readings]
    ordered = sorted(moment for moment in known if moment is not None and moment.tzinfo is not None)
    return ordered[len(ordered) // 2] if ordered else None


def stems(text: str) -> frozenset[str]:
    """The words of a text as they are compared: lower case, the first letters, numbers whole."""
    words = (word if word[0].isdigit() else word[:_STEM] for word in _WORD.findall(plain(text).casefold()))
    return frozenset(words) - _EMPTY


def likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """Shared stems over the stems of the shorter; 0 where either has none."""
    return len(one & other) / min(len(one), len(other)) if one and other else 0.0


def _main_entities(snapshot: Snapshot) -> dict[str, float]:
    counts = sorted(((len(entity.mentions), entity.id) for entity in snapshot.entities), reverse=True)
    main = [(count, name) for count, name in counts[:_MAIN_ENTITIES] if count]
    total = sum(count for count, _ in main)
    return {name: count / total for count, name in main}


def _headline_stems(snapshot: Snapshot) -> dict[str, float]:
    headlines = {snapshot.story.headline}
    headlines |= {reading.report.headline for reading in snapshot.readings if reading.report.headline}
    counts = Counter(stem for headline in headlines for stem in stems(headline))
    return {stem: count / len(headlines) for stem, count in counts.items()}


def _wrong_in(snapshot: Snapshot) -> dict[str, tuple[Span, ...]]:
    wrong = {one.claim for one in snapshot.assessments if one.status in {"corrected", "retracted"}}
    found: dict[str, list[Span]] = {}
    for claim in snapshot.claims:
        for item in claim.evidence if claim.id in wrong else ():
            found.setdefault(item.quote.span.report, []).append(item.quote.span)
    return {report: tuple(sorted(spans)) for report, spans in found.items()}


def _outlets(snapshot: Snapshot) -> frozenset[str]:
    names = {reading.report.outlet or "" for reading in snapshot.readings}
    names |= {name for reading in snapshot.readings for name in reading.origins}
    return frozenset(name.casefold() for name in names if name)


def _revised(snapshot: Snapshot) -> frozenset[str]:
    """The earlier of each pair of revisions, by when the outlet says that it changed."""
    readings = {reading.report.id: reading for reading in snapshot.readings}

    def changed(name: str) -> tuple[str, str]:
        report = readings[name].report
        moment = moment_of(report.updated) or moment_of(readings[name].published)
        return (moment.isoformat() if moment is not None else "", name)

    pairs = [(copy.report, copy.of) for copy in snapshot.copies if copy.kind == "revision"]
    return frozenset(min(pair, key=changed) for pair in pairs if all(name in readings for name in pair))
