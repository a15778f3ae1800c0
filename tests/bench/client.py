"""What a call costs through mediadesk over the official client, on the same loopback server.

Both run on an event loop and read a streamed answer to its end: the official clients by their
asynchronous form, as a program with a window has to use them.

The server is a process of its own, so its time does not count. Processor time is compared: of a
whole process that makes one call (cold), and of one call among many in a process (warm). Memory:
how much a process grows while a large picture arrives as base64 inside JSON.
"""

from __future__ import annotations

import importlib.util
import os
import tempfile
from collections import defaultdict
from pathlib import Path

from tests.bench import made_up
from tests.bench.client_calls import CALLS
from tests.bench.control import plan
from tests.bench.processes import BenchError, finished, private_environment, simulator
from tests.bench.report import Goal, Report, median, paired_ratio

CLIENTS = ("openai", "anthropic", "google.genai")
SIDES = ("ours", "official")
COLD_ROUNDS = 5
WARM_ROUNDS = 3
WARM_CALLS = 200
WORDS = 40
PICTURE_BYTES = 1 << 20
PICTURES_MB = (15, 45)
OVERHEAD_GOAL = 0.6
GROWTH_GOAL_MB = 8.0
_MB = 1e6

Samples = defaultdict[tuple[str, str], list[float]]
"""By call and side."""


def measure() -> Report:
    """Both sides in turn, call by call."""
    missing = [name for name in CLIENTS if not _is_there(name)]
    if missing:
        raise BenchError(f"not installed: {', '.join(missing)}; run: python3 dev.py test --full")
    cold: Samples = defaultdict(list)
    warm: Samples = defaultdict(list)
    growth: dict[tuple[str, int], float] = {}
    with tempfile.TemporaryDirectory(prefix="mediadesk-bench-") as folder:
        environment = private_environment(Path(folder))
        picture = Path(folder) / "picture.png"
        picture.write_bytes(made_up.heavy_png(PICTURE_BYTES))
        with simulator(environment) as url:
            for side in SIDES:
                for size in PICTURES_MB:
                    growth[side, size] = _growth(side, url, size, environment)
            for path in ("/chat/completions", "/v1/messages", ":streamGenerateContent"):
                plan(url, path=path, count=-1, words=WORDS)
            plan(url, path="/images/generations", count=-1, file=str(picture))
            for call in CALLS:
                _take(call, url, environment, cold, warm)
    return _report(cold, warm, growth)


def _is_there(name: str) -> bool:
    try:
        return importlib.util.find_spec(name) is not None
    except ModuleNotFoundError:
        return False


def _take(call: str, url: str, environment: dict[str, str], cold: Samples, warm: Samples) -> None:
    for side in SIDES:  # compiles what is not compiled yet; not counted
        _run(["tests.bench.client_calls", side, call, url, "0"], environment)
    for _ in range(COLD_ROUNDS):
        for side in SIDES:
            words = ["tests.bench.client_calls", side, call, url, "0"]
            cold[call, side].append(_run(words, environment)[1] * 1000)
    sizes = set()
    for _ in range(WARM_ROUNDS):
        for side in SIDES:
            words = ["tests.bench.client_calls", side, call, url, str(WARM_CALLS)]
            size, milliseconds = _run(words, environment)[0].split()
            sizes.add(size)
            warm[call, side].append(float(milliseconds))
    if len(sizes) != 1:
        raise BenchError(f"{call}: the two sides brought different results")


def _growth(side: str, url: str, size_mb: int, environment: dict[str, str]) -> float:
    words = ["tests.bench.client_memory", side, url, str(size_mb * 1_000_000)]
    return float(_run(words, environment)[0]) / _MB


def _run(words: list[str], environment: dict[str, str]) -> tuple[str, float]:
    """What a process printed, and its processor time in seconds."""
    before = os.times()
    printed = finished(words, environment)
    after = os.times()
    user = after.children_user - before.children_user
    return printed, user + after.children_system - before.children_system


def _report(cold: Samples, warm: Samples, growth: dict[tuple[str, int], float]) -> Report:
    report = Report("client", ("what", "ours", "official", "ratio", "unit"))
    for name, samples in (("cold", cold), ("warm", warm)):
        for call in CALLS:
            mine, theirs = (samples[call, side] for side in SIDES)
            ratio = paired_ratio(mine, theirs)
            what = f"{call}, {name}"
            report.rows.append(
                {
                    "what": what,
                    "ours": median(mine),
                    "official": median(theirs),
                    "ratio": ratio,
                    "unit": "ms",
                }
            )
            report.goals.append(Goal(f"{what}, over the official client", ratio, OVERHEAD_GOAL))
    for size in PICTURES_MB:
        mine_mb, theirs_mb = (growth[side, size] for side in SIDES)
        what = f"growth, picture of {size} MB"
        report.rows.append({"what": what, "ours": mine_mb, "official": theirs_mb, "unit": "MB"})
        report.goals.append(Goal(what, mine_mb, GROWTH_GOAL_MB, "MB"))
    report.notes.append(
        f"processor time; {COLD_ROUNDS} processes of one call, {WARM_ROUNDS} of {WARM_CALLS} calls;"
        f" texts of {WORDS} words, pictures of 1 MB"
    )
    report.notes.append(
        "ours opens a connection for each billable call, the official asynchronous client does not"
    )
    return report
