"""How late the window answers to what is heavy to show: a long answer, 4K pictures, resizing."""

from __future__ import annotations

import json
import random
import tempfile
from pathlib import Path
from typing import Any

from tests.bench import made_up
from tests.bench.processes import BenchError, finished, private_environment, simulator
from tests.bench.report import Goal, Report, median, percentile

PICTURES = 20
TOKENS = 200_000
TOKEN_CHARACTERS = 4
"""The simulator sends a made-up text in events of so many characters."""
TIMEOUT_S = 280.0
USUAL_MS = 16.7
WORST_MS = 50.0
TOKENS_PER_S = 20_000.0
THEME_MS = 250.0
SHARP_RATIO = 1.1
IDLE = "idle window"


def measure() -> Report:
    """Run the window once; everything is a phase of the same run."""
    with tempfile.TemporaryDirectory(prefix="mediadesk-bench-") as folder:
        base = Path(folder)
        pictures = base / "pictures"
        pictures.mkdir()
        for number, data in enumerate(made_up.variants(made_up.large_picture(), PICTURES)):
            (pictures / f"{number:02}.png").write_bytes(data)
        text = base / "text.txt"
        text.write_text(_long_text(), encoding="utf-8")
        environment = private_environment(base)
        result = base / "view.json"
        with simulator(environment) as url:
            words = ["tests.bench.view_window", url, str(result), str(pictures), str(text)]
            said = finished(words, environment, TIMEOUT_S)
        if not result.exists():
            raise BenchError(f"the window wrote nothing: {said[-1000:]}")
        return _report(json.loads(result.read_text(encoding="utf-8")))


def _long_text() -> str:
    chance = random.Random(1)
    text = ""
    while len(text) < TOKENS * TOKEN_CHARACTERS:
        text += f"{made_up.text(chance)}\n\n"
    return text[: TOKENS * TOKEN_CHARACTERS]


def _report(found: dict[str, Any]) -> Report:
    report = Report("view", ("what", "times", "p50_ms", "p99_ms", "worst_ms"))
    for phase, late in found["late_ms"].items():
        report.rows.append(_row(f"lag: {phase}", late))
        if phase != IDLE:
            p99, worst = percentile(late, 0.99), max(late, default=0.0)
            report.goals.append(Goal(f"{phase}, p99", p99, USUAL_MS, "ms", is_strict=True))
            report.goals.append(Goal(f"{phase}, worst", worst, WORST_MS, "ms", is_strict=True))
    for what in ("theme_ms", "thumbnail_ms", "sharp_ms", "decode_ms"):
        report.rows.append(_row(what.removesuffix("_ms"), found[what]))
    rate = TOKENS / found["long_answer_s"]
    report.goals.append(
        Goal("tokens shown a second", rate, TOKENS_PER_S, is_at_least=True),
    )
    report.goals.append(Goal("theme switch", max(found["theme_ms"]), THEME_MS, "ms"))
    sharp = median(found["sharp_ms"]) / median(found["decode_ms"])
    report.goals.append(Goal("4K picture sharp over its decoding", sharp, SHARP_RATIO))
    report.notes.append(f"{TOKENS:,} tokens of {TOKEN_CHARACTERS} characters; {PICTURES} pictures")
    return report


def _row(what: str, values: list[float]) -> dict[str, Any]:
    return {
        "what": what,
        "times": len(values),
        "p50_ms": median(values),
        "p99_ms": percentile(values, 0.99),
        "worst_ms": max(values, default=0.0),
    }
