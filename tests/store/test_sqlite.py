"""The newsroom file: what is added stays, once, whatever happens to the process or the file."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from standfirst.errors import NewsroomError, NotFound
from standfirst.model.judgement import Judgement
from standfirst.model.report import Published, Report
from standfirst.store.migrations import MIGRATIONS
from standfirst.store.sqlite import SqliteStore, _explained

NOON = datetime(2031, 5, 4, 12, 0, tzinfo=UTC)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "rooms" / "newsroom.db"


@pytest.fixture
def store(path: Path) -> Iterator[SqliteStore]:
    with SqliteStore(path) as opened:
        yield opened


def stamped(text: str) -> Published:
    moment = datetime.fromisoformat(text)
    return Published(value=text, earliest=moment, latest=moment, basis="given")


def test_a_report_comes_back_as_it_was(store: SqliteStore) -> None:
    report = Report(
        id="01-a",
        text="Two lines\n\x00 and “odd” letters \U0001f6a2",
        outlet="The Lamp",
        headline="A dam holds",
        url="https://lamp.example/dam",
        byline=("Ena Pell", "Oro Vash"),
        published=stamped("2031-05-04T09:30:00+02:00"),
        timezone="Etc/GMT-2",
    )
    assert store.add_report(report, held_at=NOON).outcome == "new"
    (held,) = store.reports()
    assert held.report == report
    assert held.held_at == NOON


@pytest.mark.parametrize(
    ("second", "outcome", "name"),
    [
        ({"id": "a", "text": "one"}, "known", "a"),
        ({"id": "b", "text": "one"}, "known", "a"),
        ({"id": "a", "text": "two"}, "revised", "a"),
        ({"id": "b", "text": "two"}, "new", "b"),
        ({"id": "a", "text": "one", "outlet": "The Lamp"}, "new", "a-2"),
        ({"id": "a", "text": "two", "url": "https://x.example"}, "new", "a-2"),
    ],
)
def test_bare_files_are_told_apart_by_id(store: SqliteStore, second: dict[str, str], outcome: str, name: str) -> None:
    store.add_report(Report(id="a", text="one"), held_at=NOON)
    kept = store.add_report(Report(**second), held_at=NOON)  # type: ignore[arg-type]
    assert (kept.outcome, kept.id) == (outcome, name)


@pytest.mark.parametrize(
    ("changes", "outcome"),
    [
        ({"text": "two"}, "revised"),
        ({"text": "two", "url": None}, "revised"),
        ({"text": "two", "url": "HTTPS://Lamp.example/dam/#top", "headline": "Another"}, "revised"),
        ({"text": "two", "headline": "A  DAM holds", "url": "https://lamp.example/other"}, "revised"),
        ({"text": "two", "headline": "Another", "url": "https://lamp.example/other"}, "new"),
        ({"outlet": "The Wick", "url": "https://wick.example/dam"}, "new"),
        ({"id": "elsewhere"}, "known"),
    ],
)
def test_the_same_url_or_outlet_and_headline_is_the_same_report(
    store: SqliteStore, changes: dict[str, str], outcome: str
) -> None:
    first = {
        "id": "a",
        "text": "one",
        "outlet": "The Lamp",
        "headline": "A dam holds",
        "url": "https://lamp.example/dam",
    }
    store.add_report(Report(**first), held_at=NOON)  # type: ignore[arg-type]
    assert store.add_report(Report(**{**first, **changes}), held_at=NOON).outcome == outcome  # type: ignore[arg-type]


def test_a_title_that_returns_on_another_day_under_another_url_is_another_report(store: SqliteStore) -> None:
    def morning(day: str) -> Report:
        return Report(
            id=day,
            text=f"The news of {day}",
            outlet="The Lamp",
            headline="Morning briefing",
            url=f"https://lamp.example/{day}",
            published=stamped(f"{day}T06:00:00+00:00"),
        )

    assert store.add_report(morning("2031-05-04"), held_at=NOON).outcome == "new"
    assert store.add_report(morning("2031-05-05"), held_at=NOON).outcome == "new"


def test_adding_everything_again_changes_nothing(store: SqliteStore) -> None:
    versions = [Report(id="a", text=text, outlet="Lamp", headline="Dam") for text in ("one", "two", "three")]
    store.add_reports(versions, held_at=NOON)
    before = store.revisions()
    assert [kept.outcome for kept in store.add_reports(versions, held_at=NOON)] == ["known"] * 3
    assert store.revisions() == before
    assert [held.report.revision for held in before] == [1, 2, 3]
    assert [held.report.text for held in store.reports()] == ["three"]


def test_revisions_stand_in_the_outlets_order_whichever_came_first(path: Path) -> None:
    early = Report(id="a", text="one", url="https://l.example/1", updated=stamped("2031-05-04T08:00:00+00:00"))
    late = Report(id="a", text="two", url="https://l.example/1", updated=stamped("2031-05-04T09:00:00+00:00"))
    with SqliteStore(path) as store:
        store.add_reports((late, early), held_at=NOON)
        assert [held.report.text for held in store.revisions()] == ["one", "two"]
        assert store.reports()[0].report.text == "two"


def test_what_was_held_at_a_moment(store: SqliteStore) -> None:
    store.add_report(Report(id="a", text="one"), held_at=NOON)
    store.add_report(Report(id="a", text="two"), held_at=NOON + timedelta(hours=1))
    assert store.reports(as_held=NOON - timedelta(seconds=1)) == ()
    assert [held.report.text for held in store.reports(as_held=NOON)] == ["one"]
    assert [held.report.text for held in store.reports(as_held=NOON + timedelta(hours=1))] == ["two"]


def test_a_stroke_that_fails_keeps_nothing(store: SqliteStore) -> None:
    def two() -> Iterator[Report]:
        yield Report(id="a", text="one")
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        store.add_reports(two(), held_at=NOON)
    assert store.reports() == ()
    assert store.add_report(Report(id="a", text="one"), held_at=NOON).outcome == "new"


def test_judgements_are_a_log_with_undoing(store: SqliteStore) -> None:
    made = Judgement(kind="same", about=("e1", "e2"), who="desk", at=NOON, why="one ship, two spellings")
    kept = store.add_judgement(made)
    assert kept.id is not None
    store.undo_judgement(kept.id, at=NOON + timedelta(hours=2))
    store.undo_judgement(kept.id, at=NOON + timedelta(hours=3))
    assert store.judgements()[0].undone_at == NOON + timedelta(hours=2)
    assert store.judgements(as_of=NOON + timedelta(hours=1))[0].undone_at is None
    assert store.judgements(as_of=NOON - timedelta(hours=1)) == ()
    with pytest.raises(NotFound):
        store.undo_judgement(99, at=NOON)


def test_the_log_refuses_to_be_changed(store: SqliteStore, path: Path) -> None:
    store.add_report(Report(id="a", text="one"), held_at=NOON)
    other = sqlite3.connect(path)
    for statement in ("UPDATE revision SET text = x'00'", "DELETE FROM revision"):
        with pytest.raises(sqlite3.IntegrityError, match="never changed"):
            other.execute(statement)
    other.close()


def test_what_is_derived_can_be_kept_and_forgotten(store: SqliteStore) -> None:
    assert store.derived("k") is None
    store.keep_derived("k", b"v1")
    store.keep_derived("k", b"v2")
    assert store.derived("k") == b"v2"
    store.forget_derived()
    assert store.derived("k") is None


def fill(path: Path) -> None:
    with SqliteStore(path) as store:
        for number in range(40):
            store.add_report(Report(id=f"r{number}", text=f"{number} " + "The water rose again. " * 200), held_at=NOON)


def garbage(path: Path) -> None:
    path.write_bytes(b"this is no database at all" * 200)


def cut_short(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def overwritten(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[4096 * 2 : 4096 * 6] = b"\xff" * (4096 * 4)
    path.write_bytes(bytes(data))


def one_letter(path: Path) -> None:
    data = path.read_bytes()
    at = data.index(b"The water rose")
    path.write_bytes(data[:at] + b"The waters ose" + data[at + 14 :])


@pytest.mark.parametrize("damage", [garbage, cut_short, overwritten, one_letter])
def test_a_damaged_file_is_said_to_be_so(path: Path, damage: Callable[[Path], None]) -> None:
    fill(path)
    damage(path)
    before = path.read_bytes()

    def read() -> None:
        with SqliteStore(path) as store:
            store.reports()

    with pytest.raises(NewsroomError, match="damaged") as told:
        read()
    assert str(path) in str(told.value)
    assert path.read_bytes() == before


def test_a_later_schema_is_refused_untouched(path: Path) -> None:
    fill(path)
    other = sqlite3.connect(path)
    other.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
    other.close()
    with pytest.raises(NewsroomError, match="later Standfirst"):
        SqliteStore(path)


def test_another_programs_database_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "contacts.db"
    other = sqlite3.connect(path)
    other.execute("CREATE TABLE contact (name)")
    other.commit()
    other.close()
    with pytest.raises(NewsroomError, match="another program"):
        SqliteStore(path)


def test_a_full_disk_loses_nothing(path: Path) -> None:
    fill(path)
    with SqliteStore(path) as store:
        pages = store._db.execute("PRAGMA page_count").fetchone()[0]
        store._db.execute(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(NewsroomError, match="disk is full"):
            store.add_report(Report(id="big", text="x" * 1_000_000), held_at=NOON)
        assert len(store.reports()) == 40
    with SqliteStore(path) as store:
        assert len(store.reports()) == 40


def test_a_second_writer_that_waits_too_long_is_told(path: Path) -> None:
    with SqliteStore(path) as first, SqliteStore(path, patience=0.05) as second:
        first._db.execute("BEGIN IMMEDIATE")
        with pytest.raises(NewsroomError, match="another process"):
            second.add_report(Report(id="a", text="one"), held_at=NOON)
        assert second.reports() == ()
        first._db.execute("ROLLBACK")


def test_a_folder_or_a_file_as_a_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(NewsroomError, match="cannot be opened"):
        SqliteStore(tmp_path)
    (tmp_path / "plain").write_text("x")
    with pytest.raises(NewsroomError, match="cannot be made"):
        SqliteStore(tmp_path / "plain" / "newsroom.db")


def test_a_read_only_file_is_told(path: Path) -> None:
    fill(path)
    with SqliteStore(path) as store:
        store._db.execute("PRAGMA query_only = ON")
        with pytest.raises(NewsroomError, match="read-only"):
            store.add_report(Report(id="new", text="one"), held_at=NOON)
    error = sqlite3.OperationalError("attempt to write a readonly database")
    assert "make it writable" in str(_explained("n.db", error))


def test_a_closed_store_says_so(path: Path) -> None:
    store = SqliteStore(path)
    store.close()
    store.close()
    with pytest.raises(NewsroomError, match="closed"):
        store.reports()
