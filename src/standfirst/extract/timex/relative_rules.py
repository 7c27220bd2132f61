"""Expressions that count from another time: today, last week, three months ago, the following day."""

from __future__ import annotations

import re

from standfirst.extract.timex.lengths import length_value
from standfirst.extract.timex.meaning import NARRATION, PUBLICATION, Length, Meaning, Modifier, Period, Reference, Shift
from standfirst.extract.timex.patterns import ABOUT_HEADS, DIGIT, Rule, cardinal, heads_of, ordinal_number, rule
from standfirst.lexicon.time import time_words

_DAYS = {"today": 0, "yesterday": -1, "tomorrow": 1}
_STEPS = {
    "last": -1,
    "past": -1,
    "this": 0,
    "current": 0,
    "present": 0,
    "next": 1,
    "coming": 1,
    "upcoming": 1,
}
_NARRATED = {"following": 1, "next": 1, "previous": -1, "preceding": -1, "prior": -1, "same": 0, "that": 0}
#: Units of which "the next one" is told from the story: the next day; the next year is counted from today.
_TOLD = {"day", "night"}
_LATER = {"later", "after", "on", "afterwards", "hence"}


def _unit(match: re.Match[str]) -> str:
    return time_words().units[match["u"].lower()]


def _day(match: re.Match[str]) -> Meaning:
    return Period(unit="day", step=_DAYS[match["d"].lower()])


def _two_days(match: re.Match[str]) -> Meaning:
    return Period(unit="day", step=-2 if match["d"].lower() == "before" else 2)


def _stepped(match: re.Match[str]) -> Meaning | None:
    """A unit with last, this, next; narrated where the text tells from a date of its own."""
    unit = _unit(match)
    if unit in ("second", "minute", "hour"):
        return None
    words = re.sub(r"\s+", " ", match["s"].lower()).split()
    key = words[-1]
    if key == "past" and "this" not in words:
        return None
    told = words[0] in ("the", "that") and key in _NARRATED and (key != "next" or unit in _TOLD)
    if key in _STEPS and not (key == "following" or told):
        return Period(unit=unit, step=_STEPS[key])
    return Period(unit=unit, step=_NARRATED[key], frame=NARRATION, points=_NARRATED[key] == 0)


def _bare_unit(match: re.Match[str]) -> Meaning:
    """A unit that wants words before it (see `doubt`): "the end of the year", "later in the day"."""
    unit = _unit(match)
    return Period(unit=unit, step=0, frame=NARRATION if unit == "day" else PUBLICATION)


def _past_unit(match: re.Match[str]) -> Meaning:
    """The time up to now: "the past year" is twelve months, not the calendar year before."""
    unit = _unit(match)
    return Length(value=length_value(1, unit), count=1, unit=unit, side=-1)


def _season(match: re.Match[str]) -> Meaning:
    code = time_words().seasons[match["u"].lower()]
    found = match.groupdict()
    if found.get("y"):
        return Period(unit="season", season=code, of=Period(unit="year", number=int(found["y"])))
    step = re.sub(r"\s+", " ", (found.get("s") or "").lower()).split()
    return Period(unit="season", season=code, step=_STEPS.get(step[-1]) if step else None)


def _ago(match: re.Match[str]) -> Meaning:
    key = re.sub(r"\s+", " ", match["how"].lower())
    sign = 1 if key in ("from now", "hence") else -1
    return Shift(count=_count(match), unit=_unit(match), sign=sign)


def _count(match: re.Match[str]) -> float | None:
    """How many; None where the words leave it open ("several", or a bare plural: "months ago")."""
    found = match.groupdict()
    if found.get("v") or "n" not in found:
        return None
    count = cardinal(found["n"]) if found.get("n") else 1
    return count + 0.5 if count is not None and found.get("half") else count


def _later(match: re.Match[str]) -> Meaning:
    sign = 1 if match["how"].lower() in _LATER else -1
    return Shift(count=_count(match), unit=_unit(match), sign=sign, frame=NARRATION)


def _after(match: re.Match[str]) -> Meaning:
    key = match["how"].lower()
    sign = -1 if key in ("before", "prior to") else 1
    return Shift(count=_count(match), unit=_unit(match), sign=sign, frame=NARRATION, wants_base=True)


