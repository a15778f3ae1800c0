"""JobQueue: what the user does with jobs that wait, whichever process has them."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from mediadesk.domain.errors import UsageError
from mediadesk.domain.events import GenerationChanged, QueueChanged
from mediadesk.storage import generations, queue_order, settings

if TYPE_CHECKING:
    from collections.abc import Callable

    from mediadesk.domain.ids import GenerationId
    from mediadesk.services.engine import Engine
    from mediadesk.storage.rows import Transaction


class Move(StrEnum):
    """Where in the queue a job goes."""

    TOP = "top"
    UP = "up"
    DOWN = "down"


class JobQueue:
    """Pausing, order and waits. ``wake`` tells the runner of this process, where there is one.

    Everything is in the database: every process on this library heeds it within a second.
    """

    def __init__(self, engine: Engine, wake: Callable[[], None]) -> None:
        self._engine = engine
        self._wake = wake

    async def is_paused(self) -> bool:
        """Whether no waiting job starts."""
        return await self._engine.database.read_raw(settings.are_jobs_paused)

    async def set_paused(self, *, is_paused: bool) -> None:
        """Start no waiting job any more, or go on. What was sent goes on in any case."""
        now = self._engine.clock.now_ms()
        await self._engine.database.write(
            lambda c: settings.put_setting(c, settings.PAUSED, is_paused, now)
        )
        self._engine.bus.publish(QueueChanged())
        self._wake()

    async def move(self, id: GenerationId, where: Move) -> bool:
        """Put a waiting job elsewhere in the queue; False where it is there already.

        Raises ``NotFoundError``, and ``UsageError`` where it does not wait.
        """

        def work(connection: Transaction) -> bool:
            row = self._row(connection, id)
            queue_order.first_of(connection, row)
            if where is Move.TOP:
                other = queue_order.first_waiting(connection)
            else:
                is_before = where is Move.UP
                other = queue_order.neighbour(connection, row, is_before=is_before)
            if other is None or other == row:
                return False
            if where is Move.DOWN:
                row, other = other, row
            queue_order.move_before(connection, row, other)
            return True

        return await self._change(work)

    async def move_before(self, id: GenerationId, other: GenerationId) -> None:
        """Put a waiting job right before another. Raises what ``move`` raises."""

        def work(connection: Transaction) -> bool:
            queue_order.move_before(
                connection, self._row(connection, id), self._row(connection, other)
            )
            return True

        await self._change(work)

    async def retry_now(self, id: GenerationId) -> None:
        """Do not wait any longer for the time that a provider asked for.

        Raises ``NotFoundError``, and ``UsageError`` where no call waits for a time.
        """
        engine = self._engine

        def work(connection: Transaction) -> bool:
            return queue_order.start_now(connection, self._row(connection, id)) > 0

        if not await engine.database.write(work):
            raise UsageError("This job does not wait for a time.", "See “mediadesk jobs list”.")
        found = await engine.database.read_raw(
            lambda c: generations.get_generation(c, engine.user, id)
        )
        engine.bus.publish(GenerationChanged(id, found.project_id))
        self._wake()

    async def try_unreached(self) -> None:
        """Let every job that reached nobody be tried again at once."""
        user = self._engine.user
        await self._change(lambda c: queue_order.start_unreached(c, user) > 0)

    def _row(self, connection: Transaction, id: GenerationId) -> int:
        return generations.generation_row_id(connection, self._engine.user, id)

    async def _change(self, work: Callable[[Transaction], bool]) -> bool:
        is_changed = await self._engine.database.write(work)
        if is_changed:
            self._engine.bus.publish(QueueChanged())
            self._wake()
        return is_changed
