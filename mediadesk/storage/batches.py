"""Batches: rows in, domain values out."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

from mediadesk.domain.batches import Batch
from mediadesk.domain.errors import NotFoundError
from mediadesk.domain.ids import BatchId, GenerationId, UserId, new_uuid7
from mediadesk.storage.generations import generation_row_id
from mediadesk.storage.rows import fetch_all, fetch_value
from mediadesk.system.clock import from_ms

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection

    from mediadesk.storage.rows import Readable


def add_batch(
    connection: Connection,
    user: UserId,
    name: str,
    runs: Sequence[GenerationId],
    at_ms: int,
    *,
    is_script: bool,
) -> BatchId:
    """Keep that these runs were queued together, in this order."""
    from sqlalchemy import insert

    from mediadesk.storage.batch_tables import batch_runs, batches

    new_id = BatchId(new_uuid7(at_ms))
    values = {"uid": new_id.bytes, "user_id": user, "name": name, "created_at": at_ms}
    values["is_script"] = int(is_script)
    connection.execute(insert(batches).values(values))
    sql = "SELECT id FROM batches WHERE uid = ?"
    row_id = fetch_value(connection, sql, (new_id.bytes,))
    for position, generation_id in enumerate(runs):
        connection.execute(
            insert(batch_runs).values(
                batch_id=row_id,
                position=position,
                generation_id=generation_row_id(connection, user, generation_id),
            )
        )
    return new_id


def has_name(connection: Readable, user: UserId, name: str) -> bool:
    """Whether a batch has this name, letter case aside."""
    sql = "SELECT 1 FROM batches WHERE user_id = ? AND name = ? COLLATE NOCASE"
    return fetch_value(connection, sql, (user, name)) is not None


def find(connection: Readable, user: UserId, name: str) -> Batch:
    """The newest batch of this name. Raises ``NotFoundError``."""
    sql = """SELECT id, uid, name, created_at FROM batches
     WHERE user_id = ? AND name = ? COLLATE NOCASE ORDER BY id DESC LIMIT 1"""
    rows = fetch_all(connection, sql, (user, name))
    if not rows:
        raise NotFoundError(f"There is no batch “{name}”.", "Copy its name from where it was made.")
    row_id, uid, kept_name, created_at = rows[0]
    runs = fetch_all(
        connection,
        """SELECT g.uid FROM batch_runs r JOIN generations g ON g.id = r.generation_id
         WHERE r.batch_id = ? ORDER BY r.position""",
        (row_id,),
    )
    return Batch(
        BatchId(uuid.UUID(bytes=uid)),
        kept_name,
        from_ms(created_at),
        tuple(GenerationId(uuid.UUID(bytes=run[0])) for run in runs),
    )
