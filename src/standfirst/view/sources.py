"""Who is cited, whose material is carried, what was set aside, and the line that says as of when."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import datetime, timedelta

from standfirst.lexicon.agencies import agency_name
from standfirst.model.linked import Evidence
from standfirst.model.snapshot import Snapshot
from standfirst.text import squeezed
from standfirst.view.dates import day_words, moment_words, published_words
from standfirst.view.desk import Desk, moment_of
from standfirst.view.parts import Aside, Carried, Cited
from standfirst.view.wording import spoken_of


def cited(desk: Desk) -> tuple[Cited, ...]:
    """Whom the reports cite, the most often cited first; the same words in several reports are one statement."""
    statements: dict[str, set[str]] = {}
    names: dict[str, tuple[str, str]] = {}
    for item in _attributed(desk.snapshot):
        entity = desk.entities.get(item.speaker) if item.speaker else None
        if entity is not None:
            key, name, role = entity.id, entity.name, entity.roles[0].title if entity.roles else ""
            role = "" if role.casefold() in name.casefold() else role
        elif item.speaker_text:
            name = spoken_of(item.speaker_text)
            key, role = squeezed(name).text, ""
            name = name if name != " ".join(item.speaker_text.split()) else f"“{name}”"
        else:
            continue
        names.setdefault(key, (name, role))
        statements.setdefault(key, set()).add(squeezed(item.quote.text).text.strip("\"'., "))
    made = [Cited(name=names[key][0], role=names[key][1], statements=len(said)) for key, said in statements.items()]
    return tuple(sorted(made, key=lambda one: (-one.statements, one.name.startswith(("“", "someone")), one.name)))


def carried(desk: Desk) -> tuple[Carried, ...]:
    """The agencies and outlets whose material is passed on, with those that carry it; no person is among them."""
    by: dict[str, set[str]] = {}
    for reading in desk.snapshot.readings:
        for name in map(_fullest, reading.origins):
            by.setdefault(name, set()).add(desk.outlet(reading.report.id))
    for claim in desk.snapshot.claims:
        for item in claim.evidence:
            for name in (_fullest(carrier.name) for carrier in item.via if desk.is_carrier(carrier.name)):
                by.setdefault(name, set()).add(desk.outlet(item.quote.span.report))
    made = {name: tuple(sorted(outlets - {name})) for name, outlets in by.items()}
    return tuple(Carried(name=name, by=outlets) for name, outlets in sorted(made.items()) if outlets)


def _fullest(name: str) -> str:
    """An agency by its one name: "AP" and "the Associated Press" are one."""
    words = " ".join(name.split())
    return agency_name(words) or words


def asides(snapshot: Snapshot) -> tuple[Aside, ...]:
    """What was set aside, by reason, the commonest first."""
    counts = Counter(one.reason for one in snapshot.set_aside)
    return tuple(
        Aside(reason=reason, quotes=tuple(one.quote for one in snapshot.set_aside if one.reason == reason))
        for reason, _ in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    )


def as_of_line(desk: Desk) -> str:
    """ "As of 8 Jan 2020, 16:14 (UTC+13) · 3 reports, 3 outlets · the newest stamped ..."."""
    snapshot = desk.snapshot
    count = len(snapshot.readings)
    outlets = len({reading.report.outlet for reading in snapshot.readings if reading.report.outlet})
    named = f", {outlets} outlet{'' if outlets == 1 else 's'}" if outlets else ""
    parts = [f"{count} report{'' if count == 1 else 's'}{named}"]
    newest = _newest_words(desk)
    if snapshot.as_of is not None:
        parts.insert(0, f"As of {_until(snapshot.as_of)}")
        parts += [f"the newest stamped {newest}"] if newest else []
    else:
        parts.insert(
            0, f"As of the newest report, {newest}" if newest else "As of the reports given, none of them dated"
        )
    return " · ".join(parts)


def _until(moment: datetime) -> str:
    """A moment; midnight as the end of the day before, which is what a reader who gave a day asked for."""
    if moment.hour or moment.minute or moment.second or moment.toordinal() == 1:
        return moment_words(moment)
    offset = moment_words(moment).partition(" (")[2]
    return f"the end of {day_words(moment - timedelta(days=1))} ({offset}"


def _newest_words(desk: Desk) -> str:
    stamps = [reading.published for reading in desk.snapshot.readings]
    stamps += [block.published for reading in desk.snapshot.readings for block in reading.blocks if block.stamped]
    return next((published_words(stamp) for stamp in stamps if moment_of(stamp) == desk.newest and desk.newest), "")


def _attributed(snapshot: Snapshot) -> Iterator[Evidence]:
    return (item for claim in snapshot.claims for item in claim.evidence if item.mode != "narration")
