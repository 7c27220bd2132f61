"""How a claim stands: a short list of rules, tried in order; the first that applies gives the status and its reason.

What was corrected or denied is told before what confirms it, so that a claim that somebody contests is never given out
as confirmed. Each rule looks only at the claim's evidence, its relations, its origins and the speakers' standing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from standfirst.lexicon.hedges import doubt_pattern
from standfirst.lexicon.standing import answers_for, office_in
from standfirst.model.linked import Claim, Entity, Evidence, Grounds, Point
from standfirst.model.span import Quote
from standfirst.text import plain

_UNSURE = re.compile(
    r"\b(?:unverified|unconfirmed|not been (?:independently )?(?:verified|confirmed)|purported(?:ly)?|alleged(?:ly)?|"
    r"reportedly|rumou?rs?|thought by some|has not been demonstrated)\b"
)
_OWN = re.compile(r"\b(?:under|at|on) (?:his|her|their|my|our) (?:own )?(?:direction|orders?|instructions?|command)\b")
#: Content that is a question or a bare phrase, and so states nothing that could be confirmed.
_ASKED = re.compile(r"\W*(?:how|whether|why|who|whom|what|when|where|which|if|to|as)\b")
_SOCIAL = re.compile(
    r"\b(?:social media|twitter|facebook|instagram|telegram|tiktok|posts? online|online posts?|x users?)\b"
)
_WRONGLY = re.compile(
    r"\b(?:erroneously|incorrectly|wrongly|mistakenly|falsely|(?:early|earlier|initial|first) reports? (?:that|of))\b"
)
_WITHDRAWN = re.compile(r"\b(?:retract(?:ed|s|ion)?|withdr(?:ew|awn)|taken down|deleted)\b")
_CAN_CONFIRM = re.compile(r"\b(?:i|we) (?:can |now |)confirm\b")
_ACTS = ("happened", "ongoing", "planned")


@dataclass(frozen=True, slots=True, kw_only=True)
class Inbound:
    """A relation that points to the claim: what another claim does to it."""

    kind: str
    by: Claim
    because: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A claim with all that its status may rest on."""

    claim: Claim
    origins: tuple[str, ...]
    inbound: tuple[Inbound, ...]
    entities: Mapping[str, Entity]
    #: Points of figures whose words stand in the claim's evidence.
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One way in which a claim can stand."""

    status: str
    name: str
    #: One line of help.
    help: str
    applies: Callable[[Case], Grounds | None]


def _first(case: Case, kind: str) -> Inbound | None:
    return next((inbound for inbound in case.inbound if inbound.kind == kind), None)


def _grounds(name: str, because: str, *items: Evidence) -> Grounds:
    return Grounds(rule=name, because=because, quotes=tuple(item.quote for item in items))


def _retracted(case: Case) -> Grounds | None:
    found = _first(case, "corrects")
    if found is None or not _WITHDRAWN.search(plain(found.by.evidence[0].quote.text).lower()):
        return None
    return _grounds("retraction", "said to have been withdrawn", found.by.evidence[0])


def _corrected(case: Case) -> Grounds | None:
    found = _first(case, "corrects")
    if found is not None:
        return _grounds("correction", found.because, found.by.evidence[0])
    own = next((item for item in case.claim.evidence if item.stance == "corrects"), None)
    if own is not None and (own.mode != "narration" or _tells_the_error(own.quote)):
        return _grounds("correction", "the report says that it was told wrongly", own)
    if case.points and all(point.status == "corrected" for point in case.points):
        return Grounds(rule="correction", because="the figure was corrected", quotes=case.points[0].evidence)
    return None


def _tells_the_error(quote: Quote) -> bool:
    words = plain(quote.text).lower()
    return _WRONGLY.search(words) is not None


def _denied(case: Case) -> Grounds | None:
    asserted = [item for item in case.claim.evidence if item.stance == "asserts"]
    denial = next((item for item in case.claim.evidence if item.stance == "denies"), None)
    if denial is not None and asserted:
        who = denial.speaker_text or "the one concerned"
        return _grounds("denial", f"{who} denies it", denial)
    found = next((one for one in case.inbound if one.kind == "contradicts" and _is_denial(one.by)), None)
    if found is None:
        return None
    speaker = found.by.evidence[0].speaker
    agents = case.claim.event.agents if case.claim.event is not None else ()
    if speaker is not None and speaker in agents:
        return _grounds("denial", f"{found.because}, the one concerned", found.by.evidence[0])
    return None


def _is_denial(claim: Claim) -> bool:
    return any(item.stance == "denies" for item in claim.evidence)


def _superseded(case: Case) -> Grounds | None:
    found = _first(case, "supersedes")
    if found is not None:
        return _grounds("supersession", found.because, found.by.evidence[0])
    if case.points and all(point.status == "superseded" for point in case.points):
        point = case.points[0]
        because = point.grounds.because if point.grounds is not None else "a later value has replaced the figure"
        return Grounds(rule="supersession", because=because, quotes=point.evidence)
    return None


def _disputed(case: Case) -> Grounds | None:
    found = _first(case, "contradicts")
    if found is not None:
        return _grounds("dispute", found.because, found.by.evidence[0])
    own = next((one for one in case.claim.relations if one.kind == "contradicts"), None)
    if own is not None and not _is_denial(case.claim):
        return own.grounds
    if case.points and all(point.status == "disputed" for point in case.points):
        return Grounds(rule="dispute", because="another report gives another figure", quotes=case.points[0].evidence)
    return None


def _confirmed(case: Case) -> Grounds | None:
    if case.claim.factuality not in (*_ACTS, "denied"):
        return None
    for item in case.claim.evidence:
        because = _standing(case, item)
        if because is not None:
            return _grounds("standing", because, item)
    return None


def _standing(case: Case, item: Evidence) -> str | None:
    """Why this speaker's word confirms the claim, or None."""
    if item.stance != "asserts" or item.mode == "narration" or item.source_kind in ("unnamed", "none", "media"):
        return _announced_by_media(item)
    who, words = _who(case, item)
    event = case.claim.event
    said = plain(item.quote.text).lower()
    if _UNSURE.search(said) or doubt_pattern().search(said) or _ASKED.match(said):
        return None
    if event is not None and item.speaker is not None and item.speaker in event.agents and event.cls:
        return f"{who}, who did it, says so"
    if _OWN.search(said):
        return f"{who} owns to it"
    if item.mode == "direct" and event is not None and event.cls and {"~we", "~i"} & set(event.agents):
        return f"{who} owns to it"
    if office_in(words) is None:
        return None
    if item.confirms or _CAN_CONFIRM.search(said):
        return f"{who} confirms it on the record"
    if event is not None and event.cls and answers_for(words, event.cls) and case.claim.factuality in _ACTS:
        return f"{who}, answerable for it, states it on the record"
    return None


