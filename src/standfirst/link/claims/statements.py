"""What one report asserts, piece by piece, before it is held against other reports.

A statement is the content of an attribution, or a clause that the outlet tells in its own voice. Every statement is
words of the text; nothing is rephrased here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from standfirst.lexicon.words import content_words
from standfirst.link.claims.alone import broken, points_back
from standfirst.link.claims.parties import Happening
from standfirst.link.claims.sheet import Sheet
from standfirst.link.entities import EntityIndex
from standfirst.model.linked import EventKey
from standfirst.model.reading import ASIDE, Attribution, Block, Clause, Event, Quantity, Reading, Timex, aside_reason
from standfirst.model.span import Span

#: Blocks whose own words are no statement of the outlet's: a headline shortens what the text says in full.
_NO_NARRATION = ASIDE | {"headline", "heading", "byline", "dateline"}
_FEWEST_WORDS = 3
#: Words that deny.
DENYING = re.compile(r"\b(?:no|not|never|without|nobody|none|nothing|neither|nor)\b|n['’]t\b", re.IGNORECASE)
_VOUCHES = ("asserts", "confirms")
#: Letters between a noun and what a relative pronoun tells of it (", who ").
_NEXT = 9


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
    #: What its main verb tells.
    main: Happening | None
    #: Every event that its words tell as so: that of its main verb and of each clause that is no condition or question.
    told: tuple[Happening, ...]
    #: Every event of a known class in its words, told as so or not.
    held: tuple[Happening, ...]
    timex: Timex | None
    numbers: frozenset[tuple[str, str]]
    quantities: tuple[Quantity, ...]
    #: The entity that says it.
    speaker: str | None = None
    #: True where it is a part of a sentence that needs another telling beside it to be a claim of its own.
    part: bool = False
    #: The clause whose subject stands outside of it, where the statement is one.
    clause: Clause | None = None
    #: True where it cannot be read alone, so that the sentence round it tells it better.
    leans: bool = False
    #: Whether a word of denial is in it ("with no bail set").
    denying: bool = False

    @property
    def key(self) -> EventKey | None:
        """The main event as a claim gives it."""
        return self.main.key if self.main is not None else None

    @property
    def start(self) -> tuple[str, int, int]:
        """Orders statements by report and place; of those that begin together the longest comes first."""
        return self.report, self.spans[0].start, -self.spans[-1].end


def find_statements(reading: Reading, index: EntityIndex) -> tuple[Statement, ...]:
    """The statements of one reading, in the order of the text."""
    sheet = Sheet(reading, index)
    found = [*_said(sheet), *_told(sheet)]
    whole = {one.spans for one in found}
    parts = [one for one in _parts(sheet) if one.spans not in whole]
    found += _left_over(parts, [span for one in found for span in one.spans])
    return tuple(sorted(found, key=lambda statement: statement.start))


def _left_over(parts: Sequence[Statement], told: list[Span]) -> Iterator[Statement]:
    """The parts, those that nothing else tells made statements of their own, the longest first.

    "|Police have not named the man|, but neighbours say that he is a teacher": what neighbours say is told already.
    """
    for one in sorted(parts, key=lambda part: part.spans[0].start - part.spans[0].end):
        if one.said is None and not any(one.spans[0].overlaps(span) for span in told):
            told.append(one.spans[0])
            yield replace(one, part=False)
        else:
            yield one


def _said(sheet: Sheet) -> Iterator[Statement]:
    for said in sheet.reading.attributions:
        block = sheet.reading.block_at(said.content[0].start)
        kind = block.kind if block is not None else "body"
        # what a headline hangs on a name by a dash or a colon alone is too short to stand for somebody's words
        if kind not in ASIDE and (said.lemma is not None or kind not in ("headline", "heading")):
            one = _statement(sheet, _unsaid(sheet, said) or said.content, said)
            leans = said.mode != "direct" and len(one.spans) == 1 and broken(sheet.reading, one.spans[0])
            yield replace(one, leans=leans)


def _unsaid(sheet: Sheet, said: Attribution) -> tuple[Span, ...] | None:
    """Of what somebody does not say the whole is told: "|police have not confirmed his name|", and not "his name"."""
    if said.stance != "declines" or said.mode != "indirect" or len(said.content) != 1 or not said.source:
        return None
    start, content = said.source[0].start, said.content[0]
    if start >= content.start or any(span.overlaps(content) for span in said.source):
        return None
    whole = Span(report=content.report, start=start, end=content.end)
    return (whole,) if any(sentence.holds(whole) for sentence in sheet.reading.sentences) else None


def _told(sheet: Sheet) -> Iterator[Statement]:
    """The clauses, whole sentences first, whose verb nobody else says and which no cue governs."""
    for clause in sheet.reading.clauses:
        block = sheet.reading.block_at(clause.span.start)
        words = sheet.report.words(clause.span)
        if clause.kind in ("content", "part") or not _the_outlets(sheet, block):
            continue
        if (
            sheet.contents.touching(clause.head)
            or sheet.cues.touching(clause.head)
            or _mostly_spoken(sheet, clause.span)
        ):
            continue
        if len(words.split()) >= _FEWEST_WORDS and not words.rstrip().endswith("?"):
            cut = clause.kind != "sentence"
            leans = cut and points_back(sheet.reading, clause.span)
            yield replace(_statement(sheet, (clause.span,), None), leans=leans)


def _the_outlets(sheet: Sheet, block: Block | None) -> bool:
    """Whether a block tells something in the outlet's own voice."""
    if block is None:
        return True
    return block.kind not in _NO_NARRATION and aside_reason(block.kind, sheet.report.words(block.span)) is None


