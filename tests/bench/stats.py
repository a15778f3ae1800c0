"""Statistics over a ledger of a million entries, beside the same statements by hand.

The statements by hand are the groups, the totals and the latencies of both, on a bare connection to
the same table. What the service adds is a hop to its thread and the values that it makes of rows.
"""

from __future__ import annotations

import asyncio
import os
import sqlite3
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from mediadesk.bootstrap import Services, open_services
from mediadesk.domain.ledger import LedgerQuery
from mediadesk.domain.projects import CapPeriod, CapScope
from mediadesk.domain.statistics import StatsBy, StatsQuery
from mediadesk.services.library_access import LibraryAccess
from mediadesk.storage.statistics import SUMS
from tests.bench.libraries import PASSPHRASE
from tests.bench.make_ledger import make_ledger
from tests.bench.report import Goal, Report, median, paired_ratio

ENTRIES = int(os.environ.get("MEDIADESK_BENCH_ENTRIES", "1000000"))
ROUNDS = 7
GOAL = 1.5
_KEYS = {
    StatsBy.PROJECT: "r.project_id",
    StatsBy.PROVIDER: "r.provider",
    StatsBy.MODEL: "r.model",
    StatsBy.TYPE: "r.type",
    StatsBy.DAY: "r.local_day",
    StatsBy.WEEK: "date(r.local_day, 'weekday 0', '-6 days')",
    StatsBy.MONTH: "substr(r.local_day, 1, 7)",
}


def measure() -> Report:
    """Each grouping over everything and over a month, the service and the statements in turn."""
    with tempfile.TemporaryDirectory(prefix="mediadesk-bench-") as folder:
        base = Path(folder)
        started = time.monotonic()
        made = make_ledger(base / "made", ENTRIES)
        made_s = time.monotonic() - started
        report = Report("stats", ("what", "service_ms", "by_hand_ms", "ratio"))
        asyncio.run(_measure(report, made.folder))
    report.notes.append(f"{ENTRIES:,} ledger entries over two years, made in {made_s:.0f} s")
    return report


async def _measure(report: Report, folder: Path) -> None:
    unlocked = await LibraryAccess(folder, use_keyring=False).unlock(PASSPHRASE)
    async with open_services(unlocked, run_jobs=False, environment={}) as services:
        with closing(services._store.database.connect_raw()) as bare:
            month = await services.stats.today() - timedelta(days=30)
            worst = 0.0
            for first in (None, month):
                for by in StatsBy:
                    worst = max(worst, await _compare(report, services, bare, by, first))
            report.goals.append(Goal("service over statement, worst", worst, GOAL))
            await _others(report, services)


async def _compare(
    report: Report,
    services: Services,
    bare: sqlite3.Connection,
    by: StatsBy,
    first: date | None,
) -> float:
    query = replace(StatsQuery(), first_day=first)
    served: list[float] = []
    by_hand: list[float] = []
    for warm_up in (True, *([False] * ROUNDS)):
        started = time.perf_counter()
        found = await services.stats.statistics(query, by)
        between = time.perf_counter()
        rows = _by_hand(bare, _KEYS[by], first)
        ended = time.perf_counter()
        assert len(rows) == len(found.rows)
        if not warm_up:
            served.append(between - started)
            by_hand.append(ended - between)
    ratio = paired_ratio(served, by_hand)
    words = f"by {by.value}, {'all' if first is None else '30 days'}"
    report.rows.append(
        {
            "what": words,
            "service_ms": median(served) * 1000,
            "by_hand_ms": median(by_hand) * 1000,
            "ratio": ratio,
        }
    )
    return ratio


def _by_hand(bare: sqlite3.Connection, key: str, first: date | None) -> list[tuple[object, ...]]:
    where = "user_id = 1" if first is None else f"user_id = 1 AND local_day >= '{first}'"
    rows = bare.execute(
        f"SELECT {key}, {SUMS} FROM usage_rollups r WHERE {where} GROUP BY 1"
    ).fetchall()
    bare.execute(f"SELECT {SUMS} FROM usage_rollups r WHERE {where}").fetchall()
    for group in (key, "''"):
        bare.execute(
            f"SELECT {group}, CAST(h.key AS INTEGER), SUM(h.value) FROM usage_rollups r, "
            f"json_each(r.latency_histogram) h WHERE {where} GROUP BY 1, 2"
        ).fetchall()
    return rows


async def _others(report: Report, services: Services) -> None:
    """What else a page asks for, for the record."""
    await services.money.set_cap(CapScope.OVERALL, CapPeriod.TOTAL, 10**12)
    page = LedgerQuery()
    asked: dict[str, Callable[[], object]] = {
        "what the budgets have left": services.money.uses,
        "the course of a month": services.stats.course,
        "a page of the ledger": lambda: services.ledger.page(page),
    }
    for what, ask in asked.items():
        times = []
        for _ in range(ROUNDS):
            started = time.perf_counter()
            await ask()  # type: ignore[misc]
            times.append(time.perf_counter() - started)
        report.rows.append({"what": what, "service_ms": median(times) * 1000})
