"""Amounts by day as stacked bars: pointing or the arrow keys name one, Enter opens it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from mediadesk.ui.support.accessible import Role
from mediadesk.ui.support.painting import hatch
from mediadesk.ui.support.theme import theme
from mediadesk.ui.support.translation import tr
from mediadesk.ui.widgets.chart_axis import (
    draw_dashes,
    draw_labels,
    draw_scale,
    plot_area,
    scale_to,
    scale_words,
)

_FILLED = 0.72
_WIDEST = 40.0


@dataclass(frozen=True, slots=True)
class BarPart:
    """One group's amount in a bar, and the token of its colour."""

    amount: int
    color: str


@dataclass(frozen=True, slots=True)
class Bar:
    """One step of time. ``label`` stands under it where there is room; ``spoken`` tells it whole.

    ``is_expected``: it has not happened; it is drawn hatched and cannot be opened.
    """

    label: str
    spoken: str
    parts: tuple[BarPart, ...]
    is_expected: bool = False

    @property
    def total(self) -> int:
        """The bar's height in the unit of the amounts."""
        return sum(part.amount for part in self.parts)


class BarChart(QWidget):
    """Paints :class:`Bar` over a round scale.

    ``opened`` carries the index of a bar, ``pointed`` that of the one under pointer or keys, or -1.
    """

    spoken_role = Role.Chart

    opened = Signal(int)
    pointed = Signal(int)

    def __init__(
        self, words_of: Callable[[int], str], *, name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._words_of = words_of
        self._bars: tuple[Bar, ...] = ()
        self._scale = scale_to(0)
        self._current = -1
        self.setObjectName(name)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(theme().px(180))
        theme().changed.connect(self.update)

    def bars(self) -> tuple[Bar, ...]:
        """What is shown."""
        return self._bars

    def set_bars(self, bars: Sequence[Bar]) -> None:
        """Show other bars."""
        self._bars = tuple(bars)
        self._scale = scale_to(max((bar.total for bar in bars), default=0))
        self._point_at(-1)

    def sizeHint(self) -> QSize:
        """Wide and low."""
        return QSize(480, theme().px(240))

    def bar_rect(self, index: int) -> QRectF:
        """Where a bar's column lies, over the whole height of the plot."""
        return self._column_in(self._plot(), index)

    def _column_in(self, plot: QRectF, index: int) -> QRectF:
        width = plot.width() / max(1, len(self._bars))
        return QRectF(plot.left() + index * width, plot.top(), width, plot.height())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Name the bar under the pointer."""
        self._point_at(self._index_at(event.position()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Open the bar under the pointer."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._open(self._index_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        """Point at nothing."""
        if not self.hasFocus():
            self._point_at(-1)
        super().leaveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left, Right, Home and End choose a bar; Enter opens it."""
        last = len(self._bars) - 1
        wanted = {
            Qt.Key.Key_Left: max(0, self._current - 1),
            Qt.Key.Key_Right: min(last, self._current + 1),
            Qt.Key.Key_Home: min(0, last),
            Qt.Key.Key_End: last,
        }.get(Qt.Key(event.key()))
        if wanted is not None:
            self._point_at(wanted)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._open(self._current)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw scale, bars and labels."""
        painter = QPainter(self)
        plot = self._plot()
        draw_scale(painter, plot, self._scale, scale_words(self._scale, self._words_of))
        columns = [self._column_in(plot, index) for index in range(len(self._bars))]
        for index, bar in enumerate(self._bars):
            self._paint_bar(painter, columns[index], bar, is_current=index == self._current)
        self._paint_border_of_expected(painter, plot)
        centers = [column.center().x() for column in columns]
        labels = [(x, bar.label) for x, bar in zip(centers, self._bars, strict=True) if bar.label]
        draw_labels(painter, plot, labels)

    def _paint_bar(self, painter: QPainter, column: QRectF, bar: Bar, *, is_current: bool) -> None:
        look = theme()
        if is_current:
            painter.fillRect(column, look.color("bg.hover"))
        width = min(_WIDEST, column.width() * _FILLED)
        left = column.center().x() - width / 2
        if bar.is_expected:
            self._paint_expected(painter, column, left, width, bar)
            return
        below = 0
        for part in bar.parts:
            lower = self._scale.y(column, below)
            below += part.amount
            upper = self._scale.y(column, below)
            gap = 1 if lower - upper > 2 else 0
            painter.fillRect(
                QRectF(left, upper, width, max(0.0, lower - upper - gap)), look.color(part.color)
            )

    def _paint_expected(
        self, painter: QPainter, column: QRectF, left: float, width: float, bar: Bar
    ) -> None:
        top = self._scale.y(column, bar.total)
        rect = QRectF(left, top, width, column.bottom() - top)
        hatch(painter, rect, theme().color("border.default"))
        pen = QPen(theme().color("border.control"), 1)
        pen.setDashPattern([3, 2])
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(rect.adjusted(0.5, 0.5, -0.5, -0.5))

    def _paint_border_of_expected(self, painter: QPainter, plot: QRectF) -> None:
        first = next((i for i, bar in enumerate(self._bars) if bar.is_expected), None)
        if first is None:
            return
        x = self.bar_rect(first).left()
        draw_dashes(painter, QPointF(x, plot.top()), QPointF(x, plot.bottom()), "text.tertiary")
        painter.setFont(theme().font("caption"))
        painter.setPen(theme().color("text.secondary"))
        painter.drawText(
            QRectF(x + 6, plot.top(), plot.right() - x - 6, 24),
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop,
            tr("Forecast"),
        )

    def _plot(self) -> QRectF:
        return plot_area(QRectF(self.rect()), scale_words(self._scale, self._words_of))

    def _index_at(self, position: QPointF) -> int:
        plot = self._plot()
        if not self._bars or not plot.left() <= position.x() < plot.right():
            return -1
        return int((position.x() - plot.left()) / plot.width() * len(self._bars))

    def _point_at(self, index: int) -> None:
        if index != self._current:
            self._current = index
            self.pointed.emit(index)
        self.setAccessibleDescription(self._bars[index].spoken if index >= 0 else "")
        self.update()

    def _open(self, index: int) -> None:
        if index >= 0 and not self._bars[index].is_expected and self._bars[index].total:
            self.opened.emit(index)
