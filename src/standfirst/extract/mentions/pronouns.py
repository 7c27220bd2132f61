"""Pronouns: "he", "she", "it" and "they" are the one named thing that they most likely point to, or nothing.

The pronouns are taken in the order of the text. Each becomes a trace of its own, so that one more "she" makes its
person more salient. A pronoun is resolved where one named thing has at least the chance that `lexicon/coreference.tsv`
asks for; two that come close share the chance between them, so neither reaches it. "He" and "she" stay open as well
where somebody else of that gender stands nearer, and are never whoever speaks the quotation that they stand in; "he
added" is whoever speaks in the sentence before, where one does.
"""

from __future__ import annotations

from bisect import insort
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace

from standfirst.extract.mentions.chances import chances
from standfirst.extract.mentions.found import Found, Page, lower
from standfirst.extract.mentions.pointer import Pointer, Thing
from standfirst.extract.mentions.salience import candidates, options_of
from standfirst.extract.mentions.traces import Trace, named_traces, trace_at, unnamed_traces
from standfirst.lexicon.coreference import least_chance

_GENDER = {
    "he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f",
}  # fmt: skip
FORMS = {
    **dict.fromkeys(_GENDER, "he"),
    **dict.fromkeys(("it", "its", "itself"), "it"),
    **dict.fromkeys(("they", "them", "their", "theirs", "themselves"), "they"),
}
_OWNERS = {"his", "her", "its", "their"}


#: How likely each thing is, by its number; None: nothing of all.
Shares = Mapping[int | None, float]


def _alone(token: int) -> int:
    """The number of what is known by its head alone, as in `traces`."""
    return -1 - token


def pronouns_in(
    page: Page,
    names: list[Found],
    numbers: list[int],
    things: tuple[Thing, ...],
    pointers: list[Pointer],
    open_nouns: Mapping[int, Shares],
) -> Iterator[Pointer]:
    """Each "he" and "she", resolved or alone, and each "it" and "they" that is resolved.

    What was left open before (`open_nouns`, by head, "it" and "they") hands on what it may point to, each part by its
    chance; "he" and "she" do not, since reports tell of many people that have no name.
    """
    shares = {_alone(head): found for head, found in open_nouns.items()}
    kind_of = {thing.number: thing.kind for thing in things}
    genders: dict[int, str] = {}
    traces = traces_of(page, names, numbers, things, pointers)
    before: list[Trace] = []
    at = 0
    for pronoun in pronoun_traces(page):
        while at < len(traces) and traces[at].token < pronoun.token:
            insort(before, traces[at], key=lambda trace: trace.token)
            at += 1
        near = [trace for trace in candidates(page, pronoun, before) if _same(genders, trace, pronoun)]
        chance: Shares = chances(page, pronoun.form, pronoun.token, options_of(page, pronoun, near))
        if pronoun.form != "he":
            chance = _handed_on(chance, shares)
        number = _chosen(pronoun, near, chance)
        if (pronoun.quote >= 0 and number in _quoted(traces, pronoun)) or _tells_what(page, pronoun):
            number = None
        if number is None and pronoun.form != "he":
            shares[pronoun.number] = chance
        if pronoun.form == "he":
            kind = "person"
            genders[pronoun.number if number is None else number] = pronoun.gender or ""
        elif number is not None:
            kind = kind_of[number]
        before.append(pronoun if number is None else replace(pronoun, number=number, kind=kind_of[number]))
        if number is not None or pronoun.form == "he":
            start = pronoun.token
            yield Pointer(start=start, end=start + 1, head=start, kind=kind, form="pronoun", number=number)


def _same(genders: dict[int, str], trace: Trace, pronoun: Trace) -> bool:
    """Whether no "he" or "she" before has told another gender of the person."""
    return genders.get(trace.number, pronoun.gender) == pronoun.gender


