"""AttemptRun: one attempt from claim to end. What follows from an error is in ``runner_rules``."""

from __future__ import annotations

import asyncio
import logging
import random
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from mediadesk.domain.cost_calculator import Cost, CostBasis, CostCalculator
from mediadesk.domain.errors import (
    Billed,
    CapRefusedError,
    DiskFullError,
    MediadeskError,
    ProviderError,
    ProviderErrorKind,
    StorageError,
)
from mediadesk.domain.events import (
    AssetsChanged,
    GenerationChanged,
    GenerationFinished,
    MoneyChanged,
    Notice,
    RouteChanged,
)
from mediadesk.domain.generation import (
    IN_FLIGHT,
    AttemptState,
    FinishReason,
    GenerationStatus,
)
from mediadesk.domain.routes import FallbackLink
from mediadesk.providers.base import (
    BaseProvider,
    CancelOutcome,
    GenerationResult,
)
from mediadesk.services.attempt_context import AttemptContext
from mediadesk.services.call_results import CallResults
from mediadesk.services.engine_store import Landing
from mediadesk.services.provider_request import build_request
from mediadesk.services.router import (
    LONGEST_WAIT_S,
    Followed,
    NoWayOnError,
    ProviderRouter,
)
from mediadesk.services.runner_rules import Decision, Follow, decide
from mediadesk.storage import attempts
from mediadesk.storage.attempts import AttemptJob
from mediadesk.storage.rows import fetch_value

if TYPE_CHECKING:
    from mediadesk.domain.catalog import ModelSpec
    from mediadesk.domain.ids import AssetId
    from mediadesk.services.engine import Engine
    from mediadesk.services.models import ModelCatalog
    from mediadesk.storage.rows import Transaction

T = TypeVar("T")
CANCEL_WAIT_S = 20.0
_log = logging.getLogger(__name__)