def _day_before(match: re.Match[str]) -> Meaning:
    """Alone it is told from the story; "the day after the vote" hangs on an event, and waits for its date."""
    sign = -1 if match["how"].lower() == "before" else 1
    alone = not re.match(r"\s[\w'\"$]", match.string[match.end() : match.end() + 2])
    return Shift(count=1, unit=_unit(match), sign=sign, frame=NARRATION, wants_base=not alone, dates=True)


def _year_ago(match: re.Match[str]) -> Meaning:
    if match["n"]:
        return Length(value=length_value(cardinal(match["n"]), "month"), count=cardinal(match["n"]), unit="month")
    what = (match["what"] or "").lower()
    number = ordinal_number(match["o"]) if match["o"] else None
    if what == "quarter" or number:
        return Period(unit="quarter", number=number, step=-4)
    return Period(unit="comparable", step=-1)


def _quarter(match: re.Match[str]) -> Meaning | None:
    found = match.groupdict()
    unit = found["u"].lower()
    if found["o"].lower() in ("last", "latter"):
        return Period(unit="half", number=2) if unit == "half" else None
    number = ordinal_number(found["o"])
    if not 1 <= number <= (4 if unit == "quarter" else 2):
        return None
    year = found.get("y")
    of = Period(unit="year", step=None, number=int(year)) if year else None
    return Period(unit=unit, number=number, of=of, fiscal=_is_fiscal(match, number))


#: "the fourth quarter ended Sept. 30".
_ENDED = re.compile(r"\s(?:that\s)?(?:ended|ending)\s(?:on\s)?(?:\d{1,2}\s)?(?P<m>[A-Za-z]{3,9})")


def _is_fiscal(match: re.Match[str], number: int) -> bool:
    """Whether the words say that the quarter is of a company's own year: by name, or by the month in which it ends."""
    if "fiscal" in match.group().lower():
        return True
    ended = _ENDED.match(match.string, match.end())
    month = time_words().months.get(ended["m"].lower()) if ended is not None else None
    return month is not None and month != 3 * number


def _latest(match: re.Match[str]) -> Meaning:
    year = match["y"]
    return Period(unit="comparable", step=0, of=Period(unit="year", step=None, number=int(year)) if year else None)


def _reference(match: re.Match[str]) -> Meaning:
    return Reference(value=time_words().refs[re.sub(r"\s+", " ", match.group().lower())])


def _modifier(match: re.Match[str]) -> Meaning:
    return Modifier(word=re.sub(r"\s+", " ", match.group().lower()))


