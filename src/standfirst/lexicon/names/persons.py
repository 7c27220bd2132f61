"""People's names: their parts, and when two of them can be one person's.

Likeness alone joins nothing: John and Joan Reed are one letter apart, Qasim and Qassem are two. What counts is which
part differs and whether the difference is one that a single person's names are known to show.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import DamerauLevenshtein

from standfirst.lexicon.name_words import name_words
from standfirst.lexicon.names import fold
from standfirst.lexicon.names.verdict import DIFFERENT, ONLY, SAME, UNSURE, Verdict
from standfirst.lexicon.people import (
    gender_of,
    is_given_name,
    is_short_form,
    is_spelling,
    letters_after,
    title_at,
)

#: Letters of a middle name, at least, of which one may be a slip.
_LONG_MIDDLE = 6
#: Letters of a name, at least, that can be written with a slip.
_SHORTEST = 4
_NICKNAME = re.compile(r"[\"“”‘'(]([\w .-]{2,20})[\"“”’')]{1,2}")


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonName:
    """The parts of a person's name, folded; a name of one word is in `family`, though it may be a given name."""

    #: Titles before it, as written ("Sgt.", "Mr").
    titles: tuple[str, ...]
    #: Given and middle names or their initials.
    given: tuple[str, ...]
    #: The family name, its particles as words: ("van", "dyk"), ("al", "masri"); ("hu",) where it stands first.
    family: tuple[str, ...]
    #: Jr., Sr., II ...: words that make another person of the one named without them.
    suffix: str
    #: f | m where titles or given names tell it, else None.
    gender: str | None
    #: What stands in quotation marks or brackets within the name ("Buddy").
    nickname: str | None = None

    @property
    def full(self) -> bool:
        """Whether it has a given and a family name."""
        return bool(self.given) and bool(self.family)

    @property
    def words(self) -> tuple[str, ...]:
        """All of the name, without titles and suffix."""
        return (*self.given, *self.family)


@lru_cache(maxsize=65_536)
def parse_name(text: str) -> PersonName:
    """Take a person's name apart.

    >>> parse_name("Sgt. María del Carmen Ruiz Jr.").given, parse_name("Abdel Karim al-Masri").family
    (('maria', 'del', 'carmen'), ('al', 'masri'))
    """
    nick = _NICKNAME.search(text)
    plain = text.replace(nick.group(0), " ") if nick else text
    raw = [word for word in re.split(r"[\s,]+", plain) if word]
    before, at = [], 0
    gender: str | None = None
    while (found := title_at(raw, at)) is not None and (found[1] < len(raw)):
        before.append(" ".join(raw[at : found[1]]))
        gender = gender or (found[0].gender if found[0].gender in "fm" else None)
        at = found[1]
    raw = raw[at:]
    suffix = ""
    while len(raw) > 1 and (letters := letters_after().get(raw[-1].lower().replace(".", ""))) is not None:
        suffix = letters.full if letters.full != "-" else suffix
        raw = raw[:-1]
    given, family = _parts(fold.words(" ".join(raw)))
    if gender is None:
        gender = next((told for word in given if (told := gender_of(word)) is not None), None)
    return PersonName(
        titles=tuple(before),
        given=given,
        family=family,
        suffix=suffix,
        gender=gender,
        nickname=(fold.words(nick.group(1)) or (None,))[0] if nick else None,
    )


