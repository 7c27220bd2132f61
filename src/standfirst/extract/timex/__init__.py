"""Which words of a report tell a time, and which stretch of the calendar do they mean?

`find_timexes` reads pieces by a grammar (`patterns` and the `*_rules`), joins neighbours (`join`), drops what only
looks like time (`doubt`), and resolves each in its frame (`frame`, `look`, `resolve`), two that bound one stretch
together (`ranges`). It does not say which event a time belongs to, and it never takes the publication for the time of
an event.
"""

from __future__ import annotations

from standfirst.extract.timex.finder import find_timexes

__all__ = ["find_timexes"]
