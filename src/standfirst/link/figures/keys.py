"""What makes two numbers points of one figure: the same count, the same unit, the same limits."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from standfirst.lexicon.counts import count_words
from standfirst.link.figures.look import Look
from standfirst.link.figures.whole import doer_counted, is_whole
from standfirst.model.reading import Mention, Quantity, Reading, Timex
from standfirst.model.report import Published
from standfirst.model.span import Span
from standfirst.text import plain

#: Words before a counted noun that do not make it another count.
_NEUTRAL = frozenset(
    """annual yearly retail total overall combined police military other more fallen slain dead injured wounded innocent
    additional new young local nearby so-called helpless own whole entire various different several current currently
    active estimated reported official deadly gross net stand-alone fellow gunshot shooting elderly shallow""".split()
)
#: Counts of which one person or thing has one at a time, which then hardly changes.
FIXED = frozenset({"age", "years of service", "time in prison", "prison sentence", "distance"})
#: The unit of a key of fractions.
SHARE = "share"
EntityOf = Callable[[Span], str | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """What a number counts, in which unit, of which kind."""

    #: Unit code, "" for people and things.
    unit: str
    #: Head noun, one for all its synonyms.
    noun: str
    event: str
    #: Words that narrow the noun, sorted.
    narrowed: tuple[str, ...]
    #: "per year" and the like, folded; "" without.
    per: str
    #: An amount by which something moved, not a level.
    change: bool
    #: Some of a toll ("four of them"), which is a figure of its own.
    part: bool
    #: Of an age of somebody unnamed ("a 34-year-old teacher") its report and value: it is no other's age; "" else.
    alone: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One quantity with everything that links it."""

    look: Look
    quantity: Quantity
    key: Key
    #: Entity ids or folded words of places, bodies and people that limit it.
    limits: frozenset[str]
    #: Of those, the ids or words of where it is; containers of a nearer place left out.
    places: frozenset[str]
    #: Of those, whose it is: bodies, people, and names inside the counted words ("Dalvo police officers").
    bodies: frozenset[str]
    #: No place is told in its own paragraph, a dateline apart: its places, if any, are only the report's.
    guessed: bool
    #: Its sentence sets it off against other counts ("in Orra alone", "elsewhere").
    contrast: bool
    #: Words by which each limit can be shown, in the order of the text.
    shown: tuple[tuple[str, str], ...]
    #: Time expressions among its limits, and the words with which they stand there.
    timexes: tuple[Timex, ...]
    periods: frozenset[str]
    #: Told whole, not piece by piece.
    whole: bool
    #: Whether the one who did it is counted in: "in" | "out" | "unsaid", or "" where that is no question.
    doer: str

    @property
    def reading(self) -> Reading:
        """The reading that it is from."""
        return self.look.reading

    @property
    def published(self) -> Published:
        """When its passage came out."""
        return self.look.published(self.quantity.span.start)

    @property
    def told(self) -> str:
        """Its words and report, for a reason in words."""
        return f"“{self.reading.report.words(self.quantity.span)}” ({self.reading.report.id})"


def item_of(look: Look, quantity: Quantity, entity_of: EntityOf, *, doer_died: bool = False) -> Item:
    """Look at one quantity of a reading; `doer_died` says whether the story tells that the one who did it is dead."""
    reading = look.reading
    text = reading.report.text
    per = ""
    limits: list[str] = []
    shown: list[tuple[str, str]] = []
    timexes: list[Timex] = []
    periods: list[str] = []
    places: list[Span] = []
    for span in quantity.scope:
        words = plain(reading.report.words(span))
        timex = look.timex(span)
        if _is_per(words):
            per = _per(words)
            shown.append((words, words))
        elif timex is not None or _PART_OF_DAY.search(words):
            if timex is None:
                periods.append(" ".join(words.split()))
                continue
            timexes.append(timex)
            periods.append(" ".join(words.split()))
        else:
            name = name_of(look, span, entity_of)
            limits.append(name)
            shown.append((name, " ".join(words.split())))
            places.append(span)
    owners = [span for span in places if _is_body(look, quantity, span)]
    sentence = look.sentence(quantity.span.start)
    nearest = [span for span in places if not _holds_nearer(text, span, places, quantity)]
    return Item(
        look=look,
        quantity=quantity,
        key=_key(quantity, per, [plain(reading.report.words(s)).lower() for s in places]),
        limits=frozenset(limits),
        places=frozenset(name_of(look, span, entity_of) for span in nearest if span not in owners),
        bodies=frozenset(name_of(look, span, entity_of) for span in owners),
        guessed=all(_is_far(text, span, quantity.span) for span in nearest if span not in owners),
        contrast=sentence is not None and _CONTRAST.search(text, sentence.start, sentence.end) is not None,
        shown=tuple(shown),
        timexes=tuple(timexes),
        periods=frozenset(periods),
        whole=is_whole(look, quantity),
        doer=doer_counted(look, quantity, died=doer_died),
    )


def name_of(look: Look, span: Span, entity_of: EntityOf) -> str:
    """The entity of a limit, or its folded words: those too where it only has a name inside ("Orra buildings")."""
    words = look.reading.report.words(span)
    return (None if _only_inside(look.mention(span), span) else entity_of(span)) or _folded(words)


