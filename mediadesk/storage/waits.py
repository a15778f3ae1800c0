"""Why a call was put back into the queue: every wait of an attempt, with the answer behind it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mediadesk.storage.rows import fetch_all

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from mediadesk.domain.errors import ProviderError
    from mediadesk.storage.rows import Readable


@dataclass(frozen=True, slots=True)
class StoredWait:
    """One wait. ``status`` and ``code`` are the provider's, None where it did not answer."""

    at_ms: int
    wait_ms: int
    status: int | None
    code: str | None
    reason: str


def add_wait(
    connection: Connection, attempt_row: int, at_ms: int, wait_ms: int, error: ProviderError
) -> None:
    """Remember why an attempt waits, and how long. The words of an error never hold a key."""
    connection.exec_driver_sql(
        "INSERT INTO attempt_waits (attempt_id, at, wait_ms, status, code, reason)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        (attempt_row, at_ms, wait_ms, error.status, error.provider_code, error.message),
    )


def waits_of(connection: Readable, attempt_row: int) -> list[StoredWait]:
    """Every wait of an attempt, oldest first."""
    sql = """SELECT at, wait_ms, status, code, reason FROM attempt_waits
     WHERE attempt_id = ? ORDER BY id"""
    return [StoredWait(*row) for row in fetch_all(connection, sql, (attempt_row,))]