class AttemptRun:
    """Runs one claimed attempt. ``cancel`` and ``stop`` may interrupt it at any await."""

    def __init__(self, engine: Engine, catalog: ModelCatalog, job: AttemptJob) -> None:
        self.job = job
        self.context = AttemptContext(engine, job)
        self._engine = engine
        self._results = CallResults(engine, self.context, job)
        self._catalog = catalog
        self._router = ProviderRouter(engine, catalog)
        self._task: asyncio.Task[None] | None = None
        self._is_cancelled_by_user = False
        self._is_landing = False

    async def run(self) -> None:
        """Make the call and bring it to an end; raises nothing but cancellation of the program."""
        self._task = asyncio.current_task()
        try:
            if self.job.is_cancel_requested:
                await self._end_cancelled()
            else:
                await self._make()
        except asyncio.CancelledError:
            if not (self._is_cancelled_by_user or self.context.is_cancel_seen):
                raise
            await self._end_cancelled()
        finally:
            await self.context.close()

    def cancel(self) -> bool:
        """The user wants it to stop; False where the result is already being written."""
        if self._is_landing:
            return False
        self._is_cancelled_by_user = True
        if self._task is not None:
            self._task.cancel()
        return True

    async def _make(self) -> None:
        provider = None
        polls = contacts = 0
        while True:
            try:
                if provider is None:
                    provider = await self._connect(self.job)
                if self.context.state is AttemptState.QUEUED:
                    await self._hold_anew()
                job = self.job
                model = self._catalog.spec(job.provider, job.model, job.type)
                result = await self._call(provider, model)
                await self.context.settle()
                await self._land(result, model)
                return
            except CapRefusedError as error:
                await self._refuse(error)
                return
            except ProviderError as error:
                wait_s = await self._follow(error, provider, polls)
            except MediadeskError as error:
                wait_s = await self._follow_own(error, provider, polls)
            except Exception as error:  # noqa: BLE001 - a bug must not lose track of paid work
                _log.exception("attempt %s ended by a bug", self.job.attempt_id)
                await self._end_by_bug(error)
                return
            if wait_s is None:
                return
            # a job that answered in between has not used up its tries
            polls = polls + 1 if self.context.contacts == contacts else 1
            contacts = self.context.contacts
            await asyncio.sleep(wait_s)

    async def _connect(self, job: AttemptJob) -> BaseProvider:
        engine = self._engine
        provider, account_id = await engine.connections.connect_for(job)
        if account_id is not None:
            self.context.account_id = account_id
            # a call that is about to leave has this written with its step, in one transaction
            if self.context.state is not AttemptState.QUEUED:
                await engine.database.write(engine.use_of(account_id))
        return provider

    async def _hold_anew(self) -> None:
        """The price may have risen while the call waited: the caps bind at what it costs now."""
        engine, router, before = self._engine, self._router, self.job
        if await engine.database.read_raw(lambda c: router.costs_more(c, before)):
            self.job = await self._write(lambda c: router.hold_anew(c, before))

    async def _refuse(self, error: CapRefusedError) -> None:
        router, job = self._router, self.job
        await self._write(lambda c: router.refuse(c, job, error))
        await self._tell()

    async def _call(self, provider: BaseProvider, model: ModelSpec) -> GenerationResult:
        request = await build_request(self._engine, self.job, model)
        remote = self.context.remote_job
        if remote is not None:
            self.context.sinks.clear()
            return await provider.resume(remote, request, self.context)
        if self.context.state is not AttemptState.QUEUED:
            raise ProviderError(
                ProviderErrorKind.INTERRUPTED, "The job was interrupted and cannot be picked up."
            )
        return await provider.generate(request, self.context)

    async def _follow(
        self, error: ProviderError, provider: BaseProvider | None, polls: int
    ) -> float | None:
        """Do what the table says; the seconds to wait before asking again, None = ended here."""
        has_job = self.context.remote_job is not None
        decision = decide(
            error,
            self.context.state,
            tries=polls if has_job else self.job.tries,
            has_job=has_job,
            may_poll=provider is not None and provider.capabilities.resumes,
            jitter=random.random(),
            most_tries=self._engine.limits().tries,
        )
        if decision.follow is Follow.POLL_AGAIN:
            await self._results.abandon()
            return decision.wait_s
        if decision.follow is Follow.WAIT:
            if decision.wait_s <= LONGEST_WAIT_S or not await self._leave(error):
                await self._requeue(error, decision)
        else:
            await self._end(decision, error)
        return None

    async def _follow_own(
        self, error: MediadeskError, provider: BaseProvider | None, polls: int
    ) -> float | None:
        """An error of ours: a full disk, a missing key, a damaged input."""
        if isinstance(error, DiskFullError):
            self._engine.ballast.was_released = True
        if self.context.state is AttemptState.QUEUED:
            await self._end(Decision(Follow.FAIL, Billed.FREE), error)
            return None
        may_poll = provider is not None and provider.capabilities.resumes
        if isinstance(error, StorageError) and self.context.remote_job and may_poll and polls < 2:
            await self._results.abandon()
            return 1.0
        await self._end(Decision(Follow.UNCERTAIN), error)
        return None

    async def _leave(self, error: ProviderError) -> bool:
        """Go on with the chain in place of a long wait; False where nothing can follow."""
        router, job = self._router, self.job
        try:
            followed = await self._write(lambda c: router.leave(c, job, error))
        except NoWayOnError:
            return False
        self._tell_route(followed)
        await self._tell()
        return True

    async def _requeue(self, error: ProviderError, decision: Decision) -> None:
        store, job = self._engine.store, self.job
        wait_ms = int(decision.wait_s * 1000)
        await self._write(lambda c: store.requeue(c, job, wait_ms, error))
        await self._tell()

    async def _end(self, decision: Decision, error: MediadeskError) -> None:
        state = {
            Follow.FAIL: AttemptState.FAILED,
            Follow.EXPIRE: AttemptState.EXPIRED,
            Follow.UNCERTAIN: AttemptState.UNCERTAIN,
        }[decision.follow]
        await self._end_with_text(state, decision.billed, error)

    async def _end_by_bug(self, error: Exception) -> None:
        problem = ProviderError(
            ProviderErrorKind.MALFORMED,
            f"Something unexpected happened ({type(error).__name__}).",
            "See the log for details.",
        )
        is_unsent = self.context.state is AttemptState.QUEUED
        state = AttemptState.FAILED if is_unsent else AttemptState.UNCERTAIN
        await self._end_with_text(state, Billed.FREE if is_unsent else Billed.UNKNOWN, problem)

    async def _end_cancelled(self) -> None:
        """Ask the provider what is still due, keep the text that came, end."""
        job = await self._engine.database.write(
            lambda c: attempts.load_job(c, self._engine.user, self.job.row_id)
        )
        if job.state is not AttemptState.QUEUED and job.state not in IN_FLIGHT:
            return
        billed = Billed.FREE
        # a committed “submitting” whose request never left is as free as a queued one
        if self.context.state is not AttemptState.QUEUED:
            billed = await self._cancel_remotely(job)
            if self._is_free():
                billed = Billed.FREE
        if billed is not Billed.UNKNOWN:
            await self._end_with_text(AttemptState.CANCELLED, billed, None)
            return
        doubt = ProviderError(
            ProviderErrorKind.INTERRUPTED,
            "This was stopped after it had been sent; what it cost is not known.",
            "See your account page at the provider, then say what it cost.",
        )
        await self._end_with_text(AttemptState.UNCERTAIN, billed, doubt)

    async def _cancel_remotely(self, job: AttemptJob) -> Billed:
        if job.remote_job is None:
            return Billed.UNKNOWN
        try:
            async with asyncio.timeout(CANCEL_WAIT_S):
                provider = await self._connect(job)
                if not provider.capabilities.cancels:
                    return Billed.UNKNOWN
                outcome = await provider.cancel(job.remote_job)
        except (MediadeskError, TimeoutError):
            return Billed.UNKNOWN
        return {CancelOutcome.FREE: Billed.FREE, CancelOutcome.CHARGED: Billed.CHARGED}.get(
            outcome, Billed.UNKNOWN
        )

    async def _end_with_text(
        self, state: AttemptState, billed: Billed, error: MediadeskError | None
    ) -> None:
        router, job = self._router, self.job
        results = await self._results.so_far()
        if not results:
            text = self.context.streamed_text
            changes = {"partial_text": text} if text else {}
            followed = await self._write(
                lambda c: router.end(c, job, state, billed, error, **changes)
            )
            self._tell_route(followed)
        else:
            told = Cost(0 if billed is Billed.FREE else None, CostBasis.ESTIMATE)
            landing = Landing(
                results,
                None if billed is Billed.CHARGED else told,
                state=state,
                finish_reason=FinishReason.INTERRUPTED,
                error=error,
            )
            landed, _ = await self._write(lambda c: router.land(c, job, landing))
            await self._after(landed)
        await self._tell()

    async def _land(self, result: GenerationResult, model: ModelSpec) -> None:
        results = await self._results.whole(result.texts)
        is_refused = result.finish_reason is FinishReason.REFUSED
        if not results and not is_refused:
            raise ProviderError(
                ProviderErrorKind.MALFORMED,
                result.missing or "The provider answered without a result.",
                "Try again, or choose another model.",
                request_id=result.request_id,
            )
        cost = CostCalculator().actual(
            model, self.job.parameters, result.usage, len(results), result.reported_micro
        )
        state, error = AttemptState.COMPLETED, None
        if not results:
            state = AttemptState.FAILED
            error = ProviderError(
                ProviderErrorKind.BLOCKED,
                result.missing or "The provider refused this request.",
                "Change the prompt or choose another model.",
            )
        elif _cost_is_open(result, model):
            state = AttemptState.UNCERTAIN
            error = ProviderError(
                ProviderErrorKind.INTERRUPTED,
                "The answer broke off; what it cost is not known.",
                "The text that came is kept.",
            )
        notes = dict(result.notes)
        if result.missing:
            notes["missing"] = result.missing
        landing = Landing(
            results,
            cost,
            state=state,
            finish_reason=result.finish_reason,
            usage=result.usage,
            request_id=result.request_id,
            notes=notes,
            error=error,
        )
        router, job = self._router, self.job
        self._is_landing = True
        landed, followed = await self._write(lambda c: router.land(c, job, landing))
        await self._after(landed)
        self._tell_route(followed)
        await self._tell()

    def _is_free(self) -> bool:
        job = self.job
        try:
            return self._catalog.spec(job.provider, job.model, job.type).pricing.is_free
        except MediadeskError:
            return False

    async def _after(self, landed: list[AssetId]) -> None:
        """Copies go, derived data is made; a failure here harms no result."""
        engine = self._engine
        await self._results.settle()
        engine.bus.publish(AssetsChanged(tuple(landed)))
        for asset_id in landed:
            engine.tell_stored(asset_id)

    async def _write(self, work: Callable[[Transaction], T]) -> T:
        return await asyncio.shield(self._engine.database.write(work))

    def _tell_route(self, followed: Followed | None) -> None:
        if followed is None:
            return
        bus, job = self._engine.bus, self.job
        ended = FallbackLink(job.provider, job.model, job.account_id)
        bus.publish(RouteChanged(job.generation_id, job.project_id, ended, followed.link))
        for sentence in followed.passage.notices():
            bus.publish(Notice("warning", sentence, ""))

    async def _tell(self) -> None:
        bus, job = self._engine.bus, self.job
        query, row = "SELECT status FROM generations WHERE id = ?", (job.generation_row_id,)
        status = await self._engine.database.read_raw(lambda c: fetch_value(c, query, row))
        bus.publish(GenerationChanged(job.generation_id, job.project_id))
        bus.publish(MoneyChanged())
        if status not in (GenerationStatus.QUEUED, GenerationStatus.RUNNING):
            bus.publish(GenerationFinished(job.generation_id, job.project_id))


def _cost_is_open(result: GenerationResult, model: ModelSpec) -> bool:
    """Whether an answer broke off and nobody told what it cost."""
    is_cut = result.finish_reason is FinishReason.INTERRUPTED
    return is_cut and result.reported_micro is None and not model.pricing.is_free
