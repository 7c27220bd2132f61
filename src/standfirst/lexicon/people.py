"""What is known of people's names: titles, short forms and spellings of given names, and the gender that they tell."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from anyascii import anyascii

from standfirst.lexicon.tables import rows


@dataclass(frozen=True, slots=True, kw_only=True)
class Title:
    """Words that stand before a name without being part of it, or letters after it."""

    words: str
    #: courtesy | rank | office | religious | royal | learned | after.
    kind: str
    #: f | m | - where it tells nothing.
    gender: str
    #: The full form ("Sgt." stands for "sergeant"); empty for a courtesy.
    full: str


@cache
def titles() -> dict[str, Title]:
    """Titles before a name by their words in lower case, without full stops: "det sgt" -> the entry."""
    return {_key(title.words): title for title in _all_titles() if title.kind != "after"}


@cache
def letters_after() -> dict[str, Title]:
    """Letters after a name ("Jr.") by their words in lower case, without full stops."""
    return {_key(title.words): title for title in _all_titles() if title.kind == "after"}


@cache
def longest_title() -> int:
    """How many words the longest title has."""
    return max(key.count(" ") + 1 for key in titles())


@cache
def _all_titles() -> tuple[Title, ...]:
    return tuple(
        Title(words=row[0], kind=row[1], gender=row[2], full=row[3] if len(row) > 3 else "")
        for row in rows("titles.tsv")
    )


def _key(words: str) -> str:
    return " ".join(words.lower().replace(".", " ").split())


def title_at(words: list[str], start: int) -> tuple[Title, int] | None:
    """The longest title that begins at a word, with the index after it, or None.

    Only words written with a capital are titles: "General Ito", not "in general Ito".
    """
    for length in range(min(longest_title(), len(words) - start), 0, -1):
        part = words[start : start + length]
        found = titles().get(_key(" ".join(part)))
        if found is not None and part[0][:1].isupper():
            return found, start + length
    return None


def full_title(words: str) -> str:
    """A title written out, in lower case ("Sgt." -> "sergeant"); empty for a courtesy ("Mr") and what is no title."""
    found = titles().get(_key(words))
    return "" if found is None or found.kind == "courtesy" else (found.full or _key(words)).lower()


@cache
def _groups(kind: str) -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for number, row in enumerate(rows("nicknames.tsv")):
        if row[0] == kind:
            for form in row[1].split("|"):
                found.setdefault(anyascii(form).lower(), set()).add(number)
    return {form: frozenset(numbers) for form, numbers in found.items()}


def is_short_form(one: str, other: str) -> bool:
    """Whether two given names may be one person's, long and short ("Elizabeth", "Liz"); folded to lower-case ASCII."""
    groups = _groups("short")
    return bool(groups.get(one, frozenset()) & groups.get(other, frozenset()))


def is_spelling(one: str, other: str) -> bool:
    """Whether two given names are spellings of one ("Mohammed", "Muhammad"); folded to lower-case ASCII."""
    groups = _groups("spelling")
    return bool(groups.get(one, frozenset()) & groups.get(other, frozenset()))


@cache
def _genders() -> dict[str, str]:
    found: dict[str, str] = {}
    for row in rows("given_names.tsv"):
        for name in row[2].split():
            key = anyascii(name).lower()
            found[key] = row[0] if found.get(key, row[0]) == row[0] else "-"
    return found


def gender_of(given: str) -> str | None:
    """f or m where a given name tells it; None where it is not known or common for both."""
    found = _genders().get(anyascii(given).lower())
    return found if found in ("f", "m") else None


def is_given_name(word: str) -> bool:
    """Whether a word is a given name of the lists."""
    key = anyascii(word).lower()
    return key in _genders() or key in _groups("short") or key in _groups("spelling")


def short_form_groups(word: str) -> frozenset[int]:
    """Numbers of the groups of short forms that hold a given name, folded to lower-case ASCII."""
    return _groups("short").get(word, frozenset())
