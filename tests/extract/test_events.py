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
    ("The mayor stepped down.", "step-down", "RESIGN", "positive", "happened", "The mayor", None),
    ("The gunman gave himself up.", "give-self-up", "SURRENDER", "positive", "happened", "The gunman", None),
    ("Three sailors lost their lives.", "lose-life", "DIE", "positive", "happened", "Three sailors", None),
    ("The last man was found dead.", "find-dead", "DIE", "positive", "happened", None, "The last man"),
    ("Two people are missing.", "missing", "MISSING", "positive", "ongoing", None, "Two people"),
    ("The bridge stays shut.", "shut", "CLOSE", "positive", "happened", None, "The bridge"),
    ("The girl was cold but unhurt.", "unhurt", "SAFE", "positive", "happened", None, "The girl"),
    ("Nobody was hurt.", "hurt", "INJURE", "negative", "happened", None, "Nobody"),
    ("No agreement was reached.", "reach", "AGREE", "negative", "happened", None, None),
    ("The deal received approval.", "receive", "APPROVE", "positive", "happened", "The deal", None),
    ("The driver was caught and charged.", "charge", "CHARGE", "positive", "happened", None, "The driver"),
    ("Ida Moss, who resigned, left.", "resign", "RESIGN", "positive", "happened", "Ida Moss", None),
    ("She found out.", "find", "", "positive", "happened", "She", None),
    ("The bridge may collapse.", "collapse", "COLLAPSE", "positive", "possible", None, "The bridge"),
]


@pytest.mark.parametrize("case", CASES, ids=[case[0] for case in CASES])
def test_events(nlp: Language, report: Callable[..., Report], case: tuple[str, ...]) -> None:
    text, lemma, cls, polarity, factuality, agent, patient = case
    made = report(text)
    event = next(one for one in find_events(Reading(report=made), nlp(text)).events if one.lemma == lemma)
    assert (event.cls, event.polarity, event.factuality) == (cls, polarity, factuality)
    who = {part.role: made.words(part.span) for part in event.participants}
    assert (who.get("agent"), who.get("patient")) == (agent, patient)
