"""What waits for the disk is committed together."""

import asyncio
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import partial
from pathlib import Path

import pytest
import sqlalchemy
from sqlalchemy import Connection

from mediadesk.storage.database import Database
from mediadesk.storage.driver import connect
from mediadesk.storage.migrator import migrate

KEY = bytes(range(32))


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    path = tmp_path / "library.db"
    with closing(connect(path, KEY, create=True)) as connection:
        migrate(connection, path, tmp_path / "backups")
    database = Database(path, KEY)
    yield database
    database.close()


async def test_what_waits_is_committed_as_one(database: Database) -> None:
    """Each of a thousand jobs waited for every transaction before it to reach the disk."""
    with _writer_held(database):
        waiting = [
            asyncio.create_task(database.write(partial(_set_and_tell, str(number))))
            for number in range(5)
        ]
        await asyncio.sleep(0)
    first, *others = [await one for one in waiting]
    assert all(other is first for other in others)
    assert _keys(database) == {"0", "1", "2", "3", "4"}


async def test_one_that_fails_takes_no_other_with_it(database: Database) -> None:
    def half(connection: Connection) -> None:
        _set("half", connection)
        raise KeyError("a bug")

    with _writer_held(database):
        good = asyncio.create_task(database.write(partial(_set_and_tell, "good")))
        bad = asyncio.create_task(database.write(half))
        better = asyncio.create_task(database.write(partial(_set_and_tell, "better")))
        await asyncio.sleep(0)
    with pytest.raises(KeyError, match="a bug"):
        await bad
    await asyncio.gather(good, better)
    assert _keys(database) == {"good", "better"}


def _set_and_tell(key: str, connection: Connection) -> object:
    _set(key, connection)
    return connection.get_transaction()


@contextmanager
def _writer_held(database: Database) -> Iterator[None]:
    """What is handed over inside the block waits until its end."""
    started, go_on = threading.Event(), threading.Event()

    def hold(_connection: Connection) -> None:
        started.set()
        go_on.wait(10)

    holder = threading.Thread(target=database.write_sync, args=(hold,))
    holder.start()
    started.wait(10)
    try:
        yield
    finally:
        go_on.set()
        holder.join()


def _set(key: str, connection: Connection) -> None:
    sql = "INSERT INTO settings VALUES (:key, 'blue', 0)"
    connection.execute(sqlalchemy.text(sql), {"key": key})


def _keys(database: Database) -> set[str]:
    sql = "SELECT key FROM settings"
    return {row[0] for row in database.read_raw_sync(lambda raw: raw.execute(sql).fetchall())}
