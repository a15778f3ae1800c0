"""The loop of the window: order, threads, and time for Qt between callbacks."""

from __future__ import annotations

import asyncio
import threading
import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import QApplication

from mediadesk.app.window_loop import SLICE_S, WindowLoop
from mediadesk.system.priority import does_window_work

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


async def test_callbacks_run_in_the_order_in_which_they_became_ready() -> None:
    loop = asyncio.get_running_loop()
    assert isinstance(loop, WindowLoop)
    ran: list[int] = []
    for number in range(50):
        loop.call_soon(ran.append, number)
    from_thread = threading.Thread(
        target=lambda: [loop.call_soon_threadsafe(ran.append, 50 + n) for n in range(50)]
    )
    from_thread.start()
    from_thread.join()
    async with asyncio.timeout(10):
        while len(ran) < 100:  # noqa: ASYNC110 - turns of the loop are what is tested
            await asyncio.sleep(0)
    assert ran == list(range(100))


async def test_a_task_that_became_ready_while_another_one_let_qt_work_goes_on() -> None:
    """Its wake-up was lost: asyncio runs no task inside another, so it waited for ever."""
    loop = asyncio.get_running_loop()
    ran: list[str] = []
    loop.call_soon(ran.append, "callback")
    QCoreApplication.processEvents()  # as a menu, a drag or QTest do, here inside a task
    assert ran == [], "the queue rests while a task is in the middle of something"
    answer = loop.create_future()

    async def wait() -> object:
        return await answer

    waiting = asyncio.ensure_future(wait())
    await asyncio.sleep(0)
    answer.set_result("done")
    QCoreApplication.processEvents()
    async with asyncio.timeout(5):
        assert await waiting == "done"
    assert ran == ["callback"]


async def test_other_threads_learn_when_the_window_works_and_when_it_has_painted() -> None:
    seen: list[bool] = []
    asyncio.get_running_loop().call_soon(lambda: seen.append(does_window_work()))
    async with asyncio.timeout(5):
        while not seen:  # noqa: ASYNC110 - turns of the loop are what is tested
            await asyncio.sleep(0)
    assert seen == [True]
    rested: list[bool] = []
    watch = QTimer(interval=5)
    watch.timeout.connect(lambda: rested.append(not does_window_work()))
    watch.start()
    async with asyncio.timeout(5):
        while True not in rested:  # noqa: ASYNC110 - what Qt does meanwhile is what is tested
            await asyncio.sleep(0.05)


async def test_a_cancelled_callback_does_not_run() -> None:
    loop = asyncio.get_running_loop()
    ran: list[str] = []
    loop.call_soon(ran.append, "cancelled").cancel()
    loop.call_soon(ran.append, "kept")
    await asyncio.sleep(0.01)
    assert ran == ["kept"]


async def test_qt_has_its_turn_before_a_long_queue_is_through() -> None:
    """Fifty jobs that told something at once made a click wait until all of it was shown."""
    loop = asyncio.get_running_loop()
    ran: list[str] = []

    def work(number: int) -> None:
        if number == 0:
            QTimer.singleShot(0, lambda: ran.append("qt"))
        enough = time.monotonic() + SLICE_S / 2
        while time.monotonic() < enough:
            pass
        ran.append("callback")

    done = loop.create_future()
    for number in range(20):
        loop.call_soon(work, number)
    loop.call_soon(done.set_result, None)
    await done
    assert "qt" in ran[:-1]


def test_what_is_queued_while_the_loop_rests_runs_once_it_goes_on(qtbot: QtBot) -> None:
    application = QCoreApplication.instance()
    assert isinstance(application, QApplication)
    ran: list[object] = []

    async def note() -> None:
        ran.append(asyncio.get_running_loop())

    with WindowLoop(application) as loop:
        loop.create_task(note())
        qtbot.wait(20)
        assert ran == []
        loop.run_until_complete(asyncio.sleep(0))
        assert ran == [loop]
    loop.call_soon_threadsafe(ran.clear)  # a closed loop forgets
    qtbot.wait(20)
    assert ran == [loop]
