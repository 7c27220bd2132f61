"""What looks like a time expression and is none: ages, the verbs "may" and "march", scores, amounts, names.

Each test sees the plain text around one piece. Precision first: a month that may be a given name wants a preposition.
"""

from __future__ import annotations

import re

from standfirst.extract.timex.meaning import (
    Calendar,
    Clock,
    Every,
    Length,
    Named,
    Part,
    Period,
    Piece,
    Reference,
    Shift,
    Weekday,
)
from standfirst.lexicon.time import time_words

_REACH = 30
_AGE_AFTER = re.compile(r"(?:\s?-\s?|\s)(?:year-)?(?:old|of age)\b", re.IGNORECASE)
_AGE_BEFORE = re.compile(r"\b(?:aged?|age of)\s$", re.IGNORECASE)
_TIME_WORD = re.compile(
    r"\b(?:in|since|until|till|by|from|to|through|throughout|of|for|during|and|or|between|before|after|on|last|next|this|"
    r"early|late|mid|every|each|the|around|about|starting|ending|ended|beginning|over|versus|with|when|as|than|vs\.?|past|"
    r"late-|mid-|early-|pre-|post-|due|payable|effective|issued|dated)[\s-]$",
    re.IGNORECASE,
)
_YEAR_BEFORE = re.compile(
    r"\b(?:in|since|until|till|by|from|to|through|of|during|and|or|between|before|after|early|late|mid|year|fiscal|for|"
    r"than|as|around|circa|c\.|about|to the|late in|early in|mid-|pre-|post-|begin|beginning|back in|until the|"
    r"starting|start|ending)[\s-]$|[(\-\[]\s?$|^\s*$|\n\s*$|[,;:]\s$",
    re.IGNORECASE,
)
_COUNTED_AFTER = re.compile(
    r"\s(?:people|persons|men|women|children|troops|soldiers|personnel|jobs|workers|employees|dollars|euros|pounds|tons|"
    r"tonnes|miles|kilomet|met(?:er|re)s|feet|acres|hectares|votes|cases|deaths|homes|houses|points|percent|shares|units|"
    r"cars|vehicles|times|barrels|megawatts|mw|hp|kg|km|degrees|calories|cubic|square|members|delegates|stores|"
    r"companies|students|police|officers|missiles|refugees|migrants|passengers)\b|"
    r"-(?:foot|mile|pound|acre|member|strong|year|seat|ton|meter|metre|square)|\s?%",
    re.IGNORECASE,
)
_NAME_AFTER = re.compile(r"\s(?-i:[A-Z][a-z]+)")
_ARTICLE = re.compile(r"\b(?:an?|the|its|his|her|their|our)\s$", re.IGNORECASE)
#: "the March accession", but not "the March on the capital".
_THING_AFTER = re.compile(r"\s(?!on\b|for\b|of\b|to\b|against\b|was\b|is\b|in\b|will\b|by\b)[a-z]+|\s\d")
_CLOCK_WORD = re.compile(
    r"\b(?:at|by|around|about|until|till|from|before|after|since|between|and|to|the|update|updated)[\s-]*$|"
    r"[\-(|]\s*$",
    re.IGNORECASE,
)
#: Days that history or trade has named: "Black Monday" is no Monday of this week.
_NAMED_DAY = re.compile(r"\b(?:Black|Bloody|Super|Fat|Cyber|Holy|Maundy|Palm|Shrove|Giving)\s$")
_PAPER_AFTER = re.compile(
    r"\s(?:Times|Telegraph|Mirror|Mail|Express|Herald|Post|Star|Nation|Tribune|Mass|Night Live)\b"
)
_PAIR_AFTER = re.compile(r"\s?(?:-|to|and)\s?\d")