def _announced_by_media(item: Evidence) -> str | None:
    """State media that confirm speak for their state; no other outlet's word confirms."""
    words = (item.speaker_text or "").casefold()
    if item.confirms and item.stance == "asserts" and "state" in words.split():
        return f"{item.speaker_text} confirms it"
    return None


def _who(case: Case, item: Evidence) -> tuple[str, str]:
    """How the speaker is called, and every word that may name an office: name, titles and the words at the place."""
    entity = case.entities.get(item.speaker or "")
    if entity is None:
        return item.speaker_text or "the speaker", item.speaker_text or ""
    titles = " ".join(role.title for role in entity.roles)
    return entity.name, f"{entity.name} {titles} {item.speaker_text or ''}"


def _unverified(case: Case) -> Grounds | None:
    for item in case.claim.evidence:
        words = plain(item.quote.text).lower()
        if _UNSURE.search(words):
            return _grounds("unverified", "the report says that it is not verified", item)
    weak = [item for item in case.claim.evidence if item.source_kind in ("unnamed", "none") or _is_social(item)]
    if len(weak) == len(case.claim.evidence):
        return _grounds("unverified", "it rests on unnamed sources or social media alone", *weak[:1])
    return None


def _is_social(item: Evidence) -> bool:
    """Whether it reached the outlet from nameless users of social media; a named person's own post is theirs."""
    return item.speaker is None and _SOCIAL.search((item.speaker_text or "").casefold()) is not None


def _corroborated(case: Case) -> Grounds | None:
    if len(case.origins) < 2:
        return None
    return _grounds("independent-origins", "independently from " + " and ".join(case.origins[:3]), *case.claim.evidence)


def _reported(case: Case) -> Grounds | None:
    return _grounds("one-origin", f"{case.origins[0]} alone asserts it", *case.claim.evidence[:1])


#: Tried in this order; the last applies always.
RULES = (
    Rule(status="retracted", name="retraction", help="the outlet has withdrawn it", applies=_retracted),
    Rule(status="corrected", name="correction", help="reporting of it has been amended", applies=_corrected),
    Rule(status="denied", name="denial", help="the one concerned denies it", applies=_denied),
    Rule(status="superseded", name="supersession", help="it was so until a newer state", applies=_superseded),
    Rule(status="disputed", name="dispute", help="an origin says the contrary", applies=_disputed),
    Rule(status="confirmed", name="standing", help="one with standing says so, nobody disputes it", applies=_confirmed),
    Rule(status="corroborated", name="independent-origins", help="two independent origins", applies=_corroborated),
    Rule(status="unverified", name="unverified", help="unnamed sources, social media, or said so", applies=_unverified),
    Rule(status="reported", name="one-origin", help="one origin asserts it", applies=_reported),
)
