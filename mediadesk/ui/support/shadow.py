"""The one soft shadow (dialogs, pickers, toasts) as a nine-patch drawn in a translucent margin."""

from __future__ import annotations

import math
from functools import cache

from PySide6.QtCore import QMargins, QRect, Qt
from PySide6.QtGui import QImage, QPainter, QPixmap

from mediadesk.ui.support.theme import theme

BLUR = 40
"""Margin in pixels that a widget leaves around itself for the shadow."""
_OFFSET = 12
_STEP = 4
_SIGMA = 17


@cache
def _patch(opacity: float) -> QPixmap:
    """Return a square whose middle may be stretched; made at a quarter of its size, then scaled."""
    side = (BLUR * 2 + 32) // _STEP
    half = _corner(opacity, side)
    rows = [row + row[::-1] for row in half]
    pixels = b"".join(rows + rows[::-1])
    alpha = QImage(pixels, side, side, side, QImage.Format.Format_Alpha8)
    image = alpha.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)
    full = image.scaled(
        side * _STEP,
        side * _STEP,
        Qt.AspectRatioMode.IgnoreAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )
    return QPixmap.fromImage(full)


def _corner(opacity: float, side: int) -> list[bytes]:
    """The upper left quarter as rows of alpha: the others are its mirror images."""
    edge = BLUR / _STEP
    width = _SIGMA / _STEP * math.sqrt(2)
    rows = []
    for y in range(side // 2):
        row = bytearray()
        for x in range(side // 2):
            outside = math.hypot(max(edge - x - 0.5, 0.0), max(edge - y - 0.5, 0.0))
            inside = min(x, y) + 0.5 - edge
            distance = outside if outside > 0 else -inside
            row.append(round(255 * opacity * 0.5 * math.erfc(distance / width)))
        rows.append(bytes(row))
    return rows


def draw_shadow(painter: QPainter, body: QRect) -> None:
    """Paint the shadow of ``body``; the caller leaves ``BLUR`` pixels around it."""
    patch = _patch(0.42 if theme().is_dark else 0.20)
    target = body.adjusted(-BLUR, -BLUR + _OFFSET, BLUR, BLUR + _OFFSET)
    corner = BLUR + 12
    _draw_nine_patch(painter, target, patch, QMargins(corner, corner, corner, corner))


def _draw_nine_patch(painter: QPainter, target: QRect, patch: QPixmap, margins: QMargins) -> None:
    source_x = (0, margins.left(), patch.width() - margins.right(), patch.width())
    source_y = (0, margins.top(), patch.height() - margins.bottom(), patch.height())
    right, bottom = target.x() + target.width(), target.y() + target.height()
    target_x = (target.x(), target.x() + margins.left(), right - margins.right(), right)
    target_y = (target.y(), target.y() + margins.top(), bottom - margins.bottom(), bottom)
    for row in range(3):
        for column in range(3):
            painter.drawPixmap(
                QRect(
                    target_x[column],
                    target_y[row],
                    target_x[column + 1] - target_x[column],
                    target_y[row + 1] - target_y[row],
                ),
                patch,
                QRect(
                    source_x[column],
                    source_y[row],
                    source_x[column + 1] - source_x[column],
                    source_y[row + 1] - source_y[row],
                ),
            )
