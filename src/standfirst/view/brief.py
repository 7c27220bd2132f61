"""What we know so far: one snapshot as a page that an editor can publish, each line with the words it stands on.

The short page fits about seventy rows of eighty letters before its references; the full one leaves nothing out. What
goes first is decided by the rules in `salience`; what is a sentence at all, by those in `wording`.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

from standfirst.model.snapshot import Snapshot
from standfirst.model.span import Quote
from standfirst.view.chronicle import moments
from standfirst.view.desk import Desk
from standfirst.view.disputes import disputed_lines
from standfirst.view.figure_table import short_rows
from standfirst.view.figures import figure_rows
from standfirst.view.fit import fitted
from standfirst.view.gaps import gaps
from standfirst.view.headline import headline_of
from standfirst.view.parts import Brief, Line, Section
from standfirst.view.references import references_of
from standfirst.view.salience import tells_who_is_safe
from standfirst.view.sections import WEIGHTY, Candidate, Page, candidates, choose, choose_all, line_of
from standfirst.view.sources import as_of_line, asides, carried, cited

#: Statuses that may be among what matters most; what is disputed or amended has its own section, with both sides.
_STANDING = frozenset({"confirmed", "corroborated", "reported"})
#: Statuses of what no longer holds.
_FALLEN = frozenset({"corrected", "retracted", "superseded"})
#: How many lines or rows of each section the short page has at most.
_MOST = {"matters": 4, "confirmed": 5, "reported": 6, "disputed": 5, "figures": 7}
_ALL = 1_000_000


def brief_of(snapshot: Snapshot, *, full: bool = False) -> Brief:
    """Make the brief of a snapshot; the same snapshot gives the same brief."""
    desk = Desk.of(snapshot)
    pool = candidates(desk)
    page = Page()
    matters = _matters(pool, page, desk, full=full)
    disputed, disputed_left = disputed_lines(pool, page, desk, most=_most("disputed", full), full=full)
    confirmed = _section("Confirmed", {"confirmed"}, pool, page, desk, full=full)
    reported = _section(
        "Reported, not confirmed", {"corroborated", "reported", "unverified"}, pool, page, desk, full=full
    )
    rows = figure_rows(desk) if full else short_rows(desk)
    timeline, timeline_left = moments(desk, pool, full=full)
    brief = Brief(
        headline=headline_of(desk),
        as_of=as_of_line(desk),
        notice="",
        matters=matters,
        confirmed=confirmed,
        reported=reported,
        disputed=Section(title="Disputed, denied or corrected", lines=disputed, left_out=disputed_left),
        figures=rows[: _most("figures", full)],
        figures_left_out=0 if full else max(0, len(snapshot.figures) - min(len(rows), _MOST["figures"])),
        timeline=timeline,
        timeline_left_out=timeline_left,
        unknowns=gaps(desk, full=full),
        cited=cited(desk),
        carried=carried(desk),
        set_aside=asides(snapshot),
        references=(),
        problems=snapshot.problems,
        full=full,
    )
    brief = brief if full else fitted(brief)
    brief = dataclasses.replace(brief, notice=_notice(brief, snapshot))
    references = references_of(_cited_quotes(brief), desk)
    numbering = {span: reference.number for reference in references for span in reference.holds}
    return dataclasses.replace(brief, references=references, numbering=numbering)


def _most(section: str, full: bool) -> int:
    return _ALL if full else _MOST[section]


def _matters(pool: tuple[Candidate, ...], page: Page, desk: Desk, *, full: bool) -> Section:
    """The few that weigh most, in the full brief too; each is told here and in no other section."""
    weighty = [one for one in pool if _stands(one, desk) and one.score >= WEIGHTY and not _is_denial(one, desk)]
    chosen, _ = choose(weighty, page, most=_MOST["matters"])
    lines = tuple(_with_status(line_of(one, desk, full=full), one.status) for one in chosen)
    return Section(title="What matters most", lines=lines)


def _stands(one: Candidate, desk: Desk) -> bool:
    """Whether nothing that still holds speaks against it: what only a report put right since contradicts stands too.

    Words within those of a claim that has fallen have fallen with it: "there were reports |it had been hit|".
    """
    if one.status != "disputed":
        return one.status in _STANDING
    against = [
        desk.claims[item.to] for item in one.claim.relations if item.kind == "contradicts" and item.to in desk.claims
    ]
    against += [
        other
        for other in desk.snapshot.claims
        for item in other.relations
        if item.kind == "contradicts" and item.to == one.claim.id
    ]
    fallen = [other for other in against if desk.status(other) in _FALLEN]
    gone = [item.quote.span for other in fallen for item in other.evidence]
    return bool(against) and all(
        any(span.holds(item.quote.span) for span in gone) for other in against for item in other.evidence
    )


def _is_denial(one: Candidate, desk: Desk) -> bool:
    """Whether it only speaks against a claim that has its line, with this as its other side, among the disputed.

    That someone is safe is news in itself, whoever said otherwise.
    """
    if tells_who_is_safe(one.claim):
        return False
    kinds = {relation.kind for relation in one.claim.relations}
    against = [desk.claims.get(relation.to) for relation in one.claim.relations if relation.kind == "contradicts"]
    disputed = any(other is not None and desk.status(other) in {"denied", "disputed"} for other in against)
    return disputed and not kinds & {"corrects", "supersedes"}


def _with_status(line: Line, status: str) -> Line:
    """Says in words what the section's title would say."""
    words = {"confirmed": "Confirmed", "corroborated": "Told by independent origins"}
    return dataclasses.replace(line, label=words.get(status, line.label))


def _section(
    title: str, statuses: set[str], pool: tuple[Candidate, ...], page: Page, desk: Desk, *, full: bool
) -> Section:
    fitting = [one for one in pool if one.status in statuses]
    above = any(page.has(one.claim) for one in fitting)
    most = _most("confirmed" if "confirmed" in statuses else "reported", full)
    chosen, left_out = (choose_all(fitting, page), 0) if full else choose(fitting, page, most=most)
    lines = tuple(line_of(one, desk, full=full) for one in chosen)
    return Section(title=f"Also {title[0].lower()}{title[1:]}" if above else title, lines=lines, left_out=left_out)


def _notice(brief: Brief, snapshot: Snapshot) -> str:
    """Why the page is empty, where it is."""
    if not snapshot.readings:
        return (
            "None of the reports had been published by then." if snapshot.as_of is not None else "There is no report."
        )
    sections = (brief.matters, brief.confirmed, brief.reported, brief.disputed, brief.unknowns)
    if any(section.lines for section in sections) or brief.figures or brief.timeline:
        return ""
    return "Nothing in the reports could be told as a line of its own." + (
        "" if brief.full or not snapshot.claims else " The full brief has all that was found."
    )


def _cited_quotes(brief: Brief) -> Iterator[Quote]:
    """Every quote in the order in which the page cites it."""
    for section in (brief.matters, brief.confirmed, brief.reported, brief.disputed):
        for line in section.lines:
            yield from line.quotes
            for side in line.sides:
                yield from side.quotes
    for row in brief.figures:
        yield from row.quotes
    for moment in brief.timeline:
        yield from moment.quotes
    for line in brief.unknowns.lines:
        yield from line.quotes
    if brief.full:
        for aside in brief.set_aside:
            yield from aside.quotes
