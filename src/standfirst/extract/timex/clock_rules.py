"""Times of day and parts of the day: "3.52pm", "1552 GMT", "noon", "last night", "in the morning"."""

from __future__ import annotations

import re
from collections.abc import Mapping

from standfirst.extract.timex.meaning import Clock, Meaning, Part, Period
from standfirst.extract.timex.patterns import DIGIT, Rule, heads_of, rule
from standfirst.lexicon.time import time_words

_NEAR = (
    r"(?:(?:about|around|approximately|roughly|by|exactly|nearly|almost|"
    r"(?:shortly_|just_|right_|soon_)?(?:before|after))_)"
)
_NEAR_HEADS = "about around approximately roughly nearly almost shortly just right soon exactly".split()
_FULL_DAY = 24


def _clock(match: re.Match[str]) -> Meaning | None:
    """Hours and minutes with what settles the half of the day."""
    found = match.groupdict()
    hour, minute = int(found["h"]), int(found["m"]) if found.get("m") else None
    half = re.sub(r"[^apm]", "", (found.get("ap") or "").lower())
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    return _valid(hour, minute, found, half_open=False)


def _valid(hour: int, minute: int | None, found: Mapping[str, str | None], *, half_open: bool) -> Meaning | None:
    seconds = found.get("s")
    if hour > _FULL_DAY or (minute or 0) > 59 or (hour == _FULL_DAY and minute):
        return None
    return Clock(
        hour=hour,
        minute=minute,
        second=int(seconds) if seconds else None,
        zone=_zone(found),
        half_open=half_open,
    )


def _zone(found: Mapping[str, str | None]) -> str | None:
    """The zone as printed: an abbreviation in capitals, the city of "Paris time", or "local"."""
    zone, city = found.get("z"), found.get("city")
    return "local" if found.get("local") else zone.upper() if zone else re.sub(r"\s+", " ", city) if city else None


def _oclock(match: re.Match[str]) -> Meaning | None:
    printed = match["h"].lower()
    hour = int(printed) if printed.isdigit() else time_words().numbers.get(printed, 99)
    if not 1 <= hour <= 12:
        return None
    part = match["part"]
    if part and part.lower() != "morning":
        return _valid(hour % 12 + 12, None, match.groupdict(), half_open=False)
    return _valid(hour % 12 if part else hour, None, match.groupdict(), half_open=not part)


