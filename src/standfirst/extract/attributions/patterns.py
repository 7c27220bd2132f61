"""What does a word of attitude govern? A clause, what follows its preposition, an infinitive, a gerund, an object."""

from __future__ import annotations

from spacy.tokens import Token

from standfirst.extract.attributions.clauses import clause_after, phrase_of, sentence_end, tail_from
from standfirst.extract.attributions.cues import Cue
from standfirst.extract.attributions.frames import is_finite
from standfirst.extract.attributions.governed import REFLEXIVE, infinitive
from standfirst.extract.attributions.page import Page, Range, trimmed
from standfirst.extract.tree import subtree
from standfirst.lexicon.attitudes import FORMS, PARTICLES
from standfirst.lexicon.cues import CueWord

#: Prepositions that tell for, as or from what an object is judged.
_FOR = frozenset("as for to from by with over into".split())
#: Dependents that a preposition may lead.
_LED = frozenset({"obl", "advcl", "nmod", "acl", "obl:agent", "xcomp", "ccomp"})

#: A reading, what is wanted, judged or spoken about, and the token just past the cue where that is not the word's own.
Governed = tuple[CueWord, Range, int | None]


def governed(page: Page, cue: Cue) -> Governed | None:
    """What a word governs by its patterns, the surest first."""
    particle = next((c.lower_ for c in page.doc[cue.at].children if c.dep_ == "compound:prt"), None)
    fitting = tuple(
        word
        for word in cue.words
        if (particle in word.patterns if particle in PARTICLES else not word.patterns & PARTICLES)
    )
    for word in fitting:
        found = clause_of(page, cue, word) or prepositional(page, cue, word) or _plain(page, cue, word)
        if found is not None:
            return found
    return None


def clause_of(page: Page, cue: Cue, word: CueWord) -> Governed | None:
    """ "knows |that it failed|"."""
    if "clause" not in word.patterns:
        return None
    clauses = [clause for clause in clause_after(page, cue) if is_finite(page, clause)]
    return (word, (clauses[0][0], clauses[-1][1]), None) if clauses else None


def prepositional(page: Page, cue: Cue, word: CueWord) -> Governed | None:
    """ "spoke |about| the flood", "lashed out |at| the board", "critical |of| it": the preposition is the cue's."""
    wanted = word.patterns - FORMS - PARTICLES
    if word.patterns & PARTICLES:
        wanted = wanted | {"at", "against", "on", "to", "for", "about", "from"}
    for child in page.doc[cue.at].children:
        joint = next((c for c in child.children if c.dep_ in ("case", "mark") and c.i < child.i), None)
        if child.i < cue.at or child.dep_ not in _LED or joint is None or joint.lower_ not in wanted:
            continue
        content = tail_from(page, joint.i + 1, child)
        if content is None:
            return None
        apart = any(page.doc[i].pos_ not in ("ADV", "ADP", "PART") for i in range(cue.span[1], joint.i))
        if not apart:
            return word, content, joint.i + 1
        named = next((c for c in page.doc[cue.at].children if c.dep_ in ("obj", "iobj") and c.i < joint.i), None)
        if named is not None and "object" in word.patterns and named.left_edge.i == cue.span[1]:
            return word, (named.left_edge.i, content[1]), None
    return None


def _plain(page: Page, cue: Cue, word: CueWord) -> Governed | None:
    """An infinitive, a gerund, an object with what it is taken for, an object."""
    verb = page.doc[cue.at]
    if "infinitive" in word.patterns:
        found = infinitive(page, cue)
        if found is not None:
            return word, found[1], None
    if "gerund" in word.patterns:
        for child in verb.children:
            if child.dep_ in ("xcomp", "ccomp", "advcl") and child.i > cue.at and child.lower_.endswith("ing"):
                content = tail_from(page, child.left_edge.i, child)
                if child.left_edge.i == cue.span[1] and content is not None:
                    return word, content, None
    named = next((c for c in verb.children if c.dep_ in ("obj", "iobj") and c.i > cue.at), None)
    if named is None or named.lower_ in REFLEXIVE:
        return None
    if "as" in word.patterns:
        for child in verb.children:
            led = any(c.lower_ == "as" and c.i < child.i for c in child.children)
            if child.i > named.i and (led or child.dep_ == "xcomp"):
                content = tail_from(page, named.left_edge.i, child)
                return (word, content, None) if content is not None else None
    if "object" in word.patterns:
        content = phrase_of(page, named)
        return (word, _with_next(page, verb, content), None) if content is not None else None
    return None


def _with_next(page: Page, verb: Token, content: Range) -> Range:
    """An object with the phrase right after it that tells as what or for what: "likened it |to a raffle|"."""
    for child in verb.children:
        led = any(c.lower_ in _FOR for c in child.children if c.dep_ in ("case", "mark") and c.i < child.i)
        if led and child.left_edge.i == content[1]:
            return content[0], min(child.right_edge.i + 1, sentence_end(page, verb.i))
    return content


def to_do(page: Page, cue: Cue, word: CueWord) -> Governed | None:
    """ "eager |to start|", "her wish |to stay|"."""
    for child in page.doc[cue.at].children:
        mark = next((c for c in child.children if c.lower_ == "to" and c.i < child.i), None)
        if child.i > cue.at and mark is not None and child.pos_ in ("VERB", "AUX") and mark.i == cue.at + 1:
            content = tail_from(page, mark.i, child)
            return (word, content, None) if content is not None else None
    return None


def that_clause(page: Page, cue: Cue, word: CueWord) -> Governed | None:
    """ "his theory |that it was late|"."""
    for child in page.doc[cue.at].children:
        mark = next((c for c in child.children if c.lower_ == "that" and c.i == cue.at + 1), None)
        if mark is not None and child.dep_ in ("acl", "ccomp") and mark.dep_ == "mark":
            content = trimmed(page, (mark.i + 1, min(subtree(child)[1], sentence_end(page, cue.at))))
            return (word, content, None) if content is not None else None
    return None
