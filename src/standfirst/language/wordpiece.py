"""How does a word look to the encoder: its pieces, and the case that the uncased pieces forget.

Words come from the tokenizer and are never changed here; a word that has no piece in the vocabulary becomes ``[UNK]``.
"""

import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

SHAPES = 20
STYLES = 4
LONGEST_WORD = 64


class WordPiece:
    """The uncased WordPiece vocabulary of BERT, word by word: greedy, longest piece first, with a cache."""

    def __init__(self, pieces: Sequence[str]) -> None:
        self.pieces = tuple(pieces)
        self._ids = {piece: number for number, piece in enumerate(self.pieces)}
        self.unknown, self.begin, self.end = (self._ids[name] for name in ("[UNK]", "[CLS]", "[SEP]"))
        self.encode = lru_cache(maxsize=50_000)(self._encode)

    @classmethod
    def from_file(cls, path: Path) -> "WordPiece":
        """Read a vocabulary with one piece a line, its number being its line."""
        return cls(path.read_text(encoding="utf-8").rstrip("\n").split("\n"))

    def _encode(self, word: str) -> tuple[int, ...]:
        found: list[int] = []
        for part in _parts(word):
            found.extend(self._longest_first(part))
        return tuple(found) or (self.unknown,)

    def _longest_first(self, part: str) -> list[int]:
        found, start = [], 0
        while start < len(part):
            lead = "##" if start else ""
            for end in range(len(part), start, -1):
                number = self._ids.get(lead + part[start:end])
                if number is not None:
                    found.append(number)
                    start = end
                    break
            else:
                return [self.unknown]
        return found


def _parts(word: str) -> list[str]:
    """Lower the case, take accents off, and part the word at punctuation, as BERT's own tokenizer does."""
    plain = unicodedata.normalize("NFD", word[:LONGEST_WORD].lower())
    parts = [""]
    for char in plain:
        category = unicodedata.category(char)
        if category == "Mn" or category.startswith("C"):
            continue
        if category.startswith(("P", "S")) or "\u4e00" <= char <= "\u9fff":
            parts += [_PLAIN_PUNCTUATION.get(char, char), ""]
        elif char.isspace():
            parts.append("")
        else:
            parts[-1] += char
    return [part for part in parts if part]


#: The base learnt from text in which straight quotes far outnumber curly ones: both are read alike.
_PLAIN_PUNCTUATION = {"\u2018": "'", "\u2019": "'", "\u201c": '"', "\u201d": '"', "\u2013": "-", "\u2212": "-"}


@lru_cache(maxsize=50_000)
def shape(word: str, spaced: bool) -> int:
    """Number the look of a word, with 10 more if white space stands before it.

    1 lower, 2 Title, 3 UPPER, 4 one capital, 5 miXed, 6 digits, 7 letters and digits, 8 signs, 9 U.S.
    """
    letters = [char for char in word if char.isalpha()]
    digits = any(char.isdigit() for char in word)
    if not letters:
        look = 6 if digits else 8
    elif digits:
        look = 7
    elif all(char.islower() for char in letters):
        look = 1
    elif all(char.isupper() or not char.islower() for char in letters):
        look = 9 if "." in word else 4 if len(letters) == 1 else 3
    elif letters[0].isupper() and all(char.islower() for char in letters[1:]):
        look = 2
    else:
        look = 5
    return look + 10 * spaced


def style(words: Sequence[str]) -> int:
    """Say how far case can be trusted in a paragraph: 0 as in prose, 1 all capitals, 2 Title Case, 3 no capitals."""
    long_words = [word for word in words if len(word) > 3 and word.isalpha()]
    if len(long_words) < 2:
        return 0
    upper = sum(word.isupper() for word in long_words) / len(long_words)
    title = sum(word[0].isupper() for word in long_words) / len(long_words)
    if upper > 0.8:
        return 1
    if title > 0.8:
        return 2
    return 3 if not any(char.isupper() for word in words for char in word) else 0
