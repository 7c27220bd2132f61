"""Names of bodies, places and things: their cores, and when two of them can name one thing."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import Levenshtein

from standfirst.lexicon.countries import by_adjective, by_name
from standfirst.lexicon.name_words import name_words
from standfirst.lexicon.names import fold
from standfirst.lexicon.names.verdict import DIFFERENT, ONLY, SAME, UNSURE, Verdict
from standfirst.lexicon.outlets import known_name
from standfirst.lexicon.people import is_given_name
from standfirst.lexicon.time import time_words

#: Letters of a word with a figure in it, at least, that tells a model or a flight: "A380", "447".
_NUMBERED = 3
#: Letters of a name, at least, that tells the same thing however it is parted.
_LONG = 8
#: Services whose names leave out "department" at will.
_POLICE = frozenset({"police", "fire"})
_CAPITALS = re.compile(r"\b[A-Z][A-Z.]+\b")
_SKIPPED = {"of", "the", "at", "and", "for", "in", "on", "to", "&", "de", "la", "des", "du"}


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyName:
    """The parts of a name of something that is no person, folded."""

    #: All words, abbreviations written out, a leading article left out.
    words: tuple[str, ...]
    #: The words without legal forms at the end ("Inc.").
    core: tuple[str, ...]
    #: Whether it had a legal form.
    company: bool
    #: Sort of facility ("base", "airport"), with the words that name it in `proper`.
    facility: str | None
    proper: tuple[str, ...]
    #: Whether it is written in capitals only, as acronyms are.
    acronym: bool
    #: Canonical name of the country or known body that it is, or None.
    canonical: str | None
    #: Those of the words that stand in capitals in a name that does not: "UMC" in "UMC Hale".
    capitals: frozenset[str] = frozenset()


@lru_cache(maxsize=65_536)
def parse_body(name: str) -> BodyName:
    """Take the name of something apart.

    >>> parse_body("Kestrel Motor Corp.").core, parse_body("Ft. Ross Air Base").proper
    (('kestrel', 'motor'), ('fort', 'ross'))
    """
    table = name_words()
    words = tuple(table.abbreviations.get(word, word) for word in _numbered(fold.words(name)))
    words = words[1:] if len(words) > 1 and words[0] == "the" else words
    core = words
    while len(core) > 1 and (core[-1] in table.corporate or core[-1] == "and"):
        core = core[:-1]
    facility, proper = _facility(words)
    return BodyName(
        words=words,
        core=core,
        company=len(core) < len(words),
        facility=facility,
        proper=proper,
        acronym=len(words) == 1 and name.strip().replace(".", "").isupper(),
        canonical=_canonical(name),
        capitals=frozenset() if name.isupper() else frozenset(fold.words(" ".join(_CAPITALS.findall(name)))),
    )


def _numbered(words: tuple[str, ...]) -> tuple[str, ...]:
    """Words with numbers in figures: "Sixth Street" is "6th Street", "District No. 7" is "District 7"."""
    told = [ordinals().get(word, word) for word in words]
    return tuple(
        word
        for at, word in enumerate(told)
        if not (word in ("no", "number") and at + 1 < len(told) and told[at + 1].isdigit())
    )


@lru_cache(maxsize=1)
def ordinals() -> dict[str, str]:
    """Ordinal words as they are written in figures: "sixth" -> "6th"."""
    ends = {1: "st", 2: "nd", 3: "rd"}
    return {
        word: f"{number}{'th' if 10 < number % 100 < 14 else ends.get(number % 10, 'th')}"
        for word, number in time_words().ordinals.items()
    }


def _facility(words: tuple[str, ...]) -> tuple[str | None, tuple[str, ...]]:
    table = name_words()
    places = (*reversed(words[-2:]), *words[:1])
    sort = next((table.facility[word] for word in places if word in table.facility), None)
    if sort is None or (table.ends.get(words[-1]) == "organisation" and table.facility.get(words[-1]) != sort):
        return None, ()  # "Hale Port Authority" runs the port, and is not it
    proper = tuple(word for word in words if word not in table.general and table.facility.get(word) != sort)
    return (sort, proper) if proper else (None, ())


def _canonical(name: str) -> str | None:
    plain = name.strip().removesuffix("'s").removesuffix("’s").rstrip("'’")
    plain = plain.removeprefix("the ").removeprefix("The ")
    country = by_name().get(plain)
    if country is not None:
        return country.name
    adjective = by_adjective().get(plain)
    if adjective is not None:
        return f"the people of {adjective.name}"
    known = known_name(plain)
    return known[0] if known is not None else None


def compatible_bodies(one: str, other: str) -> Verdict:
    """Whether two names of bodies, places or things can name one. Symmetric.

    >>> compatible_bodies("Camp Ross", "Ross military base").value
    'only'
    >>> compatible_bodies("Kestrel", "Kestrel Holdings").value
    'different'
    """
    a, b = parse_body(one), parse_body(other)
    if not a.words or not b.words:
        return Verdict(value=UNSURE, rule="no-name", because="one of the two holds no name")
    if a.canonical is not None and a.canonical == b.canonical:
        return Verdict(value=SAME, rule="known-names", because=f"“{one}” and “{other}” are names of {a.canonical}")
    if " ".join(a.words).replace("-", " ") == " ".join(b.words).replace("-", " "):
        return Verdict(value=SAME, rule="same-name", because=f"“{one}” and “{other}” are the same name")
    if a.canonical is not None and b.canonical is not None:
        return Verdict(value=DIFFERENT, rule="known-names", because=f"{a.canonical} is not {b.canonical}")
    for rule, because in _RULES:
        value = rule(a, b) or rule(b, a)
        if value is not None:
            name = rule.__name__.strip("_").replace("_", "-")
            return Verdict(value=value, rule=name, because=because.format(one=one, other=other))
    return Verdict(value=DIFFERENT, rule="other-name", because=f"“{one}” and “{other}” are other names")


def _legal_form(a: BodyName, b: BodyName) -> str | None:
    """ "Fern Depot Inc." and "Fern Depot"; a plural s at the end of the core tells nothing."""
    if not (a.company or b.company):
        return None
    x, y = (_singular(name.core) for name in (a, b))
    return SAME if x == y else None


def _singular(core: tuple[str, ...]) -> tuple[str, ...]:
    return (*core[:-1], core[-1].removesuffix("s")) if len(core) > 1 else core


def _company_short(a: BodyName, b: BodyName) -> str | None:
    """The first word or words stand for the company: "Kestrel Motor Corp." or "Kestrel, Byrne & Co." is Kestrel."""
    table = name_words()
    if not a.company or b.company or len(b.words) >= len(a.core) or a.core[: len(b.words)] != b.words:
        return None
    rest = a.core[len(b.words) :]
    if rest and all(word in table.trade for word in rest):
        return ONLY
    partners = len(b.words) == 1 and a.words[-2:-1] in (("and",), ("&",)) and not set(rest) & table.distinct
    return ONLY if partners and len(rest) <= 2 else None


def _initials(a: BodyName, b: BodyName) -> str | None:
    """ "Northern Area Rail Service" and "NARS"; two letters prove nothing."""
    if not b.acronym or b.canonical is not None or len(a.words) < 2 or not 3 <= len(b.words[0]) <= 8:
        return None
    longer = a.words[-1] in _POLICE and b.words[0] in initials((*a.words, "department"))  # "Hale police" and "HPD"
    return ONLY if longer or b.words[0] in initials(a.words) else None


def initials(words: tuple[str, ...]) -> set[str]:
    """The acronyms that the words can have: with and without their small words, hyphenated parts counted each."""
    parts = [part for word in words for part in word.split("-") if part]
    table = name_words()
    strict = [part for part in parts if part not in _SKIPPED]
    bare = [part for part in strict if part not in table.corporate] or strict
    return {"".join(part[0] for part in some) for some in (parts, strict, bare) if len(some) > 1}


def _initials_within(a: BodyName, b: BodyName) -> str | None:
    """ "University Medical Center Hale" and "UMC Hale": letters for a run of the other's words, the rest the same."""
    for at, word in enumerate(b.words):
        if len(b.words) < 2 or word not in b.capitals or not 2 <= len(word) <= 6:
            continue
        before, after = b.words[:at], b.words[at + 1 :]
        run = a.words[at : len(a.words) - len(after)]
        same = a.words[:at] == before and (not after or a.words[len(a.words) - len(after) :] == after)
        if same and len(run) > 1 and word in initials(run):
            return ONLY
    return None


