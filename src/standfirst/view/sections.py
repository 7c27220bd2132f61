"""The lines on what matters most, what is confirmed and what is reported: weighed, and each thing told once."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from standfirst.model.linked import Claim, EventKey, Evidence
from standfirst.model.span import Quote
from standfirst.view.desk import Desk, likeness, moment_of, stems
from standfirst.view.parts import Line, Reason
from standfirst.view.salience import weigh
from standfirst.view.standalone import flaw
from standfirst.view.tolls import Told, counts_of, fate, overtaken_in, told_words
from standfirst.view.wording import bare, says, sentence

#: Lines that share this much of the shorter one's words tell the same.
ALIKE = 0.6
#: References on one line of the short page.
MOST_REFERENCES = 2
#: Points that a line would lose if all its words stood above; and how many of the weightiest are looked at.
_REPEATS = 3.0
_LOOKED_AT = 200
#: Lines of one section of the short page that one speaker may have.
MOST_OF_ONE = 2
#: What a claim must weigh to be among the few things that matter most.
WEIGHTY = 2.0

_LABELS = {"unverified": "Unverified"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A claim that could be a line, with what it weighs and what keeps it off the short page."""

    claim: Claim
    status: str
    reasons: tuple[Reason, ...]
    flaw: str | None
    #: The one speaker that all of it comes from, or "".
    voice: str
    #: What befell people and how many of them, as it tells, and whether it begins with the first of these.
    tolls: tuple[tuple[str, Decimal], ...] = ()
    opens: bool = False

    @property
    def event(self) -> EventKey | None:
        """What it tells, where that names who did it or to whom."""
        event = self.claim.event
        return event if event is not None and (event.agents or event.patients) else None

    @property
    def score(self) -> float:
        """The sum of its reasons' points."""
        return sum(reason.points for reason in self.reasons)


def candidates(desk: Desk) -> tuple[Candidate, ...]:
    """Every claim, the weightiest first, equals in the order in which they came out; no order of input shows."""
    made = [
        Candidate(
            claim=claim,
            status=desk.status(claim),
            reasons=weigh(claim, desk),
            flaw=flaw(claim, desk),
            voice=_voice(claim, desk),
            tolls=(tolls := _tolls(claim, desk)),
            opens=bool(tolls) and _opens(claim, desk),
        )
        for claim in desk.snapshot.claims
    ]
    return tuple(
        sorted(made, key=lambda one: (-round(one.score, 6), _first_place(one.claim), len(one.claim.text), one.claim.id))
    )


class Page:
    """What has been told so far, so that nothing is told twice."""

    def __init__(self) -> None:
        self._told: list[frozenset[str]] = []
        self._claims: set[str] = set()
        self._tolls: set[tuple[str, Decimal]] = set()

    def tell(self, text: str, *claims: str) -> None:
        """Take note of a line that is told."""
        self._told.append(stems(text))
        self._claims.update(claims)

    def count(self, one: Candidate) -> None:
        """Take note of the counts that a line gives."""
        self._tolls.update(one.tolls)

    def has_counted(self, one: Candidate) -> bool:
        """Whether the count with which a line begins, or all of the several in it, stand on the page."""
        if one.opens:
            return one.tolls[0] in self._tolls or self._tolls.issuperset(one.tolls)
        return len(one.tolls) > 1 and self._tolls.issuperset(one.tolls)

    def has(self, claim: Claim) -> bool:
        """Whether the claim itself stands on the page."""
        return claim.id in self._claims

    def likeness(self, words: frozenset[str]) -> float:
        """How much of a line's words the nearest line on the page has: 0 to 1."""
        return max((likeness(words, other) for other in self._told), default=0.0)

    def is_told(self, text: str) -> bool:
        """Whether a line that says much the same stands on the page."""
        return self.likeness(stems(text)) >= ALIKE


def choose(pool: Sequence[Candidate], page: Page, *, most: int) -> tuple[tuple[Candidate, ...], int]:
    """The weightiest that are whole sentences and not yet told, and how many others there are.

    One event is told once in a section, and one speaker heard twice. What a line shares with a line above counts
    against it, so that the few lines of a page tell several things.
    """
    rest = [one for one in pool if not page.has(one.claim)]
    open_to = [(one, stems(one.claim.text)) for one in rest if not one.flaw][:_LOOKED_AT]
    chosen: list[Candidate] = []
    events: set[EventKey] = set()
    voices: Counter[str] = Counter()
    while len(chosen) < most:
        ranked = [
            (one.score - _REPEATS * shared, -number, shared)
            for number, (one, words) in enumerate(open_to)
            if (shared := page.likeness(words)) < ALIKE
            and (one.event is None or one.event not in events)
            and voices[one.voice] < MOST_OF_ONE
            and not page.has_counted(one)
        ]
        if not ranked:
            break
        _, number, shared = max(ranked)
        one, _ = open_to.pop(-number)
        chosen.append(_counted(one, shared))
        events.update([one.event] if one.event else [])
        voices.update([one.voice] if one.voice else [])
        page.tell(one.claim.text, one.claim.id)
        page.count(one)
    return tuple(chosen), len(rest) - len(chosen)


