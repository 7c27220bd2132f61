"""The noun phrase that stands beside a cue, read off the words: what fills the place before it or follows it."""

from __future__ import annotations

from dataclasses import dataclass

from standfirst.extract.attributions.cues import Cue
from standfirst.extract.attributions.page import Page, Range, trimmed

#: Longest phrase, in tokens, that is read off the surface as a source.
LONGEST = 30
#: Words that end a source read off the surface after its cue.
_ENDS = {",", ".", ";", ":", "!", "?", "(", "on", "in", "at", "during", "after", "before", "as", "when", "while", "to",
         "through", "about", "with", "by", "adding", "last", "this", "yesterday", "today"}  # fmt: skip
_DAYS = {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"}
_BREAKS = {",", "|", "—", "–", "--", "(", ")", ":", "that", "who", "whom", "which", "while", "but", "because", "when",
           "where"}  # fmt: skip
#: Words that "a" makes several of: "a dozen officials".
_AMOUNTS = {"dozen", "couple", "hundred", "thousand", "million", "handful", "score", "few", "pair", "lot", "bunch"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A phrase that speaks, and its head word."""

    span: Range
    head: int


def is_phrase(page: Page, source: Source) -> bool:
    """Whether the words are one noun phrase: nothing in them is a verb outside a relative clause."""
    for index in range(*source.span):
        token = page.doc[index]
        if token.lower_ in ("who", "which", "whose"):
            return True
        apart = token.dep_ not in ("amod", "compound", "acl") or index == source.span[0]
        if token.pos_ in ("VERB", "AUX", "SCONJ") and apart:
            return False
        if token.pos_ == "DET" and index > source.span[0] and page.doc[index - 1].pos_ in ("NOUN", "PROPN"):
            return False
    return True


def frame_start(page: Page, cue: Cue) -> int:
    """Where the words before a cue start that may be its source: after a comma, a mark, a stop or a conjunction.

    "sustained what |police| say are light injuries"; not after "what kinds of guns".
    """
    start = cue.span[0]
    while start > 0 and start > cue.span[0] - 14 and page.paragraph_of[start - 1] == page.paragraph_of[cue.at]:
        token = page.doc[start - 1]
        fused = token.lower_ == "what" and token.dep_ != "det"
        if token.text in _BREAKS or fused or page.is_stop(start - 1) or page.quotation_of[start - 1] >= 0:
            break
        start -= 1
    return start


def source_before(page: Page, cue: Cue, start: int) -> Source | None:
    """The phrase that stands from `start` up to a cue, where a noun phrase fills it: "Dora Quill, 52, |told|"."""
    end = cue.span[0]
    while end > start and (page.doc[end - 1].pos_ == "ADV" or page.doc[end - 1].lower_ in ("also", "has", "have")):
        end -= 1
    while start < end and page.doc[start].lower_ in ("which", "who", "that", "but", "and", "with"):
        start += 1
    span = trimmed(page, (start, end))
    if span is None or span[1] - span[0] > LONGEST:
        return None
    head = surface_head(page, span)
    if head is not None and _is_another(page, span, head):
        span = (head, span[1])
    return Source(span=span, head=head) if head is not None else None


def _is_another(page: Page, span: Range, head: int) -> bool:
    """Whether the head is no part of the phrase before it, which is one: "a young man |police| said was armed"."""
    start, end = span
    several = page.doc[head].tag_ == "NNS" or page.doc[head].lower_ == "police"
    after_one = page.doc[start].lower_ in ("a", "an") and head > start + 1 and page.doc[head - 1].tag_ == "NN"
    return several and after_one and end == head + 1 and page.doc[head - 1].lower_ not in _AMOUNTS


def source_after(page: Page, cue: Cue) -> Source | None:
    """The phrase that follows an inverted cue: "|said| Dora Quill, the harbour minister, on Monday"."""
    start = cue.span[1]
    end = start
    line = page.paragraph_of[cue.at]
    relative = False
    while end < len(page.doc) and end - start < LONGEST and page.paragraph_of[end] == line:
        word = page.doc[end].lower_
        # "said a man |who spoke on Friday|, ...": only a sign ends the clause that describes the source
        ends = page.doc[end].is_punct and word != "-" if relative else word in _ENDS or word in _DAYS
        ends = ends and page.doc[end - 1].text != "-"  # "sister-|in|-law"
        if ends or page.quotation_of[end] >= 0:
            break
        relative = relative or word == "who"
        end += 1
    span = trimmed(page, (start, end)) if end > start else None
    if span is None or page.doc[span[0]].pos_ in ("ADP", "SCONJ"):
        return None
    head = surface_head(page, span)
    found = Source(span=_with_named(page, span), head=head) if head is not None else None
    return found if found is not None and is_phrase(page, found) else None


def _with_named(page: Page, span: Range) -> Range:
    """The phrase with the name of whom it tells after a comma: "said a neighbour|, Dora Quill|."."""
    start, end = span
    mention = page.mention(end + 1) if end + 1 < len(page.doc) and page.doc[end].text == "," else None
    own = page.mention(end - 1)
    if mention is None or (mention.form, mention.kind) != ("name", "person") or (own and own.form == "name"):
        return span
    after = end + 1
    while after < len(page.doc) and page.mention(after) is mention:
        after += 1
    return (start, after) if after == len(page.doc) or page.doc[after].text in (",", ".") else span


def surface_head(page: Page, span: Range) -> int | None:
    """The head of a phrase read off the surface: the last name or noun before its first comma or preposition."""
    head = None
    for index in range(*span):
        token = page.doc[index]
        if token.text in (",", "(") or token.lower_ in ("who", "which", "of", "in", "at", "for", "with", "from", "on"):
            if head is not None:
                break
            continue
        if token.pos_ in ("NOUN", "PROPN", "PRON", "NUM") and not (
            token.i + 1 < span[1] and page.doc[index + 1].lower_ in ("'s", "’s", "'", "’")
        ):
            head = index
        elif token.pos_ in ("VERB", "AUX", "SCONJ") and token.dep_ not in ("amod", "flat", "compound"):
            return head
    alone = span[1] - span[0] == 1 and page.doc[span[0]].pos_ in ("DET", "ADJ")
    return span[0] if head is None and alone else head
