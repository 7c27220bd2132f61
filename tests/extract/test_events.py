"""(text, what happened): lemma, class, polarity, factuality, who and whom."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from standfirst.extract.events import find_events
from standfirst.model.reading import Reading
from standfirst.model.report import Report

if TYPE_CHECKING:
    from spacy.language import Language

CASES = [
    ("The storm killed three fishermen.", "kill", "KILL", "positive", "happened", "The storm", "three fishermen"),
    (
        "Three fishermen were killed by the storm.",
        "kill",
        "KILL",
        "positive",
        "happened",
        "the storm",
        "Three fishermen",
    ),
    ("The army did not attack the village.", "attack", "ASSAULT", "negative", "happened", "The army", "the village"),
    ("The company will close the factory.", "close", "CLOSE", "positive", "planned", "The company", "the factory"),
    ("The general vowed to destroy the bridge.", "destroy", "", "positive", "threatened", "The general", "the bridge"),
    (
        "The ministry plans to withdraw its staff.",
        "withdraw",
        "WITHDRAW",
        "positive",
        "planned",
        "The ministry",
        "its staff",
    ),
    ("The bridge may collapse.", "collapse", "COLLAPSE", "positive", "possible", "The bridge", None),
]


@pytest.mark.parametrize("case", CASES, ids=[case[0] for case in CASES])
def test_events(nlp: Language, report: Callable[..., Report], case: tuple[str, ...]) -> None:
    text, lemma, cls, polarity, factuality, agent, patient = case
    made = report(text)
    event = next(one for one in find_events(Reading(report=made), nlp(text)).events if one.lemma == lemma)
    assert (event.cls, event.polarity, event.factuality) == (cls, polarity, factuality)
    who = {part.role: made.words(part.span) for part in event.participants}
    assert (who.get("agent"), who.get("patient")) == (agent, patient)
