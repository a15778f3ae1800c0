"""Who asked for the end of which attempt, across processes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mediadesk.domain.generation import AttemptState
from mediadesk.domain.ids import AttemptId, GenerationId, UserId
from mediadesk.storage import attempts, generations
from mediadesk.storage.rows import fetch_all

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from mediadesk.storage.rows import Readable


def to_be_cancelled(connection: Readable, owner: str) -> list[int]:
    """The attempts that somebody asked to cancel: ``owner``'s, and waiting ones of nobody."""
    sql = """SELECT id FROM attempts WHERE completed_at IS NULL AND cancel_requested = 1
     AND (owner = ? OR (owner IS NULL AND state = 'queued'))"""
    return [row[0] for row in fetch_all(connection, sql, (owner,))]


def ask_to_cancel(
    connection: Connection, user: UserId, generation_id: GenerationId
) -> list[AttemptId]:
    """Ask for the end of every attempt of a generation that still moves; those attempts.

    After this nothing of the generation's chain follows them any more.
    """
    generation_row = generations.generation_row_id(connection, user, generation_id)
    found = []
    for row_id, attempt_id, state in attempts.open_attempt_rows(connection, generation_row):
        if state is not AttemptState.UNCERTAIN:
            attempts.change(connection, row_id, cancel_requested=1)
            found.append(attempt_id)
    return found
