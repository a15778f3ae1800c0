"""``python -m tests.bench [NAME]…``: a JSON document each on standard output, tables on the other.

A missed goal is told, and is no error: the exit code only says whether everything was measured.
"""

from __future__ import annotations

import argparse
import importlib
import sys

from tests.bench.processes import BenchError
from tests.bench.report import emit

BENCHES = {
    "start": ("start", "process start to a painted window and a usable library"),
    "list": ("listing", "the command line's list over a script with the raw key"),
    "ingest": ("ingest", "storing results over copying and decoding them"),
    "client": ("client", "a call's processor time and memory over the official clients"),
    "jobs": ("jobs", "a thousand queued jobs over the bare client, and the window's answer beside"),
    "stats": ("stats", "statistics over a million ledger entries beside the bare statements"),
    "analytics": ("analytics", "how late the window answers while it shows a million entries"),
    "view": ("view", "how late the window answers to what is heavy to show"),
    "grid": ("grid", "how late the window answers over a hundred thousand items"),
    "models": ("models", "how late the window answers over a list of two thousand models"),
    "lag": ("lag", "how late the window answers while work goes on"),
}


def main() -> int:
    """Measure what was asked for, or everything."""
    listing = "; ".join(f"{name}: {help_text}" for name, (_, help_text) in BENCHES.items())
    parser = argparse.ArgumentParser(prog="bench", description=f"Measure. {listing}.")
    parser.add_argument("names", nargs="*", metavar="NAME", help="all of them when none is named")
    names = parser.parse_args().names or list(BENCHES)
    unknown = [name for name in names if name not in BENCHES]
    if unknown:
        parser.error(f"unknown bench “{unknown[0]}”; there are: {', '.join(BENCHES)}")
    failed = False
    for name in names:
        module = importlib.import_module(f"tests.bench.{BENCHES[name][0]}")
        try:
            emit(module.measure())
        except BenchError as error:
            print(f"bench {name}: {error}", file=sys.stderr)
            failed = True
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
