"""What opens over the Create page: the palette, the list of models, dialogs of the composer."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QPlainTextEdit

from mediadesk.app.headless import press, type_text
from mediadesk.domain.queries import HistoryQuery
from mediadesk.ui.dialogs.close_dialog import CloseDialog
from mediadesk.ui.dialogs.project_dialog import ProjectDialog
from mediadesk.ui.window_session import WindowSession
from tests.shots.camera import BOTH, FULL, NARROW, Camera
from tests.shots.studio import CERAMICS, NANO, VASES, Studio


async def photograph_composer(camera: Camera, session: WindowSession, studio: Studio) -> None:
    """Open one after the other and close it again."""
    session.workspace.choose_project(studio.project(CERAMICS))
    made = await studio.make(NANO, VASES, count=4)
    session.show_page("create")
    session.workspace.reuse(made.id)
    session.workspace.show_generation(made.id)
    await asyncio.sleep(1.0)
    await _palette(camera, session)
    await _picker(camera)
    camera.part(QPlainTextEdit, "prompt").setPlainText(VASES)
    for button in ("batch-runs", "presets", "improve-prompt"):
        await camera.click(button)
        dialog = next(one for one in camera.window.findChildren(QDialog) if one.isVisible())
        await camera.take(f"dialog-{button}")
        dialog.reject()
        await asyncio.sleep(0.1)
    runs = await session.services.history.first_page(HistoryQuery())
    generation = runs[0].generation
    await _dialog(camera, "dialog-project", lambda: ProjectDialog(camera.window))
    await _dialog(
        camera, "dialog-close", lambda: CloseDialog(camera.window, [generation], [generation])
    )


async def _palette(camera: Camera, session: WindowSession) -> None:
    for name, words in (("palette", ""), ("09-command-palette", "com")):
        session.go_to("palette")
        field = await camera.sees("palette-field")
        await type_text(field, words)
        await asyncio.sleep(0.6)
        await camera.take(name, sizes=BOTH)
        await press(field, Qt.Key.Key_Escape)
        await camera.goes("palette-field")


async def _picker(camera: Camera) -> None:
    for size, name in ((FULL, "08-model-picker"), (NARROW, "08-model-picker")):
        camera.window.resize(*size)
        await camera.click("type-text")
        await camera.click("model-card")
        picker = await camera.sees("model-picker")
        await asyncio.sleep(0.4)
        await camera.take(name, sizes=(size,), overlay=picker)
        picker.hide()
        await camera.click("type-image")
        QApplication.sendPostedEvents()
    camera.window.resize(*FULL)


async def _dialog(camera: Camera, name: str, build: Callable[[], QDialog]) -> None:
    dialog = build()
    dialog.open()
    await camera.take(name)
    dialog.reject()
    dialog.deleteLater()
