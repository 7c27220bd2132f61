"""Keeping the short page to one page: the least lines go first, each section keeping what it cannot do without."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from standfirst.view.parts import Brief, FigureRow, Line, Moment, Section

#: Rows of eighty letters that the page has before its references.
ROWS = 76
_LETTERS = 74
#: Rows of who is cited, what is carried and what was set aside, with their heading.
_FOOT = 9
#: How many lines a section keeps whatever the room.
_KEPT = {"reported": 3, "timeline": 7, "figures": 4, "unknowns": 2, "confirmed": 1, "disputed": 3, "matters": 4}


def fitted(brief: Brief) -> Brief:
    """The brief with as many lines as fit on the page; what goes is counted as left out."""
    while _rows(brief) > ROWS:
        over = [(len(_lines(brief, part)) - kept, part) for part, kept in _KEPT.items()]
        most, part = max(over, key=lambda pair: pair[0])
        if most <= 0:
            return brief
        brief = _shorter(brief, part)
    return brief


def _lines(brief: Brief, part: str) -> Sequence[Line | FigureRow | Moment]:
    if part in {"timeline", "figures"}:
        return brief.timeline if part == "timeline" else brief.figures
    section: Section = getattr(brief, part)
    return section.lines


def _shorter(brief: Brief, part: str) -> Brief:
    if part == "figures":
        return dataclasses.replace(brief, figures=brief.figures[:-1], figures_left_out=brief.figures_left_out + 1)
    if part == "timeline":
        gone = min(brief.timeline, key=lambda moment: moment.weight)
        kept = tuple(moment for moment in brief.timeline if moment is not gone)
        return dataclasses.replace(brief, timeline=kept, timeline_left_out=brief.timeline_left_out + 1)
    section: Section = getattr(brief, part)
    shorter = dataclasses.replace(section, lines=section.lines[:-1], left_out=section.left_out + 1)
    return dataclasses.replace(brief, **{part: shorter})  # type: ignore[arg-type]


def _rows(brief: Brief) -> int:
    """How many rows the page takes, near enough; a heading takes two."""
    rows = 3 + _FOOT
    for section in (brief.matters, brief.confirmed, brief.reported, brief.disputed, brief.unknowns):
        rows += sum(_told(line) for line in section.lines) + (2 if section.lines else 0)
    rows += _table(brief.figures)
    parts = {moment.part for moment in brief.timeline}
    return rows + 2 * len(parts) + sum(_height(len(moment.text) + len(moment.when) + 8) for moment in brief.timeline)


def _table(rows: tuple[FigureRow, ...]) -> int:
    """Rows of the table of figures; its last column has what the others leave."""
    if not rows:
        return 0
    columns = [[row.what for row in rows], [row.where for row in rows], [row.value for row in rows]]
    columns.append([row.as_of for row in rows])
    rest = max(13, 76 - sum(max(map(len, column)) + 1 for column in columns))
    return 3 + sum(-(-(len(row.standing) + 5 * len(row.quotes)) // rest) for row in rows)


def _told(line: Line) -> int:
    sides = sum(_height(len(side.label + side.text + side.by) + 14) for side in line.sides)
    return sides + _height(len(line.label + line.text + line.by) + 12)


def _height(letters: int) -> int:
    return -(-letters // _LETTERS)
