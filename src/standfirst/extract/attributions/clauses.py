"""What does a cue govern? The clause, infinitive or phrase that it reports, read off the parse and mended by commas."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from itertools import pairwise

from spacy.tokens import Token

from standfirst.extract.attributions.cues import Cue
from standfirst.extract.attributions.frames import is_finite
from standfirst.extract.attributions.page import Page, Range, trimmed
from standfirst.extract.tree import SUBJECTS, noun_phrase, subtree
from standfirst.lexicon.cues import verb_cues

_CONTRASTS = {"while", "though", "although", "but", "even"}
_WH = {"who", "which", "whose", "where", "when", "while", "because", "although", "though", "to", "for", "of"}
_MODALS = frozenset({"would", "will", "could", "might", "may", "should", "must"})
#: Relative words that add something on whatever they follow.
_ADDING = {"which", "who", "whose"}
_ASKING = {"how", "why", "what", "whether", "if"}
_TELLING = {"told", "tells", "telling", "tell", "informed", "assured", "reminded", "advised", "warned"}
_HEARERS = frozenset(
    "reporters police journalists them him her us me viewers parliament lawmakers officers investigators detectives "
    "residents people everyone it".split()
)
_OUTLET_TAIL = {"newspaper", "radio", "television", "tv", "news", "magazine", "website"}
#: How many tokens after its cue a clause without a complementiser may begin when only the surface tells.
_GAP = 12
#: No sentence is followed further than so many tokens: bounds the work on a text without stops.
_LONGEST = 250


def clause_after(page: Page, cue: Cue) -> tuple[Range, ...]:
    """The clauses that a cue is followed by, one range each; empty where none follows.

    "said that it was shut and that two were hurt" gives two. Where the parse has no clause, a "that" after the cue, or
    a finite verb that follows it at once, tells where one starts, and it runs to the end of the sentence.
    """
    verb = page.doc[cue.at]
    limit = sentence_end(page, cue.at)
    for child in verb.children:
        if child.i > cue.at and child.dep_ in ("ccomp", "csubj") and child.i < limit:
            floor = _past_day(page, cue.span[1])
            found = list(_split(page, child, floor, _reach(page, verb, child, limit)))
            if found and _lost_subject(page, cue, child, (floor, found[0][0])):
                found[0] = (floor, found[0][1])
            return tuple(found)
    start = _surface_start(page, cue, limit)
    start = _past_day(page, start) if start is not None else None
    if start is None:
        return ()
    whole = trimmed(page, (start, without_relative(page, (start, cut_tail(page, (start, limit))))))
    return (whole,) if whole is not None else ()


def _lost_subject(page: Page, cue: Cue, clause: Token, gap: Range) -> bool:
    """Whether what stands between a cue and its clause is the clause's subject, which the parse hung elsewhere.

    "officials say |Sgt. Ada Fenn| was hurt": a clause with a helper and no subject, right behind a noun phrase. What
    is told to a hearer has one before it.
    """
    helpers = [child for child in clause.children if child.dep_ in ("aux", "aux:pass", "cop") and child.i < clause.i]
    if gap[0] >= gap[1] or page.doc[cue.at].lower_ in _TELLING or not helpers or helpers[0].i != gap[1]:
        return False
    words = page.doc[gap[0] : gap[1]]
    nominal = all(word.pos_ in ("PROPN", "NOUN", "ADJ", "DET", "NUM") for word in words)
    return nominal and words[-1].pos_ in ("PROPN", "NOUN") and "Inf" not in helpers[0].morph.get("VerbForm", [])


def without_relative(page: Page, span: Range) -> int:
    """The end of a content without a relative clause after its last comma: "said it had met the board|, which left".

    Who tells that, the source or the outlet, is open. It errs towards cutting; what has a quotation in it, a modal
    ("which would cost more") or a pronoun for its subject ("which she paid") goes on with what is said, and stays.
    """
    start, end = span
    for at in range(end - 2, start + 1, -1):
        token = page.doc[at]
        if page.quotation_of[at] >= 0 or (token.text == "," and page.doc[at + 1].lower_ not in _ADDING):
            return end
        if token.text == ",":
            added = page.doc[at + 2 : end]
            goes_on = any(one.lower_ in _MODALS or "Prs" in one.morph.get("PronType", []) for one in added[:2])
            return at if any(one.pos_ in ("VERB", "AUX") for one in added) and not goes_on else end
    return end


def _past_day(page: Page, start: int) -> int:
    """The first token past the day on which something is said: "said |on Wednesday| it had found a leak".

    It errs where the day is when it happened: "said on Wednesday two people had died".
    """
    doc = page.doc
    if start + 2 >= len(doc):
        return start
    at = start + (doc[start].lower_ in ("on", "late", "early"))
    timex = next((one for one in page.reading.timexes if one.span.start == doc[at].idx and one.type == "DATE"), None)
    end = page.token_at(timex.span.end) if timex is not None else start
    if end >= len(doc) or end == start:
        return start
    opens = doc[end].pos_ in ("DET", "PRON", "PROPN", "NOUN", "NUM", "ADJ") and doc[at].pos_ in ("PROPN", "NOUN")
    return end if opens and page.sentence_of[start][1] > end else start


def _reach(page: Page, verb: Token, clause: Token, limit: int) -> int:
    """How far what a cue reports reaches: over all that hangs on the cue, short of a second thing that its source does.

    "said it was late |and left|" and "said it was late|, adding that he knew|" are cut; an odd attachment is not.
    """
    end = min(verb.right_edge.i + 1, limit)
    for child in verb.children:
        start = child.left_edge.i
        if child.i <= clause.i or start <= clause.i:
            continue
        second = (child.dep_ == "conj" and not _is_modal(child)) or (
            child.dep_ == "advcl" and child.lower_.endswith("ing")
        )
        joined = page.doc[start - 1].text == "," or child.dep_ == "conj"
        if second and joined:
            end = min(end, start)
    return max(end, clause.i + 1)


def _is_modal(verb: Token) -> bool:
    """Whether a verb without a subject is rather said than done: "said they were tired |and did not wish to speak|".

    It is negated, has a modal, or is in the present where the cue is in the past.
    """
    words = {child.lower_ for child in verb.children if child.dep_ in ("aux", "advmod", "cop")}
    if words & {"is", "are", "has", "have"} and "Past" in verb.head.morph.get("Tense", []):
        return True
    return bool(words & ({"not", "n't", "n’t"} | _MODALS))


def _surface_start(page: Page, cue: Cue, limit: int) -> int | None:
    """Where a clause starts by the words alone: after "that", or at the cue's end if a finite verb soon follows."""
    doc = page.doc
    start = past_hearer(page, cue.span[1])
    for at in range(start, min(start + _GAP, limit)):
        if doc[at].lower_ == "that" and at + 1 < limit and (doc[at].pos_ == "SCONJ" or doc[at].dep_ == "mark"):
            return at + 1 if is_finite(page, (at + 1, limit)) else None
        verb = doc[at].pos_ in ("VERB", "AUX") and doc[at].dep_ not in ("acl", "amod")
        if verb or doc[at].text in (",", ":") or page.quotation_of[at] >= 0:
            break
    if cue.reading("quote") is None:
        return None
    if start < limit and _is_extracted(page, cue, start):
        return start
    if start < limit and doc[start].lower_ in _ASKING and is_finite(page, (start, limit)):
        return start
    subjects = {
        token.left_edge.i for token in doc[start:limit] if token.dep_ in SUBJECTS and token.left_edge.i >= start
    }
    for at in range(start, min(start + _GAP, limit)):
        token = doc[at]
        if at in subjects and is_finite(page, (at, limit)):
            return at
        if token.pos_ in ("VERB", "AUX", "PUNCT", "CCONJ") or token.lower_ in _WH or page.quotation_of[at] >= 0:
            break
    says = cue.lemma == "say" and start < limit and doc[start].pos_ in ("DET", "PRON", "PROPN", "NOUN", "NUM")
    return start if says and doc[start].lower_ not in _WH and is_finite(page, (start, limit)) else None


