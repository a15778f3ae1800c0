"""Scripts: batches whose results become one sound."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3


def apply(connection: sqlite3.Connection, _now_ms: int) -> None:
    """Tell scripts from other batches, and which sound the parts of one became."""
    connection.execute("ALTER TABLE batches ADD COLUMN is_script INTEGER NOT NULL DEFAULT 0")
    connection.execute("ALTER TABLE batches ADD COLUMN joined_uid BLOB")
