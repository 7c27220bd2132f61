"""What the words of a time expression say before anything is reckoned: "June last year" is month 6, one year back.

The grammar makes these; the resolver turns them into values with the help of an anchor. All are plain frozen values.
"""

from __future__ import annotations

from dataclasses import dataclass

#: From when a step is counted: when the passage came out, or the date that the text last spoke of.
PUBLICATION, NARRATION = "publication", "narration"


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    """A date as printed, with the parts that are there: "Jan. 3", "Friday, 3 January 2020", "July, 2019", "1998"."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    #: -1 for "last June", +1 for "next March", 0 for "this September".
    step: int | None = None
    #: Year that the words give by its place: "June last year".
    of: Meaning | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Slashed:
    """Two numbers of which one is the month ("03/04/2020"): the outlet's habit decides which."""

    first: int
    second: int
    year: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Years:
    """A run of years, both ends in it: "2003-07"."""

    first: int
    last: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Weekday:
    """A day of the week, perhaps "last", "this" or "next"."""

    number: int
    #: -1 last, 0 this, 1 next; 2 is "Friday week", a week after the coming one.
    step: int | None = None
    #: Weeks away from that of publication: "Tuesday last week" is -1.
    week: int | None = None
    #: The step is counted from the date last spoken of ("the following Monday").
    frame: str = PUBLICATION


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """A named unit at a distance: today, last week, the following year, the third quarter, this summer."""

    unit: str
    #: How many units away; None where the words leave it open ("the third quarter").
    step: int | None = None
    #: Which quarter, half or century.
    number: int | None = None
    season: str | None = None
    frame: str = PUBLICATION
    of: Meaning | None = None
    #: True for a quarter of a year that is not the calendar's: it has a name and no known place.
    fiscal: bool = False
    #: True for words that point at a day just told of: "that day", "the same night".
    points: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Shift:
    """A distance in time: "three weeks ago", "two days later", "two days after" + a date."""

    #: None: a number that the text leaves open ("several years ago").
    count: float | None
    unit: str
    #: -1 back, +1 on.
    sign: int
    frame: str = PUBLICATION
    #: The date that it is counted from, where the words go on to give it.
    base: Meaning | None = None
    #: True where a base has to follow ("two days after ..."): without a date it is only a length.
    wants_base: bool = False
    #: True where it is a date even so ("the day after the vote"), only not known.
    dates: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A part of a day: "Friday evening", "last night", "the following morning"."""

    code: str
    day: Meaning | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """A time of day: "3.52pm", "1552 GMT", "noon on Thursday"."""

    hour: int
    minute: int | None = None
    second: int | None = None
    #: Abbreviation of a zone as printed, upper case; "local" for local time.
    zone: str | None = None
    #: True where the hour is on a twelve-hour face without a half of the day ("six o'clock").
    half_open: bool = False
    day: Meaning | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Length:
    """How long: "two hours", "a year and a half", "the next three years"."""

    #: TIMEX3 duration.
    value: str
    #: Amount and unit of the greatest part; None where left open.
    count: float | None
    unit: str
    #: -1: the time up to the anchor ("the past two months"); +1: the time from it on; 0: anywhere.
    side: int = 0
    #: Months for which results are given: "the nine months", "the first six months", "the year ended".
    results: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Every:
    """Again and again: the TIMEX3 value of the set."""

    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """PRESENT_REF, PAST_REF or FUTURE_REF."""

    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A day with a name: its date by the table's notation."""

    notation: str
    year: int | None = None
    step: int | None = None
    of: Meaning | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Modifier:
    """Words that narrow what follows without moving it: "early", "the end of", "later". Never a timex alone."""

    word: str


Meaning = (
    Calendar | Slashed | Years | Weekday | Period | Shift | Part | Clock | Length | Every | Reference | Named | Modifier
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Words of the text and what they say; offsets are code points of the text, half-open."""

    start: int
    end: int
    says: Meaning


#: What names a day, so that a time of day can hang on it.
def names_day(says: Meaning) -> bool:
    """Whether the words single out one day."""
    match says:
        case Weekday() | Named() | Slashed():
            return True
        case Calendar():
            return says.day is not None
        case Period():
            return says.unit == "day"
        case Shift():
            return says.unit in ("day", "week", "night") and not says.wants_base
    return False
