"""What is the dictionary form of a word? A small lexicon first, then the network's best script that makes a known word.

The network proposes scripts (``decode.lemma_script``) in order: "getting" may become "gette" or "get", and only one of
them is a word.
"""

import json
from collections.abc import Iterable, Sequence
from functools import lru_cache
from pathlib import Path

from standfirst.language.decode import apply_script

#: Tags whose words change: here a made-up stem is worse than a lower-ranked script.
_INFLECTED = frozenset(("VBD", "VBG", "VBN", "VBZ", "NNS", "JJR", "JJS", "RBR", "RBS"))


class Lemmas:
    """Lexicon, known words and scripts; the same word, tag and proposals always give the same lemma."""

    def __init__(self, lexicon: dict[str, dict[str, str]], words: Iterable[str], scripts: Sequence[str]) -> None:
        self._lexicon = lexicon
        self._known = frozenset(words).union(*(entries.values() for entries in lexicon.values()))
        self._scripts = tuple(scripts)
        self.find = lru_cache(maxsize=50_000)(self._find)

    @classmethod
    def from_file(cls, path: Path, words: Iterable[str], scripts: Sequence[str]) -> "Lemmas":
        """Read the lexicon: tag to lower-cased form to lemma."""
        return cls(json.loads(path.read_text(encoding="utf-8")), words, scripts)

    def _find(self, word: str, tag: str, proposals: tuple[int, ...]) -> str:
        listed = self._lexicon.get(tag, {}).get(word.lower())
        if listed is not None:
            return listed
        made = [apply_script(word, self._scripts[number]) for number in proposals]
        if tag in _INFLECTED:
            return next((lemma for lemma in made if lemma in self._known), made[0])
        return made[0]
