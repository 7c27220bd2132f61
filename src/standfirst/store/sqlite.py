"""A newsroom in one SQLite file: a write-ahead log, one writer at a time, every text checked against its digest."""

from __future__ import annotations

import dataclasses
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from time import sleep

from standfirst.errors import NewsroomError, NotFound
from standfirst.model.judgement import Judgement
from standfirst.model.report import Report
from standfirst.store import codec
from standfirst.store.base import Held, Kept
from standfirst.store.identity import Identity, free_id
from standfirst.store.migrations import APPLICATION_ID, MIGRATIONS, migrate, version

#: How long a second process waits for the first to finish writing, in seconds.
PATIENCE = 30.0
#: Seconds between two tries to make a file that another process is making.
_PAUSE = 0.05


class SqliteStore:
    """The log and the cache in one file. A stroke is whole or not there, whatever happens to the process in it."""

    def __init__(self, path: str | Path, *, patience: float = PATIENCE) -> None:
        """Open the newsroom at the path, made where there is none; raises NewsroomError."""
        self.path = str(path)
        self._closed = False
        self._turns = int(patience / _PAUSE)
        try:
            Path(path).parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise NewsroomError(self.path, f"its folder cannot be made ({error.strerror})") from error
        with self._told():
            self._db = sqlite3.connect(self.path, timeout=patience, isolation_level=None)
        try:
            self._prepare()
        except BaseException:
            self._db.close()
            raise

    def __enter__(self) -> SqliteStore:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        if not self._closed:
            self._closed = True
            self._db.close()

    def add_report(self, report: Report, *, held_at: datetime) -> Kept:
        """Keep one report; see `Store.add_report`."""
        return self.add_reports((report,), held_at=held_at)[0]

    def add_reports(self, reports: Iterable[Report], *, held_at: datetime) -> tuple[Kept, ...]:
        """Keep several in one stroke."""
        with self._stroke():
            return tuple(self._add(report, _stamp(held_at)) for report in reports)

    def reports(self, *, as_held: datetime | None = None) -> tuple[Held, ...]:
        """The newest revision of every report."""
        return tuple({held.report.id: held for held in self.revisions(as_held=as_held)}.values())

    def revisions(self, *, as_held: datetime | None = None) -> tuple[Held, ...]:
        """Every revision of every report, numbered by the time that the outlet gives, else as they came."""
        with self._told():
            rows = self._db.execute("SELECT report, sha256, text, fields, held_at, seq FROM revision").fetchall()
        if as_held is not None:
            rows = [row for row in rows if row[4] <= _stamp(as_held)]
        read = sorted(((self._held(row), row[5]) for row in rows), key=lambda pair: _order(*pair))
        numbered: list[Held] = []
        for held, _ in read:
            again = numbered and numbered[-1].report.id == held.report.id
            number = numbered[-1].report.revision + 1 if again else 1
            numbered.append(dataclasses.replace(held, report=dataclasses.replace(held.report, revision=number)))
        return tuple(numbered)

    def add_judgement(self, judgement: Judgement) -> Judgement:
        """Keep a judgement; gives it back with its number."""
        bare = dataclasses.replace(judgement, id=None, undone_at=None)
        with self._stroke():
            number = self._db.execute("INSERT INTO judgement (fields) VALUES (?)", (codec.encode(bare),)).lastrowid
        return dataclasses.replace(bare, id=number)

    def undo_judgement(self, number: int, *, at: datetime) -> None:
        """Undo a judgement from that moment on."""
        with self._stroke():
            if self._db.execute("SELECT 1 FROM judgement WHERE number = ?", (number,)).fetchone() is None:
                raise NotFound("judgement", str(number))
            self._db.execute("INSERT OR IGNORE INTO undoing VALUES (?, ?)", (number, _stamp(at)))

    def judgements(self, *, as_of: datetime | None = None) -> tuple[Judgement, ...]:
        """Every judgement, in the order in which they were kept."""
        query = "SELECT number, fields, at FROM judgement LEFT JOIN undoing ON judgement = number ORDER BY number"
        with self._told():
            rows = self._db.execute(query).fetchall()
        made = tuple(self._judgement(*row) for row in rows)
        if as_of is None:
            return made
        return tuple(
            judgement
            if judgement.undone_at is None or judgement.undone_at <= as_of
            else dataclasses.replace(judgement, undone_at=None)
            for judgement in made
            if judgement.at <= as_of
        )

    def derived(self, key: str) -> bytes | None:
        """What was derived under that key."""
        with self._told():
            row = self._db.execute("SELECT value FROM derived WHERE key = ?", (key,)).fetchone()
        return bytes(row[0]) if row is not None else None

    def keep_derived(self, key: str, value: bytes) -> None:
        """Keep what was derived."""
        with self._stroke():
            self._db.execute("INSERT OR REPLACE INTO derived VALUES (?, ?)", (key, value))

    def forget_derived(self) -> None:
        """Drop everything that was derived."""
        with self._stroke():
            self._db.execute("DELETE FROM derived")

    def _prepare(self) -> None:
        with self._told():
            for turn in range(self._turns, -1, -1):
                try:
                    self._ready()
                    return
                except sqlite3.OperationalError as error:
                    # two processes that make one file: SQLite waits for a writer, but not for the switch to a log
                    if "locked" not in str(error) or turn == 0:
                        raise
                    sleep(_PAUSE)

    def _ready(self) -> None:
        for pragma in ("foreign_keys = ON", "synchronous = FULL", "trusted_schema = OFF"):
            self._db.execute(f"PRAGMA {pragma}")
        self._check()
        if version(self._db) < len(MIGRATIONS):
            self._db.execute("PRAGMA journal_mode = WAL")
            with self._stroke():
                migrate(self._db)

    def _check(self) -> None:
        """Refuse what is not a newsroom, is damaged or was written by a later version, and touch nothing in it."""
        found = self._db.execute("PRAGMA quick_check(1)").fetchone()[0]
        if found != "ok":
            raise _damaged(self.path, str(found))
        taken = version(self._db)
        if taken > len(MIGRATIONS):
            why = f"was written by a later Standfirst (schema {taken}, this one knows {len(MIGRATIONS)}); upgrade it"
            raise NewsroomError(self.path, why)
        mark = self._db.execute("PRAGMA application_id").fetchone()[0]
        tables = self._db.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]
        if mark != APPLICATION_ID and tables:
            raise NewsroomError(self.path, "is another program's database; give another file to --newsroom")

    def _add(self, report: Report, held_at: str) -> Kept:
        text = _bytes(report.text)
        digest = sha256(text).hexdigest()
        identity = Identity.of(report)
        near = self._near(identity, digest)
        same = next((held for held, _ in near if held.same_report(identity)), None)
        known = [
            held for held, its in near if its == digest and (held.same_report(identity) or held.same_item(identity))
        ]
        if known:
            return Kept(outcome="known", id=known[0].id)
        taken = frozenset(row[0] for row in self._db.execute("SELECT DISTINCT report FROM revision"))
        name = same.id if same is not None else free_id(report.id, taken)
        fields = codec.encode(dataclasses.replace(report, id=name, text="", revision=1))
        self._db.execute(
            "INSERT INTO revision (report, url, outlet, headline, sha256, text, fields, held_at)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (name, identity.url, identity.outlet, identity.headline, digest, text, fields, held_at),
        )
        return Kept(outcome="revised" if same is not None else "new", id=name)

    def _near(self, identity: Identity, digest: str) -> list[tuple[Identity, str]]:
        """Every revision that could be of the same report or text, the first held first, with its digest."""
        rows = self._db.execute(
            "SELECT fields, sha256 FROM revision WHERE report = ?1 OR sha256 = ?2 OR (url = ?3 AND url <> '')"
            " OR (outlet = ?4 AND headline = ?5 AND outlet <> '' AND headline <> '') ORDER BY seq",
            (identity.id, digest, identity.url, identity.outlet, identity.headline),
        ).fetchall()
        return [(Identity.of(codec.decode(Report, row[0])), row[1]) for row in rows]

    def _held(self, row: tuple[str, str, bytes, bytes, str, int]) -> Held:
        name, digest, text, fields, held_at, _ = row
        if sha256(text).hexdigest() != digest:
            raise _damaged(self.path, f"the text of {name} is not what was stored")
        try:
            report = codec.decode(Report, fields)
            words = text.decode("utf-8", "surrogatepass")
            held = datetime.fromisoformat(held_at)
        except ValueError as error:
            raise _damaged(self.path, f"{name} cannot be read ({error})") from error
        return Held(report=dataclasses.replace(report, text=words), held_at=held, sha256=digest)

    def _judgement(self, number: int, fields: bytes, undone_at: str | None) -> Judgement:
        try:
            judgement = codec.decode(Judgement, fields)
            undone = datetime.fromisoformat(undone_at) if undone_at else None
        except ValueError as error:
            raise _damaged(self.path, f"judgement {number} cannot be read") from error
        return dataclasses.replace(judgement, id=number, undone_at=undone)

    @contextmanager
    def _stroke(self) -> Iterator[None]:
        """A transaction that is the only one writing; undone as a whole where anything goes wrong in it."""
        with self._told():
            self._db.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._db.execute("COMMIT")
            except BaseException:
                if self._db.in_transaction:
                    self._db.execute("ROLLBACK")
                raise

    @contextmanager
    def _told(self) -> Iterator[None]:
        """SQLite's errors as NewsroomErrors that say what to do."""
        if self._closed:
            raise NewsroomError(self.path, "is closed")
        try:
            yield
        except sqlite3.Error as error:
            raise _explained(self.path, error) from error


