"""One reading laid out by place, and who takes part in its events: what statements are made from."""

from __future__ import annotations

from collections.abc import Sequence

from standfirst.lexicon.words import content_words
from standfirst.link.claims.parties import Happening, Party, party
from standfirst.link.entities import EntityIndex
from standfirst.model.linked import EventKey
from standfirst.model.reading import Event, Participant, Reading
from standfirst.model.span import Shelf, Span

#: Words by which speakers mean themselves, and by which a body is meant in what it says.
_OWN, _OF_A_BODY = frozenset({"i", "we", "me", "us"}), frozenset({"it", "itself"})
#: Verbs that vouch for what hangs on them or say only that it lasts, and tell nothing else.
_CARRIES = frozenset("know confirm stay remain keep".split())
#: Verbs that tell only how far along it is: "began firing".
_SETS_IN = frozenset("begin start continue".split())
#: Words for what is to come, which tell nothing else: "is expected to appear", "is scheduled to open".
_AHEAD = frozenset("expect schedule plan slate".split())
_TAKES_AS_SO = frozenset("note confirm know stress show emphasise emphasize reveal learn remember".split())


class Sheet:
    """Look-ups into one reading; every shelf is in the order of the text."""

    def __init__(self, reading: Reading, index: EntityIndex) -> None:
        """Lay out a reading, with the entities that its mentions were linked to."""
        self.reading = reading
        self.report = reading.report
        self._index = index
        self._names = {one.id: content_words(" ".join((one.name, *one.aliases))) for one in index.entities}
        self._kinds = {one.id: one.kind for one in index.entities}
        self.heads = Shelf(reading.mentions, lambda mention: mention.head)
        self.mentions = Shelf((one for one in reading.mentions if one.kind != "role"), lambda mention: mention.span)
        self.events = Shelf(reading.events, lambda event: event.span)
        self.quantities = Shelf(reading.quantities, lambda quantity: quantity.span)
        self.sentences = Shelf(reading.sentences, lambda sentence: sentence)
        self.timexes = Shelf(
            (one for one in reading.timexes if one.type in ("DATE", "TIME") and one.when is not None),
            lambda timex: timex.span,
        )
        self.clauses = reading.clauses
        self.verbs = frozenset(clause.head for clause in reading.clauses)
        self.told = frozenset(clause.head for clause in reading.clauses if clause.kind != "content")
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

    def happening(self, event: Event, speaker: str | None) -> Happening:
        """An event with those who take part, as they are compared with those of other tellings.

        In what an entity says, "we" is that entity, and "it" is where a body speaks.
        """
        roles = {
            role: tuple(self._party(part, speaker) for part in event.participants if part.role == role)
            for role in ("agent", "patient")
        }
        return Happening(key=self.key(event), event=event, agents=roles["agent"], patients=roles["patient"])

    def main_event(self, events: Sequence[Event], spans: Sequence[Span]) -> Event | None:
        """What the verb nearest the root of the passage tells; None where no verb tells anything.

        What hangs on words of doubt or judgement is not told: "he is not confident that all were found". What hangs on
        a verb that only vouches for it or points to it is: "nine are known to have died", "the bridge stays shut", "it
        is important to note that the dam holds".
        """
        here = [one for one in self.clauses if any(span.holds(one.span) for span in spans)]
        inner = {
            one.head
            for one in here
            if one.kind == "content" and any(other.span != one.span and other.span.holds(one.span) for other in here)
        }
        told = [
            event for event in events if not event.nominal and (event.span not in inner or self._known(event, events))
        ]
        first = min(told, key=lambda one: (one.depth, one.cls == "", one.span.start), default=None)
        if first is not None and first.lemma in _CARRIES | _TAKES_AS_SO and first.polarity == "positive":
            below = (
                one for one in told if one.depth == first.depth + 1 and one.span.start > first.span.start and one.cls
            )
            return next(below, first)
        if first is not None and first.lemma in _SETS_IN:
            below = (one for one in told if one.depth == first.depth + 1 and self._goes_on(first, one))
            return next(below, first)
        if first is not None and first.lemma in _AHEAD and all(part.role != "agent" for part in first.participants):
            below = (one for one in told if one.factuality == "planned" and one.span.start > first.span.start)
            return next(below, first)
        return first

    def _goes_on(self, first: Event, then: Event) -> bool:
        """Whether a verb is what another begins, right after it: "began |firing|"."""
        follows = not self.report.text[first.span.end : then.span.start].strip() and first.span.end < then.span.start
        return follows and then.cls != "" and then.factuality == first.factuality

    def _whole(self, event: Event) -> bool:
        """Whether a verb tells something by itself; "the man |found| dead" only says which man."""
        return event.tense != "" or event.span in self.verbs or event.factuality != "happened"

    def tells(self, event: Event, events: Sequence[Event]) -> bool:
        """Whether an event is told as so: it heads a clause that is no condition, or hangs on such words."""
        return event.span in self.told or self._known(event, events)

    def _known(self, event: Event, events: Sequence[Event]) -> bool:
        """Whether an event hangs on words that take it as so: "it is important to note that …"."""
        above = [one for one in events if one.span.start < event.span.start and one.depth < event.depth]
        over = max((one for one in above if not one.nominal), key=lambda one: one.span.start, default=None)
        return over is not None and over.lemma in _TAKES_AS_SO and over.polarity == "positive" and not event.nominal

    def _those(self, participants: Sequence[Participant], role: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys(self._who(part) for part in participants if part.role == role))

    def _who(self, part: Participant) -> str:
        """The entity of the phrase; else "~" and the head's word."""
        return self._entity(part) or "~" + self.report.words(part.head).casefold()

    def _entity(self, part: Participant) -> str | None:
        """The entity of the smallest mention that holds the head of the phrase."""
        holding = sorted(self.mentions.touching(part.head), key=lambda one: one.span.end - one.span.start)
        entities = (self.entity_of(mention.entity) for mention in holding)
        return next((entity for entity in entities if entity is not None), None) or self._named_beside(part)

    def _named_beside(self, part: Participant) -> str | None:
        """The entity of a name that stands beside a noun for it: "the airline Blue Wing", "a rival, Blue Wing,"."""
        text, end = self.report.text, part.span.end
        near = Span(report=part.span.report, start=end, end=min(len(text), end + 3)) if end < len(text) else None
        for mention in self.mentions.touching(near) if near is not None else ():
            gap = text[end : mention.span.start]
            closed = text[mention.span.end : mention.span.end + 1] == ","
            if mention.form == "name" and (gap == " " or (gap == ", " and closed)) and part.span.end > part.head.start:
                return self.entity_of(mention.entity)
        return None

    def _party(self, part: Participant, speaker: str | None) -> Party:
        who = self._entity(part)
        if who is None and speaker is not None:
            own = _OWN | (_OF_A_BODY if self._kinds.get(speaker) == "organisation" else frozenset())
            who = speaker if self.report.words(part.head).casefold() in own else None
        kinds = ["person" if one.kind == "role" else one.kind for one in self.heads.touching(part.head)]
        return party(
            self.report.words(part.span),
            self.report.words(part.head),
            who,
            self._names.get(who or "", frozenset()),
            self._kinds.get(who or "", "") or next(iter(kinds), ""),
        )

    def together(self, one: Span, other: Span) -> bool:
        """Whether a sentence holds a part of both (a speaker carried on stands far above what is said)."""
        return any(sentence.overlaps(other) for sentence in self.sentences.touching(one))
