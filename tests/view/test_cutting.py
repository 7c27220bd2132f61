"""Shorter forms of a text are whole clauses of it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standfirst.view.cutting import last_piece, trimmed, without_date


@pytest.mark.parametrize(
    ("text", "longest", "short"),
    [
        ("The quay at Vell collapsed on Monday", 60, "The quay at Vell collapsed on Monday"),
        (
            "The quay at Vell collapsed on Monday, throwing nine dockers into the water",
            60,
            "The quay at Vell collapsed on Monday",
        ),
        ("The quay at Vell had been closed, but nobody had told the dockers", 50, "The quay at Vell had been closed"),
        # What turns the sense must not be cut off.
        ("The quay at Vell will be closed on Monday, but not to the fishing boats", 50, None),
        ("The quay at Vell will be closed on Monday unless it rains until the evening", 50, None),
        # No place at which a clause ends.
        ("The quay of the old fishing harbour at Vell near the mouth of the Orle collapsed", 50, None),
        # A quotation is not cut in its middle.
        ('The mayor of Vell said "the quay has gone, and we are counting the boats"', 50, None),
    ],
)
def test_a_text_is_cut_where_a_clause_ends(text: str, longest: int, short: str | None) -> None:
    assert trimmed(text, longest) == short


@given(st.text(alphabet="ab, \"'()which and-", max_size=120), st.integers(min_value=10, max_value=100))
def test_what_is_left_is_the_beginning_of_the_text(text: str, longest: int) -> None:
    short = trimmed(text, longest)
    if short is not None:
        assert " ".join(text.split()).startswith(short)
        assert len(short) <= longest


@pytest.mark.parametrize(
    ("text", "words", "left"),
    [
        ("On 3 May, the quay at Vell collapsed", "3 May", "The quay at Vell collapsed"),
        ("The quay at Vell was built in 1911", "1911", "The quay at Vell was built"),
        # The date is told inside, with another sense, or more finely than by the line.
        ("The quay has been closed since 1911", "1911", "The quay has been closed since 1911"),
        ("The boat left on Monday for the island", "Monday", "The boat left on Monday for the island"),
        ("The quay collapsed on Monday morning", "Monday morning", "The quay collapsed on Monday morning"),
    ],
)
def test_a_date_is_not_told_twice(text: str, words: str, left: str) -> None:
    assert without_date(text, words) == left


def test_the_last_piece_is_what_follows_the_last_join() -> None:
    assert last_piece("Both were hit, with the damage still being assessed") == "the damage still being assessed"
    assert last_piece("Nothing is joined here") == ""