def _spoken(match: re.Match[str]) -> Meaning | None:
    """A time told from the hour: "half past three", "a quarter to six", "ten minutes to noon"."""
    words, printed = time_words().numbers, match["h"].lower()
    hour = 12 if printed in ("noon", "midday") else 24 if printed == "midnight" else words.get(printed, 99)
    hour = int(printed) if printed.isdigit() else hour
    key = (match["by"] or match["counted"]).lower()
    minutes = 30 if key == "half" else 15 if key.endswith("quarter") else words.get(key, 99)
    minutes = int(key) if key.isdigit() else minutes
    if not 1 <= hour <= 24 or not 1 <= minutes <= 59:
        return None
    whole = hour * 60 + (minutes if match["to"].lower() == "past" else -minutes)
    found = {"z": match["z"], "city": match["city"], "local": match["local"]}
    return _valid(whole // 60, whole % 60, found, half_open=hour <= 12 and not printed.startswith(("noon", "mid")))


def _word_clock(match: re.Match[str]) -> Meaning:
    hour = 12 if match["n"].lower() != "midnight" else 0 if "after" in match.group().lower() else 24
    return Clock(hour=hour, minute=0, zone=_zone(match.groupdict()))


_DAYS = {
    "last": Period(unit="day", step=-1),
    "this": Period(unit="day", step=0),
    "yesterday": Period(unit="day", step=-1),
    "tomorrow": Period(unit="day", step=1),
    "today": Period(unit="day", step=0),
    "that": Period(unit="day", step=0, frame="narration", points=True),
    "same": Period(unit="day", step=0, frame="narration", points=True),
    "next": Period(unit="day", step=1, frame="narration"),
    "following": Period(unit="day", step=1, frame="narration"),
    "previous": Period(unit="day", step=-1, frame="narration"),
    "night before": Period(unit="day", step=-1, frame="narration"),
}


def _part_of_day(match: re.Match[str]) -> Meaning:
    which = re.sub(r"\s+", " ", match["d"].lower()).replace("the ", "").replace("that same", "that").strip()
    return Part(code=time_words().parts[match["p"].lower()], day=_DAYS[which])


def _part(match: re.Match[str]) -> Meaning:
    return Part(code=time_words().parts[match["p"].lower()])


def _named_night(match: re.Match[str]) -> Meaning:
    key = match.group().lower().split()[0]
    if key == "tonight":
        return Part(code="NI", day=Period(unit="day", step=0))
    return Part(code="overnight")


_PART_HEADS = frozenset({"the", "in", "at", "early", "late", "mid"})


def _before(match: re.Match[str]) -> Meaning:
    if match.group().lower().endswith("last"):
        return Part(code=time_words().parts[match["p"].lower()], day=Period(unit="day", step=-2))
    return Part(code=time_words().parts[match["p"].lower()], day=_DAYS["night before"])


def _early_hours(match: re.Match[str]) -> Meaning:
    return Part(code="MO")


def clock_rules() -> tuple[Rule, ...]:
    """Every rule of this family."""
    words = time_words()
    half = r"(?P<ap>[ap]\.m\.?|[ap]m)"
    zone = r"(?:_?(?P<par>\()?(?:(?P<z>{zone})|(?P<local>local_time)|(?P<city>{city})(?=_time))(?:_time)?(?(par)\)))"
    part = r"(?:_in_the_(?P<part>morning|afternoon|evening)|_at_(?P<night>night))"
    timed = r"(?P<h>\d{1,2})[:.](?P<m>[0-5]\d)(?::(?P<s>[0-5]\d))?"
    near, heads = f"{_NEAR}?", [DIGIT, *_NEAR_HEADS]
    return (
        rule("clock-minutes", f"{near}{timed}_?{half}{zone}?", heads, _clock),
        rule("clock-minutes-zone", f"{near}{timed}(?:h|hrs|_hours)?{zone}", heads, _clock),
        rule("clock-hour", rf"{near}(?P<h>\d{{1,2}})_?{half}{zone}?", heads, _clock),
        rule("clock-hour-zone", rf"{near}(?P<h>\d{{1,2}})_?(?P<z>GMT|UTC)", heads, _clock),
        rule("clock-bare", r"(?<!\d)(?P<h>[01]?\d|2[0-3]):(?P<m>[0-5]\d)(?![:.]?\d)", [DIGIT], _clock),
        rule(
            "clock-military",
            rf"{near}(?P<h>[01]\d|2[0-3])(?P<m>[0-5]\d)(?=_?\(?(?:hrs|hours|h|local|{{zone}})\b)"
            rf"(?:_?(?:hrs|hours|h))?{zone}?",
            heads,
            _clock,
        ),
        rule(
            "clock-oclock",
            rf"{near}(?P<h>\d{{1,2}}|{{wordnumber}})_o'?clock{part}?{zone}?",
            {*heads, *words.numbers},
            _oclock,
        ),
        rule(
            "clock-spoken",
            rf"{near}(?:(?P<by>half|(?:a_)?quarter)|(?P<counted>\d{{1,2}}|{{wordnumber}})_minutes)_(?P<to>past|to)_"
            rf"(?P<h>\d{{1,2}}|noon|midday|midnight|{{wordnumber}})(?!_(?:percent|{{unit}})){part}?{zone}?",
            {*heads, *words.numbers, "half", "a", "quarter"},
            _spoken,
        ),
        rule(
            "clock-dotted",
            r"(?<=\bat\s)(?P<h>[01]?\d|2[0-3])\.(?P<m>[0-5]\d)(?=_(?:on_(?:the_)?)?(?:{weekday}|{month}|\d|this_|yesterday))",
            [DIGIT],
            _clock,
        ),
        rule("clock-in-part", rf"{near}(?P<h>\d{{1,2}}|{{wordnumber}}){part}", {*heads, *words.numbers}, _oclock),
        rule(
            "clock-word",
            rf"{near}(?P<n>noon|midday|midnight){zone}?",
            ["noon", "midday", "midnight", *_NEAR_HEADS],
            _word_clock,
        ),
        rule(
            "part-of-stepped-day",
            r"(?P<d>last|this|yesterday|tomorrow|today|that_same|that|the_same|the_next|the_following|the_previous)"
            r"_(?:early_|late_)?(?P<p>{part})",
            ["last", "this", "yesterday", "tomorrow", "today", "that", "the"],
            _part_of_day,
        ),
        rule(
            "part-of-day-before",
            r"(?:the_)?(?P<p>night|evening)_before(?:_last)?",
            ["the", "night", "evening"],
            _before,
        ),
        rule(
            "part-of-day",
            r"(?:(?:the|in_the|at|early|late|mid)_)?(?P<p>{part})",
            _PART_HEADS | heads_of(words.parts),
            _part,
        ),
        rule("early-hours", r"(?:the_)?(?:early|small)_hours", ["the", "early", "small"], _early_hours),
        rule("named-night", r"tonight|overnight", ["tonight", "overnight"], _named_night),
    )
