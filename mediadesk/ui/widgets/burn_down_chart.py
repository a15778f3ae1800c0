"""What is left of a budget day by day, its even pace, and where the month is likely to end."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from mediadesk.ui.support.theme import theme
from mediadesk.ui.support.translation import tr
from mediadesk.ui.widgets.chart_axis import (
    Scale,
    draw_dashes,
    draw_labels,
    draw_scale,
    plot_area,
    scale_to,
    scale_words,
)

_DOT = 4.0
_WEEK = 7


@dataclass(frozen=True, slots=True)
class BurnDown:
    """Amounts in micro-USD. ``left`` has one value a day from the first on, today last.

    ``low``, ``expected``, ``high``: what is left at the end of ``day_count`` days; None = no
    forecast.
    """

    limit: int
    left: tuple[int, ...]
    day_count: int
    low: int | None = None
    expected: int | None = None
    high: int | None = None
    words: str = ""


class BurnDownChart(QWidget):
    """Paints a :class:`BurnDown`; what it shows is also said in words beside it."""

    def __init__(
        self, words_of: Callable[[int], str], *, name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._words_of = words_of
        self._shown: BurnDown | None = None
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(theme().px(180))
        theme().changed.connect(self.update)

    def shown(self) -> BurnDown | None:
        """What is shown."""
        return self._shown

    def set_course(self, course: BurnDown | None) -> None:
        """Show another budget, or none."""
        self._shown = course
        self.setAccessibleDescription(course.words if course else "")
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as a card."""
        return QSize(320, theme().px(240))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw scale, pace, course and forecast."""
        course = self._shown
        if course is None or not course.left or course.day_count < 1:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scale = scale_to(course.limit)
        words = scale_words(scale, self._words_of)
        plot = plot_area(QRectF(self.rect()), words)
        draw_scale(painter, plot, scale, words)
        draw_labels(painter, plot, _day_labels(plot, course))
        start = QPointF(plot.left(), scale.y(plot, course.limit))
        draw_dashes(painter, start, plot.bottomRight(), "border.control")
        points = _points(plot, scale, course)
        self._paint_course(painter, plot, points)
        self._paint_forecast(painter, plot, scale, course, points[-1])
        self._paint_today(painter, plot, points[-1], course)

    def _paint_course(self, painter: QPainter, plot: QRectF, points: Sequence[QPointF]) -> None:
        look = theme()
        area = QPolygonF([*points, QPointF(points[-1].x(), plot.bottom()), plot.bottomLeft()])
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.color("accent.text", 0.12))
        painter.drawPolygon(area)
        painter.setPen(QPen(look.color("accent.text"), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(QPolygonF(list(points)))

    def _paint_forecast(
        self, painter: QPainter, plot: QRectF, scale: Scale, course: BurnDown, today: QPointF
    ) -> None:
        if course.low is None or course.high is None or course.expected is None:
            return
        look = theme()
        ends = [
            QPointF(plot.right(), scale.y(plot, max(0, amount)))
            for amount in (course.low, course.expected, course.high)
        ]
        cone = QPainterPath(today)
        cone.lineTo(ends[2])
        cone.lineTo(ends[0])
        cone.closeSubpath()
        painter.fillPath(cone, look.color("accent.text", 0.12))
        pen = QPen(look.color("accent.text"), 2)
        pen.setDashPattern([1.5, 1.5])
        painter.setPen(pen)
        painter.drawLine(today, ends[1])
        self._paint_ends(painter, plot, (today, *ends), course.expected)

    def _paint_ends(
        self, painter: QPainter, plot: QRectF, ends: Sequence[QPointF], expected: int
    ) -> None:
        """What is likely to be left, and which line is the even pace; where there is room."""
        look = theme()
        painter.setFont(look.font("meta"))
        told = tr("{amount} spare") if expected >= 0 else tr("{amount} over")
        spare = told.format(amount=self._words_of(abs(expected)))
        metrics = painter.fontMetrics()
        height, width = metrics.height(), metrics.horizontalAdvance(spare)
        highest = min(end.y() for end in ends)
        if plot.right() - ends[0].x() > width and highest - height - _DOT > plot.top():
            painter.setPen(look.color("text.secondary"))
            place = QRectF(plot.right() - width - 2, highest - height - _DOT, width + 2, height)
            painter.drawText(place, Qt.AlignmentFlag.AlignRight, spare)
        pace = tr("Even pace")
        width, share = metrics.horizontalAdvance(pace), 0.93
        y = plot.top() + share * plot.height() - height / 2
        if max(end.y() for end in ends) + height < y:
            painter.setPen(look.color("text.tertiary"))
            x = plot.left() + share * plot.width() - width - 2 * _DOT
            painter.drawText(QRectF(x, y, width + 2, height), pace)

    def _paint_today(
        self, painter: QPainter, plot: QRectF, today: QPointF, course: BurnDown
    ) -> None:
        look = theme()
        painter.setPen(QPen(look.color("accent.text"), 2))
        painter.setBrush(look.color("bg.surface"))
        painter.drawEllipse(today, _DOT, _DOT)
        painter.setFont(look.font("meta", "semibold"))
        painter.setPen(look.color("text.primary"))
        words = tr("{words_of} left").format(words_of=self._words_of(course.left[-1]))
        width = painter.fontMetrics().horizontalAdvance(words)
        x = max(plot.left() + 4, min(today.x() - width - _DOT, plot.right() - width))
        below = today.y() + _DOT + 2
        height = painter.fontMetrics().height()
        top = below if below + height < plot.bottom() else today.y() - height - _DOT - 2
        painter.drawText(QRectF(x, top, width + 2, height), words)


def _points(plot: QRectF, scale: Scale, course: BurnDown) -> list[QPointF]:
    amounts = (course.limit, *course.left)
    return [
        QPointF(plot.left() + plot.width() * day / course.day_count, scale.y(plot, max(0, amount)))
        for day, amount in enumerate(amounts)
    ]


def _day_labels(plot: QRectF, course: BurnDown) -> list[tuple[float, str]]:
    today, last = len(course.left), course.day_count
    step = max(_WEEK, last // 4)
    days = {1, *range(1 + step, last, step), last}
    if today < last:
        days = {day for day in days if abs(day - today) > 1 or day == last} | {today}
    return [(plot.left() + plot.width() * day / last, str(day)) for day in sorted(days)]
