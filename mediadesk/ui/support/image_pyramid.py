"""A picture in halving sizes, so that a zoomed-out view never resamples all its pixels.

Converting and halving run on a pool thread; the picture is shown from its original meanwhile.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, QRunnable, QSize, Qt, QThreadPool, Signal
from PySide6.QtGui import QImage

_SMALLEST = 512


def build_levels(image: QImage) -> list[QImage]:
    """Return the picture in the format that paints fastest, then each half size down to 512 px."""
    target = (
        QImage.Format.Format_ARGB32_Premultiplied
        if image.hasAlphaChannel()
        else QImage.Format.Format_RGB32
    )
    levels = [image.convertToFormat(target)]
    while max(levels[-1].width(), levels[-1].height()) > _SMALLEST:
        last = levels[-1]
        levels.append(
            last.scaled(
                QSize(max(1, last.width() // 2), max(1, last.height() // 2)),
                Qt.AspectRatioMode.IgnoreAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
        )
    return levels


class _Told(QObject):
    built = Signal(int, list)


class _Build(QRunnable):
    def __init__(self, version: int, image: QImage, told: _Told) -> None:
        super().__init__()
        self._version, self._image, self._told = version, image, told

    def run(self) -> None:
        self._told.built.emit(self._version, build_levels(self._image))


class ImagePyramid(QObject):
    """The levels of one picture; ``ready`` once they are built."""

    ready = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._levels: list[QImage] = []
        self._version = 0
        # No parent: a build that ends after this object is gone must still have its signal.
        self._told = _Told()
        self._told.built.connect(self._on_built)

    def set_image(self, image: QImage | None) -> None:
        """Take another picture (None for nothing) and start building its levels."""
        self._version += 1
        self._levels = [] if image is None or image.isNull() else [image]
        if self._levels:
            QThreadPool.globalInstance().start(_Build(self._version, self._levels[0], self._told))

    def is_empty(self) -> bool:
        """Return whether there is no picture."""
        return not self._levels

    def has_alpha(self) -> bool:
        """Return whether the picture may be see-through."""
        return bool(self._levels) and self._levels[0].hasAlphaChannel()

    def level_for(self, width: float) -> QImage:
        """Return the smallest level that is at least ``width`` pixels wide. Raises IndexError
        when there is no picture."""
        best = self._levels[0]
        for level in self._levels[1:]:
            if level.width() < width:
                break
            best = level
        return best

    def _on_built(self, version: int, levels: list[QImage]) -> None:
        if version == self._version:
            self._levels = levels
            self.ready.emit()