def _only_inside(mention: Mention | None, span: Span) -> bool:
    """Whether a mention is a part of the words only, by more than an article."""
    return (
        mention is not None
        and span.holds(mention.span)
        and span.end - span.start > mention.span.end - mention.span.start + len("the ")
    )


def _is_body(look: Look, quantity: Quantity, span: Span) -> bool:
    """Whether a limit says whose the counted are: a body, a person, or a name inside the counted words.

    What carries people is where they are, whatever kind of name it was taken for ("the ferry Orra").
    """
    if quantity.counts is not None and quantity.counts.holds(span) and span != quantity.counts:
        return True
    mention = look.mention(span)
    text = look.reading.report.text
    carries = quantity.event and _CARRIER.search(text, max(0, span.start - 24), span.start)
    if mention is None or carries or (_only_inside(mention, span) and quantity.event):
        return False
    return mention.kind in ("organisation", "group", "person", "product", "work")


def _is_far(text: str, place: Span, number: Span) -> bool:
    """Whether a place is told in another paragraph than the number, or in the dateline."""
    first, last = sorted((place, number))
    if last.start - first.end > _PARAGRAPH or text.find("\n", first.end, last.start) >= 0:
        return True
    begins = place.start == 0 or text[place.start - 1] == "\n"
    return begins and _DATELINE.match(text, place.end, place.end + 80) is not None


#: Nobody reads a paragraph of so many code points as one.
_PARAGRAPH = 2000
_DATELINE = re.compile(r"(?:,[^\n()–—-]{2,30})?\s*(?:\([^)\n]{2,40}\)\s*)?[–—-]{1,2}\s")
#: Words before the name of what carries people.
_CARRIER = re.compile(
    r"\b(?:aboard|on board|ferry|ship|boat|vessel|liner|tanker|freighter|trawler|barge|yacht|train|plane|jet"
    r"|helicopter|bus)\s+(?:the\s+)?$"
)
#: Words that set a place off against others: the count is of it alone, or of many places.
_CONTRAST = re.compile(
    r"\b(?:alone|elsewhere|nationwide|worldwide|throughout|across|other (?:parts|places|towns|cities|areas))\b",
    re.IGNORECASE,
)
_PART_OF_DAY = re.compile(r"\b(?:trading|trade|session|deals)$")


def _is_per(words: str) -> bool:
    return re.match(r"(?:per|each|every|an?)\s|(?:annually|yearly|monthly|weekly|daily)$", words.lower()) is not None


def _per(words: str) -> str:
    last = words.lower().split()[-1]
    return {"annually": "year", "yearly": "year", "monthly": "month", "weekly": "week", "daily": "day"}.get(last, last)


def _folded(words: str) -> str:
    """A name as it is compared where no entity is known: lower case, article and possessive left out."""
    folded = re.sub(r"\s+", " ", plain(words)).strip().lower().removesuffix("'s").removesuffix("'")
    return folded.removeprefix("the ")


def _holds_nearer(text: str, span: Span, places: list[Span], quantity: Quantity) -> bool:
    """Whether a place only says where a nearer one is: "the Orra base in Tessaly", "Port Amary, Larna"."""
    for other in places:
        if other.end < span.start <= other.end + 16 and re.fullmatch(
            r"[\s,]*(?:(?:air|naval|military)?\s*(?:base|camp|airport|port|prison|hospital|island|province|city|town)?\s*(?:in|of|,)\s+(?:the\s+)?)?\s*",
            plain(text[other.end : span.start]),
        ):
            return True
    later = any(other.start > quantity.span.end for other in places)
    return quantity.part == "of" and later and span.end < quantity.span.start


def _key(quantity: Quantity, per: str, names: list[str]) -> Key:
    table = count_words()
    words = [word for word in re.split(r"\s+", plain(quantity.counted).lower()) if word]
    event = quantity.event.split()
    if event and words[-len(event) :] == event:
        words = words[: -len(event)]
    whole = " ".join(words)
    noun = table.same.get(whole) or (table.same.get(words[-1], words[-1]) if words else "")
    if quantity.event and (not words or noun in table.general):
        noun = "people"
    known = {part for name in names for part in re.findall(r"[a-z]+", name)}
    narrowed = [
        w for w in words[:-1] if w not in _NEUTRAL and not set(re.findall(r"[a-z]+", w)) <= known | {"of", "the", "s"}
    ]
    if whole in table.same or quantity.counted in FIXED:
        noun, narrowed = table.same.get(whole, whole), []
    unit = "" if quantity.unit in ("person", "item") else quantity.unit
    if not unit and 0 < quantity.value < 1:
        unit = SHARE  # "a quarter of the flights" is no number of flights
    return Key(
        unit=unit,
        noun=noun,
        event=quantity.event if quantity.event != "destroyed" or noun != "people" else "",
        narrowed=tuple(sorted(set(narrowed))),
        per=per,
        change=quantity.role == "change",
        part=quantity.part == "of" and quantity.event != "",
        alone=f"{quantity.span.report} {quantity.value}" if quantity.part == "someone" else "",
    )
