"""Progress on the icon in the taskbar: docks that know Unity's launcher signal; nowhere else.

Source: https://wiki.ubuntu.com/Unity/LauncherAPI
"""

from __future__ import annotations

import sys

from PySide6.QtDBus import QDBusConnection, QDBusMessage

_PATH = "/com/canonical/unity/launcherentry/mediadesk"
_INTERFACE = "com.canonical.Unity.LauncherEntry"
_APP = "application://mediadesk.desktop"


class Taskbar:
    """Tells how far all running jobs are together, only when that changed."""

    def __init__(self) -> None:
        self._told: tuple[int, bool] = (0, False)

    def show(self, fraction: float | None) -> None:
        """Show a share from 0 to 1, or none."""
        told = (0, False) if fraction is None else (round(fraction * 100), True)
        if told == self._told or not sys.platform.startswith("linux"):
            return
        self._told = told
        bus = QDBusConnection.sessionBus()
        if bus.isConnected():
            signal = QDBusMessage.createSignal(_PATH, _INTERFACE, "Update")
            state = {"progress": told[0] / 100, "progress-visible": told[1]}
            signal.setArguments([_APP, state])
            bus.send(signal)
