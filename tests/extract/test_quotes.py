"""Where words stand between marks: the text, and what is quoted in it."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standfirst.extract.attributions.quotes import find_paragraphs, find_quotations

CASES = [
    ("“One,” he said.", ["One,"]),
    ('"One," he said, "and two."', ["One,", "and two."]),
    ("``One,'' he said.", ["One,"]),
    ("‘One,’ he said.", ["One,"]),
    ("'One,' he said.", ["One,"]),
    ("“He said ‘two’ to me,” she said.", ["He said ‘two’ to me,"]),
    ("‘The soldiers’ camp is gone,’ he said.", ["The soldiers’ camp is gone,"]),
    ("It is the dog's bone and the cats' bowl.", []),
    ("Rock 'n' roll in the '90s", ["n"]),
    ('A 5" pipe and a 6" valve', []),
    ("“One.\n\n“Two.”", ["One.", "Two."]),
    ("He left.\nShe was kind to all of us.”", ["She was kind to all of us."]),
    ('“One two," he said', ["One two,"]),
    ("He said “one two. Then he left.", ["one two."]),
    ("“One “two” three", ["One", "two"]),
    ("", []),
]


def quoted(text: str) -> list[str]:
    found = find_quotations(text, find_paragraphs(text))
    return [text[quotation.inner_start : quotation.inner_end] for quotation in found]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_what_is_quoted(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


def test_a_line_is_parted_at_breaks() -> None:
    text = "One two three"
    found = find_paragraphs(text, (4,))
    assert [text[paragraph.start : paragraph.end] for paragraph in found] == ["One", "two three"]


@given(st.text(alphabet="ab “”‘’'\"`\n.,"))
def test_quotations_are_in_order_and_never_overlap(text: str) -> None:
    found = find_quotations(text, find_paragraphs(text))
    assert all(quotation.start <= quotation.inner_start <= quotation.inner_end <= quotation.end for quotation in found)
    assert all(one.end <= other.start for one, other in pairwise(found))
