"""Only the roof knows what time it is: below it no module calls a clock, or hands one on."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import standfirst

ROOT = Path(standfirst.__file__).parent
#: Rooms on the roof, which hand the moment down as an argument.
ROOF = {"cli", "web"}
#: Whatever gives the moment of the call, by its last name.
CLOCKS = {"now", "utcnow", "today", "time_ns", "localtime", "gmtime", "ctime", "getmtime", "st_mtime"}
BELOW = sorted(path for path in ROOT.rglob("*.py") if not ROOF & {path.relative_to(ROOT).parts[0].removesuffix(".py")})


def clocks(source: str) -> Iterator[str]:
    """The places where a module names a clock: `datetime.now`, `date.today`, `time.time()`, `from time import time`."""
    for node in ast.walk(ast.parse(source)):
        if (isinstance(node, ast.Attribute) and node.attr in CLOCKS) or (
            isinstance(node, ast.Call) and ast.unparse(node.func) == "time.time"
        ):
            yield ast.unparse(node)
        elif isinstance(node, ast.ImportFrom) and node.module == "time":
            yield from (name.name for name in node.names if name.name in {"time", *CLOCKS})


@pytest.mark.parametrize("path", BELOW, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_clock_below_the_roof(path: Path) -> None:
    assert list(clocks(path.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize(
    "source",
    ["datetime.now(UTC)", "x = date.today", "import time\ntime.time()", "from time import time", "p.stat().st_mtime"],
)
def test_a_clock_is_seen(source: str) -> None:
    assert list(clocks(source))


@pytest.mark.parametrize("source", ["from datetime import time", "time(15, 52)", "moment.time()", "stamp.clock"])
def test_a_time_of_day_is_no_clock(source: str) -> None:
    assert not list(clocks(source))
