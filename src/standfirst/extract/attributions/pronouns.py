"""Whom does a pronoun speak for? The one source or subject just before it, unless the reading knows better.

Taken only if exactly one candidate remains. It errs towards leaving a pronoun open: where two people spoke in the
sentence before, neither is taken.
"""

from __future__ import annotations

from spacy.tokens import Token

from standfirst.extract.attributions.clauses import sentence_start
from standfirst.extract.attributions.draft import Draft, Speaker
from standfirst.extract.attributions.page import BETWEEN, Page
from standfirst.extract.attributions.surface import Source
from standfirst.extract.tree import SUBJECTS
from standfirst.lexicon.people import gender_of
from standfirst.lexicon.speakers import speaker_words
from standfirst.model.reading import Mention

#: What is done with those who then speak themselves.
_MEETS = frozenset("speak talk meet sit chat catch visit".split())
#: How many tokens back an antecedent is looked for.
_BACK = 400
_HE = {"he", "him", "himself", "his"}
_SHE = {"she", "her", "herself"}
_THEY = {"they", "them", "themselves", "their"}
_IT = {"it", "its"}
PRONOUNS = _HE | _SHE | _THEY | _IT | {"who", "i", "we"}


def speaker_of_pronoun(page: Page, source: Source, draft: Draft, earlier: tuple[tuple[Draft, Speaker], ...]) -> Speaker:
    """The speaker that a pronoun stands for: as the reading resolves it, else the one source or subject just before."""
    pronoun = page.doc[source.head].lower_
    words = page.words(source.span)
    near = _sources_near(page, draft, earlier)
    told_of = _told_of(page, draft, earlier) if pronoun in _HE | _SHE else frozenset[str]()
    fitting = [speaker for speaker in near if _fits(speaker, pronoun) and speaker.entity not in told_of]
    known = named_elsewhere(page, source.head)
    if known is not None and (known.entity in told_of or _is_other_gender(page, known, pronoun)):
        known = None
    if known is not None and (not fitting or _is_nearer(page, known, fitting, draft, earlier)):
        return _named_speaker(page, known, pronoun)
    if len(fitting) == 1 and not (pronoun in _THEY and _others_since(page, fitting[0], draft, earlier)):
        return fitting[0]
    if not fitting and known is None:
        subject = _one_subject(page, draft.at, pronoun)
        if subject is not None and subject.entity not in told_of:
            return subject
    return Speaker(
        entity=None, words=words, kind="unnamed", gender=_of_word(pronoun), person=pronoun not in _IT | _THEY
    )


def _told_of(page: Page, draft: Draft, earlier: tuple[tuple[Draft, Speaker], ...]) -> frozenset[str]:
    """Whom what is said names, who do not say it: "Quill never slept, |she| said" is not Quill's.

    Nobody calls themselves by their name and "she" in one sentence. Left out are a name that only owns something
    ("Quill's boat") and one who is told to speak there ("Quill said it sank, but was 'old,' she said"). It errs towards
    leaving a pronoun open: in "Hart must go," he said, Hart may have spoken of himself.
    """
    sources = {i for other, _ in earlier if other.source is not None for i in range(*other.source.span)}
    told = (i for span in draft.content for i in range(*span) if i not in sources and not _owns(page, i))
    named = (page.mention(i) for i in told)
    return frozenset(one.entity for one in named if one is not None and one.form == "name" and one.kind == "person")


def _owns(page: Page, at: int) -> bool:
    """Whether a name has a possessive after it."""
    mention = page.mention(at)
    if mention is None:
        return False
    return page.reading.report.text[mention.head.end : mention.head.end + 2] in ("'s", "’s", "s'", "s’")


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
    # who is only named in what the pronoun says is no one told of since
    own = {i for span in draft.content for i in range(*span)}
    for at in range(max(start, end - _BACK), end):
        mention = page.mention(at)
        if (
            at not in own
            and mention is not None
            and mention.entity == known.entity
            and mention.form == "name"
            and page.quotation_of[at] < 0
        ):
            return True
    return False


def _others_since(page: Page, speaker: Speaker, draft: Draft, earlier: tuple[tuple[Draft, Speaker], ...]) -> bool:
    """Whether others acted since somebody spoke, whom "they" may mean: "said police came. When they came, they found".

    Looked for outside quotations among the subjects between the speaker's cue and the pronoun's, and those with whom
    somebody spoke; those in the speaker's words count only where the sentence tells of "they" before it tells what they
    said.
    """
    last = max((other for other, who in earlier if who == speaker and other.at < draft.at), key=_place, default=None)
    if last is None:
        return False
    out = set(range(*last.source.span)) if last.source is not None else set[int]()
    doc, first = page.doc, draft.source.span[0] if draft.source is not None else draft.at
    if not any(
        doc[i].lower_ in _THEY and doc[i].dep_ in SUBJECTS for i in range(sentence_start(page, draft.at), first)
    ):
        out |= {i for span in last.content for i in range(*span)}
    return any(
        (doc[at].dep_ in SUBJECTS or _is_met(doc[at]))
        and doc[at].pos_ in ("NOUN", "PROPN")
        and at not in out
        and page.quotation_of[at] < 0
        and ("Plur" in doc[at].morph.get("Number", []) or doc[at].lower_ in speaker_words("body"))
        for at in range(last.at, draft.at)
    )


def _is_met(noun: Token) -> bool:
    """Whether somebody spoke or met with them: "the paper spoke with |relatives|. They said"."""
    met = noun.dep_ in ("obl", "iobj") and noun.head.lemma_.lower() in _MEETS
    return met and any(child.dep_ == "case" and child.lower_ in ("with", "to") for child in noun.children)


def _place(draft: Draft) -> int:
    return draft.at


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
    """Whether a pronoun is rather the one who was told: "a guard told |her| to run ... |she| said".

    Not the one of whom something is said: "a guard said |her| boat sank", "said |she| was late".
    """
    near = page.doc[other.at + 1 : min(other.at + 3, len(page.doc))]
    after = {token.lower_ for token in near if token.dep_ in ("obj", "iobj")}
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
    if speaker.kind == "none" or (speaker.words or "").lower() in PRONOUNS:
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
            acts = any(page.doc[i].dep_ in SUBJECTS for i, _ in named)
            if not alone or not acts or any(_is_other_gender(page, mention, pronoun) for _, mention in named):
                return None
            return _named_speaker(page, named[0][1], pronoun)
    return None


def _is_other_gender(page: Page, mention: Mention, pronoun: str) -> bool:
    """Whether a given name tells that a pronoun is not its bearer's: "Maria Quill was late. |He| said"."""
    words = page.reading.report.words(mention.head).split()
    told = gender_of(words[0]) if len(words) > 1 and mention.kind == "person" else None
    return told is not None and _of_word(pronoun) == {"f": "male", "m": "female"}.get(told)


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


def named_elsewhere(page: Page, head: int) -> Mention | None:
    """The named mention of the entity that a nominal or pronoun points to, where the reading has resolved it."""
    own = page.mention(head)
    if own is None or own.form == "name":
        return None
    named = page.named_of[page.mention_of[head]]
    return page.reading.mentions[named] if named >= 0 else None
