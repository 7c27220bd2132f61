"""Which names and nouns are those of carriers: news agencies, stations, papers."""

from __future__ import annotations

import re
from functools import cache

from standfirst.lexicon.agencies import agencies
from standfirst.lexicon.outlets import outlet_names
from standfirst.lexicon.tables import rows

#: A North American station's call sign ("KXYZ", "WQRS-TV"); errs towards four-letter acronyms in K and W.
_CALL_SIGN = re.compile(r"^[KW][A-Z]{2,3}(?:-(?:TV|FM|AM))?$")


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(row[0].casefold() for row in rows("media.tsv") if row[1] == kind)


@cache
def _names() -> frozenset[str]:
    listed = {form for agency in agencies() for form in agency.forms} | outlet_names()
    return _words("network") | {form.casefold().removeprefix("the ") for form in listed}


def is_outlet_name(name: str) -> bool:
    """Whether a name is that of an agency, a station or a paper: "Radio Brennland", "the AP", "KXYZ".

    A telling word at the start or end of a longer capitalised name is enough ("the Coast Times"), so that it errs
    towards names like "Press Club".
    """
    words = [word for word in re.split(r"[\s’']+", name.strip()) if word and word.casefold() not in ("the", "s")]
    if not words:
        return False
    folded = [word.casefold().strip(".,") for word in words]
    if " ".join(folded) in _names() or any(word in _names() and word.isupper() for word in words):
        return True
    if any(
        folded[0] == known or " ".join(folded[:2]) == known for known in _names() & {folded[0], " ".join(folded[:2])}
    ):
        return True
    if folded[-1].endswith((".com", ".org", ".net", ".co.uk")) or _CALL_SIGN.match(words[-1]):
        return True
    return len(words) > 1 and bool({folded[-1], folded[0]} & _words("word")) and words[-1][:1].isupper()


def is_outlet_noun(word: str) -> bool:
    """Whether a common noun, in the singular, is one for a carrier: "newspaper", "affiliate"."""
    return word.casefold() in _words("common")
