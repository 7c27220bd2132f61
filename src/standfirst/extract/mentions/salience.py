"""What a pronoun may point to, and what speaks for and against each: the features that `chances` weighs.

They look at what salience has long been told by: distance, grammatical role, parallel role, repetition (Lappin and
Leass, "An Algorithm for Pronominal Anaphora Resolution", 1994; Haghighi and Klein, "Simple Coreference Resolution with
Rich Syntactic and Semantic Features", EMNLP 2009), and who speaks in and outside of quotations (Lee et al., Stanford's
sieves, 2013). What agreement and binding forbid is no candidate at all.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from spacy.tokens import Token

from standfirst.extract.mentions.chances import Option
from standfirst.extract.mentions.found import Page
from standfirst.extract.mentions.traces import Trace

#: How many traces, and how many sentences back, are looked at.
_TRACES = 60
#: How many traces of one thing are looked at: what was told of long before must not outweigh what was named just now.
_EACH = 2
_SENTENCES = {"he": 8, "it": 3, "they": 4}
#: What "it" stands in without pointing: "it seems", "it takes a year".
_EMPTY = frozenset("seem appear take matter turn happen rain snow cost remain depend".split())


def candidates(page: Page, pronoun: Trace, before: list[Trace]) -> list[Trace]:
    """The traces that agree with a pronoun and may bind it, nearest first."""
    found = []
    seen: Counter[int] = Counter()
    for trace in reversed(before[-_TRACES:]):
        if pronoun.sentence - trace.sentence > _SENTENCES[pronoun.form]:
            break
        if trace.token >= pronoun.token or not _agrees(pronoun, trace) or _forbidden(page, pronoun, trace):
            continue
        seen[trace.number] += 1
        if seen[trace.number] <= _EACH:
            found.append(trace)
    return found


def _agrees(pronoun: Trace, trace: Trace) -> bool:
    if pronoun.form == "he":
        person = trace.kind in ("person", "perhaps a person")
        return person and trace.gender in (pronoun.gender, None) and trace.several is not True
    if trace.kind == "person" and trace.several is not True:
        return False
    if pronoun.form == "it":
        return trace.several is not True or trace.kind in ("organisation", "country")
    if trace.several:
        return True
    return trace.kind in ("organisation", "country", "group")


def _forbidden(page: Page, pronoun: Trace, trace: Trace) -> bool:
    """Whether the one holds the other ("his father", "Ruiz, its owner,"), or both hang on one verb.

    "Ruiz saw her", "Ruiz threatened to leave her"; but "Ruiz asked Lee to leave her".
    """
    if trace.start <= pronoun.token < trace.end:
        return True
    if not page.has_tree:
        return False
    if _beside(page.doc[pronoun.token], trace.token):
        return True
    if pronoun.role == "owner" or is_reflexive(page, pronoun):
        return False
    one, other = page.doc[pronoun.token], page.doc[trace.token]
    if one.head == other.head and one.i != one.head.i and one.dep_ != "conj":
        return trace.role in ("subject", "object", "other") and other.dep_ != "conj"
    if other.dep_.startswith("nsubj") and other.head == _said_of(one.head):
        return True
    return one.head == other and one.dep_ != "nmod:poss"


def _said_of(verb: Token) -> Token:
    """The verb whose subject is a verb's own, too: "threatened" for "leave" in "Ruiz threatened to leave her"."""
    while verb.dep_ == "xcomp" and not any(child.dep_ in ("obj", "iobj") for child in verb.head.children):
        verb = verb.head
    return verb


def _beside(word: Token, other: int) -> bool:
    """Whether a word is in the apposition of another, outside of any clause there."""
    for _ in range(4):
        if word.dep_ == "appos" and word.head.i == other:
            return True
        if word.dep_.startswith("acl") or word.head == word:
            return False
        word = word.head
    return False


def is_reflexive(page: Page, pronoun: Trace) -> bool:
    """Whether it is "herself" and the like."""
    return page.doc[pronoun.token].lower_.endswith(("self", "selves"))


