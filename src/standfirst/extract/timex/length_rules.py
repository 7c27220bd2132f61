"""How long and how often: "two hours", "a three-year term", "the next few days", "every Friday", "once a week"."""

from __future__ import annotations

import re
from dataclasses import replace

from standfirst.extract.timex.lengths import length_value
from standfirst.extract.timex.meaning import Every, Length, Meaning
from standfirst.extract.timex.patterns import (
    ABOUT_HEADS,
    DIGIT,
    Rule,
    cardinal,
    heads_of,
    month_number,
    rule,
    weekday_number,
)
from standfirst.lexicon.time import time_words


def _length(count: float | None, unit: str, side: int = 0) -> Length:
    return Length(value=length_value(count, unit), count=count, unit=unit, side=side)


def _counted(match: re.Match[str]) -> Meaning:
    found = match.groupdict()
    unit = time_words().units[found["u"].lower()]
    count = None if found.get("v") else cardinal(found["n"]) if found.get("n") else None
    if count is not None and (found.get("half") or found.get("frac")):
        count += 0.5
    length = _length(count, unit, _side(found.get("side")))
    return replace(length, results=_gives_results(match, count, unit))


def _gives_results(match: re.Match[str], count: float | None, unit: str) -> bool:
    """Whether companies give results for such a length: "the nine months", "the first six months"."""
    return unit == "month" and count in (6, 9, 12) and match.group().lower().startswith("the ")


def _half(match: re.Match[str]) -> Meaning:
    return _length(0.5, time_words().units[match["u"].lower()])


def _side(printed: str | None) -> int:
    if not printed:
        return 0
    key = printed.lower().split()[-1]
    return -1 if key in ("last", "past", "previous", "preceding", "recent") else 1


_PLURALS = "hours|days|weeks|months|years|decades|centuries"
_LONG_BEFORE = re.compile(
    r"\b(?:for|after|of|in|within|over|took|take|takes|lasts?|lasted|spent|spend|the|until|by|through)\s+$",
    re.IGNORECASE,
)


def _after_preposition(match: re.Match[str]) -> Meaning | None:
    """Plural units alone, only where they are a length: "for years", "after months of talks"."""
    before = match.string[max(0, match.start() - 12) : match.start()]
    return _open(match) if _LONG_BEFORE.search(before) else None


def _open(match: re.Match[str]) -> Meaning:
    return _length(None, time_words().units[match["u"].lower()], _side(match.groupdict().get("side")))


def _every(match: re.Match[str]) -> Meaning | None:
    found, words = match.groupdict(), time_words()
    if found.get("w"):
        printed = found.get("p1") or found.get("p")
        part = f"T{words.parts[printed.lower()]}" if printed else ""
        return Every(value=f"XXXX-WXX-{weekday_number(found['w'])}{part}")
    if found.get("m"):
        return Every(value=f"XXXX-{month_number(found['m']):02}")
    if found.get("season"):
        return Every(value=f"XXXX-{words.seasons[found['season'].lower()]}")
    if found.get("p"):
        return Every(value=f"XXXX-XX-XXT{words.parts[found['p'].lower()]}")
    count = cardinal(found["n"]) if found.get("n") else 2 if found.get("other") else 1
    return Every(value=length_value(count, words.units[found["u"].lower()]))


def _adverb(match: re.Match[str]) -> Meaning:
    return Every(value=time_words().sets[match.group().lower()])


