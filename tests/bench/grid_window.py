"""The real window, run by ``grid``: the Library page over many items.

``python -m tests.bench.grid_window LIBRARY_FOLDER RESULT_FILE``.
"""

from __future__ import annotations

import asyncio
import json
import sys
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from mediadesk.app.headless import find, until
from mediadesk.domain.generation import GenerationType
from mediadesk.ui.main_window import MainWindow
from mediadesk.ui.panes.library.pane import LibraryPane
from mediadesk.ui.window_session import WindowSession
from tests.bench.window_runs import Heartbeat, open_library

SETTLE_S = 3.0
IDLE_S = 6.0
LOOK_S = 1.0
KEY_S = 0.15
FRAME_S = 1 / 60
SCROLLS = 240
STEP_PIXELS = 60
PAGES = 20
WORDS = ("harbour", "harbour winter", "")


class Driver:
    """Opens the page and works it as a person would, quickly."""

    def __init__(self) -> None:
        self.heart = Heartbeat()
        self.items = 0

    async def __call__(self, window: MainWindow, session: WindowSession) -> None:
        """Idle, then what the page offers."""
        window.resize(1440, 900)
        await asyncio.sleep(SETTLE_S)
        with self.heart.phase("idle window"):
            await asyncio.sleep(IDLE_S)
        with self.heart.phase("the library opens"):
            session.show_page("library", "all")
            pane = find(window, LibraryPane, "library-pane")
            await until(lambda: pane.grid.row_count() > 0, "the items")
            await asyncio.sleep(LOOK_S)
        self.items = pane.grid.row_count()
        with self.heart.phase("Home, End and page keys"):
            await self._press_keys(pane)
        with self.heart.phase("scrolling"):
            await self._scroll(pane)
        with self.heart.phase("everything is selected, then nothing"):
            for _ in range(3):
                QTest.keyClick(pane.grid, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
                await asyncio.sleep(LOOK_S)
                QTest.keyClick(pane.grid, Qt.Key.Key_Home)
                await asyncio.sleep(LOOK_S)
        with self.heart.phase("a filter changes"):
            for types in ({GenerationType.IMAGE}, {GenerationType.TEXT}, set()):
                await self._list(pane, types=frozenset(types))
        with self.heart.phase("search"):
            for words in WORDS:
                await self._list(pane, text=words)

    async def _press_keys(self, pane: LibraryPane) -> None:
        turns = (Qt.Key.Key_End, Qt.Key.Key_Home) * 3
        for key in (*turns, *(Qt.Key.Key_PageDown,) * PAGES, *(Qt.Key.Key_PageUp,) * PAGES):
            QTest.keyClick(pane.grid, key)
            await asyncio.sleep(KEY_S)

    async def _scroll(self, pane: LibraryPane) -> None:
        bar = pane.grid.verticalScrollBar()
        for number in range(SCROLLS):
            step = STEP_PIXELS if number < SCROLLS // 2 else STEP_PIXELS * 40
            bar.setValue(bar.value() + step)
            await asyncio.sleep(FRAME_S)

    async def _list(self, pane: LibraryPane, **change: object) -> None:
        counts: list[int] = []
        pane.view_model.listed.connect(counts.append)
        pane.view_model.change(**change)
        await until(lambda: bool(counts), "the list")
        pane.view_model.listed.disconnect(counts.append)
        await asyncio.sleep(LOOK_S)


def main(folder: Path, result: Path) -> int:
    """Open the library in the window, let the driver work, write what was found."""
    driver = Driver()
    open_library(folder, driver)
    found = {"items": driver.items, "late_ms": driver.heart.late_ms}
    result.write_text(json.dumps(found), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2])))
