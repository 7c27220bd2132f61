"""Cleaned forms of a text that carry the map back to the original offsets."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Folded:
    """A changed form of a text; `origin[i]` is the offset in the original of the folded text's code point i."""

    text: str
    origin: tuple[int, ...]

    def original(self, start: int, end: int) -> tuple[int, int]:
        """The half-open range of the original that a non-empty range of the folded text came from."""
        return self.origin[start], self.origin[end - 1] + 1


#: Typographic forms that mean the same to a rule, each one code point for one.
_PLAIN = str.maketrans(
    {
        "‘": "'",
        "’": "'",
        "‛": "'",
        "“": '"',
        "”": '"',
        "„": '"',
        "\u00a0": " ",
        "\u202f": " ",
        "\u2009": " ",
        "–": "-",
        "—": "-",
        "‑": "-",
        "−": "-",
    }
)


def plain(text: str) -> str:
    """The text with typographic quotes, dashes and spaces made plain; the length and so every offset stay."""
    return text.translate(_PLAIN)


def squeezed(text: str) -> Folded:
    """The plain, case-folded text with each run of white space made one space, and the map back."""
    letters: list[str] = []
    origin: list[int] = []
    for offset, letter in enumerate(plain(text)):
        if letter.isspace():
            if letters and letters[-1] != " ":
                letters.append(" ")
                origin.append(offset)
            continue
        for part in letter.casefold():
            letters.append(part)
            origin.append(offset)
    return Folded(text="".join(letters), origin=tuple(origin))


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The range without the white space at its ends."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


_LOOSE_HEAD = re.compile(r"^[\s,;:–—.-]+")
_LOOSE_TAIL = re.compile(r"[\s,;:–—-]+$")


def tidy(words: str) -> str:
    """Words cut from a text as a line of their own: one space each, a capital letter, no loose marks at the ends.

    A quotation mark without its partner is dropped where it stands at an end, and closed where it does not.
    """
    words = " ".join(_LOOSE_TAIL.sub("", _LOOSE_HEAD.sub("", words)).split())
    for opening, closing in (("“", "”"), ('"', '"')):
        odd = words.count(opening) % 2 == 1 if opening == closing else words.count(opening) != words.count(closing)
        if odd and words.endswith((opening, closing)):
            words = words[:-1].rstrip()
        elif odd and words.startswith((opening, closing)):
            words = words[1:].lstrip()
        elif odd and opening in words and not (opening == closing and f"{closing} " in words):
            words += closing
        elif odd:
            words = opening + words
    return words[:1].upper() + words[1:]
