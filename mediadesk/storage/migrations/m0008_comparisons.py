"""Comparisons with their picks, and sets of models that were saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3

_STATEMENTS = (
    """CREATE TABLE comparisons (
        id INTEGER PRIMARY KEY,
        uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
        user_id INTEGER NOT NULL REFERENCES users (id),
        created_at INTEGER NOT NULL,
        picked_id INTEGER REFERENCES generations (id) ON DELETE SET NULL
    ) STRICT""",
    """CREATE TABLE comparison_cells (
        comparison_id INTEGER NOT NULL REFERENCES comparisons (id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        generation_id INTEGER NOT NULL UNIQUE REFERENCES generations (id) ON DELETE CASCADE,
        PRIMARY KEY (comparison_id, position)
    ) STRICT""",
    """CREATE TABLE model_sets (
        id INTEGER PRIMARY KEY,
        user_id INTEGER NOT NULL REFERENCES users (id),
        type TEXT NOT NULL,
        name TEXT NOT NULL,
        models TEXT NOT NULL
    ) STRICT""",
    """CREATE INDEX comparisons_by_pick ON comparisons (picked_id)
        WHERE picked_id IS NOT NULL""",
    "CREATE UNIQUE INDEX model_sets_by_name ON model_sets (user_id, type, name)",
)


def apply(connection: sqlite3.Connection, _now_ms: int) -> None:
    """Add the tables."""
    for statement in _STATEMENTS:
        connection.execute(statement)
