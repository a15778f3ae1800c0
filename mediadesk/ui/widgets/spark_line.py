"""How something went over time, as a line without an axis; for rows of a list."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from mediadesk.ui.support.theme import theme


class SparkLine(QWidget):
    """Paints values from left to right, scaled to the largest; the words stand beside it."""

    def __init__(self, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._values: tuple[int, ...] = ()
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.update)

    def set_values(self, values: Sequence[int]) -> None:
        """Show other values."""
        self._values = tuple(values)
        self.update()

    def sizeHint(self) -> QSize:
        """As small as a word."""
        return QSize(theme().px(52), theme().px(18))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the line."""
        if len(self._values) < 2:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(2, 3, -2, -3)
        largest, last = max(1, *self._values), len(self._values) - 1
        painter.setPen(QPen(theme().color("text.secondary"), 1.5))
        painter.drawPolyline(
            QPolygonF(
                [
                    QPointF(
                        area.left() + area.width() * index / last,
                        area.bottom() - area.height() * value / largest,
                    )
                    for index, value in enumerate(self._values)
                ]
            )
        )
