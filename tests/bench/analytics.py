"""How late the window answers while Analytics shows a ledger of a million entries."""

from __future__ import annotations

import json
import os
import tempfile
from pathlib import Path
from typing import Any

from tests.bench.make_ledger import make_ledger
from tests.bench.processes import BenchError, finished, private_environment
from tests.bench.report import Goal, Report, median, percentile

ENTRIES = int(os.environ.get("MEDIADESK_BENCH_ENTRIES", "1000000"))
TIMEOUT_S = 120.0
USUAL_MS = 16.7
PAINT_MS = 50.0
IDLE = "idle window"


def measure() -> Report:
    """Make the ledger, then open the page in the real window; idle and busy in the same run."""
    with tempfile.TemporaryDirectory(prefix="mediadesk-bench-") as folder:
        base = Path(folder)
        made = make_ledger(base / "made", ENTRIES)
        result = base / "analytics.json"
        words = ["tests.bench.analytics_window", str(made.folder), str(result)]
        said = finished(words, private_environment(base), TIMEOUT_S)
        if not result.exists():
            raise BenchError(f"the window wrote nothing: {said[-1000:]}")
        report = report_of(json.loads(result.read_text(encoding="utf-8")))
    report.notes.append(f"{ENTRIES:,} ledger entries over two years")
    return report


def report_of(found: dict[str, Any]) -> Report:
    """What the window found, as a table with its goals."""
    report = Report("analytics", ("what", "times", "p50_ms", "p99_ms", "worst_ms"))
    for phase, late in found["late_ms"].items():
        report.rows.append(_row(f"lag: {phase}", late))
        if phase != IDLE:
            p99 = percentile(late, 0.99)
            report.goals.append(Goal(f"{phase}, p99", p99, USUAL_MS, "ms", is_strict=True))
    report.rows.append(_row("asked for to figures shown", found["shown_ms"]))
    report.rows.append(_row("a chart is painted", found["paint_ms"]))
    first = found["first_paint_ms"]
    report.rows.append(_row("a chart's first paint", first))
    report.goals.append(Goal("a chart's first paint", max(first), PAINT_MS, "ms"))
    return report


def _row(what: str, values: list[float]) -> dict[str, Any]:
    return {
        "what": what,
        "times": len(values),
        "p50_ms": median(values),
        "p99_ms": percentile(values, 0.99),
        "worst_ms": max(values, default=0.0),
    }
