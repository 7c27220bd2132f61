"""Number words and the words that bound a number, from `numbers.toml`."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True, kw_only=True)
class Vague:
    """A word that stands for a number without saying which ("dozens"), with the range that a named source gives it."""

    words: str
    #: The least that it can mean.
    least: Decimal
    #: The most; None where no published table gives the word a range.
    high: Decimal | None
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberWords:
    """Everything that `numbers.toml` holds; every key is in lower case."""

    units: dict[str, Decimal]
    tens: dict[str, Decimal]
    multipliers: dict[str, Decimal]
    suffixes: dict[str, Decimal]
    denominators: dict[str, Decimal]
    vague: dict[str, Vague]
    #: Bound by its cue before the number, the longest cue first.
    before: tuple[tuple[str, str], ...]
    #: Bound by its cue after the number, the longest cue first.
    after: tuple[tuple[str, str], ...]


@cache
def number_words() -> NumberWords:
    """The table, read once."""
    data = tomllib.loads((files("standfirst.lexicon") / "numbers.toml").read_text(encoding="utf-8"))
    tables = {name: {word: Decimal(value) for word, value in data[name].items()} for name in _TABLES}
    vague = {
        entry["words"]: Vague(
            words=entry["words"],
            least=Decimal(entry["least"]),
            high=Decimal(entry["high"]) if "high" in entry else None,
            source=entry["source"],
        )
        for entry in data["vague"]
    }
    return NumberWords(**tables, vague=vague, before=_cues(data["before"]), after=_cues(data["after"]))


_TABLES = ("units", "tens", "multipliers", "suffixes", "denominators")


def _cues(table: dict[str, list[str]]) -> tuple[tuple[str, str], ...]:
    """(cue, bound) pairs, the longest cue first."""
    pairs = {cue: bound for bound, cues in table.items() for cue in cues}
    return tuple(sorted(pairs.items(), key=lambda pair: (-len(pair[0]), pair[0])))
