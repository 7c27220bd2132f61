"""What a newsroom keeps: reports in all their revisions, judgements, and a cache of what was derived from them.

Reports and judgements are a log: they are added and never changed. Everything else can be made again from them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, Protocol

from standfirst.model.judgement import Judgement
from standfirst.model.report import Report

#: What adding a report came to.
Outcome = Literal["new", "revised", "known"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """What adding a report came to, and the id under which it is held (another's, where it is a revision of that)."""

    outcome: Outcome
    id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A report in one revision, with the moment at which the newsroom came to hold it."""

    report: Report
    held_at: datetime
    #: SHA-256 of the text, in hexadecimal.
    sha256: str


class Store(Protocol):
    """Where a newsroom keeps its log. Every method raises NewsroomError where the file cannot be read or written."""

    def add_report(self, report: Report, *, held_at: datetime) -> Kept:
        """Keep a report. The same text again changes nothing; another text is a new revision of the report.

        It is the same report where the URL is the same, or outlet and headline are, or, where it has neither a URL
        nor a headline, the id. Another report that comes under an id already taken is given one of its own.
        """

    def add_reports(self, reports: Iterable[Report], *, held_at: datetime) -> tuple[Kept, ...]:
        """Keep several in one stroke: all of them are held afterwards, or none."""

    def reports(self, *, as_held: datetime | None = None) -> tuple[Held, ...]:
        """The newest revision of every report, in the order of their ids; with a moment, of what was held by then."""

    def revisions(self, *, as_held: datetime | None = None) -> tuple[Held, ...]:
        """Every revision of every report, in the order of their ids and then of their numbers."""

    def add_judgement(self, judgement: Judgement) -> Judgement:
        """Keep a judgement; gives it back with its number."""

    def undo_judgement(self, number: int, *, at: datetime) -> None:
        """Undo a judgement from that moment on; undoing it again changes nothing. Raises NotFound."""

    def judgements(self, *, as_of: datetime | None = None) -> tuple[Judgement, ...]:
        """Every judgement, undone ones too, in the order in which they were made; with a moment, as they stood then."""

    def derived(self, key: str) -> bytes | None:
        """What was derived under that key, or None where it must be made again."""

    def keep_derived(self, key: str, value: bytes) -> None:
        """Keep what was derived, in place of what is held under that key."""

    def forget_derived(self) -> None:
        """Drop everything that was derived; it is made again when it is next asked for."""

    def close(self) -> None:
        """Let go of the file; closing again changes nothing."""
