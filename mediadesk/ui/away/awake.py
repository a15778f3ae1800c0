"""Keeping the computer awake while paid jobs run.

Linux: an inhibition of ``org.freedesktop.ScreenSaver`` and ``…PowerManagement.Inhibit`` on a
connection of its own; both end when that connection closes, also when the program crashes.
macOS: ``caffeinate -i`` that ends with this process. Windows: ``SetThreadExecutionState``.

Source: https://specifications.freedesktop.org/idle-inhibit-spec/latest/
"""

from __future__ import annotations

import ctypes
import os
import subprocess
import sys
from typing import Any

from PySide6.QtDBus import QDBusConnection, QDBusMessage

CONNECTION = "mediadesk-awake"
_SERVICES = (
    ("org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver"),
    (
        "org.freedesktop.PowerManagement.Inhibit",
        "/org/freedesktop/PowerManagement/Inhibit",
        "org.freedesktop.PowerManagement.Inhibit",
    ),
)
_ES_CONTINUOUS, _ES_SYSTEM_REQUIRED = 0x80000000, 0x00000001


class Awake:
    """Asks the system not to sleep by itself, or lets it again. Where none listens: nothing."""

    def __init__(self) -> None:
        self._is_on = False
        self._caffeinate: subprocess.Popen[bytes] | None = None

    def set_on(self, *, is_on: bool, reason: str = "") -> None:
        """Keep awake from now on, or no longer. ``reason`` is shown by some desktops."""
        if is_on == self._is_on:
            return
        self._is_on = is_on
        if sys.platform == "darwin":
            self._mac(is_on=is_on)
        elif sys.platform == "win32":
            flags = _ES_CONTINUOUS | (_ES_SYSTEM_REQUIRED if is_on else 0)
            windll: Any = ctypes.windll
            windll.kernel32.SetThreadExecutionState(flags)
        elif is_on:
            _inhibit(reason)
        else:
            QDBusConnection.disconnectFromBus(CONNECTION)

    def _mac(self, *, is_on: bool) -> None:
        if is_on:
            self._caffeinate = subprocess.Popen(["caffeinate", "-i", "-w", str(os.getpid())])
        elif self._caffeinate is not None:
            self._caffeinate.terminate()
            self._caffeinate = None


def _inhibit(reason: str) -> None:
    bus = QDBusConnection.connectToBus(QDBusConnection.BusType.SessionBus, CONNECTION)
    if not bus.isConnected():
        return
    for service, path, interface in _SERVICES:
        call = QDBusMessage.createMethodCall(service, path, interface, "Inhibit")
        call.setArguments(["mediadesk", reason])
        bus.asyncCall(call)
