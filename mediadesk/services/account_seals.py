"""What is sealed with an account: its key, and the values of its extra headers."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

from mediadesk.domain.extra_headers import KEPT
from mediadesk.storage.api_keys import KeyColumns, SealedHeaders
from mediadesk.vault.api_key_sealing import SealedKey, SealedRecord, open_api_key, seal_api_key

if TYPE_CHECKING:
    import uuid
    from collections.abc import Mapping

    from mediadesk.domain.ids import AccountId, ProviderName
    from mediadesk.storage.api_keys import KeyOwner, StoredAccount
    from mediadesk.system.workers import WorkerPool

_HEADERS_NAME = "\nheaders"
"""No account can have this name: what is sealed as headers never opens as a key."""


class AccountSeals:
    """Seals and opens, in the pool: each takes some 40 ms."""

    def __init__(self, pool: WorkerPool, seal_key: bytes, library_id: uuid.UUID) -> None:
        self._pool = pool
        self._seal_key = seal_key
        self._library_id = library_id

    async def seal_key(self, owner: KeyOwner, key: str) -> KeyColumns:
        """A key as the columns of the account that owns it."""
        record = SealedRecord(self._library_id, owner.id, owner.provider, owner.name)
        return await self._sealed(key, record)

    async def key_of(self, stored: StoredAccount) -> str | None:
        """The key of an account, or that of the one whose key it uses. Raises ``LockedError``."""
        if stored.key is None:
            return None
        owner = stored.key_owner
        record = SealedRecord(self._library_id, owner.id, owner.provider, owner.name)
        return await self._opened(stored.key, record)

    async def key_renamed(self, stored: StoredAccount, name: str) -> KeyColumns | None:
        """The account's own key under another name, which is part of what is authenticated."""
        if stored.uses is not None or (key := await self.key_of(stored)) is None:
            return None
        return await self.seal_key(replace(stored.key_owner, name=name), key)

    async def seal_headers(
        self, account_id: AccountId, provider: ProviderName, headers: Mapping[str, str]
    ) -> SealedHeaders | None:
        """Headers as they are stored; None where there are none."""
        if not headers:
            return None
        record = SealedRecord(self._library_id, account_id, provider, _HEADERS_NAME)
        return SealedHeaders(tuple(headers), await self._sealed(json.dumps(dict(headers)), record))

    async def headers_of(self, stored: StoredAccount) -> dict[str, str]:
        """The extra headers of an account. Raises ``LockedError``."""
        if stored.headers is None:
            return {}
        record = SealedRecord(self._library_id, stored.id, stored.provider, _HEADERS_NAME)
        opened: dict[str, str] = json.loads(await self._opened(stored.headers.columns, record))
        return opened

    async def with_kept(self, stored: StoredAccount, headers: Mapping[str, str]) -> dict[str, str]:
        """Headers with the stored values in the place of ``KEPT``. Raises ``LockedError``."""
        before = await self.headers_of(stored) if KEPT in headers.values() else {}
        return {n: before.get(n, value) if value == KEPT else value for n, value in headers.items()}

    async def _sealed(self, plain: str, record: SealedRecord) -> KeyColumns:
        sealed = await self._pool.run(seal_api_key, self._seal_key, plain, record)
        return KeyColumns(
            sealed.encrypted_key,
            sealed.encryption_iv,
            sealed.encryption_salt,
            sealed.kdf,
            sealed.sealed_version,
        )

    async def _opened(self, columns: KeyColumns, record: SealedRecord) -> str:
        sealed = SealedKey(
            columns.encrypted_key,
            columns.encryption_iv,
            columns.encryption_salt,
            columns.kdf,
            columns.sealed_version,
        )
        return await self._pool.run(open_api_key, self._seal_key, sealed, record)
