"""Give the people, places and bodies of a document other names, of all the world, the same one wherever it recurs.

Passages with a tree keep their number of words (a name of two words gets one of two words); others may grow.
"""

import random
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import lru_cache

import spacy

from standfirst.language.tokenizer import make_tokenizer
from training import made
from training.data import Document, Passage, spans_to_labels
from training.lists import read_list

_SHARE = {"person": 0.45, "place": 0.25, "organisation": 0.3, "product": 0.2, "facility": 0.2}
_MAKERS: dict[str, Callable[[random.Random], str]] = {
    "place": made.make_place,
    "organisation": made.make_organisation,
    "facility": made.make_facility,
    "product": lambda chance: chance.choice(read_list("products")),
}


def renamed(document: Document, chance: random.Random) -> Document:
    """Give names of a document other names, or leave it as it is half of the time."""
    if chance.random() < 0.4:
        return document
    cast = _cast(document, chance)
    return replace(document, passages=tuple(_rename(p, cast) for p in document.passages)) if cast else document


Names = dict[tuple[str, tuple[str, ...]], tuple[tuple[str, bool], ...]]


def _cast(document: Document, chance: random.Random) -> Names:
    """Choose for each name, as it is written, what stands in for it."""
    seen = {(kind, tuple(p.words[a:b])) for p in document.passages for a, b, kind in sure_names(p)}
    cast: Names = {}
    people = sorted(words for kind, words in seen if kind == "person")
    for words in (words for words in people if len(words) > 1):
        if chance.random() < _SHARE["person"] and words[-1].isalpha():
            given, family = made.make_person(chance)
            if chance.random() < 0.06 and len(family) < 7:
                given, family = family, given
            cast["person", words] = _words(f"{given} {family}")
            for alone in ((words[-1],), words[-2:]) if len(words) > 2 else ((words[-1],),):
                cast.setdefault(("person", alone), _words(family))
            cast.setdefault(("person", (words[0],)), _words(given))
    for words in people:
        if len(words) == 1 and ("person", words) not in cast and chance.random() < _SHARE["person"]:
            cast["person", words] = _words(made.make_person(chance)[chance.random() < 0.8])
    for kind, words in sorted(seen):
        if kind != "person" and chance.random() < _SHARE.get(kind, 0):
            cast[kind, words] = _words(_MAKERS[kind](chance))
    return cast


@lru_cache(maxsize=20_000)
def _words(name: str) -> tuple[tuple[str, bool], ...]:
    return tuple((token.text, bool(token.whitespace_)) for token in _tokenizer()(name))


@lru_cache(maxsize=1)
def _tokenizer():  # type: ignore[no-untyped-def]
    return make_tokenizer(spacy.blank("en"))


def sure_names(p: Passage) -> Iterator[tuple[int, int, str]]:
    """The names whose kind the labels leave no doubt about."""
    start = None
    for at, labels in enumerate(p.names or ()):
        if len(labels) != 1:
            start = None
            continue
        (label,) = labels
        if label[0] in "BS":
            start = at
        if label[0] in "ES" and start is not None:
            yield start, at + 1, label[2:]
        if label[0] in "OES":
            start = None


def _rename(p: Passage, cast: Names) -> Passage:
    spans = []
    for start, end, kind in sure_names(p):
        new = cast.get((kind, tuple(p.words[start:end])))
        if new and (p.heads is None or len(new) == end - start):
            spans.append((start, end, kind, new))
    if not spans:
        return p
    if p.heads is not None:
        return _rename_in_place(p, spans)
    words: list[str] = []
    spaces: list[bool] = []
    names: list[frozenset[str]] = []
    roles: list[str] | None = None if p.roles is None else []
    at = 0
    assert p.names is not None
    for start, end, kind, new in [*spans, (len(p.words), len(p.words), "", ())]:
        words += p.words[at:start]
        spaces += p.spaces[at:start]
        names += p.names[at:start]
        if new:
            words += [word for word, _ in new]
            spaces += [*[space for _, space in new][:-1], p.spaces[end - 1]]
            names += spans_to_labels(len(new), [(0, len(new), (kind,))])
        if roles is not None and p.roles is not None:
            roles += [*p.roles[at:start], *["O"] * len(new)]
        at = end
    return replace(
        p,
        words=tuple(words),
        spaces=tuple(spaces),
        names=tuple(names),
        roles=None if roles is None else tuple(roles),
        upos=None,
        xpos=None,
        feats=None,
        lemmas=None,
        deprels=None,
    )


def _rename_in_place(p: Passage, spans: list[tuple[int, int, str, tuple[tuple[str, bool], ...]]]) -> Passage:
    words, spaces, lemmas = list(p.words), list(p.spaces), list(p.lemmas or p.words)
    for start, end, _, new in spans:
        for offset, (word, space) in enumerate(new):
            words[start + offset] = lemmas[start + offset] = word
            if start + offset + 1 < end:
                spaces[start + offset] = space
    return replace(p, words=tuple(words), spaces=tuple(spaces), lemmas=tuple(lemmas))