def _small_words(a: BodyName, b: BodyName) -> str | None:
    """ "Hale Hospital at Ross" and "Hale Hospital Ross" differ by nothing that names."""
    x, y = (tuple(word for word in name.words if word not in _SKIPPED) for name in (a, b))
    return ONLY if x == y and len(x) > 1 else None


def _medical_centre(a: BodyName, b: BodyName) -> str | None:
    """ "Hale Memorial Medical Center" and "Hale Memorial Hospital"."""
    ends = a.words[-2:] == ("medical", "centre") and b.words[-1] == "hospital"
    return ONLY if ends and len(b.words) > 1 and a.words[:-2] == b.words[:-1] else None


def _initial_left_out(a: BodyName, b: BodyName) -> str | None:
    """ "Owen T. Blake High School" and "Owen Blake High School"."""
    named = len(b.words) > 2 and is_given_name(b.words[0]) and all(len(word) > 1 for word in b.words)
    return ONLY if named and tuple(word for word in a.words if len(word) > 1) == b.words else None


def _given_left_out(a: BodyName, b: BodyName) -> str | None:
    """ "Owen T. Blake High School" and "Blake High School": without the given name of whoever it is named after."""
    rest = a.words[1:]
    while rest and len(rest[0]) == 1:
        rest = rest[1:]
    named = len(rest) > 1 and a.facility is not None and is_given_name(a.words[0]) and rest[0] not in _SKIPPED
    return ONLY if named and rest == b.words and a.facility == b.facility else None


