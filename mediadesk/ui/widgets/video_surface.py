"""Where a video is painted: the poster first, then the newest frame, letterboxed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QImage, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from mediadesk.ui.support.theme import theme
from mediadesk.ui.support.translation import tr

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QVideoFrame

    from mediadesk.ui.support.frame_converter import FrameConverter

_AIR = 12


class VideoSurface(QWidget):
    """Paints frames as they come, each converted to the size of the surface beforehand."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("video-surface")
        self.setAccessibleName(tr("Video"))
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._poster = QImage()
        self._frame: QVideoFrame | None = None
        self._picture = QImage()
        self._converter: FrameConverter | None = None
        theme().changed.connect(self.update)

    def set_poster(self, poster: QImage | None) -> None:
        """Show a still picture until the first frame."""
        self._poster = poster if poster is not None else QImage()
        self._frame = None
        self._picture = QImage()
        if self._converter is not None:
            self._converter.forget()
        self.update()

    def set_frame(self, frame: QVideoFrame) -> None:
        """Show a frame, as soon as it is converted."""
        self._frame = frame
        self._convert()

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
        """Draw ground and picture; the frame before stays until the next one is converted."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme().color("bg.canvas"))
        image = self._poster if self._picture.isNull() else self._picture
        if image.isNull():
            return
        size = QSizeF(image.size()).scaled(QSizeF(self._room()), Qt.AspectRatioMode.KeepAspectRatio)
        area = QRectF(0, 0, size.width(), size.height())
        area.moveCenter(QRectF(self.rect()).center())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(area, image)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Convert a standing frame for the new size."""
        super().resizeEvent(event)
        self._convert()

    def _room(self) -> QSize:
        return QSize(max(1, self.width() - 2 * _AIR), max(1, self.height() - 2 * _AIR))

    def _convert(self) -> None:
        if self._frame is None:
            return
        if self._converter is None:
            # Imported here: Qt Multimedia takes 20 ms, and only a frame needs it.
            from mediadesk.ui.support.frame_converter import FrameConverter

            self._converter = FrameConverter(self)
            self._converter.converted.connect(self._on_converted)
        self._converter.convert(self._frame, self._room() * self.devicePixelRatioF())

    def _on_converted(self, picture: QImage) -> None:
        self._picture = picture
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Leave the click to the player around it."""
        event.ignore()
