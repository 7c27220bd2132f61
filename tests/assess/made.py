"""Claims made by hand in one line, for the rules."""

from __future__ import annotations

from standfirst.model.linked import Claim, Entity, EventKey, Evidence, Role
from standfirst.model.report import UNKNOWN_TIME, Report


def evidence(text: str, *, report: str = "r", **fields: object) -> Evidence:
    made = Report(id=report, text=text)
    base: dict[str, object] = {"stance": "asserts", "mode": "narration", "published": UNKNOWN_TIME}
    return Evidence(quote=made.quote(made.span(0, len(text))), **(base | fields))  # type: ignore[arg-type]


def said(text: str, who: str, **fields: object) -> Evidence:
    return evidence(text, **({"mode": "indirect", "speaker_text": who, "source_kind": "named"} | fields))


def claim(*items: Evidence, **fields: object) -> Claim:
    base: dict[str, object] = {
        "id": "c1", "text": items[0].quote.text, "factuality": "happened", "when": None, "when_text": None, "where": (),
    }  # fmt: skip
    return Claim(evidence=items, **(base | fields))  # type: ignore[arg-type]


def event(
    cls: str, *, agents: tuple[str, ...] = (), patients: tuple[str, ...] = (), polarity: str = "positive"
) -> EventKey:
    return EventKey(lemma=cls.lower(), cls=cls, polarity=polarity, agents=agents, patients=patients)


def person(key: str, name: str, *titles: str) -> Entity:
    return Entity(id=key, name=name, kind="person", roles=tuple(Role(title=title, quotes=()) for title in titles))
