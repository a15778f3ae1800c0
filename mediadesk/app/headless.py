"""The window without a display: the same widgets, worked by the events that a mouse and keys make.

One generation of each kind is made by clicking and typing, saved through the Save dialog, and the
window is photographed. Nothing here reaches past the widgets.
"""

from __future__ import annotations

import asyncio
import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QWidget

from mediadesk.domain.errors import EnvironmentProblemError
from mediadesk.domain.generation import GenerationType
from mediadesk.ui.widgets.chip import Chip

if TYPE_CHECKING:
    from mediadesk.ui.main_window import MainWindow
    from mediadesk.ui.window_session import WindowSession

PROMPTS = {
    GenerationType.TEXT: "A short note on glazing stoneware, with a table",
    GenerationType.IMAGE: "Mountains in layers of mist, early light",
    GenerationType.VIDEO: "Waves at dusk, slow camera",
    GenerationType.AUDIO: "A calm good evening from the harbour",
}
WAIT_S = 120.0
POLL_S = 0.05
NONE_KEPT = Qt.KeyboardModifier.NoModifier

W = TypeVar("W", bound=QWidget)


async def drive(window: MainWindow, _session: WindowSession) -> None:
    """Make, save and photograph one result of each kind."""
    folder = _new_folder()
    window.resize(1440, 900)
    for number, kind in enumerate(GenerationType, start=1):
        await _make(window, kind)
        saved = await _save(window, folder)
        picture = folder / f"{number}-window-{kind.value}.png"
        window.grab().save(str(picture))
        sys.stdout.write(f"{kind.value}: {saved.name}, {picture.name}\n")
    sys.stdout.write(f"Saved in {folder}\n")
    sys.stdout.flush()


async def _make(window: MainWindow, kind: GenerationType) -> None:
    await click(find(window, QWidget, f"type-{kind.value}"))
    prompt = find(window, QWidget, "prompt")
    await click(prompt)
    await press(prompt, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    await type_text(prompt, PROMPTS[kind])
    await press(prompt, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    await until(lambda: not _is_done(window), "the run to start")
    await until(lambda: _is_done(window), f"the {kind.value} result")
    await asyncio.sleep(0.5)


def _is_done(window: MainWindow) -> bool:
    header = window.findChild(QWidget, "stage-header")
    if header is None:
        return False
    chip = header.findChild(Chip)
    return chip is not None and chip.text() == "Done"


async def _save(window: MainWindow, folder: Path) -> Path:
    before = _files(folder)
    await click(find(window, QWidget, "save-result"))
    await until(lambda: window.findChild(QFileDialog, "save-dialog") is not None, "the dialog")
    dialog = find(window, QFileDialog, "save-dialog")
    name = find(dialog, QLineEdit, "fileNameEdit")
    target = folder / name.text()
    await click(name)
    await press(name, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    await type_text(name, str(target))
    await press(name, Qt.Key.Key_Return)
    await until(lambda: bool(_files(folder) - before), "the saved file")
    dialog.deleteLater()
    await asyncio.sleep(POLL_S)
    return (_files(folder) - before).pop()


def _files(folder: Path) -> set[Path]:
    return set(folder.iterdir())


def find(parent: QWidget, kind: type[W], name: str) -> W:
    """The widget called ``name``; it must be there."""
    found = parent.findChild(kind, name)
    if not isinstance(found, kind):
        raise EnvironmentProblemError(f"The window has no part called {name}.")
    return found


async def click(widget: QWidget) -> None:
    """Press and release the left button in the middle of a widget."""
    place = QPointF(widget.rect().center())
    on_screen = QPointF(widget.mapToGlobal(widget.rect().center()))
    left = Qt.MouseButton.LeftButton
    for kind, held in (
        (QEvent.Type.MouseButtonPress, left),
        (QEvent.Type.MouseButtonRelease, Qt.MouseButton.NoButton),
    ):
        event = QMouseEvent(kind, place, on_screen, left, held, NONE_KEPT)
        QCoreApplication.postEvent(widget, event)
        await asyncio.sleep(POLL_S)
    # a button that closed its dialog is gone by now
    if shiboken6.isValid(widget) and widget.focusPolicy() & Qt.FocusPolicy.ClickFocus:
        widget.setFocus(Qt.FocusReason.MouseFocusReason)


async def press(
    widget: QWidget, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE_KEPT, text: str = ""
) -> None:
    """Press and release a key in a widget."""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QCoreApplication.postEvent(widget, QKeyEvent(kind, key, modifiers, text))
    await asyncio.sleep(0)


async def type_text(widget: QWidget, text: str) -> None:
    """Type letters one by one."""
    for letter in text:
        await press(widget, Qt.Key.Key_unknown, text=letter)
    await asyncio.sleep(POLL_S)


async def until(is_so: Callable[[], bool], what: str, *, wait_s: float = WAIT_S) -> None:
    """Wait for something that the user would see. Raises ``EnvironmentProblemError`` if not."""
    try:
        async with asyncio.timeout(wait_s):
            while not is_so():  # noqa: ASYNC110 - what is waited for is on the screen
                await asyncio.sleep(POLL_S)
    except TimeoutError:
        QApplication.closeAllWindows()
        raise EnvironmentProblemError(f"Waited {wait_s:.0f} s for {what} in vain.") from None


def _new_folder() -> Path:
    """A new folder beside the caller, or a temporary one where that cannot be written."""
    here = Path.cwd()
    if os.access(here, os.W_OK):
        number = 1
        while (here / f"mediadesk-demo-{number}").exists():
            number += 1
        folder = here / f"mediadesk-demo-{number}"
        folder.mkdir()
        return folder
    return Path(tempfile.mkdtemp(prefix="mediadesk-demo-"))
