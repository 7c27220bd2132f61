"""A find before it is resolved, token ranges for source, cue and content; and the speaker that it is resolved to."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace

from standfirst.extract.attributions.page import Page, Range, trimmed
from standfirst.extract.attributions.surface import Source
from standfirst.model.reading import Via


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """One attribution in tokens; `content` is never empty."""

    source: Source | None
    #: The cue's words; None where the speaker is carried on without one.
    cue: Range | None
    #: Index of the cue's own word, or of the first word of the content where there is none.
    at: int
    content: tuple[Range, ...]
    #: direct | indirect | mixed.
    mode: str
    #: asserts | denies | confirms | corrects | questions | declines.
    stance: str = "asserts"
    lemma: str | None = None
    kind: str = ""
    #: True where no cue stands beside the quotation and the speaker is carried on.
    carried: bool = False
    #: `at` of the attribution whose speaker this one continues, where there is one.
    of: int | None = None
    #: True for a quoted phrase told beside the clause that holds it.
    fragment: bool = False
    #: True where the source is not told: "reportedly", "it is said".
    sourceless: bool = False
    via: tuple[Via, ...] = ()

    @property
    def start(self) -> int:
        """The first token of the content."""
        return self.content[0][0]


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """What is known of who speaks."""

    #: Entity id, only where the text settles a named one.
    entity: str | None
    #: The words for the speaker; for a pronoun, its antecedent's where known.
    words: str | None
    #: named | role | body | document | unnamed | media | none.
    kind: str
    #: male | female | plural | "".
    gender: str = ""
    #: True for a person, False for a body or document, None where it is not known.
    person: bool | None = None


NOBODY = Speaker(entity=None, words=None, kind="none")


def cut_at_frames(page: Page, drafts: list[Draft]) -> list[Draft]:
    """The drafts, no content running on into the words that frame the sentence: "the raid, |police said|"."""
    frames = [
        (draft.content[0][0], min(draft.at, draft.source.span[0]))
        for draft in drafts
        if draft.source is not None and draft.content[-1][1] <= min(draft.at, draft.source.span[0])
    ]
    frames.sort(key=lambda frame: frame[1])
    ends = [at for _, at in frames]
    return [replace(draft, content=_cut(page, draft, frames, ends)) for draft in drafts]


def _cut(page: Page, draft: Draft, frames: list[Range], ends: list[int]) -> tuple[Range, ...]:
    parts = []
    for start, end in draft.content:
        inside = frames[bisect_right(ends, start) : bisect_left(ends, end)]
        stop = min((at for first, at in inside if first <= start), default=end)
        part = trimmed(page, (start, stop))
        parts += [part] if part is not None else []
    return tuple(parts) or draft.content


def cut_at_joined(page: Page, drafts: list[Draft]) -> list[Draft]:
    """The drafts, no content running on into the next speaker's: "it had sunk, |and the mayor confirmed that| ...".

    Only where "and", "but" or "while" stands right before the next source and that source is no pronoun ("said that it
    sank and he feared"). It errs towards cutting: what a speaker says of another's words is then the other's alone.
    """
    starts = sorted(
        (draft.source.span[0], draft.at)
        for draft in drafts
        if draft.source is not None and draft.source.span[0] < draft.at and _is_joined(page, draft.source.span[0])
    )
    return [replace(draft, content=_cut_before(page, draft, starts)) for draft in drafts]


def _is_joined(page: Page, first: int) -> bool:
    joined = first > 0 and page.doc[first - 1].lower_ in ("and", "but", "while", "whereas")
    return joined and page.doc[first].pos_ != "PRON"


def _cut_before(page: Page, draft: Draft, starts: list[tuple[int, int]]) -> tuple[Range, ...]:
    if draft.mode == "direct" or draft.source is None:
        return draft.content
    parts = []
    for start, end in draft.content:
        inside = (at for at, cue in starts if start < at < end and cue < end and cue != draft.at and draft.at < start)
        part = trimmed(page, (start, min((at - 1 for at in inside), default=end)))
        parts += [part] if part is not None else []
    return tuple(parts) or draft.content
