"""Migrations keep what was there, once, after a backup; other files are refused."""

import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from mediadesk.domain.errors import (
    ForeignLibraryError,
    LibraryTooNewError,
)
from mediadesk.storage.driver import connect
from mediadesk.storage.migrations import MIGRATIONS, Migration
from mediadesk.storage.migrator import migrate, schema_version

KEY = bytes(range(32))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "library.db"
    with closing(connect(path, KEY, create=True)) as connection:
        migrate(connection, path, tmp_path / "backups")
    return path


def add_colour(connection: sqlite3.Connection, _now_ms: int) -> None:
    connection.execute("ALTER TABLE tags ADD COLUMN colour TEXT")


def fail_half_way(connection: sqlite3.Connection, _now_ms: int) -> None:
    connection.execute("DROP TABLE settings")
    raise RuntimeError("a bug in a migration")


LATEST = MIGRATIONS[-1].number
NEXT = Migration(LATEST + 1, date(2026, 12, 1), "colours", add_colour)
BROKEN = Migration(LATEST + 1, date(2026, 12, 1), "broken", fail_half_way)


def test_migrations_are_in_order() -> None:
    assert [migration.number for migration in MIGRATIONS] == list(range(1, len(MIGRATIONS) + 1))


def test_a_fresh_file_gets_everything_once(path: Path, tmp_path: Path) -> None:
    with closing(connect(path, KEY)) as connection:
        assert schema_version(connection) == MIGRATIONS[-1].number
        assert migrate(connection, path, tmp_path / "backups") == 0
        assert connection.execute("SELECT count(*) FROM users").fetchone() == (1,)
    assert not (tmp_path / "backups").exists()


def test_an_older_file_is_backed_up_then_migrated(path: Path, tmp_path: Path) -> None:
    with closing(connect(path, KEY)) as connection:
        connection.execute("INSERT INTO settings VALUES ('key', 'blue', 0)")
        assert migrate(connection, path, tmp_path / "backups", (*MIGRATIONS, NEXT)) == 1
        connection.execute("SELECT colour FROM tags")
        assert connection.execute("SELECT value FROM settings").fetchall() == [("blue",)]
    (copy,) = (tmp_path / "backups").iterdir()
    with closing(connect(copy, KEY)) as old:
        assert schema_version(old) == LATEST
        assert old.execute("SELECT value FROM settings").fetchall() == [("blue",)]


def test_a_failing_migration_changes_nothing(path: Path, tmp_path: Path) -> None:
    with closing(connect(path, KEY)) as connection:
        connection.execute("INSERT INTO settings VALUES ('key', 'blue', 0)")
        with pytest.raises(RuntimeError):
            migrate(connection, path, tmp_path / "backups", (*MIGRATIONS, BROKEN))
        assert schema_version(connection) == LATEST
        assert connection.execute("SELECT value FROM settings").fetchall() == [("blue",)]
        assert migrate(connection, path, tmp_path / "backups", (*MIGRATIONS, NEXT)) == 1


def test_two_processes_migrate_once(path: Path, tmp_path: Path) -> None:
    with closing(connect(path, KEY)) as one, closing(connect(path, KEY)) as other:

        def meanwhile(connection: sqlite3.Connection, now_ms: int) -> None:
            add_colour(connection, now_ms)

        steps = (*MIGRATIONS, Migration(LATEST + 1, date(2026, 12, 1), "colours", meanwhile))
        assert migrate(one, path, tmp_path / "backups", steps) == 1
        assert migrate(other, path, tmp_path / "backups", steps) == 0


def test_a_newer_file_is_refused_and_left_alone(path: Path, tmp_path: Path) -> None:
    with closing(connect(path, KEY)) as connection:
        connection.execute("PRAGMA user_version = 99")
        with pytest.raises(LibraryTooNewError, match="schema 99"):
            migrate(connection, path, tmp_path / "backups")
        assert schema_version(connection) == 99


def test_another_programs_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with closing(connect(path, KEY, create=True)) as connection:
        connection.execute("CREATE TABLE theirs (id)")
        with pytest.raises(ForeignLibraryError):
            migrate(connection, path, tmp_path / "backups")
        assert connection.execute("SELECT name FROM sqlite_schema").fetchall() == [("theirs",)]
