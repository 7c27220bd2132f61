"""Names and roles, each as (kind, words); what is marked in a text is what must be found there, no more and no less."""

import re

import pytest
from spacy.language import Language

from standfirst.language import ROLES

TEXTS = [
    "[person:Josaia Waqa], the [role:deputy governor], was in [place:Suva]. [person:Waqa] left.",
    "[role:Chief Cabinet Secretary] [person:Hideki Onodera] said no [group:Japanese] citizens were hurt.",
    "[group:Iraqis] and [group:Iranians] died, a [organisation:Red Cross] [role:spokesman] said.",
    "[role:President] [person:Anahera Paki] flew to [place:Geneva]. [person:Paki] met the [organisation:UN].",
    "Mr [person:Okafor] told the [organisation:BBC] he was at [facility:Nadi International Airport].",
    "[place:SUVA], Dec. 3 ([organisation:Reuters]) — The [place:US] said on Monday it would wait.",
    "[role:Lt. Gen.] [person:Abdul Wahab al-Saadi] denied it, [organisation:Reuters] reported.",
]
#: What it still gets wrong; a text that comes right moves up.
WRONG = [
    "[person:Josaia Waqa] is the [role:deputy governor] of [place:Nadi].",
    "[place:SUVA], Dec. 3 ([organisation:AP]) — The bridge is shut.",
    "[role:US President] [person:Deborah Cohen] was there.",
]
MARK = re.compile(r"\[(\w+):([^\]]*)\]")


@pytest.mark.parametrize(
    "marked", [*TEXTS, *(pytest.param(text, marks=pytest.mark.xfail(reason="known", strict=False)) for text in WRONG)]
)
def test_names_and_roles(nlp: Language, marked: str) -> None:
    doc = nlp(MARK.sub(r"\2", marked))
    found = [(e.start, e.label_, e.text) for e in doc.ents] + [(s.start, "role", s.text) for s in doc.spans[ROLES]]
    assert [(kind, text) for _, kind, text in sorted(found)] == MARK.findall(marked)
