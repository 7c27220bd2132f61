"""The front matter of a plain-text report: which facts its file gives about it, and which of them cannot be read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import tzinfo

import yaml

from standfirst.errors import BadMoment
from standfirst.model.dating import dated
from standfirst.model.problem import Problem
from standfirst.model.report import UNKNOWN_TIME, Published
from standfirst.when import zone

#: The longest front matter that is looked for, in code points.
_LONGEST = 65_536

#: How YAML writes that there is nothing.
_NOTHING = {"", "~", "null", "Null", "NULL"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Front:
    """What the front matter says; every field may be missing."""

    outlet: str | None = None
    headline: str | None = None
    url: str | None = None
    byline: tuple[str, ...] = ()
    published: Published = UNKNOWN_TIME
    updated: Published = UNKNOWN_TIME
    retrieved: Published = UNKNOWN_TIME
    timezone: str | None = None
    #: Code and message of everything that could not be read.
    troubles: tuple[tuple[str, str], ...] = ()


def split_front(text: str) -> tuple[str | None, str]:
    """The front matter between lines of `---` at the very start, and the body; None where there is no such thing."""
    if not text.startswith("---\n"):
        return None, text
    end = text.find("\n---\n", 3, _LONGEST)
    if end >= 0:
        return text[4 : end + 1], text[end + 5 :]
    if len(text) <= _LONGEST and text.endswith("\n---") and len(text) > 7:
        return text[4:-3], ""
    return None, text


def read_front(source: str) -> Front | None:
    """Read front matter as YAML, every scalar as the text that stands there; None where it is not a YAML mapping.

    Keys that are not known are left alone. A value that cannot be read is left out, with its trouble.
    """
    try:
        # BaseLoader leaves 2020-02-31 a text, where the other loaders would raise and lose all other keys with it.
        raw = yaml.load(source, Loader=yaml.BaseLoader)
    except (yaml.YAMLError, RecursionError, ValueError):
        return None
    if raw is None or raw == "":
        return Front()
    if not isinstance(raw, dict):
        return None
    fields = {key: value for key, value in raw.items() if isinstance(key, str)}
    troubles: list[tuple[str, str]] = []
    name = _words(fields, "timezone", troubles)
    where = zone(name)
    if name and where is None:
        troubles.append(("timezone", f"the timezone {name!r} is not in the tz database and was left out"))
    return Front(
        outlet=_words(fields, "outlet", troubles),
        headline=_words(fields, "headline", troubles),
        url=_words(fields, "url", troubles),
        byline=_names(fields.get("byline"), troubles),
        published=_time(fields, "published", where, troubles),
        updated=_time(fields, "updated", where, troubles),
        retrieved=_time(fields, "retrieved", where, troubles),
        timezone=name if where is not None else None,
        troubles=tuple(troubles),
    )


def _words(fields: dict[str, object], key: str, troubles: list[tuple[str, str]]) -> str | None:
    """The text under a key, None where there is none or something other than text."""
    value = fields.get(key)
    if value is None or (isinstance(value, str) and value.strip() in _NOTHING):
        return None
    if isinstance(value, str):
        return value.strip()
    troubles.append(("front-matter", f"{key} in the front matter is not text and was left out"))
    return None


def _names(value: object, troubles: list[tuple[str, str]]) -> tuple[str, ...]:
    """One name or a list of names."""
    if value is None or (isinstance(value, str) and value.strip() in _NOTHING):
        return ()
    values = value if isinstance(value, list) else [value]
    names = [name.strip() for name in values if isinstance(name, str)]
    if len(names) < len(values):
        troubles.append(("front-matter", "byline in the front matter is not a list of names and was left out"))
        return ()
    return tuple(name for name in names if name not in _NOTHING)


def _time(fields: dict[str, object], key: str, where: tzinfo | None, troubles: list[tuple[str, str]]) -> Published:
    """The time under a key; one that cannot be read is left out, not mended."""
    text = _words(fields, key, troubles)
    if text is None:
        return UNKNOWN_TIME
    try:
        return dated(text.replace("t", "T").replace("z", "Z"), where, "given")
    except BadMoment:
        troubles.append(("date", f"{key} {text[:40]!r} in the front matter is not a date in ISO 8601 and was left out"))
        return UNKNOWN_TIME


def problems(front: Front, report: str) -> tuple[Problem, ...]:
    """The troubles of a front matter as problems of that report."""
    return tuple(Problem(code=code, message=message, report=report) for code, message in front.troubles)
