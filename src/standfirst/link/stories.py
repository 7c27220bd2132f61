"""Which reports belong to one developing story, and what it is called.

Reports are joined where the words that are rare among all that is held, and the names, are largely shared. It errs
towards keeping apart: a report that fits nothing is a story of its own.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from datetime import timedelta

from standfirst.ids import stable_id
from standfirst.link.words import content_words
from standfirst.model.reading import ASIDE, Reading
from standfirst.model.snapshot import Story
from standfirst.when import UTC

#: Cosine of the weighted words from which two reports are of one story.
_ALIKE = 0.16


def link_stories(readings: Sequence[Reading]) -> tuple[tuple[str, ...], ...]:
    """Sets of report ids, each sorted, the largest first; the order of reading changes nothing."""
    ordered = sorted(readings, key=lambda reading: reading.report.id)
    weights = _weights(ordered)
    parent = {reading.report.id: reading.report.id for reading in ordered}

    def root(name: str) -> str:
        while parent[name] != name:
            name = parent[name]
        return name

    for place, one in enumerate(ordered):
        for other in ordered[place + 1 :]:
            if _cosine(weights[one.report.id], weights[other.report.id]) >= _ALIKE:
                low, high = sorted((root(one.report.id), root(other.report.id)))
                parent[high] = low
    sets: dict[str, list[str]] = {}
    for reading in ordered:
        sets.setdefault(root(reading.report.id), []).append(reading.report.id)
    return tuple(sorted((tuple(members) for members in sets.values()), key=lambda ids: (-len(ids), ids)))


def story_of(readings: Sequence[Reading]) -> Story:
    """The story that these reports tell: named by the newest headline among those most like the rest."""
    ordered = sorted(readings, key=lambda reading: reading.report.id)
    weights = _weights(ordered)
    central = max(
        ordered,
        key=lambda one: (
            round(sum(_cosine(weights[one.report.id], other) for other in weights.values()), 1),
            str(one.published.latest or ""),
            one.report.id,
        ),
        default=None,
    )
    days = sorted(day for reading in ordered if (day := _day(reading)) is not None)
    return Story(
        id=stable_id("s", min(ordered, key=_first).report.id if ordered else ""),
        headline=headline_of(central) if central is not None else "",
        first=days[0] if days else None,
        last=days[-1] if days else None,
    )


def _day(reading: Reading) -> str | None:
    """The day on which a report came out; where only bounds are known and they are far apart, the later bound."""
    early, late = reading.published.earliest, reading.published.latest
    known = early if early is not None and (late is None or late - early <= timedelta(days=2)) else late
    return known.date().isoformat() if known is not None else None


def _first(reading: Reading) -> tuple[str, str]:
    """Orders reports by when they came out, those without a time last; the first gives its story a lasting id."""
    out = reading.published.latest
    return out.astimezone(UTC).isoformat() if out is not None else "~", reading.report.id


def headline_of(reading: Reading) -> str:
    """The headline of a report: as given, else its headline block, else the first sentence of its text."""
    if reading.report.headline:
        return reading.report.headline
    block = next((block for block in reading.blocks if block.kind == "headline"), None)
    if block is not None:
        return " ".join(reading.report.words(block.span).split())
    first = next(iter(reading.sentences), None)
    return " ".join(reading.report.words(first).split()) if first is not None else reading.report.id


def _weights(readings: Sequence[Reading]) -> dict[str, dict[str, float]]:
    """Words of each report by weight: how often it has them, and how few reports have them; unit length."""
    counts = {reading.report.id: Counter(_words(reading)) for reading in readings}
    held = Counter(word for words in counts.values() for word in words)
    found = {}
    for name, words in counts.items():
        raw = {word: (1 + math.log(count)) * math.log(1 + len(counts) / held[word]) for word, count in words.items()}
        length = math.sqrt(sum(weight * weight for weight in raw.values())) or 1.0
        found[name] = {word: weight / length for word, weight in raw.items()}
    return found


def _words(reading: Reading) -> list[str]:
    found: list[str] = []
    for block in reading.blocks:
        if block.kind not in ASIDE:
            found.extend(sorted(content_words(reading.report.words(block.span))))
    found.extend(
        "@" + reading.report.words(mention.head).casefold() for mention in reading.mentions if mention.form == "name"
    )
    return found


def _cosine(one: dict[str, float], other: dict[str, float]) -> float:
    small, large = sorted((one, other), key=len)
    return sum(weight * large[word] for word, weight in small.items() if word in large)
