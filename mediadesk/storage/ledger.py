"""The ledger: money as entries that are only ever added. Totals are sums over it.

Held = holds and releases; spent = charges, refunds and corrections. All amounts are micro-USD.
"""

from __future__ import annotations

import uuid
from enum import StrEnum
from typing import TYPE_CHECKING

from sqlalchemy import insert, select, update

from mediadesk.domain.cost_calculator import CostBasis
from mediadesk.domain.ids import UserId, new_uuid7
from mediadesk.storage.rows import fetch_one, fetch_value
from mediadesk.storage.tables import attempts, generations, ledger_entries, projects

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from mediadesk.storage.rows import Readable

SPENDING = "('charge', 'refund', 'correction')"
HOLDING = "('hold', 'release')"


class EntryKind(StrEnum):
    """What an entry does to the sums."""

    HOLD = "hold"
    RELEASE = "release"
    CHARGE = "charge"
    REFUND = "refund"
    CORRECTION = "correction"


def add_entry(
    connection: Connection,
    user: UserId,
    attempt_row_id: int,
    kind: EntryKind,
    amount_micro: int | None,
    basis: CostBasis,
    at_ms: int,
    *,
    price_source: str = "",
    price_date: str | None = None,
    note: str = "",
) -> uuid.UUID:
    """Add a line for an attempt; it belongs to the day on which its generation was queued."""
    job = connection.execute(
        select(
            generations.c.id,
            generations.c.project_id,
            generations.c.provider,
            generations.c.model,
            generations.c.type,
            generations.c.local_day,
        )
        .join(attempts, attempts.c.generation_id == generations.c.id)
        .where(attempts.c.id == attempt_row_id, generations.c.user_id == user)
    ).one()
    entry_id = new_uuid7(at_ms)
    connection.execute(
        insert(ledger_entries).values(
            uid=entry_id.bytes,
            user_id=user,
            project_id=job.project_id,
            generation_id=job.id,
            attempt_id=attempt_row_id,
            provider=job.provider,
            model=job.model,
            type=job.type,
            kind=kind.value,
            amount_micro=amount_micro,
            basis=basis.value,
            price_source=price_source or None,
            price_date=price_date,
            local_day=job.local_day,
            note=note,
            created_at=at_ms,
        )
    )
    if kind not in (EntryKind.HOLD, EntryKind.RELEASE):
        refresh_spent(connection, job.project_id)
    return entry_id


def held_by_attempt(connection: Readable, attempt_row_id: int) -> int:
    """What is held for an attempt now."""
    sql = f"""SELECT COALESCE(SUM(amount_micro), 0) FROM ledger_entries
     WHERE attempt_id = ? AND kind IN {HOLDING}"""
    return int(fetch_value(connection, sql, (attempt_row_id,)))


def refresh_spent(connection: Connection, project_row_id: int) -> None:
    """Renew the cached sum of a project."""
    spent, _ = sums(connection, project_row_id=project_row_id)
    connection.execute(
        update(projects).where(projects.c.id == project_row_id).values(spent_micro=spent)
    )


def sums(
    connection: Readable,
    *,
    user: UserId | None = None,
    project_row_id: int | None = None,
    provider: str | None = None,
    month: str | None = None,
) -> tuple[int, int]:
    """(spent, held) over all entries that fit; ``month`` is “YYYY-MM”."""
    clauses, values = ["1"], list[object]()
    for clause, value in (
        ("user_id = ?", user),
        ("project_id = ?", project_row_id),
        ("provider = ?", provider),
    ):
        if value is not None:
            clauses.append(clause)
            values.append(value)
    if month is not None:
        clauses.append("local_day BETWEEN ? AND ?")
        values += [f"{month}-01", f"{month}-31"]
    sql = f"""SELECT
     COALESCE(SUM(CASE WHEN kind IN {SPENDING} THEN amount_micro END), 0),
     COALESCE(SUM(CASE WHEN kind IN {HOLDING} THEN amount_micro END), 0)
     FROM ledger_entries WHERE {" AND ".join(clauses)}"""
    row = fetch_one(connection, sql, values)
    return (0, 0) if row is None else (int(row[0]), int(row[1]))
