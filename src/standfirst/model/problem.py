"""Trouble in the input, as a value that stands beside the results."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Something wrong with what was given; everything else is still read."""

    #: A short name of the kind of trouble: "empty", "encoding", "front-matter", "too-large", ...
    code: str
    #: One sentence that says what was wrong and what was done about it.
    message: str
    #: The report or path that it is about.
    report: str
