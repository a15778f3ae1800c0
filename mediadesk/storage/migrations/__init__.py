"""Schema changes, in order. Each is a function with a date; a released one is never edited."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from mediadesk.storage.migrations import (
    m0001_initial,
    m0002_accounts,
    m0003_money,
    m0004_routes,
    m0005_routed_sums,
    m0006_sent_with,
    m0007_purged,
    m0008_comparisons,
    m0009_queue,
    m0010_batches,
    m0011_scripts,
    m0012_notices,
    m0013_pages,
    m0014_headers,
)

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable


@dataclass(frozen=True)
class Migration:
    """One step. ``apply(connection, now_ms)`` runs inside the step's own transaction."""

    number: int
    made_on: date
    title: str
    apply: Callable[[sqlite3.Connection, int], None]


MIGRATIONS: tuple[Migration, ...] = (
    Migration(1, date(2026, 11, 23), "initial schema", m0001_initial.apply),
    Migration(2, date(2026, 11, 23), "accounts", m0002_accounts.apply),
    Migration(3, date(2026, 11, 23), "money", m0003_money.apply),
    Migration(4, date(2026, 11, 23), "fallback chains", m0004_routes.apply),
    Migration(5, date(2026, 11, 23), "sums of fallbacks", m0005_routed_sums.apply),
    Migration(6, date(2026, 11, 23), "accounts of calls", m0006_sent_with.apply),
    Migration(7, date(2026, 11, 23), "emptied trash", m0007_purged.apply),
    Migration(8, date(2026, 11, 23), "comparisons", m0008_comparisons.apply),
    Migration(9, date(2026, 11, 30), "queue", m0009_queue.apply),
    Migration(10, date(2026, 11, 30), "batches and presets", m0010_batches.apply),
    Migration(11, date(2026, 11, 30), "scripts", m0011_scripts.apply),
    Migration(12, date(2026, 11, 30), "notices of budgets", m0012_notices.apply),
    Migration(13, date(2026, 11, 30), "pages of documents", m0013_pages.apply),
    Migration(14, date(2026, 12, 1), "headers of accounts", m0014_headers.apply),
)
