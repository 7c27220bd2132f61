"""Which numbers a text itself says were changed, and which a later revision of a report has otherwise."""

from __future__ import annotations

from collections.abc import Iterable

from standfirst.link.figures.keys import Item
from standfirst.link.figures.relations import WHOLE, apart
from standfirst.link.figures.timing import strictly_before
from standfirst.model.linked import Grounds

#: So many points of one figure are compared.
_MOST = 400


def revised(items: list[Item]) -> list[tuple[Item, Grounds]]:
    """Points that a text says were changed ("revised from ten to seven"): every point of the old value."""
    found: list[tuple[Item, Grounds]] = list(_moved_on(items))
    for old in items[:_MOST]:
        if old.quantity.side != "from" or old.quantity.role != "actual":
            continue
        new = next(
            (
                i
                for i in items
                if i.quantity.side == "to"
                and i.reading is old.reading
                and i.quantity.role == "actual"
                and abs(i.quantity.span.start - old.quantity.span.end) < 40
            ),
            None,
        )
        if new is None:
            continue
        grounds = Grounds(
            rule="told change",
            because=f"the text itself says that it went to {new.told}",
            quotes=(old.reading.report.quote(new.quantity.span),),
        )
        for item in items:
            same = (
                item.quantity.value == old.quantity.value
                and item.quantity.bound == "exact"
                and item.quantity.role == "actual"
            )
            if item is old or (same and item.quantity.part in WHOLE and not strictly_before(old, item)):
                found.append((item, grounds))
    return found


def _moved_on(items: list[Item]) -> Iterable[tuple[Item, Grounds]]:
    """The last number told before "the number has risen to nine", in the same report."""
    for new in items[:_MOST]:
        if new.quantity.side != "to" or new.quantity.role != "actual":
            continue
        before = [
            i for i in items[:_MOST] if i.reading is new.reading and i.quantity.span.start < new.quantity.span.start
        ]
        old = max(before, key=lambda item: item.quantity.span.start, default=None)
        if old is None or old.quantity.side or old.quantity.role != "actual" or old.quantity.part not in WHOLE:
            continue
        if apart(old, new):
            because = f"the text itself says that it went to {new.told}"
            quotes = (new.reading.report.quote(new.quantity.span),)
            yield old, Grounds(rule="told change", because=because, quotes=quotes)


def corrected(items: list[Item]) -> list[tuple[Item, Grounds]]:
    """Points of an earlier revision of a report whose later revision has another value."""
    found: list[tuple[Item, Grounds]] = []
    for old in items[:_MOST]:
        for new in items[:_MOST]:
            mine, theirs = old.reading.report, new.reading.report
            if (
                mine.id == theirs.id
                and mine.revision < theirs.revision
                and apart(old, new)
                and old.quantity.role == new.quantity.role
            ):
                grounds = Grounds(rule="later revision", because=f"a later version of the report has {new.told}")
                found.append((old, grounds))
                break
    return found
