"""Results of a fallback count as kept for the provider and model that made them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3

_CELLS = """CREATE VIEW attempt_cells AS SELECT t.id AS attempt_id, g.user_id, t.local_day,
 g.project_id, COALESCE(r.provider, g.provider) AS provider, COALESCE(r.model, g.model) AS model,
 g.type
 FROM attempts t JOIN generations g ON g.id = t.generation_id
 LEFT JOIN attempt_routes r ON r.attempt_id = t.id"""


def apply(connection: sqlite3.Connection, _now_ms: int) -> None:
    """Let the triggers on results find the cell of the link that was taken."""
    connection.execute("DROP VIEW attempt_cells")
    connection.execute(_CELLS)
