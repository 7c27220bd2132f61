"""What the exports of a timeline share: each entry's id, its sources, and addresses that are safe to follow."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from urllib.parse import urlsplit

from standfirst.export.plain import one_line, quoted
from standfirst.ids import stable_id
from standfirst.model.reading import Reading
from standfirst.model.snapshot import Entry, Snapshot
from standfirst.when import iso

#: The parts of a timeline by the words for them.
PARTS = {"background": "Before this story", "happened": "What happened", "planned": "Planned or expected"}


def entry_ids(snapshot: Snapshot) -> tuple[str, ...]:
    """An id for each entry, from what it says and when; the same in every export, and unique."""
    seen: dict[str, int] = {}
    ids = []
    for entry in snapshot.timeline:
        name = stable_id("t", entry.text, iso(entry.when.start), iso(entry.when.end))
        count = seen[name] = seen.get(name, 0) + 1
        ids.append(name if count == 1 else f"{name}-{count}")
    return tuple(ids)


def sources_of(entry: Entry, readings: Mapping[str, Reading]) -> Iterator[tuple[str, str, str | None]]:
    """(outlet, words in quotation marks, address or None) of each piece of evidence; no control characters in them."""
    for quote in entry.evidence:
        reading = readings.get(quote.span.report)
        outlet = reading.report.outlet if reading is not None else None
        url = web_address(reading.report.url) if reading is not None else None
        yield one_line(outlet or quote.span.report), quoted(quote.text), url


def web_address(url: str | None) -> str | None:
    """The address where it is one of the web, else None: a report may name "javascript:" as its own."""
    if url is None or any(letter.isspace() or not letter.isprintable() for letter in url):
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme in ("http", "https") and parts.netloc else None
