"""TaskScope: the tasks of one owner. They end with it, and their errors reach somebody."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Coroutine
from typing import Any

_log = logging.getLogger(__name__)


class TaskScope:
    """Starts coroutines for an owner and cancels what is left when the owner closes.

    An exception of a task goes to ``on_error`` (else to the log) at once, not when the task is
    collected. Loop thread only.
    """

    def __init__(self, on_error: Callable[[BaseException], None] | None = None) -> None:
        self._tasks: set[asyncio.Task[Any]] = set()
        self._on_error = on_error
        self._is_closed = False

    def start(
        self, coroutine: Coroutine[Any, Any, Any], name: str | None = None
    ) -> asyncio.Task[Any]:
        """Run ``coroutine`` as a task of this scope. A closed scope refuses with RuntimeError."""
        if self._is_closed:
            coroutine.close()
            raise RuntimeError("the owner of this task is closed")
        task = asyncio.get_running_loop().create_task(coroutine, name=name)
        self._tasks.add(task)
        task.add_done_callback(self._on_done)
        return task

    def __len__(self) -> int:
        """How many tasks are running."""
        return len(self._tasks)

    def cancel_all(self) -> None:
        """Ask every task to stop, without waiting; new tasks may still be started."""
        for task in tuple(self._tasks):
            task.cancel()

    async def drain(self) -> None:
        """Wait until no task is running, without asking any to stop."""
        while self._tasks:
            await asyncio.wait(self._tasks)

    async def close(self) -> None:
        """Cancel every task and wait for its end."""
        self._is_closed = True
        self.cancel_all()
        while self._tasks:
            await asyncio.wait(self._tasks)

    def _on_done(self, task: asyncio.Task[Any]) -> None:
        self._tasks.discard(task)
        if task.cancelled():
            return
        error = task.exception()
        if error is None:
            return
        if self._on_error is not None:
            self._on_error(error)
        else:
            _log.error("task %s failed", task.get_name(), exc_info=error)
