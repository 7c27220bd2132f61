"""Names without what tells nothing apart: case, accents, full stops, apostrophes."""

from __future__ import annotations

import re
from functools import lru_cache

from anyascii import anyascii

_POSSESSIVE = re.compile(r"(?<=\w)(?:['’]s|(?<=s)['’])$", re.IGNORECASE)
_DROPPED = re.compile(r"[.'’‘`ʼ]")
_OTHER = re.compile(r"[^\w&/-]+")
_VOWELS = re.compile(r"(?<=.)[aeiouyw]|(?<=.)h(?=[aeiou]|$)")
_DOUBLED = re.compile(r"(.)\1+")


@lru_cache(maxsize=65_536)
def words(name: str) -> tuple[str, ...]:
    """The words of a name, folded; a hyphen stays inside its word.

    >>> words("Ngũgĩ wa Thiong’o's"), words("St. Mary’s"), words("Jun-ho A. O'Dea")
    (('ngugi', 'wa', 'thiongo'), ('st', 'mary'), ('jun-ho', 'a', 'odea'))
    """
    plain = _DROPPED.sub("", anyascii(_POSSESSIVE.sub("", name.strip()))).lower()
    return tuple(word for part in _OTHER.sub(" ", plain).split() if (word := part.strip("-/_")))


def key(name: str) -> str:
    """The folded words with hyphens as spaces: equal for two ways of writing one name.

    >>> key("Max-Werk") == key("Max Werk"), key("The Hague") == key("Hague")
    (True, False)
    """
    return " ".join(words(name)).replace("-", " ")


@lru_cache(maxsize=65_536)
def skeleton(word: str) -> str:
    """The consonants of a folded word after its first letter, doubled ones once: "suleiman" -> "slmn".

    >>> skeleton("yusuf") == skeleton("youssef"), skeleton("hollander") == skeleton("holander")
    (True, True)
    """
    return _DOUBLED.sub(r"\1", _VOWELS.sub("", _DOUBLED.sub(r"\1", word)))


@lru_cache(maxsize=65_536)
def sounds(word: str) -> str:
    """The skeleton with consonants that scripts exchange made one: "gaddafi" and "kadhafi" are both "ktf"."""
    plain = word.replace("kh", "h").replace("gh", "g").replace("ph", "f").replace("sh", "s").replace("ch", "s")
    return skeleton(plain.replace("dh", "d").replace("th", "t").translate(_EXCHANGED))


_EXCHANGED = str.maketrans("qgcdzvb", "kkktsfp")


@lru_cache(maxsize=65_536)
def undoubled(word: str) -> str:
    """The word with each doubled letter once: "hollander" -> "holander"."""
    return _DOUBLED.sub(r"\1", word)
