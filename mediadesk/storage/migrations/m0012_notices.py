"""From which share on each budget tells, and how many failures were not charged."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3

_CELL = "user_id, local_day, project_id, provider, model, type"
_FAILED = "state IN ('failed', 'expired')"


def apply(connection: sqlite3.Connection, _now_ms: int) -> None:
    """Add both, count what has failed so far, and find failures of a day by their reason."""
    connection.execute("ALTER TABLE caps ADD COLUMN notice_percent INTEGER NOT NULL DEFAULT 80")
    connection.execute(
        "ALTER TABLE usage_rollups ADD COLUMN uncharged_count INTEGER NOT NULL DEFAULT 0"
    )
    same = " AND ".join(f"r.{name} = f.{name}" for name in _CELL.split(", "))
    cells = ", ".join(f"c.{name}" for name in _CELL.split(", "))
    connection.execute(
        f"""UPDATE usage_rollups AS r SET uncharged_count = f.found FROM (
         SELECT {cells}, COUNT(*) AS found FROM attempt_cells c
         JOIN attempts t ON t.id = c.attempt_id
         WHERE t.{_FAILED} AND t.billed = 'free' GROUP BY {cells}) AS f WHERE {same}"""
    )
    connection.execute(
        f"CREATE INDEX attempts_failed ON attempts (local_day, error_kind) WHERE {_FAILED}"
    )
