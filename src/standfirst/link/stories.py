"""Which reports belong to one developing story, and what it is called.

Reports are joined where the words that are rare among all that is held, and the names, are largely shared. It errs
towards keeping apart: a report that fits nothing is a story of its own.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from datetime import timedelta

from standfirst.ids import stable_id
from standfirst.lexicon.words import content_words
from standfirst.model.reading import ASIDE, Reading
from standfirst.model.snapshot import Story
from standfirst.model.span import Span
from standfirst.when import UTC

#: Cosine of the weighted words from which two reports are of one story.
_ALIKE = 0.16
#: Share of the likeness of the report most like the rest that another has, so that its headline may name the story.
_NEAR = 0.95
#: Words that carry meaning which a headline has at least.
_LEAST = 3
#: What a page puts before or after the headline itself, and what makes a label of one.
_PAGE_START = re.compile(
    r"^(?:(?:live )?updated?(?: \d+)?|breaking(?: news)?|live|watch|video)\s*[-–—:|]\s*", re.IGNORECASE
)
_PAGE_END = re.compile(
    r"\s*[-–—:|,]\s*(?:live(?: (?:updates?|blog|coverage))?|latest(?: updates?)?|as it happened"
    r"|(?:here’?'?s )?what we (?:do )?know\b.*|everything we know\b.*)$|\s+\|\s+[^|]{1,40}$",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"^(?:these are|here(?:’?'?s| are| is)|a look (?:at|back)|the stor(?:y|ies) of|meet|in pictures|photos?:)\b"
    r"|\b(?:live (?:updates?|blog|coverage)|(?:on|/) (?:twitter|facebook|instagram|youtube)|home ?page|what we know"
    r"|(?:breaking|latest|top)(?: \w+)? (?:news|headlines|stories)|news article)\b|\bonline$",
    re.IGNORECASE,
)


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
    """The story that these reports tell: named by the newest of the telling headlines most like the rest."""
    ordered = sorted(readings, key=lambda reading: reading.report.id)
    days = sorted(day for reading in ordered if (day := _day(reading)) is not None)
    return Story(
        id=stable_id("s", min(ordered, key=_first).report.id if ordered else ""),
        headline=_best_headline(ordered),
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
    return _out(reading) or "~", reading.report.id


def headline_of(reading: Reading) -> str:
    """The headline of a report: the first that tells something, else its first sentence, else what there is."""
    given = _headlines(reading)
    first = next((span for span in reading.sentences if _tells(reading, span)), None)
    sentence = " ".join(reading.report.words(first).split()) if first is not None else ""
    telling = next((trimmed for one in given if is_telling(trimmed := trimmed_headline(one))), None)
    return telling or sentence or next(iter(given), reading.report.id)


def trimmed_headline(headline: str) -> str:
    """The headline without what tells of the page: "Update 3:" before it, ": live updates" or " | The Lamp" after it.

    >>> trimmed_headline("UPDATE 2 - Dam gives way at Orrow: what we know so far")
    'Dam gives way at Orrow'
    """
    words = " ".join(headline.split())
    return _PAGE_END.sub("", _PAGE_START.sub("", words)).strip()


def is_telling(headline: str) -> bool:
    """Whether it tells what happened and is no label: "The Lamp Online", "Top News Article", "Type 12".

    Three words that carry meaning are enough; it errs towards taking a long title of a page for a headline.
    """
    return len(content_words(headline)) >= _LEAST and not _LABEL.search(headline)


def _headlines(reading: Reading) -> tuple[str, ...]:
    """The headline that came with the report and the one in its text, each once."""
    block = next((block for block in reading.blocks if block.kind == "headline"), None)
    inside = reading.report.words(block.span) if block is not None else ""
    found = (" ".join((one or "").split()) for one in (reading.report.headline, inside))
    return tuple(dict.fromkeys(one for one in found if one))


def _tells(reading: Reading, span: Span) -> bool:
    block = reading.block_at(span.start)
    return block is not None and block.kind in ("body", "standfirst", "update")


def _best_headline(readings: Sequence[Reading]) -> str:
    """The newest of the telling headlines of those reports that are most like the rest.

    A headline that is a label is taken only where there is no other.
    """
    weights = _weights(readings)
    telling = [one for one in readings if headline_of(one) in map(trimmed_headline, _headlines(one))] or readings
    like = {one.report.id: sum(_cosine(weights[one.report.id], other) for other in weights.values()) for one in telling}
    nearest = _NEAR * max(like.values(), default=0.0)
    near = [one for one in telling if like[one.report.id] >= nearest]
    return headline_of(max(near, key=lambda one: (_out(one), one.report.id))) if near else ""


def _out(reading: Reading) -> str:
    """When a report came out at the latest, to be compared; "" where that is not known."""
    out = reading.published.latest
    return out.astimezone(UTC).isoformat() if out is not None else ""


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
