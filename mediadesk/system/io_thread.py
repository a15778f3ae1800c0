"""IoThread: one asyncio loop in a thread of its own, for everything that talks to providers.

Keeping it away from the window's loop is what keeps the window smooth while fifty texts stream.
"""

from __future__ import annotations

import asyncio
import selectors
import sys
import threading
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any, TypeVar

from mediadesk.system.priority import give_way, let_window_go_on

T = TypeVar("T")


class _PatientSelector(selectors.DefaultSelector):
    """Lets the window go on before each round of the loop."""

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        """Wait for the window, then for what comes in."""
        let_window_go_on()
        return super().select(timeout)


def _new_loop() -> asyncio.AbstractEventLoop:
    if sys.platform == "win32":
        return asyncio.new_event_loop()  # its selectors cannot run programs
    return asyncio.SelectorEventLoop(_PatientSelector())


class IoThread:
    """A started thread with a running loop. ``close`` may be called from any other thread."""

    def __init__(self, name: str = "engine") -> None:
        self._loop = _new_loop()
        self._thread = threading.Thread(target=self._main, name=name, daemon=True)
        self._thread.start()

    def run(self, coroutine: Coroutine[Any, Any, T]) -> Awaitable[T]:
        """Run a coroutine there; await the answer on the calling loop. Cancelling reaches it."""
        if self._loop.is_closed():
            coroutine.close()
            raise RuntimeError("the engine thread is closed")
        return asyncio.wrap_future(asyncio.run_coroutine_threadsafe(coroutine, self._loop))

    def post(self, function: Callable[..., object], *args: Any) -> None:
        """Call a plain function there soon; ignored once the thread has ended."""
        if not self._loop.is_closed():
            self._loop.call_soon_threadsafe(function, *args)

    def close(self) -> None:
        """Cancel what still runs, end the loop, wait for the thread."""
        if self._loop.is_closed():
            return
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()

    def _main(self) -> None:
        give_way()
        asyncio.set_event_loop(self._loop)
        try:
            self._loop.run_forever()
            self._finish()
        finally:
            asyncio.set_event_loop(None)
            self._loop.close()

    def _finish(self) -> None:
        left = asyncio.all_tasks(self._loop)
        for task in left:
            task.cancel()
        if left:
            self._loop.run_until_complete(asyncio.gather(*left, return_exceptions=True))
        self._loop.run_until_complete(self._loop.shutdown_asyncgens())
        self._loop.run_until_complete(self._loop.shutdown_default_executor())
