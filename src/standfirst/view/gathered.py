"""One entry for one event: tellings of all reports joined, with every date that is claimed for it.

Two tellings are one where they tell the same claim, where their words are much the same at the same time, or where both
say that the same named person died (or ship sank), which happens once. Only the last may disagree on the date; the
entry then keeps the date that more reports give and names the others. It errs towards keeping apart.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from standfirst.lexicon.words import containment, content_words, likeness
from standfirst.model.linked import Claim
from standfirst.model.snapshot import Entry, OtherDate
from standfirst.view.standalone import bad_opening
from standfirst.when import Interval, sort_key

#: Classes of event that befall somebody or something only once.
_ONCE = {"DIE", "KILL", "SINK"}
#: Content words that two tellings share at least to be one: of both, and of a noun phrase that names the event.
_ALIKE, _NAMED = 0.6, 0.6
#: Share of a claim's words and of an entry's that lie in each other where the entry tells just that claim.
_SAME_WORDS = 0.8


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """A dated line of one report; `noun` where it is a noun phrase ("the July 7 attack"), not a clause."""

    entry: Entry
    noun: bool = False


def gathered(tellings: Sequence[Telling], claims: Sequence[Claim]) -> list[Entry]:
    """The entries of all tellings; the order in which they come changes nothing."""
    by_id = {claim.id: claim for claim in claims}
    groups: list[list[Telling]] = []
    for one in sorted(tellings, key=_first):
        home = next((group for group in groups if any(_one(one, other, by_id) for other in group)), None)
        if home is None:
            groups.append([one])
        else:
            home.append(one)
    return [_entry(_finest(group)) for group in groups]


def _finest(group: Sequence[Telling]) -> list[Telling]:
    """The tellings without those whose line is told at a finer time: "began last month, when … on 29 December"."""
    return [
        one
        for one in group
        if not any(
            one.entry.evidence == other.entry.evidence
            and one.entry.when != other.entry.when
            and _holds(one.entry.when, other.entry.when)
            for other in group
        )
    ]


def _first(one: Telling) -> tuple[object, ...]:
    """Clauses before noun phrases, lines that stand alone before those that lean, then by place."""
    entry, span = one.entry, one.entry.evidence[0].span
    start = entry.when.start
    leans = bad_opening(entry.text) is not None or entry.text.startswith("“")
    return one.noun, leans, span.report, span.start, sort_key(start) if start is not None else (), entry.when_text


def _one(one: Telling, other: Telling, claims: Mapping[str, Claim]) -> bool:
    a, b = one.entry, other.entry
    if (a.part == "planned") != (b.part == "planned"):
        return False
    if a.evidence == b.evidence:
        return _holds(a.when, b.when) or _holds(b.when, a.when)
    mine, theirs = _own(a, claims), _own(b, claims)
    if _dies_once(mine, theirs):
        return True
    if not _agree(a.when, b.when):
        return False
    if {claim.id for claim in mine} & {claim.id for claim in theirs}:
        return True
    if one.noun or other.noun:
        # "the July 7 downtown attack", told by a clause of that day
        return containment(content_words(a.text), content_words(b.text)) >= _NAMED
    return a.when == b.when and likeness(content_words(a.text), content_words(b.text)) >= _ALIKE


def _agree(one: Interval, other: Interval) -> bool:
    """Whether one of two times is the other at a finer precision, or both are the same."""
    return one == other or (one.overlaps(other) and (_within(one, other) or _within(other, one)))


def _within(one: Interval, other: Interval) -> bool:
    if one.first_day is None or other.first_day is None or one.last_day is None or other.last_day is None:
        return False
    # a day within its month says too little of which event it was; a time of day within its day says enough
    return one.first_day == other.first_day and one.last_day == other.last_day


def _holds(one: Interval, other: Interval) -> bool:
    """Whether the first stretch has the other in it, as a month has its day."""
    if one.start is None or one.end is None or other.start is None or other.end is None:
        return one == other
    return sort_key(one.start) <= sort_key(other.start) and sort_key(other.end) <= sort_key(one.end)


def _own(entry: Entry, claims: Mapping[str, Claim]) -> list[Claim]:
    """The claims that the entry's words are, not merely hold."""
    span = entry.evidence[0].span
    return [
        claims[name]
        for name in entry.claims
        if name in claims
        and any(
            min(span.end, item.quote.span.end) - max(span.start, item.quote.span.start)
            >= _SAME_WORDS * max(span.end - span.start, item.quote.span.end - item.quote.span.start)
            for item in claims[name].evidence
            if item.quote.span.report == span.report
        )
    ]


def _dies_once(some: Iterable[Claim], others: Iterable[Claim]) -> bool:
    for one in some:
        for other in others:
            a, b = one.event, other.event
            if a is None or b is None or a.cls != b.cls or a.cls not in _ONCE or a.polarity != b.polarity:
                continue
            mine, theirs = _fallen(one), _fallen(other)
            if mine and mine == theirs and len(mine) == 1:
                return True
    return False


def _fallen(claim: Claim) -> set[str]:
    """Whom or what it befell, as far as they are named."""
    event = claim.event
    if event is None:
        return set()
    whom = event.patients if event.cls == "KILL" else event.patients or event.agents
    return {who for who in whom if who[0] != "~"}


def _entry(group: Sequence[Telling]) -> Entry:
    """The group as one entry: the words of its best line, the narrowest time that most of its reports give."""
    best = group[0].entry
    stretches: dict[Interval, list[Entry]] = {}
    for one in group:
        home = next((when for when in stretches if _agree(when, one.entry.when)), one.entry.when)
        stretches.setdefault(home, []).append(one.entry)
    ranked = sorted(stretches.values(), key=lambda entries: -len({one.evidence[0].span.report for one in entries}))
    main = _narrowest(ranked[0])
    first = best if best in ranked[0] else ranked[0][0]
    return replace(
        first,
        when=main.when,
        when_text=main.when_text,
        because=main.because,
        part=main.part,
        claims=tuple(dict.fromkeys(name for one in group for name in one.entry.claims)),
        evidence=tuple(dict.fromkeys(quote for entry in (first, *ranked[0]) for quote in entry.evidence)),
        other_dates=tuple(
            OtherDate(
                when=(other := _narrowest(entries)).when,
                when_text=other.when_text,
                evidence=tuple(dict.fromkeys(quote for entry in entries for quote in entry.evidence)),
                because=other.because,
            )
            for entries in ranked[1:]
        ),
    )


def _narrowest(entries: Sequence[Entry]) -> Entry:
    """The entry with the finest time; of equals the first."""
    return max(entries, key=lambda one: (_is_clock(one.when), -_days(one.when)))


def _is_clock(when: Interval) -> bool:
    return when.start is not None and hasattr(when.start, "hour")


def _days(when: Interval) -> int:
    first, last = when.first_day, when.last_day
    return (last - first).days if first is not None and last is not None else 100_000
