"""A reading is found again for the same report by the same pipeline, and for no other."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from standfirst.model.reading import Reading
from standfirst.model.report import Report
from standfirst.store.cache import keep_reading, kept_reading, reading_key
from standfirst.store.sqlite import SqliteStore

REPORT = Report(id="a", text="The dam holds.", outlet="The Lamp")


def test_a_reading_is_found_again(tmp_path: Path) -> None:
    reading = Reading(report=REPORT, origins=("Coast Agency",))
    with SqliteStore(tmp_path / "n.db") as store:
        assert kept_reading(store, REPORT, "one") is None
        keep_reading(store, reading, "one")
        assert kept_reading(store, REPORT, "one") == reading
        assert kept_reading(store, REPORT, "two") is None
        assert kept_reading(store, replace(REPORT, timezone="Etc/GMT-1"), "one") is None


def test_a_reading_of_another_version_is_made_again(tmp_path: Path) -> None:
    with SqliteStore(tmp_path / "n.db") as store:
        for data in (b"", b'{"report": 1}', b"\xff"):
            store.keep_derived(reading_key(REPORT, "one"), data)
            assert kept_reading(store, REPORT, "one") is None
