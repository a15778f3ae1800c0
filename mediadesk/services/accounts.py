"""APIKeyManager: accounts, which are a provider name, a sealed key, an address and a name."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from mediadesk.domain.errors import MediadeskError, ProviderError, ProviderErrorKind, UsageError
from mediadesk.domain.events import AccountsChanged
from mediadesk.domain.ids import AccountId, ProviderName, UserId, new_uuid7
from mediadesk.providers.aliases import parse_provider_name
from mediadesk.providers.base import BaseProvider, KeyStatus
from mediadesk.storage import api_keys
from mediadesk.storage.api_keys import KeyColumns, StoredAccount
from mediadesk.storage.rows import optional_time
from mediadesk.vault.api_key_sealing import SealedRecord, seal_api_key

if TYPE_CHECKING:
    import uuid
    from collections.abc import Callable, Coroutine

    from mediadesk.services.connections import Connections
    from mediadesk.services.event_bus import EventBus
    from mediadesk.services.models import ModelCatalog
    from mediadesk.storage.database import Database
    from mediadesk.storage.rows import Transaction
    from mediadesk.system.clock import Clock
    from mediadesk.system.io_thread import IoThread
    from mediadesk.system.workers import WorkerPool

CHECK_TIMEOUT_S = 60.0
LONGEST_KEY = 8192
LONGEST_NAME = 120


@dataclass(frozen=True, slots=True)
class AccountInfo:
    """What may be shown of an account. ``check_status``: works, refused, unchecked or failed."""

    id: AccountId
    provider: ProviderName
    name: str
    base_url: str | None
    masked_key: str
    is_default: bool
    check_status: str
    check_message: str
    checked_at: datetime | None
    last_used_at: datetime | None


# the class below has a method named ``list``
AccountInfos = list[AccountInfo]
StoredAccounts = list[StoredAccount]


class APIKeyManager:
    """Adds, lists (masked), tests, changes and removes accounts. Keys never come back out."""

    def __init__(
        self,
        user: UserId,
        database: Database,
        io: IoThread,
        pool: WorkerPool,
        connections: Connections,
        catalog: ModelCatalog,
        bus: EventBus,
        clock: Clock,
        seal_key: bytes,
        library_id: uuid.UUID,
    ) -> None:
        self._user = user
        self._database = database
        self._io = io
        self._pool = pool
        self._connections = connections
        self._catalog = catalog
        self._bus = bus
        self._clock = clock
        self._seal_key = seal_key
        self._library_id = library_id

    async def list(self, provider: ProviderName | None = None) -> AccountInfos:
        """All accounts, or those of one provider, the default one first."""
        found = await self._stored(provider)
        return [_info(account) for account in found]

    async def add(
        self,
        provider: ProviderName,
        *,
        name: str = "Default",
        key: str | None,
        base_url: str | None = None,
        checked: KeyStatus | None = None,
    ) -> AccountInfo:
        """Add an account; the first of a provider becomes its default. Raises ``UsageError``.

        ``checked``: what a test of the same key said just now; kept with it.
        """
        provider = parse_provider_name(provider)
        adapter = self._connections.provider_class(provider)
        name, key, base_url = checked_name(name), checked_key(key), _checked_url(base_url)
        _check_complete(adapter, key, base_url)
        self._connections.connect_unsaved(provider, key, base_url)  # refuses a bad address
        account_id = AccountId(new_uuid7(self._clock.now_ms()))
        columns = None
        if key is not None:
            columns = await self._seal(account_id, provider, name, key)
        now, last_four = self._clock.now_ms(), _last_four(key)
        await self._database.write(
            lambda c: api_keys.add_account(
                c, self._user, account_id, provider, name, base_url, columns, last_four, now
            )
        )
        if checked is not None:
            await self._remember(account_id, checked, "works" if checked.works else "refused")
        return await self._changed(account_id)

    async def test(self, account_id: AccountId) -> KeyStatus:
        """Check a stored account by reading calls, and remember the answer."""
        account = await self._account(account_id)

        async def check() -> KeyStatus:
            made, _ = await self._connections.connect(account.provider, account_id)
            return await _check(made)

        status, word = await self._checked(check)
        await self._remember(account_id, status, word)
        return status

    async def test_unsaved(
        self, provider: ProviderName, key: str | None, base_url: str | None
    ) -> KeyStatus:
        """Check a key before it is stored."""
        key, base_url = checked_key(key), _checked_url(base_url)

        async def check() -> KeyStatus:
            return await _check(self._connections.connect_unsaved(provider, key, base_url))

        return (await self._checked(check))[0]

    async def rotate(self, account_id: AccountId, key: str) -> AccountInfo:
        """Replace the key after a test call; a key that the provider refuses changes nothing.

        Jobs in flight keep the key that they started with.
        """
        account = await self._account(account_id)
        wanted = checked_key(key)
        if wanted is None:
            raise UsageError("The new key is empty.", "Paste the whole key.")
        status = await self.test_unsaved(account.provider, wanted, account.base_url)
        if not status.works:
            raise ProviderError(ProviderErrorKind.AUTH, status.message, "The old key was kept.")
        columns = await self._seal(account_id, account.provider, account.name, wanted)
        await self._database.write(
            lambda c: api_keys.replace_key(c, self._user, account_id, columns, _last_four(wanted))
        )
        return await self._changed(account_id)

    async def edit(
        self,
        account_id: AccountId,
        *,
        name: str | None = None,
        base_url: str | None = None,
        is_default: bool | None = None,
    ) -> AccountInfo:
        """Change what is given. An empty ``base_url`` goes back to the provider's own address."""
        account = await self._account(account_id)
        changes: dict[str, object] = {}
        columns: KeyColumns | None = None
        if base_url is not None:
            url = _checked_url(base_url)
            self._connections.connect_unsaved(account.provider, None, url)
            changes["base_url"] = url
        if is_default:
            changes["is_default"] = 1
        if name is not None and checked_name(name) != account.name:
            changes["name"] = checked_name(name)
            if account.key is not None:
                # The name is part of what is authenticated, so the key is sealed anew.
                plain = await self._pool.run(self._connections.open_key, account, account.key)
                columns = await self._seal(account_id, account.provider, checked_name(name), plain)

        def work(connection: Transaction) -> None:
            if columns is not None:
                api_keys.replace_key(connection, self._user, account_id, columns, account.last_four)
            if changes:
                api_keys.change_account(connection, self._user, account_id, **changes)

        await self._database.write(work)
        return await self._changed(account_id)

    async def remove(self, account_id: AccountId) -> None:
        """Delete an account with its key."""
        await self._database.write(lambda c: api_keys.remove_account(c, self._user, account_id))
        await self._tell()

    def guess_provider(self, key: str) -> ProviderName | None:
        """The provider that a key's beginning belongs to; None where that is not clear."""
        fitting = [
            (len(prefix), adapter.id)
            for adapter in self._connections.adapters
            for prefix in adapter.key_prefixes
            if key.strip().startswith(prefix)
        ]
        return ProviderName(max(fitting)[1]) if fitting else None

    async def _seal(
        self, account_id: AccountId, provider: ProviderName, name: str, key: str
    ) -> KeyColumns:
        record = SealedRecord(self._library_id, account_id, provider, name)
        sealed = await self._pool.run(seal_api_key, self._seal_key, key, record)
        return KeyColumns(
            sealed.encrypted_key,
            sealed.encryption_iv,
            sealed.encryption_salt,
            sealed.kdf,
            sealed.sealed_version,
        )

    async def _checked(
        self, check: Callable[[], Coroutine[None, None, KeyStatus]]
    ) -> tuple[KeyStatus, str]:
        try:
            status = await self._io.run(check())
        except ProviderError as error:
            refused = error.kind in (ProviderErrorKind.AUTH, ProviderErrorKind.PERMISSION)
            return KeyStatus(False, error.sentence()), "refused" if refused else "failed"
        except MediadeskError as error:
            return KeyStatus(False, error.sentence()), "failed"
        except TimeoutError:
            return KeyStatus(False, "The provider did not answer in time."), "failed"
        return status, "works" if status.works else "refused"

    async def _stored(self, provider: ProviderName | None) -> StoredAccounts:
        return await self._database.read_raw(lambda c: api_keys.accounts(c, self._user, provider))

    async def _account(self, account_id: AccountId) -> StoredAccount:
        return await self._database.read_raw(
            lambda c: api_keys.get_account(c, self._user, account_id)
        )

    async def _remember(self, account_id: AccountId, status: KeyStatus, word: str) -> None:
        await self._change(
            account_id,
            check_status=word,
            check_message=status.message[:500],
            checked_at=self._clock.now_ms(),
        )

    async def _change(self, account_id: AccountId, **values: object) -> None:
        await self._database.write(
            lambda c: api_keys.change_account(c, self._user, account_id, **values)
        )
        await self._tell()

    async def _changed(self, account_id: AccountId) -> AccountInfo:
        await self._tell()
        return _info(await self._account(account_id))

    async def _tell(self) -> None:
        self._catalog.set_accounts(await self._stored(None))
        self._bus.publish(AccountsChanged())


