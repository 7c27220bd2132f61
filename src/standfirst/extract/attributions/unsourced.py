"""What is told as seeming so, expected or asked, by nobody named: "|she| appears |to be safe|", "asked about |it|"."""

from __future__ import annotations

from spacy.tokens import Token

from standfirst.extract.attributions.clauses import clause_after, phrase_of, sentence_end, tail_from
from standfirst.extract.attributions.cues import Cue, verb_group
from standfirst.extract.attributions.draft import Draft
from standfirst.extract.attributions.frames import is_finite
from standfirst.extract.attributions.indirect import mode_of
from standfirst.extract.attributions.page import Page, Range, trimmed
from standfirst.extract.attributions.sources import parsed_source
from standfirst.extract.tree import SUBJECTS
from standfirst.lexicon.attitudes import FORMS
from standfirst.lexicon.cues import CueWord

#: Verbs of seeming that are so in the active: "seems to hold"; the others only in the passive: "is expected to hold".
_LOOKS = {"seem", "appear"}


def find_unsourced(page: Page, token: Token, words: tuple[CueWord, ...]) -> Draft | None:
    """The attribution without a source of a verb of seeming or asking; None where it is none."""
    if token.pos_ != "VERB" or token.dep_ == "amod":
        return None
    cue = verb_group(token, words)
    content: tuple[Range, ...] = ()
    end = cue.span[1]
    asked = (cue.passive or token.dep_ in ("advcl", "acl")) and parsed_source(page, cue) is None
    for word in words:
        if word.kind == "seem" and (word.lemma in _LOOKS) is not cue.passive:
            content = _seeming(page, cue)
        elif word.kind == "ask" and asked:
            content, end = _asked(page, cue, word)
        if content:
            return Draft(
                source=None,
                cue=(cue.span[0], end),
                at=cue.at,
                content=content,
                mode=mode_of(page, content),
                stance=word.stance,
                lemma=word.lemma,
                kind=word.kind,
                sourceless=True,
            )
    return None


def _seeming(page: Page, cue: Cue) -> tuple[Range, ...]:
    """What seems so: subject and complement, or the clause of "it seems that"."""
    verb = page.doc[cue.at]
    subject = next((c for c in verb.children if c.dep_ in SUBJECTS or c.dep_ == "expl"), None)
    if subject is None:
        return ()
    if subject.lower_ == "it":
        clauses = [clause for clause in clause_after(page, cue) if is_finite(page, clause)]
        if clauses:
            return ((clauses[0][0], clauses[-1][1]),)
    told = next((c for c in verb.children if c.dep_ in ("xcomp", "ccomp") and c.i > cue.at), None)
    about = phrase_of(page, subject) if subject.i < cue.at else None
    what = tail_from(page, told.left_edge.i, told) if told is not None else None
    if about is None or what is None or about[1] > cue.span[0]:
        return ()
    return about, what


def _asked(page: Page, cue: Cue, word: CueWord) -> tuple[tuple[Range, ...], int]:
    """What somebody is asked, and the token just past the cue: "asked about |the flood|", "asked |whether it held|"."""
    for child in page.doc[cue.at].children:
        joint = next((c for c in child.children if c.dep_ in ("case", "mark") and c.i < child.i), None)
        if child.i < cue.at or child.left_edge.i != cue.span[1]:
            continue
        if joint is not None and joint.lower_ in word.patterns - FORMS and joint.i == cue.span[1]:
            content = trimmed(page, (joint.i + 1, min(child.right_edge.i + 1, sentence_end(page, cue.at))))
            return ((content,) if content is not None else ()), joint.i + 1
        if "clause" in word.patterns and child.dep_ in ("ccomp", "advcl", "advmod", "xcomp"):
            content = tail_from(page, child.left_edge.i, child)
            return ((content,) if content is not None else ()), cue.span[1]
    return (), cue.span[1]
