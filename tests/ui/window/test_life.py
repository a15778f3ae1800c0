"""The life of the window: unlock, lock, close, a second start, and everything without a display."""

import asyncio
import os
import subprocess
import sys
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QSettings, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QPushButton, QWidget

from mediadesk.app.headless import click, find, press, type_text
from mediadesk.app.life import WindowLife
from mediadesk.domain.generation import GenerationRequest, GenerationType
from mediadesk.domain.ids import ProviderName
from mediadesk.services.library_access import LibraryAccess
from mediadesk.ui.idle_lock import IdleLock
from mediadesk.ui.main_window import MainWindow
from mediadesk.ui.single_instance import InstanceServer, ask_to_raise
from mediadesk.ui.support.preferences import Preferences
from tests.ui.window.conftest import until

PASSPHRASE = "seven calm harbours"


@dataclass
class Living:
    """A window on a library with a passphrase, before anything was unlocked."""

    window: MainWindow
    life: WindowLife
    task: asyncio.Task[int]

    def is_shown(self, name: str) -> bool:
        widget = self.window.findChild(QWidget, name)
        return widget is not None and widget.isVisible()

    async def unlock(self) -> None:
        await until(lambda: self.is_shown("unlock-pane"), "the unlock page")
        pane = find(self.window, QWidget, "unlock-pane")
        field = pane.findChild(QLineEdit)
        assert isinstance(field, QLineEdit)
        await type_text(field, PASSPHRASE)
        await press(field, Qt.Key.Key_Return)
        await until(lambda: self.is_shown("create-pane"), "the Create page")


@pytest.fixture
async def living(tmp_path: Path) -> AsyncIterator[Living]:
    path = tmp_path / "library"
    access = LibraryAccess(path, use_keyring=False)
    await access.create(name="Studio", passphrase=PASSPHRASE, use_keyring=False)
    settings = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    window = MainWindow(settings)
    window.resize(1440, 900)
    window.show()
    life = WindowLife(window, Preferences(settings), path, use_keyring=False, view=None)
    task = asyncio.get_running_loop().create_task(life.run())
    yield Living(window, life, task)
    if not task.done():
        life._quit.set()
        async with asyncio.timeout(15):
            await task
    window.deleteLater()


def request(living: Living, *, delay_s: float) -> GenerationRequest:
    session = living.life._session
    assert session is not None
    return GenerationRequest(
        type=GenerationType.IMAGE,
        provider=ProviderName("sample"),
        model="sample-image",
        prompt="A slow stone",
        project_id=session.workspace.project.id,
        parameters={"delay_s": delay_s},
    )


async def test_unlock_lock_and_unlock_again(living: Living) -> None:
    await living.unlock()
    living.window.actions_["lock"].trigger()
    await until(lambda: living.is_shown("unlock-pane"), "the unlock page")
    assert living.window.findChild(QWidget, "create-pane") is None or not living.is_shown(
        "create-pane"
    )
    await living.unlock()


async def test_a_wrong_passphrase_opens_nothing(living: Living) -> None:
    await until(lambda: living.is_shown("unlock-pane"), "the unlock page")
    field = find(living.window, QWidget, "unlock-pane").findChild(QLineEdit)
    assert isinstance(field, QLineEdit)
    await type_text(field, "something else")
    await press(field, Qt.Key.Key_Return)
    button = find(living.window, QPushButton, "unlock")
    await until(lambda: not button.isEnabled(), "the try")
    await until(button.isEnabled, "the refusal")
    assert living.is_shown("unlock-pane")


async def test_closing_without_jobs_asks_nothing(living: Living) -> None:
    await living.unlock()
    living.window.close()
    async with asyncio.timeout(15):
        assert await living.task == 0


async def test_closing_with_a_running_job_asks_first(living: Living) -> None:
    await living.unlock()
    session = living.life._session
    assert session is not None
    generation_id = await session.services.generations.submit(request(living, delay_s=60))
    await until(lambda: True, "the job")
    living.window.close()
    await until(lambda: living.is_shown("close-dialog"), "the question")
    await click(find(living.window, QPushButton, "keep-working"))
    await until(lambda: not living.is_shown("close-dialog"), "the answer")
    assert not living.task.done()
    await session.services.generations.cancel(generation_id)
    await session.services.generations.wait(generation_id)


async def test_close_anyway_closes(living: Living) -> None:
    await living.unlock()
    session = living.life._session
    assert session is not None
    await session.services.generations.submit(request(living, delay_s=60))
    living.window.close()
    await until(lambda: living.is_shown("close-dialog"), "the question")
    dialog = find(living.window, QDialog, "close-dialog")
    await click(find(dialog, QPushButton, "close-anyway"))
    async with asyncio.timeout(15):
        assert await living.task == 0


async def test_a_second_start_raises_the_first_window(tmp_path: Path) -> None:
    server = InstanceServer(tmp_path / "library")
    raised: list[bool] = []
    server.raise_wanted.connect(lambda: raised.append(True))
    assert ask_to_raise(tmp_path / "library")
    await until(lambda: bool(raised), "the wish")
    assert not ask_to_raise(tmp_path / "another")
    server.close()


@pytest.mark.full
def test_without_a_display_every_kind_is_made_and_saved(tmp_path: Path) -> None:
    environment = {k: v for k, v in os.environ.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY")}
    environment.pop("QT_QPA_PLATFORM", None)
    environment["PYTHONPATH"] = str(Path(__file__).resolve().parents[3])
    done = subprocess.run(
        [sys.executable, "-m", "mediadesk", "--sample"],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        timeout=110,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "no display was found" in done.stderr
    folder = tmp_path / "mediadesk-demo-1"
    suffixes = sorted(path.suffix for path in folder.iterdir())
    assert suffixes == [".avi", ".md", ".png", ".png", ".png", ".png", ".png", ".wav"]


async def test_the_library_locks_when_nobody_is_there(living: Living) -> None:
    await living.unlock()
    now = [0.0]
    limit = [5]
    lock = IdleLock(living.window, lambda: limit[0], clock=lambda: now[0])
    wishes: list[bool] = []
    lock.lock_wanted.connect(lambda: wishes.append(True))
    now[0] = 299.0
    lock.check()
    assert wishes == []
    surface = living.window.windowHandle()
    assert surface is not None
    event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier)
    QCoreApplication.sendEvent(surface, event)
    now[0] = 400.0
    lock.check()
    assert wishes == [], "a key press begins the time anew"
    now[0] = 700.0
    lock.check()
    assert wishes == [True]
    limit[0] = 0
    now[0] = 99_000.0
    lock.check()
    assert wishes == [True], "0 means never"
    lock.stop()
