"""One bar of shares with its legend: what takes how much of a whole."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from mediadesk.ui.support.painting import fill_rounded, rounded
from mediadesk.ui.support.theme import theme
from mediadesk.ui.widgets.card import clear_layout
from mediadesk.ui.widgets.flow_layout import FlowLayout
from mediadesk.ui.widgets.labels import role_label

HEIGHT = 14
_GAP = 2
_LEAST = 3


@dataclass(frozen=True, slots=True)
class Share:
    """One part: its name, its amount as a number and in words, and a colour token."""

    label: str
    amount: int
    words: str
    color: str


class ShareBar(QWidget):
    """Parts in the order given; those of nothing are left out."""

    def __init__(self, label: str, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._label = label
        self._strip = _Strip()
        self._legend = FlowLayout(gap=14)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(self._strip)
        layout.addLayout(self._legend)

    def show_shares(self, shares: Sequence[Share]) -> None:
        """Show these parts."""
        shown = [share for share in shares if share.amount > 0]
        self._strip.shares = shown
        self._strip.update()
        clear_layout(self._legend)
        for share in shown:
            self._legend.addWidget(_legend_entry(share))
        told = ", ".join(f"{share.label} {share.words}" for share in shown)
        self.setAccessibleName(f"{self._label}: {told}")


class _Strip(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.shares: list[Share] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(200, theme().px(HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the parts with a gap between them."""
        painter = QPainter(self)
        area = QRectF(self.rect())
        fill_rounded(painter, area, 4, theme().color("bg.pressed"))
        painter.setClipPath(rounded(area, 4))
        total = sum(share.amount for share in self.shares)
        room = area.width() - (_GAP + _LEAST) * len(self.shares)
        left = 0.0
        for share in self.shares:
            width = _LEAST + room * share.amount / total
            color = theme().color(share.color)
            painter.fillRect(QRectF(left, 0, width, area.height()), color)
            left += width + _GAP
        painter.end()


class _Dot(QWidget):
    def __init__(self, color: str) -> None:
        super().__init__()
        self._color = color
        side = theme().px(9)
        self.setFixedSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the colour."""
        fill_rounded(QPainter(self), QRectF(self.rect()), 2, theme().color(self._color))


def _legend_entry(share: Share) -> QWidget:
    entry = QWidget()
    row = QHBoxLayout(entry)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(6)
    row.addWidget(_Dot(share.color))
    row.addWidget(role_label(share.label, "muted"))
    row.addWidget(role_label(share.words))
    return entry
