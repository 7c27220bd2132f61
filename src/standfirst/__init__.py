"""Standfirst: what we know so far, kept straight.

`brief(paths)` reads reports of a developing story and gives everything known as frozen values, every line on the exact
words that it came from; `read(paths)` gives what was found in each report by itself. A `Newsroom` keeps reports.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from os import PathLike
from typing import TYPE_CHECKING

from standfirst.errors import StandfirstError

if TYPE_CHECKING:
    from standfirst.model.reading import Reading
    from standfirst.model.snapshot import Snapshot
    from standfirst.newsroom import Newsroom

__all__ = ["Newsroom", "StandfirstError", "brief", "read"]
__version__ = "0.1.0"


def brief(
    paths: Sequence[str | PathLike[str]] | str | PathLike[str],
    *,
    as_of: datetime | str | None = None,
    language_model: str | None = None,
) -> Snapshot:
    """Everything known from report files and folders, as of a moment (ISO 8601 text or an aware datetime).

    Raises NoReports where nothing could be read and BadMoment where the moment cannot be.
    """
    from standfirst.newsroom import snapshot_of
    from standfirst.when import read_moment

    moment = read_moment(as_of) if isinstance(as_of, str) else as_of
    return snapshot_of(_paths(paths), as_of=moment, language_model=language_model)


def read(
    paths: Sequence[str | PathLike[str]] | str | PathLike[str], *, language_model: str | None = None
) -> tuple[Reading, ...]:
    """What was found in each report by itself; a report with a problem that stops it is left out.

    Raises NoReports where nothing could be read.
    """
    from standfirst.errors import NoReports
    from standfirst.newsroom import readings_of

    readings, _ = readings_of(_paths(paths), language_model=language_model)
    if not readings:
        raise NoReports(tuple(_paths(paths)))
    return readings


def _paths(paths: Sequence[str | PathLike[str]] | str | PathLike[str]) -> list[str]:
    return [str(paths)] if isinstance(paths, str | PathLike) else [str(path) for path in paths]


def __getattr__(name: str) -> object:
    """`Newsroom` is imported when it is first asked for, so that importing the package stays quick."""
    if name == "Newsroom":
        from standfirst.newsroom import Newsroom

        return Newsroom
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
