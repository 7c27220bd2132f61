"""How often somebody was hit: "who was shot seven times" against "he was shot eight times".

Of one person by name, with a number that is told as it is. A sentence that counts twice ("twice in the arm and once in
the leg") is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from standfirst.lexicon.numbers import number_words
from standfirst.link.claims.detail import Detail
from standfirst.link.claims.parties import Happening
from standfirst.link.claims.statements import Statement
from standfirst.model.reading import Participant, Reading
from standfirst.text import plain

_VERBS = {"shoot": "hit", "hit": "hit", "strike": "hit", "stab": "stabbed", "slash": "stabbed", "bite": "bitten"}
_UNITS = "|".join(number_words().units)
_TIMES = re.compile(rf"\b(?P<n>once|twice|(?:\d{{1,2}}|{_UNITS}) times)\b")
#: A number that is not told as it is.
_LOOSE = re.compile(
    r"\b(?:at least|about|around|some|nearly|almost|more than|over|up to|as many as|or|to|between|least|than|"
    r"approximately|maybe|perhaps|possibly)\s*$"
)
#: Letters between the verb and the number ("was shot in the chest seven times").
_REACH = 40


def wound_details(reading: Reading, statement: Statement) -> Iterator[Detail]:
    """How many times a statement tells that somebody named was hit."""
    words = plain(reading.report.words(statement.sentence)).lower()
    if len(_TIMES.findall(words)) != 1:
        return
    for one in statement.told:
        what = _VERBS.get(one.key.lemma)
        who = _whom(one) if what is not None and one.so and one.key.polarity == "positive" else None
        if who is None:
            continue
        start = one.event.span.end
        after = plain(reading.report.text[start : start + _REACH])
        match = _TIMES.search(after)
        if match is None or re.search(r"[.;:]", after[: match.start()]) or _LOOSE.search(after[: match.start()]):
            continue
        times = _number(match["n"].split()[0])
        yield Detail(
            statement=statement,
            of=f"the number of times that one person was {what}",
            key=("wounds", what or "", who),
            words=match["n"],
            span=reading.report.span(one.event.span.start, start + match.end()),
            low=times,
            high=times,
            reach=100,
        )


def _whom(one: Happening) -> str | None:
    """The one named person whom it befalls: of several before "who was hit", the one right before it."""
    named: list[tuple[Participant, str]] = []
    for part, party in zip(
        (part for part in one.event.participants if part.role == "patient"), one.patients, strict=True
    ):
        if party.who is not None and party.person and part.span.end <= one.event.span.start:
            named.append((part, party.who))
    if len({who for _, who in named}) == 1:
        return named[0][1]
    return max(named, key=lambda pair: pair[0].span.end)[1] if named else None


def _number(word: str) -> float:
    units = number_words().units
    return {"once": 1.0, "twice": 2.0}.get(word) or float(units.get(word, word))
