"""Cleaned forms of a text that carry the map back to the original offsets."""

from __future__ import annotations

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
