"""Two tellings that are alike but for one word of which only one can hold: "with her wife", "with her fiancee".

The words come from exclusive.tsv. All that one telling has besides must be in the other, and the word must not be for
those whom it befell: "his wife was hurt" and "his son was hurt" are both so. It errs towards none.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import combinations

from standfirst.lexicon.tables import rows
from standfirst.lexicon.words import containment, content_words
from standfirst.link.claims.found import words_of
from standfirst.link.claims.happenings import clash, same_kind
from standfirst.link.claims.parties import met
from standfirst.link.claims.statements import Statement, times_agree
from standfirst.model.reading import Reading
from standfirst.text import plain

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
#: Words before it that must be the same ("|with her| wife").
_LEAD = 2
#: The share of the other words of the shorter telling that the longer one has.
_HELD = 0.99

#: A statement, the one word of a slot that it has, and the two words before that.
_Told = tuple[Statement, str, tuple[str, ...]]


@cache
def _slots() -> dict[str, dict[str, frozenset[int]]]:
    """Slot -> word -> the rows that it stands in."""
    found: dict[str, dict[str, frozenset[int]]] = defaultdict(dict)
    for number, (slot, words, _) in enumerate(rows("exclusive.tsv")):
        for word in words.split():
            found[slot][word] = found[slot].get(word, frozenset()) | {number}
    return found


def other_word(
    readings: dict[str, Reading], statements: Sequence[Statement]
) -> Iterator[tuple[Statement, Statement, str]]:
    """Every two statements of two reports that differ in one word of which only one can hold, with the reason."""
    by_slot: dict[str, list[_Told]] = defaultdict(list)
    for one in statements:
        words = _WORD.findall(plain(words_of(readings[one.report], one)).casefold())
        for slot, known in _slots().items():
            places = [place for place, word in enumerate(words) if word in known]
            if len(places) == 1 and not one.denying:
                place = places[0]
                by_slot[slot].append((one, words[place], tuple(words[max(0, place - _LEAD) : place])))
    for slot in sorted(by_slot):
        known = _slots()[slot]
        for a, b in combinations(by_slot[slot], 2):
            if not known[a[1]] & known[b[1]] and _alike(a, b):
                told = f"“{a[1]}” ({a[0].report}) and “{b[1]}” ({b[0].report})"
                yield a[0], b[0], f"{told} in words that are otherwise alike"


def _alike(one: _Told, other: _Told) -> bool:
    """Whether the two tell one thing in words that differ in no more than what one of them adds."""
    a, b = one[0], other[0]
    if a.report == b.report or a.main is None or b.main is None or a.numbers != b.numbers:
        return False
    if not same_kind(a.main, b.main) or clash(a.main, b.main) or not a.main.so or not b.main.so:
        return False
    if a.main.key.polarity != b.main.key.polarity or not times_agree(a, b):
        return False
    pointed = bool(a.entities & b.entities) and all(party.pronoun for party in (*a.main.theme, *b.main.theme))
    if not (pointed or met(a.main.theme, b.main.theme)) or any(_befallen(each) for each in (one, other)):
        return False
    own = content_words(f"{one[1]} {other[1]}")
    return one[2] == other[2] and containment(a.words - own, b.words - own) >= _HELD


def _befallen(told: _Told) -> bool:
    """Whether the word is for one whom it befell."""
    main = told[0].main
    heads = content_words(told[1])
    return main is not None and any(party.head in heads for party in main.theme)
