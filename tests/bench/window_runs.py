"""Benches in the real window: how late its thread answers, on a new or on a made library."""

from __future__ import annotations

import asyncio
import tempfile
import time
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer

from mediadesk.app import _import_rest, _shell, prepare_interpreter
from mediadesk.app.life import WindowLife
from mediadesk.app.open_library import OpenLibrary
from mediadesk.app.window_loop import WindowLoop
from mediadesk.services.library_access import LibraryAccess
from mediadesk.ui.main_window import MainWindow
from mediadesk.ui.support.garbage import keep_what_is_there
from mediadesk.ui.support.preferences import Preferences
from mediadesk.ui.window_session import WindowSession
from tests.bench.libraries import PASSPHRASE

BEAT_S = 0.01
Drive = Callable[[MainWindow, WindowSession], Awaitable[None]]


class Heartbeat(QObject):
    """Milliseconds by which each beat of the Qt thread came late, phase by phase."""

    def __init__(self) -> None:
        super().__init__()
        self.late_ms: dict[str, list[float]] = {}
        self._phase: list[float] | None = None
        self._due = 0.0
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setSingleShot(True)
        self._timer.setInterval(round(BEAT_S * 1000))
        self._timer.timeout.connect(self._on_beat)

    @contextmanager
    def phase(self, name: str) -> Iterator[None]:
        """Count the beats inside the block under this name."""
        self._phase = self.late_ms.setdefault(name, [])
        self._begin()
        try:
            yield
        finally:
            if self._timer.isActive() and time.monotonic() > self._due:
                self._on_beat()
            self._timer.stop()
            self._phase = None

    def _begin(self) -> None:
        self._due = time.monotonic() + BEAT_S
        self._timer.start()

    def _on_beat(self) -> None:
        if self._phase is not None:
            self._phase.append(max(0.0, time.monotonic() - self._due) * 1000)
        self._begin()


def open_window(drive: Drive) -> int:
    """Open the window on a throw-away library, let the driver work, close; the exit code."""
    prepare_interpreter()
    app, window, preferences = _shell()
    _import_rest()
    loop = WindowLoop(app)
    asyncio.set_event_loop(loop)
    with loop, tempfile.TemporaryDirectory(prefix="mediadesk-bench-") as folder:
        base = Path(folder)
        life = WindowLife(window, preferences, base / "none", use_keyring=False, view=None)
        code: int = loop.run_until_complete(life.run(drive, throwaway=base))
    return code


def open_library(folder: Path, drive: Drive) -> None:
    """Open the library in ``folder`` in the window, let the driver work, close."""
    prepare_interpreter()
    app, window, preferences = _shell()
    _import_rest()
    loop = WindowLoop(app)
    asyncio.set_event_loop(loop)
    with loop:
        loop.run_until_complete(_work(folder, window, preferences, drive))


async def _work(folder: Path, window: MainWindow, preferences: Preferences, drive: Drive) -> None:
    unlocked = await LibraryAccess(folder, use_keyring=False).unlock(PASSPHRASE)
    library = OpenLibrary(unlocked, None)
    services = await library.open()
    window.furnish()
    session = WindowSession(window, services, preferences, unlocked=unlocked, access=None)
    try:
        await session.open()
        library.begin_jobs()
        keep_what_is_there()
        await drive(window, session)
    finally:
        await session.close()
        await library.close()
        window.let_go()
