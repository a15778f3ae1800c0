"""ModelCatalog: which providers and models there are, answered from memory."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from mediadesk.domain.catalog import ModelSpec
from mediadesk.domain.errors import ProviderError, ProviderErrorKind, UsageError
from mediadesk.domain.events import ModelsChanged
from mediadesk.domain.generation import GenerationType
from mediadesk.domain.ids import ProviderId, ProviderName, UserId
from mediadesk.providers.aliases import resolve_provider_name
from mediadesk.providers.base import Account
from mediadesk.services.model_marks import ModelMarks
from mediadesk.services.model_memory import remembered, to_remember
from mediadesk.services.price_book import PriceBook
from mediadesk.storage import api_keys, model_cache
from mediadesk.storage.model_cache import CachedModel

if TYPE_CHECKING:
    from mediadesk.providers.base import BaseProvider
    from mediadesk.services.connections import Connections
    from mediadesk.services.event_bus import EventBus
    from mediadesk.storage.api_keys import StoredAccount
    from mediadesk.storage.database import Database
    from mediadesk.system.clock import Clock
    from mediadesk.system.io_thread import IoThread


_Key = tuple[str, tuple[str, ...]]
"""A model's id and kinds: one id may be listed once for each kind."""
LIST_TIMEOUT_S = 60.0


@dataclass(frozen=True, slots=True)
class ProviderInfo:
    """One provider as the window and the command line show it."""

    name: ProviderName
    provider_id: ProviderId
    label: str
    short_label: str
    types: tuple[GenerationType, ...]
    needs_key: bool
    needs_base_url: bool
    takes_headers: bool
    is_offline: bool
    has_account: bool
    key_page: str
    default_base_url: str | None
    account_count: int


