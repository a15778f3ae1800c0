"""The context of one attempt: the one door through which an adapter reaches the application.

Lives on the engine loop. State changes are committed before the call returns; streamed text and
progress are gathered, so that a fast stream costs neither the window nor the disk.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from mediadesk.domain.events import (
    AttemptProgressed,
    GenerationChanged,
    PreviewArrived,
    TextStreamed,
)
from mediadesk.domain.generation import AttemptState, RemoteJob
from mediadesk.domain.ids import AttemptId
from mediadesk.domain.remote import RemoteItem
from mediadesk.services.result_sink import SealingSink
from mediadesk.storage import attempts, remote_items
from mediadesk.system.task_scope import TaskScope

if TYPE_CHECKING:
    from mediadesk.services.engine import Engine
    from mediadesk.storage.attempts import AttemptJob
    from mediadesk.storage.rows import Transaction

FLUSH_AFTER_S = 0.033
CHECKPOINT_AFTER_S = 2.0
CHECKPOINT_CHARACTERS = 8 * 1024
CHECKPOINT_SHARE = 8


class AttemptContext:
    """Implements ``GenerationContext`` for one run of one attempt."""

    def __init__(self, engine: Engine, job: AttemptJob) -> None:
        self._engine = engine
        self._job = job
        self._chores = TaskScope(self._on_chore_failed)
        self._state = job.state
        self._failure: BaseException | None = None
        self._parts: list[str] = []
        self._told = 0
        """How many of the parts were told; they are one string a telling."""
        self._told_length = 0
        self._flush_handle: asyncio.TimerHandle | None = None
        self._checkpoint_at_s = 0.0
        self._checkpoint_length = 0
        self._progress_at_s = 0.0
        self.is_cancel_seen = False
        """Another process asked to cancel before the request left."""
        self.contacts = 0
        """How often the provider told something about the job."""
        self.remote_job = job.remote_job
        self.account_id = job.account_id
        """The account that the call is made with."""
        self.sinks: dict[int, SealingSink] = {}

    @property
    def attempt_id(self) -> AttemptId:
        """The attempt that is being made."""
        return self._job.attempt_id

    @property
    def state(self) -> AttemptState:
        """The committed state."""
        return self._state

    @property
    def streamed_text(self) -> str:
        """All text that has arrived so far. May be read from other threads."""
        return "".join(self._parts)

    async def submitting(self) -> None:
        """See ``GenerationContext``."""
        engine, row_id, used = self._engine, self._job.row_id, self.account_id
        write_use = None if used is None else engine.use_of(used)

        def work(connection: Transaction) -> bool:
            if write_use is not None:
                write_use(connection)
            return engine.store.submitting(connection, row_id, used)

        if not await engine.database.write(work):
            self.is_cancel_seen = True
            raise asyncio.CancelledError
        self._state = AttemptState.SUBMITTING
        self._tell(0.0, "")

    async def accepted(self, job: RemoteJob, *stays: RemoteItem) -> None:
        """See ``GenerationContext``."""
        store, row_id = self._engine.store, self._job.row_id

        def work(connection: Transaction) -> None:
            store.accepted(connection, row_id, job)
            self._remember(connection, stays)

        await self._engine.database.write(work)
        self.remote_job = job
        if self._state is AttemptState.SUBMITTING:
            self._state = AttemptState.ACCEPTED
        self._tell(None, "")

    async def stays(self, item: RemoteItem) -> None:
        """See ``GenerationContext``."""
        await self._engine.database.write(lambda c: self._remember(c, (item,)))

    async def gone(self, items: Sequence[RemoteItem]) -> None:
        """See ``GenerationContext``."""
        account_id = self.account_id
        if account_id is not None:
            await self._engine.database.write(
                lambda c: remote_items.drop_items(c, account_id, items)
            )

    async def progress(self, fraction: float | None, stage: str) -> None:
        """See ``GenerationContext``."""
        self.contacts += 1
        now = self._engine.clock.monotonic_s()
        if self._state in (AttemptState.SUBMITTING, AttemptState.ACCEPTED):
            self._progress_at_s = now
            await self._step(AttemptState.RUNNING, progress=fraction, stage=stage)
        elif now - self._progress_at_s >= CHECKPOINT_AFTER_S:
            self._progress_at_s = now
            change = partial(
                attempts.change, row_id=self._job.row_id, progress=fraction, stage=stage
            )
            await self._engine.database.write(change)
        self._tell(fraction, stage)

    async def fetching(self) -> None:
        """See ``GenerationContext``."""
        if self._state is not AttemptState.FETCHING:
            await self._step(AttemptState.FETCHING)
            self._tell(None, "")

    def text(self, delta: str) -> None:
        """See ``GenerationContext``."""
        if not delta:
            return
        if not self._parts:
            self._checkpoint_at_s = self._engine.clock.monotonic_s()
        self._parts.append(delta)
        if self._state in (AttemptState.SUBMITTING, AttemptState.ACCEPTED):
            self._state = AttemptState.RUNNING
            self._chores.start(self._write_step(AttemptState.RUNNING))
        if self._flush_handle is None:
            loop = asyncio.get_running_loop()
            self._flush_handle = loop.call_later(FLUSH_AFTER_S, self._flush)

    def preview(self, image: bytes) -> None:
        """See ``GenerationContext``."""
        self._engine.bus.publish(
            PreviewArrived(self._job.generation_id, self._job.attempt_id, image)
        )

    async def sink(self, index: int, declared_mime: str) -> SealingSink:
        """See ``GenerationContext``."""
        await self.fetching()
        engine, job = self._engine, self._job
        begun = self.sinks.pop(index, None)
        if begun is not None:
            await begun.abandon()
        sink = SealingSink(engine.media, engine.pool, job.attempt_id, index, job.type)
        self.sinks[index] = sink
        return sink

    async def sleep(self, seconds: float) -> None:
        """See ``GenerationContext``."""
        await asyncio.sleep(seconds)

    async def settle(self) -> None:
        """Send and write what is still gathered; raises what a background write ran into."""
        if self._flush_handle is not None:
            self._flush_handle.cancel()
        self._flush()
        await self._chores.drain()
        if self._failure is not None:
            raise self._failure

    async def close(self) -> None:
        """Stop background writes and throw away results that are not whole."""
        if self._flush_handle is not None:
            self._flush_handle.cancel()
            self._flush_handle = None
        await self._chores.close()
        for sink in self.sinks.values():
            await sink.abandon()

    async def save_partial_text(self) -> None:
        """Commit the text so far: the program is about to end."""
        if self._parts:
            await self._checkpoint()

    def _flush(self) -> None:
        self._flush_handle = None
        delta = "".join(self._parts[self._told :])
        if not delta:
            return
        self._parts[self._told :] = [delta]  # in one step: other threads read them
        self._told += 1
        job, start = self._job, self._told_length
        self._told_length += len(delta)
        self._engine.bus.publish(TextStreamed(job.generation_id, job.attempt_id, delta, start))
        self._checkpoint_length += len(delta)
        waited = self._engine.clock.monotonic_s() - self._checkpoint_at_s
        # Each writes the whole text anew, so a long one takes larger steps.
        enough = max(CHECKPOINT_CHARACTERS, self._told_length // CHECKPOINT_SHARE)
        if waited >= CHECKPOINT_AFTER_S or self._checkpoint_length >= enough:
            self._checkpoint_at_s = self._engine.clock.monotonic_s()
            self._checkpoint_length = 0
            self._chores.start(self._checkpoint())

    def _remember(self, connection: Transaction, items: Sequence[RemoteItem]) -> None:
        if self.account_id is not None and items:
            now, row_id = self._engine.clock.now_ms(), self._job.generation_row_id
            remote_items.add_items(connection, self.account_id, row_id, items, now)

    async def _checkpoint(self) -> None:
        change = partial(attempts.change, row_id=self._job.row_id, partial_text=self.streamed_text)
        await self._engine.database.write(change)

    async def _step(self, state: AttemptState, **changes: object) -> None:
        await self._write_step(state, **changes)
        self._state = state

    async def _write_step(self, state: AttemptState, **changes: object) -> None:
        store, job = self._engine.store, self._job

        def work(connection: Transaction) -> None:
            store.step(connection, job, state, **changes)

        await self._engine.database.write(work)
        self._engine.bus.publish(GenerationChanged(job.generation_id, job.project_id))

    def _tell(self, fraction: float | None, stage: str) -> None:
        job = self._job
        self._engine.bus.publish(
            AttemptProgressed(job.generation_id, job.attempt_id, self._state, fraction, stage)
        )

    def _on_chore_failed(self, error: BaseException) -> None:
        self._failure = error
