"""The brief as JSON: everything in the snapshot, in the shape that CONTRACT fixes (`standfirst/brief/1`)."""

from __future__ import annotations

import json

from standfirst.export.shapes import Json, Shape, cited, moment, number, place, published, stretch, stretch_in_words
from standfirst.export.shapes import trouble as problem_shape
from standfirst.model.linked import Carrier, Claim, Entity, Evidence, Figure, Grounds, Point
from standfirst.model.reading import Reading
from standfirst.model.snapshot import Assessment, Entry, OtherDate, SetAside, Snapshot, Unknown

SCHEMA = "standfirst/brief/1"


def render_json(snapshot: Snapshot) -> str:
    """The whole snapshot as indented JSON with a newline at the end; the same snapshot gives the same text."""
    return json.dumps(brief_shape(snapshot), ensure_ascii=False, indent=2) + "\n"


def brief_shape(snapshot: Snapshot) -> Shape:
    """The snapshot as plain values, its keys in the order of the contract."""
    copies = {copy.report: (copy.of, copy.kind) for copy in snapshot.copies}
    standing = {assessment.claim: assessment for assessment in snapshot.assessments}
    readings = sorted(snapshot.readings, key=lambda reading: reading.report.id)
    story = snapshot.story
    return {
        "schema": SCHEMA,
        "as_of": moment(snapshot.as_of),
        "story": {"id": story.id, "headline": story.headline, "from": story.first, "to": story.last},
        "reports": [_report(reading, *copies.get(reading.report.id, (None, None))) for reading in readings],
        "entities": [_entity(entity) for entity in snapshot.entities],
        "claims": [_claim(claim, standing[claim.id]) for claim in snapshot.claims],
        "timeline": [_entry(entry) for entry in snapshot.timeline],
        "figures": [_figure(figure) for figure in snapshot.figures],
        "unknowns": [_unknown(unknown) for unknown in snapshot.unknowns],
        "set_aside": [_set_aside(aside) for aside in snapshot.set_aside],
        "problems": [problem_shape(problem) for problem in snapshot.problems],
    }


def headline_of(reading: Reading) -> str | None:
    """The headline that came with the report, else the one that stands in its text."""
    if reading.report.headline:
        return reading.report.headline
    block = next((block for block in reading.blocks if block.kind == "headline"), None)
    return reading.report.words(block.span).strip() if block is not None else None


def _report(reading: Reading, copy_of: str | None, copy_kind: str | None) -> Shape:
    report = reading.report
    return {
        "id": report.id,
        "outlet": report.outlet,
        "headline": headline_of(reading),
        "url": report.url,
        "revision": report.revision,
        "published": published(reading.published),
        "text": report.text,
        "origins": list(reading.origins),
        "copy_of": copy_of,
        "copy_kind": copy_kind,
    }


def _entity(entity: Entity) -> Shape:
    where = entity.place
    return {
        "id": entity.id,
        "name": entity.name,
        "kind": entity.kind,
        "aliases": list(entity.aliases),
        "roles": [{"title": role.title, "evidence": [cited(quote) for quote in role.quotes]} for role in entity.roles],
        "mentions": [{"report": span.report, **place(span)} for span in entity.mentions],
        "place": {"lat": where.lat, "lon": where.lon, "name": where.name} if where is not None else None,
    }


def _claim(claim: Claim, assessment: Assessment) -> Shape:
    return {
        "id": claim.id,
        "text": claim.text,
        "status": assessment.status,
        "grounds": _grounds(assessment.grounds),
        "factuality": claim.factuality,
        "when": stretch_in_words(claim.when, claim.when_text),
        "where": list(claim.where),
        "independent_origins": len(assessment.origins),
        "origins": list(assessment.origins),
        "evidence": [_evidence(evidence) for evidence in claim.evidence],
        "relations": [
            {"to": relation.to, "kind": relation.kind, "grounds": _grounds(relation.grounds)}
            for relation in claim.relations
        ],
    }


def _evidence(evidence: Evidence) -> Shape:
    return {
        **cited(evidence.quote),
        "stance": evidence.stance,
        "mode": evidence.mode,
        "speaker": evidence.speaker,
        "speaker_text": evidence.speaker_text,
        "cue": evidence.cue,
        "source_kind": evidence.source_kind,
        "via": [_carrier(carrier) for carrier in evidence.via],
        "said_at": stretch(evidence.said_at),
        "published": published(evidence.published),
    }


def _carrier(carrier: Carrier) -> Shape:
    span = carrier.span
    if span is None:
        return {"name": carrier.name, "start": None, "end": None}
    return {"name": carrier.name, **place(span)}


def _entry(entry: Entry) -> Shape:
    return {
        "when": stretch_in_words(entry.when, entry.when_text),
        "text": entry.text,
        "part": entry.part,
        "because": entry.because,
        "claims": list(entry.claims),
        "evidence": [cited(quote) for quote in entry.evidence],
        "other_dates": [_other_date(other) for other in entry.other_dates],
    }


def _other_date(other: OtherDate) -> Shape:
    return {
        "when": stretch_in_words(other.when, other.when_text),
        "because": other.because,
        "evidence": [cited(quote) for quote in other.evidence],
    }


def _figure(figure: Figure) -> Shape:
    conflicts: list[Json] = [[conflict.one, conflict.other] for conflict in figure.conflicts]
    return {
        "id": figure.id,
        "counts": figure.counts,
        "scope": list(figure.scope),
        "unit": figure.unit,
        "points": [_point(point) for point in figure.points],
        "conflicts": conflicts,
        "compatible": [{"one": pair.one, "other": pair.other, **_grounds(pair.grounds)} for pair in figure.compatible],
        "notes": [{**_grounds(note), "evidence": [cited(quote) for quote in note.quotes]} for note in figure.notes],
    }


def _point(point: Point) -> Shape:
    return {
        "id": point.id,
        "value": number(point.value),
        "low": number(point.low),
        "high": number(point.high),
        "bound": point.bound,
        "words": point.words,
        "role": point.role,
        "when": stretch(point.when),
        "status": point.status,
        "whole": point.whole,
        "grounds": _grounds(point.grounds) if point.grounds is not None else None,
        "evidence": [cited(quote) for quote in point.evidence],
        "published": published(point.published),
    }


def _unknown(unknown: Unknown) -> Shape:
    return {"text": unknown.text, "evidence": [cited(quote) for quote in unknown.evidence]}


def _set_aside(aside: SetAside) -> Shape:
    return {**cited(aside.quote), "reason": aside.reason}


def _grounds(grounds: Grounds) -> Shape:
    return {"rule": grounds.rule, "because": grounds.because}
