"""GenerationRunner: takes waiting attempts in fair order and runs them, a few per provider at once.

Lives on the engine loop. Everything it decides from is in the database, so several processes may
run it on one library: an attempt is claimed in a transaction before it is touched.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from mediadesk.domain.errors import Billed, MediadeskError, UsageError
from mediadesk.domain.events import GenerationChanged, LibraryChangedElsewhere, MoneyChanged, Notice
from mediadesk.domain.generation import AttemptState
from mediadesk.domain.ids import AttemptId, ProviderId
from mediadesk.providers.factory import provider_class
from mediadesk.services.attempt_run import AttemptRun
from mediadesk.services.job_states import is_moving
from mediadesk.services.reconcile import reconcile
from mediadesk.services.runner_rules import LONGEST_WAIT_S, fair
from mediadesk.storage import attempts, cancels, waiting
from mediadesk.storage.settings import are_jobs_paused
from mediadesk.storage.waiting import WaitingAttempt
from mediadesk.system.task_scope import TaskScope

if TYPE_CHECKING:
    from mediadesk.services.engine import Engine
    from mediadesk.services.models import ModelCatalog
    from mediadesk.storage.rows import Transaction

LOOK_AGAIN_S = 1.0
"""How often other processes' commits are noticed."""
LONGEST_WAIT_MS = int(LONGEST_WAIT_S * 1000)
LOOK_AT = 256
"""So many waiting attempts, the oldest, are weighed against each other at a time."""
RECONCILE_EVERY = 10
NOTICE_EVERY_S = 60.0
_log = logging.getLogger(__name__)


