"""The composition root: opens the services of an unlocked library, and closes them in reverse.

Services are built when first asked for: a command that only lists imports no provider.
"""

from __future__ import annotations

import asyncio
import os
from collections.abc import AsyncIterator, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any

from mediadesk.domain.ids import UserId
from mediadesk.services.event_bus import EventBus
from mediadesk.storage.library import Library, open_library
from mediadesk.system.clock import Clock
from mediadesk.system.workers import WorkerPool

if TYPE_CHECKING:
    from mediadesk.domain.ids import AssetId
    from mediadesk.providers.base import BaseProvider
    from mediadesk.providers.network.http import HttpRoom
    from mediadesk.services.account_seals import AccountSeals
    from mediadesk.services.accounts import APIKeyManager
    from mediadesk.services.assets import AssetService
    from mediadesk.services.batches import BatchService
    from mediadesk.services.browse import BrowseService
    from mediadesk.services.comparisons import ComparisonService
    from mediadesk.services.connections import Connections
    from mediadesk.services.engine import Engine
    from mediadesk.services.export import ExportService
    from mediadesk.services.generation_runner import GenerationRunner
    from mediadesk.services.generations import GenerationService
    from mediadesk.services.history import HistoryService
    from mediadesk.services.ledger_view import LedgerService
    from mediadesk.services.library import LibraryService
    from mediadesk.services.library_access import UnlockedLibrary
    from mediadesk.services.media import MediaService
    from mediadesk.services.models import ModelCatalog
    from mediadesk.services.money import MoneyService
    from mediadesk.services.presets import PresetService
    from mediadesk.services.projects import ProjectService
    from mediadesk.services.scripts import ScriptService
    from mediadesk.services.settings import SettingsService
    from mediadesk.services.stats import StatsService
    from mediadesk.services.stored_items import StoredItemService
    from mediadesk.services.trash import TrashService
    from mediadesk.storage.owners import OwnerLock
    from mediadesk.system.files import FileLayer
    from mediadesk.system.io_thread import IoThread

OWNER = UserId(1)
"""The row of the library's owner, made by the first migration."""


@dataclass(frozen=True, slots=True)
class _Seams:
    """What tests put in the place of the real thing."""

    environment: Mapping[str, str]
    transport: Any = None
    adapters: tuple[type[BaseProvider], ...] | None = None


