"""What was found in one report, before anything is linked across reports."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal

from standfirst.model.problem import Problem
from standfirst.model.report import UNKNOWN_TIME, Published, Report
from standfirst.model.span import Span
from standfirst.when import Interval

#: Kinds of block whose words are not the story's: listed as set aside, and no claim stands on them.
ASIDE = {"boilerplate", "unrelated", "repeated", "credit", "failed_page"}


#: That a picture is meant: a label, or what people in it are doing as one looks at it.
_SHOWN = re.compile(
    r"^(?:gallery|photo gallery|slideshow)\b[^:\n]{0,12}:|"
    r"\b(?:stands?|sits?|holds?|shares? a|hugs?|embraces?|comforts?|wipes?|weeps?|kneels?|poses?|waves?)\b",
    re.IGNORECASE,
)
#: What is more than that: somebody's word, or a second sentence.
_MORE = re.compile(r"\b(?:said|says?|told|according|officials|police say)\b|[.!?] \W?(?-i:[A-Z])", re.IGNORECASE)


def aside_reason(kind: str, words: str) -> str | None:
    """Why a block is listed as set aside: one of the reasons of the brief; None where it is not.

    Bylines and datelines are credits. A caption that is a sentence of its own tells something and is not listed, unless
    it only tells what the picture shows ("Gallery: …", "A woman holds a lamp."); it may support a claim all the same.
    """
    if kind in ASIDE:
        return kind
    if kind in ("byline", "dateline"):
        return "credit"
    bare = kind == "caption" and not words.rstrip(" \n\"'”’)").endswith((".", "!", "?"))
    shown = kind == "caption" and _SHOWN.search(words) is not None and _MORE.search(words) is None
    return "caption" if bare or shown else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A passage with one part in the layout; blocks are in order, never overlap, and hold every word of the text."""

    span: Span
    #: headline | standfirst | byline | dateline | credit | caption | heading | update | body | quotation |
    #: boilerplate | unrelated | repeated | failed_page.
    kind: str
    #: When the passage came out, where that is known apart from the report ("UPDATE - 3.52pm"), else as the report.
    published: Published
    #: True where the passage is stamped with a time of its own in the text.
    stamped: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """Words that name something or someone, or point to it."""

    span: Span
    #: The head word or the name without its titles ("Peters" in "Foreign Minister Mr Peters").
    head: Span
    #: person | organisation | place | facility | group | product | event | work | role | other.
    kind: str
    #: name | nominal | pronoun.
    form: str
    #: One id for all mentions of one thing in this report ("m1"); a mention that is not resolved is alone under its id.
    entity: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Timex:
    """A time expression and what it means (TimeML's TIMEX3 types and values)."""

    span: Span
    #: DATE | TIME | DURATION | SET.
    type: str
    #: TIMEX3 value: "2020-01-03", "2019-06", "P3Y", "2020-01-08T15:52", "PRESENT_REF", ...
    value: str
    #: The stretch of the calendar that it covers; None where it cannot be placed.
    when: Interval | None
    #: Name of the rule that gave the value, and what it was reckoned from.
    rule: str
    anchor: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A number that the text states, with its bound, unit and what it counts."""

    #: The words of the number with its bound, unit and marks ("a maximum of 75", "$2.4m", "Forty five").
    span: Span
    value: Decimal
    low: Decimal | None
    high: Decimal | None
    #: exact | at_least | at_most | about.
    bound: str
    #: person | km | percent | USD | one_in | item | ...
    unit: str
    #: actual | planned | limit | threatened | requested | estimate | target | change.
    role: str
    #: The counted noun phrase ("NZDF personnel"); None where the text leaves it out.
    counts: Span | None
    #: Canonical name of what is counted, in lower case: head noun first resolved over ellipsis ("personnel", "killed").
    counted: str
    #: Words that limit it: places, bodies, groups, periods ("Camp Taji", "Iraq").
    scope: tuple[Span, ...] = ()
    #: When it holds, where the text says.
    when: Interval | None = None
    #: Class of event that befalls what is counted ("killed", "injured"), "" without one.
    event: str = ""
    #: How it stands to others: "of" a part of them, "more" on top of them, "the" ones told of, "other" than they,
    #: "deed" what someone did, the doer not counted in,
    #: "others" of whom it is not said that they are the same sort, "someone" whose name is not told,
    #: "not" where the clause denies it, "" by itself.
    part: str = ""
    #: Which end of a change it is: "from" | "to" | "".
    side: str = ""
    #: Words outside number and noun that the count rests on (the event's verb).
    beside: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Via:
    """One carrier in the chain between a speaker and the outlet."""

    name: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """Who said what: source, cue and content (PARC), with the chain through which it reached the outlet."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    #: direct | indirect | mixed.
    mode: str
    #: asserts | denies | confirms | corrects | questions | declines.
    stance: str
    #: Entity of this reading ("m1") where the text settles who speaks, else None.
    speaker: str | None
    #: The words for the speaker as the text has them ("a senior official"); for a pronoun, its antecedent where known.
    speaker_text: str | None
    #: Lemma of the cue ("say"); None where the speaker is carried on without one.
    lemma: str | None = None
    #: What sort of cue ("say", "deny", "believe"; "want", "judge" ... of an attitude); "" where there is none.
    kind: str = ""
    #: What sort of source: named | role | body | document | unnamed | media | none.
    source_kind: str = "named"
    #: Nearest the speaker first.
    via: tuple[Via, ...] = ()
    #: What the text tells of the source in a clause right after it ("who led the inquiry"), which is no name of theirs.
    described: tuple[Span, ...] = ()
    #: When it was said, where the text tells.
    said_at: Interval | None = None
    #: What it was said in or where, with its preposition ("in a letter to the board", "at a press conference").
    occasion: tuple[Span, ...] = ()
    #: The words of cue and content by which it is told how sure it is ("may", "reportedly"), as the text has them.
    hedges: tuple[Span, ...] = ()
    #: What the source makes of it: happened | ongoing | planned | threatened | possible | requested | denied | opinion.
    factuality: str = ""
    #: positive | negative: whether the source tells that it is so, or that it is not.
    polarity: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant:
    """Someone or something that takes part in an event."""

    #: agent | patient | place | recipient | instrument.
    role: str
    span: Span
    #: The head word of the phrase.
    head: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """A part of a sentence that tells something by itself: it has a finite verb and a subject."""

    span: Span
    #: Its verb or predicate.
    head: Span
    #: sentence (the whole) | main | conj | relative | adverbial | content (of saying, thinking or seeing) |
    #: part (one of several verbs of one subject, or what a relative pronoun tells of a noun) |
    #: gapped (what tells of a noun before it and lacks it: "a song |he wrote|").
    kind: str
    #: The words for its subject where they stand outside of it.
    subject: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something that happens or holds, told by one word of the text."""

    span: Span
    lemma: str
    #: PLOVER-like class where one is known ("ASSAULT", "KILL", "STATEMENT", ...), else "".
    cls: str
    #: positive | negative.
    polarity: str
    #: happened | ongoing | planned | threatened | possible | requested | denied | opinion.
    factuality: str
    when: Interval | None
    #: The time expression that gave `when`, or None.
    timex: Span | None = None
    #: True where a noun tells it ("the attack").
    nominal: bool = False
    #: past | perfect ("has sunk") | present | future | "" (not finite).
    tense: str = ""
    #: How far below the root of its sentence it stands; the main event of a passage has the least.
    depth: int = 0
    participants: tuple[Participant, ...] = ()
    #: The day to which the way of telling puts it where its words give none: inferred, and no claim's time.
    told: Interval | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Dating:
    """What a placed time expression is the time of."""

    timex: Span
    #: The word that it modifies, then those that tell of the same moment: heads of clauses, verbs, nouns of events.
    heads: tuple[Span, ...]
    #: Pieces of the text that tell it in one readable line; empty where nothing there can be read by itself.
    line: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """Everything found in one report; each part is in the order of the text."""

    report: Report
    #: When it was published, from the front matter or worked out from the text.
    published: Published = UNKNOWN_TIME
    #: Agencies and outlets whose material it says that it carries.
    origins: tuple[str, ...] = ()
    blocks: tuple[Block, ...] = ()
    sentences: tuple[Span, ...] = ()
    mentions: tuple[Mention, ...] = ()
    timexes: tuple[Timex, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    #: What people want, support, see or speak about: marked with source, cue and content, but nothing that they say.
    attitudes: tuple[Attribution, ...] = ()
    events: tuple[Event, ...] = ()
    clauses: tuple[Clause, ...] = ()
    #: What each placed time is the time of; a time that dates nothing told has none.
    datings: tuple[Dating, ...] = ()
    #: Sentences that say that something is not known.
    unknowns: tuple[Span, ...] = ()
    problems: tuple[Problem, ...] = ()

    def as_of(self, moment: datetime) -> Reading | None:
        """What of it had been published by a moment; None where nothing had.

        A passage that is stamped with a later time is left out with everything found in it. An attribution stays
        only where its words and its source were out.
        """
        out = [block.span for block in self.blocks if block.published.by(moment)]
        if not out:
            return None
        if len(out) == len(self.blocks):
            return self

        def shown(span: Span) -> bool:
            return any(passage.holds(span) for passage in out)

        def wholly(said: Attribution) -> bool:
            return all(map(shown, (*said.content, *said.source, *said.cue)))

        return replace(
            self,
            blocks=tuple(block for block in self.blocks if shown(block.span)),
            sentences=tuple(filter(shown, self.sentences)),
            mentions=tuple(mention for mention in self.mentions if shown(mention.span)),
            timexes=tuple(timex for timex in self.timexes if shown(timex.span)),
            quantities=tuple(quantity for quantity in self.quantities if shown(quantity.span)),
            attributions=tuple(filter(wholly, self.attributions)),
            attitudes=tuple(filter(wholly, self.attitudes)),
            clauses=tuple(clause for clause in self.clauses if shown(clause.span)),
            events=tuple(event for event in self.events if shown(event.span)),
            datings=tuple(one for one in self.datings if all(map(shown, (one.timex, *one.heads, *one.line)))),
            unknowns=tuple(filter(shown, self.unknowns)),
        )

    def block_at(self, offset: int) -> Block | None:
        """The block that holds that code point."""
        last = bisect_right(self.blocks, offset, key=lambda block: block.span.start) - 1
        return self.blocks[last] if last >= 0 and offset < self.blocks[last].span.end else None

    def published_at(self, offset: int) -> Published:
        """When the passage at that offset came out: its block's time, else the report's."""
        block = self.block_at(offset)
        return block.published if block is not None else self.published
