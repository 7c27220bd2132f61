"""What one report asserts, piece by piece, before it is held against other reports.

A statement is the content of an attribution, or a clause that the outlet tells in its own voice. Every statement is
words of the text; nothing is rephrased here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from standfirst.lexicon.words import content_words
from standfirst.link.claims.sheet import Sheet
from standfirst.link.entities import EntityIndex
from standfirst.model.linked import EventKey
from standfirst.model.reading import ASIDE, Attribution, Block, Event, Quantity, Reading, Timex, aside_reason
from standfirst.model.span import Span

#: Blocks whose own words are no statement of the outlet's: a headline shortens what the text says in full.
_NO_NARRATION = ASIDE | {"headline", "heading", "byline", "dateline"}
_FEWEST_WORDS = 3
_TOLD_AS_SO = ("happened", "ongoing", "planned")


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One thing asserted at one place, with what was found in its words."""

    report: str
    #: The words asserted, in one piece or in the pieces of an interrupted quotation.
    spans: tuple[Span, ...]
    #: None where the outlet tells it in its own voice.
    said: Attribution | None
    #: The sentence, from source to content, that the statement stands in.
    sentence: Span
    block: Block | None
    words: frozenset[str]
    entities: frozenset[str]
    places: tuple[str, ...]
    events: tuple[Event, ...]
    key: EventKey | None
    #: Every event of a known class that is told in the words, the main one among them.
    keys: tuple[EventKey, ...]
    timex: Timex | None
    numbers: frozenset[tuple[str, str]]
    quantities: tuple[Quantity, ...]

    @property
    def start(self) -> tuple[str, int, int]:
        """Orders statements by report and place; of those that begin together the longest comes first."""
        return self.report, self.spans[0].start, -self.spans[-1].end


def find_statements(reading: Reading, index: EntityIndex) -> tuple[Statement, ...]:
    """The statements of one reading, in the order of the text."""
    sheet = Sheet(reading, index)
    return tuple(sorted((*_said(sheet), *_told(sheet)), key=lambda statement: statement.start))


def _said(sheet: Sheet) -> Iterator[Statement]:
    for said in sheet.reading.attributions:
        block = sheet.reading.block_at(said.content[0].start)
        kind = block.kind if block is not None else "body"
        # what a headline hangs on a name by a dash or a colon alone is too short to stand for somebody's words
        if kind not in ASIDE and (said.lemma is not None or kind not in ("headline", "heading")):
            yield _statement(sheet, said.content, said)


def _told(sheet: Sheet) -> Iterator[Statement]:
    """The clauses, whole sentences first, whose verb nobody else says and which no cue governs."""
    for clause in sheet.reading.clauses:
        block = sheet.reading.block_at(clause.span.start)
        words = sheet.report.words(clause.span)
        if clause.kind == "content" or (block is not None and block.kind in _NO_NARRATION):
            continue
        if block is not None and aside_reason(block.kind, sheet.report.words(block.span)) is not None:
            continue
        if (
            sheet.contents.touching(clause.head)
            or sheet.cues.touching(clause.head)
            or _mostly_spoken(sheet, clause.span)
        ):
            continue
        if len(words.split()) >= _FEWEST_WORDS and not words.rstrip().endswith("?"):
            yield _statement(sheet, (clause.span,), None)


def _mostly_spoken(sheet: Sheet, span: Span) -> bool:
    """Whether more than half of a clause is somebody's words: a fragment in quotation marks leaves it the outlet's."""
    spoken = sheet.spoken.touching(span)
    shared = sum(min(span.end, other.end) - max(span.start, other.start) for other in spoken)
    return 2 * shared > span.end - span.start


def _statement(sheet: Sheet, spans: tuple[Span, ...], said: Attribution | None) -> Statement:
    named = [
        (mention, entity)
        for span in spans
        for mention in sheet.heads.inside(span)
        if (entity := sheet.entity_of(mention.entity)) is not None
    ]
    events = tuple(event for span in spans for event in sheet.events.inside(span))
    quantities = tuple(quantity for span in spans for quantity in sheet.quantities.inside(span))
    return Statement(
        report=sheet.report.id,
        spans=spans,
        said=said,
        sentence=_sentence(sheet, spans, said),
        block=sheet.reading.block_at(spans[0].start),
        words=content_words(" ".join(sheet.report.words(span) for span in spans)),
        entities=frozenset(entity for _, entity in named),
        places=tuple(dict.fromkeys(entity for mention, entity in named if mention.kind in ("place", "facility"))),
        events=events,
        key=sheet.main_key(events),
        keys=tuple(
            sheet.key(event) for event in events if event.cls and not event.nominal and event.factuality in _TOLD_AS_SO
        ),
        timex=_timex(sheet, spans, events),
        # an age describes somebody whom the words name; it does not tell two tellings apart
        numbers=frozenset((str(one.value.normalize()), one.unit) for one in quantities if one.counted != "age"),
        quantities=quantities,
    )


def _sentence(sheet: Sheet, spans: tuple[Span, ...], said: Attribution | None) -> Span:
    parts = [*spans, *(said.source if said else ()), *(said.cue if said else ())]
    near = [part for part in parts if part in spans or sheet.together(part, spans[0])]
    return Span(report=spans[0].report, start=min(part.start for part in near), end=max(part.end for part in near))


def _timex(sheet: Sheet, spans: tuple[Span, ...], events: Sequence[Event]) -> Timex | None:
    """The time of the main event where it has one, else the only placed time in the words."""
    placed = [timex for span in spans for timex in sheet.timexes.inside(span)]
    for event in sorted(events, key=lambda one: (one.depth, one.span.start)):
        found = next((timex for timex in placed if timex.span == event.timex), None)
        if found is not None:
            return found
    return placed[0] if len(placed) == 1 else None