def relative_rules() -> tuple[Rule, ...]:
    """Every rule of this family."""
    words = time_words()
    numbers = {DIGIT, "a", "an", "one", "few", "several", "many", "dozens", "hundreds", "some", "countless"}
    heads = numbers | ABOUT_HEADS | heads_of(words.numbers) | {"the"}
    amount = (
        r"{about}?(?:(?P<v>{vague})(?:_of)?|(?P<n>(?:a_)?couple_of|{number}|an?))(?:(?:_|-)more)?"
        r"(?:_|-)(?P<u>{unit})(?P<half>_and_a_half)?"
    )
    bare = r"(?:(?P<v>{vague})(?:_of)?_)?(?P<u>days|weeks|months|years|decades|centuries|hours|minutes)"
    stepped = (
        r"(?P<s>(?:the_|this_|these_)?(?:last|past|coming|upcoming|current|present|previous|preceding|prior|following|"
        r"same|next)|this|that_same|that)_"
    )
    step_heads = "the this these that last past coming upcoming current present previous preceding prior".split()
    step_heads += ["following", "same", "next"]
    refs = "|".join(key.replace(" ", "_") for key in sorted(words.refs, key=len, reverse=True))
    of_year = r"(?:the_|its_|their_)?(?:fiscal(?:_|-))?(?:(?P<y>{year})_)?(?:fiscal(?:_|-))?"
    return (
        rule("day-word", r"(?P<d>today|yesterday|tomorrow)", _DAYS, _day),
        rule("two-days", r"the_day_(?P<d>before|after)_(?:yesterday|tomorrow)", ["the"], _two_days),
        rule(
            "stepped",
            rf"(?:all_)?{stepped}(?:calendar_|fiscal_|financial_|whole_|full_)?(?P<u>{{oneunit}})",
            step_heads,
            _stepped,
        ),
        rule(
            "before-last",
            r"the_(?P<u>weekend|week|month|year)_before_last",
            ["the"],
            lambda match: Period(unit=match["u"].lower(), step=-2),
        ),
        rule(
            "in-time",
            r"(?:with)?in_{about}?(?:(?P<v>{vague})|(?P<n>(?:a_)?couple_of|{number}|an?))_(?P<u>{unit})'s?_time",
            ["in", "within"],
            lambda match: Shift(count=_count(match), unit=_unit(match), sign=1),
        ),
        rule(
            "season-year",
            r"(?:the_)?(?P<u>{season})(?:,?_|_of_)(?P<y>{year})",
            {"the", *words.seasons},
            _season,
        ),
        rule(
            "stepped-season",
            r"(?:(?P<s>(?:the_)?(?:last|this_past|this_coming|this|next|past|coming))_|the_)(?P<u>{season})",
            step_heads,
            _season,
        ),
        rule("ago", rf"{amount}_(?:or_(?:so|two)_)?(?P<how>ago|from_now|hence)", heads, _ago),
        rule(
            "ago-bare",
            rf"{bare}_(?P<how>ago|from_now)",
            {"days", "weeks", "months", "years", "decades", "centuries", "hours", "minutes"} | numbers,
            _ago,
        ),
        rule(
            "later",
            rf"{amount}_(?P<how>later(?!_than)|earlier(?!_than)|previously|afterwards|beforehand|prior)",
            heads,
            _later,
        ),
        rule(
            "after",
            rf"{amount}_(?P<how>after|before|prior_to|following|from(?=_(?:{{wday}}|{{month}}|today|tomorrow)))",
            heads,
            _after,
        ),
        rule("day-before", r"the_(?P<u>day|week|month|year)_(?P<how>before|after)", ["the"], _day_before),
        rule(
            "in-the-day",
            r"(?:early|earlier|late|later)_in_the_(?P<u>day|week|month|year)",
            ["early", "earlier", "late", "later"],
            _bare_unit,
        ),
        rule(
            "year-ago",
            r"(?:the_|a_)?(?:comparable_|corresponding_)?(?:year-earlier|year-ago|previous-year|prior-year)"
            r"(?:(?:_(?P<o>{ordinal}))?(?:_|-)(?P<what>quarter|period)|_(?P<n>three|six|nine|12)_months)?",
            ["the", "a", "year", "previous", "prior", "comparable", "corresponding"],
            _year_ago,
        ),
        rule(
            "quarter",
            rf"{of_year}(?P<o>{{ordinal}}|last|latter)(?:-|_)(?P<u>quarter|half)",
            {"the", "its", "their", "fiscal", "last", "latter", DIGIT} | heads_of(words.ordinals),
            _quarter,
        ),
        rule(
            "latest-quarter",
            r"the_(?:latest_|most_recent_|recent_|(?P<y>{year})_)?(?:quarter|period)(?!-)",
            ["the"],
            _latest,
        ),
        rule("reference", rf"(?:{refs})", heads_of(words.refs), _reference),
        rule(
            "modifier",
            r"(?:the_)?(?:very_)?(?:(?:early|late|mid|earlier|later|sometime)(?:_(?:in|on))?|"
            r"(?:middle|end|beginning|start|close|first_part|latter_part|turn|rest|remainder|most)_of)",
            "the very early late mid middle end beginning start earlier later sometime most".split(),
            _modifier,
        ),
        rule(
            "bare-unit",
            r"the_(?:fiscal_|full_|calendar_)?(?P<u>year|month|week|day)(?!_(?:ended|ending)\b)",
            ["the"],
            _bare_unit,
        ),
        rule("past-unit", r"(?:the_)?past_(?P<u>day|week|month|year|decade|century)", ["the", "past"], _past_unit),
        rule("weekend", r"(?:the|over_the)_weekend", ["the", "over"], lambda match: Period(unit="weekend", step=None)),
        rule("year-end", r"(?:the_)?year(?:-|_|'s_)end", ["the", "year"], lambda match: Period(unit="year-end")),
    )
