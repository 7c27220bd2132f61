"""Words set off as a paragraph of their own after a colon, with marks or none: `The letter read:` and what it read.

Without marks only the one paragraph after the colon, or all that the page marks as a quotation, is taken: nothing tells
where unmarked words end. A line of a list is too short to be one.
"""

from __future__ import annotations

from collections.abc import Mapping

from standfirst.extract.attributions.clauses import sentence_start
from standfirst.extract.attributions.cues import Cue
from standfirst.extract.attributions.draft import Draft
from standfirst.extract.attributions.page import Page, trimmed
from standfirst.extract.attributions.sources import source_of

#: Fewest words of a paragraph that is somebody's.
_FEWEST = 6


def find_block_quotes(page: Page, cues: Mapping[int, Cue]) -> tuple[Draft, ...]:
    """The attributions of paragraphs that a cue and a colon announce; `cues` are those that no quotation has used."""
    drafts = []
    for line in range(len(page.paragraphs) - 1):
        first, end = _tokens(page, line)
        if end - first < 2 or page.doc[end - 1].text != ":":
            continue
        opens = max(sentence_start(page, end - 2), first)
        cue = next((cues[i] for i in range(end - 2, opens - 1, -1) if i in cues and cues[i].reading("quote")), None)
        source = source_of(page, cue) if cue is not None else None
        start, last = _tokens(page, line + 1)
        marked = page.quotation_of[start] if start < last else -1
        content = page.quoted[marked] if marked >= 0 else trimmed(page, (start, _quoted_to(page, line + 1, last)))
        long = content is not None and (marked >= 0 or content[1] - content[0] >= _FEWEST)
        if cue is None or source is None or content is None or not long:
            continue
        word = cue.reading("quote") or cue.words[0]
        drafts.append(
            Draft(
                source=source,
                cue=cue.span,
                at=cue.at,
                content=(content,),
                mode="direct",
                stance=word.stance,
                lemma=word.lemma,
                kind=word.kind,
            )
        )
    return tuple(drafts)


def _tokens(page: Page, line: int) -> tuple[int, int]:
    """The tokens of a paragraph, white space at its end left out."""
    start, end = page.token_at(page.paragraphs[line].start), page.token_at(page.paragraphs[line].end)
    while end > start and page.doc[end - 1].is_space:
        end -= 1
    return start, end


def _quoted_to(page: Page, line: int, end: int) -> int:
    """The end of the last paragraph, from that one on, of which the page says that it is quoted."""
    while line < len(page.paragraphs):
        block = page.reading.block_at(page.paragraphs[line].start)
        if block is None or block.kind != "quotation":
            break
        end = _tokens(page, line)[1]
        line += 1
    return end
