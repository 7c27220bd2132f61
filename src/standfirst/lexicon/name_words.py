"""Words within names of bodies, places and people, and nouns that point to a named thing."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True, kw_only=True)
class NameWords:
    """The word lists of name_words.toml; all in lower case. What each is for stands there."""

    corporate: frozenset[str]
    trade: frozenset[str]
    distinct: frozenset[str]
    #: Generic words that a short form leaves out at the end of a name.
    tails: frozenset[str]
    no_names: frozenset[str]
    role_stops: frozenset[str]
    #: Words, one a token, that make a body of a place's name before them, the longest first.
    bodies: tuple[tuple[str, ...], ...]
    kin: frozenset[str]
    abbreviations: Mapping[str, str]
    #: Sort of facility by its generic word or words: "airfield" -> "airport".
    facility: Mapping[str, str]
    #: Words that a facility's short form leaves out.
    general: frozenset[str]
    ships: frozenset[str]
    particles: frozenset[str]
    family_first: frozenset[str]
    #: Kind of thing by the noun that points to it: "minister" -> "person".
    nominals: Mapping[str, str]
    #: The same for nouns that tell it more loosely: "storm" -> "event".
    tells: Mapping[str, str]
    #: Words one of which a name must hold for the noun to point to it.
    nominal_words: Mapping[str, frozenset[str]]
    #: Kind of thing by a word that ends its name: "ministry" -> "organisation".
    ends: Mapping[str, str]


@cache
def name_words() -> NameWords:
    """The lists, read once."""
    table = tomllib.loads((files("standfirst.lexicon") / "name_words.toml").read_text(encoding="utf-8"))
    facility = {word: sort for sort, words in table["facility"].items() if sort != "general" for word in words}
    nominals = {word: kind for kind, words in reversed(table["nominals"].items()) for word in words}
    tells = {word: kind for kind, words in reversed(table["tells"].items()) for word in words}
    return NameWords(
        corporate=frozenset(table["corporate"]),
        trade=frozenset(table["trade"]),
        distinct=frozenset(table["distinct"]),
        tails=frozenset(table["tails"]),
        no_names=frozenset(table["no_names"]),
        role_stops=frozenset(table["role_stops"]),
        bodies=tuple(tuple(words.split()) for words in table["bodies"]),
        kin=frozenset(table["kin"]),
        abbreviations=dict(table["abbreviations"]),
        facility=facility,
        general=frozenset(table["facility"]["general"]),
        ships=frozenset(table["ships"]["prefixes"]),
        particles=frozenset(table["person"]["particles"]),
        family_first=frozenset(table["person"]["family_first"]),
        nominals=nominals,
        tells=tells,
        nominal_words={word: frozenset(words) for word, words in table["nominal_words"].items()},
        ends={word: kind for kind, words in table["ends"].items() for word in words},
    )