def _parts(sheet: Sheet) -> Iterator[Statement]:
    """What single clauses tell inside of what is said, and what each verb of a sentence with several tells.

    They are only looked at for what another passage says of the same: see `link_claims`.
    """
    for clause in sheet.reading.clauses:
        block = sheet.reading.block_at(clause.span.start)
        if clause.kind in ("sentence", "content") or not _the_outlets(sheet, block) or _too_bare(sheet, clause):
            continue
        if sheet.cues.touching(clause.head):
            continue
        holding = [said for said in sheet.reading.attributions if any(span.holds(clause.span) for span in said.content)]
        said = min(holding, key=lambda one: sum(span.end - span.start for span in one.content), default=None)
        if said is None and (clause.kind != "part" or sheet.spoken.touching(clause.span)):
            continue
        if said is not None and (
            said.stance not in _VOUCHES or (said.mode != "indirect" and clause.subject is not None)
        ):
            continue
        yield _statement(sheet, (_with_noun(clause),), said, part=True, clause=clause)


def _with_noun(clause: Clause) -> Span:
    """The clause with the noun that a relative pronoun stands for, right before it."""
    if clause.subject is None or not 0 <= clause.span.start - clause.subject.end <= _NEXT:
        return clause.span
    return Span(report=clause.span.report, start=clause.subject.start, end=clause.span.end)


def _too_bare(sheet: Sheet, clause: Clause) -> bool:
    """Whether a clause says too little by itself, or its subject would bring in a number from outside of it."""
    words = sheet.report.words(clause.span).split()
    subject = sheet.report.words(clause.subject) if clause.subject is not None else ""
    brought = subject if _with_noun(clause) == clause.span else ""
    return len(words) + len(subject.split()) < _FEWEST_WORDS or any(letter.isdigit() for letter in brought)


def _mostly_spoken(sheet: Sheet, span: Span) -> bool:
    """Whether more than half of a clause is somebody's words: a fragment in quotation marks leaves it the outlet's."""
    spoken = sheet.spoken.touching(span)
    shared = sum(min(span.end, other.end) - max(span.start, other.start) for other in spoken)
    return 2 * shared > span.end - span.start