@dataclass(eq=False)
class Services:
    """Everything that a user can do with one open library. Made by ``open_services``."""

    _store: Library
    _unlocked: UnlockedLibrary
    _seams: _Seams
    events: EventBus
    clock: Clock = field(default_factory=Clock)
    _pool: WorkerPool = field(default_factory=lambda: WorkerPool(3))
    _runner: GenerationRunner | None = None
    _owner: OwnerLock | None = None

    @cached_property
    def library(self) -> LibraryService:
        """Facts about the library, and its check."""
        from mediadesk.services.library import LibraryService

        name = str(self.settings.get("library.name") or self._unlocked.name)
        return LibraryService(self._store, name, self._pool)

    @cached_property
    def projects(self) -> ProjectService:
        """Projects: list, create, edit, archive, delete."""
        from mediadesk.services.projects import ProjectService

        store, bus, clock = self._store.database, self.events, self.clock
        return ProjectService(OWNER, store, bus, clock, lambda id: self.generations.cancel_in(id))

    @cached_property
    def history(self) -> HistoryService:
        """Generations as a list."""
        from mediadesk.services.history import HistoryService

        return HistoryService(OWNER, self._store.database)

    @cached_property
    def assets(self) -> AssetService:
        """Results and imported files."""
        from mediadesk.services.assets import AssetService

        return AssetService(OWNER, self._store, self._pool, self.events, self.clock)

    @cached_property
    def browse(self) -> BrowseService:
        """The library as lists, and saved views."""
        from mediadesk.services.browse import BrowseService

        return BrowseService(OWNER, self._store.database, self.events, self.clock)

    @cached_property
    def trash(self) -> TrashService:
        """What was deleted, and erasing it."""
        from mediadesk.services.trash import TrashService

        return TrashService(OWNER, self._store, self.events, self.clock)

    @cached_property
    def media(self) -> MediaService:
        """Pictures, posters and waveforms, decoded elsewhere."""
        from mediadesk.services.media import MediaService

        return MediaService(self._store, OWNER, self.events)

    @cached_property
    def export(self) -> ExportService:
        """Files for the world outside."""
        from mediadesk.services.export import ExportService

        return ExportService(self._store, OWNER, self.media)

    @cached_property
    def money(self) -> MoneyService:
        """Budgets."""
        from mediadesk.services.money import MoneyService

        return MoneyService(OWNER, self._store.database, self.events, self.clock)

    @cached_property
    def ledger(self) -> LedgerService:
        """Every amount as it was entered; corrections, refunds, usage files."""
        from mediadesk.services.engine_store import EngineStore
        from mediadesk.services.ledger_view import LedgerService

        store = EngineStore(OWNER, self._store.chain, self.clock, self._store.media)
        return LedgerService(store, self._store.database, self.events, self._pool)

    @cached_property
    def stats(self) -> StatsService:
        """Figures over what was spent and made."""
        from mediadesk.services.stats import StatsService

        return StatsService(OWNER, self._store.database, self.clock)

    @cached_property
    def settings(self) -> SettingsService:
        """Preferences that belong to the library."""
        from mediadesk.services.settings import SettingsService

        service = SettingsService(self._store.database, self.events, self.clock)
        service.load()
        return service

    @cached_property
    def models(self) -> ModelCatalog:
        """Providers and their AI models."""
        from mediadesk.services.models import ModelCatalog

        catalog = ModelCatalog(
            OWNER, self._store.database, self._io, self._connections, self.events, self.clock
        )
        catalog.load()
        return catalog

    @cached_property
    def accounts(self) -> APIKeyManager:
        """Keys and endpoints."""
        from mediadesk.services.accounts import APIKeyManager

        base, io, connections = self._store.database, self._io, self._connections
        tools = (self._seals, connections, self.models, self.events, self.clock)
        return APIKeyManager(OWNER, base, io, *tools)

    @cached_property
    def stored_items(self) -> StoredItemService:
        """What stays at the providers."""
        from mediadesk.services.stored_items import StoredItemService

        base = self._store.database
        return StoredItemService(OWNER, base, self._io, self._connections, self.events, self.clock)

    @cached_property
    def generations(self) -> GenerationService:
        """Estimate, submit, cancel, settle."""
        from mediadesk.services.generations import GenerationService

        return GenerationService(self._engine, self.models, self._io)

    @cached_property
    def comparisons(self) -> ComparisonService:
        """One prompt to several models, and which result won."""
        from mediadesk.services.comparisons import ComparisonService

        return ComparisonService(self._engine, self.generations, self.models)

    @cached_property
    def batches(self) -> BatchService:
        """Many runs at once."""
        from mediadesk.services.batches import BatchService

        return BatchService(self._engine, self.generations)

    @cached_property
    def scripts(self) -> ScriptService:
        """Long scripts for speech."""
        from mediadesk.services.scripts import ScriptService

        return ScriptService(self._engine, self.batches, self.assets, self.models)

    @cached_property
    def presets(self) -> PresetService:
        """Prompts with their settings, saved under names."""
        from mediadesk.services.presets import PresetService

        return PresetService(OWNER, self._store.database, self.clock)

    @cached_property
    def _io(self) -> IoThread:
        from mediadesk.system.io_thread import IoThread

        return IoThread()

    @cached_property
    def _http(self) -> HttpRoom:
        from mediadesk.providers.network.http import HttpRoom
        from mediadesk.providers.network.loopback_tls import VARIABLE, loopback_tls
        from mediadesk.services.own_limits import network_choices

        own = loopback_tls(self._seams.environment.get(VARIABLE))
        choices, transport = partial(network_choices, self.settings.get), self._seams.transport
        return HttpRoom(choices=choices, transport=transport, loopback_tls=own)

    @cached_property
    def _seals(self) -> AccountSeals:
        from mediadesk.services.account_seals import AccountSeals

        return AccountSeals(self._pool, self._unlocked.keys.seal, self._store.library_id)

    @cached_property
    def _connections(self) -> Connections:
        from mediadesk.providers.factory import ADAPTERS
        from mediadesk.services.connections import Connections

        return Connections(
            OWNER,
            self._store.database,
            self._seals,
            self._http,
            self._seams.adapters or ADAPTERS,
            self._seams.environment,
            self.clock,
        )

    @cached_property
    def _engine(self) -> Engine:
        from mediadesk.services.engine import Engine
        from mediadesk.services.engine_store import EngineStore
        from mediadesk.services.own_limits import job_limits
        from mediadesk.system.task_scope import TaskScope

        return Engine(
            user=OWNER,
            database=self._store.database,
            media=self._store.media,
            ballast=self._store.ballast,
            owners=self._store.owners,
            store=EngineStore(OWNER, self._store.chain, self.clock, self._store.media),
            bus=self.events,
            clock=self.clock,
            pool=self._pool,
            connections=self._connections,
            chores=TaskScope(),
            keep_anchor=self._store.save_anchor_if_due,
            limits=partial(job_limits, self.settings.get),
            after_store=[self._on_stored],
        )

    async def _on_stored(self, asset_id: AssetId) -> None:
        await self.media.after_store(await self.assets.get(asset_id))

    async def warm_up(self) -> None:
        """Build off the calling thread what a window asks for at once."""
        await self._pool.run(self._build)

    def _build(self) -> None:
        for name in ("settings", "models", "media", "generations"):
            getattr(self, name)

    def _make_runner(self) -> GenerationRunner:
        from mediadesk.services.generation_runner import GenerationRunner

        self._owner = self._store.owners.acquire()
        self._build()
        return GenerationRunner(self._engine, self.models, self._owner.owner_id)

    async def start_jobs(self) -> None:
        """Take an owner lock, look after what a dead process left behind, and run jobs.

        Jobs that were queued before wait for this. Raises ``StorageError`` and its kinds.
        """
        runner = await self._pool.run(self._make_runner)
        await self._store.database.warm_up()
        self._runner = runner
        await self._io.run(runner.start())
        self.generations.use_runner(runner)
        from mediadesk.services.library import settle_in
        from mediadesk.services.reconcile import look_after_files

        engine = self._engine

        async def begin_chores() -> None:
            engine.chores.start(look_after_files(engine))
            if not self._unlocked.is_throwaway:  # it has nothing to lose, no keyring knows it
                engine.chores.start(settle_in(self._store, self._pool, self.events))

        await self._io.run(begin_chores())

    async def _close(self) -> None:
        try:
            await self._close_parts()
        finally:
            if self._owner is not None:
                await asyncio.to_thread(self._owner.release)

    async def _close_parts(self) -> None:
        built = self.__dict__
        if self._runner is not None:
            await self._io.run(self._runner.close())
        if "_engine" in built and "_io" in built:
            await self._io.run(self._engine.chores.close())
        if "_connections" in built:
            await self._connections.quotas.save(self._store.database)
        if "_http" in built and "_io" in built:
            await self._io.run(self._http.aclose())
        closing = [built[name].close for name in ("_io", "export", "media") if name in built]
        for close in (*closing, self._pool.close):
            await asyncio.to_thread(close)
        if "_connections" in built:
            self._connections.forget_keys()


