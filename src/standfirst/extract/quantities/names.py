"""The names that can limit a number, whole where only their end was seen as one ("Pride of Dalvo"), media left out."""

from __future__ import annotations

import re

from spacy.tokens import Doc

from standfirst.lexicon.media import is_outlet_name

_LABELS = frozenset({"place", "facility", "organisation", "group", "product", "event", "person"})
#: What leads a name that was cut: "the Pride of" before "Dalvo". A word of place is none ("the North of Orra").
_CUT = re.compile(
    r"\b(?:[Tt]he|[Ff]erry|[Ss]hip|[Bb]oat|[Ll]iner|[Tt]rain)\s+(?!North|South|East|West|Mayor|President|Governor"
    r"|King|Queen|Bishop|Republic|State|City|Port|Island)([A-Z][a-z]+ of (?:the )?)$"
)
_WORD_BEFORE = re.compile(r"\b([A-Z][\w.]*)[ ]$")
_WORDS_AFTER = re.compile(r"[ ]([A-Z]\w+(?: [A-Z]\w+)?)")


def named_in(doc: Doc, text: str) -> tuple[tuple[int, int, str], ...]:
    """(start, end, label) of every name, ascending. Outlets are left out: they are cited, and limit nothing.

    Errs towards leaving out a body whose name is like an outlet's ("Press Club").
    """
    found = [_whole(text, e.start_char, e.end_char, e.label_) for e in doc.ents if e.label_ in _LABELS]
    return tuple(name for name in found if not _is_outlet(text, name[0], name[1]))


def _whole(text: str, start: int, end: int, label: str) -> tuple[int, int, str]:
    cut = _CUT.search(text, max(0, start - 40), start) if label == "place" else None
    return (cut.start(1), end, "product") if cut is not None else (start, end, label)


def _is_outlet(text: str, start: int, end: int) -> bool:
    """Whether a name is an outlet's or stands within one: "Dalvo" in "Radio Dalvo" and "Dalvo State Television"."""
    if end - start > 60:
        return False
    name = text[start:end]
    before = _WORD_BEFORE.search(text, max(0, start - 20), start)
    after = _WORDS_AFTER.match(text, end, end + 40)
    longer = [f"{before.group(1)} {name}"] if before is not None and before.group(1) not in ("The", "In", "At") else []
    longer += [f"{name} {after.group(1)}"] if after is not None else []
    return any(is_outlet_name(form) for form in (name, *longer))
