"""The dates beside the items: months by how many items they have; a click or drag goes there."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from mediadesk.ui.support.accessible import Role
from mediadesk.ui.support.painting import fill_rounded
from mediadesk.ui.support.style import describe
from mediadesk.ui.support.theme import theme
from mediadesk.ui.support.translation import tr
from mediadesk.ui.words import date_words

WIDTH = 50
LABEL_GAP = 16


@dataclass(frozen=True, slots=True)
class Month:
    """A month of the list: the row of its first item."""

    row: int
    year: int
    month: int


def months_of(times: Sequence[int], *, is_ascending: bool) -> list[Month]:
    """The months of sorted times in milliseconds, found by halving: quick for any length."""
    found: list[Month] = []
    row = 0
    while row < len(times):
        at = datetime.fromtimestamp(times[row] / 1000).astimezone()
        found.append(Month(row, at.year, at.month))
        begin = at.replace(day=1, hour=0, minute=0, second=0, microsecond=0)
        if is_ascending:
            late = begin.month == 12
            edge = begin.replace(year=begin.year + late, month=1 if late else begin.month + 1)
            row = bisect_left(times, int(edge.timestamp() * 1000), row + 1)
        else:
            edge_ms = int(begin.timestamp() * 1000)
            row = bisect_left(times, -edge_ms + 1, row + 1, key=lambda at_ms: -at_ms)
    return found


class DateScrubber(QWidget):
    """``row_wanted`` carries the row to scroll to."""

    row_wanted = Signal(int)
    spoken_role = Role.Slider

    def __init__(self) -> None:
        super().__init__()
        describe(self, name="date-scrubber", accessible=tr("Dates of the items"))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self._months: list[Month] = []
        self._count = 0
        self._row = 0

    def show_times(self, times: Sequence[int], *, is_ascending: bool) -> None:
        """Show the months of a list; none where it is not sorted by time."""
        self._months = months_of(times, is_ascending=is_ascending)
        self._count = len(times)
        self.update()

    @property
    def has_dates(self) -> bool:
        """Whether there is more than one place to go."""
        return self._count > 1

    def show_row(self, row: int) -> None:
        """Mark where the list stands."""
        self._row = row
        at = self._month_at(row)
        self.setAccessibleDescription(f"{_name(at)} {at.year}" if at is not None else "")
        self.update()

    def spoken_range(self) -> tuple[float, float, float]:
        """The row where the list stands, the first and the last."""
        return self._row, 0, max(0, self._count - 1)

    def move_to(self, number: float) -> None:
        """Scroll to a row."""
        self._tell(min(max(0, self._count - 1), max(0, round(number))))

    def sizeHint(self) -> QSize:
        """As wide as a month's name and its mark."""
        return QSize(theme().px(WIDTH), 100)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go there."""
        self._go(event.position().y())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Scrub."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._go(event.position().y())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down go from month to month."""
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        at = self._month_at(self._row)
        if step is None or at is None:
            super().keyPressEvent(event)
            return
        number = min(len(self._months) - 1, max(0, self._months.index(at) + step))
        self._tell(self._months[number].row)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw a mark for each month, its name where there is room, and the handle."""
        painter, look = QPainter(self), theme()
        painter.setFont(look.font("caption"))
        painter.fillRect(QRectF(0, 0, 1, self.height()), look.color("border.subtle"))
        right, last = self.width() - 10.0, -100.0
        year = None
        for month in self._months:
            y = self._y(month.row)
            painter.fillRect(QRectF(right - 6, y, 6, 1), look.color("border.default"))
            if y - last < look.px(LABEL_GAP):
                continue
            words = str(month.year) if month.year != year else _name(month)
            year, last = month.year, y
            painter.setPen(look.color("text.tertiary"))
            box = QRectF(0, y - 8, right - 10, 16)
            painter.drawText(
                box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, words
            )
        handle = QRectF(right - 6, self._y(self._row) - 4, 12, 18)
        edge = look.color("focus") if self.hasFocus() else None
        fill_rounded(painter, handle, 4, look.color("accent.text"), edge)

    def _y(self, row: int) -> float:
        room = self.height() - 28
        return 12 + room * row / max(1, self._count - 1)

    def _go(self, y: float) -> None:
        share = min(1.0, max(0.0, (y - 12) / max(1, self.height() - 28)))
        self._tell(round(share * max(0, self._count - 1)))

    def _tell(self, row: int) -> None:
        self.show_row(row)
        self.row_wanted.emit(row)

    def _month_at(self, row: int) -> Month | None:
        before = [month for month in self._months if month.row <= row]
        return before[-1] if before else None


def _name(month: Month) -> str:
    return date_words(date(month.year, month.month, 1), "MMM")
