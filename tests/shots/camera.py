"""Pictures of one window, by the name of what they show, in both schemes."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QWidget

from mediadesk.app.headless import find, press, until
from mediadesk.ui.main_window import MainWindow
from mediadesk.ui.support.theme import theme

FULL, NARROW, WIDE = (1440, 900), (1024, 700), (1920, 1080)
BOTH = (FULL, NARROW)
SETTLE_S = 0.35
CONTROL = Qt.KeyboardModifier.ControlModifier

W = TypeVar("W", bound=QWidget)


class Camera:
    """Writes “name-dark.png” and “name-light.png”; other widths than 1440 are part of the name."""

    def __init__(self, folder: Path, window: MainWindow) -> None:
        self.window = window
        self._folder = folder
        self.count = 0

    async def take(
        self,
        name: str,
        *,
        sizes: tuple[tuple[int, int], ...] = (FULL,),
        overlay: QWidget | None = None,
        cut: QRect | None = None,
    ) -> None:
        """Photograph the window, with a popup over it where there is one, or ``cut`` out of it."""
        for size in sizes:
            self.window.resize(*size)
            for scheme in ("dark", "light"):
                theme().set_preference(scheme)
                await asyncio.sleep(SETTLE_S)
                width = "" if size[0] == FULL[0] else f"-{size[0]}"
                self._write(f"{name}{width}-{scheme}", overlay, cut)
        self.window.resize(*FULL)

    def _write(self, name: str, overlay: QWidget | None, cut: QRect | None) -> None:
        picture = self.window.grab(cut or self.window.rect())
        if overlay is not None:
            place = overlay.mapToGlobal(QPoint(0, 0)) - self.window.mapToGlobal(QPoint(0, 0))
            overlay.render(picture, place)
        picture.save(str(self._folder / f"{name}.png"))
        self.count += 1

    def part(self, kind: type[W], name: str) -> W:
        """A part of the window that is there; one that is shown before one that was closed."""
        named = self.window.findChildren(kind, name)
        return next((one for one in named if one.isVisible()), None) or find(
            self.window, kind, name
        )

    async def sees(self, name: str) -> QWidget:
        """Wait until a part is shown and can be used."""
        return await self.sees_a(QWidget, name)

    async def sees_a(self, kind: type[W], name: str) -> W:
        """Wait until a part of that kind is shown and can be used."""

        def is_shown() -> bool:
            named = self.window.findChildren(kind, name)
            return any(one.isVisible() and one.isEnabled() for one in named)

        await until(is_shown, f"the part called {name}")
        return self.part(kind, name)

    async def goes(self, name: str) -> None:
        """Wait until a part is no longer shown."""

        def is_gone() -> bool:
            return not any(one.isVisible() for one in self.window.findChildren(QWidget, name))

        await until(is_gone, f"the end of the part called {name}")

    async def click(self, name: str) -> None:
        """Press the button of that name by its key; a button that is not there yet may come."""
        button = await self.sees(name)
        button.setFocus()
        await press(button, Qt.Key.Key_Space, text=" ")
        await asyncio.sleep(0.05)

    async def until(self, is_so: Callable[[], bool], what: str) -> None:
        """Wait for what the window is about to show."""
        await until(is_so, what)
