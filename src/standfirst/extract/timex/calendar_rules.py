"""Calendar dates in every form that newspapers print: days, months, years, decades, centuries and named days."""

from __future__ import annotations

import re

from standfirst.extract.timex.meaning import Calendar, Meaning, Named, Period, Slashed, Weekday, Years
from standfirst.extract.timex.patterns import (
    DIGIT,
    Rule,
    heads_of,
    month_number,
    ordinal_number,
    rule,
    weekday_number,
)
from standfirst.lexicon.time import time_words

_STEPS = {"last": -1, "past": -1, "previous": -1, "this": 0, "current": 0, "next": 1, "coming": 1, "following": 1}
_CENTURY_OF_TWO_DIGITS = 70


#: The one day that is told without its year for good.
_ATTACKS = re.compile(r"Sept(?:\.|ember)?\s11(?:th)?,?\s(?:terror|attacks|hijack|commission)", re.IGNORECASE)


def _full_year(digits: str) -> int:
    """Two digits are of the years 1970 to 2069."""
    value = int(digits)
    return value if len(digits) > 2 else value + (1900 if value >= _CENTURY_OF_TWO_DIGITS else 2000)


def _day(printed: str) -> int:
    return int(re.sub(r"\D", "", printed)) if printed[0].isdigit() else ordinal_number(printed)


def _iso(match: re.Match[str]) -> Meaning:
    return Calendar(year=int(match["y"]), month=int(match["m"]), day=int(match["d"]))


def _printed(match: re.Match[str]) -> Meaning:
    """Any of weekday, month, day, year that the pattern has."""
    found = match.groupdict()
    year = found.get("y")
    if not year and _ATTACKS.match(match.string, match.start("m")):
        year = "2001"
    return Calendar(
        year=_full_year(year.lstrip("'")) if year else None,
        month=month_number(match["m"]),
        day=_day(found["d"]) if found.get("d") else None,
        weekday=weekday_number(found["w"]) if found.get("w") else None,
        step=_step(found.get("s")),
    )


def _step(printed: str | None) -> int | None:
    """How many back or on: "last", "this past", "this coming", "next"; None where nothing is said."""
    if not printed:
        return None
    words = printed.lower().split()
    return _STEPS.get(words[-1], 0)


def _slashed(match: re.Match[str]) -> Meaning | None:
    first, second = int(match["a"]), int(match["b"])
    if not 1 <= min(first, second) <= 12 or max(first, second) > 31:
        return None
    if match["sep"] == ".":
        return Calendar(year=_full_year(match["y"]), month=second, day=first) if second <= 12 else None
    return Slashed(first=first, second=second, year=_full_year(match["y"]))


def _year(match: re.Match[str]) -> Meaning:
    return Calendar(year=int(match["y"]))


def _years(match: re.Match[str]) -> Meaning | None:
    first, tail = int(match["a"]), match["b"]
    last = int(tail) if len(tail) == 4 else first // 100 * 100 + int(tail)
    return Years(first=first, last=last) if first < last <= first + 150 else None


def _spoken_year(match: re.Match[str]) -> Meaning | None:
    words = time_words().numbers
    if match["m"]:
        if not match["u"] and not match.group().lower().startswith("the"):
            return None
        return Calendar(year=2000 + (words.get((match["u"] or "").lower(), 0)))
    tens = sum(words[part] for part in re.split(r"[\s-]+", match["t"].lower()) if part in words)
    return Calendar(year=words[match["c"].lower()] * 100 + tens) if tens >= 10 else None


def _decade(match: re.Match[str]) -> Meaning | None:
    if match["w"]:
        return Period(unit="decade", number=1900 + time_words().decades[match["w"].lower()])
    digits = match["y"].lstrip("'")
    if len(digits) == 4:
        return Period(unit="decade", number=int(digits))
    return Period(unit="decade", number=(1900 if int(digits) >= 30 else 2000) + int(digits))


def _century(match: re.Match[str]) -> Meaning | None:
    number = ordinal_number(match["o"])
    return Period(unit="century", number=number) if 1 <= number <= 22 else None


def _weekday(match: re.Match[str]) -> Meaning | None:
    step = (match["s"] or "").lower()
    if "following" in step or "previous" in step:
        return Weekday(number=weekday_number(match["w"]), step=-1 if "previous" in step else 1, frame="narration")
    if match["week"] or match["first"]:
        return Weekday(number=weekday_number(match["w"]), step=2) if not step else None
    return Weekday(number=weekday_number(match["w"]), step=_step(match["s"]))


