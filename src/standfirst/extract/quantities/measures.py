"""A number with what is written around it: its bound ("at least"), its unit ("km", "$"), and "per" what it is.

Text alone; no parse is needed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from standfirst.extract.quantities.currency import WHOSE
from standfirst.extract.quantities.numeral import Numeral, tidy
from standfirst.lexicon.numbers import number_words
from standfirst.lexicon.units import Unit, signs, unit_named, units

_PER = re.compile(
    r"\s*(?:,\s*)?((?:per|each|every)\s+[a-z]+|an?\s+(?:year|month|week|day|hour|minute|share|barrel|ton|tonne|head|person|gallon"
    r"|litre|liter|night|kilo|piece|mile)|a\s?-\s?(?:year|month|share|barrel)|annually|yearly|monthly|weekly|daily|a\s+pop)\b",
    re.IGNORECASE,
)
_UP_TO_VERB = re.compile(
    r"\b(?:go|goes|going|went|gone|rise|rises|rising|rose|risen|climb\w*|grow\w*|grew|jump\w*|mov\w+|bring|bringing"
    r"|brought|push\w*|driv\w+|bump\w*|went back|shot|shoot\w*|soar\w*|walk\w*|add\w*)\s+(?:back\s+)?$",
    re.IGNORECASE,
)
#: How far "about" reaches, as a share of the number: "about 200" may be 180 or 220. A rule of thumb that errs wide.
ABOUT = Decimal("0.1")
#: Units whose words are also everyday words: taken only after digits or a multiplier ("Five won").
_EVERYDAY = frozenset({"won", "rand", "cent", "second", "point", "stone", "dong", "real", "taka"})
#: Letters that are a unit only right behind digits and as capitals: "38C".
_LETTERS = frozenset({"C", "F"})
_COMPARED = re.compile(r"\s+(?:as|more|faster|slower|higher|larger|bigger|greater|stronger|its|their|the|that|what)\b")
#: Singular forms that need a hyphen or the value 1 ("two-year", "one day"): else the word starts something new.
_SINGULAR_TIME = frozenset({"year", "month", "week", "day", "hour", "minute", "second", "foot", "mile", "block"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """A number with its bound and unit; `text[start:end]` are all its words."""

    numeral: Numeral
    start: int
    end: int
    value: Decimal
    low: Decimal | None
    high: Decimal | None
    bound: str
    #: The cue that bounded it ("a maximum of"), "" without one.
    cue: str
    unit: Unit | None
    #: Place of the words that say per what it is ("per year"), or None.
    per: tuple[int, int] | None
    #: Offset after number and unit: what is counted may follow here.
    after: int
    #: Joined to its unit by a hyphen ("a 12-day trek").
    hyphened: bool


def measured(text: str, numeral: Numeral) -> Measure:
    """The number with its surroundings; `text` is plain (`standfirst.text.plain`)."""
    start, bound, cue = _bound_before(text, _between(text, numeral))
    end, later = _bound_after(text, numeral.end)
    bound = bound if bound != "exact" else later
    unit, unit_end = _unit(text, numeral, end)
    if unit is not None and unit_end > end:
        end = unit_end
        end, later = (end, "exact") if bound != "exact" else _bound_after(text, end)
        bound = bound if bound != "exact" else later
    per = _PER.match(text, end, end + 40)
    if bound == "exact" and numeral.kind in ("vague", "range"):
        bound = "about"
    low, high = _ends(numeral, bound)
    return Measure(
        numeral=numeral,
        start=start,
        end=end,
        value=numeral.value,
        low=low,
        high=high,
        bound=bound,
        cue=cue,
        unit=unit,
        per=(per.start(1), per.end(1)) if per else None,
        after=end,
        hyphened=unit is not None and text[numeral.end : numeral.end + 1] == "-",
    )


def _ends(numeral: Numeral, bound: str) -> tuple[Decimal | None, Decimal | None]:
    """The least and the greatest that the words allow; None where they leave that side open."""
    if not numeral.ranged:
        return None, None
    if bound == "at_least":
        return numeral.low, None
    if bound == "at_most":
        return None, numeral.high
    if bound == "about" and numeral.kind in ("plain", "fraction", "odds"):
        ends = tidy(numeral.value * (1 - ABOUT)), tidy(numeral.value * (1 + ABOUT))
        return min(ends), max(ends)
    return numeral.low, numeral.high


def _between(text: str, numeral: Numeral) -> int:
    """Where a range begins: "between" belongs to it."""
    lead = re.search(
        r"\bbetween\s+(?:about\s+|some\s+)?$", text[max(0, numeral.start - 16) : numeral.start], re.IGNORECASE
    )
    return numeral.start - len(lead.group()) if lead is not None and numeral.kind == "range" else numeral.start


@cache
def _before() -> re.Pattern[str]:
    cues = "|".join(re.escape(cue).replace(r"\ ", r"\s+") for cue, _ in number_words().before)
    return re.compile(rf"(?<![\w-])({cues})\s*(?:the\s+)?$", re.IGNORECASE)


@cache
def _after() -> re.Pattern[str]:
    cues = "|".join(re.escape(cue).replace(r"\ ", r"\s+") for cue, _ in number_words().after)
    return re.compile(rf"(?:\s+|(?=[-+]))({cues})(?!\w)", re.IGNORECASE)


def _bound_before(text: str, start: int) -> tuple[int, str, str]:
    """Where the words of the bound begin, the bound and its cue; the outermost cue wins ("at least about 20")."""
    table = dict(number_words().before)
    bound, cue = "exact", ""
    for _ in range(3):
        window = text[max(0, start - 40) : start]
        match = _before().search(window)
        if match is None:
            break
        words = re.sub(r"\s+", " ", match.group(1).lower())
        lead = window[: match.start()]
        if words == "up to" and _UP_TO_VERB.search(lead):
            break
        if words in ("over", "under", "above", "below", "near", "around", "about") and re.search(
            r"\b(?:spread|scattered|all|just|talk|talked|talking|concerns?|worr\w+|flew|drove|moved|fight\w*) $",
            lead,
        ):
            break
        found = table[words]
        if found != "exact":
            start, cue = start - (len(window) - match.start()), words
            bound = found
        elif words in ("only", "just", "all", "another", "the other"):
            break
        else:
            start = start - (len(window) - match.start())
    return start, bound, cue


def _bound_after(text: str, end: int) -> tuple[int, str]:
    match = _after().match(text, end, end + 24)
    if match is None:
        return end, "exact"
    return match.end(), dict(number_words().after)[re.sub(r"\s+", " ", match.group(1).lower())]


@cache
def _unit_forms() -> re.Pattern[str]:
    forms = sorted(units(), key=len, reverse=True)
    names = "|".join(re.escape(form).replace(r"\ ", r"\s+") for form in forms if form != "%")
    return re.compile(rf"(\s?%|(?:\s?-\s?|\s{{1,2}}|)((?:{names}))(?![\w]))", re.IGNORECASE)


def _unit(text: str, numeral: Numeral, end: int) -> tuple[Unit | None, int]:
    """The unit of a number and the offset after it; (None, end) where it has none."""
    match = _unit_forms().match(text, end, end + 24)
    if match is None and re.match(r"\s+of\s+an?\s", text[end : end + 8]) is None and numeral.kind == "fraction":
        match = _unit_forms().match(text, end + 2, end + 24) if text[end : end + 3] in (" a ", " an") else None
    if numeral.sign:
        return _money(text, numeral, end, match)
    if re.search(r"\bmagnitude(?: of)? $", text[max(0, numeral.start - 14) : numeral.start], re.IGNORECASE):
        return unit_named("magnitude"), end
    if match is None:
        return _of_unit(text, numeral, end)
    if match.group().strip() == "%":
        return unit_named("%"), match.end()
    form = re.sub(r"\s+", " ", match.group(2))
    unit = unit_named(form)
    hyphen, touching = "-" in match.group()[: -len(match.group(2))], match.start(2) == end
    if unit is None or (touching and not numeral.digits):
        return None, end
    if len(form) <= 2 and form != form.lower() and form not in units():
        return None, end
    if (
        form.lower() in _EVERYDAY
        and not (numeral.digits or numeral.multiplied)
        and not (form.lower() == "cent" or hyphen)
    ):
        return None, end
    old = re.match(r"[\s-]old\b", text[match.end() : match.end() + 5]) is not None  # "18 year old Ivo Marsh"
    if form.lower() in _SINGULAR_TIME and not hyphen and not old and numeral.value > 1:
        return None, end
    if (form.upper() in _LETTERS and not touching) or (form == "times" and not _COMPARED.match(text, match.end())):
        return None, end
    if form.lower() == "m" and not touching and text[end : end + 2] != " m":
        return None, end
    if unit.code == "lb" and numeral.multiplied and form.lower().startswith("pound"):
        return signs()["£"], match.end()
    return unit, match.end()


def _money(text: str, numeral: Numeral, end: int, match: re.Match[str] | None) -> tuple[Unit | None, int]:
    """The unit of a sum with a sign: "$5 million Canadian", "$99 (USD)" and "$3 million US dollars" say whose."""
    money = signs()[numeral.sign]
    spoken = unit_named(re.sub(r"\s+", " ", match.group(2))) if match is not None and match.group(2) else None
    if match is not None and spoken is not None and spoken.dimension == "money":
        return (spoken if money.code == "$" else money), match.end()
    whose = WHOSE.match(text, end, end + 32) if money.code == "$" else None
    if whose is not None:
        return unit_named(whose.group("code") or f"{whose.group('whose')} dollars"), whose.end()
    return money, end


def _of_unit(text: str, numeral: Numeral, end: int) -> tuple[Unit | None, int]:
    """ "dozens of miles", "millions of dollars": a unit behind "of" after a vague number."""
    if numeral.kind != "vague" or text[end : end + 4] != " of ":
        return None, end
    match = _unit_forms().match(text, end + 3, end + 28)
    unit = unit_named(re.sub(r"\s+", " ", match.group(2))) if match is not None and match.group(2) else None
    return (unit, match.end()) if match is not None and unit is not None else (None, end)
