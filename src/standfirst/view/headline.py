"""The headline of the page: the story's own, without a count that has been overtaken."""

from __future__ import annotations

import re
from collections.abc import Iterator

from standfirst.text import plain
from standfirst.view.desk import Desk, likeness, stems
from standfirst.view.tolls import fate

#: What a page is called of which nothing is known.
_UNNAMED = "What we know so far"
#: What parts a headline into pieces that can stand alone.
_BETWEEN = re.compile(r"\s*(?:, | - | – | — |; )\s*")
#: Words of what is left of a headline when a piece of it has gone.
_LEAST = 4
#: Share of the story's headline that another must have of its words to take its place.
_ALIKE = 0.5


def headline_of(desk: Desk) -> str:
    """The story's headline; "Ferry sinks off Orrow, three dead" loses its end where a later report counts nine.

    Where nothing would be left, another report's headline takes its place if it has as many of the words and no such
    count. It errs towards keeping: a count told in other words than the report's figure is not seen.
    """
    own = " ".join(desk.snapshot.story.headline.split()) or _UNNAMED
    others = (reading.report.headline or "" for reading in desk.snapshot.readings)
    alike = sorted({" ".join(one.split()) for one in others if likeness(stems(one), stems(own)) >= _ALIKE})
    for headline in (own, *alike):
        kept = [piece for piece in _BETWEEN.split(headline) if not _is_overtaken(piece, desk)]
        whole = headline if len(kept) == len(_BETWEEN.split(headline)) else ", ".join(kept)
        if headline == own and whole == own:
            return own
        if len(whole.split()) >= _LEAST and not _is_overtaken(whole, desk):
            return whole
    return own


def _is_overtaken(words: str, desk: Desk) -> bool:
    text = plain(words).casefold()
    return any(re.search(rf"(?<!\w){re.escape(count)}(?!\w)", text) for count in _overtaken_counts(desk))


def _overtaken_counts(desk: Desk) -> Iterator[str]:
    for told in desk.told_counts.values():
        yield from (plain(one.words).casefold() for one in told if one.overtaken and fate(one.figure))
