"""The queue in the hands of the user: paused, put in another order, waits that are over."""

from __future__ import annotations

import asyncio

import pytest

from mediadesk.domain.errors import NotFoundError, ProviderError, ProviderErrorKind, UsageError
from mediadesk.domain.generation import AttemptState, GenerationStatus
from mediadesk.domain.ids import GenerationId, new_uuid7
from mediadesk.services.job_queue import Move
from tests.engine.conftest import Desk, OpenDesk
from tests.fakes.scripted_provider import Script, accept_then_hang, failing

BUSY = ProviderError(
    ProviderErrorKind.RATE_LIMIT,
    "Too many requests.",
    status=429,
    provider_code="rate_limit",
    retry_after_s=600.0,
    provider_answered=True,
)


async def queued(desk: Desk, *prompts: str) -> list[GenerationId]:
    return [await desk.services.generations.submit(desk.request("image", one)) for one in prompts]


def prompts(script: Script) -> list[str]:
    return [request.prompt for request in script.requests]


async def test_paused_jobs_start_in_no_process_until_anyone_goes_on(open_desk: OpenDesk) -> None:
    script = Script(steps=[accept_then_hang])
    async with open_desk(script) as one, open_desk(script, run_jobs=False) as other:
        running = await one.services.generations.submit(one.request("video"))
        await one.until(running, AttemptState.RUNNING)
        await other.services.generations.queue.set_paused(is_paused=True)
        assert await one.services.generations.queue.is_paused()
        (waiting,) = await queued(one, "later")
        async with open_desk(script) as third:
            assert (await third.services.generations.summary()).is_paused
            await asyncio.sleep(0.2)
            assert script.submissions == 1, "only what had been sent before"
        await other.services.generations.queue.set_paused(is_paused=False)
        async with asyncio.timeout(10):
            done = await one.services.generations.wait(waiting)
        assert done.status is GenerationStatus.COMPLETED


async def test_what_a_provider_has_goes_on_while_new_jobs_are_paused(open_desk: OpenDesk) -> None:
    script = Script(steps=[accept_then_hang])
    async with open_desk(script) as desk:
        video = await desk.services.generations.submit(desk.request("video"))
        await desk.until(video, AttemptState.RUNNING)
        await desk.services.generations.queue.set_paused(is_paused=True)
    async with open_desk(script) as desk, asyncio.timeout(10):
        done = await desk.services.generations.wait(video)
    assert (done.status, script.resumes) == (GenerationStatus.COMPLETED, 1)


async def test_a_paused_job_can_be_cancelled_and_costs_nothing(open_desk: OpenDesk) -> None:
    async with open_desk() as desk:
        await desk.services.generations.queue.set_paused(is_paused=True)
        (waiting,) = await queued(desk, "never")
        await desk.services.generations.cancel(waiting)
        assert (await desk.services.generations.wait(waiting)).charged_micro is None
        assert desk.held() == 0


async def test_jobs_start_in_the_order_they_were_moved_into(open_desk: OpenDesk) -> None:
    """Kept over a restart; what is queued later comes last."""
    async with open_desk(run_jobs=False) as desk:
        a, b, c, d = await queued(desk, "a", "b", "c", "d")
        move = desk.services.generations.queue.move
        assert await move(d, Move.TOP)  # d a b c
        assert not await move(d, Move.TOP)
        assert await move(b, Move.UP)  # d b a c
        assert await move(a, Move.DOWN)  # d b c a
        assert not await move(a, Move.DOWN)
        await desk.services.generations.queue.move_before(c, d)  # c d b a
        await queued(desk, "e")
    script = Script()
    async with open_desk(script, slots=1) as desk, asyncio.timeout(20):
        for generation in await desk.services.generations.active():
            await desk.services.generations.wait(generation.id)
    assert prompts(script) == ["c", "d", "b", "a", "e"]


async def test_all_calls_of_a_job_move_together(open_desk: OpenDesk) -> None:
    async with open_desk(run_jobs=False) as desk:
        await queued(desk, "a")
        four = await desk.services.generations.submit(desk.request("image", "four", result_count=4))
        await desk.services.generations.queue.move(four, Move.TOP)
    script = Script()
    async with open_desk(script, slots=1) as desk, asyncio.timeout(20):
        await desk.services.generations.wait(four)
        for generation in await desk.services.generations.active():
            await desk.services.generations.wait(generation.id)
    assert prompts(script) == ["four"] * 4 + ["a"]


async def test_only_what_waits_is_moved(desk: Desk) -> None:
    made = await desk.make("image")
    queue = desk.services.generations.queue
    with pytest.raises(UsageError, match="does not wait"):
        await queue.move(made.id, Move.TOP)
    with pytest.raises(UsageError, match="does not wait"):
        await queue.retry_now(made.id)
    with pytest.raises(NotFoundError):
        await queue.move(GenerationId(new_uuid7()), Move.UP)


async def test_a_wait_ends_when_told_from_any_process(open_desk: OpenDesk) -> None:
    script = Script(steps=[failing(BUSY)])
    async with open_desk(script) as one, open_desk(script, run_jobs=False) as other:
        (waiting,) = await queued(one, "busy")
        while not (found := await other.services.generations.get(waiting)).attempts[0].not_before:  # noqa: ASYNC110
            await asyncio.sleep(0.01)
        assert found.attempts[0].tries == 1
        await other.services.generations.queue.retry_now(waiting)
        async with asyncio.timeout(10):
            done = await one.services.generations.wait(waiting)
    assert (done.status, script.submissions) == (GenerationStatus.COMPLETED, 2)


async def test_what_reached_nobody_is_counted_and_tried_at_once(desk: Desk) -> None:
    generations = desk.services.generations
    away = ProviderError(ProviderErrorKind.NETWORK, "Away.", sent=False, retry_after_s=600.0)
    desk.script.steps += [failing(away), failing(BUSY)]
    unreached = await generations.submit(desk.request("image"))
    await _waits(desk, unreached)
    await _waits(desk, await generations.submit(desk.request("image")))
    assert (await generations.summary()).unreached == 1
    await generations.queue.try_unreached()
    assert (await generations.wait(unreached)).status is GenerationStatus.COMPLETED
    summary = await generations.summary()
    assert (summary.unreached, summary.waiting) == (0, 1)


async def _waits(desk: Desk, id: GenerationId) -> None:
    for _ in range(1000):
        if (await desk.services.generations.get(id)).attempts[0].tries:
            return
        await asyncio.sleep(0.02)
