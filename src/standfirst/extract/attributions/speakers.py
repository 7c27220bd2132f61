"""Who is it that speaks? The entity of a source's words where the text settles it, and else the words.

Resolved only if exactly one candidate remains; unresolved is a good answer. An unnamed source stays unnamed: "a
spokesman for the ministry" is not the ministry, and "he" after "a senior official said" is that official.
"""

from __future__ import annotations

from dataclasses import dataclass

from standfirst.extract.attributions.clauses import sentence_start
from standfirst.extract.attributions.draft import Draft
from standfirst.extract.attributions.page import BETWEEN, SPEAKERS, Page, Range
from standfirst.extract.attributions.sources import Source
from standfirst.extract.tree import SUBJECTS
from standfirst.lexicon.media import is_outlet_name, is_outlet_noun
from standfirst.lexicon.people import gender_of
from standfirst.lexicon.speakers import speaker_words
from standfirst.model.reading import Mention

#: How many tokens back an antecedent is looked for.
_BACK = 400
_HE = {"he", "him", "himself", "his"}
_SHE = {"she", "her", "herself"}
_THEY = {"they", "them", "themselves", "their"}
_IT = {"it", "its"}
_PRONOUNS = _HE | _SHE | _THEY | _IT | {"who", "i", "we"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """What is known of who speaks."""

    #: Entity id, only where the text settles a named one.
    entity: str | None
    #: The words for the speaker; for a pronoun, its antecedent's where known.
    words: str | None
    #: named | role | body | document | unnamed | media | none.
    kind: str
    #: male | female | plural | "".
    gender: str = ""
    #: True for a person, False for a body or document, None where it is not known.
    person: bool | None = None


NOBODY = Speaker(entity=None, words=None, kind="none")


def speaker_of(page: Page, draft: Draft, earlier: tuple[tuple[Draft, Speaker], ...]) -> Speaker:
    """The speaker of a draft. `earlier` are the drafts before it in the text with their speakers, the last one last."""
    if draft.carried and draft.of is not None:
        found = next((speaker for other, speaker in reversed(earlier) if other.at == draft.of), None)
        if found is not None:
            return found
    source = draft.source
    if source is None:
        return NOBODY
    head = page.doc[source.head]
    if head.lower_ in _PRONOUNS:
        return _of_pronoun(page, source, draft, earlier)
    named = named_in(page, source)
    words = page.words(source.span)
    if named is not None:
        kind = "media" if is_outlet_name(page.reading.report.words(named.span)) else "named"
        return Speaker(
            entity=named.entity, words=words, kind=kind, gender=_gender(page, source), person=named.kind == "person"
        )
    known = _named_elsewhere(page, source.head)
    if known is not None:
        return Speaker(
            entity=known.entity, words=words, kind="named", gender=_gender(page, source), person=known.kind == "person"
        )
    return Speaker(
        entity=None, words=words, kind=_kind(page, source), gender=_gender(page, source), person=_person(page, source)
    )


def named_in(page: Page, source: Source) -> Mention | None:
    """The named mention that is the source's head, or stands in apposition to it: "his father, Jon Hart"."""
    own = page.mention(source.head)
    start, end = source.span
    if _several(page, source):
        return None
    if own is not None and own.form == "name" and own.kind in SPEAKERS and _is_head(page, own, end):
        return own
    for at in range(start, end):
        token = page.doc[at]
        mention = page.mention(at)
        if token.lower_ in ("who", "which", "of", "for", "from", "at", "in", "with") and at > source.head:
            break
        if mention is None or mention.form != "name" or mention.kind != "person" or not _is_head(page, mention, end):
            continue
        if at > source.head and _apposed(page, source.head, at, mention):
            return mention
    return None


def _apposed(page: Page, head: int, at: int, mention: Mention) -> bool:
    """Whether only a comma or nothing stands between a role and a name: "police chief Jon Hart", "his aunt, Dora"."""
    between = [page.doc[i] for i in range(head + 1, at) if not mention.span.start <= page.doc[i].idx < mention.span.end]
    return all(token.text == "," or token.pos_ in ("NOUN", "PROPN", "ADJ") for token in between) and len(between) <= 4


def _is_head(page: Page, mention: Mention, end: int) -> bool:
    """Whether a name is not merely a modifier or possessor: "Hart's lawyer", "Hart officials" are not Hart."""
    tokens = [t.i for t in page.doc.char_span(mention.span.start, mention.span.end, alignment_mode="expand") or ()]
    after = tokens[-1] + 1 if tokens else end
    if after >= end:
        return True
    token = page.doc[after]
    if token.lower_ in ("'s", "’s", "'", "’"):
        return False
    return token.pos_ not in ("NOUN", "PROPN") or (
        page.mention(after) is None and token.dep_ in ("nmod:tmod", "obl:tmod")
    )


def _several(page: Page, source: Source) -> bool:
    """Whether the source is more than one: "his brother and officials"."""
    return any(
        child.dep_ == "conj" and source.span[0] <= child.i < source.span[1] and _joins(page, source.head, child.i)
        for child in page.doc[source.head].children
    )


def _joins(page: Page, first: int, last: int) -> bool:
    joints = [i for i in range(first + 1, last) if page.doc[i].lower_ in ("and", "or", "&")]
    return bool(joints) and not any(page.doc[i].text == "," for i in range(first, joints[0]))


def _named_elsewhere(page: Page, head: int) -> Mention | None:
    """The named mention of the entity that a nominal or pronoun points to, where the reading has resolved it."""
    own = page.mention(head)
    if own is None or own.form == "name":
        return None
    named = page.named_of[page.mention_of[head]]
    return page.reading.mentions[named] if named >= 0 else None


def _of_pronoun(page: Page, source: Source, draft: Draft, earlier: tuple[tuple[Draft, Speaker], ...]) -> Speaker:
    """The speaker that a pronoun stands for: as the reading resolves it, else the one source or subject just before."""
    pronoun = page.doc[source.head].lower_
    words = page.words(source.span)
    near = _sources_near(page, draft, earlier)
    fitting = [speaker for speaker in near if _fits(speaker, pronoun)]
    known = _named_elsewhere(page, source.head)
    if known is not None and (not fitting or _is_nearer(page, known, fitting, draft, earlier)):
        return _named_speaker(page, known, pronoun)
    if len(fitting) == 1:
        return fitting[0]
    if not fitting and known is None:
        subject = _one_subject(page, draft.at, pronoun)
        if subject is not None:
            return subject
    return Speaker(
        entity=None, words=words, kind="unnamed", gender=_of_word(pronoun), person=pronoun not in _IT | _THEY
    )


def _is_nearer(
    page: Page,
    known: Mention,
    fitting: list[Speaker],
    draft: Draft,
    earlier: tuple[tuple[Draft, Speaker], ...],
) -> bool:
    """Whether the one whom the reading takes a pronoun for is among the sources just before, or told of since."""
    if any(speaker.entity == known.entity for speaker in fitting):
        return True
    after = max((other.at for other, speaker in earlier if speaker in fitting and other.at < draft.at), default=0)
    start, end = page.sentence_of[after][1], draft.at
    for at in range(max(start, end - _BACK), end):
        mention = page.mention(at)
        if (
            mention is not None
            and mention.entity == known.entity
            and mention.form == "name"
            and page.quotation_of[at] < 0
        ):
            return True
    return False


def _sources_near(page: Page, draft: Draft, earlier: tuple[tuple[Draft, Speaker], ...]) -> list[Speaker]:
    """The distinct sources of the nearest sentence before the cue that has any, not more than a paragraph back."""
    line = page.paragraph_of[draft.at]
    nearest: int | None = None
    found: list[Speaker] = []
    for other, speaker in reversed(earlier):
        if other.at >= draft.at or speaker.words is None or speaker.kind == "none" or other.at == draft.of:
            continue
        sentence = sentence_start(page, other.at)
        if nearest is None and _lines_between(page, page.paragraph_of[other.at], line) <= 1:
            nearest = sentence
        if sentence != nearest:
            break
        if not any(_same(speaker, known) for known in found) and not _hears(page, other, draft):
            found.append(speaker)
    return found


def _hears(page: Page, other: Draft, draft: Draft) -> bool:
    """Whether a pronoun is rather the one who was told: "a guard told |her| to run ... |she| said"."""
    after = {page.doc[i].lower_ for i in range(other.at + 1, min(other.at + 3, len(page.doc)))}
    pronoun = page.doc[draft.source.head].lower_ if draft.source is not None else ""
    return bool(after & _SHE and pronoun in _SHE) or bool(after & _HE and pronoun in _HE)


def _lines_between(page: Page, first: int, last: int) -> int:
    """How many paragraphs lie between two, captions and the like not counted, the last one counted."""
    count = 0
    for line in range(first + 1, last + 1):
        block = page.reading.block_at(page.paragraphs[line].start)
        count += block is None or block.kind not in BETWEEN
    return count


def _same(one: Speaker, other: Speaker) -> bool:
    if one.entity is not None or other.entity is not None:
        return one.entity == other.entity
    return (one.words or "").casefold() == (other.words or "").casefold()


def _fits(speaker: Speaker, pronoun: str) -> bool:
    if speaker.kind == "none" or (speaker.words or "").lower() in _PRONOUNS:
        return False
    if pronoun in _THEY:
        return speaker.gender == "plural" or speaker.person is False
    if pronoun in _IT:
        return speaker.person is False and speaker.gender not in ("plural", "male", "female")
    if speaker.person is False or speaker.gender == "plural":
        return False
    return speaker.gender in ("", _of_word(pronoun))


def _one_subject(page: Page, at: int, pronoun: str) -> Speaker | None:
    """The one person named before, in this paragraph or else the one before it, who is a subject there."""
    line = page.paragraph_of[at]
    if pronoun in _THEY or pronoun in _IT or line < 0:
        return None
    for back in (line, line - 1):
        start = page.token_at(page.paragraphs[back].start) if back >= 0 else at
        end = min(at, page.token_at(page.paragraphs[back].end)) if back >= 0 else at
        named = [
            (i, mention)
            for i in range(max(start, at - _BACK), end)
            if page.quotation_of[i] < 0 and (mention := page.mention(i)) is not None
            if mention.form == "name" and mention.kind == "person"
        ]
        if named:
            alone = len({mention.entity for _, mention in named}) == 1
            if not alone or not any(page.doc[i].dep_ in SUBJECTS for i, _ in named):
                return None
            return _named_speaker(page, named[0][1], pronoun)
    return None


def _named_speaker(page: Page, mention: Mention, pronoun: str) -> Speaker:
    return Speaker(
        entity=mention.entity,
        words=page.reading.report.words(mention.span),
        kind="named",
        gender=_of_word(pronoun),
        person=mention.kind == "person",
    )


def _of_word(word: str) -> str:
    return "male" if word in _HE else "female" if word in _SHE else "plural" if word in _THEY else ""


def _gender(page: Page, source: Source) -> str:
    """The gender that a source's title, role or given name tells, "plural" for several, "" where nothing does."""
    words = {page.doc[i].lower_.strip(".") for i in range(*_core(page, source))}
    if words & speaker_words("female"):
        return "female"
    if words & speaker_words("male"):
        return "male"
    head = page.doc[source.head]
    named = page.named_of[page.mention_of[source.head]] if page.mention_of[source.head] >= 0 else -1
    if named >= 0 and page.reading.mentions[named].kind == "person":
        given = page.reading.report.words(page.reading.mentions[named].head).split()
        told = gender_of(given[0]) if len(given) > 1 else None
        return {"f": "female", "m": "male"}.get(told or "", "")
    return "plural" if "Plur" in head.morph.get("Number", []) or _several(page, source) else ""


def _core(page: Page, source: Source) -> Range:
    """The phrase up to its first preposition; a title that stands before the name is in it."""
    start, end = source.span
    start = max(0, start - 1) if start and page.doc[start - 1].lower_.strip(".") in ("mr", "mrs", "ms") else start
    stop = next((i for i in range(source.head, end) if page.doc[i].pos_ == "ADP"), end)
    return start, max(stop, source.head + 1)


def _person(page: Page, source: Source) -> bool | None:
    head = page.doc[source.head]
    if head.lemma_.lower() in speaker_words("body") | speaker_words("document") or head.lower_ in speaker_words(
        "body"
    ) | speaker_words("document"):
        return False
    mention = page.mention(source.head)
    if mention is not None and mention.kind in ("person", "role"):
        return True
    return None if mention is None else mention.kind == "person"


def _kind(page: Page, source: Source) -> str:
    head = page.doc[source.head]
    words = {head.lower_, head.lemma_.lower()}
    if words & speaker_words("document"):
        return "document"
    if any(is_outlet_noun(word) for word in words) or is_outlet_name(page.words(source.span)):
        return "media"
    if words & speaker_words("body"):
        return "body"
    definite = page.doc[source.span[0]].lower_ in ("the", "his", "her", "their", "its")
    return "role" if definite and "Plur" not in head.morph.get("Number", []) else "unnamed"
