"""The status block in numbers: calls that run, wait or have to be settled, and their money."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mediadesk.domain.projects import CapPeriod, CapScope
from mediadesk.services.cap_gate import cap_uses
from mediadesk.storage.generations import count_calls
from mediadesk.storage.rollups import sums
from mediadesk.storage.settings import are_jobs_paused, local_day

if TYPE_CHECKING:
    from mediadesk.services.engine import Engine
    from mediadesk.storage.rows import Readable


@dataclass(frozen=True, slots=True)
class JobsSummary:
    """The status block: calls that run, wait or have to be settled; money held and spent.

    ``sent_micro``: the most that the calls that run may cost.
    """

    running: int
    waiting: int
    uncertain: int
    sent_micro: int
    held_micro: int
    month_spent_micro: int
    month_limit_micro: int | None
    is_paused: bool = False


async def read_summary(engine: Engine) -> JobsSummary:
    """The numbers as they are now."""
    user, clock = engine.user, engine.clock

    def work(connection: Readable) -> JobsSummary:
        month = local_day(connection, clock, clock.now_ms())[:7]
        _, held = sums(connection, user)
        spent, _ = sums(connection, user, month=month)
        limits = [
            use.cap.limit_micro
            for use in cap_uses(connection, user, month)
            if use.cap.scope is CapScope.OVERALL and use.cap.period is CapPeriod.MONTH
        ]
        calls = count_calls(connection, user)
        limit = min(limits, default=None)
        return JobsSummary(*calls, held, spent, limit, are_jobs_paused(connection))

    return await engine.database.read_raw(work)
