"""Accounts in the database: how to reach a provider, with the key sealed once more."""

from __future__ import annotations

import uuid
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, insert, update

from mediadesk.domain.errors import NotFoundError, UsageError
from mediadesk.domain.ids import AccountId, ProviderName, UserId
from mediadesk.storage.rows import fetch_all, fetch_one
from mediadesk.storage.tables import api_keys

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from mediadesk.storage.rows import Readable

_ACCOUNTS = """SELECT uid, provider, name, base_url, encrypted_key, encryption_iv, encryption_salt,
 kdf, sealed_version, last_four, is_default, last_used_at, checked_at, check_status, check_message
 FROM api_keys WHERE user_id = ? AND is_active = 1"""


@dataclass(frozen=True, slots=True)
class KeyColumns:
    """A sealed key as its columns; storage cannot open it."""

    encrypted_key: bytes = field(repr=False)
    encryption_iv: bytes = field(repr=False)
    encryption_salt: bytes = field(repr=False)
    kdf: str
    sealed_version: int


@dataclass(frozen=True, slots=True)
class StoredAccount:
    """One account. ``key`` None = an endpoint without a key."""

    id: AccountId
    provider: ProviderName
    name: str
    base_url: str | None
    key: KeyColumns | None
    last_four: str
    is_default: bool
    last_used_at_ms: int | None
    checked_at_ms: int | None
    check_status: str | None
    check_message: str | None


def accounts(
    connection: Readable, user: UserId, provider: ProviderName | None = None
) -> list[StoredAccount]:
    """All accounts, or those of one provider name; the default one of each provider first."""
    sql, values = _ACCOUNTS, list[object]([user])
    if provider is not None:
        sql += " AND provider = ?"
        values.append(provider)
    found = fetch_all(connection, f"{sql} ORDER BY provider, is_default DESC, id", values)
    return [_account(row) for row in found]


def get_account(connection: Readable, user: UserId, account_id: AccountId) -> StoredAccount:
    """One account; ``NotFoundError`` where it was removed."""
    row = fetch_one(connection, f"{_ACCOUNTS} AND uid = ?", (user, account_id.bytes))
    if row is None:
        raise NotFoundError("The key is not in the library any more.", "Add a key.")
    return _account(row)


def add_account(
    connection: Connection,
    user: UserId,
    account_id: AccountId,
    provider: ProviderName,
    name: str,
    base_url: str | None,
    key: KeyColumns | None,
    last_four: str,
    at_ms: int,
) -> None:
    """Add an account; the first of a provider becomes its default."""
    present = accounts(connection, user, provider)
    if any(account.name == name for account in present):
        raise UsageError(
            f"{provider} already has a key named “{name}”.",
            "Give this one another name, or rotate the other one.",
        )
    connection.execute(
        insert(api_keys).values(
            uid=account_id.bytes,
            user_id=user,
            provider=provider,
            name=name,
            base_url=base_url,
            last_four=last_four,
            is_default=int(not present),
            created_at=at_ms,
            **_key_values(key),
        )
    )


def change_account(
    connection: Connection, user: UserId, account_id: AccountId, **values: object
) -> None:
    """Write columns of an account."""
    account = get_account(connection, user, account_id)
    name = values.get("name", account.name)
    for other in accounts(connection, user, account.provider):
        if other.id != account_id and other.name == name:
            raise UsageError(f"{account.provider} already has a key named “{name}”.", "")
    if values.get("is_default"):
        connection.execute(
            update(api_keys)
            .where(api_keys.c.user_id == user, api_keys.c.provider == account.provider)
            .values(is_default=0)
        )
    connection.execute(update(api_keys).where(api_keys.c.uid == account_id.bytes).values(**values))


def touch_account(connection: Connection, account_id: AccountId, at_ms: int) -> None:
    """Remember that an account was used; nothing where it was removed meanwhile."""
    connection.execute(
        update(api_keys).where(api_keys.c.uid == account_id.bytes).values(last_used_at=at_ms)
    )


def replace_key(
    connection: Connection, user: UserId, account_id: AccountId, key: KeyColumns, last_four: str
) -> None:
    """Put another sealed key in the place of the present one."""
    change_account(
        connection,
        user,
        account_id,
        last_four=last_four,
        check_status=None,
        check_message=None,
        checked_at=None,
        **_key_values(key),
    )


def remove_account(connection: Connection, user: UserId, account_id: AccountId) -> None:
    """Delete an account; another one of its provider becomes the default."""
    account = get_account(connection, user, account_id)
    connection.execute(delete(api_keys).where(api_keys.c.uid == account_id.bytes))
    left = accounts(connection, user, account.provider)
    if account.is_default and left:
        change_account(connection, user, left[0].id, is_default=1)


def _key_values(key: KeyColumns | None) -> dict[str, object]:
    if key is None:
        return {}
    return {
        "encrypted_key": key.encrypted_key,
        "encryption_iv": key.encryption_iv,
        "encryption_salt": key.encryption_salt,
        "kdf": key.kdf,
        "sealed_version": key.sealed_version,
    }


def _account(row: Any) -> StoredAccount:
    sealed = None
    if row[4] is not None:
        sealed = KeyColumns(bytes(row[4]), bytes(row[5]), bytes(row[6]), row[7], row[8])
    return StoredAccount(
        AccountId(uuid.UUID(bytes=row[0])),
        ProviderName(row[1]),
        row[2],
        row[3],
        sealed,
        row[9],
        bool(row[10]),
        row[11],
        row[12],
        row[13],
        row[14],
    )
