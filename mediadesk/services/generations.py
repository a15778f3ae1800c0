"""GenerationService: estimate, submit, follow, cancel, settle. The runner does the work."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from mediadesk.domain.cost_calculator import Estimate
from mediadesk.domain.errors import (
    CapRefusedError,
    UsageError,
)
from mediadesk.domain.events import (
    Event,
    GenerationChanged,
    LibraryChangedElsewhere,
    MoneyChanged,
    Notice,
    ProjectsChanged,
)
from mediadesk.domain.generation import (
    AttemptState,
    Generation,
    GenerationRequest,
)
from mediadesk.domain.ids import AttemptId, GenerationId, ProjectId
from mediadesk.services.activity import ActivityService
from mediadesk.services.admission import Admission
from mediadesk.services.cap_gate import Passage
from mediadesk.services.job_queue import JobQueue
from mediadesk.services.job_states import is_moving
from mediadesk.services.job_summary import JobsSummary, read_summary
from mediadesk.services.requests import request_from
from mediadesk.services.route_estimates import RouteEstimates
from mediadesk.services.sending_again import send_again
from mediadesk.services.settling import settle_attempt
from mediadesk.storage import attempts, cancels, generations
from mediadesk.storage.generation_rows import load_generations

if TYPE_CHECKING:
    from mediadesk.domain.input_tokens import InputExtent
    from mediadesk.domain.route_view import RouteEstimate
    from mediadesk.services.engine import Engine
    from mediadesk.services.engine_store import Queued
    from mediadesk.services.generation_runner import GenerationRunner
    from mediadesk.services.models import ModelCatalog
    from mediadesk.storage.attempts import AttemptJob
    from mediadesk.storage.rows import Readable, Transaction
    from mediadesk.system.io_thread import IoThread

LOOK_AGAIN_S = 0.5
"""How often ``wait`` looks by itself: another process may be the one that runs the job."""


@dataclass(frozen=True, slots=True)
class ClosingReport:
    """What closing now means: jobs picked up again, and jobs whose outcome is lost."""

    resumable: tuple[Generation, ...]
    lost: tuple[Generation, ...]


class GenerationService:
    """What the user does with generations. Without a runner here they wait for one."""

    def __init__(
        self,
        engine: Engine,
        catalog: ModelCatalog,
        io: IoThread,
    ) -> None:
        self._engine = engine
        self._catalog = catalog
        self._admission = Admission(engine, catalog)
        self._io = io
        self._runner: GenerationRunner | None = None
        self.queue = JobQueue(engine, self._wake)
        self.activity = ActivityService(engine)

    @property
    def _owner(self) -> str | None:
        return None if self._runner is None else self._runner.owner

    def use_runner(self, runner: GenerationRunner) -> None:
        """From now on this process runs jobs: those that wait already, too."""
        self._runner = runner
        self._wake()

    async def estimate(
        self, request: GenerationRequest, files: Sequence[InputExtent] = ()
    ) -> Estimate:
        """What a request may cost; ``files`` are inputs that the library does not hold (yet).

        With a fallback chain, the bound is that of its dearest model. Raises ``UsageError`` and
        its kinds, and ``NotFoundError`` for an input that is gone.
        """
        return (await self.estimate_route(request, files)).total

    async def estimate_route(
        self, request: GenerationRequest, files: Sequence[InputExtent] = ()
    ) -> RouteEstimate:
        """As ``estimate``, with what each model of the chain may cost."""
        return await RouteEstimates(self._engine, self._catalog).estimate(request, files)

    async def check(self, request: GenerationRequest) -> None:
        """Raise what ``submit`` would raise, except a cap's refusal. Changes nothing."""
        await self._admission.plan(request)

    async def submit(
        self, request: GenerationRequest, *, over_cap_once: bool = False
    ) -> GenerationId:
        """Check, hold the money and queue; the runner starts at once where this process has one.

        ``over_cap_once``: the user was told which cap would be passed and wants this run anyway;
        that is recorded, and marked in the ledger. The request's own limit holds in any case.

        Raises ``UsageError`` and its kinds, ``CapRefusedError``, ``NotFoundError``,
        ``DiskFullError``. Nothing has changed then, and nothing was sent.
        """
        (generation_id,) = await self.submit_all((request,), over_cap_once=over_cap_once)
        return generation_id

    async def submit_all(
        self,
        requests: Sequence[GenerationRequest],
        *,
        over_cap_once: bool = False,
        also: Callable[[Transaction, Sequence[GenerationId]], object] | None = None,
    ) -> list[GenerationId]:
        """As ``submit``, for all or none: every cap holds for their sum.

        ``also`` is done in the same transaction. Raises what ``submit`` raises.
        """
        engine = self._engine
        plans = [await self._admission.plan(request) for request in requests]
        for plan in plans:
            await self._admission.check_space(plan.request.type, plan.request.result_count)

        def work(connection: Transaction) -> list[Queued]:
            store = engine.store
            if len(plans) > 1 and not over_cap_once:
                store.check_together(connection, plans)
            queued = [
                store.enqueue(connection, plan, self._owner, over_cap_once=over_cap_once)
                for plan in plans
            ]
            if also is not None:
                also(connection, [one.generation_id for one in queued])
            return queued

        try:
            queued = await engine.database.write(work)
        except CapRefusedError as error:
            await self._log_refusal(plans[0].request.project_id, error)
            raise
        for plan, one in zip(plans, queued, strict=True):
            project_id = plan.request.project_id
            engine.bus.publish(GenerationChanged(one.generation_id, project_id, is_new=True))
        self._tell_money(*(one.passage for one in queued))
        self._wake()
        return [one.generation_id for one in queued]

    async def cancel(self, id: GenerationId) -> None:
        """Cancel every call of a generation that has not ended, and let none follow.

        A call is free while it waits; afterwards it is stopped as far as the provider allows.
        """
        engine = self._engine
        found = await engine.database.write(lambda c: cancels.ask_to_cancel(c, engine.user, id))
        for attempt_id in found:
            await self._cancel(attempt_id)

    async def cancel_in(self, project_id: ProjectId) -> None:
        """Cancel every call in a project that has not ended."""
        for found in await self.active():
            if found.project_id == project_id:
                await self.cancel(found.id)

    async def retry(
        self, id: GenerationId, *, without_parameter: str | None = None, over_cap_once: bool = False
    ) -> GenerationId:
        """A new generation with the same request, if asked for without one parameter."""
        request = await self.request_of(id)
        if without_parameter is not None:
            kept = {
                name: value
                for name, value in request.parameters.items()
                if name != without_parameter
            }
            request = replace(request, parameters=kept)
        return await self.submit(request, over_cap_once=over_cap_once)

    async def settle(self, attempt_id: AttemptId, *, charged_micro: int | None) -> None:
        """Say what became of an uncertain call's money; None = it was not charged."""
        if charged_micro is not None and charged_micro < 0:
            raise UsageError("A charge cannot be negative.", "Give an amount like 0.04.")
        await settle_attempt(self._engine, attempt_id, charged_micro)

    async def look_up(self, attempt_id: AttemptId) -> AttemptState:
        """Ask the provider about an uncertain call, by reading calls only; its state afterwards."""
        from mediadesk.services.settling import look_up

        state = await self._io.run(look_up(self._engine, attempt_id))
        self._wake()
        return state

    async def send_again(self, attempt_id: AttemptId, *, over_cap_once: bool = False) -> AttemptId:
        """Make an ended or uncertain call once more, as a new attempt with its own hold.

        Raises ``UsageError``, ``CapRefusedError``, ``DiskFullError``; nothing has changed then.
        """
        (made,) = await self.send_all_again((attempt_id,), over_cap_once=over_cap_once)
        return made

    async def send_all_again(
        self, attempt_ids: Sequence[AttemptId], *, over_cap_once: bool = False
    ) -> list[AttemptId]:
        """As ``send_again``, for all or none: every cap holds for their sum."""
        engine = self._engine

        def read(connection: Readable) -> list[AttemptJob]:
            rows = [attempts.attempt_row(connection, engine.user, id)[0] for id in attempt_ids]
            return [attempts.load_job(connection, engine.user, row_id) for row_id in rows]

        old = await engine.database.read_raw(read)
        for job in old:
            await self._admission.check_space(job.type, job.result_count)
        try:
            made = await engine.database.write(
                lambda c: send_again(
                    engine.store,
                    c,
                    attempt_ids,
                    self._owner,
                    self._admission.again,
                    over_cap_once=over_cap_once,
                )
            )
        except CapRefusedError as error:
            await self._log_refusal(old[0].project_id, error)
            raise
        for job, _ in made:
            engine.bus.publish(GenerationChanged(job.generation_id, job.project_id))
        self._tell_money(*(passage for _, passage in made))
        self._wake()
        return [job.attempt_id for job, _ in made]

    async def delete(self, id: GenerationId) -> None:
        """Move a generation and its results to the trash. Running calls are cancelled first."""
        await self.cancel(id)
        await self._set_deleted(id, is_deleted=True)

    async def restore(self, id: GenerationId) -> None:
        """Bring a generation and its results back from the trash."""
        await self._set_deleted(id, is_deleted=False)

    async def get(self, id: GenerationId) -> Generation:
        """One generation. Raises ``NotFoundError``."""
        return await self._engine.database.read_raw(
            lambda c: generations.get_generation(c, self._engine.user, id)
        )

    async def wait(self, id: GenerationId) -> Generation:
        """Wait until no call of a generation waits or runs any more."""
        return await self._wait_until(id, lambda state: not is_moving(state))

    async def wait_accepted(self, id: GenerationId) -> Generation:
        """Wait until every call is at the provider, or has ended."""
        early = (AttemptState.QUEUED, AttemptState.SUBMITTING)
        return await self._wait_until(id, lambda state: state not in early)

    async def request_of(self, id: GenerationId) -> GenerationRequest:
        """What was asked for, to be reused or changed."""
        return request_from(await self.get(id))

    async def active(self) -> list[Generation]:
        """Generations that wait, run, or have money that nobody settled."""
        user = self._engine.user

        def work(connection: Readable) -> list[Generation]:
            ids = generations.active_row_ids(connection, user)
            return [found for _, found in load_generations(connection, user, ids)]

        return await self._engine.database.read_raw(work)

    async def nobodys(self) -> frozenset[AttemptId]:
        """The unfinished calls that no process has, such as those of one that was killed."""
        from mediadesk.services.reconcile import nobodys

        return await nobodys(self._engine)

    async def summary(self) -> JobsSummary:
        """The numbers of the status block."""
        slots = 0 if self._runner is None else self._runner.slots()
        return await read_summary(self._engine, slots)

    async def closing_report(self) -> ClosingReport:
        """What closing now would lose, and what the next start picks up again."""
        resumable: list[Generation] = []
        lost: list[Generation] = []
        known = await self._engine.database.read_raw(attempts.known_to_provider)
        for found in await self.active():
            moving = [one for one in found.attempts if is_moving(one.state)]
            if not moving:
                continue
            provider_of = self._engine.connections.provider_class
            is_safe = all(
                one.state is AttemptState.QUEUED
                or (
                    provider_of(one.route.provider or found.provider).capabilities.resumes
                    and one.id in known
                )
                for one in moving
            )
            (resumable if is_safe else lost).append(found)
        return ClosingReport(tuple(resumable), tuple(lost))

    def streamed_text(self, attempt_id: AttemptId) -> str:
        """The text so far of a call that runs in this process; empty otherwise."""
        return "" if self._runner is None else self._runner.streamed_text(attempt_id)

    async def _cancel(self, id: AttemptId) -> None:
        if self._runner is not None:
            await self._io.run(self._runner.cancel(id))
            return
        from mediadesk.services.generation_runner import cancel_elsewhere

        engine = self._engine
        row_id, _ = await engine.database.read_raw(
            lambda c: attempts.attempt_row(c, engine.user, id)
        )
        await cancel_elsewhere(engine, row_id, None)

    async def _set_deleted(self, id: GenerationId, *, is_deleted: bool) -> None:
        engine = self._engine
        now = engine.clock.now_ms()
        changed = await engine.database.write(
            lambda c: generations.set_deleted(c, engine.user, id, now if is_deleted else None, now)
        )
        engine.bus.publish(GenerationChanged(id, changed, is_new=True))
        engine.bus.publish(ProjectsChanged())

    async def _wait_until(
        self, id: GenerationId, is_there: Callable[[AttemptState], bool]
    ) -> Generation:
        changed = asyncio.Event()

        def on_change(event: Event) -> None:
            if not isinstance(event, GenerationChanged) or event.generation_id == id:
                changed.set()

        unsubscribe = [
            self._engine.bus.subscribe(GenerationChanged, on_change),
            self._engine.bus.subscribe(LibraryChangedElsewhere, on_change),
        ]
        try:
            while True:
                changed.clear()
                found = await self.get(id)
                if all(is_there(attempt.state) for attempt in found.attempts):
                    return found
                try:
                    async with asyncio.timeout(LOOK_AGAIN_S):
                        await changed.wait()
                except TimeoutError:
                    continue
        finally:
            for end in unsubscribe:
                end()

    async def _log_refusal(self, project_id: ProjectId, error: CapRefusedError) -> None:
        engine = self._engine
        await engine.database.write(lambda c: engine.store.caps.log_refusal(c, project_id, error))

    def _tell_money(self, *passages: Passage) -> None:
        self._engine.bus.publish(MoneyChanged())
        told = [sentence for passage in passages for sentence in passage.notices()]
        for sentence in dict.fromkeys(told):
            self._engine.bus.publish(Notice("warning", sentence, ""))

    def _wake(self) -> None:
        if self._runner is not None:
            self._io.post(self._runner.wake)
