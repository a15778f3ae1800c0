"""An on/off switch, 34 by 20, with a tick when on."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from mediadesk.ui.support.painting import fill_rounded
from mediadesk.ui.support.style import describe
from mediadesk.ui.support.theme import theme


class Switch(QCheckBox):
    """A check box drawn as a switch; ``toggled`` and keyboard are those of the check box."""

    def __init__(
        self,
        label: str,
        *,
        checked: bool = False,
        name: str = "switch",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        describe(self, name=name, accessible=label)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setChecked(checked)
        theme().changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """34 by 20, at least 24 high as a target."""
        return QSize(theme().px(34), theme().px(24))

    def minimumSizeHint(self) -> QSize:
        """The same as the hint."""
        return self.sizeHint()

    def hitButton(self, pos: QPoint) -> bool:
        """The whole widget is the target."""
        return self.rect().contains(pos)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw track, knob, tick."""
        look = theme()
        painter = QPainter(self)
        height = look.px(20)
        track = QRectF(0, (self.height() - height) / 2, self.width(), height)
        on = self.isChecked()
        if not self.isEnabled():
            fill_rounded(painter, track, height / 2, look.color("bg.pressed"))
        elif on:
            fill_rounded(painter, track, height / 2, look.color("accent.fill"))
        else:
            fill_rounded(painter, track, height / 2, None, look.color("border.control"))
        side = look.px(14)
        inset = (height - side) / 2
        x = track.right() - inset - side if on else track.left() + inset
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            x = track.left() + track.right() - x - side
        knob = QRectF(x, track.top() + inset, side, side)
        color = look.color("text.onAccent" if on else "border.control")
        fill_rounded(painter, knob, side / 2, color)
        if on:
            painter.setPen(QPen(look.color("accent.fill"), look.px(2)))
            x, y, unit = knob.center().x(), knob.center().y(), side / 14
            corners = ((-3.2, 0.2), (-0.9, 2.5), (3.4, -2.4))
            painter.drawPolyline([QPointF(x + dx * unit, y + dy * unit) for dx, dy in corners])