def checked_key(key: str | None) -> str | None:
    """A pasted key without blanks around it; None where there is none. Raises ``UsageError``."""
    key = (key or "").strip()
    if not key:
        return None
    if len(key) > LONGEST_KEY or any(not 0x21 <= ord(character) <= 0x7E for character in key):
        raise UsageError("This does not look like an API key.", "Paste the key alone.")
    return key


def checked_name(name: str) -> str:
    """A name as it is stored. Raises ``UsageError``."""
    name = " ".join(name.split())
    if not name or len(name) > LONGEST_NAME:
        raise UsageError("The key's name is empty or too long.", "Choose a short name.")
    return name


def _checked_url(url: str | None) -> str | None:
    url = (url or "").strip()
    return url.rstrip("/") or None


def _check_complete(adapter: type[BaseProvider], key: str | None, base_url: str | None) -> None:
    if adapter.capabilities.needs_key and key is None:
        raise UsageError(f"{adapter.label} needs an API key.", "Paste the key.")
    if adapter.capabilities.needs_base_url and base_url is None:
        raise UsageError(
            f"{adapter.label} needs an address.", "Give one, for example http://localhost:11434/v1."
        )
    if adapter.capabilities.is_offline:
        raise UsageError(f"{adapter.label} needs no key.", "It works as it is.")


async def _check(made: BaseProvider) -> KeyStatus:
    async with asyncio.timeout(CHECK_TIMEOUT_S):
        return await made.check_key()


def _last_four(key: str | None) -> str:
    return key[-4:] if key is not None and len(key) >= 12 else ""


def _info(stored: StoredAccount) -> AccountInfo:
    return AccountInfo(
        id=stored.id,
        provider=stored.provider,
        name=stored.name,
        base_url=stored.base_url,
        masked_key=f"••••{stored.last_four}" if stored.key is not None else "",
        is_default=stored.is_default,
        check_status=stored.check_status or "unchecked",
        check_message=stored.check_message or "",
        checked_at=optional_time(stored.checked_at_ms),
        last_used_at=optional_time(stored.last_used_at_ms),
    )
