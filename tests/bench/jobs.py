"""A thousand jobs, queued in the window against a server that takes one second for each.

Beside: the same requests through bare httpx, as many at a time. The app records, streams, seals
and stores each of them meanwhile; how late its window answers is measured in the same run.
"""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from typing import Any

from tests.bench.control import plan
from tests.bench.processes import BenchError, finished, private_environment, simulator
from tests.bench.report import Goal, Report, percentile

JOBS = 1_000
SLOTS = 32
LATENCY_S = 1.0
TIMEOUT_S = 300.0
SPEED_GOAL = 0.8
USUAL_MS = 16.7
WORST_MS = 50.0


def measure() -> Report:
    """The bare client before, then the window."""
    with tempfile.TemporaryDirectory(prefix="mediadesk-bench-") as folder:
        base = Path(folder)
        environment = private_environment(base)
        result = base / "jobs.json"
        with simulator(environment) as url:
            plan(url, path="/chat/completions", count=-1, latency_s=LATENCY_S)
            numbers = [str(JOBS), str(SLOTS)]
            bare_s = float(finished(["tests.bench.bare_requests", url, *numbers], environment))
            words = ["tests.bench.jobs_window", url, str(result), *numbers]
            said = finished(words, environment, TIMEOUT_S)
        if not result.exists():
            raise BenchError(f"the window wrote nothing: {said[-1000:]}")
        return _report(json.loads(result.read_text(encoding="utf-8")), bare_s)


def _report(found: dict[str, Any], bare_s: float) -> Report:
    report = Report("jobs", ("what", "seconds", "per_s", "p50_ms", "p99_ms", "worst_ms"))
    done_s: float = found["done_s"]
    report.rows.append({"what": "bare httpx", "seconds": bare_s, "per_s": JOBS / bare_s})
    report.rows.append({"what": "queued", "seconds": found["queued_s"]})
    report.rows.append({"what": "queued, run, stored", "seconds": done_s, "per_s": JOBS / done_s})
    report.goals.append(
        Goal("speed over bare httpx", bare_s / done_s, SPEED_GOAL, is_at_least=True)
    )
    for phase, late in found["late_ms"].items():
        p99, worst = percentile(late, 0.99), max(late, default=0.0)
        spread = {"p50_ms": percentile(late, 0.5), "p99_ms": p99, "worst_ms": worst}
        report.rows.append({"what": f"lag: {phase}", **spread})
        report.goals.append(Goal(f"{phase}, p99", p99, USUAL_MS, "ms", is_strict=True))
        report.goals.append(Goal(f"{phase}, worst", worst, WORST_MS, "ms", is_strict=True))
    report.notes.append(f"{JOBS} texts, {SLOTS} at a time, {LATENCY_S:g} s each on the server")
    report.notes.append("the adapter's own number of calls at once is lower; it is raised here")
    return report
