"""WindowLoop: asyncio on Qt's event loop, with one queue for what is ready to run.

qasync gives every ready callback a Qt timer of its own: three calls into Qt each, and all that are
due run in one pass, however long that takes. While jobs run, that alone makes clicks wait. Here
ready callbacks share one queue, and between slices of it Qt answers input and paints.
"""

from __future__ import annotations

import asyncio
import time
from collections import deque
from collections.abc import Callable
from contextvars import Context
from typing import Any

import qasync
from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication

from mediadesk.system.priority import window_rests
from mediadesk.ui.support.at_work import tell_at_work

SLICE_S = 0.004
"""How long ready callbacks may keep the Qt thread before it looks at everything else again."""


class _Waker(QObject):
    """Has the queue run on the Qt thread, once for all that ask before it does."""

    _asked = Signal()

    def __init__(self, run: Callable[[], None]) -> None:
        super().__init__()
        self._run = run
        self._is_asked = self._is_due = False
        # Not the signal itself runs the queue: Qt delivers those all at once, before any input.
        self._turn = QTimer(self)
        self._turn.setSingleShot(True)
        self._turn.setInterval(0)
        self._turn.timeout.connect(self._fire)
        self._asked.connect(self.due, Qt.ConnectionType.QueuedConnection)

    def due(self) -> None:
        """Run the queue in Qt's next turn. Qt thread only."""
        if not self._is_due:
            self._is_due = True
            self._turn.start()

    def ask(self) -> None:
        """The same, from any thread."""
        if not self._is_asked:
            self._is_asked = True
            self._asked.emit()

    def _fire(self) -> None:
        # Cleared first: what is queued from here on either runs now or asks again.
        self._is_asked = self._is_due = False
        tell_at_work()
        self._run()


class WindowLoop(qasync.QEventLoop):  # type: ignore[misc]  # qasync has no types
    """The loop of the window; callbacks run in the order in which they became ready."""

    def __init__(self, application: QApplication) -> None:
        self._soon: deque[asyncio.Handle] = deque()
        self._waker = _Waker(self._run_soon)
        super().__init__(application)

    def call_soon(
        self, callback: Callable[..., object], *args: Any, context: Context | None = None
    ) -> asyncio.Handle:
        """Run ``callback`` soon, on the Qt thread."""
        handle = asyncio.Handle(callback, args, self, context)
        self._soon.append(handle)
        self._waker.due()
        return handle

    def call_soon_threadsafe(
        self, callback: Callable[..., object], *args: Any, context: Context | None = None
    ) -> asyncio.Handle:
        """``call_soon`` from any thread; forgotten once the loop is closed."""
        handle = asyncio.Handle(callback, args, self, context)
        if not self.is_closed():
            self._soon.append(handle)
            self._waker.ask()
        return handle

    def run_forever(self) -> int:
        """Run until ``stop``; what was queued while the loop rested runs first."""
        self._waker.due()
        return int(super().run_forever())

    def close(self) -> None:
        """Release everything; what is still queued is dropped."""
        super().close()
        self._soon.clear()
        window_rests()

    def _run_soon(self) -> None:
        if asyncio._get_running_loop() is not self:
            return  # Qt handles events while the loop rests: coroutines could not go on there
        if asyncio.current_task(self) is not None:
            # A task lets Qt work in the middle of a step. asyncio enters no task inside another:
            # a wake-up that ran here would be lost, and its task would wait for ever. The call
            # that runs this step goes on with the queue.
            return
        enough = time.monotonic() + SLICE_S
        # What these callbacks make ready waits for the next turn.
        for _ in range(len(self._soon)):
            if not self._soon:  # a nested loop ran it
                return
            handle = self._soon.popleft()
            if not handle.cancelled():
                handle._run()
            if time.monotonic() >= enough:
                break
        if self._soon:
            self._waker.due()
