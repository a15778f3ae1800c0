"""Locks the library after some minutes without a key or the mouse."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

CHECK_EVERY_MS = 5_000
_SIGNS = (
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseMove,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
)


class IdleLock(QObject):
    """``lock_wanted`` once nobody used the window for ``limit_minutes()``; 0 means never.

    It watches the window's own surface only, so that no other event passes through Python.
    """

    lock_wanted = Signal()

    def __init__(
        self,
        window: QWidget,
        limit_minutes: Callable[[], int],
        *,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(window)
        self._limit_minutes = limit_minutes
        self._clock = clock
        self._last_sign = clock()
        surface = window.windowHandle()
        if surface is not None:
            surface.installEventFilter(self)
        self._timer = QTimer(self)
        self._timer.setInterval(CHECK_EVERY_MS)
        self._timer.timeout.connect(self.check)
        self._timer.start()

    def check(self) -> None:
        """Compare the time without use with the limit."""
        minutes = self._limit_minutes()
        if minutes > 0 and self._clock() - self._last_sign >= minutes * 60:
            self._last_sign = self._clock()
            self.lock_wanted.emit()

    def stop(self) -> None:
        """Watch no longer."""
        self._timer.stop()
        self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note that somebody is there; never takes an event."""
        if event.type() in _SIGNS:
            self._last_sign = self._clock()
        return super().eventFilter(watched, event)
