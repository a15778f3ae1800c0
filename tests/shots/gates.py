"""The pages in front of a library, photographed: first run, unlock, a library that stays closed."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from mediadesk.app.headless import find, press, type_text, until
from mediadesk.app.life import WindowLife
from mediadesk.services.library_access import LibraryAccess
from mediadesk.system.task_scope import TaskScope
from mediadesk.ui.panes.first_run.steps import Mosaic
from mediadesk.ui.support.theme import theme

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from PySide6.QtCore import QSettings

SIZES = ((1440, 900), (1024, 700))
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
            await self._sees("first-run-create")
            mosaic = find(self._window, Mosaic, "mosaic")
            await until(lambda: mosaic.count == 16, "the mosaic")
            await self._type("first-run-secret", PASSPHRASE)
            await self._shoot("firstrun-1-library")
            await self._type("first-run-secret-again", PASSPHRASE)
            await press(find(self._window, QWidget, "first-run-secret-again"), _key("Return"))
            await self._sees("group-3")
            words = [label.text() for label in self._window.findChildren(QLabel)]
            groups = [word for word in words if len(word) == 5 and word.isupper()]
            await self._type("group-3", groups[2])
            await self._type("group-6", groups[5][:2])
            await self._shoot("firstrun-2-recovery-key")
            await self._type("group-6", groups[5])
            await self._click("first-run-continue")
            await self._click("provider-openai")
            await self._shoot("firstrun-3-provider")
            await self._click("first-run-sample")

        await self._live(library, way)

    async def unlock(self, library: Path) -> None:
        access = LibraryAccess(library, use_keyring=False)
        await access.create(name="Studio", passphrase=PASSPHRASE, use_keyring=False)

        async def way() -> None:
            await self._type("unlock-secret", "not this one")
            await press(find(self._window, QWidget, "unlock-secret"), _key("Return"))
            await asyncio.sleep(2.0)
            await self._shoot("unlock")
            await self._click("unlock-by-recovery")
            await self._shoot("unlock-recovery")

        await self._live(library, way)
        (library / "keyslots.json").write_bytes(b"{}")
        (library / "keyslots.json.bak").write_bytes(b"{}")

        async def damaged() -> None:
            await self._sees("problem-pane")
            await self._shoot("unlock-problem")

        await self._live(library, damaged)

    async def _live(self, library: Path, way: Callable[[], Awaitable[None]]) -> None:
        from mediadesk.ui.main_window import MainWindow
        from mediadesk.ui.support.preferences import Preferences

        self._window = MainWindow(self._settings)
        self._window.resize(*SIZES[0])
        self._window.show()
        preferences = Preferences(self._settings)
        life = WindowLife(self._window, preferences, library, use_keyring=False, view=None)
        scope = TaskScope()
        task = scope.start(life.run())
        await way()
        life.ask_to_close()
        await task
        self._window.deleteLater()

    async def _sees(self, name: str) -> QWidget:
        def is_shown() -> bool:
            found = self._window.findChild(QWidget, name)
            return isinstance(found, QWidget) and found.isVisible() and found.isEnabled()

        await until(is_shown, name)
        return find(self._window, QWidget, name)

    async def _type(self, name: str, text: str) -> None:
        edit = await self._sees(name)
        edit.setFocus()
        await press(edit, _key("A"), _control())
        await press(edit, _key("Delete"))
        await type_text(edit, text)

    async def _click(self, name: str) -> None:
        button = await self._sees(name)
        button.setFocus()
        await press(button, _key("Space"), text=" ")
        await asyncio.sleep(0.2)

    async def _shoot(self, name: str) -> None:
        for size in SIZES:
            self._window.resize(*size)
            for scheme in ("dark", "light"):
                theme().set_preference(scheme)
                await asyncio.sleep(0.3)
                picture = self._folder / f"{name}-{size[0]}-{scheme}.png"
                self._window.grab().save(str(picture))
                self.count += 1
        self._window.resize(*SIZES[0])


def _key(name: str) -> Qt.Key:
    return Qt.Key[f"Key_{name}"]


def _control() -> Qt.KeyboardModifier:
    return Qt.KeyboardModifier.ControlModifier