def _is_extracted(page: Page, cue: Cue, start: int) -> bool:
    """Whether a cue stands in a relative clause of what it reports: "the leak, which he |said| was small"."""
    doc = page.doc
    if "Fin" not in doc[start].morph.get("VerbForm", []):
        return False
    before = doc[max(cue.at - 8, 0) : cue.at]
    return any(token.lower_ in ("which", "who", "that") and token.head.i >= cue.at for token in before)


def _split(page: Page, head: Token, floor: int, limit: int) -> Iterator[Range]:
    """The clause of a head word, and each clause co-ordinated with it that has a subject or a "that" of its own."""
    start, end = subtree(head)
    mark = next((child.i for child in head.children if child.lower_ == "that" and child.i < head.i), None)
    start, end = past_hearer(page, max(start, floor) if mark is None else max(mark + 1, floor)), max(end, limit)
    parts = [child for child in head.children if child.dep_ == "conj" and _own_clause(child)]
    cuts = [start, *(max(part.left_edge.i, start) for part in parts if start < part.left_edge.i < end), end]
    for first, last in pairwise(cuts):
        found = trimmed(
            page, _without_joint(page, (first, without_relative(page, (first, cut_tail(page, (first, last))))))
        )
        if found is not None:
            yield found


def past_hearer(page: Page, start: int) -> int:
    """The first token past whoever is told, where that stands at `start`: "told |the Tide Post| the dam had burst"."""
    doc = page.doc
    if start >= len(doc) or start == 0 or doc[start - 1].lower_ not in _TELLING:
        return start
    at = start
    while at < len(doc) and doc[at].pos_ in ("DET", "ADJ") and at < start + 3:
        at += 1
    mention = page.mention(at) if at < len(doc) else None
    if mention is not None and mention.form == "name":
        while at < len(doc) and (page.mention(at) is mention or doc[at].lower_ in _OUTLET_TAIL):
            at += 1
            if at + 1 < len(doc) and doc[at].lower_ in ("'s", "’s") and doc[at + 1].pos_ == "PROPN":
                at += 1
                mention = page.mention(at)
        return at
    return at + 1 if at < len(doc) and doc[at].lower_ in _HEARERS else start


