"""The words around a quotation that say who speaks it: `"...," she said` after it, `she said: "..."` before it.

These rules read the surface first: a parse of a sentence with a quotation in it is often wrong, its marks seldom are.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from standfirst.extract.attributions.cues import Cue
from standfirst.extract.attributions.page import Page, Range
from standfirst.extract.attributions.sources import fuller, parsed_source
from standfirst.extract.attributions.surface import Source, source_after, source_before
from standfirst.lexicon.cues import noun_cues

#: How far from a quotation, in tokens, its cue may stand.
_REACH = 60
#: How many tokens may follow a cue whose quotation ended in a full stop: `"We left." Dora Quill said on Monday.`
_TAIL = 6
_NOT_FINITE = {"amod", "acl"}
_RELATIVES = {"which", "who", "that", "whose"}
_JOINS = {",", "-", "–", "—", "--"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """How a quotation is introduced or closed."""

    cue: Cue | None
    source: Source | None
    #: Where the content starts when words before the quotation belong to it, else None.
    content_start: int | None = None
    #: True where it stands before the quotation.
    before: bool


def outer(page: Page, index: int) -> Range:
    """The tokens of a quotation with its marks."""
    start, end = page.quoted[index]
    while start > 0 and page.quotation_of[start - 1] == index:
        start -= 1
    while end < len(page.doc) and page.quotation_of[end] == index:
        end += 1
    return start, end


def ending(page: Page, index: int) -> str:
    """The last character of what is quoted, or a comma that follows the mark."""
    quotation, text = page.quotations[index], page.reading.report.text
    following = text[quotation.end : quotation.end + 1]
    return "," if following == "," else text[quotation.inner_end - 1]


def window_after(page: Page, index: int) -> Range:
    """The tokens after a quotation up to the end of the sentence, the paragraph or the next quotation."""
    start = end = outer(page, index)[1]
    line = page.quotations[index].paragraph
    while end < len(page.doc) and end - start < _REACH and page.paragraph_of[end] == line:
        if page.quotation_of[end] >= 0 or page.is_stop(end):
            break
        end += 1
    return start, end


def window_before(page: Page, index: int) -> Range:
    """The tokens before a quotation back to the start of the sentence, the paragraph or the quotation before."""
    start = end = outer(page, index)[0]
    line = page.quotations[index].paragraph
    while start > 0 and end - start < _REACH and page.paragraph_of[start - 1] == line:
        if page.quotation_of[start - 1] >= 0 or page.is_stop(start - 1):
            break
        start -= 1
    return start, end


def is_finite(page: Page, span: Range) -> bool:
    """Whether a range holds a finite verb other than that of a relative clause."""
    relative = False
    for index in range(*span):
        token = page.doc[index]
        if token.lower_ in ("who", "which", "whose", "whom"):
            relative = True
        elif (
            token.pos_ in ("VERB", "AUX") and "Fin" in token.morph.get("VerbForm", []) and token.dep_ not in _NOT_FINITE
        ):
            if not relative:
                return True
            relative = False
    return False


def frame_after(page: Page, index: int, cues: Mapping[int, Cue]) -> Frame | None:
    """`"...," Dora Quill said` or `"...," said Dora Quill`; None where the words after are no such frame."""
    start, end = window_after(page, index)
    last = ending(page, index)
    if start < end and page.doc[start].text in _JOINS:
        start += 1
    cue = next((cues[i] for i in range(start, end) if i in cues and cues[i].reading("quote")), None)
    if cue is None or not _may_follow(page, cue, last, end):
        return None
    lead = [i for i in range(start, cue.span[0]) if page.doc[i].pos_ != "ADV"]
    source = source_before(page, cue, start) if lead else source_after(page, cue)
    if source is None or (lead and (is_finite(page, (start, cue.span[0])) or page.doc[start].lower_ in _RELATIVES)):
        return None
    if last not in ",!?…—-–" and not (last == "." or len(lead) <= 4):
        return None
    return Frame(cue=cue, source=fuller(page, cue, source), before=False)


def _may_follow(page: Page, cue: Cue, last: str, end: int) -> bool:
    """Whether a cue after a quotation can be the quotation's: after a full stop only if nothing else is said by it."""
    following = page.doc[end].text if end < len(page.doc) else ""
    opens = end < len(page.doc) and page.quotation_of[end] >= 0
    if opens and page.doc[end - 1].text == ":":
        return False
    if last not in ".!?":
        return True
    if last == "." or page.doc[cue.at].is_title:
        tail = range(cue.span[1], end)
        if opens or is_finite(page, (cue.span[1], end)) or any(page.doc[i].text == "that" for i in tail):
            return False
        inverted_room = 24 if last == "." else 60
        return len(tail) <= (_TAIL if following != "." else inverted_room)
    return True


