"""Which counts of people are the latest, and which have been overtaken by a newer one.

Linking keeps figures of differing scope apart; for what a page leads with that is too careful: a reader must never see
"at least three dead" as the state of things where a later report counts nine. Of the same people and the same fate a
later, higher count of the dead overtakes a lower one, and a later, lower count of the missing a higher one. This errs
towards holding back an old count that was of something else; nothing here changes how a figure stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from standfirst.model.linked import Claim, Figure, Point
from standfirst.model.snapshot import Snapshot
from standfirst.model.span import Span
from standfirst.text import plain
from standfirst.view.values import point_words

#: What befalls people, as the last word of what is counted -> whether its count grows as more is known.
FATES: Mapping[str, bool] = {
    "killed": True, "dead": True, "drowned": True, "injured": True, "wounded": True, "hurt": True, "shot": True,
    "rescued": True, "evacuated": True, "displaced": True, "arrested": True,
    "missing": False, "trapped": False, "unaccounted for": False,
}  # fmt: skip
_GONE = frozenset({"superseded", "corrected"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A count where a report states it, and the newer one where there is one."""

    span: Span
    words: str
    figure: Figure
    point: Point
    #: The figure and the point that have overtaken it.
    newer: tuple[Figure, Point] | None = None
    overtaken: bool = False

    def is_part(self, text: str) -> bool:
        """Whether it counts some of a number, or others beside it: "three of the wounded", "six others"."""
        words = re.escape(plain(self.words).casefold())
        return re.search(rf"(?<!\w){words} (?:of|others?|more)\b", plain(text).casefold()) is not None

    def is_in(self, claim: Claim) -> bool:
        """Whether the claim's own words state it on the words of this report."""
        words = re.escape(plain(self.words).casefold())
        return any(item.quote.span.overlaps(self.span) for item in claim.evidence) and bool(
            re.search(rf"(?<!\w){words}(?!\w)", plain(claim.text).casefold())
        )


def told_counts(snapshot: Snapshot) -> Mapping[str, tuple[Told, ...]]:
    """Report id -> the values that stand in it, in the order of its text."""
    pairs = [(figure, point) for figure in snapshot.figures for point in figure.points]
    rivals: dict[str, list[tuple[Figure, Point]]] = {}
    for figure, point in pairs:
        if fate(figure) and _current(point):
            rivals.setdefault(figure.counts, []).append((figure, point))
    found: dict[str, list[Told]] = {}
    for figure, point in pairs:
        newer = _newer(figure, point, rivals.get(figure.counts, ()))
        gone = point.status in _GONE or newer is not None
        for quote in point.evidence:
            one = Told(
                span=quote.span, words=point.words, figure=figure, point=point, newer=newer, overtaken=gone
            )  # fmt: skip
            found.setdefault(quote.span.report, []).append(one)
    return {report: tuple(sorted(told, key=lambda one: (one.span, one.words))) for report, told in found.items()}


def counts_of(claim: Claim, told: Mapping[str, tuple[Told, ...]]) -> tuple[Told, ...]:
    """The values that the claim states."""
    reports = dict.fromkeys(item.quote.span.report for item in claim.evidence)
    return tuple(one for report in reports for one in told.get(report, ()) if one.is_in(claim))


def overtaken_in(claim: Claim, told: Mapping[str, tuple[Told, ...]]) -> tuple[Told, ...]:
    """The values of the claim that have been overtaken, where no evidence of it is free of them.

    A claim that gives the newer value too ("revised from eight to six") tells how it moved, and some of a number
    ("three of the wounded") is no count of all; neither has been overtaken.
    """
    counts = counts_of(claim, told)
    gone = tuple(
        one
        for one in counts
        if one.overtaken
        and not one.is_part(claim.text)
        and not (one.newer is not None and any(other.point.value == one.newer[1].value for other in counts))
    )
    whole = all(any(item.quote.span.overlaps(one.span) for one in gone) for item in claim.evidence)
    return gone if whole and claim.evidence else ()


def fate(figure: Figure) -> str:
    """What befell the people that it counts ("killed"), or ""."""
    if figure.unit != "person":
        return ""
    return next((word for word in FATES if figure.counts.casefold().endswith(word)), "")


def _newer(figure: Figure, point: Point, rivals: Iterable[tuple[Figure, Point]]) -> tuple[Figure, Point] | None:
    """The newest count that has overtaken this one: of its own figure, else of the same people and fate."""
    own = [(figure, other) for other in figure.points if point.status in _GONE and _current(other) and other != point]
    rising = FATES.get(fate(figure))
    later = [
        (other_figure, other)
        for other_figure, other in rivals
        if rising is not None
        and (_is_later(other, point) or (point.bound == "at_least" and other.bound == "exact"))
        and (other.value > point.value if rising else other.value < point.value)
    ]
    return max([*own, *later], key=lambda pair: (str(_out(pair[1])), pair[1].value, pair[1].id), default=None)


def _current(point: Point) -> bool:
    return point.status == "current" and point.role == "actual" and point.whole


def _is_later(one: Point, other: Point) -> bool:
    first, second = one.published.earliest, other.published.latest
    return first is not None and second is not None and first > second


def _out(point: Point) -> str:
    out = point.published.earliest or point.published.latest
    return out.isoformat() if out is not None else ""


def told_words(figure: Figure, point: Point) -> str:
    """A count in a few words: "at least 3 killed"."""
    return f"{point_words(point, figure.unit)} {fate(figure) or figure.counts}"