def choose_all(pool: Sequence[Candidate], page: Page) -> tuple[Candidate, ...]:
    """Every one that is not told elsewhere on the page, for the full brief."""
    rest = tuple(one for one in pool if not page.has(one.claim))
    for one in rest:
        page.tell(one.claim.text, one.claim.id)
    return rest


def _counted(one: Candidate, shared: float) -> Candidate:
    points = -round(_REPEATS * shared, 1)
    if not points:
        return one
    reason = Reason(rule="repeats", points=points, because="it shares words with a line above")
    return dataclasses.replace(one, reasons=(*one.reasons, reason))


def line_of(one: Candidate, desk: Desk, *, full: bool) -> Line:
    """The candidate as a line, with its references: one of each outlet first."""
    told = asserting(one.claim)
    note, history = _history(one.claim, desk)
    text = sentence(one.claim, desk) if not full else sentence(one.claim, desk, longest=10_000)
    return Line(
        text=text,
        by=says(told, desk, text=text),
        label=_LABELS.get(one.status, ""),
        note=note,
        quotes=tuple(dict.fromkeys((*quotes_of(told, desk, full=full), *history))),
        claim=one.claim.id,
        reasons=one.reasons,
    )


def _history(claim: Claim, desk: Desk) -> tuple[str, tuple[Quote, ...]]:
    """What the line's figures were at first, or what they are now, with the words for it.

    "was at least 3 killed", "now 9 killed"; the first only for a line that begins with its count.
    """
    gone = overtaken_in(claim, desk.told_counts)
    if gone:
        newer = {told_words(*one.newer): one.newer[1].evidence[0] for one in gone if one.newer is not None}
        return f"now {', '.join(newer)}" if newer else "", tuple(newer.values())
    begun = {one.point.id for one in counts_of(claim, desk.told_counts)} if _opens(claim, desk) else set()
    earliest: dict[str, Told] = {}
    for one in sorted(
        (one for told in desk.told_counts.values() for one in told if one.newer and one.newer[1].id in begun),
        key=lambda one: (str(one.point.published.earliest or "~"), one.span),
    ):
        if not one.is_part(desk.readings[one.span.report].report.words(one.span)):
            earliest.setdefault(fate(one.figure), one)
    words = [told_words(one.figure, one.point) for one in earliest.values()]
    return f"was {', '.join(words)}" if words else "", tuple(one.point.evidence[0] for one in earliest.values())


def asserting(claim: Claim) -> tuple[Evidence, ...]:
    """The evidence on the claim's own side; all of it where there is none such."""
    return tuple(item for item in claim.evidence if item.stance == "asserts") or claim.evidence


def quotes_of(evidence: Sequence[Evidence], desk: Desk, *, full: bool) -> tuple[Quote, ...]:
    """The words to cite: on the short page two at most, of two outlets where there are two."""
    if full:
        return tuple(item.quote for item in evidence)
    first: dict[str, Quote] = {}
    for item in evidence:
        first.setdefault(desk.outlet(item.quote.span.report), item.quote)
    others = [item.quote for item in evidence if item.quote not in first.values()]
    return (*first.values(), *others)[:MOST_REFERENCES]


def _tolls(claim: Claim, desk: Desk) -> tuple[tuple[str, Decimal], ...]:
    """The counts of those whom something befell, in the order of the claim's words."""
    text = claim.text.casefold()
    found = [one for one in counts_of(claim, desk.told_counts) if fate(one.figure)]
    found.sort(key=lambda one: (text.find(one.words.casefold()), fate(one.figure)))
    return tuple(dict.fromkeys((fate(one.figure), one.point.value) for one in found))


def _opens(claim: Claim, desk: Desk) -> bool:
    """Whether the claim begins with such a count."""
    text = bare(claim.text).casefold()
    counts = counts_of(claim, desk.told_counts)
    return any(fate(one.figure) and text.startswith(one.words.casefold()) for one in counts)


def _voice(claim: Claim, desk: Desk) -> str:
    """The one speaker that all of the claim comes from, or ""."""
    speakers = {desk.speaker(item) or "" for item in claim.evidence}
    return speakers.pop() if len(speakers) == 1 else ""


def _first_place(claim: Claim) -> tuple[str, str, int]:
    if not claim.evidence:
        return "", "", 0
    item = claim.evidence[0]
    moment = moment_of(item.published)
    return (moment.isoformat() if moment else "", item.quote.span.report, item.quote.span.start)
