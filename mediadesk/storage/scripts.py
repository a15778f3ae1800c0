"""Scripts: which parts they have, and the sound that these became."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

from mediadesk.domain.ids import AssetId, BatchId, UserId
from mediadesk.domain.scripts import Script
from mediadesk.storage.generation_rows import load_generations
from mediadesk.storage.rows import fetch_all

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from mediadesk.storage.rows import Readable


def unjoined(connection: Readable, user: UserId) -> list[Script]:
    """The scripts that are not one sound yet and have every part, the newest first."""
    sql = """SELECT id, uid, name, joined_uid FROM batches
     WHERE user_id = ? AND is_script = 1 AND joined_uid IS NULL AND NOT EXISTS (
      SELECT 1 FROM batch_runs r JOIN generations g ON g.id = r.generation_id
      WHERE r.batch_id = batches.id AND g.deleted_at IS NOT NULL)
     ORDER BY id DESC LIMIT 50"""
    return [_script(connection, user, *row) for row in fetch_all(connection, sql, (user,))]


def get_script(connection: Readable, user: UserId, id: BatchId) -> Script:
    """One script as it stands."""
    sql = "SELECT id, uid, name, joined_uid FROM batches WHERE user_id = ? AND uid = ?"
    (row,) = fetch_all(connection, sql, (user, id.bytes))
    return _script(connection, user, *row)


def set_joined(connection: Connection, user: UserId, id: BatchId, asset_id: AssetId) -> bool:
    """Keep which sound the parts became; False where that was done before."""
    from sqlalchemy import update

    from mediadesk.storage.batch_tables import batches

    own = (batches.c.user_id == user, batches.c.uid == id.bytes, batches.c.joined_uid.is_(None))
    done = connection.execute(update(batches).where(*own).values(joined_uid=asset_id.bytes))
    return bool(done.rowcount)


def give_up(connection: Connection, user: UserId, id: BatchId) -> None:
    """Keep that the parts cannot become one sound."""
    from sqlalchemy import update

    from mediadesk.storage.batch_tables import batches

    own = (batches.c.user_id == user, batches.c.uid == id.bytes)
    connection.execute(update(batches).where(*own).values(joined_uid=b""))


def _script(
    connection: Readable, user: UserId, row_id: int, uid: bytes, name: str, joined: bytes | None
) -> Script:
    sql = "SELECT generation_id FROM batch_runs WHERE batch_id = ? ORDER BY position"
    rows = [row[0] for row in fetch_all(connection, sql, (row_id,))]
    return Script(
        BatchId(uuid.UUID(bytes=uid)),
        name,
        tuple(found for _, found in load_generations(connection, user, rows)),
        None if not joined else AssetId(uuid.UUID(bytes=joined)),
    )