def _named(match: re.Match[str]) -> Meaning:
    key = re.sub(r"\s+", " ", match["n"].lower())
    return Named(notation=time_words().named[key], year=int(match["y"]) if match["y"] else None, step=_step(match["s"]))


def _nth_weekday(match: re.Match[str]) -> Meaning:
    nth = -1 if match["n"].lower() == "last" else ordinal_number(match["n"])
    notation = f"{month_number(match['m']):02} {nth} {weekday_number(match['w'])}"
    return Named(notation=notation, year=int(match["y"]) if match["y"] else None)


def calendar_rules() -> tuple[Rule, ...]:
    """Every rule of this family."""
    words = time_words()
    months, days = heads_of(words.months), heads_of(words.weekdays, words.weekdays_short)
    step = "(?P<s>last|this_past|this_coming|this|next|the_following|the_previous|past)_"
    steps = ["last", "this", "next", "the", "past"]
    named = "|".join(re.escape(key).replace(r"\ ", "_") for key in sorted(words.named, key=len, reverse=True))
    return (
        rule("iso-date", r"(?P<y>\d{4})-(?P<m>0[1-9]|1[0-2])-(?P<d>[0-3]\d)", [DIGIT], _iso),
        rule("slashed", r"(?P<a>\d{1,2})(?P<sep>[/.-])(?P<b>\d{1,2})(?P=sep)(?P<y>\d{4}|\d\d)", [DIGIT], _slashed),
        rule(
            "month-day",
            r"(?:(?:this_coming_)?(?P<w>{wday}),?_(?:the_)?)?(?P<m>{month})_(?:the_)?(?P<d>{day}|{ordinal})"
            r"(?:(?:,_?|_)(?P<y>{year}|'\d\d))?",
            months | days | {"this"},
            _printed,
        ),
        rule(
            "day-month",
            r"(?:(?P<w>{wday}),?_)?(?:the_)?(?P<d>{day}|{ordinal})(?:_of)?_(?P<m>{month})(?:,?_(?P<y>{year}|'\d\d))?",
            {DIGIT, "the"} | days | heads_of(words.ordinals),
            _printed,
        ),
        rule(
            "nth-weekday",
            r"the_(?P<n>first|second|third|fourth|last)_(?P<w>{weekday})_(?:of|in)_(?P<m>{month})(?:,?_(?P<y>{year}))?",
            ["the"],
            _nth_weekday,
        ),
        rule("nine-eleven", "9/11", [DIGIT], lambda match: Calendar(year=2001, month=9, day=11)),
        rule("day-month-dashed", r"(?P<d>\d{1,2})-(?P<m>{month})-(?P<y>\d{4}|\d\d)", [DIGIT], _printed),
        rule("month-year", r"(?P<m>{month})(?:,_?|_of_|_)(?:the_year_)?(?P<y>{year}|'\d\d)", months, _printed),
        rule("month-spoken-year", r"(?P<m>{month})", months, _printed),
        rule("month-stepped", step + "(?P<m>{month})(?:_(?P<d>{day}))?", steps, _printed),
        rule("years", r"(?:the_)?(?P<a>{year})\s?-\s?(?P<b>(?:1[0-9]|20)\d\d|\d\d)(?!-)", [DIGIT, "the"], _years),
        rule("year-named", r"(?:the_)?(?:fiscal_)?(?:year_)?(?P<y>{year})", ["the", "fiscal", "year", DIGIT], _year),
        rule(
            "year-spoken",
            r"(?:the_year_)?(?:(?P<c>nineteen|eighteen|twenty)_(?P<t>{wordnumber})"
            r"|(?P<m>two_thousand)(?:_and)?(?:_(?P<u>{wordnumber}))?)",
            ["the", "nineteen", "eighteen", "twenty", "two"],
            _spoken_year,
        ),
        rule(
            "decade",
            r"(?:the_)?(?:(?P<y>(?:1[0-9]|20)\d0|'\d0)'?s|(?P<w>" + "|".join(words.decades) + "))",
            {"the", DIGIT, "'"} | set(words.decades),
            _decade,
        ),
        rule(
            "century",
            r"(?:the_)?(?P<o>{ordinal})(?:-|_)century",
            {"the", DIGIT} | heads_of(words.ordinals),
            _century,
        ),
        rule(
            "weekday",
            rf"(?:{step}|(?P<first>a_week_(?:on|from)_))?(?P<w>{{weekday}})(?P<week>_week(?!-))?",
            days | {*steps, "a"},
            _weekday,
        ),
        rule(
            "named-day",
            rf"(?:{step})?(?P<n>{named})(?:,?_(?P<y>{{year}}))?",
            heads_of(words.named) | set(steps),
            _named,
        ),
    )