def traces_of(
    page: Page, names: list[Found], numbers: list[int], things: tuple[Thing, ...], pointers: list[Pointer]
) -> list[Trace]:
    """All that pronouns may point to, pronouns left out, in the order of the text."""
    found = [*named_traces(page, names, numbers, things), *unnamed_traces(page, names, pointers)]
    return sorted(found, key=lambda trace: (trace.token, trace.form != "pair"))


def pronoun_traces(page: Page) -> Iterator[Trace]:
    """The pronouns of the third person, each as something of its own (a number below zero)."""
    for token in page.doc:
        word = lower(token)
        form = FORMS.get(word)
        if form is None:
            continue
        trace = trace_at(
            page,
            token.i,
            number=_alone(token.i),
            kind="person" if form == "he" else "thing",
            form=form,
            span=(token.i, token.i + 1),
            gender=_GENDER.get(word),
            several=form == "they",
        )
        owner = word in _OWNERS and (not page.has_tree or token.dep_ == "nmod:poss")
        yield replace(trace, role="owner") if owner else trace


def _tells_what(page: Page, pronoun: Trace) -> bool:
    """Whether "it" may be what happened: "it was |a| hunting accident". Errs where a thing is told of so."""
    word = page.doc[pronoun.token]
    if pronoun.form != "it" or word.dep_ != "nsubj" or word.head.pos_ != "NOUN":
        return False
    return any(child.lower_ in ("a", "an") for child in word.head.children)


def _quoted(traces: list[Trace], pronoun: Trace) -> set[int]:
    """Who speaks the quotation that a pronoun stands in: "|He| was a good neighbour," Ruiz said.

    It is whoever speaks outside of quotations in its paragraph, or else whoever did so last. Errs towards leaving open:
    of oneself one may be quoted so, too ('Ruiz said that it was "his last word"').
    """
    speakers = [trace for trace in traces if trace.speaks and trace.quote < 0]
    beside = {trace.number for trace in speakers if trace.paragraph == pronoun.paragraph}
    last = [trace.number for trace in speakers if trace.token < pronoun.token]
    return beside or set(last[-1:])


def _handed_on(chance: Shares, shares: Mapping[int, Shares]) -> Shares:
    """The chances of all things, those of what was left open parted among the things that it may be."""
    found: dict[int | None, float] = defaultdict(float)
    for number, part in chance.items():
        for other, share in shares.get(number, {number: 1.0}).items() if number is not None else ((None, 1.0),):
            found[number if other is None else other] += part * share
    return found


def _chosen(pronoun: Trace, near: list[Trace], chance: Shares) -> int | None:
    """The named thing that is likely enough, or None."""
    best = max((number for number in chance if number is not None), key=lambda number: chance[number], default=-1)
    if pronoun.form == "he":
        speakers = _speakers(pronoun, near)
        if len(speakers) == 1 and min(speakers) >= 0:
            return min(speakers)
        if _passed_over(pronoun, near, best):
            return None
    return best if best >= 0 and chance[best] >= least_chance()[pronoun.form] else None


def _speakers(pronoun: Trace, near: list[Trace]) -> set[int]:
    """For "he added" outside of quotations: whoever speaks in the sentence before."""
    if not near or not pronoun.speaks or pronoun.quote >= 0 or near[0].sentence == pronoun.sentence:
        return set()
    return {t.number for t in near if t.speaks and t.quote < 0 and pronoun.sentence - t.sentence == 1}


def _passed_over(pronoun: Trace, near: list[Trace], best: int) -> bool:
    """Whether somebody else stands nearer: between the two in one sentence, or as a subject in a sentence between.

    Whoever speaks the quotation that the pronoun stands in does not count; nor, in a sentence between, does a definite
    noun ("the boy"), which may well be that person.
    """
    rest = [t for t in near if not (pronoun.quote >= 0 and t.quote < 0 and t.speaks)]
    if not rest or rest[0].number == best:
        return False
    if rest[0].sentence == pronoun.sentence:
        return True
    barring = (t for t in rest if t.role == "subject" and t.kind == "person" and t.article not in ("the", "owned"))
    last = next((t.sentence for t in barring), None)
    return last is not None and not any(t.number == best and t.sentence >= last for t in rest)
