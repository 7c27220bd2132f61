"""The timeline, one line each: what happened in order, what lies before the story, what is planned.

The short page has the weightiest entries of each part in the order of time, one for each event, every line a whole
clause of the evidence. It errs towards leaving out an entry whose words lean on the sentence before them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta

from standfirst.model.linked import Claim
from standfirst.model.snapshot import Entry
from standfirst.model.span import Quote
from standfirst.text import plain
from standfirst.view.cutting import trimmed, without_date
from standfirst.view.dates import stretch_words
from standfirst.view.desk import Desk, likeness, stems
from standfirst.view.parts import Moment
from standfirst.view.sections import Candidate
from standfirst.view.standalone import bad_opening
from standfirst.view.wording import balanced, bare

#: Rules that weigh an event whenever it happened; how new it is does not say whether it belongs in a timeline.
_OF_EVENTS = frozenset(
    "origins|status|central|headlines|lead|event|speech|bare speech|toll|gravity|scene|caption|overtaken".split("|")
)
#: Letters of a line of the short page, so that it stands in two rows; and words that it has at least.
LONGEST, _SHORTEST = 150, 4
#: Entries of one time that share this much of the shorter one's words tell the same.
_ALIKE = 0.5
#: A time longer than this says little of when it happened, and costs this many points.
_VAGUE, _VAGUE_COST = timedelta(days=8), 2.0
#: How many lines of each part the short page has.
MOST = {"happened": 10, "background": 3, "planned": 3}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """An entry with the words that the short page gives it."""

    entry: Entry
    text: str
    quotes: tuple[Quote, ...]
    weight: float


def moments(desk: Desk, pool: tuple[Candidate, ...], *, full: bool) -> tuple[tuple[Moment, ...], int]:
    """The lines in the order of time, part by part, with how many were left out.

    Where there are too many, those stay whose claims weigh most.
    """
    entries = desk.snapshot.timeline
    weights = {one.claim.id: sum(reason.points for reason in one.reasons if reason.rule in _OF_EVENTS) for one in pool}
    whole = {one.claim.id: one.claim for one in pool if not one.flaw}
    broken = frozenset(bare(one.claim.text) for one in pool if one.flaw)
    told: list[_Told] = []
    for part, most in MOST.items():
        own = [entry for entry in entries if _part(entry) == part]
        if full:
            told += [
                _Told(
                    entry=one,
                    text=_as_said(one.text, balanced(bare(one.text))),
                    quotes=(*one.evidence, *(quote for other in one.other_dates for quote in other.evidence)),
                    weight=_weight(one, weights),
                )
                for one in own
            ]
        else:
            told += _weightiest(own, weights, whole, broken, told, most)
    order = {id(entry): number for number, entry in enumerate(entries)}
    parts = list(MOST)
    told.sort(key=lambda one: (parts.index(_part(one.entry)), order[id(one.entry)]))
    return tuple(map(_moment, told)), len(entries) - len(told)


def _part(entry: Entry) -> str:
    return entry.part if entry.part in MOST else "happened"


def _weightiest(
    entries: list[Entry],
    weights: Mapping[str, float],
    whole: Mapping[str, Claim],
    broken: frozenset[str],
    above: list[_Told],
    most: int,
) -> list[_Told]:
    """The weightiest entries that make a line, one of several that tell the same event of the same time."""
    made = [
        _Told(entry=entry, text=line[0], quotes=(line[1],), weight=weight)
        for entry in entries
        if (weight := _weight(entry, weights)) > 0 and (line := _in_short(entry, whole, broken, weights)) is not None
    ]
    kept: list[_Told] = []
    for one in sorted(made, key=_rank):
        if len(kept) < most and not any(_same(one, other, whole) for other in [*above, *kept]):
            kept.append(one)
    return kept


def _rank(one: _Told) -> tuple[float, timedelta, str, str]:
    """The weightiest first; of equals the one whose time is the narrower, so that a day goes before its month."""
    first, last = one.entry.when.first_day, one.entry.when.last_day
    long = last - first if first is not None and last is not None else timedelta.max
    return -one.weight, long, str(one.entry.when.start), one.text


def _weight(entry: Entry, weights: Mapping[str, float]) -> float:
    """What the weightiest claim that it tells weighs, less where its time is vague."""
    best = max((weights.get(claim, 0.0) for claim in entry.claims), default=0.0)
    return best - (_VAGUE_COST if _is_vague(entry) else 0.0)


def _is_vague(entry: Entry) -> bool:
    """Whether what happened in the story itself has no better time than "this year"; of background that is enough."""
    first, last = entry.when.first_day, entry.when.last_day
    return entry.part == "happened" and first is not None and last is not None and last - first > _VAGUE


def _in_short(
    entry: Entry, whole: Mapping[str, Claim], broken: frozenset[str], weights: Mapping[str, float]
) -> tuple[str, Quote] | None:
    """One whole line for it, with the words that it stands on; None where there is none.

    A claim with the same date goes first, the weightiest before the rest; then the entry's own words, unless a claim
    made of just these words cannot stand alone or is dated otherwise: "the body found on Saturday was that of a man
    missing since Tuesday" is no line of Tuesday. A sentence with two dates lends neither event the other's.
    """
    claims = sorted((whole[name] for name in entry.claims if name in whole), key=lambda one: (-weights[one.id], one.id))
    own = entry.evidence[0]
    told = [(claim, item.quote) for claim in claims for item in claim.evidence]
    found = [(claim.text, quote) for claim, quote in told if claim.when == entry.when and quote.span.overlaps(own.span)]
    dated = [claim.when for claim in claims if claim.when is not None]
    if claims and (not dated or any(when.overlaps(entry.when) for when in dated)) and bare(entry.text) not in broken:
        found.append((entry.text, own))
    for text, quote in found:
        line = trimmed(balanced(bare(without_date(bare(text), entry.when_text))), LONGEST)
        if line is not None and len(line.split()) >= _SHORTEST and not _leans(line):
            return _as_said(text, line), quote
    return None


def _as_said(text: str, line: str) -> str:
    """The line in quotation marks where the whole text was: somebody's own words are never told as the outlet's."""
    return f"“{line}”" if text.startswith("“") and text.endswith("”") and "“" not in text[1:] else line


def _leans(line: str) -> bool:
    marks = plain(line)
    return bad_opening(line) is not None or marks.startswith('"') or marks.count('"') % 2 == 1 or line.endswith("?")


def _same(one: _Told, other: _Told, whole: Mapping[str, Claim]) -> bool:
    if set(one.entry.claims) & set(other.entry.claims):
        return True
    if not one.entry.when.overlaps(other.entry.when):
        return False
    return likeness(stems(one.text), stems(other.text)) >= _ALIKE or _same_event(one.entry, other.entry, whole)


def _same_event(one: Entry, other: Entry, whole: Mapping[str, Claim]) -> bool:
    """Whether both tell one class of event that befell the same, or that the same did."""
    for first in (whole[name].event for name in one.claims if name in whole):
        for second in (whole[name].event for name in other.claims if name in whole):
            if first is None or second is None or not first.cls or first.cls != second.cls:
                continue
            if {*first.agents, *first.patients} & {*second.agents, *second.patients}:
                return True
    return False


def _otherwise(entry: Entry) -> str:
    """ " (also dated 3 May 2031)", where reports disagree on the date."""
    others = ", ".join(stretch_words(other.when) for other in entry.other_dates)
    return f" (also dated {others})" if others else ""


def _moment(one: _Told) -> Moment:
    return Moment(
        when=stretch_words(one.entry.when) or one.entry.when_text,
        text=one.text[:1].upper() + one.text[1:] + _otherwise(one.entry),
        part=_part(one.entry),
        quotes=one.quotes,
        because=one.entry.because,
        weight=one.weight,
    )
