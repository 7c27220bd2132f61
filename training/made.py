"""Names that nobody bears: bodies and facilities from patterns, words and abbreviations from chance."""

import random
import re
from functools import lru_cache

from training.lists import read_list, read_people

read = lru_cache(read_list)
PEOPLE = tuple(read_people().values())

_ONSETS = "b ch d dh f g gb h j k kh kw l m mb n ng nd p q r s sh t th tr ts v w y z zh".split()
_VOWELS = "a a a e e i i o o u ai ei ou aa ee".split()
_CODAS = ["", "", "", "", "n", "m", "r", "l", "s", "ng", "k", "sh", "t"]


def make_word(chance: random.Random) -> str:
    """A word of two or three syllables with a capital."""
    parts = (
        chance.choice(_ONSETS) + chance.choice(_VOWELS) + chance.choice(_CODAS) for _ in range(chance.choice((2, 2, 3)))
    )
    return "".join(parts).capitalize()


def make_person(chance: random.Random) -> tuple[str, str]:
    """A given name and a family name, mostly of one region, now and then of none."""
    givens, families = chance.choice(PEOPLE)
    given = make_word(chance) if chance.random() < 0.12 else chance.choice(givens)
    family = make_word(chance) if chance.random() < 0.15 else chance.choice(families)
    return given, family


def make_organisation(chance: random.Random) -> str:
    """A body: a known one, or one from a pattern."""
    return (
        chance.choice(read("organisations")) if chance.random() < 0.35 else _fill(read("organisation-patterns"), chance)
    )


def make_facility(chance: random.Random) -> str:
    """Something built, from a pattern."""
    return _fill(read("facilities"), chance)


def make_place(chance: random.Random) -> str:
    """A country, region or town, at times one that is on no map."""
    return make_word(chance) if chance.random() < 0.2 else chance.choice(read("places"))


def _fill(patterns: tuple[str, ...], chance: random.Random) -> str:
    makers = {
        "place": lambda: make_place(chance),
        "family": lambda: make_person(chance)[1],
        "field": lambda: chance.choice(read("fields")),
        "group": lambda: chance.choice(read("groups")),
        "made": lambda: make_word(chance),
        "letters": lambda: "".join(chance.choice("AAEIOUBCDFGHKLMNPRSTWZ") for _ in range(chance.choice((3, 3, 4, 5)))),
    }
    return re.sub(r"<(\w+)>", lambda match: makers[match.group(1)](), chance.choice(patterns))
