"""Video frames as pictures of the size in which they are painted, made on a pool thread.

Converting and scaling a frame of 1920 × 1080 takes longer than a click may wait, 30 times a second.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, QRunnable, QSize, Qt, QThreadPool, Signal
from PySide6.QtGui import QImage
from PySide6.QtMultimedia import QVideoFrame


def picture_of(frame: QVideoFrame, room: QSize) -> QImage:
    """The whole frame as large as fits into ``room``, in the format that paints fastest."""
    image = frame.toImage()
    if image.isNull() or room.isEmpty():
        return image
    return image.scaled(
        room, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    ).convertToFormat(QImage.Format.Format_RGB32)


class _Told(QObject):
    done = Signal(int, QImage)


class _Convert(QRunnable):
    def __init__(self, version: int, frame: QVideoFrame, room: QSize, told: _Told) -> None:
        super().__init__()
        self._version, self._frame, self._room, self._told = version, frame, room, told

    def run(self) -> None:
        self._told.done.emit(self._version, picture_of(self._frame, self._room))


class FrameConverter(QObject):
    """One frame at a time: of those that come meanwhile only the newest is converted next."""

    converted = Signal(QImage)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._version = 0
        self._is_busy = False
        self._next: tuple[QVideoFrame, QSize] | None = None
        # No parent: a conversion that ends after this object is gone must still have its signal.
        self._told = _Told()
        self._told.done.connect(self._on_done)

    def convert(self, frame: QVideoFrame, room: QSize) -> None:
        """Have ``converted`` emitted for this frame, unless a newer one comes before its turn."""
        if frame.handleType() is not QVideoFrame.HandleType.NoHandle:
            # It lies in the graphics card, which only this thread may ask for it.
            self.converted.emit(picture_of(frame, room))
            return
        self._next = (frame, room)
        self._work()

    def forget(self) -> None:
        """Emit nothing for the frames so far."""
        self._version += 1
        self._next = None

    def _work(self) -> None:
        if self._is_busy or self._next is None:
            return
        (frame, room), self._next = self._next, None
        self._is_busy = True
        QThreadPool.globalInstance().start(_Convert(self._version, frame, room, self._told))

    def _on_done(self, version: int, image: QImage) -> None:
        self._is_busy = False
        if version == self._version and not image.isNull():
            self.converted.emit(image)
        self._work()