def _statement(
    sheet: Sheet,
    spans: tuple[Span, ...],
    said: Attribution | None,
    *,
    part: bool = False,
    clause: Clause | None = None,
) -> Statement:
    subject = clause.subject if clause is not None else None
    text = " ".join(sheet.report.words(span) for span in spans)
    whole = (subject, clause.span) if clause is not None and subject is not None else spans
    named = [
        (mention, entity)
        for span in whole
        for mention in sheet.heads.inside(span)
        if (entity := sheet.entity_of(mention.entity)) is not None
    ]
    events = tuple(event for span in spans for event in sheet.events.inside(span))
    quantities = tuple(quantity for span in spans for quantity in sheet.quantities.inside(span))
    main = sheet.main_event(events, spans)
    speaker = sheet.entity_of(said.speaker) if said is not None and said.speaker is not None else None
    return Statement(
        report=sheet.report.id,
        spans=spans,
        said=said,
        sentence=_sentence(sheet, spans, said),
        block=sheet.reading.block_at(spans[0].start),
        words=content_words(" ".join(sheet.report.words(span) for span in whole)),
        entities=frozenset(entity for _, entity in named),
        places=tuple(dict.fromkeys(entity for mention, entity in named if mention.kind in ("place", "facility"))),
        events=events,
        main=sheet.happening(main, speaker) if main is not None else None,
        told=tuple(
            sheet.happening(one, speaker)
            for one in events
            if one == main or sheet.tells(one, events) or _of_none(one, main)
        ),
        held=tuple(sheet.happening(one, speaker) for one in events if one.cls and not one.nominal),
        timex=_timex(sheet, spans, events),
        # an age describes somebody whom the words name; it does not tell two tellings apart
        numbers=frozenset((str(one.value.normalize()), one.unit) for one in quantities if one.counted != "age"),
        quantities=quantities,
        speaker=speaker,
        denying=DENYING.search(text) is not None,
        part=part,
        clause=clause if subject is not None else None,
    )


def _of_none(event: Event, main: Event | None) -> bool:
    """Whether a noun tells that there was none of it: "there was no shooting"."""
    return event.nominal and event.polarity == "negative" and main is not None and main.lemma == "be"


def _sentence(sheet: Sheet, spans: tuple[Span, ...], said: Attribution | None) -> Span:
    parts = [*spans, *(said.source if said else ()), *(said.cue if said else ())]
    near = [part for part in parts if part in spans or sheet.together(part, spans[0])]
    return Span(report=spans[0].report, start=min(part.start for part in near), end=max(part.end for part in near))


def _timex(sheet: Sheet, spans: tuple[Span, ...], events: Sequence[Event]) -> Timex | None:
    """The time of what the statement tells: of the verb of the clause that it mostly is, else of its main event.

    A time that dates something else in the words ("charged in the Monday shooting") is not the statement's.
    """
    clauses = [one for one in sheet.reading.clauses if spans[0].holds(one.head) and one.span.overlaps(spans[0])]
    own = max(clauses, key=lambda one: (_in_common(one.span, spans[0]), one.span.start - one.span.end), default=None)
    main = min(events, key=lambda one: (one.depth, one.span.start), default=None)
    head = own.head if own is not None else main.span if main is not None else None
    found = {
        one.timex: one.heads.index(head) for one in sheet.reading.datings if head is not None and head in one.heads
    }
    placed = [timex for span in spans for timex in sheet.timexes.inside(span) if timex.span in found]
    return min(placed, key=lambda timex: (found[timex.span], timex.span.start), default=None)


def _in_common(one: Span, other: Span) -> int:
    return min(one.end, other.end) - max(one.start, other.start)


def times_agree(one: Statement, other: Statement) -> bool:
    """Whether the two can be of one time: a time that is not told agrees with all."""
    if one.timex is None or other.timex is None or one.timex.when is None or other.timex.when is None:
        return True
    return one.timex.when.overlaps(other.timex.when)
