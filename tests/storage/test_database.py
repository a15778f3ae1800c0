"""The encrypted database: whole transactions, typed errors, migrations that keep what was there."""

import asyncio
import importlib
import os
import sqlite3
import subprocess
import sys
import textwrap
import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
import sqlalchemy
from sqlalchemy import Connection, select

from mediadesk.domain.errors import (
    DiskFullError,
    LibraryBusyError,
    LibraryDamagedError,
    LockedError,
    ReadOnlyError,
)
from mediadesk.storage import tables
from mediadesk.storage.database import Database
from mediadesk.storage.driver import connect
from mediadesk.storage.migrator import backup, migrate

KEY = bytes(range(32))


def set_value(connection: Connection, value: str, key: str = "key") -> None:
    connection.execute(
        sqlalchemy.text("INSERT OR REPLACE INTO settings VALUES (:key, :value, 0)"),
        {"key": key, "value": value},
    )


def values_in(database: Database) -> dict[str, str]:
    sql = "SELECT key, value FROM settings"
    return dict(database.read_raw_sync(lambda raw: raw.execute(sql).fetchall()))


def values(connection: Connection) -> dict[str, str]:
    rows = connection.execute(select(tables.settings.c.key, tables.settings.c.value))
    return {row.key: row.value for row in rows}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "library.db"
    with closing(connect(path, KEY, create=True)) as connection:
        migrate(connection, path, tmp_path / "backups")
    return path


@pytest.fixture
def database(path: Path) -> Iterator[Database]:
    database = Database(path, KEY)
    yield database
    database.close()


async def test_what_was_written_is_read(database: Database) -> None:
    await database.write(lambda connection: set_value(connection, "blue"))
    assert await database.read(values) == {"key": "blue"}
    assert await database.read_raw(
        lambda raw: raw.execute("SELECT value FROM settings").fetchall()
    ) == [("blue",)]


def test_threads_without_a_loop_use_the_same_doors(database: Database) -> None:
    database.write_sync(lambda connection: set_value(connection, "blue"))
    assert values_in(database) == {"key": "blue"}
    with closing(database.connect_raw()) as raw:
        assert raw.execute("SELECT count(*) FROM settings").fetchone() == (1,)


def test_a_failing_transaction_leaves_nothing(database: Database) -> None:
    def half(connection: Connection) -> None:
        set_value(connection, "blue")
        raise KeyError("a bug")

    with pytest.raises(KeyError):
        database.write_sync(half)
    assert values_in(database) == {}


async def test_a_cancelled_caller_does_not_stop_a_transaction(database: Database) -> None:
    started, go_on = threading.Event(), threading.Event()

    def slow(connection: Connection) -> None:
        started.set()
        go_on.wait(10)
        set_value(connection, "blue")

    task = asyncio.create_task(database.write(slow))
    await asyncio.to_thread(started.wait, 10)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    go_on.set()
    await database.write(lambda connection: set_value(connection, "red", "other"))
    assert await database.read(values) == {"key": "blue", "other": "red"}


async def test_a_read_sees_one_state(database: Database) -> None:
    reading, written = threading.Event(), threading.Event()

    def read_twice(connection: Connection) -> tuple[dict[str, str], dict[str, str]]:
        first = values(connection)
        reading.set()
        written.wait(10)
        return first, values(connection)

    task = asyncio.create_task(database.read(read_twice))
    await asyncio.to_thread(reading.wait, 10)
    await database.write(lambda connection: set_value(connection, "blue"))
    written.set()
    first, second = await task
    assert first == second == {}


async def test_a_bare_read_sees_one_state_too(database: Database) -> None:
    """A run was shown as running although its only call had ended: two states in one reading."""
    reading, written = threading.Event(), threading.Event()
    sql = "SELECT count(*) FROM settings"

    def count_twice(raw: sqlite3.Connection) -> tuple[int, int]:
        first = raw.execute(sql).fetchone()[0]
        reading.set()
        written.wait(10)
        return first, raw.execute(sql).fetchone()[0]

    task = asyncio.create_task(database.read_raw(count_twice))
    await asyncio.to_thread(reading.wait, 10)
    await database.write(lambda connection: set_value(connection, "blue"))
    written.set()
    assert await task == (0, 0)
    assert values_in(database) == {"key": "blue"}