@asynccontextmanager
async def open_services(
    unlocked: UnlockedLibrary,
    *,
    run_jobs: bool = True,
    environment: Mapping[str, str] | None = None,
    transport: Any = None,
    adapters: tuple[type[BaseProvider], ...] | None = None,
    files: FileLayer | None = None,
    clock: Clock | None = None,
) -> AsyncIterator[Services]:
    """Open an unlocked library for as long as the block lasts.

    ``run_jobs`` starts jobs; without it the services read and edit. ``transport``, ``adapters``,
    ``files`` and ``clock`` replace the network, the providers, the disk and the time in tests.

    Raises:
        RolledBackError: ask the user, then pass an ``unlocked`` with ``accept_older``.
        ForeignLibraryError, LibraryDamagedError, LibraryTooNewError, StorageError.
    """
    seams = _Seams(os.environ if environment is None else environment, transport, adapters)
    async with AsyncExitStack() as stack:
        store = await asyncio.to_thread(
            open_library,
            unlocked.path,
            unlocked.keys,
            anchor_copy=unlocked.anchor_copy,
            accept_older=unlocked.accept_older,
            files=files,
        )
        head = await asyncio.to_thread(store.chain_head)
        stack.push_async_callback(asyncio.to_thread, store.close_since, head)
        bus = EventBus(asyncio.get_running_loop())
        services = Services(store, unlocked, seams, bus, clock=clock or Clock())
        stack.push_async_callback(services._close)
        if run_jobs:
            await services.start_jobs()
        yield services
