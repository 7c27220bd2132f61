"""Numbers told without a numeral: "no one was hurt" (0), "the only survivor" (1), "both pilots" (2).

"No" is a count of zero only where it says whom nothing befell: "no one said so" counts nobody. It errs towards leaving
out: what should not, may not or must not befall anyone is no count, nor is "no serious injuries".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from standfirst.extract.quantities.count import Counted, people_of
from standfirst.extract.quantities.events import event_of
from standfirst.extract.quantities.measures import Measure
from standfirst.extract.quantities.numeral import Numeral
from standfirst.extract.quantities.phrases import named_count
from standfirst.extract.quantities.sight import Sight, phrase_after
from standfirst.lexicon.counts import count_words, is_person

_ZERO = re.compile(r"\b(?:no[ -]one|nobody|none|no)\b(?=\s+[a-z])", re.IGNORECASE)
_ONLY = re.compile(r"\bthe\s+(?:only|sole|lone)\b(?=\s+[a-z])", re.IGNORECASE)
_BOTH = re.compile(r"\bboth\b(?=\s+[a-z])", re.IGNORECASE)
_KINDS = ((_ZERO, Decimal(0)), (_ONLY, Decimal(1)), (_BOTH, Decimal(2)))
#: What is wished or feared is no count: "to make sure that no one was hurt", "no one should die".
_WISHED = re.compile(r"\b(?:sure|ensur\w+|so that|if|until|unless|hop\w+|want\w*|pray\w*|whether)\s+(?:that\s+)?$")
_MODAL = re.compile(r"\s+(?:else\s+)?(?:should|must|can|could|will|would|may|might|is going|needs?)\b")
#: Degrees of harm that others may have come to: "no one was seriously hurt".
_DEGREE = re.compile(r"[^.;,]{0,24}\b(?:seriously|badly|critically|severely|gravely)\b")
#: Of some of a place only: "no one was hurt inside".
_THERE = re.compile(r"[^.;,]{0,30}\b(?:inside|outside|there|upstairs|nearby)\b")
_ELSE = re.compile(r"\s+else\b")
_OF = re.compile(
    r"\s+of\s+(?:the|those|these|them|its|his|her|their|our)\b\s*(?:other\s+)?(?:\d[\d,]*\s+|[a-z]+\s+(?=[a-z]+s\b))?"
)
#: Single persons that nobody counts: "the only man who knew".
_ANYONE = frozenset("person one man woman thing people".split())


def wordless(text: str) -> Iterator[Numeral]:
    """Where a text may tell a number without a numeral; `text` is plain (`standfirst.text.plain`)."""
    for pattern, value in _KINDS:
        for match in pattern.finditer(text):
            yield Numeral(start=match.start(), end=match.end(), value=value, low=value, high=value, kind="wordless")


def counted_wordless(sight: Sight, measure: Measure) -> Counted | None:
    """What such a number counts, or None where it counts nothing."""
    if measure.unit is not None:
        return None
    return (_nobody, _single, _pair)[int(measure.value)](sight, measure)


def _nobody(sight: Sight, measure: Measure) -> Counted | None:
    """ "no one was hurt", "none of the guards was killed", "there were no casualties"."""
    text, after = sight.text, measure.after
    wished = _WISHED.search(text, max(0, measure.start - 24), measure.start)
    if wished or _MODAL.match(text, after) or _DEGREE.match(text, after):
        return None
    word = text[measure.start : after].lower()
    if word == "no":
        phrase = phrase_after(sight, after)
        event = count_words().events.get(phrase.head.lower_) if phrase is not None else None
        if phrase is None or phrase.start != phrase.head.idx or text[after : phrase.start].strip():
            return None
        if event is not None and phrase.head.lower_ in count_words().event_nouns:
            return named_count(sight, phrase, None, "")
        happening = event_of(sight, measure, phrase) if is_person(phrase.head.lower_) else None
        return named_count(sight, phrase, happening, "") if happening is not None else None
    of = _OF.match(text, after) if word == "none" else None
    phrase = phrase_after(sight, of.end()) if of is not None and not of.group().rstrip().endswith("them") else None
    happening = event_of(sight, measure, phrase)
    if happening is None or (word == "none" and of is None):
        return None
    if phrase is not None:
        return named_count(sight, phrase, happening, "of")
    some = of is not None or _THERE.match(text, after) is not None
    return people_of(happening, "of" if some else "other" if _ELSE.match(text, after) else "")


def _single(sight: Sight, measure: Measure) -> Counted | None:
    """ "the only survivor", "the lone casualty": one of people, told by what they are."""
    phrase = phrase_after(sight, measure.after)
    if phrase is None or sight.text[measure.after : phrase.start].strip():
        return None
    word = phrase.head.lower_
    known = word in count_words().event_nouns or is_person(f"{word}s")
    return named_count(sight, phrase, None, "the") if known and word not in _ANYONE else None


def _pair(sight: Sight, measure: Measure) -> Counted | None:
    """ "both pilots", "both were killed"; not "both men and women", nor "both in Orra and in Dalvo"."""
    phrase = phrase_after(sight, measure.after)
    if phrase is not None and phrase.head.tag_ == "NNS" and not sight.text[measure.after : phrase.start].strip():
        joined = re.match(r"\s+(?:and|as well)\b", sight.text[phrase.end : phrase.end + 10])
        if joined or phrase.head.lower_ in count_words().uncounted:
            return None
        return named_count(sight, phrase, event_of(sight, measure, phrase), "the")
    happening = event_of(sight, measure, None)
    return people_of(happening, "the") if happening is not None and phrase is None else None
