"""What does a cue verb govern beside a clause? An infinitive, a naming ("call it a mistake"), an object."""

from __future__ import annotations

from spacy.tokens import Token

from standfirst.extract.attributions.clauses import cut_tail, phrase_of, sentence_end, tail_from
from standfirst.extract.attributions.cues import Cue
from standfirst.extract.attributions.page import Page, Range, trimmed
from standfirst.extract.tree import negation
from standfirst.lexicon.cues import CueWord

#: What may be said to someone: kinds of cue whose object alone is no content ("told the crowd").
_BARE = {"say", "believe", "claim", "carry", "intend", "ask"}
#: Passives that tell what is to come in the outlet's own voice: "is expected to recover".
_HOPED = {"expect", "hope", "anticipate"}
#: Objects that are something told.
_TOLD = set("name names identity detail details figure figures result results finding findings".split())
#: Whom one asks or calls for to come, by which one says nothing: "asked for a lawyer", "called for an ambulance".
_SENT_FOR = frozenset("lawyer attorney solicitor counsel doctor medic ambulance interpreter priest backup".split())
#: How many tokens after its cue what something is called may be quoted.
_CALLED = 12
_MODALS = set("would could should might may can must will".split())
_ANONYMOUS = {"named", "identified", "quoted"}
_RELATIVES = {"who", "which", "that"}
REFLEXIVE = frozenset("himself herself itself themselves myself yourself ourselves".split())
_NO_CONTENT = {"it", "there", "who", "which", "that"}


def infinitive(page: Page, cue: Cue) -> tuple[CueWord, Range] | None:
    """ "vowed to rebuild", "asked the firm to leave", "is said to be safe"."""
    told = cue.reading("clause") if cue.passive and cue.lemma not in _HOPED else None
    word = cue.reading("infinitive") or told
    if word is None:
        return None
    for child in page.doc[cue.at].children:
        if child.dep_ not in ("xcomp", "ccomp", "advcl") or child.i < cue.at:
            continue
        mark = next((c for c in child.children if c.lower_ == "to" and c.i < child.i), None)
        if mark is not None and child.lower_ in _ANONYMOUS and negation(child) is not None:
            return None  # "who asked not to be named" says nothing of the story
        if mark is not None:
            content = tail_from(page, _person_start(page, cue, mark), child)
            return (word, content) if content is not None else None
    return None


def passive_subject(page: Page, cue: Cue) -> tuple[Range, ...]:
    """Of whom a passive tells an infinitive: "|ten| are believed to be missing" """
    subject = next((c for c in page.doc[cue.at].children if c.dep_ == "nsubj:pass" and c.i < cue.at), None)
    if subject is not None and subject.lower_ in _RELATIVES:
        return ()
    content = phrase_of(page, subject) if subject is not None and cue.passive else None
    return (content,) if content is not None and content[1] <= cue.span[0] else ()


def _person_start(page: Page, cue: Cue, mark: Token) -> int:
    """Where the content of an infinitive starts: with the one who is asked, if there is one."""
    person = next((c for c in page.doc[cue.at].children if c.dep_ in ("obj", "iobj") and cue.at < c.i < mark.i), None)
    negation = [c.i for c in mark.head.children if c.lower_ in ("not", "never") and c.i == mark.i - 1]
    return person.left_edge.i if person is not None else min([mark.i, *negation])


#: Verbs whose object is the one who is spoken to: of "had warned |the owner| twice" it is not what was said.
_ADDRESSING = frozenset("warn advise remind alert caution".split())


def naming(page: Page, cue: Cue) -> tuple[CueWord, Range] | None:
    """ "called the plan a mistake", "labelled it as theft", "accused him of fraud", "called for calm"."""
    verb = page.doc[cue.at]
    limit = sentence_end(page, cue.at)
    named = next((c for c in verb.children if c.dep_ in ("obj", "iobj", "nsubj") and c.i > cue.at), None)
    if cue.lemma == "identify" and named is not None and named.lower_ in REFLEXIVE:
        return None  # "who identified herself as Mrs Hart" tells who speaks
    for pattern, prepositions in (("as", ("as",)), ("of", ("of", "for", "with")), ("for", ("for", "on"))):
        word = cue.reading(pattern)
        if word is None:
            continue
        for child in verb.children:
            joint = next((c for c in child.children if c.lower_ in prepositions and c.i < child.i), None)
            phoned = pattern == "for" and (named is not None or (cue.lemma == "call" and _has_particle(verb)))
            phoned = phoned or (pattern == "for" and child.lemma_.lower() in _SENT_FOR)
            if child.i > cue.at and joint is not None and child.i < limit and not phoned:
                apart = named is not None and named.i < child.i
                start = named.left_edge.i if named is not None and apart else joint.i + (pattern != "as")
                content = tail_from(page, start, verb if joint.lower_ == "on" else child)
                return (word, content) if content is not None else None
        if pattern == "as":
            found = _named_so(page, word, verb, named) if named is not None else None
            found = found or _called(page, cue, word)
            if found is not None or named is not None:
                return found
        if pattern == "of" and named is not None and cue.lemma not in _ADDRESSING:
            content = tail_from(page, named.left_edge.i, named)
            return (word, content) if content is not None else None
    return None


