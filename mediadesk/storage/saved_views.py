"""Saved views: queries with a name, kept as collections of the kind “search”."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

from mediadesk.domain.errors import NotFoundError
from mediadesk.domain.ids import SavedViewId, UserId, new_uuid7
from mediadesk.storage.rows import fetch_all, fetch_value, from_json, to_json

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from sqlalchemy import Connection

    from mediadesk.storage.rows import Readable

_OWN = "user_id = ? AND kind = 'search'"


def saved_views(
    connection: Readable, user: UserId
) -> list[tuple[SavedViewId, str, dict[str, Any]]]:
    """Id, name and query as it was stored, by name."""
    sql = f"SELECT uid, name, query FROM collections WHERE {_OWN} ORDER BY name COLLATE NOCASE, id"
    return [
        (SavedViewId(uuid.UUID(bytes=row[0])), row[1], from_json(row[2]))
        for row in fetch_all(connection, sql, (user,))
    ]


def has_view(connection: Readable, user: UserId, name: str) -> bool:
    """Whether there is a view of this name, letter case aside."""
    sql = f"SELECT 1 FROM collections WHERE {_OWN} AND name = ? COLLATE NOCASE"
    return fetch_value(connection, sql, (user, name)) is not None


def put_view(
    connection: Connection,
    user: UserId,
    view_id: SavedViewId | None,
    name: str,
    query: Mapping[str, object],
    at_ms: int,
) -> SavedViewId:
    """Store a view, under the id of one that was deleted where one is given."""
    from sqlalchemy import insert

    from mediadesk.storage.tables import collections

    view_id = view_id or SavedViewId(new_uuid7(at_ms))
    connection.execute(
        insert(collections).values(
            uid=view_id.bytes,
            user_id=user,
            name=name,
            kind="search",
            query=to_json(dict(query)),
            created_at=at_ms,
        )
    )
    return view_id


def drop_view(connection: Connection, user: UserId, view_id: SavedViewId) -> None:
    """Delete a view; what it showed stays. Raises ``NotFoundError``."""
    from sqlalchemy import delete

    from mediadesk.storage.tables import collections

    done = connection.execute(
        delete(collections).where(collections.c.user_id == user, collections.c.uid == view_id.bytes)
    )
    _check(done.rowcount)


def _check(count: int) -> None:
    if not count:
        raise NotFoundError("That saved view is gone.", "Save it again.")
