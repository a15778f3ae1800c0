"""What lies at the providers, what they tell about an account, and one default a provider."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3

_REMOTE_ITEMS = """CREATE TABLE remote_items (
    id INTEGER PRIMARY KEY,
    uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
    account_id INTEGER NOT NULL REFERENCES api_keys (id) ON DELETE CASCADE,
    generation_id INTEGER REFERENCES generations (id) ON DELETE SET NULL,
    kind TEXT NOT NULL CHECK (kind IN ('file', 'response', 'job')),
    remote_id TEXT NOT NULL,
    data TEXT NOT NULL DEFAULT '{}',
    size_bytes INTEGER,
    can_delete INTEGER NOT NULL DEFAULT 1 CHECK (can_delete IN (0, 1)),
    expires_at INTEGER,
    created_at INTEGER NOT NULL,
    UNIQUE (account_id, kind, remote_id)
) STRICT"""
_TOLD = ("credit_micro INTEGER", "credit_at INTEGER", "rate_limits TEXT", "rate_limits_at INTEGER")


def apply(connection: sqlite3.Connection, _now_ms: int) -> None:
    """Add the table and the columns."""
    connection.execute(_REMOTE_ITEMS)
    connection.execute(
        "CREATE INDEX remote_items_by_generation ON remote_items (generation_id)"
        " WHERE generation_id IS NOT NULL"
    )
    for column in _TOLD:
        connection.execute(f"ALTER TABLE api_keys ADD COLUMN {column}")
    connection.execute(
        "CREATE UNIQUE INDEX keys_default ON api_keys (user_id, provider) WHERE is_default = 1"
    )
