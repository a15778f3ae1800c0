"""Sums per project, provider, model, type and day, kept up in the transaction that changes them."""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import insert, update

from mediadesk.storage.rows import fetch_one
from mediadesk.storage.tables import usage_rollups

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from mediadesk.domain.ids import UserId

BUCKETS_PER_DOUBLING = 4
_COUNTERS = (
    "generation_count",
    "attempt_count",
    "success_count",
    "failure_count",
    "asset_count",
    "charged_micro",
    "unknown_count",
    "input_tokens",
    "output_tokens",
)


@dataclass(frozen=True, slots=True)
class RollupKey:
    """One cell of the roll-up."""

    project_row_id: int
    provider: str
    model: str
    type: str
    local_day: str


def latency_bucket(latency_ms: int) -> int:
    """Number of the logarithmic bucket: four per doubling, so a percentile is right to 19 %."""
    return 0 if latency_ms < 1 else 1 + math.floor(math.log2(latency_ms) * BUCKETS_PER_DOUBLING)


def add_to_rollup(
    connection: Connection,
    user: UserId,
    key: RollupKey,
    *,
    latency_ms: int | None = None,
    **counts: int,
) -> None:
    """Add ``counts`` (names of counter columns) to a cell, and one latency to its histogram."""
    values: dict[str, Any] = {
        "user_id": user,
        "project_id": key.project_row_id,
        "provider": key.provider,
        "model": key.model,
        "type": key.type,
        "local_day": key.local_day,
    }
    where = [usage_rollups.c[name] == value for name, value in values.items()]
    sql = f"""SELECT {", ".join(_COUNTERS)}, latency_histogram FROM usage_rollups WHERE
     {" AND ".join(f"{name} = ?" for name in values)}"""
    row = fetch_one(connection, sql, tuple(values.values()))
    histogram = {} if row is None else json.loads(row[-1])
    if latency_ms is not None:
        bucket = str(latency_bucket(latency_ms))
        histogram[bucket] = histogram.get(bucket, 0) + 1
    changed: dict[str, Any] = {"latency_histogram": json.dumps(histogram, sort_keys=True)}
    for index, name in enumerate(_COUNTERS):
        changed[name] = (0 if row is None else row[index]) + counts.get(name, 0)
    if row is None:
        connection.execute(insert(usage_rollups).values(**values, **changed))
    else:
        connection.execute(update(usage_rollups).where(*where).values(**changed))
