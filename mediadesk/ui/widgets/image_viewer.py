"""The picture viewer: zoom to the cursor, pan, fit, 100 %, checkerboard behind see-through parts.

It shows what it is given (decoding happens elsewhere): first the thumbnail, then the full picture
in the same place.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QBrush,
    QColor,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from mediadesk.ui.support.accessible import Role
from mediadesk.ui.support.image_pyramid import level_for
from mediadesk.ui.support.theme import theme
from mediadesk.ui.support.translation import tr
from mediadesk.ui.support.viewer_ground import viewer_ground

MIN_ZOOM, MAX_ZOOM = 0.05, 16.0
NEAREST_FROM = 4.0
AIR = 16
"""Pixels around a picture that fits."""

_STEP = 1.25
_PAN_STEP = 60


class ImageViewer(QWidget):
    """Shows one picture. ``zoom_changed(zoom, is_fit)``: 1.0 is one picture pixel per screen
    pixel. ``view_moved`` follows what the user does to the view; see ``follow``."""

    spoken_role = Role.Graphic

    zoom_changed = Signal(float, bool)
    view_moved = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("image-viewer")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMinimumSize(QSize(120, 120))
        self._levels: list[QImage] = []
        self._full = QSizeF()
        self._scale = 1.0
        self._corner = QPointF()
        self._is_fit = True
        self._drag_from: QPoint | None = None
        self._is_space_down = False
        self._description = tr("Picture")
        viewer_ground().changed.connect(self._on_ground)
        theme().changed.connect(self.update)
        self.clear()

    def clear(self) -> None:
        """Show nothing."""
        self._levels = []
        self._full = QSizeF()
        self._announce()
        self.update()

    def set_image(
        self,
        image: QImage,
        *,
        smaller: Sequence[QImage] = (),
        full_size: QSize | None = None,
        description: str = "Picture",
    ) -> None:
        """Show a picture. ``smaller`` are its halving sizes, for views that are zoomed out;
        ``full_size`` is that of the original when ``image`` is smaller.

        A picture of the same full size takes the place of the one before without moving the view.
        """
        full = QSizeF(full_size if full_size is not None else image.size())
        is_same_place = full == self._full and self.has_image()
        self._description = description
        self._full = full
        self._levels = [] if image.isNull() else [image, *smaller]
        if is_same_place:
            self.update()
        else:
            self.fit()
        self._announce()

    def has_image(self) -> bool:
        """Return whether a picture is shown."""
        return bool(self._levels)

    def zoom(self) -> float:
        """Return screen pixels per picture pixel."""
        return self._scale * self.devicePixelRatioF()

    def is_fit(self) -> bool:
        """Return whether the view follows the window."""
        return self._is_fit

    def picture_rect(self) -> QRectF:
        """Return where the picture lies in the widget."""
        return QRectF(self._corner, self._full * self._scale)

    def fit(self) -> None:
        """Show the whole picture, at most at 100 %, and keep doing so when the window changes."""
        self._is_fit = True
        self._scale = self._fit_scale()
        self._place(QPointF())
        self._changed()

    def actual_size(self, anchor: QPointF | None = None) -> None:
        """Show 100 %: one picture pixel on one screen pixel."""
        self.zoom_to(1.0, anchor)

    def toggle_fit(self, anchor: QPointF | None = None) -> None:
        """Go from fit to 100 % and back."""
        if self._is_fit and abs(self.zoom() - 1.0) > 0.001:
            self.actual_size(anchor)
        else:
            self.fit()
            self.view_moved.emit()

    def zoom_to(self, zoom: float, anchor: QPointF | None = None) -> None:
        """Zoom (5 % to 1600 %) so that what lies under ``anchor`` stays there."""
        if not self.has_image():
            return
        scale = min(MAX_ZOOM, max(MIN_ZOOM, zoom)) / self.devicePixelRatioF()
        point = anchor if anchor is not None else QRectF(self.rect()).center()
        inside = (point - self._corner) / self._scale
        self._is_fit = False
        self._scale = scale
        self._place(point - inside * scale)
        self._changed()
        self.view_moved.emit()

    def zoom_in(self, anchor: QPointF | None = None) -> None:
        """One step closer."""
        self.zoom_to(self.zoom() * _STEP, anchor)

    def zoom_out(self, anchor: QPointF | None = None) -> None:
        """One step away."""
        self.zoom_to(self.zoom() / _STEP, anchor)

    def pan(self, dx: float, dy: float) -> None:
        """Move the picture by pixels; it cannot leave the window."""
        self._place(self._corner + QPointF(dx, dy))
        self.update()
        self.view_moved.emit()

    def centre_on(self, share_x: float, share_y: float) -> None:
        """Bring a place of the picture, as shares of its sides, to the middle of the view."""
        area, middle = self.picture_rect(), QRectF(self.rect()).center()
        offset = QPointF(area.width() * share_x, area.height() * share_y)
        self._place(middle - offset)
        self.update()
        self.view_moved.emit()

    def smallest_above(self, width: float) -> QImage | None:
        """Return the smallest size of the picture at least ``width`` pixels wide, if any."""
        return level_for(self._levels, width) if self._levels else None

    def follow(self, other: ImageViewer) -> None:
        """Show the same part as another viewer: shares of the picture, whatever their sizes."""
        if not self.has_image() or not other.has_image():
            return
        if other.is_fit():
            self.fit()
            return
        area = other.picture_rect()
        there = QRectF(other.rect()).center() - area.topLeft()
        self._is_fit = False
        self._scale = self._fit_scale() * other._scale / other._fit_scale()
        size = self._full * self._scale
        share_x, share_y = there.x() / area.width(), there.y() / area.height()
        middle = QRectF(self.rect()).center()
        self._place(middle - QPointF(size.width() * share_x, size.height() * share_y))
        self._changed()

    # ---------------------------------------------------------------------------- Qt's names

    def sizeHint(self) -> QSize:
        """A comfortable size."""
        return QSize(640, 480)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit again, or keep the middle in the middle."""
        super().resizeEvent(event)
        if self._is_fit:
            self.fit()
            return
        old, new = event.oldSize(), event.size()
        shift = QPointF((new.width() - old.width()) / 2, (new.height() - old.height()) / 2)
        self._place(self._corner + shift)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom to the cursor."""
        delta = event.angleDelta().y()
        if delta and self.has_image():
            self.zoom_to(self.zoom() * _STEP ** (delta / 120), event.position())
            event.accept()

    def event(self, event: QEvent) -> bool:
        """Pinch on a touchpad."""
        if (
            isinstance(event, QNativeGestureEvent)
            and event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture
        ):
            self.zoom_to(self.zoom() * (1 + event.value()), event.position())
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the picture."""
        if event.button() in (Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton):
            self._drag_from = event.position().toPoint()
            if self.can_pan():
                self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move the picture along."""
        if self._drag_from is None:
            return
        here = event.position().toPoint()
        step = here - self._drag_from
        self._drag_from = here
        self.pan(step.x(), step.y())

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Let go."""
        self._drag_from = None
        self._refresh_cursor()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Toggle fit and 100 % at this point."""
        self.toggle_fit(event.position())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Z fit or 100 %, + and - zoom, B ground, Shift+arrows pan; anything else passes."""
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._is_space_down = True
            self._refresh_cursor()
        elif not self._act_on(event):
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Forget the space key."""
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._is_space_down = False
            self._refresh_cursor()
        else:
            super().keyReleaseEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw ground, checkerboard, picture."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), viewer_ground().color())
        if self._levels:
            self.paint_levels(painter, self._levels)

    def paint_levels(self, painter: QPainter, levels: Sequence[QImage]) -> None:
        """Draw a picture, given in halving sizes, where the shown one lies."""
        area = self.picture_rect()
        visible = area.intersected(QRectF(self.rect()))
        if visible.isEmpty():
            return
        if levels[0].hasAlphaChannel():
            painter.setBrushOrigin(area.topLeft())
            painter.fillRect(visible, _checkerboard())
        dpr = self.devicePixelRatioF()
        image = level_for(levels, area.width() * dpr)
        is_nearest = self.zoom() >= NEAREST_FROM
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, not is_nearest)
        factor_x, factor_y = image.width() / area.width(), image.height() / area.height()
        source = QRectF(
            (visible.x() - area.x()) * factor_x,
            (visible.y() - area.y()) * factor_y,
            visible.width() * factor_x,
            visible.height() * factor_y,
        )
        painter.drawImage(visible, image, source)

    # -------------------------------------------------------------------------------- inside

    def _act_on(self, event: QKeyEvent) -> bool:
        key, modifiers = event.key(), event.modifiers()
        if modifiers & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier):
            return False
        steps = {
            Qt.Key.Key_Left: (_PAN_STEP, 0),
            Qt.Key.Key_Right: (-_PAN_STEP, 0),
            Qt.Key.Key_Up: (0, _PAN_STEP),
            Qt.Key.Key_Down: (0, -_PAN_STEP),
        }
        if key in steps and modifiers & Qt.KeyboardModifier.ShiftModifier:
            self.pan(*steps[Qt.Key(key)])
        elif key == Qt.Key.Key_Z:
            self.toggle_fit()
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom_in()
        elif key == Qt.Key.Key_Minus:
            self.zoom_out()
        elif key == Qt.Key.Key_B:
            viewer_ground().choose(viewer_ground().number + 1)
        else:
            return False
        return True

    def _fit_scale(self) -> float:
        if self._full.isEmpty():
            return 1.0
        room = QSizeF(max(1, self.width() - 2 * AIR), max(1, self.height() - 2 * AIR))
        share = min(room.width() / self._full.width(), room.height() / self._full.height())
        return min(share, 1.0 / self.devicePixelRatioF())

    def _place(self, corner: QPointF) -> None:
        """Set the corner so that a small picture is centred and a large one leaves no gap."""
        size = self._full * self._scale
        self._corner = QPointF(
            _clamp(corner.x(), size.width(), self.width()),
            _clamp(corner.y(), size.height(), self.height()),
        )

    def _changed(self) -> None:
        self._refresh_cursor()
        self._announce()
        self.update()
        self.zoom_changed.emit(self.zoom(), self._is_fit)

    def _announce(self) -> None:
        if self.has_image():
            size = tr("{width:.0f} by {height:.0f} pixels").format(
                width=self._full.width(), height=self._full.height()
            )
            words = f"{self._description}, {size}, {self.zoom():.0%}"
        else:
            words = tr("No picture")
        self.setAccessibleName(words)

    def can_pan(self) -> bool:
        """Return whether there is more of the picture than the view shows."""
        area = self.picture_rect()
        return area.width() > self.width() or area.height() > self.height()

    def _on_ground(self, _number: int) -> None:
        self.update()

    def _refresh_cursor(self) -> None:
        if self.has_image() and (self.can_pan() or self._is_space_down):
            self.setCursor(Qt.CursorShape.OpenHandCursor)
        else:
            self.unsetCursor()


def _clamp(position: float, length: float, room: float) -> float:
    if length <= room:
        return (room - length) / 2
    return min(0.0, max(room - length, position))


def _checkerboard() -> QBrush:
    dark = theme().is_dark
    tile = QPixmap(16, 16)
    tile.fill(QColor("#2A2A2A" if dark else "#FFFFFF"))
    painter = QPainter(tile)
    for x, y in ((0, 0), (8, 8)):
        painter.fillRect(x, y, 8, 8, QColor("#3A3A3A" if dark else "#DDDDDD"))
    painter.end()
    return QBrush(tile)
