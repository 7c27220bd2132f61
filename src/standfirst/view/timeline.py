"""The timeline: dated entries at the precision of their words, one readable line each in the words of the evidence.

An entry has a date only where the text gives one: a time expression in its clause, the stamp of the passage, or news
told in the present perfect at the head of a report ("has resigned"), which is dated to the day of the passage and says
so. A date that cannot be placed gives no entry.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta

from standfirst.model.linked import Claim
from standfirst.model.reading import ASIDE, Block, Event, Reading, Timex
from standfirst.model.snapshot import Entry
from standfirst.model.span import Shelf, Span
from standfirst.text import plain, tidy
from standfirst.view.gathered import Telling, gathered
from standfirst.when import Interval, sort_key

_NO_ENTRY = ASIDE | {"headline", "heading", "byline", "dateline"}
#: Sentences at the head of a report that are taken to tell the news of the day.
_HEAD = 4
#: What happened longer than this before the passage came out is background to it.
_BACKGROUND = timedelta(days=30)
_MARKS, _NEARLY_ALL = '“”"', 0.9
_OF_THE_PAGE = re.compile(
    r"\bthis (?:story|article|report|page|post|headline) (?:has been|was|is being)\b", re.IGNORECASE
)
_PLANNED = ("planned", "threatened", "requested", "possible")


class _Page:
    """One reading laid out by place, with the claims that stand on its words."""

    def __init__(self, reading: Reading, told: Iterable[tuple[Span, str]]) -> None:
        self.reading = reading
        self.datings = {dating.timex: dating for dating in reading.datings}
        self.events = Shelf(reading.events, lambda event: event.span)
        self.sentences = Shelf(reading.sentences, lambda sentence: sentence)
        placed = (one for one in reading.timexes if one.when is not None and not one.value.endswith("_REF"))
        self.timexes = Shelf(placed, lambda timex: timex.span)
        self.told = Shelf(told, lambda pair: pair[0])
        spoken = (span for said in reading.attributions if said.mode == "direct" for span in said.content)
        self.spoken = Shelf(spoken, lambda span: span)


def timeline_of(readings: Sequence[Reading], claims: Sequence[Claim]) -> tuple[Entry, ...]:
    """The entries of all reports in the order of time; what several reports tell of one event is one entry."""
    told = _claims_by_report(claims)
    tellings = [one for reading in readings for one in _tellings(_Page(reading, told[reading.report.id]))]
    return tuple(sorted(gathered(tellings, claims), key=_order))


def _claims_by_report(claims: Sequence[Claim]) -> dict[str, list[tuple[Span, str]]]:
    found: dict[str, list[tuple[Span, str]]] = defaultdict(list)
    for claim in claims:
        for item in claim.evidence:
            found[item.quote.span.report].append((item.quote.span, claim.id))
    return found


def _tellings(page: _Page) -> Iterator[Telling]:
    """Every dated line of one reading."""
    reading = page.reading
    whole = {clause.span for clause in reading.clauses}
    for when, span, timex in _stretches(reading):
        block = reading.block_at(span.start)
        dating = page.datings.get(timex.span)
        if dating is None or not dating.line or (block is not None and block.kind in _NO_ENTRY):
            continue
        if not _is_stamp(block, timex):
            words = reading.report.words(span)
            because = f"“{words}”, said of “{reading.report.words(dating.heads[0])}”: {timex.rule}"
            because += f", reckoned from {timex.anchor}" if timex.anchor else ""
            entry = _entry(page, dating.line, when, words, because, head=dating.heads[0])
            yield Telling(entry=entry, noun=len(dating.line) == 1 and dating.line[0] not in whole)
    stamped = list(_stamped(page))
    told = {entry.evidence for entry in stamped}  # the stamp is finer than the day of the news
    yield from (Telling(entry=entry) for entry in stamped)
    yield from (Telling(entry=entry) for entry in _news(page) if entry.evidence not in told)


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


def _entry(
    page: _Page, line: tuple[Span, ...], when: Interval, words: str, because: str, *, head: Span | None = None
) -> Entry:
    """One entry whose line is made of pieces of the text; its evidence is the text from the first to the last.

    `head` is the word that the time dates, where it is not the main verb of the line.
    """
    report = page.reading.report
    span = report.span(line[0].start, line[-1].end)
    text = tidy(" ".join(report.words(piece) for piece in line))
    return Entry(
        when=when,
        when_text=words,
        text=f"“{tidy(text.strip(_MARKS))}”" if _is_speech(page, span) else text,
        claims=tuple(dict.fromkeys(claim for _, claim in page.told.touching(span))),
        evidence=(report.quote(span),),
        part=_part(page, span, when, head),
        because=because,
    )


def _is_speech(page: _Page, span: Span) -> bool:
    """Whether nearly all the words are somebody's own, so that they must not be told as the outlet's."""
    shared = sum(min(span.end, said.end) - max(span.start, said.start) for said in page.spoken.touching(span))
    return shared >= _NEARLY_ALL * (span.end - span.start)


def _part(page: _Page, span: Span, when: Interval, head: Span | None) -> str:
    """planned, background or happened; what lies after the passage can only be planned."""
    published = page.reading.published_at(span.start)
    own = next((event for event in page.events.inside(span) if event.span == head), None)
    main = own or _main(page, span)
    day = published.last_day
    first, last = when.first_day, when.last_day
    if day is not None and first is not None and first > day:
        return "planned"
    if main is not None and main.factuality in _PLANNED and (day is None or last is None or last >= day):
        # what may happen on the day itself is told of that day; what may in the month that has begun lies ahead
        return "planned" if main.factuality == "planned" or (own and first != day) else "happened"
    if day is not None and last is not None and last < day - _BACKGROUND:
        return "background"
    return "happened"


def _stamped(page: _Page) -> Iterator[Entry]:
    """What a stamped passage tells first, and what it tells as new ("has now", "is now"), unless its words date it."""
    before: Block | None = None
    for block in page.reading.blocks:
        if not block.stamped or block.kind in _NO_ENTRY or block.published.earliest is None:
            continue
        opens = before is None or before.published != block.published
        for sentence in page.sentences.inside(block.span):
            if _speaks_of_itself(page, sentence) or not (_tells(page, sentence) or _is_new(page, sentence)):
                continue
            if not page.timexes.inside(sentence) and (opens or _is_new(page, sentence)):
                when = Interval(start=block.published.earliest, end=block.published.latest)
                because = "the time with which the passage is stamped"
                yield _entry(page, (sentence,), when, block.published.value or "", because)
            opens = False
            before = block


def _speaks_of_itself(page: _Page, sentence: Span) -> bool:
    """Whether a sentence tells of the page and not of the story: "This story has been updated to add a name"."""
    return _OF_THE_PAGE.search(page.reading.report.words(sentence)) is not None


def _main(page: _Page, sentence: Span) -> Event | None:
    return min(page.events.inside(sentence), key=lambda event: (event.depth, event.span.start), default=None)


def _tells(page: _Page, sentence: Span) -> bool:
    """Whether something happens in a sentence: it has a finite verb."""
    return any(event.tense for event in page.events.inside(sentence))


def _is_new(page: _Page, sentence: Span) -> bool:
    """Whether a sentence tells what has come about by the time of its passage."""
    main = _main(page, sentence)
    words = plain(page.reading.report.words(sentence))
    return (main is not None and main.tense == "perfect") or re.search(r"\bnow\b", words) is not None


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
        main = _main(page, sentence)
        dated = bool(page.timexes.inside(sentence))
        said = re.search(r"\byou\b", reading.report.words(sentence), re.IGNORECASE)  # the page speaks to its reader
        if (
            said
            or _speaks_of_itself(page, sentence)
            or main is None
            or main.tense != "perfect"
            or main.polarity == "negative"
            or dated
            or out.earliest is None
            or out.latest is None
        ):
            continue
        day = out.earliest.date()
        if (out.latest - timedelta(seconds=1)).date() == day:
            when = Interval(start=day, end=day + timedelta(days=1))
            because = "told as news in the present perfect, in a passage of that day"
            yield _entry(page, (sentence,), when, day.isoformat(), because)


def _order(entry: Entry) -> tuple[object, ...]:
    start = entry.when.start
    span = entry.evidence[0].span
    return sort_key(start) if start is not None else (), span.report, span.start
