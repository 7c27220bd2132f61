"""What a source makes of what it says: each line is a text, what is said, and its factuality and polarity."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from standfirst.extract.steps import read_report
from standfirst.model.report import Report

if TYPE_CHECKING:
    from spacy.language import Language

CASES = [
    ("Police said the bridge had been closed.", "the bridge had been closed", "happened", "positive"),
    ("Rescuers said the search is going on.", "the search is going on", "ongoing", "positive"),
    ("The mayor said the school would reopen on Monday.", "the school would reopen", "planned", "positive"),
    ("The operator planned to close the line.", "to close the line", "planned", "positive"),
    ("The union vowed to block the port.", "to block the port", "threatened", "positive"),
    ("The agency asked residents to leave the valley.", "residents to leave the valley", "requested", "positive"),
    ("The company said it might sell the plant.", "it might sell the plant", "possible", "positive"),
    ("Residents believe the dam leaked.", "the dam leaked", "opinion", "positive"),
    ("The minister said the ship did not strike the pier.", "the ship did not strike", "happened", "negative"),
    ("The ministry denied that its boat had struck the pier.", "its boat had struck", "denied", "negative"),
    ("She denied that the pump had not been checked.", "the pump had not been checked", "denied", "positive"),
    ("The board refused to pay the fine.", "to pay the fine", "denied", "negative"),
]


@pytest.mark.parametrize(("text", "said", "factuality", "polarity"), CASES, ids=[case[0] for case in CASES])
def test_what_a_source_makes_of_it(nlp: Language, text: str, said: str, factuality: str, polarity: str) -> None:
    reading = read_report(Report(id="r", text=text), nlp(text))
    (found,) = (
        one
        for one in (*reading.attributions, *reading.attitudes)
        if said in " ".join(reading.report.words(span) for span in one.content)
    )
    assert (found.factuality, found.polarity) == (factuality, polarity)