def options_of(page: Page, pronoun: Trace, near: list[Trace]) -> list[Option]:
    """Nothing of these, and each candidate, with the names of its features."""
    found = [Option(number=None, tokens=(), features=tuple(_of_none(page, pronoun, near)))]
    often = Counter(trace.number for trace in near)
    ranks: dict[int, int] = {}
    above = _subjects_above(page, pronoun)
    for trace in near:
        rank = ranks.setdefault(trace.number, len(ranks))
        features = [*_of_pair(page, pronoun, trace), f"rank {min(rank, 4)}", f"often {min(often[trace.number], 4)}"]
        if trace.token in above:
            features.append(f"subject above {min(above[trace.token], 2)}")
            features.append(f"{trace.kind} above for {pronoun.role}")
            if trace.speaks:
                features.append("speaks above")
        elif trace.role == pronoun.role == "subject" and pronoun.sentence - trace.sentence == 1:
            features.append(f"{trace.form} {trace.kind} subject of both")
        found.append(Option(number=trace.number, tokens=(trace.token,), features=tuple(features)))
    return found


def _of_pair(page: Page, pronoun: Trace, trace: Trace) -> Iterator[str]:
    back = pronoun.sentence - trace.sentence
    yield f"back {min(back, 4)}"
    yield f"paragraphs {min(pronoun.paragraph - trace.paragraph, 3)}"
    yield f"form {trace.form}"
    yield f"{'here' if back == 0 else 'before'} {trace.role}"
    yield f"kind {trace.kind}"
    yield f"{trace.form} {'here' if back == 0 else 'last' if back == 1 else 'before'} {trace.role}"
    yield f"{trace.kind} for {'a speaker' if pronoun.speaks else pronoun.role}"
    if trace.form == "noun":
        yield f"noun: {trace.article}"
    if trace.role == pronoun.role:
        yield "same role"
    if trace.gender is not None:
        yield "gender told"
    if trace.several and pronoun.form == "they":
        yield "several"
    if trace.number >= 0:
        yield "has a name"
    if trace.paragraph == 0:
        yield "in the headline"
    if trace.start == 0 or page.sentence(trace.start - 1) != trace.sentence:
        yield "opens its sentence"
    yield from _of_speech(pronoun, trace)


def _of_speech(pronoun: Trace, trace: Trace) -> Iterator[str]:
    if pronoun.quote >= 0:
        if trace.quote == pronoun.quote:
            yield "same quotation"
        elif trace.speaks and trace.quote < 0 and pronoun.paragraph == trace.paragraph:
            yield "speaks it"
        else:
            yield "outside the quotation"
    elif trace.quote >= 0:
        yield "inside a quotation"
    if pronoun.speaks:
        yield "both speak" if trace.speaks else "only the pronoun speaks"


def _subjects_above(page: Page, pronoun: Trace) -> dict[int, int]:
    """Subjects of the verbs over a pronoun, by how many of them are nearer: 0 for Ruiz in "Ruiz said she left"."""
    if not page.has_tree:
        return {}
    found: dict[int, int] = {}
    node = page.doc[pronoun.token]
    up = 0
    for _ in range(12):
        if node.head == node:
            break
        node = node.head
        subjects = [child.i for child in node.children if child.dep_.startswith("nsubj") and child.i != pronoun.token]
        if subjects:
            found.update(dict.fromkeys(subjects, up))
            up += 1
    return found


def _of_none(page: Page, pronoun: Trace, near: list[Trace]) -> list[str]:
    """The features of "it points to nothing of these"."""
    word = page.doc[pronoun.token]
    found = ["none", f"none: {pronoun.role}", f"none: {min(len({t.number for t in near}), 4)} before"]
    if pronoun.quote >= 0:
        found.append("none: in a quotation")
    if page.starts_sentence(pronoun.token):
        found.append("none: opens its sentence")
    if not page.has_tree:
        return found
    if word.dep_.startswith("expl"):
        found.append("none: expletive")
    head = word.head
    if head.lemma_.lower() in _EMPTY:
        found.append("none: empty verb")
    if head.pos_ == "ADJ" and pronoun.role == "subject":
        found.append("none: of an adjective")
    if head.pos_ == "NOUN" and pronoun.role == "subject":
        found.append("none: of a noun")
    if any(child.dep_ in ("csubj", "ccomp", "xcomp", "advcl") and child.i > word.i for child in head.children):
        found.append("none: a clause follows")
    return found