def doubtful(text: str, piece: Piece) -> bool:
    """Whether the piece of a plain text is better not taken for a time expression."""
    before = text[max(0, piece.start - _REACH) : piece.start]
    after = text[piece.end : piece.end + _REACH]
    words = text[piece.start : piece.end]
    match piece.says:
        case Calendar():
            return _calendar(piece.says, before, words, after)
        case Length() | Shift():
            return (
                _is_age(before, words, after)
                or _no_length(piece.says, words, after)
                or (words.lower() == "one day" and not _LASTS.search(before))
            )
        case Clock():
            return _clock(piece.says, before, words, after)
        case Part():
            return _part(piece.says, before, words, after)
        case Period():
            return _period(piece.says, before, words, after)
        case Weekday():
            paper = _PAPER_AFTER.match(after) or (before.lower().endswith("the ") and _NAME_AFTER.match(after))
            return _NAMED_DAY.search(before) is not None or bool(paper)
        case Named():
            return words.endswith(("Christmas", "Thanksgiving", "Halloween")) and bool(_NAME_AFTER.match(after))
        case Reference():
            return _reference(words, before, after)
        case Every():
            return _habit(words, after) or (
                words[:1].isupper() and bool(_NAME_AFTER.match(after)) and before[-2:-1] not in (".", "", "\n")
            )
    return False


def _habit(words: str, after: str) -> bool:
    """A paper or a thing rather than how often something happens: "the party daily", "its quarterly dividend"."""
    lower = words.lower()
    if lower in ("an hour", "per hour", "a minute", "per minute", "per second"):
        return True
    return lower in ("daily", "weekly", "monthly", "quarterly") and bool(
        re.match(r"\s(?:[A-Z]|dividend|report|paper|newspaper|magazine|results|earnings)", after)
    )


def _is_age(before: str, words: str, after: str) -> bool:
    return bool(_AGE_AFTER.match(after) or _AGE_BEFORE.search(before)) or words.lower().endswith("-old")


def _no_length(says: Length | Shift, words: str, after: str) -> bool:
    """What is no length of time: "a second group", "three-quarters", "a quarter of them", "a fiscal year" (a sort)."""
    if isinstance(says, Shift):
        return False
    if says.unit == "second" and (says.count == 1 or not words.lower().endswith(("seconds", "second"))):
        return True
    if words.lower() in ("a calendar year", "a fiscal year", "a financial year"):
        return True
    if says.unit == "quarter":
        return says.count in (1, 3) and says.side == 0
    return words[:1].isupper() and bool(_TITLE.search(words))


#: "one day" is a length only after these; alone it is some day or other.
_LASTS = re.compile(
    r"\b(?:in|for|within|of|than|just|only|after|about|least|lasted|lasts|took|takes|each|every|single|spent|by)\s$",
    re.I,
)
#: Every word of it capitalised: the title of a programme or a paper rather than a time.
_TITLE = re.compile(r"^[A-Z][a-z]+(?:\s[A-Z][a-z]+)+$")


def _calendar(says: Calendar, before: str, words: str, after: str) -> bool:
    if says.month is None and says.of is None:
        return _bare_year(says.year or 0, words, before, after)
    if says.day is None and says.year is None and says.of is None and says.step is None:
        return _bare_month(words, before, after)
    return False


def _bare_month(words: str, before: str, after: str) -> bool:
    """No months: "May said", "the March on the capital", "Ms. April Hale"; but "in May" is one."""
    key = words.lower().split()[-1]
    if len(key.rstrip(".")) < 5 and key not in ("may", "june", "july") and not key.endswith("."):
        return True
    if key.rstrip(".") not in time_words().months_ambiguous:
        return bool(_NAME_AFTER.match(after)) and not _TIME_WORD.search(before)
    if _ARTICLE.search(before):
        return not _THING_AFTER.match(after)
    return not _TIME_WORD.search(before) or before.rstrip().lower().endswith((" with", " than", " as", " when"))


