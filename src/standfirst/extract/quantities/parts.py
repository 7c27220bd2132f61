"""How does a number stand to others: a part of them, more than they, those told of already, or somebody's deed?

It decides what may be set against what: a part is never in conflict with the whole.
"""

from __future__ import annotations

import re

from standfirst.extract.quantities.measures import Measure
from standfirst.extract.quantities.sight import Phrase, Sight
from standfirst.lexicon.counts import count_words

_THE = re.compile(r"\b(the|these|those|all|both)\s+(?:other\s+|remaining\s+|first\s+|last\s+|next\s+)?$", re.IGNORECASE)


#: Where some of a toll were told of by where they died: "one died at the scene", "three in the first shooting".
_AT_SCENE = re.compile(
    r"^[^.;,\n]{0,50}\b(?:at|on) the scene\b|^[^.;,\n]{0,50}\bat (?:the|a|an) (?:\w+ ){0,2}hospital\b"
    r"|^[^.;\n]{0,60}\b(?:first|second|third|earlier|separate) (?:shooting|attack|crash|blast|explosion|incident)s?\b"
)
#: Event words that never describe whom a sentence is about.
_NO_PARTICIPLES = frozenset({"died", "die", "dies", "perished", "ashore"})
#: A toll as somebody's deed leaves out the doer: "the gunman who killed two", "accused of killing two".
_DEED = re.compile(
    r"\b(?:who|accused of|charged with|charged in|convicted of|suspected of|admitted|gunm[ae]n|shooters?|suspects?"
    r"|attackers?|bombers?|he|she|police|officers?|troops|soldiers)\s+(?:had\s+|has\s+|have\s+|then\s+|allegedly\s+|fatally\s+|the\s+)?"
    r"([a-z]+)\s+$",
    re.IGNORECASE,
)


#: "the bodies of three officers", "one of two civilians": who is told of, not how many there are.
_OF_THEM = re.compile(
    r"\b(?:identit(?:y|ies)|names?|bodies|body|famil(?:y|ies)|photos?|pictures?|relatives|lives|stories|funerals?|some"
    r"|most|many)"
    r"\s+of\s+(?:the\s+)?$",
    re.IGNORECASE,
)


def part_of_others(sight: Sight, measure: Measure, phrase: Phrase | None) -> str:
    """How the number stands to others already told of."""
    before = sight.text[max(0, measure.start - 30) : measure.start]
    inside = (
        sight.text[measure.start : phrase.end].lower()
        if phrase
        else sight.text[measure.start : measure.after + 8].lower()
    )
    if (
        re.search(r"\b(?:more|additional|further)\b", inside.removeprefix("more than").replace("more than", ""))
        or re.match(r"(?:another|a further|an additional)\b", inside)
        or re.search(r"\b(?:another|a further|an additional)\s+$", before)
    ):
        return "more" if not re.search(r"\bor more\b", inside) else ""
    if re.search(
        r"\b(?:including|among them|among whom|of whom|of them|included|includes|include|were|namely)"
        r"\s*(?:at least\s*)?$",
        before,
    ) and not re.search(r"\bwere\s*$", before):
        return "of"
    if _THE.search(before) or _OF_THEM.search(before) or _reduced(sight, measure, phrase):
        return "the"
    if _AT_SCENE.search(sight.text[measure.after : measure.after + 70]):
        return "of"
    deed = _DEED.search(sight.text, max(0, measure.start - 70), measure.start)
    if (deed is not None and deed.group(1).lower() in count_words().events) or _someone_did(sight, measure):
        return "deed"
    return "other" if re.search(r"\bother(?:s)?\b", inside) else ""


def _someone_did(sight: Sight, measure: Measure) -> bool:
    """Whether a named person did it: "Orrin Hale killed two people"."""
    window = sight.text[max(0, measure.start - 40) : measure.start]
    verb = re.search(r"\s+(?:allegedly\s+|fatally\s+)?([a-z]+)\s+$", window)
    if verb is None or verb.group(1) not in count_words().events:
        return False
    end = measure.start - len(window) + verb.start()
    return any(name[1] == end and name[2] == "person" for name in sight.names(end - 40, end + 1))


def _reduced(sight: Sight, measure: Measure, phrase: Phrase | None) -> bool:
    """Whether the event only describes whom the sentence is about: "three victims killed by a gunman were named"."""
    if phrase is None or not sight.tagged:
        return False
    index = sight.next_index(phrase.end)
    if index >= len(sight.doc) or count_words().events.get(sight.doc[index].lower_) in (None, "aboard", "missing"):
        return False
    if sight.doc[index].lower_ in _NO_PARTICIPLES:
        return False  # "nine died" is never a participle
    if re.match(r"\s*[,.!?\n]|\s*$", sight.text[sight.doc[index].idx + len(sight.doc[index]) :][:3]):
        return False
    start, end = sight.sentence(measure.start)
    tokens = sight.doc[sight.index(start) : sight.next_index(end)]
    return any(token.i != index and token.tag_ in ("VBD", "VBZ", "VBP", "MD") for token in tokens)
