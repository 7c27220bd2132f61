"""Whether an arriving report is one that is already held: pure decisions, no file."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit, urlunsplit

from standfirst.model.report import Report
from standfirst.text import squeezed


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """What makes a report the same report whatever its text: each key is "" where it is not known."""

    id: str
    url: str
    outlet: str
    headline: str
    #: The day of publication as given, or "".
    day: str

    @classmethod
    def of(cls, report: Report) -> Identity:
        """The keys of a report, with spelling that means nothing left out."""
        return cls(
            id=report.id,
            url=url_key(report.url),
            outlet=words_key(report.outlet),
            headline=words_key(report.headline),
            day=(report.published.value or "")[:10],
        )

    def same_report(self, other: Identity) -> bool:
        """Whether the two are one report: the same URL, the same outlet and headline, or the bare id alone.

        A title that comes back ("Morning briefing") under another URL on another day is another report: better two
        reports of one than one of two.
        """
        if self.url and self.url == other.url:
            return True
        if self.outlet and self.headline and (self.outlet, self.headline) == (other.outlet, other.headline):
            moved = bool(self.url and other.url and self.day and other.day) and self.day != other.day
            return not moved
        named = self.url or other.url or self.headline or other.headline
        return not named and self.id == other.id and self.outlet == other.outlet

    def same_item(self, other: Identity) -> bool:
        """Whether, the texts being equal, the two are one item read twice: nothing that both tell is different.

        Two outlets that carry one agency text word for word stay two reports.
        """
        pairs = ((self.url, other.url), (self.outlet, other.outlet), (self.headline, other.headline))
        return all(one == two for one, two in pairs)


def url_key(url: str | None) -> str:
    """A URL without its fragment, its closing slash and the case of its host."""
    if not url or not url.strip():
        return ""
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return url.strip()
    return urlunsplit((parts.scheme.lower(), parts.netloc.lower(), parts.path.rstrip("/"), parts.query, ""))


def words_key(words: str | None) -> str:
    """Words without what spelling adds: case, typographic quotes and runs of space."""
    return squeezed(words).text.strip() if words else ""


def free_id(wanted: str, taken: frozenset[str]) -> str:
    """An id that is not taken: the wanted one, else with the first free number after it ("01-x-2")."""
    if wanted not in taken:
        return wanted
    number = 2
    while f"{wanted}-{number}" in taken:
        number += 1
    return f"{wanted}-{number}"
