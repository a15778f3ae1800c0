"""The money and the sums of a job: part of the transactions in ``engine_store``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mediadesk.domain.cost_calculator import Cost, CostBasis
from mediadesk.domain.errors import Billed
from mediadesk.domain.generation import AttemptState, Usage
from mediadesk.domain.ledger import EntryKind, EntryMark
from mediadesk.domain.money import format_usd_exact
from mediadesk.services.job_states import is_failure
from mediadesk.storage import generations
from mediadesk.storage.chain_rows import ledger_digest
from mediadesk.storage.ledger import (
    Line,
    add_entry,
    held_by_attempt,
    rollup_key,
)
from mediadesk.storage.rollups import add_to_rollup
from mediadesk.storage.rows import fetch_value

if TYPE_CHECKING:
    from mediadesk.domain.ids import UserId
    from mediadesk.storage.attempts import AttemptJob
    from mediadesk.storage.events import EventChain
    from mediadesk.storage.rows import Transaction


class JobMoney:
    """Holds, releases and charges, each also in the record of changes; and the roll-ups."""

    def __init__(self, user: UserId, chain: EventChain) -> None:
        self._user = user
        self._chain = chain

    def hold(
        self, connection: Transaction, job: AttemptJob, amount: int, now: int, exception: str = ""
    ) -> None:
        """Hold what an attempt may cost at most; ``exception`` names caps that it may pass once."""
        if amount:
            mark = EntryMark.OVER_CAP if exception else None
            note = f"One-time exception: {exception}" if exception else ""
            cost = Cost(amount, CostBasis.ESTIMATE)
            self.enter(connection, job, Line(EntryKind.HOLD, cost, mark, note), now)

    def release(self, connection: Transaction, job: AttemptJob, now: int) -> int:
        """Give back what is held; returns how much that was."""
        held = held_by_attempt(connection, job.row_id)
        if held:
            self.enter(
                connection, job, Line(EntryKind.RELEASE, Cost(-held, CostBasis.ESTIMATE)), now
            )
        return held

    def charge(self, connection: Transaction, job: AttemptJob, cost: Cost, now: int) -> None:
        """Charge an attempt; an unknown amount is entered as unknown.

        A charge above what was held is marked: caps were checked against the hold.
        """
        mark, note = None, ""
        if cost.micro is not None and cost.micro > job.hold_micro:
            mark = EntryMark.OVER_BOUND
            note = f"Above the {format_usd_exact(job.hold_micro)} that was held"
        self.enter(connection, job, Line(EntryKind.CHARGE, cost, mark, note), now)

    def close(
        self,
        connection: Transaction,
        job: AttemptJob,
        billed: Billed,
        cost: Cost | None,
        now: int,
    ) -> Billed:
        """Settle an attempt that ends: charge and release, or keep the hold where nobody knows.

        Without a ``cost``, a charge is the estimate. Returns what is known about the money.
        """
        if billed is Billed.UNKNOWN:
            if cost is not None:
                self.charge(connection, job, Cost(None, cost.basis), now)
            return Billed.UNKNOWN
        held = self.release(connection, job, now)
        if billed is Billed.FREE:
            return Billed.FREE
        if cost is None:
            sql = "SELECT COALESCE(estimate_micro, ?) FROM attempts WHERE id = ?"
            cost = Cost(fetch_value(connection, sql, (held, job.row_id)), CostBasis.ESTIMATE)
        self.charge(connection, job, cost, now)
        return Billed.CHARGED if cost.micro else Billed.FREE

    def count_queued(self, connection: Transaction, job: AttemptJob) -> None:
        """One more generation."""
        add_to_rollup(connection, self._user, rollup_key(job), generation_count=1)

    def count_ended(
        self,
        connection: Transaction,
        job: AttemptJob,
        state: AttemptState,
        billed: Billed,
        now: int,
        usage: Usage | None = None,
        asset_count: int = 0,
    ) -> None:
        """One more call that ended, with its latency where it was a success."""
        usage = usage or Usage()
        is_success = state is AttemptState.COMPLETED
        latency = max(0, now - job.submitted_at_ms) if job.submitted_at_ms and is_success else None
        generations.add_usage(
            connection, job.generation_row_id, usage.input_tokens, usage.output_tokens, latency
        )
        add_to_rollup(
            connection,
            self._user,
            rollup_key(job),
            latency_ms=latency,
            attempt_count=1,
            success_count=int(is_success),
            failure_count=int(is_failure(state)),
            asset_count=asset_count,
            unknown_count=int(billed is Billed.UNKNOWN),
            uncharged_count=int(is_failure(state) and billed is Billed.FREE),
            input_tokens=usage.input_tokens or 0,
            output_tokens=usage.output_tokens or 0,
        )

    def count_settled(
        self, connection: Transaction, job: AttemptJob, state: AttemptState, billed: Billed
    ) -> None:
        """One unknown cost less; an uncertain call that turned out well is a failure no more."""
        turned = int(job.state is AttemptState.UNCERTAIN and not is_failure(state))
        add_to_rollup(
            connection,
            self._user,
            rollup_key(job),
            unknown_count=-1,
            success_count=turned,
            failure_count=-turned,
            uncharged_count=int(is_failure(state) and billed is Billed.FREE),
        )

    def count_billed(
        self, connection: Transaction, job: AttemptJob, *, was_free: bool, billed: Billed
    ) -> None:
        """A correction or refund may make a failure one that was not charged, or the reverse."""
        change = int(billed is Billed.FREE) - int(was_free)
        if change and is_failure(job.state):
            add_to_rollup(connection, self._user, rollup_key(job), uncharged_count=change)

    def count_found_again(self, connection: Transaction, job: AttemptJob) -> None:
        """Take back what ``count_ended`` counted when the call became uncertain."""
        add_to_rollup(
            connection,
            self._user,
            rollup_key(job),
            attempt_count=-1,
            failure_count=-1,
            unknown_count=-1,
        )

    def enter(self, connection: Transaction, job: AttemptJob, line: Line, now: int) -> None:
        """Add a line to the ledger and to the record of changes."""
        entry_id = add_entry(connection, self._user, job, line, now)
        kind, cost = line.kind.value, line.cost
        digest = ledger_digest(kind, cost.micro, cost.basis.value)
        self._chain.append(connection, f"ledger.{kind}", "ledger", entry_id, digest, at_ms=now)
