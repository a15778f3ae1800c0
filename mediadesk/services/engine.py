"""What the parts of the engine share: the open stores, the transactions, the way to a provider."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from mediadesk.domain.errors import MediadeskError
from mediadesk.domain.ids import AccountId, AssetId, UserId
from mediadesk.services.own_limits import JobLimits
from mediadesk.storage import api_keys

if TYPE_CHECKING:
    from mediadesk.services.connections import Connections
    from mediadesk.services.engine_store import EngineStore
    from mediadesk.services.event_bus import EventBus
    from mediadesk.storage.ballast import Ballast
    from mediadesk.storage.database import Database
    from mediadesk.storage.media_store import MediaStore
    from mediadesk.storage.owners import Owners
    from mediadesk.storage.rows import Transaction
    from mediadesk.system.clock import Clock
    from mediadesk.system.task_scope import TaskScope
    from mediadesk.system.workers import WorkerPool

_log = logging.getLogger(__name__)
AfterStore = Callable[[AssetId], Awaitable[None]]


@dataclass(slots=True)
class Engine:
    """The surroundings of every attempt. ``after_store`` is told of each asset once it is safe."""

    user: UserId
    database: Database
    media: MediaStore
    ballast: Ballast
    owners: Owners
    store: EngineStore
    bus: EventBus
    clock: Clock
    pool: WorkerPool
    connections: Connections
    chores: TaskScope
    keep_anchor: Callable[[], bool]
    limits: Callable[[], JobLimits] = JobLimits
    after_store: list[AfterStore] = field(default_factory=list)

    def tell_stored(self, asset_id: AssetId) -> None:
        """Let derived data be made for a new asset, beside everything else. Engine loop only."""
        for hook in self.after_store:
            self.chores.start(self._run_hook(hook, asset_id))

    def use_of(self, account_id: AccountId) -> Callable[[Transaction], None]:
        """What writes that an account is used now, and what its last reply told of its limits."""
        now, quota = self.clock.now_ms(), self.connections.quotas.take(account_id)
        return lambda connection: api_keys.touch_account(connection, account_id, now, quota)

    async def _run_hook(self, hook: AfterStore, asset_id: AssetId) -> None:
        try:
            await hook(asset_id)
        except MediadeskError as error:
            # The asset is whole; what could not be derived is made when it is looked at.
            _log.info("no derived data for %s: %s", asset_id, type(error).__name__)