def _bare_year(year: int, words: str, before: str, after: str) -> bool:
    if not words[0].isdigit() and words.lower().startswith(("the year", "year", "fiscal")):
        return False
    if _COUNTED_AFTER.match(after):
        return True
    if _YEAR_BEFORE.search(before):
        return year < 1500 and not re.search(r"\bin\s$", before)
    if not 1900 <= year <= 2050:
        return True
    last = before.split()[-1:] or [""]
    capital = last[0][:1].isupper() and last[0].lower().strip(",") not in ("the", "a", "in", "his", "her", "its")
    return capital and not last[0].endswith((",", ".", "s", "'s"))


def _clock(says: Clock, before: str, words: str, after: str) -> bool:
    """A bare "1:56" is as often a length or a score: it wants "at", "by" and the like."""
    plain = re.fullmatch(r"\d{1,2}:\d\d", words) is not None
    if plain and says.zone is None and says.day is None:
        return not _CLOCK_WORD.search(before) or bool(_PAIR_AFTER.match(after))
    if "clock" not in words.lower() and re.match(r"[A-Za-z]+\s|\d{1,2}\s(?:in|at)\s", words) and says.minute is None:
        return says.day is None and not _CLOCK_WORD.search(before) and not re.search(r"[ap]\.?m", words, re.IGNORECASE)
    return False


def _part(says: Part, before: str, words: str, after: str) -> bool:
    """A part of the day alone is too vague, but for "in the morning" and "overnight"."""
    if says.day is not None or says.code == "overnight":
        return False
    if _PART_OF.match(after) or (words.lower().startswith("the ") and _PART_WHEN.match(after)):
        return True
    if re.search(r"\b(?:by|at|before|until|since|after)\s$", before, re.IGNORECASE):
        return " " in _MODIFIED.sub("", words)
    return not words.lower().startswith(
        ("in the ", "at night", "the morning", "the night", "the evening", "the afternoon")
    )


#: "the night of the fire", "the night the mill burned": when that was, other words have to say.
_PART_OF = re.compile(r"\s(?:after|before|of|that|when)\b")
_PART_WHEN = re.compile(r"\s(?:(?:the|an?|he|she|it|they|we|his|her|its|their)\b|(?!Mon|Tue|Wed|Thu|Fri|Sat|Sun)[A-Z])")
#: "mid afternoon" is one part of the day, "the afternoon" might be anybody's.
_MODIFIED = re.compile(r"^(?:early|late|mid)\s", re.IGNORECASE)


def _period(says: Period, before: str, words: str, after: str) -> bool:
    lower = words.lower()
    if words in ("Today", "Tomorrow", "Yesterday") and re.search(r"[A-Z]\w*\s$", before):
        return True
    if says.unit in ("quarter", "half") and says.number is not None:
        return _is_match_half(lower, before, after) if says.of is None else False
    if lower in ("the second", "this second", "that second", "the minute") or _TITLE.search(words):
        return True
    if lower in _BARE_UNITS:
        return not _PERIOD_BEFORE.search(before)
    if says.unit == "season" and lower in ("the fall", "the spring", "the summer", "the winter"):
        return lower == "the fall" and not re.search(
            r"\b(?:in|of|by|during|until|since|for|this|last)\s$", before, re.I
        )
    return False


_BARE_UNITS = {f"the {kind}{unit}" for kind in ("", "fiscal ", "full ") for unit in ("year", "month", "week", "day")}
_PERIOD_BEFORE = re.compile(
    r"\b(?:earlier in|later in|late in|early in|(?:end|beginning|start|close) of|for|of)\s$", re.I
)


def _is_match_half(words: str, before: str, after: str) -> bool:
    """Halves belong to matches and to anything: only with "of <year>" are they time; so are "three quarters"."""
    if "half" in words:
        return True
    return bool(re.match(r"\sof\s(?!the year)(?:the|a|all|its|their)\b", after))


def _reference(words: str, before: str, after: str) -> bool:
    lower = words.lower()
    if lower == "soon":
        return bool(re.match(r"\s(?:as|after)\b", after))
    if lower == "the past" or lower == "the present":
        return bool(
            re.match(r"\s(?:\w+\s)?(?:day|week|month|year|decade|century|centuries|president|chairman)", after, re.I)
        )
    return False
