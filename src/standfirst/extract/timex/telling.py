"""What a text last spoke of, as the reading goes on: the date, the hour, the quarter and the year to tell from."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from standfirst.extract.timex.meaning import PUBLICATION, Calendar, Clock, Length, Meaning, Part, Period, Piece
from standfirst.extract.timex.points import Point
from standfirst.extract.timex.resolved import Resolved

#: A date last spoken of is told from no further back than this many code points.
_FOCUS_REACH = 800
#: And, where the publication is an anchor too, the year of a date only from within this.
_YEAR_REACH = 300
#: Hour by which "Friday night" counts for what is told after it.
_EVENING = 20
#: A weekday printed with its date stands for that date this many days around publication.
_DATED_DAYS = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """The state after an expression; a new one is made for each."""

    focus: Point | None = None
    quarter: Point | None = None
    #: The months that results were last given for, where that is no quarter: "P9M" after "for the nine months".
    period: str | None = None
    #: Year of a date that was printed in full and lies years from publication.
    year: int | None = None
    #: The focus is publication's own day ("today").
    deictic: bool = False
    hour: int | None = None
    dated: tuple[Point, ...] = ()
    #: Where the words of the focus end.
    at: int = 0

    def after(self, found: Resolved, piece: Piece, published: date | None) -> Telling:
        """The state once that expression has been heard; what has no place changes nothing."""
        point, says = found.point, piece.says
        if isinstance(says, Length) and says.results:
            return replace(self, quarter=None, period=says.value)
        if point is None or found.when is None:
            return self
        quarter, period = self.quarter, self.period
        over = published is None or (point.end is not None and point.end <= published)
        if point.unit == "quarter" and over and not found.rule.startswith("year-before"):
            quarter, period = point, None
        if point.unit in ("decade", "century", "years"):
            return replace(self, quarter=quarter, period=period)
        named = says.day if isinstance(says, Part | Clock) else says
        return Telling(
            focus=point,
            quarter=quarter,
            period=period,
            year=self._year(says, published),
            deictic=isinstance(named, Period) and named.unit == "day" and named.frame == PUBLICATION,
            hour=says.hour if isinstance(says, Clock) else _EVENING if _by_night(says) else None,
            dated=self._dated(says, point, published),
            at=piece.end,
        )

    def _year(self, says: Meaning, published: date | None) -> int | None:
        if not isinstance(says, Calendar):
            return None
        if says.year is None:
            return self.year
        far = published is None or abs(published.year - says.year) > 1
        return says.year if far and says.month is not None else None

    def _dated(self, says: Meaning, point: Point, published: date | None) -> tuple[Point, ...]:
        if not isinstance(says, Calendar) or published is None or says.weekday != point.start.isoweekday():
            return self.dated
        if point in self.dated or abs((published - point.start).days) >= _DATED_DAYS:
            return self.dated
        return (point, *self.dated)

    def near(self, start: int, *, year: bool = False) -> bool:
        """Whether what it last spoke of is near enough to be told from."""
        return start - self.at <= (_YEAR_REACH if year else _FOCUS_REACH)


def _by_night(says: Meaning) -> bool:
    return isinstance(says, Part) and says.code in ("EV", "NI")
