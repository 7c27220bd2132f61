"""Bodies named by their place in small letters: "Hale police", "the Hale County sheriff's office".

The place keeps its own mention within: "Hale police" tells of Hale too. A country's body is left out, since the country
speaks through it. It errs towards missing: only the words of `name_words.toml` make a body, right after the name.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from standfirst.extract.mentions.found import Found, Page, lower
from standfirst.lexicon.countries import country_of
from standfirst.lexicon.name_words import name_words
from standfirst.lexicon.names.fold import key


def bodies_in(page: Page, names: Sequence[Found], free: int) -> tuple[list[tuple[Found, int]], int]:
    """The bodies, each with the number of its thing from `free` on, and the first number that is left."""
    numbers: dict[str, int] = {}
    found = []
    for body in _bodies(page, names):
        found.append((body, numbers.setdefault(key(body.text), free + len(numbers))))
    return found, free + len(numbers)


def _bodies(page: Page, names: Sequence[Found]) -> Iterator[Found]:
    for name in names:
        if name.kind in ("place", "organisation") and country_of(name.text) is None:
            end = _end(page, name.end)
            if end > name.end:
                text = page.words(name.start, end)
                yield Found(start=name.start, end=end, lead=name.start, kind="organisation", text=text)


def _end(page: Page, start: int) -> int:
    """Where the words that make a body end; the same place where none stand there, or a noun goes on after them."""
    doc = page.doc
    for words in name_words().bodies:
        end = start + len(words)
        if [lower(token) for token in doc[start:end]] == list(words):
            joined = end < len(doc) and doc[end].pos_ in ("NOUN", "PROPN") and not doc[end].is_space
            return start if joined else end
    return start
