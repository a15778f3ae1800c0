"""Batches of runs, and what presets did not keep yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3

_STATEMENTS = (
    """CREATE TABLE batches (
        id INTEGER PRIMARY KEY,
        uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
        user_id INTEGER NOT NULL REFERENCES users (id),
        name TEXT NOT NULL,
        created_at INTEGER NOT NULL
    ) STRICT""",
    """CREATE TABLE batch_runs (
        batch_id INTEGER NOT NULL REFERENCES batches (id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        generation_id INTEGER NOT NULL UNIQUE REFERENCES generations (id) ON DELETE CASCADE,
        PRIMARY KEY (batch_id, position)
    ) STRICT""",
    "ALTER TABLE prompt_presets ADD COLUMN extra TEXT NOT NULL DEFAULT '{}'",
    "ALTER TABLE prompt_presets ADD COLUMN result_count INTEGER NOT NULL DEFAULT 1",
    "CREATE UNIQUE INDEX prompt_presets_by_name ON prompt_presets (user_id, name COLLATE NOCASE)",
)


def apply(connection: sqlite3.Connection, _now_ms: int) -> None:
    """Add tables and columns."""
    for statement in _STATEMENTS:
        connection.execute(statement)
