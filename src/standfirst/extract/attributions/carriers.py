"""Which words name a carrier, an outlet or agency that passes on what others say?"""

from __future__ import annotations

import re

from standfirst.extract.attributions.draft import Draft, Speaker
from standfirst.extract.attributions.page import Page
from standfirst.extract.attributions.surface import Source
from standfirst.lexicon.media import is_outlet_name, is_outlet_noun
from standfirst.lexicon.occasions import occasion_words
from standfirst.model.reading import Via

#: Words right before a carrier's name that make it one.
LEADING = {"told", "telling", "tells", "on", "to", "with"}
_PASSING = {"quoted", "cited", "carried", "reported", "published", "broadcast"}
_SKIPPED = {"the", "a", "an", "'s", "’s", "'", "’", "local", "state", "national"}
#: How far from its cue, in tokens, a carrier may stand.
_REACH = 25
_PRONOUNS = {"he", "she", "they", "it"}


def same_name(one: str, other: str) -> bool:
    """Whether two names are the same but for "the", case and signs."""
    return _folded(one) == _folded(other)


def _folded(name: str) -> str:
    return re.sub(r"[^a-z0-9]", "", re.sub(r"^the ", "", name.casefold()))


def is_own(page: Page, name: str) -> bool:
    """Whether a name is the outlet's own: "the Courier" in a report of courier.example."""
    outlet, own = _folded(page.reading.report.outlet or ""), _folded(name)
    return len(own) >= 3 and bool(outlet) and (own in outlet or outlet in own)


def carrier_at(page: Page, at: int) -> Via | None:
    """The carrier that a token is the head of: an outlet's name, or a noun like "television" with its words."""
    token, report = page.doc[at], page.reading.report
    mention = page.mention(at)
    if mention is not None and mention.form == "name":
        if page.mention(min(at + 1, len(page.doc) - 1)) is mention and at + 1 < len(page.doc):
            return None
        name = report.words(mention.head)
        if is_outlet_name(name):
            return Via(name=re.sub(r"^[Tt]he ", "", name), span=mention.span)
    if token.pos_ == "PROPN" and mention is None and token.is_upper and is_outlet_name(token.text):
        return Via(name=token.text, span=report.span(token.idx, token.idx + len(token)))
    if token.dep_ == "compound" and token.head.lemma_.lower() in occasion_words():
        return None  # "told a press conference"
    if token.pos_ in ("NOUN", "PROPN") and (is_outlet_noun(token.lemma_) or is_outlet_noun(token.text)):
        start = at
        while start > 0 and page.doc[start - 1].pos_ in ("ADJ", "NOUN", "PROPN") and start > at - 4:
            start -= 1
        span = report.span(page.doc[start].idx, token.idx + len(token))
        return Via(name=report.words(span), span=span)
    return None


def leads(page: Page, at: int, via: Via, cue: int) -> bool:
    """Whether the words before a carrier's name make it one: told NAME, on NAME, to NAME, quoted by NAME."""
    start = at
    while start > 0 and page.doc[start - 1].idx >= via.span.start:
        start -= 1
    stop = max(0, start - 8)
    while start > stop and (page.doc[start - 1].lower_ in _SKIPPED or page.doc[start - 1].pos_ in ("ADJ", "PROPN")):
        start -= 1
    if start <= 0 or at - cue >= _REACH:
        return False
    if page.doc[start - 1].lower_ in LEADING:
        return True
    return page.doc[start - 1].lower_ == "by" and any(
        page.doc[i].lower_ in _PASSING for i in range(max(0, start - 4), start)
    )


def via_of(page: Page, draft: Draft, speaker: Speaker) -> Via:
    """The source of an attribution as a carrier of what stands in it."""
    assert draft.source is not None
    via = via_of_span(page, draft.source)
    if via.name.lower() in _PRONOUNS and speaker.words:
        return Via(name=speaker.words, span=via.span)
    return via


def via_of_span(page: Page, source: Source) -> Via:
    """A source phrase as a carrier: the name in it where its head or an outlet is named, else its words."""
    report = page.reading.report
    for at in (source.head, *range(*source.span)):
        mention = page.mention(at)
        if mention is None or mention.form != "name":
            continue
        name = report.words(mention.head)
        if at == source.head or is_outlet_name(name):
            return Via(name=re.sub(r"^[Tt]he ", "", name), span=mention.span)
    start, end = page.doc[source.span[0]], page.doc[source.span[1] - 1]
    span = report.span(start.idx, end.idx + len(end))
    return Via(name=report.words(span), span=span)
