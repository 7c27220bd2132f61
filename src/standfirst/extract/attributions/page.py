"""What the rules of attribution see of one report: tokens with the quotation, paragraph, sentence and mention of each.

Ranges are pairs of token indexes, half-open. Nothing here decides who says what.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from standfirst.extract.attributions.quotes import Paragraph, Quotation, find_paragraphs, find_quotations
from standfirst.model.reading import Mention, Reading
from standfirst.model.span import Span

#: A pair of token indexes, half-open.
Range = tuple[int, int]
#: Kinds of mention that can speak.
SPEAKERS = {"person", "organisation", "group", "place", "facility"}
#: Blocks that may stand between a speaker's paragraphs.
BETWEEN = {"caption", "credit", "boilerplate", "unrelated", "repeated"}
_STOPS = {".", "!", "?", ";", "…"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One report as the rules read it; the tuples that end in `_of` have an entry for each token, -1 for none."""

    reading: Reading
    doc: Doc
    #: Where each token begins in the text.
    offsets: tuple[int, ...]
    paragraphs: tuple[Paragraph, ...]
    quotations: tuple[Quotation, ...]
    #: Tokens between the marks, for each quotation; empty ranges where nothing stands there.
    quoted: tuple[Range, ...]
    quotation_of: tuple[int, ...]
    paragraph_of: tuple[int, ...]
    #: Start of the sentence that holds the token, and the end, by the reading's sentences.
    sentence_of: tuple[Range, ...]
    #: Tokens at which a sentence ends (its stop, or the first of the next), and at which one starts, in order. Unlike
    #: the reading's sentences these are never parted inside a quotation.
    ends: tuple[int, ...]
    starts: tuple[int, ...]
    #: Index of the mention whose head holds the token.
    mention_of: tuple[int, ...]
    #: Last token of each mention's head; -1 where no token begins in it.
    heads: tuple[int, ...]
    #: For each mention, the index of the first that names the same entity and can speak; -1 for none.
    named_of: tuple[int, ...]

    def token(self, index: int) -> Token:
        """The token there."""
        return self.doc[index]

    def token_at(self, offset: int) -> int:
        """The index of the first token that begins at or after an offset; the number of tokens where none does."""
        return bisect_left(self.offsets, offset)

    def mention(self, index: int) -> Mention | None:
        """The mention whose head holds that token."""
        found = self.mention_of[index]
        return self.reading.mentions[found] if found >= 0 else None

    def words(self, span: Range) -> str:
        """The text of a range of tokens."""
        start, end = self.doc[span[0]], self.doc[span[1] - 1]
        return self.reading.report.text[start.idx : end.idx + len(end)]

    def is_stop(self, index: int) -> bool:
        """Whether the token ends a sentence outside quotations."""
        return self.doc[index].text in _STOPS and self.quotation_of[index] < 0


def open_page(reading: Reading, doc: Doc) -> Page:
    """Read paragraphs and quotations off the text and give every token its place in them."""
    text = reading.report.text
    paragraphs = find_paragraphs(text, tuple(block.span.start for block in reading.blocks))
    quotations = tuple(q for q in find_quotations(text, paragraphs) if q.inner_start < q.inner_end)
    offsets = [token.idx for token in doc]
    quotation_of = _holder(len(doc), [_tokens(offsets, q.start, q.end) for q in quotations])
    paragraph_of = _holder(len(doc), [_tokens(offsets, p.start, p.end) for p in paragraphs])
    ends, starts = _bounds(text, doc, quotations, quotation_of, paragraph_of)
    heads = [_tokens(offsets, m.head.start, m.head.end) for m in reading.mentions]
    quoted = tuple(_tokens(offsets, q.inner_start, q.inner_end) for q in quotations)
    return Page(
        reading=reading,
        doc=doc,
        offsets=tuple(offsets),
        paragraphs=paragraphs,
        quotations=quotations,
        quoted=quoted,
        quotation_of=quotation_of,
        paragraph_of=paragraph_of,
        ends=ends,
        starts=starts,
        sentence_of=_sentences(doc, offsets, reading.sentences),
        mention_of=_holder(len(doc), heads),
        named_of=_named(reading.mentions),
        heads=tuple(end - 1 if start < end else -1 for start, end in heads),
    )


def _closes(text: str, quotation: Quotation) -> bool:
    return text[quotation.inner_end - 1] in ".!?"


def _bounds(
    text: str, doc: Doc, quotations: tuple[Quotation, ...], quotation_of: tuple[int, ...], paragraph_of: tuple[int, ...]
) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Where sentences end and start: at stops outside quotations, at paragraphs, after a quotation that ends one."""
    ends: list[int] = []
    starts: list[int] = [0]
    for at in range(1, len(doc)):
        if paragraph_of[at] != paragraph_of[at - 1]:
            ends.append(at)
            starts.append(at)
            continue
        if quotation_of[at - 1] < 0 and doc[at - 1].text in _STOPS:
            starts.append(at)
        if quotation_of[at] < 0 and doc[at].text in _STOPS:
            ends.append(at)
            continue
        last = quotation_of[at - 1]
        if last >= 0 and quotation_of[at] != last and _closes(text, quotations[last]):
            title = doc[at].is_title
            if title or quotation_of[at] >= 0:
                ends.append(at)
            if title:
                starts.append(at)
    return tuple(ends), tuple(starts)


def _named(mentions: tuple[Mention, ...]) -> tuple[int, ...]:
    first: dict[str, int] = {}
    for index, mention in enumerate(mentions):
        if mention.form == "name" and mention.kind in SPEAKERS:
            first.setdefault(mention.entity, index)
    return tuple(first.get(mention.entity, -1) for mention in mentions)


def _tokens(offsets: list[int], start: int, end: int) -> Range:
    """The tokens that begin in a range of the text, and the one that it begins in the middle of."""
    first = bisect_right(offsets, start) - 1
    if first < 0 or offsets[first] != start:
        first += 1
    last = bisect_right(offsets, end - 1)
    return first, max(first, last)


def _holder(length: int, ranges: list[Range]) -> tuple[int, ...]:
    held = [-1] * length
    for index, (start, end) in enumerate(ranges):
        for at in range(start, min(end, length)):
            held[at] = index
    return tuple(held)


def _sentences(doc: Doc, offsets: list[int], spans: tuple[Span, ...]) -> tuple[Range, ...]:
    held: list[Range] = [(0, len(doc))] * len(doc)
    if spans:
        ranges = [_tokens(offsets, span.start, span.end) for span in spans]
    elif doc.has_annotation("SENT_START"):
        ranges = [(sentence.start, sentence.end) for sentence in doc.sents]
    else:
        ranges = []
    for start, end in ranges:
        for at in range(start, end):
            held[at] = (start, end)
    return tuple(held)


def trimmed(page: Page, span: Range) -> Range | None:
    """A range without white space and loose punctuation at its ends; None where nothing is left."""
    start, end = span
    while start < end and (page.doc[start].is_space or page.doc[start].text in _LOOSE):
        start += 1
    while end > start and (page.doc[end - 1].is_space or page.doc[end - 1].text in _LOOSE_END):
        end -= 1
    return (start, end) if start < end else None


_MARKS = {'"', "'", "“", "”", "‘", "’", "``", "''", "«", "»", "„", "\x93", "\x94"}
_LOOSE = {",", ".", ";", ":", "-", "–", "—", "--", ")", "!", "?", "…", "..."} | _MARKS
_LOOSE_END = {",", ";", ":", "-", "–", "—", "--", "(", "."} | _MARKS
