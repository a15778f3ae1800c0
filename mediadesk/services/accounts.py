"""APIKeyManager: accounts, which are a provider name, a key, an address and a name."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from mediadesk.domain.errors import MediadeskError, ProviderError, ProviderErrorKind, UsageError
from mediadesk.domain.events import AccountsChanged
from mediadesk.domain.ids import AccountId, ProviderName, UserId, new_uuid7
from mediadesk.providers.aliases import parse_provider_name, resolve_provider_name
from mediadesk.providers.base import BaseProvider, KeyStatus
from mediadesk.services.account_info import (
    AccountInfo,
    account_info,
    check_complete,
    checked_headers,
    checked_key,
    checked_name,
    checked_url,
    last_four,
)
from mediadesk.services.reached import Reached, reach_all
from mediadesk.storage import api_keys, remote_items
from mediadesk.storage.api_keys import AccountChangedError, KeyOwner, SealedHeaders, StoredAccount

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Coroutine, Mapping, Sequence

    from mediadesk.services.account_seals import AccountSeals
    from mediadesk.services.connections import Connections
    from mediadesk.services.event_bus import EventBus
    from mediadesk.services.models import ModelCatalog
    from mediadesk.storage.database import Database
    from mediadesk.storage.rows import Readable, Transaction
    from mediadesk.system.clock import Clock
    from mediadesk.system.io_thread import IoThread

CHECK_TIMEOUT_S = 60.0


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
        seals: AccountSeals,
        connections: Connections,
        catalog: ModelCatalog,
        bus: EventBus,
        clock: Clock,
    ) -> None:
        self._user = user
        self._database = database
        self._io = io
        self._seals = seals
        self._connections = connections
        self._catalog = catalog
        self._bus = bus
        self._clock = clock

    async def list(self, provider: ProviderName | None = None) -> AccountInfos:
        """All accounts, or those of one provider, the default one first."""
        return await self._database.read_raw(lambda c: self._infos(c, provider))

    async def key_sources(self, provider: ProviderName) -> AccountInfos:
        """The accounts whose key works for *provider* too, so that it can be used there."""
        wanted = self._services(provider)
        return [
            account
            for account in await self.list()
            if account.masked_key and not account.uses and wanted & self._services(account.provider)
        ]

    async def add(
        self,
        provider: ProviderName,
        *,
        name: str = "Default",
        key: str | None,
        base_url: str | None = None,
        uses: AccountId | None = None,
        headers: Mapping[str, str] | None = None,
        checked: KeyStatus | None = None,
    ) -> AccountInfo:
        """Add an account; the first of a provider becomes its default. Raises ``UsageError``.

        ``uses``: take another account's key instead of one of its own. ``headers`` go with every
        request. ``checked``: what a test of the same key said just now; kept with it.
        """
        adapter = self._connections.provider_class(parse_provider_name(provider))
        provider = ProviderName(adapter.id)  # an account is one of the provider, not of an alias
        name, key, base_url = checked_name(name), checked_key(key), checked_url(base_url)
        source = None if uses is None else await self._source(provider, uses)
        if source is not None and key is not None:
            raise UsageError("An account has one key.", "Give a key, or name an account to use.")
        check_complete(adapter, key is not None or source is not None, base_url)
        sent = checked_headers(adapter, headers)
        self._connections.connect_unsaved(provider, key, base_url, sent)  # refuses a bad address
        account_id = AccountId(new_uuid7(self._clock.now_ms()))
        owner = KeyOwner(account_id, provider, name)
        columns = None if key is None else await self._seals.seal_key(owner, key)
        sealed = await self._seals.seal_headers(account_id, provider, sent)

        def work(connection: Transaction) -> None:
            now, user = self._clock.now_ms(), self._user
            api_keys.add_account(
                connection,
                user,
                account_id,
                provider,
                name,
                base_url,
                columns,
                last_four(key),
                now,
                None if source is None else source.id,
            )
            api_keys.put_headers(connection, user, account_id, sealed)
            if checked is not None:
                told = self._answer(checked, "works" if checked.works else "refused")
                api_keys.change_account(connection, user, account_id, **told)

        await self._database.write(work)
        return await self._changed(account_id)

    async def test(self, account_id: AccountId) -> KeyStatus:
        """Check a stored account by reading calls, and remember the answer."""
        account = await self._account(account_id)

        async def check() -> KeyStatus:
            made, _ = await self._connections.connect(account.provider, account_id)
            return await _check(made)

        status, word = await self._checked(check)
        told = self._answer(status, word)

        def work(connection: Transaction) -> None:
            if api_keys.get_account(connection, self._user, account_id).key == account.key:
                api_keys.change_account(connection, self._user, account_id, **told)

        await self._database.write(work)  # a key that was replaced meanwhile was not tested
        await self._tell()
        return status

    async def test_unsaved(
        self,
        provider: ProviderName,
        key: str | None,
        base_url: str | None,
        uses: AccountId | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> KeyStatus:
        """Check a key, or the use of another account's key, before it is stored."""
        key, base_url = checked_key(key), checked_url(base_url)
        if uses is not None:
            source = await self._source(provider, uses)
            key = await self._connections.key_of(source)
        sent = checked_headers(self._connections.provider_class(provider), headers)

        async def check() -> KeyStatus:
            made = self._connections.connect_unsaved(provider, key, base_url, sent)
            return await _check(made)

        return (await self._checked(check))[0]

    async def reach(self, addresses: Sequence[tuple[str, str]]) -> Reached:
        """Ask each (name, address) whether anything answers there; no key is sent."""
        return await self._io.run(reach_all(self._connections.http, addresses))

    async def rotate(self, account_id: AccountId, key: str) -> AccountInfo:
        """Replace the key after a test call; a key that the provider refuses changes nothing.

        Jobs in flight keep the key that they started with. Accounts that use this one's key get the
        new one; an account that used another's gets a key of its own.
        """
        account = await self._account(account_id)
        wanted = checked_key(key)
        if wanted is None:
            raise UsageError("The new key is empty.", "Paste the whole key.")
        headers = await self._connections.headers_of(account)
        address = account.base_url
        status = await self.test_unsaved(account.provider, wanted, address, headers=headers)
        if not status.works:
            raise ProviderError(ProviderErrorKind.AUTH, status.message, "The old key was kept.")

        async def replace(found: StoredAccount) -> None:
            owner = KeyOwner(account_id, found.provider, found.name)
            columns = await self._seals.seal_key(owner, wanted)
            await self._database.write(
                lambda c: api_keys.replace_key(c, self._user, owner, columns, last_four(wanted))
            )

        await self._with_account(account_id, replace)
        self._connections.quotas.drop(account_id)
        return await self._changed(account_id)

    async def edit(
        self,
        account_id: AccountId,
        *,
        name: str | None = None,
        base_url: str | None = None,
        headers: Mapping[str, str] | None = None,
        is_default: bool | None = None,
        is_active: bool | None = None,
    ) -> AccountInfo:
        """Change what is given. An empty ``base_url`` goes back to the provider's own address.

        ``headers`` are all from now on; one whose value is ``KEPT`` stays as it is stored.
        An account that is not active keeps its key and is not used for new runs.
        """
        name = None if name is None else checked_name(name)
        url = checked_url(base_url)

        async def change(account: StoredAccount) -> None:
            changes: dict[str, object] = {}
            if base_url is not None:
                self._connections.connect_unsaved(account.provider, None, url)
                changes["base_url"] = url
            if is_default:
                if not (account.is_active if is_active is None else is_active):
                    raise UsageError(f"“{account.name}” is switched off.", "Switch it on first.")
                changes["is_default"] = 1
            sealed = None
            if name is not None and name != account.name:
                changes["name"] = name
                sealed = await self._seals.key_renamed(account, name)
            sent = None if headers is None else await self._headers(account, headers)

            def work(connection: Transaction) -> None:
                user, owned = self._user, account.key
                if is_active is not None:
                    api_keys.switch_account(connection, user, account_id, is_active)
                if sealed is not None and owned is not None:
                    api_keys.reseal_key(connection, user, account_id, sealed, owned)
                if sent is not None:
                    api_keys.put_headers(connection, user, account_id, sent[0])
                if changes:
                    api_keys.change_account(connection, user, account_id, **changes)

            await self._database.write(work)

        await self._with_account(account_id, change)
        return await self._changed(account_id)

    async def remove(self, account_id: AccountId, *, with_users: bool = False) -> None:
        """Delete an account with its key, and what is known to lie at the provider under it.

        Raises ``UsageError`` where others use its key (``with_users`` removes them too), and while
        runs wait that are to be made with it.
        """

        def work(connection: Transaction) -> None:
            users = api_keys.users_of(connection, self._user, account_id)
            if users and not with_users:
                names = ", ".join(f"{one.provider} “{one.name}”" for one in users)
                raise UsageError(
                    f"This key is also used by {names}.",
                    "Give them a key of their own, or remove them too.",
                )
            for one in (account_id, *(user.id for user in users)):
                if api_keys.count_waiting(connection, one):
                    raise UsageError(
                        "Runs are waiting to be made with this key.",
                        "Stop them, or let them be made, before you remove it.",
                    )
            api_keys.remove_account(connection, self._user, account_id)

        await self._database.write(work)
        self._connections.quotas.drop(account_id)
        await self._tell()

    def guess_provider(
        self, key: str, *, chosen: ProviderName | None = None
    ) -> ProviderName | None:
        """The provider that a key's beginning belongs to; None where that is not clear.

        ``chosen`` stays where keys of what is found serve it too (Nano Banana takes Gemini's).
        """
        fitting = [
            (len(prefix), adapter.id)
            for adapter in self._connections.adapters
            for prefix in adapter.key_prefixes
            if key.strip().startswith(prefix)
        ]
        if not fitting:
            return None
        found = ProviderName(max(fitting)[1])
        is_shared = chosen is not None and self._services(chosen) & self._services(found)
        return chosen if is_shared else found

    def _label(self, provider: ProviderName) -> str:
        return self._connections.provider_class(provider).label

    def _services(self, provider: ProviderName) -> set[str]:
        adapter = self._connections.provider_class(provider)
        return set(adapter.key_services or (adapter.id,))

    async def _source(self, provider: ProviderName, account_id: AccountId) -> StoredAccount:
        """The owner of the key that *provider* may use. Raises ``UsageError``."""
        source = await self._account(account_id)
        if source.uses is not None:
            source = await self._account(source.uses.id)
        named = f"{source.provider} “{source.name}”"
        if source.key is None:
            raise UsageError(f"{named} has no key.", "Choose another account.")
        if not self._services(provider) & self._services(source.provider):
            raise UsageError(
                f"The key of {named} is not one for {self._label(provider)}.",
                "Add a key of its own.",
            )
        return source

    async def _with_account(
        self, account_id: AccountId, change: Callable[[StoredAccount], Awaitable[None]]
    ) -> None:
        """Do it with the account as it is; once more where somebody else was quicker."""
        try:
            await change(await self._account(account_id))
        except AccountChangedError:
            await change(await self._account(account_id))

    async def _headers(
        self, account: StoredAccount, headers: Mapping[str, str]
    ) -> tuple[SealedHeaders | None]:
        adapter = self._connections.provider_class(account.provider)
        whole = checked_headers(adapter, await self._seals.with_kept(account, headers))
        return (await self._seals.seal_headers(account.id, account.provider, whole),)

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

    def _answer(self, status: KeyStatus, word: str) -> dict[str, object]:
        """What a check said, as the columns of an account."""
        now = self._clock.now_ms()
        told: dict[str, object] = {"check_status": word, "check_message": status.message[:500]}
        if status.works:
            credit_at = None if status.credit_micro is None else now
            told |= {"credit_micro": status.credit_micro, "credit_at": credit_at}
        return {**told, "checked_at": now}

    def _infos(
        self,
        connection: Readable,
        provider: ProviderName | None,
        account_id: AccountId | None = None,
    ) -> AccountInfos:
        found = api_keys.accounts(connection, self._user)
        wanted = None if provider is None else resolve_provider_name(provider)
        counts = remote_items.counts(connection, self._user, self._clock.now_ms())
        latest = self._connections.quotas.latest
        return [
            account_info(one, found, latest(one.id), counts.get(one.id, 0), self._label)
            for one in found
            if wanted in (None, resolve_provider_name(one.provider))
            and account_id in (None, one.id)
        ]

    async def _stored(self, provider: ProviderName | None) -> StoredAccounts:
        return await self._database.read_raw(lambda c: api_keys.accounts(c, self._user, provider))

    async def _account(self, account_id: AccountId) -> StoredAccount:
        read = self._database.read_raw
        return await read(lambda c: api_keys.get_account(c, self._user, account_id))

    async def _changed(self, account_id: AccountId) -> AccountInfo:
        await self._tell()
        found = await self._database.read_raw(lambda c: self._infos(c, None, account_id))
        return found[0]

    async def _tell(self) -> None:
        self._catalog.set_accounts(await self._stored(None))
        self._bus.publish(AccountsChanged())


async def _check(made: BaseProvider) -> KeyStatus:
    async with asyncio.timeout(CHECK_TIMEOUT_S):
        return await made.check_key()
