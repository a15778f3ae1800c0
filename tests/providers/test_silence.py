"""The watch over a silent stream: it ends the wait, and nothing else."""

import asyncio

import pytest

from mediadesk.providers.silence import Silence


async def wait_for(silence: Silence, seconds: float, wait: "asyncio.Future[None]") -> str:
    silence.listen(seconds)
    try:
        await wait
    except asyncio.CancelledError:
        if silence.heard():
            raise
        return "silent"
    silence.heard()
    return "heard"


async def test_silence_ends_the_wait_and_the_task_lives_on() -> None:
    silence = Silence()
    assert await wait_for(silence, 0.01, asyncio.get_running_loop().create_future()) == "silent"
    task = asyncio.current_task()
    assert task is not None
    assert task.cancelling() == 0
    await asyncio.sleep(0)
    silence.close()


async def test_what_comes_in_time_is_heard_each_time() -> None:
    silence = Silence()
    loop = asyncio.get_running_loop()
    for _ in range(5):
        came: asyncio.Future[None] = loop.create_future()
        loop.call_later(0.02, came.set_result, None)
        assert await wait_for(silence, 0.5, came) == "heard"
    await asyncio.sleep(0.6)  # the timer rings with nobody listening
    assert await wait_for(silence, 0.01, loop.create_future()) == "silent"
    silence.close()


async def test_a_shorter_wait_after_a_longer_one_counts() -> None:
    silence = Silence()
    loop = asyncio.get_running_loop()
    came: asyncio.Future[None] = loop.create_future()
    came.set_result(None)
    assert await wait_for(silence, 60, came) == "heard"
    async with asyncio.timeout(5):
        assert await wait_for(silence, 0.01, loop.create_future()) == "silent"
    silence.close()


async def test_a_cancellation_from_outside_is_not_silence() -> None:
    silence = Silence()
    waiting = asyncio.ensure_future(
        wait_for(silence, 0.05, asyncio.get_running_loop().create_future())
    )
    await asyncio.sleep(0)
    waiting.cancel()
    with pytest.raises(asyncio.CancelledError):
        await waiting
    silence.close()


async def test_a_deadline_around_it_stays_a_deadline() -> None:
    silence = Silence()
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(0.01):
            await wait_for(silence, 5, asyncio.get_running_loop().create_future())
    silence.close()
