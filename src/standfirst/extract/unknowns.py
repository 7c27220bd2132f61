"""What the report itself says is not known: sentences with words of not-knowing, refusal or pending inquiry.

Patterns over the plain sentence; the list is lexicon/unknowns.tsv. It errs towards telling too much: "he did not say
goodbye" is not an unknown, so a bare "did not say" must stand before whether, why, how, when, who, where, if or an end.
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
    return found is not None and not words.rstrip().endswith("?")
