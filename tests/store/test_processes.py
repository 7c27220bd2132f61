"""The newsroom file with more than one process, one of them killed in the middle."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from standfirst.store.sqlite import SqliteStore

WRITER = """
import sys
from datetime import UTC, datetime
from standfirst.model.report import Report
from standfirst.store.sqlite import SqliteStore

path, name, count = sys.argv[1], sys.argv[2], int(sys.argv[3])
with SqliteStore(path) as store:
    for number in range(count):
        text = f"{name} {number} " + "The bridge is closed. " * 400
        kept = store.add_report(Report(id=f"{name}-{number}", text=text), held_at=datetime(2031, 5, 4, tzinfo=UTC))
        print(kept.id, flush=True)
"""


def writer(path: Path, name: str, count: int) -> subprocess.Popen[str]:
    words = [sys.executable, "-c", WRITER, str(path), name, str(count)]
    return subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def test_a_writer_that_is_killed_leaves_the_file_whole(tmp_path: Path) -> None:
    path = tmp_path / "newsroom.db"
    for turn in range(2):
        process = writer(path, f"turn{turn}", 100_000)
        assert process.stdout is not None
        told = [process.stdout.readline().strip() for _ in range(25)]
        process.kill()
        told += process.stdout.read().split("\n")[:-1]
        process.communicate()
        with SqliteStore(path) as store:
            held = {held.report.id for held in store.reports() if held.report.id.startswith(f"turn{turn}")}
        assert set(told) <= held
        assert len(held) <= len(told) + 1


def test_two_processes_may_add_at_once(tmp_path: Path) -> None:
    path = tmp_path / "newsroom.db"
    both = [writer(path, name, 30) for name in ("one", "other")]
    for process in both:
        _, errors = process.communicate(timeout=60)
        assert process.returncode == 0, errors
    with SqliteStore(path) as store:
        assert len(store.reports()) == 60


def test_two_processes_that_add_the_same_keep_it_once(tmp_path: Path) -> None:
    path = tmp_path / "newsroom.db"
    both = [writer(path, "same", 30) for _ in range(3)]
    for process in both:
        _, errors = process.communicate(timeout=60)
        assert process.returncode == 0, errors
    with SqliteStore(path) as store:
        assert len(store.revisions()) == 30
