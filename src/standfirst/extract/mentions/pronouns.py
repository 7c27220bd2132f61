"""Pronouns: "he" and "she" are the one person that they can be, or nobody.

Looked at, nearest first: the same sentence up to the pronoun, then the sentences before in its paragraph, then, for the
first sentences of a paragraph, the paragraph before. At the first distance at which someone fits, there must be one
person, or one who is its subject. Errs towards leaving a pronoun alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from standfirst.extract.mentions.found import Found, Page, lower
from standfirst.extract.mentions.pointer import Pointer, Thing, is_subject
from standfirst.extract.tree import SUBJECTS
from standfirst.lexicon.cues import verb_cues
from standfirst.lexicon.name_words import name_words

_GENDER = {
    "he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f",
}  # fmt: skip
_REACH = 4
#: No more people of one sentence are looked at; keeps the work linear in texts without sentences.
_CROWD = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Trace:
    """Where something was named or someone pointed to; someone who is not known has a number below zero."""

    start: int
    end: int
    number: int
    subject: bool
    speaks: bool
    quoted: bool


Traces = dict[int, list[Trace]]


def pronouns_in(page: Page, names: list[Found], numbers: list[int], things: tuple[Thing, ...]) -> Iterator[Pointer]:
    """Each "he" and "she", resolved or alone, and each "it" that surely repeats its sentence's predecessor."""
    thing_of = {thing.number: thing for thing in things}
    people: Traces = defaultdict(list)
    others: Traces = defaultdict(list)
    for index, name in enumerate(names):
        if name.kind != "person" or thing_of[numbers[index]].sure:
            traces = people if name.kind == "person" else others
            traces[page.sentence(name.start)].append(_named(page, name, numbers[index]))
    for trace in _strangers(page, names):
        people[page.sentence(trace.start)].append(trace)
    #: As the names tell, and then as the pronouns have told so far.
    genders = {thing.number: thing.gender for thing in things}
    for token in page.doc:
        gender = _GENDER.get(lower(token))
        if gender is not None:
            number = _person(page, people, genders, token.i, gender)
            someone = -1 - token.i if number is None else number
            genders[someone] = gender
            people[page.sentence(token.i)].append(_pointed(page, token.i, someone))
            yield Pointer(start=token.i, end=token.i + 1, head=token.i, kind="person", form="pronoun", number=number)
        elif lower(token) == "it" and page.starts_sentence(token.i):
            number = _body(page, people, others, token.i)
            if number is not None:
                kind = thing_of[number].kind
                yield Pointer(start=token.i, end=token.i + 1, head=token.i, kind=kind, form="pronoun", number=number)


def _named(page: Page, name: Found, number: int) -> Trace:
    return Trace(
        start=name.start,
        end=name.end,
        number=number,
        subject=is_subject(page, name),
        speaks=is_subject(page, name) and _speaks(page, name.lead, name.end),
        quoted=page.in_quotes(name.start),
    )


def _pointed(page: Page, token: int, number: int) -> Trace:
    subject = page.doc[token].dep_ in SUBJECTS or page.starts_sentence(token)
    speaks = subject and _speaks(page, token, token + 1)
    quoted = page.in_quotes(token)
    return Trace(start=token, end=token + 1, number=number, subject=subject, speaks=speaks, quoted=quoted)


def _strangers(page: Page, names: list[Found]) -> Iterator[Trace]:
    """People without a name who act or are acted on: "his father left" leaves open who "he" is then."""
    if not page.has_tree:
        return
    inside = {at for name in names for at in range(name.lead, name.end)}
    for token in page.doc:
        if token.dep_ not in _ACTS or token.i in inside or name_words().nominals.get(lower(token)) != "person":
            continue
        named = any(child.dep_ in ("appos", "flat", "compound") and child.i in inside for child in token.children)
        if not named and token.head.i not in inside:
            yield _pointed(page, token.i, -1 - token.i)


_ACTS = SUBJECTS | {"obj", "iobj", "obl:agent"}


def _speaks(page: Page, start: int, end: int) -> bool:
    """Whether the subject is that of a verb of speech."""
    if page.has_tree:
        heads = {token.head.lower_ for token in page.doc[start:end] if token.dep_ in SUBJECTS}
    else:
        heads = {lower(token) for token in page.doc[end : end + 1]}
    return bool(heads & verb_cues().keys())


def _person(page: Page, people: Traces, genders: dict[int, str | None], token: int, gender: str) -> int | None:
    here = page.sentence(token)
    quoted = page.in_quotes(token)
    speakers = {trace.number for trace in people[here][-_CROWD:] if quoted and not trace.quoted and trace.subject}
    for back in range(_REACH + 1):
        if back > 0 and not _reaches(page, here, back):
            return None
        near = [
            trace
            for trace in people.get(here - back, [])[-_CROWD:]
            if trace.number not in speakers
            and (trace.end <= token if back == 0 else True)
            and trace.quoted <= quoted
            and (back > 0 or trace.quoted == quoted)
            and genders.get(trace.number) in (gender, None)
        ]
        if near:
            one = _one(page, near, token, quoted)
            return one if one is not None and one >= 0 else None
    return None


def _reaches(page: Page, here: int, back: int) -> bool:
    """Whether a sentence so far back is in the paragraph, or in the one before it for its first two sentences."""
    spans = page.reading.sentences
    if here - back < 0 or not spans:
        return False
    own = page.paragraph_of(spans[here].start)
    there = page.paragraph_of(spans[here - back].start)
    if there == own:
        return True
    first = here
    while first > 0 and page.paragraph_of(spans[first - 1].start) == own and here - first < 2:
        first -= 1
    return here - first <= 1 and first > 0 and there == page.paragraph_of(spans[first - 1].start)


def _one(page: Page, near: list[Trace], token: int, quoted: bool) -> int | None:
    """The one person of a sentence, else its one subject; for "he said" the one who speaks in it.

    Where someone speaks of someone who is also a subject, any other "he" may be either: nobody.
    """
    people = {trace.number for trace in near}
    if len(people) == 1 or quoted:
        return people.pop() if len(people) == 1 else None
    subjects = {trace.number for trace in near if trace.subject}
    speakers = {trace.number for trace in near if trace.speaks}
    if _reports(page, token) and len(speakers) == 1:
        return speakers.pop()
    return subjects.pop() if len(subjects) == 1 else None


def _reports(page: Page, token: int) -> bool:
    """Whether a pronoun stands next to a verb of speech: "he said", "said she"."""
    around = [page.after(token + 1), page.before(token)]
    return any(other is not None and lower(other) in verb_cues() for other in around)


def _body(page: Page, people: Traces, others: Traces, token: int) -> int | None:
    """What "it" at the head of a sentence repeats: the one named subject of the sentence before, where it speaks."""
    if not page.has_tree or page.in_quotes(token) or page.doc[token].dep_ != "nsubj":
        return None
    here = page.sentence(token)
    before = [trace for traces in (people, others) for trace in traces.get(here - 1, ()) if trace.subject]
    if len({trace.number for trace in before}) != 1 or before[0] in people.get(here - 1, ()):
        return None
    if page.paragraph(before[0].start) != page.paragraph(token):
        return None
    verb = page.doc[token].head
    return before[0].number if verb.lower_ in verb_cues() and verb.pos_ == "VERB" else None
