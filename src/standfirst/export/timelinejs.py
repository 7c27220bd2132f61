"""The timeline as JSON for TimelineJS (https://timeline.knightlab.com/docs/json-format.html).

Every entry is a slide with its dates at their own precision: a month has no day, a year no month. TimelineJS takes
text as HTML, so all words of reports are escaped, and nothing is turned into a link by itself.
"""

from __future__ import annotations

import json
from calendar import monthrange
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from html import escape

from standfirst.export.dated import PARTS, entry_ids, sources_of
from standfirst.export.plain import one_line
from standfirst.export.shapes import Json, Shape
from standfirst.model.reading import Reading
from standfirst.model.snapshot import Entry, Snapshot
from standfirst.view.dates import edge_words, stretch_words
from standfirst.when import Interval


def render_timelinejs(snapshot: Snapshot) -> str:
    """The timeline as indented JSON with a newline at the end; an entry without a beginning has no slide."""
    readings = {reading.report.id: reading for reading in snapshot.readings}
    slides = [
        _slide(entry, name, readings)
        for entry, name in zip(snapshot.timeline, entry_ids(snapshot), strict=True)
        if entry.when.start is not None
    ]
    as_of = f"As of {edge_words(snapshot.as_of)}" if snapshot.as_of is not None else ""
    title: Shape = {"text": {"headline": _html(snapshot.story.headline), "text": _html(as_of)}, "autolink": False}
    return json.dumps({"title": title, "events": slides}, ensure_ascii=False, indent=2) + "\n"


def _slide(entry: Entry, name: str, readings: Mapping[str, Reading]) -> Shape:
    start, end = _dates(entry.when)
    slide: dict[str, Json] = {"start_date": start}
    if end is not None:
        slide["end_date"] = end
    return {
        **slide,
        "display_date": _html(stretch_words(entry.when)),
        "text": {"headline": _html(entry.text), "text": _told(entry, readings)},
        "group": PARTS.get(entry.part, PARTS["happened"]),
        "unique_id": name,
        "autolink": False,
    }


def _told(entry: Entry, readings: Mapping[str, Reading]) -> str:
    """The words of the sources, each with its outlet, and what other dates are given."""
    lines = []
    for outlet, words, url in sources_of(entry, readings):
        by = f'<a href="{escape(url)}" rel="noopener nofollow">{_html(outlet)}</a>' if url else _html(outlet)
        lines.append(f"<p>{_html(words)} — {by}</p>")
    for other in entry.other_dates:
        lines.append(f"<p>Also dated {_html(stretch_words(other.when))}.</p>")
    return "".join(lines)


def _dates(when: Interval) -> tuple[Shape, Shape | None]:
    """The first and, where it is another, the last date, both at the precision that the stretch has."""
    start = when.start
    if isinstance(start, datetime):
        return _moment(start), None
    if start is None:
        raise ValueError("a slide needs a beginning")
    last = when.last_day
    if last is None or last <= start:
        return _day(start), None
    if start.day == 1 and last.day == monthrange(last.year, last.month)[1]:
        if start.month == 1 and last.month == 12:
            return {"year": start.year}, {"year": last.year} if last.year != start.year else None
        first: Shape = {"year": start.year, "month": start.month}
        return first, {"year": last.year, "month": last.month} if start + timedelta(days=31) < last else None
    return _day(start), _day(last)


def _day(day: date) -> Shape:
    return {"year": day.year, "month": day.month, "day": day.day}


def _moment(moment: datetime) -> Shape:
    return {**_day(moment.date()), "hour": moment.hour, "minute": moment.minute}


def _html(text: str) -> str:
    return escape(one_line(text))
