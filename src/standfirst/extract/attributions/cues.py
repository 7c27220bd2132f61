"""Which words of a report may report speech: cue verbs, nouns and adverbs in place, with how the verb stands there."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from standfirst.extract.attributions.page import Page, Range
from standfirst.lexicon.cues import CueWord, adverb_cues, noun_cues, verb_cues

#: Forms that are cues whatever the tagger says of them.
_SURE = {"said", "says", "told", "saying", "wrote", "tweeted", "tells", "added"}
_BE = {"be", "been", "being", "is", "are", "was", "were", "'s", "’s"}
_NEGATIONS = {"not", "n't", "n’t", "never"}
_GROUP = {"aux", "aux:pass", "advmod", "compound:prt"}
#: Adverbs after a verb that rather belong to what follows.
_ELSEWHERE = frozenset("however only even just otherwise so not nearly almost about how why when where".split())
#: Words that an infinitive may hang on without its source being another's.
_CATENATIVES = frozenset(
    "seek try attempt continue begin start go appear seem want like love prefer fail hasten manage proceed dare pause "
    "quick careful eager keen happy ready willing able free".split()
)
#: Verbs whose negation is of what follows; "did not realise that it sank" leaves it standing.
_DOUBTED = {"believe", "think", "expect", "suspect", "consider", "assume", "feel", "anticipate", "agree", "guess"}
_DECLINED = {"say", "announce", "confirm", "report", "express", "claim"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """A word that may report speech, in place."""

    #: Index of the token.
    at: int
    #: Its readings in the lexicon, in the list's order.
    words: tuple[CueWord, ...]
    #: The verb with its helpers, negation and particle; for a noun, the word.
    span: Range
    negated: bool = False
    passive: bool = False

    def reading(self, pattern: str) -> CueWord | None:
        """Its first reading that may be followed so."""
        return next((word for word in self.words if pattern in word.patterns), None)

    def is_participle(self, page: Page) -> bool:
        """Whether it is an -ing form without a helper: "saying that it was late"."""
        return page.doc[self.at].lower_.endswith("ing") and self.span[0] == self.at

    @property
    def lemma(self) -> str:
        """The dictionary form."""
        return self.words[0].lemma


def find_verb_cues(page: Page) -> tuple[Cue, ...]:
    """The cue verbs of a report, those inside quotations too, in order."""
    verbs = verb_cues()
    found = []
    for token in page.doc:
        words = verbs.get(token.lower_)
        if words and _is_verb(token):
            found.append(verb_group(token, words))
    return tuple(found)


def find_noun_cues(page: Page) -> tuple[Cue, ...]:
    """The cue nouns of a report outside quotations, in order."""
    nouns = noun_cues()
    return tuple(
        noun_group(token, nouns[token.lower_])
        for token in page.doc
        if token.lower_ in nouns and token.pos_ == "NOUN" and page.quotation_of[token.i] < 0
    )


def noun_group(token: Token, words: tuple[CueWord, ...]) -> Cue:
    """A noun as a cue, with the words that tell what sort it is: "his |first public promise|"."""
    start = token.i
    inside = {child.i for child in token.children if child.dep_ in ("amod", "compound", "det", "nummod", "advmod")}
    while start - 1 in inside:
        start -= 1
    return Cue(at=token.i, words=words, span=(start, token.i + 1))


def find_adverb_cues(page: Page) -> tuple[Cue, ...]:
    """The adverbs that report without a source, outside quotations, in order."""
    adverbs = adverb_cues()
    return tuple(
        Cue(at=token.i, words=adverbs[token.lower_], span=(token.i, token.i + 1))
        for token in page.doc
        if token.lower_ in adverbs and page.quotation_of[token.i] < 0
    )


def _is_verb(token: Token) -> bool:
    if token.dep_ == "amod":
        return False
    return token.pos_ == "VERB" or token.lower_ in _SURE


def verb_group(token: Token, words: tuple[CueWord, ...]) -> Cue:
    """A verb as a cue, with its helpers, its negation and its particle."""
    children = list(token.children)
    inside = {child.i for child in children if child.dep_ in _GROUP or child.lower_ in _NEGATIONS}
    start = end = token.i
    while start - 1 in inside:
        start -= 1
    while end + 1 in inside and token.doc[end + 1].dep_ == "compound:prt":
        end += 1
    if end + 1 < len(token.doc) and _is_manner(token, token.doc[end + 1]):
        end += 1
    start = _with_governing(token, start)
    negated = any(child.lower_ in _NEGATIONS for child in children) or _under_negation(token)
    passive = any(child.dep_ in ("nsubj:pass", "aux:pass") for child in children) or _is_past_participle(token)
    passive = passive or _goes_on_passive(token)
    return Cue(at=token.i, words=words, span=(start, end + 1), negated=negated, passive=passive)


def _is_manner(verb: Token, after: Token) -> bool:
    """Whether an adverb right after a verb tells how or when it is done: "said |repeatedly|", "wrote |recently|"."""
    alone = after.pos_ == "ADV" and after.dep_ == "advmod" and after.head == verb and not list(after.children)
    return alone and after.lower_ not in _ELSEWHERE


def _with_governing(token: Token, start: int) -> int:
    """The start with "to" and the verb on which an infinitive hangs: "|sought to| convey", "|was quick to| add"."""
    doc = token.doc
    if start == 0 or doc[start - 1].lower_ != "to" or doc[start - 1].head != token:
        return start
    start -= 1
    above = token.head
    if token.dep_ not in ("xcomp", "advcl") or above.i != start - 1 or above.lemma_.lower() not in _CATENATIVES:
        return start
    inside = {child.i for child in above.children if child.dep_ in (*_GROUP, "cop") or child.lower_ in _NEGATIONS}
    start = above.i
    while start - 1 in inside:
        start -= 1
    return start


def _under_negation(token: Token) -> bool:
    """Whether the verb shares a negated helper: "did not confirm or deny"."""
    return (
        token.dep_ == "conj"
        and not any(child.dep_ in ("nsubj", "aux") for child in token.children)
        and any(child.lower_ == "or" for child in token.children)
        and any(child.lower_ in _NEGATIONS for child in token.head.children)
    )


def _goes_on_passive(token: Token) -> bool:
    """Whether a participle shares the helper of the passive before it: "was arrested and |charged|"."""
    above = token.head
    if token.dep_ != "conj" or above == token or "Part" not in token.morph.get("VerbForm", []):
        return False
    own = any(child.dep_ in ("nsubj", "aux", "aux:pass") for child in token.children)
    helped = any(child.dep_ == "aux:pass" for child in above.children)
    return helped and not own and not token.lower_.endswith("ing")


def _is_past_participle(token: Token) -> bool:
    """Whether a past participle stands without "have": "a letter read by aides", "has been quoted by a paper"."""
    if token.lower_.endswith("ing"):
        return False
    helpers = {child.lower_ for child in token.children if child.dep_ in ("aux", "aux:pass")}
    participle = "Part" in token.morph.get("VerbForm", [])
    if participle and helpers & _BE:
        return True
    alone = not helpers and token.dep_ in ("acl", "advcl") and (participle or token.lower_.endswith("ed"))
    return alone and not any(child.dep_ == "nsubj" for child in token.children)


def stance_of(cue: Cue, word: CueWord) -> str:
    """The source's stance by the cue: "denied that" denies; "did not say whether" declines; "did not deny" asserts.

    "do not believe that" denies; a negated cue of asking stays as it is.
    """
    if not cue.negated:
        return word.stance
    if word.kind in _DECLINED:
        return "declines"
    if word.lemma in _DOUBTED:
        return "denies"
    return "asserts" if word.stance == "denies" else word.stance