async def test_readers_cannot_write(database: Database) -> None:
    with pytest.raises(ReadOnlyError):
        await database.read(lambda connection: set_value(connection, "blue"))
    with pytest.raises(ReadOnlyError):
        database.read_raw_sync(lambda raw: raw.execute("DELETE FROM settings"))


def test_a_query_function_must_not_wait_for_another(database: Database) -> None:
    with pytest.raises(RuntimeError, match="another transaction"):
        database.write_sync(lambda _: values_in(database))


async def test_foreign_commits_are_noticed_and_own_ones_are_not(
    database: Database, path: Path
) -> None:
    before = await database.data_version()
    await database.write(lambda connection: set_value(connection, "blue"))
    assert await database.data_version() == before
    with closing(connect(path, KEY)) as other:
        other.execute("UPDATE settings SET value = 'red'")
    assert await database.data_version() != before


def test_a_closed_database_says_so(path: Path) -> None:
    database = Database(path, KEY)
    values_in(database)
    database.close()
    database.close()
    with pytest.raises(LockedError):
        values_in(database)
    with pytest.raises(LockedError):
        database.connect_raw()


def test_a_busy_database_is_said(path: Path) -> None:
    with (
        closing(Database(path, KEY, busy_timeout_s=0.05)) as database,
        closing(connect(path, KEY)) as other,
    ):
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(LibraryBusyError):
            database.write_sync(lambda connection: set_value(connection, "blue"))
        other.execute("ROLLBACK")
        database.write_sync(lambda connection: set_value(connection, "blue"))


def limit_pages(connection: Connection, pages: int) -> None:
    connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")


def test_a_full_disk_rolls_back_and_is_tried_once_more_with_the_reserve(path: Path) -> None:
    """The page limit gives SQLite's own "full" without filling a disk."""
    asked: list[int] = []

    def nothing_to_give() -> bool:
        asked.append(1)
        return False

    database = Database(path, KEY, release_reserve=nothing_to_give)
    limits = iter([1, 1, 1_000_000])

    def grow(connection: Connection) -> None:
        limit_pages(connection, next(limits))
        set_value(connection, "x" * 500_000)

    with pytest.raises(DiskFullError):
        database.write_sync(grow)
    assert asked == [1]
    assert values_in(database) == {}
    database.close()
    database = Database(path, KEY, release_reserve=lambda: True)
    database.write_sync(grow)
    assert len(values_in(database)["key"]) == 500_000
    database.close()


