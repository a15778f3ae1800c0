"""Sums per project, provider, model, type and day, kept up in the transaction that changes them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mediadesk.domain.statistics import latency_bucket
from mediadesk.storage.rows import fetch_one

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection

    from mediadesk.domain.ids import UserId
    from mediadesk.storage.rows import Readable

_KEYS = "user_id, local_day, project_id, provider, model, type"


@dataclass(frozen=True, slots=True)
class RollupKey:
    """One cell of the roll-up."""

    project_row_id: int
    provider: str
    model: str
    type: str
    local_day: str


def add_to_rollup(
    connection: Connection,
    user: UserId,
    key: RollupKey,
    *,
    latency_ms: int | None = None,
    **counts: int,
) -> None:
    """Add ``counts`` (names of number columns) to a cell, and one latency to its histogram."""
    names = tuple(counts)
    columns = "".join(f", {name}" for name in names)
    changes = [f"{name} = {name} + excluded.{name}" for name in names]
    values: list[object] = [
        user,
        key.local_day,
        key.project_row_id,
        key.provider,
        key.model,
        key.type,
        *counts.values(),
    ]
    first = "{}"
    if latency_ms is not None:
        bucket = latency_bucket(latency_ms)
        first = f'{{"{bucket}": 1}}'
        path = f"'$.\"{bucket}\"'"
        changes.append(
            f"latency_histogram = json_set(latency_histogram, {path}, "
            f"COALESCE(json_extract(latency_histogram, {path}), 0) + 1)"
        )
    # an empty change, so that a cell is there from its first call on
    changes = changes or ["user_id = user_id"]
    connection.exec_driver_sql(
        f"""INSERT INTO usage_rollups ({_KEYS}{columns}, latency_histogram)
         VALUES ({", ".join("?" * len(values))}, ?)
         ON CONFLICT ({_KEYS}) DO UPDATE SET {", ".join(changes)}""",
        (*values, first),
    )


def sums(
    connection: Readable,
    user: UserId,
    *,
    project_row_id: int | None = None,
    providers: Sequence[str] | None = None,
    month: str | None = None,
) -> tuple[int, int]:
    """(spent, held) over the cells that fit; ``month`` is “YYYY-MM”."""
    clauses, values = ["user_id = ?"], list[object]([user])
    if project_row_id is not None:
        clauses.append("project_id = ?")
        values.append(project_row_id)
    if providers is not None:
        clauses.append(f"provider IN ({', '.join('?' * len(providers))})")
        values += providers
    if month is not None:
        clauses.append("local_day BETWEEN ? AND ?")
        values += [f"{month}-01", f"{month}-31"]
    sql = f"""SELECT COALESCE(SUM(charged_micro), 0), COALESCE(SUM(held_micro), 0)
     FROM usage_rollups WHERE {" AND ".join(clauses)}"""
    row = fetch_one(connection, sql, values)
    return (0, 0) if row is None else (int(row[0]), int(row[1]))
