"""Settings over a real library, with a simulated provider and a keyring in memory."""

import gc
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QWidget

from mediadesk.app.headless import find, until
from mediadesk.app.open_library import OpenLibrary
from mediadesk.services.library_access import LibraryAccess
from mediadesk.storage.library import create_library
from mediadesk.ui.item_models.thumbnail_loader import ThumbnailLoader
from mediadesk.ui.panes.settings.pane import SettingsPane
from mediadesk.ui.service_set import ServiceSet
from mediadesk.ui.support.preferences import Preferences
from mediadesk.vault.keyslots import MIN_LOG2_N, ScryptParameters
from mediadesk.vault.vault import Vault
from tests.fakes.keyrings import MemoryKeyring
from tests.simulator.server import Simulator

W = TypeVar("W", bound=QWidget)
PASSPHRASE = "correct horse battery"
WAIT_S = 60.0


@dataclass
class OpenSettings:
    """The settings in a window of their own."""

    window: QWidget
    pane: SettingsPane
    services: ServiceSet
    access: LibraryAccess
    preferences: Preferences

    def part(self, kind: type[W], name: str) -> W:
        return find(self.window, kind, name)

    def has(self, name: str) -> bool:
        found = self.window.findChild(QWidget, name)
        return isinstance(found, QWidget) and found.isVisible()

    async def click(self, name: str) -> None:
        await until(lambda: self.has(name), name, wait_s=WAIT_S)
        button = self.part(QAbstractButton, name)
        await until(button.isEnabled, f"{name} to be ready", wait_s=WAIT_S)
        button.click()

    async def type(self, name: str, text: str) -> None:
        await until(lambda: self.has(name), name, wait_s=WAIT_S)
        edit = self.part(QLineEdit, name)
        edit.selectAll()
        edit.insert(text)
        edit.textEdited.emit(text)

    async def reads(self, text: str) -> None:
        await until(lambda: text in self.text(), f"“{text}”", wait_s=WAIT_S)

    def text(self) -> str:
        labels = [one for one in self.window.findChildren(QLabel) if one.isVisible()]
        chips = [one for one in self.window.findChildren(QWidget, "chip") if one.isVisible()]
        words = [label.text() for label in labels]
        return "\n".join([*words, *(chip.accessibleName() for chip in chips)])


@pytest.fixture(scope="module")
def simulator() -> Iterator[Simulator]:
    with Simulator() as running:
        yield running


@pytest.fixture
async def settings(tmp_path: Path) -> AsyncIterator[OpenSettings]:
    folder = tmp_path / "library"
    made = Vault.create(folder, passphrase=PASSPHRASE, scrypt=ScryptParameters(MIN_LOG2_N))
    create_library(folder, made.keys).close()
    keyring = MemoryKeyring()
    access = LibraryAccess(folder, find_keyrings=lambda: {"memory": keyring})
    unlocked = await access.unlock(PASSPHRASE)
    library = OpenLibrary(unlocked, access)
    services = await library.open()
    library.begin_jobs()
    store = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    preferences = Preferences(store)
    window = QWidget()
    window.resize(1100, 760)
    thumbnails = ThumbnailLoader(services)
    pane = SettingsPane(
        services, preferences, thumbnails, access=access, library=unlocked, parent=window
    )
    pane.resize(window.size())
    window.show()
    yield OpenSettings(window, pane, services, access, preferences)
    await pane.close_models()
    await thumbnails.close()
    await library.close()
    window.deleteLater()
    gc.collect()
