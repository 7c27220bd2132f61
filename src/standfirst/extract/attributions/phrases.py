"""Speech told without a verb of its own: "according to", "reportedly", "the claim that", "Minister: no plan"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from standfirst.extract.attributions.clauses import sentence_end, sentence_start
from standfirst.extract.attributions.cues import Cue, find_adverb_cues, find_noun_cues
from standfirst.extract.attributions.draft import Draft
from standfirst.extract.attributions.frames import is_finite
from standfirst.extract.attributions.indirect import mode_of
from standfirst.extract.attributions.page import SPEAKERS, Page, Range, trimmed
from standfirst.extract.attributions.sources import parsed_source, phrase
from standfirst.extract.attributions.surface import Source, surface_head
from standfirst.extract.tree import SUBJECTS, noun_phrase, subtree
from standfirst.lexicon.cues import verb_cues
from standfirst.lexicon.speakers import speaker_words

#: Longest source of "according to", in tokens.
_LONGEST = 30
#: Longest first line, in code points, that is taken for a headline.
_TITLE = 120
_HEADS = {"headline", "heading"}
_TELLERS = {
    "poll",
    "report",
    "study",
    "survey",
    "official",
    "officials",
    "police",
    "source",
    "sources",
    "experts",
    "minister",
}


def find_according(page: Page) -> tuple[Draft, ...]:
    """ "According to the office, it is shut": the source after it, and the rest of the sentence."""
    doc = page.doc
    return tuple(
        draft
        for token in doc[: max(len(doc) - 2, 0)]
        if token.lower_ == "according" and doc[token.i + 1].lower_ == "to" and page.quotation_of[token.i] < 0
        if not _is_within(page, token.i)
        for draft in _according(page, token.i)
    )


def _is_within(page: Page, at: int) -> bool:
    """Whether "according to" belongs to what somebody else is told to say: "she said it sank according to the rules".

    Only without a comma before it, and where a cue verb with its subject opens the sentence.
    """
    doc, first = page.doc, sentence_start(page, at)
    if doc[at - 1].is_punct:
        return False
    cue = next((i for i in range(first, at) if doc[i].pos_ in ("VERB", "AUX")), None)
    if cue is None or doc[cue].lower_ not in verb_cues():
        return False
    return any(child.dep_ in SUBJECTS and child.i < cue for child in doc[cue].children)


def _according(page: Page, at: int) -> Iterator[Draft]:
    first, last = sentence_start(page, at), sentence_end(page, at)
    source = _source_to(page, at + 2, last)
    if source is None:
        return
    opens = not any(page.doc[i].is_alpha and page.doc[i].lower_ not in ("and", "but") for i in range(first, at))
    end = source.span[1]
    content: list[Range] = []
    if opens or _clause_opens(page, at):
        rest = trimmed(page, (end, last))
        content = [rest] if rest is not None else []
    else:
        before, after = trimmed(page, (first, at)), None
        if end < last and page.doc[end].text == "," and is_finite(page, (end, last)) and not _new_clause(page, end + 1):
            after = trimmed(page, (end, last))
        content = [span for span in (before, after) if span is not None]
    if content and is_finite(page, (content[0][0], content[-1][1])):
        yield Draft(
            source=source,
            cue=(at, at + 2),
            at=at,
            content=tuple(content),
            mode=mode_of(page, tuple(content)),
            lemma="according to",
            kind="say",
        )


def _clause_opens(page: Page, at: int) -> bool:
    """Whether it opens a clause in the middle of a sentence: "it sank, and according to the crew it burned"."""
    return page.doc[at - 1].lower_ in ("and", "but", "that", ";")


def _new_clause(page: Page, at: int) -> bool:
    """Whether the token goes on in a clause of its own: "..., according to him, while others left"."""
    return at < len(page.doc) and page.doc[at].lower_ in ("while", "but", "which", "who", "although", "though", "with")


def _source_to(page: Page, start: int, last: int) -> Source | None:
    """The noun phrase that starts there: up to a comma, or to a verb, before which the parse tells where it ends."""
    doc = page.doc
    end = start
    while (
        end < last
        and end - start < _LONGEST
        and doc[end].text not in (",", ";", ":", "(")
        and page.quotation_of[end] < 0
    ):
        if doc[end].pos_ in ("VERB", "AUX") and doc[end].dep_ not in ("amod", "acl", "compound"):
            break
        end += 1
    stopped = end < last and doc[end].pos_ in ("VERB", "AUX")
    if stopped:
        parsed = next((doc[i] for i in range(start, end) if doc[i].head.i < start or doc[i].head.i >= end), None)
        found = phrase(page, parsed, start - 1) if parsed is not None else None
        if found is not None and found.span[0] <= start + 1:
            return Source(span=(start, found.span[1]), head=found.head)
    span = trimmed(page, (start, end))
    head = surface_head(page, span) if span is not None else None
    return Source(span=span, head=head) if span is not None and head is not None else None


def find_adverbs(page: Page) -> tuple[Draft, ...]:
    """ "He reportedly fled": the clause of the verb, with no source told."""
    drafts = []
    for cue in find_adverb_cues(page):
        token = page.doc[cue.at]
        head = token.head
        if head.i == token.i or head.pos_ not in ("VERB", "AUX", "ADJ", "NOUN"):
            continue
        start, end = subtree(head)
        first, last = sentence_start(page, cue.at), sentence_end(page, cue.at)
        content = _around_word(page, (max(start, first), min(end, last)), cue.at)
        if content and is_finite(page, (content[0][0], content[-1][1])):
            word = cue.words[0]
            drafts.append(
                Draft(
                    source=None,
                    cue=cue.span,
                    at=cue.at,
                    content=content,
                    mode=mode_of(page, content),
                    lemma=word.lemma,
                    kind=word.kind,
                    sourceless=True,
                )
            )
    return tuple(drafts)


def _around_word(page: Page, span: Range, at: int) -> tuple[Range, ...]:
    parts = (trimmed(page, (span[0], at)), trimmed(page, (at + 1, span[1])))
    return tuple(part for part in parts if part is not None)


#: Verbs whose subject makes the claim that is their object: "made the claim that"; "denied the claim that" does not.
_MAKES = frozenset(
    "make issue release voice express repeat give file raise offer have renew reiterate deliver publish post".split()
)


def find_nouns(page: Page) -> tuple[Draft, ...]:
    """ "The claim that it was safe", "her call for calm", "expressed hope that it ends"."""
    return tuple(draft for cue in find_noun_cues(page) for draft in _noun(page, cue))


def _noun(page: Page, cue: Cue) -> Iterator[Draft]:
    noun = page.doc[cue.at]
    for child in noun.children:
        if child.i < cue.at:
            continue
        words = {c.lower_ for c in child.children if c.i < child.i and c.dep_ in ("mark", "case")}
        pattern = "clause" if "that" in words else "infinitive" if "to" in words else "for" if "for" in words else ""
        word = cue.reading(pattern) if pattern else None
        if word is None or (pattern == "infinitive" and child.pos_ != "VERB"):
            continue
        end = min(subtree(child)[1], sentence_end(page, cue.at))
        content = trimmed(page, (child.left_edge.i, end))
        if content is None:
            continue
        span = cue.span
        if page.doc[content[0]].lower_ in ("that", "for", "of"):
            span = (span[0], content[0] + 1) if content[0] == span[1] and pattern == "for" else span
            content = trimmed(page, (content[0] + 1, content[1]))
        source = noun_source(page, noun)
        if content is None or source is None or (source.span[0] >= content[0] and source.span[1] <= content[1]):
            continue
        yield Draft(
            source=source,
            cue=span,
            at=cue.at,
            content=(content,),
            mode=mode_of(page, (content,)),
            stance=word.stance,
            lemma=word.lemma,
            kind=word.kind,
        )
        return


def noun_source(page: Page, noun: Token) -> Source | None:
    """Whose claim it is: the possessor, a phrase with "by", "from", "among", or the subject of "made the claim"."""
    for child in noun.children:
        if child.dep_ == "nmod:poss":
            start, end = noun_phrase(child)
            while end - 1 > start and page.doc[end - 1].lower_ in ("'s", "’s", "'", "’"):
                end -= 1
            return Source(span=(start, end), head=child.i)
        if child.dep_ in ("nmod", "obl") and any(c.lower_ in ("by", "from", "among") for c in child.children):
            return phrase(page, child, noun.i)
    if noun.dep_ == "obj" and noun.head.lemma_.lower() in _MAKES:
        verb = noun.head
        return parsed_source(page, Cue(at=verb.i, words=(), span=(verb.i, verb.i + 1)))
    return None


def find_headlines(page: Page) -> tuple[Draft, ...]:
    """ "Minister: no plan to leave" in a headline; a short phrase before the colon that names someone or a role.

    Errs towards missing: "Flood: what we know" has no one who speaks before its colon and gives nothing.
    """
    spans = [(b.span.start, b.span.end) for b in page.reading.blocks if b.kind in _HEADS]
    if not spans and len(page.paragraphs) > 1:
        title = page.paragraphs[0]
        spans = [(title.start, title.end)] if title.end - title.start <= _TITLE else []
    drafts = []
    for start, end in spans:
        first = page.token_at(start)
        if first < len(page.doc):
            drafts += _before_colon(page, first, page.token_at(end), "indirect")
    return tuple(drafts)


def find_transcripts(page: Page) -> tuple[Draft, ...]:
    """ "QUILL: We shall rebuild." as a paragraph of a transcript: a name in capitals, a colon, and what is said."""
    drafts = []
    for paragraph in page.paragraphs:
        first = page.token_at(paragraph.start)
        first += first < len(page.doc) and page.doc[first].is_quote
        if first < len(page.doc) and page.doc[first].is_upper and len(page.doc[first]) > 2:
            drafts += _before_colon(page, first, page.token_at(paragraph.end), "direct")
    return tuple(drafts)


def _before_colon(page: Page, first: int, end: int, mode: str) -> list[Draft]:
    """The draft of "NAME: words" in a range of tokens, if a name or a role of at most five tokens leads it."""
    doc = page.doc
    colon = next((i for i in range(first, min(first + 7, end)) if doc[i].text == ":"), None)
    if colon is None or colon == first or end - colon < 3:
        return []
    head = next((i for i in range(colon - 1, first - 1, -1) if _speaks(page, i) or mode == "direct"), None)
    content = trimmed(page, (colon + 1, end))
    capitals = all(doc[i].is_upper or doc[i].is_punct for i in range(first, colon))
    if head is None or content is None or (mode == "direct" and not capitals) or _is_label(page, head, colon):
        return []
    topic = next((i for i in range(head + 1, colon) if doc[i].lower_ == "on"), colon)
    source = Source(span=(first, topic), head=head)
    mode = mode_of(page, (content,)) if mode == "indirect" else mode
    return [Draft(source=source, cue=(colon, colon + 1), at=colon, content=(content,), mode=mode)]


def _is_label(page: Page, head: int, colon: int) -> bool:
    """Whether what stands before a colon only tells what follows, or is itself quoted: "LATEST UPDATE:", "'I ran':"."""
    quoted = page.quotation_of[head] >= 0 and page.quotation_of[colon] != page.quotation_of[head]
    return quoted or page.doc[head].lower_ in speaker_words("label")


def _speaks(page: Page, at: int) -> bool:
    mention = page.mention(at)
    if mention is not None:
        return mention.kind in SPEAKERS - {"place", "facility"} or mention.kind == "role"
    return page.doc[at].lower_ in _TELLERS
