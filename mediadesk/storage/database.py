"""The encrypted database: one writer thread, a few reader threads, whole transactions.

Query functions take the open transaction and run in these threads; coroutines await them. The
bare connection of `read_raw` is for the hot reads of start and lists: it needs no SQLAlchemy.
"""

from __future__ import annotations

import contextlib
import threading
from collections import deque
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar, cast

from mediadesk.domain.errors import DiskFullError, LockedError
from mediadesk.storage.driver import BUSY_TIMEOUT_S, connect, translated
from mediadesk.system.priority import give_way, let_window_go_on

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from sqlalchemy import Connection, Engine

    _Due: TypeAlias = tuple[Callable[[Connection], Any], Future[Any]]
    """A transaction that waits, and who is told of its end."""

MOST_TOGETHER = 16
"""So many transactions at most are committed as one: syncing the file outlasts most of them."""
_T = TypeVar("_T")


def _no_reserve() -> bool:
    return False


class Database:
    """library.db, open. Close it when done; afterwards every call raises `LockedError`.

    *release_reserve* is called when the disk is full and answers whether it made room, in which
    case the transaction is tried once more.
    """

    def __init__(
        self,
        path: Path,
        key: bytes,
        *,
        release_reserve: Callable[[], bool] = _no_reserve,
        reader_count: int = 2,
        busy_timeout_s: float = BUSY_TIMEOUT_S,
    ) -> None:
        self.path = path
        self._busy_timeout_s = busy_timeout_s
        self._key = bytearray(key)
        self._release_reserve = release_reserve
        self._writer = ThreadPoolExecutor(1, "db-writer", give_way)
        self._readers = ThreadPoolExecutor(reader_count, "db-reader", give_way)
        self._due: deque[_Due] = deque()
        self._local = threading.local()
        self._lock = threading.Lock()
        self._raw_connections: list[sqlite3.Connection] = []
        self._engines: dict[bool, Engine] = {}
        self._is_closed = False

    async def write(self, work: Callable[[Connection], _T]) -> _T:
        """Run *work* in one transaction on the writer thread and commit.

        What waits is committed together, all or none; where that fails, each is tried alone. So
        *work* may run again, and must have no other effect. Cancelling the caller does not stop a
        transaction that was handed over.

        Raises:
            DiskFullError, LibraryBusyError, LibraryDamagedError, StorageError: rolled back.
        """
        return await _wait(self._hand_over(work))

    def write_sync(self, work: Callable[[Connection], _T]) -> _T:
        """`write` for threads without an event loop."""
        return self._hand_over(work).result()

    async def read(self, work: Callable[[Connection], _T]) -> _T:
        """Run *work* in one read transaction (a single state of the database)."""
        return await _wait(self._submit(self._readers, partial(self._read, work)))

    async def read_raw(self, work: Callable[[sqlite3.Connection], _T]) -> _T:
        """`read` on a bare connection, without SQLAlchemy."""
        return await _wait(self._submit(self._readers, partial(self._read_raw, work)))

    def read_raw_sync(self, work: Callable[[sqlite3.Connection], _T]) -> _T:
        """`read_raw` for threads without an event loop."""
        return self._submit(self._readers, partial(self._read_raw, work)).result()

    def connect_raw(self, *, read_only: bool = True) -> sqlite3.Connection:
        """A bare connection of the caller's own, who must close it."""
        if self._is_closed:
            raise _closed()
        return self._connect(read_only=read_only)

    async def data_version(self) -> int:
        """A number that changes when another process (or a connection of the caller's own)
        commits, and stays the same for this object's own writes."""
        return await _wait(self._submit(self._writer, self._data_version))

    async def warm_up(self) -> None:
        """Load SQLAlchemy and open the connections in their threads, before they are needed."""
        await self.read(_nothing)
        await _wait(self._submit(self._writer, partial(self._engine, writes=True)))

    def close(self) -> None:
        """Finish the work in hand, close every connection and drop the key."""
        with self._lock:
            if self._is_closed:
                return
            self._is_closed = True
        self._readers.shutdown(wait=True)
        self._writer.shutdown(wait=True)
        for engine in self._engines.values():
            engine.dispose()
        for connection in self._raw_connections:
            connection.close()
        for index in range(len(self._key)):
            self._key[index] = 0

    def _connect(self, *, read_only: bool) -> sqlite3.Connection:
        return connect(
            self.path,
            bytes(self._key),
            read_only=read_only,
            busy_timeout_s=self._busy_timeout_s,
        )

    def _hand_over(self, work: Callable[[Connection], _T]) -> Future[_T]:
        told: Future[_T] = Future()
        self._submit(self._writer, self._write_due, partial(self._due.append, (work, told)))
        return told

    def _submit(
        self,
        executor: ThreadPoolExecutor,
        work: Callable[[], _T],
        prepare: Callable[[], None] = lambda: None,
    ) -> Future[_T]:
        if threading.current_thread().name.startswith(("db-writer", "db-reader")):
            raise RuntimeError("a query function must not wait for another transaction")
        with self._lock:
            if self._is_closed:
                raise _closed()
            prepare()
            return executor.submit(work)

    def _write_due(self) -> None:
        with self._lock:
            due = [self._due.popleft() for _ in range(min(MOST_TOGETHER, len(self._due)))]
        if len(due) > 1 and self._write_together(due):
            return
        for work, told in due:
            try:
                result = self._write(work)
            except BaseException as error:  # noqa: BLE001 - who waits for it is told
                told.set_exception(error)
            else:
                told.set_result(result)

    def _write_together(self, due: Sequence[_Due]) -> bool:
        """Commit all as one transaction; False, and nothing is written, where one fails."""
        try:
            results = self._transact(lambda c: [work(c) for work, _ in due], writes=True)
        except Exception:  # noqa: BLE001 - each is tried alone then, and tells its own error
            return False
        for (_, told), result in zip(due, results, strict=True):
            told.set_result(result)
        return True

    def _write(self, work: Callable[[Connection], _T]) -> _T:
        try:
            return self._transact(work, writes=True)
        except DiskFullError:
            if not self._release_reserve():
                raise
        return self._transact(work, writes=True)

    def _read(self, work: Callable[[Connection], _T]) -> _T:
        return self._transact(work, writes=False)

    def _transact(self, work: Callable[[Connection], _T], *, writes: bool) -> _T:
        let_window_go_on()
        with translated(self.path), self._engine(writes=writes).begin() as connection:
            return work(connection)

    def _read_raw(self, work: Callable[[sqlite3.Connection], _T]) -> _T:
        connection = getattr(self._local, "connection", None)
        if connection is None:
            connection = self._connect(read_only=True)
            self._local.connection = connection
            with self._lock:
                self._raw_connections.append(connection)
        let_window_go_on()
        with translated(self.path):
            connection.execute("BEGIN")
            try:
                return work(connection)
            finally:
                connection.rollback()

    def _data_version(self) -> int:
        with translated(self.path), self._engine(writes=True).connect() as connection:
            raw = cast("sqlite3.Connection", connection.connection.dbapi_connection)
            return int(raw.execute("PRAGMA data_version").fetchone()[0])

    def _engine(self, *, writes: bool) -> Engine:
        with self._lock:
            if writes not in self._engines:
                self._engines[writes] = self._make_engine(writes=writes)
            return self._engines[writes]

    def _make_engine(self, *, writes: bool) -> Engine:
        import sqlcipher3.dbapi2
        from sqlalchemy import create_engine, event
        from sqlalchemy.pool import QueuePool

        engine = create_engine(
            "sqlite://",
            module=sqlcipher3.dbapi2,
            creator=lambda: self._connect(read_only=not writes),
            # Without a pool class the empty address counts as a database in memory.
            poolclass=QueuePool,
            pool_size=1 if writes else 4,
            max_overflow=0,
            hide_parameters=True,
        )
        begin = "BEGIN IMMEDIATE" if writes else "BEGIN"
        event.listen(engine, "begin", lambda connection: connection.exec_driver_sql(begin))
        return engine


async def _wait(future: Future[_T]) -> _T:
    # Imported here because the command line, which has no loop, should not pay for it.
    import asyncio

    # The transaction is already on its way: a cancelled caller must not take it back half-way.
    # `shield` over `wrap_future` does the same in five turns of the loop, which the window feels.
    loop = asyncio.get_running_loop()
    done = loop.create_future()

    def tell() -> None:
        if not done.done():
            done.set_result(None)

    def hand_over(_: Future[_T]) -> None:
        # A loop that has ended has nobody left to tell.
        with contextlib.suppress(RuntimeError):
            loop.call_soon_threadsafe(tell)

    future.add_done_callback(hand_over)
    await done
    return future.result()


def _nothing(_: Connection) -> None:
    """Opens a transaction and ends it."""


def _closed() -> LockedError:
    return LockedError("The library is closed.", "Open it again.")
