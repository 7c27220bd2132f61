"""What a person decided: these two are the same, that one is set aside. Applied on reading; nothing is rewritten."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """A person's decision about things that have ids; it can be undone, and stays on record when it is."""

    #: What is decided: same | different | set-aside | status | ...
    kind: str
    #: Ids of what it is about, in the order in which the decision names them.
    about: tuple[str, ...]
    who: str
    at: datetime
    why: str
    #: Its number in the newsroom's log; None until it is kept.
    id: int | None = None
    #: When it was undone; None while it holds.
    undone_at: datetime | None = None
