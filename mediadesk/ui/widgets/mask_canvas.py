"""Painting over a picture: what is painted is what may be changed."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QImage,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from mediadesk.ui.support.accessible import Role
from mediadesk.ui.support.style import describe
from mediadesk.ui.support.theme import theme
from mediadesk.ui.support.translation import tr

MOST_STEPS = 40
SMALLEST, LARGEST = 4, 200
"""Brush sizes in pixels of the picture as it is shown."""
_OVERLAY = QColor(233, 59, 129, 140)
_KEY_STEP = 12


class MaskCanvas(QWidget):
    """``changed`` follows every stroke. With keys: arrows move the brush, Space paints, [ and ]
    change its size, Ctrl+Z takes a stroke back."""

    spoken_role = Role.Canvas

    changed = Signal()
    brush_changed = Signal(int)

    def __init__(self, picture: QImage, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        describe(self, name="mask-canvas", accessible=tr("Mask over the picture"))
        self.setAccessibleDescription(
            tr("Arrow keys move the brush, Space paints, [ and ] change the size of the brush.")
        )
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._picture = picture
        self._mask = QImage(picture.size(), QImage.Format.Format_Alpha8)
        self._mask.fill(0)
        self._steps: list[QImage] = []
        self._brush = 40
        self._erases = False
        self._at = QPointF(picture.width() / 2, picture.height() / 2)
        self._is_painting = False

    def painted(self) -> QImage:
        """What is painted, as the alpha of each pixel of the picture as it is shown."""
        return self._mask.copy()

    def is_empty(self) -> bool:
        """Whether nothing is painted."""
        return not any(self._mask.constBits())

    def can_undo(self) -> bool:
        """Whether there is a stroke to take back."""
        return bool(self._steps)

    def brush(self) -> int:
        """The diameter of the brush."""
        return self._brush

    def set_brush(self, size: int) -> None:
        """Choose the diameter of the brush."""
        size = max(SMALLEST, min(LARGEST, size))
        if size != self._brush:
            self._brush = size
            self.brush_changed.emit(size)
            self.update()

    def set_erases(self, on: bool) -> None:
        """Take away instead of painting."""
        self._erases = on

    def invert(self) -> None:
        """Paint what is not painted, and the other way round."""
        self._keep()
        self._mask.invertPixels(QImage.InvertMode.InvertRgba)
        self._tell()

    def clear(self) -> None:
        """Paint nothing."""
        self._keep()
        self._mask.fill(0)
        self._tell()

    def undo(self) -> None:
        """Take the last stroke back."""
        if self._steps:
            self._mask = self._steps.pop()
            self._tell()

    def sizeHint(self) -> QSize:
        """As large as a dialog allows."""
        return self._picture.size().scaled(
            theme().px(448), theme().px(330), Qt.AspectRatioMode.KeepAspectRatio
        )

    def minimumSizeHint(self) -> QSize:
        """Enough to see what is painted."""
        return self.sizeHint() * 0.6

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a stroke."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._keep()
            self._is_painting = True
            self._at = self._to_picture(event.position())
            self._stroke(self._at)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go on with a stroke, or show where one would be."""
        place = self._to_picture(event.position())
        if self._is_painting:
            self._stroke(place)
        self._at = place
        self.update()

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """End the stroke."""
        self._is_painting = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move, paint, change the brush, undo."""
        step = _KEY_STEP * (4 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        moves = {
            Qt.Key.Key_Left: QPointF(-step, 0),
            Qt.Key.Key_Right: QPointF(step, 0),
            Qt.Key.Key_Up: QPointF(0, -step),
            Qt.Key.Key_Down: QPointF(0, step),
        }
        move = moves.get(Qt.Key(event.key()))
        if move is not None:
            self._at = self._inside(self._at + move)
            self.update()
        elif event.key() == Qt.Key.Key_Space:
            self._keep()
            self._stroke(self._at)
        elif event.matches(QKeySequence.StandardKey.Undo):
            self.undo()
        elif event.text() in ("[", "]"):
            self.set_brush(self._brush + (8 if event.text() == "]" else -8))
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the brush."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide the brush."""
        super().focusOutEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Forget where the mouse was."""
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the picture, what is painted, and the brush."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = self._area()
        painter.drawImage(area, self._picture)
        veil = QImage(self._mask.size(), QImage.Format.Format_ARGB32_Premultiplied)
        veil.fill(_OVERLAY)
        tint = QPainter(veil)
        tint.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationIn)
        tint.drawImage(0, 0, self._mask)
        tint.end()
        painter.drawImage(area, veil)
        if self.hasFocus() or self.underMouse():
            scale = area.width() / max(1, self._picture.width())
            center = area.topLeft() + self._at * scale
            radius = self._brush * scale / 2
            for width, color in ((3, QColor(0, 0, 0, 160)), (1, QColor(255, 255, 255))):
                painter.setPen(QPen(color, width))
                painter.drawEllipse(center, radius, radius)
        if self.hasFocus():
            painter.setPen(QPen(theme().color("focus"), 2))
            painter.drawRect(QRectF(self.rect()).adjusted(1, 1, -1, -1))

    def _area(self) -> QRectF:
        size = self._picture.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        left, top = (self.width() - size.width()) / 2, (self.height() - size.height()) / 2
        return QRectF(left, top, size.width(), size.height())

    def _to_picture(self, place: QPointF) -> QPointF:
        area = self._area()
        scale = self._picture.width() / max(1.0, area.width())
        return self._inside((place - area.topLeft()) * scale)

    def _inside(self, place: QPointF) -> QPointF:
        across, down = self._picture.width(), self._picture.height()
        return QPointF(max(0.0, min(across, place.x())), max(0.0, min(down, place.y())))

    def _stroke(self, to: QPointF) -> None:
        painter = QPainter(self._mask)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._erases:
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Clear)
        pen = QPen(QColor(0, 0, 0, 255), self._brush)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawLine(self._at, to + QPointF(0.01, 0))
        painter.end()
        self._tell()

    def _keep(self) -> None:
        self._steps.append(self._mask.copy())
        del self._steps[:-MOST_STEPS]

    def _tell(self) -> None:
        self.update()
        self.changed.emit()