class GenerationRunner:
    """Starts, watches and cancels the attempts of this process."""

    def __init__(self, engine: Engine, catalog: ModelCatalog, owner: str) -> None:
        self.owner = owner
        self.is_paused = False
        self._engine = engine
        self._catalog = catalog
        self._scope = TaskScope(self._on_error)
        self._wake = asyncio.Event()
        self._runs: dict[int, AttemptRun] = {}
        self._data_version = -1
        self._next_notice_s = 0.0

    async def start(self) -> None:
        """Take care of what a dead process left behind, then begin to work."""
        self._data_version = await self._engine.database.data_version()
        await self._reconcile()
        self._scope.start(self._work(), "runner")
        self._scope.start(self._watch(), "runner-watch")

    async def close(self) -> None:
        """Stop. Running attempts stay as they are in the database: the next start goes on."""
        for run in tuple(self._runs.values()):
            with contextlib.suppress(MediadeskError):
                await run.context.save_partial_text()
        await self._scope.close()

    def wake(self) -> None:
        """Something may be ready to run."""
        self._wake.set()

    async def cancel(self, attempt_id: AttemptId) -> None:
        """Stop an attempt, whichever process has it."""
        engine = self._engine
        row_id, _ = await engine.database.read_raw(
            lambda c: attempts.attempt_row(c, engine.user, attempt_id)
        )
        run = self._runs.get(row_id)
        if run is not None:
            run.cancel()
            return
        await cancel_elsewhere(engine, row_id, self.owner)

    def streamed_text(self, attempt_id: AttemptId) -> str:
        """The text so far of an attempt that runs here; empty otherwise. Any thread."""
        for run in tuple(self._runs.values()):
            if run.job.attempt_id == attempt_id:
                return run.context.streamed_text
        return ""

    def slots(self) -> int:
        """How many calls the providers that work now take at once. Any thread."""
        busy = {run.job.provider_id for run in tuple(self._runs.values())}
        most, at_once = sum(self._slots(one) for one in busy), self._engine.limits().at_once
        return min(most, at_once) if at_once else most

    async def _work(self) -> None:
        while True:
            self._wake.clear()
            wait_s: float | None = LOOK_AGAIN_S
            with self._surviving():
                wait_s = await self._start_what_is_ready()
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(wait_s):
                    await self._wake.wait()

    async def _start_what_is_ready(self) -> float | None:
        """Start attempts while slots are free; seconds until the next one is due."""
        if self._engine.ballast.was_released:
            await self._pause()
            return LOOK_AGAIN_S * 5
        engine = self._engine
        while True:
            found = await self._startable()
            chosen = self._fair(found)
            for one in chosen:
                await self._start(one)
            # Where the oldest ones are all of providers that are full now, others may be behind.
            if len(found) < LOOK_AT or not chosen:
                break
        now = engine.clock.now_ms()
        due = await engine.database.read_raw(lambda c: waiting.next_due_ms(c, now, LONGEST_WAIT_MS))
        return None if due is None else (due - now) / 1000 + 0.001

    async def _startable(self) -> list[WaitingAttempt]:
        engine, full = self._engine, self._full()
        now = engine.clock.now_ms()
        return await engine.database.read_raw(
            lambda c: waiting.startable(
                c,
                engine.user,
                self.owner,
                now_ms=now,
                longest_wait_ms=LONGEST_WAIT_MS,
                full=full,
                limit=LOOK_AT,
                is_paused=are_jobs_paused(c),
            )
        )

    def _fair(self, ready: list[WaitingAttempt]) -> list[WaitingAttempt]:
        used = self._used()
        running = Counter(run.job.generation_row_id for run in self._runs.values())
        at_once = self._engine.limits().at_once
        room = max(0, at_once - len(self._runs)) if at_once else None
        return fair(
            (one for one in ready if one.row_id not in self._runs),
            running,
            lambda provider_id: self._slots(provider_id) - used[provider_id],
        )[:room]

    def _used(self) -> Counter[ProviderId]:
        return Counter(run.job.provider_id for run in self._runs.values())

    def _full(self) -> list[ProviderId]:
        return [name for name, count in self._used().items() if count >= self._slots(name)]

    def _slots(self, provider_id: ProviderId) -> int:
        own = self._engine.limits().per_provider
        if own:
            return own
        try:
            return provider_class(provider_id, self._engine.connections.adapters).slots
        except UsageError:
            return 1

    async def _start(self, one: WaitingAttempt) -> None:
        engine = self._engine
        if not one.is_owned and not await engine.database.write(
            lambda c: attempts.claim(c, one.row_id, self.owner)
        ):
            return
        job = await engine.database.read_raw(
            lambda c: attempts.load_job(c, engine.user, one.row_id)
        )
        run = AttemptRun(engine, self._catalog, job)
        self._runs[one.row_id] = run
        self._scope.start(self._run(run), f"attempt {job.attempt_id}")

    async def _run(self, run: AttemptRun) -> None:
        try:
            await run.run()
        finally:
            self._runs.pop(run.job.row_id, None)
            self.wake()

    async def _watch(self) -> None:
        turns = 0
        while True:
            await asyncio.sleep(LOOK_AGAIN_S)
            turns += 1
            with self._surviving():
                await self._look(turns)

    async def _look(self, turns: int) -> None:
        version = await self._engine.database.data_version()
        is_changed = version != self._data_version
        self._data_version = version
        if is_changed:
            self._engine.bus.publish(LibraryChangedElsewhere())
        await self._hear_cancels()
        self.wake()
        if turns % RECONCILE_EVERY == 0:
            await self._engine.pool.run(self._engine.keep_anchor)
            await self._reconcile()

    async def _reconcile(self) -> None:
        if await reconcile(self._engine, self._catalog, self.owner, self._runs):
            self.wake()

    @contextlib.contextmanager
    def _surviving(self) -> Iterator[None]:
        """A busy or full disk must not end the runner: it looks again a little later."""
        try:
            yield
        except MediadeskError as error:
            self._on_error(error)

    async def _hear_cancels(self) -> None:
        """Somebody else may have asked for the end of an attempt that runs or waits here."""
        owner = self.owner
        wanted = await self._engine.database.read_raw(lambda c: cancels.to_be_cancelled(c, owner))
        for row_id in wanted:
            if row_id in self._runs:
                self._runs[row_id].cancel()
            else:
                await cancel_elsewhere(self._engine, row_id, owner)

    async def _pause(self) -> None:
        """The disk was full: land what runs, start nothing until there is room again."""
        if not self.is_paused:
            self.is_paused = True
            self._engine.bus.publish(
                Notice(
                    "error",
                    "The disk is full; new jobs wait.",
                    "Free some space: they go on by themselves.",
                )
            )
        if await self._engine.pool.run(self._engine.ballast.ensure):
            self.is_paused = False
            self._engine.bus.publish(Notice("ok", "There is space again; jobs go on."))
            self.wake()

    def _on_error(self, error: BaseException) -> None:
        _log.error("the runner met an error", exc_info=error)
        now = self._engine.clock.monotonic_s()
        if isinstance(error, MediadeskError) and now >= self._next_notice_s:
            self._next_notice_s = now + NOTICE_EVERY_S
            self._engine.bus.publish(Notice("error", error.message, error.next_step))


async def cancel_elsewhere(engine: Engine, row_id: int, owner: str | None) -> None:
    """Cancel an attempt that this process does not run: free while it waits, else by asking.

    Whoever runs it, or takes it over, does what was asked. A dead process is nobody.
    """
    holder = await engine.database.read_raw(lambda c: attempts.owner_of(c, row_id))
    is_free = holder in (None, owner) or not await engine.pool.run(engine.owners.is_alive, holder)

    def work(connection: Transaction) -> None:
        job = attempts.load_job(connection, engine.user, row_id)
        is_same = attempts.owner_of(connection, row_id) == holder
        if job.state is AttemptState.QUEUED and is_free and is_same:
            engine.store.end(connection, job, AttemptState.CANCELLED, Billed.FREE)
        elif is_moving(job.state):
            attempts.change(connection, row_id, cancel_requested=1)

    await engine.database.write(work)
    job = await engine.database.read_raw(lambda c: attempts.load_job(c, engine.user, row_id))
    engine.bus.publish(GenerationChanged(job.generation_id, job.project_id))
    engine.bus.publish(MoneyChanged())
