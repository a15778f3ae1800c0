"""The pages in front of a library, photographed: first run, unlock, a library that stays closed."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from mediadesk.app.headless import press, type_text, until
from mediadesk.app.life import WindowLife
from mediadesk.services.library_access import LibraryAccess
from mediadesk.system.task_scope import TaskScope
from mediadesk.ui.panes.first_run.steps import Mosaic
from tests.shots.camera import BOTH, CONTROL, FULL, Camera

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from PySide6.QtCore import QSettings

PASSPHRASE = "orchard lamp seven violin"


async def photograph_gates(folder: Path, home: Path, settings: QSettings) -> int:
    """Write the pictures; returns how many."""
    tour = _Gates(folder, settings)
    await tour.first_run(home / "first")
    await tour.unlock(home / "second")
    return tour.count


class _Gates:
    def __init__(self, folder: Path, settings: QSettings) -> None:
        self._folder = folder
        self._settings = settings
        self.count = 0

    async def first_run(self, library: Path) -> None:
        async def way() -> None:
            await self._camera.sees("first-run-create")
            mosaic = self._camera.part(Mosaic, "mosaic")
            await until(lambda: mosaic.count == 16, "the mosaic")
            await self._type("first-run-secret", PASSPHRASE)
            await self._camera.take("07-firstrun-1-library", sizes=BOTH)
            await self._type("first-run-secret-again", PASSPHRASE)
            await press(self._camera.part(QWidget, "first-run-secret-again"), Qt.Key.Key_Return)
            await self._camera.sees("group-3")
            words = [label.text() for label in self._window.findChildren(QLabel)]
            groups = [
                word for word in words if len(word) == 5 and word.isalnum() and word == word.upper()
            ]
            await self._type("group-3", groups[2])
            await self._type("group-6", groups[5][:2])
            await self._camera.take("07-firstrun-2-recovery-key", sizes=BOTH)
            await self._type("group-6", groups[5])
            await self._camera.click("first-run-continue")
            await self._camera.click("provider-openai")
            await self._camera.take("07-firstrun-3-provider", sizes=BOTH)
            await self._camera.click("first-run-sample")

        await self._live(library, way)

    async def unlock(self, library: Path) -> None:
        access = LibraryAccess(library, use_keyring=False)
        await access.create(name="Studio", passphrase=PASSPHRASE, use_keyring=False)

        async def way() -> None:
            await self._type("unlock-secret", "not this one")
            await press(self._camera.part(QWidget, "unlock-secret"), Qt.Key.Key_Return)
            await asyncio.sleep(2.0)
            await self._camera.take("07-unlock", sizes=BOTH)
            await self._camera.click("unlock-by-recovery")
            await self._camera.take("unlock-recovery", sizes=BOTH)

        await self._live(library, way)
        (library / "keyslots.json").write_bytes(b"{}")
        (library / "keyslots.json.bak").write_bytes(b"{}")

        async def damaged() -> None:
            await self._camera.sees("problem-pane")
            await self._camera.take("unlock-problem", sizes=BOTH)

        await self._live(library, damaged)

    async def _live(self, library: Path, way: Callable[[], Awaitable[None]]) -> None:
        from mediadesk.ui.main_window import MainWindow
        from mediadesk.ui.support.preferences import Preferences

        self._window = MainWindow(self._settings)
        self._window.resize(*FULL)
        self._camera = Camera(self._folder, self._window)
        self._window.show()
        preferences = Preferences(self._settings)
        life = WindowLife(self._window, preferences, library, use_keyring=False, view=None)
        scope = TaskScope()
        task = scope.start(life.run())
        await way()
        life.ask_to_close()
        await task
        self.count += self._camera.count
        self._window.deleteLater()

    async def _type(self, name: str, text: str) -> None:
        edit = await self._camera.sees(name)
        edit.setFocus()
        await press(edit, Qt.Key.Key_A, CONTROL)
        await press(edit, Qt.Key.Key_Delete)
        await type_text(edit, text)
