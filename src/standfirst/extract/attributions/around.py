"""What is said when source and cue stand at its end, in its middle or, with "as", at its start."""

from __future__ import annotations

from standfirst.extract.attributions.clauses import sentence_end, sentence_start
from standfirst.extract.attributions.cues import Cue
from standfirst.extract.attributions.frames import is_finite
from standfirst.extract.attributions.page import Page, Range, trimmed
from standfirst.extract.attributions.surface import Source

#: What opens the words after a frame that is over: something more, or what is told of the speaker.
_ADDS = frozenset("but and although though while who whose whom".split())
#: Words that open a clause of what is said before a frame rather than of the outlet.
_REASONS = frozenset("since because until unless".split())
#: How many tokens after the frame that opens a sentence its comma may stand.
_GAP = 12


def clause_around(page: Page, cue: Cue, source: Source) -> tuple[Range, ...]:
    """What is said when source and cue stand at its end or in its middle, set off by commas.

    "The ferry sank, |police said| on Monday." gives what stands before; "The loss, |he said|, was small." both parts.
    """
    doc = page.doc
    first, last = sentence_start(page, cue.at), sentence_end(page, cue.at)
    start, end = min(source.span[0], cue.span[0]), max(source.span[1], cue.span[1])
    while start > first and doc[start - 1].pos_ in ("ADV", "CCONJ") and doc[start - 1].text != ",":
        start -= 1
    if start > first and doc[start - 1].lower_ == "as":
        start -= 1
        if start <= first + 1:
            return _after_opening(page, end, last)
    if start <= first + 1 or doc[start - 1].text not in (",", "-", "–", "—", "--", '"', "”", "''"):
        return ()
    before, after = (first, start - 1), _after_frame(page, end, last)
    if after is None and not is_finite(page, before) and before[0] < before[1]:
        after = _after_lead(page, end, last)
    if after is not None:
        both = (trimmed(page, before), trimmed(page, after))
        return tuple(span for span in both if span is not None)
    # a tagger takes "buried" in "A landslide buried part of the road" for a participle: at the end any verb will do
    told = is_finite(page, before) or any(doc[i].pos_ == "VERB" for i in range(*before))
    if not told or _is_lead(page, before, cue, end):
        return ()
    found = trimmed(page, (_past_opening(page, before), before[1]))
    return (found,) if found is not None else ()


def _after_opening(page: Page, end: int, last: int) -> tuple[Range, ...]:
    """What follows a frame that opens its sentence: "As the station reported, |the dam had burst|"."""
    comma = next((i for i in range(end, min(end + _GAP, last)) if page.doc[i].text == ","), None)
    found = trimmed(page, (comma + 1, last)) if comma is not None else None
    return (found,) if found is not None and is_finite(page, found) else ()


def _after_lead(page: Page, end: int, last: int) -> Range | None:
    """What follows a frame after words that only lead up to it: "Now, he said, |the two sides talk|"."""
    if end >= last or page.doc[end].text != "," or not is_finite(page, (end + 1, last)):
        return None
    if page.doc[end + 1].lower_ in ("who", "whose", "whom", "which"):  # is told of the speaker
        return None
    return end + 1, last


def _past_opening(page: Page, span: Range) -> int:
    """The start without a leading "but", "and"."""
    start = span[0]
    while start < span[1] - 1 and page.doc[start].lower_ in ("but", "and", "so"):
        start += 1
    return start


def _after_frame(page: Page, end: int, last: int) -> Range | None:
    """What follows a frame in the middle of what is said: the words after its second comma, if they go on with it.

    A verb goes on with it, and so does a reason or a time: "It was quiet, |he said|, since the mill was shut".
    """
    doc = page.doc
    at = end
    while at < last and at - end < 7 and doc[at].text != ",":
        if doc[at].pos_ in ("VERB", "AUX") or page.quotation_of[at] >= 0:
            return None
        at += 1
    if at >= last or doc[at].text != "," or at + 2 >= last:
        return None
    after = doc[at + 1]
    goes_on = after.pos_ in ("VERB", "AUX", "ADV", "PART") and "Ger" not in after.morph.get("VerbForm", [])
    goes_on = (goes_on and not after.lower_.endswith("ing")) or after.lower_ in _REASONS
    return (at + 1, last) if goes_on else None


def _is_lead(page: Page, span: Range, cue: Cue, end: int) -> bool:
    """Whether the words before a frame (to `end`) only lead up to it: "When the tank burst, he said it was late"."""
    doc = page.doc
    opening = doc[span[0]].lower_ in ("when", "while", "after", "before", "as", "although", "though", "asked", "if")
    commas = sum(doc[i].text == "," for i in range(*span))
    limit = sentence_end(page, cue.at)
    said_after = is_finite(page, (end, limit)) and not _closed(page, end, limit)
    return said_after or (opening and not commas)


def _closed(page: Page, end: int, last: int) -> bool:
    """Whether a frame is over before something is added: "The road is shut, |she said on Monday|, but trains run".

    What is added may be the speaker's or the outlet's, so it is left out of what is said.
    """
    doc = page.doc
    comma = next((at for at in range(end, min(end + _GAP, last - 1)) if doc[at].text == ","), None)
    if comma is None or any(doc[at].pos_ in ("VERB", "AUX") for at in range(end, comma)):
        return False
    return doc[comma + 1].lower_ in _ADDS
