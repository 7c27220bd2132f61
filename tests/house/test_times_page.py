"""The page on times names every rule by which a date is reached."""

from __future__ import annotations

import re
from pathlib import Path

from benchmarks.phrases_time import read_ours, read_table
from tests.extract.test_timex import NARRATED, PHRASES, on, read

PAGE = Path(__file__).parents[2] / "docs" / "times.md"
#: What one rule puts before or behind the name of another.
_OUTER = re.compile(r"^(?:from-(?!now)|to-|clock-on-|part-of-)|-unplaced$")
_UNIT = re.compile(
    r"^(?:last|this|next|before-last|after-next)-(?:day|week|weekend|month|quarter|season|year|decade|century)$"
)


def inner(rule: str) -> str:
    while _OUTER.search(rule):
        rule = _OUTER.sub("", rule)
    return rule


def told() -> set[str]:
    section = PAGE.read_text(encoding="utf-8").split("## How a date was reached")[1].split("\n## ")[0]
    return {
        name for cell in re.findall(r"^\| (`.*?) \|", section, re.MULTILINE) for name in re.findall(r"`([^`]+)`", cell)
    }


def test_every_rule_is_on_the_page() -> None:
    found = {timex.rule for timexes in read_ours(read_table()) for timex in timexes}
    found |= {timex.rule for text, _, day, _ in PHRASES for timex in read(text, on(day)).timexes}
    found |= {timex.rule for text, _ in NARRATED for timex in read(text, on("2020-01-08")).timexes}
    missing = {inner(rule) for rule in found} - told()
    assert {rule for rule in missing if not _UNIT.match(rule)} <= {"event", "part", "slashed"}


def test_the_page_names_no_rule_that_is_gone() -> None:
    source = "".join(
        path.read_text(encoding="utf-8")
        for path in (Path(__file__).parents[2] / "src" / "standfirst" / "extract" / "timex").glob("*.py")
    )
    for rule in told():
        name = rule.rstrip("…-").strip("…-")
        parts = [name, name.removesuffix("-looking-back"), "unplaced" if rule.endswith("unplaced") else name]
        assert any(part in source for part in parts), rule
