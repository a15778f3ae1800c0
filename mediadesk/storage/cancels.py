"""Who asked for the end of which attempt, across processes."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

from mediadesk.domain.ids import AttemptId, GenerationId, UserId
from mediadesk.storage import attempts, generations
from mediadesk.storage.rows import fetch_all, fetch_value

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy import Connection

    from mediadesk.storage.rows import Readable


def to_be_cancelled(connection: Readable, owner: str) -> list[int]:
    """The attempts that somebody asked to cancel: ``owner``'s, and waiting ones of nobody."""
    sql = """SELECT id FROM attempts WHERE completed_at IS NULL AND cancel_requested = 1
     AND (owner = ? OR (owner IS NULL AND state = 'queued'))"""
    return [row[0] for row in fetch_all(connection, sql, (owner,))]


def ask_to_cancel(connection: Connection, user: UserId, attempt_id: AttemptId) -> list[AttemptId]:
    """Ask for the end of an attempt and of what goes on for it; those that still move.

    After this nothing follows them any more.
    """
    row_id, _ = attempts.attempt_row(connection, user, attempt_id)
    return _ask(connection, _followers(connection, row_id))


def ask_to_cancel_all(
    connection: Connection, user: UserId, generation_id: GenerationId
) -> list[AttemptId]:
    """Ask for the end of every attempt of a generation that still moves; those attempts."""
    generation_row = generations.generation_row_id(connection, user, generation_id)
    rows = attempts.open_attempt_rows(connection, generation_row)
    return _ask(connection, [row[0] for row in rows])


def _ask(connection: Connection, rows: Iterable[int]) -> list[AttemptId]:
    sql = f"""SELECT uid FROM attempts
     WHERE id = ? AND (state = 'queued' OR state IN {attempts.WORKING})"""
    found = []
    for row_id in rows:
        uid = fetch_value(connection, sql, (row_id,))
        if uid is not None:
            attempts.change(connection, row_id, cancel_requested=1)
            found.append(AttemptId(uuid.UUID(bytes=uid)))
    return found


def _followers(connection: Readable, row_id: int) -> list[int]:
    """The rows of an attempt and of those that went on for it with later links of its chain."""
    sql = """WITH RECURSIVE line (id, link) AS (
      SELECT t.id, COALESCE(r.link, 0) FROM attempts t
       LEFT JOIN attempt_routes r ON r.attempt_id = t.id WHERE t.id = ?
      UNION SELECT n.id, r.link FROM attempts n JOIN line ON n.retry_of = line.id
       JOIN attempt_routes r ON r.attempt_id = n.id WHERE r.link > line.link)
     SELECT id FROM line ORDER BY id"""
    return [row[0] for row in fetch_all(connection, sql, (row_id,))]
