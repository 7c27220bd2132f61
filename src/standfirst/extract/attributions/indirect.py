"""Speech told in other words: what a cue verb governs, by the pattern that the lexicon gives it.

Narration is never an attribution: a verb is a cue only with a source and something that the source says. Patterns are
tried from the surest: words around the frame, a that-clause, an infinitive, a naming ("call it a mistake"), an object.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from standfirst.extract.attributions.around import clause_around
from standfirst.extract.attributions.clauses import clause_after
from standfirst.extract.attributions.cues import Cue, stance_of
from standfirst.extract.attributions.draft import Draft
from standfirst.extract.attributions.frames import is_finite
from standfirst.extract.attributions.governed import (
    infinitive,
    information,
    naming,
    objected,
    passive_subject,
    small_clause,
)
from standfirst.extract.attributions.page import Page, Range, trimmed
from standfirst.extract.attributions.sources import fuller, parsed_source, source_of
from standfirst.extract.attributions.surface import Source, frame_start, is_phrase, source_after, source_before
from standfirst.lexicon.cues import CueWord, verb_cues
from standfirst.lexicon.speakers import speaker_words

_IMPERSONAL = {"it", "there"}
_INNER = {"i", "we", "you", "me", "us"}


def find_indirect(page: Page, cues: Mapping[int, Cue]) -> tuple[Draft, ...]:
    """Indirect and partly quoted speech of the cue verbs that no quotation has used up."""
    return tuple(draft for cue in cues.values() for draft in _of(page, cue))


def _of(page: Page, cue: Cue) -> Iterator[Draft]:
    if _declined(page, cue):
        return
    source = source_of(page, cue)
    around, framing = _around(page, cue, source)
    if around:
        yield _draft(page, cue, framing, around, cue.reading("clause"))
        return
    if source is not None and page.doc[source.head].lower_ in _INNER and page.doc[source.head].text != "US":
        return
    word = cue.reading("clause")
    if word is not None:
        clauses = tuple(clause for clause in clause_after(page, cue) if is_finite(page, clause))
        if clauses and not (cue.passive and word.kind == "carry"):
            impersonal = source is None or page.doc[source.head].lower_ in _IMPERSONAL or _is_passive_subject(page, cue)
            if source is not None or (cue.passive and _expletive(page, cue)):
                for clause in clauses:
                    yield _draft(page, cue, None if impersonal and cue.passive else source, (clause,), word)
                return
    document = source is not None and page.doc[source.head].lemma_.lower() in speaker_words("document")
    for pattern in (infinitive, naming, objected, information, *([small_clause] if document else [])):
        found = pattern(page, cue)
        if found is not None:
            word, content = found
            if source is not None or (cue.passive and pattern is infinitive and word.kind != "ask"):
                lead = passive_subject(page, cue) if pattern is infinitive else ()
                yield _draft(page, cue, source, (*lead, content), word)
            return


#: What one does before something that one does not say, and what one is not: "hesitated to call", "not ready to call".
_HELD_BACK = frozenset("hesitate hesitant reluctant unwilling unable loath wary avoid".split())
_READY = frozenset("ready willing prepared able going comfortable".split())


def _declined(page: Page, cue: Cue) -> bool:
    """Whether it is what somebody declines or is not ready to do: in "refused to say whether" nothing is said."""
    verb = page.doc[cue.at]
    above = verb.head
    if verb.dep_ not in ("xcomp", "advcl", "ccomp") or above == verb:
        return False
    held_back = above.lemma_.lower() in _HELD_BACK
    not_ready = above.lower_ in _READY and any(
        child.lower_ in ("not", "n't", "n’t", "never") for child in above.children
    )
    declined = verb.dep_ == "xcomp" and any(word.stance == "declines" for word in verb_cues().get(above.lower_, ()))
    return held_back or not_ready or declined


def _is_passive_subject(page: Page, cue: Cue) -> bool:
    """Whether the verb is passive and names no agent: "it was reported that"."""
    return cue.passive and parsed_source(page, cue) is None


def _expletive(page: Page, cue: Cue) -> bool:
    """Whether "it" stands before a passive for the clause after it: "it was reported that"."""
    return any(child.lower_ == "it" and child.i < cue.at for child in page.doc[cue.at].children)


def _around(page: Page, cue: Cue, source: Source | None) -> tuple[tuple[Range, ...], Source | None]:
    """Content before or around a frame, with the source that stands in the frame."""
    if cue.passive or cue.is_participle(page) or cue.reading("clause") is None or cue.reading("quote") is None:
        return (), None
    candidates = []
    start = frame_start(page, cue)
    if start == cue.span[0]:
        after = source_after(page, cue)
        inverted = source is None or source.head > cue.at or not _adjacent(page, cue, source)
        if after is not None and inverted and after.span[0] == cue.span[1] and page.doc[after.head].lower_ != "that":
            candidates.append(fuller(page, cue, after))
    else:
        before = source_before(page, cue, start)
        candidates += [fuller(page, cue, before)] if before is not None and is_phrase(page, before) else []
    if source is not None and _adjacent(page, cue, source):
        candidates.append(source)
    for candidate in candidates:
        content = clause_around(page, cue, candidate)
        if content:
            return content, candidate
    return (), None


def _adjacent(page: Page, cue: Cue, source: Source) -> bool:
    """Whether only helpers, adverbs or an apposition's comma stand between source and cue."""
    start, end = source.span
    between = range(end, cue.span[0]) if end <= cue.at else range(cue.span[1], start)
    return all(page.doc[i].pos_ in ("ADV", "AUX", "PUNCT", "PART") for i in between)


def _draft(page: Page, cue: Cue, source: Source | None, content: tuple[Range, ...], word: CueWord | None) -> Draft:
    word = word or cue.words[0]
    start, end = cue.span
    if end < len(page.doc) and content[0][0] == end + 1 and page.doc[end].lower_ in ("for", "on", "of"):
        end += 1
    return Draft(
        source=source,
        cue=(start, end),
        at=cue.at,
        content=_without(page, content, source, cue),
        mode=mode_of(page, content),
        stance=stance_of(cue, word),
        lemma=word.lemma,
        kind=word.kind,
        sourceless=source is None,
    )


def _without(page: Page, content: tuple[Range, ...], source: Source | None, cue: Cue) -> tuple[Range, ...]:
    """The content without its own source and cue, where the parse has put them inside."""
    holes = [cue.span, *([source.span] if source is not None else [])]
    parts: list[Range] = []
    for start, end in content:
        inside = sorted(hole for hole in holes if start < hole[1] and hole[0] < end)
        at = start
        for first, last in inside:
            if at < first:
                parts.append((at, first))
            at = max(at, last)
        if at < end:
            parts.append((at, end))
    kept = [span for span in (trimmed(page, part) for part in parts) if span is not None]
    return tuple(kept) or content


def mode_of(page: Page, content: tuple[Range, ...]) -> str:
    """direct where all of it is quoted, mixed where a part is, else indirect."""
    words = [i for span in content for i in range(*span) if not page.doc[i].is_punct]
    quoted = sum(page.quotation_of[i] >= 0 for i in words)
    return "indirect" if not quoted else "direct" if quoted == len(words) else "mixed"
