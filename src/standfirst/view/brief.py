"""What we know so far: one snapshot as a page that an editor can publish, each line with the words it stands on.

The short page fits about seventy rows of eighty letters before its references; the full one leaves nothing out. What
goes first is decided by the rules in `salience`; what is a sentence at all, by those in `wording`.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator

from standfirst.model.snapshot import Snapshot
from standfirst.model.span import Quote
from standfirst.view.chronicle import moments
from standfirst.view.desk import Desk, likeness, stems
from standfirst.view.disputes import disputed_lines
from standfirst.view.figures import figure_rows
from standfirst.view.fit import fitted
from standfirst.view.parts import Brief, Line, Section
from standfirst.view.references import references_of
from standfirst.view.sections import ALIKE, WEIGHTY, Candidate, Page, candidates, choose, choose_all, line_of
from standfirst.view.sources import as_of_line, asides, carried, cited
from standfirst.view.wording import balanced, bare, shortened_end

#: Statuses that may be among what matters most; what is disputed or amended has its own section, with both sides.
_STANDING = frozenset({"confirmed", "corroborated", "reported"})
#: How many lines or rows of each section the short page has at most.
_MOST = {"matters": 4, "confirmed": 5, "reported": 6, "disputed": 5, "figures": 7, "unknowns": 4}
_ALL = 1_000_000
#: A word that joins a sentence to the one before it, and says nothing by itself.
_JOINING = re.compile(r"^(?:And|But|So|However),? (?=\w)")


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
    rows = figure_rows(desk, full=full)
    timeline, timeline_left = moments(desk, pool, full=full)
    brief = Brief(
        headline=" ".join(snapshot.story.headline.split()) or "What we know so far",
        as_of=as_of_line(desk),
        matters=matters,
        confirmed=confirmed,
        reported=reported,
        disputed=Section(title="Disputed, denied or corrected", lines=disputed, left_out=disputed_left),
        figures=rows[: _most("figures", full)],
        figures_left_out=max(0, len(rows) - _most("figures", full)),
        timeline=timeline,
        timeline_left_out=timeline_left,
        unknowns=_unknowns(desk, full=full),
        cited=cited(desk),
        carried=carried(desk),
        set_aside=asides(snapshot),
        references=(),
        problems=snapshot.problems,
        full=full,
    )
    brief = brief if full else fitted(brief)
    references = references_of(_cited_quotes(brief), desk)
    numbering = {span: reference.number for reference in references for span in reference.holds}
    return dataclasses.replace(brief, references=references, numbering=numbering)


def _most(section: str, full: bool) -> int:
    return _ALL if full else _MOST[section]


def _matters(pool: tuple[Candidate, ...], page: Page, desk: Desk, *, full: bool) -> Section:
    """The few that weigh most, in the full brief too; each is told here and in no other section."""
    weighty = [one for one in pool if one.status in _STANDING and one.score >= WEIGHTY and not _is_denial(one, desk)]
    chosen, _ = choose(weighty, page, most=_MOST["matters"])
    lines = tuple(_with_status(line_of(one, desk, full=full), one.status) for one in chosen)
    return Section(title="What matters most", lines=lines)


def _is_denial(one: Candidate, desk: Desk) -> bool:
    """Whether it only speaks against a claim that has its line, with this as its other side, among the disputed."""
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


def _unknowns(desk: Desk, *, full: bool) -> Section:
    """What the reports say is not known, each once, the newest report's first."""
    lines: list[Line] = []
    left_out = 0
    for unknown in desk.snapshot.unknowns:
        words = stems(unknown.text)
        again = any(likeness(words, stems(line.text)) >= ALIKE for line in lines)
        if not full and (again or len(lines) >= _MOST["unknowns"]):
            left_out += 1
            continue
        text = _JOINING.sub("", balanced(bare(unknown.text)))
        text = text if full else shortened_end(text, 120)
        outlets = list(dict.fromkeys(desk.outlet(quote.span.report) for quote in unknown.evidence))
        lines.append(
            Line(
                text=text[:1].upper() + text[1:],
                by=", ".join(outlets),
                quotes=unknown.evidence if full else unknown.evidence[:2],
            )
        )
    return Section(title="Not known yet", lines=tuple(lines), left_out=left_out)


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
