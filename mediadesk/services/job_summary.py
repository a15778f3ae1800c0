"""The status block in numbers: calls that run, wait or have to be settled, and their money."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mediadesk.domain.projects import CapPeriod, CapScope
from mediadesk.services.cap_gate import cap_uses
from mediadesk.storage.generations import count_calls
from mediadesk.storage.queue_order import count_unreached
from mediadesk.storage.rollups import sums
from mediadesk.storage.settings import are_jobs_paused, local_day

if TYPE_CHECKING:
    from mediadesk.services.engine import Engine
    from mediadesk.storage.rows import Readable


@dataclass(frozen=True, slots=True)
class JobsSummary:
    """The status block: calls that run, wait or have to be settled; money held and spent.

    ``sent_micro``: the most that the calls that run may cost. ``unreached``: waiting calls that
    nothing answered; ``slots``: how many calls the providers that work now take at once.
    """

    running: int
    waiting: int
    uncertain: int
    sent_micro: int
    held_micro: int
    month_spent_micro: int
    month_limit_micro: int | None
    is_paused: bool = False
    unreached: int = 0
    slots: int = 0


async def read_summary(engine: Engine, slots: int) -> JobsSummary:
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
        money = held, spent, min(limits, default=None)
        unreached = count_unreached(connection, user)
        return JobsSummary(*calls, *money, are_jobs_paused(connection), unreached, slots)

    return await engine.database.read_raw(work)
