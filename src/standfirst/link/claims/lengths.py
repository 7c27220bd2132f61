"""How long something lasted: "the siege lasted six hours" against "a nine-hour siege".

Of nouns for what has a length of its own and comes once in a story. A length told as it is leaves a tenth on either
side, one that is "about" so long a fifth.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from standfirst.lexicon.numbers import number_words
from standfirst.link.claims.detail import Detail
from standfirst.link.claims.statements import Statement
from standfirst.model.reading import Reading
from standfirst.text import plain

#: The noun that two words for one thing are compared by.
_NOUNS = {
    "siege": "siege", "standoff": "siege", "stand-off": "siege", "rampage": "spree", "spree": "spree",
    "shootout": "shootout", "shoot-out": "shootout", "gunfight": "shootout", "outage": "outage", "blackout": "outage",
    "ordeal": "ordeal", "lockdown": "lockdown", "blockade": "blockade", "strike": "strike", "ceasefire": "ceasefire",
    "truce": "ceasefire", "curfew": "curfew", "eruption": "eruption", "battle": "battle", "hijacking": "hijacking",
}  # fmt: skip
_NOUN = "|".join(_NOUNS)
_MINUTES = {"minute": 1, "hour": 60, "day": 1440, "week": 10080}
_UNITS = "|".join((*number_words().units, *number_words().tens))
_NUMBER = rf"(?P<n>\d{{1,3}}|{_UNITS})"
_BARE = re.compile(
    rf"\b{_NUMBER}-(?P<unit>minute|hour|day|week)(?:-long)?\s+(?:\w+\s+)?(?P<noun>{_NOUN})\b", re.IGNORECASE
)
_LASTED = re.compile(
    rf"\b(?P<noun>{_NOUN})\s+(?:that\s+)?(?:had\s+)?(?:lasted|went on|continued)\s+(?:for\s+)?"
    rf"(?P<about>(?:about|around|approximately|roughly|nearly|almost|some|just (?:over|under)|more than|less than)\s+)?"
    rf"{_NUMBER}\s+(?P<unit>minute|hour|day|week)s?\b(?!\s+and)",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    r"\b(?:about|around|approximately|roughly|nearly|almost|some|more|less|than|least|over|under)\s+$", re.IGNORECASE
)
_TOLD, _LOOSE = 0.1, 0.2


def length_details(reading: Reading, statement: Statement) -> Iterator[Detail]:
    """How long a statement tells that something lasted."""
    if statement.denying:
        return
    for span in statement.spans:
        words = plain(reading.report.words(span))
        for match in (*_BARE.finditer(words), *_LASTED.finditer(words)):
            about = match.groupdict().get("about") or _ABOUT.search(words[: match.start("n")])
            noun, unit = match["noun"].lower(), match["unit"].lower()
            length = _number(match["n"].lower()) * _MINUTES[unit]
            room = length * (_LOOSE if about else _TOLD)
            yield Detail(
                statement=statement,
                of=f"the length of the {noun}",
                key=("length", _NOUNS[noun]),
                words=f"{match['n']} {unit}s",
                span=reading.report.span(span.start + match.start(), span.start + match.end()),
                low=length - room,
                high=length + room,
                reach=20 * length,
            )


def _number(word: str) -> float:
    numbers = number_words()
    return float(numbers.units.get(word) or numbers.tens.get(word) or word)
