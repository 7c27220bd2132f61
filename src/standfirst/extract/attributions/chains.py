"""Through whom did the words reach the outlet? The chain of carriers between a speaker and the report, nearest first.

A carrier is one whom the text names with the statement: "told Radio Brennland", "quoted by the Courier", "the agency
reported that the ministry said", "according to the agency" after what is already someone's. The outlet itself is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from standfirst.extract.attributions.carriers import carrier_at, is_own, leads, same_name, via_of, via_of_span
from standfirst.extract.attributions.clauses import sentence_end, sentence_start
from standfirst.extract.attributions.cues import Cue
from standfirst.extract.attributions.draft import Draft, Speaker
from standfirst.extract.attributions.page import Page
from standfirst.extract.attributions.sources import QUOTING, parsed_source, phrase
from standfirst.lexicon.media import is_outlet_name
from standfirst.model.reading import Via

#: A dateline with its agency in the middle of a text: "HARBOUR CITY (Kyodo) The office said".
_DATELINE = re.compile(r"\b[A-Z][A-Z .,’'-]{2,40}(?:, [A-Z][a-z.]{1,12})? ?\(([A-Z][\w ./]{1,24})\)")
#: An agency's dateline this near the top of a text credits the whole report.
_TOP = 400
#: How many attributions before and after one may hold it or pass it on.
_NEAR = 12
#: How many paragraphs from what someone told a carrier, "spoke to the agency" may stand.
_PARAGRAPHS = 2
#: Share of a carrier's words from which an attribution in them is all that it tells.
_MOST = 0.6
_SPEAKING = {"spoke", "speaking", "talked", "speaks"}

Pair = tuple[Draft, Speaker]


def linked(page: Page, found: list[Pair]) -> list[Pair]:
    """The drafts with their chains; a carrier's own attribution goes where all of it is another's that it passes on."""
    datelines = _datelines(page)
    spoken = tuple(_spoken_to(page))
    result: list[Pair] = []
    for index, (draft, speaker) in enumerate(found):
        near = found[max(index - _NEAR, 0) : index + _NEAR]
        chain = [*_told(page, draft, near), *_quoting(page, draft), *_nested(page, draft, speaker, near)]
        chain += _after(page, draft, near)
        chain = chain or _inherited(page, draft, speaker, result) or _spoken(page, draft, spoken)
        chain += [via for at, via in datelines if at < page.doc[draft.at].idx][-1:]
        result.append((replace(draft, via=_distinct(page, draft, speaker, chain)), speaker))
    return [
        pair
        for index, pair in enumerate(result)
        if not _is_only_carrier(page, pair, result[max(index - _NEAR, 0) : index + _NEAR])
    ]


def _distinct(page: Page, draft: Draft, speaker: Speaker, chain: list[Via]) -> tuple[Via, ...]:
    kept: list[Via] = []
    for via in chain:
        speaks = draft.source is not None and same_name(via.name, speaker.words or "")
        if not is_own(page, via.name) and not speaks and not any(same_name(via.name, known.name) for known in kept):
            kept.append(via)
    return tuple(kept)


def _told(page: Page, draft: Draft, near: list[Pair]) -> list[Via]:
    """ "told Radio Brennland", "said on state television", "quoted by the Courier's website" near the cue."""
    if draft.cue is None:
        return []
    inside = {i for start, end in draft.content for i in range(start, end)}
    own = range(*draft.source.span) if draft.source is not None else range(0)
    first, last = sentence_start(page, draft.at), sentence_end(page, draft.at)
    if draft.source is not None and draft.source.span[0] <= draft.at:
        first = max(first, draft.source.span[0])
    # what another speaker of the sentence told somebody is that speaker's chain
    others = [other.source.span[0] for other, _ in near if other.source is not None and other.at != draft.at]
    last = min([last, *(at for at in others if at > max(draft.at, draft.content[-1][1] - 1))])
    found: list[Via] = []
    report = page.reading.report
    for at in range(first, last):
        if at in inside or at in own or page.quotation_of[at] >= 0:
            continue
        via = carrier_at(page, at)
        if via is not None and leads(page, at, via, draft.at):
            if found and report.text[found[-1].span.end : via.span.start].isspace():
                found.pop()
            found.append(via)
    return found


def _quoting(page: Page, draft: Draft) -> list[Via]:
    """ "The paper quoted officials as saying", "the paper learned from officials that": the paper."""
    token = page.doc[draft.at]
    if draft.lemma == "learn" and draft.source is not None and draft.source.span[0] > draft.at:
        heard = next((child for child in token.children if child.dep_ == "nsubj"), None)
        via = carrier_at(page, heard.i) if heard is not None else None
        return [via] if via is not None else []
    if token.lower_ != "saying" or token.head.lower_ not in QUOTING:
        return []
    carrier = next((child for child in token.head.children if child.dep_ == "nsubj"), None)
    source = phrase(page, carrier, token.head.i) if carrier is not None else None
    return [via_of_span(page, source)] if source is not None else []


def _nested(page: Page, draft: Draft, speaker: Speaker, near: list[Pair]) -> list[Via]:
    """Those in whose words the whole of this attribution stands: "Hart said the minister denied it" goes via Hart."""
    if draft.carried or draft.cue is None:
        return []
    holders = []
    for other, known in near:
        if other.fragment or other.at == draft.at or other.source is None or known.kind == "none":
            continue
        holds = any(start <= draft.at < end for start, end in other.content) and other.mode != "direct"
        if holds and not any(start <= other.at < end for start, end in draft.content):
            holders.append((other.content[-1][1] - other.content[0][0], other, known))
    holders.sort(key=lambda holder: holder[0])
    return [via_of(page, other, known) for _, other, known in holders if not _same_speaker(known, speaker)]


def _same_speaker(one: Speaker, other: Speaker) -> bool:
    if one.entity is not None or other.entity is not None:
        return one.entity == other.entity
    return (one.words or "").casefold() == (other.words or "").casefold()


def _after(page: Page, draft: Draft, near: list[Pair]) -> list[Via]:
    """ ", according to the agency" at the end of a sentence that is already attributed."""
    start = sentence_start(page, draft.at)
    return [
        via_of(page, other, known)
        for other, known in near
        if other.lemma == "according to" and other.at > draft.at and known.kind == "media" and not other.fragment
        if sentence_start(page, other.at) == start
    ]


def _inherited(page: Page, draft: Draft, speaker: Speaker, before: list[Pair]) -> list[Via]:
    """The chain of a passage while its speaker goes on.

    A second quotation of the same cue has the chain of the first. So has what a pronoun or no cue at all carries on
    after "the station has reported comments from the minister, who says ...", and a quotation of the same speaker in
    the paragraph after "told the station that ...".
    """
    if speaker.kind == "none":
        return []
    last = next((other for other, known in reversed(before[-6:]) if _same_speaker(known, speaker)), None)
    if last is None or not last.via or draft.at < last.at:
        return []
    if last.at == draft.at or (draft.carried and draft.of == last.at and draft.cue == last.cue):
        return list(last.via)
    if not 0 <= page.paragraph_of[draft.at] - page.paragraph_of[last.content[-1][0]] <= 1:
        return []
    carried = draft.carried or (draft.source is not None and page.doc[draft.source.head].pos_ == "PRON")
    introduced = [via for via in last.via if via.span.end <= page.doc[last.at].idx]
    told = [via for via in last.via if via not in introduced and last.lemma == "tell"]
    return (introduced if carried else []) + (told if draft.mode == "direct" else [])


def _spoken_to(page: Page) -> Iterator[tuple[int, str, Via]]:
    """Place, head word and carrier of "the official spoke to the agency on condition of anonymity"."""
    for token in page.doc:
        if token.lower_ not in _SPEAKING or page.quotation_of[token.i] >= 0:
            continue
        source = parsed_source(page, Cue(at=token.i, words=(), span=(token.i, token.i + 1)))
        for at in range(token.i + 1, min(token.i + 8, len(page.doc))):
            via = carrier_at(page, at) if page.doc[at].pos_ in ("NOUN", "PROPN") else None
            if via is not None and source is not None and leads(page, at, via, token.i):
                yield token.i, page.doc[source.head].lower_, via
                break


def _spoken(page: Page, draft: Draft, spoken: tuple[tuple[int, str, Via], ...]) -> list[Via]:
    if draft.source is None:
        return []
    head = page.doc[draft.source.head].lower_
    line = page.paragraph_of[draft.at]
    return [via for at, word, via in spoken if word == head and abs(page.paragraph_of[at] - line) <= _PARAGRAPHS][:1]


def _datelines(page: Page) -> list[tuple[int, Via]]:
    report = page.reading.report
    return [
        (match.end(), Via(name=match.group(1), span=report.span(match.start(1), match.end(1))))
        for match in _DATELINE.finditer(report.text, _TOP)
        if is_outlet_name(match.group(1)) and not is_own(page, match.group(1))
    ]


def _is_only_carrier(page: Page, pair: Pair, near: list[Pair]) -> bool:
    """Whether an outlet says nothing of its own: all that it tells is an attribution that has it as carrier."""
    draft, speaker = pair
    if speaker.kind != "media":
        return False
    start, end = draft.content[0][0], draft.content[-1][1]
    size = sum(last - first for first, last in draft.content)
    for other, _ in near:
        other_size = sum(last - first for first, last in other.content)
        if other.at == draft.at or not other.via:
            continue
        opens = other.source is not None and other.source.span[0] <= start + 1
        if start <= other.at < end and (opens or other_size >= _MOST * (end - start)):
            return True
        appended = draft.lemma == "according to" and other.at < draft.at and other_size >= 0.5 * size
        carried = appended and any(same_name(via.name, speaker.words or "") for via in other.via)
        if carried and sentence_start(page, other.at) == sentence_start(page, draft.at):
            return True
    return False
