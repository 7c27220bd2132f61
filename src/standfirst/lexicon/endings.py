"""States and measures that last until they are over ("a curfew is in force"), and what tells that they are."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from standfirst.lexicon.tables import rows

#: What says that a measure is in force; a past alone ("officials ordered an evacuation") only tells what was done.
_LASTS = (
    r"\b(?:until further notice|(?:in|into) (?:place|effect|force)|under (?:an?|the|\w+)|(?:has|have) (?:\w+ )?"
    r"(?:issued|ordered|imposed|declared|announced|told|asked|urged|advised|warned|banned)|"
    r"(?:has|have) been (?:\w+ )?"
    r"(?:issued|ordered|imposed|declared|announced|evacuated|told|asked|urged|advised|closed|forced|placed)|"
    r"(?:is|are) (?:\w+ )?"
    r"(?:ordered|asked|urged|told|advised|being|evacuated|evacuating|closed|banned|underway|under way)|"
    r"(?:remains?|still|continues?|extended)|please|(?:urging|ordering|telling|asking|advising) (?:\w+ )?"
    r"(?:residents|people|students|everyone|families|neighbou?rs|villagers|visitors|travell?ers))\b"
)
_HAS = r"(?:has|have|had|was|were)(?: (?:since|now|also|been|later|finally|officially|formally|partially|all))*"
_LIFTED = (
    rf"\b(?:{_HAS} "
    r"(?:lifted|cancell?ed|rescinded|revoked|called off|withdrawn|removed|eased|dropped|scrapped|ended|expired|"
    r"terminated|suspended|over)|(?:is|are) (?:\w+ )?(?:over|lifted)|"
    r"(?:lifted|cancell?ed|rescinded|revoked|ended|withdrew|called off|scrapped) (?:the|its|their|an?|all|most|that)|"
    r"expired|ended|all[- ]clear)\b"
)


@dataclass(frozen=True, slots=True)
class Lasting:
    """One sort of state: the noun for it, what says that it lasts and what says that it is over."""

    noun: re.Pattern[str] | None
    lasts: re.Pattern[str]
    over: re.Pattern[str]
    #: Whether "the order" may mean it.
    pointed: bool


@cache
def lasting_states() -> tuple[Lasting, ...]:
    """Every sort of state, in the order of the table."""
    return tuple(
        Lasting(
            noun=None if noun == "-" else re.compile(rf"\b(?:{noun})\b"),
            lasts=_pattern(lasts),
            over=_pattern(over),
            pointed=pointed == "yes",
        )
        for noun, lasts, over, pointed, _ in rows("endings.tsv")
    )


def _pattern(words: str) -> re.Pattern[str]:
    return re.compile(words.replace("LASTS", _LASTS).replace("LIFTED", _LIFTED).replace("HAS", _HAS))
