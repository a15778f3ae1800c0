"""Pages of documents, counted when one becomes an input."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3


def apply(connection: sqlite3.Connection, _now_ms: int) -> None:
    """Keep the number of pages beside size and length; NULL where it was not counted."""
    connection.execute("ALTER TABLE assets ADD COLUMN pages INTEGER")
