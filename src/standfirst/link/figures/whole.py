"""Whether a number tells a toll whole, and whether the one who did it is counted in: both asked of its sentence.

A toll that is told piece by piece ("two died in the street and a third indoors", "he shot at a bus, wounding three") is
in conflict with none. "Six dead, including the gunman" and "five dead" can both be so.
"""

from __future__ import annotations

import re

from standfirst.lexicon.counts import count_words
from standfirst.link.figures.look import Look
from standfirst.model.reading import Quantity
from standfirst.text import plain

#: Tolls in which the one who did it may be counted.
_TOLLS = frozenset({"killed", "injured", "shot", "casualties"})
#: What is told of a toll, by whether the one who did it is counted in.
COUNTED = {
    "in": "the one who did it is counted in",
    "out": "the one who did it is not counted in",
    "unsaid": "it is not said whether the one who did it is counted in",
}
_DEAD = r"(?:dead|killed|wounded|injured)"
_DOER = (
    r"(?:the\s+|an?\s+|its\s+|both\s+|two\s+)?(?:(?:alleged|suspected|lone|apparent|presumed|teenage|male|female|\d+-year-old)\s+)*"
    r"(?:gunm[ae]n|gunwom[ae]n|shooters?|attackers?|assailants?|suspects?|bombers?|killers?|perpetrators?|hijackers?"
    r"|knifem[ae]n|militants?|terrorists?)\b"
)
_WITH = re.compile(
    rf"\bone\s+(?:of\s+(?:them|whom|those|the\s+\w+)\s+)?(?:is|was)\s+(?:[a-z]+ly\s+)?{_DOER}"
    rf"|\b(?:including|among (?:them|the {_DEAD}),?|counting)\s+(?:[\w' -]{{1,40}}\s+and\s+)?{_DOER}"
    rf"|{_DOER}[^.;]{{0,20}}\s(?:was|is|were|are)\s+(?:also\s+)?among\s+(?:them|the {_DEAD}|those)"
)
_WITHOUT = re.compile(
    rf"\b(?:not (?:including|counting)|excluding|besides|in addition to|as well as|along with|apart from|aside from"
    rf"|other than|plus)\s+{_DOER}"
    rf"|\band\s+{_DOER}\s+(?:was|were|died|is|are|(?:shot|killed)\s+(?:him|her|them)sel)"
    r"|\b(?:before|then|and|who)\s+(?:\w+\s+){0,2}(?:killing|killed|shooting|shot|turning|turned|blew|blowing)\b"
    r"[^.;]{0,24}\b(?:him|her|them)sel(?:f|ves)\b"
    r"|\b(?:before|then|and)\s+(?:taking|took)\s+(?:his|her|their)\s+own\s+li(?:fe|ves)\b"
)
#: The one who did it is dead, so that a toll may count them: "the gunman was shot dead", "killed himself".
_DOER_DIED = re.compile(
    rf"{_DOER}[^.;\n]{{0,40}}\s(?:(?:was|were|is|are)\s+(?:also\s+)?(?:shot\s+(?:dead|and killed)|killed|dead)|died)\b"
    r"|\b(?:police|officers?|deput(?:y|ies)|soldiers?|guards?|troops)"
    rf"\s+(?:fatally\s+shot|shot\s+dead|(?:shot and\s+)?killed)\s+{_DOER}"
    r"|\b(?:killed|killing|shot|shooting|blew|blowing)\s+(?:himself|herself|themselves)\b"
    r"|\b(?:took|taken|taking)\s+(?:his|her|their)\s+own\s+li(?:fe|ves)\b"
    r"|\b(?:turned|turning)\s+(?:the|his|her|a)\s+\w+\s+on\s+(?:him|her|them)sel"
)
_AMONG_DEAD = re.compile(rf"\b(?:killed|dead|died|deaths)\b[^.;\n]{{0,60}}\bincluding\s+{_DOER}")
#: Someone's deed told on the way: "he shot at a bus, wounding |three|".
_ON_THE_WAY = re.compile(
    r"\b(?:he|she|they|who|gunm[ae]n|shooters?|attackers?|assailants?|suspects?|bombers?)\b[^.;]*,\s+"
    r"(?:\w+ly\s+|and\s+)?(?:killing|injuring|wounding|hurting)\s+(?:[a-z]+\s+){0,3}$",
    re.IGNORECASE,
)
_NEXT_PIECE = re.compile(
    r"\band\s+(?:an?|the|another)\s+(?:second|third|fourth|fifth|sixth|seventh)\b(?P<of>[^.;]{0,60})"
)
#: "six were shot, and another was hurt in the fall".
_AND_ANOTHER = re.compile(r"\band\s+(?:(?:an|one|the)\s?)?others?\s+(?:[a-z]+\s+)?(?:was|were)\b")
#: "the last house, where three were killed": of one spot of several.
_AT_ONE_SPOT = re.compile(
    r"\b(?:scene|house|home|room|apartment|building|floor|car|lot|corner|spot|site|street),?\s+where\s[^.;]*$"
)
#: "five died in a string of separate attacks": of several events.
_SEVERAL = re.compile(
    r"\b(?:separate|unrelated)\s+(?:[a-z]+\s+)?(?:shootings|attacks|incidents|crashes|blasts|fires)\b"
)
#: One of several, told by how they were hurt: "one officer was hit in the leg", "one was shot twice".
_ONE_OF_SEVERAL = re.compile(
    r"^[^.;]{0,60}?\b(?:in|to|on|through|by)\s+(?:the|his|her|one|a|both|their)\s+(?:[a-z]+\s+){0,2}"
    r"(?:head|face|neck|shoulder|arm|elbow|hand|chest|back|stomach|abdomen|torso|side|hip|thigh|leg|knee|ankle|foot|feet|buttocks?)s?\b"
    r"|^\s+(?:had|suffered|with|has)\b[^.;]{0,40}\b(?:injur\w+|wounds?)\b|^[^.;]{0,60}\b(?:hours?|days?|weeks?) later\b"
    r"|^[^.;]{0,60}?\b(?:twice|[a-z]+\s+times)\b|\b(?:and|while)\s+the\s+other\b"
)


