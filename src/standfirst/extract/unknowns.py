"""What the report itself says is not known: sentences with words of not-knowing, refusal or pending inquiry.

Patterns over the plain sentence; the list is lexicon/unknowns.tsv. Words of not-knowing that only set a scene are none:
"he did not say goodbye", "I don't know what to say", "the boat was not known to leak", "she declined to give her name".
So a bare "did not say" or "does not know" must stand before whether, why, how, when, who, where, what or if, and never
after "I" or "you". A sentence that tells of an earlier gap as closed ("at first it was not known who had signed") is no
unknown either. It errs towards telling too much of what officials are still looking into.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from spacy.tokens import Doc

from standfirst.lexicon.tables import rows
from standfirst.model.reading import ASIDE, Reading
from standfirst.model.span import Span
from standfirst.text import plain

#: Longer than any sentence that an editor would print; what is longer is not searched.
_LONGEST = 1200
#: Words close before a gap by which a report tells that it is one no more.
_CLOSED = re.compile(r"\b(?:at first|initially|originally|no longer)\b(?:\W+\w+){0,4}\W*$")


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{row[0]})" for row in rows("unknowns.tsv")))


def find_unknowns(reading: Reading, doc: Doc) -> Reading:
    """Fill in the sentences of a reading that say what is not known; those of passages set aside are left out."""
    return replace(reading, unknowns=tuple(span for span in reading.sentences if _tells_unknown(reading, span)))


def _tells_unknown(reading: Reading, sentence: Span) -> bool:
    if sentence.end - sentence.start > _LONGEST:
        return False
    block = reading.block_at(sentence.start)
    if block is not None and (block.kind in ASIDE or block.kind in ("headline", "heading")):
        return False
    words = plain(reading.report.words(sentence)).lower()
    found = _pattern().search(words)
    return found is not None and not words.rstrip().endswith("?") and not _CLOSED.search(words[: found.start()])
