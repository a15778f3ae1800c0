"""Two small timers: wait for quiet (debounce) and gather bursts (throttle)."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal


class Debouncer(QObject):
    """Emits ``fired`` once, ``delay_ms`` after the last ``trigger``."""

    fired = Signal()

    def __init__(self, delay_ms: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(delay_ms)
        self._timer.timeout.connect(self.fired)

    def trigger(self) -> None:
        """Start waiting, or start again."""
        self._timer.start()

    def flush(self) -> None:
        """Emit at once if something was waiting."""
        if self._timer.isActive():
            self._timer.stop()
            self.fired.emit()

    def cancel(self) -> None:
        """Forget what was waiting."""
        self._timer.stop()


class Throttle(QObject):
    """Emits ``fired`` at most every ``interval_ms``; the first ``trigger`` starts the interval."""

    fired = Signal()

    def __init__(self, interval_ms: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(interval_ms)
        self._timer.timeout.connect(self.fired)

    def trigger(self) -> None:
        """Ask for an emission; asking again before it comes changes nothing."""
        if not self._timer.isActive():
            self._timer.start()

    def flush(self) -> None:
        """Emit at once if an emission was due."""
        if self._timer.isActive():
            self._timer.stop()
            self.fired.emit()

    def cancel(self) -> None:
        """Drop the emission that was due."""
        self._timer.stop()
