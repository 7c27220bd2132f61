"""The timeline: dated entries at the precision of their words, one readable line each in the words of the evidence.

An entry has a date only where the text gives one: a time expression in its clause, the stamp of the passage, or news
told in the present perfect at the head of a report ("has resigned"), which is dated to the day of the passage and says
so. A date that cannot be placed gives no entry.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import timedelta

from standfirst.model.linked import Claim
from standfirst.model.reading import ASIDE, Block, Clause, Reading, Timex
from standfirst.model.snapshot import Entry
from standfirst.model.span import Shelf, Span
from standfirst.text import plain, tidy
from standfirst.when import Interval, sort_key

_NO_ENTRY = ASIDE | {"headline", "heading", "byline", "dateline"}
#: Sentences at the head of a report that are taken to tell the news of the day.
_HEAD = 4
#: What happened longer than this before the passage came out is background to it.
_BACKGROUND = timedelta(days=30)
_MARKS, _NEARLY_ALL = '“”"', 0.9
_PLANNED = ("planned", "threatened", "requested", "possible")


class _Page:
    """One reading laid out by place, with the claims that stand on its words."""

    def __init__(self, reading: Reading, told: Iterable[tuple[Span, str]]) -> None:
        self.reading = reading
        self.clauses = Shelf(reading.clauses, lambda clause: clause.span)
        self.events = Shelf(reading.events, lambda event: event.span)
        self.sentences = Shelf(reading.sentences, lambda sentence: sentence)
        self.timexes = Shelf((one for one in reading.timexes if one.when is not None), lambda timex: timex.span)
        self.told = Shelf(told, lambda pair: pair[0])
        spoken = (span for said in reading.attributions if said.mode == "direct" for span in said.content)
        self.spoken = Shelf(spoken, lambda span: span)


def timeline_of(readings: Sequence[Reading], claims: Sequence[Claim]) -> tuple[Entry, ...]:
    """The entries of all reports in the order of time; the same claim at the same time is one entry."""
    told = _claims_by_report(claims)
    entries = [entry for reading in readings for entry in _entries(_Page(reading, told[reading.report.id]))]
    return tuple(sorted(_joined(entries), key=_order))


def _claims_by_report(claims: Sequence[Claim]) -> dict[str, list[tuple[Span, str]]]:
    found: dict[str, list[tuple[Span, str]]] = defaultdict(list)
    for claim in claims:
        for item in claim.evidence:
            found[item.quote.span.report].append((item.quote.span, claim.id))
    return found


def _entries(page: _Page) -> Iterator[Entry]:
    reading = page.reading
    for when, span, timex in _stretches(reading):
        block = reading.block_at(span.start)
        if block is not None and block.kind in _NO_ENTRY:
            continue
        clause = _clause(page, span)
        if clause is not None and not _is_stamp(block, timex):
            because = f"“{reading.report.words(span)}”: {timex.rule}"
            because += f", reckoned from {timex.anchor}" if timex.anchor else ""
            yield _entry(page, clause.span, when, reading.report.words(span), because)
    for block in reading.blocks:
        if block.stamped and block.kind not in _NO_ENTRY:
            yield from _stamped(page, block)
    yield from _news(page)


def _clause(page: _Page, span: Span) -> Clause | None:
    """The smallest clause that holds the words and is more than they."""
    holding = [one for one in page.clauses.touching(span) if one.span.holds(span) and one.span != span]
    return min(holding, key=lambda clause: clause.span.end - clause.span.start, default=None)


def _stretches(reading: Reading) -> Iterator[tuple[Interval, Span, Timex]]:
    """The placed times of a reading with their words; "from 2003 to 2007" is one stretch, given by its first time."""
    placed = [
        timex
        for timex in reading.timexes
        if timex.when is not None
        and timex.when.start is not None
        and timex.type in ("DATE", "TIME")
        and not timex.value.endswith("_REF")
    ]
    text, ended = reading.report.text, None
    for place, timex in enumerate(placed):
        if timex is ended or timex.when is None:
            continue
        after = placed[place + 1] if place + 1 < len(placed) else None
        if after is not None and after.when is not None and _from_to(text, timex.span, after.span):
            start, end = timex.when.start, after.when.end
            if start is not None and end is not None and sort_key(start) < sort_key(end):
                ended = after
                both = reading.report.span(timex.span.start, after.span.end)
                yield Interval(start=start, end=end), both, timex
                continue
        yield timex.when, timex.span, timex


def _from_to(text: str, one: Span, other: Span) -> bool:
    """Whether the words between two times make them the ends of one stretch ("from … to", "between … and")."""
    between = plain(text[one.end : other.start]).strip().lower()
    before = plain(text[max(0, one.start - 10) : one.start]).strip().lower()
    opened = before.endswith(("from", "between"))
    return between == "-" or (opened and between in ("to", "until", "till", "through", "and"))


def _is_stamp(block: Block | None, timex: Timex) -> bool:
    """Whether the words are the stamp of a passage and not a part of what it tells."""
    return block is not None and block.stamped and timex.span.start - block.span.start < 25


def _entry(page: _Page, span: Span, when: Interval, words: str, because: str) -> Entry:
    quote = page.reading.report.quote(span)
    text = tidy(quote.text)
    return Entry(
        when=when,
        when_text=words,
        text=f"“{tidy(text.strip(_MARKS))}”" if _is_speech(page, span) else text,
        claims=tuple(dict.fromkeys(claim for _, claim in page.told.touching(span))),
        evidence=(quote,),
        part=_part(page, span, when),
        because=because,
    )


def _is_speech(page: _Page, span: Span) -> bool:
    """Whether nearly all the words are somebody's own, so that they must not be told as the outlet's."""
    shared = sum(min(span.end, said.end) - max(span.start, said.start) for said in page.spoken.touching(span))
    return shared >= _NEARLY_ALL * (span.end - span.start)


def _part(page: _Page, span: Span, when: Interval) -> str:
    """planned, background or happened; what lies after the passage can only be planned."""
    published = page.reading.published_at(span.start)
    main = min(page.events.inside(span), key=lambda event: (event.depth, event.span.start), default=None)
    day = published.latest.date() if published.latest is not None else None
    if day is not None and when.first_day is not None and when.first_day > day:
        return "planned"
    if main is not None and main.factuality in _PLANNED and (day is None or when.first_day == day):
        return "planned" if main.factuality == "planned" else "happened"
    if day is not None and when.last_day is not None and when.last_day < day - _BACKGROUND:
        return "background"
    return "happened"


def _stamped(page: _Page, block: Block) -> Iterator[Entry]:
    """The first thing that a stamped passage tells, at its stamp."""
    inside = page.sentences.inside(block.span)
    if not inside or block.published.earliest is None:
        return
    when = Interval(start=block.published.earliest, end=block.published.latest)
    first = next((span for span in inside if page.events.inside(span)), inside[0])
    yield _entry(page, first, when, block.published.value or "", "the time with which the passage is stamped")


def _news(page: _Page) -> Iterator[Entry]:
    """What the head of a report tells in the present perfect, on the day on which it came out, where that is known."""
    reading = page.reading
    body = [
        sentence
        for sentence in reading.sentences
        if (block := reading.block_at(sentence.start)) is not None and block.kind in ("body", "standfirst", "update")
    ]
    for sentence in body[:_HEAD]:
        out = reading.published_at(sentence.start)
        events = page.events.inside(sentence)
        main = min(events, key=lambda event: (event.depth, event.span.start), default=None)
        dated = bool(page.timexes.inside(sentence))
        if main is None or main.tense != "perfect" or dated or out.earliest is None or out.latest is None:
            continue
        day = out.earliest.date()
        if (out.latest - timedelta(seconds=1)).date() == day:
            when = Interval(start=day, end=day + timedelta(days=1))
            because = "told as news in the present perfect, in a passage of that day"
            yield _entry(page, sentence, when, day.isoformat(), because)


def _joined(entries: Sequence[Entry]) -> list[Entry]:
    """Entries with those that tell the same claims at the same time made one, every piece of evidence kept."""
    found: dict[tuple[object, ...], Entry] = {}
    for entry in entries:
        key = (entry.when, entry.claims) if entry.claims else (entry.when, entry.evidence)
        if key in found:
            kept = found[key]
            extra = tuple(quote for quote in entry.evidence if quote not in kept.evidence)
            found[key] = replace(kept, evidence=kept.evidence + extra)
        else:
            found[key] = entry
    return list(found.values())


def _order(entry: Entry) -> tuple[object, ...]:
    start = entry.when.start
    span = entry.evidence[0].span
    return sort_key(start) if start is not None else (), span.report, span.start
