"""The figures of a snapshot, ready for a page of their own: those that moved, and those told with one value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from standfirst.model.snapshot import Snapshot
from standfirst.view.beside import names_of
from standfirst.view.desk import Desk
from standfirst.view.figures import as_printed, ranked
from standfirst.view.headline import headline_of
from standfirst.view.series import Series, series_of
from standfirst.view.sources import as_of_line


@dataclass(frozen=True, slots=True, kw_only=True)
class FigurePage:
    """Everything that a page of figures says."""

    headline: str
    #: As of when, how many reports and outlets, the newest stamp.
    as_of: str
    #: What has more than one value, the weightiest first.
    drawn: tuple[Series, ...]
    #: What was told with one value, the weightiest first.
    once: tuple[Series, ...]
    #: Report id -> its outlet, or the id where the outlet is not known.
    outlets: Mapping[str, str]


def figure_page_of(snapshot: Snapshot) -> FigurePage:
    """Make the page of a snapshot; the same snapshot gives the same page."""
    desk = Desk.of(snapshot)
    names = names_of(snapshot.figures)
    each = tuple(series_of(figure, as_printed(figure), names) for figure in ranked(desk))
    return FigurePage(
        headline=headline_of(desk),
        as_of=as_of_line(desk),
        drawn=tuple(series for series in each if series.moves),
        once=tuple(series for series in each if not series.moves),
        outlets={reading.report.id: desk.outlet(reading.report.id) for reading in snapshot.readings},
    )
