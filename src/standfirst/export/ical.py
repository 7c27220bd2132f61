"""The timeline as an iCalendar file (RFC 5545), one event an entry.

Days are all-day events, their end exclusive as the standard has it; a time of day whose zone is known is given in UTC,
one without a zone floats (the standard's form 1). Planned events are TENTATIVE. DTSTAMP is the moment that the brief is
of, else the newest report: no clock is read, so the same timeline gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime

from standfirst.export.dated import PARTS, entry_ids, sources_of
from standfirst.export.plain import one_line
from standfirst.model.reading import Reading
from standfirst.model.snapshot import Entry, Snapshot
from standfirst.view.dates import stretch_words
from standfirst.when import Edge, sort_key

#: Octets of a line before it is folded.
_FOLD = 75
_NEVER = datetime(1970, 1, 1, tzinfo=UTC)


def render_ical(snapshot: Snapshot) -> str:
    """The calendar as text with CRLF ends; an entry without a beginning is left out."""
    readings = {reading.report.id: reading for reading in snapshot.readings}
    outs = [out for reading in snapshot.readings if (out := reading.published.latest) is not None]
    stamp = _utc(snapshot.as_of or max(outs, default=_NEVER))
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Standfirst//Timeline//EN",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"X-WR-CALNAME:{_text(snapshot.story.headline)}",
    ]
    for entry, name in zip(snapshot.timeline, entry_ids(snapshot), strict=True):
        if entry.when.start is not None:
            lines += _event(entry, name, stamp, readings)
    lines.append("END:VCALENDAR")
    return "".join(f"{folded}\r\n" for line in lines for folded in _folded(line))


def _event(entry: Entry, name: str, stamp: str, readings: Mapping[str, Reading]) -> Iterator[str]:
    start, end = entry.when.start, entry.when.end
    sources = list(sources_of(entry, readings))
    yield from ("BEGIN:VEVENT", f"UID:{name}@standfirst", f"DTSTAMP:{stamp}")
    yield f"DTSTART{_edge(start)}"
    if end is not None and start is not None and type(end) is type(start) and sort_key(end) > sort_key(start):
        yield f"DTEND{_edge(end)}"
    yield f"SUMMARY:{_text(entry.text)}"
    told = [f"{words} — {outlet}" + (f" ({url})" if url else "") for outlet, words, url in sources]
    told += [f"Also dated {stretch_words(other.when)}" for other in entry.other_dates]
    told.append(f"Dated by {entry.because}")
    yield "DESCRIPTION:" + "\\n".join(map(_text, told))
    url = next((url for _, _, url in sources if url is not None), None)
    if url is not None:
        yield f"URL:{url}"
    yield f"CATEGORIES:{_text(PARTS.get(entry.part, PARTS['happened']))}"
    yield f"STATUS:{'TENTATIVE' if entry.part == 'planned' else 'CONFIRMED'}"
    yield from ("TRANSP:TRANSPARENT", "END:VEVENT")


def _edge(edge: Edge | None) -> str:
    if isinstance(edge, datetime):
        return f":{_utc(edge)}" if edge.tzinfo is not None else f":{_clock(edge)}"
    if edge is None:
        raise ValueError("an event needs a beginning")
    return f";VALUE=DATE:{_date(edge)}"


def _utc(moment: datetime) -> str:
    return f"{_clock(moment.astimezone(UTC))}Z"


def _clock(moment: datetime) -> str:
    return f"{_date(moment)}T{moment.hour:02}{moment.minute:02}{moment.second:02}"


def _date(day: date) -> str:
    return f"{day.year:04}{day.month:02}{day.day:02}"


def _text(text: str) -> str:
    """TEXT of the standard: one line, its marks escaped."""
    plain = one_line(text)
    return plain.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")


def _folded(line: str) -> Iterator[str]:
    """The line in pieces of at most 75 octets, no letter broken, each but the first after a space."""
    piece, size = "", 0
    for letter in line:
        wide = len(letter.encode("utf-8", "surrogatepass"))
        if size + wide > _FOLD:
            yield piece
            piece, size = " ", 1
        piece += letter
        size += wide
    yield piece
