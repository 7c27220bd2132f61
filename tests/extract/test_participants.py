"""(text, word, who takes part): the phrases of each role in an event that a verb or a noun tells."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from standfirst.extract.events import find_events
from standfirst.extract.timex import find_timexes
from standfirst.model.reading import Reading
from standfirst.model.report import Report

if TYPE_CHECKING:
    from spacy.language import Language

VERBS = [
    ("Ardan Air and Belmore signed a deal.", "signed", {"agent": {"Ardan Air", "Belmore"}, "patient": {"a deal"}}),
    ("The jets that Belmore built were sold.", "built", {"agent": {"Belmore"}, "patient": {"The jets"}}),
    ("A tug carrying coal struck the pier.", "carrying", {"agent": {"A tug"}, "patient": {"coal"}}),
    ("The board forced the firm to close the plant.", "close", {"agent": {"the firm"}, "patient": {"the plant"}}),
    ("Ardan Air agreed to buy twelve jets.", "buy", {"agent": {"Ardan Air"}, "patient": {"twelve jets"}}),
    ("Ardan Air signed a contract to buy jets.", "buy", {"agent": {"Ardan Air"}, "patient": {"jets"}}),
    ("The yard closed, having lost two ships.", "lost", {"agent": {"The yard"}, "patient": {"two ships"}}),
    ("The jets were delivered by the yard.", "delivered", {"agent": {"the yard"}, "patient": {"The jets"}}),
    ("The index fell 40 points.", "fell", {"patient": {"The index"}}),
    ("The firm closed the plant.", "closed", {"agent": {"The firm"}, "patient": {"the plant"}}),
]
NOUNS = [
    ("Ardan Air announced the delivery of engines.", "delivery", {"patient": {"engines"}}),
    ("The fall of the index on Monday surprised them.", "fall", {"patient": {"the index"}}),
    ("The resignation of Ida Moss came early.", "resignation", {"agent": {"Ida Moss"}}),
    ("They feared an attack on the depot.", "attack", {"patient": {"the depot"}}),
    ("A strike by pilots began.", "strike", {"agent": {"pilots"}}),
    ("Talks between Ardan and Belmore ended.", "Talks", {"agent": {"Ardan", "Belmore"}}),
    ("The two firms reached an agreement.", "agreement", {"agent": {"The two firms"}}),
    ("Their losses grew.", "losses", {"patient": {"Their"}}),
    ("A fall of 3 percent followed.", "fall", {}),
]


@pytest.mark.parametrize(("text", "word", "parts"), [*VERBS, *NOUNS], ids=[case[0] for case in (*VERBS, *NOUNS)])
def test_participants(
    nlp: Language, report: Callable[..., Report], text: str, word: str, parts: dict[str, set[str]]
) -> None:
    made = report(text)
    doc = nlp(text)
    reading = find_events(find_timexes(Reading(report=made), doc), doc)
    event = next(one for one in reading.events if made.words(one.span) == word)
    found: dict[str, set[str]] = {}
    for part in event.participants:
        if part.role in ("agent", "patient"):
            found.setdefault(part.role, set()).add(made.words(part.span))
    assert found == parts
    assert event.nominal == (text in {case[0] for case in NOUNS})
