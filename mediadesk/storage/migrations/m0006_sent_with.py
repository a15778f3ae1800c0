"""The account that a call was sent with: nobody else is asked about its job."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3

_KNOWN = """UPDATE attempts SET sent_with = (
 SELECT k.uid FROM generations g LEFT JOIN attempt_routes r ON r.attempt_id = attempts.id
 JOIN api_keys k ON k.id = COALESCE(
  CASE WHEN r.link IS NULL THEN g.account_id ELSE r.account_id END,
  (SELECT i.account_id FROM remote_items i WHERE i.generation_id = g.id
   AND i.remote_id = json_extract(attempts.remote_job, '$.id')))
 WHERE g.id = attempts.generation_id)
 WHERE submitted_at IS NOT NULL AND completed_at IS NULL"""


def apply(connection: sqlite3.Connection, _now_ms: int) -> None:
    """Add the column, and fill it for open calls where it can be told.

    It holds the account's id, which outlives the account; empty where there was none.
    """
    connection.execute("ALTER TABLE attempts ADD COLUMN sent_with BLOB")
    connection.execute(_KNOWN)
