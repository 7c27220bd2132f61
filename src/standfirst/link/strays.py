"""Reports that came along with the others and tell of something else."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from standfirst.lexicon.words import containment, content_words
from standfirst.model.linked import Grounds
from standfirst.model.reading import Reading

#: Kinds of block whose words are the report's own text.
_TEXT = {"headline", "body", "standfirst", "quotation", "update"}
#: Fewest content words that a text must have, and fewest others that it must be held against.
_WORDS, _OTHERS = 30, 4
#: The most that a stray shares with any one other, and of the words that nearly all others share.
_ANY, _ALL = 0.12, 0.25
#: Share of the others that must have a word for it to be the story's, and how many such words there must be.
_NEARLY, _FEWEST = 0.8, 3


def set_strays_aside(readings: Sequence[Reading]) -> tuple[Reading, ...]:
    """The readings, those of another story with their text set aside as unrelated and nothing found in them."""
    strays = {name for name, _ in stray_reports(readings)}
    return tuple(_emptied(reading) if reading.report.id in strays else reading for reading in readings)


def stray_reports(readings: Sequence[Reading]) -> tuple[tuple[str, Grounds], ...]:
    """Reports that share next to no words with any other of the set, with the grounds, in the order of their ids.

    Among five reports of a shipwreck, one of a new constitution. Errs towards keeping: only with four others to hold it
    against, and a background piece that shares the subject's own words ("submarine") stays.
    """
    words = {reading.report.id: _content(reading) for reading in readings}
    told = {name: found for name, found in words.items() if len(found) >= _WORDS}
    if len(told) <= _OTHERS:
        return ()
    counts = Counter(word for found in told.values() for word in found)
    found = ((name, _stray(name, told, counts)) for name in sorted(told))
    return tuple((name, grounds) for name, grounds in found if grounds is not None)


def _stray(name: str, told: Mapping[str, frozenset[str]], counts: Counter[str]) -> Grounds | None:
    own, others = told[name], len(told) - 1
    theirs = {word for word, count in counts.items() if count - (word in own) >= _NEARLY * others}
    if len(theirs) < _FEWEST or len(theirs & own) > _ALL * len(theirs):
        return None
    nearest = max(containment(own, found) for other, found in told.items() if other != name)
    if nearest > _ANY:
        return None
    because = (
        f"it shares at most {nearest:.0%} of its words with any other report, "
        f"and {len(theirs & own)} of the {len(theirs)} words that nearly all others have"
    )
    return Grounds(rule="another story", because=because)


def _content(reading: Reading) -> frozenset[str]:
    told = (reading.report.words(block.span) for block in reading.blocks if block.kind in _TEXT)
    return content_words("\n".join(told))


def _emptied(reading: Reading) -> Reading:
    blocks = tuple(
        replace(block, kind="unrelated") if block.kind in _TEXT | {"heading", "caption"} else block
        for block in reading.blocks
    )
    return replace(
        reading,
        blocks=blocks,
        sentences=(),
        mentions=(),
        timexes=(),
        quantities=(),
        attributions=(),
        clauses=(),
        events=(),
        unknowns=(),
    )
