"""The grey behind pictures: one choice for every viewer, and never a colour."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor

from mediadesk.ui.support.theme import theme
from mediadesk.ui.support.translation import QT_TR_NOOP

GROUNDS = ("", "#000000", "#3A3A3A", "#808080", "#FFFFFF")
"""The first is that of the theme."""
GROUND_WORDS = (
    QT_TR_NOOP("As the theme"),
    QT_TR_NOOP("Black"),
    QT_TR_NOOP("Dark grey"),
    QT_TR_NOOP("Middle grey"),
    QT_TR_NOOP("White"),
)


class ViewerGround(QObject):
    """``changed`` carries the number of the ground that was chosen."""

    changed = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._number = 0

    @property
    def number(self) -> int:
        """Which of ``GROUNDS`` is behind pictures."""
        return self._number

    def choose(self, number: int) -> None:
        """Put another ground behind every picture; after the last comes the first."""
        number %= len(GROUNDS)
        if number != self._number:
            self._number = number
            self.changed.emit(number)

    def color(self, number: int | None = None) -> QColor:
        """The colour of a ground; None: of the one that is chosen."""
        chosen = GROUNDS[self._number if number is None else number]
        return QColor(chosen) if chosen else theme().color("bg.canvas")


@cache
def viewer_ground() -> ViewerGround:
    """The one choice of this process."""
    return ViewerGround()
