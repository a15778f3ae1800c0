"""A library whose ledger is long: runs with their calls, entries and sums, and no results.

Rows go in by the hundred thousand on a connection of their own, with the indexes made afterwards.
"""

from __future__ import annotations

import json
import random
import sqlite3
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from mediadesk.domain.ids import UserId, new_uuid7
from mediadesk.domain.statistics import latency_bucket
from mediadesk.storage.projects import create_project
from tests.bench.libraries import BenchLibrary, new_library
from tests.bench.make_library import DAY_MS, LIGHTEST_SCRYPT, PROJECTS, Sums

OWNER = UserId(1)
DAYS = 730
BATCH = 20_000
ENTRIES_PER_RUN = 3
MODELS = (
    ("openai", "gpt-image-2.6-flare", "image"),
    ("openai", "gpt-6-luna", "text"),
    ("anthropic", "claude-sonnet-5.5", "text"),
    ("gemini", "gemini-3.5-flash", "text"),
    ("gemini", "veo-3.1", "video"),
    ("fal", "fal-ai/flux/dev", "image"),
    ("fal", "fal-ai/kokoro", "audio"),
    ("openrouter", "acme/writer", "text"),
)
_GENERATIONS = """INSERT INTO generations (id, uid, user_id, project_id, type, provider,
 provider_id, model, prompt, status, charged_micro, latency_ms, local_day, created_at,
 updated_at, completed_at)
 VALUES (?, ?, 1, ?, ?, ?, ?, ?, 'a lighthouse', 'completed', ?, ?, ?, ?, ?, ?)"""
_ATTEMPTS = """INSERT INTO attempts (id, uid, generation_id, number, state, billed, hold_micro,
 local_day, created_at, state_at, submitted_at, completed_at)
 VALUES (?, ?, ?, 1, 'completed', 'charged', ?, ?, ?, ?, ?, ?)"""
_ENTRIES = """INSERT INTO ledger_entries (uid, user_id, project_id, generation_id, attempt_id,
 provider, model, type, kind, amount_micro, basis, local_day, created_at)
 VALUES (?, 1, ?, ?, ?, ?, ?, ?, ?, ?, 'estimate', ?, ?)"""
_CELLS = """INSERT INTO usage_rollups (user_id, project_id, provider, model, type, local_day,
 generation_count, attempt_count, success_count, charged_micro, latency_histogram)
 VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"""
_Cells = defaultdict[tuple[Any, ...], Sums]


def make_ledger(base: Path, entries: int, *, seed: int = 1) -> BenchLibrary:
    """Make a library with at least ``entries`` ledger entries in ``base``, new or empty."""
    with new_library(base, scrypt=LIGHTEST_SCRYPT) as (made, _, library):
        library.database.write_sync(_add_projects)
        with closing(library.database.connect_raw(read_only=False)) as connection:
            _fill(connection, -(-entries // ENTRIES_PER_RUN), random.Random(seed))
        library.database.write_sync(_refresh)
    return made


def _add_projects(connection: Any) -> None:
    now_ms = time.time_ns() // 1_000_000
    for name in PROJECTS:
        create_project(connection, OWNER, name, "", now_ms, is_default=name == PROJECTS[0])


def _refresh(connection: Any) -> None:
    connection.exec_driver_sql(
        "UPDATE projects SET spent_micro = (SELECT COALESCE(SUM(r.charged_micro), 0) "
        "FROM usage_rollups r WHERE r.project_id = projects.id)"
    )


def _fill(connection: sqlite3.Connection, runs: int, chance: random.Random) -> None:
    cells: _Cells = defaultdict(Sums)
    connection.execute("PRAGMA synchronous = OFF")
    tables = ("generations", "attempts", "ledger_entries")
    indexes = connection.execute(
        "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL "
        f"AND tbl_name IN ({', '.join('?' * len(tables))})",
        tables,
    ).fetchall()
    connection.execute("BEGIN IMMEDIATE")
    for name, _ in indexes:
        connection.execute(f"DROP INDEX {name}")
    for start in range(0, runs, BATCH):
        rows = list(_runs(range(start + 1, min(start + BATCH, runs) + 1), runs, chance, cells))
        for position, sql in enumerate((_GENERATIONS, _ATTEMPTS)):
            connection.executemany(sql, [row[position] for row in rows])
        connection.executemany(_ENTRIES, [entry for row in rows for entry in row[2]])
    connection.executemany(_CELLS, _cell_rows(cells))
    for _, sql in indexes:
        connection.execute(sql)
    connection.execute("COMMIT")


def _runs(
    numbers: Iterable[int], runs: int, chance: random.Random, cells: _Cells
) -> Iterator[tuple[tuple[Any, ...], tuple[Any, ...], list[tuple[Any, ...]]]]:
    now_ms = time.time_ns() // 1_000_000
    for number in numbers:
        at_ms = now_ms - DAYS * DAY_MS * (runs - number) // runs
        provider, model, kind = chance.choice(MODELS)
        project = chance.randrange(1, len(PROJECTS) + 1)
        day = datetime.fromtimestamp(at_ms / 1000, UTC).date().isoformat()
        micro, latency = chance.randrange(400, 60_000), int(chance.lognormvariate(8, 0.7))
        sums = cells[project, provider, model, kind, day]
        sums.counts.update(runs=1, micro=micro)
        sums.histogram[latency_bucket(latency)] += 1
        ended_ms = at_ms + latency
        who = (project, number, number, provider, model, kind)
        yield (
            (number, new_uuid7(at_ms).bytes, project, kind, provider, provider, model, micro,
             latency, day, at_ms, ended_ms, ended_ms),
            (number, new_uuid7(at_ms).bytes, number, micro, day, at_ms, ended_ms, at_ms, ended_ms),
            [
                (new_uuid7(at_ms).bytes, *who, entry, amount, day, at_ms)
                for entry, amount in (("hold", micro), ("release", -micro), ("charge", micro))
            ],
        )  # fmt: skip


def _cell_rows(cells: _Cells) -> Iterator[tuple[Any, ...]]:
    for key, sums in cells.items():
        runs = sums.counts["runs"]
        histogram = json.dumps(sums.histogram, sort_keys=True)
        yield (*key, runs, runs, runs, sums.counts["micro"], histogram)
