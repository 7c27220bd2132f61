"""How a claim stands: a short list of rules, tried in order; the first that applies gives the status and its reason.

What was corrected or denied is told before what confirms it, so that a claim that somebody contests is never given out
as confirmed. Each rule looks only at the claim's evidence, its relations, its origins and the speakers' standing.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from standfirst.assess.case import ACTS, UNSURE, Case, Inbound, grounds, of_a_corps
from standfirst.assess.origins import UNNAMED
from standfirst.assess.standing import standing
from standfirst.model.linked import Claim, Evidence, Grounds
from standfirst.model.span import Quote
from standfirst.text import plain

_SOCIAL = re.compile(
    r"\b(?:social media|twitter|facebook|instagram|telegram|tiktok|posts? online|online posts?|x users?)\b"
)
_SOURCE = re.compile(r"\b(?:sources?|insiders?)$")
_MEANT = frozenset("he she i we".split())
_SENSED = re.compile(
    r"\W*(?:that )?(?:he|she|they|i|we|(?:[a-z]+ ){0,2}[a-z]+ said (?:he|she|they)) (?:also |first |only |all |had |)"
    r"(?:heard|saw|felt|smelled|smelt|watched)\b"
)
_WRONGLY = re.compile(
    r"\b(?:erroneously|incorrectly|wrongly|mistakenly|falsely|(?:early|earlier|initial|first) reports? (?:that|of))\b"
)
_WITHDRAWN = re.compile(r"\b(?:retract(?:ed|s|ion)?|withdr(?:ew|awn)|taken down|deleted)\b")
#: Words that tell what is denied; "denied involvement" does not say in what.
_FEWEST_WORDS = 3
_DENIES = re.compile(r"(?:.*\b)?(?:deni|deny|refut|rebut|reject|disput)")


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


def _retracted(case: Case) -> Grounds | None:
    found = _first(case, "corrects")
    if found is None or not _WITHDRAWN.search(plain(found.by.evidence[0].quote.text).lower()):
        return None
    return grounds("retraction", "said to have been withdrawn", found.by.evidence[0])


def _corrected(case: Case) -> Grounds | None:
    found = _first(case, "corrects")
    if found is not None:
        return grounds("correction", found.because, found.by.evidence[0])
    own = next((item for item in case.claim.evidence if item.stance == "corrects"), None)
    if own is not None and (own.mode != "narration" or _tells_the_error(own.quote)):
        return grounds("correction", "the report says that it was told wrongly", own)
    if case.points and all(point.status == "corrected" for point in case.points):
        return Grounds(rule="correction", because="the figure was corrected", quotes=case.points[0].evidence)
    return None


def _tells_the_error(quote: Quote) -> bool:
    words = plain(quote.text).lower()
    return _WRONGLY.search(words) is not None


def _denied(case: Case) -> Grounds | None:
    asserted = [item for item in case.claim.evidence if item.stance == "asserts"]
    denial = next((item for item in case.claim.evidence if item.stance == "denies"), None)
    who = (denial.speaker_text if denial is not None else None) or "the one concerned"
    if denial is not None and asserted:
        return grounds("denial", f"{who} denies it", denial)
    denies = denial is not None and denial.mode == "indirect" and _DENIES.match((denial.cue or "").casefold())
    enough = denial is not None and len(denial.quote.text.split()) >= _FEWEST_WORDS
    if denial is not None and denies and enough and not case.claim.relations:
        return grounds("denial", f"only told as what {who} denies", denial)
    found = next((one for one in case.inbound if one.kind == "contradicts" and _is_denial(one.by)), None)
    if found is None:
        return None
    speaker = found.by.evidence[0].speaker
    agents = case.claim.event.agents if case.claim.event is not None else ()
    if speaker is not None and speaker in agents:
        return grounds("denial", f"{found.because}, the one concerned", found.by.evidence[0])
    return None


def _is_denial(claim: Claim) -> bool:
    return any(item.stance == "denies" for item in claim.evidence)


def _superseded(case: Case) -> Grounds | None:
    found = _first(case, "supersedes")
    if found is not None:
        return grounds("supersession", found.because, found.by.evidence[0])
    first = next((item for item in case.claim.evidence if item.at_first), None)
    if first is not None:
        return grounds("supersession", "told as what was believed or said at first", first)
    if case.points and all(point.status == "superseded" for point in case.points):
        point = case.points[0]
        because = point.grounds.because if point.grounds is not None else "a later value has replaced the figure"
        return Grounds(rule="supersession", because=because, quotes=point.evidence)
    return None


def _disputed(case: Case) -> Grounds | None:
    found = _first(case, "contradicts")
    if found is not None:
        return grounds("dispute", found.because, found.by.evidence[0])
    against = (one for one in case.claim.relations if one.kind == "contradicts" and one.grounds.rule != "plea")
    own = next(against, None)  # a charge is so whatever the plea is worth
    if own is not None and not _is_denial(case.claim):
        return own.grounds
    if case.points and all(point.status == "disputed" for point in case.points):
        return Grounds(rule="dispute", because="another report gives another figure", quotes=case.points[0].evidence)
    return None


def _confirmed(case: Case) -> Grounds | None:
    if case.claim.factuality not in (*ACTS, "denied"):
        return None
    for item in case.claim.evidence:
        because = standing(case, item)
        if because is not None:
            return grounds("standing", because, item)
    return None


def _unverified(case: Case) -> Grounds | None:
    for item in case.claim.evidence:
        words = plain(item.quote.text).lower()
        if UNSURE.search(words):
            return grounds("unverified", "the report says that it is not verified", item)
    weak = [item for item in case.claim.evidence if _is_nameless(item) or _is_social(item)]
    if weak and (len(weak) == len(case.claim.evidence) or case.origins == (UNNAMED,)):
        return grounds("unverified", "it rests on unnamed sources or social media alone", *weak[:1])
    return None


def _is_nameless(item: Evidence) -> bool:
    """Whether nobody can be asked who said it; "the source" points back to one without a name."""
    source = item.speaker is None and _SOURCE.search((item.speaker_text or "").casefold()) is not None
    hidden = item.source_kind in ("unnamed", "none") and not _meant(item)
    return source or (hidden and not of_a_corps(item) and not _own_senses(item))


def _meant(item: Evidence) -> bool:
    """Whether it is quoted from somebody whom the text means and does not hide, though we could not tell who."""
    words = (item.speaker_text or "").casefold()
    return item.mode == "direct" and (words in _MEANT or item.source_kind == "none")


def _own_senses(item: Evidence) -> bool:
    """Whether somebody tells what they themselves heard or saw: a witness is no hidden source."""
    return item.mode != "narration" and _SENSED.match(plain(item.quote.text).lower()) is not None


def _is_social(item: Evidence) -> bool:
    """Whether it reached the outlet from nameless users of social media; a named person's own post is theirs."""
    return item.speaker is None and _SOCIAL.search((item.speaker_text or "").casefold()) is not None


def _corroborated(case: Case) -> Grounds | None:
    if len(case.origins) < 2 or case.claim.factuality not in (*ACTS, "denied"):
        return None
    return grounds("independent-origins", "independently from " + " and ".join(case.origins[:3]), *case.claim.evidence)


def _reported(case: Case) -> Grounds | None:
    first = case.claim.evidence[0]
    who = (first.speaker_text if case.origins == (UNNAMED,) else None) or case.origins[0]
    return grounds("one-origin", f"{who} alone asserts it", first)


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
