"""Small painting helpers shared by custom widgets and delegates."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPainterPath,
    QPen,
    QPixmap,
    QTransform,
)
from PySide6.QtWidgets import QWidget

from mediadesk.ui.support.icons import icon_pixmap
from mediadesk.ui.support.theme import theme
from mediadesk.ui.support.thumbnail_fit import shows_whole

PLATE = QColor(12, 12, 14, round(255 * 0.72))
ON_PLATE = QColor("#FFFFFF")
HEART_ON_PLATE = QColor("#FF8FA3")
"""What lies over a picture looks the same in both schemes: the picture is the ground."""


def rounded(rect: QRectF, radius: float) -> QPainterPath:
    """Return a rounded rectangle as a path."""
    path = QPainterPath()
    path.addRoundedRect(rect, radius, radius)
    return path


def fill_rounded(
    painter: QPainter, rect: QRectF, radius: float, fill: QColor | None, line: QColor | None = None
) -> None:
    """Fill a rounded rectangle and draw a crisp 1 px line inside its edge."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(fill if fill is not None else Qt.BrushStyle.NoBrush)
    if line is None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawRoundedRect(rect, radius, radius)
        return
    painter.setPen(QPen(line, 1))
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)


def ring_around(
    painter: QPainter, rect: QRectF, radius: float, color: QColor, width: float, gap: float = 0.0
) -> None:
    """Draw a ring ``width`` wide whose inner edge lies ``gap`` outside ``rect``."""
    grow = gap + width / 2
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(color, width))
    painter.drawRoundedRect(rect.adjusted(-grow, -grow, grow, grow), radius + grow, radius + grow)


def hatch(painter: QPainter, rect: QRectF, color: QColor, *, step: float = 4.0) -> None:
    """Fill a rectangle with diagonal lines; the colour-blind-safe sign of held money."""
    painter.save()
    painter.setClipRect(rect, Qt.ClipOperation.IntersectClip)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(color, step * 0.45))
    height, beyond = rect.height(), step
    x = rect.left() - height
    lines = []
    # Only what lies inside: to clip long lines to a narrow bar takes as long as to draw them.
    while x < rect.right() + beyond:
        first = max(x - beyond, rect.left() - beyond)
        last = min(x + height + beyond, rect.right() + beyond)
        bottom = rect.bottom()
        lines.append(QLineF(QPointF(first, bottom - first + x), QPointF(last, bottom - last + x)))
        x += step
    painter.drawLines(lines)
    painter.restore()


def draw_cover(painter: QPainter, rect: QRectF, pixmap: QPixmap, radius: float) -> None:
    """Paint a pixmap so that it covers the rounded rectangle, cut equally at both sides."""
    size = pixmap.size()
    if size.isEmpty() or rect.isEmpty():
        return
    factor = max(rect.width() / size.width(), rect.height() / size.height())
    brush = QBrush(pixmap)
    brush.setTransform(
        QTransform.fromTranslate(
            rect.center().x() - size.width() * factor / 2,
            rect.center().y() - size.height() * factor / 2,
        ).scale(factor, factor)
    )
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(brush)
    painter.drawRoundedRect(rect, radius, radius)
    painter.restore()


def draw_thumbnail(painter: QPainter, rect: QRectF, pixmap: QPixmap, radius: float) -> None:
    """Paint a thumbnail into a rounded rectangle: filling it, or whole, as was chosen."""
    if not shows_whole() or pixmap.size().isEmpty():
        draw_cover(painter, rect, pixmap, radius)
        return
    fill_rounded(painter, rect, radius, theme().color("bg.pressed"))
    factor = min(rect.width() / pixmap.width(), rect.height() / pixmap.height())
    box = QRectF(0, 0, pixmap.width() * factor, pixmap.height() * factor)
    box.moveCenter(rect.center())
    draw_cover(painter, box, pixmap, min(radius, box.width() / 2, box.height() / 2))


def draw_ring_progress(
    painter: QPainter, rect: QRectF, fraction: float | None, color: QColor, track: QColor
) -> None:
    """Draw a progress ring; ``fraction`` None draws a quarter arc (unknown length)."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    width = max(2.0, rect.width() * 0.1)
    inner = rect.adjusted(width / 2, width / 2, -width / 2, -width / 2)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(track, width))
    painter.drawEllipse(inner)
    share = 0.25 if fraction is None else min(1.0, max(0.0, fraction))
    pen = QPen(color, width)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    if share > 0:
        painter.drawArc(inner, 90 * 16, round(-360 * 16 * share))
    painter.restore()


def elided(font: QFont, text: str, width: float) -> str:
    """Return the text cut at the right with an ellipsis so that it fits ``width``."""
    return QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, width)


def draw_icon(
    painter: QPainter,
    name: str,
    color: QColor | str,
    center: QPointF,
    side: int,
    *,
    filled: bool = False,
) -> None:
    """Draw an icon around a point."""
    pixmap = icon_pixmap(name, color, side, dpr=device_ratio(painter), filled=filled)
    painter.drawPixmap(center - QPointF(side / 2, side / 2), pixmap)


def device_ratio(painter: QPainter) -> float:
    """How many pixels of the device make one of the design."""
    device = painter.device()
    return device.devicePixelRatioF() if isinstance(device, QWidget | QPixmap) else 1.0
