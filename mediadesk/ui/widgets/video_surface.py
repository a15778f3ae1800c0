"""Where a video is painted: the poster first, then the newest frame, letterboxed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QImage, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from mediadesk.ui.support.theme import theme

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QVideoFrame

_AIR = 12


class VideoSurface(QWidget):
    """Paints frames as they come; only the newest is converted, once for each repaint."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("video-surface")
        self.setAccessibleName("Video")
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._poster = QImage()
        self._frame: QVideoFrame | None = None
        theme().changed.connect(self.update)

    def set_poster(self, poster: QImage | None) -> None:
        """Show a still picture until the first frame."""
        self._poster = poster if poster is not None else QImage()
        self._frame = None
        self.update()

    def set_frame(self, frame: QVideoFrame) -> None:
        """Show a frame."""
        self._frame = frame
        self.update()

    def has_frame(self) -> bool:
        """Return whether a frame of the video is shown."""
        return self._frame is not None

    def current_image(self) -> QImage:
        """Return what is shown, at its own size."""
        return self._frame.toImage() if self._frame is not None else self._poster

    def sizeHint(self) -> QSize:
        """A comfortable size."""
        return QSize(640, 360)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw ground and picture."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme().color("bg.canvas"))
        image = self.current_image()
        if image.isNull():
            return
        room = QSizeF(self.width() - 2 * _AIR, self.height() - 2 * _AIR)
        size = QSizeF(image.size()).scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
        area = QRectF(0, 0, size.width(), size.height())
        area.moveCenter(QRectF(self.rect()).center())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(area, image)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Leave the click to the player around it."""
        event.ignore()
