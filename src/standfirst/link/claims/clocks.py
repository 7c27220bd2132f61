"""When something happened by the clock: "at about 11:30 a.m." against "shortly after 2 p.m.".

Only the time that is told of the happening itself counts ("the shooting happened at", "the bridge collapsed at"), not
of a call, an arrival or an arrest. Words of approximation widen it: "about 5 p.m." is ten minutes either way,
"after 2 a.m." the hour after, and a morning or an afternoon is all of it. It errs towards taking two times for one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from standfirst.link.claims.addresses import streets_in
from standfirst.link.claims.detail import Detail, holds
from standfirst.link.claims.occasion import occasion_of, occasions
from standfirst.link.claims.statements import Statement
from standfirst.model.reading import Reading, Timex
from standfirst.model.span import Span
from standfirst.text import plain

_CLOCK = re.compile(r"T(\d\d):?(\d\d)?")
_ABOUT = re.compile(r"\b(?:about|around|approximately|roughly|some ?time|nearly|almost|or so)\b|~")
_JUST = re.compile(r"\b(?:just|shortly|moments|minutes|soon|right|a (?:little|bit))\b")
_AFTER, _BEFORE = re.compile(r"\b(?:after|past|since)\b"), re.compile(r"\b(?:before|by|until|prior to|to)\b")
#: One end of a stretch, or a time that something lasted to: "between 2 and 3 p.m.".
_STRETCH = re.compile(r"\b(?:between|from|and|until|till|o'clock hour)\b")
#: The minutes of the day that its parts take up, with a quarter of an hour to spare.
_PARTS = {"TMO": (0.0, 735.0), "TAF": (705.0, 1110.0)}
#: Rules that read a day off its name or its date, and not off the day of the report.
_BY_NAME = re.compile(r"weekday|calendar")
#: A time of a zone is not held against another, whose zone is the place's: "8:30 p.m. |ET|".
_ZONE = re.compile(r"\b(?:[ECMP][SD]?T|GMT|UTC|BST|CET|Eastern|Central|Mountain|Pacific)\b")
#: Letters before a time in which it is told how near it is.
_LEAD = 24
#: "The blast happened at the mill, which is |located| near the river, at 2 a.m.": the time is the blast's.
_IS_PLACED = frozenset({"located", "situated"})
#: Minutes on either side: of a time told as it is, of one about a time, of one about a full hour.
_EXACT, _ABOUT_TIME, _ABOUT_HOUR = 4, 7.5, 10
#: Minutes that "just after" and "after" leave.
_SOON, _LATER = 20, 60
#: Minutes apart beyond which two times are hardly told of one happening.
_REACH = 180


def clock_details(reading: Reading, statement: Statement) -> Iterator[Detail]:
    """The times of day that a statement gives of what happened."""
    timexes = {one.span: one for one in reading.timexes if one.type == "TIME" and holds(statement, one.span)}
    told = {one.span: one for one in occasions(reading, statement)} if timexes else {}
    for dating in reading.datings:
        timex = timexes.get(dating.timex)
        window = _window(reading, timex) if timex is not None else None
        if timex is None or window is None:
            continue
        head = dating.heads[0]
        one = told.get(head) or occasion_of(reading, statement, head)
        if one is None and reading.report.words(head) in _IS_PLACED:
            one = next(iter(told.values()), None)
        if one is None:
            continue
        start, end = min(one.span.start, timex.span.start), max(one.span.end, timex.span.end)
        yield Detail(
            statement=statement,
            of=f"the time of {one.called}",
            key=("clock", one.kind),
            words=_told(reading, timex),
            span=Span(report=one.span.report, start=start, end=end),
            low=window[0],
            high=window[1],
            reach=_REACH,
            day=timex.when.first_day if timex.when is not None and _BY_NAME.search(timex.rule) else None,
            streets=streets_in(reading.report.words(statement.sentence)),
            happening=one.happening,
        )


def _told(reading: Reading, timex: Timex) -> str:
    """The words of the time, with a word before it by which it is after or before."""
    before = reading.report.text[max(0, timex.span.start - _LEAD) : timex.span.start]
    lead = re.search(r"(?:(?:just|shortly|soon)\s+)?(?:after|before|past)\s+$", before)
    return " ".join(((lead[0] if lead else "") + reading.report.words(timex.span)).split())


def _window(reading: Reading, timex: Timex) -> tuple[float, float] | None:
    """The minutes of the day that a time leaves open, or None where it gives no time by the clock."""
    clock = _CLOCK.search(timex.value)
    part = next((window for name, window in _PARTS.items() if timex.value.endswith(name)), None)
    if part is not None:
        return part
    if clock is None or _ZONE.search(reading.report.text, timex.span.start, timex.span.end + _LEAD // 2):
        return None
    before = plain(reading.report.text[max(0, timex.span.start - _LEAD) : timex.span.start]).lower()
    words = re.split(r"[.,;:]", before)[-1] + plain(reading.report.words(timex.span)).lower()
    lead = re.split(r"\d|\bnoon\b|\bmidnight\b", words)[0][-_LEAD:]
    if _STRETCH.search(lead):
        return None
    minutes = int(clock[1]) * 60 + int(clock[2] or 0)
    if _AFTER.search(lead):
        return minutes, minutes + (_SOON if _JUST.search(lead) else _LATER)
    if _BEFORE.search(lead):
        return minutes - (_SOON if _JUST.search(lead) else _LATER), minutes
    about = _ABOUT_HOUR if minutes % 60 == 0 else _ABOUT_TIME
    around = about if _ABOUT.search(words) else _EXACT
    return minutes - around, minutes + around
