"""Money per day of the call, sums that the caps are checked by, and what stands out in the ledger.

An attempt keeps the day on which it was queued itself: one that is sent again next month belongs
to next month. The roll-ups also hold what is held, where amounts come from, and how many results
were kept; the latter follows the trash by triggers, whoever moves things there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3

_COLUMNS = (
    "attempts ADD COLUMN local_day TEXT NOT NULL DEFAULT ''",
    "usage_rollups ADD COLUMN held_micro INTEGER NOT NULL DEFAULT 0",
    "usage_rollups ADD COLUMN reported_micro INTEGER NOT NULL DEFAULT 0",
    "usage_rollups ADD COLUMN corrected_micro INTEGER NOT NULL DEFAULT 0",
    "usage_rollups ADD COLUMN kept_count INTEGER NOT NULL DEFAULT 0",
    "ledger_entries ADD COLUMN mark TEXT CHECK (mark IN ('over_cap', 'over_bound'))",
    "caps ADD COLUMN noticed TEXT",
)
_INDEXES = (
    "generations_by_day ON generations (user_id, local_day)",
    "attempts_sent_again ON attempts (local_day, generation_id) WHERE retry_of IS NOT NULL",
    "attempts_by_request ON attempts (request_id) WHERE request_id IS NOT NULL",
)
_CELLS = """CREATE VIEW attempt_cells AS SELECT t.id AS attempt_id, g.user_id, t.local_day,
 g.project_id, g.provider, g.model, g.type
 FROM attempts t JOIN generations g ON g.id = t.generation_id"""
_CELL = """(user_id, local_day, project_id, provider, model, type) =
 (SELECT c.user_id, c.local_day, c.project_id, c.provider, c.model, c.type
  FROM attempt_cells c WHERE c.attempt_id = {row}.attempt_id)"""
_TRIGGERS = (
    (
        "results_kept_insert AFTER INSERT ON assets",
        "NEW",
        "NEW.deleted_at IS NULL",
        "1",
    ),
    (
        "results_kept_update AFTER UPDATE OF deleted_at ON assets",
        "NEW",
        "(NEW.deleted_at IS NULL) <> (OLD.deleted_at IS NULL)",
        "CASE WHEN NEW.deleted_at IS NULL THEN 1 ELSE -1 END",
    ),
    (
        "results_kept_delete AFTER DELETE ON assets",
        "OLD",
        "OLD.deleted_at IS NULL",
        "-1",
    ),
)
_SAME_CELL = """l.user_id = r.user_id AND l.local_day = r.local_day AND l.project_id = r.project_id
 AND l.provider = r.provider AND l.model = r.model AND l.type = r.type"""
_SUMS = (
    ("held_micro", "kind IN ('hold', 'release')"),
    ("reported_micro", "kind NOT IN ('hold', 'release') AND basis = 'reported'"),
    ("corrected_micro", "kind NOT IN ('hold', 'release') AND basis IN ('bill', 'user')"),
)


def apply(connection: sqlite3.Connection, _now_ms: int) -> None:
    """Add the columns, fill them from what is there, and let the triggers keep them."""
    for column in _COLUMNS:
        connection.execute(f"ALTER TABLE {column}")
    connection.execute(
        "UPDATE attempts SET local_day = "
        "(SELECT g.local_day FROM generations g WHERE g.id = attempts.generation_id)"
    )
    for index in _INDEXES:
        connection.execute(f"CREATE INDEX {index}")
    for name, condition in _SUMS:
        connection.execute(
            f"UPDATE usage_rollups AS r SET {name} = (SELECT COALESCE(SUM(l.amount_micro), 0) "
            f"FROM ledger_entries l WHERE {_SAME_CELL} AND l.{condition.replace('AND ', 'AND l.')})"
        )
    connection.execute(
        """UPDATE usage_rollups AS r SET kept_count = (SELECT COUNT(*) FROM generations l
         JOIN assets a ON a.generation_id = l.id WHERE """
        + _SAME_CELL
        + " AND a.origin = 'result' AND a.attempt_id IS NOT NULL AND a.deleted_at IS NULL)"
    )
    connection.execute(_CELLS)
    for head, row, condition, change in _TRIGGERS:
        connection.execute(
            f"""CREATE TRIGGER {head}
             WHEN {row}.origin = 'result' AND {row}.attempt_id IS NOT NULL AND {condition}
             BEGIN UPDATE usage_rollups SET kept_count = kept_count + {change}
             WHERE {_CELL.format(row=row)}; END"""
        )
