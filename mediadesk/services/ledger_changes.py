"""What may be added to the ledger after a call has ended: corrections and refunds.

Nothing is ever changed: each is an entry of its own, in the day and month of its call.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mediadesk.domain.cost_calculator import Cost, CostBasis
from mediadesk.domain.errors import Billed, UsageError
from mediadesk.domain.generation import ENDED
from mediadesk.domain.ids import AttemptId
from mediadesk.domain.ledger import EntryKind, EntryMark
from mediadesk.domain.money import format_usd_exact
from mediadesk.storage import attempts, generations
from mediadesk.storage.ledger import Line, spent_by_attempt
from mediadesk.storage.rows import fetch_value

if TYPE_CHECKING:
    from mediadesk.services.engine_store import EngineStore
    from mediadesk.storage.attempts import AttemptJob
    from mediadesk.storage.rows import Transaction

LONGEST_NOTE = 500


def correct(
    connection: Transaction,
    store: EngineStore,
    attempt_id: AttemptId,
    to_micro: int,
    note: str = "",
    basis: CostBasis = CostBasis.USER,
) -> int:
    """Make what a call cost ``to_micro``; returns the difference, 0 where nothing was wrong.

    Raises ``UsageError`` for a call that goes on, or whose cost has to be settled first.
    """
    job = _ended(connection, store, attempt_id)
    difference = to_micro - spent_by_attempt(connection, job.row_id)
    if difference:
        mark = _mark(connection, store, job, to_micro, difference)
        line = Line(EntryKind.CORRECTION, Cost(difference, basis), mark, _checked(note))
        _enter(connection, store, job, line, to_micro)
    return difference


def refund(
    connection: Transaction,
    store: EngineStore,
    attempt_id: AttemptId,
    amount_micro: int,
    note: str = "",
) -> None:
    """Enter what the provider gave back; ``UsageError`` where that is more than was spent."""
    job = _ended(connection, store, attempt_id)
    spent = spent_by_attempt(connection, job.row_id)
    if not 0 < amount_micro <= spent:
        raise UsageError(
            f"{format_usd_exact(amount_micro)} cannot be given back for a call that cost "
            f"{format_usd_exact(spent)}.",
            "Name an amount up to what it cost.",
        )
    line = Line(EntryKind.REFUND, Cost(-amount_micro, CostBasis.USER), None, _checked(note))
    _enter(connection, store, job, line, spent - amount_micro)


def _enter(
    connection: Transaction, store: EngineStore, job: AttemptJob, line: Line, spent_micro: int
) -> None:
    store.money.enter(connection, job, line, store.clock.now_ms())
    billed = Billed.CHARGED if spent_micro else Billed.FREE
    sql = "SELECT billed = ? FROM attempts WHERE id = ?"
    was_free = bool(fetch_value(connection, sql, (Billed.FREE.value, job.row_id)))
    attempts.change(connection, job.row_id, billed=billed.value)
    store.money.count_billed(connection, job, was_free=was_free, billed=billed)
    generations.refresh_charge(connection, job.generation_row_id)


def _mark(
    connection: Transaction, store: EngineStore, job: AttemptJob, to_micro: int, difference: int
) -> EntryMark | None:
    """A correction cannot be refused: the money is gone. Where it passes a cap it says so."""
    if difference > 0 and to_micro > job.hold_micro:
        return EntryMark.OVER_BOUND
    passed = store.caps.passed_by(
        connection, job.project_id, job.provider, difference, job.local_day
    )
    return EntryMark.OVER_CAP if difference > 0 and passed else None


def _ended(connection: Transaction, store: EngineStore, attempt_id: AttemptId) -> AttemptJob:
    row_id, _ = attempts.attempt_row(connection, store.user, attempt_id)
    job = attempts.load_job(connection, store.user, row_id)
    if attempts.is_to_settle(connection, row_id):
        raise UsageError(
            f"The cost of {attempt_id} is not known yet.",
            "Settle it first: “mediadesk jobs settle”.",
        )
    if job.state not in ENDED:
        raise UsageError(f"{attempt_id} has not ended yet.", "Wait for it, or cancel it.")
    return job


def _checked(note: str) -> str:
    if len(note) > LONGEST_NOTE:
        raise UsageError("The note is too long.", f"Use at most {LONGEST_NOTE} characters.")
    return " ".join(note.split())