def frame_before(page: Page, index: int, cues: Mapping[int, Cue]) -> Frame | None:
    """`Dora Quill said: "..."`, `said that the plan, "..."`; None where the words before do not introduce it."""
    start, end = window_before(page, index)
    if start == end:
        return None
    cue = next((cues[i] for i in range(end - 1, start - 1, -1) if i in cues and cues[i].reading("quote")), None)
    last = page.doc[end - 1].text
    if cue is None or not cue.reading("quote"):
        return _colon(page, (start, end), cues) if last == ":" else None
    gap = (cue.span[1], end)
    if gap[0] < end and last not in (",", ":", "that", "—", "-"):
        return None
    if (gap[0] >= end or last == "that") and not _complete(page, index):
        return None
    source = parsed_source(page, cue)
    if source is None or source.span[0] < start - _REACH or page.quotation_of[source.head] >= 0:
        source = source_before(page, cue, start) or source
    if source is None and cue.span[0] == start:
        source = source_after(page, cue)
    if source is None and (last != ":" or cue.passive):
        return None
    return Frame(cue=cue, source=source, content_start=_governed(page, gap), before=True)


def _governed(page: Page, gap: Range) -> int | None:
    """Where the words between a cue and its quotation start to be what is said; None where they only lead up to it."""
    start, end = gap
    that = next((i for i in range(start, min(start + _TAIL, end)) if page.doc[i].lower_ == "that"), None)
    if that is not None and that + 1 < end:
        return that + 1
    if that is not None or not is_finite(page, gap):
        return None
    while start < end and page.doc[start].text in (",", ":"):
        start += 1
    return start if start < end else None


def _complete(page: Page, index: int) -> bool:
    """Whether a quotation right after its cue is all that the cue governs: `said "everyone" was out` is not."""
    end = outer(page, index)[1]
    if ending(page, index) in ".,!?…" or end >= len(page.doc):
        return True
    token = page.doc[end]
    return not token.is_alpha or token.lower_ in ("and", "but", "as", "when", "while", "in", "on", "during", "after")


def _colon(page: Page, window: Range, cues: Mapping[int, Cue]) -> Frame | None:
    """`Quill: "..."` or `The office issued a statement on Monday: "..."`."""
    start, end = window[0], window[1] - 1
    medium = any(word.kind == "medium" for i in range(start, end) for word in noun_cues().get(page.doc[i].lower_, ()))
    if medium:
        verb = next((i for i in range(start, end) if page.doc[i].pos_ == "VERB"), None)
        if verb is not None:
            cue = cues.get(verb) or Cue(at=verb, words=(), span=(verb, verb + 1))
            return Frame(cue=cue, source=parsed_source(page, cue) or source_before(page, cue, start), before=True)
    if end - start > 8 or is_finite(page, (start, end)):
        return None
    colon = Cue(at=end, words=(), span=(end, end + 1))
    source = source_before(page, colon, start)
    return Frame(cue=colon, source=source, before=True) if source is not None else None
