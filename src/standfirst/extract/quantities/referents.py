"""Which name does a pronoun or "the company" stand for, as far as the mentions or the words just before settle it?"""

from __future__ import annotations

import re
from bisect import bisect_right

from spacy.tokens import Token

from standfirst.extract.quantities.sight import Sight
from standfirst.extract.tree import noun_phrase


def antecedent(sight: Sight, pronoun: Token) -> list[tuple[int, int]]:
    """The name that a pronoun or "the company" stands for, where the mentions of the report settle it.

    Only the nearest two hundred mentions before it are asked.
    """
    mentions = sight.reading.mentions
    at = bisect_right(mentions, pronoun.idx, key=lambda mention: mention.span.start)
    near = mentions[max(0, at - 200) : at]
    own = next((m for m in reversed(near) if m.head.start <= pronoun.idx < m.head.end and m.form != "name"), None)
    if own is None:
        return []
    names = [m for m in near if m.entity == own.entity and m.form == "name"]
    return [(names[-1].head.start, names[-1].head.end)] if names else []


def subject_before(sight: Sight, pronoun: Token) -> list[tuple[int, int]]:
    """What "it" can only stand for: the subject of its sentence's clause before it, else of the sentence before."""
    if pronoun.lower_ not in ("it", "its"):
        return []
    start, _ = sight.sentence(pronoun.idx)
    spans = [(start, pronoun.idx)]
    if start:
        spans.append((sight.sentence(max(0, start - 2))[0], start))
    for first, last in spans:
        tokens = sight.doc[sight.index(first) : sight.next_index(last)]
        found = next(
            (t for t in tokens if t.dep_.startswith("nsubj") and t.pos_ in ("NOUN", "PROPN") and t.idx >= first), None
        )
        if found is None:
            continue
        begin, end = noun_phrase(found)
        names = sight.names(sight.doc[begin].idx, sight.doc[end - 1].idx + len(sight.doc[end - 1]))
        if names:
            return [names[0][:2]]
        if found.pos_ == "PROPN":
            return [(found.idx, found.idx + len(found))]
        if sight.doc[begin].lower_ in ("the", "this", "its"):
            return named_like(sight, found) or [(sight.doc[begin].idx, found.idx + len(found))]
    return []


def named_like(sight: Sight, noun: Token) -> list[tuple[int, int]]:
    """The name that ends with the noun and was told before it: "the airport" after "Dalvo International Airport"."""
    if not noun.is_alpha or len(noun) < 4:
        return []
    before = sight.text[max(0, noun.idx - 3000) : noun.idx]
    pattern = rf"\b[A-Z][\w.]*(?:[ -][A-Z0-9][\w.]*){{0,8}}[ -](?:{noun.lower_}|{noun.lower_.capitalize()})\b"
    found = list(re.finditer(pattern, before))
    offset = noun.idx - len(before)
    return [(offset + found[-1].start(), offset + found[-1].end())] if found else []
