"""The stages in order, and the front door: from paths or from a kept newsroom to a snapshot of everything known.

Bytes are read into reports, each report into a reading, the readings are linked and weighed, and the result is one
frozen `Snapshot`. Only the reports and judgements are kept; all else is made again from them. No clock is read here:
the moment at which a report came to be held is an argument.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from standfirst.errors import NoReports, NotFound, SeveralStories
from standfirst.ids import stable_id
from standfirst.model.problem import Problem
from standfirst.model.reading import Reading, aside_reason
from standfirst.model.report import Report
from standfirst.model.snapshot import SetAside, Snapshot, Story, Unknown

if TYPE_CHECKING:
    from spacy.language import Language

    from standfirst.store.base import Store

#: Called with what is being done, how much of it is done, and how much there is.
Progress = Callable[[str, int, int], None]


def snapshot_of(
    paths: Sequence[str],
    *,
    as_of: datetime | None = None,
    language_model: str | None = None,
    progress: Progress | None = None,
    stdin: bytes | None = None,
) -> Snapshot:
    """Read report files and folders and give everything known, as of a moment; nothing is kept.

    Raises NoReports where nothing could be read, and LanguageModelError.
    """
    readings, problems = readings_of(paths, language_model=language_model, progress=progress, stdin=stdin)
    if not readings:
        raise NoReports(tuple(paths))
    return snapshot_from(readings, problems, as_of=as_of)


def readings_of(
    paths: Sequence[str],
    *,
    language_model: str | None = None,
    progress: Progress | None = None,
    stdin: bytes | None = None,
) -> tuple[tuple[Reading, ...], tuple[Problem, ...]]:
    """Read report files and folders, each by itself, in the order of their ids; and what was wrong with them."""
    from standfirst.ingest import read_paths

    reports, problems = read_paths(paths, stdin)
    readings, failed = read_reports(reports, language_model=language_model, progress=progress)
    return readings, problems + failed


def read_reports(
    reports: Sequence[Report], *, language_model: str | None = None, progress: Progress | None = None
) -> tuple[tuple[Reading, ...], tuple[Problem, ...]]:
    """Readings of reports in the order of their ids; a report that cannot be read is a problem, the rest is read."""
    from standfirst.extract.steps import read_report
    from standfirst.language import load

    ordered = sorted(reports, key=lambda report: report.id)
    nlp = load(language_model)
    readings: list[Reading] = []
    problems: list[Problem] = []
    for number, report in enumerate(ordered):
        if progress is not None:
            progress("reading", number, len(ordered))
        try:
            with nlp.memory_zone():
                readings.append(read_report(report, _parsed(nlp, report)))
        except Exception as error:  # one report that breaks a step must not cost the reader all the others
            message = f"it could not be read and was left out ({type(error).__name__}: {error})"
            problems.append(Problem(code="unreadable", message=message, report=report.id))
    if progress is not None:
        progress("reading", len(ordered), len(ordered))
    return tuple(readings), tuple(problems)


def _parsed(nlp: Language, report: Report):  # type: ignore[no-untyped-def]  # a spaCy Doc, not imported here
    nlp.max_length = max(nlp.max_length, len(report.text) + 1)
    return nlp(report.text)


def snapshot_from(
    readings: Sequence[Reading], problems: Iterable[Problem] = (), *, as_of: datetime | None = None
) -> Snapshot:
    """Link and weigh readings: everything known as of a moment, in an order that does not depend on theirs."""
    from standfirst.assess import assess_claims
    from standfirst.link.claims import link_claims
    from standfirst.link.copies import link_copies, shared_passages
    from standfirst.link.entities import link_entities
    from standfirst.link.figures import link_figures
    from standfirst.link.stories import story_of
    from standfirst.link.strays import set_strays_aside
    from standfirst.view.timeline import timeline_of

    ordered = sorted(readings, key=lambda reading: reading.report.id)
    if as_of is not None:
        ordered = [shown for reading in ordered if (shown := reading.as_of(as_of)) is not None]
    ordered = list(set_strays_aside(ordered))
    index = link_entities(ordered)
    names = {entity.id: entity.name for entity in index.entities}
    figures = link_figures(ordered, index.at, lambda entity: names.get(entity, ""))
    copies = link_copies(ordered)
    claims = link_claims(ordered, index, figures, copies, shared_passages(ordered))
    return Snapshot(
        story=story_of(ordered),
        as_of=as_of,
        readings=tuple(ordered),
        copies=copies,
        entities=index.entities,
        claims=claims,
        assessments=assess_claims(claims, ordered, index.entities, figures, copies),
        figures=figures,
        timeline=timeline_of(ordered, claims),
        unknowns=tuple(unknown for reading in ordered for unknown in _unknowns(reading)),
        set_aside=tuple(aside for reading in ordered for aside in _set_aside(reading)),
        problems=(*problems, *(problem for reading in ordered for problem in reading.problems)),
    )


def _unknowns(reading: Reading) -> Iterable[Unknown]:
    """What the report says is not known; a bare "That is unclear" is given with the question that stands over it."""
    for span in reading.unknowns:
        quote = reading.report.quote(span)
        before = [block for block in reading.blocks if block.kind == "heading" and block.span.end <= span.start]
        if before and len(quote.text.split()) <= 12 and reading.report.words(before[-1].span).rstrip().endswith("?"):
            question = reading.report.quote(before[-1].span)
            text = f"{question.text.strip()} {quote.text}"
            yield Unknown(text=" ".join(text.split()), evidence=(quote, question))
        else:
            yield Unknown(text=" ".join(quote.text.split()), evidence=(quote,))


def _set_aside(reading: Reading) -> Iterable[SetAside]:
    for block in reading.blocks:
        reason = aside_reason(block.kind, reading.report.words(block.span))
        if reason is not None:
            yield SetAside(quote=reading.report.quote(block.span), reason=reason)


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """What adding reports to a newsroom came to, by report id."""

    new: tuple[str, ...]
    revised: tuple[str, ...]
    known: tuple[str, ...]
    problems: tuple[Problem, ...]


class Newsroom:
    """A kept set of reports and judgements; every brief is made from them, and made again is the same."""

    def __init__(self, store: Store, *, language_model: str | None = None) -> None:
        self._store = store
        self._language_model = language_model

    @classmethod
    def open(cls, path: str | Path, *, language_model: str | None = None) -> Newsroom:
        """The newsroom in the SQLite file at the path, made where there is none; raises NewsroomError."""
        from standfirst.store.sqlite import SqliteStore

        return cls(SqliteStore(path), language_model=language_model)

    def __enter__(self) -> Newsroom:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file; closing again changes nothing."""
        self._store.close()

    def add(self, paths: Sequence[str], *, held_at: datetime, stdin: bytes | None = None) -> Added:
        """Keep the reports of files and folders, all in one stroke; what is known already changes nothing."""
        from standfirst.ingest import read_paths

        reports, problems = read_paths(paths, stdin)
        kept = self._store.add_reports(reports, held_at=held_at)
        by_outcome = {
            outcome: tuple(one.id for one in kept if one.outcome == outcome) for outcome in ("new", "revised", "known")
        }
        return Added(**by_outcome, problems=problems)

    def readings(self, *, progress: Progress | None = None) -> tuple[tuple[Reading, ...], tuple[Problem, ...]]:
        """Readings of every revision held; an older revision goes under its id with its number ("02-post~1")."""
        newest = {held.report.id: held.report.revision for held in self._store.reports()}
        reports = [
            held.report
            if held.report.revision == newest[held.report.id]
            else replace(held.report, id=f"{held.report.id}~{held.report.revision}")
            for held in self._store.revisions()
        ]
        return self._read(reports, progress)

    def _read(
        self, reports: Sequence[Report], progress: Progress | None = None
    ) -> tuple[tuple[Reading, ...], tuple[Problem, ...]]:
        """Readings of reports, those made before by this same program taken from the newsroom's cache."""
        from standfirst.store.cache import keep_reading, kept_reading

        pipeline = _fingerprint(self._language_model)
        kept = {report.id: kept_reading(self._store, report, pipeline) for report in reports}
        unread = [report for report in reports if kept[report.id] is None]
        made, problems = (
            read_reports(unread, language_model=self._language_model, progress=progress) if unread else ((), ())
        )
        for reading in made:
            keep_reading(self._store, reading, pipeline)
        found = [*made, *(reading for reading in kept.values() if reading is not None)]
        return tuple(sorted(found, key=lambda reading: reading.report.id)), problems

    def stories(self, *, progress: Progress | None = None) -> tuple[Story, ...]:
        """The stories that the held reports tell, the largest first."""
        readings, _ = self.readings(progress=progress)
        return tuple(story for story, _ in _stories(readings))

    def snapshot(
        self, story: str | None = None, *, as_of: datetime | None = None, progress: Progress | None = None
    ) -> Snapshot:
        """Everything known of a story, by its id or the beginning of it; without one, of the only story held.

        Raises NotFound where there is no such story or nothing is held, and SeveralStories where more than one fits.
        """
        readings, problems = self.readings(progress=progress)
        found = [pair for pair in _stories(readings) if story is None or pair[0].id.startswith(story)]
        if not found:
            hint = "`standfirst stories` lists them" if readings else "add reports with `standfirst add PATH`"
            raise NotFound("story", story or "any", hint)
        if len(found) > 1:
            raise SeveralStories(tuple(one.id for one, _ in found))
        return snapshot_from(found[0][1], problems, as_of=as_of)

    def report(self, report_id: str) -> Reading:
        """The reading of one report in its newest revision. Raises NotFound."""
        held = next((held for held in self._store.reports() if held.report.id == report_id), None)
        if held is None:
            raise NotFound("report", report_id, "`standfirst stories` shows what is held")
        readings, problems = self._read((held.report,))
        if not readings:
            raise NotFound("readable report", report_id, problems[0].message)
        return readings[0]


def _fingerprint(language_model: str | None) -> str:
    """What a reading depends on besides its report: this program's files and the pipeline named instead of its own.

    By path, size and time of change, so that a new version always reads again; it errs towards reading again.
    """
    root = Path(__file__).parent
    files = sorted(path for path in root.rglob("*") if path.suffix != ".pyc" and path.is_file())
    marks = ((path.relative_to(root).as_posix(), path.stat().st_size, path.stat().st_mtime_ns) for path in files)
    return stable_id("p", language_model or "", *marks)


def _stories(readings: Sequence[Reading]) -> list[tuple[Story, list[Reading]]]:
    from standfirst.link.stories import link_stories, story_of

    by_id = {reading.report.id: reading for reading in readings}
    members = [[by_id[name] for name in names] for names in link_stories(readings)]
    return [(story_of(group), group) for group in members]
