"""Thumbnails, posters and proxies in an encrypted database of their own.

Everything here is derived from blobs: the file may be deleted at any time, and a damaged one is
replaced by an empty one.
"""

from __future__ import annotations

import contextlib
import threading
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar

from mediadesk.domain.errors import LibraryDamagedError
from mediadesk.storage.driver import connect, translated

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable
    from pathlib import Path

_T = TypeVar("_T")

FILE_NAME = "thumbs.db"
_SCHEMA_VERSION = 1
_CREATE = """
CREATE TABLE IF NOT EXISTS thumbnails (
    id INTEGER PRIMARY KEY,
    blob_name TEXT NOT NULL,
    kind TEXT NOT NULL,
    width INTEGER NOT NULL,
    height INTEGER NOT NULL,
    jpeg BLOB NOT NULL,
    made_at INTEGER NOT NULL,
    UNIQUE (blob_name, kind)
) STRICT
"""


@dataclass(frozen=True)
class Thumbnail:
    """A small picture of a blob: JPEG bytes and its size in pixels."""

    width: int
    height: int
    jpeg: bytes = field(repr=False)


class ThumbnailStore:
    """thumbs.db, opened when first used. Safe for threads; every call may wait for the disk.

    ``kind`` tells sizes apart, for example "grid" and "screen".
    """

    def __init__(self, library_dir: Path, key: bytes) -> None:
        self._path = library_dir / FILE_NAME
        self._key = key
        self._lock = threading.Lock()
        self._connection: sqlite3.Connection | None = None
        self._is_closed = False

    def get(self, blob_name: str, kind: str) -> Thumbnail | None:
        """The picture, or None where it was not made yet."""

        def find(connection: sqlite3.Connection) -> Thumbnail | None:
            found = connection.execute(
                "SELECT width, height, jpeg FROM thumbnails WHERE blob_name = ? AND kind = ?",
                (blob_name, kind),
            ).fetchone()
            return Thumbnail(*found) if found else None

        return self._run(find)

    def put(self, blob_name: str, kind: str, thumbnail: Thumbnail) -> None:
        """Keep a picture; an earlier one of the same blob and kind is replaced."""
        row = (blob_name, kind, thumbnail.width, thumbnail.height, thumbnail.jpeg)

        def insert(connection: sqlite3.Connection) -> None:
            connection.execute(
                "INSERT OR REPLACE INTO thumbnails "
                "(blob_name, kind, width, height, jpeg, made_at) VALUES (?, ?, ?, ?, ?, ?)",
                (*row, time.time_ns() // 1_000_000),
            )

        self._run(insert)

    def delete(self, blob_name: str) -> None:
        """Forget every picture of a blob."""

        def remove(connection: sqlite3.Connection) -> None:
            connection.execute("DELETE FROM thumbnails WHERE blob_name = ?", (blob_name,))

        self._run(remove)

    def clear(self) -> None:
        """Forget every picture and give the space back to the disk."""

        def empty(connection: sqlite3.Connection) -> None:
            connection.execute("DELETE FROM thumbnails")
            connection.execute("VACUUM")
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")

        self._run(empty)

    def close(self) -> None:
        """Close the file; a second call does nothing."""
        with self._lock:
            self._is_closed = True
            if self._connection is not None:
                self._connection.close()
                self._connection = None

    def _run(self, work: Callable[[sqlite3.Connection], _T]) -> _T:
        with self._lock:
            if self._is_closed:
                raise ValueError("the thumbnail store is closed")
            try:
                return self._try(work)
            except LibraryDamagedError:
                self._start_afresh()
                return self._try(work)

    def _try(self, work: Callable[[sqlite3.Connection], _T]) -> _T:
        if self._connection is None:
            self._connection = self._connect()
        with translated(self._path):
            return work(self._connection)

    def _connect(self) -> sqlite3.Connection:
        # Derived data: losing the last pictures to a power cut only means making them again.
        connection = connect(self._path, self._key, create=True, synchronous="NORMAL")
        try:
            with translated(self._path):
                version = connection.execute("PRAGMA user_version").fetchone()[0]
                if version not in (0, _SCHEMA_VERSION):
                    connection.execute("DROP TABLE IF EXISTS thumbnails")
                connection.execute(_CREATE)
                connection.execute(f"PRAGMA user_version = {_SCHEMA_VERSION}")
        except BaseException:
            connection.close()
            raise
        return connection

    def _start_afresh(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None
        for suffix in ("", "-wal", "-shm"):
            with contextlib.suppress(OSError):
                self._path.with_name(self._path.name + suffix).unlink(missing_ok=True)
