"""The foot of the sidebar: what runs and waits, what is held, what the month has cost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mediadesk.domain.money import MICRO_PER_USD, format_usd
from mediadesk.ui.support.painting import fill_rounded
from mediadesk.ui.support.present import present
from mediadesk.ui.support.style import describe
from mediadesk.ui.support.theme import theme
from mediadesk.ui.support.translation import number, tr
from mediadesk.ui.widgets.budget_bar import BudgetBar, BudgetShares
from mediadesk.ui.widgets.labels import ElideLabel, line, role_label
from mediadesk.ui.words import date_words, limit_words

if TYPE_CHECKING:
    from mediadesk.ui.sidebar_view_model import SidebarState

DOT, HALO = 8, 14
MANY_USD = 10
"""From here on the folded sidebar leaves the cents to its tooltip."""


class _Dot(QWidget):
    """Something is running."""

    def __init__(self) -> None:
        super().__init__()
        theme().changed.connect(self._refresh)
        self._refresh()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, middle = QPainter(self), QRectF(self.rect()).center()
        for size, color in ((HALO, "accent.soft"), (DOT, "accent.text")):
            side = theme().px(size)
            box = QRectF(middle.x() - side / 2, middle.y() - side / 2, side, side)
            fill_rounded(painter, box, side / 2, theme().color(color))

    def _refresh(self) -> None:
        self.setFixedSize(theme().px(HALO), theme().px(HALO))
        self.update()


class StatusBlock(QWidget):
    """What runs and waits, what is held, what the month has cost; a click opens Activity."""

    clicked = Signal()

    def __init__(self) -> None:
        super().__init__()
        describe(self, name="status-block", accessible=tr("Jobs and money"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._jobs = ElideLabel(tr("Nothing is running"), "meta")
        self._held = role_label("", "caption")
        self._bar = BudgetBar(name="month-bar", height=4)
        self._month = role_label("", "note")
        self._label = role_label("", "caption")
        self._dot = _Dot()
        self._is_folded = False
        self._words = ("", "")
        first = QHBoxLayout()
        first.setSpacing(5)
        first.addWidget(self._dot)
        first.addWidget(self._jobs, 1)
        first.addWidget(self._held)
        second = QHBoxLayout()
        second.addWidget(self._month, 1)
        second.addWidget(self._label)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(line())
        self._layout = QVBoxLayout()
        self._layout.setSpacing(7)
        self._layout.addLayout(first)
        self._layout.addWidget(self._bar)
        self._layout.addLayout(second)
        outer.addLayout(self._layout)
        self.set_rail(False)

    def show_state(self, state: SidebarState) -> None:
        """Show the summary."""
        jobs = state.jobs
        is_offline = state.is_offline or bool(jobs.unreached)
        parts = [tr("Offline")] if is_offline else []
        parts += [tr("{running} running").format(running=jobs.running)] if jobs.running else []
        parts += [tr("{waiting} waiting").format(waiting=jobs.waiting)] if jobs.waiting else []
        parts += (
            [tr("{uncertain} to settle").format(uncertain=jobs.uncertain)] if jobs.uncertain else []
        )
        parts += [tr("paused")] if jobs.is_paused else []
        self._jobs.setText(", ".join(parts) or tr("Nothing is running"))
        self._dot.setVisible(bool(jobs.running) and not self._is_folded)
        self._label.setText(date_words(present().astimezone(), tr("MMMM", "date")))
        self._held.setText(
            tr("{amount} held").format(amount=format_usd(jobs.held_micro))
            if jobs.held_micro
            else ""
        )
        limit = jobs.month_limit_micro
        spent = format_usd(jobs.month_spent_micro)
        both = (
            tr("{spent} of {limit}").format(spent=spent, limit=limit_words(limit)) if limit else ""
        )
        dollars = jobs.month_spent_micro // MICRO_PER_USD
        self._words = (f"${number(dollars)}" if dollars >= MANY_USD else spent, both or spent)
        self._month.setText(self._words[0] if self._is_folded else self._words[1])
        self._bar.setVisible(limit is not None)
        self._bar.set_shares(
            BudgetShares(spent=jobs.month_spent_micro, held=jobs.held_micro, limit=limit or 0),
            self._words[1],
        )
        self.setToolTip(
            tr("{text}. This month: {words}").format(text=self._jobs.text(), words=self._words[1])
        )

    def set_rail(self, rail: bool) -> None:
        """Keep only what was spent."""
        self._is_folded = rail
        self._month.setText(self._words[0] if rail else self._words[1])
        side = 12 if rail else 16
        self._layout.setContentsMargins(side, 11, side, 13)
        centre = Qt.AlignmentFlag.AlignHCenter if rail else Qt.AlignmentFlag.AlignLeft
        self._month.setAlignment(centre)
        for widget in (self._jobs, self._held, self._label):
            widget.setVisible(not rail)
        if rail:
            self._dot.hide()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The whole block is one place to click."""
        if self.rect().contains(event.position().toPoint()):
            self.clicked.emit()

    def sizeHint(self) -> QSize:
        """Never wider than the sidebar."""
        return QSize(40, super().sizeHint().height())
