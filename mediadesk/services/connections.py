"""From a provider's name and an account to a provider that can be called. Engine loop only."""

from __future__ import annotations

import ipaddress
from collections.abc import Mapping
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from mediadesk.domain.errors import NotFoundError, UsageError
from mediadesk.domain.ids import AccountId, ProviderName, UserId
from mediadesk.providers.aliases import resolve_provider_name
from mediadesk.providers.base import Account, BaseProvider
from mediadesk.providers.factory import ProviderFactory, provider_class
from mediadesk.services.quotas import Quotas
from mediadesk.storage import api_keys
from mediadesk.system.logs import live_secrets

if TYPE_CHECKING:
    from mediadesk.domain.routes import FallbackLink
    from mediadesk.providers.network.http import HttpRoom
    from mediadesk.services.account_seals import AccountSeals
    from mediadesk.storage.api_keys import StoredAccount
    from mediadesk.storage.attempts import AttemptJob
    from mediadesk.storage.database import Database
    from mediadesk.storage.rows import Readable
    from mediadesk.system.clock import Clock

Adapters = tuple[type[BaseProvider], ...]


class Connections:
    """Chooses the account, opens what is sealed with it for a call, makes the adapter."""

    def __init__(
        self,
        user: UserId,
        database: Database,
        seals: AccountSeals,
        http: HttpRoom,
        adapters: Adapters,
        environment: Mapping[str, str],
        clock: Clock,
    ) -> None:
        self.adapters = adapters
        self.http = http
        self.quotas = Quotas(clock)
        self._user = user
        self._database = database
        self._seals = seals
        self._factory = ProviderFactory(http, adapters)
        self._environment = environment
        self._opened: set[str] = set()

    def provider_class(self, provider: ProviderName) -> type[BaseProvider]:
        """The adapter behind a name; ``UsageError`` lists the known ones."""
        return provider_class(resolve_provider_name(provider), self.adapters)

    async def connect(
        self, provider: ProviderName, account_id: AccountId | None
    ) -> tuple[BaseProvider, AccountId | None]:
        """A provider ready to call, and the account that it uses.

        Raises ``UsageError`` where a key or an address is missing or wrong, ``LockedError`` where
        the stored key does not open.
        """
        return await self._made(provider, await self._stored(provider, account_id))

    async def connect_for(self, job: AttemptJob) -> tuple[BaseProvider, AccountId | None]:
        """As ``connect``, for a call: one that was sent keeps the account that it was sent with.

        Raises ``NotFoundError`` too where that was removed; no other is asked in its place.
        """
        if job.is_without_account:
            return await self._made(job.provider, None)
        try:
            return await self.connect(job.provider, job.account_id)
        except NotFoundError:
            raise NotFoundError(
                "The key that this was made with was removed.",
                "See your account page at the provider, then say what it cost.",
            ) from None

    async def _made(
        self, provider: ProviderName, stored: StoredAccount | None
    ) -> tuple[BaseProvider, AccountId | None]:
        adapter = self.provider_class(provider)
        check_account(adapter, stored, self.base_url(adapter, stored))
        url = self.base_url(adapter, stored)
        if stored is None:
            return self._factory.create(adapter.id, Account(url)), None
        account = Account(url, await self.key_of(stored), headers=await self.headers_of(stored))
        listener = self.quotas.listener(stored.id)
        return self._factory.create(adapter.id, account, listener), stored.id

    def connect_unsaved(
        self,
        provider: ProviderName,
        key: str | None,
        base_url: str | None,
        headers: Mapping[str, str] | None = None,
    ) -> BaseProvider:
        """A provider for a key that is not stored (yet)."""
        adapter = self.provider_class(provider)
        url = base_url or self._from_environment(adapter)
        return self._factory.create(adapter.id, Account(url, key, headers=headers or {}))

    async def key_of(self, stored: StoredAccount) -> str | None:
        """The key in plain text, registered with the log's filter."""
        key = await self._seals.key_of(stored)
        if key is not None:
            self._register(key)
        return key

    async def headers_of(self, stored: StoredAccount) -> dict[str, str]:
        """The extra headers in plain text, their values registered with the log's filter."""
        headers = await self._seals.headers_of(stored)
        for value in headers.values():
            self._register(value)
        return headers

    def forget_keys(self) -> None:
        """Drop every key that was opened; nothing is called after this."""
        for key in self._opened:
            live_secrets.discard(key)
        self._opened.clear()

    def _register(self, secret: str) -> None:
        if secret not in self._opened:
            self._opened.add(secret)
            live_secrets.add(secret)

    def base_url(self, adapter: type[BaseProvider], stored: StoredAccount | None) -> str | None:
        """The account's address, else the environment's, else None (the adapter's own)."""
        if stored is not None and stored.base_url:
            return stored.base_url
        return self._from_environment(adapter)

    async def _stored(
        self, provider: ProviderName, account_id: AccountId | None
    ) -> StoredAccount | None:
        if account_id is not None:
            wanted = account_id
            return await self._database.read_raw(
                lambda c: api_keys.get_account(c, self._user, wanted)
            )
        return await self._database.read_raw(lambda c: self._default(c, provider))

    def _default(self, connection: Readable, provider: ProviderName) -> StoredAccount | None:
        """The account to use where none is named; a job under way may still need one that is off"""
        found = accounts_for(connection, self._user, provider)
        found = found or accounts_for(connection, self._user, provider, in_use=False)
        return found[0] if found else None

    def _from_environment(self, adapter: type[BaseProvider]) -> str | None:
        name = f"MEDIADESK_{adapter.id.upper().replace('-', '_')}_BASE_URL"
        url = self._environment.get(name)
        if not url:
            return None
        if urlsplit(url).scheme == "http" and not is_loopback(url):
            raise UsageError(f"{name} must begin with https://.", "Only loopback may use http.")
        return url


def accounts_for(
    connection: Readable, user: UserId, provider: ProviderName, *, in_use: bool = True
) -> list[StoredAccount]:
    """The accounts under this very name, then those under other names of the same provider.

    Those that are switched off are left out, or with ``in_use`` False the others.
    """
    provider_id = resolve_provider_name(provider)
    fitting = [
        account
        for account in api_keys.accounts(connection, user)
        if resolve_provider_name(account.provider) == provider_id and account.is_active == in_use
    ]
    return sorted(fitting, key=lambda account: account.provider != provider)


def check_account(
    adapter: type[BaseProvider], stored: StoredAccount | None, base_url: str | None
) -> None:
    """Refuse what cannot work before anything is sent. Raises ``UsageError``."""
    has_key = stored is not None and stored.key is not None
    if adapter.capabilities.needs_key and not has_key:
        raise UsageError(
            f"{adapter.label} needs an API key.",
            f"Add a key in Settings, or with “mediadesk keys add {adapter.id}”.",
        )
    if adapter.capabilities.needs_base_url and not base_url:
        raise UsageError(
            f"{adapter.label} needs an address.",
            f"Add one in Settings, or with “mediadesk keys add {adapter.id} --base-url URL”.",
        )


def check_link_account(connection: Readable, user: UserId, link: FallbackLink) -> None:
    """Refuse a link of a chain whose account is not there. Raises ``NotFoundError``."""
    ids = [account.id for account in accounts_for(connection, user, link.provider)]
    if link.account_id is not None and link.account_id not in ids:
        raise NotFoundError(f"The key for {link.name} was removed.", "Choose another one.")


def is_loopback(url: str) -> bool:
    """Whether an address names this machine."""
    host = urlsplit(url).hostname or ""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
