"""Speech told in other words: what a cue verb governs, by the pattern that the lexicon gives it.

Narration is never an attribution: a verb is a cue only with a source and something that the source says. Patterns are
tried from the surest: words around the frame, a that-clause, an infinitive, a naming ("call it a mistake"), an object.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from spacy.tokens import Token

from standfirst.extract.attributions.clauses import clause_after, clause_around, phrase_of, sentence_end, tail_from
from standfirst.extract.attributions.cues import Cue, stance_of
from standfirst.extract.attributions.draft import Draft
from standfirst.extract.attributions.frames import is_finite
from standfirst.extract.attributions.page import Page, Range, trimmed
from standfirst.extract.attributions.sources import fuller, parsed_source, source_of
from standfirst.extract.attributions.surface import Source, frame_start, is_phrase, source_after, source_before
from standfirst.extract.tree import negation
from standfirst.lexicon.cues import CueWord, verb_cues

#: What may be said to someone: kinds of cue whose object alone is no content ("told the crowd").
_BARE = {"say", "believe", "claim", "carry", "intend", "ask"}
#: Passives that tell what is to come in the outlet's own voice: "is expected to recover".
_HOPED = {"expect", "hope", "anticipate"}
_IMPERSONAL = {"it", "there"}
#: Subjects that only a quotation speaks for.
_TOLD = {
    "name",
    "names",
    "identity",
    "detail",
    "details",
    "figure",
    "figures",
    "result",
    "results",
    "finding",
    "findings",
}
_ANONYMOUS = {"named", "identified", "quoted"}
_RELATIVES = {"who", "which", "that"}
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
    for pattern in (_infinitive, _naming, _object, _information):
        found = pattern(page, cue)
        if found is not None:
            word, content = found
            if source is not None or (cue.passive and pattern is _infinitive):
                lead = _passive_subject(page, cue) if pattern is _infinitive else ()
                yield _draft(page, cue, source, (*lead, content), word)
            return


def _declined(page: Page, cue: Cue) -> bool:
    """Whether the verb is what somebody declines to do ("refused to say whether"): nothing is said then."""
    verb = page.doc[cue.at]
    words = verb_cues().get(verb.head.lower_, ())
    return verb.dep_ == "xcomp" and verb.head != verb and any(word.stance == "declines" for word in words)


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
        if after is not None and after.span[0] == cue.span[1] and page.doc[after.head].lower_ != "that":
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


def _infinitive(page: Page, cue: Cue) -> tuple[CueWord, Range] | None:
    """ "vowed to rebuild", "asked the firm to leave", "is said to be safe"."""
    told = cue.reading("clause") if cue.passive and cue.lemma not in _HOPED else None
    word = cue.reading("infinitive") or told
    if word is None:
        return None
    for child in page.doc[cue.at].children:
        if child.dep_ not in ("xcomp", "ccomp", "advcl") or child.i < cue.at:
            continue
        mark = next((c for c in child.children if c.lower_ == "to" and c.i < child.i), None)
        if mark is not None and child.lower_ in _ANONYMOUS and negation(child) is not None:
            return None  # "who asked not to be named" says nothing of the story
        if mark is not None:
            content = tail_from(page, _person_start(page, cue, mark), child)
            return (word, content) if content is not None else None
    return None


def _passive_subject(page: Page, cue: Cue) -> tuple[Range, ...]:
    """Of whom a passive tells an infinitive: "|ten| are believed to be missing" """
    subject = next((c for c in page.doc[cue.at].children if c.dep_ == "nsubj:pass" and c.i < cue.at), None)
    if subject is not None and subject.lower_ in _RELATIVES:
        return ()
    content = phrase_of(page, subject) if subject is not None and cue.passive else None
    return (content,) if content is not None and content[1] <= cue.span[0] else ()


def _person_start(page: Page, cue: Cue, mark: Token) -> int:
    """Where the content of an infinitive starts: with the one who is asked, if there is one."""
    person = next((c for c in page.doc[cue.at].children if c.dep_ in ("obj", "iobj") and cue.at < c.i < mark.i), None)
    negation = [c.i for c in mark.head.children if c.lower_ in ("not", "never") and c.i == mark.i - 1]
    return person.left_edge.i if person is not None else min([mark.i, *negation])


def _naming(page: Page, cue: Cue) -> tuple[CueWord, Range] | None:
    """ "called the plan a mistake", "labelled it as theft", "accused him of fraud", "called for calm"."""
    verb = page.doc[cue.at]
    limit = sentence_end(page, cue.at)
    named = next((c for c in verb.children if c.dep_ in ("obj", "iobj", "nsubj") and c.i > cue.at), None)
    for pattern, prepositions in (("as", ("as",)), ("of", ("of", "for", "with")), ("for", ("for", "on"))):
        word = cue.reading(pattern)
        if word is None:
            continue
        for child in verb.children:
            joint = next((c for c in child.children if c.lower_ in prepositions and c.i < child.i), None)
            phoned = pattern == "for" and named is not None
            if child.i > cue.at and joint is not None and child.i < limit and not phoned:
                start = named.left_edge.i if named is not None and named.i < child.i else joint.i + (pattern == "for")
                content = tail_from(page, start, verb if joint.lower_ == "on" else child)
                return (word, content) if content is not None else None
        if pattern == "as" and named is not None:
            return _named_so(page, word, verb, named)
        if pattern == "of" and named is not None:
            content = tail_from(page, named.left_edge.i, named)
            return (word, content) if content is not None else None
    return None


def _named_so(page: Page, word: CueWord, verb: Token, named: Token) -> tuple[CueWord, Range] | None:
    """ "called the plan a mistake": the object and what it is called; None where it is called nothing."""
    for child in verb.children:
        if child.i > named.i and (
            child.dep_ == "xcomp" or (child.dep_ == "obj" and named.right_edge.i + 1 == child.left_edge.i)
        ):
            content = tail_from(page, named.left_edge.i, child)
            return (word, content) if content is not None else None
    return None


def _object(page: Page, cue: Cue) -> tuple[CueWord, Range] | None:
    """ "denied responsibility", "announced its departure"; for a passive, the subject: "the toll was confirmed by"."""
    word = cue.reading("object") or (cue.reading("clause") if cue.reading("gerund") else None)
    if word is None or word.kind in _BARE:
        word = next((w for w in cue.words if "object" in w.patterns and w.kind not in {"carry"}), None)
    if word is None:
        return None
    wanted = ("nsubj:pass",) if cue.passive else ("obj", "xcomp")
    for child in page.doc[cue.at].children:
        if child.dep_ in wanted and child.lower_ not in _IMPERSONAL | {"who", "which", "that"}:
            content = phrase_of(page, child)
            if content is not None and (content[1] - content[0] >= 2 or word.stance == "denies"):
                return word, _with_phrase_after(page, cue, content)
    return None


def _with_phrase_after(page: Page, cue: Cue, content: Range) -> Range:
    """The object with a phrase right after it that the parse hung on the verb: "responsibility |for the attack|"."""
    for child in page.doc[cue.at].children:
        if (
            child.dep_ == "obl"
            and child.left_edge.i == content[1]
            and page.doc[content[1]].lower_ in ("for", "in", "of")
        ):
            return content[0], min(child.right_edge.i + 1, sentence_end(page, cue.at))
    return content


def _information(page: Page, cue: Cue) -> tuple[CueWord, Range] | None:
    """ "released the name of the driver": an object that is something told."""
    word = cue.reading("information")
    child = next((c for c in page.doc[cue.at].children if c.dep_ == "obj" and c.lemma_.lower() in _TOLD), None)
    content = phrase_of(page, child) if word is not None and child is not None and not cue.passive else None
    return (word, content) if word is not None and content is not None else None


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
