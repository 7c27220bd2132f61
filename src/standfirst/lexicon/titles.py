"""Which headlines name only the site that they stand on, as pages do whose own headline was lost."""

from __future__ import annotations

import re

#: Words of which a page title that names no story is made: "The Harbour Post Online", "Top News Article".
_SITE_WORDS = frozenset(
    "the a of on and for in at to online news newspaper home homepage page website site web latest top breaking "
    "headlines headline article articles story stories today todays today's daily nation world local front edition "
    "com net org www twitter facebook tv radio live index untitled document".split()
)
_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")


def is_site_title(headline: str, outlet: str | None) -> bool:
    """Whether a headline names the site and no story: its words are the outlet's own or those of any site."""
    site = re.sub(r"[^a-z0-9]", "", (outlet or "").lower())
    words = [word.lower().replace("’", "'") for word in _WORD.findall(headline)]
    own = [word for word in words if word not in _SITE_WORDS]
    return all(len(word) > 2 and word in site for word in own)