def _own_clause(verb: Token) -> bool:
    children = list(verb.children)
    return any(child.lower_ == "that" and child.dep_ == "mark" for child in children)


def _without_joint(page: Page, span: Range) -> Range:
    """The range without "and", "that" at its start and "and" at its end."""
    start, end = span
    while start < end and (page.doc[start].lower_ in ("and", "but", "or", ",", "that") and start + 1 < end):
        if page.doc[start].lower_ == "that" and page.doc[start].dep_ != "mark" and page.doc[start].pos_ != "SCONJ":
            break
        start += 1
    while end > start and page.doc[end - 1].lower_ in ("and", "but", "or", ","):
        end -= 1
    return start, end


def cut_tail(page: Page, span: Range) -> int:
    """The end of a content without what is not said in it: ", according to the agency", a carrier's frame."""
    start, end = span
    for at in range(start + 1, end - 1):
        if page.quotation_of[at] >= 0:
            continue
        word, following = page.doc[at].lower_, page.doc[at + 1].lower_
        if word == "according" and following == "to":
            return at
        if word == "," and following.endswith("ing") and following in verb_cues():
            return at
        if word in ("and", "but") and _is_second_telling(page, at + 1, start):
            return at
        if word == "," and following in _CONTRASTS and _has_cue(page, (at + 1, min(at + _GAP, end))):
            return at
    return end


def _is_second_telling(page: Page, at: int, start: int) -> bool:
    """Whether a finite verb that reports follows "and", which cannot go on with what is said.

    "called on him to leave |and said| it was late": an infinitive is not joined to a past tense.
    """
    at += page.doc[at].pos_ == "ADV"
    verb = page.doc[min(at, len(page.doc) - 1)]
    if verb.pos_ != "VERB" or verb.lower_ not in verb_cues() or "Fin" not in verb.morph.get("VerbForm", []):
        return False
    if any(child.dep_ in SUBJECTS for child in verb.children):
        return False
    above = verb.head if verb.dep_ == "conj" else None
    if above is None or above.i < start:
        return True
    return "Fin" not in above.morph.get("VerbForm", []) or above.morph.get("Tense", []) != verb.morph.get("Tense", [])


def _has_cue(page: Page, span: Range) -> bool:
    """Whether a range holds a verb that reports: what follows is then told by someone else, or of them."""
    return any(page.doc[i].lower_ in verb_cues() and page.doc[i].pos_ == "VERB" for i in range(*span))


def sentence_end(page: Page, at: int) -> int:
    """The end of the sentence that holds a token: a stop outside quotations, the end of the paragraph or a new one."""
    following = bisect_right(page.ends, at)
    return min(page.ends[following] if following < len(page.ends) else len(page.doc), at + _LONGEST)


def sentence_start(page: Page, at: int) -> int:
    """The start of the sentence that holds a token, as `sentence_end` finds ends."""
    before = bisect_right(page.starts, at)
    return max(page.starts[before - 1] if before else 0, at - _LONGEST)


def phrase_of(page: Page, token: Token) -> Range | None:
    """A noun phrase with everything that hangs on it, within its sentence."""
    start, end = noun_phrase(token, clauses=True, conjuncts=True)
    return trimmed(page, (start, min(end, sentence_end(page, token.i))))


def tail_from(page: Page, start: int, head: Token) -> Range | None:
    """From a token to the end of what hangs on a head word, within its sentence."""
    end = min(max(subtree(head)[1], start), sentence_end(page, head.i))
    return trimmed(page, (start, cut_tail(page, (start, end)))) if start < end else None
