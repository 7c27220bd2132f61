"""Who says what: source, cue and content of every attribution of a report, with its chain, stance and time.

Quotations are framed first (the surface is surer than the parse there), then what cue verbs, nouns, "according to" and
adverbs govern, then quotations without a cue, whose speaker is carried on. What no one is told to say is narration and
gives nothing here.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import replace

from spacy.tokens import Doc

from standfirst.extract.attributions.attitudes import find_attitudes
from standfirst.extract.attributions.blockquotes import find_block_quotes
from standfirst.extract.attributions.carried import find_carried, find_fragments
from standfirst.extract.attributions.chains import linked
from standfirst.extract.attributions.cues import find_verb_cues
from standfirst.extract.attributions.direct import find_framed
from standfirst.extract.attributions.draft import Draft, Speaker, cut_at_frames, cut_at_joined
from standfirst.extract.attributions.indirect import find_indirect
from standfirst.extract.attributions.learned import find_learned
from standfirst.extract.attributions.manner import hedges_of, occasions_of
from standfirst.extract.attributions.marked import find_marked, find_marked_attitudes, marks_of
from standfirst.extract.attributions.page import Page, Range, open_page
from standfirst.extract.attributions.phrases import (
    find_according,
    find_adverbs,
    find_headlines,
    find_nouns,
    find_transcripts,
)
from standfirst.extract.attributions.speakers import speaker_of
from standfirst.extract.attributions.written import as_written, description
from standfirst.extract.tree import text_span
from standfirst.language.attributor import Marked
from standfirst.model.reading import ASIDE, Attribution, Reading
from standfirst.model.span import Span
from standfirst.when import Interval

#: How far from its cue, in tokens, a time expression may stand to tell when it was said.
_NEAR = 6
#: How many attributions before one may have its speaker.
_BEFORE = 12


def find_attributions(reading: Reading, doc: Doc) -> Reading:
    """Fill in the attributions of a reading, in order of content; needs its blocks, sentences, mentions and timexes."""
    if len(doc) == 0:
        return reading
    page = open_page(reading, doc)
    ruled, framed = _by_rules(page)
    marks = marks_of(page, ruled)
    drafts = _with_carried(page, [*ruled, *find_marked(page, marks, ruled)], framed)
    told: list[tuple[Draft, Speaker]] = []
    for draft in drafts:
        told.append((draft, speaker_of(page, draft, tuple(told[-_BEFORE:]))))
    made = [_made(page, draft, speaker) for draft, speaker in linked(page, told)]
    return replace(reading, attributions=_in_order(made), attitudes=_in_order(_attitudes(page, marks, told)))


def _in_order(found: Iterable[Attribution]) -> tuple[Attribution, ...]:
    return tuple(sorted(found, key=lambda one: one.content[0]))


def _attitudes(page: Page, marks: tuple[Marked, ...], told: list[tuple[Draft, Speaker]]) -> Iterator[Attribution]:
    """The attitudes beside what is told; a pronoun among their sources stands for whoever spoke before it."""
    places = [draft.at for draft, _ in told]
    drafts = [draft for draft, _ in told]
    found = find_attitudes(page, drafts)
    for draft in (*found, *find_marked_attitudes(page, marks, (*drafts, *found))):
        if not _aside(page, draft):
            before = bisect_left(places, draft.at)
            yield _made(page, draft, speaker_of(page, draft, tuple(told[max(before - _BEFORE, 0) : before])))


def _by_rules(page: Page) -> tuple[list[Draft], frozenset[int]]:
    """What the rules find told, in tokens, speakers not yet resolved; and the quotations that a cue frames."""
    cues = {cue.at: cue for cue in find_verb_cues(page) if not _inside_speech(page, cue.at)}
    framed = find_framed(page, cues)
    left = {at: cue for at, cue in cues.items() if at not in framed.cues}
    blocks = find_block_quotes(page, left)
    left = {at: cue for at, cue in left.items() if at not in {draft.at for draft in blocks}}
    learned = [draft for cue in left.values() if (draft := find_learned(page, cue)) is not None]
    left = {at: cue for at, cue in left.items() if at not in {draft.at for draft in learned}}
    told = [
        *framed.drafts,
        *blocks,
        *learned,
        *find_indirect(page, left),
        *find_according(page),
        *find_nouns(page),
        *find_adverbs(page),
        *(draft for draft in (*find_headlines(page), *find_transcripts(page)) if draft.at not in framed.cues),
    ]
    # what stands in a block of somebody's words is theirs, not the outlet's
    held = {i for draft in blocks for span in draft.content for i in range(*span)}
    told = [draft for draft in told if draft.at not in held]
    told = [draft for draft in cut_at_joined(page, cut_at_frames(page, told)) if not _aside(page, draft)]
    return told, framed.quotations


def _with_carried(page: Page, drafts: list[Draft], framed: frozenset[int]) -> tuple[Draft, ...]:
    """What is told with the quotations whose speaker is carried on and the phrases quoted in it, in order."""
    told = [draft for draft in drafts if not _aside(page, draft)]
    told += [draft for draft in find_carried(page, tuple(told), framed) if not _aside(page, draft)]
    told += find_fragments(page, tuple(told))
    return tuple(sorted(told, key=lambda draft: (draft.at, draft.fragment, draft.start)))


def _inside_speech(page: Page, at: int) -> bool:
    """Whether a token is said by someone quoted: a cue inside a quotation is the speaker's, not the outlet's."""
    return page.quotation_of[at] >= 0


def _aside(page: Page, draft: Draft) -> bool:
    block = page.reading.block_at(page.doc[draft.start].idx)
    return block is not None and block.kind in ASIDE


def _made(page: Page, draft: Draft, speaker: Speaker) -> Attribution:
    source = as_written(page, draft.source, draft.at) if draft.source is not None else None
    described = description(page, draft.source, draft.at) if draft.source and source == draft.source.span else None
    return Attribution(
        source=_spans(page, (source,)) if source is not None else (),
        described=_spans(page, (described,)) if described is not None else (),
        cue=_spans(page, (draft.cue,)) if draft.cue is not None else (),
        content=tuple(_within_sentence(page, span) for span in _spans(page, draft.content)),
        mode=draft.mode,
        stance=draft.stance,
        speaker=speaker.entity,
        speaker_text=speaker.words,
        lemma=draft.lemma,
        kind=draft.kind,
        source_kind=speaker.kind,
        via=draft.via,
        said_at=_said_at(page, draft),
        occasion=_spans(page, occasions_of(page, draft)),
        hedges=_spans(page, hedges_of(page, draft)),
    )


def _spans(page: Page, ranges: tuple[Range, ...]) -> tuple[Span, ...]:
    return tuple(text_span(page.reading.report, page.doc, start, end) for start, end in ranges)


def _within_sentence(page: Page, span: Span) -> Span:
    """The content without the stamp before its sentence: "UPDATE – 3.15pm: |the road has opened|, police said"."""
    sentences = page.reading.sentences
    at = bisect_right(sentences, span.start, key=lambda sentence: sentence.end)
    begins = sentences[at].start if at < len(sentences) else span.start
    return replace(span, start=begins) if span.start < begins < span.end else span


def _said_at(page: Page, draft: Draft) -> Interval | None:
    """When it was said: the time expression nearest the cue in its sentence, outside source and content."""
    if draft.cue is None:
        return None
    doc = page.doc
    content = [(doc[a].idx, doc[b - 1].idx + len(doc[b - 1])) for a, b in draft.content]
    low = doc[max(draft.cue[0] - _NEAR, page.sentence_of[draft.at][0])].idx
    high = doc[min(draft.cue[1] + _NEAR, page.sentence_of[draft.at][1]) - 1]
    for timex in page.reading.timexes:
        inside = any(start <= timex.span.start < end for start, end in content)
        if timex.when is not None and not inside and low <= timex.span.start < high.idx + len(high):
            return timex.when
    return None
