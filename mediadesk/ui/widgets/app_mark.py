"""The mark of the program: an aperture on the accent colour."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from mediadesk.ui.support.icons import icon_pixmap
from mediadesk.ui.support.painting import fill_rounded
from mediadesk.ui.support.theme import theme


class AppMark(QWidget):
    """A square of ``side`` device-independent pixels."""

    def __init__(self, side: int = 32, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedSize(theme().px(side), theme().px(side))
        self.setAccessibleName("mediadesk")

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw ground and aperture."""
        painter = QPainter(self)
        side = self.width()
        fill_rounded(painter, QRectF(self.rect()), side * 0.19, theme().color("accent.fill"))
        inner = round(side * 0.56)
        pixmap = icon_pixmap(
            "aperture", theme().color("text.onAccent"), inner, dpr=self.devicePixelRatioF()
        )
        offset = (side - inner) // 2
        painter.drawPixmap(QPoint(offset, offset), pixmap)
