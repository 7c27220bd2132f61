"""On which day somebody died or was caught: "died on Monday" against "died on Wednesday".

Of one person by name, of an event that comes once. A day apart is left alone where either is told of the night, which
has two days, and days further apart than a few are rather of two events. It errs towards taking two days for one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from standfirst.link.claims.detail import Detail, holds
from standfirst.link.claims.statements import Statement
from standfirst.model.reading import Reading
from standfirst.model.span import Span
from standfirst.text import plain

#: What comes once, or hardly twice within days, with what it is called.
_ONCE = {
    "DIE": "the death", "KILL": "the death", "ARREST": "the arrest", "RESIGN": "the resignation",
    "SURRENDER": "the surrender",
}  # fmt: skip
#: Rules that read a day off its name or its date, and not off the day of the report.
_BY_NAME = re.compile(r"weekday|calendar")
_AT_NIGHT = re.compile(r"\b(?:night|overnight|midnight|early|late|evening|a\.?m\b|p\.?m\b|hours|morning)")
_DAYS = 3


def day_details(reading: Reading, statement: Statement) -> Iterator[Detail]:
    """The days on which a statement tells that something came about that comes once to somebody named."""
    for one in statement.told:
        called = _ONCE.get(one.key.cls)
        whom = {party.who for party in one.theme if party.who is not None and party.person}
        if called is None or not one.so or one.key.polarity != "positive" or len(whom) != 1 or one.event.nominal:
            continue
        for dating in reading.datings:
            timex = next((each for each in reading.timexes if each.span == dating.timex), None)
            if timex is None or dating.heads[0] != one.event.span or not holds(statement, timex.span):
                continue
            day = timex.when.first_day if timex.when is not None else None
            if day is None or timex.when is None or timex.when.last_day != day or not _BY_NAME.search(timex.rule):
                continue
            room = 0.5 if _AT_NIGHT.search(plain(reading.report.words(timex.span)).lower()) else 0.0
            start = min(timex.span.start, one.event.span.start)
            yield Detail(
                statement=statement,
                of=f"the day of {called}",
                key=("day", one.key.cls, *sorted(whom)),
                words=" ".join(reading.report.words(timex.span).split()),
                span=Span(report=timex.span.report, start=start, end=max(timex.span.end, one.event.span.end)),
                low=_ordinal(day) - room,
                high=_ordinal(day) + room,
                reach=_DAYS,
                happening=one,
            )


def _ordinal(day: date) -> float:
    return float(day.toordinal())
