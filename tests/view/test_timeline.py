"""(text, entries): a date only where the text gives one, at its precision, planned and background apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from standfirst.model.snapshot import Entry
from tests.link.test_claims import brief

if TYPE_CHECKING:
    from spacy.language import Language


def entries(nlp: Language, text: str) -> list[Entry]:
    """The timeline of one report of 4 March 2024, a Monday."""
    return list(brief(nlp, text).timeline)


CASES = [
    ("The dam broke on Sunday.", "2024-03-03", "2024-03-04", "happened"),
    ("The dam was built in 1987.", "1987-01-01", "1988-01-01", "background"),
    ("The ministry will close the dam in June.", "2024-06-01", "2024-07-01", "planned"),
    ("Ida Moss ran the dam from 2003 to 2007.", "2003-01-01", "2008-01-01", "background"),
    ("The dam has broken near Korva.", "2024-03-04", "2024-03-05", "happened"),
]


@pytest.mark.parametrize(("text", "start", "end", "part"), CASES, ids=[case[0] for case in CASES])
def test_entries(nlp: Language, text: str, start: str, end: str, part: str) -> None:
    found = [(str(entry.when.start), str(entry.when.end), entry.part) for entry in entries(nlp, text)]
    assert found == [(start, end, part)]


def test_no_date_no_entry(nlp: Language) -> None:
    assert entries(nlp, "The dam broke. It was old.") == []


def test_a_stamp_dates_what_the_passage_tells_first(nlp: Language) -> None:
    found = entries(nlp, "Crews are at the dam.\n\nUPDATE – 3.15pm: The dam broke. It was old.")
    assert [(entry.when.start and entry.when.start.isoformat(), entry.text) for entry in found] == [
        ("2024-03-04T15:15:00+00:00", "The dam broke.")
    ]


def test_news_of_a_stamped_passage_is_told_once_at_its_stamp(nlp: Language) -> None:
    found = entries(nlp, "Crews are at the dam.\n\nUPDATE – 3.15pm: The dam has broken.")
    assert [(entry.when.start and entry.when.start.isoformat(), entry.text) for entry in found] == [
        ("2024-03-04T15:15:00+00:00", "The dam has broken.")
    ]


def test_what_a_page_says_of_itself_is_no_event(nlp: Language) -> None:
    assert entries(nlp, "UPDATE – 3.15pm: This story has been updated to add a name.\n\nCrews are at the dam.") == []


def test_every_entry_says_how_its_date_was_reached(nlp: Language) -> None:
    assert all(entry.because for text, *_ in CASES for entry in entries(nlp, text))


def test_somebodys_own_words_are_in_quotation_marks(nlp: Language) -> None:
    found = entries(nlp, "“We closed the dam on Sunday,” Ida Moss said.")
    assert [entry.text for entry in found] == ["“We closed the dam on Sunday”"]
