"""Axes of charts: round steps, the words at them, and the lines through the plot."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from mediadesk.ui.support.theme import theme

_GAP = 8
_ROUND = (1, 2, 2.5, 5, 10)


@dataclass(frozen=True, slots=True)
class Scale:
    """Round values from 0 up to at least the largest one, in the unit of the amounts."""

    step: int
    count: int

    @property
    def top(self) -> int:
        """The highest line."""
        return self.step * self.count

    def y(self, plot: QRectF, value: float) -> float:
        """Where a value lies in the plot."""
        return plot.bottom() - plot.height() * value / self.top


def scale_to(largest: int, lines: int = 4) -> Scale:
    """About ``lines`` round steps that reach ``largest``."""
    wanted = max(1, largest) / lines
    power = 10 ** math.floor(math.log10(wanted))
    step = next(factor * power for factor in _ROUND if factor * power >= wanted)
    whole = max(1, math.ceil(step))
    return Scale(whole, max(1, math.ceil(max(1, largest) / whole)))


def plot_area(rect: QRectF, words: Sequence[str]) -> QRectF:
    """What is left of ``rect`` beside the words of the scale and above those of the days."""
    metrics = QFontMetricsF(theme().font("caption"))
    left = max((metrics.horizontalAdvance(word) for word in words), default=0.0) + _GAP
    return rect.adjusted(left, metrics.height() / 2, -_GAP / 2, -metrics.height() - _GAP)


def scale_words(scale: Scale, words_of: Callable[[int], str]) -> list[str]:
    """What stands at each line, from the lowest up."""
    return [words_of(scale.step * line) for line in range(scale.count + 1)]


def draw_scale(painter: QPainter, plot: QRectF, scale: Scale, words: Sequence[str]) -> None:
    """Draw the lines of the scale with their words to the left."""
    look = theme()
    painter.setFont(look.font("caption"))
    height = painter.fontMetrics().height()
    for line, word in enumerate(words):
        y = round(scale.y(plot, scale.step * line)) + 0.5
        painter.setPen(QPen(look.color("border.subtle"), 1))
        painter.drawLine(QLineF(plot.left(), y, plot.right(), y))
        painter.setPen(look.color("text.secondary"))
        painter.drawText(
            QRectF(0, y - height / 2, plot.left() - _GAP, height),
            Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
            word,
        )


def draw_labels(painter: QPainter, plot: QRectF, labels: Sequence[tuple[float, str]]) -> None:
    """Draw words under the plot, each centred at its x; one that would touch the last is left out.

    The last label counts more than the one before it.
    """
    look = theme()
    painter.setFont(look.font("caption"))
    painter.setPen(look.color("text.secondary"))
    metrics = QFontMetricsF(painter.font())
    top = plot.bottom() + _GAP
    for x, word in _apart(labels, metrics):
        width = metrics.horizontalAdvance(word)
        left = min(x - width / 2, plot.right() + _GAP / 2 - width)
        painter.drawText(QPointF(left, top + metrics.ascent()), word)


def draw_dashes(painter: QPainter, start: QPointF, end: QPointF, color: str) -> None:
    """Draw a thin dashed line, the sign of what is only expected."""
    pen = QPen(theme().color(color), 1)
    pen.setDashPattern([3, 3])
    painter.setPen(pen)
    painter.drawLine(start, end)


def _apart(labels: Sequence[tuple[float, str]], metrics: QFontMetricsF) -> list[tuple[float, str]]:
    kept: list[tuple[float, str]] = []
    for x, word in labels:
        width = metrics.horizontalAdvance(word)
        is_last = (x, word) == labels[-1]
        while kept and kept[-1][0] + metrics.horizontalAdvance(kept[-1][1]) / 2 + _GAP > (
            x - width / 2
        ):
            if not is_last or len(kept) == 1:
                break
            kept.pop()
        else:
            kept.append((x, word))
    return kept
