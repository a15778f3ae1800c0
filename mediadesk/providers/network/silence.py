"""How long a stream may be silent, watched by one timer however many pieces arrive."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator


class Silence:
    """Cancels the waiting task once nothing came for too long.

    ``asyncio.timeout`` makes and drops a timer for each wait, and an answer is thousands of waits;
    here a timer that rings too early is set again. One listener at a time.
    """

    def __init__(self) -> None:
        self._loop = asyncio.get_running_loop()
        self._timer: asyncio.TimerHandle | None = None
        self._listener: asyncio.Task[object] | None = None
        self._cancelling = 0
        self._until = 0.0
        self._is_over = False

    async def piece(self, pieces: AsyncIterator[bytes], seconds: float) -> bytes | None:
        """The next piece, None after the last. Raises ``TimeoutError`` after so much silence."""
        self._listen(seconds)
        try:
            found = await anext(pieces, None)
        except asyncio.CancelledError:
            if self._heard():
                raise
            raise TimeoutError from None
        self._heard()
        return found

    def close(self) -> None:
        """Drop the timer."""
        self._listener = None
        self._drop_timer()

    def _listen(self, seconds: float) -> None:
        self._listener = task = asyncio.current_task()
        assert task is not None
        self._cancelling = task.cancelling()
        self._until = self._loop.time() + seconds
        if self._timer is not None and self._timer.when() <= self._until:
            return
        self._drop_timer()
        self._timer = self._loop.call_at(self._until, self._look)

    def _heard(self) -> bool:
        """End the wait; False where it is this watch, and nobody else, that cancelled it."""
        task, self._listener = self._listener, None
        if not self._is_over or task is None:
            return True
        self._is_over = False
        return task.uncancel() > self._cancelling

    def _look(self) -> None:
        self._timer = None
        if self._listener is None:
            return
        if self._loop.time() < self._until:
            self._timer = self._loop.call_at(self._until, self._look)
            return
        self._is_over = True
        self._listener.cancel()

    def _drop_timer(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
