"""Runs of which nothing but their money is left."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3


def apply(connection: sqlite3.Connection, _now_ms: int) -> None:
    """Tell when a run in the trash was emptied; its ledger entries need the row."""
    connection.execute("ALTER TABLE generations ADD COLUMN purged_at INTEGER")
