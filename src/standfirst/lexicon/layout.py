"""Which words on a news page are not the story's, from `boilerplate.toml`: rules, and the words of menus."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import NotRequired, TypedDict, cast


@dataclass(frozen=True, slots=True, kw_only=True)
class LayoutRule:
    """One way in which outlets word something that is not the story."""

    name: str
    #: The kind of block that it gives: boilerplate | credit | byline | caption.
    kind: str
    #: line | sentence | inline | end | start.
    scope: str
    #: Matched on plain text (typographic quotes, dashes and spaces made plain).
    pattern: re.Pattern[str]
    #: Words that it matches.
    example: str


class _Entry(TypedDict):
    name: str
    kind: str
    scope: str
    pattern: str
    example: str
    case: NotRequired[bool]


class _Table(TypedDict):
    rule: list[_Entry]
    navigation: dict[str, str]


@cache
def layout_rules(scope: str | None = None) -> tuple[LayoutRule, ...]:
    """The rules of one scope, or all of them, in the order of the file."""
    rules = (
        LayoutRule(
            name=entry["name"],
            kind=entry["kind"],
            scope=entry["scope"],
            pattern=re.compile(entry["pattern"], re.NOFLAG if entry.get("case") else re.IGNORECASE),
            example=entry["example"],
        )
        for entry in _table()["rule"]
    )
    return tuple(rule for rule in rules if scope in (None, rule.scope))


@cache
def menu_words() -> frozenset[str]:
    """Words and short phrases of which menus are made, in lower case."""
    return frozenset(" ".join(words.split()) for words in _table()["navigation"]["words"].split(","))


@cache
def _table() -> _Table:
    return cast(_Table, tomllib.loads((files("standfirst.lexicon") / "boilerplate.toml").read_text(encoding="utf-8")))