def _has_particle(verb: Token) -> bool:
    """Whether the verb is another with its particle: "called in sick for two days"."""
    after = verb.doc[verb.i + 1] if verb.i + 1 < len(verb.doc) else None
    return after is not None and after.lower_ in ("in", "off", "back", "up", "out") and after.head == verb


def _named_so(page: Page, word: CueWord, verb: Token, named: Token) -> tuple[CueWord, Range] | None:
    """ "called the plan a mistake": the object and what it is called; None where it is called nothing."""
    for child in verb.children:
        if any(mark.lower_ == "to" and mark.dep_ == "mark" for mark in child.children):
            continue  # "called the police to report it"
        if child.i > named.i and (
            child.dep_ == "xcomp" or (child.dep_ == "obj" and named.right_edge.i + 1 == child.left_edge.i)
        ):
            content = tail_from(page, named.left_edge.i, child)
            return (word, content) if content is not None else None
    return None


def _called(page: Page, cue: Cue, word: CueWord) -> tuple[CueWord, Range] | None:
    """`called the plan "a mistake"`: what it is called is quoted, whatever the parse makes of it."""
    start = end = cue.span[1]
    limit = min(start + _CALLED, sentence_end(page, cue.at))
    while end < limit and page.quotation_of[end] < 0:
        if page.doc[end].pos_ in ("VERB", "AUX", "SCONJ") or page.doc[end].text in (",", ":", ";"):
            return None
        end += 1
    if end >= limit or end == start or cue.passive:
        return None
    return word, (start, page.quoted[page.quotation_of[end]][1])


def small_clause(page: Page, cue: Cue) -> tuple[CueWord, Range] | None:
    """ "a poll showed |the mayor ahead|", "the survey finds |no rise|": all that follows a cue that tells a finding."""
    word = cue.reading("finding")
    start = cue.span[1]
    if word is None or cue.passive or start >= len(page.doc):
        return None
    end = min(page.doc[cue.at].right_edge.i + 1, sentence_end(page, cue.at))
    content = trimmed(page, (start, cut_tail(page, (start, end)))) if start < end else None
    return (word, content) if content is not None and content[1] - content[0] > 1 else None


def objected(page: Page, cue: Cue) -> tuple[CueWord, Range] | None:
    """ "denied responsibility", "announced its departure"; for a passive, the subject: "the toll was confirmed by"."""
    word = cue.reading("object") or (cue.reading("clause") if cue.reading("gerund") else None)
    if word is None or word.kind in _BARE:
        word = next((w for w in cue.words if "object" in w.patterns and w.kind not in {"carry"}), None)
    if word is None:
        return None
    wanted = ("nsubj:pass",) if cue.passive else ("obj", "xcomp")
    for child in page.doc[cue.at].children:
        if cue.lemma == "claim" and child.lower_ in ("life", "lives"):
            return None  # "the flood claimed the life of a boy"
        if child.dep_ in wanted and child.lower_ not in _NO_CONTENT:
            content = phrase_of(page, child)
            if content is not None and (content[1] - content[0] >= 2 or word.stance == "denies"):
                return word, _with_phrase_after(page, cue, content)
    return None


def _with_phrase_after(page: Page, cue: Cue, content: Range) -> Range:
    """The object with a phrase right after it that the parse hung on the verb: "responsibility |for the attack|"."""
    for child in page.doc[cue.at].children:
        if (
            child.dep_ == "obl"
            and child.left_edge.i == content[1]
            and page.doc[content[1]].lower_ in ("for", "in", "of")
        ):
            return content[0], min(child.right_edge.i + 1, sentence_end(page, cue.at))
    return content


def information(page: Page, cue: Cue) -> tuple[CueWord, Range] | None:
    """ "released the name of the driver": an object that is something told."""
    word = cue.reading("information")
    if any(page.doc[i].lower_ in _MODALS for i in range(*cue.span)):
        return None
    child = next((c for c in page.doc[cue.at].children if c.dep_ == "obj" and c.lemma_.lower() in _TOLD), None)
    content = phrase_of(page, child) if word is not None and child is not None and not cue.passive else None
    return (word, content) if word is not None and content is not None else None
