"""How late the window answers while two thousand models are listed, searched and filtered."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

from tests.bench.lag import USUAL_MS, WORST_MS
from tests.bench.processes import BenchError, finished, private_environment, simulator
from tests.bench.report import Goal, Report, percentile

TIMEOUT_S = 200.0


def measure() -> Report:
    """Run the window once over the lists of a provider that has two thousand models."""
    with tempfile.TemporaryDirectory(prefix="mediadesk-bench-") as folder:
        base = Path(folder)
        environment = private_environment(base)
        result = base / "models.json"
        with simulator(environment) as url:
            words = ["tests.bench.models_window", url, str(result)]
            said = finished(words, environment, TIMEOUT_S)
        if not result.exists():
            raise BenchError(f"the window wrote nothing: {said[-1000:]}")
        phases: dict[str, list[float]] = json.loads(result.read_text(encoding="utf-8"))
    report = Report("models", ("phase", "beats", "p50_ms", "p99_ms", "worst_ms"))
    for phase, late in phases.items():
        p99, worst = percentile(late, 0.99), max(late, default=0.0)
        report.rows.append(
            {
                "phase": phase,
                "beats": len(late),
                "p50_ms": percentile(late, 0.5),
                "p99_ms": p99,
                "worst_ms": worst,
            }
        )
        if not phase.startswith("idle"):
            report.goals.append(Goal(f"{phase}, p99", p99, USUAL_MS, "ms", is_strict=True))
            report.goals.append(Goal(f"{phase}, worst", worst, WORST_MS, "ms", is_strict=True))
    report.notes.append("a timer of 10 ms on the Qt thread; how late it fired")
    return report
