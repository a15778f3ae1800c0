"""A sound as its waveform: what was played is coloured, a click seeks, a drag chooses a part."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from mediadesk.ui.support.style import describe
from mediadesk.ui.support.theme import theme
from mediadesk.ui.support.translation import tr
from mediadesk.ui.widgets.time_track import AXIS, TimeTrack

_BAR = 2
_GAP = 2


class Waveform(TimeTrack):
    """Paints peaks (pairs of lowest and highest sample, -1.0 to 1.0) over the length."""

    drags_part = True

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        describe(self, name="waveform", accessible=tr("Waveform"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(theme().px(80))
        self._peaks: Sequence[tuple[float, float]] = ()

    def set_peaks(self, peaks: Sequence[tuple[float, float]]) -> None:
        """Show a sound."""
        self._peaks = peaks
        self.update()

    def sizeHint(self) -> QSize:
        """A wide strip."""
        return QSize(480, theme().px(240))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw bars, the chosen part, playhead and axis."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(0, 0, self.width(), self.height() - theme().px(AXIS))
        draw_waveform(painter, area, self._peaks, self.x_of(self._position))
        self.paint_part(painter, area)
        if self._duration:
            self.paint_place(painter, area)
            self.paint_axis(painter, area.bottom())


def draw_waveform(
    painter: QPainter,
    area: QRectF,
    peaks: Sequence[tuple[float, float]],
    played_to: float,
    *,
    color: str = "text.tertiary",
    played: str = "accent.text",
) -> None:
    """Draw peaks as bars; those left of ``played_to`` wear the played colour."""
    if not peaks or area.width() < _BAR:
        return
    count = max(1, int(area.width() // (_BAR + _GAP)))
    middle = area.center().y()
    reach = area.height() / 2 * 0.92
    loudest = max(max(abs(low), abs(high)) for low, high in peaks) or 1.0
    painter.setPen(Qt.PenStyle.NoPen)
    for index in range(count):
        first = index * len(peaks) // count
        last = max(first + 1, (index + 1) * len(peaks) // count)
        low = min(peak[0] for peak in peaks[first:last]) / loudest
        high = max(peak[1] for peak in peaks[first:last]) / loudest
        x = area.left() + index * (_BAR + _GAP)
        top, bottom = middle - max(0.0, high) * reach, middle - min(0.0, low) * reach
        name = played if x - area.left() < played_to else color
        painter.setBrush(theme().color(name))
        painter.drawRoundedRect(QRectF(x, top - 0.5, _BAR, max(1.5, bottom - top + 1)), 1, 1)
