"""Marks for measuring from outside: ``MEDIADESK_PERF=1`` prints ``@perf EVENT NS`` on stderr."""

from __future__ import annotations

import os
import sys
import time

_is_on = os.environ.get("MEDIADESK_PERF") == "1"
_seen: set[str] = set()


def mark(event: str) -> None:
    """Print an event with monotonic nanoseconds, if asked for."""
    if _is_on:
        sys.stderr.write(f"@perf {event} {time.monotonic_ns()}\n")
        sys.stderr.flush()


def mark_once(event: str) -> None:
    """Print an event the first time only."""
    if _is_on and event not in _seen:
        _seen.add(event)
        mark(event)
