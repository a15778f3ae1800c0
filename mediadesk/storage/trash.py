"""The trash: what lies there, and erasing it for good. The ledger keeps its entries."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

from mediadesk.domain.ids import AssetId
from mediadesk.domain.queries import TrashContents
from mediadesk.storage.chain_rows import ASSET_PURGED
from mediadesk.storage.rows import fetch_all, fetch_one

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from mediadesk.domain.ids import UserId
    from mediadesk.storage.events import EventChain
    from mediadesk.storage.media_store import MediaStore
    from mediadesk.storage.rows import Readable

_ITEMS = "user_id = ? AND deleted_at IS NOT NULL AND origin <> 'input'"
_AWAITED = """SELECT 1 FROM attempts
 WHERE uid = ? AND state IN ('submitting', 'accepted', 'running', 'fetching')"""
_RUNS = """g.user_id = ? AND g.deleted_at IS NOT NULL AND g.purged_at IS NULL
 AND NOT EXISTS (SELECT 1 FROM attempts t WHERE t.generation_id = g.id
  AND t.state IN ('queued', 'submitting', 'accepted', 'running', 'fetching', 'uncertain'))
 AND NOT EXISTS (SELECT 1 FROM assets a WHERE a.generation_id = g.id{left})"""
_WIPE = (
    "UPDATE attempts SET partial_text = NULL, error_message = NULL, notes = NULL"
    " WHERE generation_id = ?",
    "UPDATE attempt_routes SET parameters = '{}', extra = '{}', dropped = '[]'"
    " WHERE attempt_id IN (SELECT id FROM attempts WHERE generation_id = ?)",
    "DELETE FROM inputs WHERE generation_id = ?",
    "UPDATE generations SET prompt = '', parameters = '{}', extra = '{}', error_message = NULL"
    " WHERE id = ?",
)


def contents(connection: Readable, user: UserId) -> TrashContents:
    """What an emptying would erase. Runs with a job that goes on, or is in doubt, are not among."""
    sql = f"SELECT COUNT(*), COALESCE(SUM(size_bytes), 0) FROM assets WHERE {_ITEMS}"
    items, size = fetch_all(connection, sql, (user,))[0]
    left = _RUNS.format(left=" AND a.deleted_at IS NULL")
    sql = f"SELECT COUNT(*) FROM generations g WHERE {left}"
    return TrashContents(items, size, fetch_all(connection, sql, (user,))[0][0])


def purge_items(
    connection: Connection, user: UserId, chain: EventChain, limit: int
) -> list[AssetId]:
    """Erase the rows of up to ``limit`` items, and tell the record of changes; returns their ids.

    Their media is no longer counted; ``purge_media`` deletes it once this is committed.
    """
    sql = f"SELECT id, uid, blob_name, digest FROM assets WHERE {_ITEMS} ORDER BY id LIMIT ?"
    gone = []
    for row_id, uid, blob, digest in fetch_all(connection, sql, (user, limit)):
        asset_id = AssetId(uuid.UUID(bytes=uid))
        for statement, value in (
            ("DELETE FROM asset_search WHERE rowid = ?", row_id),
            ("DELETE FROM assets WHERE id = ?", row_id),
            ("UPDATE blobs SET refcount = refcount - 1 WHERE name = ?", blob),
        ):
            connection.exec_driver_sql(statement, (value,))
        chain.append(connection, ASSET_PURGED, "asset", asset_id, digest)
        gone.append(asset_id)
    return gone


def purge_runs(connection: Connection, user: UserId, at_ms: int) -> int:
    """Erase words and settings of runs in the trash that have no item left; returns how many."""
    sql = f"SELECT g.id FROM generations g WHERE {_RUNS.format(left='')}"
    rows = [row[0] for row in fetch_all(connection, sql, (user,))]
    for row_id in rows:
        for statement in _WIPE:
            connection.exec_driver_sql(statement, (row_id,))
        connection.exec_driver_sql(
            "UPDATE generations SET purged_at = ? WHERE id = ?", (at_ms, row_id)
        )
    return len(rows)


def purge_media(connection: Connection, media: MediaStore) -> str | None:
    """Delete one media file that no item needs, and its row; returns its name, None without any.

    The file goes inside the transaction, and whoever takes the name into use looks for the file
    inside theirs. A file that is gone without its row is found again by the next call; where a
    result came to lie under its name meanwhile, and waits for its row, only the old row goes.
    """
    row = fetch_one(connection, "SELECT name FROM blobs WHERE refcount <= 0 LIMIT 1")
    if row is None:
        return None
    name = str(row[0])
    maker = media.maker(name)
    if maker is None or fetch_one(connection, _AWAITED, (maker.bytes,)) is None:
        media.delete(name)
    connection.exec_driver_sql("DELETE FROM blobs WHERE name = ?", (name,))
    return name
