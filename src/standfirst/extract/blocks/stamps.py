"""Times of day with which a report stamps its own passages: "UPDATE – 3.52pm:", "[4:14 PM]", "14:05 –"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, time

_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_WEEKDAYS = "mon tue wed thu fri sat sun".split()
#: Zones as they are written in news, with their names in the tz database.
_ZONES = {
    "gmt": "UTC", "utc": "UTC", "z": "UTC", "bst": "Europe/London", "cet": "Europe/Paris", "cest": "Europe/Paris",
    "eet": "Europe/Athens", "eest": "Europe/Athens", "msk": "Europe/Moscow", "et": "America/New_York",
    "est": "America/New_York", "edt": "America/New_York", "ct": "America/Chicago", "cst": "America/Chicago",
    "cdt": "America/Chicago", "mt": "America/Denver", "mst": "America/Denver", "mdt": "America/Denver",
    "pt": "America/Los_Angeles", "pst": "America/Los_Angeles", "pdt": "America/Los_Angeles",
    "nzdt": "Pacific/Auckland", "nzst": "Pacific/Auckland", "aedt": "Australia/Sydney", "aest": "Australia/Sydney",
    "awst": "Australia/Perth", "jst": "Asia/Tokyo", "kst": "Asia/Seoul", "hkt": "Asia/Hong_Kong",
    "sgt": "Asia/Singapore", "pkt": "Asia/Karachi", "sast": "Africa/Johannesburg", "eat": "Africa/Nairobi",
}  # fmt: skip

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?)\.?"
)
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?)"
_CLOCK = (
    r"(?P<{p}hour>\d{{1,2}})(?:[.:](?P<{p}minute>\d\d))?(?::\d\d)?\s?(?P<{p}half>[ap]\.?\s?m\b\.?)?"
    r"(?:\s?(?:hrs|hours|h)\b)?(?:\s?\(?(?P<{p}zone>" + "|".join(_ZONES) + r"|local(?: time)?)\b\)?)?"
)
_DATE = (
    rf"(?:{_WEEKDAY},?\s)?(?:(?:(?P<{{p}}d1>\d{{{{1,2}}}})(?:st|nd|rd|th)?\s(?P<{{p}}m1>{_MONTH})|"
    rf"(?P<{{p}}m2>{_MONTH})\s(?P<{{p}}d2>\d{{{{1,2}}}})(?:st|nd|rd|th)?)(?:,?\s(?P<{{p}}year>(?:19|20)\d\d))?|"
    r"(?P<{p}iso>(?:19|20)\d\d-\d\d-\d\d))"
)


def _when(p: str) -> str:
    """A clock time with or without a date or weekday, in either order; the names of its groups begin with `p`."""
    date_first = rf"(?:{_DATE.format(p=p + 'a')}|(?P<{p}weekday1>{_WEEKDAY})|today)(?:,|\sat|\s-)?\s{{0,2}}"
    date_last = rf"(?:,?\s(?:on\s)?(?:{_DATE.format(p=p + 'b')}|(?P<{p}weekday2>{_WEEKDAY})))"
    return rf"(?:{date_first})?{_CLOCK.format(p=p)}{date_last}?"


_LABEL = (
    r"(?:(?:latest|live|news|breaking|major)\s)?(?:updated?|latest|new|add(?:s|ed)?|breaking|correction|developing)"
)
#: A label and a time, with or without a colon: "UPDATE – 3.52pm:", "Updated at 15:52 GMT", "UPDATE (5:10 p.m. 6 May):".
_LABELLED = re.compile(
    rf"\W{{0,3}}{_LABEL}\W{{0,4}}(?:at\s|as of\s|on\s)?[(\[]?\s?{_when('l')}\s?[)\]]?"
    r"(?P<tail>\s?(?:[:;.|]|-{1,2})\s?|\s*$|\s(?=[A-Z\"'(]))",
    re.IGNORECASE,
)
#: A time and a label: "Saturday 11:00 a.m. UPDATE".
_BACKWARDS = re.compile(rf"\W{{0,3}}{_when('w')}\s?(?:-\s?)?(?:update|latest)\b\W{{0,3}}", re.IGNORECASE)
#: A bare time that opens a line: "[4:14 PM]", "3.52pm:", "14:05 – ", or stands alone on it.
_BARE = re.compile(
    rf"(?P<open>[(\[])?{_when('c')}\s?(?P<close>[)\]])?(?P<tail>\s?(?:[:|]|-{{1,2}})(?:\s|$)|\s*$|\s)", re.I
)
#: A line that says when the whole was last touched, not a passage of its own.
HEADER = re.compile(
    r"\W{0,3}(?:(?:this (?:story|article|page) was )?(?:last|first) (?:updated|modified|published|edited)|updated|"
    r"published|posted|modified|filed|date(?:line)?|created)\b[^\n]{0,90}",
    re.IGNORECASE,
)
#: What ends a stamped passage by its name: what follows was there before.
EARLIER = re.compile(
    r"\W{0,3}(?:original (?:story|post|report|article)|previous(?:ly)?(?: (?:story|coverage|report|version))?|earlier"
    r"(?: (?:story|report|version|today))?|first report|background)\W{0,4}",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    """A time of day in a text, with the date and zone as far as the text gives them."""

    clock: time
    #: (year or None, month, day) where the stamp names a date.
    day: tuple[int | None, int, int] | None
    #: 0 for Monday to 6 for Sunday, where the stamp names a day of the week and no date.
    weekday: int | None
    #: Name in the tz database; None where the stamp names no zone.
    zone: str | None
    #: Offset after the stamp in the words that were read.
    end: int
    #: Whether nothing but the stamp stood there.
    alone: bool


def read_stamp(words: str) -> Stamp | None:
    """The stamp that opens a paragraph's plain words, or None.

    A bare time counts only where it cannot be the start of a sentence: in brackets, before a colon or a dash, or
    alone on its line ("14:05 – The minister has left"); "6 people died" and "5 p.m. was the deadline" are none.
    """
    head = words[:160]
    for pattern, p in ((_LABELLED, "l"), (_BACKWARDS, "w")):
        match = pattern.match(head)
        if match is not None and (match[p + "half"] or match[p + "minute"]):
            return _stamp(match, p, words)
    match = _BARE.match(head)
    if match is None or not (match["chalf"] or match["cminute"]):
        return None
    alone = match.end() >= len(words.rstrip())
    bracketed = match["open"] is not None and match["close"] is not None
    opens = words[match.end() :][:1].isupper() or words[match.end() :][:1] in "\"'("
    if alone or bracketed or (opens and match["chalf"]) or (match["tail"].strip() and (opens or match["czone"])):
        return _stamp(match, "c", words)
    return None


def is_labelled(words: str) -> bool:
    """Whether the opening stamp calls itself an update: a bare time may as well be when something happened."""
    head = words[:160]
    return _LABELLED.match(head) is not None or _BACKWARDS.match(head) is not None


def find_clock(words: str) -> Stamp | None:
    """The first time of day with minutes or "am"/"pm" anywhere in a line, such as a line of "Last updated"."""
    for match in _ANYWHERE.finditer(words[:200]):
        if match["chalf"] or match["cminute"]:
            return _stamp(match, "c", words)
    return None


_ANYWHERE = re.compile(rf"(?<![\d.:])(?:{_CLOCK.format(p='c')})(?![\d:])", re.IGNORECASE)


def _stamp(match: re.Match[str], p: str, words: str) -> Stamp | None:
    clock = _clock(match[p + "hour"], match[p + "minute"], match[p + "half"])
    if clock is None:
        return None
    names = match.groupdict()
    day = _day(names, p + "a") or _day(names, p + "b")
    weekday = names.get(p + "weekday1") or names.get(p + "weekday2")
    return Stamp(
        clock=clock,
        day=day,
        weekday=_WEEKDAYS.index(weekday[:3].lower()) if weekday else None,
        zone=_ZONES.get((match[p + "zone"] or "").lower()),
        end=match.end(),
        alone=match.end() >= len(words.rstrip()),
    )


def _clock(hour: str, minute: str | None, half: str | None) -> time | None:
    hours, minutes = int(hour), int(minute or 0)
    if half:
        if not 1 <= hours <= 12:
            return None
        hours = hours % 12 + (12 if half[0] in "pP" else 0)
    return time(hours, minutes) if hours < 24 and minutes < 60 else None


def _day(names: dict[str, str | None], p: str) -> tuple[int | None, int, int] | None:
    iso = names.get(p + "iso")
    try:
        if iso:
            whole = date.fromisoformat(iso)
            return whole.year, whole.month, whole.day
    except ValueError:
        return None
    number = names.get(p + "d1") or names.get(p + "d2")
    month = names.get(p + "m1") or names.get(p + "m2")
    if not number or not month or not 1 <= int(number) <= 31:
        return None
    year = names.get(p + "year")
    return int(year) if year else None, _MONTHS.index(month[:3].lower()) + 1, int(number)
