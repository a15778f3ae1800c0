"""Whether the system asks programs to move less; Qt tells this on no platform yet.

Linux: the settings portal, which answers for GNOME, KDE and others. Windows: the animations of
controls. macOS: the accessibility preferences of the user. Asked at the start and whenever the
program comes to the front; where nothing answers, things move.

Sources: https://flatpak.github.io/xdg-desktop-portal/docs/doc-org.freedesktop.portal.Settings.html,
https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-systemparametersinfow
"""

from __future__ import annotations

import ctypes
import os
import plistlib
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal
from PySide6.QtDBus import (
    QDBusConnection,
    QDBusMessage,
    QDBusPendingCallWatcher,
    QDBusVariant,
)
from PySide6.QtGui import QGuiApplication

from mediadesk.ui.support.motion import set_system_motion_reduced

_SERVICE = "org.freedesktop.portal.Desktop"
_PATH = "/org/freedesktop/portal/desktop"
_INTERFACE = "org.freedesktop.portal.Settings"
_KEYS: dict[tuple[str, str], Callable[[Any], bool]] = {
    ("org.freedesktop.appearance", "reduced-motion"): lambda value: value == 1,
    ("org.gnome.desktop.interface", "enable-animations"): lambda value: value is False,
    ("org.kde.kdeglobals.KDE", "AnimationDurationFactor"): lambda value: str(value) in ("0", "0.0"),
}
_SPI_GETCLIENTAREAANIMATION = 0x1042
MAC_PREFERENCES = Path("Library", "Preferences", "com.apple.Accessibility.plist")


class SystemMotion(QObject):
    """Keeps ``is_motion_reduced`` as the system wants it, as long as the owner lives."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._told: dict[tuple[str, str], bool] = {}
        # No parent: a reading that ends after this object is gone must still have its signal.
        self._file = _Told()
        self._file.moves_less.connect(set_system_motion_reduced)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.applicationStateChanged.connect(self._on_state)
        self.ask()

    def ask(self) -> None:
        """Ask the system; the answer comes later."""
        if sys.platform == "win32":
            set_system_motion_reduced(_windows_moves_less())
        elif sys.platform == "darwin":
            QThreadPool.globalInstance().start(_ReadPreferences(self._file))
        elif has_session_bus():
            for key in _KEYS:
                self._ask_portal(key)

    def _on_state(self, state: Qt.ApplicationState) -> None:
        if state is Qt.ApplicationState.ApplicationActive:
            self.ask()

    def _ask_portal(self, key: tuple[str, str]) -> None:
        bus = QDBusConnection.sessionBus()
        call = QDBusMessage.createMethodCall(_SERVICE, _PATH, _INTERFACE, "ReadOne")
        call.setArguments([*key])
        watcher = QDBusPendingCallWatcher(bus.asyncCall(call), self)
        watcher.finished.connect(lambda done: self._on_answer(key, done))

    def _on_answer(self, key: tuple[str, str], watcher: QDBusPendingCallWatcher) -> None:
        watcher.deleteLater()
        answer = None if watcher.isError() else _only(watcher.reply().arguments())
        self._told[key] = answer is not None and _KEYS[key](answer)
        set_system_motion_reduced(any(self._told.values()))


class _Told(QObject):
    moves_less = Signal(bool)


class _ReadPreferences(QRunnable):
    def __init__(self, told: _Told) -> None:
        super().__init__()
        self._told = told

    def run(self) -> None:
        self._told.moves_less.emit(mac_moves_less(Path.home() / MAC_PREFERENCES))


def mac_moves_less(preferences: Path) -> bool:
    """What the accessibility preferences of macOS say; False where they cannot be read."""
    try:
        return bool(plistlib.loads(preferences.read_bytes()).get("ReduceMotionEnabled"))
    except (OSError, ValueError, plistlib.InvalidFileException, AttributeError):
        return False


def _windows_moves_less() -> bool:
    moves = ctypes.c_int(1)
    windll: Any = ctypes.windll  # type: ignore[attr-defined,unused-ignore]
    windll.user32.SystemParametersInfoW(_SPI_GETCLIENTAREAANIMATION, 0, ctypes.byref(moves), 0)
    return not moves.value


def has_session_bus() -> bool:
    """Asking for a bus that nobody runs starts one, and waits for it."""
    place = os.environ.get("XDG_RUNTIME_DIR", "")
    return "DBUS_SESSION_BUS_ADDRESS" in os.environ or bool(place and Path(place, "bus").exists())


def _only(arguments: list[Any]) -> Any:
    answer = arguments[0] if len(arguments) == 1 else None
    while isinstance(answer, QDBusVariant):
        answer = answer.variant()
    return answer
