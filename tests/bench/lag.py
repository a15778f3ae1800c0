"""How late the window's thread answers while fifty texts stream and while pictures are stored."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

from tests.bench import made_up
from tests.bench.processes import BenchError, finished, private_environment, simulator
from tests.bench.report import Goal, Report, percentile

PICTURES = 20
SIZE_BYTES = 1 << 20
TIMEOUT_S = 240.0
USUAL_MS = 16.7
WORST_MS = 50.0
UNDER_GOAL = ("stream", "are stored")


def measure() -> Report:
    """Run the window once; idle and busy are phases of the same run."""
    with tempfile.TemporaryDirectory(prefix="mediadesk-bench-") as folder:
        base = Path(folder)
        pictures = base / "pictures"
        pictures.mkdir()
        files = made_up.variants(made_up.heavy_png(SIZE_BYTES), PICTURES)
        for number, data in enumerate(files):
            (pictures / f"{number:02}.png").write_bytes(data)
        environment = private_environment(base)
        result = base / "lag.json"
        with simulator(environment) as url:
            words = ["tests.bench.lag_window", url, str(result), str(pictures)]
            said = finished(words, environment, TIMEOUT_S)
        if not result.exists():
            raise BenchError(f"the window wrote nothing: {said[-1000:]}")
        phases: dict[str, list[float]] = json.loads(result.read_text(encoding="utf-8"))
    return _report(phases)


def _report(phases: dict[str, list[float]]) -> Report:
    report = Report("lag", ("phase", "beats", "p50_ms", "p99_ms", "worst_ms"))
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
        if phase.endswith(UNDER_GOAL):
            report.goals.append(Goal(f"{phase}, p99", p99, USUAL_MS, "ms", is_strict=True))
            report.goals.append(Goal(f"{phase}, worst", worst, WORST_MS, "ms", is_strict=True))
    report.notes.append("a timer of 10 ms on the Qt thread; how late it fired")
    return report