def _parts(words: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Given names and family name; "al-Masri" counts as particle and word."""
    particles = name_words().particles
    split: list[str] = []
    for word in words:
        head, dash, rest = word.partition("-")
        split += [head, rest] if dash and head in particles and rest else [word]
    if len(split) < 2:
        return (), tuple(split)
    if _family_first(split):
        return tuple(part for word in split[1:] for part in word.split("-")), (split[0],)
    start = len(split) - 1
    bound = len(split) > len(words)
    while start > 0 and split[start - 1] in particles and (bound or start > 1 or not is_given_name(split[0])):
        start -= 1
    return tuple(split[:start]), tuple(split[start:])


def _family_first(split: list[str]) -> bool:
    """Whether the family name stands first: "Hu Weimin", "Kim Sung Ho", but "Kim Novak", "Lee Chapman".

    Errs on the Western side: a family name that is also a given name needs two short words after it.
    """
    if split[0] not in name_words().family_first or len(split) > 3:
        return False
    others = [part for word in split[1:] for part in word.split("-")]
    if any(is_given_name(word) for word in others):
        return False
    return not is_given_name(split[0]) or (len(others) == 2 and all(len(word) < 6 for word in others))


def family_text(name: str) -> str | None:
    """The family name as written within a full name, or None: "van der Berg" of "Anna van der Berg"."""
    parsed = parse_name(name)
    raw = name.split()
    while len(raw) > 1 and raw[-1].lower().replace(".", "").strip(",") in letters_after():
        raw = raw[:-1]
    wanted = "".join(parsed.family).replace("-", "")
    if not parsed.full:
        return None
    for words in (*(raw[-length:] for length in range(1, len(raw))), raw[:1]):
        if fold.key(" ".join(words)).replace(" ", "") == wanted:
            return " ".join(words).strip(",")
    return None


def compatible_names(one: str, other: str) -> Verdict:
    """Whether two names, titles and all, can be one person's. Symmetric.

    >>> compatible_names("Rashid Karimi", "Mr Karimi").value, compatible_names("John Reed", "Joan Reed").value
    ('only', 'different')
    """
    a, b = parse_name(one), parse_name(other)
    if not a.words or not b.words:
        return Verdict(value=UNSURE, rule="no-name", because="one of the two holds no name")
    if a.gender and b.gender and a.gender != b.gender and (a.titles or b.titles or not _given_alike(a, b)):
        return Verdict(value=DIFFERENT, rule="gender", because=f"“{one}” and “{other}” are of different gender")
    if a.suffix != b.suffix and a.full and b.full:
        return Verdict(value=DIFFERENT, rule="generation", because=f"“{a.suffix or b.suffix}” tells the two apart")
    if _key(a) == _key(b):
        return Verdict(value=SAME, rule="same-name", because=f"“{one}” and “{other}” are the same name")
    if a.full and b.full:
        return _full_names(a, b, one, other)
    return _part_of_name(a, b, one, other)


def nearly_one(one: str, other: str) -> bool:
    """Whether two full names differ by one letter of the family name, which proves nothing without more that agrees.

    Given names are never a slip here: brothers, sisters and twins are often named alike ("Kayla", "Kaylie").
    """
    a, b = parse_name(one), parse_name(other)
    if not (a.full and b.full) or a.suffix != b.suffix or a.given[0] != b.given[0] or len(a.given[0]) == 1:
        return False
    x, y = " ".join(a.family), " ".join(b.family)
    return min(len(x), len(y)) >= _SHORTEST and DamerauLevenshtein.distance(x, y) == 1


def holds_both(whole: str, one: str, other: str) -> bool:
    """Whether two names are parts of a longer one, one of them without a given name: "Ana Ruiz Torres", "Ruiz Torres".

    Two given names of one full name may be two people's: "Anna Reed" and "Maria Reed" beside "Anna Maria Reed".
    """
    parts = parse_name(one).words, parse_name(other).words
    held = set(parse_name(whole).words)
    inside = all(held > set(words) for words in parts) and set(parts[0]) & set(parts[1])
    return bool(inside) and not all(is_given_name(words[0]) for words in parts)


def _key(name: PersonName) -> str:
    return " ".join(name.words).replace("-", " ")


def _given_alike(a: PersonName, b: PersonName) -> bool:
    return bool(a.given and b.given) and a.given[0] == b.given[0]


def _part_of_name(a: PersonName, b: PersonName, one: str, other: str) -> Verdict:
    """A name of one part beside another: short for it where it is its family name, or else its given name."""
    part, whole = (b, a) if a.full else (a, b)
    if not whole.full:
        return Verdict(value=DIFFERENT, rule="other-word", because=f"“{one}” and “{other}” share no name")
    bare = part.family[-1:] if len(part.family) > 1 and part.family[0] in name_words().particles else part.family
    after_particle = whole.family[0] in name_words().particles and bare == whole.family[-len(bare) :]
    if part.family == whole.family or after_particle:
        return Verdict(value=ONLY, rule="family-name", because=f"“{one}” and “{other}” have one family name")
    if not part.titles and len(part.family) == 1 and _is_given(part.family[0], whole):
        return Verdict(value=ONLY, rule="given-name", because=f"“{one}” and “{other}” have one given name")
    if len(whole.given) > 1 and part.family == whole.given[-len(part.family) :] and not is_given_name(part.family[-1]):
        return Verdict(value=ONLY, rule="first-family-name", because=f"“{one}” and “{other}” share a name")
    if part.titles and _family(part.family, whole.family) == "spelling":
        return Verdict(value=UNSURE, rule="family-name-spelling", because=f"“{one}” and “{other}” sound alike")
    return Verdict(value=DIFFERENT, rule="other-word", because=f"“{one}” and “{other}” share no name")


def _is_given(word: str, whole: PersonName) -> bool:
    return word in (whole.given[0], whole.nickname) or (is_short_form(word, whole.given[0]) and len(word) > 2)


def _full_names(a: PersonName, b: PersonName, one: str, other: str) -> Verdict:
    """Two names of two or more words."""
    if _one_of_two(a, b) or _plural(a, b):
        rule = "double-barrelled" if _one_of_two(a, b) else "lost-apostrophe"
        return Verdict(value=ONLY, rule=rule, because=_REASONS[rule].format(one=one, other=other))
    family = _family(a.family, b.family)
    if family is None:
        return _turned(a, b, one, other)
    given = _given(a, b)
    if given is None:
        return Verdict(value=DIFFERENT, rule="given-names", because=f"“{one}” and “{other}” have other given names")
    value, rule = given
    if family != "equal":
        surely = rule in ("same-given", "middle-name", "spelling")
        value = ONLY if surely and family == "spelling" else UNSURE
        rule = "family-name-spelling" if family == "spelling" else "family-name-near"
    return Verdict(value=value, rule=rule, because=_REASONS[rule].format(one=one, other=other))


_REASONS = {
    "same-given": "“{one}” and “{other}” are the same name",
    "middle-name": "“{one}” and “{other}” differ only by a middle name",
    "spelling": "“{one}” and “{other}” are spellings of one name",
    "initial": "“{one}” and “{other}” agree, as far as initials tell",
    "short-form": "the given names of “{one}” and “{other}” are forms of one name",
    "part-of-given": "one of “{one}” and “{other}” leaves out a first given name",
    "family-name-spelling": "“{one}” and “{other}” spell one family name in two ways",
    "double-barrelled": "one of “{one}” and “{other}” leaves out half of the family name",
    "lost-apostrophe": "“{one}” and “{other}” differ only by an s at the end",
    "family-name-near": "the family names of “{one}” and “{other}” are near in spelling, which proves nothing",
}


def _one_of_two(a: PersonName, b: PersonName) -> bool:
    """Whether one family name is half of the other, the given names being the same: "Ines Olsen", "Ines Olsen-Duarte".

    Errs where two of a family have one given name and only one of them has both halves.
    """
    short, long = sorted((a, b), key=lambda name: len("".join(name.family)))
    halves = " ".join(long.family).split("-")
    alike = a.given[0] == b.given[0] and len(a.given[0]) > 1 and not (a.suffix or b.suffix)
    half = len(halves) == 2 and " ".join(short.family) in halves and len("".join(short.family)) > 2
    return half and alike and _middles(*sorted((a.given[1:], b.given[1:]), key=len)) is not None


def _plural(a: PersonName, b: PersonName) -> bool:
    """Whether the family names differ by an s alone, which a lost apostrophe leaves: "Owen Blake", "Owen Blakes"."""
    short, long = sorted((" ".join(a.family), " ".join(b.family)), key=len)
    return a.given == b.given and len(a.given[0]) > 1 and len(short) > 2 and long == f"{short}s"


def _family(a: tuple[str, ...], b: tuple[str, ...]) -> str | None:
    """equal | spelling (doubled letters, another way into Latin script) | near (one letter) | None: other names."""
    bare_a = tuple(word for word in a if word not in name_words().particles) or a
    bare_b = tuple(word for word in b if word not in name_words().particles) or b
    if bare_a == bare_b:
        return "equal"
    x, y = "".join(bare_a), "".join(bare_b)
    if "-" in x + y and x.replace("-", "") != y.replace("-", ""):
        return None
    if x.replace("-", "") == y.replace("-", "") or fold.undoubled(x) == fold.undoubled(y):
        return "spelling"
    shorter = min(len(x), len(y))
    if shorter >= 6 and fold.sounds(x) == fold.sounds(y) and DamerauLevenshtein.distance(x, y) <= 3:
        return "spelling"
    if shorter >= 8 and x[0] == y[0] and DamerauLevenshtein.distance(x, y) == 1:
        return "spelling"
    return "near" if shorter >= 4 and DamerauLevenshtein.distance(x, y) == 1 else None


def _given(a: PersonName, b: PersonName) -> tuple[str, str] | None:
    """How the given names agree, as (verdict, rule), or None where they contradict each other."""
    short, long = sorted((a.given, b.given), key=len)
    if short[0] == long[0] or _spelt_alike(short[0], long[0]):
        middle = _middles(short[1:], long[1:])
        if middle is None:
            return None
        exact = short[0] == long[0]
        if middle == "equal":
            surely = exact or all(x == y or is_spelling(x, y) for x, y in zip(short, long, strict=True))
            return (SAME if surely else ONLY, "same-given" if exact else "spelling")
        return (ONLY, "middle-name" if exact else "spelling")
    if len(long) > len(short) and short == long[-len(short) :]:
        return (ONLY, "part-of-given")
    nicknames = {name.nickname for name in (a, b)} - {None}
    if short[0] in nicknames or long[0] in nicknames or is_short_form(short[0], long[0]):
        return (ONLY, "short-form") if _middles(short[1:], long[1:]) is not None else None
    if 1 in (len(short[0]), len(long[0])) and short[0][0] == long[0][0]:
        return (ONLY, "initial") if _middles(short[1:], long[1:]) is not None else None
    return None


def _middles(short: tuple[str, ...], long: tuple[str, ...]) -> str | None:
    """equal | fewer (left out or initials) | None where the two contradict."""
    if short == long:
        return "equal"
    if not short:
        return "fewer"
    if len(short) != len(long):
        return None
    for x, y in zip(short, long, strict=True):
        if x != y and not (1 in (len(x), len(y)) and x[0] == y[0]) and not _spelt_alike(x, y) and not _slip(x, y):
            return None
    return "fewer"


def _slip(x: str, y: str) -> bool:
    """Whether two middle names are one letter apart, long enough for that to be a slip of the pen: "Valentine"."""
    return min(len(x), len(y)) >= _LONG_MIDDLE and x[0] == y[0] and DamerauLevenshtein.distance(x, y) == 1


def _spelt_alike(x: str, y: str) -> bool:
    """Whether two given names are spellings of one: by the table, or, where one is unknown, by their consonants."""
    if is_spelling(x, y) or x.replace("-", "") == y.replace("-", ""):
        return True
    if min(len(x), len(y)) < 4 or (is_given_name(x) and is_given_name(y)):
        return False
    genders = gender_of(x), gender_of(y)
    if None not in genders and genders[0] != genders[1]:
        return False
    if x[-1] != y[-1] and {x[-1], y[-1]} & set("ao") and x[:-1] == y[:-1]:
        return False
    return x[0] == y[0] and fold.skeleton(x) == fold.skeleton(y) and DamerauLevenshtein.distance(x, y) <= 1


def _turned(a: PersonName, b: PersonName, one: str, other: str) -> Verdict:
    """Two full names without a common family name: the same words in another order prove nothing alone."""
    if sorted(a.words) == sorted(b.words):
        return Verdict(value=UNSURE, rule="order", because=f"“{one}” and “{other}” hold the same words in other order")
    long, short = (a, b) if len(a.words) >= len(b.words) else (b, a)
    rest = long.words[len(short.words) :]
    run_on = len(rest) > 1 and is_given_name(rest[0])  # "Ana Ruiz" and "Ana Ruiz Nina Holm" are no one person
    if rest and short.words == long.words[: len(short.words)] and long.given and not run_on:
        return Verdict(value=ONLY, rule="first-family-name", because=f"“{one}” and “{other}” share their first names")
    return Verdict(value=DIFFERENT, rule="family-names", because=f"“{one}” and “{other}” have other family names")
