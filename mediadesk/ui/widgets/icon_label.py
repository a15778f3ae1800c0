"""An icon in a row of words; it follows the scheme and the text size."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from mediadesk.ui.support.icons import icon_pixmap
from mediadesk.ui.support.theme import theme


class IconLabel(QLabel):
    """``name`` "" keeps the room and draws nothing; ``side`` in design pixels."""

    def __init__(
        self,
        name: str,
        color: str = "text.secondary",
        *,
        side: int = 16,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._name, self._color, self._side = name, color, side
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        theme().changed.connect(self._refresh)
        self._refresh()

    def _refresh(self) -> None:
        side = theme().px(self._side)
        self.setFixedWidth(side + theme().px(2))
        if self._name:
            self.setPixmap(icon_pixmap(self._name, self._color, side))
