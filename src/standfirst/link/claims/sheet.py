"""One reading laid out by place, and who takes part in its events: what statements are made from."""

from __future__ import annotations

from collections.abc import Sequence

from standfirst.link.entities import EntityIndex
from standfirst.model.linked import EventKey
from standfirst.model.reading import Event, Participant, Reading
from standfirst.model.span import Shelf, Span


class Sheet:
    """Look-ups into one reading; every shelf is in the order of the text."""

    def __init__(self, reading: Reading, index: EntityIndex) -> None:
        """Lay out a reading, with the entities that its mentions were linked to."""
        self.reading = reading
        self.report = reading.report
        self._index = index
        self.heads = Shelf(reading.mentions, lambda mention: mention.head)
        self.mentions = Shelf((one for one in reading.mentions if one.kind != "role"), lambda mention: mention.span)
        self.events = Shelf(reading.events, lambda event: event.span)
        self.quantities = Shelf(reading.quantities, lambda quantity: quantity.span)
        self.sentences = Shelf(reading.sentences, lambda sentence: sentence)
        self.timexes = Shelf(
            (one for one in reading.timexes if one.type in ("DATE", "TIME") and one.when is not None),
            lambda timex: timex.span,
        )
        said = reading.attributions
        self.cues = Shelf((span for one in said for span in one.cue), lambda span: span)
        self.contents = Shelf((span for one in said for span in one.content), lambda span: span)
        self.spoken = Shelf((span for one in said for span in (*one.content, *one.cue, *one.source)), lambda span: span)

    def entity_of(self, local: str) -> str | None:
        """The entity of a thing of this reading ("m1"), or None where nothing names it."""
        return self._index.of(self.report.id, local)

    def key(self, event: Event) -> EventKey:
        """An event by its class, its polarity and those who take part: entities, or nouns for what is not named."""
        return EventKey(
            lemma=event.lemma,
            cls=event.cls,
            polarity=event.polarity,
            agents=self._those(event.participants, "agent"),
            patients=self._those(event.participants, "patient"),
        )

    def main_key(self, events: Sequence[Event]) -> EventKey | None:
        """What the verb nearest the root of the passage tells; None where no verb tells anything."""
        told = [event for event in events if not event.nominal]
        event = min(told, key=lambda one: (one.depth, one.cls == "", one.span.start), default=None)
        return self.key(event) if event is not None else None

    def _those(self, participants: Sequence[Participant], role: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys(self._who(part) for part in participants if part.role == role))

    def _who(self, part: Participant) -> str:
        """The entity of the smallest mention that holds the head of the phrase; else "~" and the head's word."""
        holding = sorted(self.mentions.touching(part.head), key=lambda one: one.span.end - one.span.start)
        entities = (self.entity_of(mention.entity) for mention in holding)
        found = next((entity for entity in entities if entity is not None), None)
        return found or "~" + self.report.words(part.head).casefold()

    def together(self, one: Span, other: Span) -> bool:
        """Whether a sentence holds a part of both (a speaker carried on stands far above what is said)."""
        return any(sentence.overlaps(other) for sentence in self.sentences.touching(one))
