"""Claims: what is asserted, by one or many, each on the exact words that assert it.

Statements are found report by report, those that say the same are joined, and what the text marks as a correction, a
denial, a contradiction or a newer state becomes a relation between claims. How a claim stands is not said here.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from standfirst.ids import stable_id
from standfirst.lexicon.factuality import told_factuality
from standfirst.link.claims.alone import broken
from standfirst.link.claims.amendments import correction_in
from standfirst.link.claims.denials import denies, refuses
from standfirst.link.claims.details import Differences
from standfirst.link.claims.firsts import told_at_first
from standfirst.link.claims.found import Found, sentence_words
from standfirst.link.claims.others import of_others
from standfirst.link.claims.relations import find_relations
from standfirst.link.claims.same import group
from standfirst.link.claims.statements import Statement, find_statements
from standfirst.link.claims.wording import claim_text
from standfirst.link.entities import EntityIndex
from standfirst.model.linked import Carrier, Claim, Copy, Evidence, Figure, Grounds, Relation
from standfirst.model.reading import Attribution, Reading
from standfirst.model.span import Span

_STANCES = {"asserts": "asserts", "confirms": "asserts", "denies": "denies", "corrects": "corrects",
            "questions": "questions", "declines": "questions"}  # fmt: skip


def link_claims(
    readings: Sequence[Reading],
    index: EntityIndex,
    figures: Sequence[Figure],
    copies: Sequence[Copy],
    passages: Iterable[tuple[Span, Span]],
) -> tuple[Claim, ...]:
    """All claims of the readings with their evidence and relations, in the order of their first words."""
    by_id = {reading.report.id: reading for reading in readings}
    statements = [one for name in sorted(by_id) for one in find_statements(by_id[name], index)]
    kinds = {entity.id: entity.kind for entity in index.entities}

    def unique(who: str) -> bool:
        return kinds.get(who) in ("person", "facility", "product")

    def person(who: str) -> bool:
        return kinds.get(who) == "person"

    differences = Differences(by_id, statements)
    groups = group(statements, passages, copies, figures, unique, person, differences.apart)
    found = find_relations(by_id, groups, figures, unique, person, differences)
    kept = _worth_telling(by_id, groups, found)
    claims = _unique([_claim(by_id, index, groups[number]) for number in kept])
    place = {number: place for place, number in enumerate(kept)}
    return _related(claims, (replace(one, source=place[one.source], target=place[one.target]) for one in found))


def _worth_telling(
    by_id: dict[str, Reading], groups: Sequence[tuple[Statement, ...]], found: Iterable[Found]
) -> list[int]:
    """The numbers of the groups that are claims: parts of sentences only where two tellings or a relation meet in them.

    So too what cannot be read alone, where something round it tells it. Two tellings are two sentences that are not one
    claim themselves, as the copies of one are.
    """
    related = {number for one in found for number in (one.source, one.target)}
    wholes: dict[str, list[tuple[int, Statement]]] = {}
    for number, members in enumerate(groups):
        for one in members:
            if not one.part and not one.leans:
                wholes.setdefault(one.report, []).append((number, one))

    def around(part: Statement) -> frozenset[int]:
        return frozenset(
            number
            for number, one in wholes.get(part.report, ())
            if any(span.holds(part.spans[0]) for span in one.spans) and _in_its_voice(part, one)
        )

    kept = []
    for number, members in enumerate(groups):
        legible = [one for one in members if not one.leans or not broken(by_id[one.report], one.spans[0])]
        told_twice = len(legible) > 1 and len({around(one) for one in legible}) > 1
        inside = all(one.part or (one.leans and around(one)) for one in members)
        if number in related or told_twice or not inside:
            kept.append(number)
    return kept


def _in_its_voice(part: Statement, whole: Statement) -> bool:
    """Whether what holds a part tells it too: who is told by a paper to have asked for calm asks, not the paper."""
    return part.said is None or (whole.said is not None and whole.speaker == part.speaker)


def _claim(by_id: dict[str, Reading], index: EntityIndex, members: tuple[Statement, ...]) -> Claim:
    best = min(members, key=lambda one: _plainness(by_id, one))
    report = by_id[best.report].report
    text = claim_text(by_id[best.report], best, whole=_is_clause(by_id[best.report], best))
    return Claim(
        id=stable_id("c", text),
        text=text,
        factuality=_agreed_factuality(best, members),
        when=best.timex.when if best.timex is not None else None,
        when_text=report.words(best.timex.span) if best.timex is not None else None,
        where=tuple(dict.fromkeys(place for member in members for place in member.places)),
        evidence=tuple(item for member in members for item in _evidence(by_id[member.report], index, member)),
        about=tuple(sorted(frozenset[str]().union(*(member.entities for member in members)))),
        event=best.key,
    )


def _plainness(by_id: dict[str, Reading], one: Statement) -> tuple[object, ...]:
    """Orders statements by how well they word a claim: body text, what stands alone, then what says least, as all do.

    A number that only some give is in no claim's words, where another wording does without it.
    """
    said = one.said
    mode = 0 if said is None else {"indirect": 1, "mixed": 2}.get(said.mode, 3)
    caption = one.block is not None and one.block.kind == "caption"
    stands = caption, one.leans, one.clause is not None
    return *stands, len(one.numbers), mode, len(one.words), -len(one.entities), one.start


def _is_clause(reading: Reading, one: Statement) -> bool:
    """Whether the content is a sentence by itself: a clause, or an event with an agent or a patient before it."""
    content = one.spans[0]
    if one.part or any(clause.kind == "content" and clause.span == content for clause in reading.clauses):
        return True
    beside = {
        clause.head for clause in reading.clauses if clause.kind in ("relative", "gapped") or clause.subject is not None
    }
    return any(
        part.role in ("agent", "patient") and part.span.start < event.span.start and event.span not in beside
        for event in one.events
        for part in event.participants
        if content.holds(part.span) and event.depth == min(other.depth for other in one.events)
    )


def _agreed_factuality(best: Statement, members: tuple[Statement, ...]) -> str:
    """As the best wording tells it; what one only calls so ("opinion") is as another states it."""
    first = _factuality(best)
    others = (_factuality(one) for one in members) if first == "opinion" else ()
    return next((other for other in others if other != "opinion"), first)


def _factuality(one: Statement) -> str:
    """What the passage says of whether it happened."""
    main = one.main.event if one.main is not None else None
    event = main or min(one.events, key=lambda each: (each.depth, each.cls == "", each.span.start), default=None)
    if one.said is not None:
        return told_factuality(one.said, event)
    return event.factuality if event is not None else "happened"


def _evidence(reading: Reading, index: EntityIndex, one: Statement) -> Iterable[Evidence]:
    said = one.said
    others = of_others(reading, index, one)
    at_first = told_at_first(reading, one)
    for span in one.spans:
        published = reading.published_at(span.start)
        quote = reading.report.quote(span)
        corrects = correction_in(_correcting_words(reading, one)) in ("within", "note")
        if said is None:
            corrects = corrects or correction_in(quote.text) is not None
            yield Evidence(
                quote=quote,
                stance="corrects" if corrects else "denies" if denies(reading, one) else "asserts",
                mode="narration",
                of_others=others,
                at_first=at_first,
                published=published,
            )
        else:
            yield Evidence(
                quote=quote,
                stance=_stance(reading, one, said, corrects=corrects),
                mode=said.mode,
                speaker=index.of(reading.report.id, said.speaker) if said.speaker is not None else None,
                speaker_text=said.speaker_text,
                cue=_cue(reading, said),
                source_kind=said.source_kind,
                via=tuple(Carrier(name=via.name, span=via.span) for via in said.via),
                said_at=said.said_at,
                published=published,
                confirms=said.stance == "confirms",
                of_others=others,
                at_first=at_first,
            )


def _stance(reading: Reading, one: Statement, said: Attribution, *, corrects: bool) -> str:
    """The stance of said words; a note that tells what is right corrects nothing that it says itself."""
    if corrects:
        return "corrects"
    right = said.stance == "corrects" and correction_in(sentence_words(reading, one)) == "right"
    refused = said.stance == "denies" and refuses(reading, one)
    return "asserts" if right or refused else _STANCES[said.stance]


def _correcting_words(reading: Reading, one: Statement) -> str:
    """The words in which a statement may be told as an error: "early reports that …" is taken to the sentence's end."""
    end = one.sentence.end
    start = min([one.sentence.start, *(span.start for span in reading.sentences if span.overlaps(one.spans[0]))])
    if one.said is not None and one.said.lemma in ("report", "claim", "suggestion", "rumour", "rumor"):
        end = max([end, *(span.end for span in reading.sentences if span.overlaps(one.sentence))])
    return reading.report.text[start:end]


def _cue(reading: Reading, said: Attribution) -> str | None:
    return " … ".join(reading.report.words(span) for span in said.cue) or said.lemma


def _unique(claims: list[Claim]) -> list[Claim]:
    """The claims with ids made unique: two that have the same words and were not joined stay two."""
    seen: dict[str, int] = {}
    out = []
    for claim in claims:
        count = seen[claim.id] = seen.get(claim.id, 0) + 1
        out.append(claim if count == 1 else replace(claim, id=f"{claim.id}-{count}"))
    return out


def _related(claims: list[Claim], found: Iterable[Found]) -> tuple[Claim, ...]:
    relations: dict[int, list[Relation]] = {}
    for relation in found:
        by_kind = {"corrects": "correction", "contradicts": "dispute", "supersedes": "supersession"}
        rule = relation.rule or by_kind[relation.kind]
        grounds = Grounds(rule=rule, because=relation.because, quotes=(claims[relation.source].evidence[0].quote,))
        relations.setdefault(relation.source, []).append(
            Relation(to=claims[relation.target].id, kind=relation.kind, grounds=grounds)
        )
    return tuple(replace(claim, relations=tuple(relations.get(number, ()))) for number, claim in enumerate(claims))
