"""What an assessment looks at: a claim, what points to it, who stands behind it; and words that rules share."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from standfirst.model.linked import Claim, Entity, Evidence, Grounds, Point

#: Words by which a report says that something is not verified.
UNSURE = re.compile(
    r"\b(?:unverified|unconfirmed|not been (?:independently )?(?:verified|confirmed)|purported(?:ly)?|alleged(?:ly)?|"
    r"reportedly|rumou?rs?|thought by some|has not been demonstrated)\b"
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
