"""That someone is safe is told among what matters most, though a first report said otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from standfirst.extract.steps import read_report
from standfirst.ingest.plain import read_plain
from standfirst.newsroom import snapshot_from
from standfirst.view.brief import brief_of

if TYPE_CHECKING:
    from spacy.language import Language

STORY = (
    "A rocket fell on Camp Orra on Monday. There were some initial reports the Korva school had been hit.",
    "The Korva school was not hit and all its pupils are safe, the mayor of Korva, Ida Moss, said on Monday.",
)


def test_who_is_safe_is_among_what_matters_most(nlp: Language) -> None:
    readings = []
    for number, text in enumerate(STORY):
        front = f"---\nheadline: Rocket falls\noutlet: Outlet {number}\npublished: 2024-03-04T1{number}:00Z\n---\n"
        report, problems = read_plain((front + text).encode(), f"r{number}")
        assert report is not None
        assert not problems
        readings.append(read_report(report, nlp(report.text)))
    brief = brief_of(snapshot_from(readings))
    assert any("pupils are safe" in line.text for line in brief.matters.lines)
