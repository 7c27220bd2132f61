"""What an assessment looks at: a claim, what points to it, who stands behind it; and words that rules share."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from standfirst.model.linked import Claim, Entity, Evidence, Grounds, Point
from standfirst.text import plain

#: Words by which a report says that something is not verified.
UNSURE = re.compile(
    r"\b(?:unverified|unconfirmed|not been (?:independently )?(?:verified|confirmed)|purported(?:ly)?|alleged(?:ly)?|"
    r"reportedly|rumou?rs?|thought by some|has not been demonstrated)\b"
)
#: The people of a body by whom it is spoken of as a whole, and whoever speaks for one that is named.
_CORPS = re.compile(
    r"(?:[Tt]he )?(?:[A-Z][\w.'-]* ){0,4}(?:(?:[Ff]ederal|[Cc]ounty|[Ss]tate|[Cc]rash|[Ff]ire|[Aa]ir|[Ww]ar crimes) )?"
    r"(?:[Ii]nvestigators|[Pp]rosecutors|[Dd]etectives|[Dd]eputies|[Tt]roopers|[Ff]irefighters|[Cc]oastguards|[Rr]escuers|"
    r"[Ii]nspectors|[Oo]fficers|[Ss]heriff's deputies)|"
    r"(?:[Tt]he )?(?:[A-Z][\w.'-]* (?:[\w.'-]+ ){0,3}?)?(?:[Cc]ounty|[Cc]ity|[Tt]own|[Ss]chool|[Dd]istrict|[Hh]ospital|"
    r"[Ff]ire|[Hh]ealth|[Ee]mergency|[Pp]rison|[Jj]ail|[Pp]olice|[Aa]irport|[Ee]lection|[Pp]ort|[Rr]ailway|"
    r"[Uu]niversity) officials|"
    r"[Aa]n? spokes(?:man|woman|person) for (?:the )?[A-Z].*"
)
#: Factualities of what is told as done, going on or coming.
ACTS = ("happened", "ongoing", "planned")


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


def grounds(name: str, because: str, *items: Evidence) -> Grounds:
    """The grounds of a rule, with the words that it rests on."""
    return Grounds(rule=name, because=because, quotes=tuple(item.quote for item in items))


def of_a_corps(item: Evidence) -> bool:
    """Whether it is a body's voice in its people: "investigators", "Hale County prosecutors", as one says "police".

    Not bare "officials", as those are called who will not be named, nor some of them ("two prosecutors").
    """
    return _CORPS.fullmatch(plain(item.speaker_text or "").strip()) is not None