def _plural_word(a: BodyName, b: BodyName) -> str | None:
    """ "Sport Page Tavern" and "Sports Page Tavern", "Hale's Cabin" and "Hale Cabin": an s at one word's end."""
    other = [(x, y) for x, y in zip(a.words, b.words, strict=False) if x != y]
    if len(a.words) != len(b.words) or len(a.words) < 2 or len(other) != 1:
        return None
    x, y = other[0]
    return ONLY if len(y) > 3 and x == f"{y}s" and b.words[-1] != y else None


def _run_together(a: BodyName, b: BodyName) -> str | None:
    """ "Redwood Bakery" and "Red Wood Bakery": the same letters, parted elsewhere."""
    x, y = ("".join(name.words).replace("-", "") for name in (a, b))
    return ONLY if x == y and len(x) >= _LONG else None


def _facility_short(a: BodyName, b: BodyName) -> str | None:
    """ "Camp Ross" and "Ross military base"; "Fort Hale Airport" for "Fort Hale-Byrne International Airport"."""
    if a.facility is None or a.facility != b.facility:
        return None
    x, y = ("-".join(name.proper).split("-") for name in (a, b))
    if x == y:
        return ONLY
    if a.facility not in ("airport", "hospital", "port", "station"):
        return None
    return ONLY if len(y) < len(x) and x[: len(y)] == y else None


def _police_short(a: BodyName, b: BodyName) -> str | None:
    """ "Hale police" and "Hale Police Department"."""
    longer = len(a.words) == len(b.words) + 1 and a.words[-1] in ("department", "force", "service")
    return ONLY if longer and a.words[:-1] == b.words and b.words[-1] in _POLICE else None


def _ship_prefix(a: BodyName, b: BodyName) -> str | None:
    """ "HMS Daring" and "Daring"."""
    return ONLY if len(a.words) > 1 and a.words[0] in name_words().ships and a.words[1:] == b.words else None


def _numbered_short(a: BodyName, b: BodyName) -> str | None:
    """ "Ardan K380" and "K380", "Belmore Air Flight 447" and "Flight 447": a number that one maker or carrier gives."""
    if not 0 < len(b.words) < len(a.words) or a.words[-len(b.words) :] != b.words:
        return None
    told = "".join(b.words)
    numbered = any(len(word) >= _NUMBERED and any(map(str.isdigit, word)) for word in b.words)
    plain = not any(letter.isdigit() for word in a.words[: -len(b.words)] for letter in word)
    return ONLY if numbered and plain and any(map(str.isalpha, told)) else None


def _spelling(a: BodyName, b: BodyName) -> str | None:
    """One letter of a long name of several words: "Wildlive Trust". Errs where two bodies differ by one letter."""
    if len(a.words) != len(b.words) or len(a.words) < 2:
        return None
    other = [(x, y) for x, y in zip(a.words, b.words, strict=True) if x != y]
    if len(other) != 1:
        return None
    x, y = other[0]
    if min(len(x), len(y)) < 6 or x[0] != y[0] or not (x + y).isalpha():
        return None
    return ONLY if Levenshtein.distance(x, y) == 1 else None


def _place_suffix(a: BodyName, b: BodyName) -> str | None:
    """ "Dec, Ill." style tails and "City of X" are left alone: nothing is known."""
    short, long = (a.words, b.words) if len(a.words) < len(b.words) else (b.words, a.words)
    return UNSURE if len(short) > 1 and long[: len(short)] == short else None


_RULES = (
    (_legal_form, "“{one}” and “{other}” differ only by a legal form"),
    (_company_short, "one of “{one}” and “{other}” is the company's short form"),
    (_initials, "one of “{one}” and “{other}” is made of the other's first letters"),
    (_initials_within, "letters in one of “{one}” and “{other}” stand for words of the other"),
    (_small_words, "“{one}” and “{other}” differ only by a small word"),
    (_medical_centre, "“{one}” and “{other}” are forms of one hospital's name"),
    (_initial_left_out, "one of “{one}” and “{other}” leaves out an initial"),
    (_given_left_out, "one of “{one}” and “{other}” leaves out a given name"),
    (_plural_word, "“{one}” and “{other}” differ by an s"),
    (_run_together, "“{one}” and “{other}” are the same letters"),
    (_facility_short, "“{one}” and “{other}” are forms of one facility's name"),
    (_police_short, "one of “{one}” and “{other}” leaves out the last word"),
    (_ship_prefix, "one of “{one}” and “{other}” leaves out the ship's prefix"),
    (_numbered_short, "one of “{one}” and “{other}” leaves out who makes or runs what has that number"),
    (_spelling, "“{one}” and “{other}” differ by one letter"),
    (_place_suffix, "one of “{one}” and “{other}” begins with the other"),
)
