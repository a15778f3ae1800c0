"""Fallback chains: the chain of a generation, and what its attempts were made with."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3

_TABLES = (
    """CREATE TABLE routes (
        generation_id INTEGER PRIMARY KEY REFERENCES generations (id) ON DELETE CASCADE,
        links TEXT NOT NULL,
        is_own INTEGER NOT NULL DEFAULT 0 CHECK (is_own IN (0, 1)),
        max_cost_micro INTEGER
    ) STRICT""",
    """CREATE TABLE attempt_routes (
        attempt_id INTEGER PRIMARY KEY REFERENCES attempts (id) ON DELETE CASCADE,
        link INTEGER NOT NULL CHECK (link > 0),
        provider TEXT NOT NULL,
        provider_id TEXT NOT NULL,
        model TEXT NOT NULL,
        account_id INTEGER REFERENCES api_keys (id) ON DELETE SET NULL,
        parameters TEXT NOT NULL DEFAULT '{}',
        extra TEXT NOT NULL DEFAULT '{}',
        dropped TEXT NOT NULL DEFAULT '[]'
    ) STRICT""",
    """CREATE TABLE passed_links (
        attempt_id INTEGER NOT NULL REFERENCES attempts (id) ON DELETE CASCADE,
        link INTEGER NOT NULL,
        reason TEXT NOT NULL,
        is_end INTEGER NOT NULL DEFAULT 0 CHECK (is_end IN (0, 1)),
        PRIMARY KEY (attempt_id, link)
    ) STRICT""",
)


def apply(connection: sqlite3.Connection, _now_ms: int) -> None:
    """Add the tables."""
    for table in _TABLES:
        connection.execute(table)
