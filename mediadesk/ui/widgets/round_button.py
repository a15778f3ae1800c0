"""A round button with an icon, to lie over a picture."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from mediadesk.ui.support.icons import icon_pixmap
from mediadesk.ui.support.style import describe
from mediadesk.ui.support.theme import theme

SIDE = 40


class RoundButton(QAbstractButton):
    """Dark on every picture; paler while it cannot be used."""

    def __init__(self, icon: str, label: str, *, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._icon = icon
        describe(self, name=name, accessible=label, tooltip=label)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.resize(self.sizeHint())

    def sizeHint(self) -> QSize:
        """A circle."""
        return QSize(theme().px(SIDE), theme().px(SIDE))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw circle and icon."""
        look, painter = theme(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setOpacity(1.0 if self.isEnabled() else 0.4)
        painter.setPen(look.color("focus") if self.hasFocus() else Qt.PenStyle.NoPen)
        ground = "bg.hover" if self.underMouse() and self.isEnabled() else "bg.raised"
        painter.setBrush(look.color(ground, 0.92))
        painter.drawEllipse(QRectF(self.rect()).adjusted(1, 1, -1, -1))
        side = look.px(18)
        sign = icon_pixmap(self._icon, "text.primary", side, dpr=self.devicePixelRatioF())
        painter.drawPixmap(QRectF(self.rect()).center() - QPointF(side / 2, side / 2), sign)
