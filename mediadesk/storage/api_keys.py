"""Accounts in the database: how to reach a provider, with the key sealed once more."""

from __future__ import annotations

import json
import uuid
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, insert, update

from mediadesk.domain.errors import LibraryBusyError, NotFoundError, UsageError
from mediadesk.domain.ids import AccountId, ProviderName, UserId
from mediadesk.domain.remote import Quota, RateLimit
from mediadesk.storage.account_tables import account_headers, api_keys
from mediadesk.storage.rows import fetch_all, fetch_one, fetch_value, optional_time
from mediadesk.system.clock import from_ms, to_ms

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from mediadesk.storage.rows import Readable

_ACCOUNTS = """SELECT k.uid, k.provider, k.name, k.base_url, o.encrypted_key, o.encryption_iv,
 o.encryption_salt, o.kdf, o.sealed_version, o.last_four, k.is_default, k.last_used_at,
 k.checked_at, k.check_status, k.check_message, o.uid, o.provider, o.name, k.is_active,
 k.credit_micro, k.credit_at, k.rate_limits, k.rate_limits_at,
 h.names, h.encrypted_headers, h.encryption_iv, h.encryption_salt, h.kdf, h.sealed_version
 FROM api_keys k JOIN api_keys o ON o.id = COALESCE(k.uses_account_id, k.id)
 LEFT JOIN account_headers h ON h.account_id = k.id
 WHERE k.user_id = ?"""
"""``o`` is the account that owns the key: the account itself, or the one whose key it uses."""
_FORGOTTEN = {"check_status": None, "check_message": None, "checked_at": None}


class AccountChangedError(LibraryBusyError):
    """Somebody else changed the account since its key was sealed: what was sealed does not fit."""

    def __init__(self) -> None:
        super().__init__("The key was being changed elsewhere at the same time.", "Try again.")


@dataclass(frozen=True, slots=True)
class KeyColumns:
    """A sealed key as its columns; storage cannot open it."""

    encrypted_key: bytes = field(repr=False)
    encryption_iv: bytes = field(repr=False)
    encryption_salt: bytes = field(repr=False)
    kdf: str
    sealed_version: int


@dataclass(frozen=True, slots=True)
class SealedHeaders:
    """Extra headers of an account: their names, and names with values sealed as JSON."""

    names: tuple[str, ...]
    columns: KeyColumns


@dataclass(frozen=True, slots=True)
class KeyOwner:
    """The account that a key was stored under; its words are part of what is authenticated."""

    id: AccountId
    provider: ProviderName
    name: str


@dataclass(frozen=True, slots=True)
class StoredAccount:
    """One account. ``key`` None = an endpoint without a key; it may be another account's.

    ``credit_micro`` is what the provider said is left, in micro-USD.
    """

    id: AccountId
    provider: ProviderName
    name: str
    base_url: str | None
    key: KeyColumns | None
    key_owner: KeyOwner
    last_four: str
    is_default: bool
    is_active: bool
    last_used_at_ms: int | None
    checked_at_ms: int | None
    check_status: str | None
    check_message: str | None
    credit_micro: int | None
    credit_at_ms: int | None
    quota: Quota | None
    headers: SealedHeaders | None

    @property
    def uses(self) -> KeyOwner | None:
        """The account whose key this one uses; None where it has its own, or none."""
        return None if self.key_owner.id == self.id else self.key_owner


def accounts(
    connection: Readable, user: UserId, provider: ProviderName | None = None
) -> list[StoredAccount]:
    """All accounts, or those of one provider name; the default one of each provider first."""
    sql, values = _ACCOUNTS, list[object]([user])
    if provider is not None:
        sql += " AND k.provider = ?"
        values.append(provider)
    found = fetch_all(connection, f"{sql} ORDER BY k.provider, k.is_default DESC, k.id", values)
    return [_account(row) for row in found]


def get_account(connection: Readable, user: UserId, account_id: AccountId) -> StoredAccount:
    """One account; ``NotFoundError`` where it was removed."""
    row = fetch_one(connection, f"{_ACCOUNTS} AND k.uid = ?", (user, account_id.bytes))
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
    uses: AccountId | None = None,
) -> None:
    """Add an account; the first of a provider becomes its default.

    ``uses`` names the account whose key it takes instead of one of its own.
    """
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
            is_default=int(not any(account.is_default for account in present)),
            uses_account_id=_row(connection, user, uses),
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


def switch_account(
    connection: Connection, user: UserId, account_id: AccountId, is_active: bool
) -> None:
    """Let an account be used or not. Of those in use one is always the default."""
    account = get_account(connection, user, account_id)
    change_account(connection, user, account_id, is_active=int(is_active), is_default=0)
    _keep_a_default(connection, user, account)
    if account.is_default and is_active:
        change_account(connection, user, account_id, is_default=1)


def touch_account(
    connection: Connection, account_id: AccountId, at_ms: int, quota: Quota | None = None
) -> None:
    """Remember that an account was used; nothing where it was removed meanwhile."""
    told = {} if quota is None else _quota_values(quota)
    connection.execute(
        update(api_keys)
        .where(api_keys.c.uid == account_id.bytes)
        .values(last_used_at=at_ms, **told)
    )


def keep_quota(connection: Connection, account_id: AccountId, quota: Quota) -> None:
    """Write what the provider told about rate limits."""
    connection.execute(
        update(api_keys).where(api_keys.c.uid == account_id.bytes).values(**_quota_values(quota))
    )