def is_whole(look: Look, quantity: Quantity) -> bool:
    """Whether a number tells the whole toll, as far as its sentence shows."""
    before, after = _around(look, quantity)
    if _ON_THE_WAY.search(before) or (quantity.value == 1 and _ONE_OF_SEVERAL.search(after)):
        return False
    if _AND_ANOTHER.search(after) or _AT_ONE_SPOT.search(before) or _SEVERAL.search(after):
        return False
    piece = _NEXT_PIECE.search(after)
    events = count_words().events
    return piece is None or quantity.event not in {events.get(word) for word in re.findall(r"[a-z]+", piece["of"])}


def doer_counted(look: Look, quantity: Quantity, *, died: bool) -> str:
    """Whether a toll holds the one who did it: "in", "out", or "unsaid" where the story tells of their death; else "".

    `died` says whether the story tells it (`doer_died`).
    """
    if quantity.event not in _TOLLS:
        return ""
    before, after = _around(look, quantity)
    if quantity.part == "deed" or _WITHOUT.search(after):
        return "out"
    if _WITH.search(after) or _WITH.search(before):
        return "in"
    return "unsaid" if died and quantity.event == "killed" else ""


def doer_died(text: str) -> bool:
    """Whether a text tells that the one who did it is dead."""
    words = plain(text)
    return _DOER_DIED.search(words) is not None or _AMONG_DEAD.search(words) is not None


def _around(look: Look, quantity: Quantity) -> tuple[str, str]:
    """The words of the sentence before and after the number."""
    span, text = quantity.span, look.reading.report.text
    held = look.sentence(span.start)
    start, end = (held.start, max(held.end, span.end)) if held is not None else (span.start - 200, span.end + 200)
    return plain(text[max(0, start) : span.start]), plain(text[span.end : end])
