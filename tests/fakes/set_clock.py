"""A clock that stands where a test sets it."""

from __future__ import annotations

from datetime import UTC, datetime

from mediadesk.system.clock import Clock, to_ms


class SetClock(Clock):
    """Tells the time it was set to; it goes on by a millisecond each time it is asked."""

    def __init__(self, at: datetime | None = None) -> None:
        self.at_ms = to_ms(at or datetime(2026, 11, 20, 12, tzinfo=UTC))

    def now_ms(self) -> int:
        """The time it was set to, a little later each time."""
        self.at_ms += 1
        return self.at_ms

    def set(self, *when: int) -> None:
        """Set it to a moment in UTC: year, month, day, hour…"""
        self.at_ms = to_ms(datetime(*when, tzinfo=UTC))  # type: ignore[misc, arg-type]
