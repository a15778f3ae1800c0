"""The next start goes on where the window was closed."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QWidget

from mediadesk.app.headless import find, press, type_text
from mediadesk.app.life import WindowLife
from mediadesk.domain.generation import GenerationType
from mediadesk.services.library_access import LibraryAccess
from mediadesk.ui.main_window import MainWindow
from mediadesk.ui.support.preferences import Preferences
from tests.ui.window.conftest import OpenWindow, until

PASSPHRASE = "seven calm harbours"
PROMPT = "Half a thought"


@pytest.fixture
async def place(tmp_path: Path) -> Path:
    path = tmp_path / "library"
    access = LibraryAccess(path, use_keyring=False)
    await access.create(name="Studio", passphrase=PASSPHRASE, use_keyring=False)
    return path


@asynccontextmanager
async def started(library: Path, page: str) -> AsyncIterator[OpenWindow]:
    """The window from its start until it is closed as a user does."""
    settings = QSettings(str(library.parent / "window.ini"), QSettings.Format.IniFormat)
    window = MainWindow(settings)
    window.resize(1440, 900)
    window.show()
    life = WindowLife(window, Preferences(settings), library, use_keyring=False, view=None)
    task = asyncio.get_running_loop().create_task(life.run())

    def shows(name: str) -> bool:
        widget = window.findChild(QWidget, name)
        return widget is not None and widget.isVisible()

    try:
        await until(lambda: shows("unlock-pane"), "the unlock page")
        field = find(window, QWidget, "unlock-pane").findChild(QLineEdit)
        assert isinstance(field, QLineEdit)
        await type_text(field, PASSPHRASE)
        await press(field, Qt.Key.Key_Return)
        await until(lambda: shows(page), "the page that was left")
        session = life.session
        assert session is not None
        yield OpenWindow(window, session)
    finally:
        window.close()
        async with asyncio.timeout(30):
            await task
        window.deleteLater()


def prompt_of(opened: OpenWindow) -> str:
    return opened.part(QPlainTextEdit, "prompt").toPlainText()


async def test_page_project_form_and_result_are_there_again(place: Path) -> None:
    async with started(place, "create-pane") as opened:
        workspace = opened.session.workspace
        project = await opened.session.services.projects.create("Harbour")
        await until(lambda: project.id in {one.id for one in workspace.projects}, "the project")
        workspace.choose_project(project.id)
        made = await opened.made(opened.request(GenerationType.IMAGE, "A calm harbour"))
        await type_text(opened.part(QPlainTextEdit, "prompt"), PROMPT)
        await until(lambda: prompt_of(opened) == PROMPT, "the prompt")
        opened.session.show_page("library")
    secret = PROMPT.encode()
    assert all(
        secret not in file.read_bytes() for file in place.parent.rglob("*") if file.is_file()
    )
    async with started(place, "library-pane") as opened:
        assert opened.session.workspace.project.id == project.id
        opened.session.show_page("create")
        await until(lambda: prompt_of(opened) == PROMPT, "the prompt")
        await until(lambda: opened.part(QWidget, "stage-header").isVisible(), "the result")
        words = [
            label.text() for label in opened.part(QWidget, "stage-header").findChildren(QLabel)
        ]
        assert any("A calm harbour" in text for text in words), words
        left = opened.session.whereabouts().create
        assert left is not None
        assert left.generation_id == made.id
