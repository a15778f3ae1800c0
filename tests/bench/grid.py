"""How late the window answers while the Library page shows a hundred thousand items."""

from __future__ import annotations

import json
import os
import tempfile
from pathlib import Path
from typing import Any

from tests.bench.make_library import make_library
from tests.bench.processes import BenchError, finished, private_environment
from tests.bench.report import Goal, Report, median, percentile

ITEMS = int(os.environ.get("MEDIADESK_BENCH_ITEMS", "100000"))
MADE = os.environ.get("MEDIADESK_BENCH_LIBRARY", "")
"""A folder that ``make-library`` filled before; it is made anew otherwise."""
TIMEOUT_S = 180.0
USUAL_MS = 16.7
WORST_MS = 50.0
IDLE = "idle window"


def measure() -> Report:
    """Make the library, then work its page in the real window; idle and busy in the same run."""
    with tempfile.TemporaryDirectory(prefix="mediadesk-bench-") as folder:
        base = Path(folder)
        library = Path(MADE) / "library" if MADE else make_library(base / "made", ITEMS).folder
        result = base / "grid.json"
        words = ["tests.bench.grid_window", str(library), str(result)]
        said = finished(words, private_environment(base), TIMEOUT_S)
        if not result.exists():
            raise BenchError(f"the window wrote nothing: {said[-1000:]}")
        return _report(json.loads(result.read_text(encoding="utf-8")))


def _report(found: dict[str, Any]) -> Report:
    report = Report("grid", ("phase", "beats", "p50_ms", "p99_ms", "worst_ms"))
    for phase, late in found["late_ms"].items():
        p99, worst = percentile(late, 0.99), max(late, default=0.0)
        spread = {"p50_ms": median(late), "p99_ms": p99, "worst_ms": worst}
        report.rows.append({"phase": phase, "beats": len(late), **spread})
        if phase != IDLE:
            report.goals.append(Goal(f"{phase}, p99", p99, USUAL_MS, "ms", is_strict=True))
            report.goals.append(Goal(f"{phase}, worst", worst, WORST_MS, "ms", is_strict=True))
    report.notes.append(f"{found['items']:,} items; a timer of 10 ms on the Qt thread")
    return report
