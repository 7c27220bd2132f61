"""How is it said? In what or where ("in a statement", "at a press conference"), and how sure ("may", "reportedly")."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from standfirst.extract.attributions.clauses import sentence_end, sentence_start
from standfirst.extract.attributions.draft import Draft
from standfirst.extract.attributions.page import Page, Range
from standfirst.extract.tree import negation, noun_phrase
from standfirst.lexicon.hedges import doubts
from standfirst.lexicon.occasions import occasion_words

#: Longest hedge of the list, in words.
_LONGEST = max(map(len, doubts()))
#: "said it would close" tells what is to come, not a doubt.
_TO_COME = "would"
#: Verbs of which only the passive hedges: "is thought to be", not "he thought".
_PASSIVE = frozenset({"believed", "thought", "suspected", "feared"})
#: Hearers of a verb of telling that are an occasion: "told |a press conference|".
_TOLD = frozenset({"conference", "briefing", "hearing", "rally", "meeting", "summit", "inquest"})
_HEARERS = frozenset({"obj", "iobj"})


def occasions_of(page: Page, draft: Draft) -> tuple[Range, ...]:
    """What it is said in or where, outside of content and quotations, in order of the text.

    The phrase has to hang on the cue, or on whoever speaks or hears; it errs towards missing.
    """
    if draft.cue is None or draft.at >= len(page.doc):
        return ()
    held = {i for span in (*draft.content, draft.cue) for i in range(*span)}
    cue = page.doc[draft.at]
    found = []
    for at in range(sentence_start(page, draft.at), sentence_end(page, draft.at)):
        token = page.doc[at]
        preps = occasion_words().get(token.lemma_.lower()) or occasion_words().get(token.lower_)
        if preps is None or at in held or page.quotation_of[at] >= 0 or token.pos_ not in ("NOUN", "PROPN"):
            continue
        start, end = noun_phrase(token)
        end = next((i for i in range(at + 1, end) if i in held or page.quotation_of[i] >= 0), end)
        before = next((c for c in token.children if c.dep_ == "case" and c.i < start + 1), None)
        if before is not None and before.lower_ in preps and _hangs(token, cue):
            found.append((before.i, end))
        elif before is None and token.head == cue and token.dep_ in _HEARERS and token.lower_ in _TOLD:
            found.append((start, end))
    return tuple(found)


def _hangs(token: Token, cue: Token) -> bool:
    """Whether a phrase hangs on a cue, or on a noun that does: "told reporters |at a briefing|"."""
    above = token.head
    return above == cue or (above.head == cue and above.pos_ in ("NOUN", "PROPN", "PRON"))


def hedges_of(page: Page, draft: Draft) -> tuple[Range, ...]:
    """The words of doubt in cue and content, as the text has them; "would" and the month of May are none."""
    spans = sorted({*draft.content, *([draft.cue] if draft.cue is not None else [])})
    return tuple(sorted({found for span in spans for found in _hedges(page, span)}))


def _hedges(page: Page, span: Range) -> Iterator[Range]:
    at, end = span
    while at < end:
        longest = min(_LONGEST, end - at)
        words = [page.doc[i].lower_ for i in range(at, at + longest)]
        size = next((n for n in range(longest, 0, -1) if tuple(words[:n]) in doubts()), 0)
        if size and _doubts(page.doc[at], doubts()[tuple(words[:size])]):
            yield at, at + size
        at += max(size, 1)


def _doubts(token: Token, kind: str) -> bool:
    """Whether a hedge hedges where it stands: a modal as a helper, "thought" in the passive.

    "A certain man" and "could not swim" tell no doubt.
    """
    if kind == "modal":
        able = token.lower_ == "could" and negation(token.head) is not None
        return token.pos_ == "AUX" and token.lower_ != _TO_COME and not able
    if token.lower_ == "certain":
        return token.dep_ != "amod"
    if token.lower_ in _PASSIVE:
        return token.dep_ == "amod" or any(child.dep_ == "aux:pass" for child in token.children)
    return True
