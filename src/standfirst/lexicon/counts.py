"""What numbers count, from `counts.toml`: events, words for people, words that mean one count, and cues of a role."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True, kw_only=True)
class CountWords:
    """Everything that `counts.toml` holds; every form is in lower case."""

    #: Class of event by form ("wounded" -> injured).
    events: dict[str, str]
    #: Forms whose subject suffers the event even in the active voice.
    suffered: frozenset[str]
    #: Classes of event whose number only grows while it is being counted.
    rising: frozenset[str]
    #: Classes of event whose number goes up and down.
    moving: frozenset[str]
    #: Words for people as such, and every other word for people.
    general: frozenset[str]
    people: frozenset[str]
    things: frozenset[str]
    #: Name that stands for a count, by each of its words ("troops" -> personnel).
    same: dict[str, str]
    #: What a sum of money is, by the verb that governs it.
    money: dict[str, str]
    moves: frozenset[str]
    #: Verbs that put or leave a number at a level.
    levels: frozenset[str]
    numbers: frozenset[str]
    #: Things that hold no number of their own.
    abstract: frozenset[str]
    #: The closed lists of `[nouns]`, each explained there.
    uncounted: frozenset[str]
    hyphened: frozenset[str]
    of_people: frozenset[str]
    of_things: frozenset[str]
    no_place: frozenset[str]
    care: frozenset[str]
    to_people: frozenset[str]
    only_clauses: frozenset[str]
    role_nouns: frozenset[str]
    casualties: frozenset[str]
    arrivals: frozenset[str]
    event_nouns: frozenset[str]
    no_objects: frozenset[str]
    plural: tuple[str, ...]
    #: Role by cue.
    roles: dict[str, str]


@cache
def count_words() -> CountWords:
    """The table, read once."""
    data = tomllib.loads((files("standfirst.lexicon") / "counts.toml").read_text(encoding="utf-8"))
    return CountWords(
        events=_turned(data["events"]),
        suffered=frozenset(data["suffered"]["forms"]),
        rising=frozenset(data["rising"]["events"]),
        moving=frozenset(data["rising"]["moving"]),
        general=frozenset(data["people"]["general"]),
        people=frozenset(data["people"]["general"]) | frozenset(data["people"]["other"]),
        things=frozenset(data["people"]["things"]),
        same=_turned(data["same"]),
        money=_turned(data["money"]),
        moves=frozenset(data["moves"]["forms"]),
        levels=frozenset(data["moves"]["levels"]),
        numbers=frozenset(data["moves"]["numbers"]),
        abstract=frozenset(data["abstract"]["forms"]),
        roles=_turned(data["roles"]),
        plural=tuple(data["nouns"]["plural"]),
        no_objects=frozenset(data["nouns"]["no_objects"]),
        event_nouns=frozenset(data["nouns"]["event_nouns"]),
        arrivals=frozenset(data["nouns"]["arrivals"]),
        uncounted=frozenset(data["nouns"]["uncounted"]),
        hyphened=frozenset(data["nouns"]["hyphened"]),
        of_people=frozenset(data["nouns"]["of_people"]),
        of_things=frozenset(data["nouns"]["of_things"]),
        no_place=frozenset(data["nouns"]["no_place"]),
        care=frozenset(data["nouns"]["care"]),
        to_people=frozenset(data["nouns"]["to_people"]),
        only_clauses=frozenset(data["nouns"]["only_clauses"]),
        role_nouns=frozenset(data["nouns"]["role_nouns"]),
        casualties=frozenset(data["nouns"]["casualties"]),
    )


def is_person(noun: str) -> bool:
    """Whether a noun in lower case names people; judged by its ending where it is not listed ("welders", "gunmen")."""
    table = count_words()
    if noun in table.people:
        return True
    if noun in table.things or len(noun) < 5:
        return False
    return noun.endswith(("ers", "ors", "ists", "men", "women", "ians", "ants", "officials"))


def _turned(table: dict[str, list[str]]) -> dict[str, str]:
    """Each word with the name under which it is listed; the first listing wins."""
    found: dict[str, str] = {}
    for name, words in table.items():
        for word in words:
            found.setdefault(word, name)
    return found
