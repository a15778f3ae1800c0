"""Assets read and found. Works on any connection; what changes assets is in ``asset_changes``."""

from __future__ import annotations

import uuid
from array import array
from typing import TYPE_CHECKING

from mediadesk.domain.errors import NotFoundError
from mediadesk.domain.ids import AssetId, UserId
from mediadesk.domain.queries import AssetCounts, AssetQuery
from mediadesk.storage.asset_filter import conditions, order_of
from mediadesk.storage.generation_rows import load_assets
from mediadesk.storage.rows import fetch_all, fetch_one, fetch_value

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mediadesk.domain.generation import Asset
    from mediadesk.storage.rows import Readable


def row_ids(
    connection: Readable, user: UserId, query: AssetQuery, after: AssetId | None = None
) -> array[int]:
    """Row numbers of the assets that fit, in order.

    ``after``: the last one already seen, where the newest come first.
    """
    joins, clauses, values = conditions(user, query)
    if after is not None:
        row = fetch_one(
            connection, "SELECT created_at, id FROM assets WHERE uid = ?", (after.bytes,)
        )
        if row is not None:
            clauses.append("(a.created_at, a.id) < (?, ?)")
            values += [row[0], row[1]]
    sql = f"SELECT a.id FROM assets a {joins} WHERE {' AND '.join(clauses)} {order_of(query)}"
    if query.limit is not None:
        sql += " LIMIT ?"
        values.append(query.limit)
    return array("q", (row[0] for row in fetch_all(connection, sql, values)))


def rows(connection: Readable, user: UserId, ids: Sequence[int]) -> list[Asset]:
    """These rows, in the order asked for."""
    return [asset for _, asset in load_assets(connection, user, ids)]


def find(
    connection: Readable, user: UserId, query: AssetQuery, after: AssetId | None = None
) -> list[Asset]:
    """The assets that fit, newest first."""
    return rows(connection, user, row_ids(connection, user, query, after))


def asset_row_id(connection: Readable, user: UserId, asset_id: AssetId) -> int:
    """The row of an asset; ``NotFoundError`` where there is none."""
    sql = "SELECT id FROM assets WHERE user_id = ? AND uid = ?"
    row_id = fetch_value(connection, sql, (user, asset_id.bytes))
    if row_id is None:
        raise NotFoundError(f"There is no item {asset_id}.", "See “mediadesk list” for ids.")
    return int(row_id)


def get_asset(connection: Readable, user: UserId, asset_id: AssetId) -> Asset:
    """One asset; ``NotFoundError`` where there is none."""
    return rows(connection, user, [asset_row_id(connection, user, asset_id)])[0]


def children_of(connection: Readable, user: UserId, asset_id: AssetId) -> list[Asset]:
    """Results of generations that used this asset as an input."""
    row_id = asset_row_id(connection, user, asset_id)
    sql = """SELECT a.id FROM assets a JOIN inputs i ON i.generation_id = a.generation_id
     WHERE i.asset_id = ? ORDER BY a.id"""
    return rows(connection, user, [row[0] for row in fetch_all(connection, sql, (row_id,))])


def parents_of(connection: Readable, user: UserId, asset_id: AssetId) -> list[Asset]:
    """The inputs of the generation that made this asset."""
    row_id = asset_row_id(connection, user, asset_id)
    sql = """SELECT i.asset_id FROM inputs i JOIN assets a ON a.generation_id = i.generation_id
     WHERE a.id = ? AND i.asset_id IS NOT NULL ORDER BY i.position, i.id"""
    return rows(connection, user, [row[0] for row in fetch_all(connection, sql, (row_id,))])


def peaks_of(connection: Readable, user: UserId, asset_id: AssetId) -> bytes | None:
    """The stored waveform of an asset, None where there is none."""
    sql = "SELECT peaks FROM assets WHERE user_id = ? AND uid = ?"
    peaks: bytes | None = fetch_value(connection, sql, (user, asset_id.bytes))
    return peaks


def counts(connection: Readable, user: UserId) -> AssetCounts:
    """The numbers in the sidebar."""
    sql = """SELECT COALESCE(SUM(deleted_at IS NULL), 0),
     COALESCE(SUM(deleted_at IS NULL AND favourite = 1), 0),
     COALESCE(SUM(deleted_at IS NOT NULL), 0)
     FROM assets WHERE user_id = ? AND origin <> 'input'"""
    row = fetch_one(connection, sql, (user,))
    return AssetCounts(*row) if row else AssetCounts()


def blob_of(connection: Readable, user: UserId, asset_id: AssetId) -> str:
    """The name of an asset's blob; ``NotFoundError`` where there is no such asset."""
    sql = "SELECT blob_name FROM assets WHERE user_id = ? AND uid = ?"
    name = fetch_value(connection, sql, (user, asset_id.bytes))
    if name is None:
        raise NotFoundError(f"There is no item {asset_id}.", "See “mediadesk list” for ids.")
    return str(name)


def blob_names(connection: Readable) -> set[str]:
    """Every blob that a row refers to."""
    return {row[0] for row in fetch_all(connection, "SELECT name FROM blobs WHERE refcount > 0")}


def used_blobs(connection: Readable) -> list[tuple[AssetId, str]]:
    """Asset and blob of every asset that is not known to be damaged."""
    sql = "SELECT uid, blob_name FROM assets WHERE damaged_at IS NULL"
    return [(AssetId(uuid.UUID(bytes=row[0])), row[1]) for row in fetch_all(connection, sql)]
