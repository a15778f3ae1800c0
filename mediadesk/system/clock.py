"""Time as the library stores it: epoch milliseconds in UTC, and the day that money belongs to."""

from __future__ import annotations

import time
from datetime import UTC, datetime
from functools import lru_cache
from zoneinfo import ZoneInfo


class Clock:
    """The machine's clock. Durations are measured with ``monotonic_s``, never with ``now_ms``."""

    def now_ms(self) -> int:
        """Milliseconds since 1970, UTC."""
        return time.time_ns() // 1_000_000

    def monotonic_s(self) -> float:
        """Seconds on a clock that never jumps."""
        return time.monotonic()

    def local_day(self, at_ms: int, zone: str = "") -> str:
        """The day (YYYY-MM-DD) of ``at_ms`` in a time zone such as “Europe/London”.

        The system's where ``zone`` is empty, or not known on this machine.
        """
        at = datetime.fromtimestamp(at_ms / 1000, UTC)
        return at.astimezone(time_zone(zone)).date().isoformat()


def from_ms(at_ms: int) -> datetime:
    """An aware UTC time from epoch milliseconds."""
    return datetime.fromtimestamp(at_ms / 1000, UTC)


def to_ms(at: datetime) -> int:
    """Epoch milliseconds of an aware time."""
    return int(at.timestamp() * 1000)


@lru_cache(maxsize=32)
def time_zone(name: str) -> ZoneInfo | None:
    """The time zone of that name; None where it is empty or not known on this machine."""
    try:
        return ZoneInfo(name) if name else None
    except (KeyError, ValueError, OSError):
        return None
