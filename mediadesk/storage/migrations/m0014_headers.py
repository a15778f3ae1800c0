"""Headers that go with every request of an account."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3


def apply(connection: sqlite3.Connection, _now_ms: int) -> None:
    """Add the table: names in plain, values sealed like keys; they go with their account."""
    connection.execute(
        """CREATE TABLE account_headers (
        account_id INTEGER PRIMARY KEY REFERENCES api_keys (id) ON DELETE CASCADE,
        names TEXT NOT NULL,
        encrypted_headers BLOB NOT NULL,
        encryption_iv BLOB NOT NULL CHECK (length(encryption_iv) = 12),
        encryption_salt BLOB NOT NULL CHECK (length(encryption_salt) = 64),
        kdf TEXT NOT NULL,
        sealed_version INTEGER NOT NULL
    ) STRICT"""
    )
