"""The event chain: an append-only record in which every row authenticates all rows before it.

Rows hold kinds, ids and digests, never content. A row is appended in the transaction of the change
it tells of, so a database page put back from an older copy, or rows dropped from the end of the
write-ahead log, leave a chain that does not hold or ends too early (see `anchor`).
"""

from __future__ import annotations

import hashlib
import hmac
import struct
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from mediadesk.domain.errors import LibraryDamagedError

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator
    from uuid import UUID

    from sqlalchemy import Connection

_START = bytes(32)
_COLUMNS = "id, kind, subject_kind, subject_uid, digest, at, mac"
_PAGE_ROWS = 2_000


@dataclass(frozen=True)
class ChainHead:
    """The newest event: its number (0 = no event yet) and MAC."""

    event_id: int
    mac: bytes = field(repr=False)


@dataclass(frozen=True)
class _Row:
    event_id: int
    kind: str
    subject_kind: str
    subject_uid: bytes
    digest: bytes | None
    at: int

    def canonical(self) -> bytes:
        """The row as bytes, in which no two different rows are equal."""
        parts = (self.kind.encode(), self.subject_kind.encode(), self.subject_uid)
        framed = b"".join(struct.pack(">I", len(part)) + part for part in parts)
        digest = b"\0" if self.digest is None else b"\1" + self.digest
        return struct.pack(">Qq", self.event_id, self.at) + framed + digest


class EventChain:
    """Appends to and checks the chain of one library. *key* is the library's chain key."""

    def __init__(self, key: bytes) -> None:
        self._key = key

    def append(
        self,
        connection: Connection,
        kind: str,
        subject_kind: str,
        subject_uid: UUID,
        digest: bytes | None = None,
        *,
        at_ms: int | None = None,
    ) -> ChainHead:
        """Add an event to the open write transaction.

        *digest* stands for the details (a SHA-256 of them), *at_ms* overrides the clock.
        """
        found = connection.exec_driver_sql(
            "SELECT id, mac FROM events ORDER BY id DESC LIMIT 1"
        ).first()
        last = ChainHead(found[0], found[1]) if found else ChainHead(0, _START)
        at = time.time_ns() // 1_000_000 if at_ms is None else at_ms
        row = _Row(last.event_id + 1, kind, subject_kind, subject_uid.bytes, digest, at)
        mac = self._mac(last.mac, row)
        connection.exec_driver_sql(
            f"INSERT INTO events ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?)",
            (row.event_id, kind, subject_kind, row.subject_uid, digest, at, mac),
        )
        return ChainHead(row.event_id, mac)

    def head(self, connection: sqlite3.Connection) -> ChainHead:
        """The newest event, unchecked."""
        found = connection.execute("SELECT id, mac FROM events ORDER BY id DESC LIMIT 1").fetchone()
        return ChainHead(int(found[0]), bytes(found[1])) if found else ChainHead(0, _START)

    def mac_at(self, connection: sqlite3.Connection, event_id: int) -> bytes | None:
        """The MAC of one event, unchecked; None where there is no such event."""
        if event_id == 0:
            return _START
        found = connection.execute("SELECT mac FROM events WHERE id = ?", (event_id,)).fetchone()
        return bytes(found[0]) if found else None

    def verify(self, connection: sqlite3.Connection) -> ChainHead:
        """Walk the whole chain and return its end.

        Raises:
            LibraryDamagedError: names the first event that does not follow from the one before.
        """
        last = ChainHead(0, _START)
        for row, mac in _rows(connection):
            follows = row.event_id == last.event_id + 1
            if not follows or not hmac.compare_digest(self._mac(last.mac, row), mac):
                raise LibraryDamagedError(
                    f"The record of changes does not hold at event {last.event_id + 1}.",
                    "The database was changed outside mediadesk: restore a backup.",
                )
            last = ChainHead(row.event_id, mac)
        return last

    def _mac(self, previous: bytes, row: _Row) -> bytes:
        return hmac.digest(self._key, previous + row.canonical(), hashlib.sha256)


def _rows(connection: sqlite3.Connection) -> Iterator[tuple[_Row, bytes]]:
    # Pages instead of one long cursor: a long read would keep the write-ahead log from shrinking.
    last_id = -(1 << 62)
    while True:
        page = connection.execute(
            f"SELECT {_COLUMNS} FROM events WHERE id > ? ORDER BY id LIMIT {_PAGE_ROWS}",
            (last_id,),
        ).fetchall()
        if not page:
            return
        for event_id, kind, subject_kind, subject_uid, digest, at, mac in page:
            yield _Row(event_id, kind, subject_kind, subject_uid, digest, at), mac
        last_id = page[-1][0]
