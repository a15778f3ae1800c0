"""``list`` on the command line beside a ten-line script that reads those rows with the raw key."""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

from mediadesk.vault.vault import Vault
from tests.bench.libraries import PASSPHRASE
from tests.bench.make_library import make_library
from tests.bench.processes import private_environment, timed_run
from tests.bench.report import Report, median, paired_ratio

ITEMS = 1_000
ROUNDS = 15
TIMEOUT_S = 60.0


def measure(rounds: int = ROUNDS) -> Report:
    """Run both in turn; the time that the passphrase takes is measured beside them."""
    with tempfile.TemporaryDirectory(prefix="mediadesk-bench-") as folder:
        base = Path(folder)
        made = make_library(base / "made", ITEMS)
        environment = private_environment(
            base, MEDIADESK_PASSPHRASE_FILE=str(made.passphrase_file), MEDIADESK_PERF="0"
        )
        options = ["--no-keyring", "--library", str(made.folder), "--limit", "20"]
        command = [sys.executable, "-m", "mediadesk", "list", *options]
        script = Path(__file__).with_name("raw_list.py")
        reference = [sys.executable, str(script), str(made.raw_key_file)]
        vault = Vault.open(made.folder)
        listed: list[float] = []
        read: list[float] = []
        derived: list[float] = []
        for warm_up in (True, *([False] * rounds)):
            times = timed_run(command, environment, TIMEOUT_S)
            reference_s = timed_run(reference, environment, TIMEOUT_S)
            started = time.monotonic()
            vault.unlock_with_passphrase(PASSPHRASE)
            derivation_s = time.monotonic() - started
            if not warm_up:
                listed.append(times)
                read.append(reference_s)
                derived.append(derivation_s)
    return _report(listed, read, derived)


def _report(listed: list[float], read: list[float], derived: list[float]) -> Report:
    without_key = [max(0.0, all_s - key_s) for all_s, key_s in zip(listed, derived, strict=True)]
    report = Report("list", ("what", "median_ms", "over_script"))
    for what, seconds in (
        ("raw key script", read),
        ("mediadesk list, without key derivation", without_key),
        ("mediadesk list, with the passphrase", listed),
        ("key derivation alone", derived),
    ):
        row = {"what": what, "median_ms": median(seconds) * 1000}
        report.rows.append({**row, "over_script": paired_ratio(seconds, read)})
    report.notes.append(f"a library of {ITEMS} generations, 20 rows shown, {len(read)} pairs")
    return report
