"""The place of a waiting call in the queue, and what every wait for a provider was for."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3

_STATEMENTS = (
    "ALTER TABLE attempts ADD COLUMN place INTEGER NOT NULL DEFAULT 0",
    "DROP INDEX attempts_open",
    "CREATE INDEX attempts_open ON attempts (owner, state, place) WHERE completed_at IS NULL",
    "CREATE INDEX attempts_queue ON attempts (place) WHERE state = 'queued'",
    """CREATE TABLE attempt_waits (
        id INTEGER PRIMARY KEY,
        attempt_id INTEGER NOT NULL REFERENCES attempts (id) ON DELETE CASCADE,
        at INTEGER NOT NULL,
        wait_ms INTEGER NOT NULL,
        status INTEGER,
        code TEXT,
        reason TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX attempt_waits_by_attempt ON attempt_waits (attempt_id, id)",
)


def apply(connection: sqlite3.Connection, _now_ms: int) -> None:
    """Add the column and the table."""
    for statement in _STATEMENTS:
        connection.execute(statement)
