"""Who is it that speaks? The entity of a source's words where the text settles it, and else the words.

Resolved only if exactly one candidate remains; unresolved is a good answer. An unnamed source stays unnamed: "a
spokesman for the ministry" is not the ministry, and "he" after "a senior official said" is that official.
"""

from __future__ import annotations

from standfirst.extract.attributions.draft import NOBODY, Draft, Speaker
from standfirst.extract.attributions.page import SPEAKERS, Page, Range
from standfirst.extract.attributions.pronouns import PRONOUNS, named_elsewhere, speaker_of_pronoun
from standfirst.extract.attributions.surface import Source
from standfirst.lexicon.media import is_outlet_name, is_outlet_noun
from standfirst.lexicon.people import gender_of
from standfirst.lexicon.speakers import speaker_words
from standfirst.model.reading import Mention

#: Words of too many bodies to tell one by.
_SHARED = {
    "government",
    "police",
    "department",
    "office",
    "court",
    "ministry",
    "agency",
    "party",
    "news",
    "times",
    "post",
}
#: Letters that a word needs to tell a body by, and how many mentions of a report are looked through for it.
_TELLING, _MENTIONS = 5, 2000


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
    if head.lower_ in PRONOUNS:
        return speaker_of_pronoun(page, source, draft, earlier)
    named = named_in(page, source)
    words = page.words(source.span)
    if named is not None:
        kind = "media" if is_outlet_name(page.reading.report.words(named.span)) else "named"
        return Speaker(
            entity=named.entity, words=words, kind=kind, gender=_gender(page, source), person=named.kind == "person"
        )
    known = named_elsewhere(page, source.head) or _named_by_last_word(page, source)
    if known is not None and not _several(page, source):
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
        if token.lower_ in ("who", "which", "of", "for", "from", "at", "in", "with") and at > _last_of(
            page, source.head
        ):
            break
        if mention is None or mention.form != "name" or mention.kind != "person" or not _is_head(page, mention, end):
            continue
        if at > source.head and _apposed(page, source.head, at, mention):
            return mention
    return None


def _named_by_last_word(page: Page, source: Source) -> Mention | None:
    """The one body or facility of the report whose name ends in the word: "the shipyard" for Cape Hope Shipyard.

    Not for words that many bodies share ("the government"). It errs where an unnamed one of the same sort is meant.
    """
    start, end = source.span
    word = page.doc[source.head].lower_
    if page.doc[start].lower_ != "the" or end - start != 2 or word in _SHARED or len(word) < _TELLING:
        return None
    found: dict[str, Mention] = {}
    for mention in page.reading.mentions[:_MENTIONS]:
        if mention.form == "name" and mention.kind in ("organisation", "facility"):
            name = page.reading.report.words(mention.head).split()
            if len(name) > 1 and name[-1].lower() == word:
                found.setdefault(mention.entity, mention)
    return next(iter(found.values())) if len(found) == 1 else None


def _apposed(page: Page, head: int, at: int, mention: Mention) -> bool:
    """Whether nothing but a comma or "named" parts a role and a name: "police chief Jon Hart", "a mate named Dora"."""
    between = [
        page.doc[i]
        for i in range(_last_of(page, head) + 1, at)
        if not mention.span.start <= page.doc[i].idx < mention.span.end
    ]
    joint = (token.lower_ in (",", "named", "called") or token.pos_ in ("NOUN", "PROPN", "ADJ") for token in between)
    return all(joint) and len(between) <= 4


def _last_of(page: Page, head: int) -> int:
    """The last token of a word with hyphens: "sister-in-|law|"."""
    while head + 2 < len(page.doc) and page.doc[head + 1].text == "-":
        head += 2
    return head


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
    return len(_heads(page, source)) > 1


def _heads(page: Page, source: Source) -> list[int]:
    """The head words of all that a source names, the source's own first: "|Jon Hart|, 45, and |Dora Quill|"."""
    start, end = source.span
    head = page.doc[source.head]
    while head.dep_ in ("flat", "compound", "conj") and start <= head.head.i < end:
        head = head.head
    others = [child.i for child in head.children if child.dep_ == "conj" and start <= child.i < end]
    joined = [at for at in others if _joins(page, head.i, at)]
    return [source.head, *({head.i, *joined} - {source.head} if joined else ())]


def _joins(page: Page, first: int, last: int) -> bool:
    """Whether "and" makes two of them: after a comma only where both are named people ("Jon Hart, 45, and Dora")."""
    joints = [i for i in range(first + 1, last) if page.doc[i].lower_ in ("and", "or", "&")]
    if not joints or not any(page.doc[i].text == "," for i in range(first, joints[0])):
        return bool(joints)
    one, other = page.mention(first), page.mention(last)
    named = all(mention is not None and (mention.kind, mention.form) == ("person", "name") for mention in (one, other))
    return named and one is not other and page.doc[last + 1 : last + 2].text not in ("'s", "’s")


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


def _is_named(page: Page, at: int) -> bool:
    mention = page.mention(at)
    return mention is not None and mention.form == "name" and mention.kind in SPEAKERS


def _kind(page: Page, source: Source) -> str:
    head = page.doc[source.head]
    words = {head.lower_, head.lemma_.lower()}
    if words & speaker_words("document"):
        return "document"
    if any(is_outlet_noun(word) for word in words) or is_outlet_name(page.words(source.span)):
        return "media"
    if words & speaker_words("body"):
        return "body"
    heads = _heads(page, source)
    if len(heads) > 1 and all(_is_named(page, at) for at in heads):
        return "named"
    definite = page.doc[source.span[0]].lower_ in ("the", "his", "her", "their", "its")
    return "role" if definite and "Plur" not in head.morph.get("Number", []) else "unnamed"