#: Parts of SQLite's messages, and what they mean to the one who reads them.
_ADVICE = (
    ("readonly", "is read-only; make it writable, or copy it and give the copy to --newsroom"),
    ("disk is full", "cannot grow, the disk is full; nothing was lost, and nothing of this stroke was kept"),
    ("locked", "is being written by another process; try again when that is done"),
    ("unable to open", "cannot be opened; check that the path is a file in a folder that you may write to"),
    ("disk i/o error", "cannot be read or written, the disk reports an error; copy the file to another disk"),
)


def _explained(path: str, error: sqlite3.Error) -> NewsroomError:
    told = str(error).lower()
    advice = next((advice for sign, advice in _ADVICE if sign in told), None)
    if advice is not None:
        return NewsroomError(path, advice)
    if isinstance(error, sqlite3.DatabaseError) and ("not a database" in told or "malformed" in told):
        return _damaged(path, str(error))
    return NewsroomError(path, f"cannot be used ({error})")


def _damaged(path: str, what: str) -> NewsroomError:
    what = " ".join(what.split())[:160]
    return NewsroomError(
        path, f"is damaged or no newsroom ({what}); restore a copy, or move it away and add the reports again"
    )


def _order(held: Held, seq: int) -> tuple[str, str, int]:
    """Reports by id; the revisions of one by when the outlet says that it changed, then as they came."""
    stamps = (held.report.updated.latest, held.report.published.latest)
    known = [stamp for stamp in stamps if stamp is not None]
    return held.report.id, _stamp(max(known, key=_stamp)) if known else "", seq


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def _stamp(moment: datetime) -> str:
    """A moment as text that sorts as the moments do; what has no zone is UTC."""
    aware = moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC)
    try:
        return aware.astimezone(UTC).isoformat(timespec="microseconds")
    except OverflowError:
        return aware.replace(tzinfo=UTC).isoformat(timespec="microseconds")
