"""What happens to an outcome that is not known: settled by the user, or looked up."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from mediadesk.domain.errors import UsageError
from mediadesk.domain.events import GenerationChanged, GenerationFinished, MoneyChanged
from mediadesk.domain.generation import AttemptState
from mediadesk.domain.ids import AttemptId
from mediadesk.storage import attempts

if TYPE_CHECKING:
    from mediadesk.services.engine import Engine

LOOK_UP_TIMEOUT_S = 60.0


async def settle_attempt(engine: Engine, attempt_id: AttemptId, charged_micro: int | None) -> None:
    """Write what the user found out; the hold is released."""
    job = await engine.database.write(lambda c: engine.store.settle(c, attempt_id, charged_micro))
    engine.bus.publish(GenerationChanged(job.generation_id, job.project_id))
    engine.bus.publish(GenerationFinished(job.generation_id, job.project_id))
    engine.bus.publish(MoneyChanged())


async def look_up(engine: Engine, attempt_id: AttemptId) -> AttemptState:
    """Ask the provider about an uncertain attempt; found again, it is polled again.

    Raises ``UsageError`` where the provider has no way to ask. Engine loop only.
    """
    job = await engine.database.read_raw(
        lambda c: attempts.load_job(
            c, engine.user, attempts.attempt_row(c, engine.user, attempt_id)[0]
        )
    )
    if job.state is not AttemptState.UNCERTAIN:
        return job.state
    provider, _ = await engine.connections.connect_for(job)
    can_ask = provider.capabilities.looks_up or (
        provider.capabilities.resumes and job.remote_job is not None
    )
    if not can_ask:
        raise UsageError(
            f"{provider.label} has no way to look up this job.",
            "Check your account page there, then say whether it was charged.",
        )
    async with asyncio.timeout(LOOK_UP_TIMEOUT_S):
        found = await provider.look_up(job.remote_job, job.request_id)
    if found is None:
        return AttemptState.UNCERTAIN
    remote = found
    await engine.database.write(lambda c: engine.store.found_again(c, job.row_id, remote))
    engine.bus.publish(GenerationChanged(job.generation_id, job.project_id))
    return AttemptState.ACCEPTED