def replace_key(
    connection: Connection, user: UserId, sealed_for: KeyOwner, key: KeyColumns, last_four: str
) -> None:
    """Put another sealed key in the place of the present one, or of another account's.

    What was found out about the old key is forgotten, also at the accounts that use it.
    Raises ``AccountChangedError`` where the account has another name than it was sealed for.
    """
    if get_account(connection, user, sealed_for.id).name != sealed_for.name:
        raise AccountChangedError
    change_account(
        connection,
        user,
        sealed_for.id,
        last_four=last_four,
        uses_account_id=None,
        credit_micro=None,
        credit_at=None,
        rate_limits=None,
        rate_limits_at=None,
        **_FORGOTTEN,
        **_key_values(key),
    )
    for other in users_of(connection, user, sealed_for.id):
        change_account(connection, user, other.id, **_FORGOTTEN)


def reseal_key(
    connection: Connection,
    user: UserId,
    account_id: AccountId,
    key: KeyColumns,
    instead_of: KeyColumns,
) -> None:
    """Put the same key, sealed under the account's new name, in the place of ``instead_of``.

    Raises ``AccountChangedError`` where another key is there by now.
    """
    if get_account(connection, user, account_id).key != instead_of:
        raise AccountChangedError
    connection.execute(
        update(api_keys).where(api_keys.c.uid == account_id.bytes).values(**_key_values(key))
    )


def put_headers(
    connection: Connection, user: UserId, account_id: AccountId, headers: SealedHeaders | None
) -> None:
    """Send these headers with every request of an account, in place of the present ones."""
    row = _row(connection, user, account_id)
    connection.execute(delete(account_headers).where(account_headers.c.account_id == row))
    if headers is None:
        return
    sealed = _key_values(headers.columns)
    sealed["encrypted_headers"] = sealed.pop("encrypted_key")
    names = json.dumps(headers.names)
    connection.execute(insert(account_headers).values(account_id=row, names=names, **sealed))


def users_of(connection: Readable, user: UserId, account_id: AccountId) -> list[StoredAccount]:
    """The accounts that use the key of this one."""
    return [
        account
        for account in accounts(connection, user)
        if account.uses is not None and account.uses.id == account_id
    ]


def count_waiting(connection: Readable, account_id: AccountId) -> int:
    """How many calls wait that name this account; another one must not pay for them."""
    sql = """SELECT COUNT(*) FROM attempts t JOIN generations g ON g.id = t.generation_id
     LEFT JOIN attempt_routes r ON r.attempt_id = t.id
     JOIN api_keys k ON k.id = CASE WHEN r.link IS NULL THEN g.account_id ELSE r.account_id END
     WHERE t.state = 'queued' AND t.completed_at IS NULL AND k.uid = ?"""
    return int(fetch_value(connection, sql, (account_id.bytes,)))


def remove_account(connection: Connection, user: UserId, account_id: AccountId) -> None:
    """Delete an account and those that use its key; others become the default where needed."""
    account = get_account(connection, user, account_id)
    for one in (*users_of(connection, user, account_id), account):
        connection.execute(delete(api_keys).where(api_keys.c.uid == one.id.bytes))
        _keep_a_default(connection, user, one)


def _keep_a_default(connection: Connection, user: UserId, instead_of: StoredAccount) -> None:
    present = accounts(connection, user, instead_of.provider)
    usable = [account for account in present if account.is_active]
    if usable and not any(account.is_default for account in present):
        change_account(connection, user, usable[0].id, is_default=1)


def _row(connection: Connection, user: UserId, account_id: AccountId | None) -> int | None:
    if account_id is None:
        return None
    sql = "SELECT id FROM api_keys WHERE user_id = ? AND uid = ?"
    row: int | None = fetch_value(connection, sql, (user, account_id.bytes))
    return row


def _quota_values(quota: Quota) -> dict[str, object]:
    limits = [
        [
            one.name,
            one.remaining,
            one.limit,
            None if one.resets_at is None else to_ms(one.resets_at),
        ]
        for one in quota.limits
    ]
    return {"rate_limits": json.dumps(limits), "rate_limits_at": to_ms(quota.told_at)}


def _quota(text: str | None, at_ms: int | None) -> Quota | None:
    if not text or at_ms is None:
        return None
    limits = tuple(
        RateLimit(name, remaining, limit, optional_time(resets_at))
        for name, remaining, limit, resets_at in json.loads(text)
    )
    return Quota(limits, from_ms(at_ms))


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


def _headers(row: Any) -> SealedHeaders | None:
    if row[0] is None:
        return None
    columns = KeyColumns(bytes(row[1]), bytes(row[2]), bytes(row[3]), row[4], row[5])
    return SealedHeaders(tuple(json.loads(row[0])), columns)


def _account(row: Any) -> StoredAccount:
    sealed = None
    if row[4] is not None:
        sealed = KeyColumns(bytes(row[4]), bytes(row[5]), bytes(row[6]), row[7], row[8])
    return StoredAccount(
        id=AccountId(uuid.UUID(bytes=row[0])),
        provider=ProviderName(row[1]),
        name=row[2],
        base_url=row[3],
        key=sealed,
        key_owner=KeyOwner(AccountId(uuid.UUID(bytes=row[15])), ProviderName(row[16]), row[17]),
        last_four=row[9],
        is_default=bool(row[10]),
        is_active=bool(row[18]),
        last_used_at_ms=row[11],
        checked_at_ms=row[12],
        check_status=row[13],
        check_message=row[14],
        credit_micro=row[19],
        credit_at_ms=row[20],
        quota=_quota(row[21], row[22]),
        headers=_headers(row[23:29]),
    )
