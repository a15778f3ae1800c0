"""A painted mask as a PNG file that every way of reading masks understands. Blocking."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage

from mediadesk.ui.support.png_file import png_of


def mask_file(painted: QImage, size: QSize) -> bytes:
    """The PNG: painted pixels are white and see-through, the others black and solid.

    Some models change what is see-through, others what is white. Source:
    https://platform.openai.com/docs/api-reference/images/createEdit (mask).
    """
    grown = painted.scaled(
        size, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    ).convertToFormat(QImage.Format.Format_Alpha8)
    alpha, step, across = bytes(grown.constBits()), grown.bytesPerLine(), size.width()
    pixels = bytearray(across * size.height() * 4)
    for row in range(size.height()):
        line = alpha[row * step : row * step + across]
        first, last = row * across * 4, (row + 1) * across * 4
        for channel in range(3):
            pixels[first + channel : last : 4] = line
        pixels[first + 3 : last : 4] = line.translate(_OPPOSITE)
    made = QImage(bytes(pixels), across, size.height(), across * 4, QImage.Format.Format_ARGB32)
    return png_of(made)


_OPPOSITE = bytes(255 - value for value in range(256))
