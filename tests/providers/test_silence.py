"""The watch over a silent stream: it ends the wait, and nothing else."""

import asyncio
from collections.abc import AsyncIterator

import pytest

from mediadesk.providers.network.silence import Silence


async def pieces(*waits: float) -> AsyncIterator[bytes]:
    for wait in waits:
        await asyncio.sleep(wait)
        yield b"x"


async def test_silence_ends_the_wait_and_the_task_lives_on() -> None:
    silence = Silence()
    with pytest.raises(TimeoutError):
        await silence.piece(pieces(60), 0.01)
    task = asyncio.current_task()
    assert task is not None
    assert task.cancelling() == 0
    await asyncio.sleep(0)
    silence.close()


async def test_what_comes_in_time_is_heard_each_time() -> None:
    silence = Silence()
    stream = pieces(0.02, 0.02, 0.02)
    found = [await silence.piece(stream, 0.5) for _ in range(4)]
    assert found == [b"x", b"x", b"x", None]
    await asyncio.sleep(0.6)  # the timer rings with nobody listening
    with pytest.raises(TimeoutError):
        await silence.piece(pieces(60), 0.01)
    silence.close()


async def test_a_shorter_wait_after_a_longer_one_counts() -> None:
    silence = Silence()
    stream = pieces(0, 60)
    assert await silence.piece(stream, 60) == b"x"
    async with asyncio.timeout(5):
        with pytest.raises(TimeoutError):
            await silence.piece(stream, 0.01)
    silence.close()


async def test_a_cancellation_from_outside_is_not_silence() -> None:
    silence = Silence()
    waiting = asyncio.ensure_future(silence.piece(pieces(60), 30))
    await asyncio.sleep(0)
    waiting.cancel()
    with pytest.raises(asyncio.CancelledError):
        await waiting
    silence.close()


async def test_a_deadline_around_it_stays_a_deadline() -> None:
    silence = Silence()
    deadline = asyncio.timeout(0.01)
    with pytest.raises(TimeoutError):
        async with deadline:
            await silence.piece(pieces(60), 5)
    assert deadline.expired()
    silence.close()
