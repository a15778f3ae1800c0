"""The whole life of a window over a library folder, worked by events."""

import asyncio
import gc
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPointF, QSettings, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QWidget

from mediadesk.app.headless import find, press, type_text, until
from mediadesk.app.life import WindowLife
from mediadesk.domain.generation import GenerationRequest, GenerationType
from mediadesk.domain.ids import ProviderName
from mediadesk.storage.library import create_library
from mediadesk.system.task_scope import TaskScope
from mediadesk.ui.main_window import MainWindow
from mediadesk.ui.support.preferences import Preferences
from mediadesk.ui.window_session import WindowSession
from mediadesk.vault.keyring_store import KeyringStore
from mediadesk.vault.keyslots import MIN_LOG2_N, ScryptParameters
from mediadesk.vault.vault import NewVault, Vault
from tests.fakes.keyrings import MemoryKeyring

W = TypeVar("W", bound=QWidget)
PASSPHRASE = "correct horse battery"
WAIT_S = 60.0


@dataclass
class Life:
    """One run of the program: its window, and what a person does with it."""

    window: MainWindow
    life: WindowLife
    scope: TaskScope
    preferences: Preferences

    def start(self) -> None:
        self.task = self.scope.start(self.life.run())

    def part(self, kind: type[W], name: str) -> W:
        return find(self.window, kind, name)

    def has(self, name: str) -> bool:
        found = self.window.findChild(QWidget, name)
        return isinstance(found, QWidget) and found.isVisible()

    async def sees(self, name: str) -> QWidget:
        await until(lambda: self.has(name), name, wait_s=WAIT_S)
        return self.part(QWidget, name)

    async def reads(self, text: str) -> None:
        await until(lambda: text in self.text(), f"“{text}”", wait_s=WAIT_S)

    def text(self) -> str:
        """Every word on the window."""
        parts: list[QLabel | QAbstractButton] = [
            *self.window.findChildren(QLabel),
            *self.window.findChildren(QAbstractButton),
        ]
        return "\n".join(one.text() for one in parts if one.isVisible())

    async def click(self, name: str) -> None:
        button = await self.sees(name)
        await until(button.isEnabled, f"{name} to be ready", wait_s=WAIT_S)
        centre = QPointF(button.rect().center())
        on_screen = QPointF(button.mapToGlobal(button.rect().center()))
        left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
        for kind, held in (
            (QEvent.Type.MouseButtonPress, left),
            (QEvent.Type.MouseButtonRelease, none),
        ):
            event = QMouseEvent(kind, centre, on_screen, left, held, Qt.KeyboardModifier.NoModifier)
            QCoreApplication.postEvent(button, event)
        await asyncio.sleep(0.02)

    async def type(self, name: str, text: str) -> None:
        edit = await self.sees(name)
        edit.setFocus()
        await press(edit, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        await press(edit, Qt.Key.Key_Delete)
        await type_text(edit, text)
        if isinstance(edit, QLineEdit):
            assert edit.text() == text

    async def enter(self, name: str) -> None:
        await press(self.part(QWidget, name), Qt.Key.Key_Return)

    async def is_open(self) -> WindowSession:
        await until(lambda: self.has("model-card"), "the open library", wait_s=WAIT_S)
        session = self.life.session
        assert session is not None
        return session

    async def end(self) -> int:
        if not self.task.done():
            self.life.ask_to_close()
        return int(await self.task)


LiveIn = Callable[..., Life]


@pytest.fixture
async def live_in(tmp_path: Path) -> AsyncIterator[LiveIn]:
    """Start the program on a library folder; everything ends with the test."""
    lives: list[Life] = []
    settings = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)

    def start(
        folder: Path, *, keyring: MemoryKeyring | None = None, view: str | None = None
    ) -> Life:
        window = MainWindow(settings)
        window.resize(1440, 900)
        window.show()
        preferences = Preferences(settings)
        life = WindowLife(
            window,
            preferences,
            folder,
            use_keyring=keyring is not None,
            view=view,
            find_keyrings=lambda: {} if keyring is None else {"memory": keyring},
        )
        lives.append(Life(window, life, TaskScope(), preferences))
        lives[-1].start()
        return lives[-1]

    yield start
    for life in lives:
        await life.end()
        await life.scope.close()
        life.window.deleteLater()
    gc.collect()


@dataclass
class MadeLibrary:
    """A library on disk, with what opens it."""

    folder: Path
    recovery_code: str = field(repr=False)


MakeLibrary = Callable[..., MadeLibrary]


@pytest.fixture
def make_library(tmp_path: Path) -> MakeLibrary:
    def make(
        name: str = "pictures",
        *,
        passphrase: str | None = PASSPHRASE,
        keyring: MemoryKeyring | None = None,
    ) -> MadeLibrary:
        folder = tmp_path / name
        made: NewVault = Vault.create(
            folder,
            passphrase=passphrase,
            use_keyring=keyring is not None,
            keyring=None if keyring is None else KeyringStore(finder=lambda: {"memory": keyring}),
            scrypt=ScryptParameters(MIN_LOG2_N),
        )
        create_library(folder, made.keys).close()
        return MadeLibrary(folder, made.recovery_code)

    return make


def text_request(session: WindowSession, *, delay_s: float = 0.0) -> GenerationRequest:
    """A text from the sample provider, in the project that is shown."""
    return GenerationRequest(
        type=GenerationType.TEXT,
        provider=ProviderName("sample"),
        model="sample-text",
        prompt="A secret note",
        project_id=session.workspace.project.id,
        parameters={"delay_s": delay_s},
    )
