"""The schema of the newsroom file, as the list of steps that lead to it; `PRAGMA user_version` counts those taken.

A step that has been released is never changed: a new need is a new step at the end.
"""

from __future__ import annotations

import sqlite3

#: Marks the file as a newsroom ("SfNr"), so that another program's database is not taken for one.
APPLICATION_ID = 0x53664E72

_FIRST = """
CREATE TABLE revision (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    report TEXT NOT NULL,
    url TEXT NOT NULL,
    outlet TEXT NOT NULL,
    headline TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    text BLOB NOT NULL,
    fields BLOB NOT NULL,
    held_at TEXT NOT NULL,
    UNIQUE (report, sha256)
) STRICT;
CREATE INDEX revision_by_url ON revision (url) WHERE url <> '';
CREATE INDEX revision_by_headline ON revision (outlet, headline) WHERE outlet <> '' AND headline <> '';
CREATE INDEX revision_by_text ON revision (sha256);
CREATE TABLE judgement (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    fields BLOB NOT NULL
) STRICT;
CREATE TABLE undoing (
    judgement INTEGER PRIMARY KEY REFERENCES judgement (number),
    at TEXT NOT NULL
) STRICT;
CREATE TRIGGER revision_is_a_log BEFORE UPDATE ON revision BEGIN
    SELECT RAISE (ABORT, 'the log is never changed');
END;
CREATE TRIGGER revision_is_kept BEFORE DELETE ON revision BEGIN
    SELECT RAISE (ABORT, 'the log is never changed');
END;
CREATE TRIGGER judgement_is_a_log BEFORE UPDATE ON judgement BEGIN
    SELECT RAISE (ABORT, 'the log is never changed');
END;
CREATE TRIGGER judgement_is_kept BEFORE DELETE ON judgement BEGIN
    SELECT RAISE (ABORT, 'the log is never changed');
END;
CREATE TABLE derived (
    key TEXT PRIMARY KEY,
    value BLOB NOT NULL
) STRICT, WITHOUT ROWID;
"""

#: Each a script of statements that end with ";" at the end of a line.
MIGRATIONS: tuple[str, ...] = (_FIRST,)


def migrate(connection: sqlite3.Connection) -> None:
    """Take the steps that the file lacks, inside the caller's transaction."""
    taken = version(connection)
    for script in MIGRATIONS[taken:]:
        for statement in _statements(script):
            connection.execute(statement)
    if taken < len(MIGRATIONS):
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {len(MIGRATIONS)}")


def version(connection: sqlite3.Connection) -> int:
    """How many steps the file has taken."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _statements(script: str) -> list[str]:
    """The statements of a script; `executescript` would end the transaction that they must be part of."""
    found, lines = [], []
    for line in script.strip().splitlines():
        lines.append(line)
        if sqlite3.complete_statement("\n".join(lines)):
            found.append("\n".join(lines))
            lines = []
    return found
