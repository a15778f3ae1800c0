"""From the start of the process to a painted window, and to a library that can be used.

Three ways in, in turn with a bare PySide6 window: a throw-away library; a library with a
passphrase, which is typed into the real unlock page by key events; both report the shell too. What
the typing and the derivation of the key take is taken out of the second and reported apart.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections import defaultdict
from pathlib import Path

from tests.bench.libraries import PASSPHRASE, BenchLibrary
from tests.bench.make_library import make_library
from tests.bench.processes import BenchError, Running, private_environment
from tests.bench.report import Goal, Report, median, paired_ratio

ITEMS = 1_000
ROUNDS = 12
TIMEOUT_S = 60.0
SHELL_GOAL = 1.5
USABLE_GOAL = 4.0
TYPING_DELAY_MS = "40"
"""Between two keys: several times as fast as people type."""

Times = dict[str, float]
APP = (sys.executable, "-m", "mediadesk", "--no-keyring")


def measure(rounds: int = ROUNDS) -> Report:
    """Start everything in turn, ``rounds`` times after one that only warms the disk cache."""
    times: defaultdict[str, list[float]] = defaultdict(list)
    with tempfile.TemporaryDirectory(prefix="mediadesk-bench-") as folder:
        base = Path(folder)
        made = make_library(base / "made", ITEMS)
        environment = private_environment(base)
        for warm_up in (True, *([False] * rounds)):
            # One reference right before each: what else the machine does comes in bursts.
            before_first = _bare(environment)
            found = _sample(environment)
            before_second = _bare(environment)
            found |= _with_passphrase(environment, made)
            bare = (before_first + before_second) / 2
            found = {"bare window": bare, **found}
            if not warm_up:
                for name, seconds in found.items():
                    times[name].append(seconds)
    return _report(times)


def _bare(environment: dict[str, str]) -> float:
    script = Path(__file__).with_name("bare_window.py")
    with Running([sys.executable, str(script)], environment) as running:
        return running.wait_for("shown", TIMEOUT_S)


def _sample(environment: dict[str, str]) -> Times:
    with Running([*APP, "--sample"], environment) as running:
        usable = running.wait_for("ready", TIMEOUT_S)
        return {
            "shell painted (throw-away library)": running.marks.seconds["shown"],
            "usable (throw-away library, made on the way)": usable,
        }


def _with_passphrase(environment: dict[str, str], made: BenchLibrary) -> Times:
    with Running([*APP, "--library", str(made.folder)], environment) as running:
        page = running.wait_for("unlock-page", TIMEOUT_S)
        _type(running.process.pid, environment)
        ready = running.wait_for("ready", TIMEOUT_S)
        seconds = running.marks.seconds
        waited = seconds["unlocked"] - page
        return {
            "shell painted": seconds["shown"],
            "unlock page": page,
            "typing and key derivation": waited,
            "usable, without typing and derivation": ready - waited,
        }


def _type(process_id: int, environment: dict[str, str]) -> None:
    """Type the passphrase into the window of a process, as a person would."""
    found = _xdotool(environment, "search", "--onlyvisible", "--pid", str(process_id)).split()
    if not found:
        raise BenchError("the window of the app was not found")
    # Without a window manager nobody gives a window the keyboard by itself.
    _xdotool(environment, "windowfocus", "--sync", found[-1])
    _xdotool(environment, "type", "--delay", TYPING_DELAY_MS, PASSPHRASE)
    _xdotool(environment, "key", "Return")


def _xdotool(environment: dict[str, str], *words: str) -> str:
    done = subprocess.run(
        ["xdotool", *words], env=environment, capture_output=True, text=True, check=False
    )
    return done.stdout


def _report(times: dict[str, list[float]]) -> Report:
    bare = times["bare window"]
    report = Report("start", ("what", "median_ms", "over_bare"))
    for what, seconds in times.items():
        row = {"what": what, "median_ms": median(seconds) * 1000}
        report.rows.append({**row, "over_bare": paired_ratio(seconds, bare)})
    ratios = {row["what"]: row["over_bare"] for row in report.rows}
    usable = "usable, without typing and derivation"
    report.goals = [
        Goal("first painted shell over a bare window", ratios["shell painted"], SHELL_GOAL),
        Goal("usable library over a bare window", ratios[usable], USABLE_GOAL),
    ]
    report.notes.append(f"a library of {ITEMS} generations, {len(bare)} rounds")
    return report