def length_rules() -> tuple[Rule, ...]:
    """Every rule of this family."""
    words = time_words()
    numbers = {DIGIT, "a", "an", "few", "several", "many", "dozens", "hundreds", "some", "countless", "half", "the"}
    heads = numbers | ABOUT_HEADS | heads_of(words.numbers)
    side = r"(?:(?:the_|these_|this_)?(?P<side>last|past|previous|preceding|next|coming|following|first|final|recent)_)"
    side_heads = set("the these this last past previous preceding next coming following first final recent".split())
    amount = r"(?:(?P<v>{vague})|(?P<n>(?:a_)?couple_of|{number}|an?(?=_)))(?P<frac>_1/2|-and-a-half|_and_a_half)?"
    unit = (
        r"(?:_(?:more|additional|full|whole|long|straight|consecutive|trading|calendar|business|working))?"
        r"(?:_|-)(?P<u>{unit})"
    )
    span = r"(?:s'|')?(?P<half>_and_a_half)?(?:-long|_long)?(?:_or_so)?"
    return (
        rule(
            "per",
            r"(?:per|a|an)_(?P<u>day|week|month|year|hour|minute|night|quarter|fortnight|decade)",
            ["per", "a", "an"],
            _per,
        ),
        rule("counted", rf"{{about}}?(?:the_)?{amount}{unit}{span}", heads, _counted),
        rule("counted-sided", rf"{{about}}?{side}{amount}{unit}{span}", side_heads | ABOUT_HEADS, _sided),
        rule(
            "year-ended",
            r"the_(?:fiscal_|financial_)?(?P<u>year|month|week)(?=_(?:ended|ending)\b)",
            ["the"],
            lambda match: replace(_length(1, match["u"].lower()), results=True),
        ),
        rule("another", r"(?:another|an_additional)_(?:(?P<n>{number})_)?(?P<u>{unit})", ["another", "an"], _another),
        rule("half", r"{about}?half(?:_an?|-an?)?(?:_|-)(?P<u>{unit})", {"half"} | ABOUT_HEADS, _half),
        rule(
            "open-sided",
            r"(?P<side>recent|coming|past)_(?P<u>days|weeks|months|years|quarters|decades|hours|minutes)",
            ["recent", "coming", "past"],
            _sided_open,
        ),
        rule(
            "open-sided-the",
            r"(?:the|these)_(?P<side>last|past|coming|next|recent)_(?P<u>days|weeks|months|years|decades|hours|minutes)",
            ["the", "these"],
            _sided_open,
        ),
        rule(
            "open-ahead",
            r"the_(?P<u>days|weeks|months|years|decades|hours|minutes)_(?P<side>ahead|to_come)",
            ["the"],
            _sided_open,
        ),
        rule("open", rf"(?P<u>{_PLURALS})(?:_or_(?:{_PLURALS}))?", _PLURALS.split("|"), _after_preposition),
        rule(
            "open-long",
            r"(?P<u>day|week|month|year|decade|hour)s-(?:long|old)",
            ["days", "weeks", "months", "years", "decades", "hours"],
            _open,
        ),
        rule(
            "one-long",
            r"(?P<u>day|week|month|year|hour|night)(?:-long|-old|long)",
            [unit + long for unit in ("day", "week", "month", "year", "hour", "night") for long in ("", "long")],
            _one,
        ),
        rule(
            "every",
            r"(?:almost_|nearly_)?(?:every|each)_(?:(?P<other>other)_|(?P<n>{number})_)?(?:(?P<w>{weekday})"
            r"(?:_(?P<p1>{part}))?(?:(?:,_|,?_and_){weekday}){0,3}|(?P<m>{month})|(?P<season>{season})|(?P<u>{unit})|(?P<p>{part}))",
            ["every", "each", "almost", "nearly"],
            _every,
        ),
        rule(
            "times",
            r"(?:(?:once|twice|{number}_times|several_times|three_times)_(?:a|an|per|each|every))_(?P<u>{unit})",
            {"once", "twice", "several", DIGIT} | heads_of(words.numbers),
            _every,
        ),
        rule(
            "plural-weekday",
            r"(?P<w>{weekday}(?=_nights|_mornings|_evenings|_afternoons))_(?P<p>night|morning|evening|afternoon)s",
            heads_of(words.weekdays),
            _every,
        ),
        rule(
            "plural-weekdays",
            r"(?-i:Mondays|Tuesdays|Wednesdays|Thursdays|Fridays|Saturdays|Sundays)",
            [day + "s" for day in words.weekdays],
            _plural,
        ),
        rule("adverb", "(?:" + "|".join(words.sets) + ")", words.sets, _adverb),
    )


def _one(match: re.Match[str]) -> Meaning:
    return _length(1, match["u"].lower())


def _sided(match: re.Match[str]) -> Meaning:
    if match["side"].lower() in ("first", "final"):
        unit, count = time_words().units[match["u"].lower()], None if match["v"] else cardinal(match["n"])
        return replace(_length(count, unit), results=_gives_results(match, count, unit))
    return _counted(match)


def _another(match: re.Match[str]) -> Meaning:
    return _length(cardinal(match["n"]) if match["n"] else 1, time_words().units[match["u"].lower()])


def _sided_open(match: re.Match[str]) -> Meaning:
    unit = time_words().units[match["u"].lower()]
    return _length(None, unit, _side(match["side"]))


def _per(match: re.Match[str]) -> Meaning | None:
    """Only after an amount: "$3 million a year"; else "a year" is a length."""
    if not match.group().lower().startswith("per") and not _after_amount(match.string, match.start()):
        return None
    return Every(value=length_value(1, time_words().units[match["u"].lower()]))


_AMOUNT_BEFORE = re.compile(
    r"(?:\d[\d.,]*|one|two|three|four|five|six|seven|eight|nine|ten|dozen|million|billion|trillion|percent|%|twice|once|"
    r"times|thousand|hundred)(?:\s+[a-z-]{3,}){0,2}\s+$",
    re.IGNORECASE,
)
_NOT_AMOUNT = re.compile(
    r"\b(?:for|in|within|after|about|nearly|almost|over|than|least|of|and|was|is|by|during|from|to|spent|only|just|"
    r"half)\s+$",
    re.IGNORECASE,
)


def _after_amount(text: str, start: int) -> bool:
    before = text[max(0, start - 40) : start]
    return _AMOUNT_BEFORE.search(before) is not None and _NOT_AMOUNT.search(before) is None


def _plural(match: re.Match[str]) -> Meaning:
    return Every(value=f"XXXX-WXX-{weekday_number(match.group()[:-1])}")
