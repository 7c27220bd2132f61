"""(text, one, other, order): which of two events began first, and None where the words leave it open."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from benchmarks.ordering import order_of
from standfirst.when import day

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Token

CASES = [
    ("The wall fell after the river rose.", "fell", "rose", "after"),
    ("The wall fell before the river rose.", "fell", "rose", "before"),
    ("The crew left the mill when the wall fell.", "left", "fell", "after"),
    ("The crew stayed at the mill until the wall fell.", "stayed", "fell", "before"),
    ("Two men went to the mill to save the cattle.", "went", "save", "before"),
    ("The wall fell on the road, killing two men.", "fell", "killing", "before"),
    ("The board said that the wall had fallen.", "said", "fallen", "after"),
    ("The board said that it will rebuild the wall.", "said", "rebuild", "before"),
    ("The wall had fallen, the board said.", "fallen", "said", "before"),
    ("The wall fell and crushed a barn.", "fell", "crushed", "before"),
    ("The wall fell. The board said on Friday that nobody was hurt.", "fell", "said", "before"),
    ("The wall had fallen at dawn. The river rose.", "fallen", "rose", "before"),
    ("The wall fell. The board says that nobody was hurt.", "fell", "says", "before"),
    ("The wall fell. The village needs money to rebuild it.", "fell", "rebuild", "before"),
    ("The wall fell at dawn. The mill closed.", "fell", "closed", None),
]


def word(doc: Doc, text: str) -> Token:
    return next(token for token in doc if token.text == text)


@pytest.mark.parametrize(("text", "one", "other", "order"), CASES, ids=[case[0] for case in CASES])
def test_order(nlp: Language, text: str, one: str, other: str, order: str | None) -> None:
    doc = nlp(text)
    found = order_of(word(doc, one), word(doc, other), {})
    assert (found.relation if found is not None else None) == order


def test_times_go_before_words(nlp: Language) -> None:
    doc = nlp("The wall fell at dawn. The mill closed.")
    fell, closed = word(doc, "fell"), word(doc, "closed")
    found = order_of(fell, closed, {fell.i: day(date(2031, 5, 9)), closed.i: day(date(2031, 5, 6))})
    assert found is not None
    assert (found.relation, found.rule) == ("after", "times")
