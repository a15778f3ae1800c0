"""A sound as its waveform: what was played is coloured, a click or drag seeks."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from mediadesk.ui.support.theme import theme

_BAR = 2
_GAP = 2
_AXIS = 24
_TICKS = 4


def clock(position_ms: int, *, tenths: bool = False) -> str:
    """Return a position as ``1:05``, or ``1:05.3`` with tenths."""
    seconds, rest = divmod(max(0, position_ms), 1000)
    minutes, seconds = divmod(seconds, 60)
    return f"{minutes}:{seconds:02d}" + (f".{rest // 100}" if tenths else "")


class Waveform(QWidget):
    """Paints peaks (pairs of lowest and highest sample, -1.0 to 1.0) over the length."""

    seek_requested = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("waveform")
        self.setAccessibleName("Waveform")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(theme().px(80))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._peaks: Sequence[tuple[float, float]] = ()
        self._duration = 0
        self._position = 0
        theme().changed.connect(self.update)

    def set_peaks(self, peaks: Sequence[tuple[float, float]]) -> None:
        """Show a sound."""
        self._peaks = peaks
        self.update()

    def set_duration(self, duration_ms: int) -> None:
        """Set the length for the time axis."""
        self._duration = duration_ms
        self.update()

    def set_position(self, position_ms: int) -> None:
        """Move the playhead."""
        self._position = position_ms
        self.setAccessibleDescription(f"{clock(position_ms)} of {clock(self._duration)}")
        self.update()

    def sizeHint(self) -> QSize:
        """A wide strip."""
        return QSize(480, theme().px(240))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Seek."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._seek(event.position().x())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Seek along."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._seek(event.position().x())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw bars, playhead and axis."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        axis = theme().px(_AXIS)
        area = QRectF(0, 0, self.width(), self.height() - axis)
        share = self._position / self._duration if self._duration else 0.0
        played_to = area.width() * share
        draw_waveform(painter, area, self._peaks, played_to)
        if self._duration:
            painter.fillRect(
                QRectF(played_to - 1, 0, 2, area.height()), theme().color("text.primary")
            )
            self._paint_axis(painter, area.bottom(), axis)

    def _paint_axis(self, painter: QPainter, top: float, height: int) -> None:
        painter.setFont(theme().font("caption"))
        painter.setPen(theme().color("text.secondary"))
        width = 60.0
        for tick in range(_TICKS + 1):
            x = self.width() * tick / _TICKS
            left = min(max(0.0, x - width / 2), self.width() - width)
            align = Qt.AlignmentFlag.AlignHCenter
            if tick == 0:
                align = Qt.AlignmentFlag.AlignLeft
            elif tick == _TICKS:
                align = Qt.AlignmentFlag.AlignRight
            painter.drawText(
                QRectF(left, top, width, height),
                align | Qt.AlignmentFlag.AlignBottom,
                clock(self._duration * tick // _TICKS),
            )

    def _seek(self, x: float) -> None:
        if self._duration and self.width():
            share = min(1.0, max(0.0, x / self.width()))
            self.seek_requested.emit(round(self._duration * share))


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
