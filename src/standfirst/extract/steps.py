"""One report -> one reading: a list of steps over the same text, each adding one part.

A step takes the reading so far and the parse of the text and gives the reading with its own part filled in. To add
one, write a module with a `find_...` function and add a line to STEPS.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from spacy.tokens import Doc

from standfirst.extract import blocks, credits, published
from standfirst.extract.attributions import find_attributions
from standfirst.extract.clauses import find_clauses
from standfirst.extract.datings import find_datings
from standfirst.extract.events import find_events
from standfirst.extract.factuality import find_factuality
from standfirst.extract.mentions import find_mentions
from standfirst.extract.quantities import find_quantities
from standfirst.extract.sentences import find_sentences
from standfirst.extract.timex import find_timexes
from standfirst.extract.told_days import find_told_days
from standfirst.extract.unknowns import find_unknowns
from standfirst.model.reading import Reading
from standfirst.model.report import Report


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step of reading a report."""

    name: str
    #: One line of help.
    help: str
    #: Parts of the reading that must be there before, and the parts that it fills in.
    needs: tuple[str, ...]
    gives: tuple[str, ...]
    run: Callable[[Reading, Doc], Reading]


def read_report(report: Report, doc: Doc) -> Reading:
    """Everything that the steps find in one report; `doc` is the parse of its untouched text."""
    reading = Reading(report=report, published=report.published)
    for step in STEPS:
        reading = step.run(reading, doc)
    return reading


#: In the order in which they run.
STEPS = (
    Step(
        name="blocks",
        help="the parts of the layout, and what is set aside",
        needs=(),
        gives=("blocks",),
        run=blocks.run,
    ),
    Step(
        name="published",
        help="when the report and its stamped passages came out",
        needs=("blocks",),
        gives=("published", "blocks"),
        run=published.run,
    ),
    Step(
        name="credits",
        help="agencies and outlets whose material it carries",
        needs=("blocks",),
        gives=("origins",),
        run=credits.run,
    ),
    Step(name="sentences", help="sentences", needs=("blocks",), gives=("sentences",), run=find_sentences),
    Step(
        name="mentions",
        help="names, roles and what points to them",
        needs=("blocks", "sentences"),
        gives=("mentions",),
        run=find_mentions,
    ),
    Step(
        name="timexes",
        help="time expressions and their values",
        needs=("blocks", "sentences"),
        gives=("timexes",),
        run=find_timexes,
    ),
    Step(
        name="quantities",
        help="numbers, what they count and where",
        needs=("sentences", "mentions", "timexes"),
        gives=("quantities",),
        run=find_quantities,
    ),
    Step(
        name="attributions",
        help="who said what, and through whom",
        needs=("blocks", "sentences", "mentions", "timexes"),
        gives=("attributions",),
        run=find_attributions,
    ),
    Step(
        name="events",
        help="what happens, to whom, and whether it happened",
        needs=("mentions", "timexes"),
        gives=("events",),
        run=find_events,
    ),
    Step(
        name="factuality",
        help="what each source makes of what it says",
        needs=("attributions", "events"),
        gives=("attributions",),
        run=find_factuality,
    ),
    Step(
        name="news",
        help="the day of which undated news tells",
        needs=("blocks", "sentences", "events"),
        gives=("events",),
        run=find_told_days,
    ),
    Step(
        name="clauses",
        help="parts of sentences that tell something by themselves",
        needs=("sentences", "mentions"),
        gives=("clauses",),
        run=find_clauses,
    ),
    Step(
        name="datings",
        help="what each time is the time of",
        needs=("timexes", "clauses"),
        gives=("datings",),
        run=find_datings,
    ),
    Step(
        name="unknowns",
        help="what the report says is not known",
        needs=("blocks", "sentences"),
        gives=("unknowns",),
        run=find_unknowns,
    ),
)
