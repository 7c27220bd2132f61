"""The lines on what matters most, what is confirmed and what is reported: weighed, and each thing told once."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from standfirst.model.linked import Claim, EventKey, Evidence
from standfirst.model.span import Quote
from standfirst.view.desk import Desk, likeness, moment_of, stems
from standfirst.view.parts import Line, Reason
from standfirst.view.salience import weigh
from standfirst.view.standalone import flaw
from standfirst.view.wording import says, sentence

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

    def tell(self, text: str, *claims: str) -> None:
        """Take note of a line that is told."""
        self._told.append(stems(text))
        self._claims.update(claims)

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
        ]
        if not ranked:
            break
        _, number, shared = max(ranked)
        one, _ = open_to.pop(-number)
        chosen.append(_counted(one, shared))
        events.update([one.event] if one.event else [])
        voices.update([one.voice] if one.voice else [])
        page.tell(one.claim.text, one.claim.id)
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
    text = sentence(one.claim, desk) if not full else sentence(one.claim, desk, longest=10_000)
    return Line(
        text=text,
        by=says(told, desk, text=text),
        label=_LABELS.get(one.status, ""),
        quotes=quotes_of(told, desk, full=full),
        claim=one.claim.id,
        reasons=one.reasons,
    )


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
