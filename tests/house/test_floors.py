"""The house stands: imports only go down, no package imports another of its floor, public names are as pinned."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import standfirst

ROOT = Path(standfirst.__file__).parent

#: Package or module of the top level, and the floor that it stands on; the roof is 5.
FLOORS = {
    "text": 0, "ids": 0, "when": 0, "errors": 0,
    "model": 1,
    "language": 2, "lexicon": 2, "store": 2,
    "ingest": 3, "extract": 3, "link": 3, "assess": 3, "view": 3,
    "newsroom": 4, "export": 4,
    "cli": 5, "web": 5,
}  # fmt: skip


def room(path: Path) -> str:
    return path.relative_to(ROOT).parts[0].removesuffix(".py")


def imported(path: Path) -> list[str]:
    """Rooms of this package that a module imports, anywhere in it, those for types alone left out."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for_types = {
        id(node)
        for guard in ast.walk(tree)
        if isinstance(guard, ast.If) and "TYPE_CHECKING" in ast.unparse(guard.test)
        for node in ast.walk(guard)
    }
    names = []
    for node in ast.walk(tree):
        if id(node) in for_types:
            continue
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("standfirst"):
            names.extend([node.module] if node.module != "standfirst" else [f"standfirst.{a.name}" for a in node.names])
        elif isinstance(node, ast.Import):
            names.extend(alias.name for alias in node.names if alias.name.startswith("standfirst."))
    return [name.split(".")[1] for name in names]


MODULES = sorted(path for path in ROOT.rglob("*.py") if path.parent != ROOT or path.stem != "__init__")


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_imports_only_go_down(path: Path) -> None:
    here = room(path)
    assert here in FLOORS, f"{here} has no floor"
    for other in imported(path):
        if other == here or other.startswith("__"):
            continue
        if {here, other} <= {"text", "ids", "when", "errors"}:
            continue
        assert FLOORS[other] < FLOORS[here], f"{path.relative_to(ROOT)} imports {other}, which is not below it"


def test_public_names() -> None:
    assert standfirst.__all__ == sorted(standfirst.__all__)
    assert standfirst.__all__ == ["Newsroom", "StandfirstError", "brief", "read"]
    assert all(getattr(standfirst, name) is not None for name in standfirst.__all__)


def test_no_module_prints_or_reads_a_clock() -> None:
    for path in MODULES:
        if room(path) in ("cli", "web"):
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                called = ast.unparse(node.func)
                assert called != "print", f"{path.relative_to(ROOT)} prints"
                assert not called.endswith((".now", ".today", ".utcnow", "time.time")), (
                    f"{path.relative_to(ROOT)} reads a clock: {called}"
                )
