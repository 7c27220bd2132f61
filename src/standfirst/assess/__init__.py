"""How each claim stands: the rules of `assess.rules`, tried in order over claims, relations, origins and figures."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from standfirst.assess.case import Case, Inbound
from standfirst.assess.origins import independent_origins, voices
from standfirst.assess.rules import RULES
from standfirst.model.linked import Claim, Copy, Entity, Figure, Point
from standfirst.model.reading import Reading
from standfirst.model.snapshot import Assessment

__all__ = ["RULES", "assess_claims"]


def assess_claims(
    claims: Sequence[Claim],
    readings: Sequence[Reading],
    entities: Sequence[Entity],
    figures: Sequence[Figure],
    copies: Sequence[Copy],
) -> tuple[Assessment, ...]:
    """One assessment for each claim, in the order of the claims."""
    known = voices(readings, entities, copies)
    points = _points_by_report(figures)

    def case(claim: Claim, put_right: frozenset[str]) -> Case:
        """The claim with what points to it; what has itself been put right contests nothing any more."""
        kept = tuple(one for one in claim.relations if one.kind != "contradicts" or one.to not in put_right)
        pointing = (one for one in inbound[claim.id] if one.kind != "contradicts" or one.by.id not in put_right)
        return Case(
            claim=replace(claim, relations=kept),
            origins=independent_origins(claim, known),
            inbound=tuple(pointing),
            entities=known.entities,
            points=_points_in(claim, points),
        )

    inbound: dict[str, list[Inbound]] = defaultdict(list)
    for claim in claims:
        for relation in claim.relations:
            inbound[relation.to].append(Inbound(kind=relation.kind, by=claim, because=relation.grounds.because))
    first = [_assess(case(claim, frozenset())) for claim in claims]
    put_right = frozenset(one.claim for one in first if one.status in ("corrected", "retracted"))
    return tuple(_assess(case(claim, put_right)) for claim in claims) if put_right else tuple(first)


def _assess(case: Case) -> Assessment:
    for rule in RULES:
        grounds = rule.applies(case)
        if grounds is not None:
            return Assessment(claim=case.claim.id, status=rule.status, grounds=grounds, origins=case.origins)
    raise AssertionError("the last rule applies always")


def _points_by_report(figures: Sequence[Figure]) -> dict[str, list[Point]]:
    found: dict[str, list[Point]] = defaultdict(list)
    for figure in figures:
        for point in figure.points:
            found[point.evidence[0].span.report].append(point)
    return found


def _points_in(claim: Claim, points: dict[str, list[Point]]) -> tuple[Point, ...]:
    """The points whose number stands in the claim's evidence; most claims have none."""
    return tuple(
        point
        for item in claim.evidence
        for point in points.get(item.quote.span.report, ())
        if item.quote.span.overlaps(point.evidence[0].span) and point.words in item.quote.text
    )
