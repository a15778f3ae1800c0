"""Time as the library stores it: epoch milliseconds in UTC, and the day that money belongs to."""

from __future__ import annotations

import time
from datetime import UTC, datetime


class Clock:
    """The machine's clock. Durations are measured with ``monotonic_s``, never with ``now_ms``."""

    def now_ms(self) -> int:
        """Milliseconds since 1970, UTC."""
        return time.time_ns() // 1_000_000

    def monotonic_s(self) -> float:
        """Seconds on a clock that never jumps."""
        return time.monotonic()

    def local_day(self, at_ms: int) -> str:
        """The day (YYYY-MM-DD) of ``at_ms`` where the user lives."""
        return datetime.fromtimestamp(at_ms / 1000, UTC).astimezone().date().isoformat()


def from_ms(at_ms: int) -> datetime:
    """An aware UTC time from epoch milliseconds."""
    return datetime.fromtimestamp(at_ms / 1000, UTC)


def to_ms(at: datetime) -> int:
    """Epoch milliseconds of an aware time."""
    return int(at.timestamp() * 1000)
