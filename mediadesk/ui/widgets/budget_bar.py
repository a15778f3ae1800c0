"""The budget in one bar: spent (solid), held (grey hatch), this run (accent hatch), free (rest)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from mediadesk.ui.support.painting import hatch, rounded
from mediadesk.ui.support.theme import theme
from mediadesk.ui.support.translation import tr

if TYPE_CHECKING:
    from mediadesk.domain.projects import CapUse

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


def shares_of(use: CapUse, this_run: int = 0) -> BudgetShares:
    """What is used of a budget, and what a run of ``this_run`` micro-USD would use."""
    return BudgetShares(
        use.spent_micro,
        use.held_micro,
        this_run,
        use.cap.limit_micro,
        use.cap.notice_percent / 100,
    )


class BudgetBar(QWidget):
    """Paints :class:`BudgetShares`; the numbers stand beside it, never only the bar."""

    def __init__(
        self,
        *,
        height: int = 5,
        name: str = "budget-bar",
        is_accent: bool = False,
        marks: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """``marks``: a line at the “limit”, or where it begins to “warn”."""
        super().__init__(parent)
        self._marks = marks
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
        return QSize(120, theme().px(self._height) + 2 * self._beyond)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the bar."""
        painter = QPainter(self)
        beyond = self._beyond
        rect = QRectF(self.rect()).adjusted(0, beyond, 0, -beyond)
        draw_budget(painter, rect, self._shares, self._fine, is_refused=self._marks == "limit")
        shares = self._shares
        if not self._marks or not shares.limit:
            return
        share = shares.warn_at if self._marks == "warn" else 1.0
        x = rect.left() + rect.width() * min(1.0, share * shares.limit / _whole(shares))
        color = "warn.text" if self._marks == "warn" else "text.primary"
        painter.fillRect(
            QRectF(min(x, rect.right() - 1) - 1, 0, 2, self.height()), theme().color(color)
        )

    @property
    def _beyond(self) -> int:
        """How far a mark stands out above and below."""
        return theme().px(4) if self._marks else 0


def draw_budget(
    painter: QPainter,
    rect: QRectF,
    shares: BudgetShares,
    fine: str = _FINE,
    *,
    is_refused: bool = False,
) -> None:
    """Draw a budget bar into ``rect``; also used by delegates. ``fine`` colours what is spent.

    ``is_refused``: this run will not be held, so it is solid.
    """
    look = theme()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setClipPath(rounded(rect, rect.height() / 2))
    painter.fillRect(rect, look.color("bg.pressed"))
    total = _whole(shares)
    if shares.limit > 0:
        x = rect.left()
        for amount, color, is_hatched in _segments(shares, fine, is_refused=is_refused):
            width = rect.width() * amount / total
            part = QRectF(x, rect.top(), width, rect.height())
            if is_hatched:
                hatch(painter, part, color)
            else:
                painter.fillRect(part, color)
            x += width
    painter.restore()


def _whole(shares: BudgetShares) -> int:
    """What the whole bar stands for."""
    return max(shares.limit, shares.spent + shares.held + shares.this_run, 1)


def _segments(
    shares: BudgetShares, fine: str, *, is_refused: bool
) -> list[tuple[int, QColor, bool]]:
    look = theme()
    spent = {"fine": fine, "warn": "warn.fill", "full": "err.text"}[shares.level]
    run = (
        "err.text" if shares.spent + shares.held + shares.this_run > shares.limit else "accent.text"
    )
    return [
        (shares.spent, look.color(spent), False),
        (shares.held, look.color("text.secondary"), True),
        (shares.this_run, look.color(run), not is_refused),
    ]
