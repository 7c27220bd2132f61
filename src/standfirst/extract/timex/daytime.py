"""Times and parts of the day: on the day that the words name, else on the day that the text last spoke of.

"Last night" is the evening and night before the day of publication; "overnight" reaches over both days.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time, timedelta, timezone, tzinfo

from standfirst.extract.timex.frame import Frame
from standfirst.extract.timex.meaning import Clock, Meaning, Part
from standfirst.extract.timex.points import add_days, day_point
from standfirst.extract.timex.resolved import Resolved, unplaced
from standfirst.lexicon.time import time_words
from standfirst.when import Interval, at, zone

#: A time before dawn told after one of the evening is of the night that follows: "at 9 p.m. ... shortly after 1 a.m."
_EVENING, _DAWN = 18, 6
Resolve = Callable[[Meaning, Frame], Resolved]


def part(says: Part, frame: Frame, resolve: Resolve) -> Resolved:
    """A part of a day, held to that whole civil day; the night before is told under the day on which it begins."""
    if says.code == "overnight":
        return _overnight(frame)
    base = resolve(says.day, frame) if says.day is not None else None
    if base is None and frame.focus is not None and frame.focus.unit == "day":
        base = Resolved(
            type="DATE",
            value=frame.focus.value,
            when=frame.focus.interval,
            rule="told-part",
            anchor=frame.focus.value,
            point=frame.focus,
        )
    if base is None or base.point is None or base.point.unit != "day":
        return unplaced(f"XXXX-XX-XXT{says.code}", "part-unplaced", type="TIME")
    rule = "part-told" if says.day is None else f"part-of-{base.rule}"
    return replace(base, type="TIME", value=f"{base.point.value}T{says.code}", rule=rule)


def _overnight(frame: Frame) -> Resolved:
    before = add_days(frame.day, -1) if frame.day is not None else None
    if before is None or frame.day is None:
        return unplaced("XXXX-XX-XXTNI", "overnight", type="TIME")
    return Resolved(
        type="TIME",
        value=f"{before.isoformat()}TNI",
        when=Interval(start=before, end=add_days(frame.day, 1)),
        rule="overnight",
        anchor=frame.day.isoformat(),
        point=day_point(before),
    )


def clock(says: Clock, frame: Frame, resolve: Resolve) -> Resolved:
    """A time of day: on the day in the words, else on the day last spoken of, else the latest before publication."""
    printed = f"T{says.hour:02}" + (f":{says.minute:02}" if says.minute is not None else ":00")
    if says.second is not None:
        printed += f":{says.second:02}"
    if says.zone in ("UTC", "GMT"):
        printed += "Z"
    day, rule, anchor = _day_of(says, frame, resolve)
    where = clock_zone(says.zone, frame)
    if says.day is None and rule == "clock-published" and day is not None:
        day = _not_after(day, says, where, frame)
    if day is None:
        return unplaced(f"XXXX-XX-XX{printed}", "clock-unplaced", type="TIME")
    if says.half_open:
        return Resolved(
            type="TIME",
            value=f"{day.isoformat()}{printed}",
            when=day_point(day).interval,
            rule="clock-half-open",
            anchor=anchor,
            point=day_point(day),
        )
    return Resolved(
        type="TIME",
        value=f"{day.isoformat()}{printed}",
        when=_moment(day, says, where),
        rule=rule,
        anchor=anchor,
        point=day_point(day),
    )


def _day_of(says: Clock, frame: Frame, resolve: Resolve) -> tuple[date | None, str, str | None]:
    if says.day is not None:
        base = resolve(says.day, frame)
        day = base.point.start if base.point is not None and base.point.unit == "day" else None
        return day, f"clock-on-{base.rule}", base.anchor
    behind = frame.ahead and frame.day is not None and frame.focus is not None and frame.focus.start < frame.day
    if frame.focus is not None and frame.focus.unit == "day" and not behind:
        if frame.hour is not None and frame.hour >= _EVENING and says.hour < _DAWN:
            return add_days(frame.focus.start, 1), "clock-after-midnight", frame.focus.value
        return frame.focus.start, "clock-told", frame.focus.value
    return frame.day, "clock-published", frame.day.isoformat() if frame.day is not None else None


def clock_zone(printed: str | None, frame: Frame) -> tzinfo | None:
    """The zone of a printed abbreviation, in the outlet's own sense first; without one the outlet's zone."""
    if printed is None:
        return frame.outlet.zone
    if printed == "local":
        return None
    if printed in time_words().clocks:
        return zone(time_words().clocks[printed])
    known = time_words().zones.get(printed)
    if frame.outlet.zone is not None and frame.day is not None and isinstance(known, int):
        for month in (1, 7):
            local = datetime(frame.day.year, month, 1, tzinfo=frame.outlet.zone)
            if local.tzname() == printed:
                offset = local.utcoffset()
                return timezone(offset, printed) if offset is not None else None
    if isinstance(known, int):
        return timezone(timedelta(minutes=known), printed)
    return zone(known)


def _moment(day: date, says: Clock, where: tzinfo | None) -> Interval | None:
    """The minute, the hour where no minutes are given; midnight as 24:00 begins the next day."""
    begin: date | None = day
    if says.hour == 24:
        begin = add_days(day, 1)
    if begin is None:
        return None
    step = timedelta(seconds=1) if says.second is not None else timedelta(minutes=1 if says.minute is not None else 60)
    try:
        start = at(begin, time(says.hour % 24, says.minute or 0, says.second or 0), where)
        return Interval(start=start, end=start + step)
    except (OverflowError, ValueError):
        return None


def _not_after(day: date, says: Clock, where: tzinfo | None, frame: Frame) -> date | None:
    """A bare time later than the publication itself was the day before, unless the sentence looks ahead."""
    if frame.latest is None or frame.ahead or where is None:
        return day
    found = _moment(day, says, where)
    if found is None or not isinstance(found.start, datetime) or frame.latest.tzinfo is None:
        return day
    return add_days(day, -1) if found.start > frame.latest else day
