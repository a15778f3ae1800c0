"""When the computer's screen is locked or the computer sleeps.

Linux: the signals of logind and of the desktops' screen savers. Everywhere: a clock that leapt
while nothing ran, which is how a sleep looks to a program afterwards.

Sources: https://www.freedesktop.org/software/systemd/man/org.freedesktop.login1.html,
https://specifications.freedesktop.org/idle-inhibit-spec/latest/
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import SLOT, QObject, QTimer, Signal, Slot
from PySide6.QtDBus import QDBusConnection

from mediadesk.ui.away.system_motion import has_session_bus

CHECK_EVERY_MS = 5_000
LEAP_S = 60.0
_SAVERS = (
    ("/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver"),
    ("/ScreenSaver", "org.freedesktop.ScreenSaver"),
    ("/org/gnome/ScreenSaver", "org.gnome.ScreenSaver"),
)
_SLOT: Any = SLOT("_on_sign(bool)")  # a str, whatever the stubs of Qt say
_SYSTEM_BUS = Path("/run/dbus/system_bus_socket")


class SystemLock(QObject):
    """``left`` each time; as long as the owner lives."""

    left = Signal()

    def __init__(self, parent: QObject, *, clock: Callable[[], float] = time.time) -> None:
        super().__init__(parent)
        self._clock = clock
        self._last = clock()
        self._timer = QTimer(self)
        self._timer.setInterval(CHECK_EVERY_MS)
        self._timer.timeout.connect(self.check)
        self._timer.start()
        if sys.platform.startswith("linux"):
            self._listen()

    def check(self) -> None:
        """Compare the clock with the last time."""
        last, self._last = self._last, self._clock()
        if self._last - last > LEAP_S:
            self.left.emit()

    def stop(self) -> None:
        """Watch no longer."""
        self._timer.stop()
        self.deleteLater()

    def _listen(self) -> None:
        # No service is named: that would ask the bus who owns the name, and wait for the answer.
        if has_session_bus():
            bus = QDBusConnection.sessionBus()
            for path, interface in _SAVERS:
                bus.connect("", path, interface, "ActiveChanged", self, _SLOT)
        if _SYSTEM_BUS.exists() or "DBUS_SYSTEM_BUS_ADDRESS" in os.environ:
            bus = QDBusConnection.systemBus()
            path, manager = "/org/freedesktop/login1", "org.freedesktop.login1.Manager"
            bus.connect("", path, manager, "PrepareForSleep", self, _SLOT)

    @Slot(bool)
    def _on_sign(self, begins: bool) -> None:
        if begins:
            self.left.emit()
