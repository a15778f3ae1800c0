"""A small picture over a large one: where the view is, and a way to move it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from mediadesk.ui.support.style import describe
from mediadesk.ui.support.theme import theme
from mediadesk.ui.support.translation import tr
from mediadesk.ui.widgets.image_viewer import ImageViewer

SIDE, AIR = 132, 14


class Navigator(QWidget):
    """Lies in the upper right corner of a viewer while that shows a part of its picture."""

    def __init__(self, viewer: ImageViewer) -> None:
        super().__init__(viewer)
        describe(self, name="navigator", accessible=tr("Part of the picture in view"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._viewer = viewer
        self._is_wanted = False
        viewer.zoom_changed.connect(lambda _zoom, _is_fit: self.place())
        viewer.view_moved.connect(self.update)
        viewer.installEventFilter(self)
        self.hide()

    def set_wanted(self, on: bool) -> None:
        """Appear whenever there is more of the picture than the view shows."""
        self._is_wanted = on
        self.place()

    def place(self) -> None:
        """Take the corner, or go."""
        viewer = self._viewer
        self.setVisible(self._is_wanted and viewer.has_image() and viewer.can_pan())
        size = QSizeF(viewer.picture_rect().size())
        if size.isEmpty():
            return
        size.scale(QSizeF(theme().px(SIDE), theme().px(SIDE)), Qt.AspectRatioMode.KeepAspectRatio)
        self.resize(size.toSize())
        self.move(viewer.width() - self.width() - AIR, AIR)
        self.update()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Stay in the corner."""
        if event.type() == QEvent.Type.Resize:
            self.place()
        return False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Show the part under the mouse."""
        self._go(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the mouse."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._go(event.position())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the whole picture and a frame around what is in view."""
        painter, look = QPainter(self), theme()
        image = self._viewer.smallest_above(self.width() * self.devicePixelRatioF())
        whole = QRectF(self.rect())
        if image is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(whole, image)
        painter.setPen(QPen(look.color("border.control"), 1))
        painter.drawRect(whole.adjusted(0.5, 0.5, -0.5, -0.5))
        painter.setPen(QPen(look.color("focus"), 2))
        painter.drawRect(self._in_view().adjusted(1, 1, -1, -1))

    def _in_view(self) -> QRectF:
        area = self._viewer.picture_rect()
        seen = area.intersected(QRectF(self._viewer.rect()))
        factor = self.width() / max(1.0, area.width())
        return QRectF(
            (seen.x() - area.x()) * factor,
            (seen.y() - area.y()) * factor,
            seen.width() * factor,
            seen.height() * factor,
        )

    def _go(self, point: QPointF) -> None:
        self._viewer.centre_on(point.x() / self.width(), point.y() / self.height())
