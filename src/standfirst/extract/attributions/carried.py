"""Quotations with no cue beside them, whose speaker is carried on from what stands just before; and quoted phrases.

A paragraph of quoted words after a quoted or attributed paragraph goes on with its speaker; one that opens where the
last never closed certainly does. Where nothing before settles it, the speaker stays open.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace

from standfirst.extract.attributions.clauses import sentence_start
from standfirst.extract.attributions.cues import Cue
from standfirst.extract.attributions.direct import ends_sentence
from standfirst.extract.attributions.draft import Draft
from standfirst.extract.attributions.frames import outer
from standfirst.extract.attributions.page import BETWEEN, Page
from standfirst.extract.attributions.sources import parsed_source
from standfirst.extract.attributions.surface import Source
from standfirst.extract.tree import is_passive
from standfirst.lexicon.cues import noun_cues

#: A quotation with no cue and fewer words is a title, a nickname or a scare quote.
_SPOKEN = 4
#: A quoted phrase inside a governed clause is told on its own from so many words on.
_PHRASE = 2
#: Share of a clause beyond which its quoted part is the clause.
_WHOLE = 0.8
#: How many attributions before and after a quotation may have its speaker.
_NEAR = 8
#: A quoted phrase of so many words, set off by a comma, is speech of its own.
_SPEECH = 8


def find_carried(page: Page, drafts: tuple[Draft, ...], taken: frozenset[int]) -> tuple[Draft, ...]:
    """Drafts for quotations that no cue frames; `drafts` are all those found so far, in order of their content."""
    found: list[Draft] = []
    known = sorted(drafts, key=_end)
    ends = [_end(draft) for draft in known]
    held = {i for draft in drafts for span in draft.content for i in range(*span)}
    for index in range(len(page.quotations)):
        start, end = page.quoted[index]
        if index in taken or start >= end or start in held:
            continue
        words = sum(not page.doc[i].is_punct for i in range(start, end))
        spoken = words >= _SPOKEN or (words > 1 and index - 1 in taken and _follows(page, index))
        if not spoken or not _stands_alone(page, index):
            continue
        near = bisect_right(ends, start)
        draft = _carried(page, index, [*known[max(near - _NEAR, 0) : near + _NEAR], *found[-1:]])
        if draft is not None:
            found.append(draft)
    return tuple(found)


def _follows(page: Page, index: int) -> bool:
    """Whether the quotation before is in the same paragraph."""
    return page.quotations[index - 1].paragraph == page.quotations[index].paragraph


def _stands_alone(page: Page, index: int) -> bool:
    """Whether the quotation starts a sentence and ends one: it is not a phrase in a sentence of the outlet's."""
    start, end = outer(page, index)
    line = page.quotations[index].paragraph
    opens = start == 0 or page.paragraph_of[start - 1] != line or page.is_stop(start - 1)
    opens = opens or page.quotation_of[start - 1] >= 0
    closes = end >= len(page.doc) or page.paragraph_of[end] != line or ends_sentence(page, index)
    return opens and closes


def _carried(page: Page, index: int, known: list[Draft]) -> Draft | None:
    """The draft of a quotation that stands alone, its speaker carried on where the text before settles it."""
    content = page.quoted[index]
    line = page.quotations[index].paragraph
    before = [draft for draft in known if _end(draft) <= content[0] and not draft.fragment]
    last = max(before, key=_end, default=None)
    bare = Draft(source=None, cue=None, at=content[0], content=(content,), mode="direct", carried=True)
    if last is not None and page.paragraph_of[_end(last) - 1] == line and _touches(page, last, content[0]):
        return replace(bare, source=last.source, lemma=last.lemma, kind=last.kind, cue=last.cue, of=last.at)
    previous = _line_before(page, line)
    if not _fills(page, index):
        return None
    if last is not None and page.paragraph_of[_end(last) - 1] == previous and _goes_on(page, last, previous):
        return replace(bare, source=last.source, lemma=last.lemma, kind=last.kind, cue=last.cue, of=last.at)
    return replace(bare, source=_introduced(page, previous) or _closing(page, index, known))


def _end(draft: Draft) -> int:
    """Just past the last token of content and cue."""
    return max(draft.content[-1][1], draft.at + 1, draft.cue[1] if draft.cue is not None else 0)


def _touches(page: Page, draft: Draft, start: int) -> bool:
    """Whether the sentence of a draft is the one that ends just before a token."""
    first = start
    while first > 0 and (page.doc[first - 1].is_punct or page.doc[first - 1].is_space):
        first -= 1
    return not any(page.is_stop(i) for i in range(_end(draft), first))


def _fills(page: Page, index: int) -> bool:
    """Whether the quotation starts its paragraph."""
    return page.quotations[index].start == page.paragraphs[page.quotations[index].paragraph].start


def _line_before(page: Page, line: int) -> int:
    """The paragraph before, captions and the like passed over; -1 for none."""
    line -= 1
    while line >= 0:
        block = page.reading.block_at(page.paragraphs[line].start)
        if block is None or block.kind not in BETWEEN:
            return line
        line -= 1
    return line


def _goes_on(page: Page, last: Draft, line: int) -> bool:
    """Whether an attribution ends its paragraph, so that a quotation after that goes on with its speaker."""
    end = page.paragraphs[line].end
    rest = range(_end(last), page.token_at(end))
    return not any(page.is_stop(i) for i in rest[:-1]) or len(rest) <= 2


def _introduced(page: Page, line: int) -> Source | None:
    """Who gave a statement or the like by the end of a paragraph: "The mayor issued a statement." """
    if line < 0:
        return None
    first, end = page.token_at(page.paragraphs[line].start), page.token_at(page.paragraphs[line].end)
    if first >= end:
        return None
    for at in range(sentence_start(page, max(end - 2, first)), end):
        medium = any(word.kind == "medium" for word in noun_cues().get(page.doc[at].lower_, ()))
        if medium and page.doc[at].dep_ in ("obj", "nsubj:pass") and page.quotation_of[at] < 0:
            verb = page.doc[at].head
            return parsed_source(page, Cue(at=verb.i, words=(), span=(verb.i, verb.i + 1), passive=is_passive(verb)))
    return None


def _closing(page: Page, index: int, known: list[Draft]) -> Source | None:
    """The speaker that the next paragraph names, where this one is left open for it."""
    if page.quotations[index].closed or index + 1 >= len(page.quoted):
        return None
    following = page.quoted[index + 1]
    return next((draft.source for draft in known if any(span[0] == following[0] for span in draft.content)), None)


def _size(draft: Draft) -> int:
    return sum(end - start for start, end in draft.content)


def find_fragments(page: Page, drafts: tuple[Draft, ...]) -> tuple[Draft, ...]:
    """The quoted phrases inside clauses of partly quoted speech, each told beside its clause.

    A phrase set off by a comma and of some length is told as direct speech: `the plan, "has worked very hard ..."`.
    """
    found = []
    innermost: dict[int, Draft] = {}
    for draft in sorted(drafts, key=_size, reverse=True):
        if draft.mode == "mixed":
            innermost.update({page.quotation_of[i]: draft for span in draft.content for i in range(*span)})
    for index in sorted(innermost.keys() - {-1}):
        draft = innermost[index]
        start, end = page.quoted[index]
        if not _PHRASE <= end - start <= _WHOLE * _size(draft):
            continue
        comma = page.doc[outer(page, index)[0] - 1].text in (",", ":")
        mode = "direct" if comma and end - start >= _SPEECH else "mixed"
        found.append(replace(draft, content=((start, end),), mode=mode, fragment=True))
    return tuple(found)
