"""The full-text index over prompt, text result, tags and notes of assets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import delete, insert

from mediadesk.storage.rows import fetch_one
from mediadesk.storage.tables import asset_search

if TYPE_CHECKING:
    from sqlalchemy import Connection

MAXIMUM_INDEXED_CHARACTERS = 200_000


def index_asset(connection: Connection, asset_row_id: int, text: str = "") -> None:
    """(Re)index one asset. ``text`` is the text of a text result: the index cannot give it back."""
    row = fetch_one(
        connection,
        """SELECT COALESCE(g.prompt, a.file_name, ''), a.notes,
         (SELECT group_concat(t.name, ' ') FROM asset_tags at JOIN tags t ON t.id = at.tag_id
          WHERE at.asset_id = a.id)
         FROM assets a LEFT JOIN generations g ON g.id = a.generation_id WHERE a.id = ?""",
        (asset_row_id,),
    )
    connection.execute(delete(asset_search).where(asset_search.c.rowid == asset_row_id))
    if row is not None:
        connection.execute(
            insert(asset_search).values(
                rowid=asset_row_id,
                prompt=row[0],
                text=text[:MAXIMUM_INDEXED_CHARACTERS],
                tags=row[2] or "",
                notes=row[1],
            )
        )
