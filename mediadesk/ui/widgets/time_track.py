"""A length of time across a widget: the place that plays, a part that loops, seconds below."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QWidget

from mediadesk.ui.support.accessible import Role
from mediadesk.ui.support.theme import theme
from mediadesk.ui.support.translation import tr

AXIS = 24
_TICKS = 4
_GRIP = 7
_STEP_MS = 1_000
_SHORT_MS = 20_000
"""Shorter lengths are told in tenths where whole seconds would be wrong."""
_SHORTEST_MS = 100
Part = tuple[int, int]


def clock(position_ms: int, *, tenths: bool = False) -> str:
    """Return a position as ``1:05``, or ``1:05.3`` with tenths."""
    seconds, rest = divmod(max(0, position_ms), 1000)
    minutes, seconds = divmod(seconds, 60)
    return f"{minutes}:{seconds:02d}" + (f".{rest // 100}" if tenths else "")


class TimeTrack(QWidget):
    """``seek_requested`` (ms) by click and keys; ``part_changed`` (start and end in ms, or None)
    when the user chooses what to repeat."""

    seek_requested = Signal(int)
    part_changed = Signal(object)
    drags_part = False
    """Whether dragging chooses a part; the place follows the mouse else."""
    spoken_role = Role.Slider

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self._duration = 0
        self._position = 0
        self._part: Part | None = None
        self._held = ""
        self._pressed_at = 0.0
        theme().changed.connect(self.update)

    def set_duration(self, duration_ms: int) -> None:
        """Set the length for the time axis."""
        self._duration = duration_ms
        self.update()

    def set_position(self, position_ms: int) -> None:
        """Move the playhead."""
        self._position = position_ms
        self._describe()
        self.update()

    def set_part(self, part: Part | None) -> None:
        """Show what is repeated."""
        self._part = part
        self._describe()
        self.update()

    def position(self) -> int:
        """Return the shown position in ms."""
        return self._position

    def spoken_range(self) -> tuple[float, float, float]:
        """The place, the start and the end in ms."""
        return self._position, 0, self._duration

    def move_to(self, number: float) -> None:
        """Seek a place in ms."""
        self.seek_requested.emit(min(self._duration, max(0, round(number))))

    # ---------------------------------------------------------------------------- Qt's names

    def event(self, event: QEvent) -> bool:
        """Keep the arrows from being taken as shortcuts of the page."""
        is_override = event.type() == QEvent.Type.ShortcutOverride
        if is_override and isinstance(event, QKeyEvent) and self._wanted(event) is not None:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and Right a second, Home and End the ends."""
        wanted = self._wanted(event)
        if wanted is None:
            super().keyPressEvent(event)
        else:
            self.seek_requested.emit(min(self._duration, max(0, wanted)))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of an end of the part, or seek."""
        if event.button() != Qt.MouseButton.LeftButton or not self._duration:
            return
        x = self._pressed_at = event.position().x()
        self._held = self._end_near(x) or ("new" if self.drags_part else "place")
        if self._held == "place":
            self.seek_requested.emit(self._time_at(x))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move what is held."""
        x = event.position().x()
        if not event.buttons() & Qt.MouseButton.LeftButton:
            over = self._end_near(x)
            shape = Qt.CursorShape
            self.setCursor(shape.SizeHorCursor if over else shape.PointingHandCursor)
        elif self._held == "place":
            self.seek_requested.emit(self._time_at(x))
        elif self._held == "new" and abs(x - self._pressed_at) > 4:
            self._choose(self._time_at(self._pressed_at), self._time_at(x))
        elif self._held in ("start", "end") and self._part is not None:
            other = self._part[1] if self._held == "start" else self._part[0]
            self._choose(self._time_at(x), other)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click seeks, and outside the part ends it."""
        x = event.position().x()
        if self._held == "new" and abs(x - self._pressed_at) <= 4:
            time = self._time_at(x)
            if self._part is not None and not self._part[0] <= time <= self._part[1]:
                self.part_changed.emit(None)
            self.seek_requested.emit(time)
        self._held = ""

    # ------------------------------------------------------------------- for those that paint

    def x_of(self, time_ms: int) -> float:
        """Return where a time lies."""
        return self.width() * time_ms / self._duration if self._duration else 0.0

    def paint_part(self, painter: QPainter, area: QRectF) -> None:
        """Mark what is repeated."""
        if self._part is None:
            return
        left, right = (self.x_of(time) for time in self._part)
        box = QRectF(left, area.top(), right - left, area.height())
        painter.fillRect(box, theme().color("accent.text", 0.16))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme().color("focus"), 2))
        painter.drawRect(box.adjusted(1, 1, -1, -1))
        for x in (left, right - 4):
            painter.fillRect(QRectF(x, area.top(), 4, area.height()), theme().color("focus"))

    def paint_place(self, painter: QPainter, area: QRectF) -> None:
        """Draw the playhead."""
        if self._duration:
            x = min(self.width() - 2.0, max(0.0, self.x_of(self._position) - 1))
            painter.fillRect(QRectF(x, 0, 2, area.bottom()), theme().color("text.primary"))

    def paint_axis(self, painter: QPainter, top: float) -> None:
        """Draw the seconds below."""
        height = theme().px(AXIS)
        painter.setFont(theme().font("caption"))
        painter.setPen(theme().color("text.secondary"))
        width = 60.0
        is_short = self._duration < _SHORT_MS and self._duration % (_TICKS * 1000) != 0
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
                align | Qt.AlignmentFlag.AlignVCenter,
                clock(self._duration * tick // _TICKS, tenths=is_short),
            )

    # -------------------------------------------------------------------------------- inside

    def _describe(self) -> None:
        words = tr("{place} of {length}").format(
            place=clock(self._position), length=clock(self._duration)
        )
        if self._part is not None:
            start, end = (clock(time, tenths=True) for time in self._part)
            words += tr(", repeats {start} to {end}").format(start=start, end=end)
        self.setAccessibleDescription(words)

    def _wanted(self, event: QKeyEvent) -> int | None:
        places = {
            Qt.Key.Key_Left: self._position - _STEP_MS,
            Qt.Key.Key_Right: self._position + _STEP_MS,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: self._duration,
        }
        return None if event.modifiers() else places.get(Qt.Key(event.key()))

    def _time_at(self, x: float) -> int:
        share = min(1.0, max(0.0, x / max(1, self.width())))
        return round(self._duration * share)

    def _end_near(self, x: float) -> str:
        if self._part is None:
            return ""
        distances = {
            abs(x - self.x_of(self._part[0])): "start",
            abs(x - self.x_of(self._part[1])): "end",
        }
        nearest = min(distances)
        return distances[nearest] if nearest <= theme().px(_GRIP) else ""

    def _choose(self, one: int, other: int) -> None:
        start, end = sorted((one, other))
        if end - start >= _SHORTEST_MS:
            self.part_changed.emit((start, end))
