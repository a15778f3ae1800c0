"""Pictures of results: compared, alone in the window, chosen and looked at in the library."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from mediadesk.app.headless import click, find, until
from mediadesk.domain.generation import Generation, GenerationType
from mediadesk.ui.panes.compare.cell import CellPane
from mediadesk.ui.panes.create.pane import CreatePane
from mediadesk.ui.panes.library.pane import LibraryPane
from mediadesk.ui.widgets.media_player import MediaPlayer

if TYPE_CHECKING:
    from mediadesk.domain.ids import AssetId
    from mediadesk.ui.main_window import MainWindow
    from mediadesk.ui.window_session import WindowSession

Shoot = Callable[[str], Awaitable[None]]


async def photograph_results(
    window: MainWindow, session: WindowSession, made: dict[str, Generation], shoot: Shoot
) -> None:
    """Leaves the window on the Create page."""
    await _compare(window, session, made, shoot)
    await _stage(window, session, made, shoot)
    await _library(window, session, shoot)
    session.show_page("create")


async def _compare(
    window: MainWindow, session: WindowSession, made: dict[str, Generation], shoot: Shoot
) -> None:
    for name, assets in (
        ("compare-4-images", made["image"].assets),
        ("compare-2-texts", (made["text"].assets[0], made["text-2"].assets[0])),
        ("compare-2-images", (made["image"].assets[0], made["image-2"].assets[0])),
    ):
        session.workspace.compare_results(assets)
        board = find(window, QWidget, "compare-board")

        wanted = {asset.id for asset in assets}

        def is_filled(board: QWidget = board, wanted: set[AssetId] = wanted) -> bool:
            panes = [p for p in board.findChildren(CellPane) if p.cell.key in wanted]
            filled = [p for p in panes if p.levels or p.text.source_text()]
            return len(filled) == len(wanted)

        await until(is_filled, "the panes")
        differs = find(window, QPushButton, "differs")
        if differs.isVisible() and not differs.isChecked():
            await click(differs)
        await shoot(name)
        if len(assets) == 2:
            mode = "diff" if assets[0].type is GenerationType.TEXT else "slider"
            await click(find(window, QPushButton, f"compare-mode-{mode}"))
            await shoot(f"{name}-{mode}")
            await click(find(window, QPushButton, "compare-mode-side"))


async def _stage(
    window: MainWindow, session: WindowSession, made: dict[str, Generation], shoot: Shoot
) -> None:
    page = find(window, CreatePane, "create-pane")
    session.workspace.show_generation(made["image"].id)
    viewer = page.stage.viewer
    await until(viewer.has_image, "the picture")
    page.full_view.set_on(True)
    viewer.zoom_to(1.5)
    await shoot("full-view")
    page.full_view.set_on(False)
    for kind in ("video", "audio"):
        session.workspace.show_generation(made[kind].id)
        player = find(window, MediaPlayer, f"{kind}-player")
        await until(player.isVisible, "the player")
        await asyncio.sleep(0.5)
        player.set_part((1_500, 3_500))
        await shoot(f"create-{kind}-part")
    session.workspace.show_generation(made["text"].id)
    text = find(find(window, QWidget, "text-stage"), QWidget, "text-view")
    await until(text.isVisible, "the text")
    QTest.keyClick(text, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    find(window, QLineEdit, "find-field").setText("note")
    await shoot("create-text-find")
    await click(find(window, QPushButton, "find-close"))


async def _library(window: MainWindow, session: WindowSession, shoot: Shoot) -> None:
    session.show_page("library", "all")
    page = find(window, LibraryPane, "library-pane")
    await until(lambda: page.view_model.model.item(3) is not None, "the items")
    page.grid.select_range(0, 3)
    await shoot("library-selection")
    page.grid.setFocus()
    QTest.keyClick(page.grid, Qt.Key.Key_Space)
    await shoot("library-quick-look")
    find(window, QPushButton, "quick-look-close").click()
    await click(find(window, QPushButton, "view-list"))
    await shoot("library-list")
    await click(find(window, QPushButton, "view-grid"))
    page.search_for("ceramics")
    page.view_model.change(types=frozenset({GenerationType.VIDEO}))
    await until(find(window, QWidget, "library-no-match").isVisible, "nothing")
    await shoot("library-no-match-filters")
    await click(find(window, QPushButton, "no-match-clear"))
