"""What do people want, judge, feel, know or speak about? Marked like speech, with source, cue and content, but apart.

Nobody is told to have said the content of these ("she opposes the plan", "he is wary of it"), so no claim is made of
it. A word counts only with a source that can have an attitude; one inside a quotation or inside what someone is told to
have said is that speaker's and is left out. It errs towards missing: the words are those of `attitudes.tsv` alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from standfirst.extract.attributions.clauses import phrase_of
from standfirst.extract.attributions.cues import Cue, noun_group, verb_group
from standfirst.extract.attributions.draft import Draft
from standfirst.extract.attributions.indirect import mode_of
from standfirst.extract.attributions.page import Page
from standfirst.extract.attributions.patterns import Governed, clause_of, governed, prepositional, that_clause, to_do
from standfirst.extract.attributions.phrases import noun_source
from standfirst.extract.attributions.sources import parsed_source, phrase
from standfirst.extract.attributions.surface import Source
from standfirst.extract.attributions.unsourced import find_unsourced
from standfirst.extract.tree import SUBJECTS
from standfirst.lexicon.attitudes import attitudes
from standfirst.lexicon.cues import CueWord
from standfirst.lexicon.speakers import speaker_words

#: Subjects that have no attitude of their own.
_NOBODY = frozenset("it this that there these those which what something nothing anything everything".split())
_BODIES = speaker_words("body") | speaker_words("male") | speaker_words("female") | speaker_words("person")
#: Verbs that link a subject to an adjective.
_LINKS = frozenset("be seem become remain feel look sound grow get appear stay".split())
#: Verbs that only lend a noun their subject: "expressed |concern| about", "has |doubts| about".
_LIGHT = frozenset(
    "have express voice make give show take offer raise declare announce share issue hold throw cast pour heap lay put "
    "place draw call pay poke shed find".split()
)
#: Kinds of words that need no source: "seems to hold", "asked about it".
_UNSOURCED = {"seem", "ask"}
#: Relations of a verb that is no telling of its own: "the crews |opposing| it", "whether they |oppose| it".
_APART = frozenset({"amod", "acl", "ccomp", "csubj"})
_MODALS = frozenset("might may could would should can must ought will 'll ’ll 'd ’d".split())


def find_attitudes(page: Page, told: Sequence[Draft]) -> tuple[Draft, ...]:
    """The attitudes of a report outside what is `told`, in order of cue."""
    held = set()
    for draft in told:
        spans = [*draft.content, *([draft.cue] if draft.cue else []), *([draft.source.span] if draft.source else [])]
        held |= {i for span in spans for i in range(*span)}
    found: list[Draft] = []
    for token in page.doc:
        if token.i in held or page.quotation_of[token.i] >= 0:
            continue
        for draft in _of(page, token):
            found.append(draft)
            held |= {i for span in draft.content for i in range(*span)}
    return tuple(found)


def _of(page: Page, token: Token) -> Iterator[Draft]:
    for pos, find in _FINDERS:
        words = attitudes(pos).get(token.lower_)
        draft = find(page, token, words) if words else None
        if draft is not None:
            yield draft
            return


def _verb(page: Page, token: Token, words: tuple[CueWord, ...]) -> Draft | None:
    if token.pos_ != "VERB" or token.dep_ in _APART or _is_possible(token):
        return None
    words = tuple(word for word in words if word.kind not in _UNSOURCED)
    cue = verb_group(token, words)
    source = parsed_source(page, cue)
    return _draft(page, cue, source, _passive(page, cue) if cue.passive else governed(page, cue))


def _is_possible(verb: Token) -> bool:
    """Whether a verb only tells what might be: "could support the plan"."""
    return any(child.dep_ == "aux" and child.lower_ in _MODALS for child in verb.children)


def _passive(page: Page, cue: Cue) -> Governed | None:
    """ "|the plan| was rejected by the board": the subject, where an agent is told."""
    word = cue.reading("object")
    subject = next((c for c in page.doc[cue.at].children if c.dep_ == "nsubj:pass" and c.i < cue.at), None)
    content = phrase_of(page, subject) if word is not None and subject is not None else None
    return (word, content, None) if word is not None and content is not None else None


def _adjective(page: Page, token: Token, words: tuple[CueWord, ...]) -> Draft | None:
    """ "is wary of the plan", "remains confident that it will hold"."""
    if token.pos_ not in ("ADJ", "VERB") or token.dep_ == "amod":
        return None
    links = [c for c in token.children if c.dep_ in ("cop", "aux:pass") and c.i < token.i]
    link = links[0] if links else token.head if token.dep_ == "xcomp" and token.head.lemma_ in _LINKS else None
    if link is None or link.i > token.i:
        return None
    subject = next((c for c in (*token.children, *link.children) if c.dep_ in SUBJECTS and c.i < token.i), None)
    source = phrase(page, subject, token.i) if subject is not None else None
    group = verb_group(link, words) if link == token.head else verb_group(token, words)
    start = min([group.span[0], *(c.i for c in token.children if c.dep_ in ("aux", "cop") and c.i < token.i)])
    cue = Cue(at=token.i, words=words, span=(start, token.i + 1))
    for word in words:
        found = clause_of(page, cue, word) or prepositional(page, cue, word)
        if found is None and "infinitive" in word.patterns:
            found = to_do(page, cue, word)
        if found is not None:
            return _draft(page, cue, source, found)
    return None


def _noun(page: Page, token: Token, words: tuple[CueWord, ...]) -> Draft | None:
    """ "her support for the plan", "voiced concern about the flood"."""
    if token.pos_ != "NOUN":
        return None
    cue = noun_group(token, words)
    source = noun_source(page, token)
    return _of_noun(page, cue, source) if source is not None else _idiom(page, token, words)


def _idiom(page: Page, token: Token, words: tuple[CueWord, ...]) -> Draft | None:
    """ "took issue with the plan", "has doubts about it": the noun's source is the verb's."""
    verb = token.head
    if token.pos_ != "NOUN" or token.dep_ != "obj" or verb.lemma_.lower() not in _LIGHT or verb.i > token.i:
        return None
    group = verb_group(verb, words)
    source = parsed_source(page, group)
    if source is None or group.passive:
        return None
    return _of_noun(page, Cue(at=token.i, words=words, span=(group.span[0], token.i + 1)), source)


def _of_noun(page: Page, cue: Cue, source: Source) -> Draft | None:
    words = cue.words
    for word in words:
        found = prepositional(page, cue, word)
        if found is None and "infinitive" in word.patterns:
            found = to_do(page, cue, word)
        if found is None and "clause" in word.patterns:
            found = that_clause(page, cue, word)
        if found is not None:
            return _draft(page, cue, source, found)
    return None


def _draft(page: Page, cue: Cue, source: Source | None, told: Governed | None) -> Draft | None:
    if source is None or told is None or not _has_attitudes(page, source):
        return None
    word, content, end = told
    if source.span[0] < content[1] and content[0] < source.span[1]:
        return None
    return Draft(
        source=source,
        cue=(cue.span[0], end if end is not None else cue.span[1]),
        at=cue.at,
        content=(content,),
        mode=mode_of(page, (content,)),
        stance=word.stance,
        lemma=word.lemma,
        kind=word.kind,
    )


def _has_attitudes(page: Page, source: Source) -> bool:
    """Whether a phrase names people or a body: a name, a pronoun, a role, several; not one thing in common words."""
    head = page.doc[source.head]
    mention = page.mention(source.head)
    if head.lower_ in _NOBODY or head.lower_ == "you":
        return False
    if mention is not None or head.pos_ != "NOUN" or "Plur" in head.morph.get("Number", []):
        return True
    return head.lower_ in _BODIES


#: What is asked of each word, the first answer taken.
_FINDERS = (
    ("verb", find_unsourced),
    ("verb", _verb),
    ("adjective", _adjective),
    ("noun", _noun),
    ("idiom", _idiom),
)