class ModelCatalog:
    """Models of the adapters, overlaid by the lists that providers told and by one's own prices."""

    def __init__(
        self,
        user: UserId,
        database: Database,
        io: IoThread,
        connections: Connections,
        bus: EventBus,
        clock: Clock,
    ) -> None:
        self._user = user
        self._database = database
        self._io = io
        self._connections = connections
        self._bus = bus
        self._clock = clock
        self.prices = PriceBook(database, clock)
        self.marks = ModelMarks(database, bus, clock)
        self._live: dict[ProviderId, dict[_Key, ModelSpec | CachedModel]] = {}
        self._accounts: dict[ProviderId, list[StoredAccount]] = {}

    def load(self) -> None:
        """Read the accounts and the cached lists. Blocks for a moment."""
        read = self._database.read_raw_sync
        self.set_accounts(read(lambda c: api_keys.accounts(c, self._user)))
        self.prices.load()
        self.marks.load()
        cached = read(model_cache.cached_models)
        for name, models in cached.items():
            provider_id = ProviderId(name)
            if any(adapter.id == provider_id for adapter in self._connections.adapters):
                self._live[provider_id] = {(model.id, model.types): model for model in models}

    def set_accounts(self, accounts: Sequence[StoredAccount]) -> None:
        """Take the accounts as they are now; the first of each provider is its default."""
        by_provider: dict[ProviderId, list[StoredAccount]] = {}
        for account in accounts:
            if not account.is_active:
                continue
            by_provider.setdefault(resolve_provider_name(account.provider), []).append(account)
        self._accounts = by_provider

    def providers(self) -> list[ProviderInfo]:
        """All providers, in the order of the factory."""
        return [self._info(adapter) for adapter in self._connections.adapters]

    def models(
        self, type: GenerationType | None = None, provider: ProviderName | None = None
    ) -> list[ModelSpec]:
        """Models of one type or provider, or all: the adapter's own first, then other live ones.

        What the provider's list says about a model of the adapter wins over the adapter's table.
        Those that have ended come last.
        """
        today = self.today()
        adapters = self._connections.adapters
        if provider is not None:
            adapters = (self._connections.provider_class(provider),)
        found = [model for adapter in adapters for model in self._listed(adapter, type)]
        return sorted(found, key=lambda model: model.has_ended(today))

    async def prepare(self) -> None:
        """Make the models of the kept lists, off this thread: they are at hand when asked for."""
        await self._io.run(self._prepare())

    def today(self) -> date:
        """The day that decides which models have ended."""
        return date.fromisoformat(self._clock.local_day(self._clock.now_ms()))

    def spec(self, provider: ProviderName, model_id: str, type: GenerationType) -> ModelSpec:
        """One model; an id that nobody listed gives a spec with ``is_known`` False.

        Raises ``UsageError`` for an unknown provider and a model of another type.
        """
        adapter = self._connections.provider_class(provider)
        fitting = self._listed(adapter, type, model_id)
        if fitting:
            return fitting[0]
        listed = self._listed(adapter, None, model_id)
        if listed:
            kinds = " and ".join(kind.value for kind in listed[0].types)
            raise UsageError(
                f"{listed[0].label} makes {kinds}, not {type.value}.",
                f"See “mediadesk models --provider {adapter.id}”.",
            )
        if type not in adapter.types:
            raise UsageError(
                f"{adapter.label} does not make {type.value}.", "Choose another provider."
            )
        found = self._named(adapter, model_id, type) if model_id.strip() else None
        if found is None:
            known = ", ".join(model.id for model in self.models(type, provider))
            raise UsageError(
                f"{adapter.label} has no model “{model_id}” for {type.value}.", f"Use: {known}."
            )
        return found

    def default_model(self, type: GenerationType) -> tuple[ProviderName, ModelSpec]:
        """What to offer where nothing was chosen: one with an account, else the offline one."""
        infos = sorted(
            self.providers(), key=lambda info: (not info.has_account, not info.is_offline)
        )
        for info in infos:
            models = self.models(type, info.name)
            if models and (info.has_account or info.is_offline or not info.needs_key):
                return info.name, models[0]
        raise UsageError(f"No provider makes {type.value} yet.", "Add a key in Settings.")

    async def refresh(self, provider: ProviderName) -> int:
        """Ask the provider which models there are, and keep the answer; returns how many."""
        adapter = self._connections.provider_class(provider)
        if not adapter.capabilities.lists_models:
            return len(adapter.models)
        models = await self._io.run(self._ask(provider))
        self._live[adapter.id] = {_key(model): model for model in models}
        cached = [to_remember(model) for model in models]
        now = self._clock.now_ms()
        await self._database.write(lambda c: model_cache.put_models(c, adapter.id, "", cached, now))
        self._bus.publish(ModelsChanged(provider))
        return len(models)

    async def _ask(self, provider: ProviderName) -> Sequence[ModelSpec]:
        made, _ = await self._connections.connect(provider, None)
        try:
            async with asyncio.timeout(LIST_TIMEOUT_S):
                return await made.available_models()
        except TimeoutError:
            raise ProviderError(
                ProviderErrorKind.TIMEOUT, f"{made.label} did not list its models in time."
            ) from None

    def _named(
        self, adapter: type[BaseProvider], model_id: str, type: GenerationType
    ) -> ModelSpec | None:
        """What the adapter knows about an id, at the address of the default account."""
        found = self._unkeyed(adapter).model_named(model_id, type)
        return None if found is None else self.prices.priced(found, self.today())

    def _unkeyed(self, adapter: type[BaseProvider]) -> BaseProvider:
        accounts = self._accounts.get(adapter.id)
        url = self._connections.base_url(adapter, accounts[0] if accounts else None)
        return adapter(Account(url), self._connections.http)

    def _listed(
        self,
        adapter: type[BaseProvider],
        wanted: GenerationType | None,
        model_id: str | None = None,
    ) -> list[ModelSpec]:
        """The adapter's models and the live ones, or those with one id."""
        live = self._live_models(adapter, wanted, model_id)
        own = [model for model in adapter.models if model_id in (None, model.id)]
        found = [live.pop(_key(model), model) for model in own]
        found += live.values()
        fitting = (model for model in found if wanted is None or wanted in model.types)
        today = self.today()
        return [self.prices.priced(model, today) for model in fitting]

    def _live_models(
        self, adapter: type[BaseProvider], wanted: GenerationType | None, model_id: str | None
    ) -> dict[_Key, ModelSpec]:
        """What the provider's list said; specs are made when they are first asked for.

        A cached list may hold a thousand models: making all their forms at the start would be felt.
        """
        keys = [
            key
            for key in list(self._live.get(adapter.id, {}))
            if (wanted is None or wanted.value in key[1]) and model_id in (None, key[0])
        ]
        return {key: made for key, made in self._made(adapter, keys) if made is not None}

    def _made(
        self, adapter: type[BaseProvider], keys: Sequence[_Key]
    ) -> Iterator[tuple[_Key, ModelSpec | None]]:
        entries = self._live.get(adapter.id, {})
        provider: BaseProvider | None = None
        for key in keys:
            entry: ModelSpec | CachedModel | None = entries.get(key)
            if isinstance(entry, CachedModel):
                try:
                    provider = provider or self._unkeyed(adapter)
                except UsageError:
                    return  # its address cannot be used; what was listed there is of no use
                entry = remembered(provider, entry)
                if entry is not None:
                    entries[key] = entry
            yield key, entry

    async def _prepare(self) -> None:
        for adapter in self._connections.adapters:
            for _ in self._made(adapter, list(self._live.get(adapter.id, {}))):
                await asyncio.sleep(0)  # other threads and the network have their turn

    def _info(self, adapter: type[BaseProvider]) -> ProviderInfo:
        capabilities = adapter.capabilities
        count = len(self._accounts.get(adapter.id, ()))
        return ProviderInfo(
            name=ProviderName(adapter.id),
            provider_id=adapter.id,
            label=adapter.label,
            short_label=adapter.short_label,
            types=adapter.types,
            needs_key=capabilities.needs_key,
            needs_base_url=capabilities.needs_base_url,
            takes_headers=capabilities.takes_headers,
            is_offline=capabilities.is_offline,
            has_account=count > 0,
            key_page=adapter.key_page,
            default_base_url=adapter.default_base_url,
            account_count=count,
        )


def _key(model: ModelSpec) -> _Key:
    return model.id, tuple(kind.value for kind in model.types)
