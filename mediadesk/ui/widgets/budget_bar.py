"""The budget in one bar: spent (solid), held (grey hatch), this run (accent hatch), free (rest)."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from mediadesk.ui.support.painting import hatch, rounded
from mediadesk.ui.support.theme import theme
from mediadesk.ui.support.translation import tr

_FINE = "text.tertiary"
LEVEL_MARKS = {
    "fine": ("text.tertiary", ""),
    "warn": ("warn.text", "triangle-alert"),
    "full": ("err.text", "octagon-alert"),
}
"""Colour and icon of the amount beside a bar, by its level."""


@dataclass(frozen=True, slots=True)
class BudgetShares:
    """Amounts in micro-USD; ``limit`` 0 means no limit, ``warn_at`` is a share of the limit."""

    spent: int = 0
    held: int = 0
    this_run: int = 0
    limit: int = 0
    warn_at: float = 0.8

    @property
    def level(self) -> str:
        """``fine``, ``warn`` (from the warn level) or ``full`` (at or over the limit)."""
        if self.limit <= 0:
            return "fine"
        if self.spent + self.held >= self.limit:
            return "full"
        return "warn" if self.spent >= self.warn_at * self.limit else "fine"


class BudgetBar(QWidget):
    """Paints :class:`BudgetShares`; the numbers stand beside it, never only the bar."""

    def __init__(
        self,
        *,
        height: int = 5,
        name: str = "budget-bar",
        is_accent: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._shares = BudgetShares()
        self._fine = "accent.text" if is_accent else _FINE
        self._height = height
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.update)

    def shares(self) -> BudgetShares:
        """Return what is shown."""
        return self._shares

    def set_shares(self, shares: BudgetShares, spoken: str = "") -> None:
        """Show amounts; ``spoken`` is the sentence for assistive technology."""
        self._shares = shares
        self.setAccessibleName(spoken or tr("Budget"))
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as it gets, a few pixels high."""
        return QSize(120, theme().px(self._height))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the bar."""
        painter = QPainter(self)
        draw_budget(painter, QRectF(self.rect()), self._shares, self._fine)


def draw_budget(painter: QPainter, rect: QRectF, shares: BudgetShares, fine: str = _FINE) -> None:
    """Draw a budget bar into ``rect``; also used by delegates. ``fine`` colours what is spent."""
    look = theme()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setClipPath(rounded(rect, rect.height() / 2))
    painter.fillRect(rect, look.color("bg.pressed"))
    total = max(shares.limit, shares.spent + shares.held + shares.this_run, 1)
    if shares.limit > 0:
        x = rect.left()
        for amount, color, is_hatched in _segments(shares, fine):
            width = rect.width() * amount / total
            part = QRectF(x, rect.top(), width, rect.height())
            if is_hatched:
                hatch(painter, part, color)
            else:
                painter.fillRect(part, color)
            x += width
    painter.restore()


def _segments(shares: BudgetShares, fine: str) -> list[tuple[int, QColor, bool]]:
    look = theme()
    spent = {"fine": fine, "warn": "warn.fill", "full": "err.text"}[shares.level]
    run = (
        "err.text" if shares.spent + shares.held + shares.this_run > shares.limit else "accent.text"
    )
    return [
        (shares.spent, look.color(spent), False),
        (shares.held, look.color("text.secondary"), True),
        (shares.this_run, look.color(run), True),
    ]
