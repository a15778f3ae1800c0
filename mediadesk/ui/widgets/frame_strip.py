"""A film as its frames in a row: a click or a drag seeks, the ends of a part can be moved."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from mediadesk.ui.support.painting import fill_rounded
from mediadesk.ui.support.style import describe
from mediadesk.ui.support.theme import theme
from mediadesk.ui.support.translation import tr
from mediadesk.ui.widgets.time_track import AXIS, TimeTrack

_HEIGHT = 46
_HEAD = 8
_RADIUS = 6.0


class FrameStrip(TimeTrack):
    """Plain until its frames are known."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        describe(self, name="frame-strip", accessible=tr("Position"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._frames = QImage()
        theme().changed.connect(self.updateGeometry)

    def set_frames(self, frames: QImage) -> None:
        """Show frames: one picture with all of them side by side. A null picture: none."""
        self._frames = frames
        self.update()

    def has_frames(self) -> bool:
        """Return whether frames are shown."""
        return not self._frames.isNull()

    def sizeHint(self) -> QSize:
        """A strip with its axis."""
        return QSize(480, theme().px(_HEAD + _HEIGHT + AXIS))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw frames, the chosen part, playhead and axis."""
        look, painter = theme(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(0, look.px(_HEAD), self.width(), look.px(_HEIGHT))
        fill_rounded(painter, area, _RADIUS, look.color("bg.pressed"))
        if self.has_frames():
            outline = QPainterPath()
            outline.addRoundedRect(area, _RADIUS, _RADIUS)
            painter.save()
            painter.setClipPath(outline)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(area, self._frames, self._shown_part(area))
            painter.restore()
        self.paint_part(painter, area)
        if self._duration:
            self.paint_place(painter, area)
            head = QRectF(self.x_of(self._position) - 6, 0, 12, look.px(_HEAD))
            fill_rounded(painter, head, 3, look.color("text.primary"))
            self.paint_axis(painter, area.bottom())
        painter.setPen(Qt.PenStyle.NoPen)

    def _shown_part(self, area: QRectF) -> QRectF:
        """The middle of the frames, in the shape of the strip, so that nothing is squeezed much."""
        whole = QRectF(self._frames.rect())
        height = min(whole.height(), whole.width() * area.height() / max(1.0, area.width()))
        return QRectF(0, (whole.height() - height) / 2, whole.width(), height)