def test_the_wrong_key_is_damage_and_changes_nothing(
    path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    before = path.read_bytes()
    with pytest.raises(LibraryDamagedError) as caught:
        connect(path, os.urandom(32))
    assert path.read_bytes() == before
    assert capfd.readouterr() == ("", "")
    assert caught.value.__cause__ is None


@pytest.mark.parametrize("page", range(1, 4))
def test_a_flipped_bit_in_a_page_is_noticed(path: Path, page: int) -> None:
    content = bytearray(path.read_bytes())
    content[page * 4096 + 100] ^= 4
    path.write_bytes(content)
    with closing(connect(path, KEY)) as connection:
        found = connection.execute("PRAGMA cipher_integrity_check").fetchall()
    assert found != []


def test_nothing_is_readable_in_any_file(tmp_path: Path, path: Path) -> None:
    database = Database(path, KEY)
    canary = "canary-in-the-coal-mine"
    database.write_sync(lambda connection: set_value(connection, canary * 1000))
    with closing(database.connect_raw()) as raw:
        backup(raw, path, tmp_path / "backups" / "copy.db")
        found = [p for p in tmp_path.rglob("*") if p.is_file()]
        assert {p.name for p in found} >= {"library.db", "library.db-wal", "copy.db"}
        for file in found:
            content = file.read_bytes()
            for form in (
                canary.encode(),
                canary.encode("utf-16-le"),
                b"SQLite format",
                b"settings",
            ):
                assert form not in content, file.name
            assert file.stat().st_mode & 0o077 == 0, file.name
    database.close()


def test_a_backup_opens_with_the_same_key(tmp_path: Path, path: Path, database: Database) -> None:
    database.write_sync(lambda connection: set_value(connection, "blue"))
    copy = tmp_path / "backups" / "copy.db"
    for _ in range(2):
        with closing(database.connect_raw()) as raw:
            backup(raw, path, copy)
    with closing(connect(copy, KEY)) as connection:
        assert connection.execute("SELECT value FROM settings").fetchall() == [("blue",)]
    assert [p.name for p in copy.parent.iterdir() if p.suffix == ".tmp"] == []


def test_a_backup_without_a_key_is_refused(tmp_path: Path, path: Path) -> None:
    import sqlcipher3.dbapi2

    with (
        closing(connect(path, KEY)) as connection,
        closing(sqlcipher3.dbapi2.connect(str(tmp_path / "plain.db"))) as plain,
        pytest.raises(sqlcipher3.dbapi2.OperationalError),
    ):
        connection.backup(plain)


PLAIN_SQL = {"attempt_waits"}
"""Tables that are written and read by statements of their own."""


def test_the_tables_of_the_code_are_those_of_the_file(path: Path) -> None:
    for file in Path(str(tables.__file__)).parent.glob("*_tables.py"):
        importlib.import_module(f"mediadesk.storage.{file.stem}")
    with closing(connect(path, KEY)) as connection:
        names = {
            row[0]
            for row in connection.execute(
                "SELECT name FROM sqlite_schema WHERE type = 'table' "
                "AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'asset_search_%'"
            )
        }
        assert names - PLAIN_SQL == set(tables.metadata.tables)
        for name, table in tables.metadata.tables.items():
            if name == "asset_search":
                continue
            found = {
                row[1]: (row[2], bool(row[3]) or bool(row[5]), row[5])
                for row in connection.execute(f"PRAGMA table_info({name})")
            }
            keys = list(table.primary_key.columns.keys())
            expected = {
                column.name: (
                    "BLOB" if str(column.type) == "BLOB" else str(column.type).split()[0],
                    not column.nullable,
                    keys.index(column.name) + 1 if column.name in keys else 0,
                )
                for column in table.columns
            }
            assert found == expected, name


def test_money_and_history_are_append_only(database: Database) -> None:
    def add(connection: Connection) -> None:
        connection.execute(
            tables.events.insert().values(
                kind="k", subject_kind="s", subject_uid=b"u" * 16, at=0, mac=bytes(32)
            )
        )

    database.write_sync(add)
    for statement in ("UPDATE events SET at = 1", "DELETE FROM events"):
        with pytest.raises(sqlalchemy.exc.IntegrityError, match="append-only"):
            database.write_sync(lambda c, s=statement: c.exec_driver_sql(s))  # type: ignore[misc]


WRITER = """
    import os, sys
    from pathlib import Path
    from mediadesk.storage.driver import connect

    connection = connect(Path(sys.argv[1]), bytes(range(32)))
    number = 0
    while True:
        connection.execute("BEGIN IMMEDIATE")
        for part in ("a", "b"):
            row = (f"{number}{part}", "x" * 9000)
            connection.execute("INSERT INTO settings VALUES (?, ?, 0)", row)
        connection.execute("COMMIT")
        os.write(1, f"{number}\\n".encode())
        number += 1
"""


def test_killed_while_committing_keeps_whole_transactions(path: Path) -> None:
    for round_number in range(6):
        with closing(connect(path, KEY)) as connection:
            connection.execute("DELETE FROM settings")
        writer = subprocess.Popen(
            [sys.executable, "-c", textwrap.dedent(WRITER), str(path)], stdout=subprocess.PIPE
        )
        assert writer.stdout is not None
        for _ in range(3 + 5 * round_number):
            acknowledged = int(writer.stdout.readline())
        writer.kill()
        acknowledged = [acknowledged, *map(int, writer.stdout.read().splitlines())][-1]
        writer.stdout.close()
        writer.wait()
        with closing(connect(path, KEY)) as connection:
            keys = {row[0] for row in connection.execute("SELECT key FROM settings")}
            assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            assert connection.execute("PRAGMA cipher_integrity_check").fetchall() == []
        assert len(keys) % 2 == 0
        assert {f"{n}{part}" for n in range(acknowledged + 1) for part in "ab"} <= keys
