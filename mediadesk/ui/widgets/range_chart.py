"""A median and the slowest share on one line: a dot, a line and a mark, for rows of a list."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from mediadesk.ui.support.theme import theme

_DOT = 4.0


class RangeChart(QWidget):
    """Paints two values over an axis from 0 to ``longest``, all in one unit."""

    def __init__(self, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._median: int | None = None
        self._slow: int | None = None
        self._longest = 1
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.update)

    def set_range(self, median: int | None, slow: int | None, longest: int, spoken: str) -> None:
        """Show a median and a slow value; None = nothing was measured."""
        self._median, self._slow, self._longest = median, slow, max(1, longest)
        self.setAccessibleName(spoken)
        self.setToolTip(spoken)
        self.update()

    def sizeHint(self) -> QSize:
        """A short line."""
        return QSize(108, theme().px(20))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw track, line, dot and mark."""
        look = theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(_DOT + 1, 0, -_DOT - 1, 0)
        middle = area.center().y()
        painter.setPen(QPen(look.color("border.subtle"), 2))
        painter.drawLine(QLineF(area.left(), middle, area.right(), middle))
        if self._median is None or self._slow is None:
            return
        median = area.left() + area.width() * self._median / self._longest
        slow = area.left() + area.width() * self._slow / self._longest
        painter.setPen(QPen(look.color("text.secondary"), 2))
        painter.drawLine(QLineF(median, middle, slow, middle))
        painter.drawLine(QLineF(slow, middle - _DOT - 1, slow, middle + _DOT + 1))
        painter.setPen(QPen(look.color("accent.text"), 0))
        painter.setBrush(look.color("accent.text"))
        painter.drawEllipse(QPointF(median, middle), _DOT, _DOT)
