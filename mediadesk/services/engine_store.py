"""EngineStore: each change of a job as one whole transaction, money included."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING

from mediadesk.domain.cost_calculator import Cost, CostBasis
from mediadesk.domain.errors import Billed, MediadeskError, ProviderError, UsageError
from mediadesk.domain.generation import (
    ENDED,
    IN_FLIGHT,
    AttemptState,
    FinishReason,
    RemoteJob,
    Usage,
)
from mediadesk.domain.ids import AccountId, AssetId, AttemptId, GenerationId, UserId
from mediadesk.services.cap_gate import NO_CAPS, CapGate, Passage, Wanted
from mediadesk.services.job_money import JobMoney
from mediadesk.storage import attempts, generations, routes, waits
from mediadesk.storage.asset_changes import NewAsset, add_asset, has_landed
from mediadesk.storage.attempts import AttemptJob, IllegalStepError, NewAttempt
from mediadesk.storage.chain_rows import ASSET_ADDED
from mediadesk.storage.rows import fetch_value, to_json, without_none
from mediadesk.storage.settings import local_day
from mediadesk.system.clock import Clock

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mediadesk.services.planning import Plan
    from mediadesk.storage.events import EventChain
    from mediadesk.storage.media_store import MediaStore
    from mediadesk.storage.routes import LinkCall
    from mediadesk.storage.rows import Transaction


@dataclass(frozen=True, slots=True)
class Queued:
    """A generation that was queued, and what the caps said."""

    generation_id: GenerationId
    passage: Passage = NO_CAPS


@dataclass(frozen=True, slots=True)
class Landing:
    """What a call delivered: whole, durable blobs, and what it cost.

    A ``cost`` of None micro-USD is not known; without one it was charged, by the estimate.
    """

    assets: tuple[NewAsset, ...]
    cost: Cost | None
    state: AttemptState = AttemptState.COMPLETED
    finish_reason: FinishReason = FinishReason.COMPLETE
    usage: Usage = field(default_factory=Usage)
    request_id: str | None = None
    notes: dict[str, str] = field(default_factory=dict)
    error: MediadeskError | None = None


class EngineStore:
    """The runner's transactions. Every method runs inside an open write transaction."""

    def __init__(self, user: UserId, chain: EventChain, clock: Clock, media: MediaStore) -> None:
        self.user = user
        self.chain = chain
        self.money = JobMoney(user, chain)
        self.caps = CapGate(user, chain)
        self.clock = clock
        self.media = media

    def enqueue(
        self,
        connection: Transaction,
        plan: Plan,
        owner: str | None,
        *,
        over_cap_once: bool = False,
    ) -> Queued:
        """Check every cap, then write generation, attempts and holds.

        Raises ``CapRefusedError``, unless ``over_cap_once``; nothing is written then.
        """
        now = self.clock.now_ms()
        day = local_day(connection, self.clock, now)
        request = plan.request
        passage = self.caps.check(
            connection,
            request.project_id,
            request.provider,
            plan.hold_micro,
            day,
            over_cap_once=over_cap_once,
        )
        row_id, generation_id = generations.add_generation(
            connection,
            self.user,
            request,
            plan.provider_id,
            plan.estimate.expected_micro,
            day,
            now,
        )
        if plan.route.is_told:
            routes.add_route(connection, row_id, plan.route)
        self.record(connection, "generation.queued", generation_id, plan.attempts[0].fingerprint)
        jobs = [
            self.add_attempt(connection, row_id, number, new, owner, day, passage=passage)
            for number, new in enumerate(plan.attempts, start=1)
        ]
        self.money.count_queued(connection, jobs[0])
        return Queued(generation_id, passage)

    def check_together(self, connection: Transaction, plans: Sequence[Plan]) -> None:
        """Raise ``CapRefusedError`` where these runs together would pass a cap."""
        wanted = [
            Wanted(plan.request.project_id, plan.request.provider, plan.hold_micro)
            for plan in plans
        ]
        day = local_day(connection, self.clock, self.clock.now_ms())
        self.caps.check_together(connection, wanted, day, run_count=len(plans))

    def hold_more(self, connection: Transaction, job: AttemptJob, hold_micro: int) -> AttemptJob:
        """Hold ``hold_micro`` in all for a queued call, where it costs more than it did then.

        What is added counts in the month of the call. Raises ``CapRefusedError``.
        """
        more = hold_micro - job.hold_micro
        if more <= 0:
            return job
        used = routes.spent_and_held(connection, job.generation_row_id)
        self.caps.check(
            connection, job.project_id, job.provider, more, job.local_day, run_micro=used
        )
        self.money.hold(connection, job, more, self.clock.now_ms())
        attempts.change(connection, job.row_id, hold_micro=hold_micro)
        return attempts.load_job(connection, self.user, job.row_id)

    def submitting(
        self, connection: Transaction, row_id: int, account_id: AccountId | None
    ) -> bool:
        """The billable request is about to leave; False where somebody asked to cancel.

        Whatever it leads to is asked about with this account alone.
        """
        job = attempts.load_job(connection, self.user, row_id)
        if job.is_cancel_requested or job.state in ENDED:
            return False
        if job.state is not AttemptState.QUEUED:
            raise IllegalStepError(f"attempt {row_id} would be submitted a second time")
        sent_with = b"" if account_id is None else account_id.bytes
        self.step(connection, job, AttemptState.SUBMITTING, sent_with=sent_with)
        return True

    def accepted(self, connection: Transaction, row_id: int, remote: RemoteJob) -> None:
        """The provider took the job: its id and addresses, before the first poll."""
        job = attempts.load_job(connection, self.user, row_id)
        text = attempts.write_remote_job(remote)
        if job.state is AttemptState.SUBMITTING:
            self.step(connection, job, AttemptState.ACCEPTED, remote_job=text)
        else:
            attempts.change(connection, row_id, remote_job=text)

    def step(
        self, connection: Transaction, job: AttemptJob, state: AttemptState, **changes: object
    ) -> None:
        """One step of the state machine that ends nothing."""
        now = self.clock.now_ms()
        before = attempts.step(connection, job.row_id, state, now, **changes)
        self.record(connection, f"attempt.{state.value}", job.attempt_id)
        # between two states under way nothing changes that a generation's status could show
        if not (before in IN_FLIGHT and state in IN_FLIGHT):
            generations.refresh_status(connection, job.generation_row_id, now)

    def requeue(
        self, connection: Transaction, job: AttemptJob, wait_ms: int, error: ProviderError
    ) -> None:
        """Back into the queue: it is certain that nothing was accepted. The hold stays."""
        waits.add_wait(connection, job.row_id, self.clock.now_ms(), wait_ms, error)
        self.step(
            connection,
            job,
            AttemptState.QUEUED,
            not_before=self.clock.now_ms() + wait_ms,
            wait_reason=error.message,
            tries=job.tries + 1,
            submitted_at=None,
        )

    def end(
        self,
        connection: Transaction,
        job: AttemptJob,
        state: AttemptState,
        billed: Billed,
        error: MediadeskError | None = None,
        **changes: object,
    ) -> None:
        """An end without a result (or *uncertain*). An unknown cost keeps its hold."""
        now = self.clock.now_ms()
        columns = attempts.error_columns(error) if error else {}
        request_id = getattr(error, "request_id", None)
        if request_id is not None:
            columns["request_id"] = request_id
        billed = self.money.close(connection, job, billed, None, now)
        attempts.step(connection, job.row_id, state, now, billed=billed.value, **columns, **changes)
        self.record(connection, f"attempt.{state.value}", job.attempt_id)
        self.money.count_ended(connection, job, state, billed, now)
        generations.refresh_status(connection, job.generation_row_id, now)

    def land(self, connection: Transaction, job: AttemptJob, landing: Landing) -> list[AssetId]:
        """Rows for what arrived, usage, charge (the hold is released), sums and status: at once.

        Returns the assets that are new.
        """
        now = self.clock.now_ms()
        job = attempts.load_job(connection, self.user, job.row_id)  # as it is by now
        # of an outcome that was in doubt, a part may be here from the first time
        new = [one for one in landing.assets if not has_landed(connection, job.row_id, one)]
        for asset in new:
            self.media.bring_back(asset.blob_name, job.attempt_id)
            add_asset(
                connection,
                self.user,
                job.project_row_id,
                asset,
                now,
                generation_row=job.generation_row_id,
                attempt_row=job.row_id,
            )
            self.chain.append(connection, ASSET_ADDED, "asset", asset.asset_id, asset.digest)
        billed = Billed.UNKNOWN
        if landing.state is not AttemptState.UNCERTAIN:
            cost = landing.cost
            known = Billed.UNKNOWN if cost and cost.micro is None else Billed.CHARGED
            billed = self.money.close(connection, job, known, cost, now)
        columns = attempts.error_columns(landing.error) if landing.error else {}
        attempts.step(
            connection,
            job.row_id,
            landing.state,
            now,
            billed=billed.value,
            finish_reason=landing.finish_reason.value,
            usage=to_json(without_none(asdict(landing.usage))),
            notes=json.dumps(landing.notes) if landing.notes else None,
            partial_text=None,
            progress=1.0 if landing.state is AttemptState.COMPLETED else None,
            request_id=landing.request_id or job.request_id,
            **columns,
        )
        self.record(connection, f"attempt.{landing.state.value}", job.attempt_id)
        self.money.count_ended(connection, job, landing.state, billed, now, landing.usage, len(new))
        generations.refresh_status(connection, job.generation_row_id, now)
        return [one.asset_id for one in new]

    def settle(
        self,
        connection: Transaction,
        attempt_id: AttemptId,
        charged_micro: int | None,
        basis: CostBasis = CostBasis.USER,
    ) -> AttemptJob:
        """What became known about the money of an attempt; None = it was not charged."""
        row_id, _ = attempts.attempt_row(connection, self.user, attempt_id)
        job = attempts.load_job(connection, self.user, row_id)
        if not attempts.is_to_settle(connection, row_id):
            raise UsageError("There is nothing to settle about this job.", "")
        now = self.clock.now_ms()
        self.money.release(connection, job, now)
        if charged_micro is not None:
            self.money.charge(connection, job, Cost(charged_micro, basis), now)
        billed = Billed.FREE if charged_micro is None else Billed.CHARGED
        settled_as = "not_charged" if charged_micro is None else "charged"
        changes: dict[str, object] = {"billed": billed.value, "settled_as": settled_as}
        state = job.state
        if state is AttemptState.UNCERTAIN:
            sql = "SELECT EXISTS (SELECT 1 FROM assets WHERE attempt_id = ?)"
            has_results = fetch_value(connection, sql, (row_id,))
            state = AttemptState.COMPLETED if has_results else AttemptState.FAILED
            attempts.step(connection, row_id, state, now, **changes)
            generations.refresh_status(connection, job.generation_row_id, now)
        else:
            attempts.change(connection, row_id, **changes)
            generations.refresh_charge(connection, job.generation_row_id)
        self.record(connection, f"attempt.settled.{settled_as}", attempt_id)
        self.money.count_settled(connection, job, state, billed)
        return job

    def found_again(self, connection: Transaction, row_id: int, remote: RemoteJob) -> None:
        """The provider knows an uncertain attempt: it is polled again, by whoever is free."""
        job = attempts.load_job(connection, self.user, row_id)
        self.step(
            connection,
            job,
            AttemptState.ACCEPTED,
            remote_job=attempts.write_remote_job(remote),
            owner=None,
            resumed=1,
            cancel_requested=0,
            billed=None,
            error_kind=None,
            error_message=None,
        )
        self.money.count_found_again(connection, job)

    def record(
        self,
        connection: Transaction,
        kind: str,
        subject: GenerationId | AttemptId,
        digest: bytes | None = None,
    ) -> None:
        """Add to the record of changes."""
        subject_kind = "generation" if kind.startswith("generation") else "attempt"
        self.chain.append(
            connection, kind, subject_kind, subject, digest, at_ms=self.clock.now_ms()
        )

    def add_attempt(
        self,
        connection: Transaction,
        generation_row: int,
        number: int,
        new: NewAttempt,
        owner: str | None,
        day: str,
        *,
        retry_of: int | None = None,
        passage: Passage = NO_CAPS,
        call: LinkCall | None = None,
    ) -> AttemptJob:
        """Queue one call with its hold; ``passage`` is what the caps said to it.

        ``call``: what it asks for in place of its generation. One that repeats another
        (``retry_of``) asks for the same as that where nothing is given.
        """
        now = self.clock.now_ms()
        row_id, attempt_id = attempts.add_attempt(
            connection, generation_row, number, new, owner, now, day, retry_of
        )
        if call is not None:
            routes.add_call(connection, row_id, call)
        elif retry_of is not None:
            routes.copy_call(connection, retry_of, row_id)
        job = attempts.load_job(connection, self.user, row_id)
        self.money.hold(connection, job, new.hold_micro, now, passage.exception)
        self.record(connection, "attempt.queued", attempt_id, new.fingerprint)
        return job
