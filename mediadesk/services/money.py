"""MoneyService: caps, and what is used of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mediadesk.domain.errors import UsageError
from mediadesk.domain.events import MoneyChanged, ProjectsChanged
from mediadesk.domain.generation import GenerationRequest
from mediadesk.domain.ids import ProjectId, ProviderName, UserId
from mediadesk.domain.projects import NOTICE_PERCENT, Cap, CapPeriod, CapScope, CapUse
from mediadesk.providers.aliases import resolve_provider_name
from mediadesk.services.cap_gate import applies, cap_uses
from mediadesk.storage import caps
from mediadesk.storage.settings import local_day

if TYPE_CHECKING:
    from mediadesk.services.event_bus import EventBus
    from mediadesk.storage.database import Database
    from mediadesk.storage.rows import Readable
    from mediadesk.system.clock import Clock


@dataclass(frozen=True, slots=True)
class FreeBudget:
    """What the tightest cap still leaves for a run, and what that cap is. Micro-USD."""

    free_micro: int
    label: str
    limit_micro: int
    spent_micro: int
    held_micro: int


class MoneyService:
    """What may be spent and what was."""

    def __init__(self, user: UserId, database: Database, bus: EventBus, clock: Clock) -> None:
        self._user = user
        self._database = database
        self._bus = bus
        self._clock = clock

    async def caps(self) -> list[Cap]:
        """Every cap."""
        return [use.cap for use in await self.uses()]

    async def uses(self) -> list[CapUse]:
        """Every cap with what is spent and held under it."""

        def work(connection: Readable) -> list[CapUse]:
            month = local_day(connection, self._clock, self._clock.now_ms())[:7]
            return cap_uses(connection, self._user, month)

        return await self._database.read_raw(work)

    async def set_cap(
        self,
        scope: CapScope,
        period: CapPeriod,
        limit_micro: int,
        *,
        project_id: ProjectId | None = None,
        provider: ProviderName | None = None,
        is_notice_only: bool = False,
        notice_percent: int = NOTICE_PERCENT,
    ) -> None:
        """Set a limit; one of the same scope and period is replaced. Raises ``UsageError``.

        From ``notice_percent`` of it on, it tells that it is nearly used up.
        """
        if not 1 <= notice_percent <= 100:
            raise UsageError("A budget tells at 1 to 100 per cent.", "Give a number like 80.")
        if limit_micro < 0:
            raise UsageError("A budget cannot be negative.", "Give an amount like 20.")
        if (scope is CapScope.PROJECT) != (project_id is not None) or (
            scope is CapScope.PROVIDER
        ) != (provider is not None):
            raise UsageError("A budget is overall, of one project or of one provider.", "")
        provider = _one_name(provider)
        cap = Cap(
            scope, period, limit_micro, "", project_id, provider, is_notice_only, notice_percent
        )
        now = self._clock.now_ms()
        await self._database.write(lambda c: caps.set_cap(c, self._user, cap, now))
        self._tell()

    async def clear_cap(
        self,
        scope: CapScope,
        period: CapPeriod | None = None,
        *,
        project_id: ProjectId | None = None,
        provider: ProviderName | None = None,
    ) -> int:
        """Remove limits (of every period where none is named); returns how many there were."""
        provider = _one_name(provider)
        count = await self._database.write(
            lambda c: caps.clear_cap(c, self._user, scope, period, project_id, provider)
        )
        self._tell()
        return count

    async def free_for(self, request: GenerationRequest) -> FreeBudget | None:
        """What the tightest cap leaves for this request; None where no cap applies."""
        fitting = [
            use
            for use in await self.uses()
            if applies(use.cap, request.project_id, request.provider) and not use.cap.is_notice_only
        ]
        if not fitting:
            return None
        tightest = min(fitting, key=lambda use: use.free_micro)
        cap = tightest.cap
        return FreeBudget(
            tightest.free_micro,
            cap.label,
            cap.limit_micro,
            tightest.spent_micro,
            tightest.held_micro,
        )

    def _tell(self) -> None:
        self._bus.publish(MoneyChanged())
        self._bus.publish(ProjectsChanged())


def _one_name(provider: ProviderName | None) -> ProviderName | None:
    """The name under which a provider's budget is stored: one for all its aliases."""
    return None if provider is None else ProviderName(resolve_provider_name(provider))
