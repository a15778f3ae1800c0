"""What lies at the providers: remembered when its id is learned, forgotten when it is deleted."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, select
from sqlalchemy.dialects.sqlite import insert

from mediadesk.domain.errors import NotFoundError
from mediadesk.domain.ids import AccountId, GenerationId, RemoteItemId, UserId, new_uuid7
from mediadesk.domain.remote import RemoteItem, RemoteItemKind, StoredItem
from mediadesk.storage.account_tables import api_keys, remote_items
from mediadesk.storage.rows import fetch_all, from_json, optional_time, optional_uuid, to_json
from mediadesk.system.clock import from_ms, to_ms

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy import Connection

    from mediadesk.storage.rows import Readable

_ITEMS = """SELECT r.uid, k.uid, r.kind, r.remote_id, r.data, r.size_bytes, r.can_delete,
 r.expires_at, r.created_at, g.uid
 FROM remote_items r JOIN api_keys k ON k.id = r.account_id
 LEFT JOIN generations g ON g.id = r.generation_id
 WHERE k.user_id = ? AND (r.expires_at IS NULL OR r.expires_at > ?)"""


def add_items(
    connection: Connection,
    account_id: AccountId,
    generation_row_id: int,
    items: Iterable[RemoteItem],
    at_ms: int,
) -> None:
    """Remember what a call left at the provider; what is known already gets its newer facts.

    Nothing is written where the account was removed meanwhile. What expired is forgotten.
    """
    account_row = select(api_keys.c.id).where(api_keys.c.uid == account_id.bytes)
    row_id = connection.execute(account_row).scalar_one_or_none()
    if row_id is None:
        return
    connection.execute(delete(remote_items).where(remote_items.c.expires_at <= at_ms))
    for item in items:
        facts = {
            "data": to_json(dict(item.data)),
            "size_bytes": item.size_bytes,
            "can_delete": int(item.can_delete),
            "expires_at": None if item.expires_at is None else to_ms(item.expires_at),
        }
        connection.execute(
            insert(remote_items)
            .values(
                uid=new_uuid7(at_ms).bytes,
                account_id=row_id,
                generation_id=generation_row_id,
                kind=item.kind.value,
                remote_id=item.id,
                created_at=at_ms,
                **facts,
            )
            .on_conflict_do_update(index_elements=["account_id", "kind", "remote_id"], set_=facts)
        )


def drop_items(connection: Connection, account_id: AccountId, items: Iterable[RemoteItem]) -> None:
    """Forget what was deleted at the provider."""
    account_row = select(api_keys.c.id).where(api_keys.c.uid == account_id.bytes)
    for item in items:
        connection.execute(
            delete(remote_items).where(
                remote_items.c.account_id == account_row.scalar_subquery(),
                remote_items.c.kind == item.kind.value,
                remote_items.c.remote_id == item.id,
            )
        )


def stored_items(
    connection: Readable, user: UserId, now_ms: int, account_id: AccountId | None = None
) -> list[StoredItem]:
    """What lies at the providers and has not expired, newest first."""
    sql, values = _ITEMS, list[object]([user, now_ms])
    if account_id is not None:
        sql += " AND k.uid = ?"
        values.append(account_id.bytes)
    return [_stored(row) for row in fetch_all(connection, f"{sql} ORDER BY r.id DESC", values)]


def counts(connection: Readable, user: UserId, now_ms: int) -> dict[AccountId, int]:
    """How much lies at the provider under each account that has something there."""
    sql = """SELECT k.uid, COUNT(*) FROM remote_items r JOIN api_keys k ON k.id = r.account_id
     WHERE k.user_id = ? AND (r.expires_at IS NULL OR r.expires_at > ?) GROUP BY k.id"""
    return {
        AccountId(uuid.UUID(bytes=row[0])): row[1]
        for row in fetch_all(connection, sql, (user, now_ms))
    }


def stored_item(
    connection: Readable, user: UserId, now_ms: int, item_id: RemoteItemId
) -> StoredItem:
    """One of them; ``NotFoundError`` where it was deleted or has expired."""
    rows = fetch_all(connection, f"{_ITEMS} AND r.uid = ?", (user, now_ms, item_id.bytes))
    if not rows:
        raise NotFoundError(
            f"Nothing with the id {item_id} is known to lie at a provider.",
            "See “mediadesk keys stored list”.",
        )
    return _stored(rows[0])


def _stored(row: Any) -> StoredItem:
    generation = optional_uuid(row[9])
    return StoredItem(
        id=RemoteItemId(uuid.UUID(bytes=row[0])),
        account_id=AccountId(uuid.UUID(bytes=row[1])),
        item=RemoteItem(
            RemoteItemKind(row[2]),
            row[3],
            row[5],
            optional_time(row[7]),
            bool(row[6]),
            from_json(row[4]),
        ),
        created_at=from_ms(row[8]),
        generation_id=None if generation is None else GenerationId(generation),
    )
