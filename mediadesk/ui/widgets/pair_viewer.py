"""Two pictures in one place: one half of each beside a divider, or where their pixels differ."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent

from mediadesk.ui.support.theme import theme
from mediadesk.ui.support.translation import tr
from mediadesk.ui.widgets.image_viewer import ImageViewer

PairMode = Literal["slider", "difference"]
GRIP = 12
HANDLE = 28
STEP = 0.05


class PairViewer(ImageViewer):
    """The first picture is that of the viewer; the second is stretched over it."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("pair-viewer")
        self._second: list[QImage] = []
        self._mode: PairMode = "slider"
        self._share = 0.5
        self._is_sliding = False

    def set_second(self, image: QImage, smaller: Sequence[QImage] = ()) -> None:
        """The picture to compare with."""
        self._second = [] if image.isNull() else [image, *smaller]
        self.update()

    def set_mode(self, mode: PairMode) -> None:
        """A divider, or the difference of both."""
        self._mode = mode
        self.update()

    def share(self) -> float:
        """How much of the picture, from its left edge, shows the first one: 0 to 1."""
        return self._share

    def set_share(self, share: float) -> None:
        """Move the divider."""
        self._share = min(1.0, max(0.0, share))
        self.setAccessibleDescription(
            tr("First picture on the left {share}%").format(share=round(self._share * 100))
        )
        self.update()

    # ---------------------------------------------------------------------------- Qt's names

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the divider where it is; the picture elsewhere."""
        self._is_sliding = self._is_near(event.position())
        if not self._is_sliding:
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move what was taken."""
        if self._is_sliding:
            area = self.picture_rect()
            self.set_share((event.position().x() - area.left()) / max(1.0, area.width()))
        else:
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        self._is_sliding = False
        super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and Right move the divider; the keys of the viewer work, too."""
        steps = {Qt.Key.Key_Left: -STEP, Qt.Key.Key_Right: STEP}
        if self._mode == "slider" and event.key() in steps and not event.modifiers():
            self.set_share(self._share + steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw both."""
        super().paintEvent(event)
        if not self.has_image() or not self._second:
            return
        painter = QPainter(self)
        if self._mode == "difference":
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Difference)
            self.paint_levels(painter, self._second)
            return
        x = self._divider()
        painter.save()
        painter.setClipRect(QRectF(x, 0, self.width() - x, self.height()))
        self.paint_levels(painter, self._second)
        painter.restore()
        self._paint_divider(painter, x)

    # -------------------------------------------------------------------------------- inside

    def _divider(self) -> float:
        area = self.picture_rect()
        return area.left() + area.width() * self._share

    def _is_near(self, point: QPointF) -> bool:
        is_close = abs(point.x() - self._divider()) <= theme().px(GRIP)
        return self._mode == "slider" and self.has_image() and is_close

    def _paint_divider(self, painter: QPainter, x: float) -> None:
        look = theme()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(QRectF(x - 1, 0, 2, self.height()), look.color("focus"))
        side = look.px(HANDLE)
        knob = QRectF(x - side / 2, self.height() / 2 - side / 2, side, side)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.color("focus"))
        painter.drawEllipse(knob)
        painter.setPen(look.color("text.onAccent"))
        painter.setFont(look.font("base", "semibold"))
        painter.drawText(knob, Qt.AlignmentFlag.AlignCenter, "\u2194")
