"""Event bus, engine thread, task scope and pool: who runs where, and how it ends."""

from __future__ import annotations

import asyncio
import threading

import pytest

from mediadesk.domain.events import Event, ModelsChanged, MoneyChanged, ProjectsChanged
from mediadesk.services.event_bus import EventBus
from mediadesk.system.io_thread import IoThread
from mediadesk.system.task_scope import TaskScope
from mediadesk.system.workers import WorkerPool


async def test_events_of_other_threads_arrive_here_in_order() -> None:
    bus = EventBus(asyncio.get_running_loop())
    heard: list[tuple[Event, int]] = []
    bus.subscribe(Event, lambda event: heard.append((event, threading.get_ident())))
    events = [ModelsChanged(str(number)) for number in range(100)]

    def publish() -> None:
        for event in events:
            bus.publish(event)

    await asyncio.to_thread(publish)
    await asyncio.sleep(0)
    assert [event for event, _ in heard] == events
    assert {thread for _, thread in heard} == {threading.get_ident()}


async def test_a_broken_subscriber_does_not_silence_the_others(
    caplog: pytest.LogCaptureFixture,
) -> None:
    bus = EventBus(asyncio.get_running_loop())
    heard: list[Event] = []

    def broken(event: MoneyChanged) -> None:
        raise ValueError("broken")

    bus.subscribe(MoneyChanged, broken)
    end = bus.subscribe(MoneyChanged, heard.append)
    bus.publish(MoneyChanged())
    bus.publish(ProjectsChanged())
    await asyncio.sleep(0)
    assert heard == [MoneyChanged()]
    assert "MoneyChanged" in caplog.text
    end()
    end()
    bus.publish(MoneyChanged())
    await asyncio.sleep(0)
    assert len(heard) == 1


def test_publishing_to_a_loop_that_ended_is_quiet() -> None:
    async def make() -> EventBus:
        return EventBus(asyncio.get_running_loop())

    asyncio.run(make()).publish(MoneyChanged())


async def test_the_engine_thread_answers_raises_and_is_cancelled_from_here() -> None:
    io = IoThread()
    ended = threading.Event()

    async def whose() -> int:
        return threading.get_ident()

    async def fail() -> None:
        raise KeyError("there")

    async def forever() -> None:
        try:
            await asyncio.Event().wait()
        finally:
            ended.set()

    try:
        assert await io.run(whose()) != threading.get_ident()
        with pytest.raises(KeyError, match="there"):
            await io.run(fail())
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0.05):
                await io.run(forever())
        assert await asyncio.to_thread(ended.wait, 5)
    finally:
        await asyncio.to_thread(io.close)
    with pytest.raises(RuntimeError):
        io.run(whose())
    io.post(print)


async def test_closing_the_engine_thread_ends_what_runs_there() -> None:
    io = IoThread()
    cleaned = threading.Event()

    async def forever() -> None:
        try:
            await asyncio.Event().wait()
        finally:
            cleaned.set()

    waiting = asyncio.ensure_future(io.run(forever()))
    await asyncio.sleep(0.05)
    await asyncio.to_thread(io.close)
    assert cleaned.is_set()
    with pytest.raises(asyncio.CancelledError):
        await waiting


async def test_a_scope_reports_errors_and_cancels_the_rest() -> None:
    errors: list[BaseException] = []
    scope = TaskScope(errors.append)

    async def fail() -> None:
        raise ValueError("now")

    async def forever() -> None:
        await asyncio.Event().wait()

    waiting = scope.start(forever())
    scope.start(fail())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    assert [str(error) for error in errors] == ["now"]
    assert len(scope) == 1
    await scope.close()
    assert waiting.cancelled()
    with pytest.raises(RuntimeError):
        scope.start(fail())


async def test_the_pool_runs_elsewhere_and_passes_errors_on() -> None:
    pool = WorkerPool(1)

    def fail() -> None:
        raise OSError("no disk")

    try:
        assert await pool.run(threading.get_ident) != threading.get_ident()
        with pytest.raises(OSError, match="no disk"):
            await pool.run(fail)
    finally:
        pool.close()
