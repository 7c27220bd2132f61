"""The words that the markdown page and the terminal page share."""

from __future__ import annotations

from collections.abc import Iterator

from standfirst.view.parts import Brief, Carried, Cited, Line, Moment, Reason, Reference, Section
from standfirst.view.wording import shortened_middle

#: Letters of a reference's words on the short page; beyond them its middle is left out.
LONGEST_QUOTE = 130
#: How many of the cited and of the carriers the short page names.
MOST_CITED = 8
MOST_CARRIED = 4

_PARTS = {"happened": "Timeline", "background": "Background", "planned": "Planned"}


def sections_of(brief: Brief) -> tuple[Section, ...]:
    """The sections of lines that come before the figures, those that have any."""
    sections = (brief.matters, brief.confirmed, brief.reported, brief.disputed)
    return tuple(section for section in sections if section.lines)


def unshown(brief: Brief) -> str:
    """What has no line on the short page at all: "Disputed, denied or corrected: 2"; else ""."""
    empty = [
        f"{section.title.removeprefix('Also ').capitalize()}: {section.left_out}"
        for section in (brief.confirmed, brief.reported, brief.disputed, brief.unknowns)
        if section.left_out and not section.lines
    ]
    return "; ".join(empty)


def reference_place(reference: Reference, brief: Brief) -> str:
    """The outlet of a reference; with the report's id in the full brief, and where an outlet has several reports."""
    if reference.outlet == reference.report:
        return reference.report
    reports = {other.report for other in brief.references if other.outlet == reference.outlet}
    return f"{reference.outlet}, {reference.report}" if brief.full or len(reports) > 1 else reference.outlet


def timeline_of(brief: Brief) -> Iterator[tuple[str, tuple[Moment, ...], str]]:
    """Each part of the timeline that has lines: its title, its lines, what stands after the title."""
    note = more(brief.timeline_left_out)
    for part, title in _PARTS.items():
        moments = tuple(moment for moment in brief.timeline if moment.part == part)
        if moments:
            yield title, moments, note
            note = ""


def more(count: int) -> str:
    """What the full brief has besides, to stand after a heading: " (7 more with --full)"."""
    return f" ({count} more with --full)" if count else ""


def why(line: Line) -> str:
    """Why a line stands where it does: its score and what each rule gave."""
    claim = f"{line.claim}: " if line.claim else ""
    return f"why: {claim}{line.score:.1f} = {reasons_words(line.reasons)}"


def reasons_words(reasons: tuple[Reason, ...]) -> str:
    """ "+2 confirmed; -1 a speaker's own words"."""
    return "; ".join(f"{reason.points:+g} {reason.because}" for reason in reasons) or "no rule spoke for it"


def cited_words(cited: tuple[Cited, ...], *, full: bool) -> str:
    """ "Ann Orr (minister) 5, “a clerk” 1": each with the number of statements."""
    shown = cited if full else tuple(one for one in cited if not one.name.startswith("someone"))[:MOST_CITED]
    rest = len(cited) - len(shown)
    names = [f"{one.name}{f' ({one.role})' if one.role else ''} {one.statements}" for one in shown]
    return ", ".join(names) + (f" and {rest} more" if rest else "")


def carried_words(carried: tuple[Carried, ...], *, full: bool) -> str:
    """ "Tide Agency (by The Lamp and The Wick)"."""
    shown = carried if full else carried[:MOST_CARRIED]
    rest = len(carried) - len(shown)
    return ", ".join(f"{one.name} (by {', '.join(one.by)})" for one in shown) + (f" and {rest} more" if rest else "")


def aside_words(brief: Brief) -> str:
    """ "3 boilerplate, 1 credit"; what they are stands in the full brief."""
    counts = ", ".join(f"{len(aside.quotes)} {aside.reason.replace('_', ' ')}" for aside in brief.set_aside)
    return f"{counts} ({'listed below' if brief.full else 'listed with --full'})"


def reference_words(reference: Reference, *, full: bool) -> str:
    """The words of a reference, on the short page without their middle where they are long."""
    return reference.quote.text if full else shortened_middle(reference.quote.text, LONGEST_QUOTE)


def marks(numbers: tuple[int, ...]) -> str:
    """ "[2] [7]"; empty where there are none."""
    return " ".join(f"[{number}]" for number in numbers)
