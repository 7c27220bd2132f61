"""Who an outlet has something from: "the paper learned |from a police source| that the driver had fled"."""

from __future__ import annotations

from standfirst.extract.attributions.clauses import cut_tail, sentence_end
from standfirst.extract.attributions.cues import Cue
from standfirst.extract.attributions.draft import Draft
from standfirst.extract.attributions.frames import is_finite
from standfirst.extract.attributions.indirect import mode_of
from standfirst.extract.attributions.page import Page, trimmed
from standfirst.extract.attributions.sources import phrase

_LEARN = "learn"


def find_learned(page: Page, cue: Cue) -> Draft | None:
    """What is learned from whom, with those as the source; None where the cue is no such.

    The words say where it starts: a "that" right after the source, which the parse often hangs on the source. Nothing
    is found without it ("learned from a source how he fled"): it errs towards missing.
    """
    doc = page.doc
    if cue.lemma != _LEARN or cue.negated or cue.passive:
        return None
    for giver in doc[cue.at].children:
        if giver.i < cue.at or not any(c.lower_ == "from" and c.dep_ == "case" for c in giver.children):
            continue
        source = phrase(page, giver, cue.at)
        if source is None or source.span[1] >= len(doc) or doc[source.span[1]].lower_ != "that":
            continue
        start, limit = source.span[1] + 1, sentence_end(page, cue.at)
        content = trimmed(page, (start, cut_tail(page, (start, limit)))) if start < limit else None
        if content is not None and is_finite(page, content):
            return Draft(
                source=source,
                cue=cue.span,
                at=cue.at,
                content=(content,),
                mode=mode_of(page, (content,)),
                lemma=_LEARN,
                kind=cue.words[0].kind,
            )
    return None
