"""How a time that a source gives becomes the instants between which something came out."""

from __future__ import annotations

from datetime import date, datetime, tzinfo

from standfirst.errors import BadMoment
from standfirst.model.report import Published
from standfirst.when import instant, iso, read_edge

#: The last year that dates of real reports can have: what lies beyond marks "never" or a slip.
_LAST_YEAR = 9998


def dated(text: str, where: tzinfo | None, basis: str) -> Published:
    """A time in ISO 8601 as the instants that it covers in that zone (UTC without one).

    "2020-01-08" is the whole of that day; a time of day to the minute or finer is one instant.
    Raises BadMoment where it cannot be read or lies beyond the years of news.
    """
    start, end = read_edge(text)
    try:
        if end is None or end.year > _LAST_YEAR:
            raise BadMoment(text)
        earliest = instant(start, where)
        # The end of a minute would keep a report of 16:14 out of a brief as of 16:14.
        latest = earliest if isinstance(start, datetime) and ":" in text[10:] else instant(end, where)
    except (OverflowError, ValueError) as error:
        raise BadMoment(text) from error
    value = iso(earliest) if isinstance(start, datetime) else text
    return Published(value=value, earliest=earliest, latest=latest, basis=basis)


def day_of(published: Published, where: tzinfo | None) -> date | None:
    """The civil date on which it came out, in that zone, where that is known to be one day."""
    if published.value is None or len(published.value) < 10:
        return None
    if len(published.value) == 10 or published.earliest is None:
        return date.fromisoformat(published.value[:10])
    return published.earliest.astimezone(where).date() if where else published.earliest.date()
