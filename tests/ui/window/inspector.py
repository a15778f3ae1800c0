"""Goes the way of the pictures, and looks at each state as somebody would who needs more."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from mediadesk.ui.main_window import MainWindow
from mediadesk.ui.support.theme import Preference, theme
from tests.shots.camera import FULL, NARROW, Camera
from tests.ui.window.accessible_tree import complaints, shown_windows, told_by
from tests.ui.window.language_walk import clipped
from tests.ui.window.look_walk import faint, outside, overlapping, small_targets

Check = Callable[[QWidget], Iterable[str]]
SETTLE_S = 0.25


@dataclass(frozen=True)
class Look:
    """How somebody has set the window up, and what is looked at then."""

    scheme: Preference
    high_contrast: bool
    scale: float
    size: tuple[int, int]
    checks: tuple[Check, ...]


def heard(root: QWidget) -> list[str]:
    """What is wrong with what assistive technology is told."""
    return complaints("told", told_by(root))


LAID_OUT: tuple[Check, ...] = (clipped, overlapping, outside)
LOOKS = (
    Look("dark", False, 1.0, FULL, (heard, faint, small_targets, *LAID_OUT)),
    Look("light", False, 2.0, FULL, (faint, *LAID_OUT)),
    Look("dark", True, 1.5, NARROW, (faint, *LAID_OUT)),
    Look("light", True, 0.8, FULL, (faint, *LAID_OUT)),
)


class Inspector(Camera):
    """Takes no picture; ``found`` has a line for each fault, with where it was seen first."""

    def __init__(self, window: MainWindow, look: Look, found: dict[str, str]) -> None:
        super().__init__(Path(), window)
        self._look = look
        self.found = found

    async def take(
        self,
        name: str,
        *,
        sizes: tuple[tuple[int, int], ...] = (FULL,),
        overlay: QWidget | None = None,
        cut: QRect | None = None,
    ) -> None:
        """Look at what is shown now."""
        self.count += 1
        self.window.resize(*self._look.size)
        await asyncio.sleep(SETTLE_S)
        for root in shown_windows():
            for check in self._look.checks:
                for line in check(root):
                    self.found.setdefault(line, name)


def dress(look: Look) -> None:
    """Set the program up as somebody has."""
    theme().set_preference(look.scheme)
    theme().set_high_contrast(look.high_contrast)
    theme().set_scale(look.scale)
