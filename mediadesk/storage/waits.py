"""Why a call was put back into the queue: every wait of an attempt, with the answer behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from mediadesk.domain.errors import ProviderError


def add_wait(
    connection: Connection, attempt_row: int, at_ms: int, wait_ms: int, error: ProviderError
) -> None:
    """Remember why an attempt waits, and how long. The words of an error never hold a key."""
    connection.exec_driver_sql(
        "INSERT INTO attempt_waits (attempt_id, at, wait_ms, status, code, reason)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        (attempt_row, at_ms, wait_ms, error.status, error.provider_code, error.message),
    )
