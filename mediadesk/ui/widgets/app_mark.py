"""The mark of the program: an aperture on the accent colour."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from mediadesk.ui.support.icons import icon_pixmap
from mediadesk.ui.support.painting import fill_rounded
from mediadesk.ui.support.style import describe
from mediadesk.ui.support.theme import theme


class AppMark(QWidget):
    """A square of ``side`` device-independent pixels."""

    def __init__(self, side: int = 32, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedSize(theme().px(side), theme().px(side))
        self.setAccessibleName("mediadesk")

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw ground and aperture."""
        _paint_mark(self)


class MarkButton(QAbstractButton):
    """The mark where it can be pressed: `offer` says for what; disabled without words."""

    def __init__(self, side: int = 32, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedSize(theme().px(side), theme().px(side))
        describe(self, name="mark")
        self.offer("")

    def offer(self, words: str) -> None:
        """Say what pressing does; "" makes it a mere mark."""
        self.setEnabled(bool(words))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if words else Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(words or "mediadesk")
        self.setToolTip(words)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the mark."""
        _paint_mark(self)


def _paint_mark(widget: QWidget) -> None:
    painter = QPainter(widget)
    side = widget.width()
    fill_rounded(painter, QRectF(widget.rect()), side * 0.23, theme().color("accent.fill"))
    inner = round(side * 0.5 + theme().px(4))
    ink = theme().color("text.onAccent")
    pixmap = icon_pixmap("aperture", ink, inner, dpr=widget.devicePixelRatioF())
    offset = (side - inner) // 2
    painter.drawPixmap(QPoint(offset, offset), pixmap)
