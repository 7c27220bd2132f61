"""The words of time: months, units, parts of the day, zones and named days, from `time.toml`."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeWords:
    """Every table of the file; keys are in lower case but for zones, values as the file's comments say."""

    months: dict[str, int]
    months_ambiguous: frozenset[str]
    #: ISO number, Monday is 1.
    weekdays: dict[str, int]
    weekdays_short: dict[str, int]
    #: Singular and plural -> name of the unit.
    units: dict[str, str]
    seasons: dict[str, str]
    #: TIMEX3 code of a part of the day.
    parts: dict[str, str]
    numbers: dict[str, int]
    ordinals: dict[str, int]
    vague: frozenset[str]
    decades: dict[str, int]
    sets: dict[str, str]
    refs: dict[str, str]
    named: dict[str, str]
    #: Abbreviation -> minutes east of UTC, or the name of a zone.
    zones: dict[str, int | str]
    #: City as printed in "Paris time" -> zone.
    clocks: dict[str, str]
    month_first: tuple[str, ...]
    southern: tuple[str, ...]
    #: Words that show a sentence to look ahead, to look back, and words of plans ("agreed to ...").
    ahead: frozenset[str]
    #: Of these, the auxiliaries that settle it from anywhere in the clause.
    certain: frozenset[str]
    behind: frozenset[str]
    plans: frozenset[str]
    #: Verbs that say of their subject that it happens.
    happens: frozenset[str]


def _plural(word: str) -> str:
    return word[:-1] + "ies" if word.endswith("y") and word != "day" else word + "s"


@cache
def time_words() -> TimeWords:
    """The tables, read once."""
    data = tomllib.loads(files("standfirst.lexicon").joinpath("time.toml").read_text(encoding="utf-8"))
    units = dict(data["units"])
    units |= {_plural(word): unit for word, unit in data["units"].items()}
    return TimeWords(
        months=data["months"],
        months_ambiguous=frozenset(data["months_ambiguous"]["words"]),
        weekdays=data["weekdays"],
        weekdays_short=data["weekdays_short"],
        units=units,
        seasons=data["seasons"],
        parts=data["parts"],
        numbers=data["numbers"],
        ordinals=data["ordinals"],
        vague=frozenset(data["vague"]["words"]),
        decades=data["decades"],
        sets=data["sets"],
        refs=data["refs"],
        named=data["named"],
        zones=data["zones"],
        clocks=data["clocks"],
        month_first=tuple(data["custom"]["month_first"]),
        southern=tuple(data["custom"]["southern"]),
        ahead=frozenset(data["look"]["ahead"]),
        certain=frozenset(data["look"]["certain"]),
        behind=frozenset(data["look"]["behind"]),
        plans=frozenset(data["look"]["plans"]),
        happens=frozenset(data["look"]["happens"]),
    )
