"""What changes assets: landing a result, taking in a file, tags, favourites, moving, the trash."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sqlalchemy import delete, func, insert, update
from sqlalchemy.dialects.sqlite import insert as upsert

from mediadesk.domain.ids import AssetId, ProjectId, UserId, new_uuid7
from mediadesk.storage.assets import asset_row_id
from mediadesk.storage.projects import project_row_id
from mediadesk.storage.rows import fetch_value
from mediadesk.storage.search import index_asset
from mediadesk.storage.tables import asset_tags, assets, blobs, tags

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection

    from mediadesk.domain.generation import GenerationType
    from mediadesk.storage.rows import Readable

PREVIEW_CHARACTERS = 400


@dataclass(frozen=True, slots=True)
class NewAsset:
    """A whole, durable blob about to get its row. ``text`` of text assets is indexed."""

    asset_id: AssetId
    type: GenerationType
    origin: str
    mime: str
    extension: str
    blob_name: str
    size_bytes: int
    digest: bytes = field(repr=False)
    position: int = 0
    text: str | None = field(default=None, repr=False)
    file_name: str | None = None


def next_position(connection: Connection, generation_row: int) -> int:
    """The place after the last result of a run."""
    sql = "SELECT COALESCE(MAX(position) + 1, 0) FROM assets WHERE generation_id = ?"
    return int(fetch_value(connection, sql, (generation_row,)) or 0)


def add_asset(
    connection: Connection,
    user: UserId,
    project_row: int,
    new: NewAsset,
    at_ms: int,
    *,
    generation_row: int | None = None,
    attempt_row: int | None = None,
) -> int:
    """Write the row of an asset, count its blob and index it; returns the row number.

    A result of a generation that is in the trash by now goes there too.
    """
    statement = upsert(blobs).values(
        name=new.blob_name, size_bytes=new.size_bytes, refcount=1, created_at=at_ms
    )
    connection.execute(
        statement.on_conflict_do_update(
            index_elements=[blobs.c.name], set_={"refcount": blobs.c.refcount + 1}
        )
    )
    result = connection.execute(
        insert(assets).values(
            uid=new.asset_id.bytes,
            user_id=user,
            project_id=project_row,
            generation_id=generation_row,
            attempt_id=attempt_row,
            position=new.position,
            type=new.type.value,
            origin=new.origin,
            mime=new.mime,
            extension=new.extension,
            blob_name=new.blob_name,
            size_bytes=new.size_bytes,
            digest=new.digest,
            text_preview=None if new.text is None else new.text[:PREVIEW_CHARACTERS],
            file_name=new.file_name,
            created_at=at_ms,
            deleted_at=fetch_value(
                connection, "SELECT deleted_at FROM generations WHERE id = ?", (generation_row,)
            ),
        )
    )
    row_id = int(result.lastrowid)
    if new.origin != "input":
        index_asset(connection, row_id, new.text or "")
    return row_id


def has_landed(connection: Readable, attempt_row: int, new: NewAsset) -> bool:
    """Whether an attempt already has this very result in this place."""
    sql = "SELECT 1 FROM assets WHERE attempt_id = ? AND position = ? AND blob_name = ?"
    found = fetch_value(connection, sql, (attempt_row, new.position, new.blob_name))
    return found is not None


def set_facts(
    connection: Connection,
    user: UserId,
    asset_id: AssetId,
    *,
    width: int | None = None,
    height: int | None = None,
    duration_ms: int | None = None,
    peaks: bytes | None = None,
    pages: int | None = None,
) -> None:
    """Write what decoding found out; None leaves a column as it is."""
    found: dict[str, object] = {"width": width, "height": height, "duration_ms": duration_ms}
    found |= {"peaks": peaks, "pages": pages}
    values = {name: value for name, value in found.items() if value is not None}
    if values:
        row_id = asset_row_id(connection, user, asset_id)
        connection.execute(update(assets).where(assets.c.id == row_id).values(**values))


def change_assets(
    connection: Connection, user: UserId, ids: Sequence[AssetId], **values: object
) -> None:
    """Write columns of assets. Raises ``NotFoundError`` before anything is changed."""
    row_ids = [asset_row_id(connection, user, asset_id) for asset_id in ids]
    for row_id in row_ids:
        connection.execute(update(assets).where(assets.c.id == row_id).values(**values))


def set_deleted(
    connection: Connection, user: UserId, ids: Sequence[AssetId], deleted_at_ms: int | None
) -> None:
    """Move assets to the trash (None: back). One that is there already keeps its time."""
    wanted = None if deleted_at_ms is None else func.coalesce(assets.c.deleted_at, deleted_at_ms)
    change_assets(connection, user, ids, deleted_at=wanted)


def move_assets(
    connection: Connection, user: UserId, ids: Sequence[AssetId], project_id: ProjectId
) -> None:
    """Put assets into another project. The money stays where it was spent."""
    change_assets(connection, user, ids, project_id=project_row_id(connection, user, project_id))


def set_notes(
    connection: Connection, user: UserId, asset_id: AssetId, notes: str, text: str
) -> None:
    """Write notes; ``text`` is the text of a text asset, for the index."""
    change_assets(connection, user, [asset_id], notes=notes)
    index_asset(connection, asset_row_id(connection, user, asset_id), text)


def add_tag(connection: Connection, user: UserId, asset_id: AssetId, name: str, at_ms: int) -> None:
    """Give an asset a tag, making the tag where it is new."""
    row_id = asset_row_id(connection, user, asset_id)
    tag = fetch_value(
        connection, "SELECT id FROM tags WHERE user_id = ? AND name = ?", (user, name)
    )
    if tag is None:
        result = connection.execute(
            insert(tags).values(uid=new_uuid7(at_ms).bytes, user_id=user, name=name)
        )
        tag = int(result.lastrowid)
    connection.execute(
        upsert(asset_tags).values(asset_id=row_id, tag_id=tag).on_conflict_do_nothing()
    )


def remove_tag(connection: Connection, user: UserId, asset_id: AssetId, name: str) -> None:
    """Take a tag from an asset; nothing where it has none of that name."""
    row_id = asset_row_id(connection, user, asset_id)
    tag = fetch_value(
        connection, "SELECT id FROM tags WHERE user_id = ? AND name = ?", (user, name)
    )
    if tag is not None:
        connection.execute(
            delete(asset_tags).where(asset_tags.c.asset_id == row_id, asset_tags.c.tag_id == tag)
        )


def reindex(connection: Connection, user: UserId, asset_id: AssetId, text: str) -> None:
    """Renew the index entry of one asset after its tags changed."""
    index_asset(connection, asset_row_id(connection, user, asset_id), text)
