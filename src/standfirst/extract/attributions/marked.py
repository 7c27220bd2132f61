"""What does the network mark as said, thought, wished or judged that no rule finds?

The rules know words and what may follow each; the network knows what such sentences look like, and finds "The crew
|intimated| that it was late" though nobody has listed the verb. It only adds: where a rule has found something, the
rule is right about its bounds far more often (docs/benchmarks.md). It errs towards missing, by the chance asked for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

import numpy as np
from spacy.tokens import Token

from standfirst.extract.attributions.draft import Draft
from standfirst.extract.attributions.indirect import mode_of
from standfirst.extract.attributions.page import Page, Range, trimmed
from standfirst.extract.attributions.surface import Source, surface_head
from standfirst.extract.tree import SUBJECTS
from standfirst.language.attributor import Marked, Words, shipped
from standfirst.lexicon.attitudes import attitudes
from standfirst.lexicon.cues import verb_cues

#: The chance at which somebody is told to have said something, and that at which an attitude is marked.
SAID, HELD = 0.95, 0.8
#: Sorts of what is marked, as kinds of cue words.
_KINDS = {"S": "speak", "B": "feel", "K": "know", "W": "want", "J": "judge"}
#: Words between two pieces of one content that only part them.
_GAP = 2
_NEGATIONS = frozenset({"not", "n't", "n’t", "never", "no", "neither", "nor"})
#: Sources that tell nothing of who it is.
_NOBODY = frozenset("it this that there these those which what something nothing anything everything".split())


def words_of(page: Page) -> Words | None:
    """The page as the network reads it; None where the language pipeline gives no vectors of its own."""
    doc = page.doc
    if doc.tensor.shape[:1] != (len(doc),):
        return None
    return Words(
        vectors=doc.tensor.astype(np.float32, copy=False),
        tags=[token.tag_ for token in doc],
        deps=[token.dep_ for token in doc],
        heads=[token.head.i if token.head.i != token.i else -1 for token in doc],
        sentences=np.cumsum([start == at for at, (start, _) in enumerate(page.sentence_of)]),
        paragraphs=np.maximum.accumulate(np.array(page.paragraph_of)),
        quoted=np.array([int(number >= 0) for number in page.quotation_of]),
    )


def marks_of(page: Page, others: Sequence[Draft]) -> tuple[Marked, ...]:
    """What the network marks on a page outside of the others and of quotations, in order of cue."""
    words = words_of(page)
    if words is None:
        return ()
    wanted = words.quoted == 0
    for draft in others:
        for span in _spans(draft):
            wanted[span[0] : span[1]] = False
    return tuple(shipped().read(words, min(SAID, HELD), wanted))


def find_marked(page: Page, marks: Iterable[Marked], told: Sequence[Draft]) -> tuple[Draft, ...]:
    """What somebody is marked to have said outside of what is `told` already, in order of cue: a clause or a quotation.

    Only where the word is a known one, whose pattern the parse has hidden, or "that" leads to a clause: of what else
    was marked, half was no speech ("police |investigate| the shooting"). Pieces of a clause ("ordered |17-year|") are
    left out, and so is what an "I" outside of quotations says, since who that is, the text does not tell.
    """
    likely = (one for one in marks if one.sort == "S" and one.chance >= SAID)
    return tuple(replace(draft, kind="say") for draft in _apart(page, likely, told) if _is_sure(page, draft))


def _is_sure(page: Page, draft: Draft) -> bool:
    assert draft.source is not None
    word = page.doc[draft.at].lower_
    led = page.doc[draft.content[0][0] - 1].lower_ == "that" and word not in attitudes("verb")
    told = draft.mode == "direct" or _is_told(page, draft.content[0])
    first = "1" in page.doc[draft.source.head].morph.get("Person", [])
    return (led or word in verb_cues()) and told and len(draft.content) == 1 and not first and not _negated(page, draft)


def _is_told(page: Page, content: Range) -> bool:
    """Whether a content is a clause with its subject, no question and no phrase with a clause hanging on it.

    Not "checking |to see if it held|", nor "showing |the girls a gun that he got|".
    """
    if page.doc[content[0]].lower_ in ("to", "if", "whether"):
        return False
    return any(
        token.dep_ not in ("acl:relcl", "acl", "advcl")
        and any("Fin" in word.morph.get("VerbForm", []) for word in (token, *token.children))
        and any(child.dep_ in SUBJECTS and content[0] <= child.i < content[1] for child in token.children)
        for token in page.doc[content[0] : content[1]]
    )


def find_marked_attitudes(page: Page, marks: Iterable[Marked], others: Sequence[Draft]) -> tuple[Draft, ...]:
    """The attitudes that are marked outside of what the others hold, in order of cue."""
    likely = (one for one in marks if one.chance >= HELD)
    return tuple(_apart(page, likely, others))


def _apart(page: Page, marks: Iterable[Marked], others: Sequence[Draft]) -> Iterator[Draft]:
    """The marks as drafts: those that share no word with the others, nor with one before."""
    held = {i for draft in others for span in _spans(draft) for i in range(*span)}
    for one in marks:
        draft = _draft(page, one)
        if draft is None:
            continue
        own = {i for span in _spans(draft) for i in range(*span)}
        if not own & held:
            held |= own
            yield draft


def _spans(draft: Draft) -> tuple[Range, ...]:
    source = (draft.source.span,) if draft.source is not None else ()
    return *draft.content, *source, *((draft.cue,) if draft.cue is not None else ())


def _draft(page: Page, one: Marked) -> Draft | None:
    """A mark in the form of what rules find; None without a source that may speak, a cue in one piece, a content."""
    content = _joined(page, one)
    source = _source(page, one)
    cue = next((span for span in one.cue if span[0] <= one.at < span[1]), None)
    if not content or source is None or cue is None:
        return None
    return Draft(
        source=source,
        cue=cue,
        at=one.at,
        content=content,
        mode=mode_of(page, content),
        lemma=page.doc[one.at].lemma_.lower(),
        kind=_KINDS[one.sort],
    )


def _source(page: Page, one: Marked) -> Source | None:
    """The longest piece of the source, where its head is a noun or a pronoun that stands for somebody."""
    pieces = [piece for span in one.source if (piece := trimmed(page, span)) is not None]
    if not pieces:
        return None
    span = max(pieces, key=lambda piece: piece[1] - piece[0])
    head = surface_head(page, span)
    if head is None or page.doc[head].lower_ in _NOBODY or _undergoes(page.doc[head], page.doc[one.at]):
        return None
    return Source(span=span, head=head)


def _undergoes(noun: Token, cue: Token) -> bool:
    """Whether a cue is done to what is marked as its source: "|we| were told that", "|a man| believed to be armed"."""
    passive = noun.head == cue and noun.dep_ in ("nsubj:pass", "obj")
    return passive or (cue.tag_ == "VBN" and cue.dep_ == "acl" and cue.head == noun)


def _joined(page: Page, one: Marked) -> tuple[Range, ...]:
    """The pieces of the content, those joined that only a sign or two part, a quotation taken whole."""
    pieces: list[Range] = []
    for span in one.content:
        start, end = _whole_quotations(page, span)
        gap = page.doc[pieces[-1][1] : start] if pieces and start >= pieces[-1][1] else None
        if gap is not None and len(gap) <= _GAP and all(token.is_punct for token in gap):
            pieces[-1] = pieces[-1][0], end
        elif not pieces or start >= pieces[-1][1]:
            pieces.append((start, end))
    return tuple(piece for span in pieces if (piece := trimmed(page, _without_joint(page, span))) is not None)


def _without_joint(page: Page, span: Range) -> Range:
    """ "Police said |and| an officer was hurt": the clause without what joins it to the one before."""
    start, end = span
    return (start + 1, end) if page.doc[start].dep_ == "cc" and start + 1 < end else span


def _whole_quotations(page: Page, span: Range) -> Range:
    start, end = span
    for at, step in ((start, -1), (end - 1, 1)):
        number = page.quotation_of[at]
        while number >= 0 and 0 <= at + step < len(page.doc) and page.quotation_of[at + step] == number:
            at += step
        start, end = min(start, at), max(end, at + 1)
    return start, end


def _negated(page: Page, draft: Draft) -> bool:
    """Whether the cue says that it was not said."""
    assert draft.cue is not None
    return any(page.doc[i].lower_ in _NEGATIONS for i in range(*draft.cue))
