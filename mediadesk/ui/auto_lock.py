"""Locks the library by itself: without use, or together with the computer, as the user chose."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from mediadesk.ui.away.system_lock import SystemLock
from mediadesk.ui.idle_lock import IdleLock
from mediadesk.ui.support.translation import tr

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from mediadesk.ui.support.preferences import Preferences


class AutoLock(QObject):
    """``lock_wanted`` carries the reason."""

    lock_wanted = Signal(str)

    def __init__(self, window: QWidget, preferences: Preferences) -> None:
        super().__init__(window)
        self._preferences = preferences
        self._idle = IdleLock(window, lambda: preferences.lock_after_minutes)
        self._idle.lock_wanted.connect(self._on_idle)
        self._system = SystemLock(window)
        self._system.left.connect(self._on_left)

    def stop(self) -> None:
        """Watch no longer."""
        self._idle.stop()
        self._system.stop()
        self.deleteLater()

    def _on_idle(self) -> None:
        minutes = self._preferences.lock_after_minutes
        self.lock_wanted.emit(
            tr("Locked after {minutes} minutes without use").format(minutes=minutes)
        )

    def _on_left(self) -> None:
        if self._preferences.locks_with_computer:
            self.lock_wanted.emit(tr("Locked with the computer"))
