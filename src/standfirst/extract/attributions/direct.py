"""Quoted words with a cue beside them: direct speech, and speech that is partly quoted.

A quotation of few words with no cue that governs it (a title, a nickname, a scare quote) is no attribution.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from standfirst.extract.attributions.cues import Cue, stance_of
from standfirst.extract.attributions.draft import Draft
from standfirst.extract.attributions.frames import Frame, frame_after, frame_before, outer, window_before
from standfirst.extract.attributions.page import Page, Range, trimmed

#: How many quotations of one sentence are looked through for its start.
_QUOTED = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Framed:
    """The drafts of quotations that a cue frames, with the quotation of each part, and the cues that they used up."""

    drafts: tuple[Draft, ...]
    #: Quotations that have their speaker.
    quotations: frozenset[int]
    #: Tokens of the cues.
    cues: frozenset[int]


def find_framed(page: Page, cues: Mapping[int, Cue]) -> Framed:
    """Direct and partly direct speech whose cue stands beside it. `cues` are those outside quotations, by token."""
    drafts: list[Draft] = []
    taken: set[int] = set()
    used: set[int] = set()
    for index in range(len(page.quotations)):
        if page.quoted[index][0] >= page.quoted[index][1]:
            continue
        frame = _frame(page, index, cues, used)
        if frame is None:
            continue
        if frame.cue is not None and frame.before and drafts and drafts[-1].at == frame.cue.at:
            if frame.content_start is None:
                drafts[-1] = _joined(drafts[-1], page.quoted[index])
                taken.add(index)
            continue
        draft = _draft(page, index, frame)
        if draft is not None:
            drafts.append(draft)
            taken.add(index)
            if frame.cue is not None:
                used.add(frame.cue.at)
    return Framed(drafts=tuple(drafts), quotations=frozenset(taken), cues=frozenset(used))


def _frame(page: Page, index: int, cues: Mapping[int, Cue], used: set[int]) -> Frame | None:
    before = frame_before(page, index, cues)
    if before is not None and before.cue is not None and before.cue.at in used and before.content_start is not None:
        before = None
    after = frame_after(page, index, cues)
    if before is None:
        return after
    if after is None or before.cue is None:
        return before
    # Only one can be: the one before, unless that is the end of the last quotation's frame.
    return after if before.cue.at in used else before


def _joined(draft: Draft, more: Range) -> Draft:
    return Draft(
        source=draft.source,
        cue=draft.cue,
        at=draft.at,
        content=(*draft.content, more),
        mode=draft.mode,
        stance=draft.stance,
        lemma=draft.lemma,
        kind=draft.kind,
    )


def _draft(page: Page, index: int, frame: Frame) -> Draft | None:
    start, end = page.quoted[index]
    lead = frame.content_start
    if lead is None and not frame.before:
        lead = _sentence_lead(page, index)
    if lead is not None and lead < start:
        found = trimmed(page, (lead, end))
        start, end = found if found is not None else (start, end)
    cue = frame.cue
    word = (cue.reading("quote") or (cue.words[0] if cue.words else None)) if cue is not None else None
    return Draft(
        source=frame.source,
        cue=cue.span if cue is not None else None,
        at=cue.at if cue is not None else start,
        content=((start, end),),
        mode="mixed"
        if start < page.quoted[index][0] - 2 or (lead is not None and lead < page.quoted[index][0] - 1)
        else "direct",
        stance=stance_of(cue, word) if cue is not None and word is not None else "asserts",
        lemma=word.lemma if word is not None else None,
        kind=word.kind if word is not None else "",
    )


def _sentence_lead(page: Page, index: int) -> int | None:
    """Where the sentence starts whose later words are quoted: `The plan was "a farce," he said`; None at its start."""
    lead = None
    for _ in range(_QUOTED):
        start, end = window_before(page, index)
        words = any(page.doc[i].is_alpha for i in range(start, end))
        lead = start if words else lead
        line = page.quotations[index].paragraph
        previous = page.quotation_of[start - 1] if start > 0 else -1
        if previous < 0 or page.quotations[previous].paragraph != line or ends_sentence(page, previous):
            return lead
        index, lead = previous, outer(page, previous)[0]
    return lead


def ends_sentence(page: Page, index: int) -> bool:
    """Whether what is quoted ends a sentence."""
    quotation = page.quotations[index]
    return page.reading.report.text[quotation.inner_end - 1] in ".!?…"
