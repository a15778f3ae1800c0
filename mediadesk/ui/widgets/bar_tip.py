"""The small card beside a bar that is pointed at: title, total, and a row for each colour."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QSizePolicy, QWidget

from mediadesk.ui.support.painting import fill_rounded
from mediadesk.ui.support.style import describe, set_style
from mediadesk.ui.support.theme import theme
from mediadesk.ui.widgets.card import clear_layout
from mediadesk.ui.widgets.labels import role_label

_GAP = 8


@dataclass(frozen=True, slots=True)
class TipRow:
    """A colour with its words and amount."""

    color: str
    label: str
    amount: str


class Swatch(QWidget):
    """A small square in a series colour; it says nothing by itself."""

    def __init__(self, color: str = "") -> None:
        super().__init__()
        self._color = color
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.update)

    def set_color(self, color: str) -> None:
        """Show another colour, by its token."""
        self._color = color
        self.update()

    def sizeHint(self) -> QSize:
        """A square."""
        return QSize(theme().px(10), theme().px(10))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the square."""
        if self._color:
            fill_rounded(QPainter(self), QRectF(self.rect()), 2, theme().color(self._color))


class BarTip(QFrame):
    """A child of the chart, so that it needs no window of its own and takes no focus."""

    def __init__(self, chart: QWidget) -> None:
        super().__init__(chart)
        describe(self, name="bar-tip")
        set_style(self, surface="raised")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(12, 10, 12, 10)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnMinimumWidth(2, theme().px(56))
        self.hide()

    def show_at(
        self, column: QRectF, title: str, total: str, rows: Sequence[TipRow], more: str
    ) -> None:
        """Stand beside a column of the chart, at the side where there is room."""
        clear_layout(self._grid)
        self._grid.addWidget(role_label(title, "strong"), 0, 0, 1, 2)
        self._grid.addWidget(_amount(total), 0, 2)
        for number, row in enumerate(rows, 1):
            self._grid.addWidget(Swatch(row.color), number, 0)
            self._grid.addWidget(role_label(row.label), number, 1)
            self._grid.addWidget(_amount(row.amount), number, 2)
        if more:
            self._grid.addWidget(role_label(more, "muted"), len(rows) + 1, 0, 1, 3)
        self.adjustSize()
        chart = self.parentWidget()
        left = round(column.right()) + _GAP
        if chart is not None and left + self.width() > chart.width():
            left = max(0, round(column.left()) - _GAP - self.width())
        self.move(left, 0)
        self.show()
        self.raise_()


def _amount(text: str) -> QLabel:
    label = role_label(text, "strong")
    label.setAlignment(Qt.AlignmentFlag.AlignRight)
    return label
