"""What one report asserts, piece by piece, before it is held against other reports.

A statement is the content of an attribution, or a clause that the outlet tells in its own voice. Every statement is
words of the text; nothing is rephrased here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from standfirst.link.entities import EntityIndex
from standfirst.link.words import content_words
from standfirst.model.linked import EventKey
from standfirst.model.reading import ASIDE, Attribution, Block, Event, Participant, Quantity, Reading, Timex
from standfirst.model.span import Span

#: Blocks whose own words are no statement of the outlet's: a headline shortens what the text says in full.
_NO_NARRATION = ASIDE | {"headline", "heading", "byline", "dateline"}
_FEWEST_WORDS = 3


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
    found = [*_said(reading, index), *_told(reading, index)]
    return tuple(sorted(found, key=lambda statement: statement.start))


def _said(reading: Reading, index: EntityIndex) -> Iterator[Statement]:
    for said in reading.attributions:
        block = reading.block_at(said.content[0].start)
        if block is not None and block.kind in ASIDE:
            continue
        yield _statement(reading, index, said.content, said)


def _told(reading: Reading, index: EntityIndex) -> Iterator[Statement]:
    """The clauses, whole sentences first, whose verb nobody else says and which no cue governs."""
    cues = [span for said in reading.attributions for span in said.cue]
    contents = [span for said in reading.attributions for span in said.content]
    sources = [span for said in reading.attributions for span in said.source]
    for clause in reading.clauses:
        block = reading.block_at(clause.span.start)
        if block is not None and block.kind in _NO_NARRATION:
            continue
        spoken = any(content.overlaps(clause.head) for content in contents)
        if (
            spoken
            or any(cue.overlaps(clause.head) for cue in cues)
            or _mostly(clause.span, (*cues, *contents, *sources))
        ):
            continue
        words = reading.report.words(clause.span)
        if len(words.split()) < _FEWEST_WORDS or words.rstrip().endswith("?"):
            continue
        yield _statement(reading, index, (clause.span,), None)


def _mostly(span: Span, spoken: Sequence[Span]) -> bool:
    """Whether more than half of a clause is somebody's words: a fragment in quotation marks leaves it the outlet's."""
    shared = sum(min(span.end, other.end) - max(span.start, other.start) for other in spoken if span.overlaps(other))
    return 2 * shared > span.end - span.start


def _statement(reading: Reading, index: EntityIndex, spans: tuple[Span, ...], said: Attribution | None) -> Statement:
    def inside(span: Span) -> bool:
        return any(whole.holds(span) for whole in spans)

    mentions = [mention for mention in reading.mentions if inside(mention.head)]
    named = [(mention, entity) for mention in mentions if (entity := index.of(reading.report.id, mention.entity))]
    events = tuple(event for event in reading.events if inside(event.span))
    text = " ".join(reading.report.words(span) for span in spans)
    quantities = tuple(quantity for quantity in reading.quantities if inside(quantity.span))
    return Statement(
        report=reading.report.id,
        spans=spans,
        said=said,
        sentence=_sentence(reading, spans, said),
        block=reading.block_at(spans[0].start),
        words=content_words(text),
        entities=frozenset(entity for _, entity in named),
        places=tuple(dict.fromkeys(entity for mention, entity in named if mention.kind in ("place", "facility"))),
        events=events,
        key=main_key(reading, index, events),
        keys=tuple(
            event_key(reading, index, event)
            for event in events
            if event.cls and not event.nominal and event.factuality in ("happened", "ongoing", "planned")
        ),
        timex=_timex(reading, spans, events),
        # an age describes somebody whom the words name; it does not tell two tellings apart
        numbers=frozenset((str(one.value.normalize()), one.unit) for one in quantities if one.counted != "age"),
        quantities=quantities,
    )


def _sentence(reading: Reading, spans: Sequence[Span], said: Attribution | None) -> Span:
    parts = [*spans, *(said.source if said else ()), *(said.cue if said else ())]
    near = [part for part in parts if _same_passage(reading, part, spans[0])]
    return Span(report=spans[0].report, start=min(part.start for part in near), end=max(part.end for part in near))


def _same_passage(reading: Reading, part: Span, content: Span) -> bool:
    """Whether a source or cue stands in a sentence with the content (a speaker carried on stands far above it)."""
    return any(sentence.overlaps(part) and sentence.overlaps(content) for sentence in reading.sentences)


def main_key(reading: Reading, index: EntityIndex, events: Sequence[Event]) -> EventKey | None:
    """What the event nearest the root of the passage is, by class, agent and patient; None where none is told."""
    told = [event for event in events if not event.nominal]
    if not told:
        return None
    event = min(told, key=lambda one: (one.depth, one.cls == "", one.span.start))
    return event_key(reading, index, event)


def event_key(reading: Reading, index: EntityIndex, event: Event) -> EventKey:
    """An event by its class, polarity and the named (or, unnamed, the nouns) that take part."""

    def those(*roles: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys(_who(reading, index, part) for part in event.participants if part.role in roles))

    return EventKey(
        lemma=event.lemma,
        cls=event.cls,
        polarity=event.polarity,
        agents=those("agent"),
        patients=those("patient"),
    )


def _who(reading: Reading, index: EntityIndex, part: Participant) -> str:
    """The entity that takes part, by the smallest mention that holds the head of the phrase; else the head's word."""
    holding = [one for one in reading.mentions if one.span.overlaps(part.head) and one.kind != "role"]
    for mention in sorted(holding, key=lambda one: one.span.end - one.span.start):
        entity = index.of(reading.report.id, mention.entity)
        if entity is not None:
            return entity
    return "~" + reading.report.words(part.head).casefold()


def _timex(reading: Reading, spans: Sequence[Span], events: Sequence[Event]) -> Timex | None:
    """The time of the main event where it has one, else the only placed time in the words."""
    placed = [
        timex
        for timex in reading.timexes
        if timex.type in ("DATE", "TIME") and timex.when is not None and any(span.holds(timex.span) for span in spans)
    ]
    for event in sorted(events, key=lambda one: (one.depth, one.span.start)):
        if event.timex is not None and event.timex < len(reading.timexes) and reading.timexes[event.timex] in placed:
            return reading.timexes[event.timex]
    return placed[0] if len(placed) == 1 else None
