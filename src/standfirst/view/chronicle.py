"""The timeline, one line each: what happened in order, what lies before the story, what is planned."""

from __future__ import annotations

from standfirst.model.linked import Claim
from standfirst.model.snapshot import Entry
from standfirst.view.dates import stretch_words
from standfirst.view.desk import Desk, likeness, stems
from standfirst.view.parts import Moment
from standfirst.view.sections import Candidate
from standfirst.view.standalone import bad_opening
from standfirst.view.wording import balanced, bare, shortened_end

#: Rules that weigh an event whenever it happened; how new it is does not say whether it belongs in a timeline.
_OF_EVENTS = frozenset({"origins", "status", "central", "headlines", "lead", "event", "bare speech", "toll", "gravity", "scene"})
#: Letters of a line of the short page, so that it stands in one row or two.
_LONGEST = 90
#: Entries of one time that share this much of the shorter one's words tell the same.
_ALIKE = 0.5
#: How many lines of each part the short page has.
MOST = {"happened": 10, "background": 3, "planned": 3}


def moments(desk: Desk, pool: tuple[Candidate, ...], *, full: bool) -> tuple[tuple[Moment, ...], int]:
    """The lines in the order of time, part by part, with how many were left out.

    Where there are too many, those stay whose claims weigh most.
    """
    weights = {one.claim.id: sum(reason.points for reason in one.reasons if reason.rule in _OF_EVENTS) for one in pool}
    whole = {one.claim.id: one.claim for one in pool if not one.flaw}
    kept: list[Entry] = []
    for part, most in MOST.items():
        entries = [entry for entry in desk.snapshot.timeline if _part(entry) == part]
        kept += entries if full else _fewest(entries, weights, whole, most)
    left_out = len(desk.snapshot.timeline) - len(kept)
    order = {id(entry): number for number, entry in enumerate(desk.snapshot.timeline)}
    parts = list(MOST)
    kept.sort(key=lambda entry: (parts.index(_part(entry)), order[id(entry)]))
    return tuple(_moment(entry, _weight(entry, weights), {} if full else whole, full=full) for entry in kept), left_out


def _part(entry: Entry) -> str:
    return entry.part if entry.part in MOST else "happened"


def _fewest(entries: list[Entry], weights: dict[str, float], whole: dict[str, Claim], most: int) -> list[Entry]:
    """The weightiest entries, one of several that say the same of the same time."""
    ranked = sorted(
        entries,
        key=lambda entry: (
            -_weight(entry, weights),
            str(entry.when.start),
            entry.text,
        ),
    )
    kept: list[Entry] = []
    for entry in ranked:
        broken = len(entry.text.split()) < 4 or (entry.claims and whole.keys().isdisjoint(entry.claims))
        broken = broken or (bad_opening(bare(entry.text)) is not None and _in_short(entry, whole) is None)
        again = any(_same(entry, other) for other in kept)
        if not broken and not again and len(kept) < most:
            kept.append(entry)
    return kept


def _weight(entry: Entry, weights: dict[str, float]) -> float:
    return max((weights.get(claim, 0.0) for claim in entry.claims), default=0.0)


def _same(one: Entry, other: Entry) -> bool:
    if set(one.claims) & set(other.claims):
        return True
    near = one.when.overlaps(other.when)
    return near and likeness(stems(one.text), stems(other.text)) >= _ALIKE


def _in_short(entry: Entry, whole: dict[str, Claim]) -> str | None:
    """The shortest of its claims that is a line by itself, stands in its words and has no other date, or None."""
    texts = [
        bare(claim.text)
        for claim in (whole[name] for name in entry.claims if name in whole)
        if (claim.when is None or claim.when == entry.when)
        and any(quote.span.holds(item.quote.span) for quote in entry.evidence for item in claim.evidence)
    ]
    return min(texts, key=lambda text: (len(text), text), default=None)


def _moment(entry: Entry, weight: float, whole: dict[str, Claim], *, full: bool) -> Moment:
    text = balanced(bare(entry.text))
    if not full:
        told = _in_short(entry, whole) if len(text) > _LONGEST or bad_opening(text) else None
        text = shortened_end(balanced(told or text), _LONGEST)
    return Moment(
        when=stretch_words(entry.when) or entry.when_text,
        text=text[:1].upper() + text[1:],
        part=_part(entry),
        quotes=entry.evidence if full else entry.evidence[:1],
        because=entry.because,
        weight=weight,
    )
