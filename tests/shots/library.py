"""The library as grid and list, with filters, a selection, the trash, and nothing that fits."""

from __future__ import annotations

import asyncio

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from mediadesk.app.headless import click, press, type_text
from mediadesk.domain.ids import ProviderName
from mediadesk.services.own_limits import OFFLINE
from mediadesk.ui.panes.library.pane import LibraryPane
from mediadesk.ui.window_session import WindowSession
from tests.shots.camera import BOTH, NARROW, Camera
from tests.shots.studio import Studio

_SELECTED = (1, 2, 3, 8, 9, 10)


async def photograph_library(camera: Camera, session: WindowSession, _studio: Studio) -> None:
    """Every state of the page."""
    session.show_page("library", "all")
    pane = camera.part(LibraryPane, "library-pane")
    view_model, model = pane.view_model, pane.view_model.model
    await camera.until(lambda: model.rowCount() > max(_SELECTED), "the library")
    await asyncio.sleep(0.8)
    await camera.take("library-all", sizes=BOTH)
    await type_text(await camera.sees("library-search"), "light")
    await asyncio.sleep(0.5)
    view_model.change(within_days=365, rating=3)
    await asyncio.sleep(0.8)
    await camera.take("02-library-narrow", sizes=(NARROW,))
    for row in _SELECTED:
        pane.grid.select_range(row, row, keep=True)
    await asyncio.sleep(0.5)
    await camera.take("02-library-grid", sizes=BOTH)
    await _quick_look(camera, pane)
    await _delete(camera, pane)
    await _list(camera, pane)
    await _no_match(camera, session, pane)
    session.show_page("library", "trash")
    await asyncio.sleep(0.5)
    await camera.take("library-trash", sizes=BOTH)


async def _quick_look(camera: Camera, pane: LibraryPane) -> None:
    pane.grid.setFocus()
    pane.grid.set_current_row(2)
    await press(pane.grid, Qt.Key.Key_Space, text=" ")
    await camera.sees("quick-look")
    await asyncio.sleep(0.5)
    await camera.take("library-quick-look")
    await press(camera.part(QWidget, "quick-look"), Qt.Key.Key_Escape)
    await camera.goes("quick-look")


async def _delete(camera: Camera, pane: LibraryPane) -> None:
    for row in _SELECTED:
        pane.grid.select_range(row, row, keep=True)
    await camera.click("selection-delete")
    await camera.sees("toast")
    await asyncio.sleep(0.4)
    await camera.take("09-delete-undo-toast")
    await click(
        next(
            b for b in camera.part(QWidget, "toast").findChildren(QPushButton) if b.text() == "Undo"
        )
    )
    await asyncio.sleep(0.5)


async def _list(camera: Camera, pane: LibraryPane) -> None:
    await camera.click("view-list")
    pane.view_model.change(providers=frozenset({ProviderName("nano-banana")}))
    await asyncio.sleep(0.6)
    await camera.click("filter-provider")
    popup = await camera.sees("filter-provider-popup")
    await camera.take("02-library-list-filter", overlay=popup)
    popup.hide()
    pane.view_model.clear_filters()
    await camera.take("library-list", sizes=BOTH)
    await camera.click("view-grid")


async def _no_match(camera: Camera, session: WindowSession, pane: LibraryPane) -> None:
    session.show_page("library", "search")
    search = await camera.sees("library-search")
    pane.view_model.change(providers=frozenset({ProviderName("veo3")}), rating=5)
    await type_text(search, "vases")
    await camera.sees("library-no-match")
    await asyncio.sleep(0.6)
    services = session.services
    await services.settings.set(OFFLINE, True)
    await camera.sees("offline-bar")
    await asyncio.sleep(0.4)
    await camera.take("09-library-no-match-offline", sizes=BOTH)
    await services.settings.set(OFFLINE, False)
    await camera.click("no-match-clear")
    await camera.goes("library-no-match")
