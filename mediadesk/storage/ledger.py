"""The ledger: money as entries that are only ever added. Totals are sums over it.

Held = holds and releases; spent = charges, refunds and corrections. All amounts are micro-USD.
Each entry is added to the roll-up and to the project's cached sum in the same transaction.
"""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import insert

from mediadesk.domain.cost_calculator import Cost, CostBasis
from mediadesk.domain.ids import UserId, new_uuid7
from mediadesk.domain.ledger import EntryKind, EntryMark
from mediadesk.storage.rollups import RollupKey, add_to_rollup
from mediadesk.storage.rows import fetch_value
from mediadesk.storage.tables import ledger_entries

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from mediadesk.storage.attempts import AttemptJob
    from mediadesk.storage.rows import Readable

SPENDING = "('charge', 'refund', 'correction')"
HOLDING = "('hold', 'release')"


@dataclass(frozen=True, slots=True)
class Line:
    """What an entry says beside the call that it belongs to."""

    kind: EntryKind
    cost: Cost
    mark: EntryMark | None = None
    note: str = ""


def rollup_key(job: AttemptJob) -> RollupKey:
    """The cell that a call counts in: the day is the one on which the call was queued."""
    return RollupKey(job.project_row_id, job.provider, job.model, job.type.value, job.local_day)


def add_entry(
    connection: Connection, user: UserId, job: AttemptJob, line: Line, at_ms: int
) -> uuid.UUID:
    """Add a line for a call, and its amount to the sums."""
    entry_id, cost = new_uuid7(at_ms), line.cost
    connection.execute(
        insert(ledger_entries).values(
            uid=entry_id.bytes,
            user_id=user,
            project_id=job.project_row_id,
            generation_id=job.generation_row_id,
            attempt_id=job.row_id,
            provider=job.provider,
            model=job.model,
            type=job.type.value,
            kind=line.kind.value,
            amount_micro=cost.micro,
            basis=cost.basis.value,
            price_source=cost.price_source or None,
            price_date=cost.price_date,
            local_day=job.local_day,
            mark=None if line.mark is None else line.mark.value,
            note=line.note,
            created_at=at_ms,
        )
    )
    if cost.micro:
        add_to_rollup(connection, user, rollup_key(job), **_sums_of(line.kind, cost))
        if line.kind.is_spending:
            connection.exec_driver_sql(
                "UPDATE projects SET spent_micro = spent_micro + ? WHERE id = ?",
                (cost.micro, job.project_row_id),
            )
    return entry_id


def held_by_attempt(connection: Readable, attempt_row_id: int) -> int:
    """What is held for an attempt now."""
    return _sum_of(connection, attempt_row_id, HOLDING)


def spent_by_attempt(connection: Readable, attempt_row_id: int) -> int:
    """What an attempt has cost so far: charges, refunds and corrections."""
    return _sum_of(connection, attempt_row_id, SPENDING)


def _sum_of(connection: Readable, attempt_row_id: int, kinds: str) -> int:
    sql = f"""SELECT COALESCE(SUM(amount_micro), 0) FROM ledger_entries
     WHERE attempt_id = ? AND kind IN {kinds}"""
    return int(fetch_value(connection, sql, (attempt_row_id,)))


def _sums_of(kind: EntryKind, cost: Cost) -> dict[str, int]:
    amount = cost.micro or 0
    if not kind.is_spending:
        return {"held_micro": amount}
    found = {"charged_micro": amount}
    if cost.basis is CostBasis.REPORTED:
        found["reported_micro"] = amount
    elif cost.basis in (CostBasis.BILL, CostBasis.USER):
        found["corrected_micro"] = amount
    return found
